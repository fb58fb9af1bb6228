"""The five real halls: every figure their articles state is met."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date, datetime
from functools import cache
from time import process_time

import pytest

from core.app.hallfile import check, examine, load
from core.domain.booking import slots_of
from core.domain.hall import REASON_ACTS, Hall, Proof, Stage
from core.domain.hall_json import hall_from_json, hall_to_json
from core.domain.kiosk import Mode, mode_at, offers_queue
from core.domain.limits import Limit, LimitUnit
from hallcall.halls import NoSuchHall, resolve, shipped

NAMES = ["dazi", "lhasa", "longnan", "pingliang", "yuzhong"]

PINGLIANG_ZONES = (
    "税务服务区 公安交管服务区 运政服务区 医疗保险服务区 市场监管服务区 不动产登记服务区 公积金服务区 "
    "公安综合业务服务区 投资项目服务区 公共法律服务区 社会保险服务区 社会事务服务区 民政婚姻登记服务区 "
    "金融服务区 老年人残疾人服务区 中介代办服务区 网上自助服务区 24小时自助服务区 商务文印服务区 "
    "12345综合便民热线受理中心"
)


@cache
def hall_of(name: str) -> Hall:
    return load(resolve(name))


def items_of(hall: Hall, queue: str) -> int:
    return sum(item.queue == queue for item in hall.items)


def test_the_five_halls_are_shipped() -> None:
    assert list(shipped()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_hall_has_no_mistake_and_its_own_id(name: str) -> None:
    assert check(resolve(name)) == []
    assert hall_of(name).id == name


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_hall_survives_the_way_through_json(name: str) -> None:
    hall = hall_of(name)
    assert hall_from_json(hall_to_json(hall)) == hall


@pytest.mark.parametrize("name", NAMES)
def test_every_item_of_a_shipped_hall_can_be_found_by_initials(name: str) -> None:
    for item in hall_of(name).items:
        assert item.initials.isalnum()
        assert item.initials.isascii()
        assert item.pinyin.isascii()


@pytest.mark.parametrize("name", NAMES)
def test_queue_names_fit_a_button_and_a_ticket(name: str) -> None:
    assert all(len(queue.name["zh"]) <= 10 for queue in hall_of(name).queues)


@pytest.mark.parametrize("name", NAMES)
def test_every_queue_of_a_shipped_hall_has_items_and_names_their_departments(name: str) -> None:
    hall = hall_of(name)
    for queue in hall.queues:
        departments = {item.department for item in hall.items if item.queue == queue.id}
        assert departments
        assert departments <= set(queue.departments)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_hall_names_no_phone_but_the_public_hotline(name: str) -> None:
    assert hall_of(name).phone == "12345"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_stated_is_marked(name: str) -> None:
    report = examine(resolve(name))
    assert report.hall is not None
    of_all = ("windows", "departments", "queues", "items", "classes", "reasons", "hours", "holidays")
    for section in (*of_all, "matters", "calendars", "slots"):
        assert report.assumed.get(section, 0) == len(getattr(report.hall, section))


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_hall_has_rules_reasons_for_every_act_and_an_age_for_the_elderly(name: str) -> None:
    hall = hall_of(name)
    assert (hall.rules.pass_after_s, hall.rules.cap, hall.rules.issue_stops_min) == (30, 3, 15)
    assert {reason.act for reason in hall.reasons} == set(REASON_ACTS)
    assert hall.reason("finish", "not_accepted").name["zh"] == "不予受理"
    elderly = hall.visitor_class("elderly")
    assert (elderly.proof, elderly.age_from) == (Proof.AGE, 60)
    assert hall.keeps_hours


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_hall_closes_on_days_that_the_law_names(name: str) -> None:
    schedule = hall_of(name).schedule()
    assert schedule.holiday(date(2027, 10, 3))
    assert not schedule.holiday(date(2027, 10, 4))


@pytest.mark.parametrize("name", ["dazi", "yuzhong"])
def test_who_books_is_called_as_booked_and_some_queues_have_slots(name: str) -> None:
    hall = hall_of(name)
    assert hall.visitor_class(hall.bookings.visitor_class).proof is Proof.GUIDE
    assert {plan.queue for plan in hall.slots} > {"estate"}
    for plan in hall.slots:
        monday = date(2026, 11, 23)
        assert slots_of([plan], hall.schedule_of(plan.queue), monday)


def test_pingliang() -> None:
    hall = hall_of("pingliang")
    assert [zone.name["zh"] for zone in hall.zones] == PINGLIANG_ZONES.split()
    assert [window.number for window in hall.windows] == list(range(1, 252))
    levels = Counter(department.level for department in hall.departments)
    assert levels == {"city": 39, "district": 36, "public": 20}
    assert len(hall.items) >= 300
    assert "zones" not in examine(resolve("pingliang")).assumed
    (project, _) = hall.matters
    assert (project.lead, project.stages[1].queues) == ("city_ndrc", ("construction", "planning"))
    helping = [tier for window in hall.windows for tier in window.tiers if tier.when_wait_over_min]
    assert len(helping) == 88


def test_lhasa() -> None:
    hall = hall_of("lhasa")
    assert hall.languages == ("zh", "bo", "en")
    assert hall.voice.languages == ("bo", "zh")
    assert len(hall.windows) == 72
    convenience = items_of(hall, "convenience")
    assert (len(hall.items) - convenience, convenience) == (203, 25)
    told_once = [item for item in hall.items if item.materials]
    assert len(told_once) > 10
    assert all(item.frequent for item in told_once)
    limits = {
        item.id: item.promised.amount for item in hall.items if item.promised and item.id != "building_permit"
    }
    assert limits.pop("limited_company_new") == 3
    assert limits.pop("second_hand_house") == 5
    assert set(limits.values()) == {7}


def test_longnan() -> None:
    hall = hall_of("longnan")
    assert hall.languages == ("zh", "en")
    assert (len(hall.windows), len(hall.departments), len(hall.items)) == (66, 72, 451)
    road = [window for window in hall.windows if window.zone == "road_transport"]
    assert len(road) == 8
    assert {queue for window in road for queue in window.queues} == {"road_transport", "transport_workers"}
    assert len(hall.windows_of("cashier")) == 1
    assert all(matter.stages[1] == Stage(("cashier",), back=True) for matter in hall.matters)
    assert hall.item("bus_line_permit").promised == Limit(20, LimitUnit.WORKING_DAYS)
    assert hall.item("transport_worker_certificate").promised == Limit(0, LimitUnit.WORKING_DAYS)
    assert hall.item("limited_company_new").promised == Limit(30, LimitUnit.MINUTES)


def test_dazi() -> None:
    hall = hall_of("dazi")
    assert hall.languages == ("zh", "bo", "en")
    assert hall.voice.languages == ("bo", "zh")
    assert 40 < len(hall.windows) < 50
    assert len(hall.windows_of("market")) == 4
    assert 20 < len(hall.departments) < 30
    assert 140 < len(hall.items) < 150
    assert sum(item.frequent for item in hall.items) == 97
    assert {zone.floor for zone in hall.zones} == {1, 2}
    assert hall.item("individual_business_new").promised == Limit(0, LimitUnit.WORKING_DAYS)
    assert hall.item("limited_company_new").promised == Limit(1.5, LimitUnit.WORKING_DAYS)
    saturday = date(2026, 11, 28)
    assert [span.extended for span in hall.schedule_of("market").spans(saturday)] == [True]
    assert not hall.schedule_of("tax").spans(saturday)
    assert {"等待区", "休息区", "母婴室", "无障碍卫生间", "自助服务区"} <= {
        zone.name["zh"] for zone in hall.zones
    }


def test_yuzhong() -> None:
    hall = hall_of("yuzhong")
    assert hall.languages == ("zh", "en")
    assert len(hall.departments) == 30
    assert len(hall.queue("joint").departments) == 19
    assert 330 < items_of(hall, "joint") < 340
    saturday = date(2026, 11, 28)
    assert [span.extended for span in hall.schedule_of("joint").spans(saturday)] == [True]
    assert not hall.schedule_of("estate").spans(saturday)
    restaurant, house = hall.matters
    assert [stage.queues for stage in restaurant.stages] == [("company",), ("joint",), ("tax",)]
    assert house.stages[1] == Stage(("tax",), back=True)


@pytest.mark.parametrize("name", ["dazi", "lhasa"])
def test_tibetan_that_no_native_speaker_has_read_is_marked(name: str) -> None:
    assert tomllib.loads(resolve(name).read_text(encoding="utf-8"))["hall"]["bo_reviewed"] is False


def test_pingliang_is_read_fast_enough_for_a_start_within_a_second() -> None:
    text = resolve("pingliang").read_text(encoding="utf-8")
    load(text)  # the dictionary of pinyin is not what is measured
    started = process_time()
    load(text)
    assert process_time() - started < 0.3  # some 0.06 s on one core of a small machine


def test_a_name_that_is_no_hall_lists_the_shipped_ones() -> None:
    with pytest.raises(NoSuchHall, match="dazi, lhasa, longnan, pingliang, yuzhong"):
        resolve("lasa")


@pytest.mark.parametrize("name", NAMES)
def test_every_kiosk_of_a_shipped_hall_offers_something(name: str) -> None:
    hall = hall_of(name)
    assert hall.kiosks
    for rules in (hall.kiosk_rules, *(each.rules for each in hall.kiosks)):
        assert any(offers_queue(rules, hall, queue) for queue in hall.queues)
        assert not rules.staff_pin  # each hall has its own


@pytest.mark.parametrize(
    ("name", "machine", "by_day", "by_night"),
    [
        ("pingliang", "", Mode.TICKET, Mode.QUERY),
        ("pingliang", "Q1", Mode.QUERY, Mode.QUERY),
        ("pingliang", "E1", Mode.TICKET, Mode.QUERY),
        ("pingliang", "G1", Mode.GUIDE, Mode.GUIDE),
        ("dazi", "", Mode.TICKET, Mode.BOOKING),
        ("dazi", "S1", Mode.BOOKING, Mode.BOOKING),
        ("yuzhong", "F3", Mode.TICKET, Mode.BOOKING),
    ],
)
def test_the_kiosks_of_a_shipped_hall_have_their_modes(
    name: str, machine: str, by_day: Mode, by_night: Mode
) -> None:
    hall = hall_of(name)
    day, night = (datetime(2026, 11, 24, hour, 30, tzinfo=hall.zone_info) for hour in (10, 21))
    assert (mode_at(hall.kiosk(machine), hall, day), mode_at(hall.kiosk(machine), hall, night)) == (
        by_day,
        by_night,
    )


def test_dazi_is_closed_at_night() -> None:
    hall = hall_of("dazi")
    assert mode_at(hall.kiosk("S1"), hall, datetime(2026, 11, 24, 2, tzinfo=hall.zone_info)) is Mode.CLOSED


def test_what_older_people_come_for_can_be_done_at_another_counter_of_pingliang() -> None:
    hall = hall_of("pingliang")
    assert {item.also for item in hall.items if item.queue == "elderly"} == {("civil",)}
