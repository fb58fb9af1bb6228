"""What is to be said of an event, and of what a floor shows: pure."""

from __future__ import annotations

from datetime import datetime

from core.domain.event import Event, EventKind
from core.domain.floor import CallView, Floor, states_of
from core.domain.ticket import LegState
from core.domain.voice import Wording
from hardware.voice.announcer import Announcement

ENDS = frozenset(
    {
        EventKind.STARTED,
        EventKind.DONE,
        EventKind.PASSED,
        EventKind.SUSPENDED,
        EventKind.TRANSFERRED,
        EventKind.RESTORED,
        EventKind.VOID,
    }
)
"""After these a call that still waits to be said is said no more."""


def from_event(event: Event, at: datetime, wording: Wording = Wording.CALL) -> Announcement:
    """Return what is said of an event.

    Args:
        at: When it was, by our own clock.
    """
    again = event.kind is EventKind.RECALLED
    window = event.window or 0
    return Announcement(
        leg=event.leg or about_window(window),
        number=event.data.get("number", ""),
        window=window,
        zone=event.zone or "",
        at=at,
        repeat=max(1, event.data.get("calls", 1) - 1) if again else 0,
        wording=wording,
        service=event.data.get("queue", ""),
        seq=event.seq,
        told_at=event.at,
    )


def from_floor(call: CallView, at: datetime) -> Announcement:
    """Return what is said of a call that a floor lists.

    Args:
        at: When it was, by our own clock.
    """
    return Announcement(
        leg=call.leg,
        number=call.number,
        window=call.window,
        zone=call.zone,
        at=at,
        repeat=call.calls - 1,
        service=call.queue,
        seq=call.seq,
        told_at=call.at,
    )


def is_back(event: Event) -> bool:
    """Whether a suspended visitor is wanted at a window again; one who waits again is called later."""
    return event.kind is EventKind.RESUMED and states_of(event)[1] is LegState.SERVING


def about_window(number: int) -> str:
    """Return what an announcement about a window is about."""
    return f"window:{number}"


def is_expected(floor: Floor, window: int, leg: str) -> bool:
    """Whether a called visitor has not come yet; a window of another zone is not on this floor."""
    view = floor.windows.get(window)
    if view is None:
        return True
    visitor = view.visitor
    return visitor is not None and visitor.leg == leg and visitor.state is LegState.CALLED
