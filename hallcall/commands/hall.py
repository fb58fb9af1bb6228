"""``hallcall hall``: check hall files."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import Any

from core.app.hallfile import Report, examine
from core.domain.hall import Hall
from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.halls import NoSuchHall, resolve


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``hall check`` with the command line."""
    hall = subparsers.add_parser("hall", help="check a hall file")
    acts = hall.add_subparsers(dest="act", required=True, metavar="ACT")
    check = acts.add_parser("check", help="report every mistake of hall files, with its line")
    check.add_argument("files", nargs="+", metavar="FILE_OR_NAME", help="a file, or a shipped hall's name")
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check each file; return 0 if all are good, 1 with mistakes, 2 if one cannot be read."""
    return max(_check(name) for name in args.files)


def _check(name: str) -> int:
    try:
        path = resolve(name)
        report = examine(path)
    except (NoSuchHall, OSError) as error:
        print(f"hallcall hall check: {error}", file=sys.stderr)
        return WRONG_USE
    if report.hall is None:
        for mistake in report.mistakes:
            print(f"{path}:{mistake.line}: {mistake.message}")
        count = len(report.mistakes)
        print(f"{path}: {count} mistake{'s' if count > 1 else ''}")
        return FAILED
    print(f"{path}: good\n{summary(report.hall, report)}")
    return DONE


def summary(hall: Hall, report: Report) -> str:
    """Return what the hall is, in a few lines."""
    levels = Counter(department.level for department in hall.departments)
    by_level = ", ".join(f"{count} {level}" for level, count in levels.items())
    frequent = sum(item.frequent for item in hall.items)
    assumed = ", ".join(f"{count} {section}" for section, count in report.assumed.items())
    rows = {
        "hall": f"{hall.id}  {'  '.join(hall.name[language] for language in hall.languages)}",
        "languages": f"{', '.join(hall.languages)}; spoken: {', '.join(hall.voice.languages)}",
        "zones": len(hall.zones),
        "departments": f"{len(hall.departments)} ({by_level})",
        "queues": len(hall.queues),
        "windows": len(hall.windows),
        "items": f"{len(hall.items)} ({frequent} frequent)",
        "assumed": assumed or "nothing",
    }
    return "\n".join(f"  {name:<12} {value}" for name, value in rows.items())
