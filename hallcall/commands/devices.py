"""``hallcall devices``: try the hall's devices one by one."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hallcall.exits import DONE, FAILED, WRONG_USE
from hardware.errors import DeviceError
from hardware.printer.ports import Printed

if TYPE_CHECKING:
    from hardware.printer.raster import Raster

_WIDTHS = {"80": 576, "58": 384}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``devices`` to the command line."""
    devices = subparsers.add_parser("devices", help="try the hall's devices")
    acts = devices.add_subparsers(dest="act", required=True)
    print_test = acts.add_parser("print-test", help="print a test slip in Chinese, Tibetan and English")
    print_test.add_argument(
        "--printer",
        metavar="URL",
        help="tcp://10.0.0.9:9100, serial:///dev/ttyUSB0?baud=115200 or usb://04b8:0202;"
        " without it a simulated printer takes the slip",
    )
    print_test.add_argument("--paper", choices=sorted(_WIDTHS), default="80", help="paper width in mm")
    print_test.add_argument(
        "--out", type=Path, metavar="DIR", help="where test-slip.png and test-slip.bin go (simulated: here)"
    )
    print_test.set_defaults(run=print_test_slip)


def print_test_slip(arguments: argparse.Namespace) -> int:
    """Print the test slip and return the exit code."""
    raster = _test_slip(_WIDTHS[arguments.paper])
    try:
        if arguments.printer is None:
            return _print_simulated(raster, arguments.out or Path())
        return _print_real(raster, arguments.printer, arguments.out)
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        print(f"the pictures could not be written: {error}", file=sys.stderr)
        return FAILED
    except DeviceError as error:
        part = "a part of the slip may be out" if error.maybe_done else "nothing was printed"
        print(f"{error.key}: {error} ({part})", file=sys.stderr)
        return FAILED


def _test_slip(width: int) -> Raster:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from hardware.slip.painter import missing_glyphs, paint
    from hardware.slip.sample import sample

    application = QGuiApplication.instance() or QGuiApplication([])
    slip = sample(datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S"))
    for line in missing_glyphs(slip):
        print(f"no font here can draw: {line}", file=sys.stderr)
    raster = paint(slip, width)
    del application
    return raster


def _print_simulated(raster: Raster, folder: Path) -> int:
    from hardware.printer.address import open_printer
    from hardware.printer.simulator import SimulatedPrinter

    with SimulatedPrinter() as simulated:
        printed = open_printer(simulated.url).print_slip(raster)
        _write(simulated.wait_for_slip(), simulated.printer.slips[0], folder)
    return _say(printed, "simulated printer", raster)


def _print_real(raster: Raster, url: str, folder: Path | None) -> int:
    from hardware.printer.address import open_printer
    from hardware.printer.escpos import encode_slip

    printer = open_printer(url)
    if folder is not None:
        _write(raster, b"".join(encode_slip(raster)), folder)
    return _say(printer.print_slip(raster), url, raster)


def _write(raster: Raster, sent: bytes, folder: Path) -> None:
    from hardware.slip.picture import png

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("test-slip.png", png(raster)), ("test-slip.bin", sent)):
        (folder / name).write_bytes(content)
        print(folder / name)


def _say(printed: Printed, where: str, raster: Raster) -> int:
    size = f"{raster.width} x {raster.rows} dots, {raster.rows / 8:.0f} mm"
    if printed is Printed.CONFIRMED:
        print(f"{where}: printed and confirmed ({size})")
    else:
        print(f"{where}: sent; this printer does not confirm, please look at it ({size})")
    return DONE
