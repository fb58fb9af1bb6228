"""How long somebody who takes a ticket now will wait, as a range.

What is known of the hall is kept up move by move; an estimate looks at counts only and never at the day.
docs/estimate.md says why each step is there:

1. Who goes first: how many will have been called before the visitor, in calling order (weights, head starts,
   the cap), also favoured people who are yet to come.
2. When a window is free: the windows open that serve the queue, less what the queues before it in their
   profiles and the other queues of the same tier take of them, and what their visitors still need.
3. How sure that is: mean and spread as a gamma distribution, whose median and ninetieth percentile are
   shifted by what the day has shown so far.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from core.domain.service_times import Fading, Pace, ServiceTimes
from core.domain.serving import Group, Plan, Profile, WindowNow, first_free, plan_of
from core.domain.wait import Forecast, Lessons, Wait
from core.domain.waiting_line import Favour, Line

REACH_S = 4 * 3600.0
"""No estimate looks further ahead."""
ROUNDS, NEAR = 3, 0.05
PAUSE_S, GAP_S = 600.0, 6.0
"""How long a pause is, and how long a window stands empty between two visitors, before any were seen."""
RUSH_S = 3600.0
"""A rush of arrivals is over after about so long."""
POWER_LEAST = 0.1
"""So much of a group's time is left to a queue, whatever comes for the queues before it."""
DOUBT = 0.02
"""Squared relative error of what no estimate knows: pauses to come, windows that open or close."""


@dataclass(slots=True)
class _Visit:
    """A leg that waits or is at a window."""

    queue: str
    visitor_class: str
    since: float
    waits: bool = True
    told_at: float = 0.0
    told: Forecast | None = None


class Estimator:
    """What is known of a hall, and the estimates drawn from it.

    Instants are seconds, all on one clock.
    """

    def __init__(
        self,
        queues: Mapping[str, str],
        windows: Mapping[int, Profile],
        favours: Mapping[str, Favour],
        caps: Mapping[str, int] | None = None,
        ratio: tuple[int, int] = (1, 1),
    ) -> None:
        self.times = ServiceTimes(queues)
        self.lessons = Lessons()
        self._lines: dict[str, Line] = {}
        self._windows: dict[int, WindowNow] = {}
        self._visits: dict[str, _Visit] = {}
        self._plans: dict[str, Plan] = {}
        self._gaps = Fading(200.0)
        self._pauses = Fading(50.0)
        self.describe(queues, windows, favours, caps, ratio)

    def describe(
        self,
        queues: Mapping[str, str],
        windows: Mapping[int, Profile],
        favours: Mapping[str, Favour],
        caps: Mapping[str, int] | None = None,
        ratio: tuple[int, int] = (1, 1),
    ) -> None:
        """Learn what the hall is, also when it has changed: what was seen stays.

        Args:
            queues: The zone of each queue.
            windows: The profile of each window.
            favours: How each class is called; one that is not named is ordinary.
            caps: The caps of the queues that have one.
            ratio: So many booked visitors are called to so many others.
        """
        self._favours = dict(favours)
        self.times.know(queues)
        for queue in queues:
            line = self._lines.setdefault(queue, Line())
            line.cap, line.ratio = (caps or {}).get(queue, 0), ratio
        known = self._windows
        self._windows = {
            number: known.get(number) or WindowNow(number, profile) for number, profile in windows.items()
        }
        for number, profile in windows.items():
            self._windows[number].profile = profile
        self._serving: dict[str, list[WindowNow]] = {}
        for window in self._windows.values():
            for queue in {queue for step in window.profile for queue in step.queues}:
                self._serving.setdefault(queue, []).append(window)
        self._plans.clear()

    # --- what happens ---------------------------------------------------------------------------

    def joined(
        self, leg: str, queue: str, visitor_class: str, at: float, *, since: float | None = None
    ) -> None:
        """Somebody waits.

        Args:
            since: When the visitor came, if not just now.
        """
        line = self._lines.get(queue)
        if line is None:
            return
        self.left(leg)
        came = at if since is None else since
        self._visits[leg] = _Visit(queue, visitor_class, came)
        line.join(visitor_class, came)
        if since is None:
            line.arrived(visitor_class, at)

    def joined_first(self, leg: str, queue: str, visitor_class: str, at: float) -> None:
        """Somebody waits before all others."""
        line = self._lines.get(queue)
        first = line.first_since() if line is not None else None
        self.joined(leg, queue, visitor_class, at, since=(at if first is None else min(first, at)) - 1)

    def reclassed(self, leg: str, visitor_class: str) -> None:
        """Somebody who waits is of another class now."""
        visit = self._visits.get(leg)
        if visit is None:
            return
        if visit.waits:
            line = self._lines[visit.queue]
            line.leave(visit.visitor_class, visit.since)
            line.join(visitor_class, visit.since)
        visit.visitor_class = visitor_class

    def left(self, leg: str) -> None:
        """Somebody waits no more and is at no window."""
        visit = self._visits.pop(leg, None)
        if visit is not None and visit.waits:
            self._lines[visit.queue].leave(visit.visitor_class, visit.since)

    def called(self, leg: str, window: int, at: float) -> None:
        """Somebody is called to a window."""
        visit = self._visits.get(leg)
        place = self._windows.get(window)
        if visit is None or place is None:
            return
        if visit.waits:
            self._lines[visit.queue].leave(visit.visitor_class, visit.since)
            visit.waits = False
        if place.freed_at is not None and visit.since < place.freed_at:
            self._gaps.add(min(at - place.freed_at, 300.0))
        place.leg, place.queue, place.since, place.freed_at = leg, visit.queue, at, None
        if visit.told is not None:
            self.lessons.learn(visit.told, at - visit.told_at)
            visit.told = None

    def resumed(self, leg: str, queue: str, visitor_class: str, window: int, at: float) -> None:
        """Somebody who did not wait is at a window again."""
        place = self._windows.get(window)
        if place is None or queue not in self._lines:
            return
        self.left(leg)
        self._visits[leg] = _Visit(queue, visitor_class, at, waits=False)
        place.leg, place.queue, place.since, place.freed_at = leg, queue, at, None

    def ended(self, leg: str, window: int, at: float, *, came: bool) -> None:
        """Who was at a window has left it.

        Args:
            came: Not so if the number was passed.
        """
        place = self._windows.get(window)
        visit = self._visits.get(leg)
        if place is None or visit is None or place.leg != leg:
            self.left(leg)
            return
        if came:
            self.times.served(visit.queue, place.clerk, at - place.since)
        else:
            self.times.passed(visit.queue, at - place.since)
        place.leg = place.queue = None
        place.freed_at = at
        self.left(leg)

    def put_back(self, leg: str, at: float) -> None:
        """Who was called waits again, at the old place."""
        visit = self._visits.get(leg)
        if visit is None or visit.waits:
            return
        for place in self._windows.values():
            if place.leg == leg:
                place.leg = place.queue = None
                place.freed_at = at
        visit.waits = True
        self._lines[visit.queue].join(visit.visitor_class, visit.since)

    def opened(self, window: int, clerk: str, at: float, *, skills: frozenset[str] | None = None) -> None:
        """A window is open.

        Args:
            skills: The queues that its clerk is qualified for, ``None`` for all.
        """
        place = self._windows.get(window)
        if place is None:
            return
        if place.paused_at is not None:
            self._pauses.add(min(at - place.paused_at, 3600.0))
        place.open, place.paused_at, place.clerk, place.skills = True, None, clerk, skills
        self._plans.clear()

    def paused(self, window: int, at: float) -> None:
        """A window calls nobody for a while."""
        place = self._windows.get(window)
        if place is None:
            return
        if place.paused_at is None:
            place.paused_at = at
        place.open, place.freed_at = False, None
        self._plans.clear()

    def closed(self, window: int) -> None:
        """A window is closed."""
        place = self._windows.get(window)
        if place is None:
            return
        place.open, place.paused_at, place.freed_at = False, None, None
        self._plans.clear()

    def night(self) -> None:
        """Another business day has begun."""
        self.times.night()

    # --- what is asked --------------------------------------------------------------------------

    def wait(
        self, queue: str, visitor_class: str, at: float, *, since: float | None = None, leg: str | None = None
    ) -> Wait | None:
        """Return how long a visitor waits from now on, ``None`` if that cannot be known.

        Args:
            since: When the visitor came, if before now.
            leg: Whose slip says so: when it is called, the estimator learns from it.
        """
        forecast = self._forecast(queue, visitor_class, at, at if since is None else since)
        if forecast is None:
            return None
        visit = self._visits.get(leg) if leg is not None else None
        if visit is not None:
            visit.told, visit.told_at = forecast, at
        return self.lessons.wait(forecast)

    def _forecast(self, queue: str, visitor_class: str, now: float, since: float) -> Forecast | None:
        line = self._lines.get(queue)
        if line is None or not self.times.known(queue):
            return None
        plan = self._plans.get(queue)
        if plan is None:
            plan = self._plans[queue] = plan_of(queue, self._serving)
        if not plan.groups:
            return None
        pace = self.times.pace(queue)
        powers = [self._power(group) for group in plan.groups]
        back = self._coming_back(plan, now)
        wait_s = 0.0
        starts: list[tuple[float, float]] = []
        for _ in range(ROUNDS):
            ahead = line.ahead(self._favours, visitor_class, since, now, wait_s)
            starts = [
                self._start(group, power, line, visitor_class, since, now, wait_s)
                for group, power in zip(plan.groups, powers, strict=True)
            ]
            before, wait_s = wait_s, min(REACH_S, first_free([*starts, *back], ahead * pace.slot_s))
            if abs(wait_s - before) < NEAR * wait_s:
                break
        free = [
            group
            for group, (start, _) in zip(plan.groups, starts, strict=True)
            if start <= max(wait_s, min(starts)[0])
        ]
        return self._with_visitors(free, pace, wait_s, now)

    def _power(self, group: Group) -> float:
        return sum(1 / self.times.slowness(window.clerk) for window in group.windows)

    def _coming_back(self, plan: Plan, now: float) -> list[tuple[float, float]]:
        """Return from when the clerks who have paused are expected back."""
        usual = (self._pauses.count * self._pauses.mean + 3 * PAUSE_S) / (self._pauses.count + 3)
        back = []
        for window in plan.paused:
            gone = now - (window.paused_at or now)
            if gone < 3 * usual:
                back.append((max(usual - gone, usual / 4), 1.0))
        return back

    def _start(
        self,
        group: Group,
        power: float,
        line: Line,
        visitor_class: str,
        since: float,
        now: float,
        wait_s: float,
    ) -> tuple[float, float]:
        """Return from when a group is free for the queue, and with how much of its power."""
        waiting = coming = 0.0
        for rival in group.rivals:
            other = self._lines[rival.queue]
            cost = rival.share * self.times.pace(rival.queue).slot_s
            if rival.equal:
                waiting += cost * other.ahead(self._favours, visitor_class, since, now, wait_s, own=False)
            elif rival.over_s is not None:
                waiting += cost * other.waited_longer(max(0.0, rival.over_s - wait_s / 2), now)
            else:
                waiting += cost * other.count
                coming += cost * other.rate.per_s(now)
        left = max(power - coming * _lasting(wait_s), POWER_LEAST * power)
        start = waiting / left
        if group.over_s is not None:
            start = max(start, _helped_from(group.over_s, line, since, now, wait_s))
        return start, left

    def _with_visitors(self, free: Sequence[Group], pace: Pace, wait_s: float, now: float) -> Forecast:
        """Return the forecast, with what the visitors who are at the windows still need."""
        gap = (self._gaps.count * self._gaps.mean + 3 * GAP_S) / (self._gaps.count + 3)
        needs = [self._needs(window, now, gap) for group in free for window in group.windows]
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

    def _needs(self, window: WindowNow, now: float, gap: float) -> float:
        if window.queue is None:
            return gap
        pace, slowness = self.times.pace(window.queue), self.times.slowness(window.clerk)
        return pace.left_s(now - window.since, slowness) + gap


def _lasting(over_s: float) -> float:
    """Return which part of the arrivals that now go on does so over that time."""
    rushes = over_s / RUSH_S
    return (1 - exp(-rushes)) / rushes if rushes > 0 else 1.0


def _helped_from(over_s: float, line: Line, since: float, now: float, wait_s: float) -> float:
    """Return from when the first in line has waited so long, if it goes on as it does.

    Whoever is first when the visitor's turn comes has waited about as long as the visitor will have.
    """
    first = line.first_since()
    waited = now - (since if first is None else min(first, since))
    if waited > over_s:
        return 0.0
    reached = wait_s + now - since
    if reached > over_s:
        return wait_s * (over_s - waited) / (reached - waited)
    return max(0.0, over_s - (now - since))
