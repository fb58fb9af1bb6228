from __future__ import annotations

import pytest

from hardware.errors import CoverOpen, CutterJam, DeviceError, DeviceUnreachable, PaperOut
from hardware.printer import escpos
from hardware.printer.address import open_printer
from hardware.printer.ports import Paper, Printed, Printer, PrinterStatus
from hardware.printer.raster import Raster
from hardware.printer.simulator import SimulatedPort, SimulatedPrinter, SimulatedSerialPrinter

READY = PrinterStatus(answered=True, paper=Paper.ADEQUATE, cutter=False, unrecoverable=False)


def refused(printer: Printer, picture: Raster) -> DeviceError:
    with pytest.raises(DeviceError) as caught:
        printer.print_slip(picture)
    assert caught.value.device == printer.url
    return caught.value


def test_the_printer_gets_exactly_the_slips_bytes(port: SimulatedPort, picture: Raster) -> None:
    assert open_printer(port.url).print_slip(picture) is Printed.CONFIRMED
    assert port.wait_for_slip() == picture
    assert port.printer.slips == [b"".join(escpos.encode_slip(picture))]


def test_slips_come_out_one_after_the_other(port: SimulatedPort, picture: Raster) -> None:
    printer = open_printer(port.url)
    assert printer.status() == READY
    assert [printer.print_slip(picture) for _ in range(3)] == [Printed.CONFIRMED] * 3
    assert port.wait_for_slip(3) == picture


@pytest.mark.parametrize(
    ("fault", "value", "error", "key"),
    [
        ("slips_left", 0, PaperOut, "printer.paper_out"),
        ("cover_open", True, CoverOpen, "printer.cover_open"),
        ("jammed", True, CutterJam, "printer.cutter"),
    ],
)
def test_a_printer_that_cannot_print_gets_nothing_and_prints_once_mended(
    port: SimulatedPort, picture: Raster, fault: str, value: object, error: type[DeviceError], key: str
) -> None:
    printer = open_printer(port.url)
    healthy = getattr(port.printer, fault)
    setattr(port.printer, fault, value)
    failure = refused(printer, picture)
    assert (type(failure), failure.key, failure.maybe_done) == (error, key, False)
    setattr(port.printer, fault, healthy)
    assert printer.print_slip(picture) is Printed.CONFIRMED
    assert len(port.printer.slips) == 1
    assert port.printer.torn_rows == 0


@pytest.mark.parametrize("rows", [100, 300, 512, 899], ids=lambda rows: f"after {rows} rows")
def test_a_roll_that_ends_inside_the_slip_is_said_with_a_part_out(
    port: SimulatedPort, picture: Raster, rows: int, impatient: None
) -> None:
    port.printer.rows_left = rows
    failure = refused(open_printer(port.url), picture)
    assert isinstance(failure, PaperOut)
    assert failure.maybe_done
    assert port.printer.slips == []


def test_a_roll_that_ends_with_a_slip_leaves_that_slip_in_doubt_and_takes_no_other(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    printer = open_printer(port.url)
    port.printer.slips_left = 2
    assert printer.print_slip(picture) is Printed.CONFIRMED
    second, third = refused(printer, picture), refused(printer, picture)
    assert isinstance(second, PaperOut)
    assert isinstance(third, PaperOut)
    assert (second.maybe_done, third.maybe_done) == (True, False)
    assert len(port.printer.slips) == 2


def test_a_low_roll_still_prints_and_is_told(port: SimulatedPort, picture: Raster) -> None:
    printer = open_printer(port.url)
    port.printer.paper_low = True
    assert printer.print_slip(picture) is Printed.CONFIRMED
    assert printer.status().paper is Paper.LOW


def test_a_printer_that_never_answers_is_printed_to_but_not_vouched_for(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    port.printer.silent = True
    printer = open_printer(port.url)
    assert printer.status() == PrinterStatus()
    assert printer.print_slip(picture) is Printed.UNCONFIRMED
    assert port.wait_for_slip() == picture


def test_a_printer_that_finds_its_voice_is_believed_again(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    port.printer.silent = True
    printer = open_printer(port.url)
    assert printer.print_slip(picture) is Printed.UNCONFIRMED
    port.printer.silent = False
    assert printer.print_slip(picture) is Printed.CONFIRMED
    port.printer.cover_open = True
    assert isinstance(refused(printer, picture), CoverOpen)


def test_a_printer_that_fell_silent_gets_no_slip(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    printer = open_printer(port.url)
    printer.print_slip(picture)
    port.printer.silent = True
    failure = refused(printer, picture)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    assert len(port.printer.slips) == 1


def test_a_printer_without_answers_in_turn_is_not_vouched_for(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    port.printer.answers_in_turn = False
    printer = open_printer(port.url)
    assert printer.print_slip(picture) is Printed.UNCONFIRMED
    assert port.wait_for_slip() == picture
    port.printer.rows_left = 899
    failure = refused(printer, picture)
    assert isinstance(failure, PaperOut)
    assert failure.maybe_done


def test_a_printer_that_takes_nothing_is_given_up_with_a_part_out(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    printer = open_printer(port.url)
    port.printer.silent = True
    printer.status()
    port.stalled = True
    failure = refused(printer, picture)
    assert isinstance(failure, DeviceUnreachable)
    assert failure.maybe_done
    port.stalled = False
    assert printer.print_slip(picture) is Printed.UNCONFIRMED
    assert port.wait_for_slip() == picture


@pytest.mark.logs("printer not there yet")
def test_an_unplugged_printer_is_unreachable_and_works_again_when_back(
    port: SimulatedPort, picture: Raster
) -> None:
    printer = open_printer(port.url)
    printer.print_slip(picture)
    port.plugged = False
    failure = refused(printer, picture)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    with pytest.raises(DeviceUnreachable):
        printer.status()
    port.plugged = True
    assert printer.print_slip(picture) is Printed.CONFIRMED
    assert len(port.printer.slips) == 2


@pytest.mark.parametrize("bytes_taken", [200, 30_000, 60_000])
def test_a_printer_that_hangs_up_inside_the_slip_is_said_with_a_part_out(
    network: SimulatedPrinter, picture: Raster, bytes_taken: int, impatient: None
) -> None:
    printer = open_printer(network.url)
    printer.status()
    network.hangs_up_after = bytes_taken
    failure = refused(printer, picture)
    assert isinstance(failure, DeviceUnreachable)
    assert failure.maybe_done
    network.hangs_up_after = None
    assert printer.print_slip(picture) is Printed.CONFIRMED
    assert network.wait_for_slip() == picture


def test_a_serial_cable_pulled_inside_the_slip_is_said_with_a_part_out(
    serial_port: SimulatedSerialPrinter, picture: Raster, impatient: None
) -> None:
    printer = open_printer(serial_port.url)
    printer.status()
    serial_port.hangs_up_after = 30_000
    failure = refused(printer, picture)
    assert isinstance(failure, DeviceUnreachable)
    assert failure.maybe_done
    assert not serial_port.plugged
    serial_port.hangs_up_after = None
    serial_port.plugged = True
    assert printer.print_slip(picture) is Printed.CONFIRMED
    assert serial_port.wait_for_slip() == picture


def test_a_picture_left_unfinished_by_a_dead_kiosk_does_not_spoil_the_next_slip(
    port: SimulatedPort, picture: Raster, impatient: None
) -> None:
    port.printer.feed(escpos.encode_slip(picture)[0][:5000])
    assert open_printer(port.url).print_slip(picture) is Printed.CONFIRMED
    assert port.wait_for_slip() == picture
    assert port.printer.slips == [b"".join(escpos.encode_slip(picture))]


def test_a_late_answer_is_not_taken_for_the_next_question(network: SimulatedPrinter) -> None:
    printer = open_printer(network.url)
    printer.status()
    # An answer of another kind comes first on each question, as from a printer with automatic status on.
    feed = network.printer.feed
    network.printer.feed = lambda data: b"\x10\x00\x00\x0f" + feed(data)  # type: ignore[method-assign]
    assert printer.status() == READY


def test_a_missing_port_is_unreachable(picture: Raster) -> None:
    failure = refused(open_printer("serial:///dev/no-such-port"), picture)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    assert "no-such-port" in failure.detail


def test_a_simulated_printer_says_when_no_slip_came(network: SimulatedPrinter) -> None:
    with pytest.raises(TimeoutError, match="0 slips"):
        network.wait_for_slip(timeout_s=0.01)
