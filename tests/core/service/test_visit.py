"""A visit through HTTP, from the ticket to its end."""

from __future__ import annotations

from typing import Any

from core.domain.people import Role
from tests.support.running_core import CoreHandle, Reply

W = "/api/windows/1"


def take(core: CoreHandle, queue: str = "insurance", **more: Any) -> dict[str, Any]:
    reply = core.post("/api/tickets", {"queue": queue, **more}, role=Role.KIOSK)
    assert reply.status == 201, reply
    body: dict[str, Any] = reply.body
    return body


def act(core: CoreHandle, name: str, body: Any = None, window: int = 1) -> Reply:
    return core.post(f"/api/windows/{window}/{name}", body, role=Role.CLERK, window=window)


def test_health_is_answered_without_a_token(core: CoreHandle) -> None:
    reply = core.ask("GET", "/api/health")
    assert reply.status == 200
    assert {"status", "version", "seq", "hall"} <= reply.body.keys()
    assert reply.body["hall"] == "lhasa-like"


def test_the_hall_is_described_with_the_contracts_names(core: CoreHandle) -> None:
    hall = core.get("/api/hall", role=Role.SCREEN).body
    names = {
        "id",
        "name",
        "languages",
        "zones",
        "departments",
        "queues",
        "items",
        "windows",
        "classes",
        "reasons",
    }
    assert names <= hall.keys()
    assert {"id", "name", "prefix", "zone"} <= hall["queues"][0].keys()
    assert {"number", "zone", "queues"} <= hall["windows"][0].keys()


def test_numbers_begin_at_001_and_count_who_is_ahead(core: CoreHandle) -> None:
    first, second = take(core), take(core)
    assert (first["number"], first["ahead"], first["state"]) == ("A001", 0, "waiting")
    assert (second["number"], second["ahead"]) == ("A002", 1)
    assert first["track"] != second["track"]
    assert first["wait"] is None


def test_an_item_leads_to_its_queue(core: CoreHandle) -> None:
    item = core.get("/api/hall").body["items"][0]
    reply = core.post("/api/tickets", {"item": item["id"]})
    assert reply.body["queue"] == item["queue"]


def test_one_key_finishes_and_calls(core: CoreHandle) -> None:
    first, second = take(core), take(core)
    act(core, "open")
    called = act(core, "call-next").body
    assert called["ticket"]["number"] == first["number"]
    assert called["ticket"]["state"] == "called"
    assert called["why"]["tier"] == 1
    assert act(core, "call-next").body["ticket"]["number"] == second["number"]
    assert core.get(f"/api/tickets/{first['id']}").body["state"] == "done"
    assert act(core, "call-next").body == {"ticket": None, "why": None}
    assert core.get(f"/api/tickets/{second['id']}").body["state"] == "done"


def test_a_plain_visit_moves_through_its_states(core: CoreHandle) -> None:
    ticket = take(core)
    act(core, "open")
    act(core, "call-next")
    assert act(core, "recall").body["ticket"]["calls"] == 2
    assert act(core, "start").body["ticket"]["state"] == "serving"
    assert act(core, "pass").status == 409, "who is being served cannot be passed"
    assert act(core, "finish").body["ticket"]["state"] == "done"
    found = core.get(f"/api/tickets/{ticket['id']}").body
    assert found["state"] == "done"
    assert found["legs"][0]["why"]["tier"] == 1


def test_a_passed_visitor_is_restored_to_the_end(core: CoreHandle) -> None:
    first, second = take(core), take(core)
    act(core, "open")
    act(core, "call-next")
    assert act(core, "pass", {"reason": "no_show"}).body["ticket"]["state"] == "passed"
    assert (
        core.post(f"/api/tickets/{first['id']}/restore", role=Role.GUIDE).body["ticket"]["state"] == "waiting"
    )
    assert act(core, "call-next").body["ticket"]["number"] == second["number"]
    assert act(core, "call-next").body["ticket"]["number"] == first["number"]


def test_a_call_put_back_keeps_its_place(core: CoreHandle) -> None:
    first, _second = take(core), take(core)
    act(core, "open")
    act(core, "call-next")
    assert act(core, "put-back").body["ticket"]["state"] == "waiting"
    assert act(core, "call-next").body["ticket"]["number"] == first["number"]


def test_a_cancelled_ticket_is_not_called(core: CoreHandle) -> None:
    first, second = take(core), take(core)
    assert core.post(f"/api/tickets/{first['id']}/cancel", role=Role.GUIDE).body["ticket"]["state"] == "void"
    act(core, "open")
    assert act(core, "call-next").body["ticket"]["number"] == second["number"]


def test_a_refusal_names_the_state_the_ticket_is_in(core: CoreHandle) -> None:
    ticket = take(core)
    reply = core.post(f"/api/tickets/{ticket['id']}/restore", role=Role.GUIDE)
    assert reply.status == 409
    assert reply.media_type == "application/problem+json"
    assert reply.body["key"] == "ticket.not_passed"
    assert reply.body["params"]["state"] == "waiting"


def test_a_window_that_is_not_open_calls_nobody(core: CoreHandle) -> None:
    take(core)
    assert act(core, "call-next").body["key"] == "window.not_open"
    act(core, "open")
    assert act(core, "pause", {"reason": "break"}).body["status"] == "paused"
    refused = act(core, "call-next").body
    assert (refused["key"], refused["params"]["status"]) == ("window.not_open", "paused")
    act(core, "open")
    assert act(core, "call-next").body["ticket"]["number"] == "A001"


def test_a_window_with_a_visitor_is_not_closed(core: CoreHandle) -> None:
    take(core)
    act(core, "open")
    act(core, "call-next")
    assert act(core, "close").body["key"] == "window.busy"
    act(core, "finish")
    assert act(core, "close").body["status"] == "closed"


def test_an_empty_window_has_nobody_to_recall(core: CoreHandle) -> None:
    act(core, "open")
    for name in ("recall", "start", "finish", "pass", "put-back"):
        assert act(core, name).body["key"] == "window.empty"


def test_a_waiting_elder_with_a_head_start_goes_first_and_the_answer_says_why(core: CoreHandle) -> None:
    take(core)
    elder = take(core, **{"class": "elderly", "lang": "bo"})
    act(core, "open")
    called = act(core, "call-next").body
    assert called["ticket"]["number"] == elder["number"]
    assert called["why"]["runner_up"]["number"] == "A001"


def test_queues_and_windows_show_the_floor(core: CoreHandle) -> None:
    take(core)
    act(core, "open")
    queues = {queue["id"]: queue for queue in core.get("/api/queues").body["queues"]}
    assert queues["insurance"]["waiting"] == 1
    assert queues["insurance"]["longest_s"] >= 0
    act(core, "call-next")
    windows = {window["number"]: window for window in core.get("/api/windows").body["windows"]}
    assert windows[1]["status"] == "open"
    assert windows[1]["ticket"]["number"] == "A001"


def test_a_mistyped_window_number_does_not_finish_a_colleagues_visitor(core: CoreHandle) -> None:
    take(core)
    take(core)
    first, second = (core.token(Role.CLERK, 1, subject=clerk) for clerk in ("0301", "0302"))
    core.post(f"{W}/open", token=first)
    core.post(f"{W}/call-next", token=first)
    for name in ("call-next", "recall", "start", "finish", "pass", "put-back", "close"):
        refused = core.post(f"{W}/{name}", token=second)
        assert (refused.status, refused.body["key"]) == (409, "window.taken"), name
        assert refused.body["params"] == {"window": 1, "clerk": "0301"}
    assert core.post(f"{W}/pause", {"reason": "break"}, token=second).body["key"] == "window.taken"
    assert core.post(f"{W}/finish", role=Role.SUPERVISOR).status == 200, "a supervisor may help out"


def test_a_clerk_takes_over_a_window_that_a_colleague_left_open(core: CoreHandle) -> None:
    take(core)
    first, second = (core.token(Role.CLERK, 1, subject=clerk) for clerk in ("0301", "0302"))
    core.post(f"{W}/open", token=first)
    assert core.post(f"{W}/open", token=second).body["clerk"] == "0302"
    assert core.post(f"{W}/call-next", token=second).body["ticket"]["number"] == "A001"
    assert core.post(f"{W}/finish", token=first).body["key"] == "window.taken"


def test_a_window_that_a_supervisor_opened_is_any_clerks(core: CoreHandle) -> None:
    take(core)
    assert core.post(f"{W}/open", role=Role.SUPERVISOR).body["clerk"] is None
    assert act(core, "call-next").body["ticket"]["number"] == "A001"
