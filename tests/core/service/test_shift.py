"""A clerk's shift: entered, signed in, at a window, signed out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.on_disk import all_events
from tests.support.rule_hall import rule_hall
from tests.support.running_core import CoreHandle, Reply, core_in_thread


def enter(core: CoreHandle, clerk: str = "0301", **body: Any) -> Reply:
    body = {"name": "窗口一", "pin": "2468"} | body
    return core.ask("PUT", f"/api/clerks/{clerk}", body, token=core.token(Role.ADMIN))


def sign_in(core: CoreHandle, clerk: str = "0301", window: int | None = 1) -> str:
    enter(core, clerk)
    signed_in = core.ask("POST", "/api/sign-in", {"clerk": clerk, "pin": "2468", "window": window})
    token: str = signed_in.body["token"]
    return token


def test_a_clerk_who_signs_out_leaves_the_window_and_the_token(core: CoreHandle) -> None:
    token = sign_in(core)
    core.post("/api/windows/1/open", token=token)
    assert core.post("/api/sign-out", token=token).body == {"clerk": "0301", "closed": [1]}
    refused = core.post("/api/windows/1/open", token=token)
    assert (refused.status, refused.body["params"]) == (401, {"why": "signed_out"})
    assert core.get("/api/windows").body["windows"][0]["status"] == "closed"
    assert sign_in(core) != token, "the next shift begins with a new sign-in"


def test_a_clerk_with_a_visitor_cannot_sign_out(core: CoreHandle) -> None:
    token = sign_in(core)
    core.post("/api/windows/1/open", token=token)
    core.post("/api/tickets", {"queue": "insurance"})
    core.post("/api/windows/1/call-next", token=token)
    refused = core.post("/api/sign-out", token=token)
    assert (refused.status, refused.body["key"]) == (409, "clerk.elsewhere")
    assert core.post("/api/windows/1/finish", token=token).status == 200, "the token still holds"


def test_a_token_that_was_given_back_is_not_taken_after_a_restart(tmp_path: Path) -> None:
    with core_in_thread(rule_hall(), tmp_path) as core:
        token = sign_in(core)
        assert core.post("/api/sign-out", token=token).status == 200
    with core_in_thread(rule_hall(), tmp_path) as core:
        assert core.get("/api/hall").status == 200
        assert core.ask("GET", "/api/hall", token=token).status == 401


def test_a_device_does_not_sign_out(core: CoreHandle) -> None:
    assert core.post("/api/sign-out", role=Role.KIOSK).body["key"] == "auth.denied"


def test_clerks_are_listed_without_anything_a_pin_could_be_guessed_from(core: CoreHandle) -> None:
    enter(core, "0302", name="Zhuoma", skills=["food", "food"])
    enter(core, "0301")
    listed = core.get("/api/clerks", role=Role.SUPERVISOR).body["clerks"]
    assert listed == [
        {"clerk": "0301", "name": "窗口一", "role": "clerk", "skills": None},
        {"clerk": "0302", "name": "Zhuoma", "role": "clerk", "skills": ["food"]},
    ]
    assert core.get("/api/clerks", role=Role.CLERK).status == 403


def test_a_known_clerk_keeps_the_pin_and_a_new_one_needs_one(core: CoreHandle) -> None:
    sign_in(core)
    assert enter(core, pin=None, name="Changed").body["name"] == "Changed"
    assert core.ask("POST", "/api/sign-in", {"clerk": "0301", "pin": "2468"}).status == 200
    assert enter(core, "0399", pin=None).body["key"] == "clerk.unknown"


def test_skills_name_queues_of_the_hall_and_bound_what_is_called(core: CoreHandle) -> None:
    assert enter(core, skills=["cooking"]).body["key"] == "queue.unknown"
    enter(core, skills=["food"])
    core.post("/api/windows/4/open", {"clerk": "0301"})
    core.post("/api/tickets", {"queue": "company"})
    food = core.post("/api/tickets", {"queue": "food"}).body
    called = core.post("/api/windows/4/call-next").body["ticket"]
    assert called["number"] == food["number"]


def test_a_supervisor_opens_a_window_for_a_clerk_and_a_clerk_only_for_oneself(core: CoreHandle) -> None:
    enter(core)
    assert core.post("/api/windows/2/open", {"clerk": "0301"}, role=Role.SUPERVISOR).body["clerk"] == "0301"
    assert core.post("/api/windows/2/open", {"clerk": "0999"}).body["key"] == "clerk.unknown"
    clerk = core.token(Role.CLERK, 1, "0302")
    assert core.post("/api/windows/1/open", {"clerk": "0301"}, token=clerk).status == 403
    assert core.post("/api/windows/1/open", {"clerk": "0302"}, token=clerk).body["clerk"] == "0302"


def test_a_clerk_s_sign_out_is_told_as_the_clerk_s(core: CoreHandle) -> None:
    token = sign_in(core)
    core.post("/api/windows/1/open", token=token)
    core.post("/api/sign-out", token=token)
    closed = all_events(core)[-1]
    assert (closed.kind.value, closed.window, closed.data["by"]) == ("window.closed", 1, "clerk:0301")


@pytest.mark.parametrize("pin", ["123", "x" * 65])
def test_a_pin_has_a_length(shared_core: CoreHandle, pin: str) -> None:
    assert enter(shared_core, pin=pin).status == 422


def test_who_had_no_answer_asks_whether_it_was_done(core: CoreHandle) -> None:
    token = sign_in(core)
    core.post("/api/windows/1/open", token=token, key="opened")
    assert core.post("/api/settle", {"key": "opened"}, token=token).body == {"done": True}
    assert core.post("/api/windows/1/open", token=token, key="opened").status == 200, "it stays so"


def test_what_was_not_done_when_it_was_asked_about_is_not_done_later(core: CoreHandle) -> None:
    token = sign_in(core)
    for _ in range(2):
        assert core.post("/api/settle", {"key": "lost"}, token=token).body == {"done": False}
    late = core.post("/api/windows/1/open", token=token, key="lost")
    assert (late.status, late.body["key"]) == (422, "idempotency.key_reused")
    assert not any(event.window for event in all_events(core))
