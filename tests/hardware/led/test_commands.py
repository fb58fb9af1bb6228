"""What a controller is told, byte for byte, and what a hall's own text can never tell it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.led.commands import (
    ACCEPTED,
    CLEAR,
    Area,
    Effect,
    RunMode,
    SignError,
    acknowledge,
    decode_answer,
    delete_area,
    set_brightness,
    show_area,
    switch,
)
from hardware.led.text import (
    MOST_TEXT_BYTES,
    Colour,
    Font,
    encode_text,
    unknown_characters,
    widest_line,
)
from tests.hardware.led.test_frame import AREA


def test_an_area_is_the_vendor_s_example_to_the_byte() -> None:
    welcome = Area(128, 32, "欢迎光临".encode("gb2312"), timeout_s=10, speed=2, stay=10)
    assert show_area(welcome) == AREA.data


def test_each_field_of_an_area_has_its_place() -> None:
    area = Area(
        192,
        33,
        b"\\C1A",
        x=8,
        y=1,
        number=2,
        run_mode=RunMode.GONE_AFTER_TIMEOUT,
        timeout_s=0x1234,
        align=0b1010,
        one_line=True,
        wraps=True,
        effect=Effect.LEFT,
        speed=24,
        stay=6,
    )
    assert show_area(area).hex(" ") == (
        "a3 06 01 00 00 00 01 1f 00 00 08 80 01 00 c0 80 21 00 02 00 02 34 12 00 00 0a 01 02 03 00 18 06"
        " 04 00 00 00 5c 43 31 41"
    )


@pytest.mark.parametrize(
    ("request_", "on_the_line"),
    [
        (delete_area(), "a3 06 01 00 00 01 00 00"),
        (CLEAR, "a3 10 01 00 00"),
        (switch(True), "a3 00 01 00 00 01"),
        (switch(False), "a3 00 01 00 00 02"),
        (set_brightness(15), "a3 02 01 00 00 01 0f"),
    ],
)
def test_the_short_requests(request_: bytes, on_the_line: str) -> None:
    assert request_.hex(" ") == on_the_line


@pytest.mark.parametrize("level", [-1, 16])
def test_a_brightness_that_does_not_exist_is_refused_here(level: int) -> None:
    with pytest.raises(ValueError, match="0 to 15"):
        set_brightness(level)


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        (acknowledge(), ACCEPTED),
        (acknowledge(SignError.BUSY), SignError.BUSY),
        (acknowledge(SignError.NO_FONT), SignError.NO_FONT),
        (bytes.fromhex("A0 01 63 00 00"), SignError.UNKNOWN),
        (bytes.fromhex("A0 01 00 00 00"), SignError.UNKNOWN),
        (bytes.fromhex("A2 07 00 00 00 01 00"), None),
        (b"\xa0\x00", None),
        (b"", None),
    ],
)
def test_an_answer_is_yes_or_why_not_or_none(data: bytes, meant: SignError | int | None) -> None:
    assert decode_answer(data) == meant


def test_a_text_is_gb2312_behind_its_font_and_colour() -> None:
    assert encode_text("请A017到\n3号", Font.DOTS_24, Colour.GREEN) == (
        b"\\FO001\\FE001\\C2" + "请A017到".encode("gb2312") + b"\\n" + "3号".encode("gb2312")
    )


@pytest.mark.parametrize(
    ("text", "stands_there"),
    [
        (r"\C1红", "＼C1红"),
        (r"\DH:\DM", "＼DH:＼DM"),
        (r"\\n", "＼＼n"),
        ("བོད", "???"),
        ("a\tb\x00c\x1b", "a b c "),
        ("a\r\nb\rc", "a\\nb\\nc"),
        ("珺", "?"),
    ],
)
def test_a_hall_s_text_is_text_whatever_is_in_it(text: str, stands_there: str) -> None:
    head = b"\\FO000\\FE000\\C1"
    assert encode_text(text, Font.DOTS_16, Colour.RED) == head + stands_there.encode("gb2312")


@given(st.text() | st.text("\\nCFOEDTW019|\n请", max_size=40))
def test_no_text_at_all_can_say_anything_but_itself_and_new_lines(text: str) -> None:
    data = encode_text(text, Font.DOTS_32, Colour.WHITE)
    assert len(data) <= MOST_TEXT_BYTES
    body = data.removeprefix(b"\\FO002\\FE002\\C7")
    assert re.findall(rb"\\.", body) == [b"\\n"] * body.count(b"\\")
    assert body.decode("gb2312").isprintable()


def test_a_long_text_is_cut_between_two_characters() -> None:
    data = encode_text("x" + "长" * 500, Font.DOTS_16, Colour.RED)
    assert len(data) == MOST_TEXT_BYTES
    assert data.decode("gb2312").endswith("长")


def test_what_a_sign_cannot_show_is_named_once_each() -> None:
    assert unknown_characters("请 A1? བོད珺珺\n") == "བོད珺"


def test_width_counts_a_latin_character_for_half() -> None:
    assert widest_line("请A1\n请到三号", Font.DOTS_16) == 64
    assert widest_line("", Font.DOTS_16) == 0
