"""What there is to know before a number is taken: where, how many wait, what to bring, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from core.domain.hall import Hall, Item, Material
from core.domain.limits import Limit, LimitUnit
from core.qt.translate import QT_TRANSLATE_NOOP
from hardware.slip import words as slip
from hardware.slip.words import Say
from kiosk import names, visit, words
from kiosk.speech import NO_LABEL, UNSAID, Label, Said, Speech
from kiosk.state import Inputs
from kiosk.view import Line

DEPARTMENT: Final = QT_TRANSLATE_NOOP("kiosk", "Department")
LEFT: Final = QT_TRANSLATE_NOOP("kiosk", "{count} numbers left")
NONE_LEFT: Final = QT_TRANSLATE_NOOP("kiosk", "No numbers left for this half-day")
AGAIN: Final = QT_TRANSLATE_NOOP("kiosk", "Numbers from {opens_at}")
"""On a button beside four others there is no room for more."""
NO_PAPERS: Final = QT_TRANSLATE_NOOP("kiosk", "No papers are listed. A guide can tell you what to bring.")


def closed(inputs: Inputs, queues: Sequence[str], say: Speech) -> tuple[Line, ...]:
    """Return that no numbers are given there now, and from when on again."""
    if not any(queue in inputs.closed for queue in queues):
        return ()
    told = say.label(words.CLOSED)
    at = _opens(inputs, queues)
    if at is not None:
        told = _joined(told, _from(words.OPENS, at, inputs, say))
    return (Line("closed", told, kind="warn"),)


def not_now(inputs: Inputs, queues: Sequence[str], say: Speech) -> Label:
    """Return why no number can be taken there now, or from when on it can; nothing where it can."""
    if any(queue in inputs.closed for queue in queues):
        at = _opens(inputs, queues)
        return say.label(words.CLOSED) if at is None else _from(AGAIN, at, inputs, say)
    used = len(queues) == 1 and inputs.figures.left.get(queues[0]) == 0
    return say.label(NONE_LEFT) if used else NO_LABEL


def _opens(inputs: Inputs, queues: Sequence[str]) -> datetime | None:
    """Return from when on all of the queues give numbers, as far as that is known."""
    opens = [at for queue in queues if (at := inputs.closed.get(queue)) is not None]
    return max(opens, default=None) if inputs.now is not None else None


def _from(source: str, at: datetime, inputs: Inputs, say: Speech) -> Label:
    now = inputs.now or at
    return Label(*(each.say(source, opens_at=each.moment(at, now)) for each in _both(say)))


def where(hall: Hall, queue: str, say: Speech) -> Line:
    """Return floor, zone and windows of a queue."""
    place = names.place(hall, hall.queue(queue), say)
    return Line("place", _joined(place, names.windows(hall, [queue], say)))


def busy(inputs: Inputs, queues: Sequence[str], say: Speech) -> Line | None:
    """Return how many wait there now, how long, and how many numbers are left, as far as that is known."""
    if not inputs.serves:
        return None
    count = sum(inputs.waiting.get(queue, 0) for queue in queues)
    said = say.label(words.WAITING, count=count) if count else say.label(words.NOBODY_WAITS)
    if len(queues) == 1:
        wait, left = inputs.figures.waits.get(queues[0]), inputs.figures.left.get(queues[0])
        said = _joined(said, visit.wait(wait, say)) if wait is not None else said
        said = _joined(said, say.label(LEFT, count=left)) if left else said
    return Line("now", said)


def used_up(inputs: Inputs, queue: str, say: Speech) -> Line | None:
    """Return that all numbers of this half-day are given out."""
    return Line("left", say.label(NONE_LEFT), kind="warn") if inputs.figures.left.get(queue) == 0 else None


def papers(item: Item, say: Speech) -> Iterator[Line]:
    """Give what to bring, each with its form, how many, from whom and how to get it."""
    yield Line("papers", told(say, slip.MATERIALS), kind="heading")
    for paper in item.materials:
        yield Line(f"paper:{paper.id}", _paper(paper, say), kind="text")
    if not item.materials:
        yield Line("papers.none", say.label(NO_PAPERS), kind="text")


def terms(hall: Hall, item: Item, say: Speech) -> Iterator[Line]:
    """Give the limits, what it costs and whose matter it is."""
    for key, name, limit in (("promised", slip.PROMISED, item.promised), ("legal", slip.LEGAL, item.legal)):
        if limit is not None:
            yield Line(key, _limit(limit, say), told(say, name))
    if item.fee:
        yield Line("fee", say.name(item.fee), told(say, slip.FEE))
    department = next((each for each in hall.departments if each.id == item.department), None)
    if department is not None:
        yield Line("department", say.name(department.name), say.label(DEPARTMENT))


def told(say: Speech, source: str, **values: object) -> Label:
    """Return words of a printed list: screen and paper say the same."""
    languages = [each for each in (say.chosen, say.second) if each]
    lines = Say(say.speak, languages)(source, **values)
    return Label(*(Said(text, language) for text, language in zip(lines, languages, strict=True)))


def _limit(limit: Limit, say: Speech) -> Label:
    if not limit.amount:
        return told(say, slip.ON_THE_SPOT)
    counted = slip.MINUTES if limit.unit is LimitUnit.MINUTES else slip.WORKING_DAYS
    return told(say, counted, count=f"{limit.amount:g}")


def _paper(paper: Material, say: Speech) -> Label:
    name = say.name(paper.name)
    both = zip((name.main, name.below), _both(say), strict=False)
    return Label(*(_noted(said, paper, each) if said.text else UNSAID for said, each in both))


def _noted(name: Said, paper: Material, say: Speech) -> Said:
    """Return a paper with what there is to know of it, in the language of its name."""
    in_language = Speech(say.speak, name.lang, "")
    count = f"× {paper.copies}" if paper.copies > 1 else ""
    form = " ".join(filter(None, (paper.form.get(name.lang, ""), count)))
    issuer = paper.issuer.get(name.lang, "")
    given = told(in_language, slip.ISSUER, issuer=issuer).main.text if issuer else ""
    notes = " · ".join(filter(None, (form, given, paper.how.get(name.lang, ""))))
    return Said(f"{name.text} — {notes}" if notes else name.text, name.lang)


def _both(say: Speech) -> list[Speech]:
    return [say, say.other] if say.second else [say]


def _joined(first: Label, second: Label) -> Label:
    """Return two labels beside each other; where one lacks a language the other stands alone in it."""
    sides = ((first.main, second.main), (first.below, second.below))
    return Label(*(_beside(one, other) for one, other in sides))


def _beside(one: Said, other: Said) -> Said:
    return names.beside(one, other) if one.text and other.text else one if one.text else other
