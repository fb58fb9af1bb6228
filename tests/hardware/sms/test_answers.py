"""What modems say."""

from __future__ import annotations

import pytest

from hardware.sms.answers import (
    Fault,
    Registration,
    Sim,
    dbm,
    read_fault,
    read_registration,
    read_sent,
    read_signal,
    read_sim,
    sim_of,
)
from hardware.sms.ports import Delivered
from hardware.sms.report import read_report


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("ERROR", Fault()),
        ("COMMAND NOT SUPPORT", Fault()),
        ("+CMS ERROR: 304", Fault("CMS", 304)),
        ("+CME ERROR:10", Fault("CME", 10)),
        ("OK", None),
        ("+CMS ERROR: busy", None),
        ("ERRORS", None),
    ],
)
def test_a_refusal_is_told_from_every_other_line(line: str, fault: Fault | None) -> None:
    assert read_fault(line) == fault


def test_a_refusal_says_its_number() -> None:
    assert [str(Fault("CMS", 38)), str(Fault())] == ["+CMS ERROR 38", "ERROR"]


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("+CMGS: 0", 0),
        ("+CMGS:255", 255),
        ('+CMGS: 12,"x"', 12),
        ("+CMGS: 256", None),
        ("+CMGS:", None),
        ("OK", None),
    ],
)
def test_a_sent_part_has_its_number(line: str, reference: int | None) -> None:
    assert read_sent(line) == reference


@pytest.mark.parametrize(
    ("line", "state", "sends"),
    [
        ("+CREG: 0,1", Registration.HOME, True),
        ('+CREG: 2,5,"18F3","0A1B",7', Registration.ROAMING, True),
        ("+CEREG: 0,6", Registration.HOME_SMS_ONLY, True),
        ("+CREG: 0,0", Registration.NONE, False),
        ("+CREG: 0,2", Registration.SEARCHING, False),
        ("+CREG: 0,3", Registration.DENIED, False),
        ("+CREG: 0,42", Registration.UNKNOWN, False),
    ],
)
def test_the_network_s_answer_is_understood(line: str, state: Registration, sends: bool) -> None:
    read = read_registration(line)
    assert read is state
    assert read.can_send is sends


@pytest.mark.parametrize("line", ["+CREG: 1", '+CREG: 5,"18F3","0A1B"', "+CGREG: 0,1", "OK"])
def test_news_of_the_network_are_no_answer(line: str) -> None:
    assert read_registration(line) is None


@pytest.mark.parametrize(
    ("line", "signal", "strength"),
    [("+CSQ: 0,0", 0, -113), ("+CSQ: 31,99", 31, -51), ("+CSQ: 99,99", 99, None)],
)
def test_the_signal_s_strength_is_understood(line: str, signal: int, strength: int | None) -> None:
    read = read_signal(line)
    assert read == signal
    assert dbm(read) == strength


def test_other_lines_are_no_signal() -> None:
    assert read_signal("+CSQ: strong") is None


@pytest.mark.parametrize(
    ("line", "sim"),
    [
        ("+CPIN: READY", Sim.READY),
        ("+CPIN: SIM PIN", Sim.PIN),
        ("+CPIN: PH-SIM PIN", Sim.PIN),
        ("+CPIN: SIM PUK", Sim.PUK),
        ("+CPIN: NOT INSERTED", Sim.MISSING),
        ("OK", None),
        ("+CME ERROR: 10", None),
    ],
)
def test_the_sim_s_answer_is_understood(line: str, sim: Sim | None) -> None:
    assert read_sim(line) is sim


@pytest.mark.parametrize(
    ("line", "sim"),
    [
        ("+CME ERROR: 10", Sim.MISSING),
        ("+CME ERROR: 11", Sim.PIN),
        ("+CME ERROR: 12", Sim.PUK),
        ("+CME ERROR: 14", Sim.BUSY),
        ("+CMS ERROR: 310", Sim.MISSING),
        ("+CME ERROR: 100", None),
        ("ERROR", None),
    ],
)
def test_some_refusals_speak_of_the_sim(line: str, sim: Sim | None) -> None:
    fault = read_fault(line)
    assert fault is not None
    assert sim_of(fault) is sim


REPORT = "00062A0D91683108108300F0" + "62110391000023" + "62110391000523"


@pytest.mark.parametrize(
    ("status", "delivered"),
    [(0x00, Delivered.YES), (0x1F, Delivered.YES), (0x20, Delivered.NOT_YET), (0x46, Delivered.NO)],
)
@pytest.mark.parametrize("centre", ["00", "0891683108200505F0"])
def test_a_status_report_says_what_became_of_which_part(
    status: int, delivered: Delivered, centre: str
) -> None:
    read = read_report(f"{centre}{REPORT[2:]}{status:02X}")
    assert (read.reference, read.delivered, read.status) == (0x2A, delivered, status)


@pytest.mark.parametrize("pdu", ["", "00", "zz", "0004" + REPORT[4:] + "00", REPORT])
def test_what_is_no_status_report_is_refused(pdu: str) -> None:
    with pytest.raises(ValueError, match=r"report|hexadecimal"):
        read_report(pdu)
