from __future__ import annotations

import pytest

from hardware.printer import commands, escpos, text
from hardware.printer.raster import Raster
from hardware.printer.virtual import VirtualPrinter


@pytest.mark.parametrize(
    "command",
    [
        b"\x1b@",
        b"\x1c&",
        b"\x1ba\x01",
        b"\x1d!\x11",
        b"\x1bJ\x10",
        b"\x1bd\x10",
        b"\x1dB\x04",
        b"\x1dV\x00",
        b"\x1dVB\x00",
        b"\x1dL\x10\x04",
        b"\x1b$\x10\x04",
        b"\x1bp\x00\x10\x04",
        b"\x1dv0\x00\x02\x00\x02\x00\x10\x04\x01\x10",
        b"\x1b*\x00\x03\x00\x10\x04\x01",
        b"\x1b*\x21\x01\x00\x10\x04\x01",
        b"\x1d(k\x05\x00\x31\x50\x30\x10\x04",
        b"\x1dk\x04A001\x00",
        b"\x1dkI\x04\x10\x04\x01\x02",
        b"\x10\x04\x01",
        b"\x1dr\x01",
        b"\x1bv",
    ],
)
def test_a_command_is_followed_to_its_end_byte_by_byte(command: bytes) -> None:
    assert [commands.length(command[:size]) for size in range(1, len(command))].count(len(command)) <= len(
        command
    )
    assert commands.length(command) == len(command)
    assert list(commands.split(b"A" + command + b"B")) == [b"A", command, b"B"]


def test_an_unfinished_command_is_left_out() -> None:
    assert list(commands.split(b"A\x1dv0\x00\x01\x00\x01\x00")) == [b"A"]


def test_a_question_inside_a_qr_code_or_a_size_is_none() -> None:
    printer = VirtualPrinter()
    slip = escpos.INIT + text.qr("\x10\x04\x01", 4) + b"\x1bJ\x10\x1ba\x01\x1d!\x10\x04\x01\n" + escpos.CUT
    assert b"".join(printer.feed(bytes([each])) for each in slip) == b""
    assert printer.slips == [slip]


def test_text_uses_up_the_roll() -> None:
    printer = VirtualPrinter(rows_left=100)
    printer.feed(escpos.INIT + b"A001\n" + text.size(2, 2) + b"A002\n")
    assert printer.rows_left == 100 - 30 - 48
    printer.feed(b"A003\n" + escpos.CUT)
    assert printer.paper_out
    assert printer.slips == []


def test_a_slip_of_text_has_no_picture_of_its_own() -> None:
    printer = VirtualPrinter()
    bands = [escpos.encode_band(Raster(width, 1, bytes(width // 8))) for width in (8, 16)]
    printer.feed(escpos.INIT + b"A001\n" + b"".join(bands) + escpos.CUT)
    assert printer.rasters == [None]


def test_feeds_of_any_length() -> None:
    assert text.feed(0) == b""
    assert text.feed(255) == b"\x1bJ\xff"
    assert text.feed(300) == b"\x1bJ\xff\x1bJ\x2d"


def test_a_qr_code_is_five_functions() -> None:
    functions = "1d286b0400314132 00 1d286b0300314304 1d286b0300314531 1d286b0500315030 6162 1d286b0300315130"
    assert text.qr("ab", 4) == bytes.fromhex(functions)
