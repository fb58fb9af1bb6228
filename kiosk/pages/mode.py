"""The line that tells in which mode the kiosk is, and until when."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core.domain.kiosk import Mode
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import days
from kiosk.speech import NO_LABEL, Label, Speech
from kiosk.state import Inputs
from kiosk.view import Line

NO_NUMBERS: Final = QT_TRANSLATE_NOOP("kiosk", "No numbers are given now")
AGAIN: Final = QT_TRANSLATE_NOOP("kiosk", "Numbers are given again from {at}")
NOT_HERE: Final = QT_TRANSLATE_NOOP("kiosk", "At this machine no numbers are given")
UNTIL: Final = QT_TRANSLATE_NOOP("kiosk", "Numbers are given until {at}")
SOON: Final = timedelta(hours=1)
"""So long before numbers end it is said on the first page."""


def told(inputs: Inputs, say: Speech) -> tuple[Line, ...]:
    """Return the line for a first page; none while numbers are given and go on."""
    label = _until(inputs, say) if inputs.mode is Mode.TICKET else again(inputs, say)
    return (Line("mode", label, kind="warn"),) if label.main.text else ()


def again(inputs: Inputs, say: Speech) -> Label:
    """Return from when on numbers are given; nothing while they are."""
    if inputs.takes:
        return NO_LABEL
    if inputs.numbers_from is not None and inputs.now is not None:
        return days.moment(AGAIN, inputs.numbers_from, inputs.now, say)
    return say.label(NO_NUMBERS if inputs.rules.mode is None else NOT_HERE)


def _until(inputs: Inputs, say: Speech) -> Label:
    ends, now = inputs.mode_ends, inputs.now
    if ends is None or now is None or ends - now > SOON:
        return NO_LABEL
    return days.moment(UNTIL, ends, now, say)
