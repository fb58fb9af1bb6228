"""``hallcall announcer``: the voice of a hall or of some of its zones."""

from __future__ import annotations

import argparse
from contextlib import ExitStack

from hallcall.device_options import add_devices
from hallcall.exits import WRONG_USE
from hallcall.options import add_core, add_token
from hallcall.voice_options import add_voice, loudspeakers, set_quiet, state_folder, voice_for, without_screen


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``announcer`` with the command line."""
    parser = subparsers.add_parser("announcer", help="say the calls of a hall, or of some of its zones")
    add_core(parser)
    add_token(parser, "screen")
    parser.add_argument("--zone", metavar="Z", help="say the calls of this zone only")
    add_devices(parser, required=False, use="its loudspeakers; default: the system's usual sound card")
    add_voice(parser)
    parser.add_argument(
        "--quiet",
        choices=("on", "off"),
        help="have the voice that runs on this machine be silent, or speak again, and end",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say the calls until told to end."""
    if args.quiet is not None:
        return set_quiet(state_folder(args.state), quiet=args.quiet == "on")
    without_screen()
    from core.client.link import CoreLink
    from core.qt.app import make_app, run_app

    settings = loudspeakers(args.devices, args.zone)
    if settings is None:
        return WRONG_USE
    app = make_app("hallcall-announcer", widgets=False)
    link = CoreLink(args.core, args.token)
    with ExitStack() as stack:
        voice_for(args, link, settings, stack)
        zones = {zone for each in settings for zone in each.zones or ("", "")}
        link.start(**({"zone": zones.pop()} if len(zones) == 1 and "" not in zones else {}))
        code = run_app(app)
        link.stop()
    return code
