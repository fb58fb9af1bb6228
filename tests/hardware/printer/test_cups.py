"""Printers behind a queue of a real CUPS: what it says is passed on, and no slip is vouched for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.errors import CoverOpen, DeviceUnreachable, PaperOut, PrinterFault, PrinterOffline
from hardware.printer import cups, escpos
from hardware.printer.address import open_printer
from hardware.printer.cups import decode_queue
from hardware.printer.ports import Paper, Printed, PrinterStatus
from hardware.printer.raster import Raster
from hardware.printer.simulator import SimulatedPrinter
from tests.hardware.printer.cups_server import CupsServer, can_run, running_cups
from tests.support.waiting import wait_until

IDLE = "printer hall is idle.  enabled since Mon Nov 30 09:06:49 2026\n\tForm mounted:\n\tAlerts: {}\n"
STOPPED = "printer hall disabled since Mon Nov 30 09:06:50 2026 -\n\tPaused\n\tAlerts: paused\n"


@pytest.mark.parametrize(
    ("printer", "accepting", "expected"),
    [
        (IDLE.format("none"), "hall accepting requests since Mon", PrinterStatus()),
        (IDLE.format("media-empty-error"), "", PrinterStatus(True, Paper.OUT)),
        (IDLE.format("media-low-warning"), "", PrinterStatus(True, Paper.LOW)),
        (IDLE.format("cover-open"), "", PrinterStatus(True, cover_open=True)),
        (IDLE.format("offline-report media-needed"), "", PrinterStatus(True, Paper.OUT, offline=True)),
        (IDLE.format("media-jam-error, door-open"), "", PrinterStatus(True, cover_open=True, fault=True)),
        (STOPPED, "", PrinterStatus(True, offline=True)),
        (IDLE.format("none"), "hall not accepting requests since", PrinterStatus(True, offline=True)),
        ("", "", PrinterStatus()),
    ],
)
def test_what_a_queue_says_means(printer: str, accepting: str, expected: PrinterStatus) -> None:
    assert decode_queue(printer, accepting) == expected


def test_a_queue_that_reports_nothing_is_no_ready_printer() -> None:
    assert not decode_queue(IDLE.format("none")).ready


def test_without_cups_a_queue_is_unreachable(monkeypatch: pytest.MonkeyPatch, picture: Raster) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(DeviceUnreachable, match="not installed") as caught:
        open_printer("cups://hall").print_slip(picture)
    assert not caught.value.maybe_done


def test_a_cups_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture: Raster
) -> None:
    script = tmp_path / "lpstat"
    script.write_text("#!/bin/sh\nexec sleep 60\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(cups, "COMMAND_TIMEOUT_S", 0.2)
    with pytest.raises(DeviceUnreachable, match="timed out") as caught:
        open_printer("cups://hall").print_slip(picture)
    assert not caught.value.maybe_done


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[CupsServer]:
    if not can_run():
        pytest.skip("no CUPS that may be started here: it needs root, cups-daemon and cups-client")
    # A socket's path may be 107 bytes long: not below pytest's folder.
    with tempfile.TemporaryDirectory(prefix="cups") as folder:
        root = Path(folder)
        root.chmod(0o755)
        with running_cups(root) as running:
            monkeypatch.setenv("CUPS_SERVER", running.socket)
            yield running


@pytest.fixture
def queue(server: CupsServer, network: SimulatedPrinter) -> CupsServer:
    server.add_queue("hall", network.url.removeprefix("tcp://"))
    return server


@pytest.mark.usefixtures("queue")
def test_a_slip_goes_through_a_real_queue_to_the_byte_and_is_not_vouched_for(
    network: SimulatedPrinter, picture: Raster
) -> None:
    assert open_printer("cups://hall").print_slip(picture) is Printed.UNCONFIRMED
    assert network.wait_for_slip() == picture
    assert network.printer.slips == [b"".join(escpos.encode_slip(picture))]


@pytest.mark.parametrize(
    ("reasons", "failure"),
    [
        ("media-empty-error", PaperOut),
        ("cover-open-error", CoverOpen),
        ("offline-report", PrinterOffline),
        ("media-jam-error", PrinterFault),
    ],
)
def test_a_queue_that_says_what_is_wrong_gets_no_slip(
    queue: CupsServer, network: SimulatedPrinter, picture: Raster, reasons: str, failure: type[Exception]
) -> None:
    printer = open_printer("cups://hall")
    queue.report("hall", reasons)
    with pytest.raises(failure) as caught:
        printer.print_slip(picture)
    assert not caught.value.maybe_done  # type: ignore[attr-defined]
    queue.report("hall", "none")
    assert printer.print_slip(picture) is Printed.UNCONFIRMED
    network.wait_for_slip()
    assert len(network.printer.slips) == 1


def test_a_stopped_queue_gets_no_slip(queue: CupsServer, picture: Raster) -> None:
    queue.disable("hall")
    with pytest.raises(PrinterOffline) as caught:
        open_printer("cups://hall").print_slip(picture)
    assert not caught.value.maybe_done
    assert queue.waiting() == ""


@pytest.mark.usefixtures("server")
def test_a_queue_that_is_not_there_is_unreachable(picture: Raster) -> None:
    with pytest.raises(DeviceUnreachable) as caught:
        open_printer("cups://hall").print_slip(picture)
    assert not caught.value.maybe_done


def test_a_slip_that_the_queue_does_not_get_rid_of_is_cancelled_and_in_doubt(
    queue: CupsServer, network: SimulatedPrinter, picture: Raster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "HANDED_ON_S", 0.5)
    network.plugged = False
    with pytest.raises(DeviceUnreachable, match="cancelled") as caught:
        open_printer("cups://hall").print_slip(picture)
    assert caught.value.maybe_done
    wait_until(lambda: queue.waiting() == "")
    network.plugged = True
    assert network.printer.slips == []
