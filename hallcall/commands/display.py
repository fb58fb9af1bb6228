"""``hallcall display``: the public screens: boards, window screens, rating pads."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from hallcall.device_options import add_devices
from hallcall.display_options import (
    add_media,
    add_screens,
    cannot_show,
    faces_with,
    media_desk,
    wanted_screens,
)
from hallcall.exits import WRONG_USE
from hallcall.options import add_core, add_fonts, add_full_screen, add_keep, add_token, size
from hallcall.voice_options import add_voice, loudspeakers, voice_for


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``display`` with the command line."""
    parser = subparsers.add_parser("display", help="the public screens: boards, window screens, rating pads")
    add_core(parser)
    add_token(parser, "screen")
    add_screens(parser)
    add_media(parser)
    add_full_screen(parser)
    add_keep(parser)
    parser.add_argument(
        "--size", metavar="WxH", type=size, default=(1920, 1080), help="of each window (default: 1920x1080)"
    )
    add_fonts(parser)
    parser.add_argument(
        "--voice", action="store_true", help="say the calls as well, as 'hallcall announcer' does"
    )
    add_devices(parser, required=False, use="its loudspeakers, for --voice")
    add_voice(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the screens until they are closed."""
    from core.qt.memory import hold_little
    from core.qt.sources import read_no_sources

    hold_little()
    read_no_sources()
    # Qt is loaded here only, so that commands without a screen start without it.
    from contextlib import ExitStack

    from PySide6.QtCore import QSize

    from core.client.link import CoreLink
    from core.client.plain import leave_tls_out
    from core.qt.app import make_app, run_app
    from display.app import DisplayApp

    if args.preview:
        return _preview(args)
    wanted = wanted_screens(args)
    if refusal := cannot_show(wanted):
        print(f"hallcall display: {refusal}", file=sys.stderr)
        return WRONG_USE
    settings = loudspeakers(args.devices, args.zone) if args.voice else []
    if settings is None:
        return WRONG_USE
    app = make_app("hallcall-display", widgets=False)
    leave_tls_out(args.core)
    link = CoreLink(args.core, args.token)
    desk = media_desk(args, voice=bool(settings))
    display = DisplayApp(
        link,
        *wanted,
        size=QSize(*args.size),
        fonts=args.fonts,
        monitor=args.monitor,
        faces=faces_with(desk),
    )
    display.show(full_screen=args.full_screen)
    with ExitStack() as stack:
        if settings:
            from hallcall.agents.voice_at_work import DUCK_S

            voice = voice_for(args, link, settings, stack, lead_s=DUCK_S)
            voice.announcer.speaking_changed.connect(desk.set_speaking)
        code = run_app(app)
        display.close()
    return code


def _preview(args: argparse.Namespace) -> int:
    """Show a layout that is being written until it is closed."""
    from PySide6.QtCore import QSize

    from core.qt.app import make_app, run_app
    from display.app import DisplayApp
    from hallcall.preview.preview import Preview

    if not args.preview.is_file():
        print(f"hallcall display: there is no file {args.preview}", file=sys.stderr)
        return WRONG_USE
    app = make_app("hallcall-display", widgets=False)
    preview = Preview(args.preview, args.zone or "")
    display = DisplayApp(
        preview.link,
        preview.screen,
        size=QSize(*args.size),
        fonts=args.fonts,
        faces=faces_with(media_desk(args, preview=True)),
    )
    preview.follow(display)
    display.show(full_screen=args.full_screen)
    code = run_app(app)
    preview.stop()
    display.close()
    return code
