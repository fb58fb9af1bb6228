"""What a good hall file becomes."""

from datetime import time

import pytest

from core.app.hallfile import examine, load
from core.app.hallfile.ranges import BackwardRange, BadNumbers, parse_numbers, parse_tiers
from core.domain.calendar import Hours
from core.domain.hall import Department, Tier, VisitorClass, Window
from tests.core.app.hallfile.small import TEXT, broken


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


def test_the_entries_of_a_list_share_the_keys_above_it_and_may_have_their_own() -> None:
    hall = load(
        broken('"Pensions" }, prefix', '"Pensions" }, departments = [], prefix'.replace("[]", '["hrss"]'))
    )
    assert [queue.departments for queue in hall.queues] == [("hrss",), ("hrss",)]
    assert [item.queue for item in hall.items] == ["social", "social"]
    own = load(broken("frequent = true", 'queue = "pension"'))
    assert [item.queue for item in own.items] == ["pension", "social"]


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


def test_a_backward_range_is_refused() -> None:
    with pytest.raises(BackwardRange, match="9-7"):
        parse_numbers("1, 9-7")


@pytest.mark.parametrize(
    ("text", "tiers"),
    [("a; b, c", (("a",), ("b", "c"))), ("a", (("a",),)), ("", ()), (" ; a,", (("a",),))],
)
def test_tiers_are_read(text: str, tiers: tuple[tuple[str, ...], ...]) -> None:
    assert parse_tiers(text) == tiers
