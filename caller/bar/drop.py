"""The acts of a bar: a page that drops from it, to where there is room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caller.acts.page import ActsPage
from caller.acts.panel import Acts
from caller.theme import COLOURS, scaled

_WIDTH, _LEAST_HEIGHT = 440, 420

Beside = Callable[[QSize], QRect]
"""Returns where something of that size stands beside the bar, on the screens."""


class ActsDrop(QWidget):
    """Is there while acts are open, and goes where the bar goes; a key that it does not know is the bar's.

    Attributes:
        page: What stands on it.
    """

    def __init__(self, bar: QWidget, acts: Acts, beside: Beside) -> None:
        """Make it, hidden until acts are opened."""
        kind = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(bar, kind)
        self.setObjectName("acts-drop")
        # Other programs lie beneath it: an edge of its own says where it ends.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"#acts-drop {{ background: {COLOURS['primary']}; }}")
        self._bar = bar
        self._beside = beside
        self._height = 0
        self.page = ActsPage(self)
        self.page.opened.connect(self._open)
        self.page.closed.connect(self._close)
        self.page.use_acts(acts)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave to the bar what is no key of the acts: call next works here as there."""
        self._bar.window().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go where the bar goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        """Stand beside the bar; the next question makes it higher where it must be, never lower."""
        self._height = max(self._height, self.page.wanted_height(), scaled(_LEAST_HEIGHT))
        self._place()
        if not self.isVisible():
            self._bar.window().installEventFilter(self)
            self.show()
            self.raise_()
            self.activateWindow()

    def _place(self) -> None:
        at = self._beside(QSize(scaled(_WIDTH), self._height))
        if self.geometry() != at:
            self.setGeometry(at)

    def _close(self) -> None:
        self._height = 0
        self.hide()
        window = self._bar.window()
        window.removeEventFilter(self)
        window.activateWindow()
        window.setFocus()
