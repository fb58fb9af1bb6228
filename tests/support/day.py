"""A day's events, written as one would tell them: a number is called to a window, recalled, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

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

    def call(self, number: str, window: int) -> Event:
        """A window calls a number."""
        self.calls[number] = 1
        self.windows[number] = window
        return self._ticket(EventKind.CALLED, number, calls=1, why={})

    def recall(self, number: str) -> Event:
        """Its window calls it again."""
        self.calls[number] += 1
        return self._ticket(EventKind.RECALLED, number, calls=self.calls[number], why={})

    def start(self, number: str) -> Event:
        """The visitor is at the window."""
        return self._ticket(EventKind.STARTED, number)

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

    def cancel(self, number: str) -> Event:
        """The called visitor's ticket is cancelled."""
        return self._ticket(EventKind.VOID, number, **{"from": "called"})

    def open(self, window: int) -> Event:
        """A clerk opens a window."""
        return self._window(EventKind.WINDOW_OPENED, window)

    def pause(self, window: int, reason: str = "break") -> Event:
        """A clerk pauses a window."""
        return self._window(EventKind.WINDOW_PAUSED, window, reason=reason)

    def close(self, window: int) -> Event:
        """A clerk closes a window."""
        return self._window(EventKind.WINDOW_CLOSED, window)

    def new_day(self) -> Event:
        """The next business day begins."""
        return self._make(EventKind.HALL_CHANGED, data={"date": "2026-11-23"})

    def _ticket(self, kind: EventKind, number: str, **data: Any) -> Event:
        queue = next(q for q in self.hall.queues if q.prefix == number.rstrip("0123456789"))
        return self._make(
            kind,
            ticket=number,
            leg=f"{number}.1",
            window=self.windows.get(number),
            zone=queue.zone,
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
