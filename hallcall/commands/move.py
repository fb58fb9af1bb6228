"""``hallcall move``: a hall from its folder into a database on a server."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE

if TYPE_CHECKING:
    from hallcall.data_dir import DataDir


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``move`` with the command line."""
    parser = subparsers.add_parser("move", help="copy a hall from its folder into a database on a server")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.add_argument("--database", metavar="URL", help="where to (HALLCALL_DATABASE)")
    parser.add_argument("--hall", metavar="ID", help="which hall, if the folder has several")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Copy the hall while its core is stopped; what is in the folder stays as it is."""
    from filelock import FileLock, Timeout

    from core.app.ports import StoreFailed
    from core.store.copy_hall import HallIsThere, NotTheSame
    from core.store.postgres import NoDriver, WrongAddress
    from hallcall.data_dir import DataDir
    from hallcall.settings import Settings

    settings = Settings()
    data, url = DataDir(args.data or settings.data), args.database or settings.database
    if url is None:
        return _no("say where to: --database postgresql+psycopg://USER:PASSWORD@HOST/NAME", WRONG_USE)
    if not data.database.exists():
        return _no(f"{data.path} holds no hall", WRONG_USE)
    try:
        with FileLock(data.lock, timeout=0):
            return _move(data, url, args.hall)
    except Timeout:
        return _no(f"a core is running on {data.path}; stop it first")
    except (WrongAddress, NoDriver) as error:
        return _no(str(error), WRONG_USE)
    except HallIsThere as error:
        return _no(f"the database has the hall {str(error)!r} already; nothing was copied")
    except (NotTheSame, StoreFailed) as error:
        return _no(f"{error}; nothing was kept")


def _move(data: DataDir, url: str, wanted: str | None) -> int:
    from core.store.copy_hall import copy_hall
    from core.store.database import open_file, open_server
    from core.store.kept import kept_halls

    source = open_file(data.database)
    try:
        ids = [each.id for each in kept_halls(data.database)]
        hall = wanted or (ids[0] if len(ids) == 1 else None)
        if hall is None or hall not in ids:
            return _no(f"{data.path} holds {', '.join(ids)}; say which with --hall", WRONG_USE)
        target = open_server(url)
        try:
            counted = copy_hall(source, target, hall, lambda what: print(what, flush=True))
        finally:
            target.close()
    finally:
        source.close()
    print(f"{hall} is moved: {counted['events']} events, {counted['tickets']} tickets")
    print(f"start its core with the same --data {data.path} (its keys stay there) and with --database")
    return DONE


def _no(why: str, code: int = FAILED) -> int:
    print(f"hallcall move: {why}", file=sys.stderr)
    return code
