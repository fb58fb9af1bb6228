"""One screen's window, and the face in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtGui import QScreen

from core.qt.burn_in import BurnIn
from core.qt.tokens import COLOURS
from core.qt.unattended import Unattended
from core.qt.view import fill_view, new_view
from display.clockwork import Clockwork
from display.face import Face

Choose = Callable[[], QScreen | None]


class Pane(QObject):
    """A window that shows one face at a time.

    Attributes:
        view: The window.
        face: What it shows.
    """

    def __init__(self, face: Face, clockwork: Clockwork, size: QSize, parent: QObject | None = None) -> None:
        """Make the window; it is not shown yet.

        Raises:
            RuntimeError: The QML does not load; its errors are the message.
        """
        super().__init__(parent)
        self.view = new_view(size=size, colour=COLOURS["board"])
        self.face = face
        self._clockwork = clockwork
        self._guard: Unattended | None = None
        self.burn_in: BurnIn | None = None
        self._shown = self._closed = False
        fill_view(self.view, face.qml, face.properties)

    def show(self, choose: Choose, *, full_screen: bool) -> None:
        """Show the window on the monitor that ``choose`` names, over all of it or as a window."""
        self._shown = True
        if full_screen:
            self.burn_in = BurnIn(self.view, parent=self)
            self._guard = Unattended(self.view, choose)
            self._guard.show()
        else:
            self.view.show()
        self.face.start()

    def change(self, face: Face, clockwork: Clockwork) -> None:
        """Show another face from now on."""
        old, old_clock = self.face, self._clockwork
        self.face, self._clockwork = face, clockwork
        # The QML goes before the view-model, or its last bindings read from nothing.
        fill_view(self.view, face.qml, face.properties)
        if self.burn_in is not None:
            self.burn_in.content_changed()
        old_clock.stop()
        old.stop()
        if self._shown:
            face.start()

    def close(self) -> None:
        """Close the window for good."""
        if self._closed:
            return
        self._closed = True
        if self._guard is not None:
            self._guard.allow_close()
        if self.burn_in is not None:
            self.burn_in.stop()
        self.view.close()
        self.view.setSource(QUrl())
        self._clockwork.stop()
        self.face.stop()
