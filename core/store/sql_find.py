"""The statement that finds tickets for guides and kiosks.

Built each time: what a guide looks for is asked a few times a minute.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    false,
    func,
    literal_column,
    or_,
    select,
    union,
)

from core.domain.clock import to_text
from core.domain.slip import MISSING, PENDING_MOST, SlipState, SlipWanted
from core.store.sql import LEFT_OPEN, OF_TICKET, P, state_is
from core.store.tables import NOT_OUT, legs, tickets

NOT_ENDED = ~state_is("done", "transferred", "void")


def find(
    *,
    number: str | None = None,
    queue: str | None = None,
    state: str | None = None,
    window: int | None = None,
    slip: SlipWanted | None = None,
) -> Select[Any]:
    """Return the statement for the legs of a day, and open ones of earlier days, that match what is given."""
    of_ticket = [column.label(f"ticket_{column.name}") for column in tickets.c]
    first = _candidates(number, slip).subquery("first")
    found = (
        select(legs, *of_ticket)
        .select_from(first.join(legs, legs.c.ticket == first.c.id).join(tickets, OF_TICKET))
        .where(legs.c.hall == P("hall"), (legs.c.date == P("day")) | LEFT_OPEN)
        .order_by(legs.c.queue, legs.c.rank, legs.c.since, legs.c.entered)
        .limit(P("most"))
    )
    if queue is not None:
        found = found.where(legs.c.queue == queue)
    if state is not None:
        found = found.where(legs.c.state == str(state))
    if window is not None:
        found = found.where((legs.c.window == window) | (legs.c.pin == window))
    return found if slip is None else found.where(_with_slip(slip))


def _candidates(number: str | None, slip: SlipWanted | None) -> CompoundSelect[Any]:
    """Return the tickets that can match: looked for first, so that history is not read."""
    of_day = select(tickets.c.id).where(tickets.c.hall == P("hall"), tickets.c.date == P("day"))
    left_open = select(legs.c.ticket).where(legs.c.hall == P("hall"), LEFT_OPEN)
    if number is not None:
        of_day = of_day.where(tickets.c.number == number)
        left_open = left_open.where(legs.c.number == number)
    if slip is not None and SlipState.PRINTED not in slip.states:
        of_day = of_day.where(NOT_OUT)
    return union(of_day, left_open)


def _with_slip(wanted: SlipWanted) -> ColumnElement[bool]:
    """Return what holds of a leg whose ticket's slip is looked for."""
    asked = _slip_is(wanted.states)
    if wanted.missing_at is None:
        return asked
    heard_until = to_text(wanted.missing_at - PENDING_MOST)
    late = func.coalesce(tickets.c.slip_at, tickets.c.taken_at) < heard_until
    missing = _slip_is(MISSING) | (_slip_is([SlipState.PENDING]) & late)
    return asked | (NOT_ENDED & missing)


def _slip_is(states: Collection[SlipState]) -> ColumnElement[bool]:
    return or_(false(), *(tickets.c.slip == literal_column(f"'{state.value}'") for state in sorted(states)))
