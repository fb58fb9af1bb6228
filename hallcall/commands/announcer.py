"""``hallcall announcer``: the voice of a hall or of one zone."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from hallcall.options import add_core, add_token


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``announcer`` with the command line."""
    parser = subparsers.add_parser("announcer", help="say the calls of a hall, or of one of its zones")
    add_core(parser)
    add_token(parser, "screen")
    parser.add_argument("--zone", metavar="Z", help="say the calls of this zone only")
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="keep the newest calls here as WAV; default: a temporary folder",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say the calls until told to end."""
    if args.out is not None:
        return _announce(args, args.out)
    with tempfile.TemporaryDirectory(prefix="hallcall-calls-") as folder:
        return _announce(args, Path(folder))


def _announce(args: argparse.Namespace, out_dir: Path) -> int:
    # Nothing is shown, so it also runs where there is no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from core.client.link import CoreLink
    from core.qt.app import make_app, run_app
    from hallcall.agents.announcer import Announcer
    from hardware.voice.filesink import FileSink
    from hardware.voice.player import Player
    from hardware.voice.synth import Synthesizer

    app = make_app("hallcall-announcer", widgets=False)
    link = CoreLink(args.core, args.token)
    player = Player(FileSink(out_dir))
    with Synthesizer() as synthesizer:
        announcer = Announcer(link, None, synthesizer, out_dir, player, zone=args.zone)
        link.start(**({"zone": args.zone} if args.zone else {}))
        code = run_app(app)
        link.stop()
        player.stop()
        announcer.close()
    return code
