"""What a visitor may wish beside the matter itself."""

from __future__ import annotations

from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import typing
from kiosk.pages.parts import back, ok
from kiosk.speech import Speech
from kiosk.state import Inputs
from kiosk.view import Line, View

MESSAGES: Final = QT_TRANSLATE_NOOP("kiosk", "Text messages")
TYPE_PHONE: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Type your mobile number: a message is sent shortly before your turn"
)
PHONE_KEPT: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Used for this visit only: kept encrypted, nobody sees all of it, erased after {days} days"
)
PHONE_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "Mobile number")


def phone(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page where a phone number is typed."""
    return View(
        layout="entry",
        icon="phone",
        title=say.label(MESSAGES),
        prompt=say.label(TYPE_PHONE),
        entry=typing.entry(inputs, say.label(PHONE_NUMBER)),
        lines=(Line("kept", say.label(PHONE_KEPT, days=hall.rating_days), kind="text"),),
        buttons=(back(say), ok("phone.set", say)),
    )
