"""Short messages as a modem takes them in PDU mode: SMS-SUBMIT in UCS-2, in as many parts as it takes.

Source: 3GPP TS 23.040, 9.2.2.2 (SMS-SUBMIT), 9.2.3.24.1 (parts); TS 27.005, 4.3 (+CMGS, length).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.domain.sms import SINGLE_UNITS, units

PART_UNITS = 67
"""UTF-16 units of a part that carries a header."""
MOST_PARTS = 255

_SUBMIT = 0x11  # a message to be sent, its validity relative (9.2.3.1, 9.2.3.3)
_WITH_HEADER = 0x40
_WANTS_REPORT = 0x20
_UCS2 = 0x08  # 23.038, section 4
_INTERNATIONAL, _AS_DIALLED = 0x91, 0x81  # 24.011, 8.2.5.2: type of number, numbering plan ISDN
DAY_MINUTES = 24 * 60
_NUMBER = re.compile(r"^\+?[0-9]{1,20}$")


class TextRefused(ValueError):
    """A text that cannot be sent: empty, too long, or not text at all; it is not in the sentence.

    Attributes:
        key: Stable message key.
    """

    key = "sms.text_invalid"


@dataclass(frozen=True, slots=True)
class Submit:
    """One part, ready for ``AT+CMGS``.

    Attributes:
        hex: The whole part in capital hex digits; it holds a number and a text, so it is never logged.
    """

    hex: str

    @property
    def octets(self) -> int:
        """What ``AT+CMGS=`` is told: octets without the first, the length of the centre's address (0)."""
        return len(self.hex) // 2 - 1

    def __repr__(self) -> str:
        return f"Submit({self.octets} octets)"


def split_text(text: str) -> list[str]:
    """Return a text's parts in order; a sign of two units (surrogates) is never cut.

    Raises:
        TextRefused: It is empty, takes more than :data:`MOST_PARTS` parts, or holds half a sign.
    """
    if not text:
        raise TextRefused("an empty text")
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in text):
        raise TextRefused("a text with half a sign in it (a surrogate that stands alone)")
    if units(text) <= SINGLE_UNITS:
        return [text]
    parts = _cut(text)
    if len(parts) > MOST_PARTS:
        raise TextRefused(f"a text of {len(parts)} parts; {MOST_PARTS} at most")
    return parts


def _cut(text: str) -> list[str]:
    parts: list[str] = []
    start = taken = 0
    for at, sign in enumerate(text):
        more = units(sign)
        if taken + more > PART_UNITS:
            parts.append(text[start:at])
            start, taken = at, 0
        taken += more
    return [*parts, text[start:]]


def encode(
    number: str, text: str, reference: int, *, minutes: int = DAY_MINUTES, report: bool = False
) -> list[Submit]:
    """Return a message's parts, each for one ``AT+CMGS``.

    Args:
        number: Digits, with ``+`` for an international one (``"+8613800138000"``).
        reference: What ties the parts together on the phone, 0-255; the same for all parts of a text.
        minutes: How long the network tries, 5 minutes to 63 weeks; rounded up to what can be said.
        report: Whether the network is to tell when it is delivered.

    Raises:
        TextRefused: See :func:`split_text`.
        ValueError: No number, or a reference out of its range.
    """
    if not _NUMBER.match(number):
        raise ValueError("a number is 1 to 20 digits, with a + before an international one")
    if not 0 <= reference <= 255:
        raise ValueError(f"a reference is 0 to 255, not {reference}")
    texts = split_text(text)
    return [
        _submit(number, part, _header(reference, len(texts), place), minutes, report)
        for place, part in enumerate(texts, 1)
    ]


def _header(reference: int, count: int, place: int) -> bytes:
    """Return ``05 00 03 reference count place``, nothing for a single part."""
    return bytes((5, 0, 3, reference, count, place)) if count > 1 else b""


def _submit(number: str, text: str, header: bytes, minutes: int, report: bool) -> Submit:
    """Return one part.

    ::

        00 | first | 00 | digits TOA semi-octets | 00 PID | 08 DCS | VP | UDL | header, UTF-16 BE
        the SIM's    the modem counts                                octets
        own centre
    """
    first = _SUBMIT | (_WITH_HEADER if header else 0) | (_WANTS_REPORT if report else 0)
    data = header + text.encode("utf-16-be")
    body = bytes((0, first, 0)) + _address(number) + bytes((0, _UCS2, validity(minutes), len(data))) + data
    return Submit(body.hex().upper())


def _address(number: str) -> bytes:
    digits = number.removeprefix("+")
    kind = _INTERNATIONAL if number.startswith("+") else _AS_DIALLED
    return bytes((len(digits), kind)) + semi_octets(digits)


def semi_octets(digits: str) -> bytes:
    """Return digits two to an octet, the first in the low half, an odd count filled with F.

    >>> semi_octets("8613800138000").hex()
    '683108108300f0'
    """
    even = digits + "F" * (len(digits) % 2)
    return bytes.fromhex("".join(even[at + 1] + even[at] for at in range(0, len(even), 2)))


def validity(minutes: int) -> int:
    """Return the octet for at least so many minutes.

    >>> validity(1), validity(10), validity(720), validity(DAY_MINUTES), validity(2880)
    (0, 1, 143, 167, 168)

    Source: 23.040, 9.2.3.12.1: steps of 5 minutes to 12 hours, 30 minutes to a day, days to 30, then weeks.
    """
    half_day = DAY_MINUTES // 2
    if minutes <= half_day:
        return max(0, -(-minutes // 5) - 1)
    if minutes <= DAY_MINUTES:
        return 143 + -(-(minutes - half_day) // 30)
    days = -(-minutes // DAY_MINUTES)
    return 166 + days if days <= 30 else min(255, 192 + -(-days // 7))
