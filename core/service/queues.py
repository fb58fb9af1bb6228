"""The queues as they are now: who waits, which windows serve them, until when tickets are issued."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from pydantic_core import to_json

from core.app.ports_reader import QueueView
from core.domain.calendar import Schedule
from core.domain.clock import business_date, to_text
from core.domain.hall import Hall, Item, Queue, Window
from core.domain.less_busy import Choice, less_busy
from core.domain.opening import Span
from core.domain.quota import Half, half_of, next_quota_at, quota_left
from core.domain.rules import Rules
from core.domain.window import WindowStatus
from core.service.core import Core


def queues_now(
    core: Core, now: datetime, visitor_class: str, only: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """Return the queues of the hall as ``GET /api/queues`` shows them; called in a worker thread.

    Args:
        visitor_class: Id of the class whose estimate it is.
        only: Ids of the queues wanted; ``None``: all.
    """
    hall = core.hall
    day = business_date(now, hall.zone_info, hall.day_starts)
    busy = {view.id: view for view in core.reader.queues()}
    limited = any(hall.rules_of(queue.id).quota(half) for queue in hall.queues for half in Half)
    issued = core.reader.issued(day) if limited else {}
    hours, serving = _Hours(hall, now, day), _Serving(core)
    found = []
    for queue in hall.queues:
        if only is None or queue.id in only:
            line = _busy(queue, busy.get(queue.id), now)
            estimate = core.waits.joining(queue.id, visitor_class)
            windows = serving.of(queue.id, line["longest_s"] or 0)
            line |= {"estimate": estimate, "windows": windows}
            found.append(line | hours.of(queue, issued.get(queue.prefix, {})))
    return found


def queues_told(core: Core, visitor_class: str) -> bytes:
    """Return the answer of ``GET /api/queues``, encoded; called in a worker thread."""
    return to_json({"queues": queues_now(core, core.clock(), visitor_class)})


def places_of(core: Core, now: datetime, item: Item, visitor_class: str) -> dict[str, Any]:
    """Return the queues in which an item is done, its own first, and which is clearly less busy."""
    wanted = [item.queue, *item.also]
    found = queues_now(core, now, visitor_class, wanted)
    places = sorted(found, key=lambda place: wanted.index(place["id"]))
    own, *others = [_choice(place) for place in places]
    return {"places": places, "better": less_busy(own, others)}


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


def _choice(place: dict[str, Any]) -> Choice:
    wait = place["estimate"]
    return Choice(place["id"], place["open"], (wait["p50_s"], wait["p90_s"]) if wait else None)


class _Serving:
    """Which open windows serve a queue: by their profiles and the skills of who sits there."""

    def __init__(self, core: Core) -> None:
        self._skills = {clerk.id: clerk.skills for clerk in core.reader.clerks()}
        self._serving: dict[str, list[tuple[int, float]]] = {}
        # The views are replaced and never changed, so that a look from another thread is safe.
        floor = core.hub.floor.windows
        for window in core.hall.windows:
            view = floor.get(window.number)
            if view is not None and view.status is WindowStatus.OPEN:
                self._serves(window, view.clerk)

    def of(self, queue: str, longest_s: int) -> list[int]:
        """Return their numbers; those that help only once somebody has waited longer count from then on."""
        found = self._serving.get(queue, ())
        return sorted(number for number, over_s in found if over_s == 0 or longest_s > over_s)

    def _serves(self, window: Window, clerk: str | None) -> None:
        skills = self._skills.get(clerk) if clerk is not None else None
        for tier in window.tiers:
            for queue in tier.queues:
                if skills is None or queue in skills:
                    over_s = (tier.when_wait_over_min or 0) * 60
                    self._serving.setdefault(queue, []).append((window.number, over_s))


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
            "left_now": left[self._half],
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
