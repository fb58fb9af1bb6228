"""Both ends of a session without a line: each press comes out once, whatever is lost between them."""

from __future__ import annotations

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.keypad.frame import PAD, FrameReader
from hardware.keypad.messages import Greet, Poll, Show, Shown, answer, question_body
from hardware.keypad.pad import MISSES, Pad
from hardware.keypad.virtual import LEFT_ALONE_S, MOST_KEYS, VirtualPad


class Session:
    """A master and a pad that talk in lock step, on a clock of their own."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.far = VirtualPad(clock=lambda: self.now_s)
        self.near = Pad(5, count(0x1000).__next__)
        self.taken: list[int] = []
        self._spare = count(1)

    def press(self) -> int | None:
        """Press a key of its own; return it if the pad took it."""
        key, before = next(self._spare) % 255, len(self.far._keys)
        self.far.press(key)
        return key if len(self.far._keys) > before else None

    def turn(self, *, asked: bool = True) -> None:
        """Ask once; the question itself gets lost unless it is ``asked``."""
        said = self.far.answer(5, question_body(self.near.next_question())) if asked else b""
        frames = FrameReader(PAD).feed(said)
        heard = answer(frames[0].body) if frames else None
        if heard is None:
            self.near.missed()
        elif (key := self.near.heard(heard)) is not None:
            self.taken.append(key)


def greeted() -> Session:
    session = Session()
    for _ in range(3):
        session.turn()
    return session


def test_a_pad_is_greeted_then_shown_then_asked() -> None:
    session = Session()
    session.near.wanted = Shown("A001", 1)
    assert isinstance(session.near.next_question(), Greet)
    session.turn()
    assert isinstance(session.near.next_question(), Show)
    session.turn()
    assert session.far.shown == Shown("A001", 1)
    assert session.near.next_question() == Poll(0)
    assert (session.near.silent, session.near.about) == (False, "K16 SIM")


def test_a_lost_answer_asked_again_gives_no_second_press() -> None:
    session = greeted()
    key = session.press()
    session.far.lost_answers = 2
    for _ in range(6):
        session.turn()
    assert session.taken == [key]


def test_a_key_from_before_the_greeting_is_forgotten() -> None:
    session = Session()
    assert session.press() is None
    for _ in range(4):
        session.turn()
    assert session.taken == []


def test_keys_of_a_pad_that_was_left_alone_are_forgotten_and_it_is_greeted_again() -> None:
    session = greeted()
    session.near.wanted = Shown("A007")
    session.turn()
    assert session.press()
    session.now_s += LEFT_ALONE_S + 1
    for _ in range(5):
        session.turn()
    assert session.taken == []
    assert (session.far.greetings, session.far.shown) == (2, Shown("A007"))
    key = session.press()
    session.turn()
    assert session.taken == [key]


def test_a_new_master_gets_no_key_of_the_old_one() -> None:
    session = greeted()
    assert session.press()
    session.near = Pad(5, count(0x2000).__next__)
    for _ in range(4):
        session.turn()
    assert session.taken == []


def test_a_lost_greeting_said_again_forgets_no_key() -> None:
    session = Session()
    session.far.lost_answers = 1
    session.turn()
    key = session.press()
    for _ in range(4):
        session.turn()
    assert session.taken == [key]
    assert session.far.greetings == 1


def test_a_pad_out_of_step_is_greeted_anew_and_presses_nothing() -> None:
    session = greeted()
    session.press()
    session.far._number = 9
    session.turn()
    assert session.taken == []
    assert isinstance(session.near.next_question(), Greet)


def test_numbers_go_round() -> None:
    session = greeted()
    pressed = []
    for _ in range(600):
        pressed.append(session.press())
        session.turn()
    session.turn()
    assert session.taken == pressed


def test_more_keys_than_the_pad_holds_are_not_taken() -> None:
    session = greeted()
    pressed = [session.press() for _ in range(MOST_KEYS + 2)]
    assert pressed[MOST_KEYS:] == [None, None]
    for _ in range(MOST_KEYS + 1):
        session.turn()
    assert session.taken == pressed[:MOST_KEYS]


def test_a_pad_is_silent_after_some_misses_and_shown_everything_when_it_is_back() -> None:
    session = greeted()
    for _ in range(MISSES):
        assert not session.near.silent
        session.turn(asked=False)
    assert session.near.silent
    assert isinstance(session.near.next_question(), Show)


FAULTS = st.lists(
    st.sampled_from(["press", "turn", "turn", "question lost", "lost_answers", "wrong_checksums", "halves"]),
    max_size=60,
)


@given(FAULTS)
def test_every_press_comes_out_once_and_in_order_whatever_is_lost(acts: list[str]) -> None:
    session, pressed = greeted(), []
    for act in acts:
        match act:
            case "press":
                pressed.append(session.press())
            case "turn":
                session.turn()
            case "question lost":
                session.turn(asked=False)
            case fault:
                setattr(session.far, fault, 1)
    for _ in range(MOST_KEYS + 6):
        session.turn()
    assert session.taken == [key for key in pressed if key]


@settings(max_examples=50)
@given(FAULTS, st.sets(st.integers(0, 60), max_size=3))
def test_with_power_cuts_a_press_may_be_lost_but_none_comes_twice(acts: list[str], cuts: set[int]) -> None:
    session, pressed = greeted(), []
    for at, act in enumerate(acts):
        if at in cuts:
            session.far.switch_off_and_on()
        match act:
            case "press":
                pressed.append(session.press())
            case "turn":
                session.turn()
            case "question lost":
                session.turn(asked=False)
            case fault:
                setattr(session.far, fault, 1)
    for _ in range(MOST_KEYS + 6):
        session.turn()
    assert session.taken == sorted(set(session.taken))
    assert set(session.taken) <= set(pressed)
