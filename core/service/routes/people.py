"""Signing in and out, and the clerks who may."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse

from core.app.once import settle
from core.app.ports import UnitOfWork
from core.app.sign_out import sign_out
from core.domain.errors import ClerkUnknown
from core.domain.people import Clerk
from core.service.answers import ClerkAnswer, ClerksAnswer, SettledAnswer, SignedInAnswer, SignedOutAnswer
from core.service.bodies import ClerkBody, SettleBody, SignInBody
from core.service.given_back import Taken
from core.service.routes.deps import CoreDep, GrantDep, OnceDep, reply
from core.service.sign_in import SHIFT, hash_pin
from core.service.wire import Id

router = APIRouter(prefix="/api", tags=["people"])


@router.post("/sign-in", response_model=SignedInAnswer)
async def sign_in(body: SignInBody, core: CoreDep) -> JSONResponse:
    """Give a clerk a token for the shift at a window; after some wrong PINs the clerk must wait."""
    if body.window is not None:
        core.hall.window(body.window)
    clerk, token = await asyncio.get_running_loop().run_in_executor(
        core.sign_in.threads, core.sign_in.sign_in, body.clerk, body.pin, body.window
    )
    role = clerk.role.value
    return reply({"token": token, "clerk": clerk.id, "name": clerk.name, "window": body.window, "role": role})


@router.post("/sign-out", response_model=SignedOutAnswer)
async def end_shift(core: CoreDep, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """End the shift: the clerk's windows are closed, if nobody is at them, and the token holds no more."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        token, expires = grant.token, grant.expires
        closed = sign_out(uow, clerk=grant.subject, token=token, expires=expires, by=grant.by)
        return {"clerk": grant.subject, "closed": closed}

    answer = await once(work)
    core.signed_out.add(grant.token)
    return reply(answer)


@router.post("/settle", response_model=SettledAnswer)
async def settle_request(body: SettleBody, core: CoreDep) -> JSONResponse:
    """Say whether a request whose answer was lost was done; if it was not, it is not done later either."""
    return reply({"done": await core.run(partial(settle, key=body.key))})


@router.get("/clerks", response_model=ClerksAnswer)
async def get_clerks(core: CoreDep) -> JSONResponse:
    """Show everybody who may sign in, without their PINs."""
    found = await asyncio.to_thread(core.reader.clerks)
    return reply({"clerks": [_clerk_json(clerk) for clerk in found]})


@router.put("/clerks/{clerk}", response_model=ClerkAnswer)
async def put_clerk(
    clerk: Annotated[Id, Path(description="The clerk's number, as typed at sign-in.", examples=["0301"])],
    body: ClerkBody,
    core: CoreDep,
    once: OnceDep,
) -> JSONResponse:
    """Enter a clerk, or change name, role, skills and PIN of one; who has another role signs in again."""
    pin_hash = await asyncio.to_thread(hash_pin, body.pin) if body.pin else None
    skills = None if body.skills is None else tuple(dict.fromkeys(body.skills))

    taken = Taken(core.signed_out.latest(core.clock() + SHIFT), clerk=clerk)
    others: list[Taken] = []

    def work(uow: UnitOfWork) -> dict[str, Any]:
        for queue in skills or ():
            uow.hall.queue(queue)
        entered = Clerk(clerk, body.name, body.role, pin_hash or _known_hash(uow, clerk), skills)
        known = uow.clerks.get(clerk)
        if known is not None and known.role is not body.role:
            uow.clerks.sign_out(taken.token, taken.until)
            others.append(taken)
        uow.clerks.save(entered)
        return _clerk_json(entered)

    answer = await once(work)
    core.signed_out.update(each.token for each in others)
    return reply(answer)


def _known_hash(uow: UnitOfWork, clerk: str) -> str:
    """Return the hash of a clerk's PIN.

    Raises:
        ClerkUnknown: A new clerk needs a PIN.
    """
    known = uow.clerks.get(clerk)
    if known is None:
        raise ClerkUnknown(clerk=clerk)
    return known.pin_hash


def _clerk_json(clerk: Clerk) -> dict[str, Any]:
    return {
        "clerk": clerk.id,
        "name": clerk.name,
        "role": clerk.role.value,
        "skills": None if clerk.skills is None else list(clerk.skills),
    }
