"""The public screens of one machine: a window for each, one line to the core for all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickView

from core.client.port import Link
from core.domain.screen import FaceKind, Screen, feed_filter, screen_named
from core.qt.fonts import missing_font_line, prepare_fonts
from core.qt.translate import Translations
from display.clockwork import Clockwork, QtClockwork
from display.face import Face, MakeFace
from display.faces import FACES
from display.monitors import Monitors
from display.pane import Pane
from display.words import EVERY_LANGUAGE
from display.wrong import Trouble, WrongFace, no_such_screen, trouble_with

log = logging.getLogger(__name__)

FULL_HD = QSize(1920, 1080)

Wanted = Screen | str
"""A screen, or the name of one that the hall describes."""


class DisplayApp(QObject):
    """One screen or several.

    What a screen shows follows the hall: one whose zone, window or name the hall does not have says so, and
    comes right by itself when the hall is changed.

    Attributes:
        panes: The windows, in the order of the screens.
    """

    def __init__(
        self,
        link: Link,
        *wanted: Wanted,
        size: QSize = FULL_HD,
        clockwork: Callable[[], Clockwork] = QtClockwork,
        fonts: Path | None = None,
        monitor: str = "",
        faces: Mapping[FaceKind, MakeFace] = FACES,
        parent: QObject | None = None,
    ) -> None:
        """Make the windows; :meth:`show` brings them up and starts the link.

        Args:
            link: The line to the core, not started yet.
            wanted: The screens; none: the whole hall's board.
            size: Of each window, when it does not fill its monitor.
            clockwork: Makes the clock of a face; the machine's own by default.
            fonts: Folder of font files to load beside the system's.
            monitor: Number or name of the first screen's monitor; the others' as the hall says.
            faces: What can be shown.
            parent: Qt parent.

        Raises:
            RuntimeError: The QML does not load; its errors are the message.
        """
        super().__init__(parent)
        self._link = link
        self._wanted: tuple[Wanted, ...] = wanted or (Screen(),)
        self._clockwork = clockwork
        self._fonts = fonts
        self._monitor = monitor
        self._faces = faces
        self._monitors = Monitors()
        self._fault = ""
        self._words = Translations(EVERY_LANGUAGE, self)
        self._shown = [self._resolve(each) for each in self._wanted]
        self.panes = [Pane(*self._made(each), size, self) for each in self._shown]
        self._hear_hall()
        link.hall_changed.connect(self._hear_hall)

    @property
    def view(self) -> QQuickView:
        """The first screen's window."""
        return self.panes[0].view

    @property
    def face(self) -> Face:
        """What the first screen shows."""
        return self.panes[0].face

    def show(self, *, full_screen: bool = False) -> None:
        """Show the windows and follow the hall."""
        if self._monitor and not full_screen:
            # A window is put where the desktop likes; that there is no such monitor is said all the same.
            self._monitor_of(0)
        for place, pane in enumerate(self.panes):
            pane.show(partial(self._monitor_of, place), full_screen=full_screen)
        self._link.start(**self._filter())

    def close(self) -> None:
        """Close the line, then the windows."""
        self._link.stop()
        for pane in self.panes:
            pane.close()

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine on every screen."""
        self._fault = line
        for pane in self.panes:
            pane.face.set_fault(line)

    def _filter(self) -> dict[str, str]:
        """What the line has to tell; what a named screen shows is not known yet."""
        screens = tuple(each for each in self._wanted if isinstance(each, Screen))
        return feed_filter(screens) if len(screens) == len(self._wanted) else {}

    def _hear_hall(self) -> None:
        self._check_fonts()
        for place, wanted in enumerate(self._wanted):
            shown = self._resolve(wanted)
            if shown != self._shown[place]:
                self._shown[place] = shown
                self.panes[place].change(*self._made(shown))
                self.panes[place].face.set_fault(self._fault)

    def _resolve(self, wanted: Wanted) -> Screen | Trouble:
        """Return what a screen shows now; before the hall is known, every face connects."""
        hall = self._link.hall
        if hall is None:
            return wanted if isinstance(wanted, Screen) else Screen(name=wanted)
        screen = screen_named(hall, wanted) if isinstance(wanted, str) else wanted
        trouble = no_such_screen(hall, str(wanted)) if screen is None else None
        trouble = trouble or (trouble_with(hall, screen, tuple(self._faces)) if screen else None)
        return trouble or screen or Screen()

    def _made(self, shown: Screen | Trouble) -> tuple[Face, Clockwork]:
        clock = self._clockwork()
        if isinstance(shown, Trouble):
            log.warning("%s; known: %s", shown, ", ".join(shown.known) or "none")
            hall = self._link.hall
            return WrongFace(shown, self._words.say, hall.languages if hall else EVERY_LANGUAGE), clock
        make = self._faces.get(shown.face, self._faces[FaceKind.BOARD])
        return make(self._link, shown, self._words.say, clock), clock

    def _monitor_of(self, place: int) -> QScreen | None:
        shown = self._shown[place]
        named = shown.monitor if isinstance(shown, Screen) else ""
        wanted = named or (self._monitor if place == 0 else "")
        if not wanted and len(self.panes) == 1:
            return QGuiApplication.primaryScreen()
        return self._monitors.of(place, wanted)

    def _check_fonts(self) -> None:
        hall = self._link.hall
        missing = prepare_fonts(hall.languages if hall else EVERY_LANGUAGE, self._fonts)
        if missing and hall:
            log.warning("no font for %s", ", ".join(missing))
        self.set_fault(missing_font_line(missing))
