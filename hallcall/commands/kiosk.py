"""``hallcall kiosk``: the touch screen where visitors take a number."""

from __future__ import annotations

import argparse
import logging
import socket
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import WRONG_USE
from hallcall.options import add_core, add_fonts, add_full_screen, add_keep, add_token, size
from hallcall.voice_options import add_packs, mouth_for

if TYPE_CHECKING:
    from hardware.devices import Entry

log = logging.getLogger(__name__)

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
_DOTS = {"80": 576, "58": 384}


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``kiosk`` with the command line."""
    parser = subparsers.add_parser("kiosk", help="the touch screen where visitors take a number")
    add_core(parser)
    add_token(parser, "kiosk")
    _add_printer(parser.add_mutually_exclusive_group(required=True))
    parser.add_argument(
        "--paper",
        choices=sorted(_DOTS),
        default="80",
        help="paper width in mm (default: 80); a device file says it itself",
    )
    _add_size(parser.add_mutually_exclusive_group())
    add_full_screen(parser)
    add_keep(parser)
    parser.add_argument(
        "--name",
        default=socket.gethostname(),
        help="name of this kiosk, in the list of devices and small on every slip (default: the machine's)",
    )
    parser.add_argument(
        "--site",
        metavar="URL",
        help="what the address in a slip's code begins with, as visitors reach it (default: as --core)",
    )
    parser.add_argument(
        "--data",
        metavar="DIR",
        type=Path,
        help="where this kiosk keeps the numbers that it may give while the core is away (default: the"
        " system's folder for programs' data); two kiosks on one machine need one each",
    )
    add_fonts(parser)
    parser.add_argument(
        "--voice",
        action="store_true",
        help="read the pages aloud to who asks, on the device file's first loudspeaker or the usual one",
    )
    add_packs(parser)
    parser.set_defaults(run=run)


def _add_printer(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument(
        "--printer",
        metavar="URL",
        help="tcp://10.0.0.9:9100, serial:///dev/ttyUSB0?baud=115200 or usb://04b8:0202",
    )
    group.add_argument(
        "--devices",
        metavar="FILE",
        type=Path,
        help="this machine's device file: its first printer prints the slips, its card readers and scanners"
        " and number pads"
        " are watched",
    )
    group.add_argument("--simulate", action="store_true", help="a simulated printer takes the slips")


def _add_size(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument(
        "--portrait",
        dest="size",
        action="store_const",
        const=PORTRAIT,
        help="a window of 1080x1920 (default)",
    )
    group.add_argument(
        "--landscape", dest="size", action="store_const", const=LANDSCAPE, help="a window of 1920x1080"
    )
    group.add_argument("--size", dest="size", metavar="WxH", type=size, help="a window of that size")


def run(args: argparse.Namespace) -> int:
    """Show the kiosk until it is closed."""
    from core.qt.memory import hold_little
    from core.qt.sources import read_no_sources

    hold_little()
    read_no_sources()
    with ExitStack() as stack:
        try:
            entries = _entries(args, stack)
        except OSError as error:
            print(f"{args.devices}: {error.strerror}", file=sys.stderr)
            return WRONG_USE
        except ValueError as error:
            print(error, file=sys.stderr)
            return WRONG_USE
        return _show(args, entries, stack)


def _entries(args: argparse.Namespace, stack: ExitStack) -> tuple[Entry, ...]:
    """Return the machine's devices.

    Raises:
        ValueError: An address or the device file is wrong.
        OSError: The device file cannot be read.
    """
    from hardware.devices import PrinterEntry, load_devices
    from hardware.printer.address import open_printer

    if args.devices is not None:
        return load_devices(args.devices)
    url = args.printer
    if args.simulate:
        from hardware.printer.simulator import SimulatedPrinter

        url = stack.enter_context(SimulatedPrinter()).url
        log.info("a simulated printer takes the slips at %s", url)
    open_printer(url)
    # The only printer of this machine: guides ask for a copy by the machine's name.
    return (PrinterEntry(args.name, url, _DOTS[args.paper]),)


def _show(args: argparse.Namespace, entries: tuple[Entry, ...], stack: ExitStack) -> int:
    # Qt is loaded here only, so that commands without a screen start without it.
    from PySide6.QtCore import QSize

    from core.client.http import CoreHttp
    from core.client.link import CoreLink
    from core.client.plain import leave_tls_out
    from core.qt.app import make_app, run_app
    from kiosk.app import RESTART_CODE, KioskApp
    from kiosk.offline.offline import state_folder

    app = make_app("hallcall-kiosk", widgets=False)
    leave_tls_out(args.core)
    link = CoreLink(args.core, args.token)
    mouth = mouth_for(args.voices, entries, stack) if args.voice else None
    kiosk = KioskApp(
        link,
        entries,
        size=QSize(*(args.size or PORTRAIT)),
        full_screen=args.full_screen,
        machine=args.name,
        site=args.site or args.core,
        fonts=args.fonts,
        folder=args.data or state_folder(),
        mouth=mouth,
        guide_line=lambda token: CoreHttp(args.core, token),
    )
    kiosk.restart.connect(lambda: app.exit(RESTART_CODE))
    link.start()
    kiosk.show()
    code = run_app(app)
    link.stop()
    kiosk.close()
    return code
