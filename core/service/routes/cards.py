"""What the hall knows of people: the key their cards are hashed with, and what was erased."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from core.app.privacy import CardKey, card_key
from core.service.routes.deps import CoreDep
from core.service.wire_visitors import CardKeyAnswer, Day, ErasuresAnswer, card_key_json, erasure_json

router = APIRouter(prefix="/api", tags=["people"])


@router.get("/card-key", response_model=CardKeyAnswer)
async def get_card_key(
    core: CoreDep,
    response: Response,
    date: Annotated[Day | None, Query(description="A business date; without one it is today.")] = None,
) -> dict[str, Any]:
    """Give the key that ID numbers of a day are hashed with: HMAC-SHA256 of the number, as hex.

    Only today's and those of days that can be booked; a day's key is destroyed when the day is over. The
    number itself never reaches the core.
    """
    found: CardKey = await core.run(lambda uow: card_key(uow, day=date))
    response.headers["Cache-Control"] = "no-store"
    return card_key_json(found, b64encode(found.key).decode("ascii"))


@router.get("/erasures", response_model=ErasuresAnswer)
async def get_erasures(core: CoreDep) -> dict[str, Any]:
    """Show the written record of what was erased: card keys, phone numbers, words of ratings."""
    found = await asyncio.to_thread(core.reader.visitors.erasures)
    return {"erasures": [erasure_json(each) for each in found]}
