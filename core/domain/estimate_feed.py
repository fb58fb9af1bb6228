"""The estimator of a hall, kept up by the hall's events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from core.domain.clock import from_text
from core.domain.estimate import Estimator
from core.domain.event import Event, EventKind
from core.domain.hall import Hall, Tiers
from core.domain.serving import Profile, Step
from core.domain.ticket import LegState
from core.domain.turns import Kind
from core.domain.wait import Wait
from core.domain.waiting_line import Favour

Skills = Callable[[str], frozenset[str] | None]
"""Which queues a clerk is qualified for, ``None`` for all."""

AT_WINDOW = (LegState.CALLED, LegState.SERVING)
NEW = (None, LegState.PLANNED)


class HallEstimator:
    """Estimates for a hall.

    Args:
        hall: Its description; :meth:`describe` tells of a new one.
        skills: Asked when a clerk opens a window.

    Attributes:
        estimator: What it feeds.
    """

    def __init__(self, hall: Hall, skills: Skills = lambda _clerk: None) -> None:
        self._skills = skills
        self.estimator = Estimator({}, {}, {})
        self._came: dict[str, float] = {}
        self.describe(hall)

    def describe(self, hall: Hall) -> None:
        """Learn what the hall is, also when it has changed."""
        self.estimator.describe(
            {queue.id: queue.zone for queue in hall.queues},
            {window.number: profile_of(window.tiers) for window in hall.windows},
            favours_of(hall),
            {queue.id: hall.rules_of(queue.id).cap for queue in hall.queues},
            hall.bookings.ratio,
        )

    def wait(
        self,
        queue: str,
        visitor_class: str,
        at: datetime,
        *,
        since: datetime | None = None,
        leg: str | None = None,
    ) -> Wait | None:
        """Return how long a visitor waits from now on, ``None`` if that cannot be known.

        Args:
            since: When the visitor came, if before now.
            leg: Whose slip says so: the estimator learns from it when it is called.
        """
        came = None if since is None else since.timestamp()
        return self.estimator.wait(queue, visitor_class, at.timestamp(), since=came, leg=leg)

    def fold(self, event: Event) -> None:
        """Take in what happened."""
        at = event.at.timestamp()
        if event.leg is not None:
            self._on_leg(event, event.leg, at)
        elif event.window is not None:
            self._on_window(event, event.window, at)
        elif event.kind is EventKind.HALL_CHANGED and "date" in event.data:
            self.estimator.night()
            self._came.clear()

    def _on_leg(self, event: Event, leg: str, at: float) -> None:
        if "to" not in event.data:
            return
        before, after = event.data.get("from"), LegState(event.data["to"])
        window = event.window or 0
        if after is LegState.WAITING:
            self._on_waiting(event, leg, at)
        elif after in AT_WINDOW:
            if before == LegState.WAITING:
                self.estimator.called(leg, window, at)
            elif before not in AT_WINDOW:
                data = event.data
                self.estimator.resumed(leg, data["queue"], data["class"], window, at)
        elif before in AT_WINDOW:
            self.estimator.ended(leg, window, at, came=after is not LegState.PASSED)
        else:
            self.estimator.left(leg)

    def _on_waiting(self, event: Event, leg: str, at: float) -> None:
        before, queue, visitor_class = event.data.get("from"), event.data["queue"], event.data["class"]
        ticket = event.ticket or leg
        if before in AT_WINDOW:
            self.estimator.put_back(leg, at)
        elif before == LegState.WAITING:
            self.estimator.reclassed(leg, visitor_class)
        elif before == LegState.SUSPENDED:
            self.estimator.joined_first(leg, queue, visitor_class, at)
        elif before in NEW and ticket in self._came:
            # A further leg of a visit: it joins as of when the visitor came.
            self.estimator.joined(leg, queue, visitor_class, at, since=self._came[ticket])
        else:
            came = _taken_at(event)
            self._came.setdefault(ticket, at if came is None else came)
            self.estimator.joined(leg, queue, visitor_class, at, since=came)

    def _on_window(self, event: Event, window: int, at: float) -> None:
        match event.kind:
            case EventKind.WINDOW_OPENED:
                clerk = event.data.get("clerk")
                skills = self._skills(clerk) if clerk else None
                self.estimator.opened(window, at, skills=skills)
            case EventKind.WINDOW_PAUSED:
                self.estimator.paused(window, at)
            case EventKind.WINDOW_CLOSED:
                self.estimator.closed(window)


def _taken_at(event: Event) -> float | None:
    """Return when the visitor came, where the hall heard of it later: a number of a kiosk's block."""
    taken_at = event.data.get("taken_at")
    return from_text(taken_at).timestamp() if taken_at else None


def profile_of(tiers: Tiers) -> Profile:
    """Return a window's profile as the estimator knows it."""
    return tuple(
        Step(tier.queues, None if tier.when_wait_over_min is None else tier.when_wait_over_min * 60)
        for tier in tiers
    )


def favours_of(hall: Hall) -> dict[str, Favour]:
    """Return how each class of a hall is called."""
    booked = hall.bookings.visitor_class

    def kind(visitor_class: str) -> Kind:
        if booked and visitor_class == booked:
            return Kind.BOOKED
        return Kind.FAVOURED if visitor_class in hall.favoured else Kind.ORDINARY

    return {each.id: Favour(each.weight, each.head_start_min * 60, kind(each.id)) for each in hall.classes}
