"""The words on a slip."""

from __future__ import annotations

from dataclasses import replace

from hardware.slip.painter import missing_glyphs
from hardware.slip.slip import Slip
from kiosk.slips import compose
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
