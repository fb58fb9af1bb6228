"""The booking that was made, with the code to come with."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import days, names, words
from kiosk.pages import booking
from kiosk.pages.parts import facts
from kiosk.speech import NO_LABEL, Speech
from kiosk.state import Inputs, Printing
from kiosk.view import Button, View

YOUR_CODE: Final = QT_TRANSLATE_NOOP("kiosk", "Your booking code")
SLIP_COMES: Final = QT_TRANSLATE_NOOP("kiosk", "Your booking slip is being printed")
TAKE_SLIP: Final = QT_TRANSLATE_NOOP("kiosk", "Please take your booking slip and bring it along")
MAYBE_SLIP: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Please take your booking slip. Is there none? Note the code; you need it when you come."
)
NO_SLIP: Final = QT_TRANSLATE_NOOP(
    "kiosk", "No slip came out. Please note the code; you need it when you come."
)
COME_FROM: Final = QT_TRANSLATE_NOOP("kiosk", "Come between {starts} and {ends}")
LATE: Final = QT_TRANSLATE_NOOP("kiosk", "After {at} you wait like everybody")

_SLIP: Final = {
    Printing.UNDER_WAY: SLIP_COMES,
    Printing.DONE: TAKE_SLIP,
    Printing.UNKNOWN: MAYBE_SLIP,
    Printing.FAILED: NO_SLIP,
    Printing.NONE: NO_SLIP,
}


def booked(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the page with the code."""
    made = inputs.booking.booked
    if made is None:
        return View(layout="number")
    queue = next((each for each in hall.queues if each.id == made.queue), None)
    on_time = made.ends + timedelta(minutes=hall.bookings.late_min)
    come = {"starts": days.clock(made.check_in_from, say), "ends": days.clock(on_time, say)}
    told = {
        "when": booking.when(made, say),
        "comeFrom": say.label(COME_FROM, **come),
        "late": say.label(LATE, at=come["ends"]),
        "place": names.place(hall, queue, say) if queue is not None else NO_LABEL,
        "service": booking.name_of(made, hall, say),
    }
    return View(
        layout="number",
        title=say.label(YOUR_CODE),
        prompt=say.label(_SLIP[inputs.printing]),
        number=made.shown_code,
        lines=facts(told, inputs),
        buttons=(Button("done", say.label(words.DONE), strong=True, icon="check"),),
        bad=inputs.printing not in (Printing.UNDER_WAY, Printing.DONE),
    )
