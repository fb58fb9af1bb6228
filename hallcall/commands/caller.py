"""``hallcall caller``: the clerk's console."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from typing import Any

from hallcall.options import add_core, add_fonts

log = logging.getLogger(__name__)


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register ``caller`` with the command line."""
    parser = subparsers.add_parser("caller", help="the clerk's console: sign in at a window and call")
    add_core(parser)
    parser.add_argument(
        "--window", metavar="N", type=_window_number, help="the window; else the last one used"
    )
    parser.add_argument("--compact", action="store_true", help="come up as a strip (F2 changes it)")
    parser.add_argument(
        "--settings", metavar="FILE", type=Path, help="settings file; default: the user's own"
    )
    add_fonts(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the console until it is closed."""
    # Qt is loaded here only, so that commands without a screen start without it.
    from PySide6.QtCore import QTimer

    from caller.app import LANGUAGES, caller_for
    from caller.settings import CallerSettings
    from core.qt.app import make_app, run_app
    from core.qt.fonts import missing_font_line, prepare_fonts

    app = make_app("hallcall-caller", widgets=True)
    missing = prepare_fonts(LANGUAGES, args.fonts)
    if missing:
        log.warning("%s", missing_font_line(missing))
    settings = CallerSettings(_settings_store(args.settings))
    caller = caller_for(
        args.core, settings=settings, window=args.window, strip=args.compact, missing_fonts=missing
    )
    caller.show()
    window = args.window or settings.window or "?"
    # Said from inside the loop: from then on it also ends as it should when it is told to.
    QTimer.singleShot(0, app, lambda: log.info("caller of window %s, core at %s", window, args.core))
    code = run_app(app)
    caller.stop()
    return code


def _settings_store(file: Path | None) -> Any:
    from PySide6.QtCore import QSettings

    ini = QSettings.Format.IniFormat
    if file is not None:
        return QSettings(str(file), ini)
    return QSettings(ini, QSettings.Scope.UserScope, "Hallcall", "caller")


def _window_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a window number: {text!r}")
    return int(text)
