from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.floor import CallView, empty_floor
from core.domain.hall import Hall
from core.domain.screen import Screen
from core.domain.window import WindowStatus
from core.qt.translate import Translations
from display.board.derive import BoardInputs, BoardProps, changes_at, derive_board
from display.board.stage import Stage
from display.lines import Line, split_window
from tests.display.held import MORNING
from tests.support.halls import big, lhasa_like


@pytest.fixture(scope="module")
def words(qapp: object) -> Translations:
    return Translations(("zh", "bo", "en"))


@pytest.fixture
def inputs(words: Translations) -> BoardInputs:
    hall = lhasa_like()
    floor = empty_floor(hall)
    return BoardInputs(
        now=MORNING,
        speak=words.say,
        screen=Screen(zone="business"),
        hall=hall,
        known=True,
        waiting=tuple(floor.waiting.items()),
        windows=tuple(floor.windows.values()),
    )


def a_call(number: str, queue: str, zone: str, window: int, seq: int = 1) -> CallView:
    return CallView(f"{number}.1", number, queue, zone, window, 1, MORNING, seq)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def calls(count: int) -> tuple[CallView, ...]:
    return tuple(a_call(f"C{at:03d}", "food", "business", 2, at) for at in range(count, 0, -1))


@pytest.mark.parametrize("change", [{"hall": None}, {"known": False}])
def test_without_a_hall_or_floor_the_board_says_that_it_connects(
    inputs: BoardInputs, change: dict[str, object]
) -> None:
    props = derive_board(replace(inputs, **change))  # type: ignore[arg-type]
    assert props.connecting
    assert [line.language for line in props.connecting_lines] == ["zh", "bo", "en"]
    assert "正在连接" in props.connecting_lines[0].text


def test_an_empty_board_greets_in_every_language(inputs: BoardInputs) -> None:
    props = derive_board(inputs)
    assert not props.connecting
    assert props.hero.number == ""
    assert [line.language for line in props.hero.sentences] == ["zh", "bo", "en"]
    assert [line.language for line in props.no_calls] == ["zh", "bo", "en"]
    assert not props.lit


def test_the_header_has_hall_zone_and_the_halls_own_time(inputs: BoardInputs) -> None:
    props = derive_board(inputs)
    assert texts(props.titles)[0] == "拉萨市级政务服务大厅"
    assert texts(props.zone)[0] == "市场监管服务区"
    assert len(props.titles) == len(props.zone) == 3
    assert props.clock == "09:30"
    assert texts(props.dates) == ["2026年11月23日 星期一", "གཟའ་ཟླ་བ།", "Monday"]


def test_a_call_says_where_to_go_in_every_language(inputs: BoardInputs) -> None:
    call = a_call("C017", "food", "business", 3)
    stage = Stage().called(call, MORNING)
    hero = derive_board(replace(inputs, calls=(call,), stage=stage)).hero
    assert hero.number == "C017"
    assert hero.window == ("", "3", "号窗口")
    assert texts(hero.sentences) == ["སྒེའུ་ཁུང་ཨང་ 3 ལ་ཕེབས་རོགས་གནང་།", "Please go to window 3"]
    assert texts(hero.headline)[0] == "正在叫号"
    assert hero.flashing


def test_a_hall_of_one_language_says_the_sentence_in_it(inputs: BoardInputs) -> None:
    assert inputs.hall
    call = a_call("C017", "food", "business", 3)
    hall = replace(inputs.hall, languages=("zh",))
    hero = derive_board(replace(inputs, hall=hall, calls=(call,))).hero
    assert texts(hero.sentences) == ["请到3号窗口办理"]


@pytest.mark.parametrize(
    ("zone", "place"), [("business", "食品经营许可证核发与变更"), (None, "市场监管服务区")]
)
def test_a_zones_board_names_the_queue_and_the_halls_board_the_zone(
    inputs: BoardInputs, zone: str | None, place: str
) -> None:
    call = a_call("C017", "food", "business", 3)
    assert (
        texts(derive_board(replace(inputs, screen=Screen(zone=zone or ""), calls=(call,))).hero.place)[0]
        == place
    )


@pytest.mark.parametrize(
    ("words_", "parts"),
    [
        ("{window}号窗口", ("", "12", "号窗口")),
        ("Window {window}", ("Window", "12", "")),
        ("སྒེའུ་ཁུང་ཨང་ {window}", ("སྒེའུ་ཁུང་ཨང་", "12", "")),
    ],
)
def test_the_windows_number_is_cut_out_of_its_name(words_: str, parts: tuple[str, str, str]) -> None:
    assert split_window(words_, 12) == parts


def test_a_zones_board_lists_its_own_calls_only(inputs: BoardInputs) -> None:
    listed = (a_call("A001", "insurance", "social", 1, 2), a_call("C001", "food", "business", 3))
    assert [row.number for row in derive_board(replace(inputs, calls=listed)).rows] == ["C001"]
    whole = derive_board(replace(inputs, calls=listed, screen=Screen()))
    assert [row.number for row in whole.rows] == ["A001", "C001"]


def test_the_list_is_as_long_as_the_board_has_room(inputs: BoardInputs) -> None:
    assert len(derive_board(replace(inputs, calls=calls(20))).rows) == 5


def test_a_large_hall_lists_twice_as_many_calls(inputs: BoardInputs) -> None:
    hall = big()
    queue = hall.queues[0]
    many = tuple(a_call(f"A{at:03d}", queue.id, queue.zone, 1, at) for at in range(20, 0, -1))
    props = derive_board(replace(inputs, hall=hall, screen=Screen(), calls=many))
    assert not props.plan.names
    assert len(props.rows) == 10


def test_who_came_is_plain_in_the_list_and_in_the_large_field(inputs: BoardInputs) -> None:
    listed = calls(2)
    props = derive_board(replace(inputs, calls=listed, ended=frozenset({"C002.1"})))
    assert [row.calling for row in props.rows] == [False, True]
    assert not props.hero.calling
    assert texts(props.hero.headline)[0] == "最近叫号"


def test_a_zone_counts_its_queues_and_a_hall_its_zones(inputs: BoardInputs) -> None:
    waiting = (("insurance", 4), ("company", 2), ("food", 0), ("advice", 5))
    of_zone = derive_board(replace(inputs, waiting=waiting))
    assert [(tile.key, tile.waiting) for tile in of_zone.tiles] == [
        ("company", "2"),
        ("food", "0"),
        ("advice", "5"),
    ]
    of_hall = derive_board(replace(inputs, waiting=waiting, screen=Screen()))
    assert [(tile.key, tile.waiting) for tile in of_hall.tiles] == [("social", "4"), ("business", "7")]


def test_every_zone_of_a_large_hall_has_its_page(inputs: BoardInputs) -> None:
    hall = big()
    zones = {queue.zone for queue in hall.queues}
    pages = -(-len(zones) // 6)
    seen: dict[str, str] = {}
    for page in range(pages):
        now = MORNING + timedelta(seconds=8 * page)
        props = derive_board(replace(inputs, hall=hall, screen=Screen(), now=now))
        seen.update({tile.key: props.tile_page for tile in props.tiles})
    assert set(seen) == zones
    assert set(seen.values()) == {f"{page + 1}/{pages}" for page in range(pages)}


@pytest.mark.parametrize(
    ("open_", "paused", "told"),
    [
        ((), (), [("窗口暂未开放", "")]),
        ((2, 3), (), [("办理中", "2  3")]),
        ((), (4,), [("暂停", "4")]),
        ((3, 2), (4,), [("办理中", "2  3"), ("暂停", "4")]),
    ],
)
def test_windows_are_told_by_their_state(
    inputs: BoardInputs, open_: tuple[int, ...], paused: tuple[int, ...], told: list[tuple[str, str]]
) -> None:
    status = {**dict.fromkeys(open_, WindowStatus.OPEN), **dict.fromkeys(paused, WindowStatus.PAUSED)}
    windows = tuple(
        replace(view, zone="business", status=status.get(view.number, view.status)) for view in inputs.windows
    )
    lines = derive_board(replace(inputs, windows=windows)).windows
    assert [(line.labels[0].text, line.numbers) for line in lines] == told


def test_neighbouring_windows_are_told_as_one_run(inputs: BoardInputs) -> None:
    hall = big()
    open_ = {1, 2, 3, 4, 7, 8, 11}
    views = empty_floor(hall).windows.values()
    windows = tuple(replace(w, status=WindowStatus.OPEN) for w in views if w.number in open_)
    (line,) = derive_board(replace(inputs, hall=hall, screen=Screen(), windows=windows)).windows
    assert line.numbers == "1–4  7  8  11"


def test_many_windows_are_counted(inputs: BoardInputs) -> None:
    hall = big()
    open_, shut = WindowStatus.OPEN, WindowStatus.CLOSED
    views = empty_floor(hall).windows.values()
    windows = tuple(replace(w, status=open_ if w.number % 2 else shut) for w in views)
    (line,) = derive_board(replace(inputs, hall=hall, screen=Screen(), windows=windows)).windows
    assert line.labels[0].text == f"开放窗口 {-(-len(windows) // 2)} / {len(windows)}"


def test_what_is_not_live_says_so_and_flashes_no_more(inputs: BoardInputs) -> None:
    call = a_call("C017", "food", "business", 3)
    stage = Stage().called(call, MORNING)
    props = derive_board(replace(inputs, calls=(call,), stage=stage, dark_since=MORNING))
    assert [line.language for line in props.dark] == ["zh", "bo", "en"]
    assert all("09:30" in line.text for line in props.dark)
    assert props.hero.number == "C017"
    assert not props.hero.flashing
    assert not props.hero.calling
    assert not props.lit
    assert not any(row.flashing or row.calling for row in props.rows)


def test_a_quiet_board_changes_with_the_minute_only(inputs: BoardInputs) -> None:
    quiet = replace(inputs, now=MORNING + timedelta(seconds=17))
    assert changes_at(quiet, derive_board(quiet)) == MORNING + timedelta(minutes=1)


def test_a_hall_may_have_lost_the_queue_of_a_listed_call(inputs: BoardInputs) -> None:
    props = derive_board(replace(inputs, calls=(a_call("X001", "closed", "business", 3),)))
    assert props.rows[0].names == ()


def every_text(props: BoardProps) -> list[str]:
    return [line.text for line in (*props.titles, *props.zone, *props.dates, *props.notices)]


@pytest.mark.parametrize("hall", [lhasa_like(), big()])
def test_no_text_shows_a_brace(hall: Hall, inputs: BoardInputs) -> None:
    props = derive_board(replace(inputs, hall=hall, screen=Screen()))
    assert not [text for text in every_text(props) if "{" in text]
