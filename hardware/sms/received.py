"""A part as the network reads it, for the simulated modem.

Source: 3GPP TS 23.040, 9.2.2.2 and 9.2.3.24.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """One part that was sent.

    Attributes:
        reference: What ties the parts together, with the number; 0 for a single part.
        place: 1 to ``count``.
        validity: The octet for how long the network is to try.
        report: Whether it is to tell of the delivery.
    """

    number: str = field(repr=False)
    text: str = field(repr=False)
    reference: int = 0
    count: int = 1
    place: int = 1
    validity: int = 0
    report: bool = False


def read_submit(pdu: str) -> Part:
    """Read SMS-SUBMIT in UCS-2 with a relative validity, as a modem takes it.

    Raises:
        ValueError: It is none, or its lengths are wrong.
    """
    data = bytes.fromhex(pdu)
    try:
        at = 1 + data[0]
        first, digits, kind = data[at], data[at + 2], data[at + 3]
        end = at + 4 + (digits + 1) // 2
        number = "".join(f"{octet & 15:X}{octet >> 4:X}" for octet in data[at + 4 : end])[:digits]
        coding, length, body = data[end + 1], data[end + 3], data[end + 4 :]
    except IndexError:
        raise ValueError("a part that ends too soon") from None
    if first & 0x1B != 0x11 or coding != 8 or length != len(body) or length > 140:
        raise ValueError("no SMS-SUBMIT in UCS-2")
    tied = _header(body) if first & 0x40 else (0, 1, 1)
    text = body[1 + body[0] if first & 0x40 else 0 :].decode("utf-16-be")
    return Part(("+" if kind & 0x70 == 0x10 else "") + number, text, *tied, data[end + 2], bool(first & 0x20))


def _header(body: bytes) -> tuple[int, int, int]:
    if len(body) < 6 or body[0] != 5 or body[1:3] != b"\x00\x03":
        raise ValueError("a header that ties no parts")
    return body[3], body[4], body[5]


def whole(parts: Iterable[Part]) -> list[tuple[str, str]]:
    """Return number and text of each message of which every part has come, in order of completion."""
    open_ones: dict[tuple[str, int, int], dict[int, str]] = {}
    done: list[tuple[str, str]] = []
    for part in parts:
        tied = open_ones.setdefault((part.number, part.reference, part.count), {})
        tied[part.place] = part.text
        if len(tied) == part.count:
            done.append((part.number, "".join(tied[place] for place in sorted(tied))))
            del open_ones[part.number, part.reference, part.count]
    return done
