"""A hall as a hall file: the file it was read from as long as that says the same, else one written anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import groupby
from typing import Any

from core.app.hallfile import export_catalogue as catalogue
from core.app.hallfile.export_kiosks import kiosk_lines
from core.app.hallfile.export_screens import screen_lines
from core.app.hallfile.export_slip import slip_lines
from core.app.hallfile.ranges import numbers_text, tiers_text
from core.app.hallfile.read import examine
from core.app.hallfile.sms import sms_values
from core.app.hallfile.toml_text import entries, table
from core.app.hallfile.voices import voice_values
from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Calendar, Holiday, Hours
from core.domain.hall import Hall, Proof, Queue, VisitorClass, Window, Zone
from core.domain.result import KEEP_DAYS
from core.domain.rules import USUAL, Rules

WIDTH = 72
WRITTEN_ANEW = (
    "Written from what the hall's core knows. What a hall file says beside that is lost: comments, profiles,",
    "what is assumed or stated, whether the Tibetan was reviewed.",
)

Values = dict[str, Any]


def export(hall: Hall, source: str | None = None, note: str = "") -> str:
    """Return a hall file that reads as ``hall``.

    Args:
        source: The hall file that was imported last; it comes back as it is if it says the same.
        note: When and from what it was exported, for the first lines of a file written anew.
    """
    if source is not None and examine(source).hall == hall:
        return source
    names = (hall.name[language] for language in hall.languages)
    head = [*names, "", *note.splitlines(), *WRITTEN_ANEW]
    return "\n".join([*map(_comment, head), "", "schema = 1", "", *_sections(hall)])


def _comment(line: str) -> str:
    # TOML allows no control character in a comment, and a line must stay one.
    return f"# {''.join(filter(str.isprintable, line))}".rstrip()


def _sections(hall: Hall) -> Iterator[str]:
    yield from table("hall", _hall(hall))
    yield from _given("rules", _rules(hall.rules, USUAL))
    yield from _titled("Zones", entries("zones", map(_zone, hall.zones)))
    yield from _titled("Departments", _departments(hall))
    yield from _titled("Queues", _queues(hall))
    yield from _titled("Windows", entries("windows", _windows(hall)))
    yield from _titled("Catalogue", list(catalogue.lines(hall)))
    yield from _titled("Visitors", [*entries("classes", map(_class, hall.classes)), *_reasons(hall)])
    yield from _titled("Times", list(_times(hall)))
    yield from _given("bookings", _bookings(hall.bookings))
    if hall.slots:
        yield from entries("slots", map(_slots, hall.slots))
    yield from _titled("Kiosks and notices", list(kiosk_lines(hall)))
    yield from _titled("Screens", list(screen_lines(hall)))
    if hall.caller.acts is not None:
        yield from _titled("Consoles", table("caller", {"acts": hall.caller.acts}))
    if hall.result_days != KEEP_DAYS:
        yield from _titled("Results", table("results", {"keep_days": hall.result_days}))
    yield from _titled("Voice", table("voice", voice_values(hall.voice))[: None if hall.slip else -1])
    if hall.slip:
        yield from _titled("Slip", slip_lines(hall.slip))
    yield ""
    yield from _given("sms", sms_values(hall.sms))


def _titled(title: str, lines: list[str]) -> list[str]:
    return [f"# --- {title} ".ljust(WIDTH, "-"), *lines] if lines else []


def _given(name: str, values: Values) -> list[str]:
    return table(name, values) if values else []


def _hall(hall: Hall) -> Values:
    values: Values = {"id": hall.id, "name": hall.name, "languages": hall.languages}
    if "bo" in hall.languages:
        # The core does not know whether a native speaker has read it; nobody is told that one has.
        values["bo_reviewed"] = False
    values |= {"time_zone": hall.time_zone, "day_starts": hall.day_starts}
    if not hall.keeps_hours:
        values["keeps_hours"] = False
    values |= {"rating_days": hall.rating_days, "rating_text_days": hall.rating_text_days}
    if hall.rating_answer_s != Hall.rating_answer_s:
        values["rating_answer_s"] = hall.rating_answer_s
    phones = _said(phone=hall.phone, complaint_phone=hall.complaint_phone)
    return values | phones | _said(notice=hall.notice, passed_rule=hall.passed_rule)


def _zone(zone: Zone) -> Values:
    floor = {} if zone.floor is None else {"floor": zone.floor}
    names = {"masked_names": True} if zone.masked_names else {}
    return {"id": zone.id, "name": zone.name, **floor, **_said(calendar=zone.calendar), **names}


def _departments(hall: Hall) -> list[str]:
    lines: list[str] = []
    for level, group in groupby(hall.departments, lambda each: each.level):
        rows = ({"id": each.id, "name": each.name} for each in group)
        lines += entries("departments", rows, {"level": level})
    return lines


def _queues(hall: Hall) -> list[str]:
    lines: list[str] = []
    for zone, group in groupby(hall.queues, lambda each: each.zone):
        lines += entries("queues", [_queue(each, hall.rules) for each in group], {"zone": zone})
    return lines


def _queue(queue: Queue, halls: Rules) -> Values:
    return {"id": queue.id, "prefix": queue.prefix, "name": queue.name} | _said(
        departments=queue.departments,
        calendar=queue.calendar,
        rules=_rules(queue.rules, halls) if queue.rules else {},
    )


def _rules(rules: Rules, otherwise: Rules) -> Values:
    return {
        each.name: getattr(rules, each.name)
        for each in fields(Rules)
        if getattr(rules, each.name) != getattr(otherwise, each.name)
    }


def _windows(hall: Hall) -> Iterator[Values]:
    def run_as(window: Window) -> Values:
        tiers = {"tiers": tiers_text(window.tiers)}
        acts = {} if window.acts is None else {"acts": window.acts}
        return {"zone": window.zone, **tiers, **_said(calendar=window.calendar), **acts}

    for values, group in groupby(sorted(hall.windows, key=lambda each: each.number), run_as):
        yield {"numbers": numbers_text([each.number for each in group]), **values}


def _class(visitor_class: VisitorClass) -> Values:
    values: Values = {"id": visitor_class.id, "name": visitor_class.name}
    if visitor_class.weight != 1:
        values["weight"] = visitor_class.weight
    if visitor_class.proof is not Proof.CHOICE:
        values["proof"] = visitor_class.proof.value
    return values | _said(head_start_min=visitor_class.head_start_min, age_from=visitor_class.age_from)


def _reasons(hall: Hall) -> list[str]:
    lines: list[str] = []
    for act, group in groupby(hall.reasons, lambda each: each.act):
        lines += entries("reasons", ({"id": each.id, "name": each.name} for each in group), {"act": act})
    return lines


def _times(hall: Hall) -> Iterator[str]:
    yield from entries("hours", map(_hours, hall.hours))
    for calendar in hall.calendars:
        yield from _calendar(calendar)
    if hall.holidays:
        yield from entries("holidays", map(_holiday, hall.holidays))
    if hall.workdays:
        yield from entries("workdays", ({"date": each.date, "like": each.like} for each in hall.workdays))


def _calendar(calendar: Calendar) -> list[str]:
    rows = [f"  {line.strip()}" for line in entries("hours", map(_hours, calendar.hours))[2:-2]]
    return ["[[calendars]]", f'id = "{calendar.id}"', "hours = [", *rows, "]", ""]


def _hours(hours: Hours) -> Values:
    values = {"days": hours.days, **_from_until(hours)}
    return values | {"extended": True} if hours.extended else values


def _from_until(row: Hours | Slots) -> Values:
    midnight = {"past_midnight": True} if row.closes <= row.opens else {}
    return {"opens": row.opens, "closes": row.closes, **midnight}


def _holiday(holiday: Holiday) -> Values:
    last = {} if holiday.last == holiday.first else {"last": holiday.last}
    return {"first": holiday.first, **last, "name": holiday.name}


def _bookings(bookings: BookingRules) -> Values:
    usual = BookingRules()
    values = {
        each.name: getattr(bookings, each.name)
        for each in fields(BookingRules)
        if getattr(bookings, each.name) != getattr(usual, each.name)
    }
    if "ratio" in values:
        values["ratio"] = "{}:{}".format(*bookings.ratio)
    return values


def _slots(slots: Slots) -> Values:
    size = {"minutes": slots.minutes, "quota": slots.quota}
    return {"queue": slots.queue, "days": slots.days, **_from_until(slots), **size}


def _said(**values: Any) -> Values:
    return {name: value for name, value in values.items() if value}
