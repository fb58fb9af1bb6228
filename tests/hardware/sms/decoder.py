"""Reads SMS-SUBMIT as the standard's tables say, written apart from the encoder: strict, octet by octet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Read(NamedTuple):
    number: str
    text: str
    reference: int
    parts: int
    place: int
    validity: int
    report: bool


def read(pdu: str) -> Read:
    octets = list(bytes.fromhex(pdu))
    assert octets.pop(0) == 0, "the SIM's own centre"
    first = octets.pop(0)
    assert first & 0b11 == 1, "SUBMIT"
    assert first & 0b11000 == 0b10000, "relative validity"
    assert octets.pop(0) == 0, "the modem counts"
    length, kind = octets.pop(0), octets.pop(0)
    digits = ""
    for _ in range((length + 1) // 2):
        octet = octets.pop(0)
        digits += f"{octet & 15:x}{octet >> 4:x}"
    assert digits[length:] in ("", "f")
    number = ("+" if kind == 0x91 else "") + digits[:length]
    assert kind in (0x91, 0x81)
    assert octets.pop(0) == 0, "PID"
    assert octets.pop(0) == 8, "UCS-2"
    validity = octets.pop(0)
    assert octets.pop(0) == len(octets) <= 140
    reference, count, place = 0, 1, 1
    if first & 0x40:
        assert octets[:3] == [5, 0, 3]
        reference, count, place = octets[3:6]
        octets = octets[6:]
    # Strict: half a surrogate raises.
    text = bytes(octets).decode("utf-16-be")
    return Read(number, text, reference, count, place, validity, bool(first & 0x20))


def reassemble(pdus: Iterable[str]) -> str:
    parts = sorted((read(pdu) for pdu in pdus), key=lambda part: part.place)
    assert [part.place for part in parts] == list(range(1, len(parts) + 1))
    assert {(part.parts, part.reference) for part in parts} == {(len(parts), parts[0].reference)}
    return "".join(part.text for part in parts)
