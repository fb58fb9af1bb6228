"""Bookings (预约): free slots, booking, giving back, coming."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from core.app.bookings import book, cancel_booking, check_in, find_booking, free_slots
from core.app.ports import UnitOfWork
from core.domain.booking import Booking
from core.domain.booking_code import typed_code
from core.domain.clock import from_text
from core.domain.errors import BookingUnknown
from core.domain.people import Role
from core.service.answers import TakenAnswer
from core.service.core import Core
from core.service.routes.deps import CoreDep, GrantDep, OnceDep
from core.service.tokens import Grant
from core.service.wire import Id, taken_json
from core.service.wire_visitors import (
    BookBody,
    BookingAnswer,
    BookingsAnswer,
    CheckInBody,
    Day,
    MadeBookingAnswer,
    SlotsAnswer,
    WhoBody,
    booking_json,
    slots_json,
)

router = APIRouter(prefix="/api/bookings", tags=["bookings"])

BookingDep = Annotated[Id, Path(description="The booking's id.", examples=["Zk3l9aQx7TfW2bLr"])]

STAFF = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})
"""Who vouches for a visitor's class and may see a masked phone number."""


@router.get("/slots", response_model=SlotsAnswer)
async def get_slots(
    core: CoreDep,
    queue: Annotated[Id, Query(description="Id of a queue.")],
    date: Annotated[Day | None, Query(description="A business date; without one it is today.")] = None,
) -> dict[str, Any]:
    """Show the slots of a queue on a day with what is left of their quotas, and which days can be booked."""
    now, today = await core.run(lambda uow: (uow.now, uow.today))
    day = date or today
    booked = await asyncio.to_thread(core.reader.visitors.booked, queue, day)
    free = free_slots(core.hall, queue, day, now=now, today=today, booked=booked)
    return slots_json(queue, day, free)


@router.get("", response_model=BookingsAnswer)
async def get_bookings(
    core: CoreDep, date: Annotated[Day, Query(description="A business date.")]
) -> dict[str, Any]:
    """Show the bookings of a day, in order of time."""
    found = await asyncio.to_thread(core.reader.visitors.bookings, date)
    return {"bookings": [booking_json(each, core.hall.bookings) for each in found]}


@router.post("", status_code=HTTPStatus.CREATED, response_model=MadeBookingAnswer)
async def make_booking(body: BookBody, core: CoreDep, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Book a slot. The code is told in this answer only."""
    phone = core.vault.seal(body.phone) if body.phone else None
    # Without a card the number stands for the person; staff sees who it is, and families share phones.
    caller = body.phone if grant.role not in STAFF else None
    person = partial(core.vault.mark, caller) if caller else None

    def work(uow: UnitOfWork) -> dict[str, Any]:
        booking = book(
            uow,
            by=grant.by,
            queue=body.queue,
            item=body.item,
            day=body.date,
            starts=body.starts,
            card=body.card,
            visitor_class=body.visitor_class,
            language=body.lang,
            phone=phone,
            person=person,
            proven=grant.role in STAFF,
        )
        return booking_json(booking, uow.hall.bookings) | {"code": booking.code}

    return await once(work)


@router.post("/find", response_model=BookingAnswer)
async def find_one(body: WhoBody, core: CoreDep, grant: GrantDep) -> dict[str, Any]:
    """Find a booking by its code, or a person's next one today by the card; it is not checked in."""

    async def find(code: str | None) -> dict[str, Any]:
        found: Booking = await core.run(lambda uow: find_booking(uow, code=code, card=body.card))
        return booking_json(found, core.hall.bookings, await _phone(core, grant, found.id))

    return await _by_code(core, grant, body, find)


@router.post("/check-in", status_code=HTTPStatus.CREATED, response_model=TakenAnswer)
async def check_in_visitor(
    body: CheckInBody, core: CoreDep, grant: GrantDep, once: OnceDep
) -> dict[str, Any]:
    """Give the visitor of a booking the ticket: as a booked one in time, as everybody when late."""

    async def come(code: str | None) -> dict[str, Any]:
        who: dict[str, Any] = {"by": grant.by, "code": code, "card": body.card}
        asked = who | {"language": body.lang, "slip": body.slip}
        return with_wait(core, await once(lambda uow: taken_json(check_in(uow, **asked).taken)))

    return await _by_code(core, grant, body, come)


@router.get("/{booking}", response_model=BookingAnswer)
async def get_booking(booking: BookingDep, core: CoreDep, grant: GrantDep) -> dict[str, Any]:
    """Show a booking."""
    found = await asyncio.to_thread(core.reader.visitors.booking, booking)
    return booking_json(found, core.hall.bookings, await _phone(core, grant, found.id))


@router.post("/{booking}/cancel", response_model=BookingAnswer)
async def cancel_one(booking: BookingDep, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Give a booking back; somebody else can have the place."""
    return await once(
        lambda uow: booking_json(cancel_booking(uow, booking=booking, by=grant.by), uow.hall.bookings)
    )


def with_wait(core: Core, answer: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a taken ticket with what its slip says of the wait."""
    leg = answer["legs"][0]
    told = core.waits.told(leg["leg"], leg["queue"], leg["class"], from_text(leg["since"]))
    return answer | {"wait": told}


async def _phone(core: Core, grant: Grant, holder: str) -> str | None:
    """Return a phone number masked, for those who may see that much."""
    if grant.role not in STAFF:
        return None
    return core.vault.masked(await asyncio.to_thread(core.reader.visitors.phone, holder))


async def _by_code(
    core: Core, grant: Grant, body: WhoBody, act: Callable[[str | None], Awaitable[dict[str, Any]]]
) -> dict[str, Any]:
    """Do something to the booking of a code; who guesses at codes is slowed down.

    Raises:
        BookingUnknown: The code is mistyped, or no booking has it.
        CodesBlocked: There were too many such codes.
    """
    if body.code is None:
        return await act(None)
    code = typed_code(body.code)
    if code is None:
        raise BookingUnknown()
    core.guesses.must_not_be_blocked(grant.by)
    try:
        return await act(code)
    except BookingUnknown:
        core.guesses.note(grant.by)
        raise
