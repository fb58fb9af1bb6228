"""Give a hall a new description without losing anybody who is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.app.hall_in_use import Finding, HallInUse, Moves, gone_windows, refusals, warnings
from core.app.ports import UnitOfWork
from core.app.requeue import requeue
from core.app.tell import tell_window
from core.domain.event import Event, EventKind
from core.domain.hall import Hall


def describes(event: Event) -> bool:
    """Whether the hall is described anew as of an event."""
    return event.kind is EventKind.HALL_CHANGED and "date" not in event.data


NOBODY: Moves = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Described:
    """What came of a new description.

    Attributes:
        changed: Whether it is another than before.
        moved: Numbers of the tickets that went to another queue.
        warnings: What works and may still surprise.
    """

    changed: bool
    moved: tuple[str, ...] = ()
    warnings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return self.changed


def describe_hall(
    uow: UnitOfWork,
    *,
    hall: Hall,
    source: str | None = None,
    moves: Mapping[str, str] = NOBODY,
    by: str = "core",
) -> Described:
    """Keep ``hall`` as the hall's description.

    Args:
        source: The hall file that it was read from.
        moves: Queue that ``hall`` lacks to the one where its people go, keeping their time of arrival.

    Raises:
        HallInUse: People are in the hall for whom the new description has no place; it names all of them.
    """
    if uow.hall == hall:
        if source is not None:
            uow.set_hall(hall, source)
        return Described(changed=False)
    refused = refusals(uow, hall, moves)
    if refused:
        raise HallInUse(refused)
    warned = tuple(warnings(uow, hall))
    _close_windows(uow, gone_windows(uow.hall, hall), by)
    _forget_acts(uow, hall)
    uow.set_hall(hall, source)
    uow.events.append(EventKind.HALL_CHANGED, data={"hall": hall.id, "by": by})
    return Described(changed=True, moved=_move(uow, moves, by), warnings=warned)


def _close_windows(uow: UnitOfWork, gone: set[int], by: str) -> None:
    for state in uow.windows.not_closed():
        if state.number in gone:
            closed = state.closed(uow.now)
            uow.windows.save(closed)
            tell_window(uow, EventKind.WINDOW_CLOSED, closed, by=by)


def _forget_acts(uow: UnitOfWork, hall: Hall) -> None:
    """Let nobody be taken back into a queue that is no more."""
    kept = {queue.id for queue in hall.queues}
    for window in uow.hall.windows:
        act = uow.windows.last_act(window.number)
        if act is not None and act.before.queue not in kept:
            uow.windows.note_act(window.number, None)


def _move(uow: UnitOfWork, moves: Mapping[str, str], by: str) -> tuple[str, ...]:
    legs = [leg for leg in uow.tickets.open_legs() if leg.queue in moves] if moves else []
    # In the order of arrival: who comes to the new queue at one instant keeps that order there.
    legs.sort(key=lambda leg: (leg.since, leg.entered))
    for leg in legs:
        requeue(uow, leg, moves[leg.queue], by=by)
    return tuple(dict.fromkeys(leg.number for leg in legs))
