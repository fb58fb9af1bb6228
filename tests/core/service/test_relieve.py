"""A supervisor signs a clerk out, or moves the clerk to another window; rights that were changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.domain.errors import AuthRequired
from core.domain.people import Role
from core.service.given_back import GivenBack, Taken
from core.service.tokens import Grant
from tests.support.halls import lhasa_like
from tests.support.on_disk import all_events
from tests.support.running_core import CoreHandle, Reply, core_in_thread

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SHIFT = timedelta(hours=16)


def enter(core: CoreHandle, clerk: str, role: str = "clerk") -> None:
    body = {"name": clerk, "role": role, "pin": "2468"}
    assert core.ask("PUT", f"/api/clerks/{clerk}", body, token=core.token(Role.ADMIN)).status == 200


def sign_in(core: CoreHandle, clerk: str, window: int) -> str:
    told = core.ask("POST", "/api/sign-in", {"clerk": clerk, "pin": "2468", "window": window})
    token: str = told.body["token"]
    return token


def relieve(core: CoreHandle, window: int, role: Role = Role.SUPERVISOR, **body: Any) -> Reply:
    return core.post(f"/api/windows/{window}/relieve", body, role=role)


def window(core: CoreHandle, number: int) -> dict[str, Any]:
    found: list[dict[str, Any]] = core.get("/api/windows").body["windows"]
    return next(each for each in found if each["number"] == number)


def test_a_clerk_is_signed_out_moved_and_given_other_rights_and_nobody_is_lost(tmp_path: Path) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core:
        for clerk in ("0301", "0302"):
            enter(core, clerk)
        first, twice = sign_in(core, "0301", 1), sign_in(core, "0301", 1)
        core.post("/api/windows/1/open", token=first)
        number = core.post("/api/tickets", {"queue": "insurance"}).body["number"]
        core.post("/api/windows/1/call-next", token=first)

        # The visitor stays; both of the clerk's machines are out, and the answer says who stays.
        left = relieve(core, 1)
        assert (left.body["signed_out"], left.body["visitor"], left.body["status"]) == (
            "0301",
            number,
            "open",
        )
        told = all_events(core)[-1]
        assert (told.kind.value, told.data["signed_out"], told.data["clerk"]) == (
            "window.opened",
            "0301",
            None,
        )
        for token in (first, twice):
            refused = core.post("/api/windows/1/finish", token=token)
            assert (refused.status, refused.body["key"]) == (401, "auth.required")
            assert refused.body["params"] == {"why": "relieved", "window": 1, "to": None}
        assert window(core, 1)["ticket"]["number"] == number

        # In the very next second the same clerk, or another one, signs in there and goes on.
        again = sign_in(core, "0302", 1)
        core.post("/api/windows/1/open", token=again)
        assert core.post("/api/windows/1/finish", token=again).status == 200

        # Another window's clerk is not sent where somebody is; an empty window's nobody is not sent at all.
        other = sign_in(core, "0301", 2)
        core.post("/api/windows/2/open", token=other)
        assert relieve(core, 2, to=1).body["key"] == "window.taken"
        assert relieve(core, 4, to=2).body["key"] == "window.unstaffed"
        assert core.post("/api/windows/2/pause", {"reason": "break"}, token=other).status == 200
        moved = relieve(core, 2, to=4)
        assert (moved.body["status"], moved.body["visitor"]) == ("closed", None)
        assert (told := all_events(core)[-1]).kind.value == "window.closed"
        assert (told.data["sent_to"], told.data["by"]) == (4, "supervisor:test")
        there = sign_in(core, "0301", 4)
        assert core.post("/api/windows/4/open", token=there).body["clerk"] == "0301"

        # Who has another role signs in again; the same role leaves the token as it is.
        enter(core, "0302")
        assert core.post("/api/windows/1/open", token=again).status == 200
        enter(core, "0302", "guide")
        refused = core.post("/api/windows/1/open", token=again)
        assert refused.body["params"] == {"why": "role_changed"}
    with core_in_thread(lhasa_like(), tmp_path) as core:
        assert core.post("/api/windows/1/open", token=again).status == 401, "also after a restart"
        assert core.post("/api/windows/2/open", token=other).body["params"]["to"] == 4
        assert core.post("/api/windows/4/open", token=there).status == 200


@pytest.mark.parametrize("role", [Role.CLERK, Role.GUIDE, Role.KIOSK, Role.SCREEN])
def test_nobody_else_signs_a_clerk_out(shared_core: CoreHandle, role: Role) -> None:
    assert relieve(shared_core, 1, role).status == 403


def test_a_window_that_is_not_there_has_no_clerk(shared_core: CoreHandle) -> None:
    assert relieve(shared_core, 99).body["key"] == "window.unknown"
    assert relieve(shared_core, 1, to=99).body["key"] == "window.unknown"


def test_the_same_press_again_signs_out_nobody_who_came_since(core: CoreHandle) -> None:
    enter(core, "0301")
    core.post("/api/windows/1/open", token=sign_in(core, "0301", 1))
    assert core.post("/api/windows/1/relieve", {}, role=Role.SUPERVISOR, key="k1").status == 200
    again = sign_in(core, "0301", 1)
    core.post("/api/windows/1/open", token=again)
    assert core.post("/api/windows/1/relieve", {}, role=Role.SUPERVISOR, key="k1").status == 200
    assert core.post("/api/windows/1/pause", {"reason": "break"}, token=again).status == 200


def grant(role: Role = Role.CLERK, window: int | None = 3, ends: datetime | None = NOW + SHIFT) -> Grant:
    return Grant(role, "0301", window, ends, "t1")


@pytest.mark.parametrize(
    ("taken", "whose", "holds"),
    [
        (Taken(NOW + SHIFT, window=3), grant(), False),
        (Taken(NOW + SHIFT, window=3), grant(ends=NOW + SHIFT + timedelta(seconds=1)), True),
        (Taken(NOW + SHIFT, window=3), grant(window=4), True),
        (Taken(NOW + SHIFT, window=3), grant(Role.SUPERVISOR), True),
        (Taken(NOW + SHIFT, window=3), grant(ends=None), True),
        (Taken(NOW + SHIFT, clerk="0301"), grant(Role.SUPERVISOR, None), False),
        (Taken(NOW + SHIFT, clerk="0/1"), grant(), True),
    ],
)
def test_tokens_are_taken_back_by_what_they_have_in_common(taken: Taken, whose: Grant, holds: bool) -> None:
    given_back = GivenBack([taken.token])
    if holds:
        given_back.check(whose)
    else:
        with pytest.raises(AuthRequired):
            given_back.check(whose)
    assert given_back.ends(whose.role, whose.subject, whose.window, NOW + SHIFT) >= NOW + SHIFT


def test_who_comes_back_in_the_same_second_can_be_taken_back_in_it_too() -> None:
    given_back = GivenBack([])
    for taken in (Taken(NOW + SHIFT, window=3), Taken(NOW + SHIFT, clerk="0302")):
        given_back.add(taken.token)
    again = grant(ends=given_back.ends(Role.CLERK, "0301", 3, NOW + SHIFT))
    given_back.check(again)
    given_back.add(Taken(given_back.latest(NOW + SHIFT), clerk="0301").token)
    with pytest.raises(AuthRequired):
        given_back.check(again)
