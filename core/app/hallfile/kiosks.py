"""The sections ``[kiosk]`` and ``[[kiosks]]``: how the hall's ticket machines are run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from core.app.hallfile import time_rules
from core.app.hallfile.findings import LineOf
from core.app.hallfile.placed import Placed
from core.app.hallfile.rules import check_name
from core.app.hallfile.table import Table
from core.app.hallfile.times import read_days, read_times
from core.domain.block import SIZE_MOST
from core.domain.calendar import Hours
from core.domain.hall import Hall
from core.domain.kiosk import (
    IDLE_LEAST_S,
    IDLE_MOST_S,
    LOUDEST,
    OUT_OF_HOURS,
    PANEL_LEAST_MM,
    PANEL_MOST_MM,
    RESULT_LEAST_S,
    RESULT_MOST_S,
    SAVER_MOST_S,
    SEVERAL_MOST,
    TURNS,
    Kiosk,
    KioskRules,
    Mode,
    ModeTime,
    offers_queue,
)

BY_HOURS = "hours"
"""The word for a machine that has its mode by the hall's hours."""
NEVER = "off"
"""The word for a machine that does not try its devices by itself."""

_PANEL = "width and height of the lit panel in mm, e.g. [476, 268]"
_PIN = 'the line that "hallcall hall pin" prints'
# Bounded, so that no machine is asked for more memory than it has.
_HASH = re.compile(
    r"\$argon2id\$v=19\$m=([0-9]{1,5}),t=([0-9]),p=([1-4])\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{22,86}"
)


@dataclass(frozen=True, slots=True)
class Machines:
    """What the file says of kiosks.

    Attributes:
        all: The section ``[kiosk]``, ``None`` if there is none.
        rules: What it says, or the usual.
    """

    all: Table | None
    rules: KioskRules
    named: Sequence[Placed[Kiosk]]


def read_kiosks(file: Table) -> Machines:
    """Return how the kiosks are run; what a machine does not say is as the hall says for all."""
    table = file.inner("kiosk")
    rules = KioskRules() if table is None else read_kiosk(table, KioskRules())
    if table is not None:
        table.finish()
    named = []
    for entry in file.entries("kiosks", required=False):
        name = entry.text("name", 'the name it is started with, e.g. "K1"')
        named.append(Placed(Kiosk(name, read_kiosk(entry, rules)), entry))
        entry.finish()
    return Machines(table, rules, named)


def read_kiosk(table: Table, otherwise: KioskRules) -> KioskRules:
    """Return how a machine is run; what the table does not say is as ``otherwise``."""
    return KioskRules(
        mode=_mode(table, otherwise.mode),
        out_of_hours=_out_of_hours(table, otherwise.out_of_hours),
        times=_times(table, otherwise.times),
        zones=_names(table, "zones", otherwise.zones),
        departments=_names(table, "departments", otherwise.departments),
        home=table.one_of("home", otherwise.home),
        classes=table.one_of("classes", otherwise.classes),
        phone=table.flag("phone", default=otherwise.phone),
        assisted=table.flag("assisted", default=otherwise.assisted),
        several=table.flag("several", default=otherwise.several),
        several_most=table.count("several_most", otherwise.several_most, least=2, most=SEVERAL_MOST),
        told_once=table.one_of("told_once", otherwise.told_once),
        less_busy=table.flag("less_busy", default=otherwise.less_busy),
        confirm=table.one_of("confirm", otherwise.confirm),
        unprinted=table.flag("unprinted", default=otherwise.unprinted),
        low=table.flag("low", default=otherwise.low),
        rotate=read_turn(table, otherwise.rotate),
        panel_mm=_panel(table, otherwise.panel_mm),
        spoken=table.flag("spoken", default=otherwise.spoken),
        volume=table.count("volume", otherwise.volume, most=LOUDEST),
        idle_s=table.count("idle_s", otherwise.idle_s, least=IDLE_LEAST_S, most=IDLE_MOST_S),
        result_s=table.count("result_s", otherwise.result_s, least=RESULT_LEAST_S, most=RESULT_MOST_S),
        saver_after_s=table.count("saver_after_s", otherwise.saver_after_s, most=SAVER_MOST_S),
        staff_pin=_staff_pin(table, otherwise.staff_pin),
        numbers_kept=table.count("numbers_kept", otherwise.numbers_kept, most=SIZE_MOST),
        self_test=_self_test(table, otherwise.self_test),
    )


def check_kiosks(machines: Machines, hall: Hall) -> None:
    """Machines have names of their own, and offer what the hall has."""
    first: dict[str, Table] = {}
    for entry in machines.named:
        name = entry.value.name
        if name.strip() and first.setdefault(name, entry.table) is not entry.table:
            place = LineOf(first[name].at("name"))
            entry.table.mistake("name", "hall.duplicate_kiosk", found=name, first=place)
    if machines.all is not None:
        _check(machines.all, machines.rules, hall)
    for entry in machines.named:
        _check(entry.table, entry.value.rules, hall)


def _check(table: Table, rules: KioskRules, hall: Hall) -> None:
    zones = {zone.id for zone in hall.zones}
    departments = {department.id for department in hall.departments}
    _check_names(table, "zones", "zone", rules.zones, zones)
    _check_names(table, "departments", "department", rules.departments, departments)
    _check_offer(table, rules, hall)
    _check_bookings(table, rules, hall)


def _check_names(table: Table, key: str, kind: str, found: Sequence[str], known: Iterable[str]) -> None:
    if not table.has(key):
        return
    names = sorted(known)
    for place, name in enumerate(found):
        check_name(table, key, kind, name, names, (place,))
        if not name.strip():
            table.mistake_inside(key, (place,), "hall.empty", expected=f"the id of a {kind}")
        elif name in found[:place]:
            table.mistake_inside(key, (place,), "hall.named_twice", found=name)


def _check_offer(table: Table, rules: KioskRules, hall: Hall) -> None:
    """A machine offers something; not asked where a name is wrong."""
    given = [key for key in ("zones", "departments") if table.has(key)]
    zones = {zone.id for zone in hall.zones}
    departments = {department.id for department in hall.departments}
    if not given or not zones.issuperset(rules.zones) or not departments.issuperset(rules.departments):
        return
    if not any(offers_queue(rules, hall, queue) for queue in hall.queues):
        table.mistake(given[0], "hall.kiosk_offers_nothing")


def _check_bookings(table: Table, rules: KioskRules, hall: Hall) -> None:
    """No machine is for bookings where nothing can be booked."""
    if hall.slots:
        return
    if table.has("mode") and rules.mode is Mode.BOOKING:
        table.mistake("mode", "hall.nothing_to_book")
    if table.has("out_of_hours") and rules.out_of_hours is Mode.BOOKING:
        table.mistake("out_of_hours", "hall.nothing_to_book")
    if table.has("times") and any(each.mode is Mode.BOOKING for each in rules.times):
        table.mistake("times", "hall.nothing_to_book")


def _mode(table: Table, otherwise: Mode | None) -> Mode | None:
    words = [BY_HOURS, *(each.value for each in Mode)]
    if not table.has("mode"):
        table.asked.add("mode")
        return otherwise
    found = table.choice("mode", words)
    return Mode(found) if found in words[1:] else None


def _out_of_hours(table: Table, otherwise: Mode) -> Mode:
    words = [each.value for each in OUT_OF_HOURS]
    if not table.has("out_of_hours"):
        table.asked.add("out_of_hours")
        return otherwise
    found = table.choice("out_of_hours", words)
    return Mode(found) if found in words else otherwise


def _times(table: Table, otherwise: tuple[ModeTime, ...]) -> tuple[ModeTime, ...]:
    if table.holds_nothing("times"):
        return ()
    if not table.has("times"):
        table.asked.add("times")
        return otherwise
    read = []
    for row in table.entries("times"):
        days, times = read_days(row), read_times(row, "from", "to")
        words = [each.value for each in Mode]
        mode = row.choice("mode", words)
        row.finish()
        if times and mode in words:
            read.append(Placed(ModeTime(days, *times, Mode(mode)), row))
    hours: list[Placed[Hours]] = [Placed(each.value.hours, each.table) for each in read]
    time_rules.check_overlap(hours)
    return tuple(each.value for each in read)


def _names(table: Table, key: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if table.holds_nothing(key):
        return ()
    found = table.texts(key, f"a list of ids of {key}; [] is all of them", required=False)
    return found if table.has(key) else otherwise


def read_turn(table: Table, otherwise: int) -> int:
    """Return by how many degrees a picture is turned."""
    found = table.whole("rotate", "0, 90, 180 or 270")
    if found is None:
        return otherwise
    if found not in TURNS:
        table.mistake("rotate", "hall.bad_turn", found=found)
        return otherwise
    return found


def _panel(table: Table, otherwise: tuple[int, int] | None) -> tuple[int, int] | None:
    if table.holds_nothing("panel_mm"):
        return None
    if not table.has("panel_mm"):
        table.asked.add("panel_mm")
        return otherwise
    sides = table.wholes("panel_mm", _PANEL)
    if len(sides) != 2 or not all(PANEL_LEAST_MM <= side <= PANEL_MOST_MM for side in sides):
        params = {"least": PANEL_LEAST_MM, "most": PANEL_MOST_MM, "found": list(sides)}
        table.mistake("panel_mm", "hall.bad_panel", **params)
        return otherwise
    return sides[0], sides[1]


def _staff_pin(table: Table, otherwise: str) -> str:
    """Return the hash; what is found instead is never told, it may be the PIN itself."""
    if not table.has("staff_pin"):
        table.asked.add("staff_pin")
        return otherwise
    found = table.raw("staff_pin")
    if found == "" or (isinstance(found, str) and _is_hash(found)):
        return str(found)
    table.mistake("staff_pin", "hall.bad_pin", expected=_PIN)
    return otherwise


def _is_hash(text: str) -> bool:
    match = _HASH.fullmatch(text)
    return match is not None and 8 * int(match[3]) <= int(match[1]) <= 65536 and int(match[2]) > 0


def _self_test(table: Table, otherwise: time | None) -> time | None:
    if table.has("self_test") and table.raw("self_test") == NEVER:
        return None
    table.asked.add("self_test")
    return table.clock("self_test", otherwise) if table.has("self_test") else otherwise
