"""Where every block of a sheet goes: placed from the top down, on paper of a width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import singledispatchmethod

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from hardware.slip import qr
from hardware.slip.layout import SMALLEST as SMALLEST
from hardware.slip.layout import slip_sheet
from hardware.slip.number import Number as Digits
from hardware.slip.sheet import (
    Align,
    Bar,
    Code,
    Lines,
    Mark,
    Number,
    Picture,
    Row,
    Sheet,
    Signature,
    Space,
    Tick,
    Words,
)
from hardware.slip.slip import Slip
from hardware.slip.text import Line, Style, lay_out

FULL_WIDTH = 576

_MARGIN = 14
_GAP = 4
_ABOVE_NUMBER = 26
_BELOW_NUMBER = 10
_ABOVE_BAR = 10
_ABOVE_MARK = 14
_BAR = 3
_QR_SHARE = 0.36
_QR_DOTS = 4
_PAD = 10
_ABOVE_ROW = 4
_ABOVE_TICK = 10
_BOX_SHARE = 0.9  # of an em: side of a box to tick
_ABOVE_SIGNATURE = 18
_ROOM_TO_SIGN = 64  # 8 mm
_LEAST_TO_SIGN = 0.45  # of the paper: a shorter line is too short to sign on


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing on the page: its box, and how it is drawn into it.

    Attributes:
        line: The text line it is, if it is one.
        behind: It is a field that other things lie on.
    """

    box: QRect
    draw: Callable[[QPainter], None]
    line: Line | None = None
    behind: bool = False


@dataclass
class Page:
    """A sheet laid out on paper of a width.

    Attributes:
        width: Dots.
        height: Dots used so far.
        placed: Everything on it, from the top.
    """

    width: int
    height: int = 0
    placed: list[Placed] = field(default_factory=list)

    @classmethod
    def of(cls, sheet: Sheet | Slip, width: int) -> Page:
        """Lay a sheet out; a slip in the usual layout."""
        page = cls(width)
        for block in slip_sheet(sheet) if isinstance(sheet, Slip) else sheet:
            page.add(block)
        page.height += _MARGIN
        return page

    @singledispatchmethod
    def add(self, block: object) -> None:
        """Add a block below what is there."""
        raise TypeError(f"no block of a sheet: {type(block).__name__}")

    @add.register
    def _words(self, words: Words) -> None:
        lines = self._lines(words.texts, _styles(words), self.width - 2 * _MARGIN, words.above)
        for line in lines:
            self._put_line(line, self._left(line.width, words.align))

    @add.register
    def _mark(self, mark: Mark) -> None:
        styles = Style(mark.size, bold=True), Style(round(mark.size * 0.8), bold=True)
        lines = self._lines(mark.texts, styles, self.width - 2 * (_MARGIN + _PAD), _ABOVE_MARK)
        if not lines:
            return
        most = self.width - 2 * _MARGIN
        wide = most if mark.wide else min(most, round(max(line.width for line in lines)) + 4 * _PAD)
        high = sum(line.height for line in lines) + _GAP * (len(lines) - 1) + 2 * _PAD
        box = QRect((self.width - wide) // 2, self.height, wide, high)
        self._put(box, lambda painter: painter.fillRect(box, QColor("black")), behind=True)
        bottom, self.height = self.height, box.top() + _PAD
        for line in lines:
            self._put_line(line, self._left(line.width), QColor("white"))
        self.height = bottom

    @add.register
    def _number(self, number: Number) -> None:
        made = Digits(number.number, self.width)
        top = self.height + self.scaled(_ABOVE_NUMBER)
        self._put(QRect(0, top, self.width, made.height), lambda painter: made.draw(painter, top))
        self.height += self.scaled(_BELOW_NUMBER)

    @add.register
    def _code(self, code: Code) -> None:
        """Add a QR code of whole dots, no module under 0.5 mm, and none too wide for the paper."""
        if not code.content:
            return
        rows = qr.modules(code.content)
        wanted = self.scaled(code.dots) or int(self.width * _QR_SHARE) // (len(rows) - 2 * qr.QUIET)
        dots = max(_QR_DOTS, min(wanted, self.width // len(rows)))
        side, left, top = dots * len(rows), (self.width - dots * len(rows)) // 2, self.height

        def draw(painter: QPainter) -> None:
            for y, row in enumerate(rows):
                for x, dark in enumerate(row):
                    if dark:
                        painter.fillRect(left + x * dots, top + y * dots, dots, dots, QColor("black"))

        self._put(QRect(left, top, side, side), draw)

    @add.register
    def _bar(self, _bar: Bar) -> None:
        top = self.height + self.scaled(_ABOVE_BAR)
        self._rule(QRect(_MARGIN, top, self.width - 2 * _MARGIN, _BAR))

    @add.register
    def _row(self, row: Row) -> None:
        """Add a figure at the right and what it counts at the left, their first lines on one baseline."""
        room, style = self.width - 2 * _MARGIN, self._style(Style(row.size, row.bold))
        right = lay_out(row.right, style, room // 2, SMALLEST) if row.right.strip() else []
        taken = round(max((line.width for line in right), default=-2 * _PAD)) + 2 * _PAD
        left = lay_out(row.left, style, room - taken, SMALLEST) if row.left.strip() else []
        if not left and not right:
            return
        top = self.height + self.scaled(_ABOVE_ROW)
        first = max(lines[0].ascent for lines in (left, right) if lines)
        bottoms = []
        for lines, align in ((left, Align.LEFT), (right, Align.RIGHT)):
            self.height = top + (first - lines[0].ascent if lines else 0)
            for line in lines:
                self._put_line(line, self._left(line.width, align))
            bottoms.append(self.height)
        self.height = max(bottoms)

    @add.register
    def _tick(self, tick: Tick) -> None:
        """Add a box and its words beside it; the box stands on the baseline of the first line."""
        size = self._style(Style(tick.size)).size
        side = round(size * _BOX_SHARE)
        left = _MARGIN + side + 2 * _PAD
        room = self.width - _MARGIN - left
        styles = Style(tick.size, bold=True), Style(max(SMALLEST, round(tick.size * 0.88)))
        lines = self._lines(tick.texts, styles, room, _ABOVE_TICK)
        if lines:
            top = self.height + max(0, lines[0].ascent - side)
            self._box_to_tick(QRect(_MARGIN, top, side, side), ticked=tick.ticked)
        small = Style(SMALLEST)
        for line in (*lines, *self._lines(tick.notes, (small, small), room, 0)):
            self._put_line(line, left)

    @add.register
    def _signature(self, signature: Signature) -> None:
        """Add a label and a line to write on: beside it where there is room, else below."""
        room = self.width - 2 * _MARGIN
        style = self._style(Style(30))
        lines = lay_out(signature.label, style, room, SMALLEST) if signature.label.strip() else []
        wide = round(max((line.width for line in lines), default=0)) + (_PAD if lines else 0)
        beside = len(lines) < 2 and room - wide >= room * _LEAST_TO_SIGN
        top = self.height + self.scaled(_ABOVE_SIGNATURE)
        left, base = _MARGIN + wide, top + _ROOM_TO_SIGN
        if beside:
            self.height = base - (lines[0].ascent if lines else 0)
        else:
            self.height = top
        for line in lines:
            self._put_line(line, _MARGIN)
        if not beside:
            left, base = _MARGIN, self.height + _ROOM_TO_SIGN
        bottom = self.height
        self._rule(QRect(left, base, self.width - _MARGIN - left, _BAR))
        self.height = max(bottom, self.height) + _GAP

    @add.register
    def _picture(self, picture: Picture) -> None:
        image = QImage.fromData(picture.png)
        if image.isNull():
            return
        wide = min(self.width - 2 * _MARGIN, round(image.width() * self.width / FULL_WIDTH))
        if wide < image.width():
            image = image.scaledToWidth(max(1, wide), Qt.TransformationMode.SmoothTransformation)
        left, top = round(self._left(image.width(), picture.align)), self.height + self.scaled(picture.above)
        box = QRect(left, top, image.width(), image.height())
        self._put(box, lambda painter: painter.drawImage(box, image))
        self.height += _GAP

    @add.register
    def _space(self, space: Space) -> None:
        self.height += self.scaled(space.dots)

    def scaled(self, dots: int) -> int:
        """Return a length for this paper: narrow paper gets a little less."""
        return round(dots * (0.4 + 0.6 * self.width / FULL_WIDTH))

    def _left(self, wide: float, align: Align = Align.CENTRE) -> int:
        match align:
            case Align.LEFT:
                return _MARGIN
            case Align.RIGHT:
                return round(self.width - _MARGIN - wide)
        return round((self.width - wide) / 2)

    def _lines(self, texts: Lines, styles: tuple[Style, Style], room: int, above: int) -> Sequence[Line]:
        """Set the same words in each language; with any, there is room above."""
        said = [words for words in texts if words.strip()]
        if said:
            self.height += self.scaled(above)
        first, others = map(self._style, styles)
        return [
            line
            for place, words in enumerate(said)
            for line in lay_out(words, others if place else first, room, SMALLEST)
        ]

    def _style(self, style: Style) -> Style:
        return Style(max(SMALLEST, self.scaled(style.size)), style.bold)

    def _put_line(self, line: Line, left: int, colour: QColor | None = None) -> None:
        top = self.height

        def draw(painter: QPainter) -> None:
            painter.setPen(colour or QColor("black"))
            line.draw(painter, left, top)

        self._put(QRect(left, top, round(line.width), line.height), draw, line)
        self.height += _GAP

    def _box_to_tick(self, box: QRect, *, ticked: bool) -> None:
        def draw(painter: QPainter) -> None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor("black"), _BAR)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            inner = QRectF(box).adjusted(_BAR / 2, _BAR / 2, -_BAR / 2, -_BAR / 2)
            painter.drawRect(inner)
            if ticked:
                side = box.width()
                painter.setPen(QPen(QColor("black"), max(_BAR, side * 0.17)))
                points = [(0.22, 0.52), (0.43, 0.74), (0.80, 0.26)]
                painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in points])

        bottom = self.height
        self._put(box, draw)
        self.height = bottom

    def _rule(self, box: QRect) -> None:
        self._put(box, lambda painter: painter.fillRect(box, QColor("black")))

    def _put(
        self, box: QRect, draw: Callable[[QPainter], None], line: Line | None = None, *, behind: bool = False
    ) -> None:
        self.placed.append(Placed(box, draw, line, behind))
        self.height = box.bottom() + 1


def _styles(words: Words) -> tuple[Style, Style]:
    return Style(words.size, words.bold), Style(words.others or words.size, words.others_bold)
