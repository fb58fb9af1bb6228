"""Slips through HTTP: told by who prints them, looked for by guides, printed once more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.running_core import Reply
from tests.support.visiting import CARD, at, booking_hall


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(booking_hall(), tmp_path, clock) as core:
        yield core


def take(hall: ClockedCore, **body: Any) -> dict[str, Any]:
    reply = hall.post("/api/tickets", {"queue": "insurance", "slip": True} | body, Role.KIOSK)
    assert reply.status == 201, reply
    taken: dict[str, Any] = reply.body
    return taken


def told(
    hall: ClockedCore, ticket: dict[str, Any], state: str, role: Role = Role.KIOSK, **more: Any
) -> Reply:
    key = {"key": more.pop("key")} if "key" in more else {}
    return hall.post(f"/api/tickets/{ticket['id']}/slip", {"state": state} | more, role, **key)


def found(hall: ClockedCore, query: str, role: Role = Role.GUIDE) -> list[tuple[str, str | None]]:
    reply = hall.get(f"/api/tickets?{query}", role)
    assert reply.status == 200, reply
    return [(each["number"], each["slip"]) for each in reply.body["tickets"]]


def events(hall: ClockedCore, kind: str) -> list[dict[str, Any]]:
    return [event.to_json() for event in hall.core.reader.events_after(0, 1000) if event.kind.value == kind]


def test_who_says_that_it_prints_gets_a_pending_slip(hall: ClockedCore, clock: Clock) -> None:
    ticket = take(hall)
    assert (ticket["slip"], ticket["slip_since"]) == ("pending", ticket["taken_at"])
    plain = take(hall, slip=False)
    assert (plain["slip"], plain["slip_since"]) == (None, None)
    clock.advance(seconds=2)
    answer = told(hall, ticket, "printed", printer="取号机一")
    assert (answer.status, answer.body["ticket"]["slip"]) == (200, "printed")
    assert answer.body["ticket"].keys() == {"id", "number", "slip", "slip_since"}
    assert answer.body["ticket"]["slip_since"] > ticket["taken_at"]


def test_a_failed_slip_is_told_to_everybody_and_the_ticket_is_called(hall: ClockedCore) -> None:
    ticket = take(hall)
    take(hall)
    told(hall, ticket, "failed", reason="printer.paper_out", printer="取号机一")
    (event,) = events(hall, "slip.changed")
    assert (event["ticket"], event["leg"], event["zone"]) == (ticket["id"], None, "social")
    assert event["data"] == {
        "number": "A001",
        "slip": "failed",
        "reason": "printer.paper_out",
        "printer": "取号机一",
        "by": "kiosk:test",
    }
    hall.post("/api/windows/1/open")
    called = hall.post("/api/windows/1/call-next").body
    assert called["ticket"]["number"] == "A001"
    late = told(hall, ticket, "unknown")
    assert (late.status, late.body["ticket"]["slip"]) == (200, "unknown"), "whoever is served is told of too"


def test_the_same_report_with_the_same_key_is_one(hall: ClockedCore) -> None:
    ticket = take(hall)
    first = told(hall, ticket, "printed", key="k")
    assert told(hall, ticket, "printed", key="k").body == first.body
    assert len(events(hall, "slip.changed")) == 1
    assert told(hall, ticket, "failed", key="k").body["key"] == "idempotency.key_reused"


def test_a_ticket_is_taken_once_though_the_answer_was_lost(hall: ClockedCore) -> None:
    body = {"queue": "insurance", "slip": True}
    first, again = (hall.post("/api/tickets", body, Role.KIOSK, key="k").body for _ in range(2))
    assert first == again
    assert again["slip"] == "pending"


@pytest.mark.parametrize("state", ["pending", "missing", "", None, 1])
def test_nobody_tells_what_is_no_end_of_printing(hall: ClockedCore, state: Any) -> None:
    ticket = take(hall)
    assert told(hall, ticket, state).body["key"] == "request.invalid"


def test_reports_of_nobody_and_of_long_ago_are_refused(hall: ClockedCore, clock: Clock) -> None:
    ticket = take(hall)
    assert told(hall, {"id": "nobody"}, "printed").body["key"] == "ticket.unknown"
    clock.advance(days=2)
    refused = told(hall, ticket, "printed")
    assert (refused.status, refused.body["key"]) == (409, "slip.too_late")
    assert refused.body["params"] == {"number": "A001", "date": "2026-11-23"}


def test_guides_find_the_missing_ones(hall: ClockedCore, clock: Clock) -> None:
    tickets = [take(hall) for _ in range(4)]
    for ticket, state in zip(tickets, ("printed", "failed", "unknown"), strict=False):
        told(hall, ticket, state)
    assert found(hall, "slip=missing") == [("A002", "failed"), ("A003", "unknown")]
    clock.advance(seconds=61)
    assert found(hall, "slip=missing") == [("A002", "failed"), ("A003", "unknown"), ("A004", "pending")]
    assert found(hall, "slip=missing&slip=printed&state=waiting")[0] == ("A001", "printed")
    assert found(hall, "slip=failed&slip=pending") == [("A002", "failed"), ("A004", "pending")]
    assert found(hall, "slip=failed&number=A004") == []
    assert hall.get("/api/tickets?slip=lost", Role.GUIDE).body["key"] == "request.invalid"
    assert hall.get("/api/tickets?slip=missing", Role.KIOSK).body["key"] == "auth.denied"


def test_a_slip_once_more_names_the_printer_and_is_pending(hall: ClockedCore) -> None:
    ticket = take(hall)
    told(hall, ticket, "failed")
    copy = hall.post(f"/api/tickets/{ticket['id']}/reprint", {"printer": "kiosk-1"}, Role.GUIDE)
    assert (copy.status, copy.body["copy"], copy.body["slip"]) == (200, True, "pending")
    (event,) = events(hall, "ticket.reprinted")
    assert (event["data"]["number"], event["data"]["printer"]) == ("A001", "kiosk-1")
    plain = hall.post(f"/api/tickets/{ticket['id']}/reprint", role=Role.GUIDE)
    assert plain.status == 200
    assert events(hall, "ticket.reprinted")[1]["data"]["printer"] is None


def test_a_kiosk_reads_all_that_a_slip_says(hall: ClockedCore) -> None:
    ticket = take(hall, lang="bo")
    seen = hall.get(f"/api/tickets/{ticket['id']}", Role.KIOSK).body
    slip = (
        "number",
        "queue",
        "class",
        "lang",
        "taken_at",
        "ahead",
        "wait",
        "step",
        "steps",
        "matter",
        "track",
    )
    more = ("booking", "slip", "slip_since", "assisted", "state")
    assert {name: seen[name] for name in slip + more} == {name: ticket[name] for name in slip + more}
    assert [leg["item"] for leg in seen["legs"]] == [leg["item"] for leg in ticket["legs"]]


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.KIOSK, True),
        (Role.GUIDE, True),
        (Role.SUPERVISOR, True),
        (Role.ADMIN, True),
        (Role.CLERK, False),
    ],
)
def test_no_clerk_gets_the_token_that_the_clerk_is_rated_with(
    hall: ClockedCore, role: Role, reads: bool
) -> None:
    ticket = take(hall)
    seen = hall.get(f"/api/tickets/{ticket['id']}", role, window=1).body
    assert (seen["track"] == ticket["track"]) is reads
    assert seen["track"] in (ticket["track"], None)


@pytest.mark.parametrize("path", ["/api/tickets", "/api/bookings/check-in"])
def test_who_comes_with_a_booking_gets_a_slip_too(hall: ClockedCore, clock: Clock, path: str) -> None:
    asked = {"queue": "insurance", "date": "2026-11-24", "starts": at(9).isoformat(), "card": CARD}
    made = hall.post("/api/bookings", asked, Role.KIOSK).body
    clock.advance(days=1)
    code = {"booking" if path == "/api/tickets" else "code": made["code"]}
    ticket = hall.post(path, code | {"slip": True}, Role.KIOSK).body
    assert (ticket["slip"], ticket["booking"]) == ("pending", made["id"])
