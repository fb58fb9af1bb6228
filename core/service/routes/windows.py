"""What a clerk does with visitors at a window: call, serve, send on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from fastapi.responses import JSONResponse

from core.app import at_window
from core.app.call_next import Called, NobodyWaiting, call_next
from core.app.finish import finish
from core.app.pick import call_ticket
from core.app.ports import UnitOfWork
from core.app.suspend import resume, suspend
from core.app.transfer import transfer_from_window
from core.app.undo import undo
from core.app.walk_in import walk_in
from core.app.windows import at_own_window
from core.domain.leg import Leg
from core.domain.people import Role
from core.domain.ticket import LegState
from core.service.answers import CalledAnswer, MovedAnswer, SuspendedAnswer, TakenAnswer
from core.service.bodies import ReasonBody, WalkInBody
from core.service.bodies_desk import CallBody, FinishBody, ResumeBody, SendOnBody, SuspendBody
from core.service.routes.deps import CoreDep, GrantDep, Once, OnceDep, Work, reply
from core.service.tokens import Grant
from core.service.wire import WindowNumber, leg_json, taken_json

WindowDep = Annotated[WindowNumber, Path(description="The window's number.", examples=[3])]


class AtWindow:
    """What a request does at its window, once; a clerk only where nobody else sits by now."""

    def __init__(self, window: int, grant: Grant, once: Once) -> None:
        self.window = window
        self.grant = grant
        self.once = once

    async def __call__(self, work: Work) -> dict[str, Any]:
        """Run ``work`` in one transaction and return its answer."""
        if self.grant.role is Role.CLERK:
            work = at_own_window(work, window=self.window, clerk=self.grant.subject)
        return await self.once(work)

    async def move(self, act: Callable[..., Leg], **given: Any) -> JSONResponse:
        """Move who is at the window by ``act`` and answer the ticket as it is then."""
        at: dict[str, Any] = {"window": self.window, "by": self.grant.by, **given}
        return reply(await self(lambda uow: {"ticket": leg_json(act(uow, **at))}))


async def at_its_window(window: WindowDep, grant: GrantDep, once: OnceDep) -> AtWindow:
    """Return what does things at the request's window."""
    return AtWindow(window, grant, once)


AtWindowDep = Annotated[AtWindow, Depends(at_its_window)]
router = APIRouter(prefix="/api/windows/{window}", tags=["windows"])


@router.post("/call-next", response_model=CalledAnswer)
async def call_next_ticket(at: AtWindowDep) -> JSONResponse:
    """Finish who is at the window and call the next (一键叫号); `ticket` is null when nobody waits."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return _called(call_next(uow, window=at.window, by=at.grant.by))

    return reply(await at(work))


@router.post("/call", response_model=CalledAnswer)
async def call_one(at: AtWindowDep, body: CallBody) -> JSONResponse:
    """Finish who is at the window and call a certain visitor, out of turn; also one who was passed."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        wanted = {"ticket": body.ticket, "reason": body.reason}
        return _called(call_ticket(uow, window=at.window, by=at.grant.by, **wanted))

    return reply(await at(work))


@router.post("/recall", response_model=MovedAnswer)
async def recall_ticket(at: AtWindowDep) -> JSONResponse:
    """Call who is at the window once more."""
    return await at.move(at_window.recall)


@router.post("/start", response_model=MovedAnswer)
async def start_ticket(at: AtWindowDep) -> JSONResponse:
    """The visitor came: the serve clock starts, and with it the item's promised time."""
    return await at.move(at_window.start)


@router.post("/finish", response_model=MovedAnswer)
async def finish_ticket(at: AtWindowDep, body: FinishBody | None = None) -> JSONResponse:
    """The visitor is done; the next step of the visit begins, unless papers were missing."""
    said = body or FinishBody()
    return await at.move(finish, outcome=said.outcome, missing=said.missing)


@router.post("/pass", response_model=MovedAnswer)
async def pass_ticket(at: AtWindowDep, body: ReasonBody | None = None) -> JSONResponse:
    """The visitor was called and did not come (过号)."""
    return await at.move(at_window.pass_over, reason=body.reason if body else None)


@router.post("/put-back", response_model=MovedAnswer)
async def put_back_ticket(at: AtWindowDep) -> JSONResponse:
    """The call was a mistake: the visitor waits again at the old place."""
    return await at.move(at_window.put_back)


@router.post("/undo", response_model=MovedAnswer)
async def undo_last(at: AtWindowDep) -> JSONResponse:
    """Take back the window's last finish, pass or transfer, while nobody else has touched the ticket."""
    return await at.move(undo)


@router.post("/suspend", response_model=MovedAnswer)
async def suspend_ticket(at: AtWindowDep, body: SuspendBody) -> JSONResponse:
    """Suspend the visit at the window (挂起); the window is free for the next."""
    return await at.move(suspend, kind=body.kind, reason=body.reason, wake_after_min=body.wake_min)


@router.post("/resume", response_model=MovedAnswer)
async def resume_ticket(at: AtWindowDep, body: ResumeBody) -> JSONResponse:
    """Go on with a suspended visit at the free window; supervisors and administrators at any window."""
    anywhere = at.grant.role in (Role.SUPERVISOR, Role.ADMIN)
    return await at.move(resume, ticket=body.ticket, anywhere=anywhere)


@router.get("/suspended", response_model=SuspendedAnswer)
async def suspended_tickets(window: WindowDep, core: CoreDep) -> JSONResponse:
    """Show whose visits were suspended at the window."""
    number = core.hall.window(window).number
    found = await asyncio.to_thread(core.reader.find, state=LegState.SUSPENDED, window=number)
    return reply({"tickets": [leg_json(leg) for leg, _ in found]})


@router.post("/transfer", response_model=MovedAnswer)
async def send_on(at: AtWindowDep, body: SendOnBody) -> JSONResponse:
    """Send who is at the window to another queue or window; number and arrival stay. Answers the new leg."""
    return await at.move(transfer_from_window, target=body.target(back=body.back), reason=body.reason)


@router.post("/walk-in", response_model=TakenAnswer)
async def serve_walk_in(at: AtWindowDep, body: WalkInBody | None = None) -> JSONResponse:
    """Finish who is at the window and serve somebody who came without a ticket, under the next number.

    A clerk is not given the visitor's `track`: the clerk's own work is rated with it.
    """
    wish = (body or WalkInBody()).wish()

    def work(uow: UnitOfWork) -> dict[str, Any]:
        taken = taken_json(walk_in(uow, wish, window=at.window, by=at.grant.by))
        return taken | ({"track": ""} if at.grant.role is Role.CLERK else {})

    return reply(await at(work))


def _called(called: Called | NobodyWaiting) -> dict[str, Any]:
    match called:
        case Called(leg, why):
            return {"ticket": leg_json(leg), "why": why}
        case NobodyWaiting():
            return {"ticket": None, "why": None}
