"""What is on a piece of paper, as blocks from top to bottom: for a picture, and for a printer's own text.

A slip, a told-once list and a closing slip are all sheets. Sizes are dots an em on 80 mm paper, 8 dots to the
millimetre; narrower paper gets a little less, and nothing is set below 3 mm.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.slip_layout import Align as Align

Lines = tuple[str, ...]
"""The same words in each language of the hall, the first language first; nothing is left out."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in each language, one under the other.

    Attributes:
        size: Dots an em of the first language.
        others: Dots an em of the other languages; 0: as the first.
        bold: The first language's.
        others_bold: The other languages'.
        above: Dots of room above.
    """

    texts: Lines
    size: int = 32
    others: int = 0
    bold: bool = False
    others_bold: bool = False
    align: Align = Align.CENTRE
    above: int = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Words in white on a black field: booked, first in line, a copy.

    Attributes:
        size: Dots an em of the first language; the others are a fifth smaller.
        wide: The field goes across the whole paper.
    """

    texts: Lines
    size: int = 40
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A ticket's number across the whole paper."""

    number: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code.

    Attributes:
        dots: Side of a module in dots, at least 4 (0.5 mm); 0: the code is about a third of the paper wide.
    """

    content: str
    dots: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Something at the left and its figure at the right: ``A001-A120 ... 96``."""

    left: str
    right: str
    size: int = 28
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box before the same words in each language, ticked or not.

    Attributes:
        notes: Lines of the smallest size below, set in as the words are.
    """

    texts: Lines
    ticked: bool = False
    notes: Lines = ()
    size: int = 32


@dataclass(frozen=True, slots=True)
class Signature:
    """What is to be written by hand, and a line to write it on."""

    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture, such as the hall's logo; a printer's own text leaves it out.

    Attributes:
        png: A PNG file, dot for dot as on 80 mm paper; narrower paper gets it smaller.
    """

    png: bytes
    align: Align = Align.CENTRE
    above: int = 8


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so many dots high."""

    dots: int


Block = Words | Mark | Number | Bar | Code | Row | Tick | Signature | Picture | Space

Sheet = tuple[Block, ...]
"""A piece of paper, from top to bottom; empty blocks take no room."""
