"""The screens of this machine, as they are plugged in and out."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from caller.bar.geometry import Area, Screen


class Screens(QObject):
    """Tells which screens there are.

    Signals:
        changed: One came, went, or has another size.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Several signals come for one plug; the last one is enough.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._tell)
        app.primaryScreenChanged.connect(self._tell)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self._tell)

    def all(self) -> tuple[Screen, ...]:
        """Return the screens, the primary one first."""
        found = QGuiApplication.screens()
        primary = QGuiApplication.primaryScreen()
        found.sort(key=lambda screen: screen is not primary)
        ids = Counter(_id(screen) for screen in found)
        return tuple(_screen(each, alone=ids[_id(each)] == 1) for each in found)

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self._soon.start(0)


def _id(screen: QScreen) -> str:
    serial = screen.serialNumber()
    return f"{screen.model()} {serial}" if serial else screen.name()


def _screen(screen: QScreen, *, alone: bool) -> Screen:
    """Return a screen; cheap ones carry one serial number all, then their socket's name tells them apart."""
    rect = screen.availableGeometry()
    name = _id(screen) if alone else f"{_id(screen)} {screen.name()}"
    return Screen(name, Area(rect.x(), rect.y(), rect.width(), rect.height()))
