"""``hallcall simulate``: a day of visitors against a running core."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import core_url, new_file, number_of_visitors

if TYPE_CHECKING:
    from hallcall.simulate.options import Options


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``simulate`` with the command line."""
    parser = subparsers.add_parser(
        "simulate",
        help="a day of visitors against a running core",
        description="Play a day of a hall over the network: visitors, clerks, guides and every screen are "
        "real connections to a core. Exits with 1 if anything was lost or late.",
    )
    parser.add_argument(
        "--hall", default="pingliang", metavar="NAME|FILE", help="default: pingliang; --core has its own hall"
    )
    parser.add_argument(
        "--visitors",
        type=number_of_visitors,
        metavar="N",
        help="on that day (default: 12 a window, as at Pingliang)",
    )
    parser.add_argument("--times", type=_factor, default=1.0, metavar="K", help="so many times as many")
    parser.add_argument(
        "--speed", type=_factor, metavar="X", help="so much faster than a real day (default: 60, or less)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another number, another day")
    parser.add_argument(
        "--core", metavar="URL", type=core_url, help="a running core (default: one is started for the day)"
    )
    parser.add_argument(
        "--token",
        metavar="T",
        default=os.environ.get("HALLCALL_TOKEN", ""),
        help="an administrator's token for it (hallcall token admin; HALLCALL_TOKEN)",
    )
    parser.add_argument(
        "--devices",
        action="store_true",
        help="print every slip, show every sign, call at some windows by keypad and send messages, through"
        " the real drivers and agents",
    )
    parser.add_argument("--report", type=new_file, metavar="FILE", help="write the report there too, as JSON")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Play the day; return 0 if nothing was lost or late, 1 if something was, 2 if it is wrongly asked."""
    from core.app.hallfile import HallFileInvalid
    from hallcall.demo.core_process import CoreDidNotStart
    from hallcall.halls import NoSuchHall
    from hallcall.simulate import Options
    from hallcall.simulate import run as simulate
    from hallcall.simulate.devices.agents import AgentDidNotStart
    from hallcall.simulate.shown import ProgressLine, table
    from hallcall.simulate.whole import CoreRefused

    if args.core is not None and not args.token:
        args.parser.error("a running core needs --token, an administrator's")
    if args.core is not None and args.devices:
        args.parser.error("--devices are those of a day with a core of its own")
    options = Options(
        hall=args.hall,
        visitors=args.visitors,
        times=args.times,
        speed=args.speed,
        seed=args.seed,
        core=args.core,
        token=args.token,
        devices=args.devices,
    )
    try:
        with ProgressLine(sys.stderr) as line:
            report = simulate(options, line.tell)
    except (NoSuchHall, HallFileInvalid) as error:
        print(f"hallcall simulate: {error}", file=sys.stderr)
        return WRONG_USE
    except (CoreDidNotStart, CoreRefused, AgentDidNotStart) as error:
        print(f"hallcall simulate: {_where(options)}: {error}", file=sys.stderr)
        return FAILED
    if args.report is not None:
        text = json.dumps(report.to_json(), indent=2, ensure_ascii=False)
        args.report.write_text(text + "\n", encoding="utf-8")
    print(table(report))
    return DONE if report.ok else FAILED


def _where(options: Options) -> str:
    return options.core or "the day's own core"


def _factor(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 1e6:
        raise argparse.ArgumentTypeError(f"not a factor: {text!r}")
    return value
