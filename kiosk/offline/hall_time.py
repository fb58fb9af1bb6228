"""The core's time while the core is away: this machine's, put right by what was last heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from core.client.port import Link
from core.domain.clock import business_date
from core.domain.event import Event
from core.domain.hall import Hall
from kiosk.offline.kept import Kept
from kiosk.offline.store import StoreFailed

AHEAD = "core_ahead_s"
WORTH_KEEPING_S = 2.0
"""A change of the difference below this is the network's, and not written down."""


class HallTime:
    """Tells the core's time.

    How far the core's clock is before this machine's is heard with every event that comes live, and kept over
    a restart. A machine whose clock is then set by hand tells a wrong time until the core is heard again.
    """

    def __init__(self, link: Link, kept: Kept, now: Callable[[], datetime]) -> None:
        """Begin to listen.

        Args:
            now: This machine's time, UTC.
        """
        self._link = link
        self._kept = kept
        self._now = now
        self._ahead_s = self._known = self._read()
        link.happened.connect(self._happened)

    def now(self) -> datetime:
        """Return the core's time, UTC."""
        return self._now() + timedelta(seconds=self._ahead_s)

    def today(self, hall: Hall) -> date:
        """Return the hall's business day."""
        return business_date(self.now(), hall.zone_info, hall.day_starts)

    def _read(self) -> float:
        try:
            return float(self._kept.run(lambda store: store.kept(AHEAD)) or 0)
        except (StoreFailed, ValueError):
            return 0.0

    def _happened(self, event: Event) -> None:
        if not self._link.live:
            return  # it was missed, and tells an earlier time
        self._ahead_s = (event.at - self._now()).total_seconds()
        if abs(self._ahead_s - self._known) < WORTH_KEEPING_S:
            return
        self._known = self._ahead_s
        try:
            self._kept.run(lambda store: store.keep(AHEAD, f"{self._ahead_s:.1f}"))
        except StoreFailed:
            return  # said once already; it is heard again with the next event
