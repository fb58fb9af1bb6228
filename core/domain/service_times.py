"""How long visits take: what was seen of each queue, leaning on its zone and the hall while little is known.

Service times spread like a log-normal distribution, so they are averaged as logarithms: one visitor who
stays for two hours does not spoil the mean of a queue whose visits take ten minutes.
Source: Brown, Gans, Mandelbaum et al., Statistical Analysis of a Telephone Call Center (JASA 100, 2005).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import erfc, exp, log, sqrt

QUEUE_KEPT, ZONE_KEPT, HALL_KEPT = 40.0, 120.0, 400.0
"""So many latest service times count; older ones fade."""
OVERNIGHT = 12.0
"""Yesterday's service times count as so many at most."""
LEAN = 3.0
"""What a zone is known of weighs as much in its queues as so many service times of their own."""
SPREAD = 0.55
"""Standard deviation of the logarithms of service times before any are known."""
SHORTEST_S, LONGEST_S = 5.0, 3 * 3600.0
"""A visit outside these was a slip of the finger or a window nobody finished."""
LEAST_OF_QUEUE, LEAST_OF_ZONE = 3.0, 8.0
"""So many service times must be known before anything is said."""
_HALF = sqrt(0.5)


@dataclass(slots=True)
class Fading:
    """Mean and variance of the latest values.

    Attributes:
        kept: So many values count.
        count: How many there were, at most ``kept``.
    """

    kept: float
    count: float = 0.0
    mean: float = 0.0
    variance: float = 0.0

    def add(self, value: float) -> None:
        """Take in a value."""
        self.count = min(self.count + 1, self.kept)
        share = 1 / self.count
        off = value - self.mean
        self.mean += share * off
        self.variance = (1 - share) * (self.variance + share * off * off)

    def fade(self, most: float) -> None:
        """Let what is known count as ``most`` values at most."""
        self.count = min(self.count, most)


@dataclass(frozen=True, slots=True)
class Pace:
    """What a call of a queue costs a window.

    Attributes:
        log_mean: Mean of the logarithms of the seconds that a visitor is served.
        log_sd: Their standard deviation.
        served_s: Mean seconds of a visitor who comes.
        slot_s: Mean seconds of a call, those counted who do not come.
        slot_cv2: Squared coefficient of variation of a call's seconds.
        doubt: Squared relative error of ``slot_s``.
    """

    log_mean: float
    log_sd: float
    served_s: float
    slot_s: float
    slot_cv2: float
    doubt: float

    def left_s(self, elapsed_s: float) -> float:
        """Return how long a visitor is expected to stay on who was called ``elapsed_s`` ago."""
        if elapsed_s < 1.0:
            return self.served_s
        beyond = (self.log_mean - log(elapsed_s)) / self.log_sd
        still_there = erfc(-beyond * _HALF)
        if still_there < 1e-6:
            return elapsed_s
        longer = erfc(-(beyond + self.log_sd) * _HALF)
        return max(1.0, self.served_s * longer / still_there - elapsed_s)


@dataclass(slots=True)
class _Line:
    """What is known of a queue."""

    zone: Fading
    times: Fading = field(default_factory=lambda: Fading(QUEUE_KEPT))
    shows: Fading = field(default_factory=lambda: Fading(QUEUE_KEPT * 3))
    pace: Pace | None = None


class ServiceTimes:
    """The service times of a hall, kept up call by call.

    Args:
        zones: The zone of each queue.
    """

    def __init__(self, zones: Mapping[str, str]) -> None:
        self._hall = Fading(HALL_KEPT)
        self._within = Fading(HALL_KEPT)
        self._shows = Fading(HALL_KEPT)
        self._passing = Fading(HALL_KEPT)
        self._zones: dict[str, Fading] = {}
        self._lines: dict[str, _Line] = {}
        self.know(zones)

    def know(self, zones: Mapping[str, str]) -> None:
        """Learn of the hall's queues, also of new ones; what is known of the others stays."""
        for queue, zone in zones.items():
            home = self._zones.setdefault(zone, Fading(ZONE_KEPT))
            line = self._lines.setdefault(queue, _Line(home))
            line.zone = home
            line.pace = None

    def served(self, queue: str, seconds: float) -> None:
        """Take in that a visitor was served."""
        line = self._lines[queue]
        value = log(min(max(seconds, SHORTEST_S), LONGEST_S))
        usual, sd = self._usual(line), self._sd(line)
        if line.times.count >= 5:
            value = min(max(value, usual - 3 * sd), usual + 3 * sd)
        if line.times.count >= 2:
            self._within.add(value - usual)
        for known in (line.times, line.zone, self._hall):
            known.add(value)
        for beside in self._lines.values() if self._hall.count < HALL_KEPT else ():
            beside.pace = None
        self._showed(line, 1.0)

    def passed(self, queue: str, seconds: float) -> None:
        """Take in that a visitor was called and did not come."""
        self._passing.add(min(seconds, LONGEST_S))
        self._showed(self._lines[queue], 0.0)

    def night(self) -> None:
        """A new business day: what was seen yesterday counts for less."""
        for line in self._lines.values():
            line.times.fade(OVERNIGHT)
            line.pace = None
        for known in self._zones.values():
            known.fade(OVERNIGHT)

    def known(self, queue: str) -> bool:
        """Whether enough was seen to say anything about a queue."""
        line = self._lines[queue]
        return line.times.count >= LEAST_OF_QUEUE or line.zone.count >= LEAST_OF_ZONE

    def pace(self, queue: str) -> Pace:
        """Return what a call of a queue costs."""
        line = self._lines[queue]
        if line.pace is None:
            line.pace = self._pace(line)
        return line.pace

    def _showed(self, line: _Line, came: float) -> None:
        line.shows.add(came)
        self._shows.add(came)
        line.pace = None

    def _usual(self, line: _Line) -> float:
        zone = line.zone
        of_zone = (zone.count * zone.mean + LEAN * self._hall.mean) / (zone.count + LEAN)
        return (line.times.count * line.times.mean + LEAN * of_zone) / (line.times.count + LEAN)

    def _sd(self, line: _Line) -> float:
        within, own = self._within, line.times
        usual = (within.count * (within.variance + within.mean**2) + 20 * SPREAD**2) / (within.count + 20)
        return sqrt((own.count * own.variance + 15 * usual) / (own.count + 15))

    def _pace(self, line: _Line) -> Pace:
        mean, sd = self._usual(line), self._sd(line)
        served = exp(mean + sd * sd / 2)
        here, hall = line.shows, self._shows
        usual = (hall.count * hall.mean + 30 * 0.95) / (hall.count + 30)
        come = (here.count * here.mean + 30 * usual) / (here.count + 30)
        passing = (self._passing.count * self._passing.mean + 3 * 60.0) / (self._passing.count + 3)
        slot = come * served + (1 - come) * passing
        square = come * served * served * exp(sd * sd) + (1 - come) * passing * passing
        return Pace(
            log_mean=mean,
            log_sd=sd,
            served_s=served,
            slot_s=slot,
            slot_cv2=square / (slot * slot) - 1,
            # Queues of one zone differ from each other by about a third.
            doubt=(sd * sd + 0.35) / (line.times.count + LEAN),
        )
