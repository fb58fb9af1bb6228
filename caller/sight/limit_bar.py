"""How the time expected at the window goes by: a bar and a sentence, without blinking and without a sound."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caller.sight.limit import Limit, Pace
from caller.sight.words import NEAR_SHORT
from caller.sight.words import limit as said
from caller.theme import COLOURS, scaled
from caller.widgets.label import Label
from caller.words import Words

COLOUR_OF = {Pace.FINE: ("ink", ""), Pace.NEAR: ("onAccent", "accent"), Pace.OVER: ("onWarn", "warn")}
"""Where there is only a number, in the bar."""
_INKS = {Pace.FINE: "inkSoft", Pace.NEAR: "ink", Pace.OVER: "warn"}
_FILLS = {Pace.FINE: "primary", Pace.NEAR: "accent", Pace.OVER: "warn"}


class _Track(QWidget):
    """What part is used up; full it has a notch at its end, so that full and over are not told by colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._used = 0.0
        self._pace = Pace.FINE

    def show_used(self, used: float, pace: Pace) -> None:
        """Show a part, 0 to 1; redrawn only where a px of it changed."""
        width = max(1, self.width())
        if (round(used * width), pace) != (round(self._used * width), self._pace):
            self._used, self._pace = used, pace
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for a thin bar."""
        return QSize(scaled(60), scaled(8))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setBrush(QColor(COLOURS["line"]))
        painter.drawRoundedRect(whole, 3, 3)
        used = QRectF(whole)
        used.setWidth(whole.width() * min(1.0, self._used))
        painter.setBrush(QColor(COLOURS[_FILLS[self._pace]]))
        painter.drawRoundedRect(used, 3, 3)


class LimitBar(QWidget):
    """Where the hall has limits its room is always kept: the buttons below it never move."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("limit")
        self._text = Label("limit-text", px=15, bold=True)
        self._track = _Track()
        kept = self._track.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._track.setSizePolicy(kept)
        self._limit: Limit | None = None
        self._words: Words | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 0, 4, 0)
        rows.setSpacing(2)
        rows.addWidget(self._track)
        rows.addWidget(self._text)
        self.hide()

    def show_limit(self, limit: Limit | None, words: Words, now: datetime, *, room: bool) -> None:
        """Show a limit, or the empty room of one, or nothing."""
        self._limit, self._words = limit, words
        self.setVisible(room)
        self._text.keep_room_for(words(NEAR_SHORT))
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Show how it stands; ``now`` by the core's clock."""
        limit, words = self._limit, self._words
        if limit is None or words is None:
            self._text.set_text("")
            self._track.hide()
            return
        pace = limit.pace(now)
        self._track.show()
        self._track.show_used(limit.used(now), pace)
        self._text.set_colours(_INKS[pace])
        self._text.set_text(said(words, limit, pace, limit.left_s(now)))
