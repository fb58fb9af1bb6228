"""Take a leg to another queue because the hall has given its own up; nothing else of the visit changes."""

from __future__ import annotations

from dataclasses import replace

from core.app.moves import move
from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.ticket import LegState


def requeue(uow: UnitOfWork, leg: Leg, queue: str, *, by: str) -> Leg:
    """End a leg that is not at a window, and return its like in another queue: same state, same arrival.

    Who waits goes on waiting there by the time of arrival, who was passed can be restored there, who is
    suspended goes on there, and a step to come is one of that queue. A visit that has the same step in that
    queue already has it once.
    """
    legs = uow.tickets.legs_of(leg.ticket)
    data = {"to_queue": queue}
    if leg.state is LegState.PLANNED:
        move(uow, EventKind.VOID, leg, leg.voided(uow.now), by=by, data=data)
    else:
        move(uow, EventKind.TRANSFERRED, leg, leg.transferred(uow.now), by=by, data=data)
    same = [each for each in legs if (each.queue, each.step) == (queue, leg.step) and not each.state.ended]
    if same:
        return same[0]
    like = replace(
        leg,
        id=f"{leg.ticket}.{max(each.place for each in legs) + 1}",
        queue=queue,
        entered=uow.events.next_seq,
        item=None,
        # The call that it was passed or suspended after was the old leg's: the boards drop it.
        call_at=None,
        call_seq=None,
        version=1,
    )
    uow.tickets.add_leg(like)
    if like.state is not LegState.PLANNED:
        tell_leg(uow, EventKind.OPENED, like, before=None, by=by)
    return like
