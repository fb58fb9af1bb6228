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
    from hardware.devices import Entry
    from hardware.printer.raster import Raster

_KINDS = {
    "PrinterEntry": "printer",
    "ReaderEntry": "card reader",
    "SignsEntry": "signs",
    "ModemEntry": "modem",
}
_WIDTHS = {"80": 576, "58": 384}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``devices`` to the command line."""
    devices = subparsers.add_parser("devices", help="try the hall's devices")
    acts = devices.add_subparsers(dest="act", required=True)
    print_test = acts.add_parser("print-test", help="print a test slip in Chinese, Tibetan and English")
    print_test.add_argument(
        "--printer",
        metavar="URL",
        help="tcp://10.0.0.9:9100, serial:///dev/ttyUSB0?baud=115200, usb://04b8:0202, file:///dev/usb/lp0"
        " or cups://QUEUE (docs/printers.md);"
        " without it a simulated printer takes the slip",
    )
    print_test.add_argument("--paper", choices=sorted(_WIDTHS), default="80", help="paper width in mm")
    print_test.add_argument(
        "--out", type=Path, metavar="DIR", help="where test-slip.png and test-slip.bin go (simulated: here)"
    )
    print_test.set_defaults(run=print_test_slip)
    for name, does, run in (
        ("list", "name what a device file names, once it has no mistake", list_devices),
        ("check", "connect to each device and say how it is and what to do", check_devices),
        ("sign-test", "have every window sign show its window's number", test_signs),
        ("read-card", "wait for an identity card and say what the hall would know of it", read_card),
    ):
        act = acts.add_parser(name, help=does)
        act.add_argument(
            "--devices", type=Path, metavar="FILE", required=True, help="this machine's device file"
        )
        act.set_defaults(run=run)
        if name == "read-card":
            act.add_argument(
                "--wait", type=float, default=30.0, metavar="S", help="seconds to wait for a card"
            )


def _loaded(arguments: argparse.Namespace) -> tuple[Entry, ...] | None:
    """Return the devices of the file, ``None`` once its mistakes are said."""
    from hardware.devices import DevicesWrong, load_devices

    try:
        return load_devices(arguments.devices)
    except DevicesWrong as error:
        print(error, file=sys.stderr)
        count = len(error.mistakes)
        print(f"{count} mistake{'s' if count > 1 else ''}; nothing was opened", file=sys.stderr)
    except OSError as error:
        print(f"{arguments.devices}: {error.strerror}", file=sys.stderr)
    return None


def list_devices(arguments: argparse.Namespace) -> int:
    """Name the devices of a file and return the exit code."""
    from hardware.devices import SignsEntry

    entries = _loaded(arguments)
    if entries is None:
        return WRONG_USE
    for entry in entries:
        more = ""
        if isinstance(entry, SignsEntry):
            windows = ", ".join(str(each.window) for each in entry.bus.signs)
            more = f"  windows {windows}"
        kind = getattr(entry, "kind", None) or _KINDS[type(entry).__name__]
        print(f"{kind}  {entry.name}  {entry.url}{more}")
    return DONE


def check_devices(arguments: argparse.Namespace) -> int:
    """Look at every device, all at a time, and return the exit code."""
    from concurrent.futures import ThreadPoolExecutor

    from hardware.checkup import look_at

    entries = _loaded(arguments)
    if entries is None:
        return WRONG_USE
    if not entries:
        print("the file names no device")
        return DONE
    with ThreadPoolExecutor(len(entries)) as threads:
        found = list(threads.map(look_at, entries))
    for entry, finding in zip(entries, found, strict=True):
        print(f"{'ok ' if finding.good else 'BAD'}  {entry.name} ({entry.url}): {finding.said}")
        if finding.remedy:
            print(f"     -> {finding.remedy}")
    bad = sum(not each.good for each in found)
    print(f"{len(found) - bad} of {len(found)} can be used")
    return FAILED if bad else DONE


def test_signs(arguments: argparse.Namespace) -> int:
    """Have every sign show its window's number, and return the exit code."""
    from hardware.checkup import show_on_all, wrong
    from hardware.devices import SignsEntry
    from hardware.led.look import Content
    from hardware.worker import State

    entries = _loaded(arguments)
    if entries is None:
        return WRONG_USE
    good = True
    for entry in [each for each in entries if isinstance(each, SignsEntry)]:
        wanted = {each.sign.address: Content(f"{each.window}号窗口") for each in entry.bus.signs}
        try:
            health = show_on_all(entry.bus.open(), wanted)
        except DeviceError as error:
            finding = wrong(error.key, error.detail)
        else:
            finding = wrong(health.key, health.detail)
            if health.state is State.READY:
                print(f"{entry.name}: every sign has taken its window's number; walk along and read them")
                continue
        good = False
        print(f"{entry.name}: {finding.said}\n     -> {finding.remedy}", file=sys.stderr)
    return DONE if good else FAILED


def read_card(arguments: argparse.Namespace) -> int:
    """Wait for a card and say what of it leaves the reader; return the exit code."""
    import queue

    from hardware.checkup import key_of_this_moment, wrong
    from hardware.devices import ReaderEntry
    from hardware.idcard.card import SeenCard
    from hardware.idcard.driver import watch_reader

    entries = _loaded(arguments)
    if entries is None:
        return WRONG_USE
    readers = [each for each in entries if isinstance(each, ReaderEntry)]
    if not readers:
        print("the file names no card reader: [[card_readers]] with name and url", file=sys.stderr)
        return WRONG_USE
    told: queue.SimpleQueue[SeenCard | DeviceError] = queue.SimpleQueue()
    key = key_of_this_moment()
    workers = [watch_reader(each.url, lambda: key, told.put) for each in readers]
    for worker in workers:
        worker.start()
    print("lay a card on the reader", flush=True)
    try:
        seen = told.get(timeout=arguments.wait)
    except queue.Empty:
        for entry, worker in zip(readers, workers, strict=True):
            health = worker.health
            finding = wrong(health.key or "no card came", health.detail)
            print(f"{entry.name}: {finding.said}", file=sys.stderr)
            if finding.remedy:
                print(f"     -> {finding.remedy}", file=sys.stderr)
        return FAILED
    finally:
        for worker in workers:
            worker.stop()
    if isinstance(seen, DeviceError):
        print(f"{seen.key}: {seen.detail}", file=sys.stderr)
        return FAILED
    print(
        f"{seen.kind.value} card, {seen.age} years, {seen.name}; a keyed hash of the number is all else that"
    )
    print("leaves the reader, and the key of this one is forgotten already")
    return DONE


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
