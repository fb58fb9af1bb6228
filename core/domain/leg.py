"""A leg: one stay of a ticket in one queue. Every legal move is a method here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

from core.domain.errors import (
    HallError,
    PassTooSoon,
    RecallsUsedUp,
    RecallTooSoon,
    TicketElsewhere,
    TicketEnded,
    TicketNotAtWindow,
    TicketNotCalled,
    TicketNotOpen,
    TicketNotPassed,
    TicketNotPlanned,
    TicketNotSuspended,
    TicketNotWaiting,
)
from core.domain.rules import USUAL, Rules
from core.domain.ticket import LegState, Suspension

FIRST, BY_ARRIVAL = 0, 1
"""Ranks of a waiting leg: first in line, or by arrival."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One stay of a ticket in one queue and at one window.

    Attributes:
        id: The ticket's id, a dot, and the leg's place in the visit from 1.
        since: When the visitor (last) came to wait, UTC: waiting people are called in this order. A transfer
            keeps it.
        entered: Number of the event by which it joined the queue: settles equal ``since``.
        window: The window it is or was called to, or at which it is suspended.
        calls: How often it was called, recalls included.
        call_at: When it was called last, a recall included; ``None`` once it waits again or is void.
        call_seq: The event of that last call.
        item: Id of the item it is for, if that is known.
        step: Its place in the visit's order, from 1; legs in parallel share one.
        steps: How many steps the visit has.
        several: Whether the visit has other legs that are open or to come.
        pin: The only window that may call it, until that window closes.
        rank: ``FIRST`` or ``BY_ARRIVAL``.
        ready_at: It is not called before.
        held: Another leg of the visit is at a window meanwhile.
        back_to: While planned: the step whose window it goes back to.
        due_at: When the item's promised time ends.
        clerk: Id of the clerk who called it.
        suspension: While suspended: which kind.
        reason: Id of the reason of its last move, where one was given.
        wake_at: While suspended: when it waits again by itself.
        outcome: Of a finished leg: id of the reason picked, e.g. ``"not_accepted"``.
        version: Bumped on every change; the store refuses a stale one.
    """

    id: str
    ticket: str
    number: str
    queue: str
    visitor_class: str
    since: datetime
    entered: int
    state: LegState = LegState.WAITING
    window: int | None = None
    called_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    calls: int = 0
    call_at: datetime | None = None
    call_seq: int | None = None
    item: str | None = None
    step: int = 1
    steps: int = 1
    several: bool = False
    pin: int | None = None
    rank: int = BY_ARRIVAL
    ready_at: datetime | None = None
    held: bool = False
    back_to: int | None = None
    due_at: datetime | None = None
    clerk: str | None = None
    suspension: Suspension | None = None
    reason: str | None = None
    wake_at: datetime | None = None
    outcome: str | None = None
    version: int = 1

    @property
    def place(self) -> int:
        """The leg's place in the visit, from 1; sorts where the id as text would not."""
        return int(self.id.rpartition(".")[2])

    def callable_by(self, window: int, now: datetime) -> bool:
        """Whether that window may call it now, as far as the leg itself is concerned."""
        return (
            self.state is LegState.WAITING
            and not self.held
            and self.pin in (None, window)
            and (self.ready_at is None or self.ready_at <= now)
        )

    def is_late(self, now: datetime) -> bool:
        """Whether the promised time was or is exceeded."""
        return self.due_at is not None and (self.ended_at or now) > self.due_at

    def called_to(self, window: int, at: datetime, seq: int, clerk: str | None = None) -> Leg:
        """Return this leg as called to ``window`` by the event ``seq``.

        Raises:
            TicketNotWaiting: It has left the queue.
            TicketElsewhere: It waits for another window, or the visitor is at one.
        """
        self._must_be(TicketNotWaiting, LegState.WAITING)
        if self.held or self.pin not in (None, window):
            raise TicketElsewhere(number=self.number, window=self.pin)
        return self._moved(
            LegState.CALLED,
            window=window,
            called_at=at,
            calls=1,
            call_at=at,
            call_seq=seq,
            ready_at=None,
            clerk=clerk,
            reason=None,
        )

    def let_go(self) -> Leg:
        """Return this leg as one that any window of its queue may call: the one it waited for has closed.

        It is no move of its own, the call that follows keeps it.
        """
        return replace(self, pin=None)

    def recalled(self, at: datetime, seq: int, rules: Rules = USUAL) -> Leg:
        """Return this leg as called once more; the serve clock is not restarted.

        Raises:
            TicketNotAtWindow: It is neither called nor served.
            RecallsUsedUp, RecallTooSoon: The queue's rules do not allow it (yet).
        """
        self._must_be(TicketNotAtWindow, LegState.CALLED, LegState.SERVING)
        if rules.recall_most and self.calls > rules.recall_most:
            raise RecallsUsedUp(number=self.number, most=rules.recall_most)
        self._must_have_waited(RecallTooSoon, rules.recall_gap_s, at)
        return self._moved(self.state, calls=self.calls + 1, call_at=at, call_seq=seq)

    def started(self, at: datetime, due_at: datetime | None = None) -> Leg:
        """Return this leg as being served.

        Raises:
            TicketNotCalled: It is not called, or is being served already.
        """
        self._must_be(TicketNotCalled, LegState.CALLED)
        return self._moved(LegState.SERVING, started_at=at, due_at=due_at)

    def finished(self, at: datetime, outcome: str | None = None) -> Leg:
        """Return this leg as done.

        Where nobody pressed start, the service counts from the call.

        Raises:
            TicketNotAtWindow: It is neither called nor served.
        """
        self._must_be(TicketNotAtWindow, LegState.CALLED, LegState.SERVING)
        return self._moved(
            LegState.DONE, started_at=self.started_at or self.called_at, ended_at=at, outcome=outcome
        )

    def passed(self, at: datetime, reason: str | None = None, rules: Rules = USUAL) -> Leg:
        """Return this leg as passed: it was called and nobody came.

        Raises:
            TicketNotCalled: It is not called, or is being served.
            PassTooSoon: It was called a moment ago.
        """
        self._must_be(TicketNotCalled, LegState.CALLED)
        self._must_have_waited(PassTooSoon, rules.pass_after_s, at)
        return self._moved(LegState.PASSED, ended_at=at, reason=reason)

    def restored(self, since: datetime, entered: int) -> Leg:
        """Return this passed leg as waiting again, at the place that ``since`` and ``entered`` give it.

        Raises:
            TicketNotPassed: It was not passed.
        """
        self._must_be(TicketNotPassed, LegState.PASSED)
        return self._back(since=since, entered=entered, rank=BY_ARRIVAL)

    def put_back(self) -> Leg:
        """Return this called leg as waiting again, at its old place.

        Raises:
            TicketNotCalled: It is not called, or is being served.
        """
        self._must_be(TicketNotCalled, LegState.CALLED)
        return self._back()

    def suspended(
        self,
        kind: Suspension,
        at: datetime,
        *,
        reason: str | None = None,
        wake_at: datetime | None = None,
    ) -> Leg:
        """Return this leg as suspended; its window is free for the next.

        Raises:
            TicketNotAtWindow: It is neither called nor served.
        """
        self._must_be(TicketNotAtWindow, LegState.CALLED, LegState.SERVING)
        return self._moved(
            LegState.SUSPENDED,
            suspension=kind,
            reason=reason,
            wake_at=wake_at,
            started_at=self.started_at or self.called_at,
            ended_at=at,
            call_at=None,
            call_seq=None,
        )

    def resumed(self, window: int, at: datetime, *, anywhere: bool = False) -> Leg:
        """Return this suspended leg as being served again at ``window``.

        The time between is not counted as service.

        Args:
            window: Where; the same window again if papers were left there or an outside step was waited for.
            anywhere: A supervisor moves it to another window all the same.

        Raises:
            TicketNotSuspended: It is not suspended.
            TicketElsewhere: It goes on at another window.
        """
        self._must_be(TicketNotSuspended, LegState.SUSPENDED)
        if self._home not in (None, window) and not anywhere:
            raise TicketElsewhere(number=self.number, window=self._home)
        assert self.started_at is not None
        assert self.ended_at is not None
        return self._moved(
            LegState.SERVING,
            window=window,
            suspension=None,
            wake_at=None,
            reason=None,
            started_at=at - (self.ended_at - self.started_at),
            ended_at=None,
        )

    def rejoined(self, entered: int) -> Leg:
        """Return this suspended leg as waiting, first in line, for the windows that its kind allows.

        Raises:
            TicketNotSuspended: It is not suspended.
        """
        self._must_be(TicketNotSuspended, LegState.SUSPENDED)
        return self._back(entered=entered, pin=self._home, rank=FIRST, suspension=None, wake_at=None)

    @property
    def _home(self) -> int | None:
        return None if self.suspension is Suspension.NO_PAPERS else self.window

    def transferred(self, at: datetime, reason: str | None = None) -> Leg:
        """Return this leg as ended because the visit goes on in another queue or at another window.

        Raises:
            TicketEnded: It has ended already, or has not begun.
        """
        self._must_be(
            TicketEnded,
            LegState.WAITING,
            LegState.CALLED,
            LegState.SERVING,
            LegState.PASSED,
            LegState.SUSPENDED,
        )
        return self._moved(
            LegState.TRANSFERRED, ended_at=at, reason=reason, call_at=None, call_seq=None, wake_at=None
        )

    def opened(self, entered: int, *, pin: int | None = None, rank: int = BY_ARRIVAL) -> Leg:
        """Return this planned leg as waiting: its step has come.

        Raises:
            TicketNotPlanned: It is not planned.
        """
        self._must_be(TicketNotPlanned, LegState.PLANNED)
        return self._moved(LegState.WAITING, entered=entered, pin=pin, rank=rank)

    def replanned(self) -> Leg:
        """Return this waiting leg as planned again: the step before it was taken back.

        Raises:
            TicketNotWaiting: It was called meanwhile.
        """
        self._must_be(TicketNotWaiting, LegState.WAITING)
        pin = self.pin if self.back_to is None else None
        return self._moved(LegState.PLANNED, pin=pin, rank=BY_ARRIVAL, held=False)

    def undone(self, before: Leg) -> Leg:
        """Return this finished, passed or transferred leg as it was ``before``.

        A call that has left the boards does not come back to them.

        Raises:
            TicketNotOpen: It has moved on since.
        """
        self._must_be(TicketNotOpen, LegState.DONE, LegState.PASSED, LegState.TRANSFERRED)
        return replace(before, version=self.version + 1, call_at=self.call_at, call_seq=self.call_seq)

    def voided(self, at: datetime, reason: str | None = None) -> Leg:
        """Return this leg as void: cancelled by a person or ended with the day.

        Raises:
            TicketEnded: It is being served or has ended.
        """
        self._must_be(
            TicketEnded,
            LegState.PLANNED,
            LegState.WAITING,
            LegState.CALLED,
            LegState.PASSED,
            LegState.SUSPENDED,
        )
        return self._moved(
            LegState.VOID, ended_at=at, reason=reason, call_at=None, call_seq=None, wake_at=None
        )

    def with_held(self, held: bool) -> Leg:
        """Return this waiting leg as held while another leg of the visit is at a window, or free again."""
        self._must_be(TicketNotWaiting, LegState.WAITING)
        return self._moved(self.state, held=held)

    def with_class(self, visitor_class: str) -> Leg:
        """Return this leg in another class of visitors.

        Raises:
            TicketEnded: It has ended.
        """
        if self.state.ended:
            self._must_be(TicketEnded)
        return self._moved(self.state, visitor_class=visitor_class)

    def with_steps(self, after: int, more: int) -> Leg:
        """Return this leg in a visit that has become ``more`` steps longer behind the step ``after``."""
        return self._moved(
            self.state,
            step=self.step + more if self.step > after else self.step,
            steps=self.steps + more,
            # Who is to go back to the step's window goes back to the leg that returns there.
            back_to=self.back_to + more if self.back_to and self.back_to >= after else self.back_to,
            several=True,
        )

    def _must_be(self, refusal: type[HallError], *states: LegState) -> None:
        if self.state not in states:
            raise refusal(number=self.number, state=self.state.value, window=self.window)

    def _must_have_waited(self, refusal: type[HallError], least_s: int, at: datetime) -> None:
        """Refuse what comes too soon after the last call."""
        if self.call_at is None:
            return
        left = self.call_at + timedelta(seconds=least_s) - at
        if left > timedelta(0):
            raise refusal(number=self.number, wait_s=ceil(left.total_seconds()))

    def _back(self, **changes: object) -> Leg:
        cleared: dict[str, object] = {
            "window": None,
            "called_at": None,
            "started_at": None,
            "ended_at": None,
            "calls": 0,
            "call_at": None,
            "call_seq": None,
            "clerk": None,
            "reason": None,
        }
        return self._moved(LegState.WAITING, **(cleared | changes))

    def _moved(self, state: LegState, **changes: object) -> Leg:
        return replace(self, state=state, version=self.version + 1, **changes)  # type: ignore[arg-type]
