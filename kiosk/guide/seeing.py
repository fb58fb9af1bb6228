"""What a guide sees of the floor: kept as new as the line, asked for calmly."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.client.reply import Answer, Reply
from kiosk.guide.line import GuideLine
from kiosk.guide.reading import read_queues
from kiosk.session import Session
from kiosk.state import Page

SETTLE_MS = 1_000
"""After something moved on the floor the figures are asked for once in so long."""
EVERY_MS = 15_000
"""And so often in any case: waits grow while nothing moves."""


class Seeing(QObject):
    """Keeps the guide's figures while a page with figures is open."""

    def __init__(self, link: Link, session: Session, line: GuideLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._session = session
        self._line = line
        self._asked = False
        self._seen: Page | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self._ask)
        self._often = QTimer(self, interval=EVERY_MS)
        self._often.timeout.connect(self._ask)
        self._often.start()
        link.floor_changed.connect(self._moved)
        link.went_live.connect(self._moved)
        session.changed.connect(self._look)

    def _look(self) -> None:
        """See that the page has just been opened: nobody waits for the clock then."""
        inputs = self._session.inputs
        page = inputs.at.page if inputs.guide.here else None
        if page is not self._seen:
            self._seen = page
            if page is Page.GUIDE:
                self._tell_windows()
                self._ask()

    def _moved(self) -> None:
        if self._seen is Page.GUIDE:
            self._tell_windows()
            if not self._soon.isActive():
                self._soon.start()

    def _ask(self) -> None:
        if self._seen is Page.GUIDE and self._link.live and not self._asked:
            self._asked = True
            self._line.get("/api/queues", self._came)

    def _came(self, reply: Reply) -> None:
        self._asked = False
        guide = self._session.inputs.guide
        if isinstance(reply, Answer) and guide.here:
            self._session.update(guide=replace(guide, queues=read_queues(reply.body)))

    def _tell_windows(self) -> None:
        guide = self._session.inputs.guide
        windows = {number: view.status for number, view in self._link.floor.windows.items()}
        if guide.here and windows != guide.windows:
            self._session.update(guide=replace(guide, windows=windows))
