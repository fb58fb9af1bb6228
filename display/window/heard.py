"""What a window screen makes of the feed: pure steps from inputs to inputs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.domain.event import Event, EventKind
from core.domain.floor import AtWindow, CallView, Floor, states_of
from core.domain.ticket import LegState
from display.board.stage import FLASH
from display.window.derive import WindowInputs

_CALLS = (EventKind.CALLED, EventKind.RECALLED)


def hear_event(inputs: WindowInputs, floor: Floor, event: Event, *, late: timedelta) -> WindowInputs:
    """Return the inputs after one event that ``floor`` has folded already.

    Args:
        inputs: Before the event.
        floor: After the event.
        event: What happened.
        late: How old the event is; nothing for a live one.
    """
    heard = with_floor(inputs, floor)
    if event.window not in inputs.screen.windows:
        return heard
    if event.kind in _CALLS and late < FLASH:
        until = inputs.now - max(late, timedelta()) + FLASH
        return replace(heard, flashes=(*_without(heard, event.leg), (event.leg or "", until)))
    # Who has come need not be called any more.
    _, after = states_of(event)
    return replace(heard, flashes=_without(heard, event.leg)) if after is LegState.SERVING else heard


def hear_snapshot(inputs: WindowInputs, floor: Floor, seen: int, ahead: timedelta) -> WindowInputs:
    """Return the inputs after the floor was replaced as a whole.

    A call that was missed flashes for what is left of its time, had the screen been there.

    Args:
        inputs: Before the snapshot.
        floor: The new floor.
        seen: Number of the last event before the absence.
        ahead: How far the core's clock is ahead of the screen's, as far as is known.
    """
    heard = with_floor(replace(inputs, known=True), floor)
    # Whatever the screen's own clock says, the core has reached the time of its newest call.
    cores_now = max([inputs.now + ahead, *(call.at for call in floor.calls)])
    visitors = {each.visitor.leg: each.visitor for each in heard.windows if each.visitor}
    expected = [
        call for call in floor.calls if call.leg in visitors and _is_expected(visitors[call.leg], call)
    ]
    fresh = {
        call.leg: inputs.now + FLASH - (cores_now - call.at)
        for call in expected
        if call.seq > seen and cores_now - call.at < FLASH
    }
    legs = {call.leg for call in expected}
    kept = tuple(each for each in heard.flashes if each[0] in legs and each[0] not in fresh)
    return replace(heard, flashes=(*kept, *fresh.items()))


def with_floor(inputs: WindowInputs, floor: Floor) -> WindowInputs:
    """Return the inputs with what the floor shows now of the screen's windows."""
    ours = tuple(floor.windows[each] for each in inputs.screen.windows if each in floor.windows)
    before = {each.number: each for each in inputs.windows}
    quiet = dict(inputs.quiet)
    since = {
        each.number: quiet.get(each.number, inputs.now) if before.get(each.number) == each else inputs.now
        for each in ours
        if each.visitor is None
    }
    heard = replace(inputs, windows=ours, quiet=tuple(since.items()))
    present = _legs(heard)
    return replace(heard, flashes=tuple(each for each in inputs.flashes if each[0] in present))


def settled(inputs: WindowInputs, now: datetime) -> WindowInputs:
    """Return the inputs at ``now``; what has flashed long enough is forgotten."""
    return replace(inputs, now=now, flashes=tuple(each for each in inputs.flashes if each[1] > now))


def _is_expected(visitor: AtWindow | None, call: CallView) -> bool:
    """Whether a call stands: who is served was called again since."""
    if visitor is None:
        return False
    return visitor.started_at is None or call.at > visitor.started_at


def _without(inputs: WindowInputs, leg: str | None) -> tuple[tuple[str, datetime], ...]:
    return tuple(each for each in inputs.flashes if each[0] != leg)


def _legs(inputs: WindowInputs) -> frozenset[str]:
    return frozenset(each.visitor.leg for each in inputs.windows if each.visitor)
