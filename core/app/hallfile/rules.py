"""What must hold between the sections of a hall file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from core.app.hallfile.findings import LineOf, nearest
from core.app.hallfile.locate import Path
from core.app.hallfile.placed import Placed
from core.app.hallfile.sections import Profile, Row
from core.app.hallfile.table import Table
from core.domain.hall import Item, Matter, Queue, Reason, Tiers, Window, Zone
from core.domain.limits import Limit
from core.domain.numbering import PREFIX


def check_ids(entries: Iterable[Placed[Any]]) -> None:
    """No two entries have one id (reasons: one id and one act)."""
    first: dict[object, Table] = {}
    for entry in entries:
        value = entry.value
        name = (value.id, value.act) if isinstance(value, Reason) else value.id
        if not value.id:
            continue
        if name in first:
            entry.table.mistake("id", "hall.duplicate_id", id=value.id, first=LineOf(first[name].at("id")))
        first.setdefault(name, entry.table)


def check_calendars(entries: Iterable[Placed[Any]], calendars: set[str]) -> None:
    """The calendars that the entries name exist."""
    for entry in entries:
        check_name(entry.table, "calendar", "calendar", entry.value.calendar, calendars)


def check_name(
    table: Table, key: str, kind: str, found: str, known: Iterable[str], inside: Path = ()
) -> None:
    """A name used under ``key`` exists (a blank one was noted when it was read)."""
    names = list(known)
    if found.strip() and found not in names:
        hint = nearest(found, names)
        table.mistake_inside(key, inside, "hall.unknown_name", kind=kind, found=found, **hint)


def check_queues(queues: Sequence[Placed[Queue]], zones: set[str], departments: set[str]) -> None:
    """Queues stand in zones, belong to departments and have prefixes of their own."""
    first: dict[str, Placed[Queue]] = {}
    for entry in queues:
        queue, table = entry.value, entry.table
        check_name(table, "zone", "zone", queue.zone, zones)
        for department in queue.departments:
            check_name(table, "departments", "department", department, departments)
        if not queue.prefix.strip():
            continue
        if not PREFIX.match(queue.prefix):
            table.mistake("prefix", "hall.bad_prefix", found=queue.prefix)
        elif (other := first.setdefault(queue.prefix, entry)) is not entry:
            place = LineOf(other.table.at("prefix"))
            table.mistake(
                "prefix", "hall.duplicate_prefix", prefix=queue.prefix, other=other.value.id, first=place
            )


def check_names(zones: Sequence[Placed[Zone]], queues: Sequence[Placed[Queue]]) -> None:
    """Names are shown in zones in which somebody can be called."""
    called_in = {entry.value.zone for entry in queues}
    for entry in zones:
        if entry.value.masked_names and entry.value.id not in called_in:
            entry.table.mistake("masked_names", "hall.names_nobody")


def check_items(items: Sequence[Placed[Item]], queues: set[str], departments: set[str]) -> None:
    """Items lead to queues and belong to departments."""
    for entry in items:
        check_name(entry.table, "queue", "queue", entry.value.queue, queues)
        check_name(entry.table, "department", "department", entry.value.department, departments)
        _check_also(entry, queues)
        if _is_longer(entry.value.promised, entry.value.legal):
            entry.table.mistake("promised", "hall.promise_over_law")


def _check_also(entry: Placed[Item], queues: set[str]) -> None:
    """Other queues that handle an item exist, each once, and are others."""
    also = entry.value.also
    for place, queue in enumerate(also):
        check_name(entry.table, "also", "queue", queue, queues, (place,))
        if not queue.strip():
            entry.table.mistake_inside("also", (place,), "hall.empty", expected="the id of a queue")
        elif queue in (entry.value.queue, *also[:place]):
            entry.table.mistake_inside("also", (place,), "hall.named_twice", found=queue)


def _is_longer(promised: Limit | None, legal: Limit | None) -> bool:
    """Return whether the promise is surely longer than the law allows; 0 is shortest in any unit."""
    if promised is None or legal is None or not promised.amount:
        return False
    return (promised.unit is legal.unit or not legal.amount) and promised.amount > legal.amount


def check_matters(matters: Sequence[Placed[Matter]], queues: set[str], departments: set[str]) -> None:
    """Matters are led by departments; their steps name queues, each once, and the first goes nowhere back."""
    for entry in matters:
        check_name(entry.table, "lead", "department", entry.value.lead, departments)
        for place, stage in enumerate(entry.value.stages):
            inside = (place, "queues")
            for at, queue in enumerate(stage.queues):
                check_name(entry.table, "steps", "queue", queue, queues, inside)
                if queue in stage.queues[:at]:
                    entry.table.mistake_inside("steps", inside, "hall.named_twice", found=queue)
        if entry.value.stages and entry.value.stages[0].back:
            entry.table.mistake_inside("steps", (0, "back"), "hall.back_first")


def check_tiers(table: Table, tiers: Tiers, queues: set[str]) -> None:
    """Tiers name queues that exist, each once."""
    named = [queue for tier in tiers for queue in tier.queues]
    for place, queue in enumerate(named):
        check_name(table, "tiers", "queue", queue, queues)
        if queue in named[:place]:
            table.mistake("tiers", "hall.named_twice", found=queue)


def build_windows(
    rows: Sequence[Placed[Row]], profiles: Sequence[Placed[Profile]], zones: set[str], queues: set[str]
) -> list[Window]:
    """Return the windows by number; each is described once, in a zone, with queues that exist."""
    tiers_of = {entry.value.id: entry.value.tiers for entry in profiles}
    for profile in profiles:
        check_tiers(profile.table, profile.value.tiers or (), queues)
    windows: dict[int, tuple[Window, Table]] = {}
    for entry in rows:
        row, table = entry.value, entry.table
        check_name(table, "zone", "zone", row.zone, zones)
        check_name(table, "profile", "profile", row.profile, tiers_of)
        check_tiers(table, row.tiers or (), queues)
        tiers = row.tiers or tiers_of.get(row.profile) or ()
        for number in row.numbers:
            if number in windows:
                place = LineOf(windows[number][1].at("numbers"))
                table.mistake("numbers", "hall.duplicate_window", number=number, first=place)
            window = Window(number, row.zone, tiers, row.calendar, row.acts)
            windows.setdefault(number, (window, table))
    return [windows[number][0] for number in sorted(windows)]


def check_served(
    queues: Sequence[Placed[Queue]], rows: Sequence[Placed[Row]], profiles: Sequence[Placed[Profile]]
) -> None:
    """Every queue is served by a window; not asked while it is unknown what a window serves."""
    tiers_of = {entry.value.id: entry.value.tiers for entry in profiles}
    served_by = [entry.value.tiers or tiers_of.get(entry.value.profile) for entry in rows]
    if any(tiers is None for tiers in served_by):
        return
    tiers = [tier for tiers in served_by for tier in tiers or ()]
    served = {queue for tier in tiers for queue in tier.queues}
    for entry in queues:
        if entry.value.id and entry.value.id not in served:
            entry.table.findings.add(entry.table.path, "hall.unserved_queue", queue=entry.value.id)


def check_time_zone(table: Table, found: str) -> None:
    """The time zone is one that this machine knows."""
    if not found.strip():
        return
    try:
        ZoneInfo(found)
    except (LookupError, ValueError, OSError):
        known = sorted(available_timezones())
        table.mistake("time_zone", "hall.time_zone", found=found, **nearest(found, known))


def check_stated(table: Table, counts: Mapping[str, int | None]) -> None:
    """The figures that the hall states of itself are those of the file (``None``: not known)."""
    for name, count in counts.items():
        stated = table.whole(name, "a whole number")
        if None not in (stated, count) and stated != count:
            table.mistake(name, "hall.stated", stated=stated, found=count)
    table.finish()
