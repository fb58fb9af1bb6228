"""Told-once lists, call-back lists and closing slips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.domain.errors import ItemUnknown
from core.domain.hall import Hall, Item, Material
from core.domain.limits import Limit, LimitUnit
from core.domain.text import ranges
from hardware.slip.callbacks import CallBack, CallBacks, callback_sheet
from hardware.slip.closing import Counts, DayClosed, QueueOfDay, closing_sheet
from hardware.slip.page import Page
from hardware.slip.painter import missing_glyphs, paint
from hardware.slip.sheet import Align, Code, Mark, Row, Sheet, Signature, Tick, Words
from hardware.slip.told_once import ToldOnce, told_once
from hardware.slip.words import Speak
from tests.hardware.slip.looking import (
    AT,
    HALLS,
    WIDTHS,
    code_on,
    hall_named,
    languages_of,
    look,
    margins_are_white,
    printed,
)

both_widths = pytest.mark.parametrize("width", WIDTHS)
every_hall = pytest.mark.parametrize("name", HALLS)
URL = "http://10.0.0.8:8400/item/limited_company_new"

PAPERS = (
    Material("id", {"zh": "居民身份证", "en": "Identity card"}, {"zh": "原件", "en": "original"}),
    Material(
        "photo",
        {"zh": "照片", "en": "Photo"},
        {"zh": "白底", "en": "white"},
        copies=2,
        issuer={"zh": "照相馆", "en": "a photographer"},
        how={"zh": "一楼可拍", "en": "taken on floor 1"},
    ),
)
ITEM = Item(
    "card",
    {"zh": "社会保障卡", "en": "Social insurance card"},
    "social",
    "hrss",
    materials=PAPERS,
    promised=Limit(0, LimitUnit.WORKING_DAYS),
    legal=Limit(5, LimitUnit.WORKING_DAYS),
    fee={"zh": "不收费", "en": "free"},
)


def texts(sheet: Sheet) -> list[str]:
    """Return every word on a sheet."""
    said: list[str] = []
    for block in sheet:
        match block:
            case Words() | Mark():
                said += block.texts
            case Row():
                said += [block.left, block.right]
            case Tick():
                said += [*block.texts, *block.notes]
            case Signature():
                said.append(block.label)
    return said


def told(speak: Speak, **more: object) -> Sheet:
    hall = hall_named("yuzhong")
    first = hall.queues[0]
    item = replace(ITEM, queue=first.id, department=hall.departments[0].id)
    with_item = replace(hall, items=(item,), phone="023-1", complaint_phone="12388")
    return told_once(with_item, replace(ToldOnce("card"), **more), ("zh", "en"), speak)  # type: ignore[arg-type]


def whole(sheet: Sheet) -> None:
    """See a sheet at both widths, and through a printer."""
    for width in WIDTHS:
        look(sheet, width)
        raster = paint(sheet, width)
        assert margins_are_white(raster)
        assert printed(raster) == raster


def test_a_list_says_everything_the_hall_knows_of_an_item(speak: Speak) -> None:
    said = texts(told(speak))
    for words in (
        "社会保障卡",
        "Social insurance card",
        "法定时限",
        "5个工作日",
        "5 working days",
        "当场办结",
    ):
        assert words in said
    for words in ("不收费", "free", "服务电话 023-1", "投诉电话 12388", "一次性告知单"):
        assert words in said
    assert "打勾的为尚缺材料" not in said
    assert not any(isinstance(block, Signature | Mark | Code) for block in told(speak))


def test_each_paper_has_a_box_with_its_form_copies_issuer_and_how_to_get_it(speak: Speak) -> None:
    card, photo = (block for block in told(speak) if isinstance(block, Tick))
    assert card == Tick(("居民身份证", "Identity card"), ticked=False, notes=("原件 · original",))
    assert photo.notes == (
        "白底 × 2 · white × 2",
        "出具：照相馆",
        "From: a photographer",
        "一楼可拍",
        "taken on floor 1",
    )


def test_what_is_missing_is_ticked_and_signed(speak: Speak) -> None:
    sheet = told(speak, missing=frozenset({"photo"}), clerk="王*", window=3, number="A017", at=AT, url=URL)
    assert [block.ticked for block in sheet if isinstance(block, Tick)] == [False, True]
    said = texts(sheet)
    for words in ("打勾的为尚缺材料", "王*", "3号窗口", "A017", "2026-11-22 09:02:03"):
        assert words in said
    assert [b.label for b in sheet if isinstance(b, Signature)] == [
        "经办人签字 Clerk's signature",
        "申请人签字 Visitor's signature",
    ]


def test_a_refusal_says_why_and_what_can_be_done(speak: Speak) -> None:
    sheet = told(speak, reason="不属于本机关职权", remedy="请到市住建局申请", clerk="王*")
    said = texts(sheet)
    assert "不予受理" in said
    assert said.count("理由：不属于本机关职权") == 1
    assert "补救途径：请到市住建局申请" in said


def test_a_paper_that_is_not_asked_for_cannot_be_missing(speak: Speak) -> None:
    with pytest.raises(ValueError, match="asks for no passport"):
        told(speak, missing=frozenset({"passport"}))
    with pytest.raises(ItemUnknown):
        told(speak, what="tea")


def test_no_whole_identity_number_is_on_a_list() -> None:
    with pytest.raises(ValueError, match="never printed"):
        ToldOnce("card", reason="证件62010219900101123X无效")
    with pytest.raises(ValueError, match="masked"):
        CallBack("A001", {}, 1, AT, "13800001234")


@every_hall
def test_lists_of_every_hall_come_out_whole(name: str, speak: Speak, tmp_path: Path) -> None:
    hall = hall_named(name)
    longest = max(hall.items, key=lambda item: len(item.materials), default=None)
    what = [*([longest.id] if longest else []), *(matter.id for matter in hall.matters)]
    assert what
    for languages in languages_of(hall):
        for each in what:
            missing = frozenset(
                paper.id for paper in (hall.item(each).materials[::2] if hall.has_item(each) else ())
            )
            sheet = told_once(
                hall, ToldOnce(each, "A017", missing, clerk="王*", at=AT, url=URL), languages, speak
            )
            whole(sheet)
    assert code_on(paint(sheet, 384), tmp_path) == URL


def day(hall: Hall) -> DayClosed:
    came = Counts(taken=120, served=110, passed=6, void=4)
    sent = Counts(taken=1, joined=2, moved=1, open=2)
    first, *others = hall.queues[:7]
    queues = (
        *(QueueOfDay(queue.name, came, f"{queue.prefix}001", f"{queue.prefix}120") for queue in others),
        QueueOfDay(first.name, sent, f"{first.prefix}001", f"{first.prefix}001"),
        QueueOfDay({"zh": "无人"}, Counts()),
    )
    total = Counts(121, 2, 110, 6, 1, 4, 2)
    windows = tuple((window.number, 7 * window.number) for window in hall.windows[:6])
    return DayClosed(date(2026, 11, 22), False, 121, total, queues, 2, ("A007", "B011"), windows)


def calls(*made: CallBack) -> CallBacks:
    return CallBacks(date(2026, 11, 22), "2026-11-22", 96, made)


@every_hall
def test_closing_slips_of_every_hall_come_out_whole(name: str, speak: Speak) -> None:
    hall = hall_named(name)
    for languages in languages_of(hall):
        whole(closing_sheet(hall, day(hall), AT, languages, speak))


def test_a_closing_slip_counts_every_queue_that_anybody_came_to(speak: Speak) -> None:
    hall = hall_named("longnan")
    sheet = closing_sheet(hall, day(hall), AT, ("zh", "en"), speak)
    said = texts(sheet)
    assert said.count("取号 120 · 办结 110 · 过号 6 · 作废 4") == len(hall.queues[1:7])
    assert said.count("转入 2 · 转出 1 · 未结 2") == 2
    assert "取号 121 · 办结 110 · 过号 6 · 作废 4" in said
    first, second = hall.queues[:2]
    assert Row(second.name["zh"], f"{second.prefix}001–{second.prefix}120", 32, bold=True) in sheet
    assert Row(first.name["zh"], f"{first.prefix}001", 32, bold=True) in sheet
    assert "无人" not in said
    assert "A007 B011" in said
    assert Row("2号窗口", "14", 30) in sheet
    assert isinstance(sheet[-1], Signature)


def test_a_closing_slip_of_a_day_that_goes_on_says_so(speak: Speak) -> None:
    hall = hall_named("longnan")
    for complete in (False, True):
        sheet = closing_sheet(hall, replace(day(hall), complete=complete), AT, ("zh",), speak)
        assert any(isinstance(block, Mark) for block in sheet) is not complete


@every_hall
def test_call_back_lists_of_every_hall_come_out_whole(name: str, speak: Speak) -> None:
    hall = hall_named(name)
    made = [
        CallBack(f"{queue.prefix}{place:03}", queue.name, place, AT, "138****5678", level=2)
        for place, queue in enumerate(hall.queues[:3], start=1)
    ]
    for languages in languages_of(hall):
        sheet = callback_sheet(hall, calls(*made), AT, languages, speak)
        whole(sheet)
        assert sum(isinstance(block, Signature) for block in sheet) == 4
        assert texts(sheet).count("138****5678") == 3


def test_an_empty_call_back_list_says_so(speak: Speak) -> None:
    said = texts(callback_sheet(hall_named("lhasa"), calls(), AT, ("zh", "bo"), speak))
    assert "今日无需回访" in said
    assert "抽样 0 / 96，批次 2026-11-22" in said


def test_boxes_to_tick_can_be_drawn(speak: Speak) -> None:
    call = CallBack("A1", {}, None, AT)
    for language in ("zh", "bo", "en"):
        sheet = callback_sheet(hall_named("lhasa"), calls(call), AT, (language,), speak)
        (boxes,) = (block for block in sheet if isinstance(block, Words) and "□" in "".join(block.texts))
        assert boxes.texts[0].count("□") == 3
        assert missing_glyphs((boxes,)) == ()


@both_widths
def test_a_tick_is_seen(width: int, speak: Speak) -> None:
    def ink(sheet: Sheet) -> int:
        return sum(byte.bit_count() for byte in paint(sheet, width).data)

    assert ink((Tick(("照片",), ticked=True),)) > ink((Tick(("照片",)),)) + 40


@both_widths
def test_a_row_has_its_figure_at_the_right_on_the_same_baseline(width: int, speak: Speak) -> None:
    page = look((Row("བདེ་འགོད་ 登记", "96"),), width)
    (left, right) = (placed for placed in page.placed if placed.line is not None)
    assert left.line is not None
    assert right.line is not None
    assert left.box.left() == 14
    assert abs(right.box.right() - (width - 14)) <= 1
    assert left.box.top() + left.line.ascent == right.box.top() + right.line.ascent


@both_widths
def test_a_line_to_sign_is_long_enough(width: int, speak: Speak) -> None:
    for label in ("经办人", "申请人签字 ཞུ་མཁན་གྱི་མཚན་རྟགས། Applicant's signature", ""):
        page = look((Signature(label),), width)
        (line,) = (placed.box for placed in page.placed if placed.line is None)
        assert line.width() >= 0.45 * (width - 28)


def test_words_at_the_left_begin_at_the_margin(speak: Speak) -> None:
    for align, left in ((Align.LEFT, 14), (Align.RIGHT, None)):
        (placed,) = Page.of((Words(("窗口",), align=align),), 576).placed
        assert placed.box.left() == left or abs(placed.box.right() - (576 - 14)) <= 1


def test_window_numbers_are_said_in_few_words() -> None:
    assert ranges([]) == ""
    assert ranges([3]) == "3"
    assert ranges([3, 4, 5, 8, 9]) == "3–5, 8–9"
