"""From the tables of a hall file to the hall, with every rule between its sections checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any, TypeVar

from core.app.hallfile import rules, time_rules
from core.app.hallfile.consoles import read_console
from core.app.hallfile.entries import Entries, read_entries
from core.app.hallfile.findings import Findings
from core.app.hallfile.kinds import describe
from core.app.hallfile.kiosks import Machines, check_kiosks, read_kiosks
from core.app.hallfile.layouts import check_layouts, read_layouts
from core.app.hallfile.placed import Placed
from core.app.hallfile.results import read_result_days
from core.app.hallfile.run_by import read_rules
from core.app.hallfile.screens import check_screens, read_screens
from core.app.hallfile.sections import LEVELS
from core.app.hallfile.slips import read_slip
from core.app.hallfile.sms import check_sms, read_sms
from core.app.hallfile.table import Table
from core.app.hallfile.times import read_bookings
from core.app.hallfile.voices import read_voice
from core.domain.booking import BookingRules
from core.domain.calendar import Hours
from core.domain.hall import Hall, Voice, Window
from core.domain.rules import USUAL, Rules

SCHEMA = 1
DAY_STARTS = time(4, 0)
RATING_DAYS_MOST = 366
RATING_ANSWER_S = (20, 300)
"""Who reads slowly needs the time; longer than the core takes a rating, nobody is asked."""

T = TypeVar("T")


def assemble(file: Table) -> tuple[Hall, Mapping[str, int]]:
    """Return the hall, and how many entries of each section are assumed.

    Mistakes go to the table's findings; with any of them the hall is not to be used.
    """
    _check_schema(file)
    table = _section(file, "hall")
    languages = table.languages()
    run_by = _rules(file)
    entries = read_entries(file, languages, run_by)
    windows = _check(entries)
    bookings, voice = _bookings(file, entries), _voice(file, languages)
    hall = replace(
        _hall(table, languages, entries, windows, run_by, bookings, voice), slip=read_slip(file, languages)
    )
    table.finish()
    hall = _with_sms(file, hall)
    machines = read_kiosks(file)
    check_kiosks(machines, hall)
    hall = replace(
        hall, kiosk_rules=machines.rules, kiosks=_values(machines.named), caller=read_console(file)
    )
    hall = _with_screens(file, replace(hall, result_days=read_result_days(file)))
    _stated(file, hall, is_numbered=all(row.value.numbers for row in entries.rows))
    file.finish()
    return hall, _assumed(entries, machines)


def _check(e: Entries) -> list[Window]:
    named: tuple[Sequence[Placed[Any]], ...] = (
        e.zones, e.departments, e.queues, e.items, e.matters, e.materials, e.profiles, e.classes, e.reasons,
        e.calendars,
    )  # fmt: skip
    for placed in named:
        rules.check_ids(placed)
    zones, departments, queues = _ids(e.zones), _ids(e.departments), _ids(e.queues)
    rules.check_queues(e.queues, zones, departments)
    rules.check_names(e.zones, e.queues)
    rules.check_items(e.items, queues, departments)
    rules.check_matters(e.matters, queues, departments)
    rules.check_served(e.queues, e.rows, e.profiles)
    rules.check_calendars([*e.zones, *e.queues, *e.rows], _ids(e.calendars))
    for slots in e.slots:
        rules.check_name(slots.table, "queue", "queue", slots.value.queue, queues)
    _check_times(e)
    return rules.build_windows(e.rows, e.profiles, zones, queues)


def _check_times(e: Entries) -> None:
    time_rules.check_overlap(e.hours)
    for rows in e.calendar_hours:
        time_rules.check_overlap(rows)
    time_rules.check_holidays(e.holidays)
    time_rules.check_workdays(e.workdays)
    time_rules.check_slots(e.slots, _hours_of_queues(e))


def _hours_of_queues(e: Entries) -> Mapping[str, Sequence[Hours]]:
    calendars = {entry.value.id: entry.value.hours for entry in e.calendars}
    by_zone = {entry.value.id: entry.value.calendar for entry in e.zones}
    own = [entry.value for entry in e.hours]
    hours = {}
    for entry in e.queues:
        named = entry.value.calendar or by_zone.get(entry.value.zone, "")
        hours[entry.value.id] = calendars.get(named, ()) if named else own
    return hours


def _hall(
    table: Table,
    languages: tuple[str, ...],
    entries: Entries,
    windows: Sequence[Window],
    run_by: Rules,
    bookings: BookingRules,
    voice: Voice,
) -> Hall:
    table.flag("bo_reviewed", default=True)
    return Hall(
        id=table.identifier(),
        name=table.words("name", languages),
        languages=languages,
        time_zone=_time_zone(table),
        zones=_values(entries.zones),
        departments=_values(entries.departments),
        queues=_values(entries.queues),
        items=_values(entries.items),
        windows=tuple(windows),
        classes=_values(entries.classes),
        reasons=_values(entries.reasons),
        hours=_values(entries.hours),
        voice=voice,
        day_starts=table.clock("day_starts", DAY_STARTS) or DAY_STARTS,
        phone=table.text("phone", "a phone number", default=""),
        complaint_phone=table.text("complaint_phone", "a phone number", default=""),
        notice=table.words("notice", languages, required=False),
        passed_rule=table.words("passed_rule", languages, required=False),
        matters=_values(entries.matters),
        calendars=_values(entries.calendars),
        holidays=_values(entries.holidays),
        workdays=_values(entries.workdays),
        keeps_hours=table.flag("keeps_hours", default=True),
        rules=run_by,
        bookings=bookings,
        slots=_values(entries.slots),
        notices=_values(entries.notices),
        rating_days=table.count("rating_days", 7, most=RATING_DAYS_MOST),
        rating_text_days=table.count("rating_text_days", 30, most=RATING_DAYS_MOST),
        rating_answer_s=table.count("rating_answer_s", 60, least=RATING_ANSWER_S[0], most=RATING_ANSWER_S[1]),
    )


def _check_schema(file: Table) -> None:
    file.asked.add("schema")
    found = file.values.get("schema", "nothing")
    if found != SCHEMA or isinstance(found, bool):
        shown = found if found == "nothing" else describe(found)
        file.mistake("schema", "hall.schema", expected=SCHEMA, found=shown)


def _section(file: Table, name: str) -> Table:
    if name not in file.values:
        file.findings.add((), "hall.missing_key", name=f"[{name}]", expected="a table")
    table = file.inner(name)
    return table or Table({}, (name,), Findings({}))


def _rules(file: Table) -> Rules:
    table = file.inner("rules")
    if table is None:
        return USUAL
    read = read_rules(table, USUAL)
    table.finish()
    return read


def _bookings(file: Table, entries: Entries) -> BookingRules:
    table = file.inner("bookings")
    if table is None:
        return BookingRules()
    bookings = read_bookings(table)
    rules.check_name(table, "visitor_class", "class", bookings.visitor_class, _ids(entries.classes))
    table.finish()
    return bookings


def _voice(file: Table, languages: Sequence[str]) -> Voice:
    table = _section(file, "voice")
    voice = read_voice(table, languages)
    table.finish()
    return voice


def _with_sms(file: Table, hall: Hall) -> Hall:
    table = file.inner("sms")
    if table is None:
        return hall
    hall = replace(hall, sms=read_sms(table, hall.languages))
    check_sms(table, hall)
    table.finish()
    return hall


def _with_screens(file: Table, hall: Hall) -> Hall:
    layouts, screens = read_layouts(file), read_screens(file)
    check_layouts(layouts)
    hall = replace(hall, layouts=_values(layouts), screens=_values(screens))
    check_screens(screens, hall)
    return hall


def _time_zone(table: Table) -> str:
    found = table.text("time_zone", 'a time zone, e.g. "Asia/Shanghai"')
    rules.check_time_zone(table, found)
    return found


def _stated(file: Table, hall: Hall, *, is_numbered: bool) -> None:
    table = file.inner("stated")
    if table is None:
        return
    levels = Counter(department.level for department in hall.departments)
    counts = {
        "zones": len(hall.zones),
        "windows": len(hall.windows) if is_numbered else None,
        "departments": len(hall.departments),
        **{f"departments_{level}": levels[level] for level in LEVELS},
        "queues": len(hall.queues),
        "items": len(hall.items),
    }
    rules.check_stated(table, counts)


def _assumed(e: Entries, machines: Machines) -> Mapping[str, int]:
    """Return how many are assumed; of the windows each one counts, not each row of them."""
    counts: Counter[str] = Counter()
    for placed in (*e.told, machines.named):
        counts.update(str(entry.table.path[0]) for entry in placed if entry.table.is_assumed)
    counts["windows"] = sum(len(row.value.numbers) for row in e.rows if row.table.is_assumed)
    return {section: count for section, count in counts.items() if count}


def _ids(placed: Sequence[Placed[Any]]) -> set[str]:
    return {entry.value.id for entry in placed} - {""}


def _values(placed: Sequence[Placed[T]]) -> tuple[T, ...]:
    return tuple(entry.value for entry in placed)
