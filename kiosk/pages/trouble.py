"""Pages for when something is not as it should be: what it is, what to do now, and how long it lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from core.domain.clock import from_text
from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import words
from kiosk.failures import Failure, failure
from kiosk.speech import NO_LABEL, Label, Said, Speak, Speech
from kiosk.state import Inputs, Page, Refusal
from kiosk.trouble_state import Reach
from kiosk.view import Button, Line, View

HAS_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "You have your number already. Lost the slip? Ask a guide.")
TRY_AGAIN: Final = QT_TRANSLATE_NOOP("kiosk", "Try again")
LASTS: Final = QT_TRANSLATE_NOOP("kiosk", "How long")
SINCE: Final = QT_TRANSLATE_NOOP("kiosk", "Since {since}")
TOLD: Final = QT_TRANSLATE_NOOP("kiosk", "The staff were told at {told}")
TO_BOOK: Final = QT_TRANSLATE_NOOP("kiosk", "Book a time")
TO_BOOKING: Final = QT_TRANSLATE_NOOP("kiosk", "Enter the code")
TO_ASK: Final = QT_TRANSLATE_NOOP("kiosk", "My place in the queue")

WHY: Final[Mapping[Reach, str]] = {
    Reach.NO_LINK: QT_TRANSLATE_NOOP("kiosk", "This machine is not connected to the network"),
    Reach.SILENT: QT_TRANSLATE_NOOP("kiosk", "The hall's computer does not answer on the network"),
    Reach.ENDED: QT_TRANSLATE_NOOP("kiosk", "The hall's computer is there, its program is not running"),
    Reach.REFUSED: QT_TRANSLATE_NOOP("kiosk", "This machine is not yet admitted to the hall"),
    Reach.DEGRADED: QT_TRANSLATE_NOOP("kiosk", "The hall's computer cannot save anything"),
}
SHUT: Final = QT_TRANSLATE_NOOP("kiosk", "This machine is out of order")
SHUT_WHY: Final = QT_TRANSLATE_NOOP("kiosk", "The staff have shut it")
NO_SLIPS: Final = QT_TRANSLATE_NOOP("kiosk", "No slips can be printed here now")
NEXT_MACHINE: Final = QT_TRANSLATE_NOOP("kiosk", "Please use the next machine or ask a guide")
ASK_GUIDE: Final = QT_TRANSLATE_NOOP("kiosk", "Please ask a guide: numbers you hold stay valid")
BY_ITSELF: Final = QT_TRANSLATE_NOOP("kiosk", "It goes on by itself")

WAYS: Final[Mapping[Page, tuple[str, str, str]]] = {
    Page.BOOK: ("book", TO_BOOK, "calendar"),
    Page.BOOKING: ("booking", TO_BOOKING, "calendar"),
    Page.ASK: ("ask", TO_ASK, "query"),
}
"""Page to the key, the words and the picture of the button that leads to it."""
_PARAM = re.compile(r"\{(\w+)\}")


def notice(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return why there is no number, and what to do now."""
    refusal = inputs.refusal
    if refusal is None:
        return View(layout="message")
    what = failure(refusal.key)
    return View(
        layout="message",
        icon=what.icon,
        title=say.refusal(refusal.key, refusal.params),
        prompt=_had_already(refusal, say),
        lines=(*_steps(what, inputs, say), *_lasts(what, inputs, say)),
        buttons=tuple(_buttons(what, inputs, hall, say)),
        bad=True,
    )


def _steps(what: Failure, inputs: Inputs, say: Speech) -> Iterator[Line]:
    for step in what.steps:
        told = _told(step, inputs, say)
        if told is not None:
            yield Line(f"step:{step}", told, kind="text")


def _lasts(what: Failure, inputs: Inputs, say: Speech) -> Iterator[Line]:
    told = _told(what.lasts, inputs, say)
    if told is not None:
        yield Line("lasts", told, say.label(LASTS))
    if what.icon == "networkGone" and not inputs.serves and inputs.trouble.since is not None:
        yield Line("since", since(inputs.trouble.since, inputs, say))


def _buttons(what: Failure, inputs: Inputs, hall: Hall, say: Speech) -> Iterator[Button]:
    for page in what.ways:
        key, label, icon = WAYS[page]
        if page in inputs.ways and (page is Page.ASK or hall.slots):
            yield Button(key, say.label(label), icon=icon)
    if what.again and inputs.asked:
        yield Button("understood", say.label(words.UNDERSTOOD), icon="check")
        yield Button("again", say.label(TRY_AGAIN), strong=True, icon="next")
    else:
        yield Button("understood", say.label(words.UNDERSTOOD), strong=True, icon="check")


def _told(source: str, inputs: Inputs, say: Speech) -> Label | None:
    """Return words with the refusal's params in both languages, ``None`` where one is not known."""
    params = inputs.refusal.params if inputs.refusal is not None else {}
    wanted = _PARAM.findall(source)
    if any(params.get(name) is None for name in wanted):
        return None
    both = [
        each.say(source, **{name: _shown(params[name], inputs, each) for name in wanted})
        for each in _both(say)
    ]
    return Label(*both)


def _shown(value: object, inputs: Inputs, say: Speech) -> object:
    try:
        return say.moment(from_text(str(value)), inputs.now or datetime.now(UTC))
    except ValueError:
        return value


def since(at: datetime, inputs: Inputs, say: Speech) -> Label:
    """Return since when something is so."""
    return _at(SINCE, "since", at, inputs, say)


def _at(source: str, name: str, at: datetime, inputs: Inputs, say: Speech) -> Label:
    now = inputs.now or datetime.now(UTC)
    return Label(*(each.say(source, **{name: each.moment(at, now)}) for each in _both(say)))


def _both(say: Speech) -> list[Speech]:
    return [say, say.other] if say.second else [say]


def banner(inputs: Inputs, say: Speech) -> tuple[Line, ...]:
    """Return that no slip can be printed, before anything is chosen, and that staff know of it."""
    if inputs.prints:
        return ()
    lines = [Line("trouble", say.label(words.CANNOT_PRINT), kind="warn")]
    printer = inputs.trouble.printer
    if printer is not None and printer.told is not None:
        lines.append(Line("told", _at(TOLD, "told", printer.told, inputs, say)))
    return tuple(lines)


def _had_already(refusal: Refusal, say: Speech) -> Label:
    """Return what a visitor does whose booking was come to before; nothing of other refusals."""
    used = refusal.key == "booking.ended" and refusal.params.get("state") == "checked_in"
    return say.label(HAS_NUMBER) if used else NO_LABEL


def out_of_service(inputs: Inputs, speak: Speak) -> View:
    """Return the calm page in every language of the hall: what is, what to do, why and since when."""
    languages = inputs.hall.languages if inputs.hall else words.EVERY_LANGUAGE
    zone = inputs.hall.zone_info if inputs.hall else None
    every = [Speech(speak, language, "", zone) for language in languages]
    what, do = _what(inputs)
    return View(
        page="outOfService",
        layout="outOfService",
        icon=_sign(inputs),
        every=tuple(Label(speech.say(what), speech.say(do)) for speech in every),
        lines=tuple(Line(f"why:{each.chosen}", _why(inputs, each)) for each in every),
        bad=True,
    )


def _sign(inputs: Inputs) -> str:
    if inputs.trouble.shut:
        return "door"
    if not inputs.open:
        return "paperOut"
    return "warning" if inputs.live else "networkGone"


def _what(inputs: Inputs) -> tuple[str, str]:
    if inputs.trouble.shut:
        return SHUT, NEXT_MACHINE
    if not inputs.open:
        return NO_SLIPS, NEXT_MACHINE
    return (words.NO_NUMBERS if inputs.live and inputs.degraded else words.OUT_OF_SERVICE), ASK_GUIDE


def _told_at(told: datetime | None, inputs: Inputs, say: Speech) -> Said:
    return say.say(BY_ITSELF) if told is None else _at(TOLD, "told", told, inputs, say).main


def _why(inputs: Inputs, say: Speech) -> Label:
    """Return since when, and that nobody need do anything for it to go on; beneath it, why, for staff."""
    trouble = inputs.trouble
    if trouble.shut:
        return Label(say.say(SHUT_WHY))
    printer = trouble.printer
    if not inputs.open and printer is not None:
        return Label(_told_at(printer.told, inputs, say), say.refusal(printer.health.key, {}).main)
    if trouble.line is Reach.UP:
        return Label(say.say(words.ONE_MOMENT))
    told = [since(trouble.since, inputs, say).main] if trouble.since is not None else []
    if trouble.line is not Reach.REFUSED:
        told.append(say.say(BY_ITSELF))
    return Label(Said(" · ".join(each.text for each in told), say.chosen), say.say(WHY[trouble.line]))
