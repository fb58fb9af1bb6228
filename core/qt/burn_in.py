"""A picture that stands for months burns into its panel: it is moved by a few pixels, a step at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickView

EVERY_MS = 3 * 60_000
SHARE = 1 / 180
"""How far it goes from the middle, of the shorter side: 6 px of a full-HD screen."""
STEPS = 4
"""From the middle to the edge."""


def offset(step: int, reach: int) -> tuple[int, int]:
    """Return where the picture stands at a step: line by line through a square, a bit at a time.

    Args:
        step: Counted from 0, the middle.
        reach: The farthest from the middle, px.
    """
    across = 2 * STEPS
    line, column = divmod(step + across * STEPS + STEPS, across)
    x = column if line % 2 == 0 else across - column
    y = line % (2 * across)
    y = y if y <= across else 2 * across - y
    return _px(x, reach), _px(y, reach)


def _px(at: int, reach: int) -> int:
    return round((at - STEPS) * reach / STEPS)


class BurnIn(QObject):
    """Moves what a window shows.

    The picture is smaller than the window by as much as it moves, so that nothing of it ever leaves the
    window; around it is the colour of its ground.
    """

    def __init__(self, view: QQuickView, *, every_ms: int = EVERY_MS, parent: QObject | None = None) -> None:
        """Begin; the window has its content.

        Args:
            view: The window; what it shows may change later.
            every_ms: A step in so long.
            parent: Qt parent.
        """
        super().__init__(parent or view)
        self._view = view
        self._step = 0
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.move_on)
        self._timer.start()
        # Qt gives the content the whole window whenever that changes: afterwards it is put right.
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.place)
        view.widthChanged.connect(self._again.start)
        view.heightChanged.connect(self._again.start)
        self.content_changed()

    def stop(self) -> None:
        """Move nothing any more."""
        self._timer.stop()
        self._again.stop()
        self._view.widthChanged.disconnect(self._again.start)
        self._view.heightChanged.disconnect(self._again.start)

    def move_on(self) -> None:
        """Take a step."""
        self._step += 1
        self.place()

    def content_changed(self) -> None:
        """Take care of what the window shows now."""
        colour = QQmlProperty(self._view.rootObject(), "color")
        colour.connectNotifySignal(self, self.metaObject().indexOfMethod("paint()"))
        self.paint()
        self.place()

    @Slot()
    def paint(self) -> None:
        """Give the edge the colour of the picture's ground."""
        colour = self._view.rootObject().property("color")
        if isinstance(colour, QColor):
            self._view.setColor(colour)

    def place(self) -> None:
        """Put the content where it belongs at this step."""
        width, height = self._view.width(), self._view.height()
        reach = max(1, round(min(width, height) * SHARE))
        dx, dy = offset(self._step, reach)
        root = self._view.rootObject()
        root.setX(reach + dx)
        root.setY(reach + dy)
        root.setWidth(width - 2 * reach)
        root.setHeight(height - 2 * reach)
