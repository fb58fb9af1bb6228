"""The slip of a ticket, in the visitor's language and the hall's other one, as on the screen."""

from __future__ import annotations

from core.domain.hall import Hall
from core.domain.text import Text
from core.qt.names import names_in, second_language
from hardware.slip.slip import Lines, Slip
from kiosk import visit, words
from kiosk.derive import zone_of
from kiosk.speech import UNSAID, Speak, Speech
from kiosk.state import Taken


def compose(taken: Taken, hall: Hall, speak: Speak, machine: str) -> Slip:
    """Return the slip; the visitor's language first, then the hall's first other one.

    A third language, for somebody else, would make it a fifth longer (18 cm instead of 15, Lhasa, 80 mm).

    Args:
        machine: Name of this kiosk, for support.
    """
    second = second_language(taken.language, hall.languages)
    languages = [taken.language, *([second] if second else [])]
    every = [Speech(speak, language, "") for language in languages]
    numbers = {window.number for queue in taken.first for window in hall.windows_of(queue)}
    return Slip(
        hall=_names(hall.name, languages),
        service=_names(visit.came_for(hall, taken), languages),
        number=taken.number,
        time=f"{taken.at.astimezone(hall.zone_info):%Y-%m-%d %H:%M:%S}",
        windows=tuple(say.windows(numbers).main.text for say in every) if numbers else (),
        place=_place(hall, hall.queue(taken.queue).zone, every),
        ahead=tuple(visit.ahead(taken, say).main.text for say in every),
        wait=tuple(visit.wait(taken, say).main.text for say in every),
        step=tuple(text for text in (visit.step(hall, taken, say).main.text for say in every) if text),
        to_come=tuple(zip(*(visit.to_come(hall, taken, say) for say in every), strict=True)),
        passed_rule=_names(hall.passed_rule, languages),
        phone=every[0].say(words.PHONE, phone=hall.phone).text if hall.phone else "",
        machine=machine,
    )


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
