"""The hall file over the LAN: taken into a running hall, and given back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile import check, load
from core.domain.people import Role
from tests.core.app.hallfile.any_hall import PIN_HASH
from tests.core.app.hallfile.small import MORE, broken
from tests.core.app.hallfile.test_robust import PAIRS, VALUES
from tests.support.following import following
from tests.support.running_core import CoreHandle, Reply, core_in_thread

OPEN = broken('phone = ""', 'phone = ""\nkeeps_hours = false', MORE)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(load(OPEN), tmp_path) as handle:
        yield handle


def put(core: CoreHandle, file: str, key: str | None = None, **moves: str) -> Reply:
    body = {"file": file, "moves": moves}
    return core.ask("PUT", "/api/hall", body, token=core.token(Role.ADMIN, subject="ann"), key=key)


def exported(core: CoreHandle) -> str:
    reply = core.get("/api/hall/file")
    assert (reply.status, reply.media_type) == (200, "application/toml")
    return str(reply.body)


def without_tax(text: str = OPEN) -> str:
    """Return the file without the queue ``tax`` and its items, slots and step."""
    text = broken('\n[[queues]]\nid = "tax"', '\n[[queues]]\nid = "fees"', text)
    return text.replace('"tax"', '"fees"').replace('tiers = "tax;', 'tiers = "fees;')


def take(core: CoreHandle, queue: str) -> dict[str, Any]:
    reply = core.post("/api/tickets", {"queue": queue})
    assert reply.status == 201, reply.body
    body: dict[str, Any] = reply.body
    return body


def test_a_file_becomes_the_hall_and_comes_back_to_the_byte(core: CoreHandle) -> None:
    text = "\ufeff# Ours.\r\n" + OPEN.replace("Small hall", "A small hall").replace("\n", "\r\n")
    reply = put(core, text)
    assert (reply.status, reply.body) == (200, {"changed": True, "moved": [], "warnings": []})
    assert core.get("/api/hall").body["name"]["en"] == "A small hall"
    assert exported(core) == text
    assert put(core, text).body["changed"] is False


def test_a_hall_that_no_file_was_taken_for_is_written_anew(core: CoreHandle) -> None:
    text = exported(core)
    assert load(text) == load(OPEN)
    assert "by hallcall" in text


def test_a_file_with_mistakes_is_refused_with_all_of_them(core: CoreHandle) -> None:
    text = broken('prefix = "A"', 'prefix = "I"', broken('closes = "12:00"', 'closes = "25:00"', OPEN))
    reply = put(core, text)
    assert (reply.status, reply.body["key"]) == (422, "hall.file_invalid")
    assert [each["key"] for each in reply.body["params"]["mistakes"]] == ["hall.bad_prefix", "hall.bad_time"]
    assert reply.body["params"]["mistakes"][0]["line"] == 26
    assert core.get("/api/hall").body["queues"][0]["prefix"] == "A"


def test_whatever_is_wrong_with_a_file_can_be_sent_as_json() -> None:
    for value in VALUES:
        for start, end in PAIRS[::7]:
            for mistake in check(MORE[:start] + value + MORE[end:]):
                json.dumps(dict(mistake.params), allow_nan=False)


def test_people_in_the_way_are_named_and_with_a_move_they_are_taken_along(core: CoreHandle) -> None:
    number = take(core, "tax")["number"]
    reply = put(core, without_tax())
    assert (reply.status, reply.body["key"]) == (409, "hall.in_use")
    (finding,) = reply.body["params"]["findings"]
    assert finding == {"key": "hall.queue_in_use", "params": {"queue": "tax", "tickets": [number]}}
    assert put(core, without_tax(), tax="fees").body["moved"] == [number]
    waiting = {each["id"]: each["waiting"] for each in core.get("/api/queues").body["queues"]}
    assert waiting == {"social": 0, "pension": 0, "fees": 1}
    core.post("/api/windows/9/open")
    assert core.post("/api/windows/9/call-next").body["ticket"]["number"] == number


def test_screens_hear_of_a_new_hall_and_begin_with_it(core: CoreHandle) -> None:
    with following(core) as feed:
        assert put(core, without_tax()).body["changed"] is True
        event = feed.next()
    assert (event["kind"], event["data"]["by"]) == ("hall.changed", "admin:ann")
    with following(core, after=event["seq"] - 1) as feed:
        assert feed.first["kind"] == "snapshot"
        assert [each["id"] for each in feed.first["queues"]] == ["social", "pension", "fees"]


def test_a_repeated_import_is_done_once(core: CoreHandle) -> None:
    text = OPEN.replace("Small hall", "A small hall")
    first, second = put(core, text, key="one"), put(core, text, key="one")
    assert first.body == second.body
    assert first.body["changed"] is True


@pytest.mark.parametrize("body", [{}, {"file": ""}, {"file": 1}, {"file": "x", "moves": {"": "a"}}])
def test_a_body_that_is_none_is_refused(core: CoreHandle, body: dict[str, Any]) -> None:
    reply = core.ask("PUT", "/api/hall", body, token=core.token(Role.ADMIN))
    assert (reply.status, reply.body["key"]) == (422, "request.invalid")


@pytest.mark.parametrize("role", Role)
def test_the_hash_of_a_staff_pin_is_told_to_kiosks_only(core: CoreHandle, role: Role) -> None:
    section = f'\n[kiosk]\nstaff_pin = "{PIN_HASH}"\nvolume = 35\n\n[[kiosks]]\nname = "K1"\nlow = true\n'
    assert put(core, OPEN + section).status == 200
    reply = core.ask("GET", "/api/hall", token=core.token(role, subject="ann"))
    told = [reply.body["kiosk_rules"], reply.body["kiosks"][0]["rules"]]
    assert [each["staff_pin"] for each in told] == [PIN_HASH if role is Role.KIOSK else ""] * 2
    assert [each["volume"] for each in told] == [35, 35]
    # The file has it for whoever may write it, and for nobody else.
    file = core.ask("GET", "/api/hall/file", token=core.token(role, subject="ann"))
    assert (PIN_HASH in str(file.body)) is (role is Role.ADMIN)


def test_no_staff_pin_is_told_without_a_token(core: CoreHandle) -> None:
    assert put(core, OPEN + f'\n[kiosk]\nstaff_pin = "{PIN_HASH}"\n').status == 200
    for path in ("/api/hall", "/api/hall/file", "/api/health", "/metrics"):
        assert PIN_HASH not in str(core.ask("GET", path, token="").body)


def test_a_file_with_a_plain_pin_is_refused_and_the_pin_not_said(core: CoreHandle) -> None:
    reply = put(core, OPEN + '\n[kiosk]\nstaff_pin = "plain:846291"\n')
    assert (reply.status, reply.body["key"]) == (422, "hall.file_invalid")
    assert "hall.bad_pin" in str(reply.body)
    assert "846291" not in str(reply.body)
