"""What the core does by itself: wakes visitors, calls at idle windows, tends devices, ends trouble."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from core.app.auto_call import auto_call
from core.app.call_next import Called
from core.app.ports import StoreFailed
from core.app.privacy import erase_results
from core.app.ratings import begins
from core.app.suspend import wake
from core.domain.clock import business_date
from core.domain.errors import HallError
from core.domain.floor import WindowView
from core.domain.hall import Hall, Window
from core.domain.result import first_kept
from core.domain.ticket import LegState, Suspension
from core.domain.window import WindowStatus
from core.service.core import Core

log = logging.getLogger(__name__)

TICK_S = 1.0
PROBES = 10
"""Commits by which a disk that was full shows that it has room for more than the last page."""


class Ticker:
    """Looks every moment whether something is due; while nothing is, it neither asks nor writes."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._seen = -1
        self._wake_at: datetime | None = None
        self._idle: dict[int, tuple[WindowView, datetime]] = {}

    async def run(self, every_s: float = TICK_S) -> None:
        """Tick until cancelled."""
        while True:
            try:
                await self.tick()
            except StoreFailed:
                # The core has said so; it is tried again.
                pass
            except Exception:
                log.exception("what was due could not be done")
            await asyncio.sleep(every_s)

    async def tick(self) -> None:
        """Do what is due."""
        if self._core.trouble is not None:
            # Any command tells whether the disk takes something again; it takes a page, a ticket several.
            self._core.devices.was_deaf()
            for _ in range(PROBES):
                await self._core.run(lambda _uow: None)
        await self._wake()
        await self._core.devices.tend(self._core.run)
        if self._result_is_old():
            await self._core.run(erase_results)
        for window in self._due(self._core.hall):
            await self._call(window)

    async def _wake(self) -> None:
        if self._seen != self._core.hub.floor.seq:
            seen = self._core.hub.floor.seq
            self._wake_at = await asyncio.to_thread(self._core.reader.next_wake)
            self._seen = seen
        if self._wake_at is not None and self._wake_at <= self._core.clock():
            await self._core.run(wake)

    def _result_is_old(self) -> bool:
        """Whether the oldest result has waited for longer than the hall keeps it."""
        oldest = next(iter(self._core.hub.floor.results.listed.values()), None)
        if oldest is None:
            return False
        hall = self._core.hall
        today = business_date(self._core.clock(), hall.zone_info, hall.day_starts)
        return oldest.at < begins(hall, first_kept(today, hall.result_days))

    def _due(self, hall: Hall) -> list[int]:
        """Return the windows that have been free for too long while people wait for them."""
        if not _calls_by_itself(hall):
            self._idle.clear()
            return []
        now, floor = self._core.clock(), self._core.hub.floor
        places = [(place, floor.windows.get(place.number)) for place in hall.windows]
        free = {place.number: (place, view) for place, view in places if view and _is_free(view)}
        # A view is another one after every event of its window: the same one has been free all the time.
        self._idle = {number: self._since(view, now) for number, (_, view) in free.items()}
        return [
            number
            for number, (place, _) in free.items()
            if self._waited_enough(hall, place, floor.waiting, now)
        ]

    def _since(self, view: WindowView, now: datetime) -> tuple[WindowView, datetime]:
        known = self._idle.get(view.number)
        return known if known is not None and known[0] is view else (view, now)

    def _waited_enough(self, hall: Hall, place: Window, waiting: Mapping[str, int], now: datetime) -> bool:
        gaps = [hall.rules_of(queue).auto_call_s for queue in place.queues if waiting.get(queue)]
        least_s = min((gap for gap in gaps if gap > 0), default=None)
        return least_s is not None and now - self._idle[place.number][1] >= timedelta(seconds=least_s)

    async def _call(self, window: int) -> None:
        # Whatever comes of it, the window is left alone for as long again.
        self._idle[window] = (self._idle[window][0], self._core.clock())
        if await self._is_expecting(window):
            return
        try:
            called = await self._core.run(lambda uow: auto_call(uow, window=window))
        except HallError as refusal:
            log.debug("window %d does not call by itself: %s", window, refusal)
            return
        if isinstance(called, Called):
            log.info("window %d was idle and called %s by itself", window, called.leg.number)

    async def _is_expecting(self, window: int) -> bool:
        """Whether somebody is suspended who comes back to this very window."""
        found = await asyncio.to_thread(self._core.reader.find, state=LegState.SUSPENDED, window=window)
        return any(leg.suspension is not Suspension.NO_PAPERS for leg, _ in found)


def _calls_by_itself(hall: Hall) -> bool:
    return hall.rules.auto_call_s > 0 or any(each.rules and each.rules.auto_call_s for each in hall.queues)


def _is_free(view: WindowView) -> bool:
    return view.status is WindowStatus.OPEN and view.visitor is None
