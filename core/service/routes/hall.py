"""What the hall is, and how it is now."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from core.domain.calendar import Schedule
from core.domain.clock import business_date
from core.domain.codec import to_json
from core.domain.floor_json import window_to_json
from core.domain.limits import cut
from core.domain.people import Role
from core.service.answers_hall import (
    CalendarAnswer,
    HallAnswer,
    HealthAnswer,
    ItemAnswer,
    PassedAnswer,
    QueuesAnswer,
    WindowsAnswer,
)
from core.service.queues import places_of, queues_told, span_json
from core.service.routes.deps import CoreDep, Encoded, GrantDep, reply
from core.service.version import VERSION
from core.service.wire import Id
from core.service.wire_visitors import Day

router = APIRouter(tags=["hall"])

OfClass = Annotated[
    Id | None,
    Query(alias="class", description="Whose estimate: id of a class; without one the ordinary one."),
]

DAYS_MOST = 92
"""So many days of the calendar in one answer: a quarter of a year."""


PASSED_MOST = 100


@router.get(
    "/api/health",
    response_model=HealthAnswer,
    responses={HTTPStatus.SERVICE_UNAVAILABLE: {"model": HealthAnswer, "description": "Degraded."}},
)
async def health(core: CoreDep) -> JSONResponse:
    """Say that the core answers, and up to which event it knows the hall.

    While the database cannot be written it is `degraded`, with the status 503; that ends by itself.
    """
    well = core.trouble is None
    body = {
        "status": "ok" if well else "degraded",
        "version": VERSION,
        "seq": core.hub.seq,
        "epoch": core.hub.epoch,
        "hall": core.hall.id,
        "trouble": core.trouble,
    }
    return reply(body, HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)


@router.get(
    "/api/hall",
    response_model=HallAnswer,
    responses={HTTPStatus.NOT_MODIFIED: {"description": "It is as the `ETag` that was sent says."}},
)
async def hall(request: Request, core: CoreDep, grant: GrantDep) -> Response:
    """Describe the hall: zones, queues, items, windows, classes, reasons, hours, rules, voice, kiosks.

    The hash of a kiosk's staff PIN is told to kiosks only; to everybody else it is empty. Who sends the last
    answer's `ETag` as `If-None-Match` is answered 304 without a body while it is the same.
    """
    described = partial(core.described, pins=grant.role is Role.KIOSK)
    return (await asyncio.to_thread(described)).answer(request)


@router.get("/api/items/{item}", response_model=ItemAnswer)
async def get_item(
    item: Annotated[Id, Path(description="Id of an item.", examples=["medical_card"])],
    core: CoreDep,
    visitor_class: OfClass = None,
) -> JSONResponse:
    """Describe an item: what to bring (一次告知), the limits, the fee, and which windows serve it.

    And how it is now where it is done (`places`), and whether one of these is clearly less busy (`better`).
    """
    found, whose = core.hall.item(item), core.hall.visitor_class(visitor_class).id
    share = cut(found.promised, found.legal)
    windows = [window.number for window in core.hall.windows_of(found.queue)]
    percent = None if share is None else round(share * 100, 1)
    places = await asyncio.to_thread(places_of, core, core.clock(), found, whose)
    return reply(to_json(found) | {"cut_percent": percent, "windows": windows} | places)


@router.get("/api/calendar", response_model=CalendarAnswer)
async def calendar(
    core: CoreDep,
    first: Annotated[
        Day | None, Query(alias="from", description="First day; without one it is today.")
    ] = None,
    last: Annotated[
        Day | None,
        Query(alias="to", description=f"Last day, {DAYS_MOST} days at most; without one it is the first."),
    ] = None,
    queue: Annotated[Id | None, Query(description="Id of a queue; without one it is the hall.")] = None,
) -> JSONResponse:
    """Say when the hall, or a queue, is open on some days."""
    found = core.hall
    schedule = found.schedule() if queue is None else found.schedule_of(queue)
    begin = first or business_date(core.clock(), found.zone_info, found.day_starts)
    count = ((last or begin) - begin).days + 1
    if not 0 < count <= DAYS_MOST:
        message = f"comes after `from`, {DAYS_MOST} days at most"
        raise RequestValidationError([{"loc": ("query", "to"), "msg": message}])
    days = [_day_json(schedule, begin + timedelta(days=ahead)) for ahead in range(count)]
    return reply({"queue": queue, "days": days})


@router.get("/api/queues", response_model=QueuesAnswer)
async def queues(core: CoreDep, visitor_class: OfClass = None) -> JSONResponse:
    """Say how many wait in each queue, how long, which windows serve it, and whether tickets are issued.

    The estimate is for somebody who comes now: what a slip taken now says.
    """
    whose = core.hall.visitor_class(visitor_class).id
    return Encoded(await core.looks(whose, partial(queues_told, core, whose)))


@router.get("/api/passed", response_model=PassedAnswer)
async def passed(core: CoreDep) -> JSONResponse:
    """List the numbers that were passed and did not come back, the last one first, 100 at most."""
    found = await asyncio.to_thread(core.reader.passed, PASSED_MOST)
    return reply(
        {"passed": [to_json(each) | {"zone": core.hall.zone_of(each.queue) or ""} for each in found]}
    )


@router.get("/api/windows", response_model=WindowsAnswer)
async def windows(core: CoreDep) -> JSONResponse:
    """Say what each window does, who sits there and which ticket is at it."""
    return reply({"windows": [window_to_json(view) for view in core.hub.floor.windows.values()]})


def _day_json(schedule: Schedule, day: date) -> dict[str, Any]:
    holiday = schedule.holiday(day)
    return {
        "date": day.isoformat(),
        "working": schedule.is_working_day(day),
        "holiday": dict(holiday.name) if holiday else None,
        "spans": [span_json(span) for span in schedule.spans(day)],
    }
