from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hardware.printer.raster import Raster
from hardware.slip import qr
from hardware.slip.number import Number
from hardware.slip.page import SMALLEST, Page, Placed
from hardware.slip.painter import draw, missing_glyphs, paint, to_raster
from hardware.slip.picture import png
from hardware.slip.slip import Slip
from hardware.slip.text import Style, lay_out

WIDTHS = [576, 384]
ROOM = 200  # around a thing painted alone, to spill into; a multiple of 8
both_widths = pytest.mark.parametrize("width", WIDTHS)
both_halls = pytest.mark.parametrize("hall", ["lhasa", "pingliang"])
LONG = "拉萨市城关区不动产登记与住房保障综合受理服务大厅" * 3
LONG_TIBETAN = "ལྷ་ས་གྲོང་ཁྱེར་རིམ་པའི་སྲིད་དོན་ཞབས་ཞུའི་ཚོམས་ཆེན།" * 3


@pytest.fixture
def slip(request: pytest.FixtureRequest, hall: str) -> Slip:
    made: Slip = request.getfixturevalue(hall)
    return made


def ink(raster: Raster) -> QRect:
    """Return the smallest box around everything black."""
    rows = [raster.data[y * raster.stride : (y + 1) * raster.stride] for y in range(raster.rows)]
    black = [y for y, row in enumerate(rows) if any(row)]
    if not black:
        return QRect()
    columns = 0
    for row in rows:
        columns |= int.from_bytes(row, "big")
    bits = f"{columns:0{raster.width}b}"
    return QRect(bits.index("1"), black[0], bits.rindex("1") - bits.index("1") + 1, black[-1] - black[0] + 1)


def alone(page: Page, placed: Placed) -> Raster:
    """Paint one thing of a page, with room around it to spill into."""
    moved = QImage(page.width + 2 * ROOM, page.height + 2 * ROOM, QImage.Format.Format_Grayscale8)
    moved.fill(QColor("white"))
    painter = QPainter(moved)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(ROOM, ROOM)
    painter.setBrush(QColor("black"))
    painter.setPen(Qt.PenStyle.NoPen)
    placed.draw(painter)
    painter.end()
    return to_raster(moved)


def test_a_slip_is_the_papers_width_and_black_or_white(lhasa: Slip) -> None:
    for width in WIDTHS:
        raster = paint(lhasa, width)
        assert raster.width == width
        assert len(raster.data) == width // 8 * raster.rows


def test_a_width_that_no_print_head_has_is_refused(lhasa: Slip) -> None:
    with pytest.raises(ValueError, match="multiple of 8"):
        paint(lhasa, 570)


@both_halls
@both_widths
def test_ink_never_touches_an_edge(slip: Slip, width: int) -> None:
    raster = paint(slip, width)
    assert QRect(2, 2, width - 4, raster.rows - 4).contains(ink(raster))


@both_halls
@both_widths
def test_everything_stays_inside_its_box_and_no_two_boxes_meet(slip: Slip, width: int) -> None:
    page = Page.of(replace(slip, mark=()), width)
    bottom = 0
    for placed in page.placed:
        assert placed.box.top() >= bottom
        bottom = placed.box.bottom() + 1
        found = ink(alone(page, placed)).translated(-ROOM, -ROOM)
        assert placed.box.adjusted(-3, -1, 3, 1).contains(found), placed.line and placed.line.text
    assert page.height > bottom


@both_widths
@pytest.mark.parametrize("words", [LONG, LONG_TIBETAN, "Registration of immovable property " * 4, "X" * 90])
def test_a_long_name_wraps_and_nothing_is_cut(lhasa: Slip, words: str, width: int) -> None:
    page = Page.of(replace(lhasa, service=(words,)), width)
    lines = [placed.line.text for placed in page.placed if placed.line is not None]
    assert "".join(words.split()) in "".join("".join(lines).split())
    raster = paint(replace(lhasa, service=(words,)), width)
    assert QRect(2, 2, width - 4, raster.rows - 4).contains(ink(raster))


@both_widths
def test_a_wrapped_name_has_no_lonely_last_word(lhasa: Slip, width: int) -> None:
    lines = lay_out(LONG, Style(40, bold=True), width, SMALLEST)
    assert len(lines) > 1
    assert lines[-1].width > 0.5 * lines[0].width


@both_halls
@both_widths
def test_no_text_is_too_small_for_old_eyes(slip: Slip, width: int) -> None:
    for placed in Page.of(slip, width).placed:
        if placed.line is not None:
            assert placed.line.pixel_size >= SMALLEST


@both_widths
@pytest.mark.parametrize("number", ["A001", "W888", "A1", "7"])
def test_each_character_of_the_number_has_a_quarter_of_the_slip(lhasa: Slip, number: str, width: int) -> None:
    assert Number(number, width).cell == width / 4


@both_widths
@pytest.mark.parametrize("number", ["A001", "W888", "AB123", "WM8888", "MWMWMW"])
def test_every_number_fits_whole_and_fills_the_width(lhasa: Slip, number: str, width: int) -> None:
    page = Page.of(replace(lhasa, number=number), width)
    (placed,) = (each for each in page.placed if each.box.width() == width and each.line is None)
    found = ink(alone(page, placed)).translated(-ROOM, -ROOM)
    assert placed.box.adjusted(2, -1, -2, 1).contains(found)
    assert found.width() > 0.85 * width
    assert found.height() > width * 0.2


def test_tibetan_comes_from_the_tibetan_font_and_chinese_from_the_chinese_one(lhasa: Slip) -> None:
    checked = 0
    for placed in Page.of(lhasa, 576).placed:
        if placed.line is None:
            continue
        assert placed.line.tofu == 0, placed.line.text
        fonts = set(placed.line.fonts)
        tibetan = any("\u0f00" <= c <= "\u0fff" for c in placed.line.text)
        checked += tibetan
        assert ("Noto Serif Tibetan" in fonts) is tibetan, placed.line.text
        assert fonts - {"Noto Serif Tibetan"} <= {"Noto Sans CJK SC", "Noto Sans SC"}
    assert checked >= 6


def test_a_character_that_no_font_has_is_found_before_it_is_printed(lhasa: Slip) -> None:
    assert missing_glyphs(lhasa) == ()
    assert missing_glyphs(replace(lhasa, place=("\U0010fffd",))) == ("\U0010fffd",)


def test_the_slip_is_painted_the_same_in_any_thread(lhasa: Slip) -> None:
    here = paint(lhasa)
    with ThreadPoolExecutor(3) as pool:
        assert set(pool.map(paint, [lhasa] * 9)) == {here}


def test_empty_parts_take_no_room(lhasa: Slip) -> None:
    bare = Slip(hall=lhasa.hall, service=lhasa.service, number="A017", time=lhasa.time)
    texts = [placed.line.text for placed in Page.of(bare, 576).placed if placed.line is not None]
    assert texts == [*lhasa.hall, *lhasa.service, lhasa.time]


@both_widths
def test_the_parts_come_in_their_order(lhasa: Slip, width: int) -> None:
    full = replace(lhasa, step=("第1步，共3步",))
    texts = [placed.line.text for placed in Page.of(full, width).placed if placed.line is not None]
    firsts = [
        part[0][:3]
        for part in (full.hall, full.service, full.mark, full.windows, full.place, full.ahead, full.step)
    ]
    firsts += [full.time[:10], full.passed_rule[0][:3], full.qr_text[0][:3], full.phone[:4], full.machine]
    places = [next(i for i, text in enumerate(texts) if text.startswith(first)) for first in firsts]
    assert places == sorted(places)


@both_halls
@both_widths
def test_the_code_opens_the_visitors_page(slip: Slip, width: int, tmp_path: Path) -> None:
    assert which("zbarimg"), "zbarimg is missing: install the package zbar-tools"
    picture = tmp_path / "slip.png"
    picture.write_bytes(png(paint(slip, width)))
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture],
        capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    assert read.stdout.strip() == slip.qr


@both_widths
def test_a_module_of_the_code_is_half_a_millimetre_or_more(lhasa: Slip, width: int) -> None:
    rows = qr.modules(lhasa.qr)
    (box,) = (each.box for each in Page.of(lhasa, width).placed if each.box.width() == each.box.height())
    assert box.width() / len(rows) >= 4
    assert box.width() % len(rows) == 0


def test_a_picture_holds_the_rasters_dots(lhasa: Slip) -> None:
    raster = paint(lhasa)
    image = QImage.fromData(png(raster))
    assert to_raster(image.convertToFormat(QImage.Format.Format_Grayscale8)) == raster


def test_grey_is_thresholded_and_never_dithered(lhasa: Slip) -> None:
    grey = draw(Page.of(lhasa, 576))
    flat = QImage(64, 64, QImage.Format.Format_Grayscale8)
    flat.fill(200)
    assert set(to_raster(flat).data) == {0}
    flat.fill(100)
    assert set(to_raster(flat).data) == {255}
    assert to_raster(grey) == paint(lhasa)
