"""Dates in words."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP, Say

CONTEXT: Final = "dates"

DATE: Final = QT_TRANSLATE_NOOP("dates", "{weekday}, {year}-{month}-{day}")
SHORT_DATE: Final = QT_TRANSLATE_NOOP("dates", "{month}/{day}")
MOMENT: Final = QT_TRANSLATE_NOOP("dates", "{date}, {time}")
WEEKDAYS: Final = (
    QT_TRANSLATE_NOOP("dates", "Monday"),
    QT_TRANSLATE_NOOP("dates", "Tuesday"),
    QT_TRANSLATE_NOOP("dates", "Wednesday"),
    QT_TRANSLATE_NOOP("dates", "Thursday"),
    QT_TRANSLATE_NOOP("dates", "Friday"),
    QT_TRANSLATE_NOOP("dates", "Saturday"),
    QT_TRANSLATE_NOOP("dates", "Sunday"),
)


def weekday(day: date, say: Say) -> str:
    """Return the day of the week in the language of ``say``."""
    return say(CONTEXT, WEEKDAYS[day.weekday()])


def long_date(day: date, say: Say) -> str:
    """Return day of the week, year, month and day in the language of ``say``."""
    return say(CONTEXT, DATE).format(weekday=weekday(day, say), year=day.year, month=day.month, day=day.day)


def short_date(day: date, say: Say) -> str:
    """Return month and day in the language of ``say``."""
    return say(CONTEXT, SHORT_DATE).format(month=day.month, day=day.day)


def moment(at: datetime, now: datetime, zone: tzinfo | None, say: Say) -> str:
    """Return an instant as a visitor reads it: the time, and the day too if that is not today's.

    Args:
        zone: The hall's time zone; ``None``: this machine's.
    """
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return time
    return say(CONTEXT, MOMENT).format(date=short_date(local.date(), say), time=time)
