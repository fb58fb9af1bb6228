"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from urllib.parse import urlsplit

from core.domain.shows import WINDOW_MOST, window_number

DEFAULT_CORE = "http://127.0.0.1:8400"
LEAST_SIDE = 360
"""Pixels; below it nobody can read a screen."""


def add_core(parser: argparse.ArgumentParser) -> None:
    """Where the core is."""
    parser.add_argument(
        "--core", metavar="URL", type=core_url, default=DEFAULT_CORE, help=f"default: {DEFAULT_CORE}"
    )


def add_token(parser: argparse.ArgumentParser, role: str) -> None:
    """What the core knows the machine by."""
    parser.add_argument(
        "--token",
        metavar="T",
        default=os.environ.get("HALLCALL_TOKEN", ""),
        help=f"token of a {role} (hallcall token {role}; HALLCALL_TOKEN)",
    )


def add_fonts(parser: argparse.ArgumentParser) -> None:
    """Fonts that are not installed."""
    parser.add_argument("--fonts", metavar="DIR", type=Path, help="a folder of fonts, beside the system's")


def add_full_screen(parser: argparse.ArgumentParser) -> None:
    """For a screen that shows nothing else."""
    parser.add_argument("--full-screen", action="store_true", help="fill the screen, without a pointer")


def add_keep(parser: argparse.ArgumentParser) -> None:
    """For a program that runs for weeks (hallcall/cli.py does it)."""
    parser.add_argument(
        "--keep",
        action="store_true",
        help="start it again whenever it dies or hangs; for a screen that nobody looks after",
    )


def core_url(text: str) -> str:
    """Return where a core is, without a slash at the end."""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise argparse.ArgumentTypeError(f"not the address of a core, e.g. http://10.0.0.5:8400: {text!r}")
    return text.rstrip("/")


def new_file(text: str) -> Path:
    """Return a file to be written; that its folder is missing is told now, not after hours of work."""
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a folder; name a file in it")
    if not path.absolute().parent.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {path.absolute().parent}")
    return path


def number_of_visitors(text: str) -> int:
    """Return how many visitors come on a day, one at least."""
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"not a number of visitors: {text!r}")
    return int(text)


def one_window(text: str) -> int:
    """Return the number of a window."""
    number = window_number(text)
    if number is None:
        raise argparse.ArgumentTypeError(f"not a window from 1 to {WINDOW_MOST}: {text!r}")
    return number


def port_number(text: str) -> int:
    """Return a port to listen on; 0 is a free one."""
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"not a port: {text!r}")
    return int(text)


def size(text: str, least: int = LEAST_SIDE) -> tuple[int, int]:
    """Return a window's width and height in pixels, from e.g. ``"1920x1080"``; no side below ``least``."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and min(int(width), int(height)) >= least):
        raise argparse.ArgumentTypeError(f"not a size of at least {least} a side, e.g. 1920x1080: {text!r}")
    return int(width), int(height)
