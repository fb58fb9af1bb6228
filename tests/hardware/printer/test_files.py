"""Printers as files, and Windows' printers below python-escpos."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hardware.errors import DeviceUnreachable, PaperOut
from hardware.printer import escpos, files
from hardware.printer.address import open_printer
from hardware.printer.driver import EscPosPrinter
from hardware.printer.files import WindowsLink
from hardware.printer.ports import Printed, PrinterStatus
from hardware.printer.raster import Raster


def test_a_plain_file_takes_the_slips_and_vouches_for_nothing(tmp_path: Path, picture: Raster) -> None:
    (tmp_path / "slips").touch()
    printer = open_printer(f"file://{tmp_path}/slips")
    assert printer.status() == PrinterStatus()
    assert [printer.print_slip(picture) for _ in range(2)] == [Printed.UNCONFIRMED] * 2
    assert (tmp_path / "slips").read_bytes() == b"".join(escpos.encode_slip(picture)) * 2


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, picture: Raster) -> None:
    with pytest.raises(DeviceUnreachable, match="No such file") as caught:
        open_printer(f"file://{tmp_path}/lp0").print_slip(picture)
    assert not caught.value.maybe_done
    assert not (tmp_path / "lp0").exists()


def test_a_device_without_room_is_one_without_paper(picture: Raster) -> None:
    with pytest.raises(PaperOut) as caught:
        open_printer("file:///dev/full").print_slip(picture)
    assert not caught.value.maybe_done


def test_a_full_disk_is_said(tmp_path: Path, picture: Raster, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slips").touch()

    def full(_file: int, _data: object) -> int:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DeviceUnreachable, match="the disk is full") as caught:
        open_printer(f"file://{tmp_path}/slips").print_slip(picture)
    assert caught.value.maybe_done


def test_a_folder_is_no_printer(tmp_path: Path, picture: Raster) -> None:
    with pytest.raises(DeviceUnreachable):
        open_printer(f"file://{tmp_path}").print_slip(picture)


class Spooler:
    """What pywin32 gives: the calls of Windows' spooler, as far as python-escpos uses them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.data = b""

    def Win32Raw(self, printer_name: str) -> SimpleNamespace:  # python-escpos' name
        return SimpleNamespace(
            printers={"Front desk": {}},
            open=lambda job_name: self.said.append(f"{printer_name}: {job_name}"),
            close=lambda: self.said.append("end"),
            _raw=self._raw,
        )

    def _raw(self, data: bytes) -> None:
        self.data += data


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Spooler:
    made = Spooler()
    monkeypatch.setattr(files, "escpos_printer", lambda name: getattr(made, name))
    return made


def test_a_windows_printer_gets_one_raw_job_a_slip_and_none_for_a_look(
    spooler: Spooler, picture: Raster
) -> None:
    printer = EscPosPrinter("winraw://Front%20desk", lambda: WindowsLink("Front desk"))
    assert printer.status() == PrinterStatus()
    assert spooler.said == []
    assert printer.print_slip(picture) is Printed.UNCONFIRMED
    assert spooler.said == ["Front desk: Hallcall", "end"]
    assert spooler.data == b"".join(escpos.encode_slip(picture))


@pytest.mark.usefixtures("spooler")
def test_a_printer_that_windows_does_not_know_is_unreachable(picture: Raster) -> None:
    printer = EscPosPrinter("winraw://other", lambda: WindowsLink("other"))
    with pytest.raises(DeviceUnreachable, match="knows no printer 'other'"):
        printer.print_slip(picture)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a printer's address")
def test_a_windows_printer_is_refused_elsewhere() -> None:
    with pytest.raises(ValueError, match="for Windows only"):
        open_printer("winraw://Front%20desk")
