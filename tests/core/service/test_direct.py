"""The short way answers exactly as FastAPI does, and goes to it where it does not know better."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from core.domain.people import Role
from core.service.app import CALLS, create_app, short_ways, with_short_ways
from core.service.body_limit import BODY_MOST
from core.service.tokens import Grant
from hallcall.data_dir import DataDir
from hallcall.server import open_core
from tests.support.halls import lhasa_like

JSON = {"content-type": "application/json"}
TAKE = b'{"queue": "insurance"}'
WINDOW = "/api/windows/1/"

UNUSUAL: dict[str, tuple[str, str, bytes, dict[str, str]]] = {
    "no token": ("", "/api/tickets", TAKE, JSON),
    "a token that is none": ("Bearer nonsense", "/api/tickets", TAKE, JSON),
    "another scheme": ("Basic abc", "/api/tickets", TAKE, JSON),
    "no body": ("kiosk", "/api/tickets", b"", JSON),
    "half a body": ("kiosk", "/api/tickets", b'{"queue": "insur', JSON),
    "a body that is no object": ("kiosk", "/api/tickets", b"[1]", JSON),
    "a body of null": ("kiosk", "/api/tickets", b"null", JSON),
    "a body too deep": ("kiosk", "/api/tickets", b"[" * 100_000, JSON),
    "a body too long": ("kiosk", "/api/tickets", b" " * (BODY_MOST + 1), JSON),
    "no text": ("kiosk", "/api/tickets", b"\xff\xfe", JSON),
    "a field that is not known": ("kiosk", "/api/tickets", b'{"queue": "insurance", "x": 1}', JSON),
    "a queue that is not there": ("kiosk", "/api/tickets", b'{"queue": "nowhere"}', JSON),
    "no kind of body": ("kiosk", "/api/tickets", TAKE, {}),
    "another kind of body": ("kiosk", "/api/tickets", TAKE, {"content-type": "text/plain"}),
    "a role that may not": ("screen", "/api/tickets", TAKE, JSON),
    "an empty key": ("kiosk", "/api/tickets", TAKE, JSON | {"idempotency-key": ""}),
    "a key too long": ("kiosk", "/api/tickets", TAKE, JSON | {"idempotency-key": "x" * 256}),
    "a key that cannot be printed": ("kiosk", "/api/tickets", TAKE, JSON | {"idempotency-key": "\x7f"}),
    "a window that is no number": ("admin", "/api/windows/one/call-next", b"", JSON),
    "a window that is not there": ("admin", "/api/windows/999/call-next", b"", JSON),
    "a window past all": ("admin", "/api/windows/99999999/call-next", b"", JSON),
    "no window": ("admin", "/api/windows//call-next", b"", JSON),
    "a window that is closed": ("admin", WINDOW + "call-next", b"", JSON),
    "another clerk's window": ("clerk", "/api/windows/2/call-next", b"", JSON),
    "a body where none is asked for": ("admin", WINDOW + "recall", b'{"x": 1}', JSON),
    "half a body where none is asked for": ("admin", WINDOW + "recall", b"{", JSON),
    "a pause without a reason": ("admin", WINDOW + "pause", b"", JSON),
    "an act that is none": ("admin", WINDOW + "dance", b"", JSON),
    "a ticket that is not there": ("admin", "/api/tickets/none/cancel", b"", JSON),
    "a ticket in other letters": ("admin", "/api/tickets/%E5%8F%B7/cancel", b"", JSON),
    "a slip that is not out yet": ("kiosk", "/api/tickets/none/slip", b'{"state": "pending"}', JSON),
    "a slip of nobody": ("kiosk", "/api/tickets/none/slip", b'{"state": "printed"}', JSON),
    "a copy by no printer": ("admin", "/api/tickets/none/reprint", b'{"printer": ""}', JSON),
    "a slash at the end": ("kiosk", "/api/tickets/", TAKE, JSON),
    "a question behind it": ("kiosk", "/api/tickets?x=1", b"{}", JSON),
}


class Told:
    """What two ways answer to one request."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.kind = answer.headers.get("content-type")
        self.challenge = answer.headers.get("www-authenticate")
        self.body: Any = json.loads(answer.content) if answer.content else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and vars(self) == vars(other)

    def __repr__(self) -> str:
        return str(vars(self))


Ask = Callable[[ASGIApp, str, str, bytes, dict[str, str]], Told]


class Counted:
    """An application that notes how often it was asked."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self.state = app.state
        self.asked = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note it and pass it on."""
        self.asked += 1
        await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FastAPI, Ask]]:
    """One core behind both ways, and how they are asked."""
    data = DataDir(tmp_path_factory.mktemp("direct"))
    with asyncio.Runner() as runner:
        opened = open_core(data, lhasa_like())
        core = runner.run(opened.__aenter__())
        app = create_app(lambda: opened)
        app.state.core = core

        def ask(way: ASGIApp, who: str, path: str, body: bytes, headers: dict[str, str]) -> Told:
            given = dict(headers)
            if who in set(Role):
                window = 1 if who == "clerk" else None
                given["authorization"] = f"Bearer {data.tokens().issue(Grant(Role(who), 'test', window))}"
            elif who:
                given["authorization"] = who

            async def once() -> httpx.Response:
                transport = httpx.ASGITransport(app=way, raise_app_exceptions=False)
                async with httpx.AsyncClient(transport=transport, base_url="http://core") as client:
                    return await client.post(path, content=body, headers=given)

            return Told(runner.run(once()))

        yield app, ask
        runner.run(opened.__aexit__(None, None, None))


@pytest.mark.parametrize("case", UNUSUAL)
def test_what_is_unusual_is_answered_in_the_same_words(service: tuple[FastAPI, Ask], case: str) -> None:
    app, ask = service
    request = UNUSUAL[case]
    short = ask(with_short_ways(app), *request)
    assert short == ask(app, *request)
    assert short.status >= 300


def test_what_is_plainly_right_never_comes_to_fastapi(service: tuple[FastAPI, Ask]) -> None:
    app, ask = service
    counted: Any = Counted(app)
    short = with_short_ways(counted)
    taken = ask(short, "kiosk", "/api/tickets", TAKE, JSON | {"idempotency-key": "a key"})
    assert (taken.status, taken.body["number"]) == (201, "A001")
    again = ask(app, "kiosk", "/api/tickets", TAKE, JSON | {"idempotency-key": "a key"})
    assert (again.status, again.body["id"]) == (201, taken.body["id"])
    assert ask(short, "admin", WINDOW + "open", b"", {}).status == 200
    called = ask(short, "admin", WINDOW + "call-next", b"", JSON)
    assert (called.status, called.body["ticket"]["number"]) == (200, "A001")
    assert ask(short, "admin", WINDOW + "finish", b'{"outcome": null}', JSON).status == 200
    assert ask(short, "admin", WINDOW + "close", b"", JSON).status == 200
    assert counted.asked == 0


def test_a_failure_of_ours_is_said_without_a_word_of_it(
    service: tuple[FastAPI, Ask], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app, ask = service

    async def broken(_command: Any) -> Any:
        raise RuntimeError("a secret")

    monkeypatch.setattr(app.state.core, "run", broken)
    answers = [ask(way, "kiosk", "/api/tickets", TAKE, JSON) for way in (with_short_ways(app), app)]
    assert answers[0] == answers[1]
    assert (answers[0].status, answers[0].body["key"]) == (500, "error.unknown")
    assert "secret" not in str(answers[0])
    assert caplog.text.count("POST /api/tickets failed") == 2


def test_every_act_at_a_window_and_every_ticket_has_a_short_way() -> None:
    """One that asks for something the short way does not know is served all the same, slowly."""
    routes = [route for each in CALLS for route in each.router.routes]
    short = set(short_ways().paths)
    acts = {
        each.path
        for each in routes
        if isinstance(each, APIRoute)
        and each.methods == {"POST"}
        and each.path.startswith(("/api/windows", "/api/tickets"))
    }
    assert acts - short == {"/api/windows/{window}/ask-rating", "/api/windows/{window}/rate"}
    assert "/api/tickets" in short
