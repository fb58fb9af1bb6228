"""Every ready layout in a window, with the longest names, numbers and windows of the real halls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.client.reply import Answer
from core.domain.floor import empty_floor
from core.domain.hall import Hall, Queue
from core.domain.layout import Cell, Form, Layout, Part
from core.domain.notice import Notice
from core.domain.ready_layouts import READY_LAYOUTS
from core.domain.screen import Screen as Shown
from core.domain.screen import Way
from core.domain.slip_layout import Part as SlipPart
from core.domain.slip_layout import PartKind, SlipLayout
from display.board.extras import EXTRAS
from display.board.reading import least_digit_mm, px_per_mm
from hallcall.demo.hands import items
from hallcall.halls import shipped as resolvable
from tests.display.fit import ink, misfits
from tests.display.held import HeldClockwork, Screen
from tests.support.day import Day
from tests.support.halls import lhasa_like, shipped
from tests.support.qml import find, shows, text_of, texts

Show = Callable[..., Screen]
FLAT, UPRIGHT, FOUR_K = QSize(1920, 1080), QSize(1080, 1920), QSize(3840, 2160)
LOGO = (
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAQMAAAAlPW0iAAAABlBMVEUAAAD///+l2Z/dAAAACXBIWXMAAA9hAAAP"
    "YQGoP6dpAAAAK0lEQVQImQXBMREAMAgAsXeOtEpBAiMDB9+EkCcpJS0jKycGPkwsbBxcvA++XR3jUMdEZQAAAABJ"
    "RU5ErkJggg=="
)
"""Sixteen dots square."""


def longest(hall: Hall) -> list[Queue]:
    """The queues whose name is the longest in one of the hall's languages."""
    return [max(hall.queues, key=lambda each: len(each.name.get(of, ""))) for of in hall.languages]


def hardest(screen: Screen) -> None:
    """Call four-digit numbers of the longest names to the largest windows."""
    hall = screen.hall
    waits = [{"id": each.id, "estimate": {"p50_s": 6000, "p90_s": 7800}} for each in hall.queues]
    screen.link.answer_next("/api/queues", Answer({"queues": waits}))
    passed = [{"number": f"{each.prefix}1{at:03d}", "zone": each.zone} for at, each in enumerate(hall.queues)]
    screen.link.answer_next("/api/passed", Answer({"passed": passed}))
    # As a board sees it that has just come: nothing has to be waited for.
    floor = empty_floor(hall)
    earlier = HeldClockwork(screen.clock.now() - timedelta(hours=1))
    day = Day(hall, floor.apply, earlier.now)
    windows = sorted(window.number for window in hall.windows)
    for number in windows:
        day.open(number)
    day.pause(windows[-1])
    for at, queue in enumerate((longest(hall) * 9)[:12]):
        day.take(f"{queue.prefix}2{at + 188:03d}")
        day.call(f"{queue.prefix}1{at + 888:03d}", windows[-1 - at % len(windows)])
    screen.link.connect_to(hall, floor)
    screen.link.settle()


def sizes(name: str) -> list[QSize]:
    form = READY_LAYOUTS[name].form
    return [
        each for each in (FLAT, UPRIGHT) if form is Form.ANY or (form is Form.PORTRAIT) == (each is UPRIGHT)
    ]


@pytest.mark.parametrize("hall", resolvable())
@pytest.mark.parametrize("name", READY_LAYOUTS)
def test_the_hardest_calls_fit_and_are_read_from_ten_metres(name: str, hall: str, show: Show) -> None:
    for size in sizes(name):
        screen = show(shipped(hall), size=size, shown=Shown(layout=name))
        hardest(screen)
        assert misfits(screen.app.view) == [], size
        least = least_digit_mm(10) * px_per_mm(size.width(), size.height(), 55, 0)
        large = [
            ink(each).height() for each in items(screen.app.view) if each.objectName() in ("number", "window")
        ]
        assert len(large) >= 8
        # A letter's ink is a pixel or two off what its px say.
        assert min(large) >= least - 2
        screen.app.close()


@pytest.mark.parametrize("languages", [("zh", "bo", "en"), ("bo", "zh")], ids="-".join)
def test_four_k_and_a_turned_panel_fit_as_well(languages: tuple[str, ...], show: Show) -> None:
    hall = replace(lhasa_like(), languages=languages)
    for size, turn in ((FOUR_K, 0), (FLAT, 90), (FLAT, 270), (FLAT, 180)):
        screen = show(hall, size=size, shown=Shown(zone="business", rotate=turn))
        hardest(screen)
        view = screen.app.view
        upright = find(view, "calls").width() > find(view, "header").width() * 0.9
        assert upright == (turn % 180 == 90)
        if turn == 0:
            assert misfits(view) == []
        screen.app.close()


def test_the_way_to_the_window_is_an_arrow_or_another_floor(show: Show) -> None:
    hall = lhasa_like()
    zones = (replace(hall.zones[0], floor=1), replace(hall.zones[1], floor=2), *hall.zones[2:])
    here = Shown(floor=1, ways={hall.zones[0].id: Way.LEFT})
    screen = show(replace(hall, zones=zones), shown=here)
    screen.link.connect_to(screen.hall)
    first, second = (next(q for q in hall.queues if q.zone == zone.id) for zone in zones[:2])
    screen.day.call(f"{first.prefix}001", 1, zone=first.zone, queue=first.id)
    row = screen.app.face.board.props.rows[0]  # type: ignore[attr-defined]
    assert (row.way, row.floor) == ("left", "")
    screen.day.call(f"{second.prefix}001", 2, zone=second.zone, queue=second.id)
    row = screen.app.face.board.props.rows[0]  # type: ignore[attr-defined]
    assert (row.way, row.floor) == ("right", "2F")
    assert "2F" in texts(screen.app.view)


def test_waits_and_passed_numbers_come_from_the_core(show: Show) -> None:
    screen = show(lhasa_like(), "business")
    waits = [{"id": "food", "estimate": {"p50_s": 290, "p90_s": 900}}, {"id": "company", "estimate": None}]
    screen.link.answer_next("/api/queues", Answer({"queues": waits}))
    screen.link.answer_next("/api/passed", Answer({"passed": [{"number": "C017", "zone": "business"}]}))
    screen.link.connect_to(screen.hall)
    screen.day.take("C018")
    screen.link.settle()
    assert "约5–15分钟" in texts(screen.app.view)
    assert text_of(screen.app.view, "passed:C017") == "C017"


def test_every_notice_of_the_day_is_told(show: Show) -> None:
    notice = Notice({"zh": "停电", "bo": "གློག་ཆད།", "en": "No power"}, None, None)
    screen = show(replace(lhasa_like(), notices=(notice,)), "business")
    screen.link.connect_to(screen.hall)
    told = [line.text for line in screen.app.face.board.props.notices]  # type: ignore[attr-defined]
    assert {"停电", "གློག་ཆད།", "No power"} <= set(told)
    assert len(told) > 3


def test_a_layout_without_notices_says_when_it_is_not_live(show: Show) -> None:
    only = Layout("only", rows=(Cell(part=Part.CALLS),))
    screen = show(replace(lhasa_like(), layouts=(only,)), shown=Shown(layout="only"))
    screen.link.connect_to(screen.hall)
    assert not shows(screen.app.view, "darkFoot")
    screen.link.go_dark()
    assert shows(screen.app.view, "darkFoot")
    assert shows(screen.app.view, "dark:zh")


def test_the_halls_logo_stands_in_the_header(show: Show, qtbot: QtBot) -> None:
    hall = lhasa_like()
    screen = show(replace(hall, slip=SlipLayout((SlipPart(PartKind.NUMBER),), LOGO)), "business")
    screen.link.connect_to(screen.hall)
    picture = find(screen.app.view, "logo")
    qtbot.waitUntil(lambda: picture.property("implicitWidth") == 16, timeout=10_000)
    assert misfits(screen.app.view) == []
    screen.link.set_hall(hall)
    assert not shows(screen.app.view, "logo")


class Sample:
    """What a board shows in a part that is made elsewhere."""

    model = "42"

    def __init__(self, file: Path) -> None:
        self.qml = file
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


def test_a_part_may_be_filled_by_another_room_of_the_display(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "Sample.qml"
    file.write_text(
        'import QtQuick\nText { required property var model; objectName: "sample"; text: model }\n'
    )
    sample = Sample(file)
    monkeypatch.setitem(EXTRAS, Part.COLLECT, lambda *_: sample)
    mine = Layout("mine", rows=(Cell(part=Part.CALLS), Cell(part=Part.COLLECT), Cell(part=Part.MEDIA)))
    screen = show(replace(lhasa_like(), layouts=(mine,)), shown=Shown(layout="mine"))
    screen.link.connect_to(screen.hall)
    assert text_of(screen.app.view, "sample") == "42"
    assert find(screen.app.view, "sample").width() == pytest.approx(1920 - 2 * 18)
    screen.app.close()
    assert sample.stopped
