"""A visit as a whole: its legs in their order, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.domain.errors import NothingToUndo, UndoTooLate
from core.domain.hall import Matter
from core.domain.leg import Leg
from core.domain.ticket import LegState

_STANDING = (
    LegState.SERVING,
    LegState.CALLED,
    LegState.WAITING,
    LegState.SUSPENDED,
    LegState.PASSED,
    LegState.PLANNED,
)


def current(legs: Sequence[Leg]) -> Leg:
    """Return the leg that the visit is at: where the visitor is, else waits, else was last."""
    for state in _STANDING:
        for leg in legs:
            if leg.state is state:
                return leg
    return max(legs, key=lambda leg: (leg.step, leg.place))


def in_state(legs: Sequence[Leg], *states: LegState) -> Leg:
    """Return the visit's leg in one of ``states``, the first one first, or else where the visit is."""
    return next((leg for state in states for leg in legs if leg.state is state), current(legs))


def window_of_visit(legs: Sequence[Leg]) -> int | None:
    """Return the window that the visitor is called to or served at."""
    return next((leg.window for leg in legs if leg.state.at_window), None)


def next_step(legs: Sequence[Leg]) -> list[Leg]:
    """Return the planned legs whose step has come: nothing of an earlier step is open any more."""
    planned = [leg for leg in legs if leg.state is LegState.PLANNED]
    if not planned or any(not leg.state.ended and leg.state is not LegState.PLANNED for leg in legs):
        return []
    step = min(leg.step for leg in planned)
    return [leg for leg in planned if leg.step == step]


def window_of_step(legs: Sequence[Leg], step: int, queue: str | None = None) -> int | None:
    """Return the window at which a step was done; of one in parallel, where that ``queue`` was served."""
    done = [leg for leg in legs if leg.step == step and leg.state is LegState.DONE]
    return max(done, key=lambda leg: (leg.queue == queue, leg.place)).window if done else None


@dataclass(frozen=True, slots=True)
class Planned:
    """A leg to come.

    Attributes:
        back_to: The step whose window it goes back to.
    """

    queue: str
    step: int
    item: str | None = None
    back_to: int | None = None


def plan_of(matter: Matter) -> tuple[Planned, ...]:
    """Return the legs of a matter; after a stage that goes back comes one more at the window before it."""
    legs: list[Planned] = []
    step = 0
    for stage in matter.stages:
        step += 1
        legs += [Planned(queue, step) for queue in stage.queues]
        if stage.back and step > 1:
            before = next(leg for leg in legs if leg.step == step - 1)
            step += 1
            legs.append(Planned(before.queue, step, back_to=step - 2))
    return tuple(legs)


@dataclass(frozen=True, slots=True)
class Act:
    """What a window's last finish, pass or transfer changed, so that it can be taken back.

    Attributes:
        before: The leg as it was.
        version: The leg's version after the act.
        opened: Ids of the legs that joined a queue with it, each with its version then.
        others: Ids of the visit's other legs, each with its version then.
    """

    at: datetime
    before: Leg
    version: int
    opened: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()

    @property
    def visit(self) -> dict[str, int]:
        """The versions of the legs of the visit after the act."""
        return {self.before.id: self.version, **dict(self.opened), **dict(self.others)}

    def must_be_fresh(self, now: datetime, within_s: int) -> None:
        """Raise :class:`UndoTooLate` once the time to take it back is over."""
        if now > self.at + timedelta(seconds=within_s):
            raise UndoTooLate(number=self.before.number, within_s=within_s)


def must_have_acted(act: Act | None, window: int) -> Act:
    """Return the act, or raise :class:`NothingToUndo`."""
    if act is None:
        raise NothingToUndo(window=window)
    return act
