"""``hallcall signs``: the LED signs above the windows."""

from __future__ import annotations

import argparse
import os
import sys

from hallcall.device_options import add_devices
from hallcall.exits import WRONG_USE
from hallcall.options import add_core, add_token


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``signs`` with the command line."""
    parser = subparsers.add_parser("signs", help="have each window's LED sign show what the window does")
    add_core(parser)
    add_token(parser, "screen")
    add_devices(parser, required=True, use="its signs are served")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve the signs until told to end."""
    # Nothing is shown here, so it also runs where there is no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from core.client.devices import DeviceReports
    from core.client.link import CoreLink
    from core.qt.app import make_app, run_app
    from hallcall.agents.signs import SignsAtWork
    from hallcall.device_file import loaded, teller
    from hardware.devices import SignsEntry

    entries = loaded(args.devices)
    if entries is None:
        return WRONG_USE
    buses = [each.bus for each in entries if isinstance(each, SignsEntry)]
    if not buses:
        print(f"{args.devices}: it names no signs", file=sys.stderr)
        return WRONG_USE
    app = make_app("hallcall-signs", widgets=False)
    link = CoreLink(args.core, args.token)
    reports = DeviceReports(link, args.machine)
    signs = SignsAtWork(link, buses, teller(reports, "signs"))
    signs.start()
    link.start()
    code = run_app(app)
    signs.stop()
    reports.close()
    link.stop()
    return code
