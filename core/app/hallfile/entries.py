"""The entries of a hall file, section by section, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from core.app.hallfile import catalogue, sections, times
from core.app.hallfile.notices import read_notice
from core.app.hallfile.placed import Languages, Placed
from core.app.hallfile.sections import Profile, Row
from core.app.hallfile.table import Table
from core.domain.booking import Slots
from core.domain.calendar import Calendar, Holiday, Hours, Workday
from core.domain.hall import Department, Item, Material, Matter, Queue, Reason, VisitorClass, Zone
from core.domain.notice import Notice
from core.domain.rules import Rules

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entries:
    """What the file describes, before it is checked against each other.

    Attributes:
        materials: The papers described once for all items.
        calendar_hours: The hours of each calendar.
    """

    zones: list[Placed[Zone]]
    departments: list[Placed[Department]]
    queues: list[Placed[Queue]]
    materials: list[Placed[Material]]
    items: list[Placed[Item]]
    matters: list[Placed[Matter]]
    profiles: list[Placed[Profile]]
    rows: list[Placed[Row]]
    classes: list[Placed[VisitorClass]]
    reasons: list[Placed[Reason]]
    hours: list[Placed[Hours]]
    calendars: list[Placed[Calendar]]
    calendar_hours: list[Sequence[Placed[Hours]]]
    holidays: list[Placed[Holiday]]
    workdays: list[Placed[Workday]]
    slots: list[Placed[Slots]]
    notices: list[Placed[Notice]]

    @property
    def told(self) -> tuple[Sequence[Placed[Any]], ...]:
        """Every section whose entries may be assumed, but the windows."""
        return (
            self.zones, self.departments, self.queues, self.materials, self.items, self.matters, self.classes,
            self.reasons, self.hours, self.calendars, self.holidays, self.workdays, self.slots, self.notices,
        )  # fmt: skip


def read_entries(file: Table, languages: Languages, run_by: Rules) -> Entries:
    """Return the entries of every section; ``run_by`` are the rules of the hall."""
    read = partial(_entries, file, languages)
    materials = read("materials", catalogue.read_material, required=False)
    papers = {entry.value.id: entry.value for entry in materials}
    calendars = read("calendars", times.read_calendar, required=False)
    return Entries(
        zones=read("zones", sections.read_zone),
        departments=read("departments", sections.read_department),
        queues=read("queues", partial(sections.read_queue, halls=run_by)),
        materials=materials,
        items=read("items", partial(catalogue.read_item, papers=papers), required=False),
        matters=read("matters", catalogue.read_matter, required=False),
        profiles=read("profiles", sections.read_profile, required=False),
        rows=read("windows", sections.read_row),
        classes=read("classes", sections.read_class),
        reasons=read("reasons", sections.read_reason),
        hours=_good(read("hours", times.read_hours)),
        calendars=[Placed(entry.value[0], entry.table) for entry in calendars],
        calendar_hours=[entry.value[1] for entry in calendars],
        holidays=_good(read("holidays", times.read_holiday, required=False)),
        workdays=_good(read("workdays", times.read_workday, required=False)),
        slots=_good(read("slots", times.read_slots, required=False)),
        notices=_good(read("notices", read_notice, required=False)),
    )


def _entries(
    file: Table,
    languages: Languages,
    name: str,
    read: Callable[[Table, Languages], T],
    *,
    required: bool = True,
) -> list[Placed[T]]:
    placed = []
    for table in file.entries(name, required=required):
        placed.append(Placed(read(table, languages), table))
        table.finish()
    return placed


def _good(entries: list[Placed[T | None]]) -> list[Placed[T]]:
    return [Placed(entry.value, entry.table) for entry in entries if entry.value is not None]
