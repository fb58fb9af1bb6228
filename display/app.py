"""The public display: a board in a window of its own."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QUrl

from core.client.port import Link
from core.qt.fonts import missing_font_line, prepare_fonts
from core.qt.tokens import COLOURS
from core.qt.translate import Translations
from core.qt.unattended import Unattended
from core.qt.view import make_view
from display.clockwork import Clockwork, QtClockwork
from display.view_model import BoardViewModel
from display.words import EVERY_LANGUAGE

log = logging.getLogger(__name__)

FULL_HD = QSize(1920, 1080)
_QML = Path(__file__).parent / "qml" / "Board.qml"


class DisplayApp(QObject):
    """One zone's board, or the whole hall's.

    Attributes:
        board: The view-model.
        view: The window.
    """

    def __init__(
        self,
        link: Link,
        zone: str | None = None,
        *,
        size: QSize = FULL_HD,
        clockwork: Clockwork | None = None,
        fonts: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the board; :meth:`show` brings it up and starts the link.

        Args:
            link: The line to the core, not started yet.
            zone: Id of the zone; ``None`` for the whole hall.
            size: Of the window, when it does not fill the screen.
            clockwork: The time; the machine's own by default.
            fonts: Folder of font files to load beside the system's.
            parent: Qt parent.

        Raises:
            RuntimeError: The QML does not load; its errors are the message.
        """
        super().__init__(parent)
        self._link = link
        self._zone = zone
        self._fonts = fonts
        self._guard: Unattended | None = None
        self._words = Translations(EVERY_LANGUAGE, self)
        self.board = BoardViewModel(
            link, clockwork or QtClockwork(self), self._words.say, zone=zone, parent=self
        )
        self._check_fonts()
        link.hall_changed.connect(self._check_fonts)
        self.view = make_view(_QML, {"board": self.board}, size=size, colour=COLOURS["board"])

    def show(self, *, full_screen: bool = False) -> None:
        """Show the window and follow the hall."""
        if full_screen:
            self._guard = Unattended(self.view)
            self._guard.show()
        else:
            self.view.show()
        self._link.start(**({"zone": self._zone} if self._zone else {}))

    def close(self) -> None:
        """Close the line, then the window."""
        self._link.stop()
        if self._guard is not None:
            self._guard.allow_close()
        self.view.close()
        # The QML goes before the view-model, or its last bindings read from nothing.
        self.view.setSource(QUrl())

    def _check_fonts(self) -> None:
        hall = self._link.hall
        missing = prepare_fonts(hall.languages if hall else EVERY_LANGUAGE, self._fonts)
        if missing and hall:
            log.warning("no font for %s", ", ".join(missing))
        self.board.set_fault(missing_font_line(missing))
