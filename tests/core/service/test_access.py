"""Who may call what."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.routing import APIRoute, APIWebSocketRoute

from core.domain.people import Role
from core.service.access import ACCESS
from core.service.app import CALLS
from core.service.routes import feed
from core.service.tokens import Tokens
from core.web.phone import phone_page
from tests.support.running_core import CoreHandle

ROUTERS = (*(each.router for each in (*CALLS, feed)), phone_page())


def routes() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute):
                found += [(method, route.path) for method in route.methods or ()]
            elif isinstance(route, APIWebSocketRoute):
                found.append(("WS", route.path))
    return found


def test_every_route_is_in_the_table_and_the_table_names_no_other() -> None:
    assert sorted(routes()) == sorted(ACCESS)


def _filled(path: str) -> str:
    return path.replace("{window}", "1").replace("{ticket}", "nope").replace("{clerk}", "9")


@pytest.mark.parametrize(
    ("method", "path"), sorted(key for key, roles in ACCESS.items() if roles is not None)
)
def test_nothing_is_answered_without_a_token(shared_core: CoreHandle, method: str, path: str) -> None:
    if method == "WS":
        return
    reply = shared_core.ask(method, _filled(path), {})
    assert (reply.status, reply.body["key"]) == (401, "auth.required")


def test_each_role_is_refused_what_the_table_does_not_give_it(shared_core: CoreHandle) -> None:
    for (method, path), roles in ACCESS.items():
        for role in set(Role) - (roles or set(Role)):
            reply = shared_core.ask(method, _filled(path), {}, token=shared_core.token(role, 1))
            assert (reply.status, reply.body["key"]) == (403, "auth.denied"), (method, path, role)


def test_a_clerk_may_act_at_the_own_window_only(core: CoreHandle) -> None:
    assert core.post("/api/windows/2/open", role=Role.CLERK, window=1).body["key"] == "auth.denied"
    assert core.post("/api/windows/1/open", role=Role.CLERK, window=1).status == 200
    assert core.post("/api/windows/2/open", role=Role.SUPERVISOR).status == 200


def test_a_token_of_another_hall_is_not_valid(core: CoreHandle) -> None:
    from core.service.tokens import Grant

    other = Tokens("another secret").issue(Grant(Role.ADMIN, "x"))
    assert core.ask("GET", "/api/hall", token=other).body["key"] == "auth.required"


def sign_in(core: CoreHandle, pin: str, window: Any = 1) -> Any:
    return core.ask("POST", "/api/sign-in", {"clerk": "0301", "pin": pin, "window": window}).body


def test_a_clerk_signs_in_with_a_pin_and_works_at_the_window(core: CoreHandle) -> None:
    admin = core.token(Role.ADMIN)
    entered = core.ask("PUT", "/api/clerks/0301", {"name": "窗口一", "pin": "2468"}, token=admin)
    assert entered.status == 200
    signed_in = sign_in(core, "2468")
    assert (signed_in["clerk"], signed_in["window"], signed_in["role"]) == ("0301", 1, "clerk")
    opened = core.post("/api/windows/1/open", token=signed_in["token"])
    assert opened.body["clerk"] == "0301"


def test_a_wrong_pin_and_an_unknown_clerk_are_refused_alike_and_guessing_is_slowed(core: CoreHandle) -> None:
    assert sign_in(core, "0000")["key"] == "sign_in.refused"
    core.ask("PUT", "/api/clerks/0301", {"name": "窗口一", "pin": "2468"}, token=core.token(Role.ADMIN))
    refused = [sign_in(core, "0000")["key"] for _ in range(5)]
    assert refused[-1] == "sign_in.blocked"
    blocked = sign_in(core, "2468")
    assert blocked["key"] == "sign_in.blocked", "the right PIN does not open a blocked clerk either"
    assert 0 < blocked["params"]["retry_s"] <= 60


def test_a_window_that_is_not_there_is_refused_at_sign_in(core: CoreHandle) -> None:
    assert sign_in(core, "1234", 999)["key"] == "window.unknown"
