"""What a guide or the visitor does with a ticket, wherever it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.app.booking_again import open_again
from core.app.moves import move
from core.app.ports import UnitOfWork
from core.app.suspend import rejoin
from core.app.tell import given
from core.domain.errors import RestoreRefused, TicketEnded
from core.domain.event import EventKind
from core.domain.leg import FIRST, Leg
from core.domain.rules import Restore
from core.domain.ticket import LegState
from core.domain.visit import current, in_state

_MOMENT = timedelta(microseconds=1)
"""What tells two arrivals apart."""


def restore(uow: UnitOfWork, *, ticket: str, by: str) -> Leg:
    """Let a passed visitor wait again where the queue's rule says, or a suspended one first in line.

    Raises:
        TicketUnknown, TicketNotPassed: There is no such passed or suspended ticket.
        RestoreRefused: Passed numbers of that queue are void.
    """
    leg = in_state(uow.tickets.legs_of(ticket), LegState.SUSPENDED, LegState.PASSED)
    if leg.state is LegState.SUSPENDED:
        return rejoin(uow, leg, by=by)
    return restore_leg(uow, leg, by=by)


def restore_leg(uow: UnitOfWork, passed: Leg, *, by: str) -> Leg:
    """Let a passed leg wait again where the queue's rule says.

    Raises:
        TicketNotPassed: It was not passed.
        RestoreRefused: Passed numbers of that queue are void.
    """
    rules = uow.hall.rules_of(passed.queue)
    leg = passed.restored(uow.now, uow.events.next_seq)
    if rules.restore is Restore.VOID:
        raise RestoreRefused(number=passed.number)
    if rules.restore is Restore.AFTER:
        leg = replace(leg, since=_since_behind(uow, passed.queue, rules.restore_after) or leg.since)
    # The window is told although the leg has left it: a screen that follows only that window lists the call.
    return move(uow, EventKind.RESTORED, passed, leg, by=by, window=passed.window)


def _since_behind(uow: UnitOfWork, queue: str, others: int) -> datetime | None:
    """Return since when somebody waits who stands behind so many, ``None`` where there are fewer.

    Behind people who are first in line, whenever they came, is before everybody who waits by arrival.
    """
    last = uow.tickets.nth_waiting(queue, others)
    if last is None or last.rank != FIRST:
        return last.since + _MOMENT if last else None
    while last is not None and last.rank == FIRST:
        others += 1
        last = uow.tickets.nth_waiting(queue, others)
    return last.since - _MOMENT if last else None


def cancel(uow: UnitOfWork, *, ticket: str, by: str, reason: str | None = None) -> Leg:
    """End a visit that is not being served; steps that are done stay done.

    A booking that it was the ticket of, and of which nothing was done, can be come to again.

    Raises:
        TicketUnknown, TicketEnded: There is no such open ticket.
        ReasonUnknown: The hall has no such reason for cancelling.
    """
    if reason is not None:
        uow.hall.reason("cancel", reason)
    leg = end_visit(uow, ticket, by=by, reason=reason)
    open_again(uow, ticket, by=by)
    return leg


def end_visit(uow: UnitOfWork, ticket: str, *, by: str, reason: str | None) -> Leg:
    """End every leg of a visit that has not ended, and return the one that the visit was at.

    Raises:
        TicketUnknown, TicketEnded: There is no such open ticket, or it is being served.
    """
    legs = uow.tickets.legs_of(ticket)
    before = current(legs)
    leg = void(uow, before, by=by, reason=reason)
    for other in uow.tickets.legs_of(ticket):
        if not other.state.ended:
            void(uow, other, by=by, reason=reason)
    return leg


def void(uow: UnitOfWork, before: Leg, *, by: str, reason: str | None) -> Leg:
    """End a leg as void and return it."""
    leg = before.voided(uow.now, reason)
    return move(uow, EventKind.VOID, before, leg, by=by, data=given(reason))


def set_class(uow: UnitOfWork, *, ticket: str, visitor_class: str, by: str, reason: str | None = None) -> Leg:
    """Give a visitor another class; whoever does so vouches for it.

    Raises:
        TicketUnknown, TicketEnded: There is no such open ticket.
        ClassUnknown, ReasonUnknown: The hall has no such thing.
    """
    wanted = uow.hall.visitor_class(visitor_class).id
    if reason is not None:
        uow.hall.reason("class", reason)
    legs = uow.tickets.legs_of(ticket)
    shown = current(legs)
    if shown.state.ended:
        raise TicketEnded(number=shown.number, state=shown.state.value, window=shown.window)
    for leg in legs:
        if not leg.state.ended and leg.id != shown.id:
            uow.tickets.save(leg.with_class(wanted))
    uow.tickets.change(replace(uow.tickets.get(ticket), visitor_class=wanted))
    data = {"was": shown.visitor_class, **given(reason)}
    return move(uow, EventKind.CHANGED, shown, shown.with_class(wanted), by=by, data=data)
