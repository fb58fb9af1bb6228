"""What a visitor is told of the wait and of the steps of a visit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.hall import Hall, Matter, Stage
from core.domain.wait import Wait
from kiosk import visit
from kiosk.slips import compose
from kiosk.speech import Speak, Speech
from kiosk.state import Taken
from tests.kiosk.conftest import TAKEN_AT
from tests.support.halls import lhasa_like

TAKEN = Taken("id", "A017", "company", 3, TAKEN_AT, "zh")
RESTAURANT = Matter(
    "restaurant",
    {"zh": "开办餐饮店一件事", "bo": "ཟ་ཁང་གསར་འཛུགས།", "en": "Opening a restaurant"},
    (Stage(("company",)), Stage(("food", "advice")), Stage(("insurance",), back=True)),
    frequent=True,
)
HALL = replace(lhasa_like(), matters=(RESTAURANT,))
SEVERAL = replace(
    TAKEN,
    matter="restaurant",
    steps=(("company",), ("food", "advice"), ("insurance",), ("food",)),
)


def wait_in(speak: Speak, language: str, wait: Wait | None, ahead: int = 3) -> str:
    taken = replace(TAKEN, wait=wait, ahead=ahead)
    return visit.wait(taken.wait, Speech(speak, language, "")).main.text


@pytest.mark.parametrize(
    ("p50_s", "p90_s", "said"),
    [
        (900, 1500, "About 15–25 min to wait"),
        (60, 180, "About 1–3 min to wait"),
        (60, 240, "About 1–4 min to wait"),
        (0, 240, "At most about 4 min to wait"),
        (0, 60, "Your turn is very soon"),
        (60, 120, "Your turn is very soon"),
        (4200, 6000, "About 70–100 min to wait"),
    ],
)
def test_a_wait_is_a_range_of_minutes(speak: Speak, p50_s: int, p90_s: int, said: str) -> None:
    assert wait_in(speak, "en", Wait(p50_s, p90_s)) == said


def test_a_wait_is_said_in_the_visitors_language(speak: Speak) -> None:
    assert wait_in(speak, "zh", Wait(900, 1500)) == "预计等候 15–25 分钟"
    assert wait_in(speak, "bo", Wait(900, 1500)) == "སྐར་མ་ 15–25 ཙམ་སྒུག་དགོས།"


@pytest.mark.parametrize("ahead", [0, 3])
def test_a_wait_that_nobody_knows_is_a_dash(speak: Speak, ahead: int) -> None:
    assert wait_in(speak, "zh", None, ahead) == "预计等候 —"


def test_nobody_ahead_is_never_a_wait_of_nought_to_one(speak: Speak) -> None:
    assert wait_in(speak, "zh", Wait(0, 60), ahead=0) == "很快就轮到您"


def test_a_visit_of_one_step_says_nothing_of_steps(speak: Speak) -> None:
    plain = replace(TAKEN, steps=(("company",),))
    say = Speech(speak, "zh", "bo")
    assert visit.step(HALL, plain, say).main.text == ""
    made = compose(plain, HALL, speak, "")
    assert (made.step, made.to_come) == ((), ())


def test_the_first_step_is_named_with_its_queue_in_both_languages(speak: Speak) -> None:
    said = visit.step(HALL, SEVERAL, Speech(speak, "zh", "bo"))
    assert said.main.text == "第1步/共4步 · 企业登记注册"
    assert said.below.text == "གོ་རིམ་ 1 / 4 · ཁེ་ལས་ཐོ་འགོད་"
    assert visit.step(HALL, SEVERAL, Speech(speak, "zh", "")).below.text == ""


def test_the_slip_lists_the_steps_to_come(speak: Speak) -> None:
    made = compose(SEVERAL, HALL, speak, "")
    assert made.service[0] == "开办餐饮店一件事"
    assert made.step[0] == "第1步/共4步 · 企业登记注册"
    assert [lines[0] for lines in made.to_come] == [
        "第2步：食品经营许可证核发与变更、综合咨询（顺序不限）",
        "第3步：社会保险业务",
        "第4步：食品经营许可证核发与变更",
    ]
    assert all(len(lines) == 2 for lines in made.to_come), "each in the hall's other language too"


def test_the_steps_of_a_hall_of_one_language_are_one_line_each(speak: Speak) -> None:
    hall: Hall = replace(HALL, languages=("zh",))
    assert [len(lines) for lines in compose(SEVERAL, hall, speak, "").to_come] == [1, 1, 1]


def test_a_visit_that_begins_in_two_queues_names_the_windows_of_both(speak: Speak) -> None:
    parallel = replace(SEVERAL, steps=(("company", "insurance"), ("food",)))
    assert compose(parallel, HALL, speak, "").windows[0] == "1–4号窗口"
    assert visit.step(HALL, parallel, Speech(speak, "en", "")).main.text == (
        "Step 1 of 2 · Company registration and Social insurance matters (in any order)"
    )
