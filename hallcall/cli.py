"""The command ``hallcall``."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from core.heartbeat import BEAT
from hallcall.exits import FAILED, LOG_FORMAT, WRONG_USE, WrongSetting

COMMANDS = (
    "demo",
    "core",
    "kiosk",
    "caller",
    "display",
    "announcer",
    "signs",
    "pads",
    "sms",
    "hall",
    "token",
    "clerk",
    "pair",
    "backup",
    "restore",
    "move",
    "voice",
    "devices",
    "slip",
    "replay",
    "simulate",
    "pictures",
    "bench",
)
"""Each is a module in ``hallcall/commands``; what it needs to run it imports when it runs."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    words = sys.argv[1:] if argv is None else argv
    # Only the named command's module is loaded: each of them costs a start.
    named = [word for word in words if not word.startswith("-")][:1]
    parser = _parser(named if named and named[0] in COMMANDS else COMMANDS)
    args = parser.parse_args(words)
    logging.basicConfig(
        level=logging.DEBUG if args.verbose else logging.INFO,
        format=LOG_FORMAT,
        stream=sys.stderr,
    )
    for chatty in ("alembic", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.DEBUG if args.verbose else logging.WARNING)
    if not hasattr(args, "run"):
        parser.print_help()
        return WRONG_USE
    try:
        if getattr(args, "keep", False) and BEAT not in os.environ:
            from hallcall.keeper import keep

            return keep([word for word in words if word != "--keep"])
        code: int = args.run(args)
    except WrongSetting as error:
        print(f"hallcall {' '.join(named)}: {error}", file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        # The world outside: a folder that may not be written, a full disk. A traceback would say no more.
        logging.getLogger(__name__).debug("ended by", exc_info=error)
        print(f"hallcall {' '.join(named)}: {_in_words(error)}", file=sys.stderr)
        return FAILED
    return code


def _in_words(error: OSError) -> str:
    """Return what the system could not do, with the file first and without its number of the error."""
    from hallcall.start_failure import with_remedy

    said = with_remedy(error.strerror) if error.strerror else str(error)
    return f"{error.filename}: {said}" if error.filename else said


class _SayVersion(argparse.Action):
    """Says the version; looked up only then, for that loads 4 MB of a screen's memory."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: Any, **_more: Any) -> None:
        from importlib.metadata import version

        print(f"hallcall {version('hallcall')}")
        parser.exit()


def _parser(commands: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hallcall", description="Queue tickets and window calling for government service halls."
    )
    parser.add_argument("--version", action=_SayVersion, nargs=0, help="show the version and end")
    parser.add_argument("--verbose", action="store_true", help="log more")
    subparsers = parser.add_subparsers(metavar="COMMAND")
    for name in commands:
        import_module(f"hallcall.commands.{name}").add_parser(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
