"""What the hall-wide feed says of every ticket, held against what can be and against what was answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from core.domain.event import Event, EventKind
from core.domain.floor import states_of
from core.domain.ticket import LegState
from hallcall.agents.announced import ENDS
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.voice import Sound

_ABOUT = frozenset({EventKind.RATING_ASKED, EventKind.RATED, EventKind.REPRINTED})
"""Events that name a leg and do not move it."""
_OPEN = frozenset({LegState.WAITING, LegState.CALLED, LegState.SERVING, LegState.SUSPENDED})

CallKey = tuple[str, int]
"""A call: its leg, and its number among the leg's calls from 1 (``calls`` begins anew with each wait)."""


@dataclass(slots=True)
class _Leg:
    ticket: str
    number: str
    zone: str
    state: LegState | None
    joined_s: float
    window: int | None = None
    was_called: bool = False


class Ledger:
    """Keeps every leg's state by the events.

    Attributes:
        waits_s: By zone: from joining a queue to the first call, seconds of the day.
        counts: How often each kind of event came.
        sounds: What the loudspeakers hear, in order.
        open: Legs that have not ended, and so people in the hall.
        present: Who is at each window.
        pressed: When the key of each call was pressed, by ``perf_counter``.
    """

    def __init__(self, faults: Faults, when: Callable[[Event], float]) -> None:
        self.waits_s: dict[str, list[float]] = defaultdict(list)
        self.counts: Counter[EventKind] = Counter()
        self.sounds: list[Sound] = []
        self.open: set[str] = set()
        self.present: dict[int, str] = {}
        self.pressed: dict[CallKey, float] = {}
        self._faults = faults
        self._when = when
        self._legs: dict[str, _Leg] = {}
        self._numbers: dict[str, str] = {}
        self._answered: dict[str, str] = {}
        self._calls: dict[CallKey, int] = {}
        self._calls_answered: dict[CallKey, int] = {}
        self._calls_of: Counter[str] = Counter()
        self._answers_of: Counter[str] = Counter()

    def taken(self, ticket: str, number: str) -> None:
        """Note that a ticket was answered."""
        self._answered[ticket] = number

    def called(self, leg: str, window: int, pressed_at: float) -> None:
        """Note that a call was answered."""
        self._answers_of[leg] += 1
        call = (leg, self._answers_of[leg])
        self._calls_answered[call] = window
        self.pressed[call] = pressed_at

    def fold(self, event: Event) -> None:
        """Take in an event of the hall-wide feed."""
        self.counts[event.kind] += 1
        if event.leg is None or event.kind in _ABOUT:
            return
        before, after = states_of(event)
        at_s = self._when(event)
        leg = self._legs.get(event.leg)
        if leg is None:
            leg = self._legs[event.leg] = self._begun(event, before, at_s)
        elif leg.state is not before:
            self._faults.add(Fault.TWICE, f"{leg.number} was {leg.state}, event {event.seq} says {before}")
        self._move(event, leg, after, at_s)

    def end(self) -> None:
        """Note what is left over and what does not agree, once the day is over."""
        for each in self.open:
            leg = self._legs[each]
            self._faults.add(Fault.LEFT, f"{leg.number} in {leg.zone} is still {leg.state}")
        known = {leg.ticket for leg in self._legs.values()}
        for ticket, number in self._answered.items():
            if ticket not in known:
                self._faults.add(Fault.UNTOLD, f"ticket {number} was answered, and no event told of it")
        for call, window in self._calls_answered.items():
            if self._calls.get(call) != window:
                self._faults.add(Fault.UNTOLD, f"the call of {call[0]} to window {window} has no event")

    def _begun(self, event: Event, before: LegState | None, at_s: float) -> _Leg:
        ticket, number = event.ticket or "", event.data["number"]
        if self._numbers.setdefault(number, ticket) != ticket:
            self._faults.add(Fault.NUMBER, f"{number} was given to {self._numbers[number]} and to {ticket}")
        return _Leg(ticket, number, event.zone or "", before, at_s)

    def _move(self, event: Event, leg: _Leg, after: LegState | None, at_s: float) -> None:
        if event.kind in (EventKind.CALLED, EventKind.RECALLED):
            self._hear_call(event, leg, at_s)
        elif event.kind in ENDS:
            self.sounds.append(Sound(at_s, leg.zone, event.leg or "", leg.number))
        if event.kind is EventKind.CALLED and not leg.was_called:
            leg.was_called = True
            self.waits_s[leg.zone].append(at_s - leg.joined_s)
        if after is LegState.WAITING and not leg.was_called:
            leg.joined_s = at_s
        self._place(event, leg, after)
        leg.state = after
        (self.open.add if after in _OPEN else self.open.discard)(event.leg or "")

    def _hear_call(self, event: Event, leg: _Leg, at_s: float) -> None:
        self._calls_of[event.leg or ""] += 1
        self._calls[event.leg or "", self._calls_of[event.leg or ""]] = event.window or 0
        repeat = max(1, event.data.get("calls", 1) - 1) if event.kind is EventKind.RECALLED else 0
        self.sounds.append(Sound(at_s, leg.zone, event.leg or "", leg.number, event.window or 0, repeat))

    def _place(self, event: Event, leg: _Leg, after: LegState | None) -> None:
        """Keep who is at which window: one at most."""
        if leg.window is not None and self.present.get(leg.window) == event.leg:
            del self.present[leg.window]
        leg.window = None
        if after is None or not after.at_window:
            return
        window = event.window or 0
        other = self.present.get(window)
        if other is not None:
            number = self._legs[other].number
            self._faults.add(Fault.TWICE, f"{number} and {leg.number} are both at window {window}")
        self.present[window] = event.leg or ""
        leg.window = window
