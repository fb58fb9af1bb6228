"""The hall on a usual morning, as every picture of a screen shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.domain.floor import AtWindow, Floor, WindowView
from core.domain.hall import Hall, Queue
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

NOW = datetime(2026, 11, 30, 2, 5, tzinfo=UTC)
"""A Monday, five past ten in the halls: every picture is taken then."""


def morning(hall: Hall) -> Floor:
    """Return the hall on a usual morning: people wait, most windows serve, some pause, some are closed."""
    floor = Floor(seq=1, waiting={each.id: place * 7 % 23 for place, each in enumerate(hall.queues)})
    pauses = [each.id for each in hall.reasons if each.act == "pause"]
    for place, window in enumerate(hall.windows):
        view = WindowView(
            window.number, window.zone, clerk=f"{300 + place:04d}", since=NOW - timedelta(minutes=90)
        )
        if place % 9 == 4 or not window.queues:
            view = WindowView(window.number, window.zone, since=NOW - timedelta(hours=1))
        elif place % 9 == 7 and pauses:
            view = replace(view, status=WindowStatus.PAUSED, reason=pauses[place % len(pauses)])
        else:
            view = replace(view, status=WindowStatus.OPEN, visitor=_somebody(hall, window.queues[0], place))
        floor.windows[window.number] = view
    return floor


def _somebody(hall: Hall, queue: str, place: int) -> AtWindow | None:
    if place % 5 == 3:
        return None
    state = LegState.CALLED if place % 5 == 1 else LegState.SERVING
    at = NOW - timedelta(minutes=place % 17, seconds=place)
    number = f"{hall.queue(queue).prefix}{place + 11:03d}"
    return AtWindow(
        number,
        f"{number}.1",
        number,
        queue,
        hall.classes[0].id,
        state,
        1,
        at,
        at if state is LegState.SERVING else None,
    )


def queue_told(hall: Hall, queue: Queue) -> dict[str, Any]:
    """Return a queue as the core tells of it."""
    place = hall.queues.index(queue)
    waiting = place * 7 % 23
    return {
        "id": queue.id,
        "waiting": waiting,
        "longest_s": waiting * 110 or None,
        "estimate": {"p50_s": waiting * 100, "p90_s": waiting * 190} if place % 6 else None,
        "open": place % 8 != 5,
        "windows": [each.number for each in hall.windows_of(queue.id)],
    }
