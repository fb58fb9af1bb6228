"""What a rating pad says, in English; ``display/i18n`` has the other languages."""

from __future__ import annotations

from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

CONTEXT: Final = "pad"

PLEASE_RATE: Final = QT_TRANSLATE_NOOP("pad", "How was the service?")
WHAT_WAS_WRONG: Final = QT_TRANSLATE_NOOP("pad", "What was not good? Choose, then press “Send”")
NUMBER: Final = QT_TRANSLATE_NOOP("pad", "Number")
CLERK: Final = QT_TRANSLATE_NOOP("pad", "Clerk")
VOLUNTARY: Final = QT_TRANSLATE_NOOP("pad", "You need not rate. The clerk cannot see it the same day.")
RATE: Final = QT_TRANSLATE_NOOP("pad", "Rate the service")
SKIP: Final = QT_TRANSLATE_NOOP("pad", "Do not rate")
BACK: Final = QT_TRANSLATE_NOOP("pad", "Back")
MORE: Final = QT_TRANSLATE_NOOP("pad", "More {page}/{pages}")
SEND: Final = QT_TRANSLATE_NOOP("pad", "Send")
THANKS: Final = QT_TRANSLATE_NOOP("pad", "Thank you for your rating")
ALREADY: Final = QT_TRANSLATE_NOOP("pad", "This visit has been rated already. Thank you")
NOT_KEPT: Final = QT_TRANSLATE_NOOP("pad", "Sorry, your rating could not be stored")
BY_PHONE: Final = QT_TRANSLATE_NOOP("pad", "You can rate by phone: scan the code on your ticket")
SENDING: Final = QT_TRANSLATE_NOOP("pad", "Your rating is being sent…")
WAITS: Final = QT_TRANSLATE_NOOP("pad", "Your rating is not sent yet. It is sent when the network is back")
CANNOT: Final = QT_TRANSLATE_NOOP("pad", "No rating can be given now")
PAUSED: Final = QT_TRANSLATE_NOOP("pad", "Service is paused")
CLOSED: Final = QT_TRANSLATE_NOOP("pad", "This window is closed")
