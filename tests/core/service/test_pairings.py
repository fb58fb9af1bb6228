"""A screen shows a code, a supervisor says what it is, and nobody else gets its token."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from core.domain.errors import PairingEnded, PairingsFull, PairingUnknown
from core.domain.people import Role
from core.service.pairings import MOST, OF_AN_ADDRESS, SILENT_S, Pairings, PairingState
from core.service.tokens import Tokens
from tests.support.running_core import CoreHandle, Reply


def ask(core: CoreHandle, body: dict[str, Any] | None = None) -> dict[str, Any]:
    asked = core.ask("POST", "/api/pairings", body or {})
    assert asked.status == 201
    answer: dict[str, Any] = asked.body
    return answer


def look(core: CoreHandle, asked: dict[str, Any], *, claim: str | None = None) -> Reply:
    return core.ask("GET", f"/api/pairings/{asked['code']}", token=claim or asked["claim"])


def test_a_screen_joins_by_its_code(shared_core: CoreHandle) -> None:
    asked = ask(shared_core, {"machine": "tv-west"})
    assert re.fullmatch(r"\d{6}", asked["code"])
    assert look(shared_core, asked).body == {"state": "waiting", "name": "", "shows": "", "token": None}
    waiting = shared_core.ask("GET", "/api/pairings", token=shared_core.token(Role.SUPERVISOR)).body[
        "pairings"
    ]
    mine = next(each for each in waiting if each["code"] == asked["code"])
    assert (mine["kind"], mine["machine"], mine["address"]) == ("screen", "tv-west", "127.0.0.1")

    said = {"name": "hall-west", "shows": "zone:social"}
    # Typed as it is shown, in two groups.
    grouped = f"{asked['code'][:3]}%20{asked['code'][3:]}"
    approved = shared_core.post(f"/api/pairings/{grouped}/approve", said, role=Role.SUPERVISOR)
    assert (approved.status, approved.body["token"]) == (200, None)
    told = look(shared_core, asked).body
    assert (told["state"], told["name"], told["shows"]) == ("approved", "hall-west", "zone:social")
    grant = shared_core.data.tokens().read(told["token"])
    assert (grant.role, grant.subject, grant.expires) == (Role.SCREEN, "hall-west", None)
    assert shared_core.ask("GET", "/api/hall", token=told["token"]).status == 200
    # Who lost the answer asks again.
    assert look(shared_core, asked).body == told
    waiting = shared_core.ask("GET", "/api/pairings", token=shared_core.token(Role.ADMIN)).body["pairings"]
    assert asked["code"] not in {each["code"] for each in waiting}


def test_a_kiosk_joins_too(shared_core: CoreHandle) -> None:
    asked = ask(shared_core, {"kind": "kiosk"})
    shared_core.post(f"/api/pairings/{asked['code']}/approve", {"name": "取号机一"})
    assert shared_core.data.tokens().read(look(shared_core, asked).body["token"]).role is Role.KIOSK


@pytest.mark.parametrize("claim", ["", "of somebody who read the code"])
def test_who_reads_the_code_off_the_screen_gets_no_token(shared_core: CoreHandle, claim: str) -> None:
    asked = ask(shared_core)
    shared_core.post(f"/api/pairings/{asked['code']}/approve", {"name": "hall-west", "shows": "hall"})
    seen = shared_core.ask("GET", f"/api/pairings/{asked['code']}", token=claim or None)
    assert (seen.status, seen.body["state"], seen.body["token"]) == (200, "approved", None)


def test_an_answer_stands(shared_core: CoreHandle) -> None:
    asked = ask(shared_core)
    path = f"/api/pairings/{asked['code']}"
    assert shared_core.post(f"{path}/approve", {"name": "a", "shows": "hall"}).status == 200
    assert shared_core.post(f"{path}/approve", {"name": "a", "shows": "hall"}).status == 200
    again = shared_core.post(f"{path}/approve", {"name": "b", "shows": "hall"})
    assert (again.status, again.body["key"], again.body["params"]["name"]) == (409, "pairing.ended", "a")
    assert shared_core.post(f"{path}/refuse").body["key"] == "pairing.ended"

    other = ask(shared_core)
    refused = f"/api/pairings/{other['code']}"
    assert shared_core.post(f"{refused}/refuse").body["state"] == "refused"
    assert look(shared_core, other).body["state"] == "refused"
    assert (
        shared_core.post(f"{refused}/approve", {"name": "a", "shows": "hall"}).body["key"] == "pairing.ended"
    )


@pytest.mark.parametrize("role", [Role.CLERK, Role.GUIDE, Role.SCREEN, Role.KIOSK, Role.GATEWAY])
def test_nobody_else_lets_machines_in(shared_core: CoreHandle, role: Role) -> None:
    asked = ask(shared_core)
    token = shared_core.token(role, 1)
    path = f"/api/pairings/{asked['code']}"
    assert shared_core.ask("POST", f"{path}/approve", {"name": "a"}, token=token).status == 403
    assert shared_core.ask("POST", f"{path}/refuse", token=token).status == 403
    assert shared_core.ask("GET", "/api/pairings", token=token).status == 403
    assert look(shared_core, asked).body["state"] == "waiting"


@pytest.mark.parametrize(
    "body", [{"kind": "admin"}, {"machine": "x" * 65}, {"machine": "\x00"}, {"token": "x"}]
)
def test_what_is_no_machine_is_refused(shared_core: CoreHandle, body: dict[str, Any]) -> None:
    assert shared_core.ask("POST", "/api/pairings", body).body["key"] == "request.invalid"


def test_a_code_that_nobody_shows(shared_core: CoreHandle) -> None:
    seen = shared_core.ask("GET", "/api/pairings/none")
    assert (seen.status, seen.body["key"]) == (404, "pairing.unknown")
    assert shared_core.post("/api/pairings/none/approve", {"name": "a"}).body["key"] == "pairing.unknown"


@pytest.mark.parametrize(
    ("shows", "kind", "found"),
    [
        ("", "screen", "nobody-described-it"),
        ("zone:moon", "zone", "moon"),
        ("hall, window:999", "window", "999"),
        ("west-door", "screen", "west-door"),
        ("window:", "words", "window:"),
        ("hall,,", "words", ""),
        ("zone", "words", "zone"),
    ],
)
def test_a_screen_is_not_told_to_show_what_the_hall_does_not_have(
    shared_core: CoreHandle, shows: str, kind: str, found: str
) -> None:
    asked = ask(shared_core)
    said = {"name": "nobody-described-it", "shows": shows}
    refused = shared_core.post(f"/api/pairings/{asked['code']}/approve", said)
    assert (refused.status, refused.body["key"]) == (409, "pairing.shows_refused")
    assert refused.body["params"] == {"kind": kind, "found": found}
    assert look(shared_core, asked).body["state"] == "waiting"


class Desk:
    """Pairings, and the clock by which they are forgotten."""

    def __init__(self) -> None:
        self.s = 0.0
        self.all = Pairings(
            Tokens("secret"), clock=lambda: self.s, now=lambda: datetime(2026, 11, 23, tzinfo=UTC)
        )

    def ask(self, address: str = "10.0.0.1") -> tuple[str, str]:
        asked, claim = self.all.ask(Role.SCREEN, "", address)
        return asked.code, claim


def test_a_screen_that_asks_is_kept_and_one_that_went_away_is_forgotten() -> None:
    desk = Desk()
    stays, claim = desk.ask()
    goes, _ = desk.ask()
    for _ in range(100):
        desk.s += SILENT_S / 2
        assert desk.all.look(stays, claim)[1]
    with pytest.raises(PairingUnknown):
        desk.all.look(goes, None)
    assert [each.code for each in desk.all.all()] == [stays]


def test_who_only_looks_keeps_no_code_alive() -> None:
    desk = Desk()
    code, _ = desk.ask()
    desk.s += SILENT_S * 0.9
    assert desk.all.look(code, "wrong") == (desk.all.all()[0], False)
    desk.s += SILENT_S * 0.2
    with pytest.raises(PairingUnknown):
        desk.all.look(code, None)


def test_nobody_fills_the_list() -> None:
    desk = Desk()
    for _ in range(OF_AN_ADDRESS):
        desk.ask()
    with pytest.raises(PairingsFull) as full:
        desk.ask()
    assert full.value.params["retry_s"] == SILENT_S
    codes = {desk.ask(f"10.0.1.{each}")[0] for each in range(MOST - OF_AN_ADDRESS)}
    assert len(codes) == MOST - OF_AN_ADDRESS
    with pytest.raises(PairingsFull):
        desk.ask("10.0.2.1")
    desk.s += SILENT_S + 1
    desk.ask("10.0.2.1")


def test_a_refused_machine_is_not_let_in_afterwards() -> None:
    desk = Desk()
    code, claim = desk.ask()
    desk.all.refuse(code)
    with pytest.raises(PairingEnded):
        desk.all.approve(code, "a")
    assert desk.all.look(code, claim)[0].state is PairingState.REFUSED
