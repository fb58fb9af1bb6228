"""The floor of the hall as the screens see it: a snapshot, kept up by folding events.

The core answers the snapshot from its database; a screen takes it once and then folds each event of the feed.
That both ways give the same floor is held by a test over thousands of random histories.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.domain.clock import from_text
from core.domain.event import MASKED_NAME, Event, EventKind
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.ready_results import ReadyResults
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

CALLS_KEPT = 20
"""So many latest calls a zone's floor remembers."""


@dataclass(frozen=True, slots=True)
class AtWindow:
    """The visitor at a window.

    Attributes:
        state: Called or serving.
        since: When called, or since when served.
        step: Which step of the visit this is, of ``steps``.
        masked_name: What is shown of the visitor's name beside the number, ``""``: nothing.
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
    step: int = 1
    steps: int = 1
    masked_name: str = field(default="", repr=False)

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
        masked_name: As of :class:`AtWindow`.
    """

    leg: str
    number: str
    queue: str
    zone: str
    window: int
    calls: int
    at: datetime
    seq: int
    step: int = 1
    steps: int = 1
    masked_name: str = field(default="", repr=False)


@dataclass
class Floor:
    """Who waits where, what each window does, and the latest calls.

    Attributes:
        seq: Number of the last event seen.
        waiting: Queue id to how many wait in it; every queue that is shown has its key.
        windows: Window number to its view.
        calls: Latest calls, newest first, one entry a leg, at most ``CALLS_KEPT`` a zone.
        results: What can be collected.
    """

    seq: int = 0
    waiting: dict[str, int] = field(default_factory=dict)
    windows: dict[int, WindowView] = field(default_factory=dict)
    calls: deque[CallView] = field(default_factory=deque)
    results: ReadyResults = field(default_factory=ReadyResults)

    def apply(self, event: Event) -> None:
        """Fold one event; events this floor has seen already are passed over."""
        if event.seq <= self.seq:
            return
        self.seq = event.seq
        self.results.apply(event)
        if event.leg is not None and event.kind not in _ABOUT:
            self._on_leg(event)
        elif event.kind in _STATUS:
            self._on_window(event)
        elif event.kind is EventKind.HALL_CHANGED:
            self._on_hall(event)

    def reached(self, seq: int) -> None:
        """Note that nothing of this floor happened up to ``seq``."""
        self.seq = max(self.seq, seq)

    def visitor(self, window: int) -> AtWindow | None:
        """Return who is at a window."""
        view = self.windows.get(window)
        return view.visitor if view else None

    def _on_leg(self, event: Event) -> None:
        before, after = states_of(event)
        self._count(event.data["queue"], waiting_change(event))
        if event.kind in (EventKind.CALLED, EventKind.RECALLED):
            self._list_call(event)
        elif after not in STAYS_LISTED:
            self._unlist(event.leg)
        elif event.kind is EventKind.CHANGED:
            self._relist(event)
        if after is not None and after.at_window:
            self._set_visitor(event, self._visitor(event, after))
        elif before is not None and before.at_window:
            self._set_visitor(event, None)

    def _visitor(self, event: Event, state: LegState) -> AtWindow:
        """Return who is at the window after the event: the one before in another state, or a new one."""
        data = event.data
        before = self.visitor(event.window or 0)
        if before is None or before.leg != event.leg:
            called_at = data.get("called_at")
            before = AtWindow(
                ticket=event.ticket or "",
                leg=event.leg or "",
                number=data["number"],
                queue=data["queue"],
                visitor_class=data["class"],
                state=state,
                calls=data.get("calls", 0),
                called_at=from_text(called_at) if called_at else event.at,
                started_at=from_text(data["started_at"]) if data.get("started_at") else None,
                step=data.get("step", 1),
                steps=data.get("steps", 1),
                masked_name=data.get(MASKED_NAME, ""),
            )
        return replace(
            before,
            # A recall calls who is called or served; older programs did not say which.
            state=before.state if event.kind is EventKind.RECALLED else state,
            visitor_class=data["class"],
            calls=data.get("calls", before.calls),
            step=data.get("step", before.step),
            steps=data.get("steps", before.steps),
            started_at=event.at if event.kind is EventKind.STARTED else before.started_at,
        )

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
            step=event.data.get("step", 1),
            steps=event.data.get("steps", 1),
            masked_name=event.data.get(MASKED_NAME, ""),
        )
        self.calls.appendleft(call)
        same_zone = [each for each in self.calls if each.zone == call.zone]
        if len(same_zone) > CALLS_KEPT:
            self.calls.remove(same_zone[-1])

    def _relist(self, event: Event) -> None:
        """Show a listed call's step as it is since its visit became longer or shorter."""
        step, steps = event.data.get("step", 1), event.data.get("steps", 1)
        self.calls = deque(
            replace(call, step=step, steps=steps) if call.leg == event.leg else call for call in self.calls
        )

    def _unlist(self, leg: str | None) -> None:
        for call in [each for each in self.calls if each.leg == leg]:
            self.calls.remove(call)

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
            for number, view in self.windows.items():
                if view.visitor is not None and view.visitor.masked_name:
                    # Names were erased with the day; who is served past its end is known by the number.
                    self.windows[number] = replace(view, visitor=replace(view.visitor, masked_name=""))


_STATUS = {
    EventKind.WINDOW_OPENED: WindowStatus.OPEN,
    EventKind.WINDOW_PAUSED: WindowStatus.PAUSED,
    EventKind.WINDOW_CLOSED: WindowStatus.CLOSED,
}

_ABOUT = frozenset({EventKind.RATING_ASKED, EventKind.RATED, EventKind.REPRINTED})
"""Events that name a leg and do not move it."""

STAYS_LISTED = frozenset({LegState.CALLED, LegState.SERVING, LegState.DONE, LegState.PASSED})
"""States in which a leg's last call stays on the boards."""

_MOVES: Mapping[EventKind, tuple[LegState | None, LegState]] = {
    EventKind.TAKEN: (None, LegState.WAITING),
    EventKind.CALLED: (LegState.WAITING, LegState.CALLED),
    EventKind.RECALLED: (LegState.CALLED, LegState.CALLED),
    EventKind.STARTED: (LegState.CALLED, LegState.SERVING),
    EventKind.DONE: (LegState.SERVING, LegState.DONE),
    EventKind.PASSED: (LegState.CALLED, LegState.PASSED),
    EventKind.RESTORED: (LegState.PASSED, LegState.WAITING),
    EventKind.VOID: (LegState.WAITING, LegState.VOID),
}
"""What moved from where to where in events of older programs, which say only what is not clear."""


def states_of(event: Event) -> tuple[LegState | None, LegState | None]:
    """Return the states of an event's leg before and after it; there are none where it is about no leg."""
    if event.leg is None:
        return None, None
    before, after = _MOVES.get(event.kind, (None, None))
    if "from" in event.data:
        before = LegState(event.data["from"]) if event.data["from"] else None
    if "to" in event.data:
        after = LegState(event.data["to"])
    return before, after


def waiting_change(event: Event) -> int:
    """Return how many more wait in the event's queue since it, or fewer."""
    if event.kind in _ABOUT:
        return 0
    before, after = states_of(event)
    return (after is LegState.WAITING) - (before is LegState.WAITING)


def visitor_of(leg: Leg, masked_name: str = "") -> AtWindow:
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
        step=leg.step,
        steps=leg.steps,
        masked_name=masked_name,
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
