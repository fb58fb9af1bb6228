"""Begin a business day: what yesterday left open ends, and the boards start empty."""

from __future__ import annotations

from datetime import timedelta

from core.app.ports import UnitOfWork
from core.app.tell import tell_window
from core.app.tickets import void
from core.domain.event import EventKind

ANSWERS_KEPT = timedelta(hours=24)


def begin_day(uow: UnitOfWork) -> None:
    """Begin the business date of this instant, if no command of it came before.

    Run in front of every command, so that no nightly job is needed: waiting, called and passed tickets of
    earlier dates become void and windows that nobody closed are closed. A visitor who is being served at
    the turn of the day is left in peace.
    """
    if uow.day is not None and uow.day >= uow.today:
        return
    for leg in uow.tickets.left_open():
        void(uow, leg, by="core", reason="day_end")
    for state in uow.windows.not_closed():
        if uow.tickets.at_window(state.number) is None:
            uow.windows.save(state.closed(uow.now))
            tell_window(uow, EventKind.WINDOW_CLOSED, state.closed(uow.now), by="core")
    uow.answers.forget_before(uow.now - ANSWERS_KEPT)
    uow.set_day(uow.today)
    uow.events.append(EventKind.HALL_CHANGED, data={"date": uow.today.isoformat()})
