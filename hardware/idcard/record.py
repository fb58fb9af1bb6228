"""The record on a card, and the one function that looks into it.

The answer to READ is two lengths (text, photo; two bytes each, big endian), 256 bytes of text in UTF-16LE,
padded with spaces, and the photo, which is left alone.

Sources: GA/T 490 (resident); 外国人身份证居留证芯片机读数据项表 (foreigner of 2017, ``I``);
港澳台居民居住证机读信息规范 (``J``) and 新版外国人永久居留身份证机读信息规则 2023 (``Y``), both by the
structures of an open reader program. No real card was at hand: a wrong offset would be refused, because
the number's check digit and the date of birth in it must fit the date of birth beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.domain.privacy import hash_of, masked_name
from hardware.idcard.card import DayKey, Kind, SeenCard
from hardware.idcard.numbers import age_on, day_of, is_right

LENGTHS = bytes.fromhex("0100 0400")
"""Of text and photo, in front of them."""
TEXT_BYTES, PHOTO_BYTES = 256, 1024
FLAG = slice(248, 250)
_OLDEST = 130
"""Years of age that nobody has reached."""
_PADDING = " \u3000\0"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in the 256 bytes of a kind of card things stand.

    Attributes:
        names: The first that is not empty counts.
        number: 18 characters, of the foreigner's card of 2017 15.
        first: Digits that a number of this kind may begin with; ``""``: it begins with a letter.
    """

    kind: Kind
    names: tuple[slice, ...]
    born: slice
    number: slice
    first: str


_NAME, _BORN, _NUMBER = slice(0, 30), slice(36, 52), slice(122, 158)

LAYOUTS = {
    "": Layout(Kind.RESIDENT, (_NAME,), _BORN, _NUMBER, "12345678"),
    "J": Layout(Kind.HK_MACAO_TAIWAN, (_NAME,), _BORN, _NUMBER, "8"),
    "I": Layout(Kind.FOREIGNER, (slice(158, 188), slice(0, 120)), slice(220, 236), slice(122, 152), ""),
    "Y": Layout(Kind.FOREIGNER, (_NAME, slice(52, 122)), _BORN, _NUMBER, "9"),
}
"""By the sign at byte 248."""


class Refused(Enum):
    """Why nothing is known of a card that was read."""

    SHORT = "the answer holds no whole record"
    KIND = "it is of a kind this program does not know"
    NUMBER = "its number, check digit and date of birth do not fit"
    BORN = "its date of birth cannot be"


def seen_card(data: bytes, today: DayKey) -> SeenCard | Refused:
    """Return what may be known of a card, given the data of the answer to READ.

    The record lives in here. It is never raised: an exception would carry it into a log.
    """
    text = data[len(LENGTHS) : len(LENGTHS) + TEXT_BYTES]
    if data[: len(LENGTHS)] != LENGTHS or len(text) != TEXT_BYTES:
        return Refused.SHORT

    def written(place: slice) -> str:
        return text[place].decode("utf-16-le", "replace").strip(_PADDING)

    layout = LAYOUTS.get(written(FLAG))
    if layout is None:
        return Refused.KIND
    born, number = written(layout.born), written(layout.number).upper()
    if not is_right(number, born) or number[0] not in (layout.first or "ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        return Refused.NUMBER
    day = day_of(born)
    if day is None or not 0 <= age_on(day, today.day) <= _OLDEST:
        return Refused.BORN
    name = next(filter(None, map(written, layout.names)), "")
    return SeenCard(
        layout.kind,
        hash_of(number, today.key),
        age_on(day, today.day),
        "" if "\ufffd" in name else masked_name(name),
    )
