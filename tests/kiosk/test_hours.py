"""What is closed is said before anybody touches it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from core.domain.booking import Slots
from core.domain.calendar import Calendar, Holiday, Hours
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, Mode
from core.domain.rules import Rules
from kiosk.hours import closed_queues
from kiosk.pages import derive_view
from kiosk.speech import Speak
from kiosk.state import Figures, Inputs, Open, Page, Wish
from kiosk.view import Button, Tile
from tests.kiosk.conftest import Kiosk, upright_and_flat
from tests.kiosk.test_visit import RESTAURANT
from tests.support import qml
from tests.support.halls import lhasa_like

WEEKDAYS = (1, 2, 3, 4, 5)
EVENING = Calendar("evening", (Hours(WEEKDAYS, time(18), time(20)),))


def with_queue(hall: Hall, queue: str, **changes: Any) -> Hall:
    queues = tuple(replace(each, **changes) if each.id == queue else each for each in hall.queues)
    return replace(hall, queues=queues)


HALL = with_queue(
    replace(
        lhasa_like(),
        keeps_hours=True,
        calendars=(EVENING,),
        rules=Rules(issue_stops_min=30),
        # Tiles are shown at all hours; what other kiosks show then stands in test_modes.py.
        kiosk_rules=KioskRules(out_of_hours=Mode.TICKET),
        holidays=(Holiday(date(2026, 11, 26), date(2026, 11, 27), {"zh": "节日"}),),
        matters=(RESTAURANT,),
    ),
    "food",
    calendar="evening",
)


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    """Return an instant of November 2026 by the hall's time; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HALL.zone_info)


@pytest.mark.parametrize(
    ("now", "closed"),
    [
        (at(8, 59), {"insurance": at(9), "food": at(18)}),
        (at(9), {"food": at(18)}),
        (at(16, 59), {"food": at(18)}),
        (at(17), {"insurance": at(9, day=24), "food": at(18)}),  # half an hour before closing
        (at(18), {"insurance": at(9, day=24)}),
        (at(20, day=25), {"insurance": at(9, day=30), "food": at(18, day=30)}),  # holiday, then a weekend
    ],
)
def test_which_queues_are_closed_and_until_when(now: datetime, closed: dict[str, datetime]) -> None:
    found = closed_queues(HALL, now)
    assert {queue: found[queue] for queue in ("insurance", "food") if queue in found} == closed


def test_a_hall_that_keeps_no_hours_is_never_closed() -> None:
    assert closed_queues(replace(HALL, keeps_hours=False), at(3)) == {}


def test_what_never_opens_again_has_no_time() -> None:
    assert closed_queues(replace(HALL, hours=()), at(9))["insurance"] is None


def tiles(speak: Speak, now: datetime, page: Page, zone: str = "") -> dict[str, Tile]:
    at_page, closed = (Open(page, zone),), closed_queues(HALL, now)
    inputs = Inputs(hall=HALL, live=True, pages=at_page, now=now, closed=closed)
    return {tile.key: tile for tile in derive_view(inputs, speak).tiles}


def test_a_zone_is_closed_until_the_first_of_its_queues_opens(speak: Speak) -> None:
    home = tiles(speak, at(8), Page.HOME)
    assert home["zone:business"].closed
    assert home["zone:business"].waiting.text == "暂停取号"
    assert home["zone:business"].place.text == "09:00起"
    assert not tiles(speak, at(12), Page.HOME)["zone:business"].closed, "one of its queues is open"
    assert tiles(speak, at(12), Page.ZONE, "business")["queue:food"].place.text == "18:00起"


def test_another_days_opening_is_said_with_its_day(speak: Speak) -> None:
    assert tiles(speak, at(21), Page.HOME)["zone:social"].place.text == "11月24日 09:00起"


def test_a_matter_is_closed_with_any_queue_of_its_first_step(speak: Speak) -> None:
    assert tiles(speak, at(8), Page.MATTERS)["matter:restaurant"].closed
    by_day = tiles(speak, at(12), Page.MATTERS)["matter:restaurant"]
    assert not by_day.closed, "a later step may wait until the evening"
    assert by_day.place.text == "分4步办理"


def test_tiles_close_and_open_with_the_clock(kiosk: Kiosk) -> None:
    kiosk.time.start = at(16, 59).astimezone(UTC)
    kiosk.connect(HALL, insurance=4)
    assert qml.text_of(kiosk.view, "zone:social.waiting") == "4人等候"
    kiosk.pass_time(60)
    assert qml.text_of(kiosk.view, "zone:social.waiting") == "暂停取号"
    assert qml.text_of(kiosk.view, "zone:social.place") == "11月24日 09:00起"
    kiosk.pass_time(16 * 3600)
    kiosk.choose("wake")
    assert qml.text_of(kiosk.view, "zone:social.waiting") == "4人等候"


@pytest.mark.parametrize("page", [Page.ITEM, Page.CONFIRM])
def test_where_no_number_is_given_the_button_says_so_and_from_when_on(speak: Speak, page: Page) -> None:
    one = next(each for each in HALL.items if each.queue == "insurance")
    wish = Wish("item", one.id)

    def offered(now: datetime) -> dict[str, Button]:
        closed, pages = closed_queues(HALL, now), (Open(Page.HOME), Open(page, one.id))
        inputs = Inputs(hall=HALL, live=True, pages=pages, now=now, closed=closed, wish=wish)
        return {each.key: each for each in derive_view(inputs, speak).buttons}

    shut, given = offered(at(8)), offered(at(10))
    assert (shut["take"].label.main.text, shut["take"].strong, shut["take"].off) == (
        "09:00起可取号",
        False,
        True,
    )
    assert "options" not in shut
    assert (given["take"].label.main.text, given["take"].strong, given["take"].off) == ("取号", True, False)


def test_where_numbers_are_used_up_a_booking_is_what_most_people_want(speak: Speak) -> None:
    one = next(each for each in HALL.items if each.queue == "insurance")
    slots = (Slots("insurance", WEEKDAYS, time(9), time(12), 30, 4),)
    inputs = Inputs(
        hall=replace(HALL, slots=slots),
        live=True,
        pages=(Open(Page.HOME), Open(Page.ITEM, one.id)),
        now=at(10),
        figures=Figures(one.id, left={"insurance": 0}),
        ways=frozenset({Page.BOOK}),
    )
    buttons = derive_view(inputs, speak).buttons
    assert [(each.key, each.off) for each in buttons if each.key in ("take", "book")] == [
        ("take", True),
        ("book", False),
    ]
    assert [each.key for each in buttons if each.strong] == ["book"]


def test_a_closed_tile_asks_the_core_all_the_same(kiosk: Kiosk) -> None:
    """This machine's clock may be wrong; the core's is not."""
    kiosk.time.start = at(3).astimezone(UTC)
    kiosk.connect(HALL)
    qml.tap(kiosk.view, "zone:social")
    assert kiosk.asked == [("/api/tickets", {"queue": "insurance", "lang": "zh", "slip": True})]


@upright_and_flat
def test_closed_tiles_fit_in_every_language(kiosk: Kiosk) -> None:
    kiosk.time.start = at(21).astimezone(UTC)
    kiosk.connect(HALL)
    for language in HALL.languages:
        qml.tap(kiosk.view, f"language:{language}")
        assert not qml.unfit(kiosk.view)
        qml.tap(kiosk.view, "zone:business")
        assert not qml.unfit(kiosk.view)
        qml.tap(kiosk.view, "back")
        qml.tap(kiosk.view, "matters")
        assert not qml.unfit(kiosk.view)
        qml.tap(kiosk.view, "back")
