"""The section ``[[screens]]``: the public screens that have a name."""

from __future__ import annotations

from collections.abc import Sequence

from core.app.hallfile.findings import LineOf
from core.app.hallfile.kiosks import read_turn
from core.app.hallfile.placed import Placed
from core.app.hallfile.rules import check_name
from core.app.hallfile.sections import read_numbers
from core.app.hallfile.table import Table
from core.domain.hall import Hall
from core.domain.ready_layouts import READY_LAYOUTS
from core.domain.screen import INCHES_MOST, METRES_MOST, FaceKind, Screen, Shows, Way

_NAME = 'the name it is started with, e.g. "east"'
_AT_WINDOWS = (Shows.WINDOW, Shows.PAD)


def read_screens(file: Table) -> list[Placed[Screen]]:
    """Return the screens; whether the hall has what they name is for :func:`check_screens`."""
    placed = []
    for entry in file.entries("screens", required=False):
        placed.append(Placed(_screen(entry), entry))
        entry.finish()
    return placed


def check_screens(screens: Sequence[Placed[Screen]], hall: Hall) -> None:
    """Screens have names of their own, and show what the hall has."""
    first: dict[str, Table] = {}
    for entry in screens:
        name = entry.value.name
        if name.strip() and first.setdefault(name, entry.table) is not entry.table:
            entry.table.mistake(
                "name", "hall.duplicate_screen", found=name, first=LineOf(first[name].at("name"))
            )
        _check(entry.table, entry.value, hall)


def _screen(table: Table) -> Screen:
    name = table.text("name", _NAME)
    if "," in name:
        table.mistake("name", "hall.bad_screen_name", found=name)
    words = [each.value for each in Shows]
    found = table.choice("shows", words)
    shows = Shows(found) if found in words else Shows.HALL
    zone = table.text("zone", "the id of a zone", default="")
    windows = read_numbers(table, "windows", required=shows in _AT_WINDOWS)
    if shows is Shows.ZONE and not zone:
        table.mistake("shows", "hall.screen_needs", found=shows.value, expected="zone")
    if shows in (Shows.HALL, *_AT_WINDOWS) and zone:
        table.mistake("zone", "hall.screen_lacks", found=shows.value)
    if shows not in _AT_WINDOWS and windows:
        table.mistake("windows", "hall.screen_lacks", found=shows.value)
    media = table.text("media", "a folder on the screen's machine", default="")
    if shows not in (Shows.HALL, Shows.ZONE) and media:
        table.mistake("media", "hall.screen_lacks", found=shows.value)
    return Screen(
        name=name,
        face=FaceKind.BOARD if shows in (Shows.HALL, Shows.ZONE) else FaceKind(shows.value),
        zone=zone,
        windows=windows,
        layout=table.text("layout", "the id of a layout", default=""),
        names=table.flag("masked_names", default=False),
        inches=_up_to(table, "inches", INCHES_MOST),
        metres=_up_to(table, "metres", METRES_MOST),
        floor=table.whole("floor", "the number of a floor, e.g. 1"),
        ways=_ways(table),
        rotate=read_turn(table, 0),
        media=media,
        media_sound=table.flag("media_sound", default=False),
        films=table.flag("films", default=True),
        monitor=table.text("monitor", "the number or the name of a monitor", default=""),
    )


def _ways(table: Table) -> dict[str, Way]:
    inner = table.inner("ways", 'where to go for each zone, e.g. { tax = "left" }')
    if inner is None:
        return {}
    words = [each.value for each in Way]
    said = {zone: inner.choice(zone, words) for zone in inner.values}
    return {zone: Way(word) for zone, word in said.items() if word in words}


def _up_to(table: Table, key: str, most: float) -> float:
    found = table.number(key, 0.0)
    if found > most:
        table.mistake(key, "hall.too_large", found=found, expected=f"{most} or less")
        return 0.0
    return found


def _check(table: Table, screen: Screen, hall: Hall) -> None:
    zones = sorted(each.id for each in hall.zones)
    if screen.zone:
        check_name(table, "zone", "zone", screen.zone, zones)
    for zone in screen.ways:
        check_name(table, "ways", "zone", zone, zones, (zone,))
    if screen.names:
        _check_names(table, screen, hall)
    if screen.layout:
        layouts = sorted({*READY_LAYOUTS, *(each.id for each in hall.layouts)})
        check_name(table, "layout", "layout", screen.layout, layouts)
    known = {window.number for window in hall.windows}
    for number in screen.windows:
        if number not in known:
            table.mistake("windows", "hall.unknown_name", kind="window", found=number, hint="")


def _check_names(table: Table, screen: Screen, hall: Hall) -> None:
    """Names are shown by boards and window screens, of zones that have them."""
    if screen.face in (FaceKind.PAD, FaceKind.COLLECT):
        table.mistake("masked_names", "hall.screen_lacks", found=screen.shows.value)
        return
    zones = [screen.zone] if screen.zone else [each.id for each in hall.zones]
    if screen.windows:
        zones = [hall.zone_of(queue) or "" for each in screen.windows for queue in hall.queues_at(each)]
    if not any(map(hall.zone_shows_names, zones)):
        table.mistake("masked_names", "hall.names_off")
