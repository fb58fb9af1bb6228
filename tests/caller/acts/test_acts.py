"""Every act of the second level, by two keys and by mouse: what is sent, once, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from caller.acts.told import ListEnd, ToldList
from core.client.reply import Answer, Refused, Unreachable
from core.domain.clock import to_text
from core.domain.hall import Hall, Material, Reason
from core.domain.rules import Rules
from tests.caller.conftest import MakeDesk
from tests.caller.desk import WINDOW, Desk
from tests.support.halls import lhasa_like

DONE = Answer({"ticket": {"id": "C007"}, "why": None})
MORE = (
    Reason("urgent", {"zh": "情况紧急", "en": "Urgent"}, "call"),
    Reason("wrong_queue", {"zh": "取错号", "en": "Wrong queue"}, "transfer"),
    Reason("copies", {"zh": "需要复印", "en": "Copies"}, "suspend"),
    Reason("advised", {"zh": "已答复咨询", "en": "Advice given"}, "finish"),
)
PAPERS = (Material("card", {"zh": "身份证", "en": "Card"}), Material("form", {"zh": "申请表", "en": "Form"}))
FIRST, SECOND = "company", "food"


def leg(number: str, **changed: Any) -> dict[str, Any]:
    """A leg as the core lists it."""
    return {
        "id": f"id-{number}",
        "leg": f"id-{number}.1",
        "number": number,
        "queue": "food",
        "class": "ordinary",
        "state": "waiting",
        "since": to_text(datetime(2026, 11, 22, 2, 0, tzinfo=UTC)),
        "suspension": None,
        **changed,
    }


@pytest.fixture
def hall() -> Hall:
    hall = lhasa_like()
    items = tuple(replace(each, materials=PAPERS) if each.id == "archive" else each for each in hall.items)
    return replace(hall, reasons=(*hall.reasons, *MORE), items=items)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk at window 3 with C007 called there, who came for the archive and has a step to come."""
    desk = make_desk()
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.take("C007")
    planned = {"leg": "C007.2", "item": None, "state": "planned", "step": 2, "queue": "advice"}
    here = {"leg": "C007.1", "item": "archive", "state": "called", "step": 1, "queue": "food"}
    desk.link.answer_next("/api/tickets/C007", Answer({"matter": None, "legs": [here, planned]}))
    desk.day.call("C007", WINDOW)
    desk.link.settle()
    return desk


class Press(QObject):
    """A printer whose paper comes out when the test says so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.trouble = ""
        self.lists: list[ToldList] = []
        self._ends: list[Callable[[ListEnd], None]] = []

    def print(self, told: ToldList, done: Callable[[ListEnd], None]) -> None:
        self.lists.append(told)
        self._ends.append(done)

    def end(self, state: str, key: str = "") -> None:
        """Let the list under way end so."""
        self._ends.pop()(ListEnd(self.lists[-1].number, state, key))


def press(desk: Desk) -> Press:
    printer = Press()
    desk.console.acts.use_printer(printer)
    return printer


def free(desk: Desk) -> None:
    desk.day.start("C007")
    desk.day.finish("C007")


def keys(desk: Desk, text: str) -> None:
    """Open the acts and press keys."""
    desk.press(Qt.Key.Key_F10)
    for key in text:
        desk.type_here(key)


def by_mouse(desk: Desk, *names: str) -> None:
    """Open the acts and click rows."""
    for name in ("more", *names):
        QApplication.processEvents()
        desk.click(name)


def search(desk: Desk, text: str) -> None:
    """Type into the search as an input method does."""
    field = desk.widget("acts-search")
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.textEdited.emit(text)


def listed(desk: Desk, path: str, *legs: dict[str, Any]) -> None:
    desk.link.answer_next(path, Answer({"tickets": list(legs)}))


def waiting(desk: Desk, *legs: dict[str, Any]) -> None:
    for queue in (FIRST, SECOND):
        for state in ("waiting", "passed"):
            found = [each for each in legs if (each["queue"], each["state"]) == (queue, state)]
            listed(desk, f"/api/tickets?queue={queue}&state={state}", *found)


HERE: list[tuple[str, tuple[str, ...], str, dict[str, Any]]] = [
    ("11", ("act:outcome", "reason:advised"), "finish", {"outcome": "advised"}),
    ("10", ("act:outcome", "reason:"), "finish", {}),
    ("21", ("act:pass", "reason:no_show"), "pass", {"reason": "no_show"}),
    ("20", ("act:pass", "reason:"), "pass", {}),
    ("31", ("act:no_papers", "reason:copies"), "suspend", {"kind": "no_papers", "reason": "copies"}),
    ("40", ("act:papers_left", "reason:"), "suspend", {"kind": "papers_left"}),
    ("51", ("act:step", "reason:copies"), "suspend", {"kind": "step", "reason": "copies"}),
    ("92", ("act:walk_in", "walk:food"), "walk-in", {"queue": "food"}),
    ("-20", ("act:told", "paper:form", "do:send"), "finish", {"missing": ["form"]}),
    ("-210", ("act:told", "paper:form", "paper:card", "do:send"), "finish", {"missing": ["card", "form"]}),
]


@pytest.mark.parametrize(("text", "_rows", "move", "body"), HERE)
def test_by_keys(desk: Desk, text: str, _rows: object, move: str, body: dict[str, Any]) -> None:
    keys(desk, text)
    assert desk.posts() == [(move, body)]
    assert not desk.shows("acts")


@pytest.mark.parametrize(("_text", "rows", "move", "body"), HERE)
def test_by_mouse(desk: Desk, _text: str, rows: tuple[str, ...], move: str, body: dict[str, Any]) -> None:
    by_mouse(desk, *rows)
    assert desk.posts() == [(move, body)]
    assert not desk.shows("acts")


def test_a_rating_and_taking_back_are_two_keys(desk: Desk) -> None:
    free(desk)
    desk.will("ask-rating", DONE)
    keys(desk, ".")
    desk.link.settle()
    keys(desk, "0")
    assert desk.posts() == [("ask-rating", {}), ("undo", {})]


def test_taking_back_says_what_and_for_how_long(desk: Desk) -> None:
    free(desk)
    desk.wait(20)
    desk.press(Qt.Key.Key_F10)
    assert desk.button("act:undo").text() == "撤回 · C007 办结收回（40 秒）"
    desk.wait(41)
    assert not desk.button("act:undo").isEnabled()
    assert desk.button("act:undo").text() == "撤回 · C007 已过撤销时限"


def test_the_next_step_is_shown_with_the_outcomes(desk: Desk) -> None:
    keys(desk, "1")
    assert desk.text("acts-title") == "办结并记结果 · C007"
    assert desk.text("acts-line") == "下一步：综合咨询"


@pytest.mark.parametrize(
    ("query", "row", "body"),
    [
        ("综合", "target:queue:advice", {"queue": "advice"}),
        ("sbkbl", "", {}),
        ("shbz", "target:queue:insurance", {"queue": "insurance"}),
        ("zhzx", "target:queue:advice", {"queue": "advice"}),
        ("zonghezixun", "target:queue:advice", {"queue": "advice"}),
        ("general", "target:queue:advice", {"queue": "advice"}),
        ("4", "target:window:4", {"window": 4}),
        ("d", "target:queue:advice", {"queue": "advice"}),
    ],
)
def test_a_transfer_is_searched_for(desk: Desk, query: str, row: str, body: dict[str, Any]) -> None:
    keys(desk, "7")
    search(desk, query)
    if not row:
        assert desk.text("acts-line") == "没有找到。"
        return
    assert desk.shows(row)
    desk.press(Qt.Key.Key_Return)
    desk.type_here("-")
    desk.type_here("1")
    assert desk.posts() == [("transfer", {**body, "first": True, "reason": "wrong_queue"})]


def test_a_transfer_by_mouse_that_comes_back(desk: Desk) -> None:
    by_mouse(desk, "act:transfer", "target:window:4", "toggle:back", "reason:")
    assert desk.posts() == [("transfer", {"window": 4, "back": True})]


def test_a_visitor_is_sent_to_the_next_step(desk: Desk) -> None:
    by_mouse(desk, "act:transfer", "target:next")
    assert desk.posts() == [("finish", {})]


def test_the_next_step_that_is_told_late_moves_no_row(make_desk: MakeDesk) -> None:
    """Its place is kept; until it is known Enter takes nothing, for the first row may become another."""
    desk = make_desk()
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.take("C007")
    desk.day.call("C007", WINDOW)
    here = {"leg": "C007.1", "item": None, "state": "called", "step": 1, "queue": "food"}
    planned = {"leg": "C007.2", "item": None, "state": "planned", "step": 2, "queue": "advice"}
    keys(desk, "7")
    QApplication.processEvents()
    before = desk.widget(f"target:queue:{FIRST}").pos()
    assert not desk.button("target:next").isEnabled()
    desk.press(Qt.Key.Key_Return)
    assert desk.shows("target:next"), "the page of reasons did not open"
    asked = next(each for each in desk.link.unanswered if each.path == "/api/tickets/C007")
    asked.answer(Answer({"matter": None, "legs": [here, planned]}))
    QApplication.processEvents()
    assert desk.widget(f"target:queue:{FIRST}").pos() == before
    assert desk.button("target:next").isEnabled()
    desk.press(Qt.Key.Key_Return)
    assert desk.posts() == [("finish", {})]


def test_a_visit_without_a_next_step_says_so_in_its_place(desk: Desk) -> None:
    free(desk)
    desk.day.take("C008")
    here = {"leg": "C008.1", "item": None, "state": "called", "step": 1, "queue": "food"}
    desk.link.answer_next("/api/tickets/C008", Answer({"matter": None, "legs": [here]}))
    desk.day.call("C008", WINDOW)
    desk.link.settle()
    keys(desk, "7")
    assert desk.button("target:next").text() == "无后续环节"
    assert not desk.button("target:next").isEnabled()


def test_a_suspended_visit_goes_on(desk: Desk) -> None:
    free(desk)
    path = f"/api/windows/{WINDOW}/suspended"
    listed(desk, path, leg("C001", state="suspended", suspension="papers_left"), leg("C002"))
    keys(desk, "6")
    assert desk.text("acts-line") == "请稍候…"
    desk.link.settle()
    assert desk.button("ticket:id-C001").text() == "C001 食品经营许可证核发与变更 · 持件"
    desk.type_here("1")
    assert desk.posts() == [("resume", {"ticket": "id-C001"})]


def test_the_suspended_are_seen_while_somebody_is_here(desk: Desk) -> None:
    listed(desk, f"/api/windows/{WINDOW}/suspended", leg("C001", state="suspended", suspension="step"))
    keys(desk, "6")
    desk.link.settle()
    assert not desk.button("ticket:id-C001").isEnabled()
    assert desk.text("acts-line") == "C007 在窗口"
    desk.type_here("1")
    assert desk.posts() == []


def test_a_certain_number_is_called_with_a_reason(desk: Desk) -> None:
    waiting(desk, leg("C011"), leg("C012"), leg("B003", queue="company", state="passed"))
    keys(desk, "8")
    desk.link.settle()
    desk.type("acts-search", "12")
    desk.press(Qt.Key.Key_Return)
    assert desk.text("acts-title") == "指定呼叫 · C012"
    desk.type_here("1")
    assert desk.posts() == [("call", {"ticket": "id-C012", "reason": "urgent"})]


def test_a_passed_one_is_called_by_mouse(desk: Desk) -> None:
    waiting(desk, leg("C011"), leg("B003", queue="company", state="passed"))
    by_mouse(desk, "act:pick")
    desk.link.settle()
    QApplication.processEvents()
    assert desk.button("ticket:id-B003").text().endswith("已过号")
    desk.click("ticket:id-B003")
    QApplication.processEvents()
    desk.click("reason:urgent")
    assert desk.posts() == [("call", {"ticket": "id-B003", "reason": "urgent"})]


def test_a_list_stands_still_and_tells_what_is_new(desk: Desk, qtbot: Any) -> None:
    waiting(desk, leg("C011"), leg("C012"))
    keys(desk, "8")
    desk.link.settle()
    QApplication.processEvents()
    first = desk.button("ticket:id-C011")
    place = first.mapToGlobal(first.rect().center())
    waiting(desk, leg("C012"), leg("C009", since=to_text(datetime(2026, 11, 22, 1, 0, tzinfo=UTC))))
    desk.day.take("C009")
    qtbot.waitUntil(lambda: desk.shows("do:fresh"), timeout=5000)
    assert desk.button("do:fresh").text() == "有 2 处变化：显示"
    assert desk.button("ticket:id-C011") is first
    assert first.mapToGlobal(first.rect().center()) == place
    assert not first.isEnabled()
    assert not desk.shows("ticket:id-C009")
    QApplication.processEvents()
    desk.click("do:fresh")
    assert desk.shows("ticket:id-C009")
    assert not desk.shows("ticket:id-C011")


def test_a_list_that_does_not_come_says_so(desk: Desk) -> None:
    free(desk)
    desk.link.answer_next(f"/api/windows/{WINDOW}/suspended", Unreachable("gone"))
    keys(desk, "6")
    desk.link.settle()
    assert desk.text("acts-line") == "名单没有取到。"


def test_what_was_begun_for_one_is_not_done_to_another(desk: Desk) -> None:
    keys(desk, "1")
    free(desk)
    desk.day.take("C008")
    desk.day.call("C008", WINDOW)
    desk.type_here("1")
    assert desk.posts() == []
    assert desk.text("acts-line") == "窗口已换人，未作任何操作。"
    assert not desk.button("reason:advised").isEnabled()


def test_the_line_goes_down_while_a_page_is_open(desk: Desk) -> None:
    keys(desk, "1")
    desk.link.go_dark()
    desk.type_here("1")
    assert desk.posts() == []
    assert desk.text("acts-line") == "没有连接"


def test_a_pass_waits_its_seconds_and_says_so(make_desk: MakeDesk, hall: Hall) -> None:
    desk = make_desk(hall=replace(hall, rules=Rules(pass_after_s=10)))
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.take("C007")
    desk.day.call("C007", WINDOW)
    desk.wait(3)
    assert desk.button("pass").text() == "过号（7 秒后）"
    assert not desk.button("pass").isEnabled()
    desk.press(Qt.Key.Key_F5)
    keys(desk, "2")
    assert desk.button("act:pass").text() == "过号并选择原因 · 还需 7 秒"
    assert desk.posts() == []
    desk.wait(5)
    desk.day.recall("C007")
    desk.wait(3)
    assert not desk.button("pass").isEnabled()
    desk.wait(7)
    assert desk.button("pass").text() == "过号"
    desk.type_here("2")
    desk.type_here("1")
    assert desk.posts() == [("pass", {"reason": "no_show"})]


def test_a_lost_answer_is_said_not_known(desk: Desk) -> None:
    desk.will("suspend", Unreachable("gone"))
    keys(desk, "30")
    desk.link.settle()
    assert desk.text("note").startswith("“挂起”没有收到应答")


def test_a_second_press_is_passed_over(desk: Desk) -> None:
    keys(desk, "30")
    keys(desk, "3")
    assert desk.posts() == [("suspend", {"kind": "no_papers"})]
    assert not desk.button("act:no_papers").isEnabled()


def test_without_a_printer_it_says_so(desk: Desk) -> None:
    keys(desk, "-")
    assert not desk.button("do:print").isEnabled()
    assert desk.button("do:print").text() == "打印清单 · 本机没有设打印机"
    assert not desk.button("do:send").isEnabled()


def test_the_list_is_printed_with_what_is_ticked(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-2-")
    (told,) = printer.lists
    assert (told.item, told.number, told.missing) == ("archive", "C007", frozenset({"form"}))
    assert desk.text("acts-line") == "正在打印…"
    printer.end("printed")
    assert desk.text("acts-line") == "清单已打印。"


def test_who_is_sent_back_gets_the_list_once_the_core_has_done_it(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-20")
    assert desk.posts() == [("finish", {"missing": ["form"]})]
    assert printer.lists == []
    desk.day.finish("C007")
    (told,) = printer.lists
    assert (told.number, told.missing, told.language) == ("C007", frozenset({"form"}), "zh")
    printer.end("printed")
    assert not desk.shows("message")


def test_who_is_not_sent_back_gets_no_list(desk: Desk) -> None:
    printer = press(desk)
    desk.will("finish", Refused("ticket.stale"))
    keys(desk, "-20")
    desk.link.settle()
    desk.day.finish("C007")
    assert printer.lists == []


def test_an_answer_before_the_event_prints_one_list(desk: Desk) -> None:
    printer = press(desk)
    desk.will("finish", DONE)
    keys(desk, "-20")
    desk.link.settle()
    assert printer.lists == []
    desk.day.finish("C007")
    desk.day.take("C008")
    desk.day.call("C008", WINDOW)
    assert [each.number for each in printer.lists] == ["C007"]


def test_a_list_that_did_not_come_out_is_told_and_printed_again(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-20")
    desk.day.finish("C007")
    printer.end("failed", "printer.paper_out")
    assert desk.text("message") == "C007 的清单没有打印。 打印机缺纸。 请换上新纸卷。"
    assert "call-next" in desk.enabled()
    keys(desk, "-.")
    assert [each.number for each in printer.lists] == ["C007", "C007"]
    assert printer.lists[0] == printer.lists[1]
    printer.end("printed")
    assert desk.text("acts-line") == "清单已打印。"
    assert not desk.shows("message")


def test_what_is_wrong_with_the_printer_is_said_before_anybody_prints(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-")
    assert desk.button("do:print").text() == "打印清单"
    printer.trouble = "device.unreachable"
    printer.changed.emit()
    assert desk.button("do:print").text() == "打印清单 · 设备没有应答。 请查看电源和连线。"
    assert desk.button("do:print").isEnabled()


def test_escape_reads_a_message_of_the_printer(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-20")
    desk.day.finish("C007")
    printer.end("unknown", "device.unreachable")
    assert desk.shows("message")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.shows("message")


def test_paper_that_comes_after_the_clerk_went_home_hurts_nobody(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-20")
    desk.day.finish("C007")
    desk.day.close(WINDOW)
    console = desk.console
    desk.console.sign_out()
    desk.qtbot.waitUntil(lambda: desk.app.console is None and not isValid(console))
    printer.end("failed", "printer.paper_out")
    assert desk.shows("sign-in")


def test_a_printer_that_tells_nothing_makes_no_fuss(desk: Desk) -> None:
    printer = press(desk)
    keys(desk, "-20")
    desk.day.finish("C007")
    printer.end("unknown", "printer.unconfirmed")
    assert not desk.shows("message")


def test_escape_goes_back_and_f10_closes(desk: Desk) -> None:
    keys(desk, "7")
    desk.press(Qt.Key.Key_Escape)
    assert desk.shows("act:transfer")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.shows("acts")
    keys(desk, "1")
    desk.press(Qt.Key.Key_F10)
    assert not desk.shows("acts")
    assert desk.posts() == []


def test_the_first_keys_go_on_while_the_acts_are_open(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_F8)
    assert desk.posts() == [("recall", {})]


def test_arrows_walk_the_rows_and_enter_presses(desk: Desk) -> None:
    keys(desk, "7")
    search(desk, "综合")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)
    assert desk.shows("toggle:first")
