"""Joining by a code on the screen: nothing is typed on a television."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, Path, Request
from fastapi.responses import JSONResponse

from core.domain.people import Role
from core.domain.shows import check_shows
from core.service.pairings import SILENT_S
from core.service.routes.deps import CoreDep, GrantDep, reply
from core.service.wire_pairings import (
    ApproveBody,
    AskedToJoinAnswer,
    AskToJoinBody,
    Code,
    PairingAnswer,
    PairingsAnswer,
    pairing_json,
    pairings_json,
)

log = logging.getLogger(__name__)

router = APIRouter(prefix="/api/pairings", tags=["pairings"])

CodeDep = Annotated[Code, Path(description="As the screen shows it.", examples=["482173"])]


@router.post("", status_code=HTTPStatus.CREATED, response_model=AskedToJoinAnswer)
async def ask_to_join(body: AskToJoinBody, core: CoreDep, request: Request) -> JSONResponse:
    """Ask to join: show the code, and ask every few seconds how it stands with it."""
    address = request.client.host if request.client else ""
    asked, claim = core.pairings.ask(body.role, body.machine, address)
    answer = {"code": asked.code, "claim": claim, "forgotten_s": int(SILENT_S)}
    return reply(answer, HTTPStatus.CREATED)


@router.get("", response_model=PairingsAnswer)
async def get_waiting(core: CoreDep) -> JSONResponse:
    """Show which machines ask to join this core."""
    return reply(pairings_json(core.pairings.all()))


@router.get("/{code}", response_model=PairingAnswer)
async def get_pairing(
    code: CodeDep,
    core: CoreDep,
    authorization: Annotated[
        str | None, Header(description="`Bearer` and the claim; without it no token is told.")
    ] = None,
) -> JSONResponse:
    """Tell a machine how it stands with its code, and once it is approved its token."""
    asked, mine = core.pairings.look(code, _claim(authorization))
    return reply(pairing_json(asked, mine=mine))


@router.post("/{code}/approve", response_model=PairingAnswer)
async def approve(code: CodeDep, body: ApproveBody, core: CoreDep, grant: GrantDep) -> JSONResponse:
    """Let the machine that shows the code join, and say what it is. The same again changes nothing.

    What a screen is to show must be there: `pairing.shows_refused` says what is not.
    """
    waiting, _ = core.pairings.look(code, None)
    if waiting.role is Role.SCREEN:
        check_shows(core.hall, body.name, body.shows)
    asked = core.pairings.approve(code, body.name, body.shows)
    log.info("%s let %s at %s join as %s %r", grant.by, code, asked.address, asked.role.value, asked.name)
    return reply(pairing_json(asked, mine=False))


@router.post("/{code}/refuse", response_model=PairingAnswer)
async def refuse(code: CodeDep, core: CoreDep, grant: GrantDep) -> JSONResponse:
    """Tell the machine that shows the code that it may not join. The same again changes nothing."""
    asked = core.pairings.refuse(code)
    log.info("%s refused %s at %s", grant.by, code, asked.address)
    return reply(pairing_json(asked, mine=False))


def _claim(authorization: str | None) -> str | None:
    scheme, _, claim = (authorization or "").partition(" ")
    return claim.strip() if scheme.lower() == "bearer" and claim.strip() else None
