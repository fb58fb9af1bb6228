"""The console with its keys and its mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from caller.keys import Keys
from caller.moves import Move
from core.client.reply import Answer, Refused, Unreachable
from core.domain.hall import Matter, Tier
from tests.caller.conftest import MakeDesk
from tests.caller.desk import NOBODY, Desk
from tests.support.fake_link import Ask
from tests.support.halls import lhasa_like

F2, F3, F4, F5, F6, F7, F8, F9 = (
    Qt.Key(value) for value in range(Qt.Key.Key_F2.value, Qt.Key.Key_F9.value + 1)
)
DONE = Answer({"ticket": {"id": "C007"}, "why": {}})


# The offscreen platform has no window manager and no keyboard to grab for a menu; a real screen has both.
opens_a_menu = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")


def menu(desk: Desk, name: str) -> QMenu:
    found = desk.app.window.findChild(QMenu, name)
    assert found is not None
    return found


def test_each_key_does_its_move_once(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    for key, move in (
        (F8, "recall"),
        (F7, "start"),
        (F6, "finish"),
        (F5, "pass"),
        (F3, "put-back"),
        (F9, "call-next"),
    ):
        desk.will(move, DONE)
        desk.press(key)
        desk.link.settle()
    assert desk.posts() == [
        ("recall", {}),
        ("start", {}),
        ("finish", {}),
        ("pass", {}),
        ("put-back", {}),
        ("call-next", {}),
    ]


def test_each_button_does_its_move_once(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    for move in ("recall", "start", "finish", "pass", "put-back", "call-next"):
        desk.will(move, DONE)
        desk.click(move)
        desk.link.settle()
    assert [move for move, _ in desk.posts()] == [
        "recall",
        "start",
        "finish",
        "pass",
        "put-back",
        "call-next",
    ]


def test_a_booking_of_ones_own_queue_moves_nobody(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.book("food")
    assert desk.console.props.total == 1


def test_the_keys_stand_on_the_buttons(desk: Desk) -> None:
    assert desk.button("call-next").accessibleDescription() == "F9"
    assert desk.button("call-next").toolTip() == "呼叫下一位  F9"


def test_buttons_follow_the_life_of_a_visit(desk: Desk) -> None:
    assert desk.enabled() == {"call-next", "pause"}
    desk.day.take("C007")
    desk.day.call("C007", 3)
    assert desk.enabled() == {"call-next", "recall", "start", "finish", "pass", "put-back", "pause"}
    desk.day.start("C007")
    assert desk.enabled() == {"call-next", "recall", "finish", "pause"}
    desk.day.finish("C007")
    assert desk.enabled() == {"call-next", "pause"}
    desk.day.pause(3)
    assert desk.enabled() == {"open"}
    desk.day.close(3)
    assert desk.enabled() == {"open"}


def test_a_key_that_is_not_legal_now_sends_nothing(desk: Desk) -> None:
    for key in (F8, F7, F6, F5, F3):
        desk.press(key)
    assert desk.posts() == []


def test_a_key_held_down_calls_once(desk: Desk) -> None:
    desk.will("call-next", DONE)
    desk.will("call-next", DONE)
    desk.hold(F9, repeats=1)
    desk.link.settle()
    desk.hold(F9, repeats=0)
    desk.link.settle()
    assert len(desk.posts()) == 2
    desk.hold(F9, repeats=30)
    desk.link.settle()
    assert len(desk.posts()) == 3


def test_a_second_press_while_the_first_is_under_way_is_passed_over(desk: Desk) -> None:
    desk.press(F9)
    desk.press(F9)
    desk.click("call-next")
    assert desk.posts() == [("call-next", {})]
    assert desk.enabled() == set()


def test_the_answer_ends_the_waiting(desk: Desk) -> None:
    desk.press(F9)
    desk.link.unanswered.pop().answer(NOBODY)
    assert "call-next" in desk.enabled()


def test_the_feed_ends_the_waiting_and_a_lost_answer_says_nothing_then(desk: Desk) -> None:
    desk.day.take("C007")
    desk.press(F9)
    ask = desk.link.unanswered.pop()
    desk.day.call("C007", 3)
    assert "recall" in desk.enabled()
    ask.answer(Unreachable("cut off"))
    assert desk.text("note") == ""
    assert "recall" in desk.enabled()


def test_finishing_the_one_before_is_not_yet_the_call(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.take("C008")
    desk.day.call("C007", 3)
    desk.press(F9)
    desk.day.finish("C007")
    assert desk.enabled() == set()
    desk.day.call("C008", 3)
    assert "call-next" in desk.enabled()


def test_a_double_click_does_not_finish_the_visitor_it_has_just_called(make_desk: MakeDesk) -> None:
    desk = make_desk(call_gap_ms=60)
    desk.sign_in()
    desk.day.open(3)
    desk.day.take("C007")
    desk.will("call-next", DONE)
    desk.press(F9)
    desk.link.settle()
    desk.day.call("C007", 3)
    desk.press(F9)
    desk.click("call-next")
    assert desk.posts() == [("call-next", {})]
    assert desk.enabled() == {"recall", "start", "finish", "pass", "put-back", "pause"}
    desk.qtbot.waitUntil(lambda: "call-next" in desk.enabled())


def test_space_and_enter_call_nobody(desk: Desk) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        desk.press(key)
        desk.press(key, desk.button("call-next"))
    assert desk.posts() == []


def test_a_click_leaves_no_button_with_the_keyboard(desk: Desk) -> None:
    desk.will("call-next", NOBODY)
    desk.click("call-next")
    desk.link.settle()
    assert desk.app.window.focusWidget() is desk.app.window


def test_a_button_that_is_disabled_hands_the_keyboard_to_no_other(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    start = desk.button("start")
    start.setFocus()
    desk.will("start", DONE)
    desk.press(Qt.Key.Key_Space)
    assert desk.posts() == [("start", {})]
    assert desk.app.window.focusWidget() is desk.app.window


def test_nobody_waiting_is_said_calmly_until_somebody_comes(desk: Desk) -> None:
    desk.will("call-next", NOBODY)
    desk.press(F9)
    desk.link.settle()
    assert desk.text("note") == "本窗口暂无等候人员。"
    assert "call-next" in desk.enabled()
    desk.day.take("A001")
    assert desk.text("note") != ""
    desk.day.take("C001")
    assert desk.text("note") == ""


def test_a_refusal_stands_in_the_line_until_the_next_press(desk: Desk) -> None:
    desk.will("call-next", Refused("window.not_open", {"window": 3}))
    desk.press(F9)
    desk.link.settle()
    assert desk.text("note") == "窗口未开放。"
    desk.press(F9)
    assert desk.text("note") == ""


def test_no_answer_says_that_it_is_not_known_until_the_core_says_what_became_of_it(desk: Desk) -> None:
    desk.link.go_dark()
    desk.link.go_live()
    desk.press(F9)
    desk.link.go_dark()
    ask = desk.link.unanswered.pop()
    ask.answer(Unreachable("cut off"))
    assert "是否完成尚不确定" in desk.text("note")
    desk.link.go_live()
    assert "是否完成尚不确定" in desk.text("note"), "the line alone tells nothing"
    assert desk.enabled() == set(), "and nothing else is begun meanwhile"
    asked = settling(desk)
    assert asked.body == {"key": ask.key}
    asked.answer(Answer({"done": True}))
    assert desk.text("note") == ""
    assert "call-next" in desk.enabled()
    assert [path for path, _ in desk.posts()].count("call-next") == 1


def test_a_press_that_the_core_never_had_is_said_not_to_be_done_and_is_not_replayed(desk: Desk) -> None:
    desk.will("start", Unreachable("cut off"))
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.press(F7)
    desk.link.settle()
    settling(desk).answer(Unreachable("still cut off"))
    desk.link.go_dark()
    desk.link.go_live()
    settling(desk).answer(Answer({"done": False}))
    assert "开始" in desk.text("note")
    assert "没有完成" in desk.text("note")
    assert "start" in desk.enabled()
    assert [path for path, _ in desk.posts()].count("start") == 1


def test_another_clerk_s_act_is_not_taken_for_the_own_press(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.press(F7)
    ask = desk.link.unanswered.pop()
    desk.day.start("C007", by="clerk:0999")
    assert desk.enabled() == set()
    ask.answer(Refused("ticket.not_called", {"number": "C007"}))
    assert desk.text("note") != ""


def test_a_refusal_that_comes_after_the_feed_is_said_all_the_same(desk: Desk) -> None:
    """The same clerk at two machines: the feed cannot tell the two apart."""
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.press(F7)
    ask = desk.link.unanswered.pop()
    desk.day.start("C007")
    ask.answer(Refused("ticket.not_called", {"number": "C007"}))
    assert desk.text("note") != ""


def settling(desk: Desk) -> Ask:
    """Return the question what became of a press."""
    (found,) = [each for each in desk.link.unanswered if each.path == "/api/settle"]
    desk.link.unanswered.remove(found)
    return found


def test_a_lost_line_is_seen_and_comes_back_by_itself(desk: Desk) -> None:
    assert not desk.shows("offline")
    desk.link.go_dark()
    assert desk.shows("offline")
    assert desk.text("offline").endswith("起连接中断，恢复后自动继续。")
    assert desk.enabled() == set()
    assert desk.button("sign-out").isEnabled()
    desk.link.go_live()
    assert not desk.shows("offline")
    assert "call-next" in desk.enabled()


def test_a_core_that_cannot_write_is_seen_and_what_is_known_stays(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.link.degrade(True)
    assert desk.text("offline") == "大厅主机暂时无法保存数据，正在重试……"
    assert desk.text("visitor-number") == "C007"
    assert desk.enabled() == set()
    assert desk.button("sign-out").isEnabled(), "the clerk can go home all the same"
    desk.link.degrade(False)
    assert not desk.shows("offline")
    assert "finish" in desk.enabled()


def test_who_leaves_while_nothing_can_be_saved_is_told_that_the_window_stands_open(desk: Desk) -> None:
    desk.link.degrade(True)
    desk.click("sign-out")
    assert "3 号窗口" in desk.text("note")


@opens_a_menu
def test_f4_pauses_with_a_reason_from_the_menu_and_opens_again(desk: Desk) -> None:
    desk.press(F4)
    assert desk.posts() == []
    reasons = menu(desk, "pause-reasons")
    assert [action.text() for action in reasons.actions()] == ["&1  短时离开", "&2  开会"]
    desk.will("pause", Answer({}))
    desk.press(Qt.Key.Key_2, reasons)
    desk.link.settle()
    assert desk.posts() == [("pause", {"reason": "meeting"})]
    desk.day.pause(3, "meeting")
    assert desk.text("status") == "暂停"
    assert desk.text("note") == "暂停 · 开会"
    assert desk.button("open").text() == "恢复叫号"
    desk.press(F4)
    assert desk.posts()[-1] == ("open", {})


@opens_a_menu
def test_a_pass_can_be_given_a_reason(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.click("pass-why")
    reasons = menu(desk, "pass-reasons")
    assert [action.text() for action in reasons.actions()] == ["&1  未到", "&2  不填原因"]
    desk.press(Qt.Key.Key_Return, reasons)
    assert desk.posts() == [("pass", {"reason": "no_show"})]


def test_who_is_here_and_for_how_long(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    assert desk.text("visitor-number") == "C007"
    assert desk.text("visitor-queue") == "食品经营许可证核发与变更"
    assert desk.text("visitor-state") == "已叫号"
    assert desk.text("visitor-calls") == ""
    desk.wait(65)
    assert desk.text("visitor-elapsed") == "01:05"
    desk.day.recall("C007")
    assert desk.text("visitor-calls") == "已叫 2 次"
    assert desk.text("visitor-elapsed") == "01:05"
    desk.day.start("C007")
    assert desk.text("visitor-state") == "办理中"
    desk.wait(3600)
    assert desk.text("visitor-elapsed") == "1:00:00"
    desk.day.finish("C007")
    assert desk.text("visitor-number") == "—"
    assert desk.text("visitor-elapsed") == ""


def visit(leg: str, item: str | None = None, matter: str | None = None) -> Answer:
    """Return a ticket as the core tells of it."""
    return Answer(
        {"matter": matter, "legs": [{"leg": "other.1", "item": "card"}, {"leg": leg, "item": item}]}
    )


def test_the_item_is_named_that_the_visitor_came_for(desk: Desk) -> None:
    desk.link.answer_next("/api/tickets/B007", visit("B007.1", "licence"))
    desk.day.call("B007", 3)
    desk.link.settle()
    assert desk.text("visitor-queue") == "企业登记注册"
    assert desk.text("visitor-purpose") == "个体工商户营业执照"
    desk.day.finish("B007")
    assert desk.text("visitor-purpose") == ""


def test_of_a_matter_of_several_steps_its_name_and_the_step_are_shown(make_desk: MakeDesk) -> None:
    hall = replace(lhasa_like(), matters=(Matter("restaurant", {"zh": "开办餐饮店一件事"}, ()),))
    desk = make_desk(hall=hall)
    desk.sign_in()
    desk.day.open(3)
    desk.link.answer_next("/api/tickets/A007", visit("A007.2", matter="restaurant"))
    desk.day.call("A007", 3, leg=2, queue="company", zone="business", step=2, steps=3)
    desk.link.settle()
    assert desk.text("visitor-purpose") == "开办餐饮店一件事"
    assert desk.text("visitor-step") == "第2步/共3步"


def test_what_a_visitor_came_for_is_asked_once_and_never_shown_of_another(desk: Desk) -> None:
    desk.day.call("B007", 3)
    desk.day.recall("B007")
    asked = [ask for ask in desk.link.unanswered if ask.path == "/api/tickets/B007"]
    desk.day.finish("B007")
    desk.day.call("C001", 3)
    asked[0].answer(visit("B007.1", "licence"))
    assert len(asked) == 1
    assert desk.text("visitor-purpose") == ""


def test_an_item_that_is_not_told_is_no_trouble(desk: Desk) -> None:
    desk.link.answer_next("/api/tickets/B007", Refused("auth.denied", {}, 403))
    desk.day.call("B007", 3)
    desk.link.settle()
    assert desk.text("visitor-number") == "B007"
    assert desk.text("visitor-purpose") == ""


def test_who_comes_without_a_call_is_shown_and_can_be_served(desk: Desk) -> None:
    desk.will("call-next", NOBODY)
    desk.press(F9)
    desk.link.settle()
    assert desk.text("note") == "本窗口暂无等候人员。"
    desk.day.walk_in("C018", 3)
    assert desk.text("visitor-number") == "C018"
    assert desk.text("visitor-state") == "办理中"
    assert desk.text("note") == ""
    assert "finish" in desk.enabled()
    desk.day.suspend("C018")
    assert desk.text("visitor-number") == "—"
    desk.day.resume("C018", 3)
    desk.day.send_on("C018")
    assert desk.text("visitor-number") == "—"
    desk.day.take_back("C018", "transferred", "serving")
    assert desk.text("visitor-number") == "C018"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Refused("recall.too_soon", {"number": "C007", "wait_s": 4}), "刚刚呼叫过 C007 号，4 秒后可重呼。"),
        (Refused("recall.used_up", {"number": "C007"}), "C007 号已达重呼次数上限。"),
    ],
)
def test_a_rule_that_says_not_yet_is_read_in_words(desk: Desk, reply: Refused, said: str) -> None:
    desk.day.call("C007", 3)
    desk.will("recall", reply)
    desk.press(F8)
    desk.link.settle()
    assert desk.text("note") == said
    desk.day.finish("C007")
    desk.day.call("C008", 3)
    assert desk.text("note") == ""


def test_another_profile_of_the_window_is_shown_at_once(desk: Desk) -> None:
    desk.day.new_profile(3)
    windows = [
        replace(window, tiers=(Tier(("advice",)),)) if window.number == 3 else window
        for window in desk.hall.windows
    ]
    desk.link.set_hall(replace(desk.hall, windows=tuple(windows)))
    assert desk.shows("waiting-total")
    assert [queue.id for queue in desk.console.props.queues] == ["advice"]


def test_how_many_wait_here_and_the_longest_wait(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caller.view_model.LONGEST_DELAY_MS", 50)
    desk = make_desk()
    desk.sign_in()
    desk.day.open(3)
    longest = Answer({"queues": [{"id": "company", "waiting": 1, "longest_s": 300}]})
    desk.link.answer_next("/api/queues", longest)
    for number in ("B001", "C001", "C002", "A001"):
        desk.day.take(number)
    assert desk.text("waiting-total") == "等候 3 人"
    assert desk.text("waiting:food") == "2"
    desk.qtbot.waitUntil(lambda: desk.text("waiting-longest") != "")
    desk.wait(5)
    assert desk.text("waiting-longest") == "最长 05:05"
    assert desk.link.gets == ["/api/queues"]


def test_f2_makes_a_strip_that_works_and_is_remembered(desk: Desk) -> None:
    desk.press(F2)
    assert desk.shows("strip-console")
    assert desk.settings.strip
    desk.will("call-next", NOBODY)
    desk.press(F9)
    desk.link.settle()
    assert desk.text("note") == "本窗口暂无等候人员。"
    desk.click("whole")
    assert desk.shows("console")
    assert not desk.settings.strip


def test_f3_puts_back_in_the_strip_too(make_desk: MakeDesk) -> None:
    desk = make_desk(strip=True)
    desk.sign_in()
    desk.day.open(3)
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.press(F3)
    assert desk.posts() == [("put-back", {})]


def test_the_office_can_set_other_keys() -> None:
    keys = Keys({Move.CALL_NEXT: "Ctrl+N"})
    assert keys.text(Move.CALL_NEXT) == "Ctrl+N"
    assert keys.text(Move.RECALL) == "F8"


def test_the_language_follows_the_hall_unless_one_was_chosen(make_desk: MakeDesk) -> None:
    desk = make_desk(language="")
    desk.sign_in()
    assert desk.text("window") == "3 号窗口"
    desk.click("language:en")
    assert desk.text("window") == "Window 3"
    desk.link.set_hall(desk.hall)
    assert desk.text("window") == "Window 3"
    assert desk.settings.language == "en"


def test_a_change_of_language_changes_every_text_at_once(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.click("language:en")
    assert desk.text("visitor-queue") == "Food business licences, new and changed"
    assert desk.button("call-next").text() == "Call next"
    assert desk.button("call-next").accessibleName() == "Call next"
    assert desk.app.window.windowTitle() == "Window 3"


def test_every_button_has_a_name_for_who_cannot_see_it(desk: Desk) -> None:
    names = [button.accessibleName() for button in desk.app.window.findChildren(type(desk.button("recall")))]
    assert len(names) > 10
    assert all(names)
