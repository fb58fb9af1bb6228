"""What a good hall file becomes."""

from dataclasses import fields
from datetime import date, time
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from core.app.hallfile import examine, load
from core.app.hallfile.ranges import BackwardRange, BadMinutes, BadNumbers, parse_numbers, parse_tiers
from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Calendar, Holiday, Hours, Workday
from core.domain.hall import (
    Department,
    Item,
    Material,
    Matter,
    Proof,
    Stage,
    Tier,
    Tiers,
    VisitorClass,
    Voice,
    Window,
    Zone,
)
from core.domain.limits import Limit, LimitUnit
from core.domain.rules import AfterHours, Restore, Rules
from core.domain.shows import WINDOW_MOST
from core.domain.voice import Wording
from core.service.wire import WindowNumber
from hardware.voice.reading import MOST
from tests.core.app.hallfile.small import MORE, TEXT, broken


def test_a_file_becomes_a_hall() -> None:
    hall = load(TEXT)
    assert hall.languages == ("zh", "en")
    assert hall.departments == (Department("hrss", {"zh": "人社局", "en": "Human Resources"}, "city"),)
    assert hall.windows == tuple(
        Window(number, "hall_1", (Tier(("social",)), Tier(("pension",)))) for number in (1, 2, 3)
    )
    assert hall.hours[1] == Hours((6,), time(10), time(11, 30))
    assert hall.day_starts == time(4)
    assert hall.voice.call == {"zh": "请{number}号到{window}号窗口办理"}
    assert hall.classes[1] == VisitorClass("elderly", {"zh": "老年人", "en": "Elderly"}, 1.5, 10)


def test_the_voice_is_as_usual_where_the_file_says_nothing() -> None:
    assert load(broken('call = { zh = "请{number}号到{window}号窗口办理" }', "")).voice == Voice(("zh",))


def test_everything_about_the_voice_is_read() -> None:
    more = """
repeats = 2
gap_ms = 500
chime = false
recall = { zh = "再请{number}号到{window}号窗口", ug = "{number} {window}" }
closing = { zh = "{zone}下班了", ug = "a" }
quiet = [{ from = "12:00", until = "14:00" }, { from = "22:00", until = "07:30" }]
volumes = [
  { from = "08:00", percent = 60 },
  { from = "18:00", percent = 0 },
]
call = { zh = "{number}号到{window}号", ug = "{number} {window}" }
"""
    text = broken('call = { zh = "请{number}号到{window}号窗口办理" }', more)
    assert load(
        text.replace('[voice]\nlanguages = ["zh"]', '[voice]\nlanguages = ["ug", "zh"]')
    ).voice == Voice(
        ("ug", "zh"),
        {"zh": "{number}号到{window}号", "ug": "{number} {window}"},
        chime=False,
        wordings={
            Wording.RECALL: {"zh": "再请{number}号到{window}号窗口", "ug": "{number} {window}"},
            Wording.CLOSING: {"zh": "{zone}下班了", "ug": "a"},
        },
        repeats=2,
        gap_ms=500,
        quiet=((time(12), time(14)), (time(22), time(7, 30))),
        volumes=((time(8), 60), (time(18), 0)),
    )


def test_the_entries_of_a_list_share_the_keys_above_it_and_may_have_their_own() -> None:
    hall = load(
        broken('"Pensions" }, prefix', '"Pensions" }, departments = [], prefix'.replace("[]", '["hrss"]'))
    )
    assert [queue.departments for queue in hall.queues] == [("hrss",), ("hrss",)]
    assert [item.queue for item in hall.items] == ["social", "social"]
    own = load(broken("frequent = true", 'queue = "pension"'))
    assert [item.queue for item in own.items] == ["pension", "social"]


def test_the_rules_of_a_queue_are_the_halls_but_for_what_it_says() -> None:
    hall = load(MORE)
    assert hall.rules == Rules(recall_most=3, restore=Restore.AFTER, cap=4)
    assert hall.rules_of("tax") == Rules(
        recall_most=3, restore=Restore.AFTER, cap=4, pass_after_s=30, after_hours=AfterHours.STOP
    )
    assert hall.queue("social").rules is None


def test_a_queue_that_repeats_the_halls_rules_has_none_of_its_own() -> None:
    hall = load(broken('{ pass_after_s = 30, after_hours = "stop" }', "{ cap = 4 }", MORE))
    assert hall.queue("tax").rules is None


def test_the_entries_of_a_list_share_rules_and_papers() -> None:
    text = broken('departments = ["hrss"]', 'departments = ["hrss"]\nrules = { cap = 2 }')
    text = broken(
        'queue = "social"',
        'queue = "social"\nmaterials = [{ id = "form", name = { zh = "表", en = "Form" } }]',
        text,
    )
    hall = load(text)
    assert [hall.rules_of(queue.id).cap for queue in hall.queues] == [2, 2]
    assert [item.materials for item in hall.items] == [(Material("form", {"zh": "表", "en": "Form"}),)] * 2


def test_times_of_every_kind_are_read() -> None:
    hall = load(MORE)
    late = (
        Hours((1, 2, 3), time(12, 30), time(20)),
        Hours((7,), time(22), time(1), extended=True),
    )
    assert hall.calendars == (Calendar("late", late),)
    assert hall.zones[1] == Zone("evening", {"zh": "晚间区", "en": "Evening zone"}, None, "late")
    assert hall.schedule_of("tax").hours == late
    assert hall.schedule_of("social").hours == hall.hours
    assert hall.holidays == (
        Holiday(date(2026, 10, 1), date(2026, 10, 7), {"zh": "国庆节", "en": "National Day"}),
        Holiday(date(2027, 1, 1), date(2027, 1, 1), {"zh": "元旦", "en": "New Year"}),
    )
    assert hall.workdays == (Workday(date(2026, 10, 10), like=5),)


def test_bookings_are_read() -> None:
    hall = load(MORE)
    assert hall.bookings == BookingRules(days_ahead=7, ratio=(2, 1), visitor_class="booked")
    assert hall.slots == (Slots("tax", (1, 2), time(13), time(16), 45, 6),)
    assert load(TEXT).bookings == BookingRules()


def test_papers_limits_fees_and_matters_are_read() -> None:
    hall = load(MORE)
    item = hall.item("invoice")
    assert item.materials == (
        Material("licence", {"zh": "营业执照", "en": "Business licence"}, copies=2),
        Material("deed", {"zh": "合同", "en": "Contract"}, form={"zh": "复印件", "en": "Copy"}),
    )
    assert (item.promised, item.legal) == (
        Limit(1.5, LimitUnit.WORKING_DAYS),
        Limit(20, LimitUnit.WORKING_DAYS),
    )
    assert item.fee == {"zh": "不收费", "en": "Free"}
    stages = (Stage(("social", "pension")), Stage(("tax",), back=True))
    assert hall.matters == (Matter("shop", {"zh": "开店一件事", "en": "Opening a shop"}, stages, "hrss"),)


def test_a_class_says_who_may_give_it() -> None:
    proofs = [(each.id, each.proof, each.age_from) for each in load(MORE).classes]
    assert proofs == [
        ("ordinary", Proof.CHOICE, 0),
        ("elderly", Proof.CHOICE, 0),
        ("booked", Proof.GUIDE, 0),
        ("old", Proof.AGE, 70),
    ]


def test_a_window_helps_a_queue_after_minutes_and_has_its_own_calendar() -> None:
    tiers = (Tier(("tax",)), Tier(("pension",), 25.0))
    assert load(MORE).window(9) == Window(9, "evening", tiers, "late")


@pytest.mark.parametrize("kind", [Rules, BookingRules, Hours, Slots, Item, Material, Matter, VisitorClass])
def test_the_guide_to_the_hall_file_names_every_key(kind: type) -> None:
    guide = (Path(__file__).parents[4] / "docs/hall-file.md").read_text(encoding="utf-8")
    keys = {each.name for each in fields(kind)} - {"initials", "stages"}
    assert {key for key in keys if f"`{key}`" not in guide} == set()


def test_times_may_be_written_as_toml_times() -> None:
    assert load(broken('opens = "09:00"', "opens = 09:00:00")).hours[0].opens == time(9)


def test_what_is_assumed_is_counted_by_section() -> None:
    text = broken('numbers = "1-3"', 'assumed = true\nnumbers = "1-3"')
    text = broken('queue = "social"', 'assumed = true\nqueue = "social"', text)
    text = broken("frequent = true", "assumed = false", text)
    assert examine(text).assumed == {"items": 1, "windows": 3}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("3", (3,)), ("5, 7-9", (5, 7, 8, 9)), (" 1 - 2 ", (1, 2)), ("999", (999,))],
)
def test_window_numbers_are_read(text: str, numbers: tuple[int, ...]) -> None:
    assert parse_numbers(text) == numbers


@pytest.mark.parametrize("text", ["", "a", "1-", "1,,2", "0", "1000", "１", "-1"])
def test_what_is_no_window_number_is_refused(text: str) -> None:
    with pytest.raises(BadNumbers):
        parse_numbers(text)


def test_the_largest_window_is_the_same_everywhere() -> None:
    """In the file, on the wire, on a screen's words, in the voice."""
    assert parse_numbers(str(WINDOW_MOST)) == (WINDOW_MOST,)
    with pytest.raises(BadNumbers):
        parse_numbers(str(WINDOW_MOST + 1))
    on_the_wire = TypeAdapter(WindowNumber)
    assert on_the_wire.validate_python(WINDOW_MOST) == WINDOW_MOST
    with pytest.raises(ValidationError):
        on_the_wire.validate_python(WINDOW_MOST + 1)
    assert MOST == WINDOW_MOST


def test_a_backward_range_is_refused() -> None:
    with pytest.raises(BackwardRange, match="9-7"):
        parse_numbers("1, 9-7")


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("a; b, c", (Tier(("a",)), Tier(("b", "c")))),
        ("a", (Tier(("a",)),)),
        ("", ()),
        (" ; a,", (Tier(("a",)),)),
        ("a; b, c @ 20", (Tier(("a",)), Tier(("b", "c"), 20.0))),
        ("a@0;b @7.5", (Tier(("a",), 0.0), Tier(("b",), 7.5))),
    ],
)
def test_tiers_are_read(text: str, tiers: Tiers) -> None:
    assert parse_tiers(text) == tiers


@pytest.mark.parametrize("text", ["a @", "a @ x", "a @ -1", "a @ 1 @ 2", "a; @ 5", "a @ ２", "a @ 1e3"])
def test_an_at_sign_needs_queues_and_minutes(text: str) -> None:
    with pytest.raises(BadMinutes):
        parse_tiers(text)
