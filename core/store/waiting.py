"""Who waits before whom."""

from __future__ import annotations

from sqlalchemy import Connection

from core.domain.clock import to_text
from core.domain.leg import Leg
from core.domain.ticket import LegState
from core.store import sql


def count_ahead(connection: Connection, hall: str, leg: Leg) -> int:
    """Return how many wait in front of a leg, 0 where it does not wait."""
    if leg.state is not LegState.WAITING:
        return 0
    count = sql.COUNT_AHEAD(
        connection,
        hall=hall,
        queue=leg.queue,
        of_rank=leg.rank,
        at=to_text(leg.since),
        place=leg.entered,
    )
    return int(count.scalar_one())
