"""``hallcall hall``: check hall files, take one into a hall, and write a hall as one."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import core_url

if TYPE_CHECKING:
    from core.app.hallfile import Report
    from core.domain.hall import Hall

STDOUT = "-"


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``hall check``, ``hall import``, ``hall export`` and ``hall pin`` with the command line."""
    hall = subparsers.add_parser("hall", help="check a hall file, take one into a hall, write a hall as one")
    acts = hall.add_subparsers(dest="act", required=True, metavar="ACT")
    check = acts.add_parser("check", help="report every mistake of hall files, with its line")
    check.add_argument("files", nargs="+", metavar="FILE_OR_NAME", help="a file, or a shipped hall's name")
    check.add_argument(
        "--voices", metavar="DIR", type=Path, help="the folder of the recorded voices (HALLCALL_VOICES)"
    )
    check.set_defaults(run=run_check)
    take = acts.add_parser("import", help="make a file the hall's description; nobody in the hall is lost")
    take.add_argument("file", metavar="FILE_OR_NAME", help="a file, or a shipped hall's name")
    take.add_argument(
        "--move",
        metavar="OLD=NEW",
        type=move,
        action="append",
        default=[],
        help="where people go whose queue the file leaves out; they keep their time of arrival",
    )
    _add_place(take)
    take.set_defaults(run=run_import)
    give = acts.add_parser("export", help="write the hall as a file; an unchanged one comes back as it was")
    give.add_argument("file", metavar="FILE", help=f"where to; {STDOUT} prints it")
    give.add_argument("--force", action="store_true", help="overwrite a file that is there")
    _add_place(give)
    give.set_defaults(run=run_export)
    pin = acts.add_parser("pin", help="ask for the PIN of the kiosks' staff page and print the line to paste")
    pin.set_defaults(run=run_pin)


def _add_place(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--core", metavar="URL", type=core_url, help="a running core; needs the token of an admin"
    )
    where.add_argument("--data", type=Path, metavar="DIR", help="the core's folder (HALLCALL_DATA)")
    parser.add_argument("--token", metavar="T", default=os.environ.get("HALLCALL_TOKEN", ""))


def move(text: str) -> tuple[str, str]:
    """Return the two queues of ``OLD=NEW``."""
    old, _, new = (part.strip() for part in text.partition("="))
    if not old or not new:
        raise argparse.ArgumentTypeError(f"not OLD=NEW: {text!r}")
    return old, new


def run_check(args: argparse.Namespace) -> int:
    """Check each file; return 0 if all are good, 1 with mistakes, 2 if one cannot be read."""
    return max(_check(name, args.voices) for name in args.files)


def run_import(args: argparse.Namespace) -> int:
    """Take a file into the hall; return 1 if it has mistakes or no place for somebody."""
    from core.app.hallfile import HallFileInvalid
    from core.app.hallfile.syntax import decode
    from hallcall.halls import NoSuchHall, resolve
    from hallcall.live_hall import find
    from hallcall.over_http import Refused, Unreachable

    try:
        path = resolve(args.file)
        text = decode(path.read_bytes())
    except HallFileInvalid as invalid:
        print(f"{args.file}: {invalid}", file=sys.stderr)
        return FAILED
    except (NoSuchHall, OSError) as error:
        print(f"hallcall hall import: {error}", file=sys.stderr)
        return WRONG_USE
    try:
        answer = find(args.core, args.token, args.data).take(text, dict(args.move))
    except (Refused, Unreachable) as error:
        for line in _why(path, error):
            print(line, file=sys.stderr)
        return FAILED
    for line in _done(path, answer):
        print(line)
    return DONE


def _why(path: Path, error: Exception) -> list[str]:
    from core.app.import_hall import sentence

    params: Mapping[str, Any] = getattr(error, "params", {})
    match getattr(error, "key", ""):
        case "hall.file_invalid":
            return [f"{path}:{each['line']}: {each['message']}" for each in params["mistakes"]]
        case "hall.in_use":
            findings = [sentence(each["key"], each["params"]) for each in params["findings"]]
            return [*findings, "nothing was changed; --move OLD=NEW says where the people of a queue go"]
    return [f"hallcall hall import: {error}"]


def _done(path: Path, answer: Mapping[str, Any]) -> list[str]:
    from core.app.import_hall import sentence

    if not answer["changed"]:
        return [f"{path}: the hall is as the file says already"]
    moved = answer["moved"]
    told = [f"{path}: the hall is now as the file says"]
    if moved:
        told.append(f"moved to another queue: {', '.join(moved)}")
    return told + [f"mind: {sentence(each['key'], each['params'])}" for each in answer["warnings"]]


def run_export(args: argparse.Namespace) -> int:
    """Write the hall as a file."""
    from hallcall.live_hall import find
    from hallcall.over_http import Refused, Unreachable

    target = Path(args.file)
    if args.file != STDOUT and target.exists() and not args.force:
        print(f"hallcall hall export: {target} is there already; --force overwrites it", file=sys.stderr)
        return WRONG_USE
    try:
        text = find(args.core, args.token, args.data).file()
    except (Refused, Unreachable) as error:
        print(f"hallcall hall export: {error}", file=sys.stderr)
        return FAILED
    if args.file == STDOUT:
        print(text, end="")
    else:
        # As bytes: the line ends of a file that was imported are its own.
        target.write_bytes(text.encode())
    return DONE


def run_pin(_args: argparse.Namespace) -> int:
    """Ask for a PIN twice and print the line of the hall file that holds its hash, not the PIN."""
    from hallcall.ask_pin import NoPin, ask_pin
    from kiosk.staff_pin import PIN_LEAST, PIN_MOST, hash_staff_pin, is_pin

    try:
        pin = ask_pin("PIN of the staff page: ")
        if not is_pin(pin):
            rule = f"a PIN has {PIN_LEAST} to {PIN_MOST} digits, and not all the same"
            print(f"hallcall hall pin: {rule}", file=sys.stderr)
            return FAILED
        if ask_pin("once more: ") != pin:
            print("hallcall hall pin: these are two different PINs", file=sys.stderr)
            return FAILED
    except NoPin as error:
        print(f"hallcall hall pin: {error}", file=sys.stderr)
        return FAILED
    print(f'staff_pin = "{hash_staff_pin(pin)}"')
    return DONE


def _check(name: str, voices: Path | None) -> int:
    from core.app.hallfile import examine
    from hallcall.halls import NoSuchHall, resolve
    from hallcall.settings import Settings
    from hardware.voice.notes import voice_notes

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
    for note in voice_notes(report.hall, voices or Settings().voices):
        print(f"  mind: {note}")
    return DONE


def summary(hall: Hall, report: Report) -> str:
    """Return what the hall is, in a few lines."""
    levels = Counter(department.level for department in hall.departments)
    by_level = ", ".join(f"{count} {level}" for level, count in levels.items())
    frequent = sum(item.frequent for item in hall.items)
    told_once = sum(bool(item.materials) for item in hall.items)
    assumed = ", ".join(f"{count} {section}" for section, count in report.assumed.items())
    booked = sorted({plan.queue for plan in hall.slots})
    rows = {
        "hall": f"{hall.id}  {'  '.join(hall.name[language] for language in hall.languages)}",
        "languages": f"{', '.join(hall.languages)}; spoken: {', '.join(hall.voice.languages)}",
        "zones": len(hall.zones),
        "departments": f"{len(hall.departments)} ({by_level})",
        "queues": len(hall.queues),
        "windows": len(hall.windows),
        "items": f"{len(hall.items)} ({frequent} frequent, {told_once} with their papers)",
        "matters": len(hall.matters),
        "closed days": len(hall.holidays),
        "bookings": f"for {', '.join(booked)}" if booked else "none",
        "slips": _slips(hall),
        "kiosks": _kiosks(hall),
        "assumed": assumed or "nothing",
    }
    return "\n".join(f"  {name:<12} {value}" for name, value in rows.items())


def _kiosks(hall: Hall) -> str:
    named = ", ".join(f"{each.name} ({each.rules.mode or 'by hours'})" for each in hall.kiosks)
    staff = "" if hall.kiosk_rules.staff_pin else "; no PIN for a staff page"
    return f"{named or 'all alike'}{staff}"


def _slips(hall: Hall) -> str:
    if hall.slip is None:
        return "as usual"
    return f"own layout of {len(hall.slip.parts)} parts{', with a logo' if hall.slip.logo else ''}"
