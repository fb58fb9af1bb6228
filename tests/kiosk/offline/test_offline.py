"""Numbers without the core, on a line in the test's hand: reserving, giving, handing in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.client.reply import Answer, Refused, Reply, Unreachable
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.slip import SlipState
from hardware.printer.ticket_printer import Outcome
from kiosk.offline import handing_in
from kiosk.offline.offline import Offline
from kiosk.state import Refusal, Taken
from tests.kiosk.test_visit import RESTAURANT
from tests.support.fake_link import Ask, FakeLink
from tests.support.halls import lhasa_like

NOON = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
DAY = "2026-11-30"


class Machine:
    """A kiosk's offline part, which can be ended and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at = NOON
        self.link = FakeLink()
        self.offline = self._start()

    def restart(self) -> None:
        self.offline.close()
        self.link = FakeLink()
        self.offline = self._start()

    def _start(self) -> Offline:
        return Offline(self.link, self.folder, "kiosk-1", lambda: self.at)

    def answer(self, path: str, reply: Reply) -> Ask:
        ask = next(each for each in self.link.unanswered if each.path == path)
        self.link.unanswered.remove(ask)
        ask.answer(reply)
        return ask

    def fill(self, hall: Hall | None = None, day: str = DAY, **queues: int) -> None:
        """Let the core come up and reserve so many numbers of each queue."""
        self.link.connect_to(hall or lhasa_like())
        self.answer("/api/blocks", block(day, **queues))

    def give(self, **body: Any) -> Taken | Refusal:
        return self.offline.issue({"lang": "zh", **(body or {"queue": "insurance"})})

    def asked(self, path: str) -> list[dict[str, Any]]:
        return [body for each, body in self.link.posts if each == path]


def block(day: str = DAY, **queues: int) -> Answer:
    told = [
        {
            "queue": queue,
            "numbers": [
                {"number": f"{queue[0].upper()}{999 - at}", "track": f"{queue}-{at}"} for at in range(count)
            ],
        }
        for queue, count in queues.items()
    ]
    return Answer({"date": day, "blocks": told})


def taken_over(ask: Ask, **refused: str) -> Answer:
    """Answer as the core does that takes every ticket but the refused ones."""
    assert ask.body is not None
    return Answer({"tickets": [_told(each["number"], refused) for each in ask.body["tickets"]]})


def _told(number: str, refused: dict[str, str]) -> dict[str, Any]:
    if number in refused:
        return {"number": number, "id": None, "refused": {"key": refused[number], "params": {}}}
    return {"number": number, "id": f"id-{number}", "refused": None}


@pytest.fixture
def machine(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Machine]:
    made = Machine(tmp_path)
    yield made
    made.offline.close()


def hand_in(machine: Machine, **refused: str) -> list[str]:
    """Answer one batch and return its numbers."""
    ask = next(each for each in machine.link.unanswered if each.path == handing_in.PATH)
    machine.answer(handing_in.PATH, taken_over(ask, **refused))
    assert ask.body is not None
    return [each["number"] for each in ask.body["tickets"]]


def test_a_block_is_reserved_when_the_line_comes_up(machine: Machine) -> None:
    machine.link.connect_to(lhasa_like())
    assert machine.asked("/api/blocks") == [{"machine": "kiosk-1", "have": {}, "size": 20}]
    machine.answer("/api/blocks", block(insurance=20, company=20))
    assert machine.offline.left == {"insurance": 20, "company": 20}
    assert machine.offline.ready("insurance")
    assert not machine.offline.ready("food")


def test_only_what_is_missing_is_asked_for(machine: Machine) -> None:
    machine.fill(insurance=3, company=2)
    machine.link.go_dark()
    machine.give()
    machine.link.go_live()
    hand_in(machine)
    assert machine.asked("/api/blocks")[-1]["have"] == {"insurance": 2, "company": 2}


def test_numbers_are_given_in_the_order_they_came(machine: Machine) -> None:
    machine.fill(insurance=2)
    machine.link.go_dark()
    first, second = machine.give(), machine.give()
    assert isinstance(first, Taken)
    assert isinstance(second, Taken)
    assert (first.number, second.number) == ("I999", "I998")
    assert (first.id, first.ahead, first.wait, first.offline, first.track) == (
        "",
        None,
        None,
        True,
        "insurance-0",
    )


@pytest.mark.parametrize(
    ("wish", "queue", "steps"),
    [
        ({"queue": "company"}, "company", (("company",),)),
        ({"item": "licence"}, "company", (("company",),)),
        ({"item": "elsewhere", "queue": "company"}, "company", (("company",),)),
        ({"items": ["licence", "card"]}, "company", (("company",), ("insurance",))),
        (
            {"matter": "restaurant"},
            "company",
            (("company",), ("food", "advice"), ("insurance",), ("food",)),
        ),
    ],
)
def test_a_visit_of_several_steps_takes_one_number_where_it_begins(
    machine: Machine, wish: dict[str, Any], queue: str, steps: tuple[tuple[str, ...], ...]
) -> None:
    plain = lhasa_like()
    also = replace(plain.item("card"), id="elsewhere", also=("company",))
    machine.fill(replace(plain, matters=(RESTAURANT,), items=(*plain.items, also)), company=1)
    taken = machine.give(**wish)
    assert isinstance(taken, Taken)
    assert (taken.queue, taken.steps) == (queue, steps)


def closed() -> Hall:
    return replace(lhasa_like(), hours=(), keeps_hours=True)


def with_card() -> Hall:
    hall = lhasa_like()
    return replace(hall, rules=replace(hall.rules, needs_card=True))


@pytest.mark.parametrize(
    ("hall", "numbers", "day", "wish", "why"),
    [
        (lhasa_like(), {}, DAY, {"queue": "insurance"}, "offline.no_block"),
        (lhasa_like(), {"insurance": 1}, DAY, {"queue": "company"}, "offline.no_block"),
        (lhasa_like(), {"insurance": 1}, "2026-12-01", {"queue": "insurance"}, "offline.other_day"),
        (closed(), {"insurance": 1}, DAY, {"queue": "insurance"}, "queue.closed"),
        (with_card(), {"insurance": 1}, DAY, {"queue": "insurance"}, "offline.card_needed"),
        (lhasa_like(), {"insurance": 1}, DAY, {"queue": "gone"}, "queue.unknown"),
        (lhasa_like(), {"insurance": 1}, DAY, {"item": "gone"}, "item.unknown"),
        (lhasa_like(), {"insurance": 1}, DAY, {"item": "card", "queue": "company"}, "item.not_here"),
        (lhasa_like(), {"insurance": 1}, DAY, {"queue": "insurance", "class": "gone"}, "class.unknown"),
    ],
)
def test_why_there_is_no_number(
    machine: Machine, hall: Hall, numbers: dict[str, int], day: str, wish: dict[str, Any], why: str
) -> None:
    machine.fill(hall, day, **numbers)
    said = machine.give(**wish)
    assert isinstance(said, Refusal)
    assert said.key == why
    assert machine.offline.untold == 0


def test_a_block_that_is_used_up_says_so(machine: Machine) -> None:
    machine.fill(insurance=1)
    machine.give()
    assert machine.give() == Refusal("offline.used_up", {"queue": "insurance"})
    assert not machine.offline.ready("insurance")


def test_the_day_turns_while_the_core_is_away(machine: Machine) -> None:
    machine.fill(insurance=2)
    machine.link.go_dark()
    machine.at += timedelta(days=1)
    assert machine.give() == Refusal("offline.other_day", {"queue": "insurance"})


def test_the_cores_clock_decides_which_day_it_is_also_after_a_restart(machine: Machine) -> None:
    machine.fill(day="2026-12-05", insurance=2)
    ahead = timedelta(days=5)
    machine.link.push(Event(machine.link.floor.seq + 1, NOON + ahead, EventKind.DEVICE_CHANGED))
    taken = machine.give()
    assert isinstance(taken, Taken)
    assert (taken.at, taken.day) == (NOON + ahead, "2026-12-05")
    machine.restart()
    assert abs(machine.offline.now() - NOON - ahead) < timedelta(seconds=1)


def test_a_kiosk_that_starts_without_the_core_knows_its_hall_and_gives(machine: Machine) -> None:
    machine.fill(insurance=2)
    machine.give()
    machine.restart()
    assert machine.offline.hall == lhasa_like()
    taken = machine.give()
    assert isinstance(taken, Taken)
    assert taken.number == "I998"


def test_what_was_given_is_handed_in_once_with_all_that_was_wished(machine: Machine) -> None:
    machine.fill(insurance=2)
    machine.link.go_dark()
    card = {"hash": "5f" * 32, "age": 71}
    body = {"item": "card", "lang": "bo", "phone": "138 0013 8000", "card": card, "class": "ordinary"}
    machine.offline.issue(body, "the-key")
    machine.link.go_live()
    assert machine.asked(handing_in.PATH) == [
        {
            "machine": "kiosk-1",
            "tickets": [
                {
                    "date": DAY,
                    "number": "I999",
                    "queue": "insurance",
                    "items": ["card"],
                    "lang": "bo",
                    "phone": "138 0013 8000",
                    "card": card,
                    "class": "ordinary",
                    "at": "2026-11-30T04:00:00.000000Z",
                    "instead_of": "the-key",
                }
            ],
        }
    ]
    hand_in(machine)
    machine.link.go_dark()
    machine.link.go_live()
    assert len(machine.asked(handing_in.PATH)) == 1
    assert machine.offline.untold == 0


def test_many_are_handed_in_in_order_fifty_at_a_time(machine: Machine) -> None:
    machine.fill(insurance=60, company=60)
    machine.link.go_dark()
    given = [machine.give(queue=("insurance", "company")[at % 2]) for at in range(120)]
    machine.link.go_live()
    batches = [hand_in(machine) for _ in range(3)]
    assert [len(each) for each in batches] == [50, 50, 20]
    assert [each for batch in batches for each in batch] == [
        each.number for each in given if isinstance(each, Taken)
    ]


@pytest.mark.parametrize("lost", [Unreachable("gone"), Refused("store.failed", {}, 503)])
def test_what_was_not_answered_is_told_again(machine: Machine, lost: Reply) -> None:
    machine.fill(insurance=2)
    machine.link.go_dark()
    machine.give()
    machine.link.go_live()
    machine.answer(handing_in.PATH, lost)
    assert machine.offline.untold == 1
    machine.link.go_dark()
    machine.restart()
    machine.link.connect_to(lhasa_like())
    assert hand_in(machine) == ["I999"]


@pytest.mark.logs("the core does not take I999")
def test_a_refused_ticket_is_kept_counted_and_tried_again_when_the_core_comes_back(machine: Machine) -> None:
    machine.fill(insurance=3)
    machine.link.go_dark()
    machine.give()
    machine.give()
    machine.link.go_live()
    assert hand_in(machine, I999="block.not_reserved") == ["I999", "I998"]
    assert (machine.offline.untold, machine.offline.refused) == (0, 1)
    machine.link.go_dark()
    machine.link.go_live()
    assert hand_in(machine) == ["I999"]
    assert machine.offline.refused == 0


@pytest.mark.logs("the core takes no tickets of a batch of 3", "the core does not take I998")
def test_one_malformed_ticket_does_not_hold_up_the_others(machine: Machine) -> None:
    machine.fill(insurance=3)
    machine.link.go_dark()
    for _ in range(3):
        machine.give()
    machine.link.go_live()
    malformed = Refused("request.invalid", {}, 422)
    machine.answer(handing_in.PATH, malformed)
    assert hand_in(machine) == ["I999"]
    machine.answer(handing_in.PATH, malformed)
    assert hand_in(machine) == ["I997"]
    assert (machine.offline.untold, machine.offline.refused) == (0, 1)


@pytest.mark.logs("the core takes no tickets of this machine")
def test_a_core_that_does_not_know_the_machine_loses_nothing(machine: Machine) -> None:
    machine.fill(insurance=3)
    machine.link.go_dark()
    machine.give()
    machine.link.go_live()
    machine.answer(handing_in.PATH, Refused("auth.denied", {}, 403))
    assert (machine.offline.untold, machine.offline.refused) == (1, 0)


@pytest.mark.parametrize("when", ["before", "between", "after"])
def test_how_the_slip_ended_is_told_whenever_it_did(machine: Machine, when: str) -> None:
    machine.fill(insurance=1)
    machine.link.go_dark()
    taken = machine.offline.issue({"queue": "insurance", "lang": "zh", "slip": True})
    assert isinstance(taken, Taken)
    late: list[tuple[str, Any]] = []
    machine.offline.slip_late.connect(lambda ticket, slip: late.append((ticket, slip)))

    def ended() -> None:
        machine.offline.slip_ended(taken, Outcome(SlipState.PRINTED), "slips")

    told = {"state": "printed", "reason": None, "printer": "slips"}
    unknown = {"state": "unknown", "reason": "printer.unconfirmed"}
    if when == "before":
        ended()
    machine.link.go_live()
    if when == "between":
        ended()
    hand_in(machine)
    if when == "after":
        ended()
    sent = machine.asked(handing_in.PATH)[0]["tickets"][0]["slip"]
    assert (sent, late) == ((told, []) if when == "before" else (unknown, [("id-I999", told)]))


def test_a_new_day_brings_a_new_block(machine: Machine) -> None:
    machine.fill(insurance=2)
    machine.at += timedelta(days=1)
    day = "2026-12-01"
    event = Event(machine.link.floor.seq + 1, machine.at, EventKind.HALL_CHANGED, data={"date": day})
    machine.link.push(event)
    assert machine.asked("/api/blocks")[-1]["have"] == {}
    machine.answer("/api/blocks", block(day, insurance=5))
    assert machine.offline.left == {"insurance": 5}


@pytest.mark.logs("put back from a backup")
@pytest.mark.parametrize("restarted", [False, True])
def test_numbers_of_a_hall_that_was_put_back_from_a_backup_are_given_no_more(
    machine: Machine, restarted: bool
) -> None:
    machine.fill(insurance=2, company=2)
    machine.link.go_dark()
    given = machine.give()
    assert isinstance(given, Taken)
    if restarted:
        machine.restart()
    machine.link.epoch = "life-2"
    machine.link.connect_to(lhasa_like())
    assert machine.asked("/api/blocks")[-1]["have"].get("company", 0) == 0
    machine.answer("/api/blocks", block(insurance=2, company=1))
    assert machine.offline.left == {"insurance": 1, "company": 1}, "what was given is not given again"
    assert hand_in(machine) == [given.number]


def test_a_core_that_is_a_day_further_is_asked_again_for_that_day(machine: Machine) -> None:
    machine.fill(insurance=2)
    machine.link.go_dark()
    machine.link.go_live()
    machine.answer("/api/blocks", block("2026-12-01"))
    assert [each["have"] for each in machine.asked("/api/blocks")] == [{}, {"insurance": 2}, {}]


@pytest.mark.logs("cannot be used")
def test_a_file_that_cannot_be_written_is_said_and_kills_nobody(machine: Machine, tmp_path: Path) -> None:
    machine.fill(insurance=2)
    machine.offline.close()
    file = tmp_path / "offline.db"
    file.rename(tmp_path / "elsewhere")
    file.mkdir()
    assert machine.give() == Refusal("offline.store_failed")
    assert machine.offline.trouble
    assert not machine.offline.ready("insurance")


def test_a_number_that_the_core_may_have_answered_is_handed_in_while_the_line_is_live(
    machine: Machine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_in, "AGAIN_MS", 10)
    machine.fill(insurance=2)
    machine.offline.issue({"queue": "insurance", "lang": "zh"}, "the-key")
    qtbot.waitUntil(lambda: len(machine.asked(handing_in.PATH)) == 1)
