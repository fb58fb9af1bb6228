"""Number blocks through HTTP: set aside for a kiosk, handed in, each number once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from core.domain.rules import Rules
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.visiting import CARD, booking_hall

MACHINE = "取号机一"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(booking_hall(), tmp_path, clock) as core:
        yield core


def reserve(hall: ClockedCore, size: int = 2, **more: Any) -> dict[str, Any]:
    key = {"key": more.pop("key")} if "key" in more else {}
    body = {"machine": MACHINE, "size": size} | more
    reply = hall.post("/api/blocks", body, Role.KIOSK, **key)
    assert reply.status == 200, reply
    answer: dict[str, Any] = reply.body
    return answer


def block(hall: ClockedCore, size: int = 2, queue: str = "insurance") -> list[dict[str, Any]]:
    """Return the numbers of a queue as they are handed in."""
    answer = reserve(hall, size)
    (found,) = [each["numbers"] for each in answer["blocks"] if each["queue"] == queue]
    return [
        {"date": answer["date"], "number": each["number"], "queue": queue, "at": "2026-11-23T01:00:00Z"}
        for each in found
    ]


def hand_in(hall: ClockedCore, *tickets: dict[str, Any]) -> list[dict[str, Any]]:
    body = {"machine": MACHINE, "tickets": list(tickets)}
    reply = hall.post("/api/tickets/offline", body, Role.KIOSK)
    assert reply.status == 200, reply
    answers: list[dict[str, Any]] = reply.body["tickets"]
    return answers


def events(hall: ClockedCore) -> list[dict[str, Any]]:
    return [event.to_json() for event in hall.core.reader.events_after(0, 1000)]


def test_a_block_is_answered_once_with_its_key(hall: ClockedCore) -> None:
    first = reserve(hall, key="k")
    assert first == reserve(hall, key="k")
    assert first["date"] == "2026-11-23"
    numbers = {each["queue"]: [one["number"] for one in each["numbers"]] for each in first["blocks"]}
    assert numbers["insurance"] == ["A999", "A998"]
    assert reserve(hall, have=dict.fromkeys(numbers, 2))["blocks"] == []
    other = reserve(hall, have=dict.fromkeys(numbers, 2) | {"insurance": 1, "no_such": 3})
    assert [(each["queue"], len(each["numbers"])) for each in other["blocks"]] == [("insurance", 1)]
    assert [each["kind"] for each in events(hall)] == ["hall.changed"], "nobody is told of what is set aside"


def test_a_kiosk_that_says_nothing_gets_the_usual_block(hall: ClockedCore) -> None:
    answer = hall.post("/api/blocks", {"machine": MACHINE}, Role.KIOSK).body
    assert {len(each["numbers"]) for each in answer["blocks"]} == {20}


def test_a_batch_is_taken_over_once_however_often_it_comes(hall: ClockedCore, clock: Clock) -> None:
    first, second = block(hall)
    clock.advance(minutes=5)
    slip = {"slip": {"state": "failed", "reason": "printer.paper_out", "printer": MACHINE}}
    answers = hand_in(hall, first, second | slip | {"lang": "bo"}, first)
    assert [(each["number"], each["given"], each["state"]) for each in answers] == [
        ("A999", "now", "waiting"),
        ("A998", "now", "waiting"),
        ("A999", "before", "waiting"),
    ]
    heard = len(events(hall))
    again = hand_in(hall, first, second)
    assert [each["given"] for each in again] == ["before", "before"]
    assert [each | {"given": "now"} for each in again] == answers[:2]
    assert len(events(hall)) == heard
    seen = hall.get(f"/api/track/{answers[0]['track']}", None).body
    assert (seen["number"], seen["state"]) == ("A999", "waiting"), "the QR on the offline slip works now"
    kept = hall.get(f"/api/tickets/{answers[1]['id']}").body
    assert (kept["taken_at"], kept["slip"], kept["lang"]) == ("2026-11-23T01:00:00.000000Z", "failed", "bo")


def test_one_that_is_refused_does_not_hold_up_the_others(hall: ClockedCore) -> None:
    first, second = block(hall)
    answers = hand_in(
        hall,
        first | {"queue": "no_such"},
        first | {"number": "A001"},
        first | {"date": "2026-11-24"},
        first | {"items": ["no_such"]},
        first | {"matter": "no_such"},
        second | {"phone": "not a number", "class": "king", "lang": "fr"},
    )
    assert [each["refused"] and each["refused"]["key"] for each in answers] == [
        "queue.unknown",
        "block.not_reserved",
        "block.not_reserved",
        "item.unknown",
        "matter.unknown",
        None,
    ]
    assert answers[0]["id"] is answers[0]["given"] is answers[0]["state"] is None
    (taken,) = [each for each in events(hall) if each["kind"] == "ticket.taken"]
    assert taken["data"]["overruled"] == ["phone.refused", "class.unknown", "language.unknown"]
    assert taken["data"]["by"] == "kiosk:test"


def test_another_machine_cannot_hand_it_in(hall: ClockedCore) -> None:
    (first,) = block(hall, 1)
    body = {"machine": "取号机二", "tickets": [first]}
    (answer,) = hall.post("/api/tickets/offline", body, Role.KIOSK).body["tickets"]
    assert answer["refused"]["params"] == {"number": "A999", "date": "2026-11-23", "machine": "取号机二"}


def test_hours_quota_and_what_a_person_may_have_are_told_and_refuse_nothing(
    tmp_path: Path, clock: Clock
) -> None:
    rules = Rules(quota_morning=1, open_tickets=1, needs_card=True)
    with clocked_core(replace(booking_hall(), rules=rules, keeps_hours=True), tmp_path, clock) as hall:
        first, second = block(hall)
        card = {"card": {"hash": CARD, "age": 71}}
        assert hall.post("/api/tickets", {"queue": "insurance"} | card, Role.KIOSK).status == 201
        hand_in(hall, first | card, second)
        refused = hall.post("/api/tickets", {"queue": "insurance"} | card, Role.KIOSK)
        assert refused.body["key"] == "queue.quota_used", "what was handed in counts"
        told = [each["data"] for each in events(hall) if each["kind"] == "ticket.taken"]
        assert [each.get("overruled") for each in told] == [
            None,
            ["queue.quota_used", "queue.ticket_held"],
            ["queue.quota_used", "queue.card_needed"],
        ]
        clock.advance(hours=12)
        third = block(hall)[0]
        hand_in(hall, third | {"at": "2026-11-23T14:00:00Z"})
        assert events(hall)[-1]["data"]["overruled"][0] == "queue.closed"


def test_a_phone_number_is_kept_as_of_any_ticket(hall: ClockedCore) -> None:
    (first,) = block(hall, 1)
    (answer,) = hand_in(hall, first | {"phone": "138 0013 8000"})
    assert hall.core.reader.visitors.phone(answer["id"]) is not None
    assert "ticket.reachable" in [each["kind"] for each in events(hall)]


def test_the_ticket_of_a_lost_answer_is_ended_and_its_key_is_refused(hall: ClockedCore) -> None:
    first, second = block(hall)
    lost = hall.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK, key="k1").body
    hand_in(hall, first | {"instead_of": "k1"}, second | {"instead_of": "k2"})
    assert hall.get(f"/api/tickets/{lost['id']}").body["state"] == "void"
    for key in ("k1", "k2"):
        reply = hall.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK, key=key)
        assert (reply.status, reply.body["key"]) == (422, "idempotency.key_reused")
    (void,) = [each for each in events(hall) if each["kind"] == "leg.void"]
    assert (void["ticket"], void["data"]["reason"]) == (lost["id"], "replaced")


def test_what_comes_after_its_day_is_void_and_counted(hall: ClockedCore, clock: Clock) -> None:
    (first,) = block(hall, 1)
    clock.advance(days=1)
    (answer,) = hand_in(hall, first)
    assert (answer["given"], answer["state"]) == ("now", "void")
    day = hall.get("/api/reports/day?date=2026-11-23").body
    assert (day["tickets"], day["total"]["void"]) == (1, 1)
    assert day["series"] == [{"prefix": "A", "first": "", "last": "", "count": 1}]


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_clock_that_is_far_off_harms_nothing(hall: ClockedCore, at: str) -> None:
    (first,) = block(hall, 1)
    (answer,) = hand_in(hall, first | {"at": at})
    kept = hall.get(f"/api/tickets/{answer['id']}").body
    assert kept["taken_at"] == "2026-11-23T01:00:00.000000Z"


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "2026-11-23T01:00:00"},
        {"at": None},
        {"number": ""},
        {"date": None},
        {"slip": {"state": "pending"}},
        {"instead_of": "ü"},
        {"window": 3},
    ],
)
def test_what_is_not_as_described_is_refused_as_a_whole(hall: ClockedCore, wrong: dict[str, Any]) -> None:
    first, second = block(hall)
    body = {"machine": MACHINE, "tickets": [first | wrong, second]}
    assert hall.post("/api/tickets/offline", body, Role.KIOSK).status == 422
    assert [each["given"] for each in hand_in(hall, first, second)] == ["now", "now"]


def test_the_estimate_knows_since_when_they_wait(hall: ClockedCore, clock: Clock) -> None:
    first, second = block(hall)
    clock.advance(minutes=30)
    hand_in(hall, first, second)
    taken = hall.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK).body
    assert (taken["number"], taken["ahead"]) == ("A001", 2)
    line = hall.core.waits._estimator.estimator._known.lines["insurance"]
    assert (line.count, line.first_since()) == (3, clock.now.timestamp() - 30 * 60)
