"""A ticket's slip as a sheet, in the parts and the order of the hall's layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.domain.slip_layout import USUAL_SLIP, Part, PartKind, Shown, SlipLayout
from hardware.slip.sheet import (
    Bar,
    Block,
    Code,
    Lines,
    Mark,
    Number,
    Picture,
    Sheet,
    Space,
    Words,
)
from hardware.slip.slip import Slip

SMALLEST: Final = 24
"""Dots an em of the smallest text: 3 mm, what a person of 70 still reads with glasses."""

DOTS_MM: Final = 8
_MARK = 40
_COPY = 44


@dataclass(frozen=True, slots=True)
class Role:
    """How a part is usually set; dots at 80 mm."""

    size: int
    others: int
    bold: bool = False
    others_bold: bool = False
    above: int = 6


_STEP: Final = Role(36, 30, bold=True, above=8)
_TO_COME: Final = Role(32, 28, above=6)
_NOTE: Final = Role(32, 28, bold=True, above=10)
_QR_TEXT: Final = Role(32, 28, above=0)

_ROLES: Final[Mapping[PartKind, Role]] = {
    PartKind.HALL: Role(38, 30, bold=True, above=8),
    PartKind.SERVICE: Role(48, 34, bold=True, others_bold=True, above=10),
    PartKind.WINDOWS: Role(48, 34, bold=True, others_bold=True, above=16),
    PartKind.PLACE: Role(36, 30, above=8),
    PartKind.AHEAD: Role(40, 32, bold=True, above=10),
    PartKind.WAIT: Role(40, 32, bold=True, above=4),
    PartKind.TIME: Role(34, 34, above=10),
    PartKind.PASSED_RULE: Role(32, 28, above=10),
    PartKind.PHONE: Role(36, 36, bold=True, others_bold=True, above=10),
    PartKind.COMPLAINTS: Role(32, 32, above=6),
    PartKind.MACHINE: Role(SMALLEST, SMALLEST, above=6),
    PartKind.NAME: Role(36, 30, above=8),
    PartKind.CARD: Role(32, 28, above=6),
    PartKind.TEXT: Role(32, 28, above=10),
}

_WORDS: Final[Mapping[PartKind, Callable[[Slip], Lines]]] = {
    PartKind.HALL: lambda slip: slip.hall,
    PartKind.SERVICE: lambda slip: slip.service,
    PartKind.WINDOWS: lambda slip: slip.windows,
    PartKind.PLACE: lambda slip: slip.place,
    PartKind.AHEAD: lambda slip: slip.ahead,
    PartKind.WAIT: lambda slip: slip.wait,
    PartKind.TIME: lambda slip: (slip.time,),
    PartKind.PASSED_RULE: lambda slip: slip.passed_rule,
    PartKind.PHONE: lambda slip: (slip.phone,),
    PartKind.COMPLAINTS: lambda slip: (slip.complaints,),
    PartKind.MACHINE: lambda slip: (slip.machine,),
    PartKind.NAME: lambda slip: slip.name,
    PartKind.CARD: lambda slip: slip.card,
}


def slip_sheet(slip: Slip, layout: SlipLayout | None = None) -> Sheet:
    """Return a ticket's slip in the hall's layout, or the usual one.

    A copy, and a number issued without the core, say so beside the number, whatever the layout: it cannot be
    torn off without the number.
    """
    shown = layout or USUAL_SLIP
    return tuple(block for part in shown.parts for block in _blocks(slip, part, shown))


def _blocks(slip: Slip, part: Part, layout: SlipLayout) -> Iterator[Block]:
    special = _SPECIAL.get(part.kind)
    if special is not None:
        yield from special(slip, part, layout)
    else:
        yield _words(part, _ROLES[part.kind], _shown(slip, part, _WORDS[part.kind](slip)))


def _bar(_slip: Slip, _part: Part, _layout: SlipLayout) -> Iterator[Block]:
    yield Bar()


def _space(_slip: Slip, part: Part, _layout: SlipLayout) -> Iterator[Block]:
    yield Space(round(part.height_mm * DOTS_MM))


def _logo(_slip: Slip, part: Part, layout: SlipLayout) -> Iterator[Block]:
    if layout.logo:
        yield Picture(layout.picture, part.align)


def _mark(slip: Slip, part: Part, _layout: SlipLayout) -> Iterator[Block]:
    yield Mark(_shown(slip, part, slip.mark), round(part.size_mm * DOTS_MM) or _MARK)


def _number(slip: Slip, _part: Part, _layout: SlipLayout) -> Iterator[Block]:
    if slip.copy:
        yield Mark(slip.copy, _COPY, wide=True)
    if slip.offline:
        yield Mark(slip.offline, _COPY, wide=True)
    yield Number(slip.number)
    if slip.offline_note:
        yield Words(
            slip.offline_note, size=_NOTE.size, others=_NOTE.others, bold=_NOTE.bold, above=_NOTE.above
        )


def _code(slip: Slip, part: Part, _layout: SlipLayout) -> Iterator[Block]:
    if slip.qr:
        yield Code(slip.qr, round(part.module_mm * DOTS_MM))
        yield _words(part, _QR_TEXT, _shown(slip, part, slip.qr_text))


def _free(slip: Slip, part: Part, _layout: SlipLayout) -> Iterator[Block]:
    texts = tuple(part.text[each] for each in slip.languages or part.text if part.text.get(each))
    yield _words(part, _ROLES[part.kind], _shown(slip, part, texts))


def _steps(slip: Slip, part: Part, _layout: SlipLayout) -> Iterator[Block]:
    """Give where a visit of several steps begins and where it goes on, between two lines."""
    if not slip.step and not slip.to_come:
        return
    yield Bar()
    yield _words(part, _STEP, _shown(slip, part, slip.step))
    for each in slip.to_come:
        yield _words(part, _TO_COME, _shown(slip, part, each))
    yield Bar()


def _shown(slip: Slip, part: Part, texts: Lines) -> Lines:
    """Return the words in the languages of the part; what is the same in every language stays."""
    if part.languages is Shown.ALL or len(texts) < 2:
        return texts
    if part.languages is Shown.FIRST and slip.first in slip.languages[: len(texts)]:
        return (texts[slip.languages.index(slip.first)],)
    return texts[:1]


def _words(part: Part, role: Role, texts: Lines) -> Words:
    size = round(part.size_mm * DOTS_MM) or role.size
    return Words(
        texts,
        size=size,
        others=max(SMALLEST, round(size * role.others / role.size)),
        bold=role.bold if part.bold is None else part.bold,
        others_bold=role.others_bold if part.bold is None else part.bold and role.others_bold,
        align=part.align,
        above=role.above,
    )


_SPECIAL: Final[Mapping[PartKind, Callable[[Slip, Part, SlipLayout], Iterator[Block]]]] = {
    PartKind.BAR: _bar,
    PartKind.SPACE: _space,
    PartKind.LOGO: _logo,
    PartKind.MARK: _mark,
    PartKind.NUMBER: _number,
    PartKind.STEP: _steps,
    PartKind.QR: _code,
    PartKind.TEXT: _free,
}
"""Parts that are more than words."""
