"""What is known of a ticket's slip: paper that really came out, or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.domain.errors import SlipTooLate
from core.domain.event import Event, EventKind

PENDING_MOST = timedelta(seconds=60)
"""A slip of which nothing was heard for so long is missing: whoever printed it has gone."""
REPORTED_UNTIL = timedelta(days=1)
"""A printer may tell of an ended visit so long after its business date; then the day's figures stand."""


class SlipState(StrEnum):
    """How the printing of a slip ended; the values are the words on the wire and in the database.

    ``PENDING``: it is being printed, and nothing has been told of it yet. ``PRINTED``: the printer said that
    it is out. ``FAILED``: surely nothing usable came out. ``UNKNOWN``: it may be out, and nobody can tell;
    printing it again may make a second one.
    """

    PENDING = "pending"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


MISSING = (SlipState.FAILED, SlipState.UNKNOWN)
"""States in which the visitor may hold no slip; so may who has one that is pending for too long."""


@dataclass(frozen=True, slots=True)
class SlipWanted:
    """Which slips are looked for.

    Attributes:
        states: Those in one of these states.
        missing_at: Also those that are missing at this instant, of visits that have not ended.
    """

    states: frozenset[SlipState] = frozenset()
    missing_at: datetime | None = None


def is_missing(state: SlipState | None, since: datetime, now: datetime) -> bool:
    """Whether the visitor may hold no slip: it failed, nobody knows, or nothing was heard for too long.

    Args:
        since: When the slip came into its state.
    """
    return state in MISSING or (state is SlipState.PENDING and now - since > PENDING_MOST)


def must_be_reportable(number: str, day: date, *, ended: bool, today: date) -> None:
    """Refuse what a printer tells of a visit that ended long ago.

    Of a visit that is still open it is heard at any time, and of one that was served meanwhile too: the
    paper came out, or it did not.

    Args:
        day: The ticket's business date.

    Raises:
        SlipTooLate: The visit has ended, and its day was over long ago.
    """
    if ended and today - day > REPORTED_UNTIL:
        raise SlipTooLate(number=number, date=day.isoformat())


def slips_told(events: Iterable[Event]) -> dict[str, SlipState]:
    """Return the slip of each ticket as its events tell it; of a ticket without one they tell nothing."""
    told: dict[str, SlipState] = {}
    for event in events:
        if event.ticket is None:
            continue
        if event.kind is EventKind.REPRINTED:
            told[event.ticket] = SlipState.PENDING
        elif "slip" in event.data:
            told[event.ticket] = SlipState(event.data["slip"])
    return told
