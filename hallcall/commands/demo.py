"""``hallcall demo``: the whole hall on one machine."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from hallcall.exits import DONE, FAILED, WRONG_USE

SHOWN_SHARE = 0.45
"""Height of the kiosk's and the boards' windows, as a share of the screen."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``demo`` with the command line."""
    parser = subparsers.add_parser("demo", help="the whole hall on one machine, with simulated devices")
    parser.add_argument("--hall", default="lhasa", metavar="NAME|FILE", help="default: lhasa")
    parser.add_argument(
        "--headless", action="store_true", help="play a visitor and a clerk through the screens, then end"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("out/demo"), metavar="DIR", help="pictures, slips, sounds"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the demo; headless, exit non-zero if any step did not happen."""
    from core.app.hallfile import HallFileInvalid, load
    from hallcall.halls import NoSuchHall, resolve

    if args.headless:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        file = resolve(args.hall)
        hall = load(file)
    except NoSuchHall as error:
        print(f"hallcall demo: {error}", file=sys.stderr)
        return WRONG_USE
    except HallFileInvalid as error:
        print(f"hallcall demo: the hall file has mistakes\n{error}", file=sys.stderr)
        return FAILED
    args.out.mkdir(parents=True, exist_ok=True)
    return _headless(hall, args.out) if args.headless else _shown(hall, file, args.out)


def _headless(hall: Any, out: Path) -> int:
    from core.qt.app import make_app
    from hallcall.demo.core_process import CoreDidNotStart
    from hallcall.demo.hands import DidNotHappen
    from hallcall.demo.hurried import write_hurried
    from hallcall.demo.play import Play
    from hallcall.demo.stage import set_stage

    hall, file = write_hurried(hall, out)
    make_app("hallcall-demo", widgets=True)
    try:
        with set_stage(hall, file, out) as stage:
            Play(stage, out, lambda step: print(f"  {step}", flush=True)).perform()
    except (DidNotHappen, CoreDidNotStart) as error:
        print(f"hallcall demo: this did not happen: {error}", file=sys.stderr)
        return FAILED
    print(f"pictures, slips and spoken calls are in {out}")
    return DONE


def _shown(hall: Any, file: Path, out: Path) -> int:
    from PySide6.QtCore import QSize

    from core.qt.app import make_app, run_app
    from hallcall.demo.core_process import CoreDidNotStart
    from hallcall.demo.hands import room_on_screen
    from hallcall.demo.stage import CLERK, PIN, set_stage

    app = make_app("hallcall-demo", widgets=True)
    room = room_on_screen()
    high = int(room.height() * SHOWN_SHARE)
    board, kiosk = QSize(high * 16 // 9, high), QSize(high * 2 * 9 // 16, high * 2)
    try:
        with set_stage(hall, file, out, kiosk_size=kiosk, board_size=board) as stage:
            stage.zone_board.view.setPosition(room.left() + kiosk.width(), room.top())
            stage.hall_board.view.setPosition(room.left() + kiosk.width(), room.top() + room.height() // 2)
            stage.kiosk.view.setPosition(room.left(), room.top())
            stage.caller.window.move(room.left() + kiosk.width() + board.width(), room.top())
            for screen in (stage.zone_board, stage.hall_board, stage.kiosk, stage.caller):
                screen.show()
            print(f"core: {stage.url}   clerk {CLERK}, PIN {PIN}, window {stage.scene.window.number}")
            print(f"simulated devices: {stage.devices.kiosk_file}, {stage.devices.window_file}")
            return run_app(app)
    except CoreDidNotStart as error:
        print(f"hallcall demo: {error}", file=sys.stderr)
        return FAILED
