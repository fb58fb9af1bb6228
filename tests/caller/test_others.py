"""What others do to the clerk's window: the console says what happened, and what to do."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.client.reply import Answer, Refused
from core.domain.event import Event, EventKind
from tests.caller.desk import Desk

BY = "supervisor:0902"


def happens(desk: Desk, kind: EventKind, **data: Any) -> Event:
    """Somebody does something to window 3."""
    desk.day.seq += 1
    zone = desk.hall.window(3).zone
    at = desk.now
    event = Event(desk.day.seq, at, kind, window=3, zone=zone, data={"clerk": "0301", "by": BY} | data)
    desk.link.push(event)
    return event


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        (EventKind.WINDOW_CLOSED, {}, "主管关闭了本窗口"),
        (EventKind.WINDOW_PAUSED, {"reason": "break"}, "主管暂停了本窗口"),
        (EventKind.WINDOW_CLOSED, {"by": "clerk:0301", "sent_to": 5}, "您已在 5 号窗口"),
        (EventKind.WINDOW_OPENED, {"clerk": "0302", "by": "clerk:0302"}, "0302"),
    ],
)
def test_it_is_said_and_the_clerk_can_go_on(
    desk: Desk, kind: EventKind, data: dict[str, Any], said: str
) -> None:
    happens(desk, kind, **data)
    assert said in desk.text("note")
    assert "open" in desk.enabled()
    desk.press(Qt.Key.Key_F4)
    assert desk.posts()[-1] == ("open", {})


def test_what_the_clerk_does_or_the_day_s_end_brings_is_not_said(desk: Desk) -> None:
    for by in ("clerk:0301", "core"):
        happens(desk, EventKind.WINDOW_CLOSED, by=by)
        assert desk.text("note") == ""


def test_other_queues_are_said(desk: Desk) -> None:
    desk.day.new_profile(3)
    assert "队列有变" in desk.text("note")
    desk.day.new_profile(4)


@pytest.mark.parametrize(
    ("data", "said"),
    [({}, "主管已将您从 3 号窗口退出登录"), ({"sent_to": 7}, "主管已将您调到 7 号窗口")],
)
def test_who_is_signed_out_is_at_the_sign_in_and_told_why(
    desk: Desk, data: dict[str, Any], said: str
) -> None:
    happens(desk, EventKind.WINDOW_CLOSED, signed_out="0301", **data)
    assert desk.app.console is None
    assert said in desk.text("note")
    assert desk.shows("pin")


def test_a_press_under_way_is_said_not_to_be_done(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.press(Qt.Key.Key_F6)
    happens(desk, EventKind.WINDOW_OPENED, clerk=None, signed_out="0301", sent_to=7)
    assert desk.console.props.busy is not None, "what became of the press comes first"
    (ask,) = [each for each in desk.link.unanswered if each.path.endswith("/finish")]
    ask.answer(Refused("auth.required", {"why": "relieved", "window": 3, "to": 7}, 401))
    assert desk.app.console is None
    assert "7 号窗口" in desk.text("note")
    assert "没有完成" in desk.text("note")


def test_a_press_that_was_done_before_is_not_said_to_be_undone(desk: Desk) -> None:
    desk.day.take("C007")
    desk.day.call("C007", 3)
    desk.press(Qt.Key.Key_F8)
    happens(desk, EventKind.WINDOW_OPENED, clerk=None, signed_out="0301")
    (ask,) = [each for each in desk.link.unanswered if each.path.endswith("/recall")]
    ask.answer(Answer({"ticket": {"id": "C007"}}))
    assert desk.app.console is None
    assert "没有完成" not in desk.text("note")


def test_who_was_away_meanwhile_is_told_at_the_next_question(desk: Desk) -> None:
    desk.link.answer_next("/api/queues", Refused("auth.required", {"why": "role_changed"}, 401))
    desk.console._ask_longest()
    desk.link.settle()
    assert desk.app.console is None
    assert "权限" in desk.text("note")
