"""The list of calls: the newest is on top at once, and each is there for ten seconds.

What gives way when more are called than the usual rows show, one after the other:

1. The rows grow denser (:attr:`Roll.dense`): more and smaller ones, read from nearer, until the rush is over.
2. Where even these do not suffice, a row goes before its ten seconds, but not before :data:`LEAST_SHOWN`.
3. Only where all rows are younger than that a call waits for its row. None is ever left out, and none
   overtakes another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.floor import CallView

SHOWN = timedelta(seconds=10)
"""A call has its row for so long at least. Source: requirements, displays."""
LEAST_SHOWN = timedelta(seconds=4)
CALM = timedelta(seconds=20)
"""So long after a rush the rows are the usual ones again: they do not change to and fro."""


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
        room: So many rows there are usually.
        most: So many there are in a rush; 0: as usual.
        rows: Newest first, at most ``room``, or ``most`` in a rush.
        waiting: Calls without a row yet, oldest first.
        dense_until: Until when the rows are those of a rush, ``None`` while they are the usual ones.
    """

    room: int = 7
    most: int = 0
    rows: tuple[Shown, ...] = ()
    waiting: tuple[CallView, ...] = ()
    dense_until: datetime | None = None

    @property
    def dense(self) -> bool:
        """Whether the rows are those of a rush."""
        return self.dense_until is not None

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
            return replace(self, rows=(Shown(call, since), *self.rows)[: self._seats]).settled(now)
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
        resumed = Roll(self.room, self.most, tuple(rows[: self._seats]), waiting, self.dense_until)
        return resumed.settled(now)

    def filled(self, listed: Sequence[CallView]) -> Roll:
        """Return the list with older calls of the floor where usual rows are empty."""
        have = {each.call.leg for each in self.rows} | {each.leg for each in self.waiting}
        if len(self.rows) >= self.room:
            return self
        oldest = min((each.call.seq for each in self.rows), default=None)
        older = [call for call in listed if call.leg not in have and (oldest is None or call.seq < oldest)]
        old = tuple(Shown(call, call.at) for call in older[: self.room - len(self.rows)])
        return replace(self, rows=(*self.rows, *old))

    def roomy(self, room: int, most: int, now: datetime) -> Roll:
        """Return the list with another number of rows, usually and in a rush."""
        if (room, most) == (self.room, self.most):
            return self
        seats = max(room, most)
        return replace(self, room=room, most=most, rows=self.rows[:seats]).settled(now)

    def settled(self, now: datetime) -> Roll:
        """Return the list as it stands at ``now``: who waits gets a row as soon as one may go."""
        rows, waiting = self.rows, self.waiting
        while waiting and (len(rows) < self._seats or rows[-1].since + LEAST_SHOWN <= now):
            rows = (Shown(waiting[0], now), *rows)[: self._seats]
            waiting = waiting[1:]
        dense_until = self._dense_until(rows, now)
        if dense_until is None:
            # What has gone does not come back with the next rush.
            rows = rows[: self.room]
        if waiting is self.waiting and dense_until == self.dense_until and rows == self.rows:
            return self
        return replace(self, rows=rows, waiting=waiting, dense_until=dense_until)

    def changes_at(self) -> datetime | None:
        """Return when the list changes by itself next, ``None`` if it does not."""
        goes = [self.rows[-1].since + LEAST_SHOWN] if self.waiting else []
        calm = [self.dense_until] if self.dense_until else []
        return min([*goes, *calm], default=None)

    @property
    def _seats(self) -> int:
        return max(self.room, self.most)

    def _dense_until(self, rows: tuple[Shown, ...], now: datetime) -> datetime | None:
        """Return until when the rows are dense: while one that would not be seen has not had its time."""
        unseen = max((each.since for each in rows[self.room :]), default=None)
        if unseen is not None and unseen + SHOWN > now:
            return max(unseen + SHOWN + CALM, self.dense_until or now)
        return self.dense_until if self.dense_until and self.dense_until > now else None
