"""What a visitor is told of the visit: how long it takes to be called, and its steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from core.domain.hall import Hall
from core.domain.text import Text
from core.domain.wait import Wait
from kiosk import words
from kiosk.speech import NO_LABEL, UNSAID, Label, Said, Speech
from kiosk.state import Taken

SOON_MIN = 2
"""A range that ends so soon ("0–1 min") is said in words: the visitor had better not sit down."""


def came_for(hall: Hall, taken: Taken) -> Text:
    """Return the name of what the visitor chose."""
    if taken.matter is not None:
        return hall.matter(taken.matter).name
    return hall.item(taken.item).name if taken.item else hall.queue(taken.queue).name


def ahead(count: int | None, say: Speech) -> Label:
    """Return how many are called first, as far as anybody knows."""
    if count is None:
        return say.label(words.AHEAD_UNKNOWN)
    return say.label(words.AHEAD, count=count) if count else say.label(words.NOBODY_AHEAD)


def wait(expected: Wait | None, say: Speech) -> Label:
    """Return how long the visitor will wait, in minutes."""
    if expected is None:
        return say.label(words.WAIT_UNKNOWN)
    least, most = round(expected.p50_s / 60), -(-expected.p90_s // 60)
    if most <= SOON_MIN:
        return say.label(words.WAIT_SHORT)
    if least == 0:
        return say.label(words.WAIT_AT_MOST, most=most)
    return say.label(words.WAIT, least=least, most=max(most, least + 1))


def step(hall: Hall, taken: Taken, say: Speech) -> Label:
    """Return which of several steps comes now and where it is; nothing for a visit of one."""
    if len(taken.steps) < 2:
        return NO_LABEL
    count = say.label(words.STEP, step=taken.step, steps=len(taken.steps))
    return Label(
        *(
            Said(f"{said.text} · {names(hall, taken.first, each)}", said.lang) if said.text else UNSAID
            for said, each in ((count.main, say), (count.below, say.other))
        )
    )


def to_come(hall: Hall, taken: Taken, say: Speech) -> list[str]:
    """Return a line in the visitor's language for each step after this one."""
    later = list(enumerate(taken.steps, start=1))[taken.step :]
    return [
        say.say(words.STEP_TO_COME, step=place, name=names(hall, queues, say)).text for place, queues in later
    ]


def names(hall: Hall, queues: Sequence[str], say: Speech) -> str:
    """Return the queues of a step in the visitor's language; several are done in any order."""
    told = [say.name(hall.queue(queue).name).main.text.rstrip("། ") for queue in queues]
    if len(told) == 1:
        return told[0]
    listed = reduce(lambda one, other: say.say(words.BOTH, one=one, other=other).text, told)
    return say.say(words.ANY_ORDER, names=listed).text
