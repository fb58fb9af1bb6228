"""What master and pad say to each other, there and back."""

from __future__ import annotations

import pytest

from hardware.keypad.messages import (
    Answer,
    Greet,
    Greeted,
    Key,
    NotGreeted,
    Nothing,
    Poll,
    Question,
    Refused,
    Show,
    Showing,
    Shown,
    answer,
    answer_body,
    question,
    question_body,
)


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (Greet(0x1A2B), "H1A2B"),
        (Poll(0), "P00"),
        (Poll(255), "PFF"),
        (Show(7, Shown("A001", 0b101, 1)), "D070501A001"),
        (Show(8, Shown()), "D080000"),
    ],
)
def test_questions_there_and_back(said: Question, body: str) -> None:
    assert question_body(said) == body
    assert question(body) == said


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (Greeted(0x1A2B, "K16 1.0"), "H1A2BK16 1.0"),
        (Greeted(0), "H0000"),
        (NotGreeted(), "N"),
        (Nothing(), "E"),
        (Key(1, 4), "K0104"),
        (Showing(7), "O07"),
        (Refused(2), "X2"),
    ],
)
def test_answers_there_and_back(said: Answer, body: str) -> None:
    assert answer_body(said) == body
    assert answer(body) == said


@pytest.mark.parametrize("body", ["", "Z", "P0", "P0G", "D07", "K1", "H12", "P00 ", "D070000" + "x" * 17])
def test_what_is_not_quite_a_message_is_none(body: str) -> None:
    assert question(body) is None
    assert answer(body) is None


@pytest.mark.parametrize(
    "wrong", [{"text": "x" * 17}, {"text": "请"}, {"text": "a*"}, {"text": "\r"}, {"lamps": 256}]
)
def test_what_no_pad_can_show_is_refused_at_once(wrong: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match="a pad "):
        Shown(**wrong)  # type: ignore[arg-type]
