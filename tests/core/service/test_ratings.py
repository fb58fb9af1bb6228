"""Ratings through HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.running_core import Reply
from tests.support.visiting import booking_hall

ASK = "/api/windows/1/ask-rating"
CLERK: dict[str, Any] = {"role": Role.CLERK, "window": 1, "subject": "0301"}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(booking_hall(), tmp_path, clock) as core:
        yield core


def served(hall: ClockedCore) -> dict[str, Any]:
    """Return a ticket that window 1 has finished."""
    ticket: dict[str, Any] = hall.post("/api/tickets", {"queue": "insurance"}).body
    for act in ("open", "call-next", "start", "finish"):
        reply = hall.post(f"/api/windows/1/{act}", **CLERK)
        assert reply.status == 200, reply
    return ticket


def rate(hall: ClockedCore, track: str, **said: Any) -> Reply:
    return hall.post(f"/api/ratings/{track}", {"level": 5} | said, None)


def test_the_slips_token_is_all_that_a_visitor_needs(hall: ClockedCore) -> None:
    ticket = served(hall)
    rated = rate(hall, ticket["track"], level=4, levels={"attitude": 5}, channel="sms")
    assert rated.status == 201
    assert {name: rated.body[name] for name in ("number", "level", "asked")} == {
        "number": "A001",
        "level": 4,
        "asked": "1",
    }
    again = rate(hall, ticket["track"])
    assert (again.status, again.body["key"], again.body["params"]) == (
        409,
        "rating.already",
        {"number": "A001"},
    )


def test_an_unknown_token_always_gets_the_same_answer(hall: ClockedCore) -> None:
    served(hall)
    replies = [rate(hall, track) for track in ("a", "b" * 64, "019a2b3c4d5e6f7a8b9c0d", "零")]
    assert [(reply.status, reply.body["key"]) for reply in replies] == [(404, "track.unknown")] * 4
    assert {str(reply.body) for reply in replies} == {str(replies[0].body)}


def test_a_lost_answer_makes_no_second_rating(hall: ClockedCore) -> None:
    track = served(hall)["track"]
    first = hall.post(f"/api/ratings/{track}", {"level": 5}, None, key="k")
    assert hall.post(f"/api/ratings/{track}", {"level": 5}, None, key="k") == first
    other = hall.post(f"/api/ratings/{track}", {"level": 1}, None, key="k")
    assert other.body["key"] == "idempotency.key_reused"


@pytest.mark.parametrize(
    ("said", "status", "key"),
    [
        ({"level": 2}, 422, "rating.reason_needed"),
        ({"level": 1, "text": " \n "}, 422, "rating.reason_needed"),
        ({"level": 2, "reasons": ["none"]}, 404, "reason.unknown"),
        ({"levels": {"speed": 3}}, 404, "reason.unknown"),
        ({"levels": {"attitude": 6}}, 422, "request.invalid"),
        ({"level": 0}, 422, "request.invalid"),
        ({"level": 6}, 422, "request.invalid"),
        ({"level": "4"}, 422, "request.invalid"),
        ({"level": True}, 422, "request.invalid"),
        ({"text": "x" * 501}, 422, "request.invalid"),
        ({"text": "a\x00b"}, 422, "request.invalid"),
        ({"text": "\ud800"}, 422, "request.invalid"),
        ({"channel": "pigeon"}, 422, "request.invalid"),
        ({"leg": "another"}, 404, "leg.unknown"),
    ],
)
def test_what_is_wrong_with_a_rating_has_a_key(
    hall: ClockedCore, said: dict[str, Any], status: int, key: str
) -> None:
    track = served(hall)["track"]
    reply = rate(hall, track, **said)
    assert (reply.status, reply.media_type, reply.body["key"]) == (status, "application/problem+json", key)
    assert rate(hall, track, text="很好" * 250).status == 201


def test_the_levels_reasons_and_indicators_are_everybodys_to_read(hall: ClockedCore) -> None:
    asked = hall.get("/api/ratings/indicators", None).body
    assert (asked["version"], asked["date"]) == ("1", "2026-11-01")
    assert [each["level"] for each in asked["levels"]] == [5, 4, 3, 2, 1]
    assert len(asked["indicators"]) == 4
    assert asked["levels"][0]["name"]["zh"] == "非常满意"


def test_the_window_asks_for_a_rating_once_it_is_not_given(hall: ClockedCore) -> None:
    assert hall.post(ASK, **CLERK).body["key"] == "window.empty"
    ticket = served(hall)
    asked = hall.post(ASK, **CLERK)
    assert (asked.status, asked.body) == (200, {"number": "A001", "leg": ticket["legs"][0]["leg"]})
    rate(hall, ticket["track"])
    assert hall.post(ASK, **CLERK).body["key"] == "rating.already"
    assert hall.post(ASK, role=Role.CLERK, window=2).body["key"] == "auth.denied"
    assert hall.post(ASK, role=Role.CLERK, window=1, subject="0302").body["key"] == "window.taken"


def test_percentages_stand_beside_what_they_are_of(hall: ClockedCore) -> None:
    tickets = [served(hall) for _ in range(4)]
    for ticket, level in zip(tickets, (5, 3, 2), strict=False):
        rate(hall, ticket["track"], level=level, reasons=["slow"])
    counted = hall.get("/api/ratings?from=2026-11-23&to=2026-11-23", Role.SUPERVISOR).body
    expected = {
        "levels": {"5": 1, "4": 0, "3": 1, "2": 1, "1": 0},
        "satisfied": 2,
        "rated": 3,
        "unrated": 1,
        "percent": 66.6,
    }
    assert counted == {
        "from": "2026-11-23",
        "to": "2026-11-23",
        "total": expected,
        "windows": [expected | {"window": 1}],
        "clerks": [expected | {"clerk": "0301"}],
    }
    nobody = hall.get("/api/ratings?from=2026-11-24&to=2026-11-30").body["total"]
    assert (nobody["rated"], nobody["unrated"], nobody["percent"]) == (0, 0, None)


def test_a_clerk_sees_own_ratings_of_days_that_are_over(hall: ClockedCore, clock: Clock) -> None:
    first, second = served(hall), served(hall)
    rate(hall, first["track"], level=5)
    mine = "/api/ratings/mine?from=2026-11-23&to=2026-11-23"
    refused = hall.get(mine, Role.CLERK, subject="0301")
    assert (refused.status, refused.body["key"]) == (409, "rating.day_not_over")
    clock.advance(days=1)
    rate(hall, second["track"], level=1, text="不好")
    seen = hall.get(mine, Role.CLERK, subject="0301").body
    assert (seen["total"]["rated"], seen["total"]["unrated"]) == (1, 1), "today's is not told today"
    assert hall.get(mine, Role.CLERK, subject="0302").body["total"]["rated"] == 0
    clock.advance(days=1)
    assert hall.get(mine, Role.CLERK, subject="0301").body["total"]["levels"]["1"] == 1


@pytest.mark.parametrize(
    "days", ["from=x&to=y", "from=2026-11-23", "from=0&to=0", "from=0001-01-01&to=9999-12-31"]
)
def test_days_are_days(hall: ClockedCore, days: str) -> None:
    for path, role in (("/api/ratings", Role.ADMIN), ("/api/ratings/mine", Role.CLERK)):
        reply = hall.get(f"{path}?{days}", role)
        assert (reply.status, reply.body["key"]) == (422, "request.invalid")


KEY = "/api/windows/1/rate"
PADS: dict[str, Any] = {"role": Role.SCREEN, "subject": "pads-1"}


def test_a_raters_key_needs_the_machines_token_and_no_reason(hall: ClockedCore) -> None:
    track = served(hall)["track"]
    for role in (Role.CLERK, Role.SUPERVISOR, Role.ADMIN, Role.KIOSK):
        assert hall.post(KEY, {"level": 5}, role=role, window=1).body["key"] == "auth.denied"
    rated = hall.post(KEY, {"level": 1}, **PADS, key="press-1")
    assert (rated.status, rated.body["number"], rated.body["level"]) == (201, "A001", 1)
    assert hall.post(KEY, {"level": 1}, **PADS, key="press-1") == rated, "an answer that was lost"
    assert hall.post(KEY, {"level": 5}, **PADS).body["key"] == "rating.already"
    assert rate(hall, track).body["key"] == "rating.already"


def test_a_key_is_one_of_five_and_somebody_must_be_meant(hall: ClockedCore) -> None:
    assert hall.post(KEY, {"level": 5}, **PADS).body["key"] == "window.empty"
    for level in (0, 6, "5", None):
        assert hall.post(KEY, {"level": level}, **PADS).body["key"] == "request.invalid"
    assert hall.post("/api/windows/999/rate", {"level": 5}, **PADS).body["key"] == "window.unknown"


def test_a_pad_sends_reasons_for_the_leg_it_asked_about(hall: ClockedCore) -> None:
    leg = served(hall)["legs"][0]["leg"]
    body = {"level": 1, "leg": leg, "reasons": ["slow", "other"], "levels": {"attitude": 2}}
    for wrong, key in (
        ({"leg": "another"}, "window.empty"),
        ({"reasons": ["none"]}, "reason.unknown"),
        ({"levels": {"speed": 3}}, "reason.unknown"),
        ({"text": "words"}, "request.invalid"),
    ):
        assert hall.post(KEY, body | wrong, **PADS).body["key"] == key
    assert hall.post("/api/windows/2/rate", body, **PADS).body["key"] == "window.empty"
    rated = hall.post(KEY, body, **PADS, key="press-1")
    assert (rated.status, rated.body["leg"], rated.body["level"]) == (201, leg, 1)
    assert hall.post(KEY, body, **PADS, key="press-1") == rated, "an answer that was lost"
    assert hall.post(KEY, body | {"level": 5}, **PADS, key="press-2").body["key"] == "rating.already"
