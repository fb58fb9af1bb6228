"""What a pad makes of the feed and of answers: pure steps from inputs to inputs."""

from __future__ import annotations

from dataclasses import replace

from core.client.reply import Answer, Refused, Reply
from core.domain.event import Event, EventKind
from core.domain.floor import Floor, states_of
from core.domain.rating import KEYS_FOR
from core.domain.ticket import LegState
from display.pad.inputs import (
    TRY_AGAIN,
    Meant,
    NoteKind,
    PadInputs,
    Sending,
    asks,
    is_rated,
    told,
    unasked,
)


def hear_event(inputs: PadInputs, floor: Floor, event: Event, *, live: bool) -> PadInputs:
    """Return the inputs after one event that ``floor`` has folded already.

    Args:
        inputs: Before the event.
        floor: After the event.
        event: What happened.
        live: Whether it happened now; one that was missed opens no question.
    """
    clerk = inputs.clerk
    heard = replace(inputs, view=floor.windows.get(inputs.window))
    if event.kind is EventKind.HALL_CHANGED and "date" in event.data:
        return replace(unasked(heard), last=None)
    if event.window != inputs.window or event.leg is None:
        return heard
    if event.kind is EventKind.RATED:
        return _rated(heard, event.leg)
    if event.kind is EventKind.RATING_ASKED:
        return _asked(heard, event) if live else heard
    _, after = states_of(event)
    if event.kind is EventKind.DONE:
        return _ended(heard, event, clerk, live=live)
    return heard if after is None else _moved(heard, event, after)


def hear_snapshot(inputs: PadInputs, floor: Floor) -> PadInputs:
    """Return the inputs after the floor was replaced as a whole."""
    heard = replace(inputs, known=True, view=floor.windows.get(inputs.window))
    question = heard.question
    visitor = heard.view.visitor if heard.view else None
    if question is None or visitor is None or visitor.leg == question.meant.leg:
        return heard
    return unasked(heard)


def hear_answer(inputs: PadInputs, sent: Sending, reply: Reply) -> PadInputs:
    """Return the inputs after the core answered a rating, or did not."""
    if not isinstance(reply, Answer | Refused):
        waits = replace(sent, next_at=inputs.now + TRY_AGAIN)
        return replace(inputs, sending=tuple(waits if each == sent else each for each in inputs.sending))
    inputs = replace(inputs, sending=tuple(each for each in inputs.sending if each != sent))
    if isinstance(reply, Answer):
        kind = NoteKind.THANKS
    else:
        kind = NoteKind.ALREADY if reply.key == "rating.already" else NoteKind.NOT_KEPT
    if kind is not NoteKind.NOT_KEPT:
        inputs = is_rated(inputs, sent.leg)
    # Another visitor may be asked by now.
    return inputs if inputs.question is not None else told(inputs, kind)


def _rated(inputs: PadInputs, leg: str) -> PadInputs:
    """By phone, or by this pad, whose answer is about to come."""
    inputs = is_rated(inputs, leg)
    if inputs.question is not None and inputs.question.meant.leg == leg:
        return told(unasked(inputs), NoteKind.ALREADY)
    return inputs


def _asked(inputs: PadInputs, event: Event) -> PadInputs:
    """The clerk asks: who is served there, or was served last."""
    leg = event.leg or ""
    if leg in inputs.rated or _is_open(inputs, leg):
        return inputs
    found = inputs.meant()
    if found is None or found.leg != leg:
        found = Meant(leg, event.data["number"], inputs.clerk, inputs.now + KEYS_FOR)
    return asks(inputs, found)


def _ended(inputs: PadInputs, event: Event, clerk: str, *, live: bool) -> PadInputs:
    leg = event.leg or ""
    ended = Meant(leg, event.data["number"], clerk, inputs.now + KEYS_FOR, event.at)
    inputs = replace(inputs, last=ended)
    if inputs.question is not None and inputs.question.meant.leg == leg:
        return replace(inputs, question=replace(inputs.question, meant=ended))
    known = leg in inputs.rated or leg in inputs.left or any(each.leg == leg for each in inputs.sending)
    return asks(inputs, ended) if live and not known else inputs


def _moved(inputs: PadInputs, event: Event, after: LegState) -> PadInputs:
    """A leg moved at this window: that of the question came back or went on, or the next visitor comes."""
    last, question = inputs.last, inputs.question
    if last is not None and last.leg == event.leg:
        inputs = replace(inputs, last=None)
    if question is None:
        return inputs
    if question.meant.leg == event.leg:
        # A recall of who is served leaves the question as it is.
        return inputs if after is LegState.SERVING and question.meant.ended is None else unasked(inputs)
    # With one key a clerk finishes one visitor and calls the next: the first one is still here, and is asked.
    with_one_key = event.kind is EventKind.CALLED and question.meant.ended == event.at
    return unasked(inputs) if after.at_window and not with_one_key else inputs


def _is_open(inputs: PadInputs, leg: str) -> bool:
    return inputs.question is not None and inputs.question.meant.leg == leg
