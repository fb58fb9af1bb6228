"""Serve somebody who came to the window without a ticket."""

from __future__ import annotations

from dataclasses import replace

from core.app.call_next import ready_to_call, served_by
from core.app.finish import finish_leg
from core.app.ports import UnitOfWork
from core.app.take import Taken, Wish, class_for, first_leg, new_ticket, plan_for
from core.app.tell import tell_leg
from core.domain.errors import NotSkilled
from core.domain.event import EventKind
from core.domain.ticket import LegState


def walk_in(uow: UnitOfWork, wish: Wish, *, window: int, by: str) -> Taken:
    """Finish who is at the window, and serve somebody there under the next number of a queue.

    Without a queue or an item in ``wish`` it is the first queue of the window's profile.

    Raises:
        WindowUnknown, WindowNotOpen, CallTooSoon, OutOfHours: The window takes nobody now.
        QueueUnknown, ItemUnknown, ClassUnknown, LanguageUnknown: The hall has no such thing.
        NotSkilled: The window or its clerk does not serve that queue.
    """
    state = ready_to_call(uow, window)
    served = [queue for tier in served_by(uow, uow.hall.window(window), state.clerk) for queue in tier.queues]
    if wish.queue is None and not wish.items:
        wish = replace(wish, queue=served[0] if served else uow.hall.window(window).queues[0])
    planned = plan_for(uow, wish)[0]
    if planned.queue not in served:
        raise NotSkilled(window=window, queue=planned.queue)
    visitor_class = class_for(uow, wish)
    uow.hall.language(wish.language)
    present = uow.tickets.at_window(window)
    if present is not None:
        finish_leg(uow, present, by=by)
    ticket = new_ticket(uow, planned.queue, wish, visitor_class)
    leg = replace(
        first_leg(uow, ticket, planned),
        state=LegState.SERVING,
        window=window,
        called_at=uow.now,
        started_at=uow.now,
        clerk=state.clerk,
    )
    uow.tickets.add(ticket, [leg])
    uow.windows.save(state)
    told = {"lang": ticket.language, "date": ticket.date.isoformat(), "walk_in": True}
    tell_leg(uow, EventKind.TAKEN, leg, before=None, by=by, data=told)
    return Taken(ticket, (leg,), 0)
