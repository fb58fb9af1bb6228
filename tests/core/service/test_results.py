"""Results to be collected, over HTTP and on the feed: who may, where, and what the screens are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.app.results import make_ready
from core.domain.event import event_from_json
from core.domain.floor_json import floor_from_json
from core.domain.people import Role
from tests.core.service.test_ticker import Night, play
from tests.support.following import following
from tests.support.rule_hall import rule_hall
from tests.support.running_core import CoreHandle, Reply


def ready(core: CoreHandle, body: Any, *, at: int = 1, role: Role = Role.ADMIN, window: int = 1) -> Reply:
    return core.post(f"/api/windows/{at}/results", body, role=role, window=window)


def texts(core: CoreHandle, asked: str = "", role: Role = Role.SCREEN) -> list[str]:
    return [each["text"] for each in core.get(f"/api/results{asked}", role=role).body["results"]]


def test_a_clerk_puts_a_number_up_screens_hear_of_it_and_it_goes_when_it_is_collected(
    core: CoreHandle,
) -> None:
    ticket = core.post("/api/tickets", {"queue": "insurance"}, role=Role.KIOSK).body
    with following(core, zone="social") as feed, following(core, zone="business") as other:
        said = ready(core, {"ticket": ticket["id"]}, role=Role.CLERK)
        assert said.status == 200
        result = said.body["result"]
        assert (result["text"], result["window"], result["zone"], result["by"]) == (
            ticket["number"],
            1,
            "social",
            "clerk:test",
        )
        floor = floor_from_json(feed.first)
        heard = feed.next()
        while heard["kind"] != "result.ready":
            heard = feed.next()
        floor.apply(event_from_json(heard))
        assert [(each.text, each.window) for each in floor.results.newest()] == [(ticket["number"], 1)]
        with following(core, zone="social") as later:
            assert floor_from_json(later.first).results == floor.results
        path = f"/api/results/{result['id']}/collected"
        given = core.post(path, role=Role.CLERK, window=1, key="once")
        assert given.body["result"] == result
        assert core.post(path, role=Role.CLERK, window=1, key="once").body == given.body
        gone = feed.next()
        floor.apply(event_from_json(gone))
        assert (gone["kind"], floor.results.newest(), texts(core)) == ("result.collected", [], [])
        again = core.post(path, role=Role.CLERK, window=1)
        assert (again.status, again.body["key"]) == (404, "result.unknown")
        assert not any(each["kind"].startswith("result.") for each in other.until(gone["seq"]))


def test_a_typed_number_of_today_is_that_ticket_and_the_same_is_not_put_up_twice(core: CoreHandle) -> None:
    ticket = core.post("/api/tickets", {"queue": "insurance"}, role=Role.KIOSK).body
    typed = ready(core, {"text": f" {ticket['number'].lower()} "})
    assert (typed.body["result"]["ticket"], typed.body["result"]["date"] is None) == (ticket["id"], False)
    refused = ready(core, {"ticket": ticket["id"]}, at=2)
    assert (refused.status, refused.body["key"]) == (409, "result.already")
    assert (refused.body["params"]["text"], refused.body["params"]["window"]) == (ticket["number"], 1)
    assert ready(core, {"text": "B-2026"}).body["result"]["ticket"] is None


def test_the_list_is_of_a_window_or_a_zone_newest_first_and_a_mistake_is_taken_back(core: CoreHandle) -> None:
    ids = [
        ready(core, {"text": text, "queue": queue}, at=at).body["result"]["id"]
        for text, at, queue in (("B1", 1, None), ("B2", 3, None), ("B3", 3, "insurance"))
    ]
    assert texts(core) == ["B3", "B2", "B1"]
    assert texts(core, "?zone=social") == texts(core, "?window=1") == ["B3", "B1"]
    assert texts(core, "?window=3&zone=business", Role.KIOSK) == ["B2"]
    assert core.get("/api/results?zone=none").body["key"] == "zone.unknown"
    assert core.get("/api/results?window=99").body["key"] == "window.unknown"
    assert core.post(f"/api/results/{ids[1]}/undo", role=Role.GUIDE).status == 200
    assert texts(core) == ["B3", "B1"]


def test_a_clerk_does_it_at_the_own_window_and_guides_everywhere(core: CoreHandle) -> None:
    assert ready(core, {"text": "B1"}, at=2, role=Role.CLERK).status == 403
    at_two = ready(core, {"text": "B2"}, at=2, role=Role.GUIDE).body["result"]["id"]
    anywhere = ready(core, {"text": "B3", "queue": "insurance"}, at=2, role=Role.SUPERVISOR).body["result"][
        "id"
    ]
    for act in ("collected", "undo"):
        assert core.post(f"/api/results/{at_two}/{act}", role=Role.CLERK, window=1).status == 403
        for role in (Role.SCREEN, Role.KIOSK, Role.GATEWAY):
            assert core.post(f"/api/results/{at_two}/{act}", role=role).status == 403
    assert ready(core, {"text": "B4"}, role=Role.SCREEN).status == 403
    assert core.post(f"/api/results/{anywhere}/collected", role=Role.CLERK, window=1).status == 200
    assert core.post(f"/api/results/{at_two}/collected", role=Role.CLERK, window=2).status == 200
    core.post("/api/windows/1/open", {}, role=Role.CLERK, window=1)
    colleague = core.token(Role.CLERK, 1, "colleague")
    taken = core.ask("POST", "/api/windows/1/results", {"text": "B5"}, token=colleague)
    assert (taken.status, taken.body["key"]) == (409, "window.taken")


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({}, "request.invalid"),
        ({"text": "B1", "ticket": "x"}, "request.invalid"),
        ({"text": "1" * 41}, "request.invalid"),
        ({"text": "张三"}, "result.text_refused"),
        ({"text": "13812341234"}, "result.text_refused"),
    ],
)
def test_what_does_not_belong_on_a_screen_is_refused(shared_core: CoreHandle, body: Any, key: str) -> None:
    reply = ready(shared_core, body)
    assert (reply.status, reply.body["key"]) == (422, key)


@pytest.mark.parametrize(
    ("body", "key"),
    [({"ticket": "none"}, "ticket.unknown"), ({"text": "B1", "queue": "none"}, "queue.unknown")],
)
def test_what_is_not_there_is_not_collected(shared_core: CoreHandle, body: Any, key: str) -> None:
    reply = ready(shared_core, body)
    assert (reply.status, reply.body["key"]) == (404, key)


def test_the_core_erases_what_is_too_old_by_itself_and_once(tmp_path: Path) -> None:
    hall = replace(rule_hall(), result_days=2)

    async def story(night: Night) -> None:
        await night.do(make_ready, window=1, text="B1")
        await night.after(2 * 86_400)
        listed = night.core.hub.floor.results
        assert listed.count() == 1
        seq = night.seq
        await night.after(86_400)
        assert listed.count() == 0
        assert night.core.reader.visitors.erasures()[0].what == "results"
        done = night.seq
        assert done > seq
        await night.after(timedelta(days=1).total_seconds())
        assert night.seq == done, "with nothing to erase nothing is written"

    play(tmp_path, hall, story)
