"""Which acts have a button on the consoles is the hall's choice."""

from __future__ import annotations

import pytest

from core.app.hallfile import check, export, load
from core.domain.console import EVERY, ConsoleAct, ConsoleRules
from core.domain.hall_json import hall_from_json, hall_to_json
from tests.core.app.hallfile.small import MORE

CALLER = '\n[caller]\nacts = ["recall", "told_once", "recall"]\n'
ALWAYS = {ConsoleAct.CALL_NEXT, ConsoleAct.FINISH}


def test_a_hall_that_says_nothing_shows_every_act() -> None:
    hall = load(MORE)
    assert hall.caller == ConsoleRules()
    assert hall.console_acts(1) == hall.console_acts(999) == EVERY
    assert "[caller]" not in export(hall)


def test_a_hall_chooses_and_a_window_chooses_for_itself() -> None:
    text = MORE.replace('numbers = "9"', 'acts = ["pause"]\nnumbers = "9"', 1)
    assert text != MORE
    hall = load(text + CALLER)
    assert hall.caller.acts == (ConsoleAct.RECALL, ConsoleAct.TOLD)
    assert hall.console_acts(9) == ALWAYS | {ConsoleAct.PAUSE}
    assert hall.console_acts(999) == ALWAYS | {ConsoleAct.RECALL, ConsoleAct.TOLD}
    assert load(export(hall)) == hall
    assert hall_from_json(hall_to_json(hall)) == hall


def test_nothing_chosen_leaves_call_and_finish() -> None:
    hall = load(f"{MORE}\n[caller]\nacts = []\n")
    assert hall.console_acts(1) == ALWAYS
    assert load(export(hall)) == hall


@pytest.mark.parametrize(
    ("acts", "key", "words"),
    [
        ('["recal"]', "hall.not_a_choice", ('"recal"', 'did you mean "recall"', "told_once")),
        ('["recall", "fly"]', "hall.not_a_choice", ('"fly"', "call_next", "told_once", "rating")),
        ('"recall"', "hall.wrong_type", ("a list of acts", "told_once")),
        ("[3]", "hall.wrong_type", ("acts",)),
    ],
)
def test_a_word_that_is_no_act_is_told_with_those_that_are(
    acts: str, key: str, words: tuple[str, ...]
) -> None:
    text = f"{MORE}\n[caller]\nacts = {acts}\n"
    (mistake,) = check(text)
    assert mistake.key == key
    assert mistake.line == text[: text.index("acts = ")].count("\n") + 1
    assert all(word in mistake.message for word in words), mistake.message
