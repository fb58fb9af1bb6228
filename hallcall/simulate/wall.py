"""Every screen of the hall as a real feed, and whether each was told what it shows.

Each message's number is looked at. An event is parsed once, whoever hears it first, and every other screen's
copy must be the same bytes; of the screens that follow the same part of the hall one keeps the floor.
"""

from __future__ import annotations

import asyncio
import json
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from time import perf_counter
from typing import TypeVar
from urllib.parse import urlencode

from core.domain.event import Event, EventKind, event_from_json
from core.domain.floor import Floor
from core.domain.floor_json import floor_from_json
from core.domain.hall import Hall
from core.domain.scope import scope_of
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.ledger import CallKey
from hallcall.simulate.listening import NotOpened, listen
from hallcall.simulate.screen import Known, Query, Screen, View

KNOWN_MOST = 40_000
"""So many events are remembered until the slowest screen has heard them."""
AT_ONCE = 32
"""So many feeds are opened at a time."""
SETTLE_WITHIN_S = 15.0
AGAIN_AFTER_S = 0.2

T = TypeVar("T")


class Wall:
    """All screens of the hall.

    Attributes:
        screens: The first one follows the whole hall, and tells what happens.
        calls: When each call reached each screen that shows it.
        cut: How often a feed broke and was opened again.
    """

    def __init__(
        self, hall: Hall, url: str, token: str, faults: Faults, happened: Callable[[Event], None]
    ) -> None:
        self.faults = faults
        self.calls: dict[CallKey, array[float]] = {}
        self.cut = 0
        self._calls_of: Counter[str] = Counter()
        self._hall = hall
        self._url = url
        self._token = token
        self._happened = happened
        self._known: dict[int, Known] = {}
        self._views: dict[Query, View] = {}
        self._closing = False
        self._again: set[asyncio.Task[None]] = set()
        self.screens = [self._screen("hall board 1", tells=True), self._screen("hall board 2")]
        self.screens += [self._screen(f"board {zone.id}", zone=zone.id) for zone in hall.zones]
        for kind in ("window screen", "rating pad"):
            self.screens += [
                self._screen(f"{kind} {window.number}", window=window.number) for window in hall.windows
            ]
        self._wanting = cache(self._views_of)

    @property
    def floor(self) -> Floor:
        """The whole hall's floor as a hall board shows it."""
        floor = self.screens[0].view.floor
        assert floor is not None
        return floor

    async def open(self) -> None:
        """Open every feed and wait for its snapshot."""
        # Who tells what happens is there first.
        await self._open(self.screens[0])
        await self.screens[0].ready.wait()
        for some in _some(self.screens[1:]):
            await asyncio.gather(*(self._open(screen) for screen in some))
        async with asyncio.timeout(SETTLE_WITHIN_S):
            for screen in self.screens:
                await screen.ready.wait()

    async def settle(self) -> None:
        """Wait until every screen has reached the last event; who does not is noted."""
        deadline = perf_counter() + SETTLE_WITHIN_S
        last = self.screens[0]
        while any(screen.seq < last.seq for screen in self.screens) and perf_counter() < deadline:
            await asyncio.sleep(0.05)
        for screen in self.screens:
            if screen.seq < last.seq:
                self.faults.add(Fault.LOST, f"{screen.name} stands at {screen.seq}, the hall at {last.seq}")

    async def check(self) -> None:
        """Hold what each screen heard against the hall's events, and its floor against a fresh one."""
        for screen in self.screens:
            missed = screen.missed()
            if missed:
                first = ", ".join(map(str, missed[:5]))
                self.faults.add(Fault.LOST, f"{screen.name} differs in the events {first}", len(missed))
        for some in _some(list(self._views.values())):
            await asyncio.gather(*(self._compare(view) for view in some))

    def close(self) -> None:
        """Close every feed."""
        self._closing = True
        for screen in self.screens:
            if screen.socket is not None:
                screen.socket.close()

    def know(self, seq: int, text: bytes) -> Known:
        """Return an event, parsed by the first who hears it."""
        known = self._known.get(seq)
        if known is None:
            event = event_from_json(json.loads(text))
            arrivals: array[float] | None = None
            if event.kind in (EventKind.CALLED, EventKind.RECALLED):
                arrivals = array("d")
            known = self._known[seq] = Known(event, text, arrivals)
            if len(self._known) > KNOWN_MOST:
                del self._known[next(iter(self._known))]
        return known

    def tell(self, known: Known) -> None:
        """Note whose the event is, then tell what happened; events come in their order."""
        event = known.event
        if known.arrivals is not None:
            self._calls_of[event.leg or ""] += 1
            self.calls[event.leg or "", self._calls_of[event.leg or ""]] = known.arrivals
        queue = None if event.zone is None else event.data.get("queue", "")
        for view in self._wanting(event.zone is None, queue, event.window):
            view.wanted.append(event.seq)
        self._happened(event)

    def _views_of(self, everybody: bool, queue: str | None, window: int | None) -> Sequence[View]:
        """Return whose an event is, by the rule of :meth:`core.domain.scope.Scope.wants`."""
        return [
            view
            for view in self._views.values()
            if everybody or view.scope is None or queue in view.scope.queues or window in view.scope.windows
        ]

    def _screen(
        self, name: str, *, zone: str | None = None, window: int | None = None, tells: bool = False
    ) -> Screen:
        query = tuple(
            (key, str(value)) for key, value in (("zone", zone), ("window", window)) if value is not None
        )
        view = self._views.get(query)
        if view is None:
            view = View(query, scope_of(self._hall, zone=zone, window=window), window)
            self._views[query] = view
            return Screen(name, view, self, folds=True, tells=tells)
        return Screen(name, view, self, folds=False, tells=tells)

    async def _open(self, screen: Screen) -> None:
        query = list(screen.view.query)
        if screen.ready.is_set():
            query += [("after", str(screen.seq)), ("epoch", screen.epoch)]
        path = f"/api/feed?{urlencode(query)}"
        screen.socket = await listen(self._url, path, self._token, screen.heard, lambda: self._lost(screen))

    def _lost(self, screen: Screen) -> None:
        if self._closing:
            return
        self.cut += 1
        self.faults.add(Fault.CUT, f"{screen.name} was cut off at {screen.seq}")
        task = asyncio.get_running_loop().create_task(self._open_again(screen))
        self._again.add(task)
        task.add_done_callback(self._again.discard)

    async def _open_again(self, screen: Screen) -> None:
        while not self._closing:
            try:
                await self._open(screen)
            except (OSError, NotOpened, TimeoutError):
                await asyncio.sleep(AGAIN_AFTER_S)
            else:
                return

    async def _compare(self, view: View) -> None:
        """Hold a folded floor against a fresh snapshot."""
        got: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        def heard(text: bytes, _now: float) -> None:
            if not got.done():
                got.set_result(text)

        who = f"a screen of {dict(view.query) or 'the whole hall'}"
        try:
            socket = await listen(self._url, f"/api/feed?{urlencode(view.query)}", self._token, heard)
            try:
                async with asyncio.timeout(SETTLE_WITHIN_S):
                    fresh = floor_from_json(json.loads(await got))
            finally:
                socket.close()
        except (OSError, NotOpened, TimeoutError) as error:
            self.faults.add(Fault.FLOOR, f"{who} gets no fresh one: {error!r}")
            return
        if not _agree(view.floor, fresh):
            self.faults.add(Fault.FLOOR, who)


def _agree(folded: Floor | None, fresh: Floor) -> bool:
    """Whether a screen that has followed all day shows what one that has just come does.

    The hall remembers the latest calls of each zone, a screen with a filter as many of those that it follows:
    of the calls that both list they must say the same, in the same order.
    """
    if folded is None:
        return False
    folded.reached(fresh.seq)
    listed = {call.leg for call in fresh.calls}
    return replace(folded, calls=deque(call for call in folded.calls if call.leg in listed)) == fresh


def _some(things: Sequence[T]) -> Iterable[Sequence[T]]:
    for place in range(0, len(things), AT_ONCE):
        yield things[place : place + AT_ONCE]
