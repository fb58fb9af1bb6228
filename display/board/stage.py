"""Who has the stage: the calls take turns in the large field.

It is never more than :data:`QUEUE_TIME` behind: in a rush that would make it so, the oldest that wait for it
are left out; every one of them has its row in the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.floor import CallView

FLASH = timedelta(seconds=10)
"""A new call flashes so long, unless the next one takes the stage. Source: requirements, displays."""
TURN = timedelta(seconds=4)
"""The least time a call has the stage while others wait for it."""
QUEUE_TIME = timedelta(seconds=20)
"""In a rush the turns grow shorter, so that a call waits about so long for the stage at most."""
LEAST_TURN = timedelta(seconds=1)
MOST_WAITING = QUEUE_TIME // LEAST_TURN

STEP = timedelta(milliseconds=250)
"""Half a flash: light and dark change at 2 Hz. Source: WCAG 2.1, 2.3.1 allows up to three a second."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The call in the large field, those that wait for it, and those that flash in the list.

    Attributes:
        on: The call in the large field; ``None`` when nobody took it yet or it was taken back.
        since: When it came on.
        queue: Calls that wait for their turn, oldest first.
        flashes: Leg and until when its row flashes.
    """

    on: CallView | None = None
    since: datetime | None = None
    queue: tuple[CallView, ...] = ()
    flashes: tuple[tuple[str, datetime], ...] = ()

    def called(self, call: CallView, now: datetime) -> Stage:
        """Return the stage after a call or a recall; a recall of one that waits keeps its place."""
        flashing = replace(self, flashes=(*self._other_flashes(call.leg), (call.leg, now + FLASH)))
        if any(each.leg == call.leg for each in self.queue):
            swapped = tuple(call if each.leg == call.leg else each for each in self.queue)
            return replace(flashing, queue=swapped).settled(now)
        if self.on is not None and self.on.leg == call.leg and not self.queue:
            return replace(flashing, on=call, since=now)
        return replace(flashing, queue=(*self.queue, call)[-MOST_WAITING:]).settled(now)

    def withdrawn(self, leg: str, now: datetime) -> Stage:
        """Return the stage after a call was taken back."""
        gone = replace(
            self,
            queue=tuple(each for each in self.queue if each.leg != leg),
            flashes=self._other_flashes(leg),
        )
        if self.on is not None and self.on.leg == leg:
            gone = replace(gone, on=None, since=None)
        return gone.settled(now)

    def resumed(self, listed: Iterable[CallView], seen: int, now: datetime) -> Stage:
        """Return the stage after an absence.

        Calls that were missed are not played again: only those that would flash still, had the board been
        there, flash for what is left of their time and get their turn.

        Args:
            listed: The latest calls, newest first.
            seen: Number of the last event before the absence.
            now: The time by the clock that the calls were stamped with.
        """
        known = {call.leg: call for call in listed}
        fresh = [call for call in known.values() if call.seq > seen and now - call.at < FLASH]
        fresh.reverse()
        waiting = [known[call.leg] for call in self.queue if call.leg in known and call.seq <= seen]
        queue = {call.leg: call for call in (*waiting, *fresh)}
        newest = next(iter(known), None)
        stays = self.on is not None and (self.on.leg == newest or (self.on.leg in known and queue))
        return Stage(
            on=known[self.on.leg] if stays and self.on else None,
            since=self.since if stays else None,
            queue=tuple(queue.values()),
            flashes=(
                *(each for each in self.flashes if each[0] in known and each[0] not in queue),
                *((call.leg, call.at + FLASH) for call in fresh),
            ),
        ).settled(now)

    def settled(self, now: datetime) -> Stage:
        """Return the stage as it stands at ``now``: the next call comes on when the turn is over."""
        flashes = tuple(each for each in self.flashes if each[1] > now)
        ends = self._turn_ends()
        if self.queue and (ends is None or ends <= now):
            return Stage(on=self.queue[0], since=now, queue=self.queue[1:], flashes=flashes)
        return replace(self, flashes=flashes)

    def on_flashes(self, now: datetime) -> bool:
        """Return whether the call in the large field flashes."""
        return self.since is not None and now - self.since < FLASH

    def flashing(self) -> frozenset[str]:
        """Return the legs whose rows flash."""
        return frozenset(leg for leg, _ in self.flashes)

    def changes_at(self, now: datetime) -> datetime | None:
        """Return when the stage changes by itself next, ``None`` if it does not."""
        moments = [until for _, until in self.flashes]
        if self.since is not None:
            moments.append(self.since + FLASH)
        ends = self._turn_ends()
        if self.queue and ends is not None:
            moments.append(ends)
        return min((moment for moment in moments if moment > now), default=None)

    def _turn_ends(self) -> datetime | None:
        if self.since is None:
            return None
        share = QUEUE_TIME / len(self.queue) if self.queue else TURN
        return self.since + max(LEAST_TURN, min(TURN, share))

    def _other_flashes(self, leg: str) -> tuple[tuple[str, datetime], ...]:
        return tuple(each for each in self.flashes if each[0] != leg)


def is_lit(now: datetime) -> bool:
    """Return whether what flashes is light at ``now``; everything flashes in one beat."""
    return (now - _EPOCH) // STEP % 2 == 0


def next_step(now: datetime) -> datetime:
    """Return when light and dark change next."""
    return _EPOCH + ((now - _EPOCH) // STEP + 1) * STEP


_EPOCH = datetime.fromisoformat("2020-01-01T00:00:00+00:00")
