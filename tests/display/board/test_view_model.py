from __future__ import annotations

from datetime import timedelta

import pytest

from core.domain.event import Event
from core.domain.floor import replay
from tests.display.held import MORNING, Held, HeldClockwork
from tests.support.day import Day
from tests.support.halls import lhasa_like


def test_a_board_connects_then_shows_the_hall(qapp: object) -> None:
    held = Held(lhasa_like(), "business")
    seen = [held.props.connecting]
    held.link.set_hall(held.hall)
    seen.append(held.props.connecting)
    held.link.connect_to(held.hall)
    seen.append(held.props.connecting)
    assert seen == [True, True, False]
    assert held.props.rows == ()


def test_a_call_is_large_and_listed(held: Held) -> None:
    held.day.call("C017", 3)
    assert held.props.hero.number == "C017"
    assert held.props.hero.flashing
    assert held.rows() == ["C017>3"]
    assert held.flashing() == ["C017"]


def test_a_call_stops_flashing_after_ten_seconds_and_stays(held: Held) -> None:
    held.day.call("C017", 3)
    held.clock.advance(9.9)
    assert held.flashing() == ["C017"]
    held.clock.advance(0.2)
    assert not held.props.hero.flashing
    assert held.flashing() == []
    assert held.props.hero.number == "C017"
    assert held.props.hero.calling


def test_a_recall_flashes_the_same_row_and_moves_it_up(held: Held) -> None:
    held.day.call("C017", 3)
    held.clock.advance(12)
    held.day.call("B001", 2)
    held.clock.advance(12)
    assert held.rows() == ["B001>2", "C017>3"]
    held.day.recall("C017")
    assert held.rows() == ["C017>3", "B001>2"]
    assert held.flashing() == ["C017"]
    assert held.props.hero.number == "C017"


def test_five_calls_within_a_second_each_get_their_turn(held: Held) -> None:
    numbers = ["B001", "C001", "D001", "B002", "C002"]
    shown: list[str] = []
    held.board.heroChanged.connect(lambda: shown.append(held.props.hero.number))
    for at, number in enumerate(numbers):
        held.day.call(number, 2 + at % 4)
        held.clock.advance(0.2)
    assert [row.number for row in held.props.rows] == numbers[::-1]
    assert len(held.flashing()) == 5
    held.clock.advance(25)
    assert list(dict.fromkeys(shown)) == numbers
    assert held.props.hero.number == "C002"


def test_each_turn_lasts_four_seconds(held: Held) -> None:
    for number in ("B001", "C001", "D001"):
        held.day.call(number, 3)
    seen = []
    for _ in range(12):
        seen.append(held.props.hero.number)
        held.clock.advance(1)
    assert seen == ["B001"] * 4 + ["C001"] * 4 + ["D001"] * 4


def test_a_booking_changes_nothing_on_the_board(held: Held) -> None:
    held.day.call("C017", 3)
    before = held.props
    held.day.book("food")
    assert held.props == before


def test_put_back_removes_the_call(held: Held) -> None:
    held.day.take("C017")
    held.day.call("C017", 3)
    held.day.put_back("C017")
    assert held.props.rows == ()
    assert held.props.hero.number == ""
    assert held.props.tiles[1].waiting == "1"


def test_put_back_shows_the_call_before_it_without_flashing(held: Held) -> None:
    held.day.call("B001", 2)
    held.clock.advance(20)
    held.day.call("C017", 3)
    held.day.cancel("C017")
    assert held.props.hero.number == "B001"
    assert not held.props.hero.flashing


def test_who_is_put_back_while_waiting_for_the_stage_never_comes_on(held: Held) -> None:
    shown: list[str] = []
    held.board.heroChanged.connect(lambda: shown.append(held.props.hero.number))
    for number in ("B001", "C001", "D001"):
        held.day.call(number, 3)
    held.day.put_back("C001")
    held.clock.advance(20)
    assert "C001" not in shown
    assert shown[-1] == "D001"


def test_who_is_served_or_passed_is_plain(held: Held) -> None:
    held.day.call("B001", 2)
    held.day.call("C001", 3)
    held.day.call("D001", 4)
    held.day.start("B001")
    held.day.miss("C001")
    assert [(row.number, row.calling) for row in held.props.rows] == [
        ("D001", True),
        ("C001", False),
        ("B001", False),
    ]


def test_a_call_of_a_later_step_is_a_call_like_any_other(held: Held) -> None:
    held.day.call("A017", 3, leg=2, zone="business", queue="food", step=2, steps=3)
    assert held.rows() == ["A017>3"]
    assert held.props.rows[0].names[0].text == "食品经营许可证核发与变更"
    assert held.props.hero.number == "A017"
    assert held.props.hero.flashing


@pytest.mark.parametrize("leaves", ["suspend", "send_on"])
def test_who_is_sent_away_from_a_call_is_listed_no_more(held: Held, leaves: str) -> None:
    held.day.call("C017", 3)
    getattr(held.day, leaves)("C017", "called")
    assert held.rows() == []
    assert held.props.hero.number == ""


def test_a_pass_that_is_taken_back_makes_the_visitor_expected_again(held: Held) -> None:
    held.day.call("C017", 3)
    held.clock.advance(30)
    held.day.miss("C017")
    expected = [held.props.hero.calling]
    held.day.take_back("C017", "passed", "called")
    expected.append(held.props.hero.calling)
    assert expected == [False, True]
    assert held.props.rows[0].calling
    assert held.flashing() == [], "nobody is called once more"


def test_who_comes_to_a_window_without_a_call_is_not_listed(held: Held) -> None:
    held.day.walk_in("C018", 3)
    held.day.finish("C018")
    held.day.resume("C019", 3)
    assert held.rows() == []


def test_waiting_counts_and_window_states_follow(held: Held) -> None:
    held.day.take("C001")
    held.day.take("C002")
    held.day.open(3)
    held.day.open(4)
    held.day.pause(4)
    assert [(tile.key, tile.waiting) for tile in held.props.tiles][1] == ("food", "2")
    assert [line.numbers for line in held.props.windows] == ["3", "4"]
    held.day.close(4)
    assert [line.numbers for line in held.props.windows] == ["3"]


def test_another_zones_call_is_not_shown(held: Held) -> None:
    held.day.call("A001", 1)
    assert held.props.hero.number == ""
    assert held.props.rows == ()


def test_after_an_absence_nothing_old_flashes(held: Held) -> None:
    held.day.call("B001", 2)
    held.clock.advance(20)
    held.link.go_dark()
    away = Day(
        held.hall, lambda _: None, held.clock.now, held.day.seq, dict(held.day.calls), dict(held.day.windows)
    )
    events = [away.call("C001", 3)]
    held.clock.advance(600)
    events.append(away.call("C002", 4))
    held.clock.advance(30)
    events.append(away.call("C003", 2))
    held.clock.advance(2)
    floor = replay(held.hall, [])
    floor.calls.extend(held.link.floor.calls)
    for event in events:
        floor.apply(event)
    held.link.snapshot(floor)
    assert [row.number for row in held.props.rows] == ["C003", "C002", "C001", "B001"]
    assert held.flashing() == ["C003"]
    assert held.props.hero.number == "C003"
    held.clock.advance(8.1)
    assert held.flashing() == []


def test_missed_events_that_come_one_by_one_do_not_flash_when_old(held: Held) -> None:
    held.link.go_dark()
    missed: list[Event] = []
    day = Day(held.hall, missed.append, held.clock.now)
    day.call("C001", 3)
    held.clock.advance(60)
    day.call("C002", 4)
    held.clock.advance(3)
    for event in missed:
        held.link.push(event)
    held.link.go_live()
    assert held.rows() == ["C002>4", "C001>3"]
    assert held.flashing() == ["C002"]


def test_a_clock_that_is_wrong_by_hours_makes_no_storm(qapp: object) -> None:
    hall = lhasa_like()
    for wrong_by in (timedelta(hours=-3), timedelta(hours=3)):
        cores = HeldClockwork()
        events: list[Event] = []
        day = Day(hall, events.append, cores.now)
        for at in range(6):
            day.call(f"C{at:03d}", 2)
            cores.advance(60)
        held = Held(hall, "business", HeldClockwork(cores.now() + wrong_by))
        held.link.connect_to(hall, replay(hall, events))
        assert len(held.flashing()) <= 1
        day.tell = held.link.push
        day.call("B007", 3)
        held.clock.advance(4)
        assert held.props.hero.number == "B007"
        assert "B007" in held.flashing()


def test_the_line_that_is_lost_is_said_and_the_state_stays(held: Held) -> None:
    held.day.call("C017", 3)
    held.clock.advance(150)
    held.link.go_dark()
    assert held.props.dark[0].text.startswith("09:32")
    assert held.rows() == ["C017>3"]
    held.clock.advance(600)
    assert held.props.dark[0].text.startswith("09:32")
    assert held.props.clock == "09:42"
    held.link.go_live()
    assert held.props.dark == ()


def test_a_new_business_day_starts_empty(held: Held) -> None:
    held.day.call("C017", 3)
    held.day.new_day()
    assert held.props.rows == ()
    assert held.props.hero.number == ""


def test_light_and_dark_change_no_more_than_four_times_a_second(held: Held) -> None:
    changes: list[bool] = []
    held.board.litChanged.connect(lambda: changes.append(held.props.lit))
    held.day.call("C017", 3)
    held.clock.advance(10)
    assert 38 <= len(changes) <= 42, "2 Hz for ten seconds"
    held.clock.advance(60)
    assert not held.props.lit
    assert len(changes) <= 42


def test_a_quiet_board_wakes_once_a_minute(held: Held) -> None:
    held.day.call("C017", 3)
    held.clock.advance(60)
    before = held.clock.rings
    held.clock.advance(3600)
    assert held.clock.rings - before == 60


def test_only_what_changed_is_told(held: Held) -> None:
    told: list[str] = []
    held.board.titlesChanged.connect(lambda: told.append("titles"))
    held.board.noticesChanged.connect(lambda: told.append("notices"))
    held.board.clockChanged.connect(lambda: told.append("clock"))
    held.day.call("C017", 3)
    assert told == []
    held.clock.advance(60)
    assert told == ["clock"]


def test_the_day_is_the_halls_own(held: Held) -> None:
    assert held.clock.now() == MORNING
    assert held.props.clock == "09:30"
