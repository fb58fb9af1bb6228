"""Number blocks of kiosks, and the tickets that they gave out while they could not reach the core."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from core.app.blocks import reserve
from core.app.offline import HandedIn, Offline, hand_in
from core.app.ports import UnitOfWork
from core.domain.errors import HallError, PhoneRefused
from core.service.core import Core
from core.service.routes.deps import CoreDep, GrantDep, OnceDep, reply
from core.service.wire_blocks import (
    BlocksAnswer,
    BlocksBody,
    OfflineAnswer,
    OfflineBody,
    OfflineTicketBody,
    blocks_json,
    handed_in_json,
)

router = APIRouter(tags=["tickets"])


@router.post("/api/blocks", response_model=BlocksAnswer)
async def reserve_blocks(body: BlocksBody, once: OnceDep) -> JSONResponse:
    """Set numbers of every queue aside for a kiosk, so that it has as many as it wants.

    The kiosk gives them out on that business date while it cannot reach the core, and hands them in
    (`POST /api/tickets/offline`) when it can. Nobody else ever gets them; unused ones lapse with the day.
    Of one queue at most 200 of a machine's numbers are set aside and not handed in.
    """

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return blocks_json(reserve(uow, machine=body.machine, have=body.have, size=body.size))

    return reply(await once(work))


@router.post("/api/tickets/offline", response_model=OfflineAnswer)
async def hand_in_tickets(body: OfflineBody, core: CoreDep, grant: GrantDep) -> JSONResponse:
    """Take over tickets that a kiosk gave out of its blocks, each exactly once by date and number.

    It takes no idempotency key: the same again changes nothing, and answers where each visit is. The visitor
    has the number already, so hours, quotas and what a person may have do not refuse it; the event says what
    was overruled. One that is refused does not hold up the others. Visitors wait as of when the kiosk gave
    the numbers out.
    """
    waiting = [core.run(_command(core, each, body.machine, grant.by)) for each in body.tickets]
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    found = [_handed_in(each) for each in outcomes]
    answers = [handed_in_json(*pair) for pair in zip(body.tickets, found, strict=True)]
    return reply({"tickets": answers})


def _command(core: Core, asked: OfflineTicketBody, machine: str, by: str) -> partial[HandedIn]:
    return partial(hand_in, offline=_offline(core, asked), machine=machine, by=by)


def _offline(core: Core, asked: OfflineTicketBody) -> Offline:
    if not asked.phone:
        return asked.offline(phone=None, noted=())
    try:
        return asked.offline(phone=core.vault.seal(asked.phone), noted=())
    except PhoneRefused as refusal:
        return asked.offline(phone=None, noted=(refusal.key,))


def _handed_in(outcome: HandedIn | BaseException) -> HandedIn | HallError:
    if isinstance(outcome, HandedIn | HallError):
        return outcome
    raise outcome
