"""Every move of a visit through HTTP: steps, suspensions, transfers, picks, walk-ins, taking back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.on_disk import reader_of
from tests.support.rule_hall import rule_hall
from tests.support.running_core import CoreHandle, Reply, core_in_thread


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    """A core whose hall has a rule of every kind, windows 1 to 4 open."""
    with core_in_thread(rule_hall(), tmp_path) as handle:
        for window in (1, 2, 3, 4):
            handle.post(f"/api/windows/{window}/open")
        yield handle


def take(core: CoreHandle, role: Role = Role.KIOSK, **body: Any) -> dict[str, Any]:
    reply = core.post("/api/tickets", body or {"queue": "insurance"}, role=role)
    assert reply.status == 201, reply
    taken: dict[str, Any] = reply.body
    return taken


def act(core: CoreHandle, window: int, name: str, role: Role = Role.CLERK, **body: Any) -> Reply:
    return core.post(f"/api/windows/{window}/{name}", body, role=role, window=window)


def done(reply: Reply) -> dict[str, Any]:
    assert reply.status == 200, reply
    moved: dict[str, Any] = reply.body["ticket"]
    return moved


def guide(core: CoreHandle, ticket: dict[str, Any], name: str, **body: Any) -> Reply:
    return core.post(f"/api/tickets/{ticket['id']}/{name}", body, role=Role.GUIDE)


def seen(core: CoreHandle, ticket: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = core.get(f"/api/tickets/{ticket['id']}").body
    return found


# --- taking -----------------------------------------------------------------------------------------------


def test_a_matter_keeps_one_number_through_all_its_steps(core: CoreHandle) -> None:
    ticket = take(core, matter="opening")
    assert (ticket["number"], ticket["step"], ticket["steps"]) == ("B001", 1, 4)
    assert [leg["state"] for leg in ticket["legs"]] == ["waiting", "planned", "planned", "planned"]
    for window, queue in ((3, "company"), (1, "insurance"), (3, "company"), (3, "food")):
        called = done(act(core, window, "call-next"))
        assert (called["number"], called["queue"]) == ("B001", queue)
        done(act(core, window, "finish"))
    shown = seen(core, ticket)
    assert (shown["state"], shown["step"]) == ("done", 4)
    assert [leg["why"] is not None for leg in shown["legs"]] == [True] * 4


def test_items_make_a_visit_of_as_many_steps(core: CoreHandle) -> None:
    ticket = take(core, items=["licence", "card"])
    assert [(leg["item"], leg["step"], leg["state"]) for leg in ticket["legs"]] == [
        ("licence", 1, "waiting"),
        ("card", 2, "planned"),
    ]


def test_a_class_that_needs_proof_is_given_by_staff_only(core: CoreHandle) -> None:
    wanted = {"queue": "insurance", "class": "disabled"}
    refused = core.post("/api/tickets", wanted, role=Role.KIOSK)
    assert (refused.status, refused.body["key"]) == (409, "class.needs_proof")
    assert take(core, Role.GUIDE, **wanted)["class"] == "disabled"


def test_the_age_on_the_card_gives_the_class(core: CoreHandle) -> None:
    assert take(core, queue="insurance", card={"hash": "a" * 64, "age": 70})["class"] == "senior"
    assert take(core, queue="insurance", card={"hash": "b" * 64, "age": 69})["class"] == "ordinary"


def test_a_person_holds_one_ticket_of_a_queue(core: CoreHandle) -> None:
    first = take(core, queue="insurance", card="c" * 64)
    refused = core.post("/api/tickets", {"queue": "insurance", "card": {"hash": "c" * 64}})
    assert (refused.status, refused.body["key"]) == (409, "queue.ticket_held")
    assert refused.body["params"] == {"number": first["number"]}


def test_a_phone_number_is_kept_and_never_in_clear(core: CoreHandle) -> None:
    ticket = take(core, queue="insurance", phone="+86 138 0013 8000")
    with reader_of(core) as reader:
        sealed = reader.visitors.phone(ticket["id"])
    assert sealed
    assert "8000" not in sealed
    assert core.data.vault().open(sealed) == "13800138000"
    assert "phone" not in ticket


@pytest.mark.parametrize(
    "body",
    [
        {"queue": "insurance", "items": ["card"]},
        {"items": []},
        {"booking": "12345672", "class": "elderly"},
        {"queue": "insurance", "card": "not a hash"},
        {"queue": "insurance", "card": {"hash": "a" * 64, "age": -1}},
        {"queue": "insurance", "phone": "not a number"},
        {"queue": "in\x00surance"},
        {"queue": "\ud800"},
    ],
)
def test_what_cannot_be_meant_is_refused(core: CoreHandle, body: Any) -> None:
    assert core.post("/api/tickets", body).status == 422


# --- looking ----------------------------------------------------------------------------------------------


def test_staff_finds_tickets(core: CoreHandle) -> None:
    first, second = take(core), take(core, queue="company")
    done(act(core, 3, "call-next"))

    def found(query: str) -> list[str]:
        return [each["number"] for each in core.get(f"/api/tickets?{query}", role=Role.GUIDE).body["tickets"]]

    assert found("number=a001") == [first["number"]]
    assert sorted(found("")) == [first["number"], second["number"]]
    assert found("queue=insurance") == [first["number"]]
    assert found("state=called") == [second["number"]]
    assert found("window=3") == [second["number"]]
    assert found("number=Z999") == []


def test_a_visitor_follows_the_own_visit_and_sees_nothing_else(core: CoreHandle) -> None:
    ticket = take(core, matter="opening")
    shown = core.ask("GET", f"/api/track/{ticket['track']}")
    assert shown.body == {
        "number": "B001",
        "state": "waiting",
        "queue": "company",
        "zone": "business",
        "window": None,
        "windows": [3, 4],
        "ahead": 0,
        "wait": shown.body["wait"],
        "step": 1,
        "steps": 4,
        "to_come": ["insurance", "company", "food"],
        "can": ["cancel"],
    }
    done(act(core, 3, "call-next"))
    assert core.ask("GET", f"/api/track/{ticket['track']}").body["window"] == 3
    assert core.ask("GET", "/api/track/guessed").status == 404


def test_a_leg_says_when_it_is_due_and_whether_it_is_late(core: CoreHandle) -> None:
    ticket = take(core, item="card")
    assert seen(core, ticket)["legs"][0]["late"] is None
    done(act(core, 1, "call-next"))
    started = done(act(core, 1, "start"))
    shown = seen(core, ticket)["legs"][0]
    assert shown["due_at"] == started["due_at"] > started["started_at"]
    assert shown["late"] is False


# --- what a guide does ------------------------------------------------------------------------------------


def test_a_slip_is_printed_once_more(core: CoreHandle) -> None:
    ticket = take(core, queue="insurance", lang="bo")
    copy = guide(core, ticket, "reprint")
    assert copy.status == 200
    assert copy.body.pop("copy") is True
    again = {"wait": copy.body["wait"], "slip": "pending", "slip_since": copy.body["slip_since"]}
    assert copy.body == ticket | again


def test_a_guide_sends_a_visitor_to_a_window(core: CoreHandle) -> None:
    other, ticket = take(core, queue="company"), take(core)
    moved = done(guide(core, ticket, "transfer", window=3, reason="wrong_queue", first=True))
    assert (moved["number"], moved["queue"], moved["pin"]) == (ticket["number"], "company", 3)
    assert moved["since"] == ticket["legs"][0]["since"], "who came first stays who came first"
    assert done(act(core, 4, "call-next"))["number"] == other["number"], "no other window calls the visitor"
    assert done(act(core, 3, "call-next"))["number"] == ticket["number"]


def test_a_window_that_does_not_serve_a_queue_gets_nobody_of_it(core: CoreHandle) -> None:
    refused = guide(core, take(core), "transfer", window=1, queue="food")
    assert (refused.status, refused.body["key"]) == (409, "window.does_not_serve")


def test_a_guide_gives_a_class_and_the_visitor_goes_first(core: CoreHandle) -> None:
    take(core)
    ticket = take(core)
    assert done(guide(core, ticket, "class", **{"class": "elderly", "reason": "seen"}))["class"] == "elderly"
    assert done(act(core, 1, "call-next"))["number"] == ticket["number"]
    assert guide(core, ticket, "class", **{"class": "king"}).body["key"] == "class.unknown"


def test_an_ended_ticket_says_its_state_when_it_is_to_be_moved(core: CoreHandle) -> None:
    ticket = take(core)
    done(guide(core, ticket, "cancel", reason="left"))
    for name, body in (
        ("transfer", {"queue": "food"}),
        ("class", {"class": "elderly"}),
        ("reprint", {}),
        ("cancel", {}),
        ("restore", {}),
    ):
        refused = guide(core, ticket, name, **body)
        assert (refused.status, refused.body["params"]["state"]) == (409, "void"), name


# --- at a window ------------------------------------------------------------------------------------------


def test_a_visitor_is_called_out_of_turn_with_a_reason(core: CoreHandle) -> None:
    take(core)
    ticket = take(core)
    unknown = act(core, 1, "call", ticket=ticket["id"], reason="because")
    assert (unknown.status, unknown.body["key"]) == (404, "reason.unknown")
    called = act(core, 1, "call", ticket=ticket["id"], reason="train").body
    assert (called["ticket"]["number"], called["why"]) == (ticket["number"], {"picked": "train"})


def test_the_last_finish_is_taken_back(core: CoreHandle) -> None:
    ticket = take(core)
    done(act(core, 1, "call-next"))
    done(act(core, 1, "finish"))
    assert done(act(core, 1, "undo"))["state"] == "called"
    assert seen(core, ticket)["state"] == "called"
    assert act(core, 2, "undo").body["key"] == "undo.nothing"


def test_papers_that_were_left_bring_the_visitor_back_to_the_same_window(core: CoreHandle) -> None:
    ticket = take(core)
    done(act(core, 1, "call-next"))
    assert done(act(core, 1, "suspend", kind="papers_left", reason="photo"))["suspension"] == "papers_left"
    suspended = core.get("/api/windows/1/suspended", role=Role.GUIDE).body["tickets"]
    assert [each["number"] for each in suspended] == [ticket["number"]]
    refused = act(core, 2, "resume", ticket=ticket["id"])
    assert (refused.status, refused.body["key"]) == (409, "ticket.elsewhere")
    assert done(act(core, 2, "resume", Role.SUPERVISOR, ticket=ticket["id"]))["window"] == 2


def test_without_papers_the_visitor_goes_on_at_any_window_of_the_queue(core: CoreHandle) -> None:
    ticket = take(core)
    done(act(core, 1, "call-next"))
    done(act(core, 1, "suspend", kind="no_papers"))
    assert done(act(core, 2, "resume", ticket=ticket["id"]))["state"] == "serving"


def test_a_suspended_visitor_waits_again_first_in_line(core: CoreHandle) -> None:
    ticket = take(core)
    take(core)
    done(act(core, 1, "call-next"))
    done(act(core, 1, "suspend", kind="no_papers"))
    assert done(guide(core, ticket, "restore"))["first"] is True
    assert done(act(core, 2, "call-next"))["number"] == ticket["number"]


def test_a_visitor_goes_to_pay_and_comes_back(core: CoreHandle) -> None:
    ticket = take(core, queue="company")
    done(act(core, 3, "call-next"))
    paying = done(act(core, 3, "transfer", queue="insurance", back=True, first=True))
    assert (paying["queue"], paying["step"], paying["steps"]) == ("insurance", 2, 3)
    done(act(core, 1, "call-next"))
    done(act(core, 1, "finish"))
    assert act(core, 4, "call-next").body["ticket"] is None
    assert done(act(core, 3, "call-next"))["number"] == ticket["number"]


def test_who_comes_back_to_a_window_that_has_closed_is_called_by_another(core: CoreHandle) -> None:
    ticket, later = take(core, queue="company"), take(core, queue="company")
    done(act(core, 3, "call-next"))
    done(act(core, 3, "transfer", queue="insurance", back=True, first=True))
    assert act(core, 3, "close").status == 200
    done(act(core, 1, "call-next"))
    done(act(core, 1, "finish"))
    assert seen(core, ticket)["legs"][-1]["pin"] == 3
    called = act(core, 4, "call-next").body
    assert (called["ticket"]["number"], called["ticket"]["pin"]) == (ticket["number"], None)
    assert called["why"]["first"] is True
    assert done(act(core, 4, "put-back"))["pin"] is None
    assert done(act(core, 4, "call", ticket=later["id"], reason="train"))["number"] == later["number"]


def test_who_was_sent_to_a_window_that_has_closed_is_called_out_of_turn_elsewhere(core: CoreHandle) -> None:
    ticket = take(core, queue="company")
    done(guide(core, ticket, "transfer", window=3))
    refused = act(core, 4, "call", ticket=ticket["id"], reason="train")
    assert (refused.status, refused.body["key"]) == (409, "ticket.elsewhere")
    act(core, 3, "close")
    assert done(act(core, 4, "call", ticket=ticket["id"], reason="train"))["window"] == 4


def test_missing_papers_end_the_visit(core: CoreHandle) -> None:
    ticket = take(core, items=["card", "licence"])
    done(act(core, 1, "call-next"))
    assert act(core, 1, "finish", missing=["passport"]).body["key"] == "material.unknown"
    assert done(act(core, 1, "finish", missing=["photo"]))["outcome"] == "not_accepted"
    assert [leg["state"] for leg in seen(core, ticket)["legs"]] == ["done", "void"]


def test_an_outcome_is_one_of_the_hall_s(core: CoreHandle) -> None:
    take(core)
    done(act(core, 1, "call-next"))
    assert act(core, 1, "finish", outcome="bliss").status == 404
    assert done(act(core, 1, "finish", outcome="granted"))["outcome"] == "granted"


def test_somebody_without_a_ticket_is_served_under_the_next_number(core: CoreHandle) -> None:
    take(core)
    served = act(core, 1, "walk-in")
    assert (served.status, served.body["number"], served.body["state"]) == (200, "A002", "serving")
    assert served.body["track"] == "", "a clerk could rate the own work with it"
    assert act(core, 1, "walk-in", queue="food").body["key"] == "window.does_not_serve"


def test_a_window_serves_other_queues_from_its_next_call_on(core: CoreHandle) -> None:
    ticket = take(core, queue="food")
    assert act(core, 1, "call-next").body["ticket"] is None
    token = core.token(Role.SUPERVISOR)
    changed = core.ask(
        "PUT", "/api/windows/1/profile", {"tiers": "insurance; food, company @ 0"}, token=token
    )
    assert changed.body == {
        "window": 1,
        "tiers": [
            {"queues": ["insurance"], "when_wait_over_min": None},
            {"queues": ["food", "company"], "when_wait_over_min": 0.0},
        ],
        "text": "insurance; food, company @ 0",
    }
    assert done(act(core, 1, "call-next"))["number"] == ticket["number"]
    twice = core.ask("PUT", "/api/windows/1/profile", {"tiers": [{"queues": ["food", "food"]}]}, token=token)
    assert (twice.status, twice.body["key"]) == (409, "window.profile_invalid")
    assert core.ask("PUT", "/api/windows/1/profile", {"tiers": "food @ soon"}, token=token).status == 422
