"""The network's word that a message was delivered, or not: SMS-STATUS-REPORT.

Source: 3GPP TS 23.040, 9.2.2.3 (the frame), 9.2.3.15 (status).
"""

from __future__ import annotations

from dataclasses import dataclass

from hardware.sms.ports import Delivered


@dataclass(frozen=True, slots=True)
class Report:
    """One status report.

    Attributes:
        reference: The number ``+CMGS`` gave the part, 0-255.
        status: The octet itself, for the log.
    """

    reference: int
    delivered: Delivered
    status: int


def read_report(pdu: str) -> Report:
    """Read the hex line that follows ``+CDS:``.

    ::

        n centre | first (low bits 10) | reference | digits TOA number | 7 sent | 7 ended | status

    Raises:
        ValueError: It is no status report.
    """
    data = bytes.fromhex(pdu)
    rest = data[1 + data[0] :] if data else b""
    if len(rest) < 3 or rest[0] & 3 != 2:
        raise ValueError("no status report")
    at = 4 + (rest[2] + 1) // 2 + 14
    if len(rest) <= at:
        raise ValueError("a status report that ends too soon")
    return Report(rest[1], _delivered(rest[at]), rest[at])


def _delivered(status: int) -> Delivered:
    if status < 0x20:
        return Delivered.YES
    return Delivered.NOT_YET if status < 0x40 else Delivered.NO
