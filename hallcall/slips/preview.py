"""What a hall's slips look like, before a visitor holds one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.domain.hall import Hall
from core.domain.wait import Wait

if TYPE_CHECKING:
    from hardware.slip.slip import Slip
    from kiosk.state import Taken

PAGE = "http://10.0.0.8:8400/t/Zr3vQ8sLw1XyB5kTn0aGdg"
"""As long as a real one; it opens nothing."""

_WAIT = Wait(900, 1500)
_AHEAD = 12


class NoSuchMatter(LookupError):
    """The hall has no item, matter or queue of that id."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An imagined visit.

    Attributes:
        language: What the visitor reads.
        what: Id of an item, a matter or a queue; ``""``: the first frequent item, else the first queue.
        copy: It is printed once more.
        marked: The visitor goes first; on what ground no slip says.
    """

    language: str
    what: str = ""
    copy: bool = False
    marked: bool = False


def sample_slip(hall: Hall, sample: Sample, now: datetime) -> Slip:
    """Return the slip of an imagined visit, with everything on it that a layout may show.

    Raises:
        NoSuchMatter: The hall does not have what the visit is for.
    """
    from core.qt.names import second_language
    from core.qt.translate import Translations
    from hardware.slip import words
    from hardware.slip.words import Say
    from kiosk.slips import compose

    speak = Translations(hall.languages).say
    slip = compose(_taken(hall, sample, now), hall, speak, "K02-1942")
    second = second_language(sample.language, hall.languages)
    say = Say(speak, (sample.language, second) if second else (sample.language,))
    return replace(
        slip,
        mark=say(words.PRIORITY) if sample.marked else (),
        qr=PAGE,
        qr_text=say(words.SCAN_PLACE),
        name=say(words.NAME, name="张*"),
        card=say(words.CARD, last="012X"),
        complaints=say(words.COMPLAINTS, phone=hall.complaint_phone)[0] if hall.complaint_phone else "",
        copy=(*say(words.COPY), f"{now.astimezone(hall.zone_info):%Y-%m-%d %H:%M:%S}") if sample.copy else (),
        languages=tuple(say.languages),
        first=hall.languages[0],
    )


def _taken(hall: Hall, sample: Sample, now: datetime) -> Taken:
    from kiosk.state import Taken

    steps, item, matter = _visit(hall, sample.what)
    queue = hall.queue(steps[0][0])
    number = f"{queue.prefix}017"
    visit = Taken("sample", number, queue.id, _AHEAD, now, sample.language, item, matter, _WAIT)
    return replace(visit, steps=steps)


def _visit(hall: Hall, what: str) -> tuple[tuple[tuple[str, ...], ...], str | None, str | None]:
    """Return the steps of a visit, and its item or matter."""
    wanted = what or next(_usual(hall))
    for matter in hall.matters:
        if matter.id == wanted:
            return tuple(stage.queues for stage in matter.stages), None, wanted
    for item in hall.items:
        if item.id == wanted:
            return ((item.queue,),), wanted, None
    for queue in hall.queues:
        if queue.id == wanted:
            return ((wanted,),), None, None
    raise NoSuchMatter(f"the hall has no item, matter or queue {wanted!r}")


def _usual(hall: Hall) -> Iterator[str]:
    yield from (item.id for item in hall.items if item.frequent)
    yield hall.queues[0].id
