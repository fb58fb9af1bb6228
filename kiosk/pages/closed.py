"""The hours of the week: when numbers are given, and what can be done while they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from core.domain.calendar import DAY
from core.domain.hall import Hall
from core.domain.kiosk import offers_queue
from core.domain.opening import Span
from core.domain.rules import AfterHours
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import days
from kiosk.modes import hours_on
from kiosk.pages import ask, mode
from kiosk.pages.parts import back
from kiosk.speech import UNSAID, Label, Said, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, View

CLOSED: Final = QT_TRANSLATE_NOOP("kiosk", "The hall is closed now")
HOURS: Final = QT_TRANSLATE_NOOP("kiosk", "Opening hours of the hall")
SHUT: Final = QT_TRANSLATE_NOOP("kiosk", "Closed")
HOLIDAY: Final = QT_TRANSLATE_NOOP("kiosk", "Closed: {name}")
WORKED: Final = QT_TRANSLATE_NOOP("kiosk", "{hours} (make-up workday)")
STILL_CALLED: Final = QT_TRANSLATE_NOOP("kiosk", "Numbers taken before closing are still called.")
NOT_CALLED: Final = QT_TRANSLATE_NOOP("kiosk", "Numbers not called before closing are not called any more.")
BY_PHONE: Final = QT_TRANSLATE_NOOP("kiosk", "The code on your slip shows your place on your phone too.")
A_WEEK: Final = 7


def closed(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the hours of today and the six days after it, when numbers come again, and the ways on."""
    shut = not any(_is_in(inputs, each) for each in _spans(inputs, hall, 0))
    return View(
        layout="lines",
        icon="door" if shut else "clock",
        title=say.label(CLOSED if shut else HOURS),
        prompt=mode.again(inputs, say),
        lines=(*_table(inputs, hall, say), _rule(inputs, hall, say)),
        buttons=_buttons(inputs, hall, say),
    )


def _buttons(inputs: Inputs, hall: Hall, say: Speech) -> tuple[Button, ...]:
    first = () if inputs.first else (back(say),)
    return (*first, *(ask.ways(inputs, hall, say) if inputs.live else ()))


def _spans(inputs: Inputs, hall: Hall, ahead: int) -> list[Span]:
    return hours_on(inputs.rules, hall, inputs.now.date() + ahead * DAY) if inputs.now is not None else []


def _is_in(inputs: Inputs, span: Span) -> bool:
    return inputs.now is not None and span.opens <= inputs.now < span.closes


def _table(inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Line]:
    """Give the hours of today, then of the days after it; those that have the same share a line."""
    if inputs.now is None:
        return
    first = inputs.now.date()
    told = [_hours(hall, first + at * DAY, _spans(inputs, hall, at), say) for at in range(A_WEEK)]
    yield Line("today", _row(days.today(first, say), told[0]), kind="heading")
    begins = 1
    for at in range(1, A_WEEK):
        if at + 1 == A_WEEK or told[at + 1] != told[at]:
            yield Line(f"day:{begins}", _row(_days(first, begins, at, say), told[at]))
            begins = at + 1


def _days(first: date, begins: int, ends: int, say: Speech) -> Label:
    from_day = days.day(first + begins * DAY, say)
    if begins == ends:
        return from_day
    to_day = days.day(first + ends * DAY, say)
    return Label(_joined(from_day.main, to_day.main, "–"), _joined(from_day.below, to_day.below, "–"))


def _row(day: Label, hours: Label) -> Label:
    return Label(_joined(day.main, hours.main, "  "), _joined(day.below, hours.below, "  "))


def _joined(one: Said, other: Said, between: str) -> Said:
    return Said(f"{one.text}{between}{other.text}", one.lang) if one.text else UNSAID


def _hours(hall: Hall, day: date, spans: Sequence[Span], say: Speech) -> Label:
    holiday = hall.schedule().holiday(day)
    if not spans and holiday is not None:
        return say.both(lambda each: each.say(HOLIDAY, name=each.name(holiday.name).main.text))
    if not spans:
        return say.label(SHUT)
    hours = " · ".join(days.span(each.opens, each.closes, say) for each in spans)
    worked = any(each.date == day for each in hall.workdays)
    return say.label(WORKED, hours=hours) if worked else say.both(lambda each: Said(hours, each.chosen))


def _rule(inputs: Inputs, hall: Hall, say: Speech) -> Line:
    """Return what becomes of a number that somebody has already, and where else its place is shown."""
    offered = [each for each in hall.queues if offers_queue(inputs.rules, hall, each)]
    served = {hall.rules_of(each.id).after_hours for each in offered} == {AfterHours.SERVE}
    told = STILL_CALLED if served else NOT_CALLED
    return Line("rule", say.both(lambda each: _joined(each.say(told), each.say(BY_PHONE), " ")), kind="text")
