"""``hallcall backup``: copy a hall into one file, also while it is open."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import new_file


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``backup`` with the command line."""
    parser = subparsers.add_parser(
        "backup",
        help="copy a hall into one file, also while it is open",
        description="Copy a hall into one file, also while its core is at work: the database as it was at one"
        " event, and the key of its tokens. Keep the file where only those may read who run the hall.",
    )
    parser.add_argument("file", type=new_file, metavar="FILE", help="where to, e.g. on another disk")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.add_argument(
        "--with-phones",
        action="store_true",
        help="put the key of the phone numbers in too: who has the file can then read them",
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the backup; return 1 if it cannot be made, 2 if the file is there already."""
    from hallcall.backup import BackupRefused, backup
    from hallcall.data_dir import DataDir
    from hallcall.settings import Settings

    os.umask(0o077)
    if args.file.exists() and not args.force:
        print(f"hallcall backup: {args.file} is there already; --force overwrites it", file=sys.stderr)
        return WRONG_USE
    try:
        made = backup(DataDir(args.data or Settings().data), args.file, with_phones=args.with_phones)
    except BackupRefused as error:
        print(f"hallcall backup: {error}", file=sys.stderr)
        return FAILED
    size_mb = args.file.stat().st_size / 1e6
    print(f"{args.file}: the hall {made.hall} as of event {made.seq}, {size_mb:.1f} MB, checked")
    return DONE
