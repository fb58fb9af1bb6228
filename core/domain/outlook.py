"""When somebody is called: who goes before, when windows are free, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, sqrt

from core.domain.service_times import Fading, Pace, ServiceTimes
from core.domain.serving import Group, Plan, WindowNow, first_free
from core.domain.wait import Forecast
from core.domain.waiting_line import Asker, Favour, Line

REACH_S = 4 * 3600.0
"""No forecast looks further ahead."""
ROUNDS, NEAR = 3, 0.05
"""Who goes before depends on the wait and it on them: so often it is worked out anew, or until near."""
PAUSE_S, GAP_S = 600.0, 6.0
"""How long a pause is, and how long a window stands empty between two visitors, before any were seen."""
RUSH_S = 3600.0
"""A rush of arrivals is over after about so long."""
POWER_LEAST = 0.1
"""So much of a group's time is left to a queue, whatever comes for the queues before it."""
DOUBT = 0.02
"""Squared relative error of what no forecast knows: pauses to come, windows that open or close."""


@dataclass(slots=True)
class Known:
    """What is known of the hall.

    Attributes:
        gaps: How long windows stood empty while people waited, seconds.
        pauses: How long pauses were, seconds.
    """

    times: ServiceTimes
    lines: dict[str, Line] = field(default_factory=dict)
    favours: dict[str, Favour] = field(default_factory=dict)
    gaps: Fading = field(default_factory=lambda: Fading(200.0))
    pauses: Fading = field(default_factory=lambda: Fading(50.0))

    @property
    def gap_s(self) -> float:
        """The usual gap."""
        return (self.gaps.count * self.gaps.mean + 3 * GAP_S) / (self.gaps.count + 3)

    @property
    def pause_s(self) -> float:
        """The usual pause."""
        return (self.pauses.count * self.pauses.mean + 3 * PAUSE_S) / (self.pauses.count + 3)


@dataclass(frozen=True, slots=True)
class _Strength:
    """What a group of windows can do for a queue, whatever the wait.

    Attributes:
        power: Seconds of work it does a second.
        waiting_s: Work of queues that go before, of those who wait.
        coming: The same of those to come, seconds of work a second.
    """

    group: Group
    power: float
    waiting_s: float
    coming: float


def forecast_of(known: Known, plan: Plan, queue: str, asker: Asker) -> Forecast:
    """Return the wait of somebody in a queue that at least one open window serves."""
    line, pace = known.lines[queue], known.times.pace(queue)
    strengths = [_strength(known, group, asker.now) for group in plan.groups]
    back = _coming_back(known, plan, asker.now)
    starts: list[tuple[float, float]] = []
    wait_s = 0.0
    for _ in range(ROUNDS):
        work_s = line.ahead(known.favours, asker, wait_s) * pace.slot_s
        starts = [_start(known, strength, line, asker, wait_s) for strength in strengths]
        before, wait_s = wait_s, min(REACH_S, first_free([*starts, *back], work_s))
        if abs(wait_s - before) < NEAR * wait_s:
            break
    reached = max(wait_s, min(starts)[0])
    free = [group for group, (start, _) in zip(plan.groups, starts, strict=True) if start <= reached]
    return _with_visitors(known, free, pace, wait_s, asker.now)


def _strength(known: Known, group: Group, now: float) -> _Strength:
    waiting_s = coming = 0.0
    for rival in group.rivals:
        if not rival.equal and rival.over_s is None:
            line = known.lines[rival.queue]
            cost_s = rival.share * known.times.pace(rival.queue).slot_s
            waiting_s += cost_s * line.count
            coming += cost_s * line.rate.per_s(now)
    return _Strength(group, float(len(group.windows)), waiting_s, coming)


def _coming_back(known: Known, plan: Plan, now: float) -> list[tuple[float, float]]:
    """Return from when the clerks who have paused are expected back."""
    usual = known.pause_s
    gone = [now - window.paused_at for window in plan.paused if window.paused_at is not None]
    return [(max(usual - gone_s, usual / 4), 1.0) for gone_s in gone if gone_s < 3 * usual]


def _start(known: Known, strength: _Strength, line: Line, asker: Asker, wait_s: float) -> tuple[float, float]:
    """Return from when a group is free for the queue, and with how much of its power."""
    group, waiting_s = strength.group, strength.waiting_s
    for rival in group.rivals:
        if rival.equal:
            other, cost_s = known.lines[rival.queue], known.times.pace(rival.queue).slot_s
            waiting_s += rival.share * cost_s * other.ahead(known.favours, asker, wait_s, own=False)
        elif rival.over_s is not None:
            other, cost_s = known.lines[rival.queue], known.times.pace(rival.queue).slot_s
            longer = other.waited_longer(max(0.0, rival.over_s - wait_s / 2), asker.now)
            waiting_s += rival.share * cost_s * longer
    left = strength.power
    if strength.coming:
        left = max(left - strength.coming * _lasting(wait_s), POWER_LEAST * left)
    start = waiting_s / left
    if group.over_s is not None:
        start = max(start, _helped_from(group.over_s, line, asker, wait_s))
    return start, left


def _with_visitors(known: Known, free: Sequence[Group], pace: Pace, wait_s: float, now: float) -> Forecast:
    """Return the forecast, with what the visitors who are at the windows still need.

    While few are ahead, it is the first of the windows that counts; in the long run, how much work all of
    them have left, less what they will have begun by then.
    """
    gap_s = known.gap_s
    needs = [_needs(known, window, now, gap_s) for group in free for window in group.windows]
    windows = len(needs)
    calls = windows * wait_s / pace.slot_s
    soon = exp(-calls / windows)
    first = 1 / sum(1 / need for need in needs)
    midway = pace.slot_s * (1 + pace.slot_cv2) / 2
    later = (sum(needs) - (windows - 1) * midway) / windows
    mean = max(first, wait_s + soon * first + (1 - soon) * later)
    variance = (
        0.8 * first * first
        + calls * pace.slot_cv2 * (pace.slot_s / windows) ** 2
        + mean * mean * (pace.doubt + DOUBT)
    )
    return Forecast(mean, sqrt(variance))


def _needs(known: Known, window: WindowNow, now: float, gap_s: float) -> float:
    """Return how long a window is expected to be busy still."""
    if window.queue is None:
        return gap_s
    return known.times.pace(window.queue).left_s(now - window.since) + gap_s


def _lasting(over_s: float) -> float:
    """Return which part of the arrivals that now go on does so over that time."""
    rushes = over_s / RUSH_S
    return (1 - exp(-rushes)) / rushes if rushes > 0 else 1.0


def _helped_from(over_s: float, line: Line, asker: Asker, wait_s: float) -> float:
    """Return from when the first in line has waited so long, if it goes on as it does.

    Whoever is first when the asker's turn comes has waited about as long as the asker will have.
    """
    first = line.first_since()
    waited = asker.now - (asker.since if first is None else min(first, asker.since))
    if waited > over_s:
        return 0.0
    own = asker.now - asker.since
    reached = wait_s + own
    if reached > over_s:
        return wait_s * (over_s - waited) / (reached - waited)
    return max(0.0, over_s - own)
