"""Tickets: taken at a kiosk, looked for and moved by staff, followed by the visitor."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse

from core.app.ports import UnitOfWork
from core.app.privacy import keep_phone
from core.app.slips import report_slip, reprint
from core.app.take import take
from core.app.tickets import cancel, restore, set_class
from core.app.transfer import transfer_ticket
from core.domain.leg import Leg
from core.domain.people import Role
from core.domain.slip import SlipState, SlipWanted
from core.domain.ticket import LegState
from core.service.answers import (
    CopyAnswer,
    FoundAnswer,
    MovedAnswer,
    SlipAnswer,
    TakenAnswer,
    TicketAnswer,
)
from core.service.bodies import (
    ClassBody,
    ReasonBody,
    ReprintBody,
    SlipBody,
    SlipFilter,
    TakeBody,
    TransferBody,
)
from core.service.routes.bookings import check_in_visitor, with_wait
from core.service.routes.deps import CoreDep, GrantDep, OnceDep, reply
from core.service.wire import (
    Id,
    WindowNumber,
    found_json,
    issued_json,
    leg_json,
    reported_json,
    taken_json,
    ticket_json,
)
from core.service.wire_visitors import CheckInBody

router = APIRouter(prefix="/api/tickets", tags=["tickets"])

VOUCHES = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})
"""Roles whose word is the proof of a visitor's class."""

PRINTS = VOUCHES | {Role.KIOSK}
"""Roles that print slips: not a clerk's, who would have the token that the clerk's own work is rated with."""

TicketDep = Annotated[Id, Path(description="The ticket's id.", examples=["019a2b3c4d5e6f7a8b9c0d"])]


@router.post("", status_code=HTTPStatus.CREATED, response_model=TakenAnswer)
async def take_ticket(body: TakeBody, core: CoreDep, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Give out the next number of a queue; a visit of several steps keeps it for all of them.

    Guides, supervisors and administrators vouch for a class that needs proof; a kiosk does not, also where
    somebody takes a ticket for another person there. `wait` is of the moment, also in a repeated answer.
    """
    if body.booking is not None:
        coming = CheckInBody(code=body.booking, lang=body.lang, slip=body.slip)
        answer = await check_in_visitor(coming, core, grant, once)
        return reply(answer, HTTPStatus.CREATED)
    phone = core.vault.seal(body.phone) if body.phone else None
    wish = body.wish(proven=grant.role in VOUCHES)

    def work(uow: UnitOfWork) -> dict[str, Any]:
        taken = take(uow, wish, by=grant.by)
        if phone is not None:
            keep_phone(uow, taken.ticket.id, phone)
        return taken_json(taken)

    return reply(with_wait(core, await once(work)), HTTPStatus.CREATED)


@router.get("", response_model=FoundAnswer)
async def find_tickets(
    core: CoreDep,
    number: Annotated[str | None, Query(max_length=8, description="As printed.", examples=["A017"])] = None,
    queue: Annotated[Id | None, Query(description="Id of a queue.")] = None,
    state: Annotated[LegState | None, Query(description="State of the leg.")] = None,
    window: Annotated[
        WindowNumber | None, Query(description="Where they are, were called, or are pinned to.")
    ] = None,
    slip: Annotated[
        tuple[SlipFilter, ...],
        Query(
            max_length=len(SlipFilter),
            description="State of the ticket's slip, one of those given. `missing`: of an open visit, and"
            " failed, unknown, or pending for more than a minute.",
        ),
    ] = (),
) -> JSONResponse:
    """Find today's visits, and older ones that are still open: up to 100 that match all that is given."""
    wanted = number.strip().upper() if number is not None else None
    looked = partial(core.reader.find, number=wanted, queue=queue, state=state, window=window)
    found = await asyncio.to_thread(looked, slip=_slip_wanted(slip, core.clock()))
    return reply({"tickets": [found_json(leg, ticket) for leg, ticket in found]})


@router.get("/{ticket}", response_model=TicketAnswer)
async def get_ticket(ticket: TicketDep, core: CoreDep, grant: GrantDep) -> JSONResponse:
    """Show a ticket with all its steps, why each was called, whether it is late, and what its slip says."""
    view = await asyncio.to_thread(core.reader.ticket, ticket)
    prints = grant.role in PRINTS
    return reply(ticket_json(view, core.clock(), core.waits.of(view.leg), track=prints))


@router.post("/{ticket}/slip", response_model=SlipAnswer)
async def tell_slip(ticket: TicketDep, body: SlipBody, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Tell how the printing of a slip ended, also when the visitor was served meanwhile.

    The visit goes on as it is. A visit that ended more than a day after its date is not told of any more.
    """

    def work(uow: UnitOfWork) -> dict[str, Any]:
        told = report_slip(
            uow,
            ticket=ticket,
            state=SlipState(body.state),
            by=grant.by,
            reason=body.reason,
            printer=body.printer,
        )
        return {"ticket": reported_json(told)}

    return reply(await once(work))


@router.post("/{ticket}/cancel", response_model=MovedAnswer)
async def cancel_ticket(
    ticket: TicketDep, grant: GrantDep, once: OnceDep, body: ReasonBody | None = None
) -> JSONResponse:
    """End a visit that is not being served; steps that are done stay done."""
    reason = body.reason if body else None
    return reply(await once(lambda uow: _moved(cancel(uow, ticket=ticket, by=grant.by, reason=reason))))


@router.post("/{ticket}/restore", response_model=MovedAnswer)
async def restore_ticket(ticket: TicketDep, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Let a passed visitor wait again where the queue's rule says, or a suspended one first in line."""
    return reply(await once(lambda uow: _moved(restore(uow, ticket=ticket, by=grant.by))))


@router.post("/{ticket}/reprint", response_model=CopyAnswer)
async def reprint_ticket(
    ticket: TicketDep, core: CoreDep, grant: GrantDep, once: OnceDep, body: ReprintBody | None = None
) -> JSONResponse:
    """Note that a slip is printed once more, and answer what is on it; whoever prints it tells how it ended.

    A kiosk whose printer has that name prints it when it hears of it.
    """
    printer = body.printer if body else None
    await once(lambda uow: {"ticket": reprint(uow, ticket=ticket, by=grant.by, printer=printer).id})
    view = await asyncio.to_thread(core.reader.ticket, ticket)
    legs = [leg for leg, _ in view.legs]
    copy = issued_json(view.ticket, legs, view.ahead, core.waits.of(view.leg))
    return reply(copy | {"copy": True})


@router.post("/{ticket}/transfer", response_model=MovedAnswer)
async def transfer_one(ticket: TicketDep, body: TransferBody, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Send a visitor on to a queue or a window, with the same number and as of the same arrival."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        leg = transfer_ticket(uow, ticket=ticket, target=body.target(), by=grant.by, reason=body.reason)
        return _moved(leg)

    return reply(await once(work))


@router.post("/{ticket}/class", response_model=MovedAnswer)
async def set_ticket_class(
    ticket: TicketDep, body: ClassBody, grant: GrantDep, once: OnceDep
) -> JSONResponse:
    """Give a visitor another class; whoever does so vouches for it."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        wanted = body.visitor_class
        return _moved(set_class(uow, ticket=ticket, visitor_class=wanted, by=grant.by, reason=body.reason))

    return reply(await once(work))


def _slip_wanted(asked: tuple[SlipFilter, ...], now: datetime) -> SlipWanted | None:
    if not asked:
        return None
    states = frozenset(SlipState(each.value) for each in asked if each is not SlipFilter.MISSING)
    return SlipWanted(states, now if SlipFilter.MISSING in asked else None)


def _moved(leg: Leg) -> dict[str, Any]:
    return {"ticket": leg_json(leg)}
