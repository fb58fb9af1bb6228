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

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.outlook import Known, forecast_of
from core.domain.service_times import ServiceTimes
from core.domain.serving import Plan, Profile, WindowNow, plan_of
from core.domain.wait import Forecast, Lessons, Wait
from core.domain.waiting_line import ORDINARY, Asker, Favour, Line


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
        self._known = Known(self.times)
        self._windows: dict[int, WindowNow] = {}
        self._visits: dict[str, _Visit] = {}
        self._plans: dict[str, Plan] = {}
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
        self._known.favours = dict(favours)
        self.times.know(queues)
        for queue in queues:
            line = self._known.lines.setdefault(queue, Line())
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
        # A plan counts the windows of its queue and of every queue that shares one with it.
        self._beside = {
            queue: {each for window in windows for step in window.profile for each in step.queues}
            for queue, windows in self._serving.items()
        }
        self._plans.clear()

    # --- what happens ---------------------------------------------------------------------------

    def joined(
        self, leg: str, queue: str, visitor_class: str, at: float, *, since: float | None = None
    ) -> None:
        """Somebody waits.

        Args:
            since: When the visitor came, if not just now.
        """
        line = self._known.lines.get(queue)
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
        line = self._known.lines.get(queue)
        first = line.first_since() if line is not None else None
        self.joined(leg, queue, visitor_class, at, since=(at if first is None else min(first, at)) - 1)

    def reclassed(self, leg: str, visitor_class: str) -> None:
        """Somebody who waits is of another class now."""
        visit = self._visits.get(leg)
        if visit is None:
            return
        if visit.waits:
            line = self._known.lines[visit.queue]
            line.leave(visit.visitor_class, visit.since)
            line.join(visitor_class, visit.since)
        visit.visitor_class = visitor_class

    def left(self, leg: str) -> None:
        """Somebody waits no more and is at no window."""
        visit = self._visits.pop(leg, None)
        if visit is not None and visit.waits:
            self._known.lines[visit.queue].leave(visit.visitor_class, visit.since)

    def called(self, leg: str, window: int, at: float) -> None:
        """Somebody is called to a window."""
        visit = self._visits.get(leg)
        place = self._windows.get(window)
        if visit is None or place is None:
            return
        if visit.waits:
            self._known.lines[visit.queue].leave(visit.visitor_class, visit.since)
            visit.waits = False
        if place.freed_at is not None and visit.since < place.freed_at:
            self._known.gaps.add(min(at - place.freed_at, 300.0))
        place.leg, place.queue, place.since, place.freed_at = leg, visit.queue, at, None
        if visit.told is not None:
            self.lessons.learn(visit.told, at - visit.told_at)
            visit.told = None

    def resumed(self, leg: str, queue: str, visitor_class: str, window: int, at: float) -> None:
        """Somebody who did not wait is at a window again."""
        place = self._windows.get(window)
        if place is None or queue not in self._known.lines:
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
            self.times.served(visit.queue, at - place.since)
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
        self._known.lines[visit.queue].join(visit.visitor_class, visit.since)

    def opened(self, window: int, at: float, *, skills: frozenset[str] | None = None) -> None:
        """A window is open.

        Args:
            skills: The queues that its clerk is qualified for, ``None`` for all.
        """
        place = self._windows.get(window)
        if place is None:
            return
        if place.paused_at is not None:
            self._known.pauses.add(min(at - place.paused_at, 3600.0))
        place.open, place.paused_at, place.skills = True, None, skills
        self._plan_anew(place)

    def paused(self, window: int, at: float) -> None:
        """A window calls nobody for a while."""
        place = self._windows.get(window)
        if place is None:
            return
        if place.paused_at is None:
            place.paused_at = at
        place.open, place.freed_at = False, None
        self._plan_anew(place)

    def closed(self, window: int) -> None:
        """A window is closed."""
        place = self._windows.get(window)
        if place is None:
            return
        place.open, place.paused_at, place.freed_at = False, None, None
        self._plan_anew(place)

    def night(self) -> None:
        """Another business day has begun."""
        self.times.night()

    def _plan_anew(self, window: WindowNow) -> None:
        """Forget the plans that count a window."""
        for step in window.profile:
            for queue in step.queues:
                for beside in self._beside[queue]:
                    self._plans.pop(beside, None)

    # --- what is asked --------------------------------------------------------------------------

    def waiting(self, queue: str) -> int:
        """Return how many wait in a queue."""
        line = self._known.lines.get(queue)
        return line.count if line is not None else 0

    def at_window(self, window: int) -> str | None:
        """Return the leg of the visitor at a window."""
        place = self._windows.get(window)
        return place.leg if place is not None else None

    def wait(
        self, queue: str, visitor_class: str, at: float, *, since: float | None = None, leg: str | None = None
    ) -> Wait | None:
        """Return how long a visitor waits from now on, ``None`` if that cannot be known.

        Args:
            since: When the visitor came, of one who has joined the queue before.
            leg: Of one who has just joined and is told now: the estimator learns from it at the call.
        """
        line = self._known.lines.get(queue)
        if line is None or not self.times.known(queue):
            return None
        plan = self._plans.get(queue)
        if plan is None:
            plan = self._plans[queue] = plan_of(queue, self._serving)
        if not plan.groups:
            return None
        visit = self._visits.get(leg) if leg is not None else None
        came = visit.since if visit is not None else since
        favour = self._known.favours.get(visitor_class, ORDINARY)
        asker = Asker(visitor_class, favour, at if came is None else came, at, came is not None)
        forecast = forecast_of(self._known, plan, queue, asker)
        if visit is not None:
            visit.told, visit.told_at = forecast, at
        return self.lessons.wait(forecast)
