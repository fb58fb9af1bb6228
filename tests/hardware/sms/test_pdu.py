"""Short messages as bytes: octet for octet, and read back by a decoder that knows nothing of the encoder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.sms import units
from hardware.sms.pdu import MOST_PARTS, TextRefused, encode, semi_octets, split_text, validity
from tests.hardware.sms.decoder import read, reassemble

NUMBER = "+8613800138000"
CALL = "8BF7004100300030003153F7"  # 请A001号 in UTF-16


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("+8613800138000", "0011000D91683108108300F00008A70C" + CALL),
        ("13800138000", "0011000B813108108300F00008A70C" + CALL),
        ("106500001234", "0011000C810156000021430008A70C" + CALL),
    ],
)
def test_a_short_text_is_these_octets(number: str, says: str) -> None:
    (part,) = encode(number, "请A001号", 7)
    assert part.hex == says
    assert part.octets == len(says) // 2 - 1


def test_a_long_text_is_these_octets() -> None:
    first, second = encode(NUMBER, "号" * 67 + "口" * 4, 0xA5)
    head = "0051000D91683108108300F00008A7"
    assert first.hex == head + "8C" + "050003A50201" + "53F7" * 67
    assert second.hex == head + "0E" + "050003A50202" + "53E3" * 4
    assert (first.octets, second.octets) == (155, 29)


def test_a_report_is_asked_for_in_the_first_octet() -> None:
    assert encode(NUMBER, "号", 0, report=True)[0].hex.startswith("0031")
    assert encode(NUMBER, "号" * 71, 0, report=True)[0].hex.startswith("0071")
    assert read(encode(NUMBER, "号", 0, report=True)[0].hex).report


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("号" * 70, [70]),
        ("号" * 71, [67, 4]),
        ("😀" * 35, [70]),
        ("😀" * 36, [66, 6]),
        ("号" * 66 + "😀" * 3, [66, 6]),
        ("号" * 134, [67, 67]),
        ("号" * 135, [67, 67, 1]),
        ("𬱖" * 100, [66, 66, 66, 2]),
    ],
)
def test_a_text_is_cut_between_signs_and_never_inside_one(text: str, sizes: list[int]) -> None:
    assert [units(part) for part in split_text(text)] == sizes


@given(st.text(min_size=1, max_size=300), st.integers(0, 255))
def test_every_text_comes_back_whole_from_its_parts(text: str, reference: int) -> None:
    parts = encode(NUMBER, text, reference)
    assert reassemble(part.hex for part in parts) == text
    assert {read(part.hex).number for part in parts} == {NUMBER}
    assert (len(parts) == 1) == (len(text.encode("utf-16-be")) <= 140)


@given(st.text("😀𬱖号a", min_size=60, max_size=90))
def test_a_text_around_the_borders_comes_back_whole(text: str) -> None:
    assert reassemble(part.hex for part in encode(NUMBER, text, 1)) == text


@given(st.text("0123456789", min_size=1, max_size=20))
def test_every_number_comes_back(digits: str) -> None:
    assert read(encode(digits, "a", 0)[0].hex).number == digits
    assert read(encode("+" + digits, "a", 0)[0].hex).number == "+" + digits


def test_digits_go_two_to_an_octet() -> None:
    assert semi_octets("12345") == bytes((0x21, 0x43, 0xF5))


@pytest.mark.parametrize("minutes", [1, 5, 6, 10, 719, 720, 721, 1440, 1441, 43200, 43201, 500000])
def test_a_message_lives_no_shorter_than_asked(minutes: int) -> None:
    octet = validity(minutes)
    # The table of 23.040, 9.2.3.12.1, read from octet to minutes.
    if octet <= 143:
        lives = (octet + 1) * 5
    elif octet <= 167:
        lives = 720 + (octet - 143) * 30
    elif octet <= 196:
        lives = (octet - 166) * 1440
    else:
        lives = (octet - 192) * 7 * 1440
    assert octet <= 255
    assert minutes <= lives


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("\ud83d", "half a sign"),
        ("号" * (67 * MOST_PARTS + 1), "256 parts"),
    ],
)
def test_what_cannot_be_sent_is_refused_without_being_repeated(text: str, why: str) -> None:
    with pytest.raises(TextRefused, match=why) as refused:
        encode(NUMBER, text, 0)
    assert "号" not in str(refused.value)


@pytest.mark.parametrize(("number", "reference"), [("", 0), ("+", 0), ("12a", 0), ("1" * 21, 0), ("1", 256)])
def test_a_wrong_number_or_reference_is_a_mistake_of_ours(number: str, reference: int) -> None:
    with pytest.raises(ValueError, match="is "):
        encode(number, "a", reference)


def test_a_part_shows_neither_number_nor_text() -> None:
    assert repr(encode(NUMBER, "号", 0)[0]) == "Submit(17 octets)"
