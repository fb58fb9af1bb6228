"""What the list of results says, in English; ``display/i18n`` has the other languages."""

from __future__ import annotations

from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

CONTEXT: Final = "collect"

TITLE: Final = QT_TRANSLATE_NOOP("collect", "Ready to collect")
PLEASE: Final = QT_TRANSLATE_NOOP("collect", "Please collect at the window behind the arrow")
NONE_YET: Final = QT_TRANSLATE_NOOP("collect", "Numbers whose result is ready appear here")
MORE: Final = QT_TRANSLATE_NOOP("collect", "{count} more are ready: please ask at the window")
