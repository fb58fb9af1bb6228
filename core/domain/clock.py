"""The hall's time: instants in UTC, days as the hall counts them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_SHOWN = len("2026-11-23T01:15:04.120000")
_WIDTH = _SHOWN + 1


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
    return _utc_text(at if at.tzinfo is UTC else at.astimezone(UTC))


@lru_cache(maxsize=256)
def _utc_text(utc: datetime) -> str:
    # A command writes its own instant some ten times. In UTC only: of the hour that a clock shows twice, two
    # different instants are equal to each other.
    return utc.isoformat(timespec="microseconds")[:_SHOWN] + "Z"


def from_text(text: str) -> datetime:
    """Return the instant that :func:`to_text` wrote.

    Raises:
        ValueError: It is written in another way.
    """
    # Strict as strptime is, in a twentieth of its time; some twenty are read for each call.
    if len(text) != _WIDTH or text[7:11:3] != "-T" or text[19::7] != ".Z":
        raise ValueError(f"not an instant as the hall writes it: {text!r}")
    return datetime.fromisoformat(text)
