"""From the tables of a hall file to the hall, with every rule between its sections checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from core.app.hallfile import rules, sections
from core.app.hallfile.findings import Findings
from core.app.hallfile.sections import LEVELS, Placed, Profile, Row
from core.app.hallfile.table import Table, describe
from core.domain.calendar import Hours
from core.domain.hall import Department, Hall, Item, Queue, Reason, VisitorClass, Voice, Window, Zone

SCHEMA = 1
DAY_STARTS = time(4, 0)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Sections:
    """The entries of the file, each with its place."""

    zones: list[Placed[Zone]]
    departments: list[Placed[Department]]
    queues: list[Placed[Queue]]
    items: list[Placed[Item]]
    profiles: list[Placed[Profile]]
    rows: list[Placed[Row]]
    classes: list[Placed[VisitorClass]]
    reasons: list[Placed[Reason]]
    hours: list[Placed[Hours]]


def assemble(file: Table) -> tuple[Hall, Mapping[str, int]]:
    """Return the hall, and how many entries of each section are assumed.

    Mistakes go to the table's findings; with any of them the hall is not to be used.
    """
    _check_schema(file)
    table = _section(file, "hall")
    languages = table.languages()
    entries = _read_sections(file, languages)
    windows = _check(entries)
    hall = _hall(table, languages, entries, windows, _voice(file, languages))
    table.finish()
    _stated(file, hall, is_numbered=all(row.value.numbers for row in entries.rows))
    file.finish()
    return hall, _assumed(entries)


def _read_sections(file: Table, languages: Sequence[str]) -> _Sections:
    return _Sections(
        zones=_entries(file, "zones", sections.read_zone, languages),
        departments=_entries(file, "departments", sections.read_department, languages),
        queues=_entries(file, "queues", sections.read_queue, languages),
        items=_entries(file, "items", sections.read_item, languages, required=False),
        profiles=_entries(file, "profiles", sections.read_profile, languages, required=False),
        rows=_entries(file, "windows", sections.read_row, languages),
        classes=_entries(file, "classes", sections.read_class, languages),
        reasons=_entries(file, "reasons", sections.read_reason, languages),
        hours=_hours(file, languages),
    )


def _check(e: _Sections) -> list[Window]:
    for placed in (e.zones, e.departments, e.queues, e.items, e.profiles, e.classes, e.reasons):
        rules.check_ids(placed)
    zones, departments, queues = _ids(e.zones), _ids(e.departments), _ids(e.queues)
    rules.check_queues(e.queues, zones, departments)
    rules.check_items(e.items, queues, departments)
    rules.check_served(e.queues, e.rows, e.profiles)
    rules.check_hours(e.hours)
    return rules.build_windows(e.rows, e.profiles, zones, queues)


def _hall(
    table: Table, languages: tuple[str, ...], entries: _Sections, windows: Sequence[Window], voice: Voice
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
        notice=table.words("notice", languages, required=False),
        passed_rule=table.words("passed_rule", languages, required=False),
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


def _entries(
    file: Table,
    name: str,
    read: Callable[[Table, Sequence[str]], T],
    languages: Sequence[str],
    *,
    required: bool = True,
) -> list[Placed[T]]:
    placed = []
    for table in file.entries(name, required=required):
        placed.append(Placed(read(table, languages), table))
        table.finish()
    return placed


def _hours(file: Table, languages: Sequence[str]) -> list[Placed[Hours]]:
    entries = _entries(file, "hours", sections.read_hours, languages)
    return [Placed(entry.value, entry.table) for entry in entries if entry.value is not None]


def _voice(file: Table, languages: Sequence[str]) -> Voice:
    table = _section(file, "voice")
    voice = sections.read_voice(table)
    rules.check_voice(table, voice, languages)
    table.finish()
    return voice


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


def _assumed(entries: _Sections) -> Mapping[str, int]:
    """Return how many are assumed; of the windows each one counts, not each row of them."""
    e = entries
    counts: Counter[str] = Counter()
    for placed in (e.zones, e.departments, e.queues, e.items, e.classes, e.reasons, e.hours):
        counts.update(str(entry.table.path[0]) for entry in placed if entry.table.is_assumed)
    counts["windows"] = sum(len(row.value.numbers) for row in e.rows if row.table.is_assumed)
    return {section: count for section, count in counts.items() if count}


def _ids(placed: Sequence[Placed[Zone | Department | Queue]]) -> set[str]:
    return {entry.value.id for entry in placed} - {""}


def _values(placed: Sequence[Placed[T]]) -> tuple[T, ...]:
    return tuple(entry.value for entry in placed)
