"""Text messages: which are due, and to which phone; for the gateway that sends them."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime

from core.domain.clock import to_text
from core.domain.errors import TicketUnknown
from core.domain.messages import Reachable, due
from core.domain.ticket import LegState
from core.service.core import Core
from core.service.routes.deps import CoreDep, reply
from core.service.wire import Id
from core.service.wire_messages import ContactAnswer, MessagesAnswer, message_json

router = APIRouter(prefix="/api", tags=["messages"])

BACK_MOST = timedelta(hours=4)
"""What became true longer ago is nobody's news any more."""


@router.get("/messages", response_model=MessagesAnswer)
async def get_messages(
    core: CoreDep,
    since: Annotated[
        AwareDatetime | None,
        Query(
            description="Requests to rate a visit that ended earlier are left out; four hours back at most.",
            examples=["2026-11-23T01:00:00Z"],
        ),
    ] = None,
) -> JSONResponse:
    """Tell which messages are due by how the visits stand now; what is no longer true is not among them.

    The same message has the same `id` each time. It names no phone number: that is asked for once, by
    `GET /api/tickets/{ticket}/contact`, by who has not sent the message yet.
    """
    now = core.clock()
    back = max(since or now - BACK_MOST, now - BACK_MOST)
    found = await asyncio.to_thread(core.reader.visitors.reachable, back)
    return reply(_told(core, found, now))


def _told(core: Core, found: list[Reachable], now: datetime) -> dict[str, Any]:
    return {
        "at": to_text(now),
        "messages": [message_json(each) for each in due(found, core.hall.sms, now)],
        "tickets": sorted({each.ticket.id for each in found}),
        "queues": sorted({each.leg.queue for each in found if each.leg.state is LegState.WAITING}),
    }


@router.get("/tickets/{ticket}/contact", response_model=ContactAnswer)
async def get_contact(
    ticket: Annotated[Id, Path(description="The ticket's id.", examples=["019a2b3c4d5e6f7a8b9c0d"])],
    core: CoreDep,
) -> JSONResponse:
    """Tell the phone number of a visitor who left one; without one the ticket is as good as unknown.

    It is gone with the visit's time (`rating_days` of the hall).
    """
    view = await asyncio.to_thread(core.reader.ticket, ticket)
    sealed = await asyncio.to_thread(core.reader.visitors.phone, ticket)
    phone = core.vault.open(sealed) if sealed else None
    if phone is None:
        raise TicketUnknown(ticket=ticket)
    answer = reply({"phone": phone, "lang": view.ticket.language, "track": view.ticket.track})
    answer.headers["Cache-Control"] = "no-store"
    return answer
