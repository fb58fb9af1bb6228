"""A whole replay: a day is drawn, played through the real use cases, and its estimates are measured."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Any

from core.app.take import Taken
from core.domain.estimate_feed import HallEstimator
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.wait import Wait
from hallcall.replay.hall_on_disk import HallOnDisk
from hallcall.replay.measure import WAITED_S, Naive, Told, Worth, worth_of
from hallcall.replay.play import Play, SimulatedClock
from hallcall.simulated_day import A_MONDAY, Visitor, draw_day


@dataclass(frozen=True, slots=True)
class Report:
    """What a replayed day showed.

    Attributes:
        windows: How many were open on that day.
        unknown: How many visitors were told nothing, because too little was known yet.
        everybody: All who were told a range.
        who_waited: Those of them who waited a minute or more.
        favoured: Those of them who are not of the ordinary class.
        estimate_us: Median and 99th percentile of what an estimate costs, microseconds of a processor.
        fold_us: Mean of what an event costs.
        took_s: How long the replay took.
    """

    hall: str
    visitors: int
    seed: int
    windows: int
    unknown: int
    everybody: Worth
    who_waited: Worth | None
    favoured: Worth | None
    estimate_us: tuple[float, float]
    fold_us: float
    took_s: float

    @property
    def met(self) -> bool:
        """Whether the goal is met by everybody and by those who waited."""
        return self.everybody.met and (self.who_waited is None or self.who_waited.met)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready values."""
        groups = {"everybody": self.everybody, "who_waited": self.who_waited, "favoured": self.favoured}
        return {
            "hall": self.hall,
            "visitors": self.visitors,
            "seed": self.seed,
            "windows": self.windows,
            "unknown": self.unknown,
            **{name: group.to_json() if group else None for name, group in groups.items()},
            "estimate_us": {"p50": round(self.estimate_us[0], 1), "p99": round(self.estimate_us[1], 1)},
            "fold_us": round(self.fold_us, 1),
            "took_s": round(self.took_s, 1),
            "met": self.met,
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was answered to a visitor at the kiosk."""

    leg: str
    visitor: Visitor
    at_s: float
    wait: Wait | None
    naive_s: tuple[float, float]


class Watch:
    """Follows a day as the core does: folds each event, and answers each visitor.

    Attributes:
        called_s: When each leg was called first, seconds of the clock.
    """

    def __init__(self, hall: Hall, clock: SimulatedClock) -> None:
        self.asked: list[_Asked] = []
        self.called_s: dict[str, float] = {}
        self.costs_s: list[float] = []
        self.folding_s = 0.0
        self.events = 0
        self._estimator = HallEstimator(hall)
        self._naive = Naive(hall)
        self._clock = clock

    def fold(self, event: Event) -> None:
        """Take in an event."""
        began = thread_time()
        self._estimator.fold(event)
        self.folding_s += thread_time() - began
        self.events += 1
        self._naive.fold(event)
        if event.kind is EventKind.CALLED and event.leg is not None:
            self.called_s.setdefault(event.leg, self._clock.at_s)

    def answer(self, taken: Taken, visitor: Visitor) -> None:
        """Answer a visitor who has just taken a ticket."""
        leg = taken.leg
        began = thread_time()
        wait = self._estimator.wait(leg.queue, leg.visitor_class, self._clock(), leg=leg.id)
        self.costs_s.append(thread_time() - began)
        naive_s = self._naive.wait_s(leg.queue, taken.ahead)
        self.asked.append(_Asked(leg.id, visitor, self._clock.at_s, wait, naive_s))

    def told(self, asked: Sequence[_Asked]) -> list[Told]:
        """Return what those were told who were told something, and how long they waited."""
        return [
            Told(self.called_s[each.leg] - each.at_s, each.wait, *each.naive_s)
            for each in asked
            if each.wait is not None and each.leg in self.called_s
        ]


def replay(hall: Hall, visitors: int, seed: int) -> Report:
    """Play a day of a hall and return what its estimates were worth."""
    began = perf_counter()
    day = draw_day(hall, visitors, seed)
    clock = SimulatedClock(hall, A_MONDAY)
    watch = Watch(hall, clock)
    with (
        tempfile.TemporaryDirectory(prefix="hallcall-replay-") as folder,
        HallOnDisk(Path(folder), hall, watch.fold, clock) as store,
    ):
        Play(hall, day, store, clock, seed).to_the_end(watch.answer)
    everybody = watch.told(watch.asked)
    ordinary = hall.classes[0].id
    who_waited = [each for each in everybody if each.waited_s >= WAITED_S]
    favoured = watch.told([each for each in watch.asked if each.visitor.visitor_class != ordinary])
    costs = sorted(watch.costs_s)
    return Report(
        hall=hall.id,
        visitors=visitors,
        seed=seed,
        windows=len({shift.window for shift in day.shifts}),
        unknown=sum(each.wait is None for each in watch.asked),
        everybody=worth_of(everybody),
        who_waited=worth_of(who_waited) if who_waited else None,
        favoured=worth_of(favoured) if favoured else None,
        estimate_us=(median(costs) * 1e6, costs[int(len(costs) * 0.99)] * 1e6),
        fold_us=watch.folding_s / watch.events * 1e6,
        took_s=perf_counter() - began,
    )
