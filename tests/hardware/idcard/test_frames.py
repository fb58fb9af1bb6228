"""SAM-V in bytes: the published frames to the byte, and answers found in any stream."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.idcard.frames import (
    MEANING,
    PREAMBLE,
    Answer,
    Command,
    FrameStream,
    Status,
    decode_answer,
    encode_answer,
    encode_frame,
    encode_request,
    meaning,
)


def hexed(written: str) -> bytes:
    return bytes.fromhex("AA AA AA 96 69 " + written)


@pytest.mark.parametrize(
    ("command", "published"),
    [
        (Command.RESET, "00 03 10 FF EC"),
        (Command.STATUS, "00 03 11 FF ED"),
        (Command.SAM_ID, "00 03 12 FF EE"),
        (Command.FIND, "00 03 20 01 22"),
        (Command.SELECT, "00 03 20 02 21"),
        (Command.READ, "00 03 30 01 32"),
    ],
)
def test_a_request_is_the_published_frame(command: Command, published: str) -> None:
    assert encode_request(command) == hexed(published)


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("30 10", "00 03 30 10 23"),
        ("30 03", "00 03 30 03 30"),
        ("61 FF 50", "00 04 61 FF 50 CA"),
    ],
)
def test_frames_that_are_never_sent_have_the_published_check_as_well(body: str, published: str) -> None:
    assert encode_frame(bytes.fromhex(body)) == hexed(published)


def test_fingerprints_are_not_among_what_can_be_asked() -> None:
    assert b"\x30\x10" not in {command.value for command in Command}


ANSWERS = [
    (Status.FOUND, bytes(4), "00 08 00 00 9F 00 00 00 00 97"),
    (Status.FIND_FAILED, b"", "00 04 00 00 80 84"),
    (Status.SELECT_FAILED, b"", "00 04 00 00 81 85"),
    (Status.OK, bytes(8), "00 0C 00 00 90 00 00 00 00 00 00 00 00 9C"),
    (Status.READ_FAILED, b"", "00 04 00 00 41 45"),
]


@pytest.mark.parametrize(("status", "data", "published"), ANSWERS)
def test_an_answer_is_the_published_frame_and_is_read_back(
    status: Status, data: bytes, published: str
) -> None:
    assert encode_answer(status, data) == hexed(published)
    bodies = FrameStream().feed(hexed(published))
    assert [decode_answer(body) for body in bodies] == [Answer(bytes([0, 0, status]), data)]


def test_a_read_card_is_1295_bytes_with_the_published_head() -> None:
    answer = encode_answer(Status.OK, bytes.fromhex("01000400") + bytes(256 + 1024))
    assert len(answer) == 1295
    assert answer[:14] == hexed("05 08 00 00 90 01 00 04 00")


def test_every_status_has_a_sentence_and_an_unlisted_one_its_number() -> None:
    assert set(MEANING) == set(Status)
    assert meaning(Status.NOT_AUTHORISED) == "its security module is not authorised (0x66)"
    assert meaning(0x77) == "a status no list names (0x77)"


def test_an_answer_does_not_show_its_data() -> None:
    assert repr(Answer(b"\0\0\x90", b"secret")) == r"Answer(sw=b'\x00\x00\x90')"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param("00 04 00 00 80 85", id="check"),
        pytest.param("00 04 00 01 80 84", id="a bit"),
    ],
)
def test_a_damaged_frame_is_counted_and_the_next_one_found(damaged: str) -> None:
    stream = FrameStream()
    assert stream.feed(hexed(damaged)) == []
    assert stream.damaged == 1
    assert not stream.begun
    assert stream.feed(encode_answer(Status.FOUND)) == [b"\0\0\x9f"]


@pytest.mark.parametrize("length", ["00 00", "00 02", "09 0B", "FF FF"])
def test_a_length_no_frame_has_is_noise_and_hides_nothing(length: str) -> None:
    stream = FrameStream()
    assert stream.feed(hexed(length) + encode_answer(Status.OK)) == [b"\0\0\x90"]
    assert stream.damaged == 0


def test_half_a_frame_is_waited_for_and_given_up() -> None:
    stream = FrameStream()
    whole = encode_answer(Status.OK, bytes(1284))
    assert stream.feed(whole[:600]) == []
    assert stream.begun
    assert stream.feed(encode_answer(Status.FOUND)) == []
    assert stream.give_up() == [b"\0\0\x9f"]
    assert not stream.begun


def test_an_answer_too_short_for_a_status_is_none() -> None:
    assert decode_answer(b"\0\0") is None


def test_what_is_cleared_is_gone() -> None:
    stream = FrameStream()
    stream.feed(PREAMBLE + b"\x05")
    stream.clear()
    assert stream.feed(encode_answer(Status.OK)) == [b"\0\0\x90"]


BODIES = st.lists(st.binary(min_size=2, max_size=64) | st.binary(min_size=1284, max_size=1287), max_size=4)
NOISE = st.binary(max_size=40).filter(lambda noise: PREAMBLE not in noise) | st.sampled_from(
    [PREAMBLE[:n] for n in range(1, 5)]
)


def in_pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    at = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in pairwise(at)]


@given(bodies=BODIES, noise=st.lists(NOISE, min_size=5, max_size=5), cuts=st.lists(st.integers(0, 9999)))
def test_frames_are_found_however_the_stream_is_cut_and_whatever_is_between(
    bodies: list[bytes], noise: list[bytes], cuts: list[int]
) -> None:
    sent = b"".join(before + encode_frame(body) for before, body in zip(noise, bodies, strict=False))
    stream = FrameStream()
    found = [body for piece in in_pieces(sent + noise[-1], cuts) for body in stream.feed(piece)]
    assert found == bodies


@given(noise=st.binary(max_size=3000) | NOISE.map(lambda noise: noise + PREAMBLE + b"\x09\x00"))
def test_after_any_noise_at_all_an_answer_is_found_at_the_latest_once_it_is_given_up(noise: bytes) -> None:
    stream = FrameStream()
    found = stream.feed(noise + encode_answer(Status.FOUND))
    while stream.begun:
        found += stream.give_up()
    assert found[-1:] == [b"\0\0\x9f"]


@given(body=st.binary(min_size=2, max_size=300), place=st.integers(0, 9999), flip=st.integers(1, 255))
def test_one_wrong_byte_behind_the_preamble_never_passes_for_an_answer(
    body: bytes, place: int, flip: int
) -> None:
    frame = bytearray(encode_frame(body))
    frame[len(PREAMBLE) + place % (len(frame) - len(PREAMBLE))] ^= flip
    stream = FrameStream()
    assert body not in stream.feed(bytes(frame)) + stream.give_up()
