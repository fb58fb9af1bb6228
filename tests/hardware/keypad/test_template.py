"""Patterns and templates: what a vendor's device says and is told."""

from __future__ import annotations

import pytest

from hardware.keypad.pattern import binary_pattern, text_pattern
from hardware.keypad.template import template
from hardware.keypad.vendor_frame import Checksum

VALUES: dict[str, int | str] = {"address": 5, "window": 3, "number": "A001", "waiting": 300}


@pytest.mark.parametrize(
    ("written", "frame"),
    [
        ("N{number}", b"NA001"),
        ("W{window:2}N{number:6}", b"W03NA001  "),
        ("{waiting}", b"300"),
        ("plain", b"plain"),
        ("", b""),
    ],
)
def test_a_text_template_is_filled_in(written: str, frame: bytes) -> None:
    assert template(written, binary=False, encoding="ascii", ending=b"\r").filled(VALUES) == frame + b"\r"


@pytest.mark.parametrize(
    ("written", "frame"),
    [
        ("AA 55 {window}", b"\xaa\x55\x03"),
        ("AA{waiting:2}", b"\xaa\x01\x2c"),
        ("AA {waiting}", b"\xaa\x01\x2c"),
        ("{number:6} 0D", b"A001  \r"),
    ],
)
def test_a_binary_template_is_filled_in(written: str, frame: bytes) -> None:
    made = template(written, binary=True, encoding="ascii", checksum=Checksum("sum"))
    assert made.filled(VALUES) == frame + bytes([sum(frame) & 0xFF])


@pytest.mark.parametrize(
    ("written", "binary", "says"),
    [
        ("{queue}", False, r"\{queue\} is unknown; known are address"),
        ("{number", False, "a brace that is no place"),
        ("a}b", False, "a brace that is no place"),
        ("请{number}", False, "cannot be written in ascii"),
        ("AA 5", True, "bytes in hex, not 'AA 5'"),
    ],
)
def test_a_wrong_template_is_refused_when_it_is_read(written: str, binary: bool, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        template(written, binary=binary, encoding="ascii")


@pytest.mark.parametrize(
    ("written", "values", "says"),
    [
        ("{number:3}", VALUES, "'A001' is longer than"),
        ("{window:1}", {"window": 12}, "12 is longer than"),
        ("{waiting}", {"waiting": -1}, "-1 is below zero"),
        ("{number}", {}, r"nothing to fill in for \{number\}"),
        ("{number}", {"number": "请"}, "cannot be written in ascii"),
    ],
)
def test_what_does_not_fit_is_never_cut_off(written: str, values: dict[str, int | str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        template(written, binary=False, encoding="ascii").filled(values)


@pytest.mark.parametrize(
    ("written", "frame", "carries"),
    [
        ("K1", b"K1", {}),
        ("K1", b"K12", None),
        (r"K(?P<address>\d+),(?P<number>[1-5])", b"K12,5", {"address": 12, "number": 5}),
        (r"K(?P<address>\w)", b"Kx", None),
        ("请", "请".encode("gb18030"), {}),
    ],
)
def test_a_text_pattern_fits_a_whole_line(written: str, frame: bytes, carries: dict[str, int] | None) -> None:
    assert text_pattern(written, "gb18030").read(frame) == carries


@pytest.mark.parametrize(
    ("written", "frame", "carries"),
    [
        ("AA 55 {address} 01 ??", b"\xaa\x55\x05\x01\x99", {"address": 5}),
        ("AA55{address}01??", b"\xaa\x55\n\x01\n", {"address": 10}),
        ("AA 55 {address} 01 ??", b"\xaa\x55\x05\x02\x99", None),
        ("2E {number}", b".\x07", {"number": 7}),
        ("2E {number}", b"x\x07", None),
    ],
)
def test_a_binary_pattern_fits_a_whole_frame(
    written: str, frame: bytes, carries: dict[str, int] | None
) -> None:
    assert binary_pattern(written).read(frame) == carries


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("AA 5", "not '5'"),
        ("AA ?", r"not '\?'"),
        ("AA {key}", "key is unknown; known are address, number"),
        ("{address} {address}", "a name stands twice"),
        (" ", "it is empty"),
    ],
)
def test_a_wrong_binary_pattern_is_refused(written: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        binary_pattern(written)


@pytest.mark.parametrize(
    ("written", "says"), [("K(", "no regular expression"), ("(?P<key>.)", "key is unknown")]
)
def test_a_wrong_text_pattern_is_refused(written: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        text_pattern(written, "ascii")
