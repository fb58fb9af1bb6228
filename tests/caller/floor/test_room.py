"""The floor's window by mouse and keyboard, on a line in the test's hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from caller import theme
from caller.floor.hall_page import Half
from caller.floor.window import SIZE
from caller.widgets.button import KeyButton
from core.client.reply import Answer, Refused, Unreachable
from tests.caller.floor.conftest import MakeRoom
from tests.caller.floor.room import ENTER, Room, ticket

PRINTERS = Answer({"devices": [{"name": "取号机一", "kind": "printer", "state": "ready"}]})


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room()
    room.answer("/api/devices", PRINTERS)
    return room


def find(room: Room, **told: object) -> None:
    room.press(Qt.Key.Key_F3)
    room.type("ticket-number", "a003")
    room.press(ENTER, "ticket-number")
    room.answer("/api/tickets?number=A003", Answer({"tickets": [ticket("A003", **told)]}))  # type: ignore[arg-type]


def test_who_signs_in_without_a_window_sees_the_hall(room: Room) -> None:
    assert room.gate.posts == [("/api/sign-in", {"clerk": "0901", "pin": "2468"})]
    assert room.link.filters == {}
    assert not room.app.window.isVisible()
    assert room.table("zones").ids() == ["*", "social", "business", "self_service"]


def test_a_clerk_needs_a_window(make_room: MakeRoom, qtbot: object, tmp_path: object, hall: object) -> None:
    room = Room(qtbot, tmp_path, hall, "clerk")  # type: ignore[arg-type]
    room.sign_in()
    assert room.app.floor is None
    assert room.app.window.focusWidget().objectName() == "window-number"
    room.app.stop()


def test_late_zones_say_so_in_a_word(room: Room) -> None:
    room.day.take("A001")
    room.day.take("B001")
    room.tell_queues(insurance=1860, company=900, food=None, advice=None)
    assert room.table("zones").texts("social")[1:4] == ["1", "31 分", "等候过久"]
    assert room.table("zones").texts("business")[1:4] == ["1", "15 分", "等候较久"]


def test_a_zone_is_chosen_and_its_windows_are_kept_up_by_the_feed(room: Room) -> None:
    room.click_row("zones", "business")
    assert room.table("windows").ids() == ["3", "4", "5"]
    room.day.open(3)
    room.day.take("B001")
    room.day.call("B001", 3)
    assert room.table("windows").texts("3")[1:5] == ["开放", "0301", "B001 呼叫中", "10:00"]
    room.press(Qt.Key.Key_Up, "zones")
    assert room.table("windows").ids() == ["1", "2"]


def test_rows_are_sorted_by_a_click_and_never_jump_under_a_hand(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = room.table("zones")
    monkeypatch.setattr(table, "_held", lambda: True)
    table.sort_by(1)
    before = table.ids()
    for number in range(1, 4):
        room.day.take(f"B{number:03}")
    assert table.ids() == before
    assert table.texts("business")[1] == "3"
    monkeypatch.setattr(table, "_held", lambda: False)
    room.day.take("A001")
    assert table.ids()[:3] == ["*", "business", "social"]


@pytest.mark.parametrize(
    ("button", "path", "body"),
    [
        ("window-open", "/api/windows/2/open", {}),
        ("serve-first", "/api/windows/2/profile", None),
    ],
)
def test_a_supervisor_directs_a_closed_window(
    room: Room, button: str, path: str, body: dict[str, object] | None
) -> None:
    room.click_row("windows", "2")
    room.choose("serve-queue", "food")
    room.click(button)
    asked = room.link.posts[-1]
    assert asked[0] == path
    tiers = {"tiers": [{"queues": ["insurance", "food"], "when_wait_over_min": None}]}
    assert asked[1] == (tiers if body is None else body)


def test_an_open_window_is_paused_with_a_reason_and_closed(room: Room) -> None:
    room.day.open(2)
    room.click_row("windows", "2")
    assert not room.button("window-open").isEnabled()
    room.choose("pause-reason", "meeting")
    room.click("window-pause")
    assert room.link.posts[-1] == ("/api/windows/2/pause", {"reason": "meeting"})
    assert not room.button("window-close").isEnabled()
    room.answer("/api/windows/2/pause", Answer({}))
    room.click("window-close")
    assert room.link.posts[-1] == ("/api/windows/2/close", {})


def test_a_clerk_is_signed_out_or_moved_by_mouse_and_keys(room: Room) -> None:
    room.click_row("windows", "2")
    assert not room.button("send-clerk").isEnabled(), "nobody is there who could go elsewhere"
    room.day.open(2)
    room.choose("other-window", "4")
    button = room.button("send-clerk")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert room.link.posts[-1] == ("/api/windows/2/relieve", {"to": 4})
    room.answer("/api/windows/2/relieve", Answer({"number": 2, "visitor": "A017"}))
    assert "A017" in room.text("note")
    room.choose("other-window", "2")
    assert not button.isEnabled(), "the clerk is there already"
    room.click("sign-clerk-out")
    assert room.link.posts[-1] == ("/api/windows/2/relieve", {})


def test_a_message_goes_to_one_window_or_to_all(room: Room) -> None:
    assert not room.button("say-all").isEnabled()
    room.type("message-text", "请到三楼开会")
    assert not room.button("say-here").isEnabled()
    room.click("say-all")
    assert room.link.posts[-1] == ("/api/windows/message", {"text": "请到三楼开会"})
    room.answer("/api/windows/message", Answer({}))
    assert room.text("note") == "已完成。"
    room.click_row("windows", "2")
    room.type("message-text", "二")
    room.click("say-here")
    assert room.link.posts[-1] == ("/api/windows/2/message", {"text": "二"})


def test_a_guide_says_something_and_directs_nothing(make_room: MakeRoom) -> None:
    room = make_room("guide")
    assert not room.widget("window-open").isVisible()
    assert room.widget("say-all").isVisible()


def test_a_window_is_taken_over_and_given_back(room: Room) -> None:
    room.click_row("windows", "3")
    room.click("take-over")
    assert room.links[1].filters == {"window": "3", "beside": "true"}
    room.links[1].connect_to(room.hall)
    assert room.app.window.isVisible()
    assert room.app.window.findChild(QWidget, "console") is not None
    room.app.console.sign_out()  # type: ignore[union-attr]
    assert not room.app.window.isVisible()
    assert room.app.floor is not None
    assert room.window.isVisible()


def test_a_number_is_issued_by_keyboard_with_class_and_printed(room: Room) -> None:
    room.press(Qt.Key.Key_F2)
    room.type("issue-search", "shbz")
    room.choose("issue-class", "elderly")
    room.choose("issue-printer", "取号机一")
    room.widget("issue-assisted").setFocus()
    room.press(Qt.Key.Key_Space, "issue-assisted")
    room.type("issue-phone", "138 0013 8000")
    room.press(ENTER, "issue-phone")
    body = {
        "item": "card",
        "class": "elderly",
        "phone": "138 0013 8000",
        "assisted": True,
        "slip": True,
    }
    assert room.link.posts[-1] == ("/api/tickets", body)
    room.answer("/api/tickets", Answer({"id": "t1", "number": "A007", "ahead": 4}))
    assert room.text("issued-number") == "已发 A007，前面 4 人"
    assert room.link.posts[-1] == ("/api/tickets/t1/reprint", {"printer": "取号机一"})


def test_enter_twice_issues_one_number(room: Room) -> None:
    """What was chosen stays chosen; a second Enter in haste is no second number, the button is."""
    room.press(Qt.Key.Key_F2)
    room.type("issue-search", "shbz")
    room.press(ENTER, "issue-search")
    room.answer("/api/tickets", Answer({"id": "t1", "number": "A007", "ahead": 4}))
    issued = [path for path, _ in room.link.posts].count("/api/tickets")
    room.press(ENTER, "issue-search")
    assert [path for path, _ in room.link.posts].count("/api/tickets") == issued == 1
    room.type("issue-search", "shbz")
    room.press(ENTER, "issue-search")
    assert [path for path, _ in room.link.posts].count("/api/tickets") == 2


def test_what_is_not_found_cannot_be_issued(room: Room) -> None:
    room.press(Qt.Key.Key_F2)
    room.type("issue-search", "shbz")
    room.click_row("places", "insurance/card")
    room.type("issue-search", "none")
    assert not room.button("issue-now").isEnabled()


@pytest.mark.parametrize(
    ("button", "path", "body"),
    [
        ("ticket-reprint", "reprint", {"printer": "取号机一"}),
        ("ticket-give-class", "class", {"class": "elderly"}),
        ("ticket-move", "transfer", {"queue": "food", "first": True}),
        ("ticket-move-window", "transfer", {"window": 4, "first": True}),
        ("ticket-cancel", "cancel", {"reason": "left"}),
    ],
)
def test_a_ticket_is_found_and_looked_after(
    room: Room, button: str, path: str, body: dict[str, object]
) -> None:
    find(room)
    room.choose("ticket-class", "elderly")
    room.choose("ticket-queue", "food")
    room.type("ticket-window", "4")
    room.press(Qt.Key.Key_Space, "ticket-first")
    room.click(button)
    assert room.link.posts[-1] == (f"/api/tickets/id-A003/{path}", body)
    room.answer(f"/api/tickets/id-A003/{path}", Answer({}))
    assert room.link.gets[-1] == "/api/tickets?number=A003"


@pytest.mark.parametrize(("state", "can"), [("passed", True), ("suspended", True), ("waiting", False)])
def test_who_was_passed_or_suspended_may_wait_again(room: Room, state: str, can: bool) -> None:
    find(room, state=state)
    assert room.button("ticket-restore").isEnabled() is can
    room.click("ticket-restore")
    assert (("/api/tickets/id-A003/restore", {}) in room.link.posts) is can


def test_missing_slips_are_counted_and_printed_again(room: Room) -> None:
    missing = Answer({"tickets": [ticket("A003", slip="failed"), ticket("A004", slip="unknown")]})
    room.answer("/api/tickets?slip=missing", missing)
    assert room.button("page:slips").text() == "缺票 2 张"
    room.press(Qt.Key.Key_F4)
    room.click_row("slips-list", "id-A004")
    room.click("slips-reprint")
    assert room.link.posts[-1] == ("/api/tickets/id-A004/reprint", {"printer": "取号机一"})


def test_a_refusal_and_a_lost_answer_are_told_apart(room: Room) -> None:
    room.click_row("windows", "2")
    room.click("window-open")
    room.answer("/api/windows/2/open", Refused("window.unknown", {"window": 2}, 404))
    assert room.text("note") == "没有这个窗口。"
    room.click("window-open")
    room.answer("/api/windows/2/open", Unreachable("no route"))
    assert "是否完成尚不清楚" in room.text("note")


def test_without_a_line_nothing_can_be_pressed(room: Room) -> None:
    room.click_row("windows", "2")
    room.link.go_dark()
    assert room.widget("offline").isVisible()
    assert not room.button("window-open").isEnabled()


def test_signing_out_gives_the_token_back(room: Room) -> None:
    room.click("sign-out")
    assert room.link.posts[-1] == ("/api/sign-out", {})
    room.answer("/api/sign-out", Answer({"clerk": "0901", "closed": []}))
    assert room.app.floor is None
    assert room.app.window.isVisible()


def test_another_language_is_spoken_at_once(room: Room) -> None:
    room.click("language:en")
    assert room.table("zones").texts("social")[0] == "Social insurance"
    assert room.button("page:issue").text() == "Issue a number"


def test_it_becomes_dark_and_large_on_the_page_that_is_open(room: Room) -> None:
    room.press(Qt.Key.Key_F3)
    before, font = room.window, room.widget("ticket-number").font().pixelSize()
    QTest.keyClick(room.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(room.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert room.window is not before
    assert not before.isVisible()
    assert room.window.isVisible()
    assert room.window.page == "find"
    assert room.widget("ticket-number").font().pixelSize() > font
    assert room.app.floor is room.model
    theme.use(theme.Appearance())


def test_where_both_halves_have_no_room_f1_goes_from_one_to_the_other(make_room: MakeRoom) -> None:
    """Large letters: the zones and queues, or the windows with what is done there; by key and by mouse."""
    room = make_room("supervisor")
    room.window.resize(960, 540)
    room.qtbot.waitUntil(lambda: not room.table("windows").isVisible())
    assert room.table("zones").isVisible()
    assert room.table("queues").isVisible()
    room.press(Qt.Key.Key_F1)
    assert room.table("windows").isVisible()
    assert not room.table("zones").isVisible()
    assert room.window.focusWidget() is room.table("windows")
    room.click_row("windows", "3")
    room.click("window-open")
    assert room.link.posts[-1][0] == "/api/windows/3/open"
    room.click("half:zones")
    assert room.table("zones").isVisible()
    room.press(Qt.Key.Key_F2)
    room.press(Qt.Key.Key_F1)
    assert room.table("zones").isVisible(), "coming back is not turning"
    room.window.resize(SIZE)
    room.qtbot.waitUntil(lambda: room.table("windows").isVisible())
    assert room.table("zones").isVisible()


def test_nothing_of_the_hall_is_scrolled_at_twice_the_size(make_room: MakeRoom) -> None:
    room = make_room("supervisor")
    for _ in theme.SCALES[1:]:
        QTest.keyClick(room.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.in_use().scale == 200
    room.window.resize(1920, 1040)
    scroll = room.widget("hall-scroll")
    assert isinstance(scroll, QScrollArea)
    for _ in Half:
        room.qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
        room.press(Qt.Key.Key_F1)
    theme.use(theme.Appearance())


def test_no_button_moves_when_the_line_is_lost_or_somebody_asks(room: Room) -> None:
    room.click_row("windows", "2")

    def places() -> dict[str, QRect]:
        QApplication.processEvents()
        return {
            each.objectName(): QRect(each.mapToGlobal(QPoint(0, 0)), each.size())
            for each in room.window.findChildren(KeyButton)
            if each.isVisible() and each.objectName() != "asking"
        }

    before = places()
    room.link.go_dark()
    room.qtbot.waitUntil(lambda: room.widget("offline").isVisible())
    assert places() == before
    room.link.go_live()
    room.widget("asking").show()
    assert places() == before
