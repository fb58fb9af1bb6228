"""The words on a slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hardware.slip.painter import missing_glyphs
from hardware.slip.sheet import Mark, Number, Words
from hardware.slip.slip import Slip
from kiosk.slips import compose, compose_sheet
from kiosk.speech import Speak
from kiosk.state import Taken
from tests.kiosk.conftest import TAKEN_AT
from tests.support.halls import big, lhasa_like

TAKEN = Taken("id", "A017", "insurance", 3, TAKEN_AT, "zh")


def slip(speak: Speak, taken: Taken = TAKEN) -> Slip:
    return compose(taken, lhasa_like(), speak, "kiosk-1")


def test_a_slip_says_everything_in_the_visitors_language_and_the_halls_other_one(speak: Speak) -> None:
    made = slip(speak)
    assert made.number == "A017"
    assert made.hall[0] == "拉萨市级政务服务大厅"
    assert made.windows == ("1–2号窗口", "སྒེའུ་ཁུང་ཨང་ 1–2")
    assert made.place[0] == "1楼 · 社会保险服务区"
    assert made.ahead == ("前面还有3人", "མདུན་ལ་མི་ 3 འདུག")
    assert [len(part) for part in (made.hall, made.service, made.place, made.passed_rule)] == [2, 2, 2, 2]


def test_the_code_opens_the_visits_own_page_and_says_nothing_of_the_person(speak: Speak) -> None:
    made = compose(replace(TAKEN, track="3q2-7w"), lhasa_like(), speak, "kiosk-1", "http://10.0.0.8:8400/")
    assert made.qr == "http://10.0.0.8:8400/t/3q2-7w"
    assert made.qr_text
    assert slip(speak, replace(TAKEN, track="3q2-7w")).qr == "", "no address is known"


def test_a_copy_says_so_in_front_of_the_number_and_when_it_was_made(speak: Speak) -> None:
    copied = TAKEN_AT + timedelta(minutes=5)
    made = compose(TAKEN, lhasa_like(), speak, "kiosk-1", copied=copied)
    assert made.copy[0].endswith("09:07:03")
    assert made.time == "2026-11-22 09:02:03"
    sheet = compose_sheet(TAKEN, lhasa_like(), speak, "kiosk-1", copied=copied)
    number = next(place for place, block in enumerate(sheet) if isinstance(block, Number))
    assert sheet[number - 1] == Mark(made.copy, 44, wide=True)
    assert slip(speak).copy == ()


@pytest.mark.parametrize(
    ("taken", "mark"),
    [
        (TAKEN, ()),
        (replace(TAKEN, visitor_class="ordinary"), ()),
        (replace(TAKEN, visitor_class="elderly"), ("优先", "སྔོན་ཐོབ།")),
        (replace(TAKEN, booked=True, assisted=True), ("预约 · 帮办", "སྔོན་མངགས། · རོགས་སྒྲུབ།")),
    ],
)
def test_the_mark_says_that_somebody_comes_first_and_not_why(
    speak: Speak, taken: Taken, mark: tuple[str, ...]
) -> None:
    assert slip(speak, taken).mark == mark


@pytest.mark.parametrize("language", ["zh", "bo", "en"])
def test_a_number_given_without_the_core_says_so_beside_it_in_every_language(
    speak: Speak, language: str
) -> None:
    taken = replace(TAKEN, id="", ahead=None, offline=True, day="2026-11-22", language=language)
    made = slip(speak, taken)
    assert set(made.offline) == {"离线取号 · 号码有效", "དྲ་མེད་ཨང་རྟགས། · ནུས་ལྡན།", "Offline number · valid"}
    assert len(made.offline_note) == 2
    assert (made.ahead, made.wait) == ((), ()), "nobody knows"
    sheet = compose_sheet(taken, lhasa_like(), speak, "kiosk-1")
    number = next(place for place, block in enumerate(sheet) if isinstance(block, Number))
    assert sheet[number - 1] == Mark(made.offline, 44, wide=True)
    note = sheet[number + 1]
    assert isinstance(note, Words)
    assert note.texts == made.offline_note
    assert missing_glyphs(made) == ()
    assert slip(speak).offline == slip(speak).offline_note == ()


def test_a_copy_in_the_middle_of_a_visit_says_the_step_it_is_at(speak: Speak) -> None:
    taken = replace(TAKEN, queue="food", steps=(("company",), ("food",), ("insurance",)), step=2)
    made = slip(speak, taken)
    assert made.step[0].startswith("第2步/共3步")
    assert [each[0][:3] for each in made.to_come] == ["第3步"]


def test_the_visitors_language_comes_first(speak: Speak) -> None:
    made = slip(speak, replace(TAKEN, language="bo"))
    assert made.windows[0] == "སྒེའུ་ཁུང་ཨང་ 1–2"
    assert made.hall[1] == "拉萨市级政务服务大厅"


def test_every_slip_can_be_read_by_the_staff(speak: Speak) -> None:
    for language in ("bo", "en"):
        assert "1–2号窗口" in slip(speak, replace(TAKEN, language=language)).windows


def test_the_time_is_the_halls_to_the_second(speak: Speak) -> None:
    assert slip(speak).time == "2026-11-22 09:02:03"


def test_an_items_name_stands_for_the_queues(speak: Speak) -> None:
    assert slip(speak, replace(TAKEN, item="card")).service[0] == "社会保障卡补办"
    assert slip(speak).service[0] == "社会保险业务"


def test_nobody_ahead_is_said_in_words(speak: Speak) -> None:
    assert slip(speak, replace(TAKEN, ahead=0)).ahead[0] == "前面无人等候"


def test_a_hall_of_one_language_prints_one_line_each(speak: Speak) -> None:
    hall = big()
    made = compose(replace(TAKEN, queue=hall.queues[0].id), hall, speak, "")
    assert [len(part) for part in (made.hall, made.service, made.place, made.ahead, made.windows)] == [1] * 5
    assert made.phone == ""


def test_no_box_is_printed_instead_of_a_character(speak: Speak) -> None:
    for language in ("zh", "bo", "en"):
        assert missing_glyphs(slip(speak, replace(TAKEN, language=language))) == ()
