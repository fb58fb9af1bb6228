"""Made-up cards for the simulator, the tests and training: nobody's numbers, right in form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hardware.idcard.numbers import check_digit, check_digit_2017
from hardware.idcard.record import FLAG, LENGTHS, PHOTO_BYTES, TEXT_BYTES


@dataclass(frozen=True, slots=True)
class MadeUpCard:
    """What a made-up card holds.

    Attributes:
        flag: The sign at byte 248: ``""`` resident, ``"J"``, ``"I"``, ``"Y"``, or one that is unknown.
        born: ``YYYYMMDD``.
        number: With its check digit.
    """

    name: str
    born: str
    number: str
    address: str = ""
    flag: str = ""
    english: str = ""

    def text(self) -> bytes:
        """Return the 256 bytes of text."""
        fields = _foreigner_2017(self) if self.flag == "I" else _as_resident(self)
        text = bytearray(" ".encode("utf-16-le") * (TEXT_BYTES // 2))
        for at, value in [*fields.items(), (FLAG.start, self.flag)]:
            data = value.encode("utf-16-le")
            text[at : at + len(data)] = data
        return bytes(text)

    def read(self) -> bytes:
        """Return the data of the answer to READ, with a photo that shows nobody."""
        return LENGTHS + self.text() + bytes(PHOTO_BYTES)


def _as_resident(card: MadeUpCard) -> dict[int, str]:
    beside = card.english if card.flag == "Y" else card.address
    return {0: card.name, 30: "2", 32: "04", 36: card.born, 52: beside, 122: card.number}


def _foreigner_2017(card: MadeUpCard) -> dict[int, str]:
    return {0: card.english, 120: "2", 122: card.number, 152: "NPL", 158: card.name, 220: card.born}


def _number(first: str) -> str:
    return first + check_digit(first)


# No province has the code 10, no country 999 or the letters ZZZ.
RESIDENT = MadeUpCard("央金拉姆", "19540312", _number("10010119540312002"), "拉萨市城关区虚构路七号院九栋")
YOUNG = MadeUpCard("张三丰", "19990901", _number("10010219990901001"), "平凉市崆峒区虚构街十一号")
HONG_KONG = MadeUpCard("欧阳虚构", "19710228", _number("81000019710228999"), "深圳市虚构大道三号", flag="J")
FOREIGNER_2017 = MadeUpCard(
    "", "19880704", "ZZZ11008807041" + check_digit_2017("ZZZ11008807041"), flag="I", english="MADEUP, ZOE"
)
FOREIGNER_2023 = MadeUpCard(
    "虚构", "19601224", _number("91199919601224001"), flag="Y", english="MADEUP, NOEL"
)
UNKNOWN_KIND = replace(YOUNG, flag="Q")
WRONG_NUMBER = replace(YOUNG, number=YOUNG.number[:-1] + ("0" if YOUNG.number[-1] != "0" else "1"))
"""Its check digit is wrong."""
EVERY_KIND = (RESIDENT, YOUNG, HONG_KONG, FOREIGNER_2017, FOREIGNER_2023)
