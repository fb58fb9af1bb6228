"""What a pad has heard, and which visitor it asks; frozen values, changed by pure steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from core.domain.floor import WindowView
from core.domain.hall import Hall
from core.domain.rating import KEYS_FOR, IndicatorSet
from core.domain.ticket import LegState
from display.pad.sizes import Panel
from display.words import Speak

NOTE_FOR = timedelta(seconds=5)
"""So long a page of thanks stands."""
QUIET_FOR = timedelta(milliseconds=400)
"""So long a page that has just come takes no touch: a hasty second tap was for the one before."""
TRY_AGAIN = timedelta(seconds=5)
"""A rating that got no answer is sent again after so long, while the line is up."""
KNOWN_LEGS = 8
"""Of so many legs it is remembered that they were asked or rated."""


class NoteKind(StrEnum):
    """What a visitor is told after the question."""

    THANKS = "thanks"
    ALREADY = "already"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Meant:
    """A leg that can be rated here.

    Attributes:
        clerk: The clerk's number, ``""`` if nobody is signed in.
        ended: By the core's clock, ``None`` while it is served.
        until: When its time is over, by the pad's clock.
    """

    leg: str
    number: str
    clerk: str
    until: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the pad asks now.

    Attributes:
        until: When it is taken back, unless it is touched before.
        language: In which it is asked.
        level: The bad level whose reasons are asked for, ``None``: the level is asked for.
        reasons: Ids of those picked.
        page: Of the reasons, from 0.
        quiet_until: Before then touches are the second ones of the page before.
        by_keys: Whether it is answered by five keys, not by touch.
    """

    meant: Meant
    until: datetime
    language: str
    quiet_until: datetime
    level: int | None = None
    reasons: tuple[str, ...] = ()
    page: int = 0
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class Sending:
    """A rating on its way.

    Attributes:
        key: The request's own, also when it is sent again.
        until: Not sent any more after this.
        next_at: When it is sent again, ``None`` while an answer is waited for.
    """

    leg: str
    level: int
    reasons: tuple[str, ...]
    key: str
    until: datetime
    next_at: datetime | None

    def body(self) -> dict[str, Any]:
        """Return it as the core takes it."""
        return {"leg": self.leg, "level": self.level, "reasons": list(self.reasons)}


@dataclass(frozen=True, slots=True)
class PadInputs:
    """Everything the pad's pages follow from.

    Attributes:
        window: Number of the window it stands at.
        view: What the window does.
        known: Whether the floor has been heard.
        dark_since: Since when the line is down.
        degraded: Whether the core can store nothing.
        asked: What is asked; ``None`` until it came.
        last: The leg that ended here last.
        question: Asked now.
        sending: Ratings on their way, oldest first.
        note: Told after a question, until.
        left: Legs that are not asked about again unless the visitor or the clerk wants it.
        rated: Legs of which the pad knows that they are rated.
        by_keys: Whether a key was ever pressed here: then the keys are shown.
    """

    now: datetime
    speak: Speak
    window: int
    panel: Panel
    hall: Hall | None = None
    view: WindowView | None = None
    known: bool = False
    dark_since: datetime | None = None
    degraded: bool = False
    asked: IndicatorSet | None = None
    last: Meant | None = None
    question: Question | None = None
    sending: tuple[Sending, ...] = ()
    note: tuple[NoteKind, datetime] | None = None
    left: tuple[str, ...] = ()
    rated: tuple[str, ...] = ()
    by_keys: bool = False
    fault: str = ""

    @property
    def can_send(self) -> bool:
        """Whether a rating would be stored now."""
        return self.known and self.dark_since is None and not self.degraded

    @property
    def clerk(self) -> str:
        """Number of who sits at the window."""
        return (self.view.clerk or "") if self.view else ""

    @property
    def answer_by(self) -> datetime:
        """Until when a question that is touched now stands; no answer is no rating."""
        return self.now + timedelta(seconds=self.hall.rating_answer_s if self.hall else 0)

    def meant(self) -> Meant | None:
        """Return whom a rating would be of now: who is served, else who was until a few minutes ago."""
        visitor = self.view.visitor if self.view else None
        if visitor is not None and visitor.state is LegState.SERVING:
            return Meant(visitor.leg, visitor.number, self.clerk, self.now + KEYS_FOR)
        return self.last if self.last and self.now < self.last.until else None


def asks(inputs: PadInputs, meant: Meant, *, by_keys: bool = False) -> PadInputs:
    """Return the inputs with the question of a leg; what was told before is gone."""
    hall = inputs.hall
    question = Question(
        meant=meant,
        until=inputs.answer_by,
        language=hall.languages[0] if hall else "zh",
        quiet_until=inputs.now + QUIET_FOR,
        by_keys=by_keys,
    )
    return replace(inputs, question=question, note=None)


def unasked(inputs: PadInputs) -> PadInputs:
    """Return the inputs without the question, which is not answered; nothing of its visitor stays."""
    if inputs.question is None:
        return inputs
    left = remembered(inputs.left, inputs.question.meant.leg)
    return replace(inputs, question=None, left=left)


def told(inputs: PadInputs, kind: NoteKind) -> PadInputs:
    """Return the inputs with a page that tells something for a moment."""
    return replace(inputs, note=(kind, inputs.now + NOTE_FOR))


def is_rated(inputs: PadInputs, leg: str) -> PadInputs:
    """Return the inputs that know of a leg's rating."""
    return replace(inputs, rated=remembered(inputs.rated, leg))


def remembered(legs: tuple[str, ...], leg: str) -> tuple[str, ...]:
    """Return the legs with one more, the oldest forgotten."""
    return (*(each for each in legs if each != leg), leg)[-KNOWN_LEGS:]


def settled(inputs: PadInputs, now: datetime) -> PadInputs:
    """Return the inputs at ``now``: what has had its time is gone."""
    inputs = replace(inputs, now=now)
    if inputs.question is not None and inputs.question.until <= now:
        inputs = unasked(inputs)
    if inputs.note is not None and inputs.note[1] <= now:
        inputs = replace(inputs, note=None)
    if inputs.last is not None and inputs.last.until <= now:
        inputs = replace(inputs, last=None)
    late = tuple(each for each in inputs.sending if each.next_at is not None and each.until <= now)
    if late:
        inputs = replace(inputs, sending=tuple(each for each in inputs.sending if each not in late))
        inputs = told(inputs, NoteKind.NOT_KEPT)
    return inputs


def due(inputs: PadInputs) -> tuple[Sending, ...]:
    """Return the ratings that are to be sent now."""
    if not inputs.can_send:
        return ()
    return tuple(each for each in inputs.sending if each.next_at is not None and each.next_at <= inputs.now)
