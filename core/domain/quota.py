"""How many tickets a half-day and a person get."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from core.domain.calendar import DAY, Schedule
from core.domain.errors import CardNeeded, TicketHeld, TicketsADay

NOON = time(12)


class Half(StrEnum):
    """Half of a business day, split at 12:00 of the hall's time; an evening past midnight is afternoon."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


def half_of(at: datetime, zone: ZoneInfo, day: date | None = None) -> Half:
    """Return the half-day of ``at``.

    Args:
        day: The business date of ``at``; otherwise the local date counts.
    """
    return Half.MORNING if at < _noon_of(day or at.astimezone(zone).date(), zone) else Half.AFTERNOON


@lru_cache(maxsize=16)
def _noon_of(day: date, zone: ZoneInfo) -> datetime:
    """Return noon of a day, UTC; each ticket asks for it."""
    return datetime.combine(day, NOON, zone).astimezone(UTC)


def quota_left(quota: int, taken: int) -> int | None:
    """Return how many tickets are left, ``None`` where the quota is 0: no limit."""
    return max(quota - taken, 0) if quota else None


def next_quota_at(
    at: datetime, schedule: Schedule, *, day: date, day_starts: time, stops_min: float = 0
) -> datetime | None:
    """Return when the next half-day's tickets are first issued, ``None`` if never within 60 days.

    Args:
        day: The business date of ``at``.
        day_starts: When a business day begins, the hall's own time.
    """
    zone = schedule.zone
    morning = half_of(at, zone, day) is Half.MORNING
    half = datetime.combine(day, NOON, zone) if morning else datetime.combine(day + DAY, day_starts, zone)
    return schedule.next_opening(half.astimezone(UTC), stops_min)


def must_be_free(held: Sequence[str], taken: int, *, open_tickets: int, tickets_a_day: int) -> None:
    """Refuse one more ticket of a queue to a person who has enough of them.

    Args:
        held: Numbers of the open tickets the person holds.
        taken: How many tickets the person took on this business date.
        open_tickets: So many one may hold; 0 is no limit.
        tickets_a_day: So many one may take on one day; 0 is no limit.

    Raises:
        TicketHeld: With the ``number`` of one of them.
        TicketsADay: With how many there are (``most``).
    """
    if quota_left(open_tickets, len(held)) == 0:
        raise TicketHeld(number=held[0])
    if quota_left(tickets_a_day, taken) == 0:
        raise TicketsADay(most=tickets_a_day)


def must_have_card(card: str | None, *, needs_card: bool) -> None:
    """Refuse a ticket without a card where the queue needs one.

    Raises:
        CardNeeded: It needs one and there is none.
    """
    if needs_card and not card:
        raise CardNeeded
