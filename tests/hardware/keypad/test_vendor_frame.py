"""Frames of a vendor's devices, however they come in pieces."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.keypad.vendor_frame import BinaryFramer, Checksum, LineFramer

XOR = Checksum("xor", skip=2)
FRAME = b"\xaa\x55\x03\x01\x02"


@pytest.mark.parametrize(
    ("kind", "data", "is_"),
    [
        ("none", b"\x01\x02", b""),
        ("xor", b"\x01\x03", b"\x02"),
        ("sum", b"\xff\x02", b"\x01"),
        ("crc16", b"123456789", b"\x37\x4b"),
    ],
)
def test_checksums(kind: str, data: bytes, is_: bytes) -> None:
    checksum = Checksum(kind)
    assert checksum.of(data) == is_
    assert checksum.right(data + is_)
    assert checksum.size == len(is_)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (b"K1\r\nK2\r\n", [b"K1", b"K2"]),
        (b"\r\n\r\n", []),
        (b"K1\rK2\r\n", [b"K1\rK2"]),
        (b"12345678\r\n", [b"12345678"]),
        (b"123456789\r\nK1\r\n", [b"K1"]),
        (b"x" * 500 + b"\r\nK1\r\n", [b"K1"]),
    ],
)
def test_lines_end_with_their_ending_and_are_bounded(said: bytes, lines: list[bytes]) -> None:
    assert LineFramer(b"\r\n", most=8).feed(said) == lines


@pytest.mark.parametrize(
    ("said", "frames"),
    [
        (FRAME, [FRAME]),
        (FRAME * 2, [FRAME] * 2),
        (b"\x00\xff" + FRAME, [FRAME]),
        (b"\xaa" + FRAME, [FRAME]),
        (b"\xaa\x55" + FRAME, [FRAME]),
        (FRAME[:3] + FRAME, [FRAME]),
        (FRAME[:-1] + b"\x00", []),
        (FRAME[:-1] + b"\x00" + FRAME, [FRAME]),
        (FRAME[:-1], []),
    ],
)
def test_binary_frames_are_found_again_behind_anything(said: bytes, frames: list[bytes]) -> None:
    assert BinaryFramer(b"\xaa\x55", 5, XOR).feed(said) == frames


def test_half_a_frame_spoils_no_later_one() -> None:
    for framer, half, whole in (
        (LineFramer(b"\r"), b"K", b"K1\r"),
        (BinaryFramer(b"\xaa\x55", 5, Checksum()), FRAME[:3], FRAME),
    ):
        assert framer.feed(half) == []
        framer.silence()
        assert framer.feed(whole) == [whole.rstrip(b"\r")]
        assert framer.wrong == 1


STREAMS = st.lists(
    st.sampled_from(
        [FRAME, FRAME[:3], b"\xaa", b"\xaa\x55", b"\r", b"\n", b"\r\n", b"K1", b"x" * 9, b"\x00"]
    ),
    max_size=12,
).map(b"".join)


@settings(max_examples=60)
@given(STREAMS, st.lists(st.integers(0, 120), max_size=8))
def test_any_split_gives_the_same_frames(stream: bytes, cuts: list[int]) -> None:
    edges = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    for whole, split in (
        (LineFramer(b"\r\n", most=8), LineFramer(b"\r\n", most=8)),
        (BinaryFramer(b"\xaa\x55", 5, XOR), BinaryFramer(b"\xaa\x55", 5, XOR)),
    ):
        assert [one for a, b in pairwise(edges) for one in split.feed(stream[a:b])] == whole.feed(stream)
        assert split.wrong == whole.wrong
