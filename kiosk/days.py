"""Days and times as visitors read them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from core.qt.dates import short_date, weekday
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk.speech import Label, Said, Speech

TODAY: Final = QT_TRANSLATE_NOOP("kiosk", "Today, {day}")


def day(of: date, say: Speech) -> Label:
    """Return the day of the week with month and day."""
    return say.both(lambda each: Said(_day(of, each), each.chosen))


def today(of: date, say: Speech) -> Label:
    """Return the same of the day that is today, and that it is."""
    return say.both(lambda each: each.say(TODAY, day=_day(of, each)))


def dated(of: date, time: str, say: Speech) -> Label:
    """Return the day and a time of it."""
    return say.both(lambda each: Said(f"{_day(of, each)} {time}", each.chosen))


def moment(source: str, at: datetime, now: datetime, say: Speech, **values: object) -> Label:
    """Return a text with ``{at}``: the time, and the day too if that is not today's."""
    return say.both(lambda each: each.say(source, at=when(at, now, each), **values))


def when(at: datetime, now: datetime, say: Speech) -> str:
    """Return the hall's own time of an instant, and the day too if that is not today's."""
    local = at.astimezone(say.zone)
    if local.date() == now.astimezone(say.zone).date():
        return clock(at, say)
    return f"{_day(local.date(), say)} {clock(at, say)}"


def span(starts: datetime, ends: datetime, say: Speech) -> str:
    """Return ``"09:00–09:30"``, the hall's own time."""
    return f"{clock(starts, say)}–{clock(ends, say)}"


def clock(at: datetime, say: Speech) -> str:
    """Return the hall's own time of an instant, ``"09:00"``."""
    return f"{at.astimezone(say.zone):%H:%M}"


def _day(of: date, say: Speech) -> str:
    def speak(context: str, source: str) -> str:
        return say.speak(say.chosen, context, source)

    return f"{weekday(of, speak)} {short_date(of, speak)}"
