"""``hallcall caller``: the clerk's console."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.device_options import add_devices
from hallcall.exits import WRONG_USE
from hallcall.options import add_core, add_fonts, add_token, one_window

if TYPE_CHECKING:
    from hardware.devices import Entry

PRINTER_NAME = "list printer"
"""What a printer is called that the command line alone names."""

SESSION_AFTER_MS = 500
"""So long after its start the console looks whether the PC's session is locked."""

log = logging.getLogger(__name__)


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``caller`` with the command line."""
    parser = subparsers.add_parser("caller", help="the clerk's console: sign in at a window and call")
    add_core(parser)
    parser.add_argument("--window", metavar="N", type=one_window, help="the window; else the last one used")
    parser.add_argument("--compact", action="store_true", help="come up as a bar (F2 changes it)")
    parser.add_argument(
        "--settings", metavar="FILE", type=Path, help="settings file; default: the user's own"
    )
    add_fonts(parser)
    add_devices(
        parser,
        required=False,
        use="its keypads, vendor_keypads and number_pads are this console's, and its first printer prints"
        " told-once lists",
    )
    parser.add_argument(
        "--printer", metavar="URL", help="prints told-once lists, e.g. tcp://10.0.0.9:9100; instead of FILE's"
    )
    parser.add_argument(
        "--paper", choices=("80", "58"), default="80", help="width of that printer's paper in mm (80)"
    )
    add_token(parser, "screen")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the console until it is closed."""
    from core.qt.memory import hold_little
    from core.qt.sources import read_no_sources

    hold_little()
    read_no_sources()
    # Qt is loaded here only, so that commands without a screen start without it.
    from PySide6.QtCore import QTimer

    from caller.app import LANGUAGES, caller_for
    from caller.hotkeys.choice import take_hot_keys
    from caller.session.choice import guard_session
    from caller.settings import CallerSettings
    from caller.tray import Tray
    from core.client.link import CoreLink
    from core.client.plain import leave_tls_out
    from core.qt.app import make_app, run_app
    from core.qt.fonts import missing_font_line, prepare_fonts

    entries = _entries(args)
    if entries is None:
        return WRONG_USE
    app = make_app("hallcall-caller", widgets=True)
    leave_tls_out(args.core)
    missing = prepare_fonts(LANGUAGES, args.fonts)
    if missing:
        log.warning("%s", missing_font_line(missing))
    settings = CallerSettings(_settings_store(args.settings))
    public = CoreLink(args.core, args.token) if entries and args.token else None
    devices = None
    if entries:
        from hallcall.caller_devices import CallerDevices

        devices = CallerDevices(entries, args.machine, window=args.window or settings.window, public=public)
    caller = caller_for(
        args.core,
        settings=settings,
        window=args.window,
        strip=args.compact,
        missing_fonts=missing,
        pads=devices.desk if devices else None,
        printer=devices.printer if devices else None,
    )
    if devices is not None:
        devices.start()
    if public is not None:
        public.start()
    Tray(caller.window).start()
    caller.show()
    window = args.window or settings.window or "?"
    # Said from inside the loop: from then on it also ends as it should when it is told to.
    QTimer.singleShot(0, app, lambda: log.info("caller of window %s, core at %s", window, args.core))
    QTimer.singleShot(0, app, lambda: take_hot_keys(caller.window, settings.global_keys()))
    # Not in the way of the first picture: it loads Qt's D-Bus.
    QTimer.singleShot(SESSION_AFTER_MS, app, lambda: guard_session(caller))
    code = run_app(app)
    caller.stop()
    if devices is not None:
        devices.stop()
    if public is not None:
        public.stop()
    return code


def _entries(args: argparse.Namespace) -> tuple[Entry, ...] | None:
    """Return the machine's devices, ``None`` where the command line or the file is wrong, which is said."""
    entries: tuple[Entry, ...] = ()
    if args.devices is not None:
        from hallcall.device_file import loaded

        found = loaded(args.devices)
        if found is None:
            return None
        entries = found
    if args.printer is None:
        return entries
    from hardware.devices import PAPERS_MM, PrinterEntry
    from hardware.printer.address import open_printer

    try:
        open_printer(args.printer)
    except ValueError as error:
        print(error, file=sys.stderr)
        return None
    # The first one prints.
    return (PrinterEntry(PRINTER_NAME, args.printer, PAPERS_MM[int(args.paper)]), *entries)


def _settings_store(file: Path | None) -> Any:
    from PySide6.QtCore import QSettings

    ini = QSettings.Format.IniFormat
    if file is not None:
        return QSettings(str(file), ini)
    return QSettings(ini, QSettings.Scope.UserScope, "Hallcall", "caller")
