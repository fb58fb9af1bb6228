"""What is known of a ticket's slip, and for how long it is heard of."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from core.domain.errors import SlipTooLate
from core.domain.event import Event, EventKind
from core.domain.slip import SlipState, is_missing, must_be_reportable, slips_told
from core.domain.ticket import Ticket
from tests.support.clock import MORNING

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("state", "after_s", "missing"),
    [
        (None, 9999, False),
        (SlipState.PRINTED, 9999, False),
        (SlipState.FAILED, 0, True),
        (SlipState.UNKNOWN, 0, True),
        (SlipState.PENDING, 0, False),
        (SlipState.PENDING, 60, False),
        (SlipState.PENDING, 61, True),
    ],
)
def test_a_slip_is_missing_that_failed_or_that_nobody_speaks_of(
    state: SlipState | None, after_s: int, missing: bool
) -> None:
    assert is_missing(state, MORNING, MORNING + timedelta(seconds=after_s)) is missing


def test_a_slip_is_in_its_state_since_it_changed_or_since_the_ticket_was_taken() -> None:
    ticket = Ticket("t", "A001", TODAY, "ordinary", "zh", "x", MORNING, slip=SlipState.PENDING)
    assert ticket.slip_since == MORNING
    later = MORNING + timedelta(minutes=2)
    failed = ticket.with_slip(SlipState.FAILED, later)
    assert (failed.slip, failed.slip_since, failed.taken_at) == (SlipState.FAILED, later, MORNING)


@pytest.mark.parametrize(
    ("days_ago", "ended", "heard"), [(0, True, True), (1, True, True), (2, True, False), (30, False, True)]
)
def test_a_printer_is_heard_while_the_visit_is_open_and_a_day_longer(
    days_ago: int, ended: bool, heard: bool
) -> None:
    day = TODAY - timedelta(days=days_ago)
    if heard:
        must_be_reportable("A001", day, ended=ended, today=TODAY)
        return
    with pytest.raises(SlipTooLate) as refused:
        must_be_reportable("A001", day, ended=ended, today=TODAY)
    assert refused.value.params == {"number": "A001", "date": day.isoformat()}


def test_events_tell_the_slip_of_each_ticket() -> None:
    def event(seq: int, kind: EventKind, ticket: str, **data: object) -> Event:
        return Event(seq, datetime.fromisoformat("2026-11-23T01:00:00Z"), kind, ticket, data=data)

    events = [
        event(1, EventKind.TAKEN, "a", slip="pending"),
        event(2, EventKind.TAKEN, "b", slip="pending"),
        event(3, EventKind.TAKEN, "c"),
        event(4, EventKind.SLIP_CHANGED, "a", slip="printed"),
        event(5, EventKind.SLIP_CHANGED, "b", slip="failed"),
        event(6, EventKind.REPRINTED, "b", printer="kiosk-1"),
    ]
    assert slips_told(events) == {"a": SlipState.PRINTED, "b": SlipState.PENDING}
    assert slips_told(events[:5])["b"] is SlipState.FAILED
