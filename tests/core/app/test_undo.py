"""What a window did last is taken back, if it is fresh and nobody has touched the visit since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.app import at_window
from core.app.finish import finish
from core.app.suspend import suspend
from core.app.tickets import cancel, restore, set_class
from core.app.transfer import Target, transfer_from_window, transfer_ticket
from core.app.undo import undo
from core.domain.errors import (
    HallError,
    NothingToUndo,
    TicketNotOpen,
    UndoTooLate,
    WindowBusy,
)
from core.domain.floor import replay
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.ticket import LegState, Suspension
from tests.core.app.hall import Hands, a_matter

DOES: dict[str, Any] = {
    "finish": lambda hall: hall.do(finish, window=3),
    "pass": lambda hall: hall.do(at_window.pass_over, window=3),
    "transfer": lambda hall: hall.do(transfer_from_window, window=3, target=Target("advice")),
    "way and back": lambda hall: hall.do(transfer_from_window, window=3, target=Target("advice", back=True)),
}


@pytest.mark.parametrize("matter", [False, True])
@pytest.mark.parametrize("act", DOES)
def test_what_a_window_did_last_is_taken_back(hall: Hands, act: str, matter: bool) -> None:
    ticket = a_matter(hall) if matter else hall.take("company").ticket.id
    hall.call(3)
    before = hall.visit(ticket)
    DOES[act](hall)
    hall.clock.advance(seconds=60)
    hall.do(undo, window=3)
    assert [as_it_was(leg, before) for leg in hall.visit(ticket)][: len(before)] == before
    assert {leg.state for leg in hall.visit(ticket)[len(before) :]} <= {LegState.VOID}
    described: Hall = hall.store.reader.kept.hall
    assert replay(described, hall.events()).waiting == hall.store.reader.floor().waiting
    with pytest.raises(NothingToUndo):
        hall.do(undo, window=3)


def as_it_was(leg: Leg, before: list[Leg]) -> Leg:
    """Return a leg with the fields that an undo does not give back."""
    was = next((each for each in before if each.id == leg.id), leg)
    kept = {name: getattr(was, name) for name in ("version", "call_at", "call_seq", "several")}
    return replace(leg, **kept)


TOUCHED: dict[str, tuple[str, Any, type[HallError]]] = {
    "too late": ("finish", lambda hall, _: hall.clock.advance(seconds=60.001), UndoTooLate),
    "somebody else is there": (
        "finish",
        lambda hall, _: (hall.take("company"), hall.call(3)),
        WindowBusy,
    ),
    "restored meanwhile": ("pass", lambda hall, ticket: hall.do(restore, ticket=ticket), TicketNotOpen),
    "in another class": (
        "transfer",
        lambda hall, ticket: hall.do(set_class, ticket=ticket, visitor_class="elderly"),
        TicketNotOpen,
    ),
    "called elsewhere": ("transfer", lambda hall, _: hall.call(5), TicketNotOpen),
    "gone": ("pass", lambda hall, ticket: hall.do(cancel, ticket=ticket), TicketNotOpen),
    "sent on by a guide": (
        "pass",
        lambda hall, ticket: hall.do(transfer_ticket, ticket=ticket, target=Target("food")),
        TicketNotOpen,
    ),
}


@pytest.mark.parametrize(("act", "meanwhile", "refusal"), TOUCHED.values(), ids=TOUCHED)
def test_what_is_old_or_touched_is_not_taken_back(
    hall: Hands, act: str, meanwhile: Any, refusal: type[HallError]
) -> None:
    ticket = hall.take("company").ticket.id
    hall.call(3)
    DOES[act](hall)
    meanwhile(hall, ticket)
    before = hall.store.legs()
    with pytest.raises(refusal):
        hall.do(undo, window=3)
    assert hall.store.legs() == before


def test_a_finish_is_not_taken_back_while_the_visitor_is_at_the_next_window(hall: Hands) -> None:
    a_matter(hall)
    hall.call(3)
    hall.do(finish, window=3)
    hall.call(4)
    with pytest.raises(TicketNotOpen):
        hall.do(undo, window=3)


def test_what_a_guide_did_is_not_a_windows_to_take_back(hall: Hands) -> None:
    ticket = hall.take("company").ticket.id
    hall.call(3)
    hall.do(suspend, window=3, kind=Suspension.STEP)
    hall.do(transfer_ticket, ticket=ticket, target=Target("food"), by="guide:1")
    with pytest.raises(NothingToUndo):
        hall.do(undo, window=3)
