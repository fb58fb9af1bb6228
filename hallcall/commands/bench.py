"""``hallcall bench``: the table of goals, measured on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import new_file

if TYPE_CHECKING:
    from hallcall.bench.run import Report


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``bench`` with the command line."""
    parser = subparsers.add_parser(
        "bench",
        help="measure what this machine makes of Hallcall",
        description="Measure every goal, each beside a baseline of the same run, and print the table. "
        "Exits with 0 once everything is measured, whatever came out.",
    )
    parser.add_argument("--json", type=new_file, metavar="FILE", help="write the rows there too")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these groups of rows only (docs/bench.md)")
    parser.add_argument("--quick", action="store_true", help="a short run, with 100,000 old tickets at most")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a goal is missed")
    parser.add_argument(
        "--folder",
        type=Path,
        metavar="DIR",
        help="a folder on the disk to measure; 5 GB stay there (default: this user's cache)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Measure and print; return 1 if something could not be run, or is missed where that matters."""
    from hallcall.bench.history import cache_dir
    from hallcall.bench.run import PARTS, bench
    from hallcall.bench.table import noise, table, tally

    names = list(PARTS) if args.only is None else args.only
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"hallcall bench: no group {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return WRONG_USE
    report = bench(names, folder=args.folder or cache_dir(), quick=args.quick, say=_say)
    if args.json is not None:
        args.json.write_text(json.dumps(report.to_json(), indent=2) + "\n", encoding="utf-8")
    machine = report.machine
    print(f"{machine.system}, {machine.processors} processors, Python {machine.python}")
    print(table(report.rows))
    print(tally(report.rows))
    if said := noise(report.rows):
        print(said)
    for reason in report.failed:
        print(f"hallcall bench: could not be measured: {reason}", file=sys.stderr)
    return exit_code(report, strict=args.strict)


def exit_code(report: Report, *, strict: bool) -> int:
    """Return 1 if something could not be measured, or was missed where that matters."""
    return FAILED if report.failed or (strict and report.missed) else DONE


def _say(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)
