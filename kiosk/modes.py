"""What a kiosk is for at each time of the week, and when that changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QObject

from core.domain.calendar import DAY, Hours, Schedule
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, Mode, mode_at, offers_queue
from core.domain.opening import Span, joined
from kiosk.session import Session

LOOKS_AHEAD = timedelta(days=30)
"""What comes later is not said: the longest holidays and what lies around them are shorter."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the mode is one and the same.

    Attributes:
        ends: When another mode begins, UTC; ``None``: not within :data:`LOOKS_AHEAD`.
        numbers_from: When numbers are taken here; ``None``: now, or not within that time.
    """

    mode: Mode
    ends: datetime | None = None
    numbers_from: datetime | None = None


def stretch_at(rules: KioskRules, hall: Hall, now: datetime) -> Stretch:
    """Return the mode of a kiosk at an instant, and until when it has that."""
    mode, ends = mode_at(rules, hall, now), None
    for at in _changes(rules, hall, now):
        then = mode_at(rules, hall, at)
        if ends is None and then is not mode:
            ends = at
        if ends is not None and Mode.TICKET in (mode, then):
            return Stretch(mode, ends, at if mode is not Mode.TICKET else None)
    return Stretch(mode, ends)


def hours_on(rules: KioskRules, hall: Hall, day: date) -> list[Span]:
    """Return when something that the kiosk offers is open on a day."""
    return joined(span._replace(extended=False) for each in _offered(rules, hall) for span in each.spans(day))


def _changes(rules: KioskRules, hall: Hall, now: datetime) -> Iterator[datetime]:
    """Give the instants after ``now`` at which the mode may change, in order."""
    places = [*_offered(rules, hall), *(_of(each.hours, hall) for each in rules.times)]
    first = now.astimezone(hall.zone_info).date() - DAY
    found: set[datetime] = set()
    for ahead in range(LOOKS_AHEAD.days + 2):
        day = first + ahead * DAY
        found |= {at for place in places for span in place.spans(day) for at in span[:2] if at > now}
        # What begins on a later day is later: only what is over before that day is in order already.
        begins = datetime.combine(day + DAY, datetime.min.time(), hall.zone_info).astimezone(UTC)
        due = sorted(at for at in found if at < begins)
        found -= set(due)
        yield from due


def _offered(rules: KioskRules, hall: Hall) -> list[Schedule]:
    queues = [queue for queue in hall.queues if offers_queue(rules, hall, queue)]
    calendars = sorted({hall.calendar_of(queue.id) for queue in queues})
    return [hall.schedule(each) for each in calendars]


def _of(hours: Hours, hall: Hall) -> Schedule:
    return Schedule((hours,), hall.holidays, hall.workdays, hall.zone_info)


class Modes(QObject):
    """Gives the session its mode, on the minute; while somebody is here it stays as it is."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: tuple[KioskRules, Hall, datetime] | None = None
        self._rests = False
        session.changed.connect(self._look)
        session.ticked.connect(self._look)
        session.ended.connect(self._look)
        self._look()

    def rest(self) -> None:
        """Leave the mode to whoever paints pages, from now on: a picture of the evening is painted by day."""
        self._rests = True

    def _look(self) -> None:
        inputs = self._session.inputs
        if self._rests or inputs.hall is None or inputs.now is None or not self._session.idle:
            return
        seen = (inputs.rules, inputs.hall, inputs.now)
        # Halls are large: they are told apart by what they are, not by what is in them.
        if self._seen is None or any(one is not other for one, other in zip(seen, self._seen, strict=True)):
            self._seen = seen
            self._take(stretch_at(*seen))

    def _take(self, stretch: Stretch) -> None:
        session, was = self._session, self._session.inputs.start
        session.update(mode=stretch.mode, mode_ends=stretch.ends, numbers_from=stretch.numbers_from)
        if session.inputs.start != was:
            session.update(pages=session.inputs.start)
