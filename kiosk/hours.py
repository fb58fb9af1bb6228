"""Which queues issue no tickets now, told before anybody touches one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from core.domain.calendar import Hours
from core.domain.hall import Hall

Closed = Mapping[str, datetime | None]
"""Ids of the queues that issue no tickets now, to when they do again; ``None`` where that is not known."""


def closed_queues(hall: Hall, now: datetime) -> Closed:
    """Return which queues are closed at ``now``.

    The core decides when somebody takes a ticket; this machine's clock only says so beforehand.
    """
    if not hall.keeps_hours:
        return {}
    # Most queues keep the hall's own hours, and looking for the next opening after a holiday takes a while.
    known: dict[tuple[tuple[Hours, ...], int], tuple[bool, datetime | None]] = {}
    closed: dict[str, datetime | None] = {}
    for queue in hall.queues:
        schedule, stops_min = hall.schedule_of(queue.id), hall.rules_of(queue.id).issue_stops_min
        same = (schedule.hours, stops_min)
        if same not in known:
            is_open = schedule.is_issuing(now, stops_min)
            known[same] = (is_open, None if is_open else schedule.next_opening(now, stops_min))
        is_open, opens_at = known[same]
        if not is_open:
            closed[queue.id] = opens_at
    return closed
