"""What is shown of people, and what is taken for a phone number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import NameNotMasked, PhoneRefused
from core.domain.privacy import erase_on, masked_name, masked_phone, name_masked, phone_of


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("13800138000", "13800138000"),
        ("138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("008613800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("19912345678", "19912345678"),
        ("0891-6325000", "08916325000"),
        ("(0891) 632 5000", "08916325000"),
        ("+86 891 6325000", "08916325000"),
        ("+86 10 6655 4433", "01066554433"),
        ("010-66554433", "01066554433"),
        ("0755 2345 6789", "075523456789"),
    ],
)
def test_a_phone_number_is_read_however_it_is_written(written: str, phone: str) -> None:
    assert phone_of(written) == phone
    assert phone_of(phone) == phone


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1380013800",
        "138001380000",
        "12345678901",
        "6325000",
        "0891 123",
        "010-1234567",
        "0891-1325000",
        "+1 202 555 0100",
        "13800138000a",
        "13800138000\n13800138001",
        "110101199003078888",
    ],
)
def test_what_is_no_phone_number_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(PhoneRefused) as refused:
        phone_of(written)
    assert refused.value.params == {}
    assert not written or written not in str(refused.value)


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812341234", "138****1234"),
        ("01066554433", "010****4433"),
        ("075523456789", "075*****6789"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_phone_number_is_shown_without_its_middle(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@given(st.text("0123456789", max_size=14))
def test_at_least_four_digits_are_always_hidden(phone: str) -> None:
    shown = masked_phone(phone)
    assert len(shown) == len(phone)
    assert shown.count("*") >= min(4, len(phone))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"),
        ("欧阳修远", "欧*"),
        (" 李四 ", "李*"),
        ("བཀྲ་ཤིས་", "བཀྲ་*"),
        ("Zoe", "Z*"),
        ("E\u0301lodie", "E\u0301*"),
        ("洛桑·扎西", "洛*"),
        ("洛桑扎西", "洛*"),
        ("阿不都热依木·艾买提", "阿*"),
        ("ཉི", "ཉི*"),
        ("བསྒྲུབས་པ་", "བསྒྲུབས་*"),
        ("ئابدۇللا ئەخمەت", "ئ*"),
        ("王", "王*"),
        ("𠮷野", "𠮷*"),
        ("110101199001011237", ""),
        ("*三", ""),
        ("\ue000", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_name_is_shown_by_its_beginning_and_its_length_is_not(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    "written", ["张*", "张**", "张***", "欧阳*", "洛·**", "བཀྲ་*", "ཉི*", "K*", "E\u0301*"]
)
def test_a_masked_name_is_taken_as_it_is(written: str) -> None:
    assert name_masked(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "张三", "张三丰*", "司马相*", "*", "**", "*三", "张*丰", "张****", "张*\n", " 张*", "张 *", "",
        "洛桑·扎*", "阿不都·艾**", "བཀྲ་ཤིས་*", "བཀྲཤིས*", "བཀྲ*", "་*", "1*", "12*", "138*", "K1*",
        "张\u200b*", "\ue000*", "E" + "\u0301" * 20 + "*", "\u0301*", "😀*",
    ],
)  # fmt: skip
def test_what_tells_more_or_is_no_name_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(NameNotMasked) as refused:
        name_masked(written)
    assert refused.value.params == {}


@given(st.text(max_size=20) | st.text("ཀཁགངཅཆབསྒྲུ་།", max_size=20) | st.text("张王李·* 洛桑", max_size=9))
def test_what_is_shown_of_any_name_may_be_sent(name: str) -> None:
    shown = masked_name(name)
    assert shown == "" or name_masked(shown) == shown


def test_a_phone_number_outlives_the_rating_period_by_no_day() -> None:
    assert erase_on(date(2026, 11, 23), 7) == date(2026, 12, 1)
    assert erase_on(date(2026, 11, 23), 0) == date(2026, 11, 24)
