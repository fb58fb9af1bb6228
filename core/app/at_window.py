"""What a clerk does with the visitor who is at the window."""

from __future__ import annotations

from core.app.call_next import finish_leg
from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.errors import WindowEmpty
from core.domain.event import EventKind
from core.domain.leg import Leg


def recall(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """Call the visitor at the window once more.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there to be called.
    """
    leg = _present(uow, window).recalled(uow.now, uow.events.next_seq)
    uow.tickets.save(leg)
    tell_leg(uow, EventKind.RECALLED, leg, by=by, data={"calls": leg.calls})
    return leg


def start(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """The visitor came: the serve clock starts.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        TicketNotCalled: The visitor is being served already.
    """
    leg = _present(uow, window).started(uow.now)
    uow.tickets.save(leg)
    tell_leg(uow, EventKind.STARTED, leg, by=by)
    return leg


def finish(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """The visitor is done; the window stays free until the next call.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
    """
    return finish_leg(uow, _present(uow, window), by=by)


def pass_over(uow: UnitOfWork, *, window: int, by: str, reason: str | None = None) -> Leg:
    """The visitor was called and did not come (过号).

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        TicketNotCalled: The visitor is being served.
        ReasonUnknown: The hall has no such reason for passing.
    """
    if reason is not None:
        uow.hall.reason("pass", reason)
    leg = _present(uow, window).passed(uow.now)
    uow.tickets.save(leg)
    given = {} if reason is None else {"reason": reason}
    tell_leg(uow, EventKind.PASSED, leg, by=by, data=given)
    return leg


def put_back(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """The call was a mistake: the visitor waits again, at the old place.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        TicketNotCalled: The visitor is being served.
    """
    called = _present(uow, window)
    leg = called.put_back()
    uow.tickets.save(leg)
    tell_leg(uow, EventKind.RESTORED, leg, by=by, window=window, data={"from": called.state.value})
    return leg


def _present(uow: UnitOfWork, window: int) -> Leg:
    leg = uow.tickets.at_window(uow.hall.window(window).number)
    if leg is None:
        raise WindowEmpty(window=window)
    return leg
