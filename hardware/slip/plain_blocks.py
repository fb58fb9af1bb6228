"""Each block of a sheet in a printer's own characters; what its font does not have, painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import singledispatch

from hardware.printer import escpos, text
from hardware.printer.raster import Raster
from hardware.slip import qr
from hardware.slip.columns import columns, encoded, plain, wrapped
from hardware.slip.layout import SMALLEST
from hardware.slip.page import FULL_WIDTH
from hardware.slip.painter import paint
from hardware.slip.sheet import (
    Align,
    Bar,
    Block,
    Code,
    Mark,
    Number,
    Picture,
    Row,
    Signature,
    Space,
    Tick,
    Words,
)
from hardware.slip.trim import set_in, trimmed

_DOUBLE, _TALL = 40, 34
"""From these sizes on, in dots an em, words are twice as wide and high as usual, or twice as high."""

_LEAST_FEED = 8
_QR_SHARE = 0.36
_QR_DOTS, _QR_MOST = 4, 16
_TICKED, _NOT_TICKED = "[√] ", "[  ] "
_INDENT, _INDENT_DOTS = 5, 64
_BELOW_PAINTED = 4
_ROOM_TO_SIGN = 48
_LEAST_TO_SIGN = 14
_SIDES = {Align.LEFT: text.Side.LEFT, Align.CENTRE: text.Side.CENTRE, Align.RIGHT: text.Side.RIGHT}


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper: how many dots and columns it is wide."""

    width: int

    @property
    def columns(self) -> int:
        """Columns of the usual size."""
        return self.width // text.CELL_DOTS

    def scaled(self, dots: int) -> int:
        """Return a length for this paper, as the picture does: narrow paper gets a little less."""
        return round(dots * (0.4 + 0.6 * self.width / FULL_WIDTH))


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that belong together.

    Attributes:
        data: Text, pictures and all.
        weight: Size of its words.
        painted: It is a picture, of a language that is not the first: it may be dropped.
    """

    data: bytes
    weight: int = 0
    painted: bool = False


@singledispatch
def pieces(block: object, _paper: Paper) -> Iterator[Piece]:
    """Return the bytes of a block, in pieces of which those may be dropped that say so."""
    raise TypeError(f"no block of a sheet: {type(block).__name__}")


@pieces.register
def _words(words: Words, paper: Paper) -> Iterator[Piece]:
    said = [each for each in words.texts if each.strip()]
    above = _above(words.above, paper) if said else b""
    for place, each in enumerate(said):
        wanted = words.others or words.size if place else words.size
        bold = words.others_bold if place else words.bold
        if encoded(plain(each)) is not None:
            lines = _lines(plain(each), paper, paper.scaled(wanted), bold=bold)
            yield Piece(above + _aligned(words.align, lines))
        else:
            size = SMALLEST if place else min(words.size, _TALL)
            alone = replace(words, texts=(each,), size=size, others=0, bold=bold, above=0)
            yield _painted(alone, paper, words.size, above, words.align, droppable=place > 0)
        above = b""


@pieces.register
def _mark(mark: Mark, paper: Paper) -> Iterator[Piece]:
    said = [each for each in mark.texts if each.strip()]
    above = _above(10, paper) if said else b""
    for place, each in enumerate(said):
        if encoded(plain(each)) is not None:
            lines = _mark_lines(plain(each), mark, paper)
            yield Piece(
                above + _aligned(Align.CENTRE, text.reverse(on=True) + lines + text.reverse(on=False))
            )
        else:
            alone = Mark((each,), SMALLEST if place else _TALL, wide=mark.wide)
            yield _painted(alone, paper, mark.size, above, Align.CENTRE, droppable=place > 0)
        above = b""


def _mark_lines(words: str, mark: Mark, paper: Paper) -> bytes:
    padded = f" {words} "
    wide, high = _size(padded, paper, paper.scaled(mark.size))
    room = paper.columns // wide
    lines = [f" {line} " for line in wrapped(words, room - 2)]
    if mark.wide:
        lines = [_centred(line, room) for line in lines]
    return _sized(lines, wide, high)


def _centred(line: str, room: int) -> str:
    spare = max(0, room - columns(line))
    return " " * (spare // 2) + line + " " * (spare - spare // 2)


@pieces.register
def _number(number: Number, paper: Paper) -> Iterator[Piece]:
    said = plain(number.number)
    if not said:
        return
    if encoded(said) is None:
        yield _painted(number, paper, 0, b"", Align.CENTRE, droppable=False)
        return
    times = max(1, min(text.LARGEST, paper.columns // columns(said)))
    above, below = _above(20, paper), _above(10, paper)
    yield Piece(above + _aligned(Align.CENTRE, _sized([said], times, times)) + below)


@pieces.register
def _code(code: Code, paper: Paper) -> Iterator[Piece]:
    if not code.content:
        return
    modules = len(qr.modules(code.content)) - 2 * qr.QUIET
    wanted = paper.scaled(code.dots) or int(paper.width * _QR_SHARE) // modules
    most = min(_QR_MOST, paper.width // (modules + 2 * qr.QUIET))
    dots = max(_QR_DOTS, min(wanted, most))
    quiet = text.feed(dots * qr.QUIET)
    yield Piece(quiet + _aligned(Align.CENTRE, text.qr(code.content, dots)) + quiet)


@pieces.register
def _bar(_bar: Bar, paper: Paper) -> Iterator[Piece]:
    yield Piece(_aligned(Align.CENTRE, b"-" * paper.columns + text.LINE))


@pieces.register
def _row(row: Row, paper: Paper) -> Iterator[Piece]:
    left, right = plain(row.left), plain(row.right)
    if not left and not right:
        return
    if encoded(left) is None or encoded(right) is None:
        yield _painted(row, paper, row.size, b"", Align.LEFT, droppable=False)
        return
    figures = wrapped(right, paper.columns // 2) or [""]
    room = paper.columns - max(map(columns, figures)) - 1
    names = wrapped(left, room) or [""]
    lines = []
    for place in range(max(len(names), len(figures))):
        name = names[place] if place < len(names) else ""
        figure = figures[place] if place < len(figures) else ""
        lines.append(name + " " * (paper.columns - columns(name) - columns(figure)) + figure)
    yield Piece(_aligned(Align.LEFT, _sized([line.rstrip() for line in lines], 1, 1, bold=row.bold)))


@pieces.register
def _tick(tick: Tick, paper: Paper) -> Iterator[Piece]:
    said = [each for each in tick.texts if each.strip()]
    box = _TICKED if tick.ticked else _NOT_TICKED
    for place, each in enumerate(said):
        head = "" if place else box
        if encoded(plain(each)) is None:
            if place:
                yield _painted_beside(each, paper, tick.size, droppable=True)
            else:
                alone = replace(tick, texts=(each,), notes=(), size=min(tick.size, _TALL))
                yield _painted(alone, paper, tick.size, b"", Align.LEFT, droppable=False)
        else:
            yield Piece(_aligned(Align.LEFT, _sized(_set_in(plain(each), head, paper), 1, 1, bold=not place)))
    for note in (each for each in tick.notes if each.strip()):
        if encoded(plain(note)) is None:
            yield _painted_beside(note, paper, SMALLEST, droppable=False)
        else:
            yield Piece(_aligned(Align.LEFT, _sized(_set_in(plain(note), "", paper), 1, 1)))


def _set_in(words: str, head: str, paper: Paper) -> list[str]:
    """Return the lines of words beside a head, all beginning in the same column."""
    lines = wrapped(words, paper.columns - _INDENT)
    heads = [head.ljust(_INDENT - head.count("√")), *[" " * _INDENT] * (len(lines) - 1)]
    return [start + line for start, line in zip(heads, lines, strict=True)]


@pieces.register
def _signature(signature: Signature, paper: Paper) -> Iterator[Piece]:
    label = plain(signature.label)
    if encoded(label) is None:
        yield _painted(signature, paper, 0, b"", Align.LEFT, droppable=False)
        return
    room = text.feed(paper.scaled(_ROOM_TO_SIGN))
    lines = wrapped(label, paper.columns)
    last = lines[-1] + " " if lines else ""
    if paper.columns - columns(last) >= _LEAST_TO_SIGN:
        lines[-1:] = [last + "_" * (paper.columns - columns(last))]
        yield Piece(room + _aligned(Align.LEFT, _sized(lines, 1, 1)))
    else:
        yield Piece(_aligned(Align.LEFT, _sized(lines, 1, 1)) + room + b"_" * paper.columns + text.LINE)


@pieces.register
def _picture(_picture: Picture, _paper: Paper) -> Iterator[Piece]:
    """Leave it out: it says nothing that the words do not."""
    yield from ()


@pieces.register
def _space(space: Space, paper: Paper) -> Iterator[Piece]:
    yield Piece(text.feed(paper.scaled(space.dots)))


def _painted(
    block: Block, paper: Paper, weight: int, above: bytes, align: Align, *, droppable: bool
) -> Piece:
    """Return a block as a picture no larger than its ink; a block that is too wide keeps its place."""
    raster = trimmed(paint((block,), paper.width), sides=align is Align.CENTRE)
    if raster is None:
        return Piece(b"")
    data = above + _aligned(align, b"".join(_bands(raster))) + text.feed(_BELOW_PAINTED)
    return Piece(data, weight, painted=droppable)


def _painted_beside(words: str, paper: Paper, weight: int, *, droppable: bool) -> Piece:
    """Return words as a picture that begins where the words of a tick do."""
    alone = Words((words,), SMALLEST, align=Align.LEFT, above=0)
    raster = trimmed(paint((alone,), paper.width - _INDENT_DOTS), sides=True)
    if raster is None:
        return Piece(b"")
    data = _aligned(Align.LEFT, b"".join(_bands(set_in(raster, _INDENT_DOTS)))) + text.feed(_BELOW_PAINTED)
    return Piece(data, weight, painted=droppable)


def _bands(raster: Raster) -> list[bytes]:
    return [escpos.encode_band(band) for band in raster.bands(escpos.BAND_ROWS)]


def _lines(words: str, paper: Paper, size: int, *, bold: bool) -> bytes:
    wide, high = _size(words, paper, size)
    return _sized(wrapped(words, paper.columns // wide), wide, high, bold=bold)


def _size(words: str, paper: Paper, size: int) -> tuple[int, int]:
    """Return how many times as wide and high words are set: smaller before they are broken."""
    if size >= paper.scaled(_DOUBLE) and columns(words) * 2 <= paper.columns:
        return 2, 2
    return (1, 2) if size >= paper.scaled(_TALL) else (1, 1)


def _sized(lines: list[str], wide: int, high: int, *, bold: bool = False) -> bytes:
    """Return lines in a size, and the usual one behind them."""
    data = b"".join((encoded(line) or b"") + text.LINE for line in lines)
    if bold:
        data = text.bold(on=True) + data + text.bold(on=False)
    if (wide, high) == (1, 1):
        return data
    return text.size(wide, high) + data + text.size(1, 1)


def _aligned(align: Align, data: bytes) -> bytes:
    return text.side(_SIDES[align]) + data


def _above(dots: int, paper: Paper) -> bytes:
    return text.feed(paper.scaled(dots)) if dots >= _LEAST_FEED else b""
