"""In which mode a kiosk is when, what it offers, and which notices are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.hallfile import load
from core.domain.calendar import Workday
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json, hall_to_json, without_pins
from core.domain.kiosk import (
    Kiosk,
    KioskRules,
    Mode,
    ModeTime,
    mode_at,
    offers_item,
    offers_matter,
    offers_queue,
)
from core.domain.notice import Notice
from tests.core.app.hallfile.any_hall import PIN_HASH, SOME, halls, kiosk_rules
from tests.core.app.hallfile.small import MORE

HERE = ZoneInfo("Asia/Shanghai")
HALL = load(MORE)
"""Open on weekdays 9-12 and on Saturdays 10-11:30; the tax office on Monday to Wednesday 12:30-20 and on
Sunday 22-1. Closed on 1-7 October 2026; Saturday 10 October is worked like a Friday."""

MONDAY, SATURDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29)
HOLIDAY, MADE_UP = date(2026, 10, 5), date(2026, 10, 10)
USUAL = KioskRules()
EARLY = ModeTime((1, 2, 3, 4, 5), time(8), time(9), Mode.TICKET)
NIGHT = ModeTime((1, 2, 3, 4, 5, 6, 7), time(23), time(6), Mode.CLOSED)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), HERE)


@pytest.mark.parametrize(
    ("rules", "day", "clock", "mode"),
    [
        (USUAL, MONDAY, "08:59", Mode.QUERY),
        (USUAL, MONDAY, "09:00", Mode.TICKET),
        (USUAL, MONDAY, "12:15", Mode.QUERY),
        (USUAL, MONDAY, "19:59", Mode.TICKET),  # the tax office is open
        (USUAL, MONDAY, "20:00", Mode.QUERY),
        (USUAL, SUNDAY, "23:00", Mode.TICKET),
        (USUAL, MONDAY, "00:59", Mode.TICKET),  # Sunday's hours last past midnight
        (USUAL, MONDAY, "01:00", Mode.QUERY),
        (USUAL, HOLIDAY, "10:00", Mode.QUERY),
        (USUAL, MADE_UP, "09:30", Mode.TICKET),
        (replace(USUAL, zones=("hall_1",)), MONDAY, "13:00", Mode.QUERY),
        (replace(USUAL, zones=("evening",)), MONDAY, "10:00", Mode.QUERY),
        (replace(USUAL, zones=("evening",)), MONDAY, "13:00", Mode.TICKET),
        (replace(USUAL, out_of_hours=Mode.BOOKING), MONDAY, "22:00", Mode.BOOKING),
        (replace(USUAL, out_of_hours=Mode.CLOSED), MONDAY, "22:00", Mode.CLOSED),
        (replace(USUAL, out_of_hours=Mode.TICKET), MONDAY, "22:00", Mode.TICKET),
        (replace(USUAL, mode=Mode.GUIDE), MONDAY, "22:00", Mode.GUIDE),
        (replace(USUAL, mode=Mode.QUERY), MONDAY, "10:00", Mode.QUERY),
        (replace(USUAL, times=(EARLY,)), MONDAY, "08:00", Mode.TICKET),
        (replace(USUAL, times=(EARLY,)), MONDAY, "07:59", Mode.QUERY),
        (replace(USUAL, times=(EARLY,)), SATURDAY, "08:30", Mode.QUERY),
        (replace(USUAL, times=(EARLY,)), HOLIDAY, "08:30", Mode.QUERY),
        (replace(USUAL, times=(EARLY,)), MADE_UP, "08:30", Mode.TICKET),
        (replace(USUAL, mode=Mode.BOOKING, times=(EARLY,)), MONDAY, "08:30", Mode.TICKET),
        (replace(USUAL, times=(EARLY, NIGHT)), MONDAY, "00:30", Mode.CLOSED),  # though the tax office is open
        (replace(USUAL, times=(EARLY, NIGHT)), MONDAY, "06:00", Mode.QUERY),
    ],
)
def test_a_kiosk_has_its_mode_by_the_time(rules: KioskRules, day: date, clock: str, mode: Mode) -> None:
    assert mode_at(rules, HALL, at(day, clock)) is mode
    assert mode_at(rules, HALL, at(day, clock).astimezone(UTC)) is mode


def test_a_hall_that_keeps_no_hours_gives_numbers_at_any_time() -> None:
    training = replace(HALL, keeps_hours=False)
    assert mode_at(USUAL, training, at(MONDAY, "03:00")) is Mode.TICKET
    assert mode_at(replace(USUAL, mode=Mode.QUERY), training, at(MONDAY, "03:00")) is Mode.QUERY


def test_on_a_make_up_workday_the_hours_of_the_day_it_is_like_count() -> None:
    like_monday = replace(HALL, workdays=(Workday(SATURDAY, 1),))
    assert mode_at(USUAL, HALL, at(SATURDAY, "19:00")) is Mode.QUERY
    assert mode_at(USUAL, like_monday, at(SATURDAY, "19:00")) is Mode.TICKET


@SOME
@given(st.data(), st.datetimes(datetime(2026, 9, 1), datetime(2026, 12, 1)))
def test_every_instant_has_one_mode_that_the_hall_asked_for(data: st.DataObject, local: datetime) -> None:
    hall = data.draw(halls())
    rules = data.draw(kiosk_rules(hall))
    instant = local.replace(tzinfo=hall.zone_info)
    mode = mode_at(rules, hall, instant)
    timed = {each.mode for each in rules.times}
    otherwise = {rules.mode} if rules.mode else {Mode.TICKET, rules.out_of_hours}
    assert mode in timed | otherwise
    plain = replace(rules, mode=None, times=())
    is_open = mode_at(plain, hall, instant) is Mode.TICKET
    offered = [each for each in hall.queues if offers_queue(rules, hall, each)]
    assert offered
    issuing = any(hall.schedule_of(each.id).open_span(instant) for each in offered)
    if rules.out_of_hours is not Mode.TICKET:
        assert is_open == (issuing or not hall.keeps_hours)


@pytest.mark.parametrize(
    ("rules", "queues", "items", "matters"),
    [
        (USUAL, {"social", "pension", "tax"}, {"card", "bank", "invoice"}, {"shop"}),
        (replace(USUAL, zones=("evening",)), {"tax"}, {"invoice"}, set()),
        (replace(USUAL, zones=("hall_1",)), {"social", "pension"}, {"card", "bank"}, {"shop"}),
        (
            replace(USUAL, departments=("hrss",)),
            {"social", "pension", "tax"},
            {"card", "bank", "invoice"},
            {"shop"},
        ),
        (replace(USUAL, departments=("police",)), set(), set(), set()),
    ],
)
def test_a_kiosk_offers_what_is_in_its_zones_and_of_its_departments(
    rules: KioskRules, queues: set[str], items: set[str], matters: set[str]
) -> None:
    assert {each.id for each in HALL.queues if offers_queue(rules, HALL, each)} == queues
    assert {each.id for each in HALL.items if offers_item(rules, HALL, each)} == items
    assert {each.id for each in HALL.matters if offers_matter(rules, HALL, each)} == matters


def test_an_item_is_offered_in_the_zone_of_another_queue_that_handles_it() -> None:
    rules, card = replace(USUAL, zones=("evening",)), HALL.item("card")
    assert not offers_item(rules, HALL, card)
    assert offers_item(rules, HALL, replace(card, also=("tax",)))


def test_a_machine_that_the_hall_does_not_name_is_run_as_all_are() -> None:
    halls_own, own = replace(USUAL, volume=40), replace(USUAL, mode=Mode.QUERY)
    hall = replace(HALL, kiosk_rules=halls_own, kiosks=(Kiosk("Q1", own),))
    assert hall.kiosk("Q1") == own
    assert hall.kiosk("K9") == hall.kiosk("") == halls_own


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, None, True),
        (MONDAY, MONDAY, True),
        (MONDAY - timedelta(days=1), None, True),
        (MONDAY + timedelta(days=1), None, False),
        (None, MONDAY - timedelta(days=1), False),
        (None, MONDAY, True),
    ],
)
def test_a_notice_is_told_from_its_first_day_to_its_last(
    first: date | None, last: date | None, told: bool
) -> None:
    text = {"zh": "停电", "en": "No power"}
    hall = replace(HALL, notice={}, notices=(Notice(text, first, last),))
    assert hall.notices_on(MONDAY) == ((text,) if told else ())
    always = replace(hall, notice={"zh": "欢迎", "en": "Welcome"})
    assert always.notices_on(MONDAY) == (({"zh": "欢迎", "en": "Welcome"},) + ((text,) if told else ()))


@SOME
@given(halls())
def test_a_hall_with_its_kiosks_comes_back_from_json_equal(hall: Hall) -> None:
    assert hall_from_json(hall_to_json(hall)) == hall


def test_a_hall_of_a_program_before_there_were_rules_for_kiosks_is_read() -> None:
    json = hall_to_json(HALL)
    for name in ("kiosk_rules", "kiosks", "notices"):
        del json[name]
    for item in json["items"]:
        del item["also"]
    assert hall_from_json(json) == HALL


def test_nothing_but_the_pins_is_left_out_for_everybody() -> None:
    secret = replace(USUAL, staff_pin=PIN_HASH, volume=33)
    hall = replace(HALL, kiosk_rules=secret, kiosks=(Kiosk("Q1", secret),))
    known = without_pins(hall)
    assert "argon2" not in str(hall_to_json(known))
    open_rules = replace(secret, staff_pin="")
    assert known == replace(hall, kiosk_rules=open_rules, kiosks=(Kiosk("Q1", open_rules),))
