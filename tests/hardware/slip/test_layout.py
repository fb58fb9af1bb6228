"""Slips in the layouts of halls: the usual one, and any other a hall may give."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.domain.slip_layout import Align, Part, PartKind, Shown, SlipLayout
from hallcall.slips.preview import PAGE, Sample, sample_slip
from hardware.slip.layout import slip_sheet
from hardware.slip.page import Page
from hardware.slip.painter import paint
from hardware.slip.sheet import Bar, Code, Mark, Number, Picture, Sheet, Space, Words
from hardware.slip.slip import Slip
from tests.hardware.slip.looking import (
    AT,
    HALLS,
    WIDTHS,
    code_on,
    hall_named,
    look,
    margins_are_white,
    printed,
)
from tests.support.any_slip import base64, layouts, png

pytestmark = pytest.mark.usefixtures("qapp")
both_widths = pytest.mark.parametrize("width", WIDTHS)
every_hall = pytest.mark.parametrize("name", HALLS)

LETTERS = st.text("请到窗口办理 ཨང་རྟགས། Ticket A017—，。", min_size=1, max_size=60).filter(str.strip)
SLIP = Slip(
    hall=("大厅", "Hall"),
    service=("社保", "Insurance"),
    number="A017",
    time="2026-06-03 09:41:27",
    mark=("优先", "PRIORITY"),
    windows=("3号窗口", "Window 3"),
    qr=PAGE,
    qr_text=("扫码", "Scan"),
    phone="电话 12345",
    languages=("zh", "en"),
    first="zh",
)


def of(*parts: Part, **more: str) -> SlipLayout:
    return SlipLayout((*parts, Part(PartKind.NUMBER)), **more)


def test_the_usual_slip_is_as_it_always_was() -> None:
    assert slip_sheet(replace(SLIP, step=("第1步",), to_come=(("第2步",),))) == (
        Words(("大厅", "Hall"), 38, 30, bold=True, above=8),
        Bar(),
        Words(("社保", "Insurance"), 48, 34, bold=True, others_bold=True, above=10),
        Mark(("优先", "PRIORITY"), 40),
        Number("A017"),
        Words(("3号窗口", "Window 3"), 48, 34, bold=True, others_bold=True, above=16),
        Words((), 36, 30, above=8),
        Words((), 40, 32, bold=True, above=10),
        Words((), 40, 32, bold=True, above=4),
        Bar(),
        Words(("第1步",), 36, 30, bold=True, above=8),
        Words(("第2步",), 32, 28, above=6),
        Bar(),
        Words(("2026-06-03 09:41:27",), 34, 34, above=10),
        Bar(),
        Words((), 32, 28, above=10),
        Code(PAGE),
        Words(("扫码", "Scan"), 32, 28, above=0),
        Words(("电话 12345",), 36, 36, bold=True, others_bold=True, above=10),
        Words(("",), 32, 32, above=6),
        Words(("",), 24, 24, above=6),
    )


def test_the_visitors_name_and_card_are_not_on_the_usual_slip() -> None:
    named = replace(SLIP, name=("张*",), card=("证件尾号 012X",))
    assert slip_sheet(named) == slip_sheet(SLIP)
    shown = slip_sheet(named, of(Part(PartKind.NAME), Part(PartKind.CARD)))
    assert [block.texts for block in shown if isinstance(block, Words)] == [("张*",), ("证件尾号 012X",)]


def test_a_whole_card_number_is_on_no_slip() -> None:
    number = ("62010219900101123X",)
    with pytest.raises(ValueError, match="last four"):
        replace(SLIP, name=number)
    with pytest.raises(ValueError, match="last four"):
        replace(SLIP, card=number)


def test_a_part_is_as_large_and_where_the_hall_wants_it() -> None:
    layout = of(Part(PartKind.HALL, size_mm=6, bold=False, align=Align.RIGHT))
    assert slip_sheet(SLIP, layout)[0] == Words(("大厅", "Hall"), 48, 38, align=Align.RIGHT, above=8)


@pytest.mark.parametrize(
    ("shown", "texts"), [(Shown.ALL, ("Hall", "大厅")), (Shown.FIRST, ("大厅",)), (Shown.READER, ("Hall",))]
)
def test_a_part_speaks_the_languages_the_hall_wants(shown: Shown, texts: tuple[str, ...]) -> None:
    english = replace(SLIP, hall=("Hall", "大厅"), languages=("en", "zh"))
    (words, _) = slip_sheet(english, of(Part(PartKind.HALL, languages=shown)))
    assert isinstance(words, Words)
    assert words.texts == texts
    free = Part(PartKind.TEXT, text={"zh": "大厅", "bo": "ཚོམས་ཆེན།", "en": "Hall"}, languages=shown)
    (words, _) = slip_sheet(english, of(free))
    assert isinstance(words, Words)
    assert words.texts == texts


def test_a_copy_says_so_above_its_number_in_every_layout() -> None:
    copy = replace(SLIP, copy=("补打", "COPY", "2026-06-03 10:00:00"))
    for layout in (None, of(), of(Part(PartKind.TIME))):
        sheet = slip_sheet(copy, layout)
        place = sheet.index(Number("A017"))
        assert sheet[place - 1] == Mark(copy.copy, 44, wide=True)


def black(sheet: Sheet, width: int = 576) -> float:
    data = paint(sheet, width).data
    return sum(byte.bit_count() for byte in data) / (8 * len(data))


def test_a_copys_field_goes_across_the_paper() -> None:
    (field, *_) = Page.of((Mark(("补打",), wide=True),), 576).placed
    assert field.behind
    assert field.box.width() == 576 - 2 * 14
    assert black((Mark(("补打",), wide=True),)) > 0.5


@both_widths
@pytest.mark.parametrize("align", Align)
def test_a_logo_keeps_its_share_of_the_paper(width: int, align: Align) -> None:
    layout = of(Part(PartKind.LOGO, align=align), logo=base64(png(400, 120)))
    placed, *_ = look(slip_sheet(SLIP, layout), width).placed
    assert abs(placed.box.width() / width - 400 / 576) < 0.01
    middle = placed.box.center().x() / width
    assert {Align.LEFT: middle < 0.4, Align.CENTRE: 0.49 < middle < 0.51, Align.RIGHT: middle > 0.6}[align]


def test_a_space_is_so_high() -> None:
    def height(sheet: Sheet) -> int:
        return Page.of(sheet, 576).height

    assert height((Bar(), Space(40), Bar())) == height((Bar(), Bar())) + 40
    assert isinstance(slip_sheet(SLIP, of(Part(PartKind.SPACE, height_mm=5)))[0], Space)


@both_widths
@pytest.mark.parametrize("module_mm", [0.0, 0.5, 0.75, 1.0, 1.5])
def test_the_code_can_be_read_in_every_size(module_mm: float, width: int, tmp_path: Path) -> None:
    sheet = slip_sheet(SLIP, of(Part(PartKind.QR, module_mm=module_mm)))
    look(sheet, width)
    assert code_on(paint(sheet, width), tmp_path) == PAGE


@every_hall
@both_widths
def test_the_slips_of_every_hall_come_out_whole(name: str, width: int, tmp_path: Path) -> None:
    hall = hall_named(name)
    what = [hall.queues[0].id, *(matter.id for matter in hall.matters[:1]), ""]
    for language in hall.languages:
        for place, each in enumerate(what):
            sample = Sample(language, each, copy=place == 0, marked=place == 1)
            sheet = slip_sheet(sample_slip(hall, sample, AT), hall.slip)
            look(sheet, width)
            raster = paint(sheet, width)
            assert margins_are_white(raster)
            assert printed(raster) == raster
        assert code_on(raster, tmp_path) == PAGE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.data(), st.sampled_from(["lhasa", "pingliang"]), st.sampled_from(WIDTHS), st.booleans(), st.booleans()
)
def test_no_layout_breaks_a_slip(
    data: st.DataObject, name: str, width: int, copy: bool, marked: bool
) -> None:
    hall = hall_named(name)
    layout = data.draw(layouts(hall.languages, LETTERS))
    language = data.draw(st.sampled_from(hall.languages))
    sheet = slip_sheet(sample_slip(hall, Sample(language, "", copy, marked), AT), layout)
    page = look(sheet, width)
    assert sum(isinstance(block, Number) for block in sheet) == 1
    assert any(placed.box.width() == width and placed.line is None for placed in page.placed)
    assert sum(isinstance(block, Picture) for block in sheet) == bool(layout.logo)
    assert margins_are_white(paint(sheet, width))
