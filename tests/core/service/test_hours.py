"""What a hall says of its hours, its queues and its items, by the core's own clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.domain.hall import Hall
from core.domain.people import Role
from core.domain.rules import Rules
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.rule_hall import rule_hall


def limited_hall() -> Hall:
    """A hall whose queue ``food`` gives out two tickets before noon."""
    hall = rule_hall()
    queues = (
        replace(each, rules=Rules(quota_morning=2, issue_stops_min=30)) if each.id == "food" else each
        for each in hall.queues
    )
    return replace(hall, queues=tuple(queues), keeps_hours=True)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(limited_hall(), tmp_path, clock) as handle:
        yield handle


def queue(core: ClockedCore, name: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = core.get("/api/queues").body["queues"]
    return next(each for each in found if each["id"] == name)


def test_a_queue_says_until_when_it_is_open_and_when_it_is_again(core: ClockedCore, clock: Clock) -> None:
    shown = queue(core, "insurance")
    assert (shown["open"], shown["opens_at"]) == (True, None)
    assert shown["hours"] == [
        {"opens": "2026-11-23T01:00:00.000000Z", "closes": "2026-11-23T09:30:00.000000Z", "extended": False}
    ]
    clock.advance(hours=8, minutes=10)
    assert queue(core, "insurance")["open"] is True
    assert queue(core, "food")["open"] is False, "its tickets stop half an hour earlier"
    clock.advance(hours=1)
    shown = queue(core, "insurance")
    assert (shown["open"], shown["opens_at"]) == (False, "2026-11-24T01:00:00.000000Z")


def test_a_closed_queue_refuses_with_when_it_opens_again(core: ClockedCore, clock: Clock) -> None:
    clock.advance(days=1, hours=10)
    refused = core.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK)
    assert (refused.status, refused.body["key"]) == (409, "queue.closed")
    assert refused.body["params"]["opens_at"] == "2026-11-27T01:00:00.000000Z", "after the feast"


def test_a_queue_says_what_is_left_of_its_quota(core: ClockedCore) -> None:
    assert queue(core, "food")["left"] == {"morning": 2, "afternoon": None}
    for _ in range(2):
        assert core.post("/api/tickets", {"queue": "food"}, Role.KIOSK).status == 201
    shown = queue(core, "food")
    assert (shown["left"]["morning"], shown["open"]) == (0, False)
    assert shown["opens_at"] == "2026-11-23T04:00:00.000000Z", "at noon there are new ones"
    refused = core.post("/api/tickets", {"queue": "food"}, Role.KIOSK)
    assert (refused.status, refused.body["key"]) == (409, "queue.quota_used")
    assert refused.body["params"]["opens_at"] == shown["opens_at"]


def test_a_queue_says_how_many_wait_and_how_long(core: ClockedCore, clock: Clock) -> None:
    for _ in range(2):
        core.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK)
        clock.advance(minutes=5)
    shown = queue(core, "insurance")
    assert (shown["waiting"], shown["longest_s"]) == (2, 600)
    assert queue(core, "company")["longest_s"] is None


def test_the_calendar_names_holidays_and_what_is_open(core: ClockedCore) -> None:
    days = core.get("/api/calendar?from=2026-11-24&to=2026-11-28&queue=food").body["days"]
    assert [(day["date"], day["working"], bool(day["spans"])) for day in days] == [
        ("2026-11-24", True, True),
        ("2026-11-25", False, False),
        ("2026-11-26", False, False),
        ("2026-11-27", True, True),
        ("2026-11-28", False, False),
    ]
    assert days[1]["holiday"] == {"zh": "节日", "en": "Feast"}
    assert [day["date"] for day in core.get("/api/calendar").body["days"]] == ["2026-11-23"]


@pytest.mark.parametrize(
    "query",
    ["from=2026-11-24&to=2026-11-23", "from=2026-01-01&to=2026-12-31", "from=1800-01-01", "from=tomorrow"],
)
def test_a_calendar_without_sense_or_end_is_refused(core: ClockedCore, query: str) -> None:
    refused = core.get(f"/api/calendar?{query}")
    assert (refused.status, refused.body["key"]) == (422, "request.invalid")


def test_an_item_says_what_to_bring_how_long_it_takes_and_where(core: ClockedCore) -> None:
    shown = core.get("/api/items/card").body
    assert [(each["id"], each["copies"]) for each in shown["materials"]] == [("form", 1), ("photo", 2)]
    assert (shown["promised"]["amount"], shown["legal"]["amount"], shown["cut_percent"]) == (4, 10, 60.0)
    assert (shown["queue"], shown["windows"]) == ("insurance", [1, 2])
    assert core.get("/api/items/pension").body["cut_percent"] is None
    assert core.get("/api/items/none").body["key"] == "item.unknown"


def test_a_step_is_late_once_the_promised_time_is_over(core: ClockedCore, clock: Clock) -> None:
    ticket = core.post("/api/tickets", {"item": "card"}, Role.KIOSK).body["id"]
    core.post("/api/windows/1/open")
    core.post("/api/windows/1/call-next")
    due_at = core.post("/api/windows/1/start").body["ticket"]["due_at"]
    assert due_at == "2026-12-01T09:30:00.000000Z", "four working days, the feast between them"
    assert core.get(f"/api/tickets/{ticket}").body["legs"][0]["late"] is False
    clock.advance(days=9)
    assert core.get(f"/api/tickets/{ticket}").body["legs"][0]["late"] is True
