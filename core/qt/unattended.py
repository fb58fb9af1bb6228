"""A window on a screen that nobody looks after: it fills the screen and no visitor gets out of it.

What a program cannot take is Alt+Tab and its like, which the window manager has before any window: the
session's set-up leaves them out (docs/operations.md, "Screens that nobody looks after").
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEventPoint, QGuiApplication, QKeyEvent, QMouseEvent, QScreen, QTouchEvent, QWindow

log = logging.getLogger(__name__)

Choose = Callable[[], QScreen | None]
"""Gives the monitor of a window."""

_Type = QEvent.Type
_KEYS = frozenset({_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride})
_MOUSE = frozenset({_Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick})
_TOUCH = frozenset({_Type.TouchBegin, _Type.TouchUpdate, _Type.TouchEnd})
_NEVER = frozenset(
    {
        _Type.ContextMenu,
        _Type.NativeGesture,
        _Type.DragEnter,
        _Type.DragMove,
        _Type.Drop,
        _Type.Wheel,
    }
)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_WAYS_OUT = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Print,
        Qt.Key.Key_Help,
        *(Qt.Key(Qt.Key.Key_F1.value + number) for number in range(24)),
    }
)


class Unattended(QObject):
    """Keeps a window where it is.

    Make it before any other filter of the window's events: the newest is asked first, so that a scanner or a
    number pad that types gets its keys, and this what they leave.
    """

    def __init__(self, view: QWindow, choose: Choose | None = None) -> None:
        """Watch a window, which owns this; it is not shown yet.

        Args:
            view: The window.
            choose: Gives its monitor, ``None`` while that is away: then the window is not seen. By default
                the first monitor.
        """
        super().__init__(view)
        self._choose: Choose = choose or QGuiApplication.primaryScreen
        self._view = view
        self._allowed = False
        self._shown = False
        self._finger: int | None = None
        self._handing_on = False
        view.setFlags(view.flags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        view.setCursor(Qt.CursorShape.BlankCursor)
        view.installEventFilter(self)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.fill)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screen_added)
        app.screenRemoved.connect(self._again.start)
        app.primaryScreenChanged.connect(self._again.start)
        for screen in app.screens():
            self._follow(screen)

    def show(self) -> None:
        """Show the window, over the whole of its monitor."""
        self._shown = True
        self.fill()

    def allow_close(self) -> None:
        """Let the window be closed from now on: by staff, or because the program ends."""
        self._allowed = True

    def fill(self) -> None:
        """Take the whole monitor, whatever has become of it."""
        if not self._shown or self._allowed:
            return
        # None is also what Qt gives, whatever its types say, while every monitor is unplugged.
        screen = self._choose()
        if screen is None:
            # Qt moves the window of a monitor that goes to another one, where it would cover what is there.
            if QGuiApplication.screens():
                self._view.hide()
            return
        self._view.setScreen(screen)
        self._view.setGeometry(screen.geometry())
        self._view.showFullScreen()
        self._view.requestActivate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what would lead out."""
        # The window's last events come when Python has taken this apart already.
        if watched is not getattr(self, "_view", None) or self._handing_on:
            return False
        kind = event.type()
        if kind == _Type.Close:
            return self._refuses_to_close(event)
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return leads_out(event)
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton
        if kind in _TOUCH and isinstance(event, QTouchEvent):
            return self._touched(event)
        if kind == _Type.TouchCancel:
            self._finger = None
        elif kind in (_Type.WindowStateChange, _Type.Hide) and not self._fills():
            self._again.start()
        return kind in _NEVER

    def _refuses_to_close(self, event: QEvent) -> bool:
        if self._allowed:
            return False
        log.warning("the window was to be closed, and stays")
        event.ignore()
        return True

    def _fills(self) -> bool:
        return self._view.isVisible() and bool(self._view.windowState() & Qt.WindowState.WindowFullScreen)

    def _screen_added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._again.start()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._again.start)

    def _touched(self, event: QTouchEvent) -> bool:
        """Let the first finger through, and no other: a hand that rests on the glass presses nothing."""
        points = event.points()
        if self._finger is None:
            begun = [each.id() for each in points if each.state() == QEventPoint.State.Pressed]
            if event.type() != _Type.TouchBegin or not begun:
                # Other fingers, after the first has left.
                return True
            self._finger = begun[0]
        ours = [each for each in points if each.id() == self._finger]
        if not ours or any(each.state() == QEventPoint.State.Released for each in ours):
            self._finger = None
        if len(points) > 1 and ours:
            self._hand_on(event, ours)
        return len(points) > 1

    def _hand_on(self, event: QTouchEvent, ours: list[QEventPoint]) -> None:
        alone = QTouchEvent(_type_of(ours), event.pointingDevice(), event.modifiers(), ours)
        alone.setTimestamp(event.timestamp())
        self._handing_on = True
        try:
            QCoreApplication.sendEvent(self._view, alone)
        finally:
            self._handing_on = False


def leads_out(event: QKeyEvent) -> bool:
    """Whether a key, with what is held, is none that a visitor types: Alt+F4, Ctrl+W, Esc, F11 ..."""
    return bool(event.modifiers() & _HELD) or event.key() in _WAYS_OUT


def _type_of(points: Iterable[QEventPoint]) -> QEvent.Type:
    (state,) = {each.state() for each in points}
    if state == QEventPoint.State.Pressed:
        return _Type.TouchBegin
    return _Type.TouchEnd if state == QEventPoint.State.Released else _Type.TouchUpdate
