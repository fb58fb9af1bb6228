"""One command's view of the database, inside a transaction that the writer owns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from core.domain.clock import business_date, to_text
from core.domain.errors import StaleTicket, TicketUnknown
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.ticket import LegState, Ticket
from core.domain.window import WindowState
from core.store import sql
from core.store.rows import clerk_of, leg_of, leg_row, text_or_none, ticket_of, window_of
from core.store.transaction import SqlTransaction, old_classes


class SqlUnitOfWork:
    """The :class:`core.app.ports.UnitOfWork` of one command in a :class:`SqlTransaction`."""

    def __init__(self, transaction: SqlTransaction, now: datetime) -> None:
        self._transaction = transaction
        self.now = now
        self.tickets = SqlTickets(transaction, self.today)
        self.windows = SqlWindows(transaction)
        self.events = SqlEvents(transaction, now)
        self.answers = SqlAnswers(transaction, now)
        self.clerks = SqlClerks(transaction)

    @property
    def hall(self) -> Hall:
        """The hall as it is described now."""
        return self._transaction.hall

    @property
    def today(self) -> date:
        """The hall's business date of this command."""
        return business_date(self.now, self.hall.zone_info, self.hall.day_starts)

    @property
    def day(self) -> date | None:
        """The business date of the command before."""
        return self._transaction.day

    def set_day(self, day: date) -> None:
        """Note the business date that has begun."""
        self._transaction.day = day
        self._transaction.day_seq = self._transaction.seq
        self._transaction.described = True
        self._transaction.writes += 1

    def set_hall(self, hall: Hall) -> None:
        """Keep a new description of the hall."""
        self._transaction.hall = hall
        self._transaction.old_classes = old_classes(self._transaction.connection, hall)
        self._transaction.described = True
        self._transaction.writes += 1


class SqlTickets:
    """Tickets and legs in the database."""

    def __init__(self, transaction: SqlTransaction, today: date) -> None:
        self._t = transaction
        self._today = today.isoformat()

    def next_running(self, prefix: str) -> int:
        """Count the series on, or begin it."""
        key = {"hall": self._t.id, "date": self._today, "prefix": prefix}
        self._t.writes += 1
        counted = sql.COUNT_ON(self._t.connection, **{f"of_{name}": value for name, value in key.items()})
        last: int | None = counted.scalar_one_or_none()
        if last is None:
            self._t.change(sql.ADD_SERIES, **key, last=1)
            return 1
        return last

    def add(self, ticket: Ticket, leg: Leg) -> None:
        """Insert a ticket and its first leg."""
        day = ticket.date.isoformat()
        self._t.change(
            sql.ADD_TICKET,
            id=ticket.id,
            hall=self._t.id,
            date=day,
            number=ticket.number,
            visitor_class=ticket.visitor_class,
            language=ticket.language,
            track=ticket.track,
            taken_at=to_text(ticket.taken_at),
        )
        self._t.change(
            sql.ADD_LEG,
            **leg_row(leg),
            hall=self._t.id,
            ticket=leg.ticket,
            date=day,
            number=leg.number,
            queue=leg.queue,
            visitor_class=leg.visitor_class,
            why=None,
        )

    def get(self, ticket: str) -> Ticket:
        """Select a ticket."""
        row = sql.TICKET(self._t.connection, hall=self._t.id, ticket=ticket).mappings().first()
        if row is None:
            raise TicketUnknown(ticket=ticket)
        return ticket_of(dict(row))

    def leg_of(self, ticket: str) -> Leg:
        """Select the newest leg of a ticket."""
        rows = sql.LEGS_OF(self._t.connection, hall=self._t.id, ticket=ticket).mappings().all()
        if not rows:
            raise TicketUnknown(ticket=ticket)
        return leg_of(dict(rows[-1]))

    def at_window(self, window: int) -> Leg | None:
        """Select who is at a window."""
        row = sql.AT(self._t.connection, hall=self._t.id, number=window).mappings().first()
        return leg_of(dict(row)) if row else None

    def heads(self, queues: Sequence[str]) -> list[Leg]:
        """Select the head of each lane."""
        if not queues:
            return []
        classes = (*(each.id for each in self._t.hall.classes), *self._t.old_classes)
        return [
            leg_of(dict(row))
            for statement in sql.heads(tuple(queues), classes)
            for row in statement(self._t.connection, hall=self._t.id).mappings()
        ]

    def waiting(self, queue: str) -> int:
        """Count the waiting of a queue."""
        count = sql.COUNT_WAITING(self._t.connection, hall=self._t.id, queue=queue).scalar_one()
        return int(count)

    def save(self, leg: Leg, *, why: dict[str, Any] | None = None) -> None:
        """Update a leg that nobody else moved; a call takes it only if it still waits."""
        row = leg_row(leg)
        params = {f"new_{name}": value for name, value in row.items() if name != "id"}
        params |= {"of_id": leg.id, "of_version": leg.version - 1}
        if leg.state is LegState.CALLED and leg.calls == 1:
            changed = self._t.change(sql.CALL, **params, new_why=json.dumps(why) if why else None)
        else:
            changed = self._t.change(sql.MOVE, **params)
        if changed != 1:
            raise StaleTicket(number=leg.number)

    def left_open(self) -> list[Leg]:
        """Select what earlier business dates left open."""
        rows = sql.LEFT_OPEN_BEFORE(self._t.connection, hall=self._t.id, day=self._today).mappings()
        return [leg_of(dict(row)) for row in rows]


class SqlWindows:
    """States of the windows in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def get(self, number: int) -> WindowState:
        """Select a window's state."""
        row = sql.WINDOW(self._t.connection, hall=self._t.id, number=number).mappings().first()
        return window_of(dict(row)) if row else WindowState(number)

    def save(self, state: WindowState) -> None:
        """Update a window's state, or insert it."""
        values = {
            "status": state.status.value,
            "clerk": state.clerk,
            "reason": state.reason,
            "since": text_or_none(state.since),
        }
        new = {f"new_{name}": value for name, value in values.items()}
        if not self._t.change(sql.SET_WINDOW, of_hall=self._t.id, of_number=state.number, **new):
            self._t.change(sql.ADD_WINDOW, hall=self._t.id, number=state.number, **values)

    def not_closed(self) -> list[WindowState]:
        """Select the windows that are open or paused."""
        rows = sql.ALL_WINDOWS(self._t.connection, hall=self._t.id).mappings()
        states = [window_of(dict(row)) for row in rows]
        known = {window.number for window in self._t.hall.windows}
        return [state for state in states if state.status.value != "closed" and state.number in known]


class SqlEvents:
    """The hall's numbered events in the database."""

    def __init__(self, transaction: SqlTransaction, now: datetime) -> None:
        self._t = transaction
        self._now = now

    @property
    def next_seq(self) -> int:
        """The number of the next event."""
        return self._t.seq + 1

    def append(
        self,
        kind: EventKind,
        *,
        ticket: str | None = None,
        leg: str | None = None,
        window: int | None = None,
        zone: str | None = None,
        data: dict[str, Any],
    ) -> Event:
        """Insert the next event."""
        event = Event(self.next_seq, self._now, kind, ticket, leg, window, zone, data)
        row = event.to_json() | {"data": json.dumps(data, ensure_ascii=False)}
        self._t.change(sql.ADD_EVENT, hall=self._t.id, **row)
        self._t.seq = event.seq
        self._t.events.append(event)
        return event


class SqlAnswers:
    """First answers in the database."""

    def __init__(self, transaction: SqlTransaction, now: datetime) -> None:
        self._t = transaction
        self._now = now

    def find(self, key: str) -> tuple[str, str] | None:
        """Select the answer kept under a key."""
        row = sql.ANSWER(self._t.connection, hall=self._t.id, answer_key=key).mappings().first()
        return (row["fingerprint"], row["answer"]) if row else None

    def keep(self, key: str, fingerprint: str, answer: str) -> None:
        """Insert an answer."""
        self._t.change(
            sql.ADD_ANSWER,
            hall=self._t.id,
            key=key,
            fingerprint=fingerprint,
            answer=answer,
            at=to_text(self._now),
        )

    def forget_before(self, at: datetime) -> None:
        """Delete old answers."""
        self._t.change(sql.FORGET_ANSWERS, hall=self._t.id, before=to_text(at))


class SqlClerks:
    """Clerks in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def get(self, clerk: str) -> Clerk | None:
        """Select a clerk."""
        row = sql.CLERK(self._t.connection, hall=self._t.id, clerk=clerk).mappings().first()
        return clerk_of(dict(row)) if row else None

    def save(self, clerk: Clerk) -> None:
        """Update a clerk, or insert one."""
        values = {"name": clerk.name, "role": clerk.role.value, "pin_hash": clerk.pin_hash}
        new = {f"new_{name}": value for name, value in values.items()}
        if not self._t.change(sql.SET_CLERK, of_hall=self._t.id, of_id=clerk.id, **new):
            self._t.change(sql.ADD_CLERK, hall=self._t.id, id=clerk.id, **values)
