"""The ticket kiosk: one window, one printer, one line to the core."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal

from core.client.port import Link
from core.qt.fonts import missing_font_line, prepare_fonts
from core.qt.tokens import COLOURS
from core.qt.translate import Translations
from core.qt.view import make_view
from hardware.printer.ports import Printer
from hardware.slip.painter import WIDTH_80MM
from kiosk import words
from kiosk.session import Session
from kiosk.slips import compose
from kiosk.taking import Taking
from kiosk.timings import Timings
from kiosk.view_model import KioskViewModel

log = logging.getLogger(__name__)

PORTRAIT = QSize(1080, 1920)
LANDSCAPE = QSize(1920, 1080)
_MAIN = Path(__file__).parent / "qml" / "Main.qml"


class KioskApp(QObject):
    """The kiosk's window and all that stands behind it.

    The application exists already (:func:`core.qt.app.make_app`); the link is started by whoever made it.

    Attributes:
        view: The window.

    Signals:
        ticket_taken(object): A visitor has a :class:`kiosk.state.Taken`.
        slip_printed(object): Its slip is out.
        slip_failed(object): Its slip is not; the number stays valid.
    """

    ticket_taken = Signal(object)
    slip_printed = Signal(object)
    slip_failed = Signal(object)

    def __init__(
        self,
        link: Link,
        printer: Printer,
        *,
        size: QSize = PORTRAIT,
        full_screen: bool = False,
        machine: str = "",
        slip_width: int = WIDTH_80MM,
        timings: Timings | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        fonts: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the window, not yet shown.

        Args:
            link: The line to the core.
            printer: Used on a thread of its own only.
            size: Of the window, where it is not full screen.
            full_screen: Fill the screen and show no pointer.
            machine: Name of this kiosk, small on every slip, for support.
            slip_width: Dots across the paper.
            timings: How long things stay.
            clock: Monotonic seconds.
            now: The hall's time, in UTC.
            fonts: A folder of fonts beside the installed ones.
            parent: Owner.
        """
        super().__init__(parent)
        self._link = link
        self._full_screen = full_screen
        self._translations = Translations(words.EVERY_LANGUAGE, self)
        self._missing_fonts = prepare_fonts(words.EVERY_LANGUAGE, fonts)
        self._printer_thread = ThreadPoolExecutor(1, thread_name_prefix="kiosk-printer")
        speak = self._translations.say
        taking = Taking(
            link,
            printer,
            self._printer_thread,
            lambda taken, hall: compose(taken, hall, speak, machine),
            slip_width,
            self,
        )
        self._session = Session(link, taking, timings=timings, clock=clock, now=now, parent=self)
        self._view_model = KioskViewModel(self._session, speak, self)
        taking.taken.connect(self.ticket_taken)
        taking.printed.connect(self.slip_printed)
        taking.unprinted.connect(self.slip_failed)
        link.hall_changed.connect(self._check_fonts)
        self._check_fonts()
        self.view = make_view(_MAIN, {"vm": self._view_model}, size=size, colour=COLOURS["page"])
        taking.warm_up()

    def show(self) -> None:
        """Show the window."""
        if self._full_screen:
            self.view.setCursor(Qt.CursorShape.BlankCursor)
            self.view.showFullScreen()
        else:
            self.view.show()

    def tick(self) -> None:
        """Look at the clock now (it is looked at by itself twice a second)."""
        self._session.tick()

    def close(self) -> None:
        """Close the window, let the slips of given tickets come out, and end the printer's thread."""
        self.view.close()
        self.view.setSource(QUrl())
        self._printer_thread.shutdown()

    def _check_fonts(self) -> None:
        languages = self._link.hall.languages if self._link.hall else words.EVERY_LANGUAGE
        line = missing_font_line([each for each in self._missing_fonts if each in languages])
        if line:
            log.error("%s", line)
        self._view_model.say_fonts_missing(line)
