"""``hallcall clerk``: enter a clerk, or give one a new PIN."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote

from hallcall.exits import DONE, FAILED, WRONG_USE

ROLES = ("clerk", "guide", "supervisor", "admin")
TIMEOUT_S = 10


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``clerk`` with the command line."""
    parser = subparsers.add_parser("clerk", help="enter a clerk, or give one a new PIN")
    parser.add_argument("id", metavar="NUMBER", help="the clerk's number, as typed at sign-in")
    parser.add_argument("--name", required=True, help="shown to colleagues")
    parser.add_argument("--role", choices=ROLES, default="clerk")
    parser.add_argument("--pin", help="4 characters or more; asked for if not given")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask the running core on this machine to keep the clerk."""
    from hallcall.data_dir import DataDir
    from hallcall.settings import Settings

    data = DataDir(args.data or Settings().data)
    no_core = f"hallcall clerk: no core is running on {data.path}; start 'hallcall core' first"
    if not data.address.exists():
        print(no_core, file=sys.stderr)
        return FAILED
    pin = args.pin or getpass.getpass("PIN: ")
    try:
        put_clerk(data, args.id, {"name": args.name, "role": args.role, "pin": pin})
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        print(f"hallcall clerk: {problem.get('key')} {problem.get('params')}", file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        # A core that was killed leaves its address behind.
        refused = isinstance(getattr(error, "reason", None), ConnectionRefusedError)
        print(no_core if refused else f"hallcall clerk: the core does not answer: {error}", file=sys.stderr)
        return FAILED
    print(f"clerk {args.id} may sign in as {args.role}")
    return DONE


def put_clerk(data: Any, clerk: str, body: dict[str, Any]) -> None:
    """Send a clerk to the core that runs on a data folder, with an administrator's token made on the spot."""
    from core.domain.people import Role
    from core.service.tokens import Grant

    token = data.tokens().issue(Grant(Role.ADMIN, "command line"))
    request = urllib.request.Request(  # noqa: S310
        f"{data.address.read_text(encoding='ascii')}/api/clerks/{quote(clerk, safe='')}",
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
        method="PUT",
    )
    # The core is on this machine: the way there is no proxy's, whatever the environment says.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=TIMEOUT_S) as answer:
        answer.read()
