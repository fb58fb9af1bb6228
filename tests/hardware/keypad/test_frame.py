"""Frames of our own keypad line: right ones come out whatever the line does to the others."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.keypad.frame import MASTER, PAD, Frame, FrameReader, crc16, encoded

KEY = Frame(5, "K0104")


def test_the_checksum_is_the_one_that_modbus_uses() -> None:
    assert crc16(b"123456789") == 0x4B37


def test_a_frame_is_a_short_line_of_ascii() -> None:
    assert encoded(MASTER, Frame(5, "P00")) == b">05P00*CD7F\r"


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"\r\n",
        b"\xff\x00noise",
        b"<05K01",
        b">05P00*CD7F\r",
        b"<" + b"9" * 90,
        b"<05K0104*0000\r",
        b"<05\xff",
    ],
)
def test_a_frame_is_read_behind_anything(before: bytes) -> None:
    assert FrameReader(PAD).feed(before + encoded(PAD, KEY)) == [KEY]


@pytest.mark.parametrize(
    "line",
    [
        b"<05K0104*0000\r",
        b"<05K0104\r",
        b"<05K0105*" + encoded(PAD, KEY)[9:],
        b"<05k0104*" + encoded(PAD, KEY)[9:],
        encoded(PAD, Frame(0, "E")),
        encoded(PAD, Frame(248, "E")),
        encoded(PAD, KEY)[:-3] + b"\r",
        encoded(PAD, Frame(5, "D" + "x" * 60)),
    ],
)
def test_a_line_that_is_not_quite_right_is_none(line: bytes) -> None:
    reader = FrameReader(PAD)
    assert reader.feed(line) == []
    assert reader.wrong == 1


def test_no_single_wrong_bit_goes_unnoticed() -> None:
    right = encoded(PAD, KEY)
    for bit in range(8 * len(right)):
        wrong = bytearray(right)
        wrong[bit // 8] ^= 1 << bit % 8
        assert FrameReader(PAD).feed(bytes(wrong) + b"\r") == [], wrong


FRAMES = st.builds(Frame, st.integers(1, 247), st.text("KPE0123456789ABCDEF ~", min_size=1, max_size=20))


@settings(max_examples=60)
@given(
    pieces=st.lists(
        st.one_of(FRAMES.map(lambda one: encoded(PAD, one)), st.binary(max_size=8), st.just(b"<")), max_size=8
    ),
    cuts=st.lists(st.integers(0, 200), max_size=8),
)
def test_any_split_gives_the_same_frames(pieces: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(pieces)
    whole, split = FrameReader(PAD), FrameReader(PAD)
    edges = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    assert [one for a, b in pairwise(edges) for one in split.feed(stream[a:b])] == whole.feed(stream)
    assert split.wrong == whole.wrong
