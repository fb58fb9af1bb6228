"""What stands beside a console: asks the core when it is opened, then follows the feed.

A hall has 251 consoles: nothing is asked for while nobody looks, and by the second never. The line is listed
once when it is looked at and after a gap of the feed; events keep it up, and of newcomers, of whom the public
feed tells neither the matter nor the booking, the rest is listed at most every :data:`DETAILS_MS`.
"""

from __future__ import annotations

import logging
import random
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from caller.derive import ConsoleInputs
from caller.elapsed import CoreClock
from caller.sight.devices import Source
from caller.sight.limit import Limit, has_limits, limit_of
from caller.sight.line import Line, Waiting, line_after, listed
from caller.sight.state import SightInputs, SightProps, Tab, derive_sight
from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.clock import business_date
from core.domain.event import Event, EventKind
from core.domain.floor import states_of
from core.domain.hall import Hall
from core.domain.ticket import LegState

log = logging.getLogger(__name__)

DETAILS_MS = 10_000
"""What an event does not tell of those who came is listed at most so often."""
SPREAD_MS = 2000
"""After a gap consoles ask within so long of each other, not all at once."""
DERIVE_MS = 1000
"""However much happens, what is shown is worked out at most so often."""
LOOK_MS = 10_000
"""Lengths of time are shown in minutes, and devices looked at, so often."""
DAY_MS = 5000
"""So long after a visit ended here the day is counted anew."""
LISTED_MOST = 100
"""The core lists so many of a queue."""
RATED_DAYS = 7
"""Ratings are counted of so many days that are over."""

_DAY = timedelta(days=1)
_ENDS = (EventKind.DONE, EventKind.RESTORED, EventKind.TRANSFERRED)


class Desk(Protocol):
    """What is asked of the console: a :class:`caller.view_model.Console`."""

    core_clock: CoreClock

    @property
    def inputs(self) -> ConsoleInputs:
        """What it heard."""

    @property
    def changed(self) -> SignalInstance:
        """What it shows is new."""


class Sight(QObject):
    """What one window's clerk sees beside the console.

    Attributes:
        props: What is shown; as new as the last ``changed``.

    Signals:
        changed: ``props`` are new.
        looked: A length of time may be another by now.
    """

    changed = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, link: Link, *, spread_ms: int = SPREAD_MS, details_ms: int = DETAILS_MS):
        super().__init__(desk if isinstance(desk, QObject) else None)
        self._desk = desk
        self._link = link
        self._spread_ms = spread_ms
        self._inputs = SightInputs()
        self._sources: list[Source] = []
        self._ask = 0
        self._hall: object = None
        self._limited: tuple[Hall | None, bool] | None = None
        self._asking = False
        # While a list is on its way, which may be older than the events: who went, who came.
        self._left: set[str] = set()
        self._came: dict[str, Waiting] = {}
        self.props = SightProps()
        self._again = self._timer(spread_ms, self._list)
        self._details = self._timer(details_ms, self._list_untold)
        self._count_day = self._timer(DAY_MS, self._ask_day)
        self._soon = self._timer(DERIVE_MS, self._derive)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._looked)
        link.happened.connect(self._happened)
        link.floor_changed.connect(self._derive_soon)
        link.snapshot_taken.connect(self._gap)
        desk.changed.connect(self._derive_soon)

    def watch(self, source: Source) -> None:
        """Show the devices that ``source`` tells of too."""
        self._sources.append(source)

    def limit(self) -> tuple[Limit | None, bool]:
        """Return the limit that runs at the window, and whether visitors here can have one at all."""
        inputs = self._desk.inputs
        if self._limited is None or self._limited[0] is not inputs.hall:
            self._limited = (inputs.hall, has_limits(inputs))
        return limit_of(inputs), self._limited[1]

    def look_at(self, tab: Tab | None) -> None:
        """Look at something, or at nothing."""
        if tab is self._inputs.tab:
            return
        self._inputs = replace(self._inputs, tab=tab, failed=False)
        if tab is None:
            self.stop()
            # What is not followed is not known any more.
            self._inputs = replace(self._inputs, line=None, day=None)
        else:
            self._look.start()
            if tab is Tab.LINE and self._inputs.line is None:
                self._list()
            if tab is Tab.DAY and self._inputs.day is None:
                self._ask_day()
                self._ask_rated()
        self._derive()

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._ask += 1
        self._asking = False
        for timer in (self._again, self._details, self._count_day, self._soon, self._look):
            timer.stop()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _happened(self, event: Event) -> None:
        inputs, console = self._inputs, self._desk.inputs
        if inputs.tab is None:
            return
        ended = event.kind in _ENDS and event.window == console.window
        if inputs.day is not None and (ended or event.kind is EventKind.HALL_CHANGED):
            self._count_day.start()
        if inputs.line is None and not self._asking:
            return
        hall = console.hall
        line = inputs.line if inputs.line is not None else self._came
        after = line_after(line, event, hall.queues_at(console.window) if hall else ())
        self._note(after, event)
        if after is line:
            return
        if inputs.line is not None:
            self._inputs = replace(inputs, line=after)
        if any(not each.told for each in after.values()) and not self._details.isActive():
            self._details.start()
        self._derive_soon()

    def _note(self, after: Line, event: Event) -> None:
        """Remember who came and went while a list is on its way."""
        leg = event.leg
        if leg is None or not self._asking:
            return
        if leg in after:
            self._came = {**self._came, leg: after[leg]}
            self._left.discard(leg)
        elif states_of(event)[1] is not None:
            self._left.add(leg)
            self._came = {each: waiting for each, waiting in self._came.items() if each != leg}

    def _derive_soon(self) -> None:
        if self._inputs.tab is None or self._soon.isActive():
            return
        self._soon.start()

    def _gap(self) -> None:
        """The floor was replaced as a whole: what was listed may be wrong by now."""
        if self._inputs.tab is None:
            return
        if self._inputs.line is not None or self._inputs.tab is Tab.LINE:
            self._again.setInterval(random.randint(0, self._spread_ms))  # noqa: S311 - spreads, hides nothing
            self._again.start()
        if self._inputs.day is not None:
            self._count_day.start()

    def _looked(self) -> None:
        self._derive()
        self.looked.emit()

    def _derive(self) -> None:
        inputs, console = self._inputs, self._desk.inputs
        if inputs.tab is not None:
            told = (
                [each for source in self._sources for each in source()] if inputs.tab is Tab.DEVICES else ()
            )
            self._inputs = replace(inputs, windows=self._link.floor.windows, devices=told)
            if console.hall is not self._hall:
                before, self._hall = self._hall, console.hall
                if before is not None:
                    self._gap()
                elif inputs.tab is Tab.LINE and inputs.line is None and not self._asking:
                    self._list()
        old, self.props = self.props, derive_sight(self._inputs, console, self._desk.core_clock.now())
        if self.props != old:
            self.changed.emit()

    def _list(self) -> None:
        """List who waits: for each queue of the profile, and who waits for this window alone."""
        hall, window = self._desk.inputs.hall, self._desk.inputs.window
        if hall is not None:
            paths = {f"/api/tickets?queue={queue}&state=waiting" for queue in hall.queues_at(window)}
            self._ask_for({*paths, f"/api/tickets?window={window}&state=waiting"}, {})

    def _list_untold(self) -> None:
        """List the queues of those of whom only an event told."""
        line = self._inputs.line or {}
        told = Counter(each.queue for each in line.values() if each.told)
        # Who stands behind those that the core lists is not told of before the line is shorter.
        queues = {each.queue for each in line.values() if not each.told and told[each.queue] < LISTED_MOST}
        others = {leg: each for leg, each in line.items() if each.queue not in queues}
        if queues and not self._asking:
            self._ask_for({f"/api/tickets?queue={queue}&state=waiting" for queue in queues}, others)

    def _ask_for(self, paths: Collection[str], others: Line) -> None:
        """Ask for lists; ``others`` wait in queues that are not asked for."""
        self._ask += 1
        self._asking = True
        self._left, self._came = set(), {}
        answers: dict[str, Line] = {}
        for path in paths:
            self._link.get(path, partial(self._came_in, self._ask, path, len(paths), answers, others))

    def _came_in(
        self, ask: int, path: str, wanted: int, answers: dict[str, Line], others: Line, reply: Reply
    ) -> None:
        if ask != self._ask:
            return
        if not isinstance(reply, Answer):
            log.info("the line did not come: %s", reply)
            self._ask += 1
            self._asking = False
            self._inputs = replace(self._inputs, failed=self._inputs.line is None)
            self._again.setInterval(DETAILS_MS)
            self._again.start()
            self._derive()
            return
        answers[path] = listed(reply.body["tickets"])
        if len(answers) == wanted:
            self._asking = False
            found = {leg: each for answer in answers.values() for leg, each in answer.items()}
            line = {**others, **self._came, **found}
            self._inputs = replace(
                self._inputs,
                line={leg: each for leg, each in line.items() if leg not in self._left},
                failed=False,
            )
            self._derive()

    def _ask_day(self) -> None:
        self._link.get("/api/reports/mine", self._day_came)

    def _day_came(self, reply: Reply) -> None:
        if self._inputs.tab is None:
            return
        match reply:
            case Answer(body=body):
                self._inputs = replace(self._inputs, day=body, failed=False)
            case _:
                log.info("the clerk's day did not come: %s", reply)
                self._inputs = replace(self._inputs, failed=self._inputs.day is None)
        self._derive()

    def _ask_rated(self) -> None:
        """Ask for the ratings of days that are over: those of today are told to nobody who was rated."""
        hall = self._desk.inputs.hall
        if hall is None or not self._desk.inputs.clerk:
            return
        today = business_date(self._desk.core_clock.now(), hall.zone_info, hall.day_starts)
        since, until = today - RATED_DAYS * _DAY, today - _DAY
        self._link.get(f"/api/ratings/mine?from={since}&to={until}", self._rated_came)

    def _rated_came(self, reply: Reply) -> None:
        match reply:
            case Answer(body=body):
                self._inputs = replace(self._inputs, rated=body)
                self._derive()
            case _:
                log.info("the clerk's ratings did not come: %s", reply)


def as_found(props: SightProps) -> tuple[dict[str, Any], ...]:
    """Return the line as the page of acts lists it."""
    return tuple(
        {
            "id": row.ticket,
            "leg": row.id,
            "number": row.number,
            "queue": row.queue,
            "class": row.visitor_class,
            "state": LegState.WAITING.value,
            "since": row.since.isoformat(),
        }
        for row in props.line
    )
