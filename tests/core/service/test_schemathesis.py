"""Whatever is sent, the service answers as its description says: a real core process, every call, every role.

``HALLCALL_EXAMPLES`` in the environment asks for so many requests of each kind, new ones each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.result import Err, Ok
from schemathesis.schemas import APIOperation

from core.domain.people import Role
from hallcall.halls import resolve
from tests.support.running_core import CoreHandle, CoreProcess

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = int(os.environ.get("HALLCALL_EXAMPLES", "4"))
BOUNDED = settings(
    max_examples=EXAMPLES,
    derandomize="HALLCALL_EXAMPLES" not in os.environ,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
Operation = APIOperation[Any, Any, Any, Any]
FITS = GenerationMode.POSITIVE
LAST = {("POST", "/api/sign-out"): 1, ("PUT", "/api/hall"): 2}
"""What the other calls would suffer from comes after them."""


@dataclass(frozen=True, slots=True)
class Target:
    """A core with some people in it, and what its description says."""

    core: CoreHandle
    operations: list[Operation]
    tokens: dict[str, str | None]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A core on a shipped hall, with tickets in every state."""
    folder = tmp_path_factory.mktemp("schemathesis")
    # A shipped hall, but nobody waits half a minute before somebody is passed.
    hall_file = folder / "yuzhong.toml"
    hall_file.write_text(
        resolve("yuzhong").read_text("utf-8").replace("pass_after_s = 30", "pass_after_s = 0")
    )
    process = CoreProcess(str(hall_file), folder / "data")
    try:
        core = process.start()
        core.ask("PUT", "/api/clerks/0301", {"name": "一号", "pin": "2468"}, token=core.token(Role.ADMIN))
        window = core.get("/api/hall").body["windows"][0]["number"]
        tokens = {
            "admin": core.token(Role.ADMIN),
            "clerk": core.token(Role.CLERK, window, "0301"),
            "kiosk": core.token(Role.KIOSK),
            "nobody": None,
        }
        schema = _knowing(core.ask("GET", "/openapi.json").body, _known(core, window))
        loaded = schemathesis.openapi.from_dict(schema)
        loaded.config.update(base_url=core.url)
        operations = [_readable(each) for each in loaded.get_all_operations()]
        operations.sort(key=lambda each: LAST.get((each.method.upper(), each.path), 0))
        yield Target(core, operations, tokens)
    finally:
        process.stop()


def _readable(found: Ok[Operation] | Err[Any]) -> Operation:
    assert isinstance(found, Ok), found
    return found.ok()


def _known(core: CoreHandle, window: int) -> dict[str, list[Any]]:
    """Bring tickets into every state and return the names that the hall knows, by what they are called."""
    hall = core.get("/api/hall").body
    queue = hall["windows"][0]["queues"][0]
    taken = [core.post("/api/tickets", {"queue": queue}).body for _ in range(12)]
    at = f"/api/windows/{window}"
    core.post(f"{at}/open", {"clerk": "0301"})
    for act, body in (
        ("finish", None),
        ("pass", None),
        ("suspend", {"kind": "no_papers"}),
        ("suspend", {"kind": "step", "wake_min": 600}),
        ("transfer", {"queue": hall["queues"][1]["id"]}),
        ("start", None),
    ):
        core.post(f"{at}/call-next")
        assert core.post(f"{at}/{act}", body).status == 200, act
    core.post(f"/api/tickets/{taken[-1]['id']}/cancel")
    ids = {
        name: [each["id"] for each in hall[name][:6]] for name in ("queues", "items", "matters", "classes")
    }
    return {
        "ticket": [each["id"] for each in taken],
        "track": [each["track"] for each in taken],
        "number": [each["number"] for each in taken],
        "window": [each["number"] for each in hall["windows"][:4]],
        "queue": ids["queues"],
        "item": ids["items"],
        "matter": ids["matters"],
        "class": ids["classes"],
        "reason": [each["id"] for each in hall["reasons"]],
        "clerk": ["0301"],
        "lang": hall["languages"],
    }


def _knowing(schema: Any, known: dict[str, list[Any]]) -> Any:
    """Return a description in which names may also be those that the hall knows: a request must get far."""
    if isinstance(schema, list):
        return [_knowing(each, known) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {name: _knowing(each, known) for name, each in schema.items()}
    if schema.get("in") in ("path", "query") and schema["name"] in known:
        changed["schema"] = _or_known(schema["schema"], known[schema["name"]])
    if schema.get("additionalProperties") is False and "Body" in str(schema.get("title")):
        for name in changed["properties"].keys() & known.keys():
            changed["properties"][name] = _or_known(schema["properties"][name], known[name])
    return changed


def _or_known(schema: Any, values: list[Any]) -> Any:
    return {"anyOf": [{"enum": values}, schema]} if values else schema


@pytest.mark.parametrize("mode", [FITS, GenerationMode.NEGATIVE], ids=["fits", "does_not"])
@pytest.mark.parametrize("who", ["admin", "clerk", "kiosk", "nobody"])
def test_every_answer_is_as_described(target: Target, who: str, mode: GenerationMode) -> None:
    token = target.tokens[who]
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    # Nothing can be wrong with a request that says nothing.
    operations = [
        each for each in target.operations if mode is FITS or each.body or each.query or each.path_parameters
    ]
    with requests.Session() as session:
        for operation in operations:

            @BOUNDED
            @given(case=operation.as_strategy(generation_mode=mode))
            def answers(case: Case[Any]) -> None:
                response = case.call(session=session, headers=headers)
                case.validate_response(response, checks=CHECKS)

            answers()
