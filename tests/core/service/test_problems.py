"""Errors leave the service as problems with a stable key."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from core.domain.errors import HallError, NotFound
from core.domain.people import Role
from core.service.access import ACCESS
from core.service.answers import Problem
from core.service.body_limit import BODY_MOST
from core.service.problems import status_of
from tests.support.running_core import CoreHandle


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "key"),
    [
        ("GET", "/api/nowhere", None, 404, "request.not_found"),
        ("DELETE", "/api/tickets", None, 405, "request.method_not_allowed"),
        ("POST", "/api/tickets", {"queue": "no_such"}, 404, "queue.unknown"),
        ("POST", "/api/tickets", {"item": "no_such"}, 404, "item.unknown"),
        ("POST", "/api/tickets", {"queue": "insurance", "class": "king"}, 404, "class.unknown"),
        ("POST", "/api/tickets", {"queue": "insurance", "lang": "fr"}, 404, "language.unknown"),
        ("POST", "/api/tickets", {}, 422, "request.invalid"),
        ("POST", "/api/tickets", {"queue": "insurance", "colour": "red"}, 422, "request.invalid"),
        ("GET", "/api/tickets/none", None, 404, "ticket.unknown"),
        ("POST", "/api/windows/999/call-next", {}, 404, "window.unknown"),
        ("POST", "/api/windows/one/call-next", {}, 422, "request.invalid"),
        ("POST", "/api/windows/1/pause", {"reason": "no_such"}, 404, "reason.unknown"),
    ],
)
def test_what_is_wrong_has_a_key(
    shared_core: CoreHandle, method: str, path: str, body: Any, status: int, key: str
) -> None:
    reply = shared_core.ask(method, path, body, token=shared_core.token(Role.ADMIN))
    assert (reply.status, reply.media_type, reply.body["key"]) == (status, "application/problem+json", key)
    assert reply.body["status"] == status


@pytest.mark.parametrize("path", ["/api/tickets", "/api/sign-in", "/api/windows/1/pause"])
def test_a_body_without_end_is_not_read_to_its_end(shared_core: CoreHandle, path: str) -> None:
    """Nobody has said who asks when a body is read."""
    reply = shared_core.ask("POST", path, {"queue": "x" * BODY_MOST})
    assert (reply.status, reply.body["key"]) == (413, "request.invalid")


def test_what_is_allowed_is_said_with_the_refusal(shared_core: CoreHandle) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(shared_core.url + "/api/health", method="DELETE"))
    with refused.value as answer:
        assert (answer.code, answer.headers["Allow"]) == (405, "GET")


def test_a_request_that_is_no_json_is_refused_in_words(shared_core: CoreHandle) -> None:
    reply = shared_core.ask("POST", "/api/tickets", "just text", token=shared_core.token(Role.ADMIN))
    assert (reply.status, reply.body["key"]) == (422, "request.invalid")
    assert reply.body["params"]["fields"]


def test_a_refused_ticket_costs_no_number(core: CoreHandle) -> None:
    core.post("/api/tickets", {"queue": "insurance", "class": "king"})
    assert core.post("/api/tickets", {"queue": "insurance"}).body["number"] == "A001"


def test_a_repeated_key_gives_the_first_answer(core: CoreHandle) -> None:
    token = core.token(Role.KIOSK)
    first = core.post("/api/tickets", {"queue": "insurance"}, token=token, key="k1")
    again = core.post("/api/tickets", {"queue": "insurance"}, token=token, key="k1")
    assert again == first
    assert core.post("/api/tickets", {"queue": "insurance"}, token=token, key="k2").body["number"] == "A002"


def test_a_key_with_another_request_is_refused(core: CoreHandle) -> None:
    token = core.token(Role.KIOSK)
    core.post("/api/tickets", {"queue": "insurance"}, token=token, key="k1")
    reply = core.post("/api/tickets", {"queue": "license"}, token=token, key="k1")
    assert (reply.status, reply.body["key"]) == (422, "idempotency.key_reused")


def test_the_documentation_needs_no_internet(core: CoreHandle) -> None:
    page = urllib.request.urlopen(core.url + "/docs", timeout=10).read().decode()
    assert "https://" not in page
    schema = json.loads(urllib.request.urlopen(core.url + "/openapi.json", timeout=10).read())
    assert "/api/windows/{window}/call-next" in schema["paths"]


def test_the_documentation_says_how_a_refusal_looks_and_who_may_call(shared_core: CoreHandle) -> None:
    schema = shared_core.ask("GET", "/openapi.json").body
    for path, calls in schema["paths"].items():
        for method, call in calls.items():
            roles = ACCESS[method.upper(), path]
            assert bool(call["security"]) == (roles is not None)
            refused = {status: each for status, each in call["responses"].items() if status >= "400"}
            assert ({"401", "403"} <= refused.keys()) == (roles is not None)
            for status, each in refused.items():
                if (path, status) != ("/api/health", "503"):
                    _must_be_a_problem(each, int(status))
    paused = schema["paths"]["/api/windows/{window}/pause"]["post"]
    assert paused["description"].endswith("For: clerk, supervisor, admin.")
    assert schema["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def _must_be_a_problem(documented: Any, status: int) -> None:
    said = documented["content"]["application/problem+json"]
    assert said["schema"] == {"$ref": "#/components/schemas/Problem"}
    assert said["example"]["status"] == status
    Problem.model_validate(said["example"])
    assert documented["description"]


def test_the_documentation_describes_every_call_parameter_and_body(shared_core: CoreHandle) -> None:
    schema = shared_core.ask("GET", "/openapi.json").body
    tags = {tag["name"] for tag in schema["tags"]}
    for path, calls in schema["paths"].items():
        for method, call in calls.items():
            where = f"{method} {path}"
            assert set(call["tags"]) <= tags, where
            answered = next(each for status, each in call["responses"].items() if status < "300")
            assert all(each["schema"] for each in answered["content"].values()), where
            for parameter in call.get("parameters", ()):
                assert parameter.get("description"), f"{where}: {parameter['name']}"
    bodies = {name: each for name, each in schema["components"]["schemas"].items() if "Body" in name}
    assert all("examples" in body and body["description"] for body in bodies.values())


def test_every_refusal_has_a_key_of_its_own_and_a_status_that_is_documented() -> None:
    refusals = list(_kinds(HallError))
    keys = [each.key for each in refusals if each.key != HallError.key]
    assert len(keys) == len(set(keys)) > 60
    assert {status_of(each.__new__(each)) for each in refusals} == {401, 403, 404, 409, 422, 429}
    assert all(status_of(each.__new__(each)) == 404 for each in refusals if each.key.endswith("unknown"))


def _kinds(kind: type[HallError]) -> Iterator[type[HallError]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("core.") and each is not NotFound:
            yield each
        yield from _kinds(each)
