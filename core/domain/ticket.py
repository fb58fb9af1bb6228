"""Ticket and leg: every legal move of a visit is a method here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from core.domain.errors import (
    HallError,
    TicketEnded,
    TicketNotAtWindow,
    TicketNotCalled,
    TicketNotPassed,
    TicketNotWaiting,
)


class LegState(StrEnum):
    """Where a leg is in its life; the values are the words on the wire and in the database."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    PASSED = "passed"
    VOID = "void"

    @property
    def at_window(self) -> bool:
        """Whether the visitor is called to a window or served at it."""
        return self in (LegState.CALLED, LegState.SERVING)


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit; its number never changes, whatever happens to it.

    Attributes:
        id: Opaque.
        number: What is printed, e.g. ``"A017"``; unique in the hall on its business date.
        visitor_class: Id of the class.
        language: What the visitor reads, e.g. ``"bo"``.
        track: Random token of the visitor's own page; it is on the slip and never on the feed.
        taken_at: When it was taken, UTC.
    """

    id: str
    number: str
    date: date
    visitor_class: str
    language: str
    track: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class Leg:
    """One stay of a ticket in one queue and at one window.

    Attributes:
        id: The ticket's id, a dot, and the leg's place in the visit from 1.
        since: When it (last) joined the queue, UTC: waiting people are called in this order.
        entered: Number of the event by which it joined the queue: settles equal ``since``.
        window: The window it is or was called to.
        calls: How often it was called, recalls included.
        call_at: When it was called last, a recall included; ``None`` once it waits again or is void.
        call_seq: The event of that last call.
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
    version: int = 1

    def called_to(self, window: int, at: datetime, seq: int) -> Leg:
        """Return this leg as called to ``window`` by the event ``seq``.

        Raises:
            TicketNotWaiting: It has left the queue.
        """
        self._must_be(TicketNotWaiting, LegState.WAITING)
        return self._moved(LegState.CALLED, window=window, called_at=at, calls=1, call_at=at, call_seq=seq)

    def recalled(self, at: datetime, seq: int) -> Leg:
        """Return this leg as called once more; the serve clock is not restarted.

        Raises:
            TicketNotAtWindow: It is neither called nor served.
        """
        self._must_be(TicketNotAtWindow, LegState.CALLED, LegState.SERVING)
        return self._moved(self.state, calls=self.calls + 1, call_at=at, call_seq=seq)

    def started(self, at: datetime) -> Leg:
        """Return this leg as being served.

        Raises:
            TicketNotCalled: It is not called, or is being served already.
        """
        self._must_be(TicketNotCalled, LegState.CALLED)
        return self._moved(LegState.SERVING, started_at=at)

    def finished(self, at: datetime) -> Leg:
        """Return this leg as done.

        Where nobody pressed start, the service counts from the call.

        Raises:
            TicketNotAtWindow: It is neither called nor served.
        """
        self._must_be(TicketNotAtWindow, LegState.CALLED, LegState.SERVING)
        return self._moved(LegState.DONE, started_at=self.started_at or self.called_at, ended_at=at)

    def passed(self, at: datetime) -> Leg:
        """Return this leg as passed: it was called and nobody came.

        Raises:
            TicketNotCalled: It is not called, or is being served.
        """
        self._must_be(TicketNotCalled, LegState.CALLED)
        return self._moved(LegState.PASSED, ended_at=at)

    def restored(self, at: datetime, entered: int) -> Leg:
        """Return this passed leg as waiting again, at the end of its queue.

        Raises:
            TicketNotPassed: It was not passed.
        """
        self._must_be(TicketNotPassed, LegState.PASSED)
        return self._back(since=at, entered=entered)

    def put_back(self) -> Leg:
        """Return this called leg as waiting again, at its old place.

        Raises:
            TicketNotCalled: It is not called, or is being served.
        """
        self._must_be(TicketNotCalled, LegState.CALLED)
        return self._back(since=self.since, entered=self.entered)

    def voided(self, at: datetime) -> Leg:
        """Return this leg as void: cancelled by a person or ended with the day.

        Raises:
            TicketEnded: It is being served, done or void.
        """
        self._must_be(TicketEnded, LegState.WAITING, LegState.CALLED, LegState.PASSED)
        return self._moved(LegState.VOID, ended_at=at, call_at=None, call_seq=None)

    def _must_be(self, refusal: type[HallError], *states: LegState) -> None:
        if self.state not in states:
            raise refusal(number=self.number, state=self.state.value, window=self.window)

    def _back(self, *, since: datetime, entered: int) -> Leg:
        return self._moved(
            LegState.WAITING,
            since=since,
            entered=entered,
            window=None,
            called_at=None,
            ended_at=None,
            calls=0,
            call_at=None,
            call_seq=None,
        )

    def _moved(self, state: LegState, **changes: object) -> Leg:
        return replace(self, state=state, version=self.version + 1, **changes)  # type: ignore[arg-type]
