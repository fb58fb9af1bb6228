"""Reports: the figures of a day for its closing slip, and whom to ring up afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date as Date  # noqa: N812  # the parameters are called date
from datetime import timedelta
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from core.app.ratings import begins
from core.domain.callbacks import CASES_MOST, CASES_USUAL, FinishedCase, drawn, visits_of
from core.domain.clock import business_date, to_text
from core.domain.day_figures import day_figures
from core.domain.hall import Hall
from core.domain.people import Role
from core.service.core import Core
from core.service.routes.deps import CoreDep, GrantDep, reply
from core.service.wire import Id
from core.service.wire_reports import (
    CallbacksAnswer,
    DayAnswer,
    MineAnswer,
    callbacks_json,
    day_json,
    mine_json,
)
from core.service.wire_visitors import Day

router = APIRouter(prefix="/api/reports", tags=["reports"])

DayDep = Annotated[Day, Query(description="A business date.")]
_DAY = timedelta(days=1)
SEES_RATINGS = frozenset({Role.SUPERVISOR, Role.ADMIN})


@router.get("/day", response_model=DayAnswer)
async def get_day(core: CoreDep, date: DayDep) -> JSONResponse:
    """Show a day in figures: queues, windows, numbers and slips; also of a day long ago."""
    counts = await asyncio.to_thread(core.reader.reports.day, date)
    now = core.clock()
    return reply(day_json(day_figures(counts), core.hall, date, at=now, complete=_is_over(core, date)))


@router.get("/mine", response_model=MineAnswer)
async def get_own_day(core: CoreDep, grant: GrantDep) -> JSONResponse:
    """Count what who asks has finished today, and how long it took; nobody else's, and no rating."""
    now = core.clock()
    day = business_date(now, core.hall.zone_info, core.hall.day_starts)
    since, until = begins(core.hall, day), begins(core.hall, day + _DAY)
    own = await asyncio.to_thread(core.reader.reports.mine, grant.subject, since, until)
    return reply(mine_json(own, grant.subject, day, at=now))


@router.get("/callbacks", response_model=CallbacksAnswer)
async def get_callbacks(
    core: CoreDep,
    grant: GrantDep,
    date: DayDep,
    count: Annotated[int, Query(ge=1, le=CASES_MOST, description="How many visits.")] = CASES_USUAL,
    seed: Annotated[Id | None, Query(description="Without one it is the date.", examples=["7"])] = None,
) -> JSONResponse:
    """Draw finished visits of a day to be rung up (电话回访): dissatisfied ones, then of each department.

    Once the day is over, the same seed draws the same visits. Ratings given later than that day do not count
    here. Guides get the visits in order of time and without their ratings.
    """
    seed = seed or date.isoformat()
    department = partial(_department, core.hall)
    found = await asyncio.to_thread(
        core.reader.reports.finished, begins(core.hall, date), begins(core.hall, date + _DAY)
    )
    visits = visits_of(found)
    cases = drawn(visits, count=count, seed=seed, group=lambda case: department(case) or case.queue)
    levels = grant.role in SEES_RATINGS
    if not levels:
        cases.sort(key=lambda case: (case.ended_at, case.number))
    answer = callbacks_json(
        cases,
        core.hall,
        phones=await asyncio.to_thread(_phones, core, cases),
        department=department,
        levels=levels,
        date=date.isoformat(),
        at=to_text(core.clock()),
        complete=_is_over(core, date),
        seed=seed,
        count=count,
        finished=len(visits),
    )
    return reply(answer)


def _is_over(core: Core, day: Date) -> bool:
    return day < business_date(core.clock(), core.hall.zone_info, core.hall.day_starts)


def _department(hall: Hall, case: FinishedCase) -> str | None:
    """Return whose matter a visit was: of the item, or of a queue that only one department has."""
    if hall.has_item(case.item):
        return hall.item(case.item).department
    departments = next((queue.departments for queue in hall.queues if queue.id == case.queue), ())
    return departments[0] if len(departments) == 1 else None


def _phones(core: Core, cases: Sequence[FinishedCase]) -> list[str | None]:
    return [core.vault.masked(core.reader.visitors.phone(case.ticket)) for case in cases]
