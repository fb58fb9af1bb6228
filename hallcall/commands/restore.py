"""``hallcall restore``: bring a hall back from a backup, on this machine or another."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from hallcall.exits import DONE, FAILED


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``restore`` with the command line."""
    parser = subparsers.add_parser(
        "restore",
        help="bring a hall back from a backup, on this machine or another",
        description="Bring a hall back from what 'hallcall backup' made. The backup is checked as a whole"
        " first; the core of the folder must not run.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.add_argument(
        "--force",
        action="store_true",
        help="also where the folder holds a hall; it stays as hall.db.replaced",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore; return 1 if the backup or the folder does not allow it."""
    from hallcall.backup import BackupRefused
    from hallcall.data_dir import DataDir
    from hallcall.restore import restore
    from hallcall.settings import Settings

    os.umask(0o077)
    data = DataDir(args.data or Settings().data)
    try:
        made = restore(args.file, data, force=args.force)
    except BackupRefused as error:
        print(f"hallcall restore: {error}", file=sys.stderr)
        return FAILED
    print(f"{data.path}: the hall {made.hall} as of event {made.seq}, backed up {made.made_at}")
    if not data.phones_key.exists():
        print("phone numbers left until then cannot be read: phones.key is not in the backup")
    return DONE
