"""The agent when the core does not answer as it should."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.client.reply import Answer, Refused, Reply, Unreachable
from core.domain.clock import to_text
from hallcall.agents.sms import TextMessages
from hallcall.agents.sms_told import SmsTold
from hardware.sms.outbox import SmsOutbox
from hardware.sms.ports import Receipt, Stage
from hardware.worker import Health, State
from tests.hardware.sms.carrier import FakeCarrier
from tests.support.clock import MORNING, Clock
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

CONTACT = "/api/tickets/t/contact"
REACHED = Answer({"phone": "13800138000", "lang": "zh", "track": "x"})
RETRY_MS = 20
pytestmark = pytest.mark.logs("the core does not tell which messages are due")


def due(**more: Any) -> Reply:
    message = {
        "id": "t.1/090000/1/now", "kind": "now", "at": to_text(MORNING), "ticket": "t", "leg": "t.1",
        "number": "A001", "queue": "insurance", "window": 1, "ahead": 0,
    } | more  # fmt: skip
    return Answer({"at": to_text(MORNING), "messages": [message], "tickets": ["t"], "queues": ["insurance"]})


class Beside:
    """An agent beside a line that the test holds, and an outbox that nobody empties."""

    def __init__(self, begun_s: int = -1) -> None:
        self.link, self.clock, self.carrier = FakeLink(), Clock(), FakeCarrier()
        self.outbox = SmsOutbox(self.carrier, clock=self.clock)
        begun = self.clock() + timedelta(seconds=begun_s)
        self.agent = TextMessages(self.link, self.outbox, begun=begun, clock=self.clock, retry_ms=RETRY_MS)

    def come_up(self) -> None:
        self.link.connect_to(lhasa_like())

    def asks(self, qtbot: QtBot, path: str, *, count: int = 1) -> None:
        qtbot.waitUntil(
            lambda: len([each for each in self.link.gets if each.startswith(path)]) >= count, timeout=10_000
        )

    def answer(self, reply: Reply) -> None:
        self.link.unanswered.popleft().answer(reply)


def test_a_core_that_does_not_answer_is_asked_again(qtbot: QtBot) -> None:
    beside = Beside()
    beside.come_up()
    beside.answer(Unreachable("down"))
    beside.asks(qtbot, "/api/messages", count=2)
    beside.answer(due())
    beside.answer(Unreachable("down"))
    beside.asks(qtbot, "/api/messages", count=3)
    assert beside.link.gets[-1] == "/api/messages", "of everything, not only of what is new"
    beside.answer(due())
    beside.answer(REACHED)
    assert beside.outbox.receipt("t.1/090000/1/now") == Receipt(Stage.QUEUED)


def test_who_is_not_reached_any_more_is_not_asked_for_again(qtbot: QtBot) -> None:
    beside = Beside()
    beside.come_up()
    beside.answer(due())
    beside.answer(Refused("ticket.unknown", {}, 404))
    beside.agent.look()
    beside.answer(due())
    assert [each for each in beside.link.gets if each == CONTACT] == [CONTACT]


def test_what_is_no_longer_true_when_the_number_comes_is_not_sent(qtbot: QtBot) -> None:
    beside = Beside()
    beside.come_up()
    beside.answer(due())
    beside.agent.look()
    contact, look = beside.link.unanswered
    look.answer(due(id="t.1/passed", kind="passed"))
    contact.answer(REACHED)
    assert beside.outbox.receipt("t.1/090000/1/now") is None


def test_what_became_true_before_the_ledger_began_is_left_alone(qtbot: QtBot) -> None:
    beside = Beside(begun_s=1)
    beside.come_up()
    beside.answer(due())
    assert CONTACT not in beside.link.gets


def test_the_clocks_of_core_and_machine_may_be_apart(qtbot: QtBot) -> None:
    beside = Beside()
    beside.clock.advance(hours=3)
    beside.come_up()
    beside.answer(due(at=to_text(MORNING - timedelta(seconds=1))))
    beside.answer(REACHED)
    beside.outbox.step()
    assert [text for _, text in beside.carrier.sent] == ["请A001号，到1号窗口办理"]


def test_one_look_at_a_time_and_none_after_the_end(qtbot: QtBot) -> None:
    beside = Beside()
    beside.come_up()
    for _ in range(3):
        beside.agent.look()
    assert len(beside.link.gets) == 1
    beside.answer(due())
    assert [path.partition("?")[0] for path in beside.link.gets] == [
        "/api/messages",
        CONTACT,
        "/api/messages",
    ]
    late = list(beside.link.unanswered)
    beside.agent.close()
    for ask in late:
        ask.answer(REACHED if ask.path == CONTACT else due())
    beside.agent.look()
    assert len(beside.link.gets) == 3
    assert beside.outbox.receipt("t.1/090000/1/now") is None


def test_staff_is_told_how_it_is_and_how_many() -> None:
    said: list[tuple[str, ...]] = []
    told = SmsTold(lambda *words: said.append(words))
    told.health(Health(State.READY))
    assert said == []
    told.of("短信", "modem")
    for stage in (Stage.QUEUED, Stage.SENT, Stage.DELIVERED, Stage.UNKNOWN):
        told.receipt("x", Receipt(stage))
    told.health(Health(State.GONE, "device.unreachable", "no such port"))
    assert len(said) == 5
    assert said[-1] == (
        "短信",
        "modem",
        "gone",
        "device.unreachable",
        "sent 1, delivered 1, failed 0, unknown 1; no such port",
    )
