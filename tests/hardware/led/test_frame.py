"""Frames against the vendor's own examples, and against everything that happens to bytes on a long cable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.led import commands
from hardware.led.frame import EVERY_SIGN, MASTER, MOST_BYTES, Frame, FrameReader, crc16, encode_frame

AREA = Frame(
    EVERY_SIGN,
    bytes.fromhex(
        "A306 01 00 00 00 01 2300 00 0080 0000 8080 2000 00 00 00 0A00 00 00 00 02 01 01 00 02 0A 08000000"
        "BBB6D3ADB9E2C1D9"
    ),
)

# Onbon, BX-5K/6K protocol, user version 1.4: the examples of the section named.
VENDOR = {
    "4, example 1": (
        "A5A5A5A5A5A5A5A5 FEFF00800000000000 00FE022C00 A306010000000123000000800000808020000000"
        "000A0000000002010100020A08000000BBB6D3ADB9E2C1D9 3C49 5A",
        AREA,
    ),
    "8.1.1, example 6": (
        "A5A5A5A5A5A5A5A5 FEFF008000000000 0000FE020E00 A10501000001503030304700 0000 4814 5A",
        Frame(EVERY_SIGN, bytes.fromhex("A1050100000150303030 47000000")),
    ),
    "8.3.2": (
        "A5A5A5A5A5A5A5A5 01000080000000000000FE021700 A40201000000 0F007777772E6F6E626F6E62782E636F6D"
        "68B5 5A",
        Frame(1, bytes.fromhex("A402010000000F00") + b"www.onbonbx.com"),
    ),
    "8.3.3": (
        "A5A5A5A5A5A5A5A5 01000080000000000000FE020600 A40901000000 659C 5A",
        Frame(1, bytes.fromhex("A40901000000")),
    ),
    "8.5": (
        "A5A5A5A5A5A5A5A5 01000080000000000000FE020500 A100010000 2CF8 5A",
        Frame(1, bytes.fromhex("A100010000")),
    ),
    "8.7": ("A5A5A5A5A5A5A5A5 01000080000000000000FE020500 A200010000 68F8 5A", Frame(1, commands.PING)),
    "8.10": (
        "A5A5A5A5A5A5A5A5 01000080000000000000FE020D00 A20301080013200125111726 05 B03F 5A",
        Frame(1, bytes.fromhex("A2030108001320012511172605")),
    ),
    "11.2": (
        "A5A5A5A5A5A5A5A5 01000080000000000000FE020E00 A1050100000150303030 49000000 E216 5A",
        Frame(1, bytes.fromhex("A105010000015030303049000000")),
    ),
}

# What a controller says: more than eight A5, and device types of their own are taken too.
ANSWERS = {
    "5.1.2, example 3: ACK": (
        "A5A5A5A5A5A5A5A5A5 0080FEFF000000000000FE020500 A000000000 14AC 5A",
        Frame(MASTER, commands.acknowledge(), EVERY_SIGN),
    ),
    "7.2, example 5: NACK": (
        "A5A5A5A5A5A5A5A5A5 0080FEFF000000000000FE020500 A001050000 0551 5A",
        Frame(MASTER, commands.acknowledge(commands.SignError.CHECKSUM), EVERY_SIGN),
    ),
    "9.2, example 10: another device type": (
        "A5A5A5A5A5A5A5A5 0100008000000000000063027700 A106010000503030300100006500000000000050303030650000"
        "00FF000001FFFFFFFFFFFFFFFF010000022700000000008000008080 1000FF00000000000000020203000A0A08000000"
        "BBB6D3ADB9E2C1D92300000000008010008080 1000FF00000000000000020203000A0A0400000031323334 8AECF74C5A",
        None,
    ),
}

bodies = st.binary(max_size=200) | st.lists(st.sampled_from(b"\xa5\xa6\x5a\x5b\x01\x02"), max_size=60).map(
    bytes
)
frames = st.builds(Frame, st.integers(0, 0xFFFF), bodies, st.integers(0, 0xFFFF))


@pytest.mark.parametrize("name", VENDOR)
def test_what_we_say_is_the_vendor_s_example_to_the_byte(name: str) -> None:
    on_the_line, meant = VENDOR[name]
    assert encode_frame(meant) == bytes.fromhex(on_the_line)
    assert FrameReader().feed(bytes.fromhex(on_the_line)) == [meant]


@pytest.mark.parametrize("name", ANSWERS)
def test_what_a_controller_says_is_read(name: str) -> None:
    on_the_line, meant = ANSWERS[name]
    reader = FrameReader()
    (read,) = reader.feed(bytes.fromhex(on_the_line))
    assert meant in (None, read)
    assert (reader.damaged, reader.noise) == (0, 0)


def test_the_checksum_is_crc_16_arc() -> None:
    assert crc16(b"123456789") == 0xBB3D


def test_bytes_that_mean_start_and_end_are_written_in_two() -> None:
    line = encode_frame(Frame(0x5A, b"\xa5\xa6\x5a\x5b"))
    assert line[8:10] == b"\x5b\x02"
    assert b"\xa6\x02\xa6\x01\x5b\x02\x5b\x01" in line
    assert line.count(b"\x5a") == 1
    assert b"\xa5" not in line[8:]


@given(st.lists(frames, min_size=1, max_size=3), st.data())
def test_frames_come_out_as_they_went_in_whatever_the_pieces(sent: list[Frame], data: st.DataObject) -> None:
    line = b"".join(map(encode_frame, sent))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(line)), max_size=6)))
    reader = FrameReader()
    pieces = [line[a:b] for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True)]
    assert [frame for piece in pieces for frame in reader.feed(piece)] == sent
    assert (reader.damaged, reader.noise) == (0, 0)


@given(frames, st.data())
def test_a_frame_with_one_byte_changed_is_never_taken_for_another(sent: Frame, data: st.DataObject) -> None:
    line = bytearray(encode_frame(sent))
    place = data.draw(st.integers(8, len(line) - 2))
    line[place] ^= data.draw(st.integers(1, 255))
    # What a byte can turn into a start or an end is cut there, and the rest is too short or wrong as well.
    assert FrameReader().feed(bytes(line)) in ([], [sent])


@given(st.binary(max_size=300), frames)
def test_noise_before_a_frame_costs_nothing_after_it(noise: bytes, sent: Frame) -> None:
    assert FrameReader().feed(noise + encode_frame(sent))[-1:] == [sent]


def test_noise_without_an_end_is_given_up_and_the_next_frame_is_read() -> None:
    reader = FrameReader()
    assert reader.feed(b"\xa5" + bytes(10 * MOST_BYTES)) == []
    assert reader.feed(encode_frame(AREA)) == [AREA]
    assert reader.noise > 9 * MOST_BYTES


@pytest.mark.parametrize("inside", [b"", b"\x01\x00", b"\xa6\x03" + bytes(20), bytes(20) + b"\x5b"])
def test_what_is_no_frame_between_start_and_end_is_counted_as_damaged(inside: bytes) -> None:
    reader = FrameReader()
    assert reader.feed(b"\xa5" + inside + b"\x5a") == []
    assert reader.damaged == 1
