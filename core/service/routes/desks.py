"""Windows as desks: opened, paused, closed, and what they serve."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from core.app.ports import UnitOfWork
from core.app.profile import set_profile, tiers_text
from core.app.relieve import relieve
from core.app.windows import close_window, open_window, pause_window
from core.domain.codec import to_json
from core.domain.errors import AuthDenied, ClerkUnknown
from core.domain.people import Role
from core.service.answers import ProfileAnswer, RelievedAnswer, WindowAnswer
from core.service.bodies_desk import OpenBody, PauseBody, ProfileBody, RelieveBody
from core.service.given_back import Taken
from core.service.routes.deps import CoreDep, GrantDep, OnceDep, reply
from core.service.routes.windows import AtWindowDep, WindowDep
from core.service.sign_in import SHIFT
from core.service.tokens import Grant
from core.service.wire import window_json

router = APIRouter(prefix="/api/windows/{window}", tags=["windows"])


@router.post("/open", response_model=WindowAnswer)
async def open_one(
    window: WindowDep, grant: GrantDep, once: OnceDep, body: OpenBody | None = None
) -> JSONResponse:
    """Open the window, also again after a pause; a clerk takes over a window that a colleague left open.

    A clerk's other windows are closed with it. A supervisor or administrator may open it for a clerk.
    """

    def work(uow: UnitOfWork) -> dict[str, Any]:
        clerk = _clerk(uow, grant, body)
        return window_json(open_window(uow, window=window, clerk=clerk, by=grant.by))

    return reply(await once(work))


@router.post("/pause", response_model=WindowAnswer)
async def pause_one(at: AtWindowDep, body: PauseBody) -> JSONResponse:
    """Pause the window, with a reason."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return window_json(pause_window(uow, window=at.window, reason=body.reason, by=at.grant.by))

    return reply(await at(work))


@router.post("/close", response_model=WindowAnswer)
async def close_one(at: AtWindowDep) -> JSONResponse:
    """Close the window."""
    return reply(await at(lambda uow: window_json(close_window(uow, window=at.window, by=at.grant.by))))


@router.post("/relieve", response_model=RelievedAnswer)
async def relieve_one(
    window: WindowDep, core: CoreDep, grant: GrantDep, once: OnceDep, body: RelieveBody | None = None
) -> JSONResponse:
    """Sign out every clerk at the window, or send the clerk to another one; they sign in there.

    Who is being served stays at the window, for whoever opens it next; without a visitor it is closed. The
    event (`window.closed`, or `window.opened`/`window.paused` without a clerk) carries `signed_out` and
    `sent_to`.
    """
    to = body.to if body else None
    taken = Taken(core.signed_out.latest(core.clock() + SHIFT), window=window, to=to or 0)
    done: list[Taken] = []

    def work(uow: UnitOfWork) -> dict[str, Any]:
        left = relieve(uow, window=window, to=to, token=taken.token, expires=taken.until, by=grant.by)
        done.append(taken)
        return window_json(left.state) | {"signed_out": left.clerk, "visitor": left.number}

    answer = await once(work)
    # Not where it was done before, under the same key: somebody else may have signed in since.
    core.signed_out.update(each.token for each in done)
    return reply(answer)


@router.put("/profile", response_model=ProfileAnswer)
async def put_profile(window: WindowDep, body: ProfileBody, grant: GrantDep, once: OnceDep) -> JSONResponse:
    """Change what the window serves, from its next call on; who did it and when is recorded."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        tiers = set_profile(uow, window=window, tiers=body.profile(), by=grant.by)
        return {"window": window, "tiers": to_json(tiers), "text": tiers_text(tiers)}

    return reply(await once(work))


def _clerk(uow: UnitOfWork, grant: Grant, body: OpenBody | None) -> str | None:
    """Return for whom the window is opened: a clerk's is one's own.

    Raises:
        AuthDenied: A clerk named a colleague.
        ClerkUnknown: Nobody has that number.
    """
    named = body.clerk if body else None
    if grant.role is Role.CLERK:
        if named not in (None, grant.subject):
            raise AuthDenied(role=grant.role.value)
        return grant.subject
    if named is not None and uow.clerks.get(named) is None:
        raise ClerkUnknown(clerk=named)
    return named
