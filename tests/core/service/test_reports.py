"""Reports through HTTP: what the closing slip and the call-back slip are made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from core.service.answers import Answer
from core.service.wire_reports import CallbacksAnswer, DayAnswer, MineAnswer
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.visiting import booking_hall

DAY = "/api/reports/day?date=2026-11-23"
CALLBACKS = "/api/reports/callbacks?date=2026-11-23"
PHONE = "13812345678"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(booking_hall(), tmp_path, clock) as core:
        yield core


def take(hall: ClockedCore, **body: Any) -> dict[str, Any]:
    reply = hall.post("/api/tickets", {"queue": "insurance"} | body, Role.KIOSK)
    assert reply.status == 201, reply
    taken: dict[str, Any] = reply.body
    return taken


def serve(hall: ClockedCore, clock: Clock, window: int = 1) -> None:
    """Have a window serve the next visitor for five minutes."""
    hall.post(f"/api/windows/{window}/open", None, Role.CLERK, window=window, subject=f"030{window}")
    called = hall.post(f"/api/windows/{window}/call-next")
    assert called.status == 200, called
    hall.post(f"/api/windows/{window}/start")
    clock.advance(minutes=5)
    assert hall.post(f"/api/windows/{window}/finish").status == 200


def rate(hall: ClockedCore, ticket: dict[str, Any], level: int) -> None:
    reply = hall.post(f"/api/ratings/{ticket['track']}", {"level": level, "reasons": ["long_wait"]}, None)
    assert reply.status == 201, reply


def as_described(body: dict[str, Any], answer: type[Answer]) -> dict[str, Any]:
    answer.model_validate(body)
    return body


def day(hall: ClockedCore, role: Role = Role.SUPERVISOR) -> dict[str, Any]:
    reply = hall.get(DAY, role)
    assert reply.status == 200, reply
    return as_described(reply.body, DayAnswer)


def callbacks(hall: ClockedCore, more: str = "", role: Role = Role.SUPERVISOR) -> dict[str, Any]:
    reply = hall.get(CALLBACKS + more, role)
    assert reply.status == 200, reply
    return as_described(reply.body, CallbacksAnswer)


@pytest.mark.parametrize("role", [Role.GUIDE, Role.SUPERVISOR, Role.ADMIN])
def test_a_day_of_nothing_is_noughts_and_no_shares(hall: ClockedCore, role: Role) -> None:
    found = day(hall, role)
    assert (found["tickets"], found["series"], found["windows"], found["complete"]) == (0, [], [], False)
    assert found["total"]["passed_share"] == {"count": 0, "of": 0, "percent": None}
    assert found["total"]["wait"] == {"mean_s": None, "of": 0, "longest_s": None}
    assert [each["queue"] for each in found["queues"]] == [
        each["id"] for each in hall.get("/api/hall").body["queues"]
    ]


def test_a_day_in_figures(hall: ClockedCore, clock: Clock) -> None:
    tickets = [take(hall, slip=True) for _ in range(3)]
    take(hall, queue="company")
    for ticket, state in zip(tickets, ("printed", "printed", "failed"), strict=True):
        hall.post(f"/api/tickets/{ticket['id']}/slip", {"state": state}, Role.KIOSK)
    clock.advance(minutes=10)
    serve(hall, clock)
    hall.post("/api/windows/1/call-next")
    clock.advance(minutes=1)
    hall.post("/api/windows/1/pass")
    found = day(hall)
    assert (found["date"], found["hall"], found["tickets"]) == ("2026-11-23", "lhasa-like", 4)
    assert found["series"] == [
        {"prefix": "A", "first": "A001", "last": "A003", "count": 3},
        {"prefix": "B", "first": "B001", "last": "B001", "count": 1},
    ]
    queue = next(each for each in found["queues"] if each["queue"] == "insurance")
    assert queue["name"]["zh"]
    assert {name: queue[name] for name in ("taken", "served", "passed", "open", "called")} == {
        "taken": 3,
        "served": 1,
        "passed": 1,
        "open": 1,
        "called": 2,
    }
    assert queue["passed_share"] == {"count": 1, "of": 2, "percent": 50.0}
    assert queue["wait"] == {"mean_s": 750, "of": 2, "longest_s": 900}
    assert queue["serving"] == {"mean_s": 300, "of": 1}
    (window,) = found["windows"]
    assert (window["window"], window["called"], window["served"], window["clerks"]) == (1, 2, 1, ["0301"])
    assert found["slips"]["printed_share"] == {"count": 2, "of": 3, "percent": 66.6}
    assert [found["slips"][each] for each in ("printed", "failed", "unknown", "pending", "none")] == [
        2,
        1,
        0,
        0,
        1,
    ]


def test_a_day_long_ago_is_still_there(hall: ClockedCore, clock: Clock) -> None:
    take(hall)
    serve(hall, clock)
    take(hall)
    clock.advance(days=40)
    take(hall)
    found = day(hall)
    assert (found["complete"], found["tickets"], found["total"]["served"]) == (True, 2, 1)
    assert (found["total"]["open"], found["total"]["void"]) == (0, 1)


def test_nobody_else_sees_the_figures(hall: ClockedCore) -> None:
    for role in (Role.CLERK, Role.KIOSK, Role.SCREEN):
        for path in (DAY, CALLBACKS):
            assert hall.get(path, role, window=1).body["key"] == "auth.denied"
    assert hall.get("/api/reports/day", Role.ADMIN).body["key"] == "request.invalid"
    assert hall.get(f"{CALLBACKS}&count=0", Role.ADMIN).body["key"] == "request.invalid"


def a_day_of_ratings(hall: ClockedCore, clock: Clock) -> list[dict[str, Any]]:
    tickets = [take(hall, phone=PHONE), *(take(hall) for _ in range(5))]
    for _ in tickets:
        serve(hall, clock)
    for ticket, level in zip(tickets, (5, 4, 1, 3, 2), strict=False):
        rate(hall, ticket, level)
    return tickets


def test_the_dissatisfied_are_rung_up_first(hall: ClockedCore, clock: Clock) -> None:
    tickets = a_day_of_ratings(hall, clock)
    found = callbacks(hall, "&count=4")
    assert (found["count"], found["finished"], found["complete"], found["seed"]) == (
        4,
        6,
        False,
        "2026-11-23",
    )
    assert sorted(each["level"] for each in found["cases"][:2]) == [1, 2]
    assert all(each["level"] is None or each["level"] > 2 for each in found["cases"][2:])
    assert {each["ticket"] for each in found["cases"]} <= {each["id"] for each in tickets}
    first = found["cases"][0]
    assert (first["window"], first["department"], first["item"], first["item_name"]) == (
        1,
        "hrss",
        None,
        None,
    )
    assert first["queue_name"]["zh"]
    assert first["department_name"]["zh"]


def test_the_same_seed_draws_the_same_and_later_ratings_change_nothing(
    hall: ClockedCore, clock: Clock
) -> None:
    tickets = a_day_of_ratings(hall, clock)
    first = callbacks(hall, "&count=3&seed=7")
    clock.advance(days=1)
    take(hall)
    serve(hall, clock)
    rate(hall, tickets[5], 1)
    again = callbacks(hall, "&count=3&seed=7")
    assert again["complete"] is True
    assert (again["cases"], again["finished"]) == (first["cases"], first["finished"])
    draws = [callbacks(hall, f"&count=3&seed={seed}")["cases"] for seed in range(8, 13)]
    assert any(cases != first["cases"] for cases in draws)


def test_nobody_gets_a_phone_number_or_a_token(hall: ClockedCore, clock: Clock) -> None:
    tickets = a_day_of_ratings(hall, clock)
    reply = hall.get(CALLBACKS, Role.SUPERVISOR)
    phones = {each["number"]: each["phone"] for each in reply.body["cases"]}
    assert phones == {"A001": "138****5678"} | {f"A00{at}": None for at in range(2, 7)}
    assert PHONE not in str(reply.body)
    assert not any(ticket["track"] in str(reply.body) for ticket in tickets)
    clock.advance(days=30)
    hall.turn()
    assert {each["phone"] for each in callbacks(hall)["cases"]} == {None}, "erased by then"


def test_guides_ring_up_without_knowing_who_was_dissatisfied(hall: ClockedCore, clock: Clock) -> None:
    a_day_of_ratings(hall, clock)
    found = callbacks(hall, role=Role.GUIDE)
    assert {each["level"] for each in found["cases"]} == {None}
    assert [each["number"] for each in found["cases"]] == [f"A00{at}" for at in range(1, 7)]
    few, seen = (callbacks(hall, "&count=3", role) for role in (Role.GUIDE, Role.SUPERVISOR))
    assert {each["ticket"] for each in few["cases"]} == {each["ticket"] for each in seen["cases"]}


def test_a_clerk_sees_the_own_day_and_nobody_elses(hall: ClockedCore, clock: Clock) -> None:
    for _ in range(3):
        take(hall)
    serve(hall, clock, 1)
    serve(hall, clock, 1)
    serve(hall, clock, 2)
    mine = hall.get("/api/reports/mine", Role.CLERK, window=1, subject="0301")
    told = as_described(mine.body, MineAnswer)
    assert (told["date"], told["clerk"], told["finished"]) == ("2026-11-23", "0301", 2)
    assert told["serving"] == {"mean_s": 300}
    assert told["items"] == [{"queue": "insurance", "item": None, "finished": 2, "serving": {"mean_s": 300}}]
    clock.advance(hours=24)
    assert hall.get("/api/reports/mine", Role.CLERK, window=1, subject="0301").body["finished"] == 0
    assert hall.get("/api/reports/mine", Role.KIOSK).status == 403
