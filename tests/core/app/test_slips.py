"""Slips: what their printers tell, and what it leaves as it is."""

from __future__ import annotations

import pytest

from core.app.finish import finish
from core.app.slips import report_slip, reprint
from core.app.take import Taken
from core.app.tickets import cancel
from core.domain.errors import SlipTooLate, TicketEnded, TicketUnknown
from core.domain.event import EventKind
from core.domain.slip import SlipState, slips_told
from core.domain.ticket import LegState, Ticket
from tests.core.app.hall import Hands


def printed(hall: Hands, state: SlipState = SlipState.PRINTED, **told: str) -> Taken:
    taken = hall.take(slip=True)
    hall.do(report_slip, ticket=taken.ticket.id, state=state, **told)
    return taken


def now(hall: Hands, taken: Taken) -> Ticket:
    return hall.store.tickets()[taken.ticket.id]


def test_who_prints_a_slip_owes_a_report_and_who_does_not_owes_none(hall: Hands) -> None:
    plain, pending = hall.take(), hall.take(slip=True)
    assert (plain.ticket.slip, pending.ticket.slip) == (None, SlipState.PENDING)
    first, second = (event for event in hall.events() if event.kind is EventKind.TAKEN)
    assert "slip" not in first.data
    assert second.data["slip"] == "pending"


def test_what_the_printer_tells_is_kept_and_told(hall: Hands) -> None:
    taken = hall.take(slip=True)
    hall.clock.advance(seconds=4)
    told = {"reason": "printer.paper_out", "printer": "取号机一"}
    answer = hall.do(report_slip, ticket=taken.ticket.id, state=SlipState.FAILED, **told)
    assert answer == now(hall, taken)
    assert (answer.slip, answer.slip_since) == (SlipState.FAILED, hall.clock.now)
    event = hall.events()[-1]
    assert (event.kind, event.ticket, event.leg, event.zone) == (
        EventKind.SLIP_CHANGED,
        taken.ticket.id,
        None,
        "social",
    )
    assert event.data == {"number": "A001", "slip": "failed", "by": "clerk:1"} | told


def test_a_ticket_whose_slip_failed_waits_and_is_called_like_any_other(hall: Hands) -> None:
    first = printed(hall, SlipState.FAILED)
    printed(hall)
    assert hall.leg(first.leg) == first.leg
    assert hall.call(1).number == first.ticket.number


def test_a_late_report_of_somebody_who_was_served_meanwhile_is_heard(hall: Hands) -> None:
    taken = hall.take(slip=True)
    hall.call(1)
    hall.do(finish, window=1)
    hall.do(report_slip, ticket=taken.ticket.id, state=SlipState.UNKNOWN)
    assert now(hall, taken).slip is SlipState.UNKNOWN
    assert hall.leg(taken.leg).state is LegState.DONE
    hall.clock.advance(days=1)
    hall.do(report_slip, ticket=taken.ticket.id, state=SlipState.PRINTED)
    assert now(hall, taken).slip is SlipState.PRINTED


def test_a_report_of_long_ago_is_refused_and_changes_nothing(hall: Hands) -> None:
    taken = hall.take(slip=True)
    hall.do(cancel, ticket=taken.ticket.id)
    hall.clock.advance(days=2)
    with pytest.raises(SlipTooLate):
        hall.do(report_slip, ticket=taken.ticket.id, state=SlipState.PRINTED)
    assert now(hall, taken).slip is SlipState.PENDING
    with pytest.raises(TicketUnknown):
        hall.do(report_slip, ticket="nobody", state=SlipState.PRINTED)


def test_a_slip_that_is_printed_once_more_is_pending_again(hall: Hands) -> None:
    taken = printed(hall)
    hall.clock.advance(minutes=10)
    again = hall.do(reprint, ticket=taken.ticket.id, printer="kiosk-1")
    assert (again.slip, again.slip_since) == (SlipState.PENDING, hall.clock.now)
    event = hall.events()[-1]
    assert (event.kind, event.data["number"], event.data["printer"]) == (
        EventKind.REPRINTED,
        "A001",
        "kiosk-1",
    )
    assert hall.leg(taken.leg) == taken.leg, "nothing else of the visit changes"


def test_no_slip_of_a_visit_that_has_ended_is_printed_again(hall: Hands) -> None:
    taken = printed(hall)
    hall.do(cancel, ticket=taken.ticket.id)
    with pytest.raises(TicketEnded):
        hall.do(reprint, ticket=taken.ticket.id)
    assert now(hall, taken).slip is SlipState.PRINTED


def test_the_events_alone_tell_every_slip(hall: Hands) -> None:
    tickets = [printed(hall, state) for state in (SlipState.PRINTED, SlipState.FAILED, SlipState.UNKNOWN)]
    tickets += [hall.take(slip=True), hall.take()]
    hall.do(reprint, ticket=tickets[1].ticket.id)
    kept = {ticket.id: ticket.slip for ticket in hall.store.tickets().values() if ticket.slip}
    assert kept == slips_told(hall.events())
