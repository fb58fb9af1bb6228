"""The raters as an agent: a visitor's key becomes the rating of who is, or was just now, at that window."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from caller.pads import PadRoom
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.event import Event, EventKind
from hardware.keypad.actions import Action
from hardware.keypad.at_windows import Press, RaterFace

log = logging.getLogger(__name__)

SAID_MS = 3000
"""So long a rater shows what came of a press."""
ASKED_MS = 60_000
"""So long it asks for a rating, unless one is given or the next visitor is served."""
TAKEN, NOBODY, NO_LINE = "OK", "NO", "----"
"""What it shows: the rating is kept; there is nobody to be rated; the core is away. Never a level."""

_AT_RATERS = frozenset({EventKind.RATING_ASKED, EventKind.RATED, EventKind.STARTED})


class Raters(QObject):
    """Sends what visitors press, once each, and shows that it was taken; nothing of it is kept here."""

    def __init__(
        self,
        link: Link,
        room: PadRoom,
        *,
        window: int | None = None,
        said_ms: int = SAID_MS,
        asked_ms: int = ASKED_MS,
        parent: QObject | None = None,
    ) -> None:
        """Listen to ``room``.

        Args:
            link: With a screen's token.
            window: Where raters stand whose window the device file does not name.
        """
        super().__init__(parent)
        self._link = link
        self._room = room
        self._raters = {
            number: _Rater(link, room, number, said_ms, asked_ms, self)
            for number in {*room.windows(), window}
            if number is not None
        }
        self._window = window
        room.pressed.connect(self._pressed)
        link.happened.connect(self._happened)
        for signal in (link.snapshot_taken, link.went_live, link.went_dark, link.floor_changed):
            signal.connect(self._tell_all)
        self._tell_all()

    def close(self) -> None:
        """Listen no more."""
        self._room.pressed.disconnect(self._pressed)
        self._link.happened.disconnect(self._happened)
        link = self._link
        for signal in (link.snapshot_taken, link.went_live, link.went_dark, link.floor_changed):
            signal.disconnect(self._tell_all)

    def _pressed(self, press: Press) -> None:
        rater = self._raters.get(press.window or self._window or 0)
        if press.act.action is Action.RATE and press.act.number is not None and rater is not None:
            rater.press(press.act.number)

    def _happened(self, event: Event) -> None:
        if event.kind in _AT_RATERS and event.window in self._raters and self._link.live:
            self._raters[event.window].heard(event.kind)

    def _tell_all(self) -> None:
        for rater in self._raters.values():
            rater.tell()


class _Rater(QObject):
    """The raters of one window."""

    def __init__(
        self, link: Link, room: PadRoom, window: int, said_ms: int, asked_ms: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._room = room
        self._window = window
        self._busy = False
        self._said = ""
        self._please = False
        self._shown: RaterFace | None = None
        self._said_over = QTimer(self, singleShot=True, interval=said_ms)
        self._said_over.timeout.connect(lambda: self._say(""))
        self._asked_over = QTimer(self, singleShot=True, interval=asked_ms)
        self._asked_over.timeout.connect(lambda: self._ask(please=False))

    def press(self, level: int) -> None:
        """Send a rating; a press while one is under way is the same visitor's second finger."""
        if self._busy:
            return
        if not self._link.live or self._link.degraded:
            self._say(NO_LINE)
            return
        self._busy = True
        self._link.post(f"/api/windows/{self._window}/rate", {"level": level}, self._answered)

    def heard(self, kind: EventKind) -> None:
        """Ask for a rating, or ask no more."""
        self._ask(please=kind is EventKind.RATING_ASKED)

    def tell(self) -> None:
        """Have it show what is so now."""
        view = self._link.floor.windows.get(self._window)
        clerk = (view.clerk or "") if view is not None and self._link.live else ""
        face = RaterFace(
            self._said or (clerk if self._link.live else NO_LINE),
            please=self._please and self._link.live,
            trouble=not self._link.live or self._said in (NOBODY, NO_LINE),
        )
        if face != self._shown:
            self._shown = face
            self._room.show_rater(self._window, face)

    def _answered(self, reply: Reply) -> None:
        self._busy = False
        match reply:
            case Answer() | Refused(key="rating.already"):
                self._ask(please=False)
                self._say(TAKEN)
            case Refused(key="window.empty"):
                self._say(NOBODY)
            case Refused(key=key):
                log.warning("window %d: a rating is refused: %s", self._window, key)
                self._say(NO_LINE)
            case _:
                self._say(NO_LINE)

    def _say(self, said: str) -> None:
        self._said = said
        if said:
            self._said_over.start()
        self.tell()

    def _ask(self, *, please: bool) -> None:
        self._please = please
        if please:
            self._asked_over.start()
        else:
            self._asked_over.stop()
        self.tell()
