"""Raters with a line in the test's hand: one press one rating, and nothing that tells a level."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from caller.pads import PadRoom
from core.client.reply import Answer, Refused, Reply, Unreachable
from core.domain.event import Event, EventKind
from hallcall.agents.raters import Raters
from hardware.keypad.actions import Action, act
from hardware.keypad.at_windows import Face, Heard, Press, RaterFace
from hardware.keypad.number_pad import FocusPad
from hardware.worker import Device
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
PATH = "/api/windows/3/rate"
KEPT = Answer({"number": "C007", "leg": "C007.1", "level": 1})


class HandRaters:
    """Raters at window 3, and one whose window nobody set; the test presses and reads them."""

    def __init__(self, heard: Heard) -> None:
        self.name = "raters"
        self.device: Device = FocusPad("raters")
        self.every_s = 0.02
        self.acts: Mapping[int | None, frozenset[Action]] = {
            3: frozenset({Action.RATE}),
            None: frozenset({Action.RATE}),
        }
        self.faces: list[RaterFace] = []
        self._heard = heard

    def show(self, window: int, face: Face) -> None:
        raise AssertionError("no clerk has a key here")

    def show_rater(self, window: int, face: RaterFace) -> None:
        assert window == 3
        self.faces.append(face)

    def press(self, name: str, window: int | None = 3) -> None:
        self._heard(Press(self.name, window, act(name), 0.0))


class Rig:
    def __init__(self, qtbot: QtBot, asked_ms: int = 60_000) -> None:
        self.qtbot = qtbot
        self.hall = lhasa_like()
        self.link = FakeLink()
        self.day = Day(self.hall, self.link.push, lambda: NOON)
        made: list[HandRaters] = []

        def listen(heard: Heard) -> HandRaters:
            made.append(HandRaters(heard))
            return made[-1]

        self.room = PadRoom([listen], clock=lambda: 0.0)
        self.hand = made[0]
        self.raters = Raters(self.link, self.room, window=3, said_ms=30, asked_ms=asked_ms)

    @property
    def face(self) -> RaterFace:
        return self.hand.faces[-1]

    def press(self, *names: str, window: int | None = 3) -> None:
        with self.qtbot.waitSignals([self.room.pressed] * len(names)):
            for name in names:
                self.hand.press(name, window)
        self.link.settle()

    def rating_event(self, kind: EventKind) -> None:
        self.day.seq += 1
        data = {"number": "C007", "leg": "C007.1", "queue": "company", "by": "clerk:0301"}
        self.link.push(Event(self.day.seq, NOON, kind, "C007", "C007.1", 3, "z", data))


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    made = Rig(qtbot)
    made.link.connect_to(made.hall)
    made.day.open(3)
    return made


def test_the_clerk_s_number_stands_there_until_somebody_rates(rig: Rig) -> None:
    assert rig.face == RaterFace("0301")
    rig.link.answer_next(PATH, KEPT)
    rig.press("rate-1")
    assert rig.link.posts == [(PATH, {"level": 1})]
    assert rig.face == RaterFace("OK"), "the same for every level"
    rig.qtbot.waitUntil(lambda: rig.face == RaterFace("0301"), timeout=5000)


def test_several_fingers_are_one_rating(rig: Rig) -> None:
    rig.press("rate-1", "rate-1", "rate-5")
    assert rig.link.posts == [(PATH, {"level": 1})]


def test_a_rater_without_a_window_stands_at_the_machine_s(rig: Rig) -> None:
    rig.link.answer_next(PATH, KEPT)
    rig.press("rate-4", window=None)
    assert rig.link.posts == [(PATH, {"level": 4})]


@pytest.mark.parametrize(
    ("reply", "face"),
    [
        (Refused("rating.already", {"number": "C007"}, 409), RaterFace("OK")),
        (Refused("window.empty", {"window": 3}, 409), RaterFace("NO", trouble=True)),
        (Unreachable("gone"), RaterFace("----", trouble=True)),
    ],
)
def test_what_came_of_a_press_stands_there_for_a_moment(rig: Rig, reply: Reply, face: RaterFace) -> None:
    rig.link.answer_next(PATH, reply)
    rig.press("rate-5")
    assert rig.face == face
    rig.qtbot.waitUntil(lambda: rig.face == RaterFace("0301"), timeout=5000)


@pytest.mark.logs("a rating is refused: auth.denied")
def test_a_wrong_token_is_a_line_in_the_log(rig: Rig) -> None:
    rig.link.answer_next(PATH, Refused("auth.denied", {"role": "clerk"}, 403))
    rig.press("rate-5")
    assert rig.face == RaterFace("----", trouble=True)


def test_without_a_line_nothing_is_kept_for_later(rig: Rig) -> None:
    rig.link.go_dark()
    assert rig.face == RaterFace("----", trouble=True)
    rig.press("rate-2")
    rig.link.go_live()
    rig.qtbot.waitUntil(lambda: rig.face == RaterFace("0301"), timeout=5000)
    assert rig.link.posts == []


def test_it_asks_until_somebody_has_said_it_or_the_next_is_served(rig: Rig) -> None:
    rig.rating_event(EventKind.RATING_ASKED)
    assert rig.face == RaterFace("0301", please=True)
    rig.rating_event(EventKind.RATED)
    assert rig.face == RaterFace("0301")
    rig.rating_event(EventKind.RATING_ASKED)
    rig.day.take("C008")
    rig.day.call("C008", 3)
    assert rig.face.please, "who was asked may still stand there"
    rig.day.start("C008")
    assert rig.face == RaterFace("0301")


def test_it_asks_for_a_while_only(qtbot: QtBot) -> None:
    rig = Rig(qtbot, asked_ms=20)
    rig.link.connect_to(rig.hall)
    rig.rating_event(EventKind.RATING_ASKED)
    assert rig.face.please
    qtbot.waitUntil(lambda: not rig.face.please, timeout=5000)
