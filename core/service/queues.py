"""The queues as they are now: who waits, until when tickets are issued, what is left of the quotas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from core.app.ports import QueueView
from core.domain.calendar import Schedule
from core.domain.clock import business_date, to_text
from core.domain.hall import Hall, Queue
from core.domain.opening import Span
from core.domain.quota import Half, half_of, next_quota_at, quota_left
from core.domain.rules import Rules
from core.service.core import Core


def queues_now(core: Core, now: datetime) -> list[dict[str, Any]]:
    """Return every queue of the hall as ``GET /api/queues`` shows it; called in a worker thread."""
    hall = core.hall
    day = business_date(now, hall.zone_info, hall.day_starts)
    busy = {view.id: view for view in core.reader.queues()}
    limited = any(hall.rules_of(queue.id).quota(half) for queue in hall.queues for half in Half)
    issued = core.reader.issued(day) if limited else {}
    hours = _Hours(hall, now, day)
    return [
        _busy(queue, busy.get(queue.id), now)
        | {"estimate": core.waits.joining(queue.id, hall.classes[0].id)}
        | hours.of(queue, issued.get(queue.prefix, {}))
        for queue in hall.queues
    ]


def span_json(span: Span) -> dict[str, Any]:
    """Return a stretch of open time as answers show it."""
    return {"opens": to_text(span.opens), "closes": to_text(span.closes), "extended": span.extended}


def _busy(queue: Queue, view: QueueView | None, now: datetime) -> dict[str, Any]:
    since = view.longest_since if view else None
    return {
        "id": queue.id,
        "waiting": view.waiting if view else 0,
        "longest_s": max(0, int((now - since).total_seconds())) if since else None,
    }


class _Hours:
    """When queues issue tickets; those with the same hours are looked up once."""

    def __init__(self, hall: Hall, now: datetime, day: date) -> None:
        self._hall = hall
        self._now = now
        self._day = day
        self._half = half_of(now, hall.zone_info, day)
        self._known: dict[tuple[str, str, int], tuple[bool, datetime | None, list[dict[str, Any]]]] = {}

    def of(self, queue: Queue, issued: Mapping[Half, int]) -> dict[str, Any]:
        """Return whether a queue issues tickets now, when it does next, and what is left."""
        rules, schedule = self._hall.rules_of(queue.id), self._hall.schedule_of(queue.id)
        calendar = (queue.calendar, "" if queue.calendar else queue.zone)
        is_open, opens_at, spans = self._looked_up(*calendar, schedule, rules.issue_stops_min)
        left = {half: quota_left(rules.quota(half), issued.get(half, 0)) for half in Half}
        if left[self._half] == 0:
            is_open, opens_at = False, self._next_quota(schedule, rules)
        return {
            "open": is_open,
            "opens_at": to_text(opens_at) if opens_at else None,
            "left": {half.value: left[half] for half in Half},
            "hours": spans,
        }

    def _looked_up(
        self, calendar: str, zone: str, schedule: Schedule, stops_min: int
    ) -> tuple[bool, datetime | None, list[dict[str, Any]]]:
        key = (calendar, zone, stops_min)
        if key not in self._known:
            is_open = not self._hall.keeps_hours or schedule.is_issuing(self._now, stops_min)
            opens_at = None if is_open else schedule.next_opening(self._now, stops_min)
            self._known[key] = (is_open, opens_at, [span_json(span) for span in schedule.spans(self._day)])
        return self._known[key]

    def _next_quota(self, schedule: Schedule, rules: Rules) -> datetime | None:
        return next_quota_at(
            self._now,
            schedule,
            day=self._day,
            day_starts=self._hall.day_starts,
            stops_min=rules.issue_stops_min,
        )
