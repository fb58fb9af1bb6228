"""Bookings through HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.booking_code import new_code, typed_code
from core.domain.people import Role
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.running_core import Reply
from tests.support.visiting import CARD, OTHER_CARD, at, booking_hall

STARTS = "2026-11-24T01:00:00.000000Z"
PHONE = "13812341234"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(booking_hall(), tmp_path, clock) as core:
        yield core


def book(hall: ClockedCore, role: Role = Role.KIOSK, key: str | None = None, **given: Any) -> Reply:
    body = {"queue": "insurance", "date": "2026-11-24", "starts": STARTS} | given
    return hall.post("/api/bookings", body, role, **({} if key is None else {"key": key}))


def check_in(hall: ClockedCore, role: Role = Role.KIOSK, **who: Any) -> Reply:
    return hall.post("/api/bookings/check-in", who, role)


def test_slots_say_what_is_left_and_which_days_can_be_booked(hall: ClockedCore) -> None:
    book(hall)
    answer = hall.get("/api/bookings/slots?queue=insurance&date=2026-11-24", Role.KIOSK).body
    assert (answer["queue"], answer["date"]) == ("insurance", "2026-11-24")
    assert answer["days"] == [f"2026-11-{day}" for day in (23, 24, 25, 26, 27, 30)]
    assert [slot["left"] for slot in answer["slots"]] == [1, 2, 2]
    assert answer["slots"][0] == {
        "starts": STARTS,
        "ends": "2026-11-24T02:00:00.000000Z",
        "quota": 2,
        "left": 1,
    }
    today = hall.get("/api/bookings/slots?queue=insurance", Role.KIOSK).body
    assert (today["date"], [slot["left"] for slot in today["slots"]]) == ("2026-11-23", [0, 2, 2])
    assert hall.get("/api/bookings/slots?queue=none", Role.KIOSK).body["key"] == "queue.unknown"


def test_without_a_card_the_phone_number_stands_for_the_person(hall: ClockedCore) -> None:
    first = book(hall, phone=PHONE)
    later: dict[str, Any] = {"starts": "2026-11-24T02:00:00.000000Z"}
    refused = book(hall, phone=f"+86 {PHONE}", **later)
    assert (refused.status, refused.body["key"]) == (409, "booking.one_a_day")
    assert book(hall, phone="13812341235", **later).status == 201
    next_day: dict[str, Any] = {"date": "2026-11-25", "starts": "2026-11-25T01:00:00.000000Z"}
    assert book(hall, phone=PHONE, **next_day).status == 201
    assert book(hall, Role.GUIDE, phone=PHONE, **later).status == 201, "staff sees who it is"
    hall.post(f"/api/bookings/{first.body['id']}/cancel", {}, Role.KIOSK)
    assert book(hall, phone=PHONE, starts="2026-11-24T03:00:00.000000Z").status == 201


def test_a_phone_number_books_no_day_that_cannot_be_booked(hall: ClockedCore) -> None:
    refused = book(hall, phone=PHONE, date="2026-12-24", starts="2026-12-24T01:00:00.000000Z")
    assert (refused.status, refused.body["key"]) == (409, "booking.day_refused")


def test_a_booking_tells_its_code_once(hall: ClockedCore) -> None:
    made = book(hall, lang="bo")
    assert made.status == 201
    assert typed_code(made.body["code"]) == made.body["code"]
    assert (made.body["state"], made.body["lang"], made.body["class"]) == ("booked", "bo", None)
    assert made.body["check_in_from"] == "2026-11-24T00:30:00.000000Z"
    assert made.body["cancel_until"] == "2026-11-23T23:00:00.000000Z"
    shown = hall.get(f"/api/bookings/{made.body['id']}", Role.KIOSK)
    assert shown.status == 200
    assert shown.body == {name: value for name, value in made.body.items() if name != "code"}
    (listed,) = hall.get("/api/bookings?date=2026-11-24", Role.GUIDE).body["bookings"]
    assert listed == shown.body


def test_a_lost_answer_makes_no_second_booking(hall: ClockedCore) -> None:
    first = book(hall, key="k1")
    assert book(hall, key="k1") == first
    assert book(hall, key="k1", lang="en").body["key"] == "idempotency.key_reused"
    assert len(hall.get("/api/bookings?date=2026-11-24").body["bookings"]) == 1


@pytest.mark.parametrize(
    ("given", "status", "key"),
    [
        ({"starts": "2026-11-24T01:30:00Z"}, 404, "booking.slot_unknown"),
        ({"date": "2026-11-29", "starts": "2026-11-29T01:00:00Z"}, 404, "booking.slot_unknown"),
        ({"date": "2026-12-15", "starts": "2026-12-15T01:00:00Z"}, 409, "booking.day_refused"),
        ({"date": "2026-11-23", "starts": "2026-11-23T01:00:00Z"}, 409, "booking.slot_over"),
        ({"queue": "none"}, 404, "queue.unknown"),
        ({"class": "king"}, 404, "class.unknown"),
        ({"lang": "fr"}, 404, "language.unknown"),
        ({"phone": "12345"}, 422, "phone.refused"),
        ({"phone": ""}, 422, "request.invalid"),
        ({"card": "110101199003078888"}, 422, "request.invalid"),
        ({"item": "card"}, 422, "request.invalid"),
        ({"date": 20261124}, 422, "request.invalid"),
        ({"date": "0001-01-01"}, 422, "request.invalid"),
        ({"starts": 1795482000}, 422, "request.invalid"),
        ({"starts": "2026-11-24T09:00:00"}, 422, "request.invalid"),
        ({"colour": "red"}, 422, "request.invalid"),
    ],
)
def test_what_cannot_be_booked_has_a_key(
    hall: ClockedCore, given: dict[str, Any], status: int, key: str
) -> None:
    reply = book(hall, **given)
    assert (reply.status, reply.media_type, reply.body["key"]) == (status, "application/problem+json", key)
    for secret in (given.get("phone"), given.get("card")):
        assert not secret or secret not in str(reply.body)


def test_full_slots_and_second_bookings_are_refused(hall: ClockedCore) -> None:
    assert book(hall, card=CARD).status == 201
    assert book(hall, card=CARD).body["key"] == "booking.one_a_day"
    assert book(hall, card=OTHER_CARD).status == 201
    full = book(hall)
    assert (full.status, full.body["key"], full.body["params"]["quota"]) == (409, "booking.slot_full", 2)


def test_a_booking_is_given_back(hall: ClockedCore, clock: Clock) -> None:
    made, other = book(hall, phone=PHONE).body, book(hall).body
    cancelled = hall.post(f"/api/bookings/{made['id']}/cancel", role=Role.KIOSK)
    assert (cancelled.status, cancelled.body["state"]) == (200, "cancelled")
    again = hall.post(f"/api/bookings/{made['id']}/cancel", role=Role.KIOSK)
    assert (again.status, again.body["key"], again.body["params"]) == (
        409,
        "booking.ended",
        {"state": "cancelled"},
    )
    clock.now = at(8)
    late = hall.post(f"/api/bookings/{other['id']}/cancel", role=Role.KIOSK)
    assert (late.status, late.body["key"]) == (409, "booking.cancel_too_late")
    assert hall.post("/api/bookings/none/cancel").body["key"] == "booking.unknown"


def test_the_code_as_typed_gives_the_ticket(hall: ClockedCore, clock: Clock) -> None:
    made = book(hall, phone=PHONE).body
    code = made["code"]
    early = check_in(hall, code=code)
    assert (early.status, early.body["key"]) == (409, "booking.too_early")
    clock.now = at(9, 5)
    found = hall.post("/api/bookings/find", {"code": f"{code[:4]} {code[4:]}"}, Role.GUIDE)
    assert (found.body["id"], found.body["phone"]) == (made["id"], "138****1234")
    assert hall.post("/api/bookings/find", {"code": code}, Role.KIOSK).body["phone"] is None
    came = check_in(hall, code=f"{code[:4]} {code[4:]}", lang="en")
    assert came.status == 201
    assert (came.body["number"], came.body["class"], came.body["lang"]) == ("A001", "booked", "en")
    assert came.body["track"]
    assert came.body["legs"]
    shown = hall.get(f"/api/bookings/{made['id']}").body
    assert (shown["state"], shown["ticket"], shown["late"]) == ("checked_in", came.body["id"], False)
    assert check_in(hall, code=code).body["params"] == {"state": "checked_in"}


def test_the_card_gives_the_ticket(hall: ClockedCore, clock: Clock) -> None:
    book(hall, card=CARD)
    clock.now = at(10, 30)
    assert check_in(hall, card=OTHER_CARD).body["key"] == "booking.unknown"
    came = check_in(hall, card=CARD)
    assert (came.status, came.body["class"]) == (201, "ordinary"), "half an hour late"
    assert hall.post("/api/bookings/find", {"card": CARD}, Role.GUIDE).body["late"] is True


def test_a_mistyped_code_is_no_guess_and_a_guesser_is_slowed_down(hall: ClockedCore) -> None:
    for _ in range(20):
        assert check_in(hall, code="57240001").body["key"] == "booking.unknown"
    keys = [check_in(hall, code=new_code()).body["key"] for _ in range(6)]
    assert keys == ["booking.unknown"] * 5 + ["booking.codes_blocked"]
    code = book(hall).body["code"]
    blocked = hall.post("/api/bookings/find", {"code": code}, Role.KIOSK)
    assert (blocked.status, blocked.body["key"]) == (429, "booking.codes_blocked"), "a right code neither"
    assert 0 < blocked.body["params"]["retry_s"] <= 60
    assert hall.post("/api/bookings/find", {"code": code}, Role.GUIDE).status == 200, "others go on"


def test_a_ticket_is_taken_with_the_code_just_as_well(hall: ClockedCore, clock: Clock) -> None:
    first, second = book(hall).body["code"], book(hall).body["code"]
    clock.now = at(9)
    checked_in = check_in(hall, code=first)
    taken = hall.post("/api/tickets", {"booking": second}, Role.KIOSK)
    assert taken.status == checked_in.status == 201
    assert taken.body.keys() == checked_in.body.keys()
    assert (checked_in.body["ahead"], taken.body["ahead"]) == (0, 1)


def test_staff_vouches_for_a_class(hall: ClockedCore) -> None:
    assert book(hall, Role.GUIDE, **{"class": "elderly"}).body["class"] == "elderly"


@pytest.mark.parametrize("who", [{}, {"code": "57240000", "card": CARD}, {"card": "x"}, {"code": ""}])
def test_either_a_code_or_a_card_is_asked_for(hall: ClockedCore, who: dict[str, str]) -> None:
    for path in ("find", "check-in"):
        reply = hall.post(f"/api/bookings/{path}", who, Role.KIOSK)
        assert (reply.status, reply.body["key"]) == (422, "request.invalid")
