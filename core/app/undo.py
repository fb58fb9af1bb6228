"""Take back a window's last finish, pass or transfer."""

from __future__ import annotations

from core.app.moves import move, restep
from core.app.ports import UnitOfWork
from core.domain.errors import TicketNotOpen, WindowBusy
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.visit import Act, current, must_have_acted


def undo(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """Take back what the window did last, if that is fresh and nobody has touched the ticket since.

    Raises:
        WindowUnknown, NothingToUndo, UndoTooLate: There is nothing to take back (any more).
        WindowBusy: Somebody else is at the window.
        TicketNotOpen: The ticket has moved on.
    """
    act = must_have_acted(uow.windows.last_act(uow.hall.window(window).number), window)
    act.must_be_fresh(uow.now, uow.hall.rules_of(act.before.queue).undo_s)
    present = uow.tickets.at_window(window)
    if present is not None:
        raise WindowBusy(window=window, number=present.number)
    legs = {leg.id: leg for leg in uow.tickets.legs_of(act.before.ticket)}
    ended = legs[act.before.id]
    # Legs that had ended before and are not named in the act stay as they are.
    now = {leg.id: leg.version for leg in legs.values() if leg.id in act.visit or not leg.state.ended}
    if act.visit != now:
        raise TicketNotOpen(number=ended.number, state=current(list(legs.values())).state.value)
    for leg_id, _ in act.opened:
        _close(uow, act, legs[leg_id], by=by)
    _unstretch(uow, act, by=by)
    uow.windows.note_act(window, None)
    return move(uow, EventKind.RESTORED, ended, ended.undone(act.before), by=by, data={"undo": True})


def _close(uow: UnitOfWork, act: Act, leg: Leg, *, by: str) -> None:
    """Take a leg out of its queue: a step to come is planned again, one that was added is void."""
    was_planned = leg.step > act.before.step and leg.steps == act.before.steps
    if was_planned:
        move(uow, EventKind.VOID, leg, leg.replanned(), by=by, data={"undo": True})
    else:
        move(uow, EventKind.VOID, leg, leg.voided(uow.now), by=by, data={"undo": True})


def _unstretch(uow: UnitOfWork, act: Act, *, by: str) -> None:
    """Give the steps to come their old places, if the act made the visit longer."""
    for leg in uow.tickets.legs_of(act.before.ticket):
        more = leg.steps - act.before.steps
        if more and leg.id != act.before.id and not leg.state.ended:
            restep(uow, leg, leg.with_steps(act.before.step, -more), by=by)
