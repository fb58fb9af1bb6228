"""Pages for when something is not as it should be: what it is, and what to do now."""

from __future__ import annotations

from core.domain.hall import Hall
from kiosk import words
from kiosk.pages.booking import what_now
from kiosk.speech import Label, Speak, Speech
from kiosk.state import Inputs
from kiosk.view import Button, View


def notice(inputs: Inputs, _hall: Hall, say: Speech) -> View:
    """Return why there is no number."""
    refusal = inputs.refusal
    return View(
        layout="message",
        icon="warning",
        title=say.refusal(refusal.key, refusal.params) if refusal is not None else Label(),
        prompt=what_now(refusal, say),
        buttons=(Button("understood", say.label(words.UNDERSTOOD), strong=True, icon="check"),),
        bad=True,
    )


def out_of_service(inputs: Inputs, speak: Speak) -> View:
    """Return the calm message in every language of the hall, what to do beneath each."""
    languages = inputs.hall.languages if inputs.hall else words.EVERY_LANGUAGE
    why = words.NO_NUMBERS if inputs.live and inputs.degraded else words.OUT_OF_SERVICE
    told = tuple(
        Label(speech.say(why), speech.say(words.ASK_GUIDE))
        for speech in (Speech(speak, language, "") for language in languages)
    )
    return View(page="outOfService", layout="outOfService", every=told, bad=True)
