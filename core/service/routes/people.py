"""Signing in, and the clerks who may."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter

from core.app.ports import UnitOfWork
from core.domain.people import Clerk
from core.service.routes.deps import CoreDep, OnceDep
from core.service.sign_in import hash_pin
from core.service.wire import ClerkBody, Id, SignInBody

router = APIRouter(tags=["people"])


@router.post("/api/sign-in")
async def sign_in(body: SignInBody, core: CoreDep) -> dict[str, Any]:
    """Give a clerk a token for the shift at a window."""
    if body.window is not None:
        core.hall.window(body.window)
    clerk, token = await asyncio.get_running_loop().run_in_executor(
        core.sign_in.threads, core.sign_in.sign_in, body.clerk, body.pin, body.window
    )
    return {"token": token, "clerk": clerk.id, "name": clerk.name, "window": body.window, "role": clerk.role}


@router.put("/api/clerks/{clerk}")
async def put_clerk(clerk: Id, body: ClerkBody, once: OnceDep) -> dict[str, Any]:
    """Enter a clerk, or change name, role and PIN of one."""
    entered = Clerk(clerk, body.name, body.role, await asyncio.to_thread(hash_pin, body.pin))

    def work(uow: UnitOfWork) -> dict[str, Any]:
        uow.clerks.save(entered)
        return {"clerk": entered.id, "name": entered.name, "role": entered.role.value}

    return await once(work)
