"""A core that runs through the night."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from core.app.take import Wish, take
from core.service.core import Core
from hallcall.data_dir import DataDir
from hallcall.server import open_core
from tests.support.clock import Clock
from tests.support.halls import lhasa_like

WITHIN_S = 20


async def _next(core: Core, subscriber: Any, kind: str) -> dict[str, Any]:
    """Wait for the next message of a kind."""
    while True:
        for frame in await subscriber.take():
            message: dict[str, Any] = json.loads(frame[frame.index(b"{") :])
            if message["kind"] == kind:
                return message


def test_the_boards_are_empty_in_the_morning_before_anybody_has_come(tmp_path: Path) -> None:
    clock = Clock()

    async def night() -> tuple[dict[str, Any], int]:
        async with open_core(DataDir(tmp_path), lhasa_like(), clock, look_every_s=0.01) as core:
            await core.run(lambda uow: take(uow, Wish(queue="insurance"), by="kiosk:1"))
            assert core.hub.floor.waiting["insurance"] == 1
            subscriber = await core.subscribe(None, core.hub.floor.seq)
            clock.advance(days=1)
            gone = await asyncio.wait_for(_next(core, subscriber, "leg.void"), WITHIN_S)
            return gone, core.hub.floor.waiting["insurance"]

    gone, waiting = asyncio.run(night())
    assert gone["data"]["reason"] == "day_end"
    assert waiting == 0
