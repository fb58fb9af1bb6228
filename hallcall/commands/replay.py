"""``hallcall replay``: a simulated day, to see what the wait estimates are worth."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import new_file, number_of_visitors

if TYPE_CHECKING:
    from hallcall.replay.measure import Worth
    from hallcall.replay.run import Report

VISITORS = 900


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``replay`` with the command line."""
    parser = subparsers.add_parser(
        "replay",
        help="play a simulated day and measure the wait estimates",
        description="Play a simulated day of a hall through the program's own calling rule and measure what "
        "the waits printed on its slips were worth. Exits with 1 if the goal is missed.",
    )
    parser.add_argument("--hall", required=True, metavar="NAME|FILE", help="a shipped hall, or a hall file")
    parser.add_argument(
        "--visitors",
        type=number_of_visitors,
        default=VISITORS,
        metavar="N",
        help=f"on that day (default: {VISITORS})",
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another number, another day")
    parser.add_argument("--json", type=new_file, metavar="FILE", help="write the figures there too")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play the day; return 0 if the goal is met, 1 if not, 2 if there is no such hall."""
    from core.app.hallfile import HallFileInvalid, load
    from hallcall.halls import NoSuchHall, resolve
    from hallcall.replay.run import replay

    try:
        hall = load(resolve(args.hall))
    except (NoSuchHall, HallFileInvalid) as error:
        print(f"hallcall replay: {error}", file=sys.stderr)
        return WRONG_USE
    report = replay(hall, args.visitors, args.seed)
    if args.json is not None:
        args.json.write_text(json.dumps(report.to_json(), indent=2) + "\n", encoding="utf-8")
    print(table(report))
    return DONE if report.met else FAILED


def table(report: Report) -> str:
    """Return the report as a person reads it."""
    lines = [
        f"{report.hall}: {report.visitors} visitors, {report.windows} windows, seed {report.seed}; "
        f"{report.unknown} were told nothing (too little known yet)",
        f"{'':<12} people  wait  inside  >p90  <p50  p90/p50  error: p50  ahead x mean  ... / windows",
    ]
    groups = {
        "everybody": report.everybody,
        "who waited": report.who_waited,
        "favoured": report.favoured,
    }
    lines += [_row(name, worth) for name, worth in groups.items() if worth is not None]
    lines.append(
        f"an estimate: {report.estimate_us[0]:.0f} us (p99 {report.estimate_us[1]:.0f}); "
        f"an event: {report.fold_us:.0f} us; the replay: {report.took_s:.0f} s"
    )
    lines.append("goal met" if report.met else "goal MISSED")
    return "\n".join(lines)


def _row(name: str, worth: Worth) -> str:
    return (
        f"{name:<12} {worth.people:>6} {_min(worth.waited_s)}  {worth.inside:>6.1%} {worth.above_p90:>5.1%} "
        f"{worth.below_p50:>5.1%}  {worth.width:>7.2f}  {_min(worth.error_s):>10} "
        f"{_min(worth.naive_error_s):>13} {_min(worth.shared_error_s):>14}"
    )


def _min(seconds: float) -> str:
    return f"{seconds / 60:.1f}m"
