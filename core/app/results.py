"""Results that are ready to be collected: told, given out, taken back."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from core.app.ports import UnitOfWork
from core.domain.clock import to_text
from core.domain.errors import ResultAlready
from core.domain.event import EventKind
from core.domain.result import Result, written


def make_ready(
    uow: UnitOfWork,
    *,
    window: int,
    by: str,
    queue: str | None = None,
    ticket: str | None = None,
    text: str = "",
) -> Result:
    """Put a result on the screens.

    Args:
        window: Where it is collected.
        queue: Any window of that queue gives it out instead.
        ticket: Id of the ticket whose number stands on the screen.
        text: What stands there else.

    Raises:
        WindowUnknown, QueueUnknown, TicketUnknown: There is no such thing.
        ResultTextRefused: The text is no number.
        ResultAlready: The same is on the screens.
    """
    place = uow.hall.window(window)
    zone = uow.hall.queue(queue).zone if queue is not None else place.zone
    shown, day = _shown(uow, ticket, text)
    same = uow.results.same(shown, day)
    if same is not None:
        raise ResultAlready(
            text=same.text, window=same.window, queue=same.queue, since=to_text(same.ready_at)
        )
    result = Result(
        id=uuid4().hex,
        text=shown,
        zone=zone,
        window=None if queue is not None else place.number,
        queue=queue,
        ready_at=uow.now,
        ready_by=by,
        seq=uow.events.next_seq,
        ticket=ticket,
        day=day,
    )
    uow.results.add(result)
    _tell(uow, EventKind.RESULT_READY, result, by, text=shown, **({"date": day.isoformat()} if day else {}))
    return result


def collected(uow: UnitOfWork, *, result: str, by: str) -> Result:
    """The visitor has it: it leaves the screens, and is known no more.

    Raises:
        ResultUnknown: There is no such result, perhaps no more.
    """
    return _removed(uow, EventKind.RESULT_COLLECTED, result, by)


def withdraw(uow: UnitOfWork, *, result: str, by: str) -> Result:
    """It was a mistake: nothing is there to be collected.

    Raises:
        ResultUnknown: There is no such result, perhaps no more.
    """
    return _removed(uow, EventKind.RESULT_WITHDRAWN, result, by)


def _removed(uow: UnitOfWork, kind: EventKind, result: str, by: str) -> Result:
    found = uow.results.get(result)
    uow.results.remove(found)
    _tell(uow, kind, found, by)
    return found


def _shown(uow: UnitOfWork, ticket: str | None, text: str) -> tuple[str, date | None]:
    if ticket is None:
        return written(text), None
    found = uow.tickets.get(ticket)
    return found.number, found.date


def _tell(uow: UnitOfWork, kind: EventKind, result: Result, by: str, **more: str) -> None:
    queue = {} if result.queue is None else {"queue": result.queue}
    uow.events.append(
        kind,
        ticket=result.ticket,
        window=result.window,
        zone=result.zone,
        data={"result": result.id, "by": by, **queue, **more},
    )
