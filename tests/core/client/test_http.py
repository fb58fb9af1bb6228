"""Asking a real core over HTTP, also through a line that loses answers."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.client.http import CoreHttp, read_reply
from core.client.reply import Answer, Refused, Reply, Unreachable
from core.client.steady import steady_s
from core.domain.people import Role
from tests.support.proxy import Proxy, losing_proxy
from tests.support.running_core import CoreHandle

Asking = Callable[[str, str], CoreHttp]
TAKE = {"queue": "insurance"}


@pytest.fixture
def proxy(core: CoreHandle) -> Iterator[Proxy]:
    with losing_proxy(core.url) as found:
        yield found


@pytest.fixture
def deaf() -> Iterator[str]:
    """An address that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def replied(qtbot: QtBot, replies: list[Reply], count: int = 1) -> Reply:
    qtbot.waitUntil(lambda: len(replies) >= count, timeout=30_000)
    return replies[-1]


def test_an_answer_is_the_cores_json(core: CoreHandle, asking: Asking, qtbot: QtBot) -> None:
    replies: list[Reply] = []
    asking(core.url, core.token(Role.SCREEN)).get("/api/hall", replies.append)
    reply = replied(qtbot, replies)
    assert isinstance(reply, Answer)
    assert reply.body["id"] == "lhasa-like"


def test_a_refusal_has_its_key_and_values(core: CoreHandle, asking: Asking, qtbot: QtBot) -> None:
    replies: list[Reply] = []
    asking(core.url, core.token(Role.ADMIN)).post("/api/windows/1/call-next", None, replies.append)
    assert replied(qtbot, replies) == Refused("window.not_open", {"window": 1, "status": "closed"}, 409)


@pytest.mark.parametrize(
    ("role", "key", "status"), [(None, "auth.required", 401), (Role.SCREEN, "auth.denied", 403)]
)
def test_who_may_not_is_told_so_at_once(
    core: CoreHandle, asking: Asking, qtbot: QtBot, role: Role | None, key: str, status: int
) -> None:
    replies: list[Reply] = []
    http = asking(core.url, core.token(role) if role else "nonsense")
    http.post("/api/tickets", TAKE, replies.append)
    reply = replied(qtbot, replies)
    assert isinstance(reply, Refused)
    assert (reply.key, reply.status) == (key, status)


def test_another_token_counts_from_the_next_request_on(
    core: CoreHandle, asking: Asking, qtbot: QtBot
) -> None:
    replies: list[Reply] = []
    http = asking(core.url, "")
    http.put("/api/clerks/0301", {"name": "窗口一", "pin": "2468"}, replies.append)
    assert isinstance(replied(qtbot, replies), Refused)
    http.set_token(core.token(Role.ADMIN))
    http.put("/api/clerks/0301", {"name": "窗口一", "pin": "2468"}, replies.append)
    assert isinstance(replied(qtbot, replies, 2), Answer)


@pytest.mark.parametrize("keep", [0, 20, 300], ids=["nothing", "a piece of the head", "a piece of the body"])
@pytest.mark.parametrize("lose", [1, 3])
def test_a_lost_answer_is_asked_for_again_and_makes_one_ticket(
    core: CoreHandle, proxy: Proxy, asking: Asking, qtbot: QtBot, lose: int, keep: int
) -> None:
    proxy.lose, proxy.keep = lose, keep
    replies: list[Reply] = []
    asking(proxy.url, core.token(Role.KIOSK)).post("/api/tickets", TAKE, replies.append)
    reply = replied(qtbot, replies)
    assert isinstance(reply, Answer)
    assert reply.body["number"] == "A001"
    assert proxy.lose == 0
    assert core.post("/api/tickets", TAKE).body["number"] == "A002"
    keys = {line for data in proxy.requests for line in data.split(b"\r\n") if b"dempotency-" in line}
    assert len(keys) == 1
    assert len(replies) == 1


def test_two_requests_have_two_keys(core: CoreHandle, proxy: Proxy, asking: Asking, qtbot: QtBot) -> None:
    replies: list[Reply] = []
    http = asking(proxy.url, core.token(Role.KIOSK))
    for _ in range(2):
        http.post("/api/tickets", TAKE, replies.append)
    replied(qtbot, replies, 2)
    numbers = {reply.body["number"] for reply in replies if isinstance(reply, Answer)}
    assert numbers == {"A001", "A002"}


def test_where_every_answer_is_lost_it_is_not_known_whether_it_was_done(
    core: CoreHandle, proxy: Proxy, asking: Asking, qtbot: QtBot
) -> None:
    proxy.lose = 1000
    replies: list[Reply] = []
    asking(proxy.url, core.token(Role.KIOSK)).post("/api/tickets", TAKE, replies.append)
    assert isinstance(replied(qtbot, replies), Unreachable)


def test_a_core_that_does_not_answer_is_given_up(
    asking: Asking, qtbot: QtBot, deaf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.http.TRANSFER_TIMEOUT_MS", 50)
    replies: list[Reply] = []
    asking(deaf, "x").get("/api/hall", replies.append)
    assert isinstance(replied(qtbot, replies), Unreachable)


def test_no_core_at_all_is_unreachable(asking: Asking, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    replies: list[Reply] = []
    asking(url, "x").get("/api/hall", replies.append)
    assert isinstance(replied(qtbot, replies), Unreachable)


def test_who_closed_is_not_called_back(
    core: CoreHandle, asking: Asking, qtbot: QtBot, deaf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither by an abandoned request, nor by one that waits to be asked again, nor by a later one."""
    monkeypatch.setattr("core.client.http.TRANSFER_TIMEOUT_MS", 20)
    closed: list[Reply] = []
    others: list[Reply] = []
    http = asking(deaf, "x")
    http.get("/api/hall", closed.append)
    http.post("/api/tickets", TAKE, closed.append)
    qtbot.waitUntil(lambda: not http._under_way, timeout=30_000)
    http.get("/api/hall", closed.append)
    http.close()
    http.get("/api/hall", closed.append)
    # Another asker goes through all its attempts meanwhile: longer than the closed one could have needed.
    asking(deaf, "x").get("/api/hall", others.append)
    replied(qtbot, others)
    assert closed == []


@pytest.mark.parametrize(
    ("status", "body", "reply"),
    [
        (200, b'{"a": 1}', Answer({"a": 1})),
        (204, b"", Answer({})),
        (409, json.dumps({"key": "k.x", "params": {"n": 1}}).encode(), Refused("k.x", {"n": 1}, 409)),
        (404, b"{}", Refused("error.unknown", {}, 404)),
        (200, b"<html>", Refused("error.unknown", {"detail": "<html>"}, 200)),
        (502, b"[1]", Refused("error.unknown", {"detail": "[1]"}, 502)),
    ],
)
def test_what_an_http_answer_means(status: int, body: bytes, reply: Reply) -> None:
    assert read_reply(status, body) == reply


def test_who_asks_may_be_gone_at_any_moment_of_the_asking(core: CoreHandle, qtbot: QtBot) -> None:
    """Qt crashed within a few dozen of these when each asker had a network access of its own."""
    token, replies = core.token(Role.SCREEN), list[Reply]()
    for moment_ms in list(range(12)) * 25:
        http = CoreHttp(core.url, token)
        http.get("/api/hall", replies.append)
        qtbot.wait(moment_ms)
        http.close()
        del http
    last: list[Reply] = []
    http = CoreHttp(core.url, token)
    http.get("/api/hall", last.append)
    assert isinstance(replied(qtbot, last), Answer)
    assert replies
    http.close()


def test_what_was_asked_before_the_machine_slept_is_not_asked_again(
    asking: Asking, qtbot: QtBot, core: CoreHandle, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A visitor is not called because somebody opens the lid of a machine after lunch."""
    replies: list[Reply] = []
    proxy.lose = 1
    asking(proxy.url, core.token(Role.KIOSK)).post("/api/tickets", TAKE, replies.append)
    asked = steady_s()
    monkeypatch.setattr("core.client.http.steady_s", lambda: asked + 3600)
    assert isinstance(replied(qtbot, replies), Unreachable)
    assert len([each for each in proxy.requests if each.startswith(b"POST")]) == 1
