"""Finish who is at a window: the leg ends, and the next step of the visit opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.app.moves import move, open_next, present_at
from core.app.ports import UnitOfWork
from core.app.tell import given
from core.domain.errors import MaterialUnknown
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.ticket import LegState
from core.domain.visit import Act

SENT_BACK = "not_accepted"
"""The outcome of a visit that lacked papers, whether or not the hall lists it among its outcomes."""


def finish(
    uow: UnitOfWork,
    *,
    window: int,
    by: str,
    outcome: str | None = None,
    missing: Sequence[str] = (),
) -> Leg:
    """The visitor is done; the window stays free until the next call.

    Args:
        outcome: Id of an outcome (a reason of ``finish``).
        missing: Ids of the item's papers that were missing (一次告知): the visit ends here, not accepted.

    Raises:
        WindowUnknown, WindowEmpty: Nobody is there.
        ReasonUnknown: The hall has no such outcome.
        MaterialUnknown: The item asks for no such paper.
    """
    leg = present_at(uow, window)
    if outcome is not None and not (missing and outcome == SENT_BACK):
        uow.hall.reason("finish", outcome)
    if missing:
        _must_be_asked_for(uow, leg, missing)
        outcome = outcome or SENT_BACK
    return finish_leg(uow, leg, by=by, outcome=outcome, missing=tuple(missing))


def finish_leg(
    uow: UnitOfWork, leg: Leg, *, by: str, outcome: str | None = None, missing: tuple[str, ...] = ()
) -> Leg:
    """Finish a leg that is at a window and return it; its window can take that back for a while."""
    data: dict[str, Any] = {} if outcome is None else {"outcome": outcome}
    if missing:
        data["missing"] = list(missing)
    done = move(uow, EventKind.DONE, leg, leg.finished(uow.now, outcome), by=by, data=data)
    opened: list[Leg] = []
    if done.several and missing:
        end_rest(uow, done, by=by, reason=SENT_BACK)
        uow.windows.note_act(leg.window or 0, None)
        return done
    if done.several:
        opened = open_next(uow, done.ticket, by=by)
    note(uow, leg, done, opened)
    return done


def note(uow: UnitOfWork, before: Leg, after: Leg, opened: Sequence[Leg] = ()) -> None:
    """Keep what a window's act changed, so that it can be taken back.

    What a guide does with somebody who has left the window is not the window's to take back.
    """
    if before.window is None or not before.state.at_window:
        return
    visit = uow.tickets.legs_of(after.ticket) if after.several else [after]
    new = {leg.id for leg in opened}
    uow.windows.note_act(
        before.window,
        Act(
            uow.now,
            before,
            after.version,
            tuple((leg.id, leg.version) for leg in opened),
            tuple((leg.id, leg.version) for leg in visit if leg.id not in new and leg.id != after.id),
        ),
    )


def end_rest(uow: UnitOfWork, leg: Leg, *, by: str, reason: str | None) -> None:
    """End the other legs of the visit, those to come included."""
    for other in uow.tickets.legs_of(leg.ticket):
        if other.id != leg.id and not other.state.ended and other.state is not LegState.SERVING:
            move(uow, EventKind.VOID, other, other.voided(uow.now, reason), by=by, data=given(reason))


def _must_be_asked_for(uow: UnitOfWork, leg: Leg, missing: Sequence[str]) -> None:
    materials = uow.hall.item(leg.item).materials if leg.item else ()
    known = {material.id for material in materials}
    for each in missing:
        if each not in known:
            raise MaterialUnknown(material=each, item=leg.item)
