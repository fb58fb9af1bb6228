"""The command ``hallcall``."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from hallcall.exits import WRONG_USE

COMMANDS = (
    "demo",
    "core",
    "kiosk",
    "caller",
    "display",
    "announcer",
    "hall",
    "token",
    "clerk",
    "voice",
    "devices",
)
"""Each is a module in ``hallcall/commands``; what it needs to run it imports when it runs."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    args = _parser().parse_args(argv)
    logging.basicConfig(
        level=logging.DEBUG if args.verbose else logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    if not hasattr(args, "run"):
        _parser().print_help()
        return WRONG_USE
    code: int = args.run(args)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hallcall", description="Queue tickets and window calling for government service halls."
    )
    parser.add_argument("--version", action="version", version=f"hallcall {version('hallcall')}")
    parser.add_argument("--verbose", action="store_true", help="log more")
    subparsers = parser.add_subparsers(metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"hallcall.commands.{name}").add_parser(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
