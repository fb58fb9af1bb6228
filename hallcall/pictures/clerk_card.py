"""The clerk's card: one page with the keys, to be printed and hung at a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from caller.acts.possible import KEYS, Act
from caller.acts.words import ACTS, MORE
from caller.app import LANGUAGES
from caller.keys import DEFAULT_GLOBAL_KEYS, DEFAULT_KEYS, Command
from caller.moves import Move
from caller.widgets.text import Fitted
from caller.words import CALL_ANYWHERE, MOVES, RESUME, STRIP, TITLE, WHOLE, Words
from core.qt.tokens import COLOURS
from core.qt.translate import Translations
from hallcall.pictures import files

SIZE = QSize(1240, 1754)
"""A4 at 150 dots an inch."""
SPOKEN = ("zh", "bo")
_MARGIN, _KEY, _GAP = 80, 190, 24
_SECOND = 730
"""Where the second language stands."""
_BIG, _ROW, _SMALL = 112, 70, 58


class Card:
    """Draws the rows of the card one beneath the other."""

    def __init__(self) -> None:
        self.image = QImage(SIZE, QImage.Format.Format_RGB32)
        self.image.fill(QColor(COLOURS["surface"]))
        self._painter = QPainter(self.image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._down = float(_MARGIN)

    def head(self, texts: list[str], px: int = 56) -> None:
        """Draw a heading."""
        self._line(texts, px, 1.9 * px, _MARGIN, bold=True, colour="primary")
        self._down += 6

    def row(self, key: str, texts: list[str], height: int, px: int, *, big: bool = False) -> None:
        """Draw a key and what it does in each language."""
        box = QRectF(_MARGIN, self._down + 5, _KEY, height - 10)
        self._painter.setPen(QPen(QColor(COLOURS["primary"]), 3))
        self._painter.setBrush(QColor(COLOURS["primary" if big else "page"]))
        self._painter.drawRoundedRect(box, 12, 12)
        self._painter.setPen(QColor(COLOURS["onPrimary" if big else "ink"]))
        _draw(self._painter, key, px if len(key) < 6 else round(px * 0.8), box, Qt.AlignmentFlag.AlignHCenter)
        self._line(texts, px, height, _MARGIN + _KEY + _GAP, bold=big, colour="ink")

    def end(self) -> QImage:
        """Return the card."""
        self._painter.end()
        return self.image

    def _line(
        self, texts: list[str], px: int, height: float, left: float, *, bold: bool, colour: str
    ) -> None:
        self._painter.setPen(QColor(COLOURS[colour]))
        ends = (_SECOND - _GAP, SIZE.width() - _MARGIN)
        for text, start, end in zip(texts, (left, _SECOND), ends, strict=True):
            room = QRectF(start, self._down, end - start, height)
            _draw(self._painter, text, px, room, Qt.AlignmentFlag.AlignLeft, bold=bold)
        self._down += height


def _draw(
    painter: QPainter, text: str, px: int, room: QRectF, way: Qt.AlignmentFlag, *, bold: bool = True
) -> None:
    Fitted(text, px, 2, room, bold=bold).draw(painter, room, way)


def draw() -> QImage:
    """Return the card in Chinese and Tibetan; keys and words are those of the program."""
    translations = Translations(LANGUAGES)
    spoken = [Words(translations.speaker(language), language) for language in SPOKEN]

    def said(source: str, other: str = "") -> list[str]:
        return [f"{words(source)} / {words(other)}" if other else words(source) for words in spoken]

    card = Card()
    card.head(said(TITLE))
    card.row(DEFAULT_KEYS[Move.CALL_NEXT], said(MOVES[Move.CALL_NEXT]), _BIG, 46, big=True)
    for move in (Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PUT_BACK):
        card.row(DEFAULT_KEYS[move], said(MOVES[move]), _ROW, 32)
    card.row(DEFAULT_KEYS[Move.PAUSE], said(MOVES[Move.PAUSE], RESUME), _ROW, 32)
    card.row(DEFAULT_KEYS[Command.STRIP], said(STRIP, WHOLE), _ROW, 32)
    card.row(DEFAULT_GLOBAL_KEYS[Move.CALL_NEXT], said(CALL_ANYWHERE), _ROW, 32)
    card.head([f"{DEFAULT_KEYS[Command.ACTS]} {text}" for text in said(MORE)], 40)
    for act in Act:
        card.row(KEYS[act], said(ACTS[act]), _SMALL, 24)
    return card.end()


def write(file: Path) -> None:
    """Write the card.

    Raises:
        OSError: It cannot be written.
    """
    files.write(draw(), file)
