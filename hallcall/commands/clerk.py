"""``hallcall clerk``: enter a clerk, or give one a new PIN."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hallcall.exits import DONE, FAILED, WRONG_USE

if TYPE_CHECKING:
    from hallcall.data_dir import DataDir

ROLES = ("clerk", "guide", "supervisor", "admin")


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``clerk`` with the command line."""
    parser = subparsers.add_parser("clerk", help="enter a clerk, or give one a new PIN")
    parser.add_argument("id", metavar="NUMBER", type=_number, help="the clerk's number, as typed at sign-in")
    parser.add_argument("--name", required=True, help="shown to colleagues")
    parser.add_argument("--role", choices=ROLES, default="clerk")
    parser.add_argument("--pin", help="4 characters or more; asked for if not given")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask the running core on this machine to keep the clerk."""
    from hallcall.ask_pin import NoPin, ask_pin
    from hallcall.data_dir import DataDir
    from hallcall.over_http import Refused, Unreachable
    from hallcall.own_core import must_run
    from hallcall.settings import Settings

    data = DataDir(args.data or Settings().data)
    try:
        must_run(data)
        pin = args.pin or ask_pin("PIN: ")
        put_clerk(data, args.id, {"name": args.name, "role": args.role, "pin": pin})
    except (NoPin, Refused) as refusal:
        print(f"hallcall clerk: {refusal}", file=sys.stderr)
        return WRONG_USE
    except Unreachable as error:
        print(f"hallcall clerk: {error}", file=sys.stderr)
        return FAILED
    print(f"clerk {args.id} may sign in as {args.role}")
    return DONE


def _number(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; the clerk types it at sign-in, e.g. 0301")
    return text


def put_clerk(data: DataDir, clerk: str, body: dict[str, Any]) -> None:
    """Send a clerk to the core that runs on a data folder.

    Raises:
        Unreachable: None runs, or it does not answer.
        Refused: It said no.
    """
    from hallcall.own_core import ask_own_core

    ask_own_core(data, "PUT", f"/api/clerks/{quote(clerk, safe='')}", body)
