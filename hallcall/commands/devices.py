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
    from hardware.printer.driver import EscPosPrinter
    from hardware.printer.raster import Raster

_KINDS = {
    "PrinterEntry": "printer",
    "ReaderEntry": "card reader",
    "SignsEntry": "signs",
    "ModemEntry": "modem",
    "GatewayEntry": "sms gateway",
    "LoudspeakerEntry": "loudspeaker",
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
    print_test.add_argument(
        "--text",
        action="store_true",
        help="print in the printer's own characters, as on a serial line that is too slow for pictures",
    )
    print_test.set_defaults(run=print_test_slip)
    find = acts.add_parser("find-signs", help="say which window signs answer on a line, and at which speed")
    find.add_argument("url", metavar="URL", help="serial:///dev/ttyUSB0, serial:COM3 or tcp://10.0.0.9:5005")
    find.add_argument(
        "--most", metavar="N", type=int, default=32, help="ask the addresses 1 to N (default: 32)"
    )
    find.set_defaults(run=find_the_signs)
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
    from hallcall.device_file import loaded

    return loaded(arguments.devices)


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


def find_the_signs(arguments: argparse.Namespace) -> int:
    """Ask every address of a line whether a sign has it, and return the exit code."""
    from hardware.led.find import find_signs

    try:
        found = find_signs(arguments.url, range(1, arguments.most + 1))
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except DeviceError as error:
        print(f"{error.key}: {error}", file=sys.stderr)
        return FAILED
    for sign in found:
        trouble = sign.outcome.trouble
        how = "answers" if trouble is None else f"answers, but is {trouble.value}"
        print(f"address {sign.address}: {how}   {{ address = {sign.address}, window = ... }}   {sign.url}")
    if not found:
        print(
            "no sign answers: is it switched on, are A and B the right way round, does another program talk"
        )
        print("to it, and is its address not above the last one asked (--most)?")
    return DONE if found else FAILED


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
    from hardware.printer.address import open_printer
    from hardware.printer.simulator import SimulatedPrinter

    width, text = _WIDTHS[arguments.paper], arguments.text or None
    try:
        if arguments.printer is not None:
            return _print_on(open_printer(arguments.printer), width, text, arguments.out)
        with SimulatedPrinter() as simulated:
            printer = open_printer(simulated.url)
            return _print_on(printer, width, text, arguments.out or Path(), "simulated printer")
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


def _print_on(
    printer: EscPosPrinter, width: int, text: bool | None, folder: Path | None, where: str = ""
) -> int:
    """Print the test slip, picture or text as the line is, and say how it ended."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from hardware.slip.chosen import chosen
    from hardware.slip.painter import missing_glyphs
    from hardware.slip.rendered import rendered
    from hardware.slip.sample import sample

    application = QGuiApplication.instance() or QGuiApplication([])
    slip = sample(datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S"))
    for line in missing_glyphs(slip):
        print(f"no font here can draw: {line}", file=sys.stderr)
    chunks = chosen(slip, width, printer.bytes_per_s, text=text)
    sent = b"".join(chunks)
    raster = rendered(sent, width)
    if folder is not None:
        _write(raster, sent, folder)
    code = _say(printer.print_chunks(chunks), where or printer.url, raster)
    del application
    return code


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
