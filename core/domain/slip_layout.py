"""How a hall wants its slips: which parts, in which order, how large. No slip breaks the rules at the end."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from dataclasses import dataclass, field
from enum import StrEnum

from core.domain.text import Text

SMALLEST_MM = 3.0
"""Height of the smallest letters: what a person of 70 still reads with glasses."""

LARGEST_MM = 12.0
LEAST_MODULE_MM = 0.5
"""Side of a square of the QR code: what a cheap phone still reads."""

MOST_MODULE_MM = 1.5
MOST_SPACE_MM = 30.0
MOST_PARTS = 40
MOST_LETTERS = 400
"""Of a free text in one language."""

MOST_LOGO_BYTES = 16 * 1024
MOST_LOGO_DOTS = (576, 400)
"""Width and height of the logo; 8 dots to the millimetre on 80 mm paper."""


class PartKind(StrEnum):
    """What a part shows; the values are the words of the hall file."""

    HALL = "hall"
    SERVICE = "service"
    MARK = "mark"
    NUMBER = "number"
    WINDOWS = "windows"
    PLACE = "place"
    AHEAD = "ahead"
    WAIT = "wait"
    STEP = "step"
    TIME = "time"
    PASSED_RULE = "passed_rule"
    QR = "qr"
    PHONE = "phone"
    COMPLAINTS = "complaints"
    MACHINE = "machine"
    NAME = "name"
    CARD = "card"
    TEXT = "text"
    LOGO = "logo"
    BAR = "bar"
    SPACE = "space"


class Align(StrEnum):
    """Where a line begins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Shown(StrEnum):
    """In which of the slip's languages a part is shown: all, the hall's first one, the reader's."""

    ALL = "all"
    FIRST = "first"
    READER = "reader"


REPEATED = frozenset({PartKind.TEXT, PartKind.BAR, PartKind.SPACE})
"""Parts that may be on a slip more than once."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a slip; without words for it on a ticket it takes no room.

    Attributes:
        size_mm: Height of the letters in the first language on 80 mm paper, 3-12; 0: as usual for the part.
        bold: ``None``: as usual for the part.
        text: The words of a free text.
        module_mm: Side of a square of the QR code, 0.5-1.5; 0: the code is about a third of the paper wide.
        height_mm: Height of a space.
    """

    kind: PartKind
    size_mm: float = 0.0
    bold: bool | None = None
    align: Align = Align.CENTRE
    languages: Shown = Shown.ALL
    text: Text = field(default_factory=dict)
    module_mm: float = 0.0
    height_mm: float = 0.0

    def __post_init__(self) -> None:
        if self.size_mm and not SMALLEST_MM <= self.size_mm <= LARGEST_MM:
            raise ValueError(f"letters are {SMALLEST_MM:g} to {LARGEST_MM:g} mm high, not {self.size_mm:g}")
        if self.module_mm and not LEAST_MODULE_MM <= self.module_mm <= MOST_MODULE_MM:
            raise ValueError(
                f"a square of the code is {LEAST_MODULE_MM:g} mm or more, not {self.module_mm:g}"
            )


@dataclass(frozen=True, slots=True)
class SlipLayout:
    """What is on every slip of a hall, from top to bottom.

    Attributes:
        logo: A PNG in Base64; ``""``: none.
    """

    parts: tuple[Part, ...]
    logo: str = ""

    def __post_init__(self) -> None:
        if not any(part.kind is PartKind.NUMBER for part in self.parts):
            raise ValueError("a slip without its number is no slip")

    @property
    def picture(self) -> bytes:
        """The logo as a PNG file; empty: none."""
        return b64decode(self.logo)


USUAL_SLIP = SlipLayout(
    tuple(
        Part(kind)
        for kind in (
            PartKind.LOGO, PartKind.HALL, PartKind.BAR, PartKind.SERVICE, PartKind.MARK, PartKind.NUMBER,
            PartKind.WINDOWS, PartKind.PLACE, PartKind.AHEAD, PartKind.WAIT, PartKind.STEP, PartKind.TIME,
            PartKind.BAR, PartKind.PASSED_RULE, PartKind.QR, PartKind.PHONE, PartKind.COMPLAINTS,
            PartKind.MACHINE,
        )
    )
)  # fmt: skip
"""The slip of a hall that says nothing of its slips: everything but the visitor's name and card."""

_ID_NUMBER = re.compile(r"(?<![0-9])[0-9]{17}[0-9X](?![0-9])", re.IGNORECASE)
_SPACED_ID = re.compile(
    r"(?<![0-9])[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]", re.I
)
_GAP = re.compile(r"(?<=[0-9])[ \-–·.](?=[0-9X])", re.IGNORECASE)


def holds_id_number(text: str) -> bool:
    """Return whether a text holds a whole identity number: 18 digits, or with gaps and a date of birth."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(_ID_NUMBER.search(plain) or _SPACED_ID.search(_GAP.sub("", plain)))
