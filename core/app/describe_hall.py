"""Keep the hall's description and tell the screens when it changes."""

from __future__ import annotations

import logging

from core.app.ports import UnitOfWork
from core.domain.event import EventKind
from core.domain.hall import Hall

log = logging.getLogger(__name__)


def describe_hall(uow: UnitOfWork, *, hall: Hall) -> bool:
    """Keep ``hall`` as the hall's description; return whether it is another than before."""
    if uow.hall == hall:
        return False
    _note_stranded(uow, hall)
    uow.set_hall(hall)
    uow.events.append(EventKind.HALL_CHANGED, data={"hall": hall.id})
    return True


def _note_stranded(uow: UnitOfWork, hall: Hall) -> None:
    """Log whom no window of the new hall can call: they keep their numbers and wait in vain."""
    kept = {queue.id for queue in hall.queues}
    for queue in uow.hall.queues:
        waiting = 0 if queue.id in kept else uow.tickets.waiting(queue.id)
        if waiting:
            log.warning(
                "%d waiting in the queue %s, which the hall file no longer has: nobody can call them;"
                " give the queue its id back and start the core again",
                waiting,
                queue.id,
            )
