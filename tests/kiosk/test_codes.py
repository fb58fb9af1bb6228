"""What a scanned code is to the hall."""

from __future__ import annotations

import pytest

from kiosk.codes import BookingCode, SlipCode, read_code

TRACK = "3q2-7wABCDEFGHIJKLMNOP"


@pytest.mark.parametrize(
    ("scanned", "is_"),
    [
        ("57240000", BookingCode("57240000")),
        ("5724 0000", BookingCode("57240000")),
        ("57240001", None),
        (f"http://10.0.0.8:8400/t/{TRACK}", SlipCode(TRACK)),
        (f"HTTPS://hall.example/t/{TRACK}", SlipCode(TRACK)),
        (f" http://10.0.0.8:8400/t/{TRACK} ", SlipCode(TRACK)),
        (f"http://10.0.0.8:8400/t/{TRACK}/more", None),
        (f"http://10.0.0.8:8400/other/{TRACK}", None),
        (f"ftp://10.0.0.8/t/{TRACK}", None),
        (f"http://10.0.0.8/t/{TRACK}../../api", None),
        ("http://[half/t/x", None),
        ("6901234567892", None),
        ("", None),
    ],
)
def test_codes(scanned: str, is_: BookingCode | SlipCode | None) -> None:
    assert read_code(scanned) == is_
