"""The list of calls: each new one comes on top, and none goes before it was there long enough.

When more are called than fit, calls wait for their row; what gives way then, and when:

1. Up to :data:`LONGEST_WAIT` a call waits for its row: those in the list keep theirs for :data:`SHOWN`.
2. Where it would wait longer, all rows are shown for a shorter time, down to :data:`LEAST_SHOWN`.
3. Where even that is not enough, calls wait longer. None is ever left out, and none overtakes another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.floor import CallView

SHOWN = timedelta(seconds=10)
"""A call has its row for so long at least. Source: requirements, displays."""
LEAST_SHOWN = timedelta(seconds=4)
LONGEST_WAIT = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Shown:
    """A call that has a row.

    Attributes:
        since: When it came to the list, or was recalled.
    """

    call: CallView
    since: datetime


@dataclass(frozen=True, slots=True)
class Roll:
    """The list and who waits for a row.

    Attributes:
        room: So many rows there are.
        rows: Newest first, at most ``room``.
        waiting: Calls without a row yet, oldest first.
    """

    room: int = 7
    rows: tuple[Shown, ...] = ()
    waiting: tuple[CallView, ...] = ()

    @property
    def legs(self) -> frozenset[str]:
        """Everybody who has a row or waits for one."""
        return frozenset(each.call.leg for each in self.rows) | {each.leg for each in self.waiting}

    def called(self, call: CallView, now: datetime, since: datetime | None = None) -> Roll:
        """Return the list after a call or a recall; a recall of one that waits keeps its place.

        Args:
            call: The call.
            now: The time.
            since: Since when it counts as shown, where that is not now: it was missed.
        """
        if any(each.leg == call.leg for each in self.waiting):
            swapped = tuple(call if each.leg == call.leg else each for each in self.waiting)
            return replace(self, waiting=swapped).settled(now)
        if any(each.call.leg == call.leg for each in self.rows):
            others = tuple(each for each in self.rows if each.call.leg != call.leg)
            return replace(self, rows=(Shown(call, since or now), *others)).settled(now)
        if since is not None and since < now and not self.waiting:
            return replace(self, rows=(Shown(call, since), *self.rows)[: self.room])
        return replace(self, waiting=(*self.waiting, call)).settled(now)

    def withdrawn(self, leg: str, now: datetime) -> Roll:
        """Return the list after a call was taken back."""
        return replace(
            self,
            rows=tuple(each for each in self.rows if each.call.leg != leg),
            waiting=tuple(each for each in self.waiting if each.leg != leg),
        ).settled(now)

    def resumed(self, listed: Sequence[CallView], now: datetime, since: datetime) -> Roll:
        """Return the list after an absence: as the floor tells it; who still waited for a row goes on.

        Args:
            listed: The latest calls of the board, newest first.
            now: The time by the board's clock.
            since: Since when a row counts as shown that was not here before.
        """
        known = {call.leg: call for call in listed}
        waiting = tuple(known[each.leg] for each in self.waiting if each.leg in known)
        held = {each.call.leg: each for each in self.rows}
        later = {each.leg for each in waiting}
        rows = [
            Shown(call, held[call.leg].since if call.leg in held else since)
            for call in listed
            if call.leg not in later
        ]
        return Roll(self.room, tuple(rows[: self.room]), waiting).settled(now)

    def filled(self, listed: Sequence[CallView]) -> Roll:
        """Return the list with older calls of the floor where rows are empty."""
        have = {each.call.leg for each in self.rows} | {each.leg for each in self.waiting}
        if len(self.rows) >= self.room:
            return self
        oldest = min((each.call.seq for each in self.rows), default=None)
        older = [call for call in listed if call.leg not in have and (oldest is None or call.seq < oldest)]
        old = tuple(Shown(call, call.at) for call in older[: self.room - len(self.rows)])
        return replace(self, rows=(*self.rows, *old))

    def roomy(self, room: int, now: datetime) -> Roll:
        """Return the list with another number of rows."""
        if room == self.room:
            return self
        return replace(self, room=room, rows=self.rows[:room]).settled(now)

    def settled(self, now: datetime) -> Roll:
        """Return the list as it stands at ``now``: who waits gets a row as soon as one has had its time."""
        rows, waiting = self.rows, self.waiting
        while waiting and (len(rows) < self.room or self._goes_at(rows, waiting) <= now):
            rows = (Shown(waiting[0], now), *rows)[: self.room]
            waiting = waiting[1:]
        return self if waiting is self.waiting else replace(self, rows=rows, waiting=waiting)

    def changes_at(self) -> datetime | None:
        """Return when the next call gets a row, ``None`` if none waits."""
        return self._goes_at(self.rows, self.waiting) if self.waiting else None

    def _goes_at(self, rows: tuple[Shown, ...], waiting: tuple[CallView, ...]) -> datetime:
        return rows[-1].since + shown_for(len(waiting), self.room)


def shown_for(waiting: int, room: int) -> timedelta:
    """Return how long rows are shown while so many wait for one."""
    return max(LEAST_SHOWN, min(SHOWN, LONGEST_WAIT * room / max(1, waiting)))
