"""What a machine that asks to join says, in English; ``display/i18n`` has the other languages."""

from __future__ import annotations

from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

CONTEXT: Final = "pairing"

CONNECTING: Final = QT_TRANSLATE_NOOP("pairing", "Connecting to the hall…")
WANTS_TO_JOIN: Final = QT_TRANSLATE_NOOP("pairing", "This screen wants to join the hall")
REFUSED: Final = QT_TRANSLATE_NOOP("pairing", "This screen was refused")
TOO_MANY: Final = QT_TRANSLATE_NOOP("pairing", "Too many screens ask at once")
SAY_THE_CODE: Final = QT_TRANSLATE_NOOP("pairing", "Tell the supervisor this number. Nothing is typed here.")
AGAIN_BY_ITSELF: Final = QT_TRANSLATE_NOOP("pairing", "It asks again by itself within a minute")
NOT_REACHED: Final = QT_TRANSLATE_NOOP("pairing", "The core does not answer. Look at the network cable.")
