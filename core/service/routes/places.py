"""The own place: what visitors see of their visits and do with them, by the slip's code or a number."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse

from core.app.own_acts import BY_VISITOR, OwnAct, restore_passed
from core.app.ports import UnitOfWork
from core.app.ports_reader import Reader, TicketView
from core.app.tickets import cancel
from core.domain.errors import TicketUnknown
from core.service.core import Core
from core.service.routes.deps import CoreDep, GrantDep, OnceDep, reply
from core.service.wire import Id
from core.service.wire_place import BY_CODE, BY_NUMBER, NumberBody, PlaceAnswer, TypedNumber, place_json

router = APIRouter(prefix="/api", tags=["visitors"])

TrackDep = Annotated[
    Id,
    Path(description="Token of the visitor's own page, from the slip.", examples=["3q2-7wABCDEFGHIJKLMNOP"]),
]


@router.get("/track/{track}", response_model=PlaceAnswer)
async def track_visit(track: TrackDep, core: CoreDep) -> JSONResponse:
    """Show a visitor the own visit."""
    view = await asyncio.to_thread(core.reader.ticket_by_track, track)
    return reply(_place(core, view, BY_CODE))


@router.post("/track/{track}/cancel", response_model=PlaceAnswer)
async def give_up(track: TrackDep, core: CoreDep, once: OnceDep) -> JSONResponse:
    """End the own visit if it is not being served; steps that are done stay done."""
    ticket = (await asyncio.to_thread(core.reader.ticket_by_track, track)).ticket.id

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return {"ticket": cancel(uow, ticket=ticket, by=BY_VISITOR).ticket}

    await once(work)
    return await _now(core, ticket, BY_CODE)


@router.post("/track/{track}/restore", response_model=PlaceAnswer)
async def come_back(track: TrackDep, core: CoreDep, once: OnceDep) -> JSONResponse:
    """Take the own number again that was passed: it waits where the queue's rule says."""
    ticket = (await asyncio.to_thread(core.reader.ticket_by_track, track)).ticket.id

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return {"ticket": restore_passed(uow, ticket=ticket, by=BY_VISITOR).ticket}

    await once(work)
    return await _now(core, ticket, BY_CODE)


@router.get("/place", response_model=PlaceAnswer)
async def place_of_number(number: Annotated[TypedNumber, Query()], core: CoreDep) -> JSONResponse:
    """Show where a number stands: today's, or one of an earlier day that is open still."""
    view = await asyncio.to_thread(_by_number, core.reader, number)
    return reply(_place(core, view, BY_NUMBER))


@router.post("/place/restore", response_model=PlaceAnswer)
async def come_back_as(body: NumberBody, core: CoreDep, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Take a number again that was passed, for who stands at the kiosk; the event names the kiosk."""
    ticket = (await asyncio.to_thread(_by_number, core.reader, body.number)).ticket.id

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return {"ticket": restore_passed(uow, ticket=ticket, by=grant.by).ticket}

    await once(work)
    return await _now(core, ticket, BY_NUMBER)


def _by_number(reader: Reader, number: str) -> TicketView:
    """Return the visit of a number.

    Raises:
        TicketUnknown: Nobody has it today, and nobody of an earlier day is expected back with it.
    """
    found = reader.find(number=number)
    if not found:
        raise TicketUnknown(ticket=number)
    return reader.ticket(max((ticket for _, ticket in found), key=lambda ticket: ticket.date).id)


async def _now(core: Core, ticket: str, allowed: Collection[OwnAct]) -> JSONResponse:
    view = await asyncio.to_thread(core.reader.ticket, ticket)
    return reply(_place(core, view, allowed))


def _place(core: Core, view: TicketView, allowed: Collection[OwnAct]) -> dict[str, Any]:
    return place_json(core.hall, view, core.waits.of(view.leg), allowed)
