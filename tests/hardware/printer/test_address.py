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
        "file:///dev/usb/lp0",
        "cups://hall",
        "cups://%E5%8F%96%E5%8F%B7%E6%9C%BA",
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
        ("usb://04b8:0202?out=xx", "out is an end point"),
        ("usb://04b8:0202?out=82&in=01", "below 80"),
        ("tcp://user@10.0.0.9", "no user name"),
        ("tcp://10.0.0.9:0", "no port 0"),
        ("file://lp0", "three slashes"),
        ("file:///", "path is missing"),
        ("file:///dev/", "a folder is no printer"),
        ("cups://", "name is missing"),
        ("cups://-h", "no queue is called"),
        ("cups://hall/queue", "nothing may follow"),
        ("tcp://[::1", "Invalid IPv6"),
    ],
)
def test_a_wrong_address_is_refused_in_a_clear_sentence(url: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong) as caught:
        open_printer(url)
    assert repr(url) in str(caught.value)
    assert FORMS in str(caught.value)


def test_every_mistake_is_in_the_one_sentence() -> None:
    with pytest.raises(ValueError, match="port is missing") as caught:
        open_printer("serial://?baud=fast&flow=dtr&parity=even")
    assert str(caught.value).partition("; write")[0] == (
        "printer address 'serial://?baud=fast&flow=dtr&parity=even': the port is missing, and unknown option"
        " parity, and baud must be a number from 1200 up, not 'fast', and flow is none, rtscts, xonxoff,"
        " not 'dtr'"
    )


@pytest.mark.parametrize(("url", "rate"), [("tcp://10.0.0.9", None), ("serial:COM3?baud=9600", 960.0)])
def test_a_printer_knows_what_its_line_carries(url: str, rate: float | None) -> None:
    assert open_printer(url).bytes_per_s == rate
