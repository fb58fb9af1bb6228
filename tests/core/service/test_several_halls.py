"""Two halls' cores on one database: no route of one reaches what is the other's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from core.domain.people import Role
from core.service.access import ACCESS
from tests.support.following import following
from tests.support.halls import lhasa_like
from tests.support.postgres import server
from tests.support.running_core import CoreHandle, core_in_thread

BODIES: dict[str, Any] = {
    "transfer": {"queue": "food"},
    "class": {"class": "elderly"},
    "/slip": {"state": "printed"},
    "/api/ratings/{track}": {"level": 5},
    "PUT": {"name": "another", "role": "clerk"},
}


@dataclass(frozen=True)
class Two:
    """A hall with a ticket and a clerk, and the core of another hall on the same database."""

    first: CoreHandle
    second: CoreHandle
    ticket: dict[str, Any]

    def ids(self) -> dict[str, str]:
        return {
            "ticket": self.ticket["id"],
            "track": self.ticket["track"],
            "booking": "1234",
            "clerk": "0301",
        }


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    url = server().lend()
    other = replace(lhasa_like(), id="other-hall")
    one, another = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    with (
        core_in_thread(lhasa_like(), one, database=url) as first,
        core_in_thread(other, another, database=url) as second,
    ):
        ticket = first.post("/api/tickets", {"queue": "insurance"}, key="the same")
        assert ticket.status == 201
        clerk = {"name": "窗口", "role": "clerk", "pin": "1234"}
        assert first.ask("PUT", "/api/clerks/0301", clerk, token=first.token(Role.ADMIN)).status == 200
        yield Two(first, second, ticket.body)
    server().take_back(url)


WITH_IDS = sorted(
    (method, path)
    for method, path in ACCESS
    if any(f"{{{name}}}" in path for name in ("ticket", "track", "booking", "clerk"))
)


@pytest.mark.parametrize(("method", "path"), WITH_IDS)
def test_an_id_of_another_hall_is_unknown(two: Two, method: str, path: str) -> None:
    before = two.first.get(f"/api/tickets/{two.ticket['id']}").body
    body = next((each for name, each in BODIES.items() if path.endswith(name) or method == name), None)
    roles = ACCESS[(method, path)]
    token = two.second.token(Role.ADMIN if roles is None or Role.ADMIN in roles else next(iter(roles)))
    asked = two.second.ask(method, path.format(**two.ids()), body, token=token)
    assert asked.status == 404, (asked.status, asked.body)
    assert two.first.get(f"/api/tickets/{two.ticket['id']}").body == before


@pytest.mark.parametrize(
    ("act", "body"),
    [("call", {"ticket": "", "reason": "urgent"}), ("resume", {"ticket": ""})],
)
def test_a_window_reaches_no_ticket_of_another_hall(two: Two, act: str, body: dict[str, Any]) -> None:
    two.second.post("/api/windows/1/open")
    asked = two.second.post(f"/api/windows/1/{act}", body | {"ticket": two.ticket["id"]})
    assert asked.status == 404, asked.body
    two.second.post("/api/windows/1/close")


def test_lists_and_lines_show_the_own_hall_only(two: Two) -> None:
    assert two.second.get(f"/api/tickets?number={two.ticket['number']}").body == {"tickets": []}
    assert two.second.get("/api/clerks").body == {"clerks": []}
    assert {each["waiting"] for each in two.second.get("/api/queues").body["queues"]} == {0}
    assert two.second.post("/api/windows/1/open").status == 200
    assert two.second.post("/api/windows/1/call-next").body["ticket"] is None
    assert {each["ticket"] for each in two.second.get("/api/windows").body["windows"]} == {None}
    two.second.post("/api/windows/1/close")


def test_a_key_used_in_another_hall_is_a_new_one_here(two: Two) -> None:
    here = two.second.post("/api/tickets", {"queue": "insurance"}, key="the same")
    assert here.status == 201
    assert here.body["id"] != two.ticket["id"]
    assert here.body["number"] == two.ticket["number"], "each hall counts for itself"
    assert two.second.post(f"/api/tickets/{here.body['id']}/cancel").status == 200


def test_a_feed_tells_the_own_hall_only(two: Two) -> None:
    with following(two.second) as feed:
        assert two.first.post("/api/tickets", {"queue": "food"}).status == 201
        here = two.second.post("/api/tickets", {"queue": "food"})
        heard = feed.next()
        assert (heard["ticket"], heard["seq"]) == (here.body["id"], feed.first["seq"] + 1)


def test_a_clerk_and_a_token_of_another_hall_are_nobody_here(two: Two) -> None:
    signed_in = {"clerk": "0301", "pin": "1234", "window": 1}
    assert two.first.ask("POST", "/api/sign-in", signed_in).status == 200
    assert two.second.ask("POST", "/api/sign-in", signed_in).status == 401
    assert two.second.ask("GET", "/api/queues", token=two.first.token(Role.ADMIN)).status == 401


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/tickets/%00", 422), ("/api/tickets?number=%00", 200), ("/api/tickets/%ED%A0%80", 404)],
)
def test_what_no_text_of_the_database_may_hold_is_no_failure(two: Two, path: str, status: int) -> None:
    assert two.second.get(path).status == status
