from __future__ import annotations

from hardware.printer import escpos
from hardware.printer.raster import Raster
from hardware.printer.virtual import VirtualPrinter


def test_bytes_of_a_question_inside_a_picture_are_picture(picture: Raster) -> None:
    printer = VirtualPrinter()
    assert printer.feed(b"".join(escpos.encode_slip(picture))) == b""
    assert printer.rasters == [picture]


def test_a_slip_fed_byte_by_byte_is_the_same_slip(picture: Raster) -> None:
    printer = VirtualPrinter()
    sent = b"".join(escpos.encode_slip(picture))
    for byte in sent:
        printer.feed(bytes([byte]))
    assert printer.slips == [sent]
    assert printer.rasters == [picture]


def test_a_question_between_two_bands_is_answered_and_left_out_of_the_slip(picture: Raster) -> None:
    printer = VirtualPrinter()
    chunks = escpos.encode_slip(picture)
    assert printer.feed(escpos.ASK_PAPER.join(chunks)) == b"\x12" * (len(chunks) - 1)
    assert printer.slips == [b"".join(chunks)]


def test_with_no_paper_it_answers_at_once_but_not_in_turn() -> None:
    printer = VirtualPrinter(slips_left=0)
    questions = escpos.ASK_PRINTER + escpos.ASK_OFFLINE + escpos.ASK_IN_TURN + escpos.ASK_PAPER
    assert printer.feed(questions) == b"\x1a\x32\x7e"


def test_each_slip_shortens_the_roll(picture: Raster) -> None:
    printer = VirtualPrinter(slips_left=2)
    for _ in range(3):
        printer.feed(b"".join(escpos.encode_slip(picture)))
    assert len(printer.slips) == 2
    assert printer.paper_out


def test_a_roll_that_ends_inside_a_slip_leaves_it_uncut(picture: Raster) -> None:
    printer = VirtualPrinter(rows_left=300)
    printer.feed(b"".join(escpos.encode_slip(picture)))
    assert printer.slips == []
    printer.rows_left = None
    printer.feed(b"".join(escpos.encode_slip(picture)))
    assert printer.rasters == [picture]
    assert printer.torn_rows == 300


def test_plain_text_and_feeds_are_kept_in_the_slip() -> None:
    printer = VirtualPrinter()
    printer.feed(b"\x1b@A001\n\x1bd\x03\x1dV\x00")
    assert printer.slips == [b"\x1b@A001\n\x1bd\x03\x1dV\x00"]
    assert printer.rasters == [None]
