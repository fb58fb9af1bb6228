"""What a board makes of the feed: pure steps from inputs to inputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from core.domain.event import Event, EventKind
from core.domain.floor import STAYS_LISTED, CallView, Floor, states_of
from core.domain.ticket import LegState
from display.board.derive import BoardInputs
from display.board.roll import SHOWN, Roll
from display.board.stage import FLASH, Stage

_CALLS = (EventKind.CALLED, EventKind.RECALLED)


def hear_event(inputs: BoardInputs, floor: Floor, event: Event, *, late: timedelta) -> BoardInputs:
    """Return the inputs after one event that ``floor`` has folded already.

    Args:
        inputs: Before the event.
        floor: After the event.
        event: What happened.
        late: How old the event is; nothing for a live one.
    """
    heard = with_floor(inputs, floor)
    leg = event.leg or ""
    _, after = states_of(event)
    if event.kind is EventKind.HALL_CHANGED and "date" in event.data:
        return replace(
            heard, stage=Stage(), roll=Roll(inputs.roll.room, inputs.roll.most), passed=(), ended=frozenset()
        )
    if after is None or event.leg is None:
        return heard
    # Whatever moved it, of today's kinds or of later ones: its call is on the boards or is not, and its
    # visitor is expected or is not.
    if after not in STAYS_LISTED:
        return _without(heard, leg)
    expected = after is LegState.CALLED
    told = replace(heard, ended=heard.ended - {leg} if expected else heard.ended | {leg})
    return _called(told, floor, leg, late) if event.kind in _CALLS else told


def hear_snapshot(inputs: BoardInputs, floor: Floor, seen: int, ahead: timedelta) -> BoardInputs:
    """Return the inputs after the floor was replaced as a whole.

    Args:
        inputs: Before the snapshot.
        floor: The new floor.
        seen: Number of the last event before the absence.
        ahead: How far the core's clock is ahead of the board's, as far as is known.
    """
    listed = [call for call in floor.calls if inputs.zone in (None, call.zone)]
    # Whatever the board's own clock says, the core has reached the time of its newest call.
    cores_now = max([inputs.now + ahead, *(call.at for call in listed)])
    shifted = _shift(inputs.stage, cores_now - inputs.now)
    stage = shifted.resumed(listed, seen, cores_now)
    ended = frozenset(call.leg for call in listed if _has_ended(floor, call, inputs.ended))
    heard = with_floor(inputs, floor)
    # Who was called before the board came has had a row somewhere, or will have had it by the time.
    roll = inputs.roll.resumed(listed, inputs.now, inputs.now - SHOWN)
    return replace(heard, known=True, ended=ended, stage=_shift(stage, inputs.now - cores_now), roll=roll)


def with_floor(inputs: BoardInputs, floor: Floor) -> BoardInputs:
    """Return the inputs with what the floor shows now."""
    listed = {call.leg for call in floor.calls} | inputs.roll.legs
    return replace(
        inputs,
        calls=tuple(floor.calls),
        waiting=tuple(floor.waiting.items()),
        windows=tuple(floor.windows.values()),
        ended=inputs.ended & listed,
    )


def _called(inputs: BoardInputs, floor: Floor, leg: str, late: timedelta) -> BoardInputs:
    call = next(each for each in floor.calls if each.leg == leg)
    if inputs.zone not in (None, call.zone):
        return inputs
    listed = replace(inputs, roll=inputs.roll.called(call, inputs.now, inputs.now - late))
    return listed if late >= FLASH else replace(listed, stage=inputs.stage.called(call, inputs.now))


def _without(inputs: BoardInputs, leg: str) -> BoardInputs:
    return replace(
        inputs,
        ended=inputs.ended - {leg},
        stage=inputs.stage.withdrawn(leg, inputs.now),
        roll=inputs.roll.withdrawn(leg, inputs.now),
    )


def _has_ended(floor: Floor, call: CallView, known: frozenset[str]) -> bool:
    """Whether the visitor of a call is expected no more; a window of another zone is not on this floor."""
    view = floor.windows.get(call.window)
    if view is None:
        return call.leg in known
    return view.visitor is None or view.visitor.leg != call.leg or view.visitor.state is not LegState.CALLED


def _shift(stage: Stage, by: timedelta) -> Stage:
    """Return the stage as seen by a clock that is ``by`` ahead."""
    moved: Callable[[datetime], datetime] = lambda moment: moment + by  # noqa: E731
    return replace(
        stage,
        since=moved(stage.since) if stage.since else None,
        flashes=tuple((leg, moved(until)) for leg, until in stage.flashes),
    )
