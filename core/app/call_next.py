"""Call the next visitor to a window: one key, one transaction (一键叫号)."""

from __future__ import annotations

from dataclasses import dataclass

from core.app.ports import UnitOfWork
from core.app.tell import tell_leg
from core.domain.calling import Choice, choose
from core.domain.event import EventKind
from core.domain.leg import Leg


@dataclass(frozen=True, slots=True)
class Called:
    """The visitor who was called, and why this one."""

    leg: Leg
    choice: Choice


@dataclass(frozen=True, slots=True)
class NobodyWaiting:
    """Nobody waits for this window; who was at it has been finished."""


def call_next(uow: UnitOfWork, *, window: int, by: str) -> Called | NobodyWaiting:
    """Finish who is at the window, then call the next one by the calling rule.

    Raises:
        WindowUnknown: The hall has no such window.
        WindowNotOpen: The window is paused or closed.
    """
    place = uow.hall.window(window)
    uow.windows.get(window).must_call()
    present = uow.tickets.at_window(window)
    if present is not None:
        finish_leg(uow, present, by=by)
    classes = {each.id: each for each in uow.hall.classes}
    choice = choose(place.tiers, uow.tickets.heads(place.queues), classes, uow.now)
    if choice is None:
        return NobodyWaiting()
    called = choice.leg.called_to(window, uow.now, uow.events.next_seq)
    uow.tickets.save(called, why=choice.why())
    tell_leg(uow, EventKind.CALLED, called, by=by, data={"calls": called.calls, "why": choice.why()})
    return Called(called, choice)


def finish_leg(uow: UnitOfWork, leg: Leg, *, by: str) -> Leg:
    """Finish the leg of who is at a window and return it."""
    done = leg.finished(uow.now)
    uow.tickets.save(done)
    tell_leg(uow, EventKind.DONE, done, by=by)
    return done
