"""What guides and supervisors say to who sits at the windows."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from core.app.ports import UnitOfWork
from core.app.say import say_to_window
from core.service.answers import WindowToldAnswer
from core.service.bodies_desk import MessageBody
from core.service.routes.deps import GrantDep, Once, OnceDep, reply
from core.service.routes.windows import WindowDep
from core.service.tokens import Grant

router = APIRouter(prefix="/api/windows", tags=["windows"])


@router.post("/message", response_model=WindowToldAnswer)
async def tell_all(body: MessageBody, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Say something to all windows: one event `window.message` on the feed whose `window` is `null`."""
    return await _tell(None, body, grant, once)


@router.post("/{window}/message", response_model=WindowToldAnswer)
async def tell_one(window: WindowDep, body: MessageBody, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Say something to who sits at the window: an event `window.message` on the feed, kept nowhere else."""
    return await _tell(window, body, grant, once)


async def _tell(window: int | None, body: MessageBody, grant: Grant, once: Once) -> JSONResponse:
    def work(uow: UnitOfWork) -> dict[str, Any]:
        say_to_window(uow, window=window, text=body.text, by=grant.by)
        return {"window": window, "text": body.text}

    return reply(await once(work))
