"""The hall's time: instants in UTC, days as the hall counts them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def business_date(at: datetime, zone: ZoneInfo, day_starts: time) -> date:
    """Return the hall's business day at the instant ``at``.

    A business day begins at ``day_starts`` of the hall's own time, so an evening that runs past midnight
    still belongs to the day it began on.
    """
    local = at.astimezone(zone)
    offset = timedelta(hours=day_starts.hour, minutes=day_starts.minute)
    return (local.replace(tzinfo=None) - offset).date()


def to_text(at: datetime) -> str:
    """Return an instant as UTC text of fixed width, so that text order is time order."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_text(text: str) -> datetime:
    """Return the instant that :func:`to_text` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
