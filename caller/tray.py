"""The small picture beside the system's clock: how the window stands, and a menu."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from caller.derive import ConsoleProps
from caller.moves import Move
from caller.window import CallerWindow
from caller.words import TITLE, WINDOW
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.qt.tokens import COLOURS
from core.qt.translate import QT_TRANSLATE_NOOP

SHOW_BAR = QT_TRANSLATE_NOOP("caller", "Show the bar")
SHOW_PANEL = QT_TRANSLATE_NOOP("caller", "Show the whole console")
QUIT = QT_TRANSLATE_NOOP("caller", "Quit")
_PX = 64


class TrayState(Enum):
    """How the window stands; each has a colour and a shape of its own."""

    SIGNED_OUT = "line"
    NO_CORE = "cross"
    CLOSED = "square"
    PAUSED = "bars"
    FREE = "ring"
    CALLING = "triangle"
    SERVING = "disc"


_COLOUR = {TrayState.NO_CORE: "warn", TrayState.PAUSED: "accent", TrayState.CALLING: "accent"}
"""Of the others it is that of what stands ready."""


def tray_state(props: ConsoleProps | None) -> TrayState:
    """Return what the picture tells of a console; pure."""
    if props is None:
        return TrayState.SIGNED_OUT
    if props.offline_since is not None or props.degraded or not props.known:
        return TrayState.NO_CORE
    if props.status is not WindowStatus.OPEN:
        return TrayState.PAUSED if props.status is WindowStatus.PAUSED else TrayState.CLOSED
    if props.visitor is None:
        return TrayState.FREE
    return TrayState.SERVING if props.visitor.state is LegState.SERVING else TrayState.CALLING


def tray_icon(state: TrayState) -> QIcon:
    """Return the picture of a state: its shape on a light disc, to be seen on a dark and on a light panel."""
    picture = QPixmap(_PX, _PX)
    picture.fill(QColor("transparent"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(COLOURS["ink"]), 2))
    painter.setBrush(QColor(COLOURS["surface"]))
    painter.drawRoundedRect(QRectF(1, 1, _PX - 2, _PX - 2), 14, 14)
    colour = QColor(COLOURS[_COLOUR.get(state, "primary")])
    painter.setPen(QPen(colour, 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    _draw(painter, state, colour)
    painter.end()
    return QIcon(picture)


def _draw(painter: QPainter, state: TrayState, colour: QColor) -> None:
    match state:
        case TrayState.SIGNED_OUT:
            painter.drawLine(16, 32, 48, 32)
        case TrayState.NO_CORE:
            painter.drawLine(17, 17, 47, 47)
            painter.drawLine(47, 17, 17, 47)
        case TrayState.CLOSED:
            painter.fillRect(QRectF(16, 16, 32, 32), colour)
        case TrayState.PAUSED:
            painter.drawLine(23, 17, 23, 47)
            painter.drawLine(41, 17, 41, 47)
        case TrayState.FREE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(16, 16, 32, 32))
        case TrayState.CALLING:
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(32, 15), QPointF(49, 46), QPointF(15, 46)]))
        case TrayState.SERVING:
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(16, 16, 32, 32))


class Tray(QObject):
    """Keeps the picture and its menu as the console is; without a tray it is never seen.

    Attributes:
        state: What the picture tells.
        menu: Its menu.
    """

    def __init__(self, window: CallerWindow) -> None:
        super().__init__(window)
        self._window = window
        self.state = TrayState.SIGNED_OUT
        self.menu = QMenu(window)
        self._bar = self._add(lambda: window.show_as(strip=True))
        self._panel = self._add(lambda: window.show_as(strip=False))
        self.menu.addSeparator()
        self._call = self._add(lambda: window.do(Move.CALL_NEXT))
        self._pause = self._add(self._pause_or_open)
        self.menu.addSeparator()
        self._quit = self._add(window.close)
        self._icon = QSystemTrayIcon(tray_icon(self.state), self)
        self._icon.setContextMenu(self.menu)
        window.shown.connect(self._show)
        self._show(window.props)

    def start(self) -> bool:
        """Be there, if the system has a tray; return whether it has."""
        there = QSystemTrayIcon.isSystemTrayAvailable()
        if there:
            self._icon.show()
        return there

    def text(self) -> str:
        """Return what is said when the pointer rests on it."""
        return self._icon.toolTip()

    def _add(self, do: Callable[[], object]) -> QAction:
        action = self.menu.addAction("")
        action.triggered.connect(lambda: do())
        return action

    def _show(self, props: ConsoleProps | None) -> None:
        words = self._window.words
        state = tray_state(props)
        if state is not self.state:
            self.state = state
            self._icon.setIcon(tray_icon(state))
        moves = props.moves if props else frozenset()
        status = props.status if props else WindowStatus.CLOSED
        opens = status is not WindowStatus.OPEN
        for action, source in ((self._bar, SHOW_BAR), (self._panel, SHOW_PANEL), (self._quit, QUIT)):
            action.setText(words(source))
        self._bar.setEnabled(props is not None)
        self._call.setText(words.move(Move.CALL_NEXT, status))
        self._call.setEnabled(Move.CALL_NEXT in moves)
        self._pause.setText(words.move(Move.OPEN if opens else Move.PAUSE, status))
        self._pause.setEnabled(bool({Move.OPEN, Move.PAUSE} & moves))
        self._icon.setToolTip(self._said(props))

    def _said(self, props: ConsoleProps | None) -> str:
        """A colour and a shape alone tell nothing to who does not know them."""
        words = self._window.words
        if props is None:
            return words(TITLE)
        visitor = [props.visitor.number, words.state(props.visitor)] if props.visitor else []
        parts = [words(WINDOW, window=props.window), words.trouble(props) or words.status(props), *visitor]
        return " · ".join(parts)

    def _pause_or_open(self) -> None:
        for move in (Move.OPEN, Move.PAUSE):
            self._window.do(move)
