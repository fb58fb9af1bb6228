"""``hallcall token``: print a token for a screen or a script."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from hallcall.exits import DONE
from hallcall.options import one_window

ROLES = ("kiosk", "screen", "gateway", "clerk", "guide", "supervisor", "admin")


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``token`` with the command line."""
    parser = subparsers.add_parser("token", help="print a token for a screen or a script")
    parser.add_argument("role", choices=ROLES, metavar="ROLE", help=", ".join(ROLES))
    parser.add_argument("--window", type=one_window, metavar="W", help="the window of a clerk's token")
    parser.add_argument("--name", help="who holds it, as events name it (default: the role)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Print a token; the core need not run."""
    from core.domain.people import Role
    from core.service.tokens import Grant
    from hallcall.data_dir import DataDir
    from hallcall.settings import Settings

    if args.role == "clerk" and args.window is None:
        args.parser.error("a clerk's token needs --window")
    data = DataDir(args.data or Settings().data)
    if not data.secret_key.exists():
        # Whoever mistypes the folder gets a token that no core takes.
        told = f"mind: no core has used {data.path} yet; this token is for one with --data {data.path}"
        print(told, file=sys.stderr)
    print(data.tokens().issue(Grant(Role(args.role), args.name or args.role, args.window)))
    return DONE
