"""The call-back list (电话回访): whom to ring up, with boxes for what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.domain.hall import Hall
from core.domain.text import Text
from hardware.slip import words
from hardware.slip.sheet import Align, Bar, Block, Row, Sheet, Signature, Words
from hardware.slip.words import Say, Speak

_SHOWN = re.compile(r"[0-9]{8}")


@dataclass(frozen=True, slots=True)
class CallBack:
    """One visit to ask about.

    Attributes:
        number: The ticket's number.
        matter: What for, in the hall's languages.
        window: Where it was served; ``None``: not known.
        ended_at: When it was done.
        phone: Masked, e.g. ``"138****5678"``; a whole number is not printed. ``""``: none was left.
        level: The worst rating of the visit, 1-5, if who asked may see it.
    """

    number: str
    matter: Text
    window: int | None
    ended_at: datetime
    phone: str = ""
    level: int | None = None

    def __post_init__(self) -> None:
        if _SHOWN.search(self.phone):
            raise ValueError("a phone number on a list is masked")


@dataclass(frozen=True, slots=True)
class CallBacks:
    """A day's calls, as ``GET /api/reports/callbacks`` draws them.

    Attributes:
        seed: The same again draws the same visits.
        finished: How many visits they were drawn from.
    """

    date: date
    seed: str
    finished: int
    calls: tuple[CallBack, ...]


def callback_sheet(
    hall: Hall, drawn: CallBacks, printed_at: datetime, languages: Sequence[str], speak: Speak
) -> Sheet:
    """Return the list, the first of ``languages`` first."""
    say = Say(speak, languages)
    return tuple(_blocks(hall, drawn, printed_at, say))


def _blocks(hall: Hall, drawn: CallBacks, printed_at: datetime, say: Say) -> Iterator[Block]:
    yield Words(say.name(hall.name), 34, 28, above=8)
    yield Words(say(words.CALLBACKS), 44, 34, bold=True, others_bold=True, above=6)
    yield Words((drawn.date.isoformat(),), 36, bold=True, above=4)
    of = {"count": len(drawn.calls), "finished": drawn.finished, "seed": drawn.seed}
    yield Words(say(words.DRAWN, **of)[:1], 26, above=2)
    if not drawn.calls:
        yield Bar()
        yield Words(say(words.NOBODY), 32, 28)
    for call in drawn.calls:
        yield Bar()
        yield Row(call.number, call.phone, 36, bold=True)
        yield Words(say.name(call.matter), 30, 26, align=Align.LEFT, above=2)
        window = say(words.WINDOWS, windows=call.window)[0] if call.window is not None else ""
        yield Row(f"{call.ended_at.astimezone(hall.zone_info):%m-%d %H:%M}", window, 28)
        if call.level is not None:
            yield Words(say(words.RATED, level=call.level)[:1], 28, bold=True, align=Align.LEFT, above=2)
        yield Words(say(words.CALLBACK_BOXES), 30, 26, align=Align.LEFT, above=6)
        yield Signature(say.together(words.REMARKS))
    yield Bar()
    printed = f"{printed_at.astimezone(hall.zone_info):%Y-%m-%d %H:%M}"
    yield Words(say(words.PRINTED_AT, time=printed)[:1], 28, above=8)
    yield Signature(say.together(words.CALLER_SIGNS))
