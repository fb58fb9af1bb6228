"""The estimator on a hall's description and its events."""

from __future__ import annotations

from datetime import datetime

from core.domain.estimate import Estimator
from core.domain.event import Event, EventKind
from core.domain.hall import Hall, Window
from core.domain.serving import Profile, Step
from core.domain.wait import Wait
from core.domain.waiting_line import Favour

AT_WINDOW = ("called", "serving")


class HallEstimator:
    """Estimates for a hall, kept up by folding its events.

    Args:
        hall: Its description; :meth:`describe` tells of a new one.
    """

    def __init__(self, hall: Hall) -> None:
        self._estimator = Estimator({}, {}, {})
        self._came: dict[str, float] = {}
        self.describe(hall)

    def describe(self, hall: Hall) -> None:
        """Learn what the hall is now."""
        favours = {
            each.id: Favour(each.weight, each.head_start_min * 60, favoured=place > 0)
            for place, each in enumerate(hall.classes)
        }
        self._estimator.describe(
            {queue.id: queue.zone for queue in hall.queues},
            {window.number: profile_of(window) for window in hall.windows},
            favours,
            {},
        )

    def fold(self, event: Event) -> None:
        """Take in what happened."""
        estimator, at = self._estimator, event.at.timestamp()
        if event.leg is not None:
            self._fold_leg(event, at)
        elif event.window is not None:
            match event.kind:
                case EventKind.WINDOW_OPENED:
                    clerk = event.data.get("clerk") or str(event.window)
                    estimator.opened(event.window, clerk, at)
                case EventKind.WINDOW_PAUSED:
                    estimator.paused(event.window, at)
                case EventKind.WINDOW_CLOSED:
                    estimator.closed(event.window)
        elif event.kind is EventKind.HALL_CHANGED and "date" in event.data:
            estimator.night()
            self._came.clear()

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
            leg: Whose slip says so.
        """
        came = None if since is None else since.timestamp()
        return self._estimator.wait(queue, visitor_class, at.timestamp(), since=came, leg=leg)

    def _fold_leg(self, event: Event, at: float) -> None:
        estimator, leg = self._estimator, event.leg
        assert leg is not None
        match event.kind:
            case EventKind.TAKEN:
                estimator.joined(leg, event.data["queue"], event.data["class"], at, at)
            case EventKind.CALLED:
                estimator.called(leg, event.window or 0, at)
            case EventKind.DONE:
                estimator.ended(leg, event.window or 0, at, came=True)
            case EventKind.PASSED:
                estimator.ended(leg, event.window or 0, at, came=False)


def profile_of(window: Window) -> Profile:
    return tuple(Step(t) for t in window.tiers)
