"""The sections of a hall file, each read into the domain's values with the place they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.app.hallfile.pinyin import spelled
from core.app.hallfile.ranges import BackwardRange, BadMinutes, BadNumbers, parse_numbers, parse_tiers
from core.app.hallfile.table import Table
from core.domain.calendar import Hours
from core.domain.hall import (
    Department,
    Item,
    Queue,
    Reason,
    Tiers,
    VisitorClass,
    Voice,
    Zone,
)

LEVELS = ("city", "district", "public")
ACTS = ("pause", "pass", "cancel")

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T_co]):
    """A value and the table it was read from."""

    value: T_co
    table: Table


@dataclass(frozen=True, slots=True)
class Profile:
    """A named list of tiers that several windows share."""

    id: str
    tiers: Tiers


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of ``[[windows]]``: windows of one profile.

    Attributes:
        profile: Id of a profile, ``""`` if the tiers are written here.
    """

    numbers: tuple[int, ...]
    zone: str
    profile: str
    tiers: Tiers


Languages = Sequence[str]


def read_zone(table: Table, languages: Languages) -> Zone:
    """Return the zone of one entry."""
    return Zone(
        table.identifier(),
        table.words("name", languages),
        table.whole("floor", "the number of a floor, e.g. 1"),
    )


def read_department(table: Table, languages: Languages) -> Department:
    """Return the department of one entry."""
    return Department(table.identifier(), table.words("name", languages), table.choice("level", LEVELS))


def read_queue(table: Table, languages: Languages) -> Queue:
    """Return the queue of one entry."""
    return Queue(
        id=table.identifier(),
        name=table.words("name", languages),
        prefix=table.text("prefix", 'one or two capital letters, e.g. "A"'),
        zone=table.text("zone", "the id of a zone"),
        departments=table.texts("departments", "a list of department ids", required=False),
    )


def read_item(table: Table, languages: Languages) -> Item:
    """Return the item of one entry, its pinyin only if the file gives it."""
    pinyin, initials = "", ""
    if table.has("pinyin"):
        given = table.text("pinyin", 'syllables apart, e.g. "yin hang"')
        pinyin, initials = spelled(given) or ("", "")
        if given.strip() and not pinyin:
            table.mistake("pinyin", "hall.bad_pinyin", found=given)
    return Item(
        id=table.identifier(),
        name=table.words("name", languages),
        queue=table.text("queue", "the id of a queue"),
        department=table.text("department", "the id of a department"),
        pinyin=pinyin,
        initials=initials,
        frequent=table.flag("frequent", default=False),
    )


def read_profile(table: Table, _languages: Languages) -> Profile:
    """Return the profile of one entry."""
    profile = Profile(table.identifier(), _tiers(table, required=True) or ())
    if table.has("tiers") and not profile.tiers:
        table.mistake("tiers", "hall.no_queue")
    return profile


def read_row(table: Table, _languages: Languages) -> Row:
    """Return the windows of one entry."""
    numbers = _numbers(table)
    zone = table.text("zone", "the id of a zone")
    profile = table.text("profile", "the id of a profile", default="")
    tiers = _tiers(table, required=False)
    if table.has("profile") and table.has("tiers"):
        table.mistake("tiers", "hall.profile_and_tiers")
    elif not profile.strip() and not tiers:
        table.findings.add(table.path, "hall.no_queue")
    return Row(numbers, zone, profile, tiers)


def _tiers(table: Table, *, required: bool) -> Tiers:
    text = table.text("tiers", 'queue ids, e.g. "tax; permits"', default=None if required else "")
    try:
        return parse_tiers(text)
    except BadMinutes as bad:
        table.mistake("tiers", "hall.bad_minutes", found=str(bad))
        return ()


def _numbers(table: Table) -> tuple[int, ...]:
    found = table.text("numbers", 'window numbers, e.g. "3" or "5, 7-9"')
    if not found.strip():
        return ()
    try:
        return parse_numbers(found)
    except BackwardRange as backward:
        table.mistake("numbers", "hall.backward_range", found=str(backward))
    except BadNumbers:
        table.mistake("numbers", "hall.bad_numbers", found=found)
    return ()


def read_class(table: Table, languages: Languages) -> VisitorClass:
    """Return the class of visitors of one entry."""
    return VisitorClass(
        table.identifier(),
        table.words("name", languages),
        table.number("weight", 1.0, above=0),
        table.number("head_start_min", 0.0),
    )


def read_reason(table: Table, languages: Languages) -> Reason:
    """Return the reason of one entry."""
    return Reason(table.identifier(), table.words("name", languages), table.choice("act", ACTS))


def read_hours(table: Table, _languages: Languages) -> Hours | None:
    """Return the opening hours of one entry, ``None`` if a time is wrong."""
    days = table.wholes("days", "a list of days, Monday = 1, e.g. [1, 2, 3, 4, 5]")
    for place, day in enumerate(days):
        if not 1 <= day <= 7:
            table.mistake("days", "hall.bad_day", found=day)
        elif day in days[:place]:
            table.mistake("days", "hall.named_twice", found=day)
    opens, closes = table.clock("opens"), table.clock("closes")
    if opens is None or closes is None:
        return None
    if closes <= opens:
        table.mistake("closes", "hall.closes_first", opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
        return None
    return Hours(days, opens, closes)


def read_voice(table: Table) -> Voice:
    """Return what the loudspeakers say."""
    languages = table.languages()
    return Voice(languages, table.words("call", languages), table.flag("chime", default=True))
