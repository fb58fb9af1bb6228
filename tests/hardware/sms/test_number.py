"""Which numbers can be sent a message; all of them are made up."""

from __future__ import annotations

import pytest

from hardware.sms.number import NumberRefused, mobile_number


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "+8613800138000",
        "8613800138000",
        "008613800138000",
        "013800138000",
        "+86 138-0013-8000",
        " (+86) 138 0013 8000 ",
        "１３８００１３８０００",
    ],
)
def test_a_mobile_number_is_the_same_however_it_was_written(written: str) -> None:
    assert mobile_number(written) == "+8613800138000"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "+",
        "1380013800",
        "138001380000",
        "12345678901",
        "0891-6325000",
        "10086",
        "+85291234567",
        "+4413800138000",
        "call 13800138000",
        "13800138000;13900139000",
        "13800138000\n13900139000",
    ],
)
def test_what_is_no_mobile_number_is_refused_without_being_repeated(written: str) -> None:
    with pytest.raises(NumberRefused, match="11 digits from 13 to 19") as refused:
        mobile_number(written)
    assert refused.value.key == "sms.number_invalid"
    assert not written.strip("+") or written not in str(refused.value)
