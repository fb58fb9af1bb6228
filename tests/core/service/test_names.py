"""Masked names on the wire: sent by a kiosk, told to the screens that show them, and to nobody else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.app.call_next import call_next
from core.app.take import Wish, take
from core.app.windows import open_window
from core.domain.event import MASKED_NAME, event_from_json
from core.domain.floor_json import floor_from_json
from core.domain.people import Role
from tests.core.service.test_ticker import Night, play
from tests.support.following import following
from tests.support.halls import lhasa_like, naming
from tests.support.running_core import CoreHandle, Reply, core_in_thread

NAME = "卓*"
ZONE, QUEUE, WINDOW = "social", "insurance", 1


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    """A core whose hall shows names in one zone."""
    with core_in_thread(naming(lhasa_like(), ZONE), tmp_path_factory.mktemp("names")) as handle:
        handle.post(f"/api/windows/{WINDOW}/open", {}, role=Role.CLERK, window=WINDOW)
        yield handle


def taken(core: CoreHandle, **more: Any) -> Reply:
    return core.post("/api/tickets", {"queue": QUEUE, **more}, role=Role.KIOSK)


def call(core: CoreHandle, act: str = "call-next") -> Reply:
    return core.post(f"/api/windows/{WINDOW}/{act}", role=Role.CLERK, window=WINDOW)


def called(core: CoreHandle, **more: Any) -> dict[str, Any]:
    """Take a ticket, call until it is at the window, and return it."""
    ticket: dict[str, Any] = taken(core, **more).body
    while call(core).body["ticket"]["id"] != ticket["id"]:
        pass
    return ticket


def test_the_screens_hear_it_with_the_call_and_find_it_in_the_snapshot(core: CoreHandle) -> None:
    with following(core, zone=ZONE) as feed:
        floor = floor_from_json(feed.first)
        ticket = called(core, masked_name=NAME)
        call(core, "recall")
        heard: list[str] = []
        while len(heard) < 2:
            event = feed.next()
            floor.apply(event_from_json(event))
            if event["ticket"] == ticket["id"] and event["kind"] in ("leg.called", "leg.recalled"):
                heard.append(event["data"][MASKED_NAME])
        assert heard == [NAME, NAME]
        with following(core, zone=ZONE) as later:
            fresh = floor_from_json(later.first)
            assert fresh.calls[0] == floor.calls[0]
            assert fresh.visitor(WINDOW) == floor.visitor(WINDOW)
            assert fresh.calls[0].masked_name == NAME
            json_visitor = next(each["ticket"] for each in later.first["windows"] if each["number"] == WINDOW)
            assert json_visitor[MASKED_NAME] == NAME


def test_no_other_answer_tells_it(core: CoreHandle) -> None:
    ticket = called(core, masked_name=NAME)
    number, path = ticket["number"], f"/api/tickets/{ticket['id']}"
    answers = [
        ticket,
        core.get(path, role=Role.GUIDE).body,
        core.get(path, role=Role.CLERK).body,
        core.get(f"/api/tickets?number={number}", role=Role.GUIDE).body,
        core.get("/api/windows").body,
        core.get("/api/queues").body,
        core.get(f"/api/track/{ticket['track']}", role=Role.KIOSK).body,
        core.get(f"/api/place?number={number}", role=Role.KIOSK).body,
        call(core, "recall").body,
        core.post(f"{path}/reprint", {}, role=Role.GUIDE).body,
    ]
    for answer in answers:
        written = json.dumps(answer, ensure_ascii=False)
        assert number in written or "queues" in written
        assert NAME[0] not in written
        assert MASKED_NAME not in written


def test_without_a_name_a_call_has_no_key_for_one(core: CoreHandle) -> None:
    with following(core, zone=ZONE) as feed:
        ticket = called(core)
        while (event := feed.next())["kind"] != "leg.called" or event["ticket"] != ticket["id"]:
            pass
    assert MASKED_NAME not in event["data"]


@pytest.mark.parametrize("name", ["卓玛", "卓玛央*", "***", "13812341234", "卓*\n"])
@pytest.mark.logs("a command failed and was rolled back")
def test_what_is_not_masked_is_refused_and_not_repeated(
    core: CoreHandle, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    refused = taken(core, masked_name=name)
    assert (refused.status, refused.body["key"]) == (422, "name.not_masked")
    assert name not in str(refused.body)
    assert name not in caplog.text


def test_a_name_as_long_as_no_masked_one_is_not_even_looked_at(core: CoreHandle) -> None:
    refused = taken(core, masked_name="阿不都热依木·艾买提江·买买提明·库尔班")
    assert (refused.status, refused.body["key"]) == (422, "request.invalid")
    assert "阿" not in str(refused.body)


def test_a_booking_brings_no_name(core: CoreHandle) -> None:
    body = {"booking": "12345672", "masked_name": NAME}
    assert core.post("/api/tickets", body, role=Role.KIOSK).body["key"] == "request.invalid"


def test_what_was_erased_is_not_told_from_memory_either(tmp_path: Path) -> None:
    hall = replace(naming(lhasa_like(), ZONE), keeps_hours=False)

    async def story(night: Night) -> None:
        before = night.core.hub.seq
        await night.do(open_window, window=WINDOW, clerk=None)
        await night.do(take, wish=Wish(QUEUE, masked_name=NAME))
        await night.do(call_next, window=WINDOW)

        async def names() -> list[str]:
            while night.core.hub.seq < night.seq:
                await asyncio.sleep(0)
            told = night.core.hub.after(before) or []
            in_frames = [NAME.encode() in each.frame for each in told]
            in_events = [MASKED_NAME in each.event.data for each in told]
            assert in_frames == in_events
            return [each.event.kind.value for each in told if MASKED_NAME in each.event.data]

        assert await names() == ["leg.called"]
        night.clock.now += timedelta(days=1)
        await night.core.run(partial(take, wish=Wish(QUEUE), by="test"))
        assert await names() == []

    play(tmp_path, hall, story)
