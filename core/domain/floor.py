"""The floor of the hall as the screens see it: a snapshot, kept up by folding events.

The core answers the snapshot from its database; a screen takes it once and then folds each event of the feed.
That both ways give the same floor is held by a test over thousands of random histories.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.ticket import Leg, LegState
from core.domain.window import WindowStatus

CALLS_KEPT = 20
"""So many latest calls a zone's floor remembers."""


@dataclass(frozen=True, slots=True)
class AtWindow:
    """The visitor at a window.

    Attributes:
        state: Called or serving.
        since: When called, or since when served.
    """

    ticket: str
    leg: str
    number: str
    queue: str
    visitor_class: str
    state: LegState
    calls: int
    called_at: datetime
    started_at: datetime | None = None

    @property
    def since(self) -> datetime:
        """Since when the visitor is in this state."""
        return self.started_at or self.called_at


@dataclass(frozen=True, slots=True)
class WindowView:
    """A window as the screens see it."""

    number: int
    zone: str
    status: WindowStatus = WindowStatus.CLOSED
    clerk: str | None = None
    reason: str | None = None
    since: datetime | None = None
    visitor: AtWindow | None = None


@dataclass(frozen=True, slots=True)
class CallView:
    """One call as a board lists it.

    Attributes:
        at: When it was (last) called; a recall moves it.
        seq: The event of that call.
    """

    leg: str
    number: str
    queue: str
    zone: str
    window: int
    calls: int
    at: datetime
    seq: int


@dataclass
class Floor:
    """Who waits where, what each window does, and the latest calls.

    Attributes:
        seq: Number of the last event seen.
        waiting: Queue id to how many wait in it; every queue that is shown has its key.
        windows: Window number to its view.
        calls: Latest calls, newest first, one entry a leg, at most ``CALLS_KEPT`` a zone.
    """

    seq: int = 0
    waiting: dict[str, int] = field(default_factory=dict)
    windows: dict[int, WindowView] = field(default_factory=dict)
    calls: deque[CallView] = field(default_factory=deque)

    def apply(self, event: Event) -> None:
        """Fold one event; events this floor has seen already are passed over."""
        if event.seq <= self.seq:
            return
        self.seq = event.seq
        _FOLD[event.kind](self, event)

    def reached(self, seq: int) -> None:
        """Note that nothing of this floor happened up to ``seq``."""
        self.seq = max(self.seq, seq)

    def visitor(self, window: int) -> AtWindow | None:
        """Return who is at a window."""
        view = self.windows.get(window)
        return view.visitor if view else None

    def _joined(self, event: Event) -> None:
        self._count(event.data["queue"], 1)

    def _left(self, event: Event) -> None:
        self._count(event.data["queue"], -1)

    def _count(self, queue: str, change: int) -> None:
        # A screen with a filter also hears of queues it does not show: its windows serve other zones' queues.
        if queue in self.waiting:
            self.waiting[queue] += change

    def _set_visitor(self, event: Event, visitor: AtWindow | None) -> None:
        if event.window is not None and event.window in self.windows:
            self.windows[event.window] = replace(self.windows[event.window], visitor=visitor)

    def _list_call(self, event: Event) -> None:
        self._unlist(event.leg)
        call = CallView(
            leg=event.leg or "",
            number=event.data["number"],
            queue=event.data["queue"],
            zone=event.zone or "",
            window=event.window or 0,
            calls=event.data["calls"],
            at=event.at,
            seq=event.seq,
        )
        self.calls.appendleft(call)
        same_zone = [each for each in self.calls if each.zone == call.zone]
        if len(same_zone) > CALLS_KEPT:
            self.calls.remove(same_zone[-1])

    def _unlist(self, leg: str | None) -> None:
        for call in [each for each in self.calls if each.leg == leg]:
            self.calls.remove(call)

    def _on_taken(self, event: Event) -> None:
        self._joined(event)

    def _on_called(self, event: Event) -> None:
        self._left(event)
        self._list_call(event)
        data = event.data
        visitor = AtWindow(
            ticket=event.ticket or "",
            leg=event.leg or "",
            number=data["number"],
            queue=data["queue"],
            visitor_class=data["class"],
            state=LegState.CALLED,
            calls=data["calls"],
            called_at=event.at,
        )
        self._set_visitor(event, visitor)

    def _on_recalled(self, event: Event) -> None:
        self._list_call(event)
        visitor = self.visitor(event.window or 0)
        if visitor is not None:
            self._set_visitor(event, replace(visitor, calls=event.data["calls"]))

    def _on_started(self, event: Event) -> None:
        visitor = self.visitor(event.window or 0)
        if visitor is not None:
            self._set_visitor(event, replace(visitor, state=LegState.SERVING, started_at=event.at))

    def _on_gone(self, event: Event) -> None:
        self._set_visitor(event, None)

    def _on_restored(self, event: Event) -> None:
        self._joined(event)
        self._unlist(event.leg)
        if event.data["from"] == LegState.CALLED:
            self._set_visitor(event, None)

    def _on_void(self, event: Event) -> None:
        self._unlist(event.leg)
        before = event.data["from"]
        if before == LegState.WAITING:
            self._left(event)
        elif before == LegState.CALLED:
            self._set_visitor(event, None)

    def _on_window(self, event: Event) -> None:
        view = self.windows.get(event.window or 0)
        if view is not None:
            status = _STATUS[event.kind]
            closed = status is WindowStatus.CLOSED
            self.windows[view.number] = replace(
                view,
                status=status,
                clerk=None if closed else event.data["clerk"],
                reason=event.data.get("reason"),
                since=event.at,
            )

    def _on_hall(self, event: Event) -> None:
        """A new business day lists its own calls only; a new description is asked for by who shows it."""
        if "date" in event.data:
            self.calls.clear()


_STATUS = {
    EventKind.WINDOW_OPENED: WindowStatus.OPEN,
    EventKind.WINDOW_PAUSED: WindowStatus.PAUSED,
    EventKind.WINDOW_CLOSED: WindowStatus.CLOSED,
}

_FOLD = {
    EventKind.TAKEN: Floor._on_taken,
    EventKind.CALLED: Floor._on_called,
    EventKind.RECALLED: Floor._on_recalled,
    EventKind.STARTED: Floor._on_started,
    EventKind.DONE: Floor._on_gone,
    EventKind.PASSED: Floor._on_gone,
    EventKind.RESTORED: Floor._on_restored,
    EventKind.VOID: Floor._on_void,
    EventKind.WINDOW_OPENED: Floor._on_window,
    EventKind.WINDOW_PAUSED: Floor._on_window,
    EventKind.WINDOW_CLOSED: Floor._on_window,
    EventKind.HALL_CHANGED: Floor._on_hall,
}


def visitor_of(leg: Leg) -> AtWindow:
    """Return a called or served leg as the visitor at its window."""
    assert leg.called_at is not None
    return AtWindow(
        ticket=leg.ticket,
        leg=leg.id,
        number=leg.number,
        queue=leg.queue,
        visitor_class=leg.visitor_class,
        state=leg.state,
        calls=leg.calls,
        called_at=leg.called_at,
        started_at=leg.started_at,
    )


def empty_floor(hall: Hall) -> Floor:
    """Return the floor of a hall in which nothing has happened yet."""
    return Floor(
        waiting={queue.id: 0 for queue in hall.queues},
        windows={window.number: WindowView(window.number, window.zone) for window in hall.windows},
    )


def replay(hall: Hall, events: Iterable[Event]) -> Floor:
    """Return the floor after ``events``, from nothing."""
    floor = empty_floor(hall)
    for event in events:
        floor.apply(event)
    return floor
