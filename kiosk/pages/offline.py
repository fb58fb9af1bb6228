"""What a visitor is told while this kiosk gives numbers of its own: they are valid; nothing is counted."""

from __future__ import annotations

from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import visit
from kiosk.speech import Label, Speech
from kiosk.state import Inputs, Taken
from kiosk.view import Line

NO_NETWORK: Final = QT_TRANSLATE_NOOP(
    "kiosk", "The network is down. You can take a number here all the same; it is valid."
)
COUNTS_FROM_NOW: Final = QT_TRANSLATE_NOOP("kiosk", "Valid: your place counts from now")


def banner(inputs: Inputs, say: Speech) -> tuple[Line, ...]:
    """Return what is said above the choices, nothing while the core gives the numbers."""
    return () if inputs.serves else (Line("offline", say.label(NO_NETWORK), kind="warn"),)


def or_wait(taken: Taken, say: Speech) -> dict[str, Label]:
    """Return how long the visitor waits; of a number that the core does not know yet, that it is valid."""
    if taken.offline:
        return {"offline": say.label(COUNTS_FROM_NOW)}
    return {"wait": visit.wait(taken.wait, say)}
