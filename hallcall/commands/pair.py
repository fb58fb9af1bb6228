"""``hallcall pair``: let a screen or a kiosk join by the code that it shows."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from core.domain.errors import ShowsRefused
from hallcall.exits import DONE, FAILED, WRONG_USE

if TYPE_CHECKING:
    from hallcall.data_dir import DataDir


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``pair`` with the command line."""
    parser = subparsers.add_parser("pair", help="let a screen or a kiosk join by the code that it shows")
    parser.add_argument("code", metavar="CODE", nargs="?", help="as it is shown; without one: list who asks")
    parser.add_argument("--name", help="what it is called from now on: one of the hall's [[screens]], or new")
    parser.add_argument(
        "--shows",
        default="",
        metavar="WORDS",
        help="what a screen shows: hall, zone:ID, window:3, pad:3, collect, names of [[screens]], with commas"
        " between (default: what the hall file says of its name)",
    )
    parser.add_argument("--refuse", action="store_true", help="it may not join")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """List who asks the core on this machine, or answer one of them."""
    from hallcall.data_dir import DataDir
    from hallcall.over_http import Refused, Unreachable
    from hallcall.settings import Settings

    if args.code and not args.refuse and not args.name:
        args.parser.error("give the screen a name: --name NAME")
    try:
        print(_answer(args, DataDir(args.data or Settings().data)))
    except Refused as refusal:
        print(f"hallcall pair: {refusal}{_advice(refusal.key)}", file=sys.stderr)
        return WRONG_USE
    except Unreachable as error:
        print(f"hallcall pair: {error}", file=sys.stderr)
        return FAILED
    return DONE


def _answer(args: argparse.Namespace, data: DataDir) -> str:
    from hallcall.own_core import ask_own_core

    if not args.code:
        asking = ask_own_core(data, "GET", "/api/pairings")["pairings"]
        return "\n".join(_line(each) for each in asking) or "nobody asks to join"
    path = f"/api/pairings/{quote(args.code, safe='')}"
    if args.refuse:
        ask_own_core(data, "POST", f"{path}/refuse")
        return f"{args.code} may not join"
    ask_own_core(data, "POST", f"{path}/approve", {"name": args.name, "shows": args.shows})
    return f"{args.code} joins as {args.name}"


def _advice(key: str) -> str:
    """Return what to do about a refusal, where it is not plain."""
    if key != ShowsRefused.key:
        return ""
    return (
        "\nthe hall has no such thing to show: give --shows hall, zone:ID, window:3, pad:3, collect or"
        " names of the hall file's [[screens]]"
    )


def _line(asking: dict[str, Any]) -> str:
    return "  ".join(asking[key] for key in ("code", "kind", "machine", "address", "asked_at"))
