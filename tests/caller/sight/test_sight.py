"""The column beside the console: what it asks the core for, and what a clerk sees and presses there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caller.bar.geometry import Area, Screen
from caller.keys import Command
from caller.sight.devices import DeviceRow, Kind, Well
from caller.sight.model import Sight
from caller.sight.state import Tab
from caller.sight.table import SteadyTable
from core.client.reply import Answer, Unreachable
from core.domain.clock import to_text
from core.domain.floor import empty_floor
from core.domain.hall import Hall, Reason
from tests.caller.conftest import MakeDesk
from tests.caller.desk import Desk
from tests.caller.test_looks import must_be_whole
from tests.support.halls import lhasa_like

F11, ENTER, ESC = Qt.Key.Key_F11, Qt.Key.Key_Return, Qt.Key.Key_Escape
LISTS = {f"/api/tickets?{which}&state=waiting" for which in ("queue=company", "queue=food", "window=3")}


@pytest.fixture
def hall() -> Hall:
    hall = lhasa_like()
    train = Reason("train", {"zh": "赶车", "bo": "མེ་འཁོར།", "en": "A train to catch"}, "call")
    return replace(hall, reasons=(*hall.reasons, train))


def leg(desk: Desk, number: str, minutes: int, **more: Any) -> dict[str, Any]:
    """Return a leg as the core lists it."""
    plain = {"first": False, "pin": None, "ready_at": None, "step": 1, "steps": 1, "item": None}
    who = {"id": number, "leg": f"{number}.1", "number": number, "class": "ordinary", "state": "waiting"}
    where = {"queue": "company", "since": to_text(desk.now - timedelta(minutes=minutes)), "matter": None}
    return {**plain, **who, **where, "booking": None, **more}


def give(desk: Desk, *legs: dict[str, Any]) -> set[str]:
    """Answer every list that is asked for; return their paths."""
    asked = [ask for ask in desk.link.unanswered if "&state=waiting" in ask.path]
    for ask in asked:
        desk.link.unanswered.remove(ask)
        ask.answer(Answer({"tickets": [each for each in legs if f"queue={each['queue']}&" in ask.path]}))
    return {ask.path for ask in asked}


def table(desk: Desk, name: str = "line") -> SteadyTable:
    found = desk.app.window.findChild(SteadyTable, f"{name}-table")
    assert found is not None
    return found


def numbers(desk: Desk) -> list[str]:
    shown = table(desk)
    return [shown.texts(row)[0] for row in shown.ids()]


def enter(shown: SteadyTable) -> None:
    at = QPointF(5, 5)
    QApplication.sendEvent(shown, QEnterEvent(at, at, at))


def leave(shown: SteadyTable) -> None:
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))


def looked_at(desk: Desk) -> Tab | None:
    return desk.console.sight.props.tab


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is put off for longer than the loop takes."""
    for name in ("DERIVE_MS", "DAY_MS"):
        monkeypatch.setattr(f"caller.sight.model.{name}", 0)
    kept = {**(Sight.__init__.__kwdefaults__ or {}), "spread_ms": 0, "details_ms": 0}
    monkeypatch.setattr(Sight.__init__, "__kwdefaults__", kept)


@pytest.fixture
def seen(make_desk: MakeDesk, quick: None) -> Iterator[Desk]:
    """A desk that looks at a line of three."""
    desk = make_desk(language="en")
    desk.sign_in()
    desk.day.open(3)
    for number in ("B001", "B002", "B003"):
        desk.day.take(number)
    desk.press(F11)
    give(desk, leg(desk, "B001", 9), leg(desk, "B002", 8), leg(desk, "B003", 7))
    yield desk
    desk.link.stop()


def settled(desk: Desk, *wanted: str) -> None:
    desk.qtbot.waitUntil(lambda: numbers(desk) == list(wanted))


def test_nothing_is_asked_for_while_nobody_looks(make_desk: MakeDesk, quick: None) -> None:
    desk = make_desk()
    desk.sign_in()
    desk.day.open(3)
    for number in range(1, 30):
        desk.day.take(f"B{number:03}")
    desk.link.snapshot(empty_floor(desk.hall))
    QApplication.processEvents()
    assert not [path for path in desk.link.gets if "state=waiting" in path or "reports" in path]


def test_the_line_is_listed_once_and_then_follows_the_feed(seen: Desk) -> None:
    settled(seen, "B001", "B002", "B003")
    assert sorted(path for path in seen.link.gets if "state=waiting" in path) == sorted(LISTS)
    asked = len(seen.link.gets)
    seen.day.call("B001", 4)
    settled(seen, "B002", "B003")
    assert len(seen.link.gets) == asked


def test_what_an_event_does_not_tell_of_a_newcomer_is_listed_for_that_queue_alone(seen: Desk) -> None:
    seen.day.take("C001")
    settled(seen, "B001", "B002", "B003", "C001")
    path = "/api/tickets?queue=food&state=waiting"
    seen.qtbot.waitUntil(lambda: any(ask.path == path for ask in seen.link.unanswered))
    asked = give(seen, leg(seen, "C001", 0, queue="food", booking="b1", step=2, steps=3))
    assert asked == {path}
    seen.qtbot.waitUntil(lambda: table(seen).texts("C001.1")[4:] == ["2/3", "Booked"])
    assert numbers(seen) == ["B001", "B002", "B003", "C001"]


def test_a_list_that_is_older_than_the_feed_takes_nothing_back(seen: Desk) -> None:
    seen.link.snapshot(seen.link.floor)
    seen.qtbot.waitUntil(lambda: len(LISTS & {ask.path for ask in seen.link.unanswered}) == len(LISTS))
    seen.day.call("B001", 4)
    seen.day.take("B004")
    give(seen, leg(seen, "B001", 9), leg(seen, "B002", 8), leg(seen, "B003", 7))
    settled(seen, "B002", "B003", "B004")


def test_a_list_that_does_not_come_is_said_and_asked_for_again(make_desk: MakeDesk, quick: None) -> None:
    desk = make_desk(language="en")
    desk.sign_in()
    desk.press(F11)
    assert desk.text("line-head") == "One moment …"
    ask = next(ask for ask in desk.link.unanswered if "state=waiting" in ask.path)
    ask.answer(Unreachable("no answer"))
    assert desk.text("line-head") == "It did not come. It is asked for again."


def test_under_the_pointer_nothing_moves(seen: Desk) -> None:
    settled(seen, "B001", "B002", "B003")
    enter(table(seen))
    seen.day.call("B001", 4)
    seen.day.take("B004")
    settled(seen, "✕ B001", "B002", "B003", "+ B004")
    assert seen.text("line-note").endswith("1 gone, 1 new")
    leave(table(seen))
    assert numbers(seen) == ["B002", "B003", "B004"]
    assert seen.text("line-note") == ""


def test_a_chosen_number_is_called_out_of_turn_with_a_reason(seen: Desk) -> None:
    settled(seen, "B001", "B002", "B003")
    table(seen).choose("B002.1")
    seen.day.call("B001", 4)
    settled(seen, "✕ B001", "B002", "B003")
    assert seen.button("line-pick").text() == "Call B002 out of turn …"
    seen.click("line-pick")
    assert seen.text("acts-title") == "Call a certain number · B002"
    QTest.keyClicks(seen.widget("acts"), "1")
    assert seen.posts()[-1] == ("call", {"ticket": "B002", "reason": "train"})
    settled(seen, "B002", "B003")


def test_who_was_called_elsewhere_meanwhile_cannot_be_picked(seen: Desk) -> None:
    settled(seen, "B001", "B002", "B003")
    table(seen).choose("B002.1")
    seen.day.call("B002", 4)
    settled(seen, "B001", "✕ B002", "B003")
    assert not seen.button("line-pick").isEnabled()
    QTest.keyClick(table(seen), ESC)
    assert numbers(seen) == ["B001", "B003"]


def test_the_keys_of_the_console_work_with_the_keyboard_in_the_table(seen: Desk) -> None:
    settled(seen, "B001", "B002", "B003")
    table(seen).setFocus()
    QTest.keyClick(table(seen), Qt.Key.Key_Down)
    QTest.keyClick(table(seen), Qt.Key.Key_F9)
    assert seen.posts()[-1] == ("call-next", {})


def test_other_windows_of_the_same_queues_are_followed(make_desk: MakeDesk, quick: None) -> None:
    desk = make_desk(language="en")
    desk.sign_in()
    desk.day.open(4, clerk="0302")
    desk.app.window.do(Command.SEE_WINDOWS)
    assert table(desk, "beside").ids()[0] == "4"
    assert table(desk, "beside").texts("4")[1] == "● Open · free"
    desk.day.take("B001")
    desk.day.call("B001", 4)
    desk.qtbot.waitUntil(lambda: table(desk, "beside").texts("4")[1] == "● B001 · Called")
    desk.day.pause(4)
    desk.day.miss("B001")
    desk.qtbot.waitUntil(lambda: table(desk, "beside").texts("4")[1] == "▲ Paused · Short break")


def test_the_day_is_counted_when_it_is_looked_at_and_after_each_visit(
    make_desk: MakeDesk, quick: None
) -> None:
    desk = make_desk(language="en")
    desk.sign_in()
    desk.day.open(3)
    item = {"queue": "company", "item": None, "finished": 2, "serving": {"mean_s": 412}}
    day = {"finished": 2, "serving": {"mean_s": 412}, "items": [item]}
    desk.link.answer_next("/api/reports/mine", Answer(day))
    rated = {"total": {"rated": 9, "percent": 88.8}}
    desk.link.answer_next("/api/ratings/mine?from=2026-11-15&to=2026-11-21", Answer(rated))
    desk.app.window.do(Command.SEE_DAY)
    desk.link.settle()
    assert desk.text("day-head") == "Finished today: 2 · at the window on average 06:52"
    assert desk.text("day-rated") == "Ratings of the last 7 days: 9, satisfied 88.8 %"
    assert len(table(desk, "day").ids()) == 1
    desk.day.take("B001")
    desk.day.call("B001", 3)
    assert desk.link.gets.count("/api/reports/mine") == 1
    desk.day.finish("B001")
    desk.qtbot.waitUntil(lambda: desk.link.gets.count("/api/reports/mine") == 2)


def test_devices_and_the_line_to_the_core_are_told_by_words_and_shapes(make_desk: MakeDesk) -> None:
    desk = make_desk(language="en")
    desk.sign_in()
    desk.console.sight.watch(lambda: [DeviceRow(Kind.RATER, "rater 3", Well.GONE)])
    desk.app.window.do(Command.SEE_DEVICES)
    shown = table(desk, "devices")
    assert [shown.texts(row) for row in shown.ids()] == [
        ["Printer", "– none at this console"],
        ["Keypad", "– none at this console"],
        ["Rater rater 3", "✕ does not answer"],
        ["Card reader", "– none at this console"],
    ]
    assert desk.text("link-state") == "● connected; what is shown is of now"
    desk.link.go_dark()
    desk.qtbot.waitUntil(lambda: desk.text("link-state").startswith("✕ no connection; what is shown is of"))


def test_the_column_opens_and_closes_by_its_key_and_is_remembered(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.sign_in()
    narrow = desk.app.window.width()
    desk.app.window.do(Command.SEE_DAY)
    assert desk.shows("day-table")
    assert desk.app.window.width() > narrow
    desk.press(F11, desk.app.window)
    assert not desk.shows("sight")
    assert desk.app.window.width() == narrow
    desk.press(F11, desk.app.window)
    assert looked_at(desk) is Tab.DAY
    desk.app.window.do(Command.STRIP)
    assert looked_at(desk) is None
    desk.app.window.do(Command.STRIP)
    assert desk.shows("day-table")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["zh", "bo", "en"])
def test_nothing_of_it_is_clipped(make_desk: MakeDesk, language: str, scale: int, quick: None) -> None:
    desk = make_desk(language=language, scale=scale)
    desk.screens.become(Screen("large", Area(0, 0, 3840, 2160)))
    desk.sign_in()
    desk.day.open(3)
    desk.day.take("B001")
    desk.app.window.do(Command.SEE_LINE)
    give(desk, leg(desk, "B001", 120, **{"class": "elderly"}))
    desk.qtbot.waitUntil(lambda: len(numbers(desk)) == 1)
    table(desk).choose("B001.1")
    desk.day.take("B002")
    for act in (Command.SEE_LINE, Command.SEE_WINDOWS, Command.SEE_DEVICES):
        desk.app.window.do(act)
        must_be_whole(desk)


def test_on_a_low_screen_the_column_is_all_to_be_seen(make_desk: MakeDesk) -> None:
    desk = make_desk(scale=200)
    desk.screens.become(Screen("low", Area(0, 0, 1000, 480)))
    desk.sign_in()
    desk.app.window.do(Command.SEE_LINE)
    column, window = desk.widget("sight"), desk.app.window
    QApplication.processEvents()
    assert column.mapTo(window, column.rect().bottomRight()).y() <= window.height()
    assert desk.widget("console").height() > window.height()
