"""``hallcall sms``: send the hall's text messages through this machine's modem or a provider."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hallcall.exits import FAILED, WRONG_USE
from hallcall.options import add_core, add_token

if TYPE_CHECKING:
    from hardware.devices import GatewayEntry, ModemEntry


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``sms`` with the command line."""
    parser = subparsers.add_parser("sms", help="send text messages to visitors who left a phone number")
    add_core(parser)
    add_token(parser, "gateway")
    parser.add_argument(
        "--devices", type=Path, metavar="FILE", required=True, help="this machine's device file"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where it keeps what was sent, by ids (HALLCALL_DATA)"
    )
    parser.add_argument(
        "--machine", metavar="NAME", default="sms", help="what staff sees this machine as; default: sms"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Send until told to end."""
    from filelock import FileLock, Timeout

    from hallcall.settings import Settings

    entry = _carrier(args.devices)
    if entry is None:
        return WRONG_USE
    folder: Path = args.data or Settings().data
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "sms.lock", timeout=0):
            return _send(args, entry, folder)
    except Timeout:
        print(f"hallcall sms runs already on {folder}: each message is sent once", file=sys.stderr)
        return FAILED


def _carrier(file: Path) -> ModemEntry | GatewayEntry | None:
    """Return what the device file says sends, ``None`` once its mistakes are said."""
    from hardware.devices import DevicesWrong, load_devices
    from hardware.sms.desk import NoCarrier, the_carrier

    try:
        return the_carrier(load_devices(file))
    except (DevicesWrong, NoCarrier) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{file}: {error.strerror}", file=sys.stderr)
    return None


def _send(args: argparse.Namespace, entry: ModemEntry | GatewayEntry, folder: Path) -> int:
    # Nothing is shown, so it also runs where there is no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from core.client.devices import DeviceReports
    from core.client.link import CoreLink
    from core.qt.app import make_app, run_app
    from hallcall.agents.sms import TextMessages
    from hallcall.agents.sms_told import SmsTold
    from hardware.sms.desk import open_desk

    app = make_app("hallcall-sms", widgets=False)
    link = CoreLink(args.core, args.token)
    reports = DeviceReports(link, args.machine)
    told = SmsTold(reports.tell)
    desk = open_desk(entry, folder, health=told.health, changed=told.receipt)
    told.of(desk.name, desk.kind)
    messages = TextMessages(link, desk.outbox, begun=desk.begun)
    desk.start()
    link.start()
    code = run_app(app)
    link.stop()
    messages.close()
    desk.stop()
    reports.close()
    return code
