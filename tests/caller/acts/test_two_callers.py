"""Two clerks and one real core: every act by keys at one desk and by mouse at the other, some at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caller.app import LANGUAGES
from caller.printing import ListPrinter
from core.domain.people import Role
from core.qt.fonts import prepare_fonts
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.picture import png
from tests.caller.acts.test_real_acts import can, keys, legs
from tests.caller.clerk import WITHIN_MS, Clerk, click_reason, close_acts, legs_ticket, reasons
from tests.caller.running import empty, running
from tests.caller.test_real_core import take, text, widget
from tests.support.running_core import CoreHandle

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
CLERKS = {3: "0303", 4: "0304"}
QUEUE = "food_permit"


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    with running(tmp_path_factory.mktemp("two"), CLERKS.values()) as process:
        yield process.handle


@pytest.fixture
def printer(qtbot: QtBot) -> Iterator[tuple[ListPrinter, SimulatedPrinter]]:
    assert qtbot is not None
    prepare_fonts(LANGUAGES)
    with SimulatedPrinter() as simulated:
        printer = ListPrinter("desk", simulated.url, 576)
        printer.start()
        yield printer, simulated
        printer.stop()


@pytest.fixture
def desks(
    core: CoreHandle, qtbot: QtBot, tmp_path: Path, printer: tuple[ListPrinter, SimulatedPrinter]
) -> Iterator[tuple[Clerk, Clerk]]:
    """Window 3 by keys with a printer, window 4 by mouse without."""
    two = Clerk(core, qtbot, tmp_path, 3, printer[0]), Clerk(core, qtbot, tmp_path, 4)
    yield two
    for each in two:
        each.app.stop()


def test_calls_passes_and_endings_of_two_clerks(core: CoreHandle, desks: tuple[Clerk, Clerk]) -> None:
    left, right = desks
    numbers = take(core, QUEUE, 4)
    for each in desks:
        each.waiting(4)
    QTest.keyClick(left.app.window, Qt.Key.Key_F9)
    right.mouse("call-next")
    for each in desks:
        each.can("finish")
    first, second = left.number, right.number
    assert {first, second} == set(numbers[:2])

    left.keys("21", "pass")
    left.free()
    assert legs(core, first)[0]["reason"]
    right.mouse("put-back")
    right.free()

    # Both want the same person, out of turn; one gets them, the other one is told.
    third = numbers[2]
    ticket = legs_ticket(core, third)
    for each in desks:
        each.acts("act:pick", f"ticket:{ticket}")
        each.reasons()
    for each in desks:
        click_reason(each)
    left.until(lambda: third in (left.number, right.number))
    winner, loser = (left, right) if left.number == third else (right, left)
    loser.until(lambda: text(loser.app, "note") or loser.number == third)
    assert loser.number == "—"
    assert legs(core, third)[0]["why"]["picked"]  # type: ignore[index]
    close_acts(loser)
    winner.acts("act:outcome", "reason:" + reasons(core, "finish")[0])
    winner.free()
    assert legs(core, third)[0]["outcome"] == reasons(core, "finish")[0]

    # Whoever was passed is called again from the list: restored and here.
    right.acts("act:pick", f"ticket:{legs_ticket(core, first)}")
    right.reasons()
    click_reason(right)
    right.here(first)
    right.mouse("start", "finish")
    right.free()
    right.acts("act:rating")
    right.until(lambda: not text(right.app, "note") and can(right.app, "call-next"))
    right.acts("act:undo")
    right.here(first)
    right.acts("act:pass" if can(right.app, "act:pass") else "act:outcome", "reason:")
    right.free()

    left.key(Qt.Key.Key_F4, "pause")
    QTest.keyClick(left.menu("pause-reasons"), Qt.Key.Key_1)
    left.until(lambda: text(left.app, "status") == "暂停")
    left.key(Qt.Key.Key_F4, "open")
    right.mouse("pause")
    menu = right.menu("pause-reasons")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[1]).center())
    right.until(lambda: text(right.app, "status") == "暂停")
    windows = {each["number"]: each for each in core.get("/api/windows").body["windows"]}
    assert windows[4]["reason"] == reasons(core, "pause")[1]
    right.mouse("open")
    for each in desks:
        each.can("call-next")
    empty(core, QUEUE)


@pytest.mark.logs("the paper has run out|a slip is failed")
def test_suspensions_transfers_and_lists_of_two_clerks(
    core: CoreHandle, desks: tuple[Clerk, Clerk], printer: tuple[ListPrinter, SimulatedPrinter]
) -> None:
    left, right = desks
    (one,) = take(core, QUEUE, 1)
    left.key(Qt.Key.Key_F9, "call-next")
    left.here(one)
    for key, act in (("4", "papers_left"), ("5", "step")):
        left.keys(f"{key}0", act)
        left.free()
        assert legs(core, one)[0]["suspension"] == act
        left.keys("6", "suspended")
        left.until(lambda: can(left.app, f"ticket:{legs_ticket(core, one)}"))
        keys(left.app, "1")
        left.here(one)
    left.keys("30", "no_papers")
    left.free()
    # With the papers fetched a guide lets the visitor wait again, first in line: any window of the queue may
    # call, and both do, the one with the list of its suspended still open.
    left.keys("6", "suspended")
    left.until(lambda: can(left.app, f"ticket:{legs_ticket(core, one)}"))
    path = f"/api/tickets/{legs_ticket(core, one)}/restore"
    assert core.ask("POST", path, {}, token=core.token(Role.GUIDE)).status < 300
    for each in desks:
        each.waiting(1)
    QTest.keyClick(left.app.window, Qt.Key.Key_F9)
    right.mouse("call-next")
    left.until(lambda: one in (left.number, right.number))
    winner, loser = (left, right) if left.number == one else (right, left)
    loser.until(lambda: text(loser.app, "note") == "本窗口暂无等候人员。")
    assert loser.number == "—"
    close_acts(left)

    # On to the other window, first in line there, by search.
    other = right if winner is left else left
    window = 4 if other is right else 3
    winner.acts("act:transfer")
    keys(winner.app, str(window))
    winner.mouse(f"target:window:{window}", "toggle:first", "reason:")
    winner.free()
    other.mouse("call-next")
    other.here(one)
    other.acts("act:transfer")
    keys(other.app, "bmfw")
    QTest.keyClick(widget(other.app, "acts-search"), Qt.Key.Key_Return)
    other.mouse("reason:")
    other.free()
    assert legs(core, one)[-1]["queue"] != QUEUE
    other.acts("act:undo")
    other.here(one)
    other.mouse("finish")
    other.free()

    right.acts("act:walk_in", f"walk:{QUEUE}")
    right.until(lambda: text(right.app, "visitor-state") == "办理中" and can(right.app, "finish"))
    right.mouse("finish")
    right.free()

    # Two steps: the outcome's page says where it goes on, and it does.
    items = [each for each in core.get("/api/hall").body["items"] if each["queue"] == QUEUE]
    item = next(each for each in items if len(each["materials"]) > 1)
    taken = core.post("/api/tickets", {"items": [item["id"], item["id"]]}, role=Role.KIOSK)
    two = taken.body["number"]
    left.key(Qt.Key.Key_F9, "call-next")
    left.here(two)
    left.until(lambda: text(left.app, "visitor-step") == "第1步/共2步")
    left.keys("1", "outcome")
    left.until(lambda: text(left.app, "acts-line").startswith("下一步"))
    keys(left.app, "1")
    left.free()
    left.key(Qt.Key.Key_F9, "call-next")
    left.here(two)

    told_once(core, left, two, printer)


def told_once(
    core: CoreHandle, left: Clerk, number: str, printer: tuple[ListPrinter, SimulatedPrinter]
) -> None:
    """The list alone, then back with the list; without paper it is told, and the next one is called."""
    lists, simulated = printer
    left.keys("-2-", "told")
    left.until(lambda: text(left.app, "acts-line") == "清单已打印。")
    keys(left.app, "0")
    left.free()
    assert legs(core, number)[-1]["outcome"] == "not_accepted"
    alone, sent = (simulated.wait_for_slip(each, WITHIN_MS / 1000) for each in (1, 2))
    assert ink(png(sent)) == pytest.approx(ink(png(alone)), rel=0.05)
    simulated.printer.slips_left = 0
    left.until(lambda: lists.trouble == "printer.paper_out")
    left.keys("-.", "told")
    left.until(lambda: "打印机缺纸" in text(left.app, "acts-line"))
    close_acts(left)
    left.until(lambda: "没有打印" in text(left.app, "message"))
    (following,) = take(core, QUEUE, 1)
    left.key(Qt.Key.Key_F9, "call-next")
    left.here(following)
    left.key(Qt.Key.Key_F6, "finish")
    left.free()
    simulated.printer.slips_left = None
    left.until(lambda: lists.trouble == "")
    left.keys("-.", "told")
    left.until(lambda: text(left.app, "acts-line") == "清单已打印。")
    assert not widget(left.app, "message").isVisible()


def ink(picture: bytes) -> int:
    """Return how many dots of a slip are black."""
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(each < 128 for each in bytes(image.constBits()))
