"""What is said of a number: the one that was taken, sign by sign, and the one that was asked for; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.domain.hall import Hall
from core.domain.ticket import LegState
from core.domain.wait import Wait
from hardware.voice.phrase import Named, Values
from kiosk.names import zone_of
from kiosk.spoken.piece import Piece, prompted
from kiosk.state import Inputs, Place, Printing, Taken
from kiosk.visit import SOON_MIN

SLIP: Mapping[Printing, str] = {
    Printing.UNDER_WAY: "slip_under_way",
    Printing.DONE: "slip",
    Printing.FAILED: "slip_failed",
    Printing.UNKNOWN: "slip_unknown",
    Printing.NONE: "slip_none",
}
SAID = frozenset({"ahead", "wait", "place", "window"})
"""Lines of the page that are said here, in other words."""
_PLACE: Mapping[LegState, str] = {
    LegState.WAITING: "place_waiting",
    LegState.CALLED: "place_called",
    LegState.SERVING: "place_serving",
    LegState.PASSED: "place_passed",
    LegState.SUSPENDED: "place_suspended",
    LegState.VOID: "place_void",
}


def taken(inputs: Inputs, hall: Hall, found: Taken) -> Iterator[Piece]:
    """Yield what the visitor has to know of a new number, the number first."""
    language = inputs.language
    if found.ahead is None:
        yield prompted(language, "result_number", Values(found.number))
    else:
        key = "result" if found.ahead else "result_next"
        yield prompted(language, key, Values(found.number, counts={"ahead": found.ahead}))
    yield prompted(language, SLIP[inputs.printing])
    zone = zone_of(hall, hall.queue(found.queue).zone)
    yield prompted(language, "result_zone", Values(zone=Named(zone.id, zone.name)))
    yield from _wait(language, found.wait)


def place(language: str, found: Place) -> Iterator[Piece]:
    """Yield where a visit stands, and how long it waits."""
    values = Values(found.number, found.window, counts={"ahead": found.ahead})
    yield prompted(language, _stands(found), values)
    if found.state is LegState.WAITING:
        yield from _wait(language, found.wait)


def _stands(found: Place) -> str:
    """Return the prompt that says where a visit stands."""
    match found.state:
        case LegState.WAITING if not found.ahead:
            return "place_next"
        case LegState.CALLED | LegState.SERVING if found.window is None:
            return "place_over"
        case LegState.PASSED if "restore" in found.can:
            return "place_restore"
    return _PLACE.get(found.state, "place_over")


def _wait(language: str, wait: Wait | None) -> Iterator[Piece]:
    if wait is None:
        return
    most = -(-wait.p90_s // 60)
    soon = most <= SOON_MIN
    yield prompted(language, "result_soon" if soon else "result_wait", Values(counts={"minutes": most}))
