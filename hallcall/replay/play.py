"""Playing a day: visitors take tickets and clerks press keys, each at their time."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import count
from typing import Any

from core.app.at_window import pass_over, recall, start
from core.app.call_next import Called, call_next
from core.app.finish import finish
from core.app.take import Taken, Wish, take
from core.app.windows import close_window, open_window, pause_window
from core.domain.errors import CallTooSoon, HallError, PassTooSoon
from core.domain.hall import Hall
from hallcall.replay.hall_on_disk import HallOnDisk
from hallcall.simulated_day import (
    LOOK_AGAIN_S,
    NEXT_S,
    PASS_S,
    RECALL_S,
    WALK_S,
    Day,
    Shift,
    Visitor,
)

Act = Callable[[], None]


class SimulatedClock:
    """The core's clock on a simulated day.

    Attributes:
        at_s: Seconds of the business date, the hall's own time.
    """

    def __init__(self, hall: Hall, day: date) -> None:
        self._midnight = datetime.combine(day, time(), hall.zone_info).astimezone(UTC)
        self.at_s = 0.0

    def __call__(self) -> datetime:
        """Return the instant."""
        return self._midnight + timedelta(seconds=self.at_s)


class Play:
    """A day in progress.

    Attributes:
        visitors: Each leg's visitor.
        turned_away: How many got no ticket.
    """

    def __init__(self, hall: Hall, day: Day, store: HallOnDisk, clock: SimulatedClock, seed: int) -> None:
        self.hall = hall
        self.clock = clock
        self.rng = random.Random(seed)  # noqa: S311 (a simulation, no secret)
        self.visitors: dict[str, Visitor] = {}
        self.turned_away = 0
        self.run = store.run
        self._agenda: list[tuple[float, int, Act]] = []
        self._order = count()
        self._desks = {shift.window: Desk(self, shift.window) for shift in day.shifts}
        for visitor in day.visitors:
            self._at(visitor.at_s, partial(self._take, visitor))
        for shift in day.shifts:
            self._at(shift.from_s, partial(self._desks[shift.window].begin, shift))

    def to_the_end(self, taken: Callable[[Taken, Visitor], None]) -> None:
        """Play until nothing is left to happen.

        Args:
            taken: Told of each ticket, after its events.
        """
        self._taken = taken
        while self._agenda:
            self.clock.at_s, _, act = heapq.heappop(self._agenda)
            act()

    def later(self, seconds: float, act: Act) -> None:
        """Do ``act`` in so many seconds."""
        self._at(self.clock.at_s + seconds, act)

    def _at(self, at_s: float, act: Act) -> None:
        heapq.heappush(self._agenda, (at_s, next(self._order), act))

    def _take(self, visitor: Visitor) -> None:
        wish = Wish(queue=visitor.queue, visitor_class=visitor.visitor_class, proven=True)
        try:
            taken: Taken = self.run(partial(take, wish=wish, by="kiosk"))
        except HallError:
            # The quota is used up or no tickets are issued: the visitor goes home.
            self.turned_away += 1
            return
        self.visitors[taken.leg.id] = visitor
        self._taken(taken, visitor)
        free = [desk for desk in self._desks.values() if desk.idle and visitor.queue in desk.queues]
        if free:
            min(free, key=lambda desk: desk.eager_for(visitor.queue)).call_soon()


class Desk:
    """A window and the clerk who works there."""

    def __init__(self, play: Play, window: int) -> None:
        self.idle = False
        self.queues = play.hall.window(window).queues
        self._play = play
        self._window = window
        self._pauses: list[tuple[float, float]] = []
        self._working = self._busy = False
        self._turn = 0

    def eager_for(self, queue: str) -> int:
        """Return how soon in its profile the window comes to a queue."""
        return self.queues.index(queue)

    def begin(self, shift: Shift) -> None:
        """Sit down for a shift; who is still there from the one before goes on."""
        self._shift, self._pauses = shift, list(shift.pauses)
        if not self._working:
            self._working = True
            self._open()

    def call_soon(self) -> None:
        """Press the key in a moment."""
        self.idle = False
        self._play.later(self._play.rng.uniform(*NEXT_S), self._call)

    def _open(self) -> None:
        self._press(open_window, clerk=self._shift.clerk)
        self.call_soon()

    def _call(self) -> None:
        now = self._play.clock.at_s
        if self._pauses and self._pauses[0][0] <= now:
            self._pause(self._pauses.pop(0)[1])
        elif now >= self._shift.to_s and not self._shift.stays:
            self._leave()
        else:
            self._call_next(now)

    def _call_next(self, now: float) -> None:
        try:
            answer = self._press(call_next)
        except CallTooSoon:
            self.call_soon()
            return
        self._busy = isinstance(answer, Called)
        if isinstance(answer, Called):
            self._await(self._play.visitors[answer.leg.id])
        elif now >= self._shift.to_s:
            self._leave()
        else:
            self._sit()

    def _await(self, visitor: Visitor) -> None:
        if visitor.comes:
            self._play.later(self._play.rng.uniform(*WALK_S), partial(self._serve, visitor))
        else:
            self._play.later(RECALL_S, self._recall)

    def _serve(self, visitor: Visitor) -> None:
        self._press(start)
        self._play.later(visitor.work_s * self._shift.slowness, self.call_soon)

    def _recall(self) -> None:
        self._press(recall)
        self._play.later(PASS_S, self._pass)

    def _pass(self) -> None:
        try:
            self._press(pass_over)
        except PassTooSoon:
            self._play.later(RECALL_S, self._pass)
            return
        self._busy = False
        self.call_soon()

    def _pause(self, for_s: float) -> None:
        self._finish()
        reason = next(each.id for each in self._play.hall.reasons if each.act == "pause")
        self._press(pause_window, reason=reason)
        self._play.later(for_s, self._open)

    def _leave(self) -> None:
        self._finish()
        self._working = False
        self._press(close_window)

    def _finish(self) -> None:
        if self._busy:
            self._press(finish)
            self._busy = False

    def _sit(self) -> None:
        self.idle = True
        self._turn += 1
        self._play.later(LOOK_AGAIN_S, partial(self._look, self._turn))

    def _look(self, turn: int) -> None:
        """Look whether the windows beside need help by now."""
        if self.idle and turn == self._turn:
            self.call_soon()

    def _press(self, act: Callable[..., Any], **how: Any) -> Any:
        by = f"clerk:{self._shift.clerk}"
        return self._play.run(partial(act, window=self._window, by=by, **how))
