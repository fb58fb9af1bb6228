"""The own place by the slip's code and by the typed number: what is shown, and what a visitor may do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.domain.hall import Hall
from core.domain.people import Role
from core.domain.rules import Restore, Rules
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.following import following
from tests.support.postgres import server
from tests.support.rule_hall import rule_hall
from tests.support.running_core import CoreHandle, Reply, core_in_thread

PLACE = {
    "number",
    "state",
    "queue",
    "zone",
    "window",
    "windows",
    "ahead",
    "wait",
    "step",
    "steps",
    "to_come",
    "can",
}


def place_hall() -> Hall:
    """Return a hall in which passed numbers of each queue have another rule."""
    hall = rule_hall()
    rules = {
        "company": Rules(restore=Restore.AFTER, restore_after=1, keep_suspended_days=5),
        "food": Rules(restore=Restore.VOID),
    }
    return replace(
        hall, queues=tuple(replace(each, rules=rules.get(each.id, each.rules)) for each in hall.queues)
    )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def core(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    """A core on each kind of database, windows 1 to 5 open."""
    url = server().lend() if request.param == "postgresql" else None
    with core_in_thread(place_hall(), tmp_path_factory.mktemp("places"), database=url) as handle:
        for window in range(1, 6):
            assert handle.post(f"/api/windows/{window}/open").status == 200
        yield handle
    if url is not None:
        server().take_back(url)


WINDOWS = {"insurance": 1, "company": 4, "food": 4, "advice": 5}


def take(core: CoreHandle, queue: str = "insurance", **more: Any) -> dict[str, Any]:
    reply = core.post("/api/tickets", {"queue": queue, **more}, role=Role.KIOSK)
    assert reply.status == 201, reply
    taken: dict[str, Any] = reply.body
    return taken


def empty(core: CoreHandle, queue: str) -> None:
    """Serve everybody who waits in a queue, and leave its window empty."""
    window = WINDOWS[queue]
    while core.post(f"/api/windows/{window}/call-next").body["ticket"]:
        pass


def passed(core: CoreHandle, queue: str = "insurance") -> dict[str, Any]:
    """Return a ticket that was called and whose visitor did not come."""
    empty(core, queue)
    ticket = take(core, queue)
    for act in ("call-next", "pass"):
        assert core.post(f"/api/windows/{WINDOWS[queue]}/{act}").status == 200
    return ticket


def by_code(core: CoreHandle, ticket: dict[str, Any], act: str = "", key: str | None = None) -> Reply:
    path = f"/api/track/{ticket['track']}"
    return core.ask("POST", f"{path}/{act}", {}, key=key) if act else core.ask("GET", path)


def typed(core: CoreHandle, number: str, role: Role = Role.KIOSK) -> Reply:
    return core.get(f"/api/place?number={number}", role=role)


def heard(core: CoreHandle, act: Callable[[], Reply]) -> tuple[Reply, dict[str, Any]]:
    """Do something and return the answer, and the first event that came of it."""
    with following(core) as feed:
        reply = act()
        return reply, feed.next()


def test_the_code_and_the_number_show_the_same_place_and_nothing_of_a_person(core: CoreHandle) -> None:
    empty(core, "company")
    ticket = take(core, "company", card={"hash": "a1" * 32, "age": 71}, phone="138 0013 8000")
    shown, told = by_code(core, ticket).body, typed(core, ticket["number"]).body
    assert shown.keys() == told.keys() == PLACE
    assert (shown.pop("can"), told.pop("can")) == (["cancel"], [])
    assert shown == told
    assert (told["zone"], told["windows"], told["to_come"]) == ("business", [3, 4], [])
    for secret in (ticket["id"], ticket["track"], "senior", "a1a1", "8000"):
        assert secret not in str(told)


@pytest.mark.parametrize("forgiven", ["{0}", "%20{0}", "{0[0]}%20{1}"])
def test_blanks_and_small_letters_are_forgiven(core: CoreHandle, forgiven: str) -> None:
    ticket = take(core)
    number = ticket["number"].lower()
    assert typed(core, forgiven.format(number, number[1:])).body["number"] == ticket["number"]


@pytest.mark.parametrize(
    ("number", "status"), [("Z999", 404), ("%20", 404), ("", 422), ("A%00", 422), ("A" * 13, 422)]
)
def test_what_is_no_number_is_nobodys(core: CoreHandle, number: str, status: int) -> None:
    assert typed(core, number).status == status


def test_steps_to_come_are_told_in_their_order(core: CoreHandle) -> None:
    reply = core.post("/api/tickets", {"matter": "opening"}, role=Role.KIOSK)
    assert typed(core, reply.body["number"]).body["to_come"] == ["insurance", "company", "food"]


def test_a_visitor_gives_the_number_up_once_however_often_it_is_sent(core: CoreHandle) -> None:
    ticket = take(core, "advice")
    given_up, event = heard(core, lambda: by_code(core, ticket, "cancel", key=f"up-{ticket['id']}"))
    assert (event["kind"], event["data"]["by"]) == ("leg.void", "visitor")
    assert (given_up.status, given_up.body["state"], given_up.body["can"]) == (200, "void", [])
    assert by_code(core, ticket, "cancel", key=f"up-{ticket['id']}").body == given_up.body
    again = by_code(core, ticket, "cancel")
    assert (again.status, again.body["key"], again.body["params"]["state"]) == (409, "ticket.ended", "void")


def test_who_is_called_can_give_up_and_who_is_served_cannot(core: CoreHandle) -> None:
    empty(core, "insurance")
    called, served = take(core), take(core)
    core.post("/api/windows/1/call-next")
    assert by_code(core, called).body["can"] == ["cancel"]
    assert by_code(core, called, "cancel").status == 200
    assert core.post("/api/windows/1/call-next").body["ticket"]["number"] == served["number"]
    core.post("/api/windows/1/start")
    assert by_code(core, served).body["can"] == []
    refused = by_code(core, served, "cancel")
    assert (refused.status, refused.body["key"], refused.body["params"]["window"]) == (409, "ticket.ended", 1)
    core.post("/api/windows/1/finish")


def test_a_passed_number_is_taken_again_by_its_code_at_the_end(core: CoreHandle) -> None:
    ticket = passed(core)
    other = take(core)
    assert by_code(core, ticket).body["can"] == ["cancel", "restore"]
    back, event = heard(core, lambda: by_code(core, ticket, "restore", key=f"back-{ticket['id']}"))
    assert (event["kind"], event["data"]["by"]) == ("leg.restored", "visitor")
    assert (back.status, back.body["state"], back.body["ahead"]) == (200, "waiting", 1)
    assert by_code(core, ticket, "restore", key=f"back-{ticket['id']}").status == 200
    assert by_code(core, ticket, "restore").body["key"] == "ticket.not_passed"
    assert by_code(core, other).body["ahead"] == 0


def test_a_passed_number_is_taken_again_by_typing_it_where_the_rule_says(core: CoreHandle) -> None:
    ticket = passed(core, "company")
    ahead = [take(core, "company") for _ in range(3)]
    assert typed(core, ticket["number"]).body["can"] == ["restore"]
    asked = {"number": f" {ticket['number'].lower()} "}
    back, event = heard(core, lambda: core.post("/api/place/restore", asked, role=Role.KIOSK))
    assert back.body.keys() == PLACE
    assert (back.status, back.body["ahead"], back.body["can"]) == (200, 1, [])
    assert typed(core, ahead[1]["number"]).body["ahead"] == 2
    assert (event["kind"], event["data"]["by"]) == ("leg.restored", "kiosk:test")


def test_where_passed_numbers_are_void_none_is_taken_again(core: CoreHandle) -> None:
    ticket = passed(core, "food")
    assert by_code(core, ticket).body["can"] == ["cancel"]
    assert typed(core, ticket["number"]).body["can"] == []
    for refused in (
        by_code(core, ticket, "restore"),
        core.post("/api/place/restore", {"number": ticket["number"]}, role=Role.KIOSK),
    ):
        assert (refused.status, refused.body["key"]) == (409, "ticket.restore_refused")
        assert refused.body["params"] == {"number": ticket["number"]}


def test_who_was_not_passed_is_not_moved_by_typing_the_number(core: CoreHandle) -> None:
    waits = take(core, "advice")
    refused = core.post("/api/place/restore", {"number": waits["number"]}, role=Role.KIOSK)
    assert (refused.status, refused.body["key"]) == (409, "ticket.not_passed")
    unknown = core.post("/api/place/restore", {"number": "Z999"}, role=Role.KIOSK)
    assert (unknown.status, unknown.body["key"]) == (404, "ticket.unknown")


def test_a_suspended_visit_is_not_brought_back_by_its_visitor(core: CoreHandle) -> None:
    empty(core, "insurance")
    ticket = take(core)
    core.post("/api/windows/1/call-next")
    assert core.post("/api/windows/1/suspend", {"kind": "papers_left"}).status == 200
    shown = by_code(core, ticket).body
    assert (shown["state"], shown["windows"], shown["can"]) == ("suspended", [1], ["cancel"])
    assert by_code(core, ticket, "restore").body["key"] == "ticket.not_passed"
    assert by_code(core, ticket, "cancel").body["state"] == "void"


def test_a_kiosk_cancels_nothing_and_looks_for_nothing(core: CoreHandle) -> None:
    ticket = take(core)
    kiosk = Role.KIOSK
    assert core.post(f"/api/tickets/{ticket['id']}/cancel", role=kiosk).status == 403
    assert core.post(f"/api/tickets/{ticket['id']}/restore", role=kiosk).status == 403
    assert core.get(f"/api/tickets?number={ticket['number']}", role=kiosk).status == 403
    assert core.post("/api/place/cancel", {"number": ticket["number"]}, role=kiosk).status == 404


@pytest.mark.parametrize("act", ["cancel", "restore"])
def test_a_code_that_no_slip_has_does_nothing(core: CoreHandle, act: str) -> None:
    refused = core.ask("POST", f"/api/track/{'x' * 22}/{act}", {})
    assert (refused.status, refused.body["key"]) == (404, "ticket.unknown")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def days(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(replace(place_hall(), keeps_hours=False), tmp_path, clock) as handle:
        yield handle


def test_a_number_is_todays_and_an_older_one_only_where_today_has_none(
    days: ClockedCore, clock: Clock
) -> None:
    days.post("/api/tickets", {"queue": "company"})
    for act, body in (("open", None), ("call-next", None), ("suspend", {"kind": "papers_left"})):
        assert days.post(f"/api/windows/4/{act}", body).status == 200
    clock.advance(days=1)
    days.turn()
    assert days.get("/api/place?number=B001", Role.KIOSK).body["state"] == "suspended"
    days.post("/api/tickets", {"queue": "company"})
    assert days.get("/api/place?number=B001", Role.KIOSK).body["state"] == "waiting"
