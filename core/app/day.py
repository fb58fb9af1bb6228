"""Begin a business day: what yesterday left open ends, and the boards start empty."""

from __future__ import annotations

from datetime import date, timedelta

from core.app.at_window import put_back_leg
from core.app.bookings import miss_bookings
from core.app.ports import UnitOfWork
from core.app.privacy import destroy_old_keys, erase_due, erase_names, erase_texts
from core.app.tell import tell_window
from core.app.tickets import void
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.limits import working_days_between
from core.domain.ticket import LegState

ANSWERS_KEPT = timedelta(hours=24)
BLOCKS_KEPT = timedelta(days=31)
"""A kiosk may hand in what it gave out so long ago; the count of that day is true from then on."""


def begin_day(uow: UnitOfWork) -> None:
    """Begin the business date of this instant, if no command of it came before.

    Run in front of every command, so that no nightly job is needed: tickets of earlier dates that are still
    open become void and windows that nobody closed are closed. A visitor who is being served at the turn of
    the day is left in peace, and so are the steps that follow; suspended ones are kept as long as the
    queue's rule says. Who is called to another step of a visit that is kept waits for it again.
    """
    if uow.day is not None and uow.day >= uow.today:
        return
    left = uow.tickets.left_open()
    kept = {leg.ticket for day, leg in left if _outlives(uow, leg, day)}
    for _, leg in left:
        if leg.ticket not in kept:
            void(uow, _as_it_is(uow, leg), by="core", reason="day_end")
        elif leg.state is LegState.CALLED:
            put_back_leg(uow, _as_it_is(uow, leg), by="core")
    for state in uow.windows.not_closed():
        if uow.tickets.at_window(state.number) is None:
            uow.windows.save(state.closed(uow.now))
            tell_window(uow, EventKind.WINDOW_CLOSED, state.closed(uow.now), by="core")
    uow.answers.forget_before(uow.now - ANSWERS_KEPT)
    uow.blocks.forget_before(uow.today - BLOCKS_KEPT)
    miss_bookings(uow)
    destroy_old_keys(uow)
    erase_due(uow)
    erase_names(uow)
    erase_texts(uow)
    uow.set_day(uow.today)
    uow.events.append(EventKind.HALL_CHANGED, data={"date": uow.today.isoformat()})


def _as_it_is(uow: UnitOfWork, leg: Leg) -> Leg:
    """Return a leg of a visit as the end of the legs before it has left it."""
    if not leg.several:
        return leg
    return next(each for each in uow.tickets.legs_of(leg.ticket) if each.id == leg.id)


def _outlives(uow: UnitOfWork, leg: Leg, day: date) -> bool:
    """Whether a leg of an earlier date is not ended with it."""
    if leg.state is LegState.SUSPENDED:
        keep = uow.hall.rules_of(leg.queue).keep_suspended_days
        return keep > 0 and working_days_between(day, uow.today, uow.hall.schedule()) <= keep
    # What is to come stays while somebody is being served.
    return leg.several and any(each.state is LegState.SERVING for each in uow.tickets.legs_of(leg.ticket))
