"""What a clerk does with the visitor who is at the window."""

from __future__ import annotations

from core.app.call_next import mixing
from core.app.finish import note
from core.app.moves import move, present_at
from core.app.ports import UnitOfWork
from core.app.tell import given
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.limits import due_at


def recall(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """Call the visitor at the window once more.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there to be called.
        RecallsUsedUp, RecallTooSoon: The queue's rules do not allow it (yet).
    """
    before = present_at(uow, window)
    leg = before.recalled(uow.now, uow.events.next_seq, uow.hall.rules_of(before.queue))
    return move(uow, EventKind.RECALLED, before, leg, by=by, data={"calls": leg.calls})


def start(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """The visitor came: the serve clock starts, and with it the item's promised time.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        TicketNotCalled: The visitor is being served already.
    """
    before = present_at(uow, window)
    limit = uow.hall.item(before.item).promised if uow.hall.has_item(before.item) else None
    due = due_at(limit, uow.now, uow.hall.schedule()) if limit else None
    return move(uow, EventKind.STARTED, before, before.started(uow.now, due), by=by)


def pass_over(uow: UnitOfWork, *, window: int, by: str, reason: str | None = None) -> Leg:
    """The visitor was called and did not come (过号).

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        TicketNotCalled: The visitor is being served.
        PassTooSoon: The visitor was called a moment ago.
        ReasonUnknown: The hall has no such reason for passing.
    """
    if reason is not None:
        uow.hall.reason("pass", reason)
    before = present_at(uow, window)
    leg = before.passed(uow.now, reason, uow.hall.rules_of(before.queue))
    move(uow, EventKind.PASSED, before, leg, by=by, data=given(reason))
    note(uow, before, leg)
    return leg


def put_back(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """The call was a mistake: the visitor waits again, at the old place.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        TicketNotCalled: The visitor is being served.
    """
    return put_back_leg(uow, present_at(uow, window), by=by)


def put_back_leg(uow: UnitOfWork, before: Leg, *, by: str) -> Leg:
    """Let a called visitor wait again at the old place; a favour that the call used up is there again.

    Raises:
        TicketNotCalled: The visitor is not called, or is being served.
    """
    leg = before.put_back()
    mixed = mixing(uow, {leg.queue})
    turn = mixed.taken_back(leg)
    if turn != mixed.turn(leg.queue):
        uow.turns.save(turn)
    return move(uow, EventKind.RESTORED, before, leg, by=by, window=before.window)
