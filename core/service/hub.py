"""The feed's hub: numbers what it says, remembers the latest, and never waits for anybody."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from pydantic_core import to_json

from core.domain.clock import to_text
from core.domain.event import MASKED_NAME, Event, EventKind, without_name
from core.domain.floor import Floor
from core.domain.floor_json import floor_to_json
from core.domain.privacy import Erased
from core.domain.scope import Scope
from core.service.frames import text_frame
from core.service.now import Clock, utc_now

RING = 4096
"""So many latest events can be resumed from memory."""
BACKLOG_MOST = 1024
"""A subscriber that is so many messages behind is cut off; it comes back and resumes."""

WOKEN_AT_ONCE = 16
"""So many feeds are sent to before the loop looks again at who asks: a call does not wait for 300 screens."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event and its frame on the wire, made once for everybody."""

    event: Event
    frame: bytes


def encode(event: Event) -> Told:
    """Return an event ready to be sent."""
    return Told(event, text_frame(to_json(event.to_json())))


class Subscriber:
    """One feed's waiting messages.

    Args:
        first: What it is sent at once; it may be more than a slow subscriber is allowed to be behind.
        since: Number up to which that tells everything.

    Attributes:
        overflowed: Set once it was too slow; its feed is to be closed.
    """

    def __init__(self, scope: Scope | None, first: Sequence[bytes], since: int) -> None:
        self.scope = scope
        self.since = since
        self.overflowed = asyncio.Event()
        self._waiting: deque[bytes] = deque(first)
        self._most = len(first) + BACKLOG_MOST
        self._some = asyncio.Event()
        self._some.set()

    def wants(self, event: Event) -> bool:
        """Whether the event is in this feed's scope."""
        return self.scope is None or self.scope.wants(event)

    def push(self, frame: bytes) -> None:
        """Queue a message, or give up on a subscriber that does not read; it is sent once it is woken."""
        if len(self._waiting) >= self._most:
            self.overflowed.set()
        else:
            self._waiting.append(frame)

    def wake(self) -> None:
        """Have what is queued sent."""
        self._some.set()

    async def take(self) -> list[bytes]:
        """Wait until there are messages and return the frames of them all."""
        await self._some.wait()
        self._some.clear()
        frames = list(self._waiting)
        self._waiting.clear()
        self._most = BACKLOG_MOST
        return frames


class Hub:
    """Everything lives on the service's event loop.

    Attributes:
        floor: The whole hall's floor, kept up with each commit; it may be ahead of what has been told.
        seq: Number of the last event told.
        epoch: The life of the hall that the numbers belong to: of another one they mean something else.
        degraded: Nothing can be written now.
        told: How many events of each kind were told.
        sent: To how many feeds they were sent, all events together.
    """

    def __init__(self, floor: Floor, clock: Clock = utc_now, epoch: str = "") -> None:
        self.floor = floor
        self.seq = floor.seq
        self.epoch = epoch
        self.degraded = False
        self.told: dict[EventKind, int] = {}
        self.sent = 0
        self._clock = clock
        self._ring: deque[Told] = deque(maxlen=RING)
        self._untold: list[Event] = []
        self._subscribers: set[Subscriber] = set()
        self._wanting: dict[tuple[bool, str | None, int | None], list[Subscriber]] = {}
        # Those to be woken, in the order in which something first came for them.
        self._due: dict[Subscriber, None] = {}

    @property
    def subscribers(self) -> int:
        """How many feeds are open."""
        return len(self._subscribers)

    def publish(self, events: Iterable[Event]) -> None:
        """Fold events into the floor now; everybody who wants to know is told when the loop comes round."""
        for event in events:
            self.floor.apply(event)
            if not self._untold:
                asyncio.get_running_loop().call_soon(self._tell)
            self._untold.append(event)

    def _tell(self) -> None:
        untold, self._untold = self._untold, []
        for event in untold:
            self.seq = event.seq
            if event.kind is EventKind.ERASED and event.data["what"] == Erased.MASKED_NAMES.value:
                self._forget_names()
            told = encode(event)
            self._ring.append(told)
            self.told[event.kind] = self.told.get(event.kind, 0) + 1
            wanting = self._who_wants(event)
            self.sent += len(wanting)
            for subscriber in wanting:
                # Who came meanwhile has it in the snapshot.
                if event.seq > subscriber.since:
                    self.push(subscriber, told.frame)

    def _forget_names(self) -> None:
        """What is erased on the disk is not told from memory either."""
        kept = (
            encode(without_name(told.event)) if MASKED_NAME in told.event.data else told
            for told in self._ring
        )
        self._ring = deque(kept, RING)

    def push(self, subscriber: Subscriber, frame: bytes) -> None:
        """Queue a message for one feed."""
        subscriber.push(frame)
        if not self._due:
            asyncio.get_running_loop().call_soon(self._wake_some)
        self._due[subscriber] = None

    def _wake_some(self) -> None:
        """Wake a few feeds, and the next few once the loop has looked at who asks for something."""
        for subscriber in list(islice(self._due, WOKEN_AT_ONCE)):
            del self._due[subscriber]
            subscriber.wake()
        if self._due:
            asyncio.get_running_loop().call_soon(self._wake_some)

    def subscribe(self, scope: Scope | None, missed: Sequence[Told] | None) -> Subscriber:
        """Open a feed that begins with what was missed, or with a snapshot.

        Args:
            missed: The events since the subscriber's last one, ``None`` if it cannot resume.
        """
        if missed is None:
            first, since = [text_frame(self.snapshot(scope).encode())], self.floor.seq
        else:
            wanted = (told.frame for told in missed if scope is None or scope.wants(told.event))
            first, since = [*wanted, self.reached()], self.seq
        subscriber = Subscriber(scope, first, since)
        self._subscribers.add(subscriber)
        self._wanting.clear()
        return subscriber

    def unsubscribe(self, subscriber: Subscriber) -> None:
        """Forget a feed."""
        self._subscribers.discard(subscriber)
        self._due.pop(subscriber, None)
        self._wanting.clear()

    def _who_wants(self, event: Event) -> list[Subscriber]:
        """Return the feeds whose scope the event is in; of 500 screens some twenty want to know.

        What :meth:`core.domain.scope.Scope.wants` looks at is asked of each of them once.
        """
        about = (event.zone is None, event.data.get("queue"), event.window)
        wanting = self._wanting.get(about)
        if wanting is None:
            wanting = [subscriber for subscriber in self._subscribers if subscriber.wants(event)]
            self._wanting[about] = wanting
        return wanting

    def after(self, seq: int) -> list[Told] | None:
        """Return the events after ``seq`` if memory still has them all."""
        if seq == self.seq:
            return []
        if seq > self.seq or not self._ring or self._ring[0].event.seq > seq + 1:
            return None
        behind = self.seq - seq
        return list(self._ring)[-behind:]

    def remember(self, events: Sequence[Told]) -> None:
        """Take events from before this hub's time into memory, as many as there is room for."""
        first = self._ring[0].event.seq if self._ring else self.seq + 1
        older = [told for told in events if told.event.seq < first]
        if older and older[-1].event.seq == first - 1:
            room = RING - len(self._ring)
            self._ring.extendleft(reversed(older[max(0, len(older) - room) :]))

    def snapshot(self, scope: Scope | None) -> str:
        """Return the floor as the feed's first message."""
        floor = self.floor if scope is None else scope.narrow(self.floor)
        at = to_text(self._clock())
        known = {"epoch": self.epoch, "degraded": self.degraded, "at": at}
        body = {"kind": "snapshot", **known, **floor_to_json(floor)}
        return json.dumps(body, ensure_ascii=False, separators=(",", ":"))

    def reached(self) -> bytes:
        """Return the note up to which number everything wanted has been said, and how the core is."""
        note = {"kind": "reached", "seq": self.seq, "degraded": self.degraded}
        return text_frame(json.dumps(note).encode())

    def tell_degraded(self, degraded: bool) -> None:
        """Tell everybody whether something can be written."""
        if degraded == self.degraded:
            return
        self.degraded = degraded
        for subscriber in self._subscribers:
            self.push(subscriber, self.reached())


def resumable(events: Sequence[Event], seq: int, newest: int) -> bool:
    """Whether ``events`` are all that came after ``seq``, and none of them makes a screen begin anew."""
    complete = len(events) == newest - seq
    return complete and not any(
        event.kind is EventKind.HALL_CHANGED and "date" not in event.data for event in events
    )
