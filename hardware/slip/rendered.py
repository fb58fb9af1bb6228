"""What a printer makes of the bytes of a slip, text and all: for the eye, and for whoever reads its QR code.

The printer's own font is stood in for by the screen's, one character a cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from hardware.printer import commands, text
from hardware.printer.raster import Raster
from hardware.slip.encoder import make
from hardware.slip.painter import to_raster
from hardware.slip.text import CJK_FAMILIES, Style, font

_HEAD = 8
_BASELINE = 20  # of the 24 rows of a cell
_EM = 22


def rendered(slip: bytes, width: int) -> Raster:
    """Return the picture of a slip's bytes on paper so many dots wide."""
    page = _Page(width)
    for command in commands.split(slip):
        page.obey(command)
    return to_raster(page.finished())


@dataclass
class _Page:
    """The paper under the head.

    Attributes:
        width: Dots across it.
        rows: How far it has moved.
        overflowed: A line or picture went over its edge.
    """

    width: int
    rows: int = 0
    overflowed: bool = False
    _draws: list[Callable[[QPainter], None]] = field(default_factory=list)
    _line: bytearray = field(default_factory=bytearray)
    _cells: list[tuple[str, int, int, bool, bool]] = field(default_factory=list)
    _side: int = 0
    _wide: int = 1
    _high: int = 1
    _bold: bool = False
    _reverse: bool = False
    _qr_dots: int = 3
    _qr_data: bytes = b""

    def obey(self, command: bytes) -> None:
        if command[:2] == b"\x1d!":
            self._take_text()
            self._wide, self._high = (command[2] >> 4) + 1, (command[2] & 7) + 1
        elif command[:2] in (b"\x1bE", b"\x1dB"):
            self._take_text()
            setattr(self, "_bold" if command[1:2] == b"E" else "_reverse", bool(command[2]))
        elif command[:2] == b"\x1ba":
            self._side = command[2]
        elif command == text.LINE:
            self._end_line()
        elif command[:2] == b"\x1bJ":
            self.rows += command[2]
        elif command[:2] == b"\x1bd":
            self.rows += command[2] * text.LINE_ROWS
        elif command[:2] == b"\x1dv":
            self._picture(command)
        elif command[:3] == b"\x1d(k":
            self._code(command[5:])
        elif len(command) == 1:
            self._line += command

    def finished(self) -> QImage:
        image = QImage(self.width, max(1, self.rows), QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for draw in self._draws:
            draw(painter)
        painter.end()
        return image

    def _take_text(self) -> None:
        for character in self._line.decode("gb18030", errors="replace"):
            self._cells.append((character, self._wide, self._high, self._bold, self._reverse))
        self._line.clear()

    def _end_line(self) -> None:
        self._take_text()
        cells, self._cells = self._cells, []
        wide = sum(_columns(cell) * text.CELL_DOTS * cell[1] for cell in cells)
        high = max([self._high, *(cell[2] for cell in cells)]) * text.CELL_ROWS
        left, top = self._left(wide), self.rows

        def draw(painter: QPainter) -> None:
            at = left
            for cell in cells:
                _draw_cell(painter, cell, at, top, high)
                at += _columns(cell) * text.CELL_DOTS * cell[1]

        self._draws.append(draw)
        self.rows += max(text.LINE_ROWS, high)

    def _picture(self, command: bytes) -> None:
        stride, rows = int.from_bytes(command[4:6], "little"), int.from_bytes(command[6:8], "little")
        image = QImage(command[_HEAD:], stride * 8, rows, stride, QImage.Format.Format_Mono)
        image.setColorTable([QColor("white").rgb(), QColor("black").rgb()])
        kept, left, top = image.copy(), self._left(stride * 8), self.rows
        self._draws.append(lambda painter: painter.drawImage(left, top, kept))
        self.rows += rows

    def _code(self, function: bytes) -> None:
        match function[1:2]:
            case b"C":
                self._qr_dots = function[2]
            case b"P":
                self._qr_data = function[3:]
            case b"Q":
                self._draw_code()

    def _draw_code(self) -> None:
        made = make(self._qr_data.decode(), error="m", micro=False, boost_error=False)
        rows, dots = [bytes(row) for row in made.matrix], self._qr_dots
        left, top = self._left(len(rows) * dots), self.rows

        def draw(painter: QPainter) -> None:
            for y, row in enumerate(rows):
                for x, dark in enumerate(row):
                    if dark:
                        painter.fillRect(left + x * dots, top + y * dots, dots, dots, QColor("black"))

        self._draws.append(draw)
        self.rows += len(rows) * dots

    def _left(self, wide: int) -> int:
        self.overflowed = self.overflowed or wide > self.width
        return (0, (self.width - wide) // 2, self.width - wide)[self._side]


def _columns(cell: tuple[str, int, int, bool, bool]) -> int:
    return 1 if cell[0] < "\x80" else 2


def _draw_cell(
    painter: QPainter, cell: tuple[str, int, int, bool, bool], left: int, top: int, high: int
) -> None:
    """Draw one character on the line's common bottom."""
    character, across, down, bold, reverse = cell
    wide = _columns(cell) * text.CELL_DOTS * across
    top += high - down * text.CELL_ROWS
    if reverse:
        painter.fillRect(left, top, wide, down * text.CELL_ROWS, QColor("black"))
    path = QPainterPath()
    path.addText(QPointF(0, 0), font(Style(_EM, bold=bold), CJK_FAMILIES), character)
    shift = (wide / across - path.boundingRect().width()) / 2 - path.boundingRect().left()
    scale = QTransform.fromTranslate(left, top).scale(across, down).translate(shift, _BASELINE)
    painter.fillPath(scale.map(path), QColor("white" if reverse else "black"))
