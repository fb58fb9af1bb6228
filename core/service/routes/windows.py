"""A clerk's window: open, call, serve, pause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends

from core.app import at_window
from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.finish import finish
from core.app.ports import UnitOfWork
from core.app.windows import at_own_window, close_window, open_window, pause_window
from core.domain.clock import to_text
from core.domain.leg import Leg
from core.domain.people import Role
from core.domain.window import WindowState
from core.service.routes.deps import GrantDep, OnceDep, Work
from core.service.wire import PauseBody, ReasonBody, leg_json


class AtWindow:
    """What a request does at its window, once; a clerk only where nobody else sits by now."""

    def __init__(self, window: int, grant: GrantDep, once: OnceDep) -> None:
        self.window = window
        self.grant = grant
        self.once = once

    async def __call__(self, work: Work) -> dict[str, Any]:
        """Run ``work`` in one transaction and return its answer."""
        if self.grant.role is Role.CLERK:
            work = at_own_window(work, window=self.window, clerk=self.grant.subject)
        return await self.once(work)

    async def move(self, act: Callable[..., Leg], **given: Any) -> dict[str, Any]:
        """Move who is at the window by ``act`` and return the ticket as it is then."""
        at: dict[str, Any] = {"window": self.window, "by": self.grant.by, **given}
        return await self(lambda uow: {"ticket": leg_json(act(uow, **at))})


AtWindowDep = Annotated[AtWindow, Depends()]
router = APIRouter(prefix="/api/windows/{window}", tags=["windows"])


@router.post("/call-next")
async def call_next_ticket(at: AtWindowDep) -> dict[str, Any]:
    """Finish who is at the window and call the next; ``ticket`` is null when nobody waits."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        match call_next(uow, window=at.window, by=at.grant.by):
            case Called(leg, why):
                return {"ticket": leg_json(leg), "why": why}
            case NobodyWaiting():
                return {"ticket": None, "why": None}

    return await at(work)


@router.post("/recall")
async def recall_ticket(at: AtWindowDep) -> dict[str, Any]:
    """Call who is at the window once more."""
    return await at.move(at_window.recall)


@router.post("/start")
async def start_ticket(at: AtWindowDep) -> dict[str, Any]:
    """The visitor came: the serve clock starts."""
    return await at.move(at_window.start)


@router.post("/finish")
async def finish_ticket(at: AtWindowDep) -> dict[str, Any]:
    """The visitor is done."""
    return await at.move(finish)


@router.post("/pass")
async def pass_ticket(at: AtWindowDep, body: ReasonBody | None = None) -> dict[str, Any]:
    """The visitor was called and did not come."""
    return await at.move(at_window.pass_over, reason=body.reason if body else None)


@router.post("/put-back")
async def put_back_ticket(at: AtWindowDep) -> dict[str, Any]:
    """The call was a mistake: the visitor waits again at the old place."""
    return await at.move(at_window.put_back)


@router.post("/open")
async def open_one(window: int, grant: GrantDep, once: OnceDep) -> dict[str, Any]:
    """Open the window, also again after a pause; a clerk takes over a window that a colleague left open."""
    clerk = grant.subject if grant.role is Role.CLERK else None
    return await once(lambda uow: _window(open_window(uow, window=window, clerk=clerk, by=grant.by)))


@router.post("/pause")
async def pause_one(at: AtWindowDep, body: PauseBody) -> dict[str, Any]:
    """Pause the window, with a reason."""
    return await at(
        lambda uow: _window(pause_window(uow, window=at.window, reason=body.reason, by=at.grant.by))
    )


@router.post("/close")
async def close_one(at: AtWindowDep) -> dict[str, Any]:
    """Close the window."""
    return await at(lambda uow: _window(close_window(uow, window=at.window, by=at.grant.by)))


def _window(state: WindowState) -> dict[str, Any]:
    return {
        "number": state.number,
        "status": state.status.value,
        "clerk": state.clerk,
        "reason": state.reason,
        "since": to_text(state.since) if state.since else None,
    }
