"""The slip of a ticket, in the visitor's language and the hall's other one, as on the screen."""

from __future__ import annotations

from datetime import datetime

from core.domain.hall import Hall
from core.domain.text import Text
from core.qt.names import names_in, second_language
from hardware.slip.layout import slip_sheet
from hardware.slip.sheet import Lines, Sheet
from hardware.slip.slip import Slip
from hardware.slip.words import COMPLAINTS, COPY, SCAN_PLACE
from hardware.slip.words import Say as SlipSay
from kiosk import visit, words
from kiosk.names import zone_of
from kiosk.speech import UNSAID, Speak, Speech
from kiosk.state import Taken


def compose_sheet(
    taken: Taken, hall: Hall, speak: Speak, machine: str, site: str = "", copied: datetime | None = None
) -> Sheet:
    """Return the slip in the hall's layout; see :func:`compose`."""
    return slip_sheet(compose(taken, hall, speak, machine, site, copied), hall.slip)


def compose(
    taken: Taken, hall: Hall, speak: Speak, machine: str, site: str = "", copied: datetime | None = None
) -> Slip:
    """Return the slip; the visitor's language first, then the hall's first other one.

    A third language, for somebody else, would make it a fifth longer (18 cm instead of 15, Lhasa, 80 mm).

    Args:
        machine: Name of this kiosk, for support.
        site: What the code's address begins with, ``"http://10.0.0.8:8400"``; ``""``: there is no code.
        copied: When this copy is printed; ``None``: it is the slip itself.
    """
    second = second_language(taken.language, hall.languages)
    languages = [taken.language, *([second] if second else [])]
    every = [Speech(speak, language, "") for language in languages]
    printed = SlipSay(speak, languages)
    numbers = {window.number for queue in taken.first for window in hall.windows_of(queue)}
    return Slip(
        hall=_names(hall.name, languages),
        service=_names(visit.came_for(hall, taken), languages),
        mark=_mark(taken, hall, every),
        number=taken.number,
        time=f"{taken.at.astimezone(hall.zone_info):%Y-%m-%d %H:%M:%S}",
        windows=tuple(say.windows(numbers).main.text for say in every) if numbers else (),
        place=_place(hall, hall.queue(taken.queue).zone, every),
        ahead=() if taken.offline else tuple(visit.ahead(taken.ahead, say).main.text for say in every),
        wait=() if taken.offline else tuple(visit.wait(taken.wait, say).main.text for say in every),
        step=tuple(text for text in (visit.step(hall, taken, say).main.text for say in every) if text),
        to_come=tuple(zip(*(visit.to_come(hall, taken, say) for say in every), strict=True)),
        passed_rule=_names(hall.passed_rule, languages),
        qr=f"{site.rstrip('/')}/t/{taken.track}" if site and taken.track else "",
        qr_text=printed(SCAN_PLACE),
        phone=every[0].say(words.PHONE, phone=hall.phone).text if hall.phone else "",
        complaints=printed(COMPLAINTS, phone=hall.complaint_phone)[0] if hall.complaint_phone else "",
        machine=machine,
        copy=_copy(printed, copied, hall),
        offline=_offline(taken, hall, speak),
        offline_note=tuple(say.say(words.OFFLINE_NOTE).text for say in every) if taken.offline else (),
        languages=tuple(languages),
        first=hall.languages[0],
    )


def _mark(taken: Taken, hall: Hall, every: list[Speech]) -> Lines:
    """Return why the visitor is called out of turn, never on what ground."""
    mine = (each for each in hall.classes if each.id == taken.visitor_class)
    favoured = any(each.weight > 1 or each.head_start_min > 0 for each in mine)
    marks = {words.BOOKED: taken.booked, words.PRIORITY: favoured, words.ASSISTED: taken.assisted}
    shown = [mark for mark, so in marks.items() if so]
    return tuple(" · ".join(say.say(mark).text for mark in shown) for say in every) if shown else ()


def _offline(taken: Taken, hall: Hall, speak: Speak) -> Lines:
    """Return the mark in every language of the hall, the visitor's first: also who helps must see it."""
    if not taken.offline:
        return ()
    languages = [taken.language, *(each for each in hall.languages if each != taken.language)]
    return tuple(Speech(speak, language, "").say(words.OFFLINE).text for language in languages)


def _copy(printed: SlipSay, copied: datetime | None, hall: Hall) -> Lines:
    if copied is None:
        return ()
    at = f"{copied.astimezone(hall.zone_info):%H:%M:%S}"
    return tuple(f"{said} {at}" for said in printed(COPY))


def _names(text: Text, languages: list[str]) -> Lines:
    return tuple(name for _, name in names_in(text, languages))


def _place(hall: Hall, zone_id: str, every: list[Speech]) -> Lines:
    zone = zone_of(hall, zone_id)
    lines = []
    for say in every:
        floor = say.say(words.FLOOR, floor=zone.floor) if zone.floor is not None else UNSAID
        parts = [part for part in (floor.text, zone.name.get(say.chosen, "")) if part]
        if zone.name.get(say.chosen):
            lines.append(" · ".join(parts))
    return tuple(lines)
