"""Whatever is sent, the service answers as its description says: a real core process, every call, every role.

``HALLCALL_EXAMPLES`` in the environment asks for so many requests of each kind, new ones each time. Without
it only an administrator sends every call both as it is described and wrong; the others either, in turn.
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
from tests.support.described_core import bring_about, knowing
from tests.support.rotation import turn
from tests.support.running_core import CoreHandle, CoreProcess

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = int(os.environ.get("HALLCALL_EXAMPLES", "2"))
EVERYTHING = "HALLCALL_EXAMPLES" in os.environ
IN_TURN = ("described", "wrong")
"""Of these one is left out, another for each call."""
BOUNDED = settings(
    max_examples=EXAMPLES,
    derandomize=not EVERYTHING,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
Operation = APIOperation[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """A core with some people in it, and what its description says.

    Attributes:
        described: Its calls as they are described.
        known: The same calls with names that the hall knows.
        window: The clerk's.
    """

    core: CoreHandle
    described: list[Operation]
    known: list[Operation]
    window: int

    def headers(self, who: str) -> dict[str, str]:
        """Return what somebody sends along: a token that nobody has given back yet."""
        if who == "nobody":
            return {}
        window, subject = (self.window, "0301") if who == "clerk" else (None, who)
        return {"Authorization": f"Bearer {self.core.token(Role(who), window, subject)}"}


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A core on a shipped hall, with tickets in every state."""
    folder = tmp_path_factory.mktemp("schemathesis")
    # Nobody waits half a minute here before somebody is passed.
    hall_file = folder / "yuzhong.toml"
    hall_file.write_text(
        resolve("yuzhong").read_text("utf-8").replace("pass_after_s = 30", "pass_after_s = 0")
    )
    process = CoreProcess(str(hall_file), folder / "data")
    try:
        core = process.start()
        core.ask("PUT", "/api/clerks/0301", {"name": "一号", "pin": "2468"}, token=core.token(Role.ADMIN))
        window = core.get("/api/hall").body["windows"][0]["number"]
        described = core.ask("GET", "/openapi.json").body
        known = knowing(described, bring_about(core, window))
        yield Target(core, _operations(described, core.url), _operations(known, core.url), window)
    finally:
        process.stop()


def _operations(description: Any, url: str) -> list[Operation]:
    """Return the calls of a description; who has signed out can do nothing more, so that comes last."""
    schema = schemathesis.openapi.from_dict(description)
    schema.config.update(base_url=url)
    operations = [_readable(each) for each in schema.get_all_operations()]
    return sorted(operations, key=lambda each: each.path == "/api/sign-out")


def _readable(found: Ok[Operation] | Err[Any]) -> Operation:
    assert isinstance(found, Ok), found
    return found.ok()


@pytest.mark.parametrize("who", ["admin", "clerk", "kiosk", "gateway", "nobody"])
@pytest.mark.parametrize("sent", ["known", "described", "wrong"])
def test_every_answer_is_as_described(target: Target, who: str, sent: str) -> None:
    headers = target.headers(who)
    mode = GenerationMode.NEGATIVE if sent == "wrong" else GenerationMode.POSITIVE
    with requests.Session() as session:
        for operation in target.known if sent == "known" else target.described:
            # Nothing can be wrong with a request that says nothing.
            if sent == "wrong" and not (operation.body or operation.query or operation.path_parameters):
                continue
            if who != "admin" and not EVERYTHING and sent == IN_TURN[turn(f"{who} {operation.label}", 2)]:
                continue

            @BOUNDED
            @given(case=operation.as_strategy(generation_mode=mode))
            def answers(case: Case[Any]) -> None:
                response = case.call(session=session, headers=headers)
                case.validate_response(response, checks=CHECKS)

            answers()
