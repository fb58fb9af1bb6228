"""``hallcall voice``: one announcement as a WAV file."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from hallcall.exits import DONE, FAILED, WRONG_USE


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``voice say`` with the command line."""
    voice = subparsers.add_parser("voice", help="speak an announcement into a file")
    acts = voice.add_subparsers(dest="act", required=True, metavar="ACT")
    say = acts.add_parser("say", help="one call, in all the hall's languages, as a WAV file")
    say.add_argument(
        "--hall", metavar="FILE_OR_NAME", required=True, help="a hall file or a shipped hall's name"
    )
    say.add_argument("--number", metavar="A001", required=True, type=_number, help="the ticket's number")
    say.add_argument("--window", metavar="N", required=True, type=_window, help="the window's number")
    say.add_argument("--again", action="store_true", help="as said when it is called once more")
    say.add_argument("--out", metavar="X.wav", required=True, type=Path, help="the file to write")
    say.set_defaults(run=say_call)


def say_call(args: argparse.Namespace) -> int:
    """Write one announcement; 1 if nothing can be said, 2 if the hall file cannot be used."""
    from core.app.hallfile import HallFileInvalid, load
    from hallcall.halls import NoSuchHall, resolve

    try:
        hall = load(resolve(args.hall))
    except (NoSuchHall, HallFileInvalid, OSError) as error:
        print(f"hallcall voice say: {error}", file=sys.stderr)
        return WRONG_USE
    if args.window not in {window.number for window in hall.windows}:
        print(f"hallcall voice say: {hall.id} has no window {args.window}", file=sys.stderr)
        return WRONG_USE

    from hardware.errors import DeviceError
    from hardware.voice.announcer import Announcement
    from hardware.voice.speaker import Speaker
    from hardware.voice.synth import Synthesizer

    zone = hall.window(args.window).zone
    call = Announcement(None, args.number, args.window, zone, datetime.now(UTC), repeat=int(args.again))
    try:
        with Synthesizer() as synthesizer:
            spoken = Speaker(hall.voice, synthesizer, args.out.parent).render(call, args.out)
    except (DeviceError, OSError) as error:
        print(f"hallcall voice say: {error}", file=sys.stderr)
        return FAILED
    said = ", ".join(spoken.languages) or "the chime only"
    print(f"{spoken.path}: {spoken.seconds:.2f} s, {said}, made in {spoken.render_s * 1000:.0f} ms")
    if spoken.unspoken:
        print(f"not spoken, shown on the screens only: {', '.join(spoken.unspoken)}")
    return DONE if spoken.languages else FAILED


def _number(text: str) -> str:
    if not (text.isascii() and text.isalnum()):
        raise argparse.ArgumentTypeError(f"not a ticket number: {text!r}")
    return text.upper()


def _window(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 9999):
        raise argparse.ArgumentTypeError(f"not a window number: {text!r}")
    return int(text)
