"""What a guide does from a tablet, from signing in without a window to signing out: all through HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.following import following
from tests.support.rule_hall import rule_hall
from tests.support.running_core import CoreHandle, Reply, core_in_thread


class Guide:
    """A guide with a tablet, in a hall with windows 1 to 4 open."""

    def __init__(self, core: CoreHandle) -> None:
        entered = {"name": "导服", "pin": "1357", "role": "guide"}
        core.ask("PUT", "/api/clerks/0901", entered, token=core.token(Role.ADMIN))
        signed_in = core.ask("POST", "/api/sign-in", {"clerk": "0901", "pin": "1357"})
        assert (signed_in.status, signed_in.body["role"], signed_in.body["window"]) == (200, "guide", None)
        self.core, self.token = core, signed_in.body["token"]

    def get(self, path: str) -> Any:
        reply = self.core.ask("GET", path, token=self.token)
        assert reply.status == 200, reply
        return reply.body

    def post(self, path: str, body: Any = None) -> Reply:
        return self.core.ask("POST", path, {} if body is None else body, token=self.token)

    def does(self, act: str, ticket: dict[str, Any], **body: Any) -> Any:
        reply = self.post(f"/api/tickets/{ticket['id']}/{act}", body)
        assert reply.status == 200, reply
        return reply.body

    def issues(self, **body: Any) -> dict[str, Any]:
        reply = self.post("/api/tickets", body)
        assert reply.status == 201, reply
        taken: dict[str, Any] = reply.body
        return taken


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    with core_in_thread(rule_hall(), tmp_path) as core:
        for window in (1, 2, 3, 4):
            core.post(f"/api/windows/{window}/open")
        yield Guide(core)


def test_issues_for_others_and_vouches_for_the_class(guide: Guide) -> None:
    ticket = guide.issues(item="card", assisted=True, lang="bo", **{"class": "disabled"})
    assert (ticket["class"], ticket["assisted"], ticket["lang"]) == ("disabled", True, "bo")
    assert guide.issues(queue="food", **{"class": "senior"})["class"] == "senior"


def test_finds_a_number_and_looks_at_it(guide: Guide) -> None:
    ticket = guide.issues(queue="company")
    (found,) = guide.get("/api/tickets?number=b001")["tickets"]
    assert found["id"] == ticket["id"]
    assert guide.get(f"/api/tickets/{ticket['id']}")["track"] == ticket["track"]
    assert guide.get("/api/place?number=B001")["state"] == "waiting"


def test_has_a_slip_printed_once_more_at_a_printer_and_sees_which_are_missing(guide: Guide) -> None:
    ticket = guide.issues(queue="food", slip=True)
    guide.does("slip", ticket, state="failed", reason="printer.paper_out", printer="取号机一")
    assert [each["id"] for each in guide.get("/api/tickets?slip=missing")["tickets"]] == [ticket["id"]]
    with following(guide.core) as feed:
        copy = guide.does("reprint", ticket, printer="取号机二")
        heard = feed.next()
    assert (copy["copy"], copy["number"], copy["track"]) == (True, "C001", ticket["track"])
    assert (heard["kind"], heard["data"]["printer"], heard["data"]["by"]) == (
        "ticket.reprinted",
        "取号机二",
        "guide:0901",
    )
    guide.does("slip", ticket, state="printed", printer="取号机二")
    assert guide.get("/api/tickets?slip=missing")["tickets"] == []


def test_gives_a_class_that_was_seen(guide: Guide) -> None:
    ticket = guide.issues(queue="insurance")
    assert guide.does("class", ticket, **{"class": "disabled", "reason": "seen"})["ticket"]["class"] == (
        "disabled"
    )


def test_moves_a_visitor_to_another_queue_with_the_same_number(guide: Guide) -> None:
    ticket = guide.issues(queue="insurance")
    moved = guide.does("transfer", ticket, queue="company", reason="wrong_queue")["ticket"]
    assert (moved["number"], moved["queue"], moved["since"]) == ("A001", "company", ticket["taken_at"])


def test_brings_a_passed_and_a_suspended_visitor_back(guide: Guide) -> None:
    tickets = [guide.issues(queue="insurance") for _ in range(2)]
    for act, body in (("pass", None), ("suspend", {"kind": "no_papers"})):
        guide.core.post("/api/windows/1/call-next")
        assert guide.core.post(f"/api/windows/1/{act}", body).status == 200
    for ticket in tickets:
        assert guide.does("restore", ticket)["ticket"]["state"] == "waiting"


def test_ends_a_visit_with_a_reason(guide: Guide) -> None:
    ticket = guide.issues(queue="insurance")
    ended = guide.does("cancel", ticket, reason="left")["ticket"]
    assert (ended["state"], ended["reason"]) == ("void", "left")


def test_sees_every_zone_and_every_device(guide: Guide) -> None:
    guide.issues(queue="food")
    machine = {"machine": "k1", "devices": [{"name": "取号机一", "kind": "printer", "state": "ready"}]}
    told = guide.core.ask("POST", "/api/devices", machine, token=guide.core.token(Role.KIOSK))
    assert told.status == 200, told
    waiting = {each["id"]: each["waiting"] for each in guide.get("/api/queues")["queues"]}
    assert waiting == {"insurance": 0, "company": 0, "food": 1, "advice": 0}
    windows = guide.get("/api/windows")["windows"]
    assert {each["zone"] for each in windows} == {"social", "business"}
    assert [each["name"] for each in guide.get("/api/devices")["devices"]] == ["取号机一"]


def test_takes_bookings_at_the_tablet(guide: Guide) -> None:
    assert "bookings" in guide.get("/api/bookings?date=2026-11-23")


def test_does_nothing_at_a_window_and_nothing_once_signed_out(guide: Guide) -> None:
    refused = guide.post("/api/windows/1/call-next")
    assert (refused.status, refused.body["key"]) == (403, "auth.denied")
    assert guide.post("/api/sign-out").status == 200
    gone = guide.post("/api/tickets", {"queue": "food"})
    assert (gone.status, gone.body["params"]) == (401, {"why": "signed_out"})
