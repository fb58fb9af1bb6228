"""``hallcall display``: the public board of a zone or of the whole hall."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

DEFAULT_CORE = "http://127.0.0.1:8400"


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``display`` with the command line."""
    parser = subparsers.add_parser("display", help="the public board of a zone or of the whole hall")
    parser.add_argument("--core", metavar="URL", default=DEFAULT_CORE, help=f"default: {DEFAULT_CORE}")
    parser.add_argument(
        "--token",
        metavar="T",
        default=os.environ.get("HALLCALL_TOKEN", ""),
        help="token of a screen (hallcall token screen; HALLCALL_TOKEN)",
    )
    parser.add_argument("--zone", metavar="Z", help="id of the zone; default: the whole hall")
    parser.add_argument("--full-screen", action="store_true", help="fill the screen, without a pointer")
    parser.add_argument(
        "--size", metavar="WxH", type=_size, default=(1920, 1080), help="of the window (default: 1920x1080)"
    )
    parser.add_argument("--fonts", metavar="DIR", type=Path, help="a folder of fonts, beside the system's")
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


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 640 and int(height) >= 360):
        raise argparse.ArgumentTypeError(f"not a size of at least 640x360, e.g. 1920x1080: {text!r}")
    return int(width), int(height)
