"""Tickets: taken at a kiosk, moved by a guide."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter

from core.app.take import take
from core.app.tickets import cancel, restore
from core.domain.people import Role
from core.service.routes.deps import CoreDep, GrantDep, OnceDep
from core.service.wire import ReasonBody, TakeBody, leg_json, taken_json, ticket_json

router = APIRouter(prefix="/api/tickets", tags=["tickets"])

VOUCHES = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})
"""Roles whose word is the proof of a visitor's class."""


@router.post("", status_code=HTTPStatus.CREATED)
async def take_ticket(body: TakeBody, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Give out the next number of a queue."""
    return await once(lambda uow: taken_json(take(uow, body.wish(proven=grant.role in VOUCHES), by=grant.by)))


@router.get("/{ticket}")
async def get_ticket(ticket: str, core: CoreDep) -> dict[str, Any]:
    """Show a ticket with its legs, and why it was called."""
    return ticket_json(await asyncio.to_thread(core.reader.ticket, ticket))


@router.post("/{ticket}/cancel")
async def cancel_ticket(
    ticket: str, grant: GrantDep, once: OnceDep, body: ReasonBody | None = None
) -> dict[str, Any]:
    """End a visit that has not been served."""
    return await once(
        lambda uow: {
            "ticket": leg_json(cancel(uow, ticket=ticket, by=grant.by, reason=body.reason if body else None))
        }
    )


@router.post("/{ticket}/restore")
async def restore_ticket(ticket: str, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Let a passed visitor wait again."""
    return await once(lambda uow: {"ticket": leg_json(restore(uow, ticket=ticket, by=grant.by))})
