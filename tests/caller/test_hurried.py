"""Hurried hands: keys that are held down or struck twice, Num Lock, input methods."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from caller.widgets.typing import pad_text
from core.client.reply import Answer
from tests.caller.conftest import MakeDesk
from tests.caller.desk import WINDOW, Desk

PAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier
WITHOUT_NUM_LOCK = {
    "0": Qt.Key.Key_Insert,
    "1": Qt.Key.Key_End,
    "2": Qt.Key.Key_Down,
    "3": Qt.Key.Key_PageDown,
    "4": Qt.Key.Key_Left,
    "5": Qt.Key.Key_Clear,
    "6": Qt.Key.Key_Right,
    "7": Qt.Key.Key_Home,
    "8": Qt.Key.Key_Up,
    "9": Qt.Key.Key_PageUp,
}


def send(on: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, repeats: bool = False) -> None:
    QApplication.sendEvent(on, QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", repeats))


def on_pad(desk: Desk, digits: str) -> None:
    """Press keys of the number pad while Num Lock is off."""
    for each in digits:
        send(desk.app.window.focusWidget(), WITHOUT_NUM_LOCK[each], PAD)


@pytest.fixture
def desk(serving: Desk) -> Desk:
    return serving


def test_without_num_lock_the_pad_opens_acts(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    on_pad(desk, "1")
    assert desk.shows("reason:")
    on_pad(desk, "0")
    assert desk.posts() == [("finish", {})]


def test_arrows_that_are_no_pad_walk_on(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    send(desk.widget("acts"), Qt.Key.Key_Down)
    assert desk.app.window.focusWidget() is not desk.widget("acts")
    assert desk.posts() == []


def test_without_num_lock_number_and_pin_are_typed(make_desk: MakeDesk) -> None:
    desk = make_desk(window=None)
    for name, digits in (("clerk", "0301"), ("pin", "97864"), ("window-number", "25")):
        desk.widget(name).setFocus()
        on_pad(desk, digits)
        field = desk.widget(name)
        assert isinstance(field, QLineEdit)
        assert field.text() == digits


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_what_is_held_with_it_is_no_figure(held: Qt.KeyboardModifier) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Home, PAD | held)
    assert pad_text(event) == ""


def test_f10_that_is_held_down_opens_the_acts_once(desk: Desk) -> None:
    keys = desk.app.window.findChildren(QShortcut)
    assert keys
    assert not any(each.autoRepeat() for each in keys)


@pytest.mark.parametrize("repeats", [True, False])
def test_enter_held_or_struck_twice_puts_up_one_result(desk: Desk, repeats: bool) -> None:
    """The next number stands first then; nobody meant that one."""
    desk.day.finish("C007")
    desk.day.take("C008")
    desk.day.call("C008", WINDOW)
    desk.link.settle()
    desk.will("results", Answer({"result": {}}))
    desk.press(Qt.Key.Key_F10)
    desk.type_here("+")
    field = desk.widget("acts-search")
    send(field, Qt.Key.Key_Return)
    desk.link.settle()
    assert desk.posts() == [("results", {"text": "C008"})]
    assert desk.button("ready:C007").isEnabled()
    for _ in range(3):
        send(field, Qt.Key.Key_Return, repeats=repeats)
    assert len(desk.posts()) == 1
    desk.click("ready:C007")
    assert len(desk.posts()) == 2


def test_no_input_method_takes_the_keys_of_acts_or_of_the_sign_in(make_desk: MakeDesk) -> None:
    desk = make_desk()
    listens = Qt.WidgetAttribute.WA_InputMethodEnabled
    for name in ("clerk", "window-number"):
        assert not desk.widget(name).testAttribute(listens)
    desk.sign_in()
    assert not desk.app.window.focusWidget().testAttribute(listens)
    desk.press(Qt.Key.Key_F10)
    assert desk.app.window.focusWidget() is desk.widget("acts")
    assert not desk.widget("acts").testAttribute(listens)
    # Names are searched for in Chinese.
    assert desk.widget("acts-search").testAttribute(listens)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_F6, "办结 · 窗口无人"),
        (Qt.Key.Key_F8, "重呼 · 窗口无人"),
        (Qt.Key.Key_F3, "退回 · 窗口无人"),
    ],
)
@pytest.mark.parametrize("strip", [False, True])
def test_a_key_that_can_do_nothing_says_why(make_desk: MakeDesk, key: Qt.Key, said: str, strip: bool) -> None:
    desk = make_desk(strip=strip)
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.press(key, desk.app.window)
    assert desk.text("note") == said
    assert desk.posts() == []
    desk.day.take("C007")
    desk.day.call("C007", WINDOW)
    assert desk.text("note") == ""


def test_a_key_of_a_window_that_pauses_says_why_and_f4_goes_on(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.pause(WINDOW)
    desk.press(Qt.Key.Key_F9, desk.app.window)
    assert desk.text("note") == "呼叫下一位 · 窗口未开放"
    desk.press(Qt.Key.Key_F4, desk.app.window)
    assert [path for path, _ in desk.posts()] == ["open"]
    assert desk.text("note") != "暂停 · 窗口未开放"


def test_a_button_that_cannot_be_pressed_says_why_where_the_pointer_rests(desk: Desk) -> None:
    """To a screen reader too."""
    for name, said in (("start", "开始办理 · C007 正在办理"), ("put-back", "退回 · C007 正在办理")):
        assert desk.button(name).toolTip() == said
        assert desk.button(name).accessibleDescription() == said
    assert desk.button("finish").toolTip() == "办结  F6"
    desk.link.go_dark()
    assert desk.button("finish").toolTip() == "办结 · 没有连接"
    desk.link.go_live()
    assert desk.button("finish").toolTip() == "办结  F6"


def test_a_key_struck_twice_is_answered_by_nothing_else(desk: Desk) -> None:
    """The second one finds the first under way: there is nothing to explain."""
    desk.press(Qt.Key.Key_F6, desk.app.window)
    desk.press(Qt.Key.Key_F6, desk.app.window)
    assert [path for path, _ in desk.posts()] == ["finish"]
    assert "·" not in desk.text("note")
