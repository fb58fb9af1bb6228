"""The feed: every screen's numbered events over a WebSocket."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, WebSocket
from starlette.websockets import WebSocketDisconnect

from core.domain.errors import HallError
from core.domain.scope import Scope, scope_of
from core.service.access import authorize
from core.service.core import REACHED_EVERY_S, Core
from core.service.frames import FRAMES
from core.service.hub import Subscriber

router = APIRouter()

POLICY_VIOLATION = 1008


@router.websocket("/api/feed")
async def feed(
    socket: WebSocket,
    after: Annotated[int | None, Query(ge=0)] = None,
    epoch: str | None = None,
    zone: str | None = None,
    window: int | None = None,
    queue: str | None = None,
    beside: bool = False,
) -> None:
    """Send a snapshot, or what came after ``after``, then each event; ``reached`` tells a filter's place.

    A screen that resumes also says the ``epoch`` of its last snapshot: a hall that was restored from a backup
    gives numbers anew, and whoever has seen them before gets a snapshot. Snapshots and ``reached`` also say
    whether the core is ``degraded``: it then tells what it knows and writes nothing. With ``beside`` the feed
    of a window also tells of the windows that serve any of its queues.
    """
    core: Core = socket.app.state.core
    try:
        authorize(socket)
        scope = scope_of(core.hall, zone=zone, window=window, queue=queue, beside=beside)
    except HallError as refusal:
        # Closed before it is accepted: the caller sees HTTP 403.
        await socket.close(POLICY_VIOLATION, refusal.key)
        return
    await socket.accept()
    subscriber = await core.subscribe(scope, after, epoch)
    try:
        await _follow(socket, subscriber, core, scope)
    finally:
        core.hub.unsubscribe(subscriber)


async def _follow(socket: WebSocket, subscriber: Subscriber, core: Core, scope: Scope | None) -> None:
    tasks: list[asyncio.Task[object]] = [
        asyncio.create_task(_send(socket, subscriber)),
        asyncio.create_task(_until_closed(socket)),
        # Sending to one who does not read never ends, so who is too slow is cut off beside it.
        asyncio.create_task(subscriber.overflowed.wait()),
    ]
    if scope is not None:
        tasks.append(asyncio.create_task(_tell_reached(subscriber, core)))
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _send(socket: WebSocket, subscriber: Subscriber) -> None:
    try:
        while True:
            await socket.send({"type": "websocket.send", FRAMES: b"".join(await subscriber.take())})
    except (WebSocketDisconnect, RuntimeError):
        return


async def _until_closed(socket: WebSocket) -> None:
    """Read until the other side goes; a feed takes no messages, so they are passed over."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


async def _tell_reached(subscriber: Subscriber, core: Core) -> None:
    """Tell a filtered feed the number it has reached while nothing of its own happens."""
    told = core.hub.seq
    while True:
        await asyncio.sleep(REACHED_EVERY_S)
        if core.hub.seq != told:
            told = core.hub.seq
            core.hub.push(subscriber, core.hub.reached())
