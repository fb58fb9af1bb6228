"""Scenes of the kiosk: where a visitor finds what the number is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.domain.hall import Hall, Item
from core.domain.kiosk import HomeList
from core.domain.wait import Wait
from hallcall.pictures.scene import EVENING, Scene, base, hall_of, on
from hardware.idcard.card import Kind, SeenCard
from kiosk.search.index import Index
from kiosk.search.state import Search
from kiosk.state import Figures, Inputs, Look, Open, Page, Printing, Told, Wish
from kiosk.tiles import sheets
from kiosk.wishing import matters_of

CARD = SeenCard(Kind.RESIDENT, "a" * 64, 71, "李*")
_made: list[tuple[Hall, Index]] = []


def _home(**heard: object) -> Callable[[Inputs], Inputs]:
    return lambda inputs: replace(inputs, **heard)  # type: ignore[arg-type]


def _rules(**changed: object) -> Callable[[Inputs], Inputs]:
    return lambda inputs: replace(inputs, rules=replace(inputs.rules, **changed))  # type: ignore[arg-type]


def _evening(inputs: Inputs) -> Inputs:
    later = base(hall_of(inputs), inputs.language, EVENING)
    return replace(later, rules=inputs.rules)


def _offline(inputs: Inputs) -> Inputs:
    return replace(inputs, live=False, reserved={each.id: 20 for each in hall_of(inputs).queues})


def _fullest_zone(inputs: Inputs) -> Inputs | None:
    hall = hall_of(inputs)
    zone = max(hall.zones, key=lambda each: sum(queue.zone == each.id for queue in hall.queues))
    return on(inputs, Page.ZONE, zone.id)


def _counted_down(inputs: Inputs) -> Inputs | None:
    zone = _fullest_zone(inputs)
    return zone and replace(zone, left_s=9)


def _department(inputs: Inputs) -> Inputs | None:
    hall = hall_of(inputs)
    counted = [(sum(d.id in hall.departments_of(q.id) for q in hall.queues), d.id) for d in hall.departments]
    return on(inputs, Page.DEPARTMENT, max(counted)[1]) if counted and max(counted)[0] else None


def _last_sheet(inputs: Inputs) -> Inputs:
    shown = on(inputs, Page.MATTERS)
    last = sheets(shown, len(matters_of(shown, hall_of(shown)))) - 1
    return replace(shown, pages=(*inputs.pages, Open(Page.MATTERS, "", last)))


# Searching


def index_of(hall: Hall) -> Index:
    """Return the index of the hall; the one made last is kept."""
    if not _made or _made[0][0] is not hall:
        _made[:] = [(hall, Index(hall))]
    return _made[0][1]


def _search(query: str, keyboard: str) -> Callable[[Inputs], Inputs]:
    def paint(inputs: Inputs) -> Inputs:
        found = index_of(hall_of(inputs)).search(query) if query else None
        keys = tuple(f"{hit.kind}:{hit.id}" for hit in found.hits) if found else ()
        search = Search(query, keyboard, keys, found.total if found else 0)
        return on(inputs, Page.SEARCH, search=search)

    return paint


def _tibetan_search(inputs: Inputs) -> Inputs | None:
    return _search("མི", "bo")(inputs) if "bo" in hall_of(inputs).languages else None


# An item


def _length(item: Item, language: str) -> int:
    return len(item.name.get(language, "")) + sum(len(each.name.get(language, "")) for each in item.materials)


def longest(hall: Hall, language: str) -> Item | None:
    """Return the item with most to read."""
    return max(hall.items, key=lambda each: _length(each, language), default=None)


def _item(pick: Callable[[Hall, str], Item | None]) -> Callable[..., Inputs | None]:
    def paint(inputs: Inputs, **heard: object) -> Inputs | None:
        found = pick(hall_of(inputs), inputs.language)
        return on(inputs, Page.ITEM, found.id, **heard) if found else None

    return paint


_long = _item(longest)
_short = _item(lambda hall, language: min(hall.items, key=lambda each: _length(each, language), default=None))
_two_places = _item(lambda hall, _: next((each for each in hall.items if each.also), None))


def _told(printing: Printing) -> Callable[[Inputs], Inputs | None]:
    def paint(inputs: Inputs) -> Inputs | None:
        shown = _long(inputs)
        return shown and replace(shown, told=Told(shown.at.which, printing))

    return paint


def _busy_item(inputs: Inputs) -> Inputs | None:
    shown = _two_places(inputs)
    if shown is None:
        return None
    item = hall_of(inputs).item(shown.at.which)
    waits = {item.queue: Wait(2400, 3600), item.also[0]: Wait(300, 540)}
    return replace(shown, figures=Figures(item.id, waits, {item.queue: 12}, item.also[0]))


def _used_up(inputs: Inputs) -> Inputs | None:
    shown = _short(inputs)
    if shown is None:
        return None
    item = hall_of(inputs).item(shown.at.which)
    return replace(shown, figures=Figures(item.id, {}, {item.queue: 0}))


def _item_with_list(inputs: Inputs) -> Inputs | None:
    listed = tuple(each.id for each in hall_of(inputs).items[:2])
    return _long(replace(inputs, wish=Wish(items=listed)))


def _item_closed(inputs: Inputs) -> Inputs | None:
    return _long(_evening(inputs))


SCENES = (
    Scene("home", Page.HOME, _home()),
    Scene("home-departments", Page.HOME, _rules(home=HomeList.DEPARTMENTS)),
    Scene("home-frequent", Page.HOME, _rules(home=HomeList.FREQUENT)),
    Scene("home-large", Page.HOME, _home(look=Look(large=True))),
    Scene("home-low", Page.HOME, _rules(low=True)),
    Scene("home-turned", Page.HOME, _rules(rotate=90)),
    Scene("home-panel", Page.HOME, _rules(panel_mm=(268, 476))),
    Scene("home-busy", Page.HOME, _home(busy=True)),
    Scene("home-no-printer", Page.HOME, _home(prints=False)),
    Scene("home-card", Page.HOME, _home(reads_cards=True)),
    Scene("home-greeting", Page.HOME, _home(card=CARD)),
    Scene("home-evening", Page.HOME, _evening),
    Scene("home-offline", Page.HOME, _offline),
    Scene("zone", Page.ZONE, _fullest_zone),
    Scene("zone-countdown", Page.ZONE, _counted_down),
    Scene("departments", Page.DEPARTMENTS, lambda inputs: on(inputs, Page.DEPARTMENTS)),
    Scene("department", Page.DEPARTMENT, _department),
    Scene("matters", Page.MATTERS, lambda inputs: on(inputs, Page.MATTERS)),
    Scene("matters-last", Page.MATTERS, _last_sheet),
    Scene("search-empty", Page.SEARCH, _search("", "pinyin")),
    Scene("search-found", Page.SEARCH, _search("yb", "pinyin")),
    Scene("search-nothing", Page.SEARCH, _search("qqxxqq", "pinyin")),
    Scene("search-tibetan", Page.SEARCH, _tibetan_search),
    Scene("item-long", Page.ITEM, _long),
    Scene("item-short", Page.ITEM, _short),
    Scene("item-closed", Page.ITEM, _item_closed),
    Scene("item-less-busy", Page.ITEM, _busy_item),
    Scene("item-used-up", Page.ITEM, _used_up),
    Scene("item-list-printing", Page.ITEM, _told(Printing.UNDER_WAY)),
    Scene("item-list-printed", Page.ITEM, _told(Printing.DONE)),
    Scene("item-list-failed", Page.ITEM, _told(Printing.FAILED)),
    Scene("item-on-list", Page.ITEM, _item_with_list),
)
