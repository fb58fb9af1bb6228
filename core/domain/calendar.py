"""When a hall is open: its weekly hours, its closed days and its make-up workdays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from core.domain.clock import to_text
from core.domain.errors import QueueClosed
from core.domain.opening import Span, joined
from core.domain.text import Text

DAY = timedelta(days=1)
NEVER_CLOSES = timedelta(days=7)
"""A place that is open for a whole week has no closing that anybody waits for."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours of some days of the week, in the hall's own time.

    Attributes:
        days: ISO weekdays, Monday = 1.
        closes: At or before ``opens``: past midnight, and the hours belong to the day they begin on.
        extended: Outside the hall's usual hours (延时办).
    """

    days: tuple[int, ...]
    opens: time
    closes: time
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Named hours; zones, queues and windows may name one, otherwise the hall's own hours count."""

    id: str
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """Closed days, the last one included."""

    first: date
    last: date
    name: Text


@dataclass(frozen=True, slots=True)
class Workday:
    """A make-up workday (调休): open even in a holiday.

    Attributes:
        like: The ISO weekday whose hours it has.
    """

    date: date
    like: int


class WhyClosed(StrEnum):
    """Why nobody is let in; the values are the words of the refusal."""

    BEFORE = "before"
    AFTER = "after"
    BREAK = "break"
    HOLIDAY = "holiday"
    NO_HOURS = "no_hours"


class Closed(NamedTuple):
    """Why a place is closed.

    Attributes:
        holiday: The holiday's name, empty for every other reason.
    """

    why: WhyClosed
    holiday: Text


@dataclass(frozen=True, slots=True)
class Schedule:
    """The hours of one place (hall, zone, queue or window) with the hall's holidays and time zone.

    Days are the hall's local days, instants are aware and answered in UTC.
    """

    hours: tuple[Hours, ...]
    holidays: tuple[Holiday, ...]
    workdays: tuple[Workday, ...]
    zone: ZoneInfo

    def holiday(self, day: date) -> Holiday | None:
        """Return the holiday that closes ``day``; a make-up workday is open in the midst of one."""
        if any(each.date == day for each in self.workdays):
            return None
        return next((each for each in self.holidays if each.first <= day <= each.last), None)

    def weekday(self, day: date) -> int | None:
        """Return the ISO weekday whose hours ``day`` has, ``None`` in a holiday."""
        if self.holiday(day):
            return None
        return next((each.like for each in self.workdays if each.date == day), day.isoweekday())

    def is_working_day(self, day: date) -> bool:
        """Say whether limits count ``day``: it has usual hours, extended ones alone do not make it one."""
        return any(not span.extended for span in self.spans(day))

    def spans(self, day: date) -> list[Span]:
        """Return when it is open on ``day``, in order and apart; what begins on ``day`` belongs to it.

        Hours of one kind that touch are one span; usual hours next to extended ones stay two.
        """
        weekday = self.weekday(day)
        return joined([self._span(each, day) for each in self.hours if weekday in each.days])

    def last_closing(self, day: date) -> datetime | None:
        """Return when ``day`` ends for its visitors, ``None`` if it is closed all day."""
        return max((span.closes for span in self.spans(day)), default=None)

    def open_span(self, at: datetime) -> Span | None:
        """Return the span that contains ``at``; the instant of closing is outside."""
        return next((span for _, span in self._spans_over(at)), None)

    def day_of(self, at: datetime) -> date:
        """Return the day to whose hours ``at`` belongs: past midnight the evening before while it is open."""
        return next((day for day, _ in self._spans_over(at)), self._local(at))

    def closing(self, at: datetime) -> datetime | None:
        """Return when the open time around ``at`` ends, ``None`` if it is closed at ``at``.

        Where one span follows another without pause, the end is the last one's. A place that does not
        close within a week answers an instant a week or more ahead.
        """
        span, end = self.open_span(at), None
        while span is not None:
            end = span.closes
            span = self.open_span(end) if end - at < NEVER_CLOSES else None
        return end

    def is_issuing(self, at: datetime, stops_min: float = 0) -> bool:
        """Say whether tickets are issued at ``at``; they stop ``stops_min`` minutes before each closing."""
        closing = self.closing(at)
        return closing is not None and at < closing - timedelta(minutes=stops_min)

    def next_opening(self, at: datetime, stops_min: float = 0, within_days: int = 60) -> datetime | None:
        """Return the first instant from ``at`` on at which tickets are issued, ``None`` if none comes."""
        if self.is_issuing(at, stops_min):
            return at.astimezone(UTC)
        first, latest = self._local(at) - DAY, at + timedelta(days=within_days)
        for ahead in range(within_days + 3):
            for span in self.spans(first + ahead * DAY):
                if at < span.opens <= latest and self.is_issuing(span.opens, stops_min):
                    return span.opens
        return None

    def why_closed(self, at: datetime, day: date | None = None) -> Closed:
        """Return why no ticket is issued at ``at``.

        Tickets that stop before a closing are told what comes next: the break, or the day's end.

        Args:
            day: The business date of ``at``; otherwise the local date counts.
        """
        day = day or self._local(at)
        if holiday := self.holiday(day):
            return Closed(WhyClosed.HOLIDAY, holiday.name)
        spans = self.spans(day)
        if not spans:
            return Closed(WhyClosed.NO_HOURS, {})
        if at < spans[0].opens:
            return Closed(WhyClosed.BEFORE, {})
        end = self.closing(at) or at
        return Closed(WhyClosed.BREAK if end < spans[-1].opens else WhyClosed.AFTER, {})

    def must_be_issuing(self, at: datetime, stops_min: float = 0, day: date | None = None) -> None:
        """Refuse if no tickets are issued at ``at``.

        Raises:
            QueueClosed: With ``why`` and ``opens_at`` (UTC text or ``None``), in a holiday also its name.
        """
        if self.is_issuing(at, stops_min):
            return
        opens_at = self.next_opening(at, stops_min)
        closed = self.why_closed(at, day)
        raise QueueClosed(
            opens_at=to_text(opens_at) if opens_at else None,
            why=closed.why.value,
            holiday=dict(closed.holiday),
        )

    def _local(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def _spans_over(self, at: datetime) -> Iterator[tuple[date, Span]]:
        today = self._local(at)
        for day in (today - DAY, today):
            for span in self.spans(day):
                if span.opens <= at < span.closes:
                    yield day, span

    def _span(self, hours: Hours, day: date) -> Span:
        last = day if hours.opens < hours.closes else day + DAY
        return Span(
            datetime.combine(day, hours.opens, self.zone).astimezone(UTC),
            datetime.combine(last, hours.closes, self.zone).astimezone(UTC),
            hours.extended,
        )
