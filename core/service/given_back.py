"""Tokens that hold no more before their time: given back by who had them, or taken from them.

A token that was given back is known by its id. Of those that are taken back nobody knows the ids: the
database keeps what they have in common and when the last of them ends, in the place of an id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.domain.errors import AuthRequired
from core.domain.people import Role
from core.service.tokens import Grant

_AT_WINDOW = "@window"
_OF_CLERK = "@clerk"


@dataclass(frozen=True, slots=True)
class Taken:
    """Sign-ins that somebody else ended: all at a window, or all of a clerk, up to now.

    Attributes:
        window: The clerks' sign-ins at it end; 0: those of ``clerk``, wherever.
        until: The latest end of a token that is meant, UTC, whole seconds.
        to: The window where the clerk is to go, 0: none was said.
    """

    until: datetime
    window: int = 0
    clerk: str = ""
    to: int = 0

    @property
    def token(self) -> str:
        """What stands for them in the place of a token's id."""
        ends = int(self.until.timestamp())
        return (
            f"{_AT_WINDOW}/{ends}/{self.window}/{self.to}"
            if self.window
            else f"{_OF_CLERK}/{ends}/{self.clerk}"
        )


class GivenBack:
    """Every token of a hall that holds no more; on the event loop, but for :meth:`ends`."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self._ids: set[str] = set()
        self._windows: dict[int, Taken] = {}
        self._clerks: dict[str, Taken] = {}
        self.update(tokens)

    def add(self, token: str) -> None:
        """Take in a token's id, or what stands for several."""
        kind, _, rest = token.partition("/")
        if kind == _AT_WINDOW:
            ends, window, to = (int(part) for part in rest.split("/"))
            taken = Taken(datetime.fromtimestamp(ends, UTC), window=window, to=to)
            self._windows[window] = _later(self._windows.get(window), taken)
        elif kind == _OF_CLERK:
            ends_text, _, clerk = rest.partition("/")
            taken = Taken(datetime.fromtimestamp(int(ends_text), UTC), clerk=clerk)
            self._clerks[clerk] = _later(self._clerks.get(clerk), taken)
        else:
            self._ids.add(token)

    def update(self, tokens: Iterable[str]) -> None:
        """Take in several."""
        for token in tokens:
            self.add(token)

    def check(self, grant: Grant) -> None:
        """Raise :class:`AuthRequired` if a token holds no more, with ``why`` and the window to go to."""
        if grant.token in self._ids:
            raise AuthRequired(why="signed_out")
        if (taken := self._taken(grant.role, grant.subject, grant.window)) is None or grant.expires is None:
            return
        if grant.expires > taken.until:
            return
        if taken.window:
            raise AuthRequired(why="relieved", window=taken.window, to=taken.to or None)
        raise AuthRequired(why="role_changed")

    def ends(self, role: Role, clerk: str, window: int | None, at: datetime) -> datetime:
        """Return when a token that is made now ends: ``at``, or later than those that were taken back."""
        taken = self._taken(role, clerk, window)
        return at if taken is None else max(at, taken.until + timedelta(seconds=1))

    def latest(self, at: datetime) -> datetime:
        """Return until when tokens are meant that are taken back now: ``at``, or what :meth:`ends` has given.

        Who signs in within the second in which others were taken back has a token that ends a second later.
        """
        known = (*self._windows.values(), *self._clerks.values())
        return max([at, *(taken.until + timedelta(seconds=1) for taken in known)])

    def _taken(self, role: Role, clerk: str, window: int | None) -> Taken | None:
        of_window = self._windows.get(window) if role is Role.CLERK and window is not None else None
        of_clerk = self._clerks.get(clerk)
        if of_window is None or of_clerk is None:
            return of_window or of_clerk
        return max(of_window, of_clerk, key=lambda taken: taken.until)


def _later(known: Taken | None, taken: Taken) -> Taken:
    return taken if known is None or taken.until >= known.until else known
