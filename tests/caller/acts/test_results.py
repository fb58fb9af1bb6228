"""Results at a window (领证): by keys and by mouse, what is sent and what stays on the page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from caller.acts.results import advice, choices, typed
from core.client.reply import Answer, Refused
from core.domain.event import Event, EventKind
from core.domain.ready_results import ResultView
from tests.caller.desk import WINDOW, Desk
from tests.support.halls import lhasa_like

AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZONE = lhasa_like().zone_info
DONE = Answer({"result": {}})


def view(text: str, result: str = "r1") -> ResultView:
    return ResultView(result, text, "business", WINDOW, None, AT)


@pytest.mark.parametrize(
    ("query", "ready", "numbers", "rows"),
    [
        ("", (), ("", ""), []),
        ("", (), ("C007", "C006"), ["ready:C007", "ready:C006"]),
        ("", ("C007",), ("C007", "C006"), ["ready:C006", "listed:C007"]),
        ("b-1", ("C007",), ("C007", ""), ["ready:B-1"]),
        ("c7", ("C007",), ("", ""), ["ready:C7", "listed:C007"]),
        ("C007", ("C007",), ("", ""), ["listed:C007"]),
        ("张三", ("C007",), ("C008", ""), []),
    ],
)
def test_what_can_be_chosen(query: str, ready: tuple[str, ...], numbers: Any, rows: list[str]) -> None:
    found = choices(query, "", [view(each, each) for each in ready], numbers, ZONE)
    assert [each.id for each in found] == rows


def test_one_that_was_chosen_is_collected_or_was_a_mistake() -> None:
    found = choices("", "result:r1", [view("C007")], ("", ""), ZONE)
    assert [(each.id, each.key) for each in found] == [("collected:r1", "1"), ("withdraw:r1", "2")]


def test_what_no_screen_shows_is_said_at_once() -> None:
    assert (typed("张三"), typed("13812341234"), typed("b1")) == ("", "", "B1")
    assert [bool(advice(each)) for each in ("张三", "B1", "  ")] == [True, False, False]


@pytest.fixture
def desk(serving: Desk) -> Desk:
    return serving


def open_page(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.type_here("+")


def search(desk: Desk, text: str) -> None:
    field = desk.widget("acts-search")
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.textEdited.emit(text)


def told(desk: Desk, kind: EventKind, result: str, text: str = "") -> None:
    """The feed tells of a result of this window."""
    data = {"result": result, "by": "clerk:0301"} | ({"text": text} if text else {})
    zone = lhasa_like().window(WINDOW).zone
    desk.day.seq += 1
    desk.link.push(Event(desk.day.seq, desk.now, kind, window=WINDOW, zone=zone, data=data))


def test_the_visitors_number_is_put_up_with_three_keys_and_the_page_shows_it(desk: Desk) -> None:
    desk.will("results", DONE)
    open_page(desk)
    desk.press(Qt.Key.Key_Return)
    assert desk.posts()[-1] == ("results", {"text": "C007"})
    told(desk, EventKind.RESULT_READY, "r1", "C007")
    desk.link.settle()
    QApplication.processEvents()
    assert desk.shows("acts")
    assert desk.shows("listed:r1")
    assert not desk.shows("ready:C007")
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.shows("acts")


def test_a_typed_number_is_put_up_and_a_refusal_is_told(desk: Desk) -> None:
    refused = Refused("result.already", {"text": "B-117", "window": WINDOW, "queue": None})
    desk.will("results", refused)
    open_page(desk)
    search(desk, "b-117")
    desk.press(Qt.Key.Key_Return)
    desk.link.settle()
    assert desk.posts()[-1] == ("results", {"text": "B-117"})
    assert desk.text("acts-note") == "B-117 已经显示在领证屏上。"


def test_a_name_cannot_be_sent(desk: Desk) -> None:
    open_page(desk)
    search(desk, "张三")
    before = desk.posts()
    desk.press(Qt.Key.Key_Return)
    assert desk.posts() == before
    assert "姓名" in desk.text("acts-line")


@pytest.mark.parametrize(("key", "path"), [("1", "collected"), ("2", "undo")])
@pytest.mark.parametrize("mouse", [True, False])
def test_what_is_chosen_leaves_the_screens(desk: Desk, key: str, path: str, *, mouse: bool) -> None:
    told(desk, EventKind.RESULT_READY, "r1", "A017")
    desk.link.answer_next(f"/api/results/r1/{path}", DONE)
    open_page(desk)
    QApplication.processEvents()
    search(desk, "a017")
    desk.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    row = {"1": "collected:r1", "2": "withdraw:r1"}[key]
    if mouse:
        desk.click(row)
    else:
        desk.type_here(key)
    assert desk.link.posts[-1] == (f"/api/results/r1/{path}", {})
    gone = {"collected": EventKind.RESULT_COLLECTED, "undo": EventKind.RESULT_WITHDRAWN}[path]
    told(desk, gone, "r1")
    desk.link.settle()
    QApplication.processEvents()
    assert not desk.shows("listed:r1")
    assert desk.shows("acts")


def test_nothing_can_be_pressed_without_a_line(desk: Desk) -> None:
    told(desk, EventKind.RESULT_READY, "r1", "A017")
    open_page(desk)
    desk.link.go_dark()
    QApplication.processEvents()
    assert not desk.button("listed:r1").isEnabled()
