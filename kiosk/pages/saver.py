"""The resting screen: nobody is here."""

from __future__ import annotations

from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk.speech import Label, Said, Speech
from kiosk.state import Inputs
from kiosk.view import View

BEGIN: Final = QT_TRANSLATE_NOOP("kiosk", "Touch to begin")


def saver(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the hall's name, the notices in each language in turn, and how to begin in all of them."""
    notices = hall.notices_on(inputs.now.date()) if inputs.now is not None else ()
    told = (
        Said(each[language], language)
        for each in notices
        for language in hall.languages
        if each.get(language)
    )
    every = (Speech(say.speak, language, "") for language in hall.languages)
    return View(
        layout="saver",
        title=say.name(hall.name),
        notices=tuple(told),
        every=tuple(Label(each.say(BEGIN)) for each in every),
    )
