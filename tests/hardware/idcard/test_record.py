"""What is known of each kind of card, to the byte where it stands; everything else is refused."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.privacy import CARD, hash_of
from hardware.idcard import cards
from hardware.idcard.card import DayKey, Kind, SeenCard
from hardware.idcard.cards import MadeUpCard
from hardware.idcard.numbers import check_digit
from hardware.idcard.record import Refused, seen_card

TODAY = DayKey(date(2026, 11, 30), bytes(range(32)))


def hashed(number: str) -> str:
    return hmac.new(TODAY.key, number.encode(), hashlib.sha256).hexdigest()


def by_hand(*fields: tuple[str, int]) -> bytes:
    """Return a record made of fields in their order, each with its bytes; the standard's table read down."""
    text = "".join(value.ljust(length // 2) for value, length in fields)
    return bytes.fromhex("01000400") + text.encode("utf-16-le") + bytes(1024)


RESIDENT = by_hand(
    ("央金拉姆", 30), ("2", 2), ("04", 4), ("19540312", 16), ("拉萨市城关区虚构路七号院九栋", 70),
    (cards.RESIDENT.number, 36), ("拉萨市公安局", 30), ("20150101", 16), ("长期", 16), ("", 36),
)  # fmt: skip
HONG_KONG = by_hand(
    ("欧阳虚构", 30), ("1", 2), ("", 4), ("19710228", 16), ("深圳市虚构大道三号", 70),
    (cards.HONG_KONG.number, 36), ("深圳市公安局", 30), ("20190101", 16), ("20240101", 16),
    ("H00000000", 18), ("01", 4), ("", 6), ("J", 2), ("", 6),
)  # fmt: skip
FOREIGNER_2017 = by_hand(
    ("MADEUP, ZOE", 120), ("2", 2), (cards.FOREIGNER_2017.number, 30), ("NPL", 6), ("", 30),
    ("20170101", 16), ("20270101", 16), ("19880704", 16), ("01", 4), ("1100", 8), ("I", 2), ("", 6),
)  # fmt: skip
FOREIGNER_2023 = by_hand(
    ("虚构", 30), ("1", 2), ("01", 4), ("19601224", 16), ("MADEUP, NOEL", 70),
    (cards.FOREIGNER_2023.number, 36), ("", 30), ("20240101", 16), ("20340101", 16), ("", 22),
    ("999", 6), ("Y", 2), ("", 6),
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "kind", "number", "age", "name"),
    [
        (RESIDENT, Kind.RESIDENT, cards.RESIDENT.number, 72, "央*"),
        (HONG_KONG, Kind.HK_MACAO_TAIWAN, cards.HONG_KONG.number, 55, "欧*"),
        (FOREIGNER_2017, Kind.FOREIGNER, cards.FOREIGNER_2017.number, 38, "M*"),
        (FOREIGNER_2023, Kind.FOREIGNER, cards.FOREIGNER_2023.number, 65, "虚*"),
    ],
    ids=["resident", "J", "I", "Y"],
)
def test_a_kind_of_card_is_known_by_hash_age_and_beginning_of_the_name(
    data: bytes, kind: Kind, number: str, age: int, name: str
) -> None:
    assert len(data) == 4 + 256 + 1024
    assert seen_card(data, TODAY) == SeenCard(kind, hashed(number), age, name)


@pytest.mark.parametrize("card", cards.EVERY_KIND, ids=lambda card: card.number[:3])
def test_the_simulator_s_cards_are_real_ones_in_form(card: MadeUpCard) -> None:
    seen = seen_card(card.read(), TODAY)
    assert isinstance(seen, SeenCard)
    assert seen.hash == hashed(card.number) == hash_of(card.number, TODAY.key)
    assert re.fullmatch(CARD, seen.hash)


def test_the_hash_is_what_another_program_makes_of_the_standard_s_example() -> None:
    # printf %s NUMBER | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102...1f
    expected = "a66755453b106dcea0cfa264214ae59ff1e8b067f3e5f3aa8085e1d8757880eb"
    assert hash_of("11010519491231002X", TODAY.key) == expected


def test_another_day_s_key_gives_another_hash_and_the_age_of_that_day() -> None:
    tomorrow = DayKey(date(2027, 3, 12), bytes(32))
    then, now = seen_card(RESIDENT, tomorrow), seen_card(RESIDENT, TODAY)
    assert isinstance(then, SeenCard)
    assert isinstance(now, SeenCard)
    assert then.hash != now.hash
    assert (then.age, now.age) == (73, 72)


def test_a_small_x_is_the_same_person() -> None:
    first = next(n for n in range(10010119540312001, 10010119540312999) if check_digit(str(n)) == "X")
    small, big = (replace(cards.RESIDENT, number=f"{first}{sign}") for sign in "xX")
    assert seen_card(small.read(), TODAY) == seen_card(big.read(), TODAY)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (cards.UNKNOWN_KIND.read(), Refused.KIND),
        (replace(cards.RESIDENT, flag="\ud7ff").read(), Refused.KIND),
        (cards.WRONG_NUMBER.read(), Refused.NUMBER),
        (replace(cards.RESIDENT, born="19540313").read(), Refused.NUMBER),
        (replace(cards.RESIDENT, flag="Y").read(), Refused.NUMBER),
        (replace(cards.RESIDENT, flag="J").read(), Refused.NUMBER),
        (replace(cards.FOREIGNER_2023, flag="").read(), Refused.NUMBER),
        (replace(cards.FOREIGNER_2017, number=cards.RESIDENT.number).read(), Refused.NUMBER),
        (b"", Refused.SHORT),
        (RESIDENT[:259], Refused.SHORT),
        (b"\x01\x00\x00\x00" + RESIDENT[4:], Refused.SHORT),
        (bytes.fromhex("01000400") + bytes(256), Refused.NUMBER),
    ],
)
def test_everything_else_is_refused(data: bytes, why: Refused) -> None:
    assert seen_card(data, TODAY) is why


@pytest.mark.parametrize("born", ["20261201", "18951129", "19990229"])
def test_a_date_of_birth_that_cannot_be_is_refused(born: str) -> None:
    first = f"100101{born}001"
    card = replace(cards.RESIDENT, born=born, number=first + check_digit(first))
    assert seen_card(card.read(), TODAY) is Refused.BORN


@given(text=st.binary(min_size=256, max_size=256))
def test_whatever_a_card_holds_nothing_is_raised(text: bytes) -> None:
    assert isinstance(seen_card(bytes.fromhex("01000400") + text, TODAY), Refused)


def test_a_name_that_is_no_text_is_left_out() -> None:
    data = bytearray(RESIDENT)
    data[4:6] = b"\x00\xd8"
    seen = seen_card(bytes(data), TODAY)
    assert isinstance(seen, SeenCard)
    assert seen.name == ""


def test_a_key_of_the_wrong_length_is_refused_and_never_shown() -> None:
    with pytest.raises(ValueError, match="31 bytes, not 32"):
        DayKey(date(2026, 11, 30), bytes(31))
    assert repr(TODAY) == "DayKey(day=datetime.date(2026, 11, 30))"
