"""What a visitor does at a pad: pure steps from inputs to inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.domain.rating import BAD_MOST, RatingReason
from display.pad.inputs import (
    QUIET_FOR,
    NoteKind,
    PadInputs,
    Question,
    Sending,
    asks,
    told,
    unasked,
)
from display.pad.sizes import KEY_REASONS, Grid, grid_of

MORE_KEY, SEND_KEY = 4, 5
"""What the last two of five keys are for while reasons are chosen."""


def grid(inputs: PadInputs) -> Grid:
    """Return how the reasons stand on the panel."""
    by_keys = inputs.question is not None and inputs.question.by_keys
    return grid_of(inputs.panel, len(inputs.asked.reasons) if inputs.asked else 0, by_keys=by_keys)


def reasons_in_view(inputs: PadInputs) -> tuple[RatingReason, ...]:
    """Return the reasons of the page in view."""
    if inputs.asked is None or inputs.question is None:
        return ()
    places = grid(inputs).places
    first = inputs.question.page % pages(inputs) * places
    return inputs.asked.reasons[first : first + places]


def pages(inputs: PadInputs) -> int:
    """Return on how many pages the reasons stand."""
    count = len(inputs.asked.reasons) if inputs.asked else 0
    return max(1, -(-count // grid(inputs).places))


def wants_to_rate(inputs: PadInputs, *, by_keys: bool = False) -> PadInputs:
    """Return the inputs after a visitor asked to be asked; one who has rated is told so."""
    meant = inputs.meant()
    if meant is None or not inputs.can_send or inputs.asked is None or inputs.question is not None:
        return inputs
    sent = any(each.leg == meant.leg for each in inputs.sending)
    if meant.leg in inputs.rated or sent:
        return told(inputs, NoteKind.ALREADY)
    return asks(inputs, meant, by_keys=by_keys)


def choose_language(inputs: PadInputs, language: str) -> PadInputs:
    """Return the inputs with the question in another language."""
    return _with(inputs, language=language)


def pick_level(inputs: PadInputs, level: int, key: str, *, by_keys: bool = False) -> PadInputs:
    """Return the inputs after a face was touched: a bad level asks for reasons, another is sent.

    Args:
        key: The key under which a rating is sent.
    """
    question = _open(inputs)
    if question is None or question.level is not None:
        return inputs
    if level > BAD_MOST or inputs.asked is None or not inputs.asked.reasons:
        return _sent(inputs, replace(question, level=level), key)
    quiet = inputs.now + QUIET_FOR
    return _with(inputs, level=level, reasons=(), page=0, quiet_until=quiet, by_keys=by_keys)


def toggle(inputs: PadInputs, reason: str) -> PadInputs:
    """Return the inputs with a reason picked, or no longer."""
    question = _open(inputs)
    known = inputs.asked.reasons if inputs.asked else ()
    if question is None or question.level is None or reason not in {each.id for each in known}:
        return inputs
    without = tuple(each for each in question.reasons if each != reason)
    return _with(inputs, reasons=without if reason in question.reasons else (*without, reason))


def turn_page(inputs: PadInputs) -> PadInputs:
    """Return the inputs with the next page of reasons; after the last comes the first."""
    question = _open(inputs)
    return inputs if question is None else _with(inputs, page=(question.page + 1) % pages(inputs))


def go_back(inputs: PadInputs) -> PadInputs:
    """Return the inputs with the levels again."""
    if _open(inputs) is None:
        return inputs
    return _with(inputs, level=None, reasons=(), page=0, quiet_until=inputs.now + QUIET_FOR)


def send(inputs: PadInputs, key: str) -> PadInputs:
    """Return the inputs with the rating on its way."""
    question = _open(inputs)
    return inputs if question is None or question.level is None else _sent(inputs, question, key)


def skip(inputs: PadInputs) -> PadInputs:
    """Return the inputs without the question: the visitor does not rate."""
    return unasked(inputs)


def press(inputs: PadInputs, digit: int, key: str) -> PadInputs:
    """Return the inputs after one of five keys: it asks for the question, answers it, or picks reasons."""
    inputs = replace(inputs, by_keys=True)
    question = inputs.question
    if question is None:
        return wants_to_rate(inputs, by_keys=True)
    if question.level is None:
        return pick_level(inputs, digit, key, by_keys=True)
    if digit == SEND_KEY:
        return send(inputs, key)
    if digit == MORE_KEY:
        return turn_page(inputs)
    shown = reasons_in_view(inputs)[:KEY_REASONS]
    return toggle(inputs, shown[digit - 1].id) if digit <= len(shown) else inputs


def _open(inputs: PadInputs) -> Question | None:
    """Return the question if it can be answered now."""
    question = inputs.question
    ready = question is not None and inputs.can_send and inputs.now >= question.quiet_until
    return question if ready else None


def _with(inputs: PadInputs, **changes: Any) -> PadInputs:
    """Return the inputs with the question changed; who touches it is still there."""
    question = _open(inputs)
    if question is None:
        return inputs
    return replace(inputs, question=replace(question, until=inputs.answer_by, **changes))


def _sent(inputs: PadInputs, question: Question, key: str) -> PadInputs:
    meant = question.meant
    rating = Sending(meant.leg, question.level or 0, question.reasons, key, meant.until, inputs.now)
    return replace(unasked(inputs), sending=(*inputs.sending, rating))
