"""``hallcall pictures``: every page of every screen in every state, language and shape of panel, as PNG."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallcall.exits import DONE, FAILED, WRONG_USE

if TYPE_CHECKING:
    from core.domain.hall import Hall

SCREENS = ("kiosk", "caller", "display")
"""Each has a module in ``hallcall/pictures`` that paints it, and a ``..._sheets`` for the documents."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``pictures`` with the command line."""
    parser = subparsers.add_parser("pictures", help="every page in every state and language, as PNG")
    parser.add_argument("--hall", default="lhasa", metavar="NAME|FILE", help="default: lhasa")
    parser.add_argument("--out", type=Path, default=Path("out/pictures"), metavar="DIR", help="all of them")
    parser.add_argument("--only", choices=SCREENS, help="of one screen")
    parser.add_argument(
        "--scene", metavar="NAME", help="only the scenes whose names begin so, e.g. result or item-long"
    )
    parser.add_argument(
        "--docs",
        type=Path,
        metavar="DIR",
        help="only the small sheets of chosen pages that the documents show",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the pictures."""
    from core.app.hallfile import HallFileInvalid, load
    from hallcall.halls import NoSuchHall, resolve

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        hall = load(resolve(args.hall))
    except NoSuchHall as error:
        print(f"hallcall pictures: {error}", file=sys.stderr)
        return WRONG_USE
    except HallFileInvalid as error:
        print(f"hallcall pictures: the hall file has mistakes\n{error}", file=sys.stderr)
        return FAILED
    return _write(args, hall)


def _write(args: argparse.Namespace, hall: Hall) -> int:
    from core.qt.app import make_app

    # The caller is made of widgets.
    make_app("hallcall-pictures", widgets=True)
    screens = (args.only,) if args.only else SCREENS
    if args.docs is not None:
        count, where = write_sheets(hall, args.docs, screens), args.docs
    else:
        wanted = args.scene or ""
        count, where = write_all(hall, args.out, screens, lambda name: name.startswith(wanted)), args.out
    if not count:
        print(f"hallcall pictures: no scene is called {args.scene!r}", file=sys.stderr)
        return WRONG_USE
    print(f"{count} pictures are in {where}")
    return DONE


def write_all(hall: Hall, out: Path, screens: Sequence[str], wanted: Callable[[str], bool]) -> int:
    """Write the pictures of some screens, each into a folder of its own; return how many there are.

    Args:
        hall: Whose pages.
        out: The folder, made where it is missing.
        screens: Of :data:`SCREENS`.
        wanted: Whether the scene of a name is wanted.

    Raises:
        OSError: A picture cannot be written.
    """
    from importlib import import_module

    from hallcall.pictures import files

    count = 0
    for screen in screens:
        folder = out / screen
        folder.mkdir(parents=True, exist_ok=True)
        module = import_module(f"hallcall.pictures.{screen}")
        for name, image in module.pictures(hall, wanted):
            files.write(image, folder / f"{name}.png", module.colours(name))
            count += 1
    return count


def write_sheets(hall: Hall, out: Path, screens: Sequence[str]) -> int:
    """Write the documents' sheets of some screens, each into a folder of its own; return how many there are.

    Raises:
        OSError: One cannot be written.
    """
    from importlib import import_module

    count = 0
    for screen in screens:
        (out / screen).mkdir(parents=True, exist_ok=True)
        count += import_module(f"hallcall.pictures.{screen}_sheets").write_sheets(hall, out / screen)
    return count
