"""What the hall is, and how it is now."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter

from core.domain.floor_json import window_to_json
from core.domain.hall_json import hall_to_json
from core.service.routes.deps import CoreDep
from core.service.version import VERSION

router = APIRouter(tags=["hall"])


@router.get("/api/health")
async def health(core: CoreDep) -> dict[str, Any]:
    """Say that the core answers, and up to which event it knows the hall."""
    return {"status": "ok", "version": VERSION, "seq": core.hub.floor.seq, "hall": core.hall.id}


@router.get("/api/hall")
async def hall(core: CoreDep) -> dict[str, Any]:
    """Describe the hall: zones, departments, queues, items, windows, classes, reasons, hours, voice."""
    return hall_to_json(core.hall)


@router.get("/api/queues")
async def queues(core: CoreDep) -> dict[str, Any]:
    """Say how many wait in each queue, and how long the first of them has waited (seconds)."""
    busy = {view.id: view for view in await asyncio.to_thread(core.reader.queues)}
    now = datetime.now(UTC)
    listed = []
    for queue in core.hall.queues:
        view = busy.get(queue.id)
        since = view.longest_since if view else None
        longest_s = max(0, int((now - since).total_seconds())) if since else None
        listed.append({"id": queue.id, "waiting": view.waiting if view else 0, "longest_s": longest_s})
    return {"queues": listed}


@router.get("/api/windows")
async def windows(core: CoreDep) -> dict[str, Any]:
    """Say what each window does, who sits there and which ticket is at it."""
    return {"windows": [window_to_json(view) for view in core.hub.floor.windows.values()]}
