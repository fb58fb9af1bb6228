"""Where everything on a slip goes: a fixed table of sizes, placed from the top down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from hardware.slip import qr
from hardware.slip.number import Number
from hardware.slip.slip import Lines, Slip
from hardware.slip.text import Line, Style, lay_out

FULL_WIDTH = 576
SMALLEST = 24
"""Dots an em of the smallest text: 3 mm, what a person of 70 still reads with glasses."""


@dataclass(frozen=True, slots=True)
class Role:
    """How one part of the slip is set: the first language, the others, the room above; dots at 80 mm."""

    first: Style
    others: Style
    above: int


HALL = Role(Style(38, bold=True), Style(30), 8)
SERVICE = Role(Style(48, bold=True), Style(34, bold=True), 10)
MARK = Role(Style(40, bold=True), Style(32, bold=True), 14)
WINDOWS = Role(Style(48, bold=True), Style(34, bold=True), 16)
PLACE = Role(Style(36), Style(30), 8)
AHEAD = Role(Style(40, bold=True), Style(32), 10)
WAIT = Role(Style(40, bold=True), Style(32), 4)
STEP = Role(Style(36, bold=True), Style(30), 8)
TO_COME = Role(Style(32), Style(28), 6)
TIME = Role(Style(34), Style(34), 10)
RULE = Role(Style(32), Style(28), 10)
QR_TEXT = Role(Style(32), Style(28), 0)
PHONE = Role(Style(36, bold=True), Style(36, bold=True), 10)
MACHINE = Role(Style(SMALLEST), Style(SMALLEST), 6)

_MARGIN = 14
_GAP = 4
_AROUND_NUMBER = 26
_BAR = 3
_QR_SHARE = 0.36
_QR_DOTS = 4
_PAD = 10


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing on the page: its box, and how it is drawn into it.

    Attributes:
        line: The text line it is, if it is one.
    """

    box: QRect
    draw: Callable[[QPainter], None]
    line: Line | None = None


@dataclass
class Page:
    """A slip laid out on paper of a width.

    Attributes:
        width: Dots.
        height: Dots used so far.
        placed: Everything on it, from the top.
    """

    width: int
    height: int = 0
    placed: list[Placed] = field(default_factory=list)

    @classmethod
    def of(cls, slip: Slip, width: int) -> Page:
        """Lay a slip out."""
        page = cls(width)
        page.text(HALL, slip.hall)
        page.bar()
        page.text(SERVICE, slip.service)
        page.mark(slip.mark)
        page.number(slip.number)
        page.text(WINDOWS, slip.windows)
        page.text(PLACE, slip.place)
        page.text(AHEAD, slip.ahead)
        page.text(WAIT, slip.wait)
        page.steps(slip.step, slip.to_come)
        page.text(TIME, (slip.time,))
        page.bar()
        page.text(RULE, slip.passed_rule)
        page.code(slip.qr)
        page.text(QR_TEXT, slip.qr_text if slip.qr else ())
        page.text(PHONE, (slip.phone,))
        page.text(MACHINE, (slip.machine,))
        page.height += _MARGIN
        return page

    def text(self, role: Role, texts: Lines) -> None:
        """Add the same words in each language, centred, wrapped where they are too long."""
        for line in self._lines(role, texts, self.width - 2 * _MARGIN):
            self._put_line(line)

    def steps(self, now: Lines, to_come: tuple[Lines, ...]) -> None:
        """Add where a visit of several steps begins and where it goes on, between two lines."""
        if not now and not to_come:
            return
        self.bar()
        self.text(STEP, now)
        for step in to_come:
            self.text(TO_COME, step)
        self.bar()

    def mark(self, texts: Lines) -> None:
        """Add words in white on a black field."""
        lines = self._lines(MARK, texts, self.width - 2 * (_MARGIN + _PAD))
        if not lines:
            return
        wide = round(max(line.width for line in lines)) + 4 * _PAD
        wide = min(wide, self.width - 2 * _MARGIN)
        high = sum(line.height for line in lines) + _GAP * (len(lines) - 1) + 2 * _PAD
        field_box = QRect((self.width - wide) // 2, self.height, wide, high)
        self._put(field_box, lambda painter: painter.fillRect(field_box, QColor("black")))
        bottom = self.height
        self.height = field_box.top() + _PAD
        for line in lines:
            self._put_line(line, QColor("white"))
        self.height = bottom

    def number(self, number: str) -> None:
        """Add the number, across the whole paper."""
        made = Number(number, self.width)
        top = self.height + self.scaled(_AROUND_NUMBER)
        self._put(QRect(0, top, self.width, made.height), lambda painter: made.draw(painter, top))
        self.height += self.scaled(_AROUND_NUMBER) - self.scaled(WINDOWS.above)

    def code(self, content: str) -> None:
        """Add a QR code of whole dots, about a third of the paper wide, no module under 0.5 mm."""
        if not content:
            return
        rows = qr.modules(content)
        dots = max(_QR_DOTS, int(self.width * _QR_SHARE) // (len(rows) - 2 * qr.QUIET))
        side, left, top = dots * len(rows), (self.width - dots * len(rows)) // 2, self.height

        def draw(painter: QPainter) -> None:
            for y, row in enumerate(rows):
                for x, dark in enumerate(row):
                    if dark:
                        painter.fillRect(left + x * dots, top + y * dots, dots, dots, QColor("black"))

        self._put(QRect(left, top, side, side), draw)

    def bar(self) -> None:
        """Add a line across."""
        box = QRect(_MARGIN, self.height + self.scaled(RULE.above), self.width - 2 * _MARGIN, _BAR)
        self._put(box, lambda painter: painter.fillRect(box, QColor("black")))

    def scaled(self, dots: int) -> int:
        """Return a length of the table for this paper: narrow paper gets a little less."""
        return round(dots * (0.4 + 0.6 * self.width / FULL_WIDTH))

    def _lines(self, role: Role, texts: Lines, room: int) -> list[Line]:
        said = [words for words in texts if words.strip()]
        if said:
            self.height += self.scaled(role.above)
        styles = [role.first, *[role.others] * len(said)]
        return [
            line
            for words, style in zip(said, styles, strict=False)
            for line in lay_out(words, self._style(style), room, SMALLEST)
        ]

    def _style(self, style: Style) -> Style:
        return Style(max(SMALLEST, self.scaled(style.size)), style.bold)

    def _put_line(self, line: Line, colour: QColor | None = None) -> None:
        left, top = round((self.width - line.width) / 2), self.height

        def draw(painter: QPainter) -> None:
            painter.setPen(colour or QColor("black"))
            line.draw(painter, left, top)

        self._put(QRect(left, top, round(line.width), line.height), draw, line)
        self.height += _GAP

    def _put(self, box: QRect, draw: Callable[[QPainter], None], line: Line | None = None) -> None:
        self.placed.append(Placed(box, draw, line))
        self.height = box.bottom() + 1
