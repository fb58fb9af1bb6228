"""Signing in with three fields and Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from core.client.reply import Answer, Refused, Reply, Unreachable
from core.domain.shows import WINDOW_MOST
from tests.caller.conftest import MakeDesk
from tests.caller.desk import LET_IN, Desk

ENTER = Qt.Key.Key_Return


def field(desk: Desk, name: str) -> QLineEdit:
    found = desk.widget(name)
    assert isinstance(found, QLineEdit)
    return found


def fill_in(desk: Desk) -> None:
    desk.type("clerk", "0301")
    desk.type("pin", "2468")


def test_enter_goes_from_field_to_field_and_then_signs_in(make_desk: MakeDesk) -> None:
    desk = make_desk(window=None)
    desk.type("clerk", "0301")
    desk.press(ENTER)
    desk.type("pin", "2468")
    assert desk.gate.posts == []
    desk.press(ENTER)
    assert desk.app.window.focusWidget() is desk.widget("window-number")
    desk.type("window-number", "3")
    desk.press(ENTER)
    assert desk.gate.posts == [("/api/sign-in", {"clerk": "0301", "pin": "2468", "window": 3})]


def test_a_window_has_as_many_figures_as_a_hall_can_have_windows(make_desk: MakeDesk) -> None:
    desk = make_desk(window=None)
    desk.type("window-number", f"{WINDOW_MOST}9")
    assert field(desk, "window-number").text() == str(WINDOW_MOST)


def test_the_pin_is_not_shown(make_desk: MakeDesk) -> None:
    assert field(make_desk(), "pin").echoMode() is QLineEdit.EchoMode.Password


def test_the_token_opens_the_clerks_own_line_to_that_window(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.sign_in()
    assert desk.tokens == ["t0"]
    assert desk.link.filters == {"window": "3", "beside": "true"}
    assert desk.text("window") == "3 号窗口"


def test_the_window_is_remembered_and_the_clerk_and_the_pin_are_not(make_desk: MakeDesk) -> None:
    first = make_desk(window=None)
    first.gate.answer_next("/api/sign-in", LET_IN)
    fill_in(first)
    first.type("window-number", "3")
    first.click("sign-in-now")
    first.gate.settle()
    second = make_desk(window=None)
    assert field(second, "window-number").text() == "3"
    assert field(second, "clerk").text() == field(second, "pin").text() == ""


def test_an_empty_field_is_asked_for_and_nothing_is_sent(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.type("clerk", "0301")
    desk.click("sign-in-now")
    assert desk.gate.posts == []
    assert desk.text("note") == "请填写全部三项。"
    assert desk.app.window.focusWidget() is desk.widget("pin")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Refused("sign_in.refused"), "工号或密码不正确。"),
        (Refused("sign_in.blocked", {"retry_s": 60}, 429), "密码错误次数过多，请稍后再试。"),
        (Refused("window.unknown", {"window": 3}, 404), "没有这个窗口。"),
        (Unreachable("no route"), "大厅主机没有应答，请再试一次。"),
    ],
)
def test_why_it_did_not_work_is_said_and_it_can_be_tried_again(
    make_desk: MakeDesk, reply: Reply, said: str
) -> None:
    desk = make_desk()
    desk.gate.answer_next("/api/sign-in", reply)
    fill_in(desk)
    desk.press(ENTER)
    assert not desk.button("sign-in-now").isEnabled()
    desk.gate.settle()
    assert desk.text("note") == said
    assert desk.button("sign-in-now").isEnabled()


def test_a_refused_pin_is_wiped_and_waited_for(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.gate.answer_next("/api/sign-in", Refused("sign_in.refused"))
    fill_in(desk)
    desk.press(ENTER)
    desk.gate.settle()
    assert field(desk, "pin").text() == ""
    assert desk.app.window.focusWidget() is desk.widget("pin")
    assert field(desk, "clerk").text() == "0301"


def test_a_second_enter_is_passed_over_while_the_first_is_under_way(make_desk: MakeDesk) -> None:
    desk = make_desk()
    fill_in(desk)
    desk.press(ENTER)
    desk.press(ENTER)
    assert len(desk.gate.posts) == 1


def test_a_long_silence_is_spoken_of_before_it_ends(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caller.sign_in.PATIENCE_MS", 20)
    desk = make_desk()
    fill_in(desk)
    desk.press(ENTER)
    desk.qtbot.waitUntil(lambda: "正在重试" in desk.text("note"))
    assert not desk.button("sign-in-now").isEnabled()


def test_the_keys_of_the_console_do_nothing_before_the_sign_in(make_desk: MakeDesk) -> None:
    desk = make_desk()
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F5, Qt.Key.Key_F2):
        desk.press(key)
    assert desk.gate.posts == []
    assert desk.shows("sign-in")


def test_signing_out_closes_the_window_and_shows_empty_fields(desk: Desk) -> None:
    desk.will("close", Answer({}))
    assert desk.button("sign-out").text() == "关窗并退出"
    desk.click("sign-out")
    assert desk.posts()[-1] == ("close", {})
    desk.link.settle()
    assert desk.shows("sign-in")
    assert field(desk, "pin").text() == field(desk, "clerk").text() == ""
    assert desk.app.console is None


def test_the_feed_telling_of_the_close_first_signs_out_as_well(desk: Desk) -> None:
    desk.click("sign-out")
    desk.day.close(3)
    assert desk.shows("sign-in")


def test_a_close_that_is_refused_leaves_the_clerk_where_he_is(desk: Desk) -> None:
    desk.will("close", Refused("window.busy"))
    desk.click("sign-out")
    desk.link.settle()
    assert desk.shows("console")
    assert desk.text("note") == "窗口还有人在办理。"


def test_without_a_line_one_can_go_home_and_is_told_that_the_window_stayed_open(desk: Desk) -> None:
    desk.link.go_dark()
    desk.click("sign-out")
    assert desk.posts() == []
    assert desk.text("note") == "退出时没有连接，3 号窗口未能关闭。"


def test_a_sign_in_that_ended_comes_back_to_the_fields(desk: Desk) -> None:
    desk.will("call-next", Refused("auth.required", {}, 401))
    desk.press(Qt.Key.Key_F9)
    desk.link.settle()
    assert desk.shows("sign-in")
    assert desk.text("note") == "请重新登录。"


def test_a_sign_in_that_ended_while_the_line_was_down_is_found_out(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caller.view_model.PROBE_MS", 20)
    desk = make_desk()
    desk.sign_in()
    desk.link.answer_next("/api/queues", Refused("auth.required", {}, 401))
    desk.link.go_dark()
    desk.qtbot.waitUntil(lambda: desk.shows("sign-in"))
