"""Dates in words."""

from __future__ import annotations

from datetime import date
from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP, Say

CONTEXT: Final = "dates"

DATE: Final = QT_TRANSLATE_NOOP("dates", "{weekday}, {year}-{month}-{day}")
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
