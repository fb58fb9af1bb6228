"""What a kiosk is for at each time of the week, and how it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.domain.booking import Slots
from core.domain.calendar import Calendar, Holiday, Hours, Workday
from core.domain.hall import Hall
from core.domain.kiosk import Kiosk as Machine
from core.domain.kiosk import KioskRules, Mode, ModeTime, mode_at
from core.domain.rules import AfterHours, Rules
from kiosk.modes import Stretch, hours_on, stretch_at
from kiosk.pages import derive_view
from kiosk.speech import Speak
from kiosk.state import FIRST, Inputs, Open, Page
from tests.kiosk.conftest import Kiosk, upright_and_flat
from tests.support import qml
from tests.support.halls import lhasa_like

WEEKDAYS, WEEK = (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6, 7)
NIGHT = ModeTime(WEEK, time(23), time(6), Mode.CLOSED)
HALL = replace(
    lhasa_like(),
    keeps_hours=True,
    hours=(Hours(WEEKDAYS, time(9), time(12)), Hours(WEEKDAYS, time(14), time(17, 30))),
    slots=(Slots("insurance", WEEKDAYS, time(9), time(12), 30, 2),),
    # Thursday to Sunday are a holiday; the Sunday before it is worked like a Friday.
    holidays=(Holiday(date(2026, 11, 26), date(2026, 11, 29), {"zh": "节日", "en": "Festival"}),),
    workdays=(Workday(date(2026, 11, 22), 5),),
)
USUAL = KioskRules()
BOOKS = KioskRules(out_of_hours=Mode.BOOKING, times=(NIGHT,))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return an instant of November 2026 by the hall's time; the 23rd is a Monday, the 31st the 1st."""
    first = datetime(2026, 11, 1, hour, minute, tzinfo=HALL.zone_info)
    return first + timedelta(days=day - 1)


@pytest.mark.parametrize(
    ("rules", "now", "mode", "ends", "numbers_from"),
    [
        (USUAL, at(22, 8), Mode.QUERY, at(22, 9), at(22, 9)),  # a Sunday that is worked
        (USUAL, at(22, 9), Mode.TICKET, at(22, 12), None),
        (USUAL, at(23, 8, 59), Mode.QUERY, at(23, 9), at(23, 9)),
        (USUAL, at(23, 12), Mode.QUERY, at(23, 14), at(23, 14)),
        (USUAL, at(23, 17, 29), Mode.TICKET, at(23, 17, 30), None),
        (USUAL, at(23, 17, 30), Mode.QUERY, at(24, 9), at(24, 9)),
        (USUAL, at(25, 18), Mode.QUERY, at(30, 9), at(30, 9)),  # holiday and weekend
        (BOOKS, at(23, 17, 30), Mode.BOOKING, at(23, 23), at(24, 9)),
        (BOOKS, at(23, 23), Mode.CLOSED, at(24, 6), at(24, 9)),
        (BOOKS, at(24, 1), Mode.CLOSED, at(24, 6), at(24, 9)),
        (BOOKS, at(24, 6), Mode.BOOKING, at(24, 9), at(24, 9)),
        (BOOKS, at(26, 10), Mode.BOOKING, at(30, 9), at(30, 9)),  # no night in a holiday: it has no weekday
        (replace(USUAL, mode=Mode.QUERY), at(23, 10), Mode.QUERY, None, None),
        (replace(USUAL, mode=Mode.GUIDE), at(23, 3), Mode.GUIDE, None, None),
    ],
)
def test_the_mode_of_every_time_and_what_comes_next(
    rules: KioskRules, now: datetime, mode: Mode, ends: datetime | None, numbers_from: datetime | None
) -> None:
    assert stretch_at(rules, HALL, now) == Stretch(mode, ends, numbers_from)


@pytest.mark.parametrize("rules", [USUAL, BOOKS, replace(BOOKS, zones=("business",))])
def test_a_mode_ends_when_it_is_said_to_and_not_before(rules: KioskRules) -> None:
    """Ten days minute by minute would take long; every quarter of an hour shows a wrong end too."""
    now = at(20, 0)
    stretch = stretch_at(rules, HALL, now)
    while now < at(30, 0):
        if stretch.ends is not None and now >= stretch.ends:
            stretch = stretch_at(rules, HALL, now)
        assert mode_at(rules, HALL, now) is stretch.mode, now
        now += timedelta(minutes=15)


def test_a_hall_that_keeps_no_hours_takes_numbers_for_ever() -> None:
    assert stretch_at(USUAL, replace(HALL, keeps_hours=False), at(26, 3)) == Stretch(Mode.TICKET)


def test_a_kiosk_is_open_with_what_it_offers() -> None:
    evening = Calendar("evening", (Hours(WEEKDAYS, time(18), time(20)),))
    queues = tuple(
        replace(each, calendar="evening") if each.zone == "business" else each for each in HALL.queues
    )
    hall = replace(HALL, calendars=(evening,), queues=queues)
    business = replace(USUAL, zones=("business",))
    assert [span.opens for span in hours_on(business, hall, date(2026, 11, 23))] == [at(23, 18)]
    assert len(hours_on(USUAL, hall, date(2026, 11, 23))) == 3
    assert stretch_at(business, hall, at(23, 10)).numbers_from == at(23, 18)


# What the screen shows


def hall_with(rules: KioskRules) -> Hall:
    return replace(HALL, kiosks=(Machine("kiosk-1", rules),))


@pytest.mark.parametrize(
    ("rules", "now", "page", "told"),
    [
        (USUAL, at(23, 10), Page.HOME, ""),
        (USUAL, at(23, 16, 30), Page.HOME, "今天取号到17:30为止"),
        (USUAL, at(23, 18), Page.ASK, "星期二 11月24日 09:00起可以取号"),
        (BOOKS, at(23, 18), Page.BOOK, "星期二 11月24日 09:00起可以取号"),
        (replace(USUAL, mode=Mode.QUERY), at(23, 10), Page.ASK, "本机不取号"),
    ],
)
@upright_and_flat
def test_the_first_page_and_its_line(
    kiosk: Kiosk, rules: KioskRules, now: datetime, page: Page, told: str
) -> None:
    kiosk.time.start = now.astimezone(UTC)
    kiosk.connect(hall_with(rules))
    assert kiosk.app._view_model.page.page == page.value
    texts = qml.texts(kiosk.view)
    assert (told in texts) if told else not any("取号到" in each or "可以取号" in each for each in texts)
    assert not qml.unfit(kiosk.view)


def test_the_hours_of_the_week_are_told_at_night(kiosk: Kiosk) -> None:
    kiosk.time.start = at(23, 23, 30).astimezone(UTC)
    kiosk.connect(hall_with(BOOKS))
    lines = [line.value.main.text for line in kiosk.app._view_model.page.lines]
    assert lines == [
        "今天 星期一 11月23日  09:00–12:00 · 14:00–17:30",
        "星期二 11月24日–星期三 11月25日  09:00–12:00 · 14:00–17:30",
        "星期四 11月26日–星期日 11月29日  不开放：节日",
        "下班前取的号仍会叫到。 用手机扫号票上的二维码，也能查看排队。",
    ]
    assert kiosk.app._view_model.page.title.main.text == "大厅现在不开放"
    assert kiosk.app._view_model.page.prompt.main.text == "星期二 11月24日 09:00起可以取号"
    qml.tap(kiosk.view, "ask")
    assert kiosk.app._view_model.page.page == "ask"


def test_a_made_up_workday_and_numbers_that_end_with_the_day_are_said(speak: Speak) -> None:
    hall = replace(HALL, rules=Rules(after_hours=AfterHours.STOP))
    view = derive_view(Inputs(hall=hall, live=True, pages=(Open(Page.CLOSED),), now=at(22, 8)), speak)
    assert view.lines[0].value.main.text == "今天 星期日 11月22日  09:00–12:00 · 14:00–17:30（调休上班）"
    assert view.lines[-1].value.main.text.startswith("下班前没有叫到的号不再叫。")


def test_the_mode_changes_on_the_minute_while_nobody_is_there(kiosk: Kiosk) -> None:
    kiosk.time.start = at(23, 17, 29).astimezone(UTC)
    kiosk.connect(hall_with(USUAL))
    kiosk.pass_time(59)
    assert kiosk.app._view_model.page.page == "home"
    kiosk.pass_time(1)
    assert kiosk.app._view_model.page.page == "ask"
    kiosk.pass_time(15.5 * 3600)
    kiosk.choose("wakes")
    assert kiosk.app._view_model.page.page == "home", "the next morning"


def test_a_visit_under_way_is_finished_before_the_mode_changes(kiosk: Kiosk) -> None:
    kiosk.time.start = at(23, 17, 29).astimezone(UTC)
    kiosk.connect(hall_with(USUAL))
    qml.tap(kiosk.view, "zone:business")
    kiosk.pass_time(59)
    assert kiosk.app._session.inputs.mode is Mode.TICKET
    qml.tap(kiosk.view, "stay")
    kiosk.pass_time(30)
    assert kiosk.app._view_model.page.page == "zone", "the tiles say that they are closed; the page stays"
    qml.tap(kiosk.view, "back")
    kiosk.pass_time(61)
    assert kiosk.app._view_model.page.page == "ask"


def test_where_no_numbers_are_taken_none_is_asked_for(kiosk: Kiosk) -> None:
    kiosk.time.start = at(23, 18).astimezone(UTC)
    kiosk.connect(hall_with(USUAL))
    kiosk.choose("queue:insurance")
    assert kiosk.asked == []
    assert kiosk.app._view_model.page.page == "closed"


def test_what_somebody_typed_on_the_first_page_is_gone_with_the_visitor(kiosk: Kiosk) -> None:
    kiosk.time.start = at(23, 18).astimezone(UTC)
    kiosk.connect(hall_with(USUAL))
    qml.tap(kiosk.view, "type:A")
    qml.tap(kiosk.view, "type:0")
    assert qml.text_of(kiosk.view, "typed") == "A0"
    kiosk.pass_time(55)
    assert qml.shows(kiosk.view, "countdown"), "it is said that it goes"
    kiosk.pass_time(6)
    assert not qml.shows(kiosk.view, "typed")


def test_every_mode_has_a_first_page() -> None:
    assert set(FIRST) == set(Mode)
