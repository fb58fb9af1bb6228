"""The driver's contract with a modem, on both kinds of line and with every fault a modem has."""

from __future__ import annotations

import pytest

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.sms.answers import Fault
from hardware.sms.errors import (
    MessageRefused,
    NetworkBusy,
    NotRegistered,
    NumberInvalid,
    OutcomeUnknown,
    PinWanted,
    PukWanted,
    SendUnknown,
    SimMissing,
    SimNotReady,
    SmsFailed,
    failure_of,
)
from hardware.sms.modem import COME_NOW_MINUTES, SmsModem, open_modem
from hardware.sms.pdu import split_text, validity
from hardware.sms.ports import Delivered, Kind, Message
from hardware.sms.simulator import SimulatedPort
from hardware.worker import READY, State
from tests.hardware.sms.conftest import (
    GIVE_UP_S,
    NUMBER,
    PATIENCE_S,
    Making,
    message,
    out_of_patience,
    patient,
)
from tests.support.clock import MORNING

LONG = "请A001号到3号窗口𬱖😀" * 12


def failed(modem: SmsModem, part: int = 0) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        modem.send(message(LONG), part)
    return raised.value


def send_all(modem: SmsModem, text: str) -> list[str]:
    return [modem.send(message(text), part) for part in range(len(split_text(text)))]


def test_a_modem_that_is_well_is_ready_and_was_told_how_to_talk(port: SimulatedPort, modem: SmsModem) -> None:
    assert modem.look() == READY
    assert port.modem.heard[:4] == ["AT", "ATE0", "AT+CMEE=1", "AT+CMGF=0"]


def test_a_message_arrives_as_it_was_written(port: SimulatedPort, modem: SmsModem) -> None:
    assert send_all(modem, "请A001号到3号窗口") == ["1"]
    assert port.modem.messages == [(NUMBER, "请A001号到3号窗口")]


def test_a_long_message_arrives_whole_from_its_parts(port: SimulatedPort, modem: SmsModem) -> None:
    assert send_all(modem, LONG) == ["1", "2", "3"]
    assert port.modem.messages == [(NUMBER, LONG)]


def test_a_message_left_in_the_middle_goes_on_with_another_driver(
    port: SimulatedPort, make: Making, modem: SmsModem
) -> None:
    modem.send(message(LONG), 0)
    modem.disconnect()
    second = make()
    second.connect()
    for part in (1, 2):
        second.send(message(LONG), part)
    assert port.modem.messages == [(NUMBER, LONG)]


def test_a_come_now_is_not_kept_for_a_phone_that_is_off(port: SimulatedPort, modem: SmsModem) -> None:
    modem.send(Message("m2", NUMBER, "请A001号", Kind.COME_NOW, MORNING), 0)
    modem.send(message(), 0)
    assert [part.validity for part in port.modem.sent] == [validity(COME_NOW_MINUTES), 0xA7]


def test_what_became_of_a_part_is_told_whenever_it_comes(port: SimulatedPort, make: Making) -> None:
    modem, told = make(), []
    modem.reports = lambda *report: told.append(report)
    modem.connect()
    references = send_all(modem, LONG)
    assert all(part.report for part in port.modem.sent)
    assert "AT+CNMI=2,1,0,1,0" in port.modem.heard
    # Between two questions, and in the middle of one: the rest of it comes with the next answer.
    port.say(port.modem.report(int(references[0]), NUMBER, 0x30))
    later = port.modem.report(int(references[1]), NUMBER, 0x00)
    port.say(later[:-9])
    port.modem.hold(later[-9:])
    assert modem.look() == READY
    port.say(port.modem.report(99, NUMBER, 0x00) + port.modem.report(int(references[2]), NUMBER, 0x46))
    port.say(b"\r\n+CDS: 25\r\n\r\n+CREG: 1\r\n" + b"\r\n+CDS: 25\r\n\r\n" + b"00" * 20 + b"\r\n")
    assert modem.look() == READY
    assert told == [("m1", 0, Delivered.NOT_YET), ("m1", 1, Delivered.YES), ("m1", 2, Delivered.NO)]


def test_no_report_is_asked_for_where_nobody_wants_one(port: SimulatedPort, modem: SmsModem) -> None:
    reference = modem.send(message(), 0)
    port.say(port.modem.report(int(reference), NUMBER, 0))
    assert modem.look() == READY
    assert not port.modem.sent[0].report


def test_echo_that_cannot_be_switched_off_is_tolerated(port: SimulatedPort, make: Making) -> None:
    port.modem.echo_for_ever = True
    modem = make()
    modem.connect()
    assert modem.look() == READY
    assert send_all(modem, LONG) == ["1", "2", "3"]
    assert port.modem.messages == [(NUMBER, LONG)]


def test_what_a_modem_says_by_itself_is_passed_over(port: SimulatedPort, make: Making) -> None:
    port.modem.noise = ("RING", "+CREG: 2", '+CREG: 2,"18F3","0A1B"', '+CMTI: "SM",3', "^RSSI:12", "+CMGS")
    modem = make()
    modem.connect()
    assert modem.look() == READY
    assert send_all(modem, LONG) == ["1", "2", "3"]


@pytest.mark.parametrize("stale", [b"\r\n+CMGS: 99\r\n\r\nOK\r\n", b"\r\n+CMS ERROR: 38\r\n", b"\r\n> "])
def test_an_answer_that_is_left_over_is_not_taken_for_this_one(
    port: SimulatedPort, modem: SmsModem, stale: bytes
) -> None:
    port.say(stale)
    assert modem.send(message(), 0) == "1"
    assert len(port.modem.messages) == 1


@pytest.mark.parametrize("stale", ["+CMGS: 99", "OK"])
def test_an_answer_that_comes_after_the_question_was_put_is_not_taken_for_its_own(
    port: SimulatedPort, modem: SmsModem, stale: str
) -> None:
    # Before each answer, and the prompt, stands one of another question.
    port.modem.noise = (stale,)
    assert modem.look() == READY
    assert modem.send(message(), 0) == "1"


def test_a_late_word_of_a_message_that_was_given_up_is_not_taken_for_the_next_one_s(
    port: SimulatedPort, modem: SmsModem
) -> None:
    port.modem.late = True
    modem.send_s = GIVE_UP_S
    failure = failed(modem)
    assert isinstance(failure, SendUnknown)
    modem.send_s = PATIENCE_S
    modem.connect()
    assert modem.send(message("next"), 0) == "2"
    assert len(port.modem.sent) == 2


@pytest.mark.parametrize(
    ("fault", "value", "key", "says"),
    [
        ("sim", "missing", "sms.no_sim", "put one in"),
        ("sim", "pin", "sms.pin_wanted", "switch the PIN off"),
        ("sim", "puk", "sms.puk_wanted", "unlock it"),
        ("registered", 2, "sms.not_registered", "check the antenna"),
        ("registered", 0, "sms.not_registered", "check the antenna"),
        ("registered", 3, "sms.network_refuses", "ask its provider"),
        ("signal", 3, "sms.weak_signal", "-107 dBm"),
    ],
)
def test_what_keeps_a_modem_from_sending_is_said_with_what_to_do_and_passes(
    port: SimulatedPort, make: Making, fault: str, value: object, key: str, says: str
) -> None:
    before = getattr(port.modem, fault)
    setattr(port.modem, fault, value)
    modem = make()
    modem.connect()
    health = modem.look()
    assert (health.state, health.key) == (State.DEGRADED, key)
    assert says in health.detail
    setattr(port.modem, fault, before)
    assert modem.look() == READY


@pytest.mark.parametrize(("registered", "lte"), [(5, 0), (0, 1), (2, 5)])
def test_a_foreign_network_and_lte_alone_are_networks(
    port: SimulatedPort, modem: SmsModem, registered: int, lte: int
) -> None:
    port.modem.registered, port.modem.lte_registered = registered, lte
    assert modem.look() == READY


def test_a_signal_between_weak_and_good_does_not_flicker(port: SimulatedPort, modem: SmsModem) -> None:
    states = []
    for signal in (6, 5, 6, 7, 8, 7, 99, 5, 99):
        port.modem.signal = signal
        states.append(modem.look().state is State.READY)
    assert states == [True, False, False, False, True, True, True, False, True]


@pytest.mark.parametrize(
    ("code", "kind", "passes"),
    [
        (38, NetworkBusy, True),
        (42, NetworkBusy, True),
        (500, NetworkBusy, True),
        (314, NetworkBusy, True),
        (331, NotRegistered, True),
        (313, SimNotReady, True),
        (1, NumberInvalid, False),
        (28, NumberInvalid, False),
        (21, MessageRefused, False),
        (304, MessageRefused, False),
    ],
)
def test_a_code_says_whether_it_may_pass(code: int, kind: type[SmsFailed], passes: bool) -> None:
    failure = failure_of("modem 1", Fault("CMS", code))
    assert type(failure) is kind
    assert kind.passes is passes
    assert not failure.maybe_done


def test_a_refusal_says_its_code_and_the_modem_goes_on(port: SimulatedPort, modem: SmsModem) -> None:
    port.modem.errors = [38, 1]
    for code, kind in ((38, NetworkBusy), (1, NumberInvalid)):
        failure = failed(modem)
        assert type(failure) is kind
        assert f"+CMS ERROR {code}" in failure.detail
    assert modem.send(message(), 0) == "1"


@pytest.mark.parametrize(("sim", "kind"), [("missing", SimMissing), ("pin", PinWanted), ("puk", PukWanted)])
def test_a_message_without_a_working_sim_waits_for_one(
    port: SimulatedPort, modem: SmsModem, sim: str, kind: type[SimNotReady]
) -> None:
    port.modem.sim = sim
    failure = failed(modem)
    assert type(failure) is kind
    assert failure.passes
    assert not failure.maybe_done
    port.modem.sim = "ready"
    assert modem.send(message(), 0) == "1"


def test_a_message_without_a_network_waits_for_one(port: SimulatedPort, modem: SmsModem) -> None:
    port.modem.registered = 2
    assert isinstance(failed(modem), NotRegistered)


def test_a_plain_error_and_a_timeout_of_the_network_are_told_apart() -> None:
    assert isinstance(failure_of("m", Fault()), NetworkBusy)
    assert isinstance(failure_of("m", Fault("CME", 100)), NetworkBusy)
    timeout = failure_of("m", Fault("CMS", 332))
    assert isinstance(timeout, OutcomeUnknown)
    assert not isinstance(timeout, DeviceUnreachable), "the modem is there"
    assert timeout.maybe_done


def test_a_wrong_length_is_refused_by_the_modem_and_said(
    port: SimulatedPort, modem: SmsModem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hardware.sms.pdu.Submit.octets", 5)
    failure = failed(modem)
    assert isinstance(failure, MessageRefused)
    assert "304" in failure.detail
    assert port.modem.sent == []


def test_a_silent_modem_is_gone_and_nothing_was_sent(port: SimulatedPort, modem: SmsModem) -> None:
    port.modem.silent = True
    out_of_patience(modem)
    for act in (modem.look, modem.connect):
        with pytest.raises(DeviceUnreachable, match="does not answer") as raised:
            act()
        assert not raised.value.maybe_done
    port.modem.silent = False
    patient(modem)
    modem.connect()
    assert modem.look() == READY


def test_a_modem_that_takes_nothing_is_gone_and_nothing_was_sent(
    port: SimulatedPort, modem: SmsModem
) -> None:
    port.stalled = True
    out_of_patience(modem)
    failure = failed(modem)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    port.stalled = False
    patient(modem)
    modem.connect()
    assert send_all(modem, "next") == ["1"]
    assert port.modem.messages == [(NUMBER, "next")]


def test_a_modem_that_gives_no_prompt_has_sent_nothing(port: SimulatedPort, modem: SmsModem) -> None:
    port.modem.no_prompt = True
    out_of_patience(modem)
    failure = failed(modem)
    patient(modem)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    assert port.modem.sent == []
    # It waits for a part now; the next driver's first word must not become one.
    port.modem.no_prompt = False
    modem.connect()
    assert modem.send(message("next"), 0) == "1"
    assert port.modem.messages == [(NUMBER, "next")]


def test_a_part_without_an_answer_is_unknown(port: SimulatedPort, modem: SmsModem) -> None:
    port.modem.mute_after_part = True
    modem.send_s = GIVE_UP_S
    failure = failed(modem)
    assert isinstance(failure, SendUnknown)
    assert failure.maybe_done
    assert failure.key == "sms.unknown"
    assert len(port.modem.sent) == 1


def test_a_modem_that_is_pulled_out_before_the_part_has_sent_nothing(
    port: SimulatedPort, modem: SmsModem
) -> None:
    port.plugged = False
    failure = failed(modem)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    with pytest.raises(DeviceUnreachable):
        modem.connect()
    port.plugged = True
    modem.connect()
    assert modem.send(message(), 0) == "1"


def test_a_modem_that_is_pulled_out_inside_the_part_leaves_it_unknown(
    port: SimulatedPort, modem: SmsModem
) -> None:
    port.hangs_up_after = port.modem.taken + 150
    failure = failed(modem)
    assert isinstance(failure, SendUnknown)
    assert port.modem.sent == []
    port.hangs_up_after = None
    if not port.plugged:  # the serial one was pulled out, the network one hung up
        port.plugged = True
    modem.connect()
    assert modem.send(message(), 0) == "1"


def test_a_modem_that_started_anew_is_told_again_how_to_talk(port: SimulatedPort, modem: SmsModem) -> None:
    port.modem.restart()
    assert modem.look() == READY
    port.modem.restart()
    assert modem.send(message(), 0) == "1"


def test_a_modem_left_at_its_prompt_by_a_dead_program_listens_again(
    port: SimulatedPort, make: Making
) -> None:
    port.modem.feed(b"AT+CMEE=1\rAT+CMGF=0\rAT+CMGS=23\r0011000D91")
    modem = make()
    modem.connect()
    assert modem.send(message(), 0) == "1"
    assert len(port.modem.sent) == 1


def test_a_modem_that_was_never_connected_is_not_there(make: Making) -> None:
    with pytest.raises(DeviceUnreachable, match="not connected"):
        make().look()


def test_a_wrong_address_is_said_before_anything_is_opened() -> None:
    with pytest.raises(ValueError, match="must begin with"):
        open_modem("usb://1:2")
    assert open_modem("serial:///dev/ttyUSB2").name == "serial:///dev/ttyUSB2"
