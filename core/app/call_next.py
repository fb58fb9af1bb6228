"""Call the next visitor to a window: one key, one transaction (一键叫号)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from core.app.finish import finish_leg
from core.app.moves import move
from core.app.ports import UnitOfWork
from core.domain.calling import Choice, choose
from core.domain.clock import to_text
from core.domain.errors import OutOfHours
from core.domain.event import EventKind
from core.domain.hall import Hall, Tiers, Window
from core.domain.in_line import let_go
from core.domain.leg import Leg
from core.domain.rules import AfterHours
from core.domain.turns import Mixing
from core.domain.window import WindowState


@dataclass(frozen=True, slots=True)
class Called:
    """The visitor who was called, and why this one."""

    leg: Leg
    why: dict[str, Any]


@dataclass(frozen=True, slots=True)
class NobodyWaiting:
    """Nobody waits for this window; who was at it has been finished."""


def call_next(uow: UnitOfWork, *, window: int, by: str) -> Called | NobodyWaiting:
    """Finish who is at the window, then call the next one by the calling rule.

    Raises:
        WindowUnknown: The hall has no such window.
        WindowNotOpen, CallTooSoon, OutOfHours: It calls nobody now.
    """
    state = ready_to_call(uow, window)
    present = uow.tickets.at_window(window)
    if present is not None:
        finish_leg(uow, present, by=by)
    choice = _choose(uow, window, state)
    if choice is None:
        return NobodyWaiting()
    if choice.turn != uow.turns.get(choice.leg.queue):
        uow.turns.save(choice.turn)
    leg = uow.tickets.leg(choice.leg.id)
    if leg.pin not in (None, window):
        leg = leg.let_go()
    return call_leg(uow, leg, state, why=choice.why(), by=by)


def call_leg(uow: UnitOfWork, leg: Leg, state: WindowState, *, why: dict[str, Any], by: str) -> Called:
    """Call a waiting leg to a window that is ready to call."""
    called = leg.called_to(state.number, uow.now, uow.events.next_seq, state.clerk)
    move(uow, EventKind.CALLED, leg, called, by=by, data={"calls": called.calls, "why": why}, why=why)
    uow.windows.save(state)
    return Called(called, why)


def ready_to_call(uow: UnitOfWork, window: int) -> WindowState:
    """Return the window's state as calling somebody now; :func:`call_leg` keeps it.

    Raises:
        WindowUnknown, WindowNotOpen, CallTooSoon, OutOfHours: It calls nobody now.
    """
    place = uow.hall.window(window)
    gap_s = max((uow.hall.rules_of(queue).call_gap_s for queue in place.queues), default=0)
    state = uow.windows.get(window).calling(uow.now, gap_s=gap_s)
    _must_be_in_hours(uow, place)
    return state


def served_by(uow: UnitOfWork, window: Window, clerk: str | None) -> Tiers:
    """Return the window's profile as far as its clerk is qualified and its queues are still called."""
    found = uow.clerks.get(clerk) if clerk is not None else None
    skills = found.skills if found else None
    tiers = []
    for tier in window.tiers:
        queues = tuple(
            queue
            for queue in tier.queues
            if (skills is None or queue in skills) and _still_called(uow, queue)
        )
        if queues:
            tiers.append(tier if queues == tier.queues else replace(tier, queues=queues))
    return tuple(tiers)


def mixing(uow: UnitOfWork, queues: set[str]) -> Mixing:
    """Return the caps and the mix of queues, as far as they have any."""
    hall = uow.hall
    caps = {queue: hall.rules_of(queue).cap for queue in queues}
    booked = hall.bookings.visitor_class
    counted = [queue for queue in queues if booked or (caps[queue] and hall.favoured)]
    return Mixing(
        favoured=hall.favoured,
        booked=booked,
        ratio=hall.bookings.ratio,
        caps=caps,
        turns={queue: uow.turns.get(queue) for queue in counted},
    )


def _choose(uow: UnitOfWork, window: int, state: WindowState) -> Choice | None:
    tiers = served_by(uow, uow.hall.window(window), state.clerk)
    found = uow.tickets.heads([queue for tier in tiers for queue in tier.queues], window)
    heads = [leg if leg.pin in (None, window) else let_go(leg) for leg in found]
    return choose(tiers, heads, uow.hall.classes_by_id, uow.now, mixing(uow, {leg.queue for leg in heads}))


def _still_called(uow: UnitOfWork, queue: str) -> bool:
    """Whether people of a queue are called at this hour: by its rule, also after closing."""
    hall: Hall = uow.hall
    if not hall.keeps_hours or hall.rules_of(queue).after_hours is AfterHours.SERVE:
        return True
    return hall.zone_of(queue) is None or hall.schedule_of(queue).open_span(uow.now) is not None


def _must_be_in_hours(uow: UnitOfWork, window: Window) -> None:
    """Refuse a call outside the window's own hours, unless it serves who still waits after them."""
    hall = uow.hall
    if not window.calendar or not hall.keeps_hours:
        return
    schedule = hall.schedule(window.calendar)
    if schedule.open_span(uow.now) is not None:
        return
    spans = schedule.spans(uow.today)
    if spans and uow.now >= spans[0].opens and hall.rules.after_hours is AfterHours.SERVE:
        return
    opens_at = schedule.next_opening(uow.now)
    raise OutOfHours(window=window.number, opens_at=to_text(opens_at) if opens_at else None)
