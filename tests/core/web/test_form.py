"""What a browser may send as a rating, and what anybody can send instead."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.rating import TEXT_MOST, Said
from core.web.form import BODY_MOST, Form, FormRefused, read_form


def body(*fields: tuple[str, str]) -> bytes:
    return urlencode(fields).encode()


def test_a_form_says_a_rating() -> None:
    reasons = [("reason", each) for each in ("slow", "late", "slow")]
    sent = body(("level", "2"), *reasons, ("text", " 慢\r\n& <b> "))
    assert read_form(sent).said() == Said(2, reasons=("slow", "late"), text="慢\n& <b>")


@pytest.mark.parametrize("end", ["x", "字", "🙂", "\r\n"])
def test_a_text_as_long_as_the_browser_allows_is_taken(end: str) -> None:
    text = "y" * (TEXT_MOST - 1) + end
    assert read_form(body(("level", "5"), ("text", text))).said().level == 5
    most = "字" * TEXT_MOST
    assert read_form(body(("level", "5"), ("text", most))).said().text == most
    with pytest.raises(FormRefused, match=r"rating\.too_long"):
        read_form(body(("level", "5"), ("text", most + "字"))).said()


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (b"", "rating.level_needed"),
        (b"level=", "rating.level_needed"),
        (b"level=0", "rating.level_needed"),
        (b"level=6", "rating.level_needed"),
        (b"level=5.0", "rating.level_needed"),
        (b'{"level": 5}', "rating.level_needed"),
        ("level=５".encode(), "rating.not_read"),
        (b"level=5&text=%ff", "rating.not_read"),
        (b"level=5&text=a%00b", "rating.not_read"),
        (b"\xff\xfe", "rating.not_read"),
        (b"level=5" + b"&reason=slow" * 50, "rating.not_read"),
        (b"level=5&text=" + b"a" * BODY_MOST, "rating.not_read"),
    ],
)
def test_what_is_wrong_is_said_by_a_key(sent: bytes, key: str) -> None:
    with pytest.raises(FormRefused) as refused:
        read_form(sent).said()
    assert refused.value.key == key


@given(st.binary(max_size=200))
def test_whatever_is_sent_is_a_form_or_refused(sent: bytes) -> None:
    with suppress(FormRefused):
        assert isinstance(read_form(sent), Form)
