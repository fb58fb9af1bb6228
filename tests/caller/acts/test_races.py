"""Two want the same at the same moment, on one real core: one gets it, the other one is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.domain.people import Role
from tests.caller.acts.test_real_acts import can, legs
from tests.caller.clerk import Clerk, any_reason, click_reason, close_acts, legs_ticket
from tests.caller.running import empty, running
from tests.caller.test_real_core import take, text
from tests.support.running_core import CoreHandle

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
QUEUE = "food_permit"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    with running(tmp_path_factory.mktemp("races"), ["0303", "0304", "0305"]) as process:
        yield process.handle


@pytest.fixture
def core(hall: CoreHandle) -> CoreHandle:
    """Nobody is in the hall, and nobody has a window."""
    for window in (3, 4):
        for act in ("finish", "close"):
            hall.ask("POST", f"/api/windows/{window}/{act}", {}, token=hall.token(Role.SUPERVISOR))
    empty(hall, QUEUE)
    return hall


@pytest.fixture
def desks(core: CoreHandle, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Clerk, Clerk]]:
    two = Clerk(core, qtbot, tmp_path, 3), Clerk(core, qtbot, tmp_path, 4)
    yield two
    for each in two:
        each.app.stop()


def first_of(desks: tuple[Clerk, Clerk], number: str) -> tuple[Clerk, Clerk]:
    """Return who got that number and who did not, once both know."""
    left, right = desks
    left.until(lambda: number in (left.number, right.number))
    winner, loser = (left, right) if left.number == number else (right, left)
    loser.until(lambda: text(loser.app, "note") and can(loser.app, "call-next"))
    assert loser.number == "—"
    return winner, loser


def windows_of(core: CoreHandle, number: str) -> list[object]:
    return [each["window"] for each in legs(core, number) if each["state"] == "called"]


def test_the_last_one_who_waits_is_called_by_one(core: CoreHandle, desks: tuple[Clerk, Clerk]) -> None:
    (number,) = take(core, QUEUE, 1)
    for each in desks:
        each.waiting(1)
    left, right = desks
    QTest.keyClick(left.app.window, Qt.Key.Key_F9)
    right.mouse("call-next")
    _, loser = first_of(desks, number)
    assert text(loser.app, "note") == "本窗口暂无等候人员。"
    assert len(windows_of(core, number)) == 1


@pytest.mark.parametrize("state", ["waiting", "passed"])
def test_one_number_wanted_by_two_goes_to_one(
    core: CoreHandle, desks: tuple[Clerk, Clerk], state: str
) -> None:
    """Out of turn, or who was passed restored: from the same list at the same moment."""
    (number,) = take(core, QUEUE, 1)
    left = desks[0]
    if state == "passed":
        left.key(Qt.Key.Key_F9, "call-next")
        left.here(number)
        left.key(Qt.Key.Key_F5, "pass")
        left.free()
    ticket = legs_ticket(core, number)
    for each in desks:
        each.acts("act:pick", f"ticket:{ticket}")
    for each in desks:
        each.until(lambda each=each: any_reason(each))  # type: ignore[misc]
    for each in desks:
        click_reason(each)
    winner, loser = first_of(desks, number)
    close_acts(loser)
    assert windows_of(core, number) == [3 if winner is left else 4]


def test_a_window_is_taken_over_while_its_clerk_presses(
    core: CoreHandle, desks: tuple[Clerk, Clerk], qtbot: QtBot, tmp_path: Path
) -> None:
    (number,) = take(core, QUEUE, 1)
    left = desks[0]
    left.waiting(1)
    (tmp_path / "other").mkdir()
    other = Clerk(core, qtbot, tmp_path / "other", 3, clerk="0305", works=False)
    left.can("call-next")
    QTest.keyClick(left.app.window, Qt.Key.Key_F9)
    other.mouse("open")
    other.can("finish" if called(core, number, other) else "call-next")
    # Whichever came first: the call was done and the visitor stands there, or it was not and it is said.
    left.until(lambda: "0305" in text(left.app, "note") and can(left.app, "open"))
    assert not can(left.app, "call-next")
    assert legs(core, number)[0]["state"] == ("called" if other.number == number else "waiting")
    QTest.keyClick(left.app.window, Qt.Key.Key_F4)
    left.until(lambda: can(left.app, "pause"))
    other.until(lambda: "0303" in text(other.app, "note"))
    other.app.stop()


def called(core: CoreHandle, number: str, at: Clerk) -> bool:
    """Return whether the number was called, once the window's new clerk can work."""
    at.until(lambda: can(at.app, "finish") or can(at.app, "call-next"))
    return bool(legs(core, number)[0]["state"] == "called")


@pytest.mark.parametrize("sent_first", [True, False])
def test_a_supervisor_moves_the_clerk_while_a_press_is_on_its_way(
    core: CoreHandle, desks: tuple[Clerk, Clerk], sent_first: bool
) -> None:
    (number,) = take(core, QUEUE, 1)
    left, _ = desks
    left.waiting(1)
    left.can("call-next")
    QTest.keyClick(left.app.window, Qt.Key.Key_F9)
    if sent_first:
        left.until(lambda: legs(core, number)[0]["state"] == "called")
    token = core.token(Role.SUPERVISOR)
    assert core.ask("POST", "/api/windows/3/relieve", {"to": 5}, token=token).status == 200
    left.until(lambda: left.app.console is None)
    assert "已将您调到 5 号窗口" in text(left.app, "note")
    done = legs(core, number)[0]["state"] == "called"
    assert done or "没有完成" in text(left.app, "note")
    if sent_first:
        assert done
        assert "没有完成" not in text(left.app, "note")
