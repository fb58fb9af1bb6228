"""Keep the hall's description and tell the screens when it changes."""

from __future__ import annotations

from core.app.ports import UnitOfWork
from core.domain.event import EventKind
from core.domain.hall import Hall


def describe_hall(uow: UnitOfWork, *, hall: Hall) -> bool:
    """Keep ``hall`` as the hall's description; return whether it is another than before."""
    if uow.hall == hall:
        return False
    uow.set_hall(hall)
    uow.events.append(EventKind.HALL_CHANGED, data={"hall": hall.id})
    return True
