"""The window signs follow the feed: each shows what its window does, and nothing old."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from hallcall.agents.signs import WindowSigns
from hardware.led.look import Content
from hardware.led.rota import Pace
from hardware.led.settings import BusSettings, bus_settings
from hardware.led.simulator import SimulatedSigns
from hardware.worker import Worker
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


class Board:
    """Stands in for a bus: what each sign shows, and how often it was told."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.told = 0

    def show(self, address: int, content: Content, /) -> None:
        """Show it."""
        self.texts[address] = content.text
        self.told += 1


class Rig:
    """An agent with signs at windows 1, 2 (two signs) and 99, which the hall does not have."""

    def __init__(self) -> None:
        self.hall = lhasa_like()
        self.link = FakeLink()
        self.day = Day(self.hall, self.link.push, lambda: NOON)
        self.board = Board()
        signs = [
            {"address": address, "window": window}
            for address, window in ((11, 1), (12, 2), (13, 2), (14, 99))
        ]
        self.settings: BusSettings = bus_settings(
            {
                "line": "tcp://10.0.0.9",
                "signs": signs,
                "looks": {"paused": {"text": "暂停:{reason}"}, "closed": {"text": "关闭"}},
            }
        )
        self.agent = WindowSigns(self.link, [(self.settings, self.board)], stale_after_ms=1)


@pytest.fixture
def rig(qapp: object) -> Iterator[Rig]:
    made = Rig()
    yield made
    made.agent.close()


def test_a_sign_shows_what_its_window_does(rig: Rig) -> None:
    rig.link.connect_to(rig.hall)
    seen = [rig.board.texts[11]]
    acts: list[Callable[[], object]] = [
        lambda: rig.day.open(1),
        lambda: rig.day.take("A001"),
        lambda: rig.day.call("A001", 1),
        lambda: rig.day.recall("A001"),
        lambda: rig.day.start("A001"),
        lambda: rig.day.finish("A001"),
        lambda: rig.day.pause(1, "break"),
        lambda: rig.day.close(1),
    ]
    for act in acts:
        act()
        seen.append(rig.board.texts[11])
    reason = "暂停:短时离开"
    assert seen == ["关闭", "1号窗口", "1号窗口", "请A001", "请A001", "A001", "1号窗口", reason, "关闭"]


def test_who_was_called_is_shown_also_while_the_clerk_has_paused(rig: Rig) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.open(1)
    rig.day.take("A001")
    rig.day.call("A001", 1)
    rig.day.pause(1)
    assert rig.board.texts[11] == "请A001"
    rig.day.miss("A001")
    assert rig.board.texts[11].startswith("暂停")


def test_a_window_with_two_signs_shows_on_both_and_one_that_does_not_exist_on_none(rig: Rig) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.open(2)
    assert rig.board.texts == {11: "关闭", 12: "2号窗口", 13: "2号窗口"}


def test_an_event_is_told_to_its_own_window_s_signs_only(rig: Rig) -> None:
    rig.link.connect_to(rig.hall)
    told = rig.board.told
    rig.day.open(1)
    rig.day.take("A001")
    rig.day.open(3)
    assert rig.board.told == told + 1


def test_a_line_that_stays_down_leaves_no_old_number_and_one_that_is_back_shows_all(
    rig: Rig, qtbot: QtBot
) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.open(1)
    rig.link.go_dark()
    qtbot.waitUntil(lambda: set(rig.board.texts.values()) == {""})
    rig.link.go_live()
    assert rig.board.texts[11] == "1号窗口"


def test_a_call_stands_on_the_real_sign(qapp: object, qtbot: QtBot) -> None:
    with SimulatedSigns([1]) as port:
        settings = bus_settings({"line": port.url, "signs": [{"address": 1, "window": 1}]})
        bus = settings.open(Pace(idle_s=0.02))
        link, hall = FakeLink(), lhasa_like()
        agent = WindowSigns(link, [(settings, bus)])
        day = Day(hall, link.push, lambda: NOON)
        worker = Worker(bus)
        worker.start()
        link.connect_to(hall)
        day.open(1)
        day.take("A001")
        day.call("A001", 1)
        qtbot.waitUntil(lambda: port.device[1].text == "请A001")
        worker.stop()
        agent.close()
