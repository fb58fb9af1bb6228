from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from hallcall.commands import devices
from hardware.printer import escpos
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import to_raster

pytestmark = pytest.mark.usefixtures("qapp")


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    devices.add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(["devices", "print-test", *words])
    code: int = arguments.run(arguments)
    return code


@pytest.mark.parametrize(("paper", "width"), [("80", 576), ("58", 384)])
def test_without_a_printer_the_slip_is_a_picture_and_its_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], paper: str, width: int, qapp: QGuiApplication
) -> None:
    assert run("--out", str(tmp_path), "--paper", paper) == 0
    picture = QImage(str(tmp_path / "test-slip.png")).convertToFormat(QImage.Format.Format_Grayscale8)
    assert picture.width() == width
    assert (tmp_path / "test-slip.bin").read_bytes() == b"".join(escpos.encode_slip(to_raster(picture)))
    assert "printed and confirmed" in capsys.readouterr().out


def test_a_real_printer_gets_the_slip(
    network: SimulatedPrinter, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("--printer", network.url, "--out", str(tmp_path)) == 0
    network.wait_for_slip()
    assert (tmp_path / "test-slip.bin").read_bytes() == network.printer.slips[0]
    assert f"{network.url}: printed and confirmed" in capsys.readouterr().out


def test_a_printer_that_does_not_confirm_is_to_be_looked_at(
    network: SimulatedPrinter, capsys: pytest.CaptureFixture[str], impatient: None
) -> None:
    network.printer.silent = True
    assert run("--printer", network.url) == 0
    assert "please look at it" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"slips_left": 0}, ("printer.paper_out", "nothing was printed")),
        ({"rows_left": 400}, ("printer.paper_out", "a part of the slip may be out")),
        ({"cover_open": True}, ("printer.cover_open", "nothing was printed")),
    ],
)
def test_a_fault_is_said_and_the_command_fails(
    network: SimulatedPrinter,
    capsys: pytest.CaptureFixture[str],
    fault: dict[str, object],
    said: tuple[str, str],
    impatient: None,
) -> None:
    for name, value in fault.items():
        setattr(network.printer, name, value)
    assert run("--printer", network.url) == 1
    error = capsys.readouterr().err
    assert all(words in error for words in said)


def test_a_wrong_address_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--printer", "10.0.0.9") == 2
    assert "must begin with tcp://" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert run("--out", str(tmp_path / "file" / "below")) == 1
    assert "could not be written" in capsys.readouterr().err


def test_the_slip_may_be_printed_in_the_printers_own_characters(
    network: SimulatedPrinter, tmp_path: Path
) -> None:
    assert run("--printer", network.url, "--text", "--out", str(tmp_path)) == 0
    sent = (tmp_path / "test-slip.bin").read_bytes()
    assert "社会保障".encode("gbk") in sent
    assert network.wait_for_cut() == sent
    assert QImage(str(tmp_path / "test-slip.png")).width() == 576
