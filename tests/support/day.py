"""A day's events, written as one would tell them: a number is called to a window, recalled, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.domain.clock import to_text
from core.domain.event import Event, EventKind
from core.domain.hall import Hall


@dataclass
class Day:
    """Makes the events that a core would send, numbered without gaps.

    Every method makes one event, gives it to ``tell`` and returns it. The number stands for the ticket: its
    prefix says the queue.

    Attributes:
        tell: What gets each event, e.g. ``FakeLink.push`` or ``Floor.apply``.
        clock: The core's clock.
    """

    hall: Hall
    tell: Callable[[Event], None]
    clock: Callable[[], datetime]
    seq: int = 0
    calls: dict[str, int] = field(default_factory=dict)
    windows: dict[str, int] = field(default_factory=dict)

    def take(self, number: str) -> Event:
        """A visitor takes a number."""
        return self._ticket(EventKind.TAKEN, number, lang="zh", date="2026-11-22")

    def call(self, number: str, window: int, **data: Any) -> Event:
        """A window calls a number."""
        self.calls[number] = 1
        self.windows[number] = window
        return self._ticket(EventKind.CALLED, number, calls=1, why={}, **data)

    def walk_in(self, number: str, window: int) -> Event:
        """Somebody without a ticket is served at a window."""
        self.windows[number] = window
        at = to_text(self.clock())
        serving = {"from": None, "to": "serving", "calls": 0, "called_at": at, "started_at": at}
        return self._ticket(EventKind.TAKEN, number, walk_in=True, **serving)

    def recall(self, number: str) -> Event:
        """Its window calls it again."""
        self.calls[number] += 1
        return self._ticket(EventKind.RECALLED, number, calls=self.calls[number], why={})

    def start(self, number: str, **data: Any) -> Event:
        """The visitor is at the window."""
        return self._ticket(EventKind.STARTED, number, **data)

    def finish(self, number: str) -> Event:
        """The visitor is served."""
        return self._ticket(EventKind.DONE, number)

    def miss(self, number: str) -> Event:
        """The visitor did not come (过号)."""
        return self._ticket(EventKind.PASSED, number)

    def put_back(self, number: str) -> Event:
        """The window takes the call back."""
        event = self._ticket(EventKind.RESTORED, number, **{"from": "called"})
        self.windows.pop(number)
        return event

    def suspend(self, number: str, state: str = "serving") -> Event:
        """The visitor fetches papers; the window is free."""
        event = self._ticket(
            EventKind.SUSPENDED, number, **{"from": state, "to": "suspended", "kind": "no_papers"}
        )
        self.windows.pop(number)
        return event

    def resume(self, number: str, window: int) -> Event:
        """The visitor is back, and served at a window."""
        self.windows[number] = window
        at = to_text(self.clock())
        serving = {"from": "suspended", "to": "serving", "calls": 1, "called_at": at, "started_at": at}
        return self._ticket(EventKind.RESUMED, number, **serving)

    def send_on(self, number: str, state: str = "serving") -> Event:
        """The window sends the visitor to another queue."""
        return self._ticket(EventKind.TRANSFERRED, number, **{"from": state, "to": "transferred"})

    def take_back(self, number: str, now: str, then: str) -> Event:
        """The window takes back what it did last: the visitor is there again, ``then`` as before."""
        at = to_text(self.clock())
        back = {"from": now, "to": then, "calls": 1, "called_at": at, "undo": True}
        started = {"started_at": at if then == "serving" else None}
        return self._ticket(EventKind.RESTORED, number, **back, **started)

    def new_profile(self, window: int) -> Event:
        """A supervisor lets a window serve other queues; the screens ask for the hall again."""
        return self._make(EventKind.HALL_CHANGED, data={"hall": self.hall.id, "window": window})

    def cancel(self, number: str) -> Event:
        """The called visitor's ticket is cancelled."""
        return self._ticket(EventKind.VOID, number, **{"from": "called"})

    def open(self, window: int, clerk: str = "0301") -> Event:
        """A clerk opens a window."""
        return self._window(EventKind.WINDOW_OPENED, window, clerk=clerk)

    def pause(self, window: int, reason: str = "break") -> Event:
        """A clerk pauses a window."""
        return self._window(EventKind.WINDOW_PAUSED, window, reason=reason)

    def close(self, window: int) -> Event:
        """A clerk closes a window."""
        return self._window(EventKind.WINDOW_CLOSED, window)

    def book(self, queue: str) -> Event:
        """Somebody books a slot of a queue."""
        data = {"queue": queue, "from": None, "to": "booked", "by": "kiosk:1"}
        zone = self.hall.queue(queue).zone
        return self._make(EventKind.BOOKING_CHANGED, zone=zone, data=data)

    def new_day(self) -> Event:
        """The next business day begins."""
        return self._make(EventKind.HALL_CHANGED, data={"date": "2026-11-23"})

    def _ticket(self, kind: EventKind, number: str, /, **data: Any) -> Event:
        """Make a leg's event; a later leg says in ``data`` which it is and in which zone."""
        queue = next(q for q in self.hall.queues if q.prefix == number.rstrip("0123456789"))
        return self._make(
            kind,
            ticket=number,
            leg=f"{number}.{data.pop('leg', 1)}",
            window=self.windows.get(number),
            zone=data.pop("zone", queue.zone),
            data={
                "number": number,
                "queue": queue.id,
                "class": self.hall.classes[0].id,
                "by": "clerk:0301",
                **data,
            },
        )

    def _window(self, kind: EventKind, window: int, **data: Any) -> Event:
        zone = self.hall.window(window).zone
        return self._make(kind, window=window, zone=zone, data={"clerk": "0301", **data})

    def _make(self, kind: EventKind, **what: Any) -> Event:
        self.seq += 1
        event = Event(seq=self.seq, at=self.clock(), kind=kind, **what)
        self.tell(event)
        return event
