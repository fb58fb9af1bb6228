"""Lines of text with the right font for each script and no trust in the fonts' own line heights.

Noto Serif Tibetan's own line is 2.81 em high, and a font that falls back has yet another: every line here
gets its box from a table by script, widened where a tall stack needs it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

CJK_FAMILIES = ["Noto Sans CJK SC", "Noto Sans SC"]
TIBETAN_FAMILIES = ["Noto Serif Tibetan", *CJK_FAMILIES]

_TIBETAN = re.compile(r"[\u0f00-\u0fff]+(?:\s+[\u0f00-\u0fff]+)*")
_IN_FIGURE = re.compile(r" (?=[0-9·])")
_TIBETAN_SCALE = 1.1  # its letters are drawn smaller in their em than Chinese ones

_CJK_BOX = (0.90, 0.24)
_TIBETAN_BOX = (0.85, 0.35)
"""Room above and below the baseline in em; a Tibetan line with tall stacks gets what its ink needs."""

_FITS = (1.0, 0.9, 0.8)
"""A line that is a little too long is set smaller before it is broken."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a line looks; ``size`` in dots an em, 8 dots to the millimetre."""

    size: int
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """One laid-out line, to be drawn with its baseline ``ascent`` below its top.

    Attributes:
        width: Room it takes, in dots.
    """

    text: str
    width: float
    ascent: int
    descent: int
    _layout: QTextLayout
    _line: QTextLine

    @property
    def height(self) -> int:
        """Dots from the top of the line's box to its bottom."""
        return self.ascent + self.descent

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its box's corner there."""
        self._line.setPosition(QPointF(0, 0))
        self._line.draw(painter, QPointF(left, top + self.ascent - self._line.ascent()))

    @property
    def fonts(self) -> list[str]:
        """The families its glyphs really come from."""
        return [run.rawFont().familyName() for run in self._line.glyphRuns()]

    @property
    def pixel_size(self) -> float:
        """Dots an em of its smallest glyphs."""
        return min((run.rawFont().pixelSize() for run in self._line.glyphRuns()), default=math.inf)

    @property
    def tofu(self) -> int:
        """How many of its glyphs no font has."""
        return sum(list(run.glyphIndexes()).count(0) for run in self._line.glyphRuns())


def font(style: Style, families: list[str], scale: float = 1.0) -> QFont:
    """Return the font of a style; hinting is off, so that it looks the same on every machine."""
    made = QFont(families)
    made.setPixelSize(round(style.size * scale))
    made.setBold(style.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def lay_out(text: str, style: Style, width: int, smallest: int) -> list[Line]:
    """Set a text on one line no wider than ``width``, or break it into lines about equally long.

    It is set up to a fifth smaller for that, but not below ``smallest`` dots, and never cut: it breaks
    between words if it can, else anywhere, but neither behind a box to tick, nor before a dot
    between figures or inside one of them.
    """
    text = _kept_together(text)
    for fit in _FITS:
        smaller = Style(max(smallest, round(style.size * fit)), style.bold)
        layout = _broken(text, smaller, width)
        if layout.lineCount() == 1:
            return _lines(layout, smaller)
    lines = _broken(text, style, width).lineCount()
    broken = _lines(_broken(text, style, _narrowest(text, style, width, lines)), style)
    if style.size > smallest and any(line.width > width for line in broken):
        # One sign is wider than the paper, and cannot be broken.
        return lay_out(text, Style(max(smallest, round(style.size * _FITS[-1])), style.bold), width, smallest)
    return broken


def _kept_together(text: str) -> str:
    """Return a text with spaces at which no line breaks: ``"□ Reached"``, ``"taken 120 · served 96"``."""
    text = text.replace("□ ", "□\u00a0")
    return _IN_FIGURE.sub("\u00a0", text) if " · " in text else text


def _narrowest(text: str, style: Style, width: int, lines: int) -> int:
    """Return the least width that needs no more lines than ``width`` does: no last line of one word."""
    low, high = width // lines, width
    while low < high:
        middle = (low + high) // 2
        if _broken(text, style, middle).lineCount() <= lines:
            high = middle
        else:
            low = middle + 1
    return high


def _broken(text: str, style: Style, width: int) -> QTextLayout:
    layout = QTextLayout(text, font(style, CJK_FAMILIES))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_tibetan(match, style) for match in _TIBETAN.finditer(text)])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _lines(layout: QTextLayout, style: Style) -> list[Line]:
    return [_line(layout.text(), layout.lineAt(i), layout, style) for i in range(layout.lineCount())]


def _tibetan(match: re.Match[str], style: Style) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = _utf16(match.string[: match.start()]), _utf16(match.group())
    shape = QTextCharFormat()
    shape.setFont(font(style, TIBETAN_FAMILIES, _TIBETAN_SCALE))
    made.format = shape
    return made


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _line(text: str, line: QTextLine, layout: QTextLayout, style: Style) -> Line:
    units = text.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
    words = units.decode("utf-16-le").strip().replace("\u00a0", " ")
    above, below = _box(words, style)
    ink = _ink(line)
    return Line(
        text=words,
        width=line.naturalTextWidth(),
        ascent=max(above, math.ceil(-ink.top())),
        descent=max(below, math.ceil(ink.bottom())),
        _layout=layout,
        _line=line,
    )


def _box(words: str, style: Style) -> tuple[int, int]:
    above, below = _CJK_BOX
    if _TIBETAN.search(words):
        above, below = (part * _TIBETAN_SCALE for part in _TIBETAN_BOX)
    return math.ceil(above * style.size), math.ceil(below * style.size)


def _ink(line: QTextLine) -> QRectF:
    """Return where the glyphs really are, from the line's own baseline."""
    ink = QRectF()
    for run in line.glyphRuns():
        glyphs = run.rawFont()
        for index, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink = ink.united(glyphs.boundingRect(index).translated(at))
    return ink.translated(0, -line.ascent() - line.y())
