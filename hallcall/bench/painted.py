"""A hall's board, watched: ``python -m hallcall.bench.painted CORE TOKEN WIDTH HEIGHT``.

Prints a line when it follows the hall; then for each call when the first frame with it was on the screen
(``time.monotonic``), and a line once the board is ready for the next: its rows have been shown long enough.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QSize

from core.client.link import CoreLink
from core.domain.event import Event, EventKind
from core.qt.app import make_app, run_app
from display.app import DisplayApp
from display.clockwork import QtClockwork

_SHOWN = timedelta(seconds=12)
"""After so long a call has had its turn: the next one has its row at once."""


class HurriedClock(QtClockwork):
    """The machine's clock, which can be put forward."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead = timedelta()
        self._ring: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        """Return the time, UTC, ahead of the machine's."""
        return super().now() + self._ahead

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """Set who is called when the alarm rings."""
        self._ring = ring
        super().on_alarm(ring)

    def hurry(self, by: timedelta) -> None:
        """Put the clock forward, as if so much time had passed."""
        self._ahead += by
        self._ring()


class Watcher(QObject):
    """Says when a call was heard and painted."""

    def __init__(self, link: CoreLink, app: DisplayApp, clock: HurriedClock) -> None:
        super().__init__(app)
        self._app = app
        self._clock = clock
        self._heard = self._told = False
        link.happened.connect(self._hear)
        app.view.frameSwapped.connect(self._painted)

    def _hear(self, event: Event) -> None:
        # The board has heard it already: it was there first.
        if event.kind is EventKind.CALLED:
            self._heard = True
            self._app.view.update()

    def _painted(self) -> None:
        if self._heard:
            self._heard, self._told = False, True
            print(time.monotonic(), flush=True)
            self._clock.hurry(_SHOWN)
            self._app.view.update()
        elif self._told:
            self._told = False
            print("ready", flush=True)


def watch(core: str, token: str, size: QSize) -> int:
    """Show the board until told to end."""
    app = make_app("hallcall-display", widgets=False)
    link, clock = CoreLink(core, token), HurriedClock()
    display = DisplayApp(link, size=size, clockwork=lambda: clock)
    Watcher(link, display, clock)
    link.went_live.connect(lambda: print("live", flush=True))
    display.show()
    code = run_app(app)
    display.close()
    return code


if __name__ == "__main__":
    sys.exit(watch(sys.argv[1], sys.argv[2], QSize(int(sys.argv[3]), int(sys.argv[4]))))
