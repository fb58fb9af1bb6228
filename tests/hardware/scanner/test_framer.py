"""A scanner's bytes as codes, however they come in pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.scanner.framer import CodeFramer, Ending, decoded


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (b"A001\r", ["A001"]),
        (b"A001\n", ["A001"]),
        (b"A001\r\n", ["A001"]),
        (b"A001\r\nB002\r\n", ["A001", "B002"]),
        (b"\r\n\r\n", []),
        (b"A001", []),
        (b"\x02A001\x03\r", ["A001"]),
        (b"\x1d01069\x1d21A\r", ["0106921A"]),
        ("拉萨 སྒེའུ".encode() + b"\r", ["拉萨 སྒེའུ"]),
        ("拉萨市民".encode("gb18030") + b"\r", ["拉萨市民"]),
        ("𬱖".encode("gb18030") + b"\r", ["𬱖"]),
        (b"\xff\xff\xff\rA001\r", ["A001"]),
    ],
)
def test_lines_are_codes(said: bytes, codes: list[str]) -> None:
    assert CodeFramer(Ending.LINE).feed(said) == codes


@pytest.mark.parametrize("ending", [Ending.SILENCE, Ending.AUTO])
def test_silence_ends_the_code_of_a_scanner_that_says_no_ending(ending: Ending) -> None:
    framer = CodeFramer(ending)
    assert framer.feed(b"A0") + framer.feed(b"01") == []
    assert framer.waiting is True
    assert framer.silence() == ["A001"]
    assert framer.silence() == []


def test_silence_inside_a_line_leaves_no_half_code_and_spoils_none() -> None:
    framer = CodeFramer(Ending.LINE)
    assert framer.feed(b"69012") == []
    assert framer.silence() == []
    assert framer.feed(b"A001\r") == ["A001"]
    assert framer.thrown_away == 1


def test_a_scanner_that_has_once_ended_a_line_is_held_to_it() -> None:
    framer = CodeFramer(Ending.AUTO)
    assert framer.feed(b"A001\r") == ["A001"]
    assert framer.feed(b"A0") == []
    assert framer.silence() == []
    assert framer.thrown_away == 1


def test_where_only_silence_ends_a_code_may_have_lines() -> None:
    framer = CodeFramer(Ending.SILENCE)
    assert framer.feed(b"two\r\nlines") == []
    assert framer.silence() == ["twolines"]


@pytest.mark.parametrize(("letters", "codes"), [(16, ["x" * 16]), (17, []), (5000, [])])
def test_a_code_over_the_bound_is_thrown_away_whole_and_the_next_one_read(
    letters: int, codes: list[str]
) -> None:
    framer = CodeFramer(Ending.LINE, most=16)
    assert framer.feed(b"x" * letters + b"\r") == codes
    assert framer.feed(b"A001\r") == ["A001"]
    assert framer.thrown_away == (not codes)


def test_what_is_in_no_encoding_is_no_code() -> None:
    assert decoded(b"\xff\xfe\x80") is None


@settings(max_examples=60)
@given(
    stream=st.lists(
        st.one_of(
            st.text(max_size=12).map(str.encode),
            st.text("拉萨A0", max_size=12).map(lambda text: text.encode("gb18030")),
            st.sampled_from([b"\r", b"\n", b"\r\n", b"\xff", b"\x1d"]),
        ),
        max_size=12,
    ).map(b"".join),
    cuts=st.lists(st.integers(0, 200), max_size=8),
    ending=st.sampled_from(Ending),
)
def test_any_split_gives_the_same_codes(stream: bytes, cuts: list[int], ending: Ending) -> None:
    whole, pieces = CodeFramer(ending, most=20), CodeFramer(ending, most=20)
    edges = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    codes = [code for a, b in pairwise(edges) for code in pieces.feed(stream[a:b])]
    assert codes + pieces.silence() == whole.feed(stream) + whole.silence()
    assert pieces.thrown_away == whole.thrown_away
