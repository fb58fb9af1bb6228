"""What a pad shows, as a pure function of what it has heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from core.domain.hall import Hall
from core.domain.window import WindowStatus
from core.qt.names import LANGUAGE_NAMES, name_in
from display import words as board_words
from display.lines import Line, Lines, say_all, spoken
from display.pad import words
from display.pad.inputs import NoteKind, PadInputs, Question
from display.pad.touched import MORE_KEY, SEND_KEY, grid, pages, reasons_in_view
from display.words import EVERY_LANGUAGE

QUEUES_TOLD = 3
_NOTES: Final = {
    NoteKind.THANKS: (words.THANKS, ""),
    NoteKind.ALREADY: (words.ALREADY, ""),
    NoteKind.NOT_KEPT: (words.NOT_KEPT, words.BY_PHONE),
}


@dataclass(frozen=True, slots=True)
class Look:
    """Px of a finger and of a gap; whether the panel stands upright; whether keys tell their digits."""

    finger: float = 100
    gap: float = 6
    portrait: bool = False
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """Between two visitors.

    Attributes:
        names: The window, in every language.
        queues: What it is for.
        status: Why nobody is served here now, or why nobody can rate; nothing while all is well.
        clerk: The clerk's number.
        rate: On the key to rate without having been asked; nothing: there is nobody to rate.
    """

    names: Lines = ()
    queues: Lines = ()
    status: Lines = ()
    label: Lines = ()
    clerk: str = ""
    rate: Lines = ()


@dataclass(frozen=True, slots=True)
class FaceKey:
    """One of the five faces with its word."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class LanguageKey:
    """A language to change to, in its own words."""

    id: str
    line: Line


@dataclass(frozen=True, slots=True)
class Ask:
    """The question, in one language.

    Attributes:
        number: The visitor's, with its label; ``clerk`` with its own likewise.
    """

    title: Line | None = None
    number: str = ""
    labels: Lines = ()
    clerk: str = ""
    voluntary: Line | None = None
    skip: Line | None = None
    faces: tuple[FaceKey, ...] = ()
    languages: tuple[LanguageKey, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonKey:
    """A reason; ``digit`` picks it where five keys choose."""

    id: str
    line: Line
    picked: bool
    digit: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What was not good.

    Attributes:
        more: On the key to the next page; ``None`` where all are in view.
        digits: Of the keys "more" and "send", where five keys choose.
    """

    title: Line | None = None
    keys: tuple[ReasonKey, ...] = ()
    columns: int = 1
    rows: int = 1
    back: Line | None = None
    more: Line | None = None
    send: Line | None = None
    digits: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told after the question: a line and what can be done; ``good``: all is well."""

    lines: Lines = ()
    more: Lines = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class PadProps:
    """What is shown.

    Attributes:
        page: ``"connecting"``, ``"rest"``, ``"ask"``, ``"reasons"`` or ``"told"``.
        dark: Since when the pad is not live.
    """

    page: str = "connecting"
    connecting: Lines = ()
    look: Look = Look()
    rest: Rest = Rest()
    ask: Ask = Ask()
    reasons: Reasons = Reasons()
    told: Told = Told()
    clock: str = ""
    notices: Lines = ()
    dark: Lines = ()
    fault: str = field(default="", kw_only=True)


def derive_pad(inputs: PadInputs) -> PadProps:
    """Return what the pad shows."""
    look = _look(inputs)
    hall = inputs.hall
    if hall is None or not inputs.known:
        languages = hall.languages if hall else EVERY_LANGUAGE
        connecting = say_all(inputs.speak, languages, board_words.CONNECTING)
        return PadProps(connecting=connecting, look=look, fault=inputs.fault)
    local = inputs.now.astimezone(hall.zone_info)
    page, told = _page(inputs, hall)
    question = inputs.question
    asking = question is not None and page in ("ask", "reasons")
    return PadProps(
        page=page,
        look=look,
        rest=_rest(inputs, hall),
        ask=_ask(inputs, hall, question) if question and asking else Ask(),
        reasons=_reasons(inputs, question) if question and page == "reasons" else Reasons(),
        told=told,
        clock=f"{local:%H:%M}",
        notices=tuple(
            line for text in hall.notices_on(local.date()) for line in Line.of(text, hall.languages)
        ),
        dark=_dark(inputs, hall),
        fault=inputs.fault,
    )


def changes_at(inputs: PadInputs) -> datetime:
    """Return when the pad looks or does otherwise next, if nothing is heard until then."""
    now = inputs.now
    moments = [now.replace(second=0, microsecond=0) + timedelta(minutes=1)]
    if inputs.question is not None:
        moments.append(inputs.question.until)
    if inputs.note is not None:
        moments.append(inputs.note[1])
    if inputs.last is not None:
        moments.append(inputs.last.until)
    for each in inputs.sending:
        if each.next_at is not None:
            moments += [each.until, *([each.next_at] if inputs.can_send else [])]
    return max(min(moments), now + timedelta(milliseconds=1))


def _page(inputs: PadInputs, hall: Hall) -> tuple[str, Told]:
    """Return the page, and what it tells if it tells something."""
    say = spoken(inputs.speak, hall.languages, words.CONTEXT)
    if inputs.question is not None and inputs.asked is not None:
        if not inputs.can_send:
            return "told", Told(say(words.CANNOT), say(words.BY_PHONE))
        return ("ask" if inputs.question.level is None else "reasons"), Told()
    if inputs.note is not None:
        line, more = _NOTES[inputs.note[0]]
        good = inputs.note[0] is not NoteKind.NOT_KEPT
        return "told", Told(say(line), say(more) if more else (), good)
    if inputs.sending:
        waits = not inputs.can_send or all(each.next_at is not None for each in inputs.sending)
        return "told", Told(say(words.WAITS if waits else words.SENDING))
    return "rest", Told()


def _look(inputs: PadInputs) -> Look:
    panel = inputs.panel
    return Look(panel.finger, panel.gap, panel.portrait, inputs.by_keys)


def _rest(inputs: PadInputs, hall: Hall) -> Rest:
    say = spoken(inputs.speak, hall.languages, words.CONTEXT)
    can_rate = inputs.can_send and inputs.asked is not None and inputs.meant() is not None
    return Rest(
        names=say_all(inputs.speak, hall.languages, board_words.WINDOW, window=inputs.window),
        queues=_queues(inputs, hall),
        status=_status(inputs, say),
        label=say(words.CLERK),
        clerk=inputs.clerk if inputs.dark_since is None else "",
        rate=say(words.RATE) if can_rate else (),
    )


def _status(inputs: PadInputs, say: Callable[..., Lines]) -> Lines:
    if not inputs.can_send:
        return say(words.CANNOT)
    status = inputs.view.status if inputs.view else WindowStatus.CLOSED
    said = {WindowStatus.PAUSED: words.PAUSED, WindowStatus.CLOSED: words.CLOSED}.get(status)
    return say(said) if said else ()


def _queues(inputs: PadInputs, hall: Hall) -> Lines:
    """Return what the window is for; of many queues nothing, a pad is no list."""
    served = hall.queues_at(inputs.window)
    names = [each.name for each in hall.queues if each.id in served]
    if not 0 < len(names) <= QUEUES_TOLD:
        return ()
    return tuple(
        Line(language, " · ".join(name_in(name, language) for name in names)) for language in hall.languages
    )


def _ask(inputs: PadInputs, hall: Hall, question: Question) -> Ask:
    language, asked = question.language, inputs.asked
    one = _one(inputs, language)
    return Ask(
        title=one(words.PLEASE_RATE),
        number=question.meant.number,
        labels=(one(words.NUMBER), one(words.CLERK)),
        clerk=question.meant.clerk,
        voluntary=one(words.VOLUNTARY),
        skip=one(words.SKIP),
        faces=tuple(
            FaceKey(each.level, Line(language, name_in(each.name, language)))
            for each in (asked.levels if asked else ())
        ),
        languages=tuple(
            LanguageKey(each, Line(each, LANGUAGE_NAMES.get(each, each)))
            for each in hall.languages
            if each != language
        ),
    )


def _reasons(inputs: PadInputs, question: Question) -> Reasons:
    one = _one(inputs, question.language)
    shape, count = grid(inputs), pages(inputs)
    more = {"page": question.page % count + 1, "pages": count}
    return Reasons(
        title=one(words.WHAT_WAS_WRONG),
        keys=tuple(
            ReasonKey(
                each.id,
                Line(question.language, name_in(each.name, question.language)),
                each.id in question.reasons,
                str(place) if question.by_keys else "",
            )
            for place, each in enumerate(reasons_in_view(inputs), 1)
        ),
        columns=shape.columns,
        rows=shape.rows,
        back=one(words.BACK),
        more=one(words.MORE, **more) if count > 1 else None,
        send=one(words.SEND),
        digits=(str(MORE_KEY), str(SEND_KEY)) if question.by_keys else ("", ""),
    )


def _one(inputs: PadInputs, language: str) -> Callable[..., Line]:
    return lambda source, **values: say_all(inputs.speak, (language,), source, words.CONTEXT, **values)[0]


def _dark(inputs: PadInputs, hall: Hall) -> Lines:
    if inputs.dark_since is None:
        return ()
    at = f"{inputs.dark_since.astimezone(hall.zone_info):%H:%M}"
    return say_all(inputs.speak, hall.languages, board_words.NOT_LIVE_SINCE, time=at)
