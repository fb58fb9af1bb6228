"""``hallcall slip``: see what the hall's slips look like; print told-once, call-back and closing slips."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import core_url, one_window
from hallcall.slips.output import WIDTHS, put_out

if TYPE_CHECKING:
    from core.domain.hall import Hall
    from hallcall.over_http import OverHttp
    from hardware.slip.sheet import Sheet

    Make = Callable[[], Sheet]


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``slip`` and its acts with the command line."""
    slip = subparsers.add_parser("slip", help="see the hall's slips, print lists and closing slips")
    acts = slip.add_subparsers(dest="act", required=True, metavar="ACT")
    preview = _act(acts, "preview", "show what the hall's slips look like, without a printer", run_preview)
    _add_hall(preview)
    preview.add_argument("--what", metavar="ID", default="", help="an item, matter or queue of the hall")
    preview.add_argument("--copy", action="store_true", help="as a copy looks")
    preview.add_argument("--marked", action="store_true", help="as a visitor's who goes first")
    told = _act(acts, "told-once", "all that an item asks for, with what is missing ticked", run_told_once)
    told.add_argument("what", metavar="ID", help="an item or matter of the hall")
    _add_hall(told)
    told.add_argument("--number", default="", help="the visitor's number")
    told.add_argument("--missing", default="", metavar="A,B", help="ids of the papers still missing")
    told.add_argument("--reason", default="", help="why it was refused")
    told.add_argument("--remedy", default="", help="what the visitor can do against that")
    told.add_argument("--clerk", default="", help="who tells it; without one it is a blank list")
    told.add_argument("--window", metavar="N", type=one_window, help="where it is told")
    told.add_argument("--url", default="", help="what its QR code opens")
    for name, does, run in (
        ("closing", "what became of the day's numbers, to be signed", run_closing),
        ("callbacks", "whom to ring up about their visit", run_callbacks),
    ):
        act = _act(acts, name, does, run)
        _add_core(act, required=True)
        act.add_argument(
            "--date",
            type=_date,
            metavar="DATE",
            help="e.g. 2026-11-22; default: the hall's day now",
        )
        if name == "callbacks":
            act.add_argument("--count", type=int, help="how many visits")
            act.add_argument("--seed", help="the same again draws the same visits; default: the date")
    logo = acts.add_parser("logo", help="make the lines of a hall file out of a picture")
    logo.add_argument("file", type=Path, metavar="FILE", help="a picture: PNG, JPEG, SVG ...")
    logo.set_defaults(run=run_logo)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a date such as 2026-11-22: {text!r}") from error


def _act(
    acts: Any, name: str, does: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    act: argparse.ArgumentParser = acts.add_parser(name, help=does)
    act.add_argument("--paper", choices=sorted(WIDTHS), default="80", help="width in mm, default: 80")
    act.add_argument("--lang", choices=("zh", "bo", "en"), help="the language that comes first")
    if name != "preview":
        act.add_argument("--alone", action="store_true", help="in that language only")
    act.add_argument("--out", type=Path, metavar="PNG", help="write it as a picture")
    act.add_argument("--printer", metavar="URL", help="print it, e.g. tcp://10.0.0.9:9100")
    act.set_defaults(run=run)
    return act


def _add_hall(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hall", metavar="FILE_OR_NAME", help="a hall file, or a shipped hall's name")
    _add_core(parser, required=False)


def _add_core(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument("--core", metavar="URL", type=core_url, required=required, help="a running core")
    parser.add_argument("--token", metavar="T", default=os.environ.get("HALLCALL_TOKEN", ""))


def run_preview(args: argparse.Namespace) -> int:
    """Write or print a sample slip."""
    from hallcall.slips.preview import NoSuchMatter, Sample, sample_slip

    def make(hall: Hall, languages: tuple[str, ...]) -> Sheet:
        from hardware.slip.layout import slip_sheet

        sample = Sample(languages[0], args.what, args.copy, args.marked)
        return slip_sheet(sample_slip(hall, sample, datetime.now(UTC)), hall.slip)

    args.out = args.out or (None if args.printer else Path("slip.png"))
    return _put_out(args, make, NoSuchMatter)


def run_told_once(args: argparse.Namespace) -> int:
    """Write or print a told-once list."""
    from hardware.slip.told_once import ToldOnce, told_once

    def make(hall: Hall, languages: tuple[str, ...]) -> Sheet:
        told = ToldOnce(
            args.what,
            number=args.number,
            missing=frozenset(filter(None, args.missing.replace(" ", "").split(","))),
            reason=args.reason,
            remedy=args.remedy,
            clerk=args.clerk,
            window=args.window,
            at=datetime.now(UTC) if args.clerk else None,
            url=args.url,
        )
        return told_once(hall, told, languages, _speak(languages))

    return _put_out(args, make, ValueError)


def run_closing(args: argparse.Namespace) -> int:
    """Write or print the daily closing slip of a running core."""
    from hallcall.slips import reports
    from hardware.slip.closing import closing_sheet

    def make(hall: Hall, languages: tuple[str, ...]) -> Sheet:
        closed = reports.day_closed(_core(args), hall, _day(args, hall))
        return closing_sheet(hall, closed, datetime.now(UTC), languages, _speak(languages))

    return _put_out(args, make)


def run_callbacks(args: argparse.Namespace) -> int:
    """Write or print the call-back list of a running core."""
    from hallcall.slips import reports
    from hardware.slip.callbacks import callback_sheet

    def make(hall: Hall, languages: tuple[str, ...]) -> Sheet:
        drawn = reports.call_backs(_core(args), hall, _day(args, hall), args.count, args.seed)
        return callback_sheet(hall, drawn, datetime.now(UTC), languages, _speak(languages))

    return _put_out(args, make)


def run_logo(args: argparse.Namespace) -> int:
    """Print the lines of a hall file for a logo."""
    from core.app.hallfile.export_slip import logo_lines
    from hallcall.slips.logo import NoLogo, logo_of

    try:
        print("\n".join(logo_lines(logo_of(args.file))))
    except (NoLogo, OSError) as error:
        print(f"hallcall slip logo: {error}", file=sys.stderr)
        return FAILED
    return DONE


def _put_out(
    args: argparse.Namespace, make: Callable[[Hall, tuple[str, ...]], Sheet], *wrong: type[Exception]
) -> int:
    """Make a sheet for the hall that is named, and put it out; say what is wrong instead of a trace."""
    from core.app.hallfile import HallFileInvalid
    from core.domain.errors import HallError
    from hallcall.halls import NoSuchHall
    from hallcall.over_http import Refused, Unreachable

    name = f"hallcall slip {args.act}"
    known: tuple[type[Exception], ...] = (NoSuchHall, *wrong)
    if args.out is None and args.printer is None:
        print(f"{name}: give --out PNG, --printer URL or both", file=sys.stderr)
        return WRONG_USE
    try:
        hall = _hall(args)
        if args.lang and args.lang not in hall.languages:
            raise NoSuchHall(f"the hall does not speak {args.lang}: {', '.join(hall.languages)}")
        languages = _languages(hall, args.lang)[: 1 if getattr(args, "alone", False) else 2]
        return put_out(lambda: make(hall, languages), args.paper, args.out, args.printer)
    except HallFileInvalid as invalid:
        print(f"{args.hall}: {invalid}", file=sys.stderr)
    except (Refused, Unreachable) as error:
        print(f"{name}: {error}", file=sys.stderr)
    except HallError as refusal:
        print(f"{name}: {Refused(refusal.key, refusal.params, refusal.detail)}", file=sys.stderr)
        return WRONG_USE
    except known as error:
        print(f"{name}: {error}", file=sys.stderr)
        return WRONG_USE
    return FAILED


def _hall(args: argparse.Namespace) -> Hall:
    if args.core is not None:
        from core.domain.hall_json import hall_from_json

        return hall_from_json(_core(args).get("/api/hall"))
    from core.app.hallfile import load
    from hallcall.halls import NoSuchHall, resolve

    if args.hall is None:
        raise NoSuchHall("give --hall FILE or --core URL")
    return load(resolve(args.hall))


def _languages(hall: Hall, first: str | None) -> tuple[str, ...]:
    """Return the two languages of a sheet: the wanted one, and the hall's first other one."""
    from core.qt.names import second_language

    chosen = first or hall.languages[0]
    second = second_language(chosen, hall.languages)
    return (chosen, second) if second else (chosen,)


def _core(args: argparse.Namespace) -> OverHttp:
    from hallcall.over_http import OverHttp

    return OverHttp(args.core, args.token)


def _day(args: argparse.Namespace, hall: Hall) -> date:
    from core.domain.clock import business_date

    day: date | None = args.date
    return day or business_date(datetime.now(UTC), hall.zone_info, hall.day_starts)


def _speak(languages: tuple[str, ...]) -> Callable[[str, str, str], str]:
    from core.qt.translate import Translations

    return Translations(languages).say
