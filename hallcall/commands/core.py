"""``hallcall core``: run the hall's core."""

from __future__ import annotations

import argparse
import gc
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
        "--database",
        metavar="URL",
        help="a database on a server, shared by several cores or halls: postgresql+psycopg://USER:PASSWORD@HOST/NAME"
        " (HALLCALL_DATABASE); the keys of tokens and phone numbers stay in the folder",
    )
    parser.add_argument(
        "--hall",
        metavar="NAME|FILE|ID",
        help="a shipped hall, a hall file, or the id of one that is kept already (default: the one there is)",
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
    # What starting leaves behind lives for ever; looking through it over and over took a tenth of the start.
    gc.disable()
    from filelock import FileLock, Timeout

    from core.app.hallfile import HallFileInvalid
    from core.store.kept import DatabaseUnreadable
    from core.store.postgres import NoDriver, WrongAddress
    from hallcall.data_dir import DataDir
    from hallcall.halls import NoSuchHall
    from hallcall.server import serve
    from hallcall.settings import Settings
    from hallcall.start_failure import sentence, with_remedy

    # What the hall knows of its clerks and visitors is nobody else's to read on this machine.
    os.umask(0o077)
    settings = Settings()
    data = DataDir(args.data or settings.data)
    database = args.database or settings.database
    try:
        hall, source = _hall(args.hall, settings.hall, data, database)
    except (NoSuchHall, WrongHall, WrongAddress, NoDriver) as error:
        print(f"hallcall core: {error}", file=sys.stderr)
        return WRONG_USE
    except DatabaseUnreadable as error:
        print(f"hallcall core: {with_remedy(str(error))}", file=sys.stderr)
        return FAILED
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
            return serve(data, hall, host, port, source, database=database)
    except Timeout:
        print(f"hallcall core: another core is running on {data.path}", file=sys.stderr)
    except OSError as error:
        print(f"hallcall core: {sentence(str(data.path), error)}", file=sys.stderr)
    return FAILED


class WrongHall(Exception):
    """The folder or the database has another hall, or several."""


def _hall(named: str | None, first: str, data: DataDir, database: str | None) -> tuple[Hall, str | None]:
    """Return the hall to run and its file: the named one, else the one that is kept, else ``first``."""
    from core.app.hallfile.syntax import decode
    from core.store.kept import halls_on_server, kept_halls
    from hallcall.halls import NoSuchHall, resolve
    from hallcall.read_hall import read_hall

    kept = halls_on_server(database) if database else kept_halls(data.database)
    if named is None and kept:
        return _only(kept), None
    try:
        file = resolve(named or first)
    except NoSuchHall:
        known = next((each for each in kept if each.id == named), None)
        if known is None:
            raise
        return known, None
    hall = read_hall(file, data.hall_read)
    # A server has room for several halls, a folder is one hall's.
    if kept and not database and hall.id not in {each.id for each in kept}:
        raise WrongHall(f"{data.path} holds the hall {kept[0].id!r}, not {hall.id!r}; give another --data")
    return hall, decode(file.read_bytes())


def _only(kept: list[Hall]) -> Hall:
    if len(kept) > 1:
        ids = ", ".join(sorted(each.id for each in kept))
        raise WrongHall(f"several halls are kept there ({ids}); say which with --hall")
    return kept[0]
