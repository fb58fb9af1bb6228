"""The outbox: once, in order, in time, and nobody's number in the log. Time is the test's."""

from __future__ import annotations

import logging
import queue
import random
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from hardware.errors import DeviceUnreachable
from hardware.line import line_opener
from hardware.sms.carrier import WorkerCarrier
from hardware.sms.errors import (
    MessageRefused,
    NetworkBusy,
    NumberInvalid,
    OutcomeUnknown,
    RepeatKnown,
    SendUnknown,
    SimMissing,
)
from hardware.sms.ledger import FileLedger, MemoryLedger
from hardware.sms.modem import BAUD, SmsModem, open_modem
from hardware.sms.outbox import HOLD_S, MOST_BUSY, SmsOutbox
from hardware.sms.ports import Delivered, Kind, Outbox, Receipt, Stage
from hardware.sms.simulator import SimulatedPort
from hardware.sms.waiting import RETRY_S
from hardware.worker import Worker
from tests.hardware.sms.carrier import FakeCarrier, Hands, Told, run_until
from tests.hardware.sms.conftest import QUIET_S
from tests.support.clock import MORNING

A, B = "13800138000", "13900139000"
LONG = "请A001号到3号窗口" * 20
BUSY, GONE = NetworkBusy("fake", "code 42"), DeviceUnreachable("fake", "nobody answers")
QUIETLY = pytest.mark.logs(r"sms \S+ to 1[0-9]{2}\*{4}[0-9]{4} is (failed|unknown)")


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def carrier() -> FakeCarrier:
    return FakeCarrier()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def outbox(carrier: FakeCarrier, hands: Hands, told: Told) -> SmsOutbox:
    return SmsOutbox(carrier, told, clock=hands, ticks=hands.ticks)


def put(outbox: Outbox, name: str, number: str = A, text: str = "号", kind: Kind = Kind.NOTICE) -> Receipt:
    return outbox.submit(name, number, text, kind, MORNING)


def in_hours(hours: float) -> timedelta:
    return timedelta(hours=hours)


def test_a_message_is_queued_then_sent(outbox: SmsOutbox, carrier: FakeCarrier, told: Told) -> None:
    assert put(outbox, "m1") == Receipt(Stage.QUEUED)
    assert outbox.receipt("m1") == Receipt(Stage.QUEUED)
    assert outbox.step() is None
    assert carrier.sent == [("m1", "号")]
    assert outbox.receipt("m1") == Receipt(Stage.SENT, "", "ref 1", tries=1, parts_sent=1)
    assert told.stages("m1") == ["sent"]


def test_the_same_message_twice_is_sent_once(outbox: SmsOutbox, carrier: FakeCarrier) -> None:
    put(outbox, "m1")
    assert put(outbox, "m1").stage is Stage.QUEUED
    outbox.step()
    assert put(outbox, "m1", B, "other").stage is Stage.SENT
    assert outbox.step() is None
    assert len(carrier.handed) == 1


def test_a_message_nobody_knows_has_no_receipt(outbox: SmsOutbox) -> None:
    assert outbox.receipt("m9") is None
    assert outbox.step() is None


@pytest.mark.logs("sms m1 is not sent")
@pytest.mark.parametrize(
    ("number", "text", "key"),
    [
        ("0891-6325000", "号", "sms.number_invalid"),
        (A, "", "sms.text_invalid"),
        (A, "\ud83d", "sms.text_invalid"),
    ],
)
def test_what_cannot_be_sent_is_said_at_once(
    outbox: SmsOutbox, carrier: FakeCarrier, number: str, text: str, key: str
) -> None:
    receipt = put(outbox, "m1", number, text)
    assert (receipt.stage, receipt.key) == (Stage.FAILED, key)
    assert outbox.receipt("m1") == receipt
    assert outbox.step() is None
    assert carrier.handed == []


def test_what_may_pass_is_tried_again_later_and_later(
    outbox: SmsOutbox, carrier: FakeCarrier, told: Told, hands: Hands
) -> None:
    carrier.failures = [BUSY, BUSY, BUSY]
    put(outbox, "m1")
    waits = [outbox.step()]
    while waits[-1] is not None:
        hands.advance(seconds=waits[-1] / 2)
        assert outbox.step() == waits[-1] / 2
        assert len(carrier.handed) == len(waits)
        hands.advance(seconds=waits[-1] / 2)
        waits.append(outbox.step())
    assert waits == [*RETRY_S[:3], None]
    assert told.stages("m1") == ["queued", "queued", "queued", "sent"]
    assert told.all[0][1] == Receipt(Stage.QUEUED, "sms.network_busy", "code 42", tries=1)


@QUIETLY
def test_what_does_not_pass_in_the_end_has_failed(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands
) -> None:
    carrier.failures = [BUSY] * 20
    put(outbox, "m1")
    run_until(outbox, hands, MORNING + in_hours(1))
    assert outbox.receipt("m1") == Receipt(Stage.FAILED, "sms.network_busy", "code 42", tries=MOST_BUSY)
    assert len(carrier.handed) == MOST_BUSY


@QUIETLY
@pytest.mark.parametrize(
    ("failure", "stage", "key"),
    [
        (NumberInvalid("fake", "+CMS ERROR 1"), Stage.FAILED, "sms.number_invalid"),
        (MessageRefused("fake", "+CMS ERROR 21"), Stage.FAILED, "sms.refused"),
        (SendUnknown("fake", "no word"), Stage.UNKNOWN, "sms.unknown"),
        (OutcomeUnknown("fake", "HTTP 500"), Stage.UNKNOWN, "sms.unknown"),
        (DeviceUnreachable("fake", "cut", maybe_done=True), Stage.UNKNOWN, "sms.unknown"),
    ],
)
def test_what_will_not_pass_or_may_have_gone_out_is_not_sent_again(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands, failure: Exception, stage: Stage, key: str
) -> None:
    carrier.failures = [failure]
    put(outbox, "m1")
    run_until(outbox, hands, MORNING + in_hours(1))
    receipt = outbox.receipt("m1")
    assert receipt is not None
    assert (receipt.stage, receipt.key, receipt.tries) == (stage, key, 1)
    assert put(outbox, "m1") == receipt
    assert outbox.step() is None
    assert len(carrier.handed) == 1


@QUIETLY
@pytest.mark.parametrize("kind", [Kind.NOTICE, Kind.COME_NOW])
def test_what_was_tried_again_because_repeats_are_known_may_have_arrived_all_the_same(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands, kind: Kind
) -> None:
    carrier.failures = [RepeatKnown("fake", "no answer"), *[BUSY] * 20]
    put(outbox, "m1", kind=kind)
    run_until(outbox, hands, MORNING + in_hours(1))
    receipt = outbox.receipt("m1")
    assert receipt is not None
    assert (receipt.stage, receipt.key) == (Stage.UNKNOWN, "sms.unknown")


@pytest.mark.parametrize("failure", [GONE, SimMissing("fake", "no SIM")])
def test_a_carrier_that_is_not_there_holds_all_back_and_costs_no_tries(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands, failure: Exception
) -> None:
    carrier.failures = [failure] * 50
    put(outbox, "m1")
    put(outbox, "m2", B)
    assert [outbox.step() for _ in range(3)] == [HOLD_S[0]] * 3
    assert len(carrier.handed) == 1
    run_until(outbox, hands, MORNING + in_hours(1))
    assert sorted(carrier.sent) == [("m1", "号"), ("m2", "号")]
    assert hands.now - MORNING == timedelta(seconds=sum(HOLD_S) + 30 * (50 - len(HOLD_S)))


def test_messages_of_a_number_keep_their_order_and_others_do_not_wait_for_them(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands
) -> None:
    carrier.failures = [BUSY]
    for name, number in [("a1", A), ("a2", "+86 " + A), ("b1", B), ("a3", "0" + A)]:
        put(outbox, name, number)
    run_until(outbox, hands, MORNING + in_hours(1))
    assert [name for name, _ in carrier.sent] == ["b1", "a1", "a2", "a3"]


def test_come_now_goes_before_what_has_time(outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands) -> None:
    put(outbox, "n1", A)
    put(outbox, "c1", B, kind=Kind.COME_NOW)
    run_until(outbox, hands, MORNING)
    assert [name for name, _ in carrier.sent] == ["c1", "n1"]


@QUIETLY
@pytest.mark.parametrize(("seconds", "stage"), [(120, Stage.SENT), (121, Stage.FAILED)])
def test_come_now_is_thrown_away_when_older_than_two_minutes(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands, seconds: float, stage: Stage
) -> None:
    hands.advance(seconds=seconds)
    put(outbox, "c1", kind=Kind.COME_NOW)
    put(outbox, "n1", B)
    run_until(outbox, hands, hands.now)
    receipt = outbox.receipt("c1")
    assert receipt is not None
    assert receipt.stage is stage
    assert receipt.key == ("" if stage is Stage.SENT else "sms.too_late")
    assert ("n1", "号") in carrier.sent


@QUIETLY
def test_come_now_gets_old_also_behind_another_and_while_the_carrier_is_gone(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands
) -> None:
    carrier.failures = [GONE] * 10
    put(outbox, "n1", A)
    put(outbox, "c1", A, kind=Kind.COME_NOW)
    run_until(outbox, hands, MORNING + in_hours(1))
    assert carrier.sent == [("n1", "号")]
    assert outbox.receipt("c1") is not None


@QUIETLY
def test_what_is_no_longer_true_is_sent_no_more_and_what_was_sent_stays_sent(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands, told: Told
) -> None:
    put(outbox, "n1", A)
    run_until(outbox, hands, hands.now)
    put(outbox, "n2", A)
    put(outbox, "n3", A)
    for name in ("n1", "n2", "unheard of"):
        outbox.withdraw(name)
    run_until(outbox, hands, hands.now)
    assert [name for name, _ in carrier.sent] == ["n1", "n3"]
    assert (told.stages("n1"), told.stages("n2")) == (["sent"], ["failed"])
    receipt = outbox.receipt("n2")
    assert receipt is not None
    assert (receipt.key, receipt.detail) == ("sms.too_late", "it is no longer true")


@QUIETLY
def test_a_notice_is_given_up_after_hours(outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands) -> None:
    carrier.failures = [GONE] * 10_000
    put(outbox, "n1")
    run_until(outbox, hands, MORNING + in_hours(5))
    receipt = outbox.receipt("n1")
    assert receipt is not None
    assert receipt.key == "sms.too_late"


def test_a_long_message_goes_on_with_the_part_that_was_not_sent(
    outbox: SmsOutbox, carrier: FakeCarrier, hands: Hands, told: Told
) -> None:
    carrier.failures = [None, BUSY, GONE, None]
    put(outbox, "m1", text=LONG)
    run_until(outbox, hands, MORNING + in_hours(1))
    assert (
        carrier.handed
        == [("m1", 0), ("m1", 1), ("m1", 1), ("m1", 1), ("m1", 2), ("m1", 3)][: len(carrier.handed)]
    )
    assert carrier.sent == [("m1", LONG)]
    assert "1 of" in told.all[0][1].detail
    assert told.stages("m1") == ["queued", "queued", "sent"]


def test_a_bug_in_a_carrier_ends_one_message_and_says_neither_number_nor_text(
    outbox: SmsOutbox, carrier: FakeCarrier, caplog: pytest.LogCaptureFixture
) -> None:
    carrier.failures = [ValueError(f"{A} 秘密")]
    put(outbox, "m1", text="秘密")
    put(outbox, "m2")
    outbox.step()
    outbox.step()
    receipt = outbox.receipt("m1")
    assert receipt is not None
    assert (receipt.stage, receipt.key) == (Stage.UNKNOWN, "error.unknown")
    assert carrier.sent == [("m2", "号")]
    assert "unexpected ValueError" in caplog.text
    assert A not in caplog.text
    assert "秘密" not in caplog.text


def test_who_is_told_and_fails_does_not_end_the_outbox(
    carrier: FakeCarrier, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_message_id: str, _receipt: Receipt) -> None:
        raise ZeroDivisionError

    outbox = SmsOutbox(carrier, fail, clock=lambda: MORNING)
    put(outbox, "m1")
    assert outbox.step() is None
    assert "telling it failed with ZeroDivisionError" in caplog.text


@pytest.mark.logs("sms m1 to its phone is failed")
@pytest.mark.parametrize(
    ("reports", "stage"),
    [
        ([(0, Delivered.NOT_YET)], Stage.SENT),
        ([(0, Delivered.YES)], Stage.SENT),
        ([(0, Delivered.YES), (0, Delivered.YES)], Stage.SENT),
        ([(1, Delivered.YES), (0, Delivered.NOT_YET), (0, Delivered.YES)], Stage.DELIVERED),
        ([(0, Delivered.YES), (1, Delivered.NO)], Stage.FAILED),
    ],
)
@pytest.mark.parametrize("early", [0, 1, 3])
def test_a_message_is_delivered_with_its_last_part(
    outbox: SmsOutbox, told: Told, reports: list[tuple[int, Delivered]], stage: Stage, early: int
) -> None:
    put(outbox, "m1", text="号" * 80)
    for report in reports[:early]:
        outbox.reported("m1", *report)
    outbox.step()
    for report in reports[early:]:
        outbox.reported("m1", *report)
    receipt = outbox.receipt("m1")
    assert receipt is not None
    assert receipt.stage is stage
    assert receipt.key == ("sms.undelivered" if stage is Stage.FAILED else "")
    assert told.stages("m1") == list(dict.fromkeys(["sent", stage.value]))


def test_reports_of_messages_nobody_waits_for_do_not_pile_up(outbox: SmsOutbox) -> None:
    for at in range(1200):
        outbox.reported(f"x{at}", 0, Delivered.YES)
    assert outbox.receipt("x1") is None
    put(outbox, "x0")
    outbox.step()
    known = outbox.receipt("x0")
    assert known is not None
    assert known.stage is Stage.SENT


# --- over a restart -------------------------------------------------------------------------------


def after_restart(path: Path, carrier: FakeCarrier, hands: Hands) -> SmsOutbox:
    return SmsOutbox(carrier, clock=hands, ticks=hands.ticks, ledger=FileLedger(path))


def test_what_was_sent_is_not_sent_again_after_a_restart(
    tmp_path: Path, carrier: FakeCarrier, hands: Hands
) -> None:
    path = tmp_path / "sms.ledger"
    first = after_restart(path, carrier, hands)
    put(first, "m1")
    put(first, "m2", B)
    first.step()
    second = after_restart(path, carrier, hands)
    assert put(second, "m1").stage is Stage.SENT
    assert put(second, "m2", B).stage is Stage.QUEUED
    run_until(second, hands, MORNING)
    assert [name for name, _ in carrier.sent] == ["m1", "m2"]
    kept = path.read_text("utf-8")
    assert A not in kept
    assert "号" not in kept


class Killed(BaseException):
    """The program ends here."""


def test_a_program_that_is_killed_while_sending_leaves_it_unknown(
    tmp_path: Path, carrier: FakeCarrier, hands: Hands
) -> None:
    path = tmp_path / "sms.ledger"
    first = after_restart(path, carrier, hands)
    carrier.failures = [Killed()]  # type: ignore[list-item]
    put(first, "m1")
    with pytest.raises(Killed):
        first.step()
    second = after_restart(path, carrier, hands)
    assert put(second, "m1") == Receipt(Stage.UNKNOWN, "sms.unknown")
    assert second.step() is None
    assert len(carrier.handed) == 1


@pytest.mark.parametrize(("failures", "again"), [([BUSY], True), ([None, BUSY], False)])
def test_after_a_restart_only_what_surely_did_not_begin_is_sent_anew(
    tmp_path: Path, carrier: FakeCarrier, hands: Hands, failures: list[Exception | None], again: bool
) -> None:
    path = tmp_path / "sms.ledger"
    first = after_restart(path, carrier, hands)
    carrier.failures = failures
    put(first, "m1", text=LONG)
    first.step()
    second = after_restart(path, carrier, hands)
    assert (put(second, "m1", text=LONG).stage is Stage.QUEUED) is again


def test_a_ledger_that_cannot_be_written_sends_nothing_until_it_can(
    tmp_path: Path, carrier: FakeCarrier, hands: Hands, told: Told
) -> None:
    path = tmp_path / "sms.ledger"
    outbox = SmsOutbox(carrier, told, clock=hands, ticks=hands.ticks, ledger=FileLedger(path))
    put(outbox, "m1")
    path.unlink()
    path.mkdir()
    assert outbox.step() == HOLD_S[0]
    assert carrier.handed == []
    assert "cannot be written" in told.all[0][1].detail
    path.rmdir()
    run_until(outbox, hands, MORNING + in_hours(1))
    assert carrier.sent == [("m1", "号")]


def test_a_ledger_whose_last_line_was_cut_is_read_to_there(tmp_path: Path) -> None:
    path = tmp_path / "sms.ledger"
    ledger = FileLedger(path)
    ledger.note("m1", Receipt(Stage.SENT))
    ledger.begin("m2")
    path.write_bytes(path.read_bytes()[:-5])
    again = FileLedger(path)
    assert again.receipt("m1") == Receipt(Stage.SENT)
    assert again.receipt("m2") is None


def test_a_ledger_forgets_the_oldest_and_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "sms.ledger"
    file, memory = FileLedger(path, most=4), MemoryLedger(most=4)
    for ledger in (file, memory):
        for at in range(20):
            ledger.begin(f"m{at}")
            ledger.note(f"m{at}", Receipt(Stage.SENT))
        assert ledger.receipt("m15") is None
        assert ledger.receipt("m16") == Receipt(Stage.SENT)
    assert len(path.read_text("utf-8").splitlines()) <= 12 + 2
    assert FileLedger(path, most=4).receipt("m19") == Receipt(Stage.SENT)


# --- with a modem behind it -----------------------------------------------------------------------


class Sending:
    """An outbox, a worker and a driver in front of the simulated modem, all on their own threads."""

    def __init__(self, port: SimulatedPort) -> None:
        self.port = port
        self._told: queue.SimpleQueue[tuple[str, Receipt]] = queue.SimpleQueue()
        driver = SmsModem("modem 1", line_opener(port.url, baud=BAUD), quiet_s=QUIET_S)
        self.driver = driver
        self.worker = Worker(driver, every_s=0.05, retry_s=(0.005,))
        carrier = WorkerCarrier(driver, self.worker)
        self.outbox = SmsOutbox(
            carrier, lambda *it: self._told.put(it), clock=lambda: MORNING, retry_s=(0.005,), hold_s=(0.005,)
        )

    def ended(self) -> tuple[str, Receipt]:
        """Return the next message that has ended."""
        while True:
            message_id, receipt = self._told.get(timeout=10)
            if receipt.stage is not Stage.QUEUED:
                return message_id, receipt


@pytest.fixture
def sending(port: SimulatedPort) -> Iterator[Sending]:
    made = Sending(port)
    made.driver.reports = made.outbox.reported
    made.worker.start()
    made.outbox.start()
    yield made
    made.outbox.stop()
    made.worker.stop()


def test_messages_go_from_the_outbox_through_the_modem(sending: Sending, port: SimulatedPort) -> None:
    put(sending.outbox, "m1", text=LONG)
    put(sending.outbox, "m2")
    assert [sending.ended()[1].stage for _ in range(2)] == [Stage.SENT, Stage.SENT]
    assert port.modem.messages == [("+86" + A, LONG), ("+86" + A, "号")]


def test_a_message_that_reached_the_phone_is_delivered(sending: Sending, port: SimulatedPort) -> None:
    put(sending.outbox, "m1")
    _, receipt = sending.ended()
    port.say(port.modem.report(int(receipt.detail), "+86" + A, 0))
    assert sending.ended()[1].stage is Stage.DELIVERED


def test_a_modem_that_is_pulled_out_and_put_back_sends_what_waits_once(
    port: SimulatedPort, caplog: pytest.LogCaptureFixture
) -> None:
    sending = Sending(port)
    port.plugged = False
    sending.worker.start()
    sending.outbox.start()
    try:
        put(sending.outbox, "m1", text=LONG)
        put(sending.outbox, "m2", B)
        port.plugged = True
        assert {sending.ended()[0] for _ in range(2)} == {"m1", "m2"}
    finally:
        sending.outbox.stop()
        sending.worker.stop()
    assert sorted(port.modem.messages) == [("+86" + A, LONG), ("+86" + B, "号")]


def test_random_refusals_end_with_every_message_once_or_known_not_to_be(
    port: SimulatedPort, caplog: pytest.LogCaptureFixture
) -> None:
    dice = random.Random(5)
    port.modem.errors = [dice.choice([0, 0, 0, 38, 42, 1, 332]) for _ in range(200)]
    sending = Sending(port)
    texts = {f"m{at}": dice.choice(["号", LONG]) + f"{at}" for at in range(25)}
    sending.worker.start()
    sending.outbox.start()
    try:
        for name, text in texts.items():
            put(sending.outbox, name, dice.choice([A, B]), text)
        ended = dict(sending.ended() for _ in texts)
    finally:
        sending.outbox.stop()
        sending.worker.stop()
    arrived = [text for _, text in port.modem.messages]
    assert len(arrived) == len(set(arrived))
    for name, text in texts.items():
        assert (text in arrived) == (ended[name].stage is Stage.SENT)


def test_no_number_and_no_text_is_ever_in_the_log(
    port: SimulatedPort, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    port.modem.errors = [0, 38, 1, 21, 332, 304, 500]
    sending = Sending(port)
    sending.worker.start()
    sending.outbox.start()
    try:
        put(sending.outbox, "bad", "13800x38000", "秘密")
        for at in range(5):
            put(sending.outbox, f"m{at}", (A, B)[at % 2], f"秘密{at}")
        for _ in range(5):
            sending.ended()
        port.plugged = False
        put(sending.outbox, "m9", A, "秘密")
    finally:
        sending.outbox.stop()
        sending.worker.stop()
    assert "138****8000" in caplog.text
    for hidden in (A, B, "13800x38000", "秘密", "秘密".encode("utf-16-be").hex(), "683108108300F0"):
        assert hidden.lower() not in caplog.text.lower()


class BusyWorker:
    """A worker that is at something else, or at this job, for ever."""

    def __init__(self, *, begun: bool) -> None:
        self.future: Future[str] = Future()
        if begun:
            self.future.set_running_or_notify_cancel()

    def submit(self, _job: object) -> Future[str]:
        return self.future


@QUIETLY
@pytest.mark.parametrize("begun", [False, True])
def test_a_worker_that_does_not_come_to_it_has_surely_sent_nothing(hands: Hands, begun: bool) -> None:
    worker = BusyWorker(begun=begun)
    carrier = WorkerCarrier(open_modem("tcp://127.0.0.1:1"), cast(Worker, worker), wait_s=0)
    outbox = SmsOutbox(carrier, clock=hands, ticks=hands.ticks)
    put(outbox, "m1")
    assert outbox.step() == (None if begun else HOLD_S[0])
    receipt = outbox.receipt("m1")
    assert receipt is not None
    assert receipt.stage is (Stage.UNKNOWN if begun else Stage.QUEUED)
    assert worker.future.cancelled() is not begun
