"""Pages of the ticket that a guide looks at: how it stands, and what can be done with it."""

from __future__ import annotations

from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from kiosk import visit
from kiosk.guide import words
from kiosk.guide.state import Found
from kiosk.names import beside
from kiosk.pages.guide_choices import choice, did, named
from kiosk.pages.guide_rows import alone
from kiosk.pages.parts import back
from kiosk.speech import Label, Said, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Line, View

STATES = {
    LegState.PLANNED: words.STATE_PLANNED,
    LegState.WAITING: words.STATE_WAITING,
    LegState.CALLED: words.STATE_CALLED,
    LegState.SERVING: words.STATE_SERVING,
    LegState.SUSPENDED: words.STATE_SUSPENDED,
    LegState.DONE: words.STATE_DONE,
    LegState.PASSED: words.STATE_PASSED,
    LegState.TRANSFERRED: words.STATE_MOVED,
    LegState.VOID: words.STATE_VOID,
}
SLIPS = {
    None: words.SLIP_NONE,
    SlipState.PENDING: words.SLIP_PENDING,
    SlipState.PRINTED: words.SLIP_PRINTED,
    SlipState.FAILED: words.SLIP_FAILED,
    SlipState.UNKNOWN: words.SLIP_UNKNOWN,
}
_OPEN = frozenset({LegState.WAITING, LegState.CALLED, LegState.PASSED, LegState.SUSPENDED})
"""States in which a guide may still do something with a visit."""


def ticket(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the ticket, or what is chosen for it."""
    say, found = alone(say), inputs.guide.found
    if found is None:
        return View(layout="lines", buttons=(back(say),))
    if inputs.at.which:
        return choice(inputs, hall, found, say)
    return _stands(inputs, hall, found, say)


def _stands(inputs: Inputs, hall: Hall, found: Found, say: Speech) -> View:
    done = inputs.guide.done
    told = (Line("done", did(hall, done, say), kind="heading"),) if done is not None else ()
    return View(
        layout="lines",
        icon="ticket",
        title=say.label(words.TICKET, number=found.number),
        lines=(*told, *_facts(hall, found, say)),
        buttons=(back(say), *_can(found, say)),
    )


def _facts(hall: Hall, found: Found, say: Speech) -> tuple[Line, ...]:
    taken_at = f"{found.at.astimezone(hall.zone_info):%H:%M}"
    lost = found.slip in (SlipState.FAILED, SlipState.UNKNOWN)
    slip = Line("slip", say.label(SLIPS[found.slip]), say.label(words.SLIP), kind="warn" if lost else "fact")
    facts = [
        *([slip] if lost else []),
        Line("state", _standing(found, say), say.label(words.STATE)),
        Line("queue", named(hall.queues, found.queue, say), say.label(words.QUEUE)),
    ]
    facts.append(Line("class", named(hall.classes, found.visitor_class, say), say.label(words.CLASS)))
    facts.append(Line("taken", Label(Said(taken_at, "en")), say.label(words.TAKEN_AT)))
    facts.extend([] if lost else [slip])
    return (*facts, *_steps(hall, found, say))


def _steps(hall: Hall, found: Found, say: Speech) -> tuple[Line, ...]:
    """Return the legs of a visit, where there are several."""
    if len(found.steps) < 2:
        return ()
    return tuple(
        Line(f"step:{at}", _state(each.state, each.window, say), named(hall.queues, each.queue, say))
        for at, each in enumerate(found.steps, start=1)
    )


def _can(found: Found, say: Speech) -> tuple[Button, ...]:
    """Return what can be done with a ticket in its state; the core still has the last word."""
    acts: list[Button] = []
    if found.state in (LegState.PASSED, LegState.SUSPENDED):
        acts.append(Button("guide.restore", say.label(words.RESTORE), strong=True, icon="clock"))
    if found.state in _OPEN or found.state is LegState.SERVING:
        lost = found.slip not in (SlipState.PRINTED, SlipState.PENDING)
        acts.append(Button("guide.reprint", say.label(words.REPRINT), strong=lost, icon="printer"))
    if found.state in _OPEN:
        acts.append(Button("guide.class", say.label(words.GIVE_CLASS), icon="people"))
        acts.append(Button("guide.move", say.label(words.MOVE), icon="next"))
        acts.append(Button("guide.cancel", say.label(words.CANCEL), icon="close"))
    return tuple(acts)


def _standing(found: Found, say: Speech) -> Label:
    """Return the state, and of who waits the place in line and how long that takes."""
    state = _state(found.state, found.window, say)
    if found.state is not LegState.WAITING:
        return state
    parts = (state, say.label(words.AHEAD, count=found.ahead), visit.wait(found.wait, say))
    return Label(beside(*(each.main for each in parts)))


def _state(state: LegState, window: int | None, say: Speech) -> Label:
    return say.label(STATES[state], window="–" if window is None else window)
