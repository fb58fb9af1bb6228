"""The sections of a hall file, each read into the domain's values with the place they came from."""

from __future__ import annotations

from dataclasses import dataclass

from core.app.hallfile.consoles import read_acts
from core.app.hallfile.placed import Languages
from core.app.hallfile.ranges import BackwardRange, BadMinutes, BadNumbers, parse_numbers, parse_tiers
from core.app.hallfile.run_by import own_rules
from core.app.hallfile.table import Table
from core.domain.console import ConsoleAct
from core.domain.hall import (
    REASON_ACTS,
    Department,
    Proof,
    Queue,
    Reason,
    Tiers,
    VisitorClass,
    Zone,
)
from core.domain.rules import Rules

LEVELS = ("city", "district", "public")
OLDEST = 120
"""Years of age."""

_CALENDAR = "the id of a calendar"


@dataclass(frozen=True, slots=True)
class Profile:
    """A named list of tiers that several windows share.

    Attributes:
        tiers: ``None`` if they could not be read.
    """

    id: str
    tiers: Tiers | None


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of ``[[windows]]``: windows of one profile.

    Attributes:
        profile: Id of a profile, ``""`` if the tiers are written here.
        tiers: ``None`` if they could not be read.
        calendar: Id of a calendar, ``""`` for none.
        acts: What has a button on their consoles; ``None``: as the hall says for all.
    """

    numbers: tuple[int, ...]
    zone: str
    profile: str
    tiers: Tiers | None
    calendar: str
    acts: tuple[ConsoleAct, ...] | None = None


def read_zone(table: Table, languages: Languages) -> Zone:
    """Return the zone of one entry."""
    return Zone(
        table.identifier(),
        table.words("name", languages),
        table.whole("floor", "the number of a floor, e.g. 1"),
        table.text("calendar", _CALENDAR, default=""),
        table.flag("masked_names", default=False),
    )


def read_department(table: Table, languages: Languages) -> Department:
    """Return the department of one entry."""
    return Department(table.identifier(), table.words("name", languages), table.choice("level", LEVELS))


def read_queue(table: Table, languages: Languages, halls: Rules) -> Queue:
    """Return the queue of one entry.

    Args:
        halls: The rules of the hall.
    """
    return Queue(
        id=table.identifier(),
        name=table.words("name", languages),
        prefix=table.text("prefix", 'one or two capital letters, e.g. "A"'),
        zone=table.text("zone", "the id of a zone"),
        departments=table.texts("departments", "a list of department ids", required=False),
        calendar=table.text("calendar", _CALENDAR, default=""),
        rules=own_rules(table, halls),
    )


def read_profile(table: Table, _languages: Languages) -> Profile:
    """Return the profile of one entry."""
    name, tiers = table.identifier(), _tiers(table, required=True)
    if table.has("tiers") and tiers == ():
        table.mistake("tiers", "hall.no_queue")
    return Profile(name, tiers)


def read_row(table: Table, _languages: Languages) -> Row:
    """Return the windows of one entry."""
    numbers = read_numbers(table, "numbers")
    zone = table.text("zone", "the id of a zone")
    profile = table.text("profile", "the id of a profile", default="")
    tiers = _tiers(table, required=False)
    if table.has("profile") and table.has("tiers"):
        table.mistake("tiers", "hall.profile_and_tiers")
    elif not profile.strip() and tiers == ():
        table.findings.add(table.path, "hall.no_queue")
    calendar = table.text("calendar", _CALENDAR, default="")
    return Row(numbers, zone, profile, tiers, calendar, read_acts(table))


def _tiers(table: Table, *, required: bool) -> Tiers | None:
    text = table.text("tiers", 'queue ids, e.g. "tax; permits"', default=None if required else "")
    try:
        return parse_tiers(text)
    except BadMinutes as bad:
        table.mistake("tiers", "hall.bad_minutes", found=str(bad))
        return None


def read_numbers(table: Table, key: str, *, required: bool = True) -> tuple[int, ...]:
    """Return window numbers."""
    found = table.text(key, 'window numbers, e.g. "3" or "5, 7-9"', default=None if required else "")
    if not found.strip():
        return ()
    try:
        return parse_numbers(found)
    except BackwardRange as backward:
        table.mistake(key, "hall.backward_range", found=str(backward))
    except BadNumbers:
        table.mistake(key, "hall.bad_numbers", found=found)
    return ()


def read_class(table: Table, languages: Languages) -> VisitorClass:
    """Return the class of visitors of one entry."""
    proof = table.one_of("proof", Proof.CHOICE)
    if (proof is Proof.AGE) != table.has("age_from"):
        place = "proof" if proof is Proof.AGE else "age_from"
        table.mistake(place, "hall.age_alone")
    return VisitorClass(
        table.identifier(),
        table.words("name", languages),
        table.number("weight", 1.0, above=0),
        table.number("head_start_min", 0.0),
        proof,
        table.count("age_from", 0, least=1, most=OLDEST) if table.has("age_from") else 0,
    )


def read_reason(table: Table, languages: Languages) -> Reason:
    """Return the reason of one entry."""
    return Reason(table.identifier(), table.words("name", languages), table.choice("act", REASON_ACTS))
