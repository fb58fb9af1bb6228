"""Tickets and legs in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from core.domain.clock import to_text
from core.domain.errors import StaleTicket, TicketUnknown
from core.domain.event import MASKED_NAME
from core.domain.in_line import InLine
from core.domain.leg import Leg
from core.domain.quota import Half
from core.domain.ticket import LegState, Ticket
from core.store import sql
from core.store.blocks import pass_over
from core.store.engine import wipe_after_commit
from core.store.json_text import json_text
from core.store.prepared import Prepared
from core.store.rows import leg_of, leg_row, text_or_none, ticket_of, ticket_row
from core.store.transaction import SqlTransaction


class SqlTickets:
    """Tickets and legs in the database."""

    def __init__(self, transaction: SqlTransaction, today: date, now: datetime) -> None:
        self._t = transaction
        self._today = today.isoformat()
        self._now = to_text(now)

    def next_running(self, prefix: str, half: Half) -> int:
        """Count the series on, or begin it."""
        key = {"hall": self._t.id, "date": self._today, "prefix": prefix}
        morning = int(half is Half.MORNING)
        self._t.writes += 1
        counted = sql.COUNT_ON(
            self._t.connection,
            more_in_the_morning=morning,
            **{f"of_{name}": value for name, value in key.items()},
        )
        row = next(iter(counted.tuples()), None)
        if row is None:
            self._t.change(sql.ADD_SERIES, **key, last=1, morning=morning, beside=0, reserved_from=None)
            return 1
        last, reserved_from = row
        if reserved_from is not None and last >= reserved_from:
            return pass_over(self._t, self._today, prefix, last)
        return int(last)

    def issued(self, prefix: str, half: Half) -> int:
        """Select how many of a series were issued in a half of today."""
        found = sql.SERIES(self._t.connection, hall=self._t.id, day=self._today, of_prefix=prefix)
        row = found.mappings().first()
        if row is None:
            return 0
        return int(row["morning"] if half is Half.MORNING else row["issued"] - row["morning"])

    def add(self, ticket: Ticket, legs: Sequence[Leg]) -> None:
        """Insert a ticket and its first legs."""
        self._t.write(sql.ADD_TICKET, ticket_row(ticket) | {"hall": self._t.id})
        for leg in legs:
            self._add(leg, ticket.date.isoformat())

    def add_leg(self, leg: Leg) -> None:
        """Insert a further leg of a ticket."""
        self._add(leg, self.get(leg.ticket).date.isoformat())

    def _add(self, leg: Leg, day: str) -> None:
        self._know_class(leg)
        row = leg_row(leg)
        row["hall"] = self._t.id
        row["ticket"] = leg.ticket
        row["date"] = day
        row["number"] = leg.number
        row["queue"] = leg.queue
        row["item"] = leg.item
        row["why"] = None
        self._t.write(sql.ADD_LEG, row)

    def get(self, ticket: str) -> Ticket:
        """Select a ticket."""
        row = sql.TICKET(self._t.connection, hall=self._t.id, ticket=ticket).mappings().first()
        if row is None:
            raise TicketUnknown(ticket=ticket)
        return ticket_of(dict(row))

    def change(self, ticket: Ticket) -> None:
        """Update a ticket's class and slip."""
        self._t.change(
            sql.SET_TICKET,
            of_hall=self._t.id,
            of_id=ticket.id,
            new_visitor_class=ticket.visitor_class,
            new_slip=ticket.slip.value if ticket.slip else None,
            new_slip_at=text_or_none(ticket.slip_at),
        )

    def erase_names(self) -> int:
        """Update tickets of earlier dates and the events of the day before, bytes and all."""
        count = self._t.change(sql.ERASE_NAMES, of_hall=self._t.id, day=self._today)
        if not count:
            return 0
        told = sql.NAMING_EVENTS(self._t.connection, hall=self._t.id, since=self._t.day_seq)
        for seq, text in told.tuples():
            data = json.loads(text)
            del data[MASKED_NAME]
            self._t.change(sql.SET_EVENT_DATA, of_hall=self._t.id, of_seq=seq, new_data=json_text(data))
        wipe_after_commit(self._t.connection)
        return count

    def legs_of(self, ticket: str) -> list[Leg]:
        """Select the legs of a ticket."""
        legs = self._legs(sql.LEGS_OF, ticket=ticket)
        if not legs:
            raise TicketUnknown(ticket=ticket)
        return legs

    def of_card(self, card: str, queue: str) -> list[tuple[date, Leg]]:
        """Select a person's legs in a queue."""
        rows = sql.OF_CARD(self._t.connection, hall=self._t.id, of_card=card, queue=queue).mappings()
        return [(date.fromisoformat(row["taken_on"]), leg_of(dict(row))) for row in rows]

    def at_window(self, window: int) -> Leg | None:
        """Select who is at a window."""
        return next(iter(self._legs(sql.AT, number=window)), None)

    def leg(self, leg: str) -> Leg:
        """Select a leg."""
        row = sql.LEG(self._t.connection, hall=self._t.id, leg=leg).mappings().first()
        if row is None:
            raise TicketUnknown(ticket=leg)
        return leg_of(row)

    def heads(self, queues: Sequence[str], window: int) -> list[InLine]:
        """Select the head of each lane, and who waits for this window alone or for one that has closed."""
        pinned = self._legs(sql.PINNED, number=window)
        mine = [leg for leg in pinned if leg.pin == window or leg.queue in queues]
        ready: list[InLine] = [leg for leg in mine if not leg.held and self._is_ready(leg)]
        if not queues:
            return ready
        classes = (*(each.id for each in self._t.hall.classes), *self._t.old_classes)
        return [*self._t.ways.heads(self._t.connection, self._t.id, queues, classes, self._now), *ready]

    def _is_ready(self, leg: Leg) -> bool:
        return leg.ready_at is None or to_text(leg.ready_at) <= self._now

    def waiting(self, queue: str) -> int:
        """Count the waiting of a queue, unless it is known how many there are."""
        count = self._t.waiting.of(queue)
        if count is None:
            count = int(sql.COUNT_WAITING(self._t.connection, hall=self._t.id, queue=queue).scalar_one())
            self._t.waiting.know(queue, count)
        return count

    def nth_waiting(self, queue: str, place: int) -> Leg | None:
        """Select who waits at a place of a queue."""
        return next(iter(self._legs(sql.NTH_WAITING, queue=queue, place=place - 1)), None)

    def save(self, leg: Leg, *, why: dict[str, Any] | None = None) -> None:
        """Update a leg that nobody else moved; a call takes it only if it still waits."""
        self._know_class(leg)
        row = leg_row(leg)
        params = {f"new_{name}": row[name] for name in sql.MOVED}
        params |= {"of_hall": self._t.id, "of_id": leg.id, "of_version": leg.version - 1}
        if leg.state is LegState.CALLED and leg.calls == 1 and why is not None:
            changed = self._t.write(sql.CALL, params | {"new_why": json_text(why)})
        else:
            changed = self._t.write(sql.MOVE, params)
        if changed != 1:
            raise StaleTicket(number=leg.number)

    def _know_class(self, leg: Leg) -> None:
        """Look into the lane of a class that the hall gave up while somebody of it was being served."""
        known = leg.visitor_class in self._t.hall.classes_by_id or leg.visitor_class in self._t.old_classes
        if leg.state is LegState.WAITING and not known:
            self._t.old_classes = (*self._t.old_classes, leg.visitor_class)

    def left_open(self) -> list[tuple[date, Leg]]:
        """Select what earlier business dates left open."""
        rows = sql.LEFT_OPEN_BEFORE(self._t.connection, hall=self._t.id, day=self._today).mappings()
        return [(date.fromisoformat(row["date"]), leg_of(dict(row))) for row in rows]

    def open_legs(self) -> list[Leg]:
        """Select the legs that have not ended."""
        return [*self._legs(sql.ALL_LEFT_OPEN), *self._legs(sql.ALL_SERVED)]

    def waking(self) -> list[Leg]:
        """Select the suspended legs that wait again by now."""
        return self._legs(sql.WAKING, at=self._now)

    def _legs(self, statement: Prepared, **params: Any) -> list[Leg]:
        rows = statement(self._t.connection, hall=self._t.id, **params).mappings()
        return [leg_of(dict(row)) for row in rows]
