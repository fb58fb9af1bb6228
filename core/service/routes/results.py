"""Results that can be collected (领证): put on the screens, given out, taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse

from core.app.ports import UnitOfWork
from core.app.results import collected, make_ready, withdraw
from core.app.windows import at_own_window
from core.domain.errors import AuthDenied, ResultTextRefused, ZoneUnknown
from core.domain.people import Role
from core.domain.result import Result, written
from core.service.core import Core
from core.service.routes.deps import CoreDep, GrantDep, Once, OnceDep, reply
from core.service.routes.windows import AtWindowDep
from core.service.tokens import Grant
from core.service.wire import Id, WindowNumber
from core.service.wire_results import ReadyBody, ResultAnswer, ResultsAnswer, result_json

ResultDep = Annotated[Id, Path(description="The result's id.", examples=["5f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5"])]
router = APIRouter(prefix="/api", tags=["results"])


@router.post("/windows/{window}/results", response_model=ResultAnswer)
async def ready(at: AtWindowDep, body: ReadyBody, core: CoreDep) -> JSONResponse:
    """Say that a visitor can collect a result at the window (领证); the screens show its number.

    It stays until it is collected, withdrawn, or the hall's `[results]` days are over; then it is forgotten.
    Told on the feed (`result.ready`). The same number is not put up twice (`result.already`).
    """
    ticket = body.ticket or await _of_today(core, body.text or "")

    def work(uow: UnitOfWork) -> dict[str, Any]:
        where: dict[str, Any] = {"window": at.window, "queue": body.queue, "by": at.grant.by}
        return {"result": result_json(make_ready(uow, ticket=ticket, text=body.text or "", **where))}

    return reply(await at(work))


@router.get("/results", response_model=ResultsAnswer)
async def get_results(
    core: CoreDep,
    window: Annotated[WindowNumber | None, Query(description="Those that this window gives out.")] = None,
    zone: Annotated[Id | None, Query(description="Those of this zone.")] = None,
) -> JSONResponse:
    """Show what can be collected, newest first."""
    hall = core.hall
    if window is not None:
        hall.window(window)
    if zone is not None and all(each.id != zone for each in hall.zones):
        raise ZoneUnknown(zone=zone)
    found = await asyncio.to_thread(core.reader.results)
    wanted = [
        each
        for each in reversed(found)
        if zone in (None, each.zone) and (window is None or each.is_given_out_at(window, hall))
    ]
    return reply({"results": [result_json(each) for each in wanted]})


@router.post("/results/{result}/collected", response_model=ResultAnswer)
async def collect(result: ResultDep, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """The visitor has it: it leaves the screens (`result.collected` on the feed) and is known no more.

    A clerk gives out what the own window gives out.
    """
    return await _end(collected, result, grant, once)


@router.post("/results/{result}/undo", response_model=ResultAnswer)
async def take_back(result: ResultDep, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """It was a mistake: it leaves the screens (`result.withdrawn` on the feed) and is known no more."""
    return await _end(withdraw, result, grant, once)


async def _end(act: Callable[..., Result], result: str, grant: Grant, once: Once) -> JSONResponse:
    def work(uow: UnitOfWork) -> dict[str, Any]:
        _must_be_own(uow, grant, result)
        return {"result": result_json(act(uow, result=result, by=grant.by))}

    if grant.role is not Role.CLERK:
        return reply(await once(work))
    return reply(await once(at_own_window(work, window=_window(grant), clerk=grant.subject)))


def _must_be_own(uow: UnitOfWork, grant: Grant, result: str) -> None:
    """Refuse a clerk who gives out what lies at another window.

    Raises:
        AuthDenied, ResultUnknown: It is another window's; there is no such result.
    """
    found = uow.results.get(result)
    if grant.role is Role.CLERK and not found.is_given_out_at(_window(grant), uow.hall):
        raise AuthDenied(role=grant.role.value)


def _window(grant: Grant) -> int:
    if grant.window is None:
        raise AuthDenied(role=grant.role.value)
    return grant.window


async def _of_today(core: Core, text: str) -> str | None:
    """Return the id of today's ticket that has a typed number, ``None`` if none has."""
    try:
        number = written(text)
    except ResultTextRefused:
        return None
    found = await asyncio.to_thread(core.reader.find, number=number)
    return max(((ticket.date, ticket.id) for _, ticket in found), default=(None, None))[1]
