"""The page of the number just taken."""

from __future__ import annotations

from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import names, phone_code, visit, words
from kiosk.pages import offline
from kiosk.speech import NO_LABEL, Label, Speech
from kiosk.state import Inputs, Printing
from kiosk.view import Button, Line, View

SCAN: Final = QT_TRANSLATE_NOOP("kiosk", "Scan to follow on your phone")

_SLIP = {
    Printing.UNDER_WAY: words.PRINTING,
    Printing.DONE: words.TAKE_SLIP,
    Printing.FAILED: words.NO_SLIP,
    Printing.UNKNOWN: words.MAYBE_SLIP,
    Printing.NONE: words.NO_PRINTER,
}


def result(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page with the number that was taken."""
    taken = inputs.taken
    if taken is None:
        return View(layout="number")
    facts = {
        "ahead": visit.ahead(taken.ahead, say),
        **offline.or_wait(taken, say),
        "windows": names.windows(hall, taken.first, say),
        "place": names.place(hall, hall.queue(taken.queue), say),
        "service": names.service(hall, taken, say),
        "step": visit.step(hall, taken, say),
    }
    return View(
        layout="number",
        title=say.label(words.YOUR_NUMBER),
        prompt=say.label(_SLIP[inputs.printing]),
        number=taken.number,
        mark=say.label(words.OFFLINE) if taken.offline else NO_LABEL,
        code=phone_code.code(phone_code.address(inputs.site, taken.track), say.label(SCAN)),
        lines=_lines(facts),
        buttons=(Button("done", say.label(words.DONE), strong=True, icon="check"),),
        bad=inputs.printing in (Printing.FAILED, Printing.UNKNOWN, Printing.NONE),
    )


def _lines(facts: dict[str, Label]) -> tuple[Line, ...]:
    return tuple(Line(key, value) for key, value in facts.items() if value.main.text)
