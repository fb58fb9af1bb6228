"""Where the visitor of a leg is to be: windows and zone."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from core.domain.errors import WindowUnknown
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.ticket import LegState, Suspension


def windows_for(hall: Hall, leg: Leg) -> tuple[int, ...]:
    """Return the windows that the visitor is at or may be called to, none once the leg has ended."""
    if leg.state.ended:
        return ()
    held = leg.state is LegState.SUSPENDED and leg.suspension is not Suspension.NO_PAPERS
    one = leg.window if leg.state.at_window or held else leg.pin
    if one is not None:
        return (one,)
    return tuple(sorted(window.number for window in hall.windows_of(leg.queue)))


def zone_for(hall: Hall, leg: Leg) -> str | None:
    """Return the zone of the only window meant, else of the queue; ``None`` if the hall has neither."""
    numbers = windows_for(hall, leg)
    if len(numbers) == 1:
        with suppress(WindowUnknown):
            return hall.window(numbers[0]).zone
    return hall.zone_of(leg.queue)


def queues_to_come(legs: Sequence[Leg]) -> tuple[str, ...]:
    """Return the queues of the steps that are planned still, in their order."""
    planned = [leg for leg in legs if leg.state is LegState.PLANNED]
    return tuple(leg.queue for leg in sorted(planned, key=lambda leg: (leg.step, leg.place)))
