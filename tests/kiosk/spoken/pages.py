"""Every page of a hall, as somebody may meet it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from core.domain.hall import Hall
from core.domain.ticket import LegState
from core.domain.wait import Wait
from core.qt.messages import SENTENCES
from kiosk.booked import Booked, BookingWish
from kiosk.pages import PAGES
from kiosk.search.state import Search
from kiosk.speech import Label
from kiosk.spoken.texts import sentence
from kiosk.state import START, Inputs, Open, Page, Place, Printing, Refusal, Taken
from kiosk.view import View
from tests.support.halls import shipped

HALLS = ("lhasa", "pingliang", "dazi", "yuzhong", "longnan")
NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
MANY = 30
SPOKEN = ("zh", "en")
"""What a synthesizer speaks."""


def hall_of(name: str) -> Hall:
    """Return a shipped hall."""
    return shipped(name)


def every_page(hall: Hall) -> Iterator[Inputs]:
    """Yield inputs with every page open, each in all the ways that matter."""
    home = Inputs(
        hall=hall,
        live=True,
        speaks=True,
        now=NOW.astimezone(hall.zone_info),
        waiting={queue.id: place % 4 for place, queue in enumerate(hall.queues)},
        closed={hall.queues[0].id: NOW.astimezone(hall.zone_info)},
        language=hall.languages[0],
        reads_cards=True,
    )
    yield home
    yield replace(home, prints=False)
    yield replace(home, live=False)
    yield replace(home, degraded=True)
    for page in PAGES:
        yield from (replace(each, pages=(*START, each.at)) for each in _page(home, hall, page))


def _page(home: Inputs, hall: Hall, page: Page) -> Iterator[Inputs]:
    match page:
        case Page.ZONE | Page.ITEM | Page.DEPARTMENT:
            ids = {
                Page.ZONE: [each.id for each in hall.zones],
                Page.ITEM: [each.id for each in hall.items[:3]],
                Page.DEPARTMENT: [each.id for each in hall.departments],
            }
            yield from (_at(home, page, which) for which in ids[page])
        case Page.SEARCH:
            yield _at(home, page)
            found = tuple(f"item:{item.id}" for item in hall.items[:MANY])
            yield replace(_at(home, page), search=Search("725", "pinyin", found, len(found)))
        case Page.RESULT:
            for printing in Printing:
                for taken in _taken(hall):
                    yield replace(_at(home, page), taken=taken, printing=printing)
        case Page.PLACE:
            for state in LegState:
                yield replace(_at(home, page), place=Place("A017", state, 3, 2, Wait(120, 540)))
        case Page.BOOKED:
            booked = Booked("b", hall.queues[0].id, None, NOW.date(), NOW, NOW, NOW, NOW, code="57240018")
            yield replace(_at(home, page), booking=BookingWish(booked=booked))
        case Page.NOTICE:
            yield from (replace(_at(home, page), refusal=Refusal(key)) for key in sorted(SENTENCES))
        case _:
            yield _at(home, page)


def _taken(hall: Hall) -> Iterator[Taken]:
    queue = hall.queues[-1]
    one = Taken("i", f"{queue.prefix}017", queue.id, 2, NOW, hall.languages[0])
    yield one
    yield replace(one, ahead=0, wait=Wait(30, 60))
    yield replace(one, wait=Wait(300, 1500))
    if hall.matters:
        steps = tuple(stage.queues for stage in hall.matters[0].stages)
        yield replace(one, matter=hall.matters[0].id, steps=steps)


def _at(home: Inputs, page: Page, which: str = "") -> Inputs:
    return replace(home, pages=(Open(page, which),))


def plain(text: str) -> str:
    """Return the signs that are heard."""
    return "".join(sign for sign in text if sign.isalnum())


def labels(view: View) -> list[Label]:
    """Return what nothing else says in its place."""
    found = [each.name for each in view.tiles if each.name.main.lang in SPOKEN]
    found += [Label(fact) for each in view.tiles for fact in (*each.facts, each.late) if fact.lang in SPOKEN]
    found += [each.label for each in view.buttons if each.key != "back"]
    if view.page not in ("result", "place"):
        lines = [each for each in (*view.banner, *view.lines) if each.key != "greeting"]
        found += [each.value for each in lines if view.layout != "outOfService"]
        found += [view.title] if view.page not in ("home", "departments", "matters", "search") else []
        found += [view.prompt] if view.layout not in ("tiles", "outOfService") else []
    return [each for each in found if sentence(each.main, "zh") is not None]
