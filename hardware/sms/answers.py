"""What a modem says, line by line, in words of our own.

Source: 3GPP TS 27.007 (+CPIN, +CREG, +CSQ, +CME ERROR: 9.2), TS 27.005 (+CMGS, +CMS ERROR: 3.2.5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_ERROR = re.compile(r"^\+(CM[ES]) ERROR: ?([0-9]{1,5})$")
_SENT = re.compile(r"^\+CMGS: ?([0-9]{1,3})(?:,.*)?$")
_REGISTERED = re.compile(r"^\+CE?REG: ?[0-9],([0-9]{1,2})(?:,.*)?$")
_SIGNAL = re.compile(r"^\+CSQ: ?([0-9]{1,2}),[0-9]{1,2}$")
_PIN = re.compile(r"^\+CPIN: ?(.+)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """A modem's refusal.

    Attributes:
        family: ``"CMS"`` of a message, ``"CME"`` of the modem or SIM, ``""`` a plain ``ERROR``.
        code: Its number; -1 with a plain ``ERROR``.
    """

    family: str = ""
    code: int = -1

    def __str__(self) -> str:
        return f"+{self.family} ERROR {self.code}" if self.family else "ERROR"


class Sim(Enum):
    """How the SIM card is."""

    READY = "ready"
    MISSING = "missing"
    PIN = "pin"
    PUK = "puk"
    BUSY = "busy"
    FAILED = "failed"


class Registration(Enum):
    """How the modem stands with the network, as ``+CREG`` numbers it."""

    NONE = 0
    HOME = 1
    SEARCHING = 2
    DENIED = 3
    UNKNOWN = 4
    ROAMING = 5
    HOME_SMS_ONLY = 6
    ROAMING_SMS_ONLY = 7

    @property
    def can_send(self) -> bool:
        """Whether messages go out."""
        return self in _CAN_SEND


_CAN_SEND = {
    Registration.HOME,
    Registration.ROAMING,
    Registration.HOME_SMS_ONLY,
    Registration.ROAMING_SMS_ONLY,
}


def read_fault(line: str) -> Fault | None:
    """Return the refusal a line is, ``None`` for every other line."""
    if line in ("ERROR", "COMMAND NOT SUPPORT"):
        return Fault()
    found = _ERROR.match(line)
    return Fault(found[1], int(found[2])) if found else None


def read_sent(line: str) -> int | None:
    """Return the number the network gave a sent part, 0-255, ``None`` for every other line."""
    found = _SENT.match(line)
    return int(found[1]) if found and int(found[1]) <= 255 else None


def read_registration(line: str) -> Registration | None:
    """Return the answer to ``+CREG?`` or ``+CEREG?``.

    A line with one number only is news that nobody asked for (``+CREG: 2``) and no answer.
    """
    found = _REGISTERED.match(line)
    if not found:
        return None
    number = int(found[1])
    known = {state.value for state in Registration}
    return Registration(number) if number in known else Registration.UNKNOWN


def read_signal(line: str) -> int | None:
    """Return the strength ``+CSQ`` tells: 0-31, 99 where the modem does not know; see :func:`dbm`."""
    found = _SIGNAL.match(line)
    return int(found[1]) if found else None


def dbm(signal: int) -> int | None:
    """Return a strength in dBm, ``None`` where the modem does not know.

    >>> dbm(0), dbm(31), dbm(99)
    (-113, -51, None)
    """
    return 2 * signal - 113 if 0 <= signal <= 31 else None


def read_sim(line: str) -> Sim | None:
    """Return the answer to ``+CPIN?``, ``None`` for every other line; a missing SIM is a refusal instead."""
    found = _PIN.match(line)
    if not found:
        return None
    match found[1].strip():
        case "READY":
            return Sim.READY
        case "SIM PUK" | "SIM PUK2" | "PH-NET PUK":
            return Sim.PUK
        case "NOT INSERTED" | "NOT READY":
            return Sim.MISSING
    return Sim.PIN


_SIM_FAULTS = {
    ("CME", 10): Sim.MISSING,
    ("CME", 11): Sim.PIN,
    ("CME", 12): Sim.PUK,
    ("CME", 13): Sim.FAILED,
    ("CME", 14): Sim.BUSY,
    ("CME", 15): Sim.FAILED,
    ("CMS", 310): Sim.MISSING,
    ("CMS", 311): Sim.PIN,
    ("CMS", 312): Sim.PIN,
    ("CMS", 313): Sim.FAILED,
    ("CMS", 314): Sim.BUSY,
    ("CMS", 315): Sim.FAILED,
    ("CMS", 316): Sim.PUK,
}


def sim_of(fault: Fault) -> Sim | None:
    """Return how the SIM is, by a refusal that speaks of it; ``None``: it speaks of something else."""
    return _SIM_FAULTS.get((fault.family, fault.code))
