"""What waits to be said: first in first out, nothing twice, nothing stale."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain

from core.domain.voice import Wording

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A call, or something else, to be said.

    Attributes:
        leg: Which stay of the ticket, or what else it is about (``"window:3"``); ``None`` where not known.
        number: The ticket's number, ``"A001"``; ``""`` where no ticket is meant.
        window: The window's number, 0 where none is meant.
        zone: Whose loudspeaker says it.
        at: When it was called, timezone-aware, on the clock that gives the queue its ``now``.
        repeat: How often it was called before.
        wording: Which of the hall's sentences is said; that of a call may be that of a recall.
        service: Id of the ticket's queue.
        seq: Number of its event in the hall, 0 where there is none.
        told_at: When it was called by the core's own clock.
    """

    leg: str | None
    number: str
    window: int
    zone: str
    at: datetime
    repeat: int = 0
    wording: Wording = Wording.CALL
    service: str = ""
    seq: int = 0
    told_at: datetime | None = None

    @property
    def said_as(self) -> Wording:
        """Which of the hall's sentences is said in fact."""
        return Wording.RECALL if self.wording is Wording.CALL and self.repeat else self.wording

    @property
    def about(self) -> str:
        """What it is about: a newer announcement about the same takes its place."""
        return self.number or self.leg or self.wording.value


class Drop(StrEnum):
    """Why a waiting announcement is not said; the screens show every call all the same."""

    OLD = "old"
    FULL = "full"
    REPLACED = "replaced"
    MOVED_ON = "moved_on"
    QUIET = "quiet"
    FAILED = "failed"


class Announcements:
    """The announcements of one or more zones that wait for their loudspeaker.

    It holds more than can be said in ``max_age``: only a flood fills it, and what is pushed out then is older
    than what stays. A newer call of a ticket takes the place of its own waiting one, wherever that waits: a
    ticket is at one window at most, so the older one would send the visitor to the wrong place.
    """

    def __init__(
        self,
        *,
        limit: int = 256,
        max_age: timedelta = timedelta(seconds=30),
        dropped: Callable[[Announcement, Drop], None] | None = None,
    ) -> None:
        """Make an empty queue.

        Args:
            limit: Announcements that may wait in one zone; one more pushes the oldest out.
            max_age: After which a call is left to the screens.
            dropped: Called with each announcement that will not be said.
        """
        self._limit = limit
        self._max_age = max_age
        self._dropped = dropped
        self._channels: dict[str, list[Announcement]] = {}

    def offer(self, call: Announcement) -> None:
        """Put a call into its zone's channel."""
        channel = self._channels.setdefault(call.zone, [])
        if not self._replaced(call):
            channel.append(call)
        if len(channel) > self._limit:
            self._drop(channel.pop(0), Drop.FULL)

    def withdraw(self, leg: str) -> None:
        """Do not say a waiting call whose visitor has come or gone meanwhile: it would send nobody, late."""
        for channel in self._channels.values():
            for call in [call for call in channel if call.leg == leg]:
                channel.remove(call)
                self._drop(call, Drop.MOVED_ON)

    def take(self, now: datetime, zone: str | None = None) -> Announcement | None:
        """Return what is to be said next in a zone (``None``: in any, the longest waiting first)."""
        channels = self._channels.values() if zone is None else [self._channels.get(zone, [])]
        for channel in channels:
            self._drop_old(channel, now)
        heads = [channel for channel in channels if channel]
        if not heads:
            return None
        return min(heads, key=lambda channel: channel[0].at).pop(0)

    def waiting(self, zone: str) -> tuple[Announcement, ...]:
        """Return what waits in a zone, next one first."""
        return tuple(self._channels.get(zone, ()))

    def __iter__(self) -> Iterator[Announcement]:
        return chain.from_iterable(self._channels.values())

    def __len__(self) -> int:
        return sum(map(len, self._channels.values()))

    def _replaced(self, call: Announcement) -> bool:
        """Put a call in its own older one's place; an older one in another zone just goes."""
        done = False
        for zone, channel in self._channels.items():
            for place, older in enumerate(channel):
                if older.about == call.about:
                    self._drop(older, Drop.REPLACED)
                    done = zone == call.zone
                    channel[place : place + 1] = [call] if done else []
                    break
        return done

    def _drop_old(self, channel: list[Announcement], now: datetime) -> None:
        for call in [call for call in channel if now - call.at > self._max_age]:
            channel.remove(call)
            self._drop(call, Drop.OLD)

    def _drop(self, call: Announcement, why: Drop) -> None:
        log_unsaid(call, why)
        if self._dropped:
            self._dropped(call, why)


_LEVELS = {Drop.REPLACED: logging.DEBUG, Drop.MOVED_ON: logging.DEBUG, Drop.QUIET: logging.INFO}


def log_unsaid(call: Announcement, why: Drop) -> None:
    """Log that something is not said."""
    level = _LEVELS.get(why, logging.WARNING)
    what = f"{call.said_as} {call.number}".strip()
    log.log(level, "not said (%s): %s to window %d in %s", why, what, call.window, call.zone)
