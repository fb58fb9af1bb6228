"""``hallcall core``: run the hall's core."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import FAILED, WRONG_USE
from hallcall.options import port_number

if TYPE_CHECKING:
    from core.domain.hall import Hall
    from hallcall.data_dir import DataDir


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``core`` with the command line."""
    parser = subparsers.add_parser("core", help="run the hall's core: the database and the LAN service")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of the database (HALLCALL_DATA)")
    parser.add_argument(
        "--hall",
        metavar="NAME|FILE",
        help="a shipped hall or a hall file (default: the one the folder holds)",
    )
    parser.add_argument("--host", help="address to listen on (default: all)")
    parser.add_argument("--port", type=port_number, help="port to listen on (default: 8400; 0: a free one)")
    parser.add_argument(
        "--always-open",
        action="store_true",
        help="issue tickets at any hour, whatever the opening hours say (training, trials)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the core until it is stopped."""
    from filelock import FileLock, Timeout

    from core.app.hallfile import HallFileInvalid
    from hallcall.data_dir import DataDir
    from hallcall.halls import NoSuchHall
    from hallcall.server import serve
    from hallcall.settings import Settings

    # What the hall knows of its clerks and visitors is nobody else's to read on this machine.
    os.umask(0o077)
    settings = Settings()
    data = DataDir(args.data or settings.data)
    try:
        hall, source = _hall(args.hall, settings.hall, data)
    except (NoSuchHall, WrongHall) as error:
        print(f"hallcall core: {error}", file=sys.stderr)
        return WRONG_USE
    except HallFileInvalid as error:
        print(f"hallcall core: the hall file has mistakes\n{error}", file=sys.stderr)
        return FAILED
    if args.always_open:
        hall = replace(hall, keeps_hours=False)
    data.path.mkdir(parents=True, exist_ok=True)
    host = args.host or settings.host
    port = settings.port if args.port is None else args.port
    try:
        with FileLock(data.lock, timeout=0):
            return serve(data, hall, host, port, source)
    except Timeout:
        print(f"hallcall core: another core is running on {data.path}", file=sys.stderr)
        return FAILED


class WrongHall(Exception):
    """The folder belongs to another hall."""


def _hall(named: str | None, first: str, data: DataDir) -> tuple[Hall, str | None]:
    """Return the hall to run and its file: the named one, else the one the folder holds, else ``first``."""
    from core.app.hallfile.syntax import decode
    from core.store.kept import kept_halls
    from hallcall.halls import resolve
    from hallcall.read_hall import read_hall

    kept = kept_halls(data.database)
    if named is None and kept:
        return kept[0], None
    file = resolve(named or first)
    hall = read_hall(file, data.hall_read)
    if kept and hall.id not in {each.id for each in kept}:
        raise WrongHall(f"{data.path} holds the hall {kept[0].id!r}, not {hall.id!r}; give another --data")
    return hall, decode(file.read_bytes())
