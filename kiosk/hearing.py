"""What the kiosk hears of the core: the hall, who waits, and what is open now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.domain.hall import Hall
from kiosk.hours import closed_queues
from kiosk.offline.offline import Offline
from kiosk.session import Session
from kiosk.state import Page

FLOOR_SETTLES_MS = 100
"""Changes of the floor are shown together: after a power cut hundreds come at once."""


class Hearing(QObject):
    """Keeps the session's inputs as new as the line to the core."""

    def __init__(
        self,
        link: Link,
        session: Session,
        machine: str = "",
        offline: Offline | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen.

        Args:
            link: The line to the core.
            session: Who is told.
            machine: Name of this kiosk, by which the hall's rules know it.
            offline: What gives numbers without the core, and knows the hall meanwhile.
            now: The hall's time, in UTC.
            parent: Owner.
        """
        super().__init__(parent)
        self._link = link
        self._session = session
        self._machine = machine
        self._offline = offline
        self._now = now
        self._looked: tuple[Hall, datetime] | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(FLOOR_SETTLES_MS)
        self._settle.timeout.connect(self._line_changed)
        link.hall_changed.connect(self._hall_changed)
        link.floor_changed.connect(self._floor_moved)
        for signal in (link.went_live, link.went_dark, link.degraded_changed):
            signal.connect(self._line_changed)
        if offline is not None:
            offline.changed.connect(self._line_changed)
        session.ticked.connect(self._look_at_clock)
        session.ended.connect(self._take_hall)
        self._hall_changed()

    def _hall_changed(self) -> None:
        inputs = self._session.inputs
        if inputs.at.page is Page.RESULT or inputs.busy:
            return  # the visitor in front of us finishes first; the new hall is taken then
        self._line_changed()
        self._session.done()

    def _take_hall(self) -> None:
        hall = self._link.hall if self._offline is None else self._offline.hall
        if hall is not None and hall is not self._session.inputs.hall:
            rules = hall.kiosk(self._machine)
            self._session.update(hall=hall, rules=rules, language=hall.languages[0])
        self._look_at_clock()

    def _floor_moved(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _line_changed(self) -> None:
        link = self._link
        reserved = dict(self._offline.left) if self._offline is not None else {}
        self._session.update(
            live=link.live, degraded=link.degraded, waiting=dict(link.floor.waiting), reserved=reserved
        )

    def _look_at_clock(self) -> None:
        """Queues open and close on the minute, and no event says so."""
        hall = self._session.inputs.hall
        if hall is None:
            return
        now = self._now().astimezone(hall.zone_info).replace(second=0, microsecond=0)
        if (hall, now) != self._looked:
            self._looked = (hall, now)
            self._session.update(now=now, closed=closed_queues(hall, now))
