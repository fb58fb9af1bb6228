"""What the estimates of a day were worth, beside "people ahead x mean service time"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import fmean, median
from typing import Any

from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.wait import Wait

GOAL_INSIDE = 0.85
"""DESIGN.md 9."""
WAITED_S = 60.0


@dataclass(frozen=True, slots=True)
class Told:
    """What one visitor was told, and what happened.

    Attributes:
        waited_s: From the ticket to the first call.
        naive_s: People ahead times the mean service time.
        shared_s: The same, divided by the windows open for the queue.
    """

    waited_s: float
    wait: Wait
    naive_s: float
    shared_s: float


@dataclass(frozen=True, slots=True)
class Worth:
    """How good the estimates of some people were.

    Attributes:
        people: How many were told something.
        inside: Share of them whose wait fell inside p50-p90 or below.
        above_p90: Share who waited longer than p90.
        below_p50: Share who waited less than p50.
        width: Median of p90 / p50 where p50 is a minute or more.
        error_s: Mean absolute error of p50.
        naive_error_s: That of people ahead times mean service time.
        shared_error_s: That of the same divided by the windows open.
        waited_s: Their median wait.
    """

    people: int
    inside: float
    above_p90: float
    below_p50: float
    width: float
    error_s: float
    naive_error_s: float
    shared_error_s: float
    waited_s: float

    @property
    def met(self) -> bool:
        """Whether the goal is met: inside often enough, and nearer than either naive figure."""
        return self.inside >= GOAL_INSIDE and self.error_s < min(self.naive_error_s, self.shared_error_s)

    def to_json(self) -> dict[str, Any]:
        """Return the figures, rounded."""
        figures = {name: round(value, 3) for name, value in asdict(self).items()}
        return figures | {"people": self.people, "met": self.met}


def worth_of(told: Sequence[Told]) -> Worth:
    """Return how good the estimates of these people were; at least one must be given."""
    return Worth(
        people=len(told),
        inside=fmean(each.waited_s <= each.wait.p90_s for each in told),
        above_p90=fmean(each.waited_s > each.wait.p90_s for each in told),
        below_p50=fmean(each.waited_s < each.wait.p50_s for each in told),
        width=median([each.wait.p90_s / each.wait.p50_s for each in told if each.wait.p50_s] or [1.0]),
        error_s=fmean(abs(each.waited_s - each.wait.p50_s) for each in told),
        naive_error_s=fmean(abs(each.waited_s - each.naive_s) for each in told),
        shared_error_s=fmean(abs(each.waited_s - each.shared_s) for each in told),
        waited_s=median(each.waited_s for each in told),
    )


class Naive:
    """People ahead times the mean service time of the queue so far, of the hall while it has none."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._called: dict[str, float] = {}
        self._seconds: dict[str, list[float]] = defaultdict(list)
        self._all: list[float] = []
        self._open: set[int] = set()

    def fold(self, event: Event) -> None:
        """Take in what happened."""
        match event.kind:
            case EventKind.CALLED if event.leg is not None:
                self._called[event.leg] = event.at.timestamp()
            case EventKind.DONE if event.leg is not None:
                seconds = event.at.timestamp() - self._called[event.leg]
                self._seconds[event.data["queue"]].append(seconds)
                self._all.append(seconds)
            case EventKind.WINDOW_OPENED if event.window is not None:
                self._open.add(event.window)
            case EventKind.WINDOW_PAUSED | EventKind.WINDOW_CLOSED if event.window is not None:
                self._open.discard(event.window)

    def wait_s(self, queue: str, ahead: int) -> tuple[float, float]:
        """Return the naive wait, undivided and divided by the windows open for the queue."""
        seen = self._seconds[queue] or self._all or [0.0]
        wait_s = ahead * fmean(seen)
        windows = sum(window.number in self._open for window in self._hall.windows_of(queue))
        return wait_s, wait_s / max(1, windows)
