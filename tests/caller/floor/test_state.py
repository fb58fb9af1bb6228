"""What the floor's window shows of what was heard, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from caller.floor.acts import Order, helping, issue, serving_first, without
from caller.floor.find import found_in, places, printers_in
from caller.floor.order import Cell, Row, Sort, ordered
from caller.floor.state import FloorInputs, Lateness, QueueTold, Thresholds, derive_floor, told_of
from core.domain.floor import WindowView
from core.domain.hall import Tier, Tiers
from core.domain.window import WindowStatus
from tests.caller.floor.room import ticket
from tests.support.halls import lhasa_like

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
OPEN = WindowStatus.OPEN


def heard(**more: object) -> FloorInputs:
    given: dict[str, object] = {
        "hall": lhasa_like(),
        "live": True,
        "now": NOW,
        "told_at": NOW,
        "waiting": {"insurance": 4, "company": 1, "food": 0, "advice": 0},
        "told": {"insurance": QueueTold(1800, (8, 15)), "company": QueueTold(900, (3, 5), windows=(3,))},
        "windows": {3: WindowView(3, "business", OPEN, "0301", None, NOW)},
    }
    return FloorInputs(**(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "is_"),
    [
        (None, Lateness.FINE),
        (14, Lateness.FINE),
        (15, Lateness.LATE),
        (29, Lateness.LATE),
        (30, Lateness.VERY_LATE),
    ],
)
def test_a_wait_is_late_from_the_threshold_on(minutes: int | None, is_: Lateness) -> None:
    assert Thresholds().of(minutes) is is_


def test_zones_are_seen_at_a_glance() -> None:
    social, business, _ = derive_floor(heard()).zones
    assert (social.waiting, social.longest_min, social.lateness) == (4, 30, Lateness.VERY_LATE)
    assert (social.open, social.windows, social.wait_min) == (0, 2, (8, 15))
    assert (business.waiting, business.longest_min, business.open, business.windows) == (1, 15, 1, 3)


def test_a_wait_grows_while_nothing_is_told_and_ends_when_nobody_waits() -> None:
    later = derive_floor(heard(now=NOW + timedelta(minutes=5)))
    assert later.zones[0].longest_min == 35
    gone = derive_floor(heard(waiting={"insurance": 0, "company": 0}))
    assert [zone.longest_min for zone in gone.zones] == [None, None, None]


def test_the_estimate_is_of_a_queue_that_issues_numbers() -> None:
    closed = derive_floor(heard(told={"insurance": QueueTold(60, (8, 15), open=False)}))
    assert closed.zones[0].wait_min is None


def test_a_zone_shows_its_own_queues_and_windows() -> None:
    props = derive_floor(heard(zone="business"))
    assert [queue.id for queue in props.queues] == ["company", "food", "advice"]
    assert next((row.window, row.status, row.since) for row in props.windows) == (3, OPEN, "10:00")
    assert derive_floor(heard(zone="gone")).zone == ""


def test_what_a_window_serves_is_said_in_names() -> None:
    row = derive_floor(heard(zone="business")).windows[0]
    assert row.serves == "企业登记注册; 食品经营许可证核发与变更"


@pytest.mark.parametrize(("role", "directs"), [("guide", False), ("supervisor", True), ("admin", True)])
def test_a_guide_directs_no_windows(role: str, directs: bool) -> None:
    assert derive_floor(heard(role=role)).directs is directs


def test_what_was_heard_is_said_to_be_old_and_nothing_can_be_done() -> None:
    props = derive_floor(heard(live=False, heard_at=NOW))
    assert (props.offline_since, props.may_act) == ("10:00", False)
    assert not derive_floor(heard(degraded=True)).may_act


def test_queues_are_read_in_minutes() -> None:
    told = told_of({"queues": [{"id": "a", "longest_s": 61, "estimate": {"p50_s": 480, "p90_s": 900}}]})
    assert told == {"a": QueueTold(61, (8, 15))}


def rows(**values: float | None) -> list[Row]:
    return [Row(each, (Cell(each, value),)) for each, value in values.items()]


@pytest.mark.parametrize(
    ("sort", "held", "stand"),
    [
        (Sort(), False, ["a", "b", "c"]),
        (Sort(0), False, ["c", "a", "b"]),
        (Sort(0, descending=True), False, ["a", "c", "b"]),
        (Sort(0), True, ["b", "a", "c"]),
    ],
)
def test_rows_stand_by_a_column_and_stay_under_a_hand(sort: Sort, held: bool, stand: list[str]) -> None:
    found = ordered(rows(a=2, b=None, c=1), sort, ["b", "a"], held=held)
    assert [row.id for row in found] == stand


PROFILE: Tiers = (Tier(("tax",)), Tier(("notary",), 20))


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (serving_first(PROFILE, "permits"), (Tier(("tax", "permits")), Tier(("notary",), 20))),
        (serving_first(PROFILE, "notary"), (Tier(("tax", "notary")),)),
        (serving_first((Tier(("tax",), 5),), "notary"), (Tier(("notary",)), Tier(("tax",), 5))),
        (helping(PROFILE, "permits", 20), (Tier(("tax",)), Tier(("notary", "permits"), 20))),
        (helping(PROFILE, "tax", 10), (Tier(("notary",), 20), Tier(("tax",), 10))),
        (without(PROFILE, "notary"), (Tier(("tax",)),)),
        (without((Tier(("tax",)),), "tax"), ()),
    ],
)
def test_a_profile_is_changed_queue_by_queue(after: Tiers, wanted: Tiers) -> None:
    assert after == wanted


def test_a_number_is_asked_for_with_what_was_said_only() -> None:
    assert issue(Order(queue="food")).body == {"queue": "food"}
    whole = issue(Order("insurance", "card", "elderly", "bo", " 138 0013 8000 ", assisted=True, prints=True))
    assert whole.body == {
        "item": "card",
        "class": "elderly",
        "lang": "bo",
        "phone": "138 0013 8000",
        "assisted": True,
        "slip": True,
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shbz", [("insurance", "card")]),
        ("食品", [("food", "")]),
        ("yanglao", [("insurance", "pension")]),
        ("none", []),
    ],
)
def test_what_somebody_comes_for_is_found_by_name_pinyin_and_letters(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(each.queue, each.item) for each in places(lhasa_like(), text, "zh")] == found


def test_printers_that_can_print_are_offered_the_ready_first() -> None:
    told = [
        {"name": "三", "kind": "printer", "state": "gone"},
        {"name": "二", "kind": "printer", "state": "degraded"},
        {"name": "键", "kind": "keypad", "state": "ready"},
        {"name": "一", "kind": "printer", "state": "ready"},
    ]
    assert printers_in({"devices": told}) == ["一", "二"]


def test_a_visit_of_several_legs_is_listed_once_as_it_is_now() -> None:
    told = [
        ticket("A001", "transferred"),
        ticket("A001", "waiting", queue="food"),
        ticket("A001", "planned", queue="advice"),
        ticket("A002", "transferred"),
        ticket("A002", "void", queue="food"),
    ]
    found = found_in({"tickets": told})
    assert [(each.number, each.state, each.queue) for each in found] == [
        ("A001", "waiting", "food"),
        ("A002", "void", "food"),
    ]
