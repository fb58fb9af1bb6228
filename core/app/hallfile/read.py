"""A hall file read whole: the hall, or every mistake at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import TypeVar

from core.app.hallfile import rules, sections
from core.app.hallfile.findings import Findings
from core.app.hallfile.mistake import HallFileInvalid, Mistake
from core.app.hallfile.pinyin import spell_all
from core.app.hallfile.sections import LEVELS, Placed
from core.app.hallfile.syntax import decode, parse
from core.app.hallfile.table import Table, describe
from core.domain.hall import Department, Hall, Hours, Item, Queue, Voice, Zone

SCHEMA = 1
COLLECTIONS = (
    "zones",
    "departments",
    "queues",
    "items",
    "profiles",
    "windows",
    "classes",
    "reasons",
    "hours",
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """What came of reading a hall file.

    Attributes:
        hall: The hall, ``None`` if there are mistakes.
        assumed: Section to how many of its entries are marked ``assumed``.
    """

    hall: Hall | None
    mistakes: tuple[Mistake, ...] = ()
    assumed: Mapping[str, int] = field(default_factory=dict)


def load(source: str | Path) -> Hall:
    """Return the hall of a hall file: its text, or the path of the file.

    Raises:
        HallFileInvalid: The file has mistakes; it carries all of them.
        OSError: There is no such file, or it cannot be read.
    """
    report = examine(source)
    if report.hall is None:
        raise HallFileInvalid(report.mistakes)
    return report.hall


def check(source: str | Path) -> list[Mistake]:
    """Return every mistake of a hall file, in the order of the lines."""
    return list(examine(source).mistakes)


def examine(source: str | Path) -> Report:
    """Return the hall or its mistakes, and how much of it is assumed."""
    try:
        text = source if isinstance(source, str) else decode(source.read_bytes())
        values = parse(text)
    except HallFileInvalid as invalid:
        return Report(None, invalid.mistakes)
    findings = Findings(values)
    hall, assumed = _read(Table(values, (), findings))
    mistakes = findings.mistakes(text)
    return Report(None if mistakes else _with_pinyin(hall), tuple(mistakes), assumed)


def _read(file: Table) -> tuple[Hall, Mapping[str, int]]:
    _check_schema(file)
    table = _section(file, "hall")
    languages = table.languages()
    zones = _entries(file, "zones", sections.read_zone, languages)
    departments = _entries(file, "departments", sections.read_department, languages)
    queues = _entries(file, "queues", sections.read_queue, languages)
    items = _entries(file, "items", sections.read_item, languages, required=False)
    profiles = _entries(file, "profiles", sections.read_profile, languages, required=False)
    rows = _entries(file, "windows", sections.read_row, languages)
    classes = _entries(file, "classes", sections.read_class, languages)
    reasons = _entries(file, "reasons", sections.read_reason, languages)
    hours = _hours(file, languages)
    for placed in (zones, departments, queues, items, profiles, classes, reasons):
        rules.check_ids(placed)
    zone_ids, department_ids = _ids(zones), _ids(departments)
    rules.check_queues(queues, zone_ids, department_ids)
    rules.check_items(items, _ids(queues), department_ids)
    windows = rules.build_windows(rows, profiles, zone_ids, _ids(queues))
    rules.check_served(queues, rows, profiles)
    rules.check_hours(hours)
    voice = _voice(file, languages)
    hall = Hall(
        id=table.identifier(),
        name=table.words("name", languages),
        languages=languages,
        time_zone=_time_zone(table),
        zones=_values(zones),
        departments=_values(departments),
        queues=_values(queues),
        items=_values(items),
        windows=tuple(windows),
        classes=_values(classes),
        reasons=_values(reasons),
        hours=_values(hours),
        voice=voice,
        day_starts=table.clock("day_starts", time(4, 0)) or time(4, 0),
        phone=table.text("phone", "a phone number", default=""),
        notice=table.words("notice", languages, required=False),
        passed_rule=table.words("passed_rule", languages, required=False),
    )
    table.flag("bo_reviewed", default=True)
    table.finish()
    _stated(file, hall, is_numbered=all(row.value.numbers for row in rows))
    file.finish()
    return hall, _assumed(zones, departments, queues, items, classes, reasons, hours, rows=rows)


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


def _with_pinyin(hall: Hall) -> Hall:
    """Return the hall with the pinyin of every item that the file gave none."""
    lacking = [item.name["zh"] for item in hall.items if not item.pinyin and "zh" in item.name]
    spelled = spell_all(lacking)

    def fill(item: Item) -> Item:
        if item.pinyin or "zh" not in item.name:
            return item
        pinyin, initials = spelled[item.name["zh"]]
        return replace(item, pinyin=pinyin, initials=initials)

    return replace(hall, items=tuple(fill(item) for item in hall.items))


def _assumed(*placed: Sequence[Placed[object]], rows: Sequence[Placed[sections.Row]]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for entry in (entry for entries in placed for entry in entries):
        counts[str(entry.table.path[0])] += entry.table.is_assumed
    for row in rows:
        counts["windows"] += row.table.is_assumed * len(row.value.numbers)
    return {section: count for section, count in counts.items() if count}


def _ids(placed: Sequence[Placed[Zone | Department | Queue]]) -> set[str]:
    return {entry.value.id for entry in placed} - {""}


def _values(placed: Sequence[Placed[T]]) -> tuple[T, ...]:
    return tuple(entry.value for entry in placed)
