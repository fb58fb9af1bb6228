"""What the core does by itself, by its own clock."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.app.call_next import call_next
from core.app.suspend import suspend
from core.app.take import Wish, take
from core.app.windows import open_window, pause_window
from core.domain.event import EventKind
from core.domain.hall import Hall
from core.domain.rules import Rules
from core.domain.ticket import Suspension
from core.service.core import Core
from core.service.ticker import Ticker
from hallcall.data_dir import DataDir
from hallcall.server import open_core
from tests.support.clock import Clock
from tests.support.rule_hall import rule_hall
from tests.support.running_core import core_in_thread
from tests.support.waiting import wait_until

IDLE_S = 30


class Night:
    """A core whose time the test moves, and its ticker, ticked by hand."""

    def __init__(self, core: Core, clock: Clock) -> None:
        self.core = core
        self.clock = clock
        self.ticker = Ticker(core)

    async def do(self, act: Callable[..., Any], **given: Any) -> Any:
        return await self.core.run(partial(act, by="test", **given))

    async def take(self, queue: str = "insurance") -> str:
        number: str = (await self.do(take, wish=Wish(queue))).ticket.number
        return number

    async def after(self, seconds: float) -> None:
        """Let time pass, and the ticker notice it."""
        await self.ticker.tick()
        self.clock.advance(seconds=seconds)
        await self.ticker.tick()

    def at(self, window: int) -> str | None:
        visitor = self.core.hub.floor.visitor(window)
        return visitor.number if visitor else None

    @property
    def seq(self) -> int:
        return self.core.hub.floor.seq


def calling_by_itself() -> Hall:
    return replace(rule_hall(), rules=Rules(auto_call_s=IDLE_S))


def play(folder: Path, hall: Hall, story: Callable[[Night], Awaitable[None]]) -> None:
    """Run a story on a core whose clock stands still unless it is moved."""
    clock = Clock()

    async def night() -> None:
        async with open_core(DataDir(folder), hall, clock, look_every_s=3600) as core:
            await core.run(lambda uow: uow.today)
            await story(Night(core, clock))

    asyncio.run(night())


async def suspended(night: Night, kind: Suspension, wake_min: float | None = None) -> str:
    number = await night.take()
    await night.do(open_window, window=1, clerk=None)
    await night.do(call_next, window=1)
    await night.do(suspend, window=1, kind=kind, wake_after_min=wake_min)
    return number


def test_a_suspended_visitor_waits_again_when_it_is_time(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        await suspended(night, Suspension.STEP, wake_min=10)
        await night.after(9 * 60)
        assert night.core.hub.floor.waiting["insurance"] == 0
        await night.after(60)
        assert night.core.hub.floor.waiting["insurance"] == 1

    play(tmp_path, rule_hall(), story)


def test_while_nothing_is_due_nothing_is_asked_and_nothing_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(night: Night) -> None:
        await suspended(night, Suspension.STEP, wake_min=10)
        await night.after(1)
        seq, asked = night.seq, []
        monkeypatch.setattr(night.core.reader, "next_wake", lambda: asked.append("reader"))
        monkeypatch.setattr(night.core._writer, "submit", lambda *_: asked.append("writer"))
        for _ in range(100):
            await night.after(1)
        assert (night.seq, asked) == (seq, [])

    play(tmp_path, calling_by_itself(), story)


def test_a_window_that_stands_idle_calls_by_itself(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        await night.do(open_window, window=1, clerk=None)
        await night.after(IDLE_S * 10)
        number = await night.take()
        await night.after(0)
        assert night.at(1) == number
        called = night.core.reader.events_after(0, 100)[-1]
        assert (called.kind, called.data["by"]) == (EventKind.CALLED, "core:auto")

    play(tmp_path, calling_by_itself(), story)


def test_a_window_is_idle_from_the_moment_it_is_free(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        first, second = await night.take(), await night.take()
        await night.do(open_window, window=1, clerk=None)
        await night.after(IDLE_S - 1)
        assert night.at(1) is None
        await night.after(1)
        assert night.at(1) == first, "and the one who is there is not finished for the next"
        await night.after(IDLE_S * 10)
        assert (night.at(1), night.core.hub.floor.waiting["insurance"]) == (first, 1)
        assert second != first

    play(tmp_path, calling_by_itself(), story)


def test_nobody_is_called_by_itself_where_the_hall_does_not_want_it(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        await night.take()
        await night.do(open_window, window=1, clerk=None)
        await night.after(IDLE_S * 100)
        assert night.at(1) is None

    play(tmp_path, rule_hall(), story)


def test_a_paused_window_and_one_that_expects_somebody_do_not_call(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        await suspended(night, Suspension.PAPERS_LEFT)
        await night.do(open_window, window=2, clerk=None)
        await night.do(pause_window, window=2, reason="break")
        await night.take()
        await night.after(IDLE_S * 2)
        assert (night.at(1), night.at(2)) == (None, None)
        await night.do(open_window, window=2, clerk=None)
        await night.after(IDLE_S)
        assert night.at(2) is not None

    play(tmp_path, calling_by_itself(), story)


def test_a_window_calls_nobody_of_a_queue_it_does_not_serve(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        await night.do(open_window, window=1, clerk=None)
        await night.take("food")
        await night.after(IDLE_S * 2)
        assert night.at(1) is None

    play(tmp_path, calling_by_itself(), story)


def test_a_running_core_wakes_and_calls_by_itself(tmp_path: Path) -> None:
    hall = replace(rule_hall(), rules=Rules(auto_call_s=1))
    with core_in_thread(hall, tmp_path) as core:
        core.post("/api/windows/1/open")
        ticket = core.post("/api/tickets", {"queue": "insurance"}).body["id"]

        def state() -> str:
            shown: str = core.get(f"/api/tickets/{ticket}").body["state"]
            return shown

        wait_until(lambda: state() == "called")
        core.post("/api/windows/1/suspend", {"kind": "step", "wake_min": 0})
        core.post("/api/windows/1/pause", {"reason": "break"})
        wait_until(lambda: state() == "waiting")
