"""Which screens ``hallcall display`` shows."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.domain.screen import FaceKind, Screen
from hallcall.options import one_window

if TYPE_CHECKING:
    from display.app import Wanted
    from display.face import MakeFace
    from display.media.desk import MediaDesk


def add_screens(parser: argparse.ArgumentParser) -> None:
    """What is shown, and on which monitor; without any of it the whole hall's board."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--zone", metavar="Z", help="the board of a zone, by its id; default: the hall's")
    which.add_argument(
        "--window",
        metavar="N[,N...]",
        type=_windows,
        default=(),
        help="the screens above these windows, one monitor each, from the left",
    )
    which.add_argument("--pad", metavar="N", type=one_window, help="the rating pad of a window")
    which.add_argument("--collect", action="store_true", help="the list of results to collect")
    which.add_argument(
        "--screen",
        metavar="NAME[,NAME...]",
        type=_names,
        default=(),
        help="screens as the hall file describes them under [[screens]]",
    )
    parser.add_argument(
        "--preview",
        metavar="FILE",
        type=Path,
        help="the first layout of a hall file, or of a file of [[layouts]], with sample calls and no core;"
        " read again whenever it is saved",
    )
    parser.add_argument(
        "--monitor",
        metavar="M",
        default="",
        help="number (1 is the leftmost) or output name of the (first) screen's monitor",
    )


def add_media(parser: argparse.ArgumentParser) -> None:
    """The pictures and films of this machine's boards."""
    parser.add_argument(
        "--media",
        metavar="DIR",
        type=Path,
        help="pictures and films for the boards whose layout has a place for them (docs/screens.md); "
        "goes before what the hall file says",
    )
    parser.add_argument("--media-sound", action="store_true", help="let the films be heard")
    parser.add_argument("--no-films", action="store_true", help="show the pictures only: for a weak machine")


def media_desk(args: argparse.Namespace, *, voice: bool = False, preview: bool = False) -> MediaDesk:
    """Return what the boards share of their pictures and films.

    Args:
        args: The command line.
        voice: Whether this program says the calls itself.
        preview: Whether the place is to be seen though there is nothing to show.
    """
    from display.media.desk import MediaDesk
    from display.media.settings import MediaSettings

    desk = MediaDesk(MediaSettings(args.media, args.media_sound, not args.no_films), keeps_room=preview)
    if voice:
        desk.set_speaking(False)
    return desk


def faces_with(desk: MediaDesk) -> Mapping[FaceKind, MakeFace]:
    """Return the faces; the boards among them show what the desk says."""
    from display.board.face import BoardFace
    from display.faces import FACES

    return {**FACES, FaceKind.BOARD: partial(BoardFace, desk=desk)}


def wanted_screens(args: argparse.Namespace) -> tuple[Wanted, ...]:
    """Return what the options ask for."""
    if args.screen:
        return tuple(args.screen)
    if args.window:
        return tuple(Screen(face=FaceKind.WINDOW, windows=(number,)) for number in args.window)
    if args.pad is not None:
        return (Screen(face=FaceKind.PAD, windows=(args.pad,)),)
    if args.collect:
        return (Screen(face=FaceKind.COLLECT),)
    return (Screen(zone=args.zone or ""),)


def says_what(args: argparse.Namespace) -> bool:
    """Whether the options say what is shown; else a machine that joins shows what it was told then."""
    return bool(args.screen or args.window or args.pad is not None or args.collect or args.zone)


def cannot_show(wanted: tuple[Wanted, ...]) -> str:
    """Return what this program cannot show of it, ``""`` if it can all."""
    from display.faces import FACES

    missing = [each.face for each in wanted if isinstance(each, Screen) and each.face not in FACES]
    return f"this version of the display shows no {missing[0].value} screen yet" if missing else ""


def _windows(text: str) -> tuple[int, ...]:
    return tuple(one_window(each.strip()) for each in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(each.strip() for each in text.split(","))
    if not all(names):
        raise argparse.ArgumentTypeError(f"not names with commas between: {text!r}")
    return names
