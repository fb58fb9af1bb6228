"""What a board says, in English; ``display/i18n`` has the other languages.

A public board shows all languages of its hall at once, so a text is asked for by language and never read
from the one language that is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

CONTEXT: Final = "board"

Speak = Callable[[str, str, str], str]
"""``speak(language, context, source)``, as :meth:`core.qt.translate.Translations.say`."""

WINDOW: Final = QT_TRANSLATE_NOOP("board", "Window {window}")
PLEASE_GO: Final = QT_TRANSLATE_NOOP("board", "Please go to window {window}")
NOW_CALLING: Final = QT_TRANSLATE_NOOP("board", "Now calling")
LATEST_CALL: Final = QT_TRANSLATE_NOOP("board", "Latest call")
WELCOME: Final = QT_TRANSLATE_NOOP("board", "Welcome")
PLEASE_WATCH: Final = QT_TRANSLATE_NOOP("board", "Please wait for your number")
HEAD_NUMBER: Final = QT_TRANSLATE_NOOP("board", "Number")
HEAD_QUEUE: Final = QT_TRANSLATE_NOOP("board", "Matter")
HEAD_WINDOW: Final = QT_TRANSLATE_NOOP("board", "Window")
NO_CALLS: Final = QT_TRANSLATE_NOOP("board", "Numbers that are called appear here")
WAITING: Final = QT_TRANSLATE_NOOP("board", "Waiting")
SERVING: Final = QT_TRANSLATE_NOOP("board", "Open")
PAUSED: Final = QT_TRANSLATE_NOOP("board", "Paused")
NO_WINDOW_OPEN: Final = QT_TRANSLATE_NOOP("board", "No window is open now")
OPEN_OF: Final = QT_TRANSLATE_NOOP("board", "{open} of {all} windows open")
NOT_LIVE_SINCE: Final = QT_TRANSLATE_NOOP("board", "Not live since {time}")
CONNECTING: Final = QT_TRANSLATE_NOOP("board", "Connecting to the hall…")

PASSED_NUMBERS: Final = QT_TRANSLATE_NOOP("board", "Passed numbers")
ABOUT_MIN: Final = QT_TRANSLATE_NOOP("board", "about {least}–{most} min")
UP_TO_MIN: Final = QT_TRANSLATE_NOOP("board", "up to {most} min")
NO_SUCH_ZONE: Final = QT_TRANSLATE_NOOP("board", "This hall has no zone “{found}”")
NO_SUCH_WINDOW: Final = QT_TRANSLATE_NOOP("board", "This hall has no window {found}")
NO_SUCH_SCREEN: Final = QT_TRANSLATE_NOOP("board", "This hall has no screen “{found}”")
NO_SUCH_FACE: Final = QT_TRANSLATE_NOOP("board", "This program cannot show “{found}” yet")
SET_IT_UP: Final = QT_TRANSLATE_NOOP(
    "board", "For the technician: start this screen with another name, or add this one to the hall file"
)

EVERY_LANGUAGE: Final = ("zh", "bo", "en")
"""What a board says while it does not know its hall yet."""
