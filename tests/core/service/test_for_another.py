"""For somebody else (帮办), and which class a kiosk may give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.rule_hall import rule_hall


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def core(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(rule_hall(), tmp_path, clock) as handle:
        yield handle


def taken(core: ClockedCore, role: Role = Role.KIOSK, **body: Any) -> Any:
    return core.post("/api/tickets", {"queue": "insurance", **body}, role).body


def test_a_kiosk_gives_a_ticket_for_another_person_which_says_so(core: ClockedCore) -> None:
    ticket = taken(core, assisted=True)
    assert (ticket["number"], ticket["assisted"]) == ("A001", True)
    assert core.get(f"/api/tickets/{ticket['id']}", Role.CLERK).body["assisted"] is True
    assert taken(core)["assisted"] is False


def test_who_comes_for_another_waits_as_everybody_does(core: ClockedCore, clock: Clock) -> None:
    first = taken(core)["number"]
    clock.advance(minutes=1)
    helped = taken(core, assisted=True)
    clock.advance(minutes=1)
    last = taken(core)["number"]
    assert (helped["class"], helped["ahead"]) == ("ordinary", 1)
    core.post("/api/windows/1/open")
    called = [core.post("/api/windows/1/call-next").body for _ in range(3)]
    assert [each["ticket"]["number"] for each in called] == [first, helped["number"], last]
    assert "held_back" not in called[1]["why"]


@pytest.mark.parametrize("assisted", [False, True])
@pytest.mark.parametrize(
    ("body", "got"),
    [
        ({"class": "elderly"}, "elderly"),
        ({"class": "ordinary"}, "ordinary"),
        ({"card": {"hash": "a" * 64, "age": 71}}, "senior"),
        ({"card": {"hash": "a" * 64, "age": 71}, "class": "senior"}, "senior"),
        ({"card": {"hash": "a" * 64, "age": 71}, "class": "ordinary"}, "ordinary"),
        ({"card": {"hash": "a" * 64, "age": 69}}, "ordinary"),
        ({"card": {"hash": "a" * 64, "age": 69}, "class": "senior"}, None),
        ({"class": "senior"}, None),
        ({"class": "disabled"}, None),
        ({"card": {"hash": "a" * 64, "age": 71}, "class": "disabled"}, None),
    ],
)
def test_a_kiosk_gives_a_class_that_is_chosen_or_proven_by_the_card(
    core: ClockedCore, body: dict[str, Any], got: str | None, assisted: bool
) -> None:
    answer = taken(core, assisted=assisted, **body)
    assert (answer.get("class"), answer.get("key")) == (got, None if got else "class.needs_proof")


def test_a_phone_number_is_left_by_choice_and_is_one(core: ClockedCore) -> None:
    ticket = taken(core, phone="138 0013 8000", assisted=True)
    assert core.core.vault.open(core.core.reader.visitors.phone(ticket["id"]) or "") == "13800138000"
    assert core.core.reader.visitors.phone(taken(core)["id"]) is None
    assert taken(core, phone="12")["key"] in ("phone.refused", "request.invalid")
