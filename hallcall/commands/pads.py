"""``hallcall pads``: the keypads of windows without a console, and the raters of any window."""

from __future__ import annotations

import argparse
import os
import sys

from hallcall.device_options import add_devices
from hallcall.exits import WRONG_USE
from hallcall.options import add_core, add_token


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``pads`` with the command line."""
    parser = subparsers.add_parser(
        "pads", help="serve the keypads of windows that have no console, and the raters"
    )
    add_core(parser)
    add_token(parser, "screen")
    add_devices(parser, required=True, use="its keypads, vendor_keypads and number_pads are served")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve the pads until told to end."""
    # Nothing is shown, so it also runs where there is no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from caller.pads import PadRoom
    from core.client.devices import DeviceReports
    from core.client.http import CoreHttp
    from core.client.link import CoreLink
    from core.qt.app import make_app, run_app
    from hallcall.agents.pads import WindowPads
    from hallcall.device_file import loaded, teller
    from hardware.devices import KeysEntry

    entries = loaded(args.devices)
    if entries is None:
        return WRONG_USE
    listens = [each.listen for each in entries if isinstance(each, KeysEntry) and each.listen is not None]
    app = make_app("hallcall-pads", widgets=False)
    link = CoreLink(args.core, args.token)
    http = CoreHttp(args.core)
    reports = DeviceReports(link, args.machine)
    room = PadRoom(listens, teller(reports, "keypads"))
    homeless = [each.name for each in room.pads if None in each.acts]
    if not room.windows() or homeless:
        why = f"no window is set for {', '.join(homeless)}" if homeless else "it names no keypad"
        print(f"{args.devices}: {why}", file=sys.stderr)
        return WRONG_USE
    pads = WindowPads(link, room, http.post, lambda token: CoreLink(args.core, token))
    room.start()
    link.start()
    code = run_app(app)
    room.stop()
    pads.close()
    reports.close()
    http.close()
    link.stop()
    return code
