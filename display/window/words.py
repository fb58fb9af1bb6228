"""What a window screen says, in English; ``display/i18n`` has the other languages."""

from __future__ import annotations

from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

CONTEXT: Final = "window"

WINDOW: Final = QT_TRANSLATE_NOOP("window", "Window")
FREE: Final = QT_TRANSLATE_NOOP("window", "Free")
CALLING: Final = QT_TRANSLATE_NOOP("window", "Please come here")
SERVING: Final = QT_TRANSLATE_NOOP("window", "Being served")
PAUSED: Final = QT_TRANSLATE_NOOP("window", "Paused")
CLOSED: Final = QT_TRANSLATE_NOOP("window", "Closed")

WAIT_FOR_YOUR_NUMBER: Final = QT_TRANSLATE_NOOP("window", "Please wait for your number")
BACK_LATER: Final = QT_TRANSLATE_NOOP("window", "No calls at this window now")
NOT_OPEN: Final = QT_TRANSLATE_NOOP("window", "This window is not open now")
THEN_PAUSED: Final = QT_TRANSLATE_NOOP("window", "Then paused: {reason}")
THEN_PAUSED_PLAIN: Final = QT_TRANSLATE_NOOP("window", "Then paused")
CLERK: Final = QT_TRANSLATE_NOOP("window", "Clerk {clerk}")
