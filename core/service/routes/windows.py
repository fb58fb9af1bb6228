"""A clerk's window: open, call, serve, pause."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from core.app import at_window
from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.ports import UnitOfWork
from core.app.windows import at_own_window, close_window, open_window, pause_window
from core.domain.clock import to_text
from core.domain.people import Role
from core.domain.window import WindowState
from core.service.routes.deps import GrantDep, Once, OnceDep, Work
from core.service.tokens import Grant
from core.service.wire import PauseBody, ReasonBody, leg_json


async def _do(once: Once, grant: Grant, window: int, work: Work) -> dict[str, Any]:
    """Do something at a window; a clerk only at the one where nobody else sits by now."""
    if grant.role is Role.CLERK:
        work = at_own_window(work, window=window, clerk=grant.subject)
    return await once(work)


router = APIRouter(prefix="/api/windows/{window}", tags=["windows"])


@router.post("/call-next")
async def call_next_ticket(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Finish who is at the window and call the next; ``ticket`` is null when nobody waits."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        match call_next(uow, window=window, by=grant.by):
            case Called(leg, choice):
                return {"ticket": leg_json(leg), "why": choice.why()}
            case NobodyWaiting():
                return {"ticket": None, "why": None}

    return await _do(once, grant, window, work)


@router.post("/recall")
async def recall_ticket(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Call who is at the window once more."""
    return await _do(
        once,
        grant,
        window,
        lambda uow: {"ticket": leg_json(at_window.recall(uow, window=window, by=grant.by))},
    )


@router.post("/start")
async def start_ticket(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """The visitor came: the serve clock starts."""
    return await _do(
        once,
        grant,
        window,
        lambda uow: {"ticket": leg_json(at_window.start(uow, window=window, by=grant.by))},
    )


@router.post("/finish")
async def finish_ticket(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """The visitor is done."""
    return await _do(
        once,
        grant,
        window,
        lambda uow: {"ticket": leg_json(at_window.finish(uow, window=window, by=grant.by))},
    )


@router.post("/pass")
async def pass_ticket(
    window: int, grant: GrantDep, once: OnceDep, body: ReasonBody | None = None
) -> dict[str, Any]:
    """The visitor was called and did not come."""
    return await _do(
        once,
        grant,
        window,
        lambda uow: {
            "ticket": leg_json(
                at_window.pass_over(uow, window=window, by=grant.by, reason=body.reason if body else None)
            )
        },
    )


@router.post("/put-back")
async def put_back_ticket(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """The call was a mistake: the visitor waits again at the old place."""
    return await _do(
        once,
        grant,
        window,
        lambda uow: {"ticket": leg_json(at_window.put_back(uow, window=window, by=grant.by))},
    )


@router.post("/open")
async def open_one(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Open the window, also again after a pause; a clerk takes over a window that a colleague left open."""
    clerk = grant.subject if grant.role is Role.CLERK else None
    return await once(lambda uow: _window(open_window(uow, window=window, clerk=clerk, by=grant.by)))


@router.post("/pause")
async def pause_one(window: int, body: PauseBody, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Pause the window, with a reason."""
    return await _do(
        once,
        grant,
        window,
        lambda uow: _window(pause_window(uow, window=window, reason=body.reason, by=grant.by)),
    )


@router.post("/close")
async def close_one(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Close the window."""
    return await _do(once, grant, window, lambda uow: _window(close_window(uow, window=window, by=grant.by)))


def _window(state: WindowState) -> dict[str, Any]:
    return {
        "number": state.number,
        "status": state.status.value,
        "clerk": state.clerk,
        "reason": state.reason,
        "since": to_text(state.since) if state.since else None,
    }
