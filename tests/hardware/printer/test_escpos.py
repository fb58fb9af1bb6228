from __future__ import annotations

import pytest

from hardware.printer import escpos
from hardware.printer.ports import Paper, PrinterStatus
from hardware.printer.raster import Raster, stacked


def test_a_slip_is_init_bands_and_cut_to_the_byte() -> None:
    raster = Raster(16, 2, b"\x80\x01\xff\x00")
    expected = "1b40 1d763000 0200 0200 8001ff00 1d564200"
    assert b"".join(escpos.encode_slip(raster)) == bytes.fromhex(expected)


def test_no_band_is_taller_than_256_rows_and_none_is_lost() -> None:
    raster = Raster(8, 600, bytes(i % 251 for i in range(600)))
    first, second, third, cut = escpos.encode_slip(raster)
    assert first.startswith(b"\x1b@\x1dv0\x00\x01\x00\x00\x01")
    assert second.startswith(b"\x1dv0\x00\x01\x00\x00\x01")
    assert third.startswith(b"\x1dv0\x00\x01\x00\x58\x00")
    assert cut == b"\x1dVB\x00"
    assert first[10:] + second[8:] + third[8:] == raster.data


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((0x12, 0x12, 0x12), PrinterStatus(True, Paper.ADEQUATE)),
        ((0x12, 0x12, 0x1E), PrinterStatus(True, Paper.LOW)),
        # The triple that Epson's page gives for a roll that has ended.
        ((0x1A, 0x32, 0x7E), PrinterStatus(True, Paper.OUT, offline=True)),
        ((0x1A, 0x16, 0x12), PrinterStatus(True, Paper.ADEQUATE, cover_open=True, offline=True)),
        ((0x1A, 0x52, 0x12), PrinterStatus(True, Paper.ADEQUATE, offline=True, fault=True)),
        ((0x1A, None, None), PrinterStatus(True, Paper.UNKNOWN, offline=True)),
        ((0x12, 0x32, None), PrinterStatus(True, Paper.OUT)),
        ((None, None, None), PrinterStatus()),
        # Wrong fixed bits: a late byte of something else says nothing.
        ((0x00, 0xFF, 0x0F), PrinterStatus()),
        ((0x12, 0x00, 0x92), PrinterStatus(True, Paper.UNKNOWN)),
    ],
)
def test_status_bytes_mean(
    answers: tuple[int | None, int | None, int | None], expected: PrinterStatus
) -> None:
    assert escpos.decode_status(*answers) == expected


@pytest.mark.parametrize(
    ("status", "ready"),
    [
        (PrinterStatus(), False),
        (PrinterStatus(True, Paper.ADEQUATE), True),
        (PrinterStatus(True, Paper.LOW), True),
        (PrinterStatus(True, Paper.UNKNOWN), True),
        (PrinterStatus(True, Paper.OUT), False),
        (PrinterStatus(True, cover_open=True), False),
        (PrinterStatus(True, offline=True), False),
        (PrinterStatus(True, fault=True), False),
    ],
)
def test_only_a_printer_that_says_so_is_ready(status: PrinterStatus, ready: bool) -> None:
    assert status.ready is ready


@pytest.mark.parametrize(
    ("answer", "paper"),
    [(0x00, Paper.ADEQUATE), (0x03, Paper.ADEQUATE), (0x0F, Paper.OUT), (0x12, Paper.UNKNOWN)],
)
def test_the_answer_in_turn_means(answer: int, paper: Paper) -> None:
    assert escpos.decode_turn(answer) is paper


def test_no_byte_answers_both_kinds_of_question() -> None:
    assert not [b for b in range(256) if escpos.is_live_answer(b) and escpos.is_turn_answer(b)]


@pytest.mark.parametrize(("width", "rows", "size"), [(12, 1, 2), (8, 2, 1), (0, 1, 0), (8, -1, 0)])
def test_a_raster_that_does_not_add_up_is_refused(width: int, rows: int, size: int) -> None:
    with pytest.raises(ValueError, match=str(width)):
        Raster(width, rows, bytes(size))


def test_bands_of_different_widths_are_no_picture() -> None:
    with pytest.raises(ValueError, match="different widths"):
        stacked([Raster(8, 1, b"a"), Raster(16, 1, b"ab")])
