from __future__ import annotations

import pytest

from hardware.printer.address import FORMS, open_printer


@pytest.mark.parametrize(
    "url",
    [
        "tcp://10.0.0.9",
        "tcp://printer.hall:9100",
        "serial:///dev/ttyUSB0",
        "serial:///dev/ttyS0?baud=57600&flow=rtscts",
        "serial:COM3?baud=115200",
        "usb://04b8:0202",
        "usb://0416:5011?out=03&in=81",
    ],
)
def test_an_address_opens_nothing_yet(url: str) -> None:
    assert open_printer(url).url == url


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("", "must begin with"),
        ("10.0.0.9:9100", "must begin with"),
        ("lpt://1", "must begin with"),
        ("tcp://", "host is missing"),
        ("tcp://10.0.0.9:printer", "Port could not be cast"),
        ("tcp://10.0.0.9:99999", "Port out of range"),
        ("tcp://10.0.0.9/queue", "nothing may follow"),
        ("tcp://10.0.0.9?baud=9600", "unknown option baud"),
        ("serial://", "port is missing"),
        ("serial:///dev/ttyUSB0?baud=fast", "fast"),
        ("serial:///dev/ttyUSB0?baud=0", "must be a number"),
        ("serial:///dev/ttyUSB0?flow=dtr", "flow is none, rtscts, xonxoff"),
        ("serial:///dev/ttyUSB0?bauds=9600", "unknown option bauds"),
        ("usb://04b8", "four hex digits"),
        ("usb://epson:0202", "four hex digits"),
    ],
)
def test_a_wrong_address_is_refused_in_a_clear_sentence(url: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong) as caught:
        open_printer(url)
    assert repr(url) in str(caught.value)
    assert FORMS in str(caught.value)
