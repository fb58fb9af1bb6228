"""A console's keypads: the same moves, the same guards, and marks for what is not done."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caller.moves import FROM_THE_LIST, Move
from caller.pad_console import MOVES
from caller.pad_desk import PadDesk
from caller.pads import STALE_S, PadRoom
from core.client.reply import Answer, Refused, Unreachable
from hardware.keypad.actions import Act, Action, act
from hardware.keypad.at_windows import Face, Heard, Press, RaterFace
from hardware.keypad.number_pad import CLERK_KEYS, FocusPad
from hardware.worker import Device
from tests.caller.conftest import MakeDesk
from tests.caller.desk import NOBODY, WINDOW, Desk

KEYPAD = Qt.KeyboardModifier.KeypadModifier
DONE = Answer({"ticket": {"id": "C007"}, "why": {}})


class HandPads:
    """Pads that a test presses and reads: windows 3 and 4, and one whose window nobody set."""

    def __init__(self, heard: Heard) -> None:
        self.name = "pads"
        self.device: Device = FocusPad("pads")
        self.every_s = 0.02
        does = frozenset(Action)
        self.acts: Mapping[int | None, frozenset[Action]] = {3: does, 4: does, None: does}
        self.faces: dict[int, Face] = {}
        self._heard = heard

    def show(self, window: int, face: Face) -> None:
        self.faces[window] = face

    def show_rater(self, window: int, face: RaterFace) -> None:
        raise AssertionError("no console has a rater")

    def press(self, name: str, window: int | None = 3, at_s: float = 100.0) -> None:
        self._heard(Press(self.name, window, act(name), at_s))


class Rig:
    """A desk with pads beside it."""

    def __init__(self, make_desk: MakeDesk, focus: Mapping[str, Act] | None = None) -> None:
        self.now_s = 100.0
        self.made: list[HandPads] = []

        def listen(heard: Heard) -> HandPads:
            self.made.append(HandPads(heard))
            return self.made[-1]

        self.room = PadRoom([listen], clock=lambda: self.now_s)
        self.desk: Desk = make_desk(pads=PadDesk(self.room, focus), call_gap_ms=60_000)

    @property
    def pads(self) -> HandPads:
        return self.made[0]

    @property
    def face(self) -> Face:
        return self.pads.faces[WINDOW]

    def work(self) -> None:
        self.desk.sign_in()
        self.desk.day.open(WINDOW)

    def press(self, qtbot: QtBot, *names: str, window: int | None = 3) -> None:
        """Press keys and wait until they have crossed to the screen's thread."""
        with qtbot.waitSignals([self.room.pressed] * len(names)):
            for name in names:
                self.pads.press(name, window)
        self.desk.link.settle()


@pytest.fixture
def rig(make_desk: MakeDesk) -> Rig:
    made = Rig(make_desk)
    made.work()
    return made


def test_each_key_presses_the_console_s_own_move(rig: Rig, qtbot: QtBot) -> None:
    rig.desk.day.take("C007")
    rig.desk.day.call("C007", 3)
    rig.desk.wait(0)
    rig.desk.day.start("C007")
    for name in ("recall", "finish", "undo", "ask-rating"):
        rig.desk.will(name, DONE)
        rig.press(qtbot, name)
    rig.desk.will("recall", DONE)
    rig.press(qtbot, "recall", window=None)
    posts = [name for name, _ in rig.desk.posts()]
    assert posts == ["recall", "finish", "undo", "ask-rating", "recall"]
    assert set(MOVES.values()) == set(Move) - FROM_THE_LIST


def test_another_window_s_pad_does_nothing_here(rig: Rig, qtbot: QtBot) -> None:
    rig.press(qtbot, "call-next", window=4)
    rig.press(qtbot, "rate-5")
    assert rig.desk.posts() == []


def test_the_pad_shows_what_the_console_shows(rig: Rig) -> None:
    assert rig.face == Face("free")
    rig.desk.day.take("C007")
    assert rig.face == Face("free", waiting=1)
    rig.desk.day.call("C007", 3)
    assert rig.face == Face("calling", "C007")
    rig.desk.day.start("C007")
    assert rig.face == Face("serving", "C007")
    rig.desk.day.finish("C007")
    rig.desk.day.pause(3, "break")
    assert rig.face == Face("paused")
    assert rig.pads.faces[4] == Face("closed"), "nobody is signed in there"


def test_a_double_press_calls_once_and_shows_no_mark(rig: Rig, qtbot: QtBot) -> None:
    rig.desk.day.take("C007")
    rig.press(qtbot, "call-next", "call-next", "call-next")
    assert rig.desk.posts() == [("call-next", {})]
    assert rig.face == Face("free", waiting=1, trouble=True), "it is being done"
    rig.desk.day.call("C007", 3)
    rig.press(qtbot, "call-next")
    assert len(rig.desk.posts()) == 1, "the call is too fresh for another"
    assert rig.face.mark == ""


@pytest.mark.parametrize(
    ("reply", "mark"),
    [
        (NOBODY, "NONE"),
        (Refused("window.taken", {"window": 3, "clerk": "0302"}, 409), "NO"),
        (Unreachable("gone"), "????"),
    ],
)
def test_what_came_of_a_press_is_marked_for_a_moment(
    make_desk: MakeDesk, qtbot: QtBot, reply: Answer | Refused | Unreachable, mark: str
) -> None:
    rig = Rig(make_desk)
    rig.work()
    rig.desk.will("call-next", reply)
    rig.press(qtbot, "call-next")
    assert (rig.face.mark, rig.face.trouble) == (mark, True)
    qtbot.waitUntil(lambda: rig.face.mark == "", timeout=5000)


def test_what_cannot_be_done_now_is_refused_on_the_pad(rig: Rig, qtbot: QtBot) -> None:
    for name in ("finish", "open", "transfer", "call"):
        rig.press(qtbot, name)
        assert (rig.face.mark, rig.face.trouble) == ("NO", True), name
    assert rig.desk.posts() == []


def test_a_press_while_the_core_is_away_is_refused_and_forgotten(rig: Rig, qtbot: QtBot) -> None:
    rig.desk.day.take("C007")
    rig.desk.link.go_dark()
    assert rig.face == Face(mark="----", trouble=True)
    rig.press(qtbot, "call-next")
    assert rig.face == Face(mark="NO", trouble=True)
    rig.desk.link.go_live()
    qtbot.waitUntil(lambda: rig.face == Face("free", waiting=1), timeout=5000)
    assert rig.desk.posts() == []
    rig.desk.link.degrade(True)
    rig.press(qtbot, "call-next")
    assert rig.desk.posts() == []


@pytest.mark.logs("came too late")
def test_a_press_that_a_busy_program_hears_too_late_is_not_done(rig: Rig, qtbot: QtBot) -> None:
    rig.pads.press("call-next")
    rig.now_s += STALE_S + 0.1
    with qtbot.assertNotEmitted(rig.room.pressed, wait=50):
        pass
    assert rig.desk.posts() == []


def test_a_digit_before_pause_or_pass_picks_the_reason(rig: Rig, qtbot: QtBot) -> None:
    reasons = rig.desk.console.props.pause_reasons
    rig.press(qtbot, "digit-9")
    assert rig.face.mark == "9"
    rig.press(qtbot, "pause")
    assert rig.face.mark == "NO", "there is no ninth reason"
    rig.press(qtbot, "digit-1", "clear", "pause")
    assert rig.desk.posts() == [("pause", {"reason": reasons[0].id})]


def test_nobody_signed_in_means_no_key_does_anything(make_desk: MakeDesk, qtbot: QtBot) -> None:
    rig = Rig(make_desk)
    rig.press(qtbot, "call-next")
    assert rig.face == Face("closed")
    rig.work()
    rig.desk.will("close", Answer({}))
    rig.press(qtbot, "close")
    rig.desk.day.close(3)
    rig.desk.click("sign-out")
    assert rig.face == Face("closed")
    rig.press(qtbot, "open")
    assert [name for name, _ in rig.desk.posts()] == ["close"]


def pad_key(rig: Rig, key: Qt.Key, modifier: Qt.KeyboardModifier = KEYPAD) -> None:
    """Press a key as the system does: it comes to the window, which gives it to what has the focus."""
    handle = rig.desk.app.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)


def test_the_number_pad_of_the_focused_console_presses_moves(make_desk: MakeDesk, qtbot: QtBot) -> None:
    rig = Rig(make_desk, CLERK_KEYS)
    rig.work()
    rig.desk.day.take("C007")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Plus, Qt.Key.Key_1):
        pad_key(rig, key, Qt.KeyboardModifier.NoModifier)
    assert rig.desk.posts() == [], "the rest of the keyboard is no number pad"
    pad_key(rig, Qt.Key.Key_Enter)
    assert rig.desk.posts() == [("call-next", {})]
    rig.desk.day.call("C007", 3)
    pad_key(rig, Qt.Key.Key_Plus)
    assert [name for name, _ in rig.desk.posts()] == ["call-next", "recall"]


def test_what_is_typed_into_a_field_with_a_number_pad_is_no_command(make_desk: MakeDesk) -> None:
    rig = Rig(make_desk, CLERK_KEYS)
    field = rig.desk.widget("clerk")
    field.setFocus()
    for key in (Qt.Key.Key_0, Qt.Key.Key_3):
        pad_key(rig, key)
    assert field.property("text") == "03"
    assert rig.desk.posts() == []
