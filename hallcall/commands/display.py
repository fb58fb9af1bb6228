"""``hallcall display``: the public board of a zone or of the whole hall."""

from __future__ import annotations

import argparse
from typing import Any

from hallcall.options import add_core, add_fonts, add_full_screen, add_token, size


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``display`` with the command line."""
    parser = subparsers.add_parser("display", help="the public board of a zone or of the whole hall")
    add_core(parser)
    add_token(parser, "screen")
    parser.add_argument("--zone", metavar="Z", help="id of the zone; default: the whole hall")
    add_full_screen(parser)
    parser.add_argument(
        "--size", metavar="WxH", type=size, default=(1920, 1080), help="of the window (default: 1920x1080)"
    )
    add_fonts(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the board until it is closed."""
    # Qt is loaded here only, so that commands without a screen start without it.
    from PySide6.QtCore import QSize

    from core.client.link import CoreLink
    from core.qt.app import make_app, run_app
    from display.app import DisplayApp

    app = make_app("hallcall-display", widgets=False)
    link = CoreLink(args.core, args.token)
    display = DisplayApp(link, args.zone, size=QSize(*args.size), fonts=args.fonts)
    display.show(full_screen=args.full_screen)
    code = run_app(app)
    display.close()
    return code
