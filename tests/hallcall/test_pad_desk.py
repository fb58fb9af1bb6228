"""Signing in at a pad, and out again, with lines in the test's hand."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from core.client.reply import Answer, Refused, Unreachable
from hallcall.agents.pad_desk import CLERK_MOST, Stage, WindowDesk
from hardware.keypad.actions import act
from hardware.keypad.at_windows import Face
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
WINDOW = 3
LET_IN = Answer({"token": "t0", "clerk": "0301", "window": WINDOW, "role": "clerk"})
OK = Answer({})


class Rig:
    """The desk of window 3; ``links`` are those of the clerks who signed in."""

    def __init__(self, typed_ms: int = 60_000) -> None:
        self.hall = lhasa_like()
        self.public, self.gate = FakeLink(), FakeLink()
        self.links: list[FakeLink] = []
        self.faces: list[Face] = []
        self.day = Day(self.hall, self._tell, lambda: NOON)
        self.desk = WindowDesk(
            WINDOW,
            self.public,
            self.gate.post,
            self._link_for,
            self.faces.append,
            call_gap_ms=0,
            mark_ms=50,
            typed_ms=typed_ms,
        )
        for signal in (self.public.went_live, self.public.went_dark, self.public.floor_changed):
            signal.connect(self.desk.tell)

    def _tell(self, event: object) -> None:
        for link in (self.public, *self.links):
            link.push(event)  # type: ignore[arg-type]

    def _link_for(self, _token: str) -> FakeLink:
        self.links.append(FakeLink())
        return self.links[-1]

    @property
    def mark(self) -> str:
        return self.faces[-1].mark

    def press(self, *names: str) -> None:
        for name in names:
            self.desk.press(act(name))

    def type(self, digits: str) -> None:
        self.press(*(f"digit-{digit}" for digit in digits), "call-next")

    def sign_in(self, reply: Answer | Refused | Unreachable = LET_IN) -> None:
        self.gate.answer_next("/api/sign-in", reply)
        self.type("0301")
        self.type("2468")
        self.gate.settle()

    def work(self) -> FakeLink:
        """Sign in and open; return the clerk's line."""
        self.sign_in()
        link = self.links[-1]
        link.answer_next(f"/api/windows/{WINDOW}/open", OK)
        link.connect_to(self.hall, deepcopy(self.public.floor))
        link.settle()
        self.day.open(WINDOW)
        return link


@pytest.fixture
def rig(qapp: object) -> Rig:
    made = Rig()
    made.public.connect_to(made.hall)
    return made


def test_it_asks_for_number_and_pin_and_never_shows_the_pin(rig: Rig) -> None:
    assert rig.mark == "ID"
    rig.type("0301")
    assert rig.mark == "PIN"
    rig.press("digit-2", "digit-4")
    assert rig.mark == "--"
    assert not any(face.mark.endswith(("2", "24")) for face in rig.faces)
    rig.press("clear")
    assert rig.mark == "PIN"
    rig.press("clear")
    assert rig.mark == "ID"


def test_the_pin_goes_to_the_core_once(rig: Rig) -> None:
    rig.sign_in()
    assert rig.gate.posts == [("/api/sign-in", {"clerk": "0301", "pin": "2468", "window": WINDOW})]
    assert rig.desk.stage is Stage.WORKING


@pytest.mark.parametrize(
    ("reply", "mark"),
    [
        (Refused("sign_in.refused", {}, 401), "NO"),
        (Refused("sign_in.blocked", {"retry_s": 60}, 429), "WAIT"),
        (Unreachable("gone"), "????"),
    ],
)
def test_who_is_not_let_in_sees_why_and_begins_anew(
    rig: Rig, qtbot: QtBot, reply: Refused | Unreachable, mark: str
) -> None:
    rig.sign_in(reply)
    assert rig.mark == mark
    qtbot.waitUntil(lambda: rig.mark == "ID", timeout=5000)
    assert rig.links == []


@pytest.mark.logs("is no clerk's number")
def test_a_supervisor_s_number_opens_no_window(rig: Rig) -> None:
    rig.sign_in(Answer({**LET_IN.body, "role": "supervisor"}))
    assert (rig.mark, rig.links) == ("NO", [])


def test_what_was_begun_is_forgotten_after_a_while(qapp: object, qtbot: QtBot) -> None:
    rig = Rig(typed_ms=30)
    rig.public.connect_to(rig.hall)
    rig.type("0301")
    rig.press("digit-2")
    qtbot.waitUntil(lambda: rig.mark == "ID", timeout=5000)
    rig.press("digit-4")
    assert rig.mark == "4", "it is a clerk's number that is typed now"


def test_more_than_a_number_has_is_not_typed(rig: Rig) -> None:
    rig.press(*["digit-9"] * 30)
    assert rig.mark == "9" * CLERK_MOST


def test_without_a_line_nobody_signs_in(rig: Rig) -> None:
    rig.public.go_dark()
    assert rig.mark == "----"
    rig.press("digit-0")
    assert rig.mark == "NO"
    assert rig.gate.posts == []


def test_signing_in_opens_the_window(rig: Rig) -> None:
    link = rig.work()
    assert link.posts == [("/api/windows/3/open", {})]
    assert rig.faces[-1] == Face("free")


def test_a_window_that_a_colleague_has_is_not_taken_over_by_signing_in(rig: Rig) -> None:
    rig.day.open(WINDOW, clerk="0302")
    rig.sign_in()
    link = rig.links[-1]
    link.connect_to(rig.hall, deepcopy(rig.public.floor))
    assert link.posts == []
    link.answer_next("/api/windows/3/open", OK)
    rig.press("open")
    assert link.posts == [("/api/windows/3/open", {})], "that takes a key of its own"


def test_a_token_that_ran_out_ends_the_shift_at_the_next_key(rig: Rig, qtbot: QtBot) -> None:
    link = rig.work()
    link.answer_next("/api/windows/3/call-next", Refused("auth.required", {"why": "expired"}, 401))
    rig.press("call-next")
    link.settle()
    assert (rig.desk.stage, rig.mark) == (Stage.CLERK, "NO")
    qtbot.waitUntil(lambda: rig.mark == "ID", timeout=5000)


def test_a_sign_out_without_an_answer_leaves_the_clerk_at_work(rig: Rig) -> None:
    link = rig.work()
    link.answer_next("/api/sign-out", Unreachable("gone"))
    rig.press("close")
    link.settle()
    assert (rig.desk.stage, rig.mark) == (Stage.WORKING, "????")
    link.answer_next("/api/sign-out", OK)
    rig.press("close")
    link.settle()
    assert (rig.desk.stage, rig.mark) == (Stage.CLERK, "ID")


def test_a_window_that_is_closed_from_elsewhere_signs_the_pad_out(rig: Rig) -> None:
    rig.work()
    rig.day.close(WINDOW)
    assert (rig.desk.stage, rig.mark) == (Stage.CLERK, "ID")


def test_a_pause_from_elsewhere_locks_it_and_another_clerk_may_come(rig: Rig) -> None:
    rig.work()
    rig.day.pause(WINDOW, "break")
    assert (rig.desk.stage, rig.faces[-1]) == (Stage.PIN, Face("paused", mark="PIN"))
    rig.press("clear")
    assert rig.mark == "ID"
