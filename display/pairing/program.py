"""A display that joins by itself: with what it kept, else by a code; and anew where the core knows it not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, QTimer

from core.qt.translate import Translations
from display.clockwork import QtClockwork
from display.pairing.face import PairingFace
from display.pairing.joining import Joining
from display.pairing.kept import Joined, Kept
from display.pane import Choose, Pane
from display.words import EVERY_LANGUAGE

log = logging.getLogger(__name__)

OpenDisplay = Callable[[Joined, Callable[[], None]], Callable[[], None]]
"""Shows what a machine joined for; calls the second should the core not take its token; returns its end."""


class PairedDisplay(QObject):
    """Either the page with the code or the display, never nothing.

    Attributes:
        pane: The page's window, ``None`` while the display is shown.
    """

    def __init__(
        self,
        kept: Kept,
        open_display: OpenDisplay,
        *,
        core: str,
        machine: str,
        size: QSize,
        choose: Choose,
        full_screen: bool = False,
        joining: Callable[..., Joining] = Joining,
        parent: QObject | None = None,
    ) -> None:
        """Make it ready; :meth:`start` shows something.

        Args:
            kept: Where the token is kept.
            open_display: Shows the display itself.
            core: Its address.
            machine: What this machine calls itself.
            size: Of the page, when it does not fill its monitor.
            choose: The page's monitor.
            full_screen: Whether the page fills it.
            joining: Makes what asks.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._kept = kept
        self._open = open_display
        self._size = size
        self._choose = choose
        self._full_screen = full_screen
        self._words = Translations(EVERY_LANGUAGE, self)
        self._joining = partial(joining, core, machine, self._words.say)
        self._end: Callable[[], None] | None = None
        self.pane: Pane | None = None

    def start(self) -> None:
        """Show the display with what was kept, else ask."""
        had = self._kept.read()
        if had is None:
            self._ask(None)
        else:
            self._show(had)

    def close(self) -> None:
        """End whatever is shown."""
        self._close_page()
        self._close_display()

    def _ask(self, had: Joined | None) -> None:
        joining = self._joining(had=had)
        joining.joined.connect(self._joined)
        self.pane = Pane(PairingFace(joining), QtClockwork(), self._size, self)
        self.pane.show(self._choose, full_screen=self._full_screen)
        self._close_display()

    def _joined(self, joined: Joined) -> None:
        self._kept.write(joined)
        # Not from within what asked: its window goes.
        QTimer.singleShot(0, self, lambda: self._show(joined))

    def _show(self, joined: Joined) -> None:
        turned_away = partial(QTimer.singleShot, 0, self, lambda: self._turned_away(joined))
        self._end = self._open(joined, turned_away)
        # After the display is there: the program ends with its last window.
        self._close_page()

    def _turned_away(self, joined: Joined) -> None:
        if self._end is not None:
            log.warning("the core does not know the token of %s any more; it asks to join anew", joined.name)
            self._ask(joined)

    def _close_page(self) -> None:
        pane, self.pane = self.pane, None
        if pane is not None:
            pane.close()
            pane.deleteLater()

    def _close_display(self) -> None:
        end, self._end = self._end, None
        if end is not None:
            end()
