"""Slips in a printer's own characters: to the byte, and as a person and a scanner see them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from hardware.printer import commands, escpos, text
from hardware.slip import plain
from hardware.slip.columns import columns, encoded, wrapped
from hardware.slip.picture import png
from hardware.slip.rendered import rendered
from hardware.slip.sheet import (
    Align,
    Bar,
    Block,
    Code,
    Mark,
    Number,
    Picture,
    Row,
    Signature,
    Space,
    Tick,
    Words,
)
from hardware.slip.slip import Slip

pytestmark = pytest.mark.usefixtures("qapp")

WIDTHS = {48: 576, 32: 384}
BYTES_PER_S = 960.0
CENTRE, LEFT = b"\x1ba\x01", b"\x1ba\x00"
TIBETAN = "སྒེའུ་ཁུང་།"


def body(*blocks: Block, width: int = 576, bytes_per_s: float | None = None) -> bytes:
    """Return the bytes of blocks without the start and the cut."""
    data = b"".join(plain.encode(blocks, width, bytes_per_s))
    start = escpos.INIT + text.CHINESE
    assert data.startswith(start)
    assert data.endswith(escpos.CUT)
    return data[len(start) : -len(escpos.CUT)]


def gbk(words: str) -> bytes:
    return words.encode("gbk") + b"\n"


def test_words_are_centred_gbk_text() -> None:
    assert body(Words(("社保", "Social"))) == CENTRE + gbk("社保") + CENTRE + gbk("Social")


@pytest.mark.parametrize(
    ("size", "wanted"), [(28, b""), (34, b"\x1d!\x01"), (39, b"\x1d!\x01"), (40, b"\x1d!\x11")]
)
def test_large_words_are_set_large(size: int, wanted: bytes) -> None:
    back = text.size(1, 1) if wanted else b""
    assert body(Words(("社保",), size=size)) == CENTRE + wanted + gbk("社保") + back


def test_words_too_long_for_a_line_are_set_smaller_before_they_are_broken() -> None:
    words = "不动产登记综合受理窗口一号厅"
    assert body(Words((words,), size=48)) == CENTRE + b"\x1d!\x01" + gbk(words) + text.size(1, 1)


def test_bold_is_switched_on_and_off() -> None:
    words = Words(("社保",), bold=True, align=Align.LEFT)
    assert body(words) == LEFT + b"\x1bE\x01" + gbk("社保") + b"\x1bE\x00"


def test_room_above_is_fed_in_dots() -> None:
    assert body(Words(("社保",), above=16)) == b"\x1bJ\x10" + CENTRE + gbk("社保")
    assert body(Words(("社保",), above=16), width=384) == b"\x1bJ\x0d" + CENTRE + gbk("社保")


@pytest.mark.parametrize(
    ("number", "width", "size"),
    [("A017", 576, 0x77), ("A017", 384, 0x77), ("BD1024", 576, 0x77), ("BD1024", 384, 0x44)],
)
def test_the_number_is_as_large_as_the_paper_allows(number: str, width: int, size: int) -> None:
    line = CENTRE + b"\x1d!" + bytes([size]) + number.encode() + b"\n" + text.size(1, 1)
    assert line in body(Number(number), width=width)


@pytest.mark.parametrize("wide", WIDTHS)
def test_a_bar_goes_across(wide: int) -> None:
    assert body(Bar(), width=WIDTHS[wide]) == CENTRE + b"-" * wide + b"\n"


def test_a_mark_is_white_on_black() -> None:
    inside = b"\x1d!\x11" + gbk(" 优先 ") + text.size(1, 1)
    assert body(Mark(("优先",))) == b"\x1bJ\x0a" + CENTRE + b"\x1dB\x01" + inside + b"\x1dB\x00"


def test_a_wide_mark_goes_across_the_paper() -> None:
    line = body(Mark(("补打",), wide=True)).split(b"\x1d!\x11")[1].split(b"\n")[0].decode("gbk")
    assert columns(line) == 24
    assert line.strip() == "补打"


def test_a_row_has_its_figure_at_the_right() -> None:
    line = "A001-A120 社保" + " " * (48 - 14 - 2) + "96"
    assert body(Row("A001–A120 社保", "96")) == LEFT + gbk(line)


def test_a_long_row_is_wrapped_beside_its_figure() -> None:
    lines = body(Row("不动产登记存量房交易抵押更正与异议登记综合受理", "1024"), width=384)
    first, second, _ = lines[len(LEFT) :].decode("gbk").split("\n")
    assert first.endswith(" 1024")
    assert columns(first) == 32
    assert "1024" not in second


@pytest.mark.parametrize(("ticked", "box"), [(True, "[√] "), (False, "[  ] ")])
def test_what_is_to_be_ticked_stands_beside_its_box(ticked: bool, box: str) -> None:
    lines = body(Tick(("身份证", "Identity card"), ticked, ("双面复印",)))
    assert lines == (
        LEFT + b"\x1bE\x01" + gbk(f"{box}身份证") + b"\x1bE\x00"
        + LEFT + gbk("     Identity card")
        + LEFT + gbk("     双面复印")
    )  # fmt: skip


def test_a_signature_has_a_line_to_the_edge() -> None:
    assert body(Signature("签字")) == b"\x1bJ\x30" + LEFT + gbk("签字 " + "_" * 43)


def test_space_is_fed_and_pictures_are_left_out() -> None:
    assert body(Space(20), Picture(b"no matter")) == b"\x1bJ\x14"


def test_a_code_is_the_printers_own_and_centred() -> None:
    made = body(Code("http://10.0.0.8/t/9hK", 6))
    assert CENTRE + text.qr("http://10.0.0.8/t/9hK", 6) in made


@pytest.mark.parametrize("empty", [Words(()), Words(("", " ")), Mark(()), Number(""), Code(""), Row("", "")])
def test_empty_blocks_take_no_room(empty: Block) -> None:
    assert body(empty) == b""


@pytest.mark.parametrize("words", [TIBETAN, "姓名：𬱖某", "㐂", "Ⓐ"])
def test_what_the_font_does_not_have_is_painted_that_line_only(words: str) -> None:
    assert encoded(words) is None
    kinds = [each[:2] for each in commands.split(body(Words(("社保",)), Words((words,))))]
    assert kinds.count(b"\x1dv") == 1
    assert gbk("社保") in body(Words(("社保",)), Words((words,)))


@pytest.mark.parametrize("words", ["社保：①、“甲”·（乙）…—é", "A001"])
def test_what_the_font_has_is_text(words: str) -> None:
    assert encoded(words) == words.encode("gbk")


@pytest.mark.parametrize("words", ["a\x10\x04\x01", "a\x1b@", "a\tb", "\x7f"])
def test_no_command_gets_into_the_text(words: str) -> None:
    assert encoded(words) is None


def test_what_is_too_much_for_the_line_goes_by_size_and_never_the_first_language(lhasa: Slip) -> None:
    slow, all_of_it = (b"".join(plain.encode(lhasa, 576, each)) for each in (BYTES_PER_S, None))
    painted = [sum(each[:2] == b"\x1dv" for each in commands.split(data)) for data in (slow, all_of_it)]
    assert painted == [4, 7]
    assert len(slow) < 10 * BYTES_PER_S
    for words in (*lhasa.hall[:1], *lhasa.windows[:1], *lhasa.wait[:1], *lhasa.hall[2:]):
        assert (encoded(words.replace("–", "-")) or b"?") in slow


def test_tibetan_as_the_first_language_is_never_dropped() -> None:
    lines = tuple(Words((TIBETAN, "社保", TIBETAN)) for _ in range(30))
    painted = [each for each in commands.split(body(*lines, bytes_per_s=1.0)) if each[:2] == b"\x1dv"]
    assert len(painted) == 30


@pytest.mark.parametrize("width", WIDTHS.values())
def test_a_person_can_look_at_it_and_a_scanner_reads_its_code(
    lhasa: Slip, width: int, tmp_path: Path
) -> None:
    data = b"".join(plain.encode(lhasa, width, BYTES_PER_S))
    file = tmp_path / "slip.png"
    file.write_bytes(png(rendered(data, width)))
    read = subprocess.run(["zbarimg", "-q", "--raw", str(file)], capture_output=True, check=True)
    assert read.stdout.decode().strip() == lhasa.qr


@pytest.mark.parametrize("wide", WIDTHS)
def test_no_line_is_wider_than_the_paper(lhasa: Slip, pingliang: Slip, wide: int) -> None:
    for slip in (lhasa, pingliang, replace(pingliang, number="不动产0001")):
        times, line = 1, bytearray()
        for command in commands.split(b"".join(plain.encode(slip, WIDTHS[wide], BYTES_PER_S))):
            if command[:2] == b"\x1d!":
                times = (command[2] >> 4) + 1
            elif command == b"\n":
                assert columns(line.decode("gbk")) * times <= wide
                line.clear()
            elif len(command) == 1:
                line += command


def test_the_printer_may_be_looked_at_between_pieces(lhasa: Slip) -> None:
    pieces = plain.encode(lhasa, 576, BYTES_PER_S)
    assert pieces[-1] == escpos.CUT
    assert len(pieces) > 3


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("两个字", 4, ["两个", "字"]),
        ("two words here", 9, ["two words", "here"]),
        ("请到3号窗口，办理", 11, ["请到3号窗", "口，办理"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("窗口A001", 6, ["窗口", "A001"]),
        ("", 6, []),
        ("，，，", 2, ["，", "，", "，"]),
    ],
)
def test_lines_are_broken_between_words_and_not_before_a_comma(
    words: str, room: int, lines: list[str]
) -> None:
    assert wrapped(words, room) == lines
    assert all(columns(line) <= room for line in lines)
