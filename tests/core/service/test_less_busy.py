"""How queues and items are now, what a ticket then says, and an item in a chosen one of its queues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.domain.hall import Hall, Tier, Window
from core.domain.people import Role
from core.domain.rules import Rules
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.rule_hall import rule_hall


def busy_hall() -> Hall:
    """Return a hall in which the item ``card`` is done at the general window too, which others help out."""
    hall = rule_hall()
    card = replace(hall.items[0], also=("advice",))
    advice = Rules(quota_morning=20)
    queues = (replace(each, rules=advice) if each.id == "advice" else each for each in hall.queues)
    helps = Window(6, "social", (Tier(("food",)), Tier(("insurance",), when_wait_over_min=15)))
    return replace(
        hall,
        items=(card, *hall.items[1:]),
        queues=tuple(queues),
        windows=(*hall.windows, helps),
        keeps_hours=True,
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(busy_hall(), tmp_path, clock) as handle:
        yield handle


def take(core: ClockedCore, role: Role = Role.KIOSK, **body: Any) -> dict[str, Any]:
    reply = core.post("/api/tickets", body, role)
    assert reply.status == 201, reply
    taken: dict[str, Any] = reply.body
    return taken


def queue(core: ClockedCore, name: str, asked: str = "") -> dict[str, Any]:
    found: list[dict[str, Any]] = core.get(f"/api/queues{asked}", Role.KIOSK).body["queues"]
    return next(each for each in found if each["id"] == name)


def serve(core: ClockedCore, clock: Clock, window: int, name: str, minutes: float, times: int = 12) -> None:
    """Let a window serve so many visitors of a queue, each so long: the hall learns from it."""
    core.post(f"/api/windows/{window}/open")
    for _ in range(times):
        take(core, Role.GUIDE, queue=name)
        assert core.post(f"/api/windows/{window}/call-next").body["ticket"]
        clock.advance(minutes=minutes)
        core.post(f"/api/windows/{window}/finish")


def test_the_windows_that_serve_a_queue_now_are_open_and_skilled_and_help_when_it_is_time(
    core: ClockedCore, clock: Clock
) -> None:
    assert queue(core, "insurance")["windows"] == []
    clerk = {"name": "二号", "pin": "2468", "skills": ["company"]}
    assert core.ask("PUT", "/api/clerks/0302", clerk, role=Role.ADMIN).status == 200
    for window in (1, 6):
        core.post(f"/api/windows/{window}/open")
    core.post("/api/windows/2/open", {"clerk": "0302"})
    core.post("/api/windows/3/open", {"clerk": "0302"})
    assert queue(core, "insurance")["windows"] == [1], "of window 2 the clerk has no skill"
    assert queue(core, "company")["windows"] == [3]
    assert queue(core, "food")["windows"] == [6], "of window 3 the clerk has no skill"
    take(core, queue="insurance")
    clock.advance(minutes=14)
    assert queue(core, "insurance")["windows"] == [1]
    clock.advance(minutes=2)
    assert queue(core, "insurance")["windows"] == [1, 6]
    core.post("/api/windows/1/pause", {"reason": "break"})
    assert queue(core, "insurance")["windows"] == [6]


def test_what_a_queue_says_is_what_the_slip_then_says(core: ClockedCore, clock: Clock) -> None:
    serve(core, clock, 1, "insurance", 4)
    for waiting in range(5):
        shown = queue(core, "insurance")
        assert shown["waiting"] == waiting
        assert shown["estimate"] is not None
        assert take(core, queue="insurance")["wait"] == shown["estimate"]
    elder = queue(core, "insurance", "?class=elderly")["estimate"]
    assert elder["p50_s"] < queue(core, "insurance")["estimate"]["p50_s"]
    # Their own arrival counts among the arrivals that the estimate reckons with.
    told = core.post("/api/tickets", {"queue": "insurance", "class": "elderly"}, Role.KIOSK).body["wait"]
    assert told["p50_s"] == pytest.approx(elder["p50_s"], rel=0.05)


def test_a_class_that_is_not_there_has_no_estimate(core: ClockedCore) -> None:
    for path in ("/api/queues?class=nobody", "/api/items/card?class=nobody"):
        refused = core.get(path, Role.KIOSK)
        assert (refused.status, refused.body["key"]) == (404, "class.unknown")


def test_what_is_left_of_this_half_day_is_told(core: ClockedCore, clock: Clock) -> None:
    take(core, queue="advice")
    assert queue(core, "advice")["left_now"] == 19
    assert queue(core, "insurance")["left_now"] is None
    clock.advance(hours=4)
    assert queue(core, "advice")["left_now"] is None


def test_an_item_shows_where_it_is_done_and_a_clearly_less_busy_place(
    core: ClockedCore, clock: Clock
) -> None:
    serve(core, clock, 1, "insurance", 8, times=8)
    serve(core, clock, 5, "advice", 2)
    calm = core.get("/api/items/card", Role.KIOSK).body
    assert [each["id"] for each in calm["places"]] == ["insurance", "advice"]
    assert (calm["better"], calm["also"], calm["windows"]) == (None, ["advice"], [1, 2, 6])
    assert calm["places"][0] == queue(core, "insurance")
    for _ in range(8):
        take(core, queue="insurance")
    busy = core.get("/api/items/card", Role.KIOSK).body
    assert busy["better"] == "advice"
    assert busy["places"][1]["estimate"]["p90_s"] <= busy["places"][0]["estimate"]["p50_s"]
    assert core.get("/api/items/pension", Role.KIOSK).body["better"] is None
    core.post("/api/windows/5/close")
    assert core.get("/api/items/card", Role.KIOSK).body["better"] is None, "nobody calls there"


def test_an_item_is_taken_in_a_chosen_one_of_its_queues(core: ClockedCore) -> None:
    chosen = take(core, item="card", queue="advice")
    assert (chosen["number"], chosen["queue"]) == ("D001", "advice")
    assert chosen["legs"][0]["item"] == "card"
    assert take(core, item="card", queue="insurance")["queue"] == "insurance"
    assert take(core, item="card")["queue"] == "insurance"
    for asked, status, key in (
        ({"item": "card", "queue": "food"}, 409, "item.not_here"),
        ({"item": "pension", "queue": "advice"}, 409, "item.not_here"),
        ({"item": "card", "queue": "nowhere"}, 404, "queue.unknown"),
        ({"item": "nothing", "queue": "advice"}, 404, "item.unknown"),
        ({"items": ["card"], "queue": "advice"}, 422, "request.invalid"),
        ({"item": "card", "queue": "advice", "matter": "opening"}, 422, "request.invalid"),
    ):
        refused = core.post("/api/tickets", asked, Role.KIOSK)
        assert (refused.status, refused.body["key"]) == (status, key), asked
    refused = core.post("/api/tickets", {"item": "card", "queue": "food"}, Role.KIOSK)
    assert refused.body["params"] == {"item": "card", "queue": "food"}
    assert take(core, queue="food")["number"] == "C001", "a refusal takes no number"


def test_the_chosen_queues_own_rules_hold(core: ClockedCore) -> None:
    for _ in range(20):
        take(core, item="card", queue="advice")
    refused = core.post("/api/tickets", {"item": "card", "queue": "advice"}, Role.KIOSK)
    assert (refused.status, refused.body["key"]) == (409, "queue.quota_used")
    assert core.get("/api/items/card", Role.KIOSK).body["places"][1]["open"] is False
    assert take(core, item="card")["queue"] == "insurance"
