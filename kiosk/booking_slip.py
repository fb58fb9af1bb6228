"""The slip of a booking, in the visitor's language and the hall's other one, as on the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core.domain.hall import Hall
from core.qt.names import names_in, second_language
from core.qt.translate import QT_TRANSLATE_NOOP
from hardware.slip.booking import BookingSlip, booking_sheet
from hardware.slip.sheet import Lines, Sheet
from kiosk import days, names, words
from kiosk.booked import Booked
from kiosk.pages.booked import COME_FROM, LATE, YOUR_CODE
from kiosk.pages.booking import name_of
from kiosk.speech import Label, Speak, Speech

MARK: Final = QT_TRANSLATE_NOOP("kiosk", "Booking · not a number yet")
HOW: Final = QT_TRANSLATE_NOOP("kiosk", "At the kiosk: hold this code before the scanner, or type it")
GIVE_BACK: Final = QT_TRANSLATE_NOOP("kiosk", "You can cancel it at a kiosk until {at}")


def compose_booking(made: Booked, hall: Hall, speak: Speak, language: str, machine: str = "") -> Sheet:
    """Return the slip as a sheet; see :func:`compose`."""
    return booking_sheet(compose(made, hall, speak, language, machine))


def compose(made: Booked, hall: Hall, speak: Speak, language: str, machine: str = "") -> BookingSlip:
    """Return the slip, ``language`` first.

    Args:
        machine: Name of this kiosk, for support.
    """
    second = second_language(language, hall.languages)
    say = Speech(speak, language, second, hall.zone_info)
    queue = next((each for each in hall.queues if each.id == made.queue), None)
    on_time = made.ends + timedelta(minutes=hall.bookings.late_min)
    come = {"starts": days.clock(made.check_in_from, say), "ends": days.clock(on_time, say)}
    return BookingSlip(
        hall=tuple(name for _, name in names_in(hall.name, [language, second] if second else [language])),
        mark=_lines(say.label(MARK)),
        day=_lines(days.day(made.date, say)),
        time=days.span(made.starts, made.ends, say),
        service=_lines(name_of(made, hall, say)),
        place=_lines(names.place(hall, queue, say)) if queue is not None else (),
        code_name=_lines(say.label(YOUR_CODE)),
        code=made.shown_code,
        qr=made.code,
        how=_lines(say.label(HOW)),
        come=_lines(say.label(COME_FROM, **come)),
        late=_lines(say.label(LATE, at=come["ends"])),
        give_back=_lines(days.moment(GIVE_BACK, made.cancel_until, made.starts, say)),
        phone=say.say(words.PHONE, phone=hall.phone).text if hall.phone else "",
        machine=machine,
    )


def _lines(label: Label) -> Lines:
    return tuple(each.text for each in (label.main, label.below) if each.text)
