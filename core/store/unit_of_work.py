"""One command's view of the database, inside a transaction that the writer owns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from core.domain.clock import business_date, to_text
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.people import Clerk
from core.store import sql
from core.store.blocks import SqlBlocks
from core.store.devices import SqlDevices
from core.store.json_text import json_text
from core.store.results import SqlResults
from core.store.rows import clerk_of
from core.store.tickets import SqlTickets
from core.store.transaction import SqlTransaction, old_classes
from core.store.visitors import SqlVisitors
from core.store.windows import SqlTurns, SqlWindows

SPENT = "spent"
"""The fingerprint of a key under which nothing is done any more; of a request it is hexadecimal."""


class SqlUnitOfWork:
    """The :class:`core.app.ports.UnitOfWork` of one command in a :class:`SqlTransaction`."""

    def __init__(self, transaction: SqlTransaction, now: datetime) -> None:
        self._transaction = transaction
        self._today: tuple[Hall, date] | None = None
        self.now = now
        self.tickets = SqlTickets(transaction, self.today, now)
        self.events = SqlEvents(transaction, now)
        self.answers = SqlAnswers(transaction, now)

    @cached_property
    def windows(self) -> SqlWindows:
        """The windows' states."""
        return SqlWindows(self._transaction)

    @cached_property
    def turns(self) -> SqlTurns:
        """Where caps and mixes stand."""
        return SqlTurns(self._transaction)

    @cached_property
    def blocks(self) -> SqlBlocks:
        """Numbers that are set aside for kiosks."""
        return SqlBlocks(self._transaction, self.today)

    @cached_property
    def clerks(self) -> SqlClerks:
        """Who signs in."""
        return SqlClerks(self._transaction, self.now)

    @cached_property
    def devices(self) -> SqlDevices:
        """Devices that machines have told of."""
        return SqlDevices(self._transaction)

    @cached_property
    def results(self) -> SqlResults:
        """What can be collected."""
        return SqlResults(self._transaction)

    @cached_property
    def visitors(self) -> SqlVisitors:
        """Bookings, ratings, and what is known of people."""
        return SqlVisitors(self._transaction, self.today)

    @property
    def hall(self) -> Hall:
        """The hall as it is described now."""
        return self._transaction.hall

    @property
    def today(self) -> date:
        """The hall's business date of this command."""
        hall = self.hall
        if self._today is None or self._today[0] is not hall:
            self._today = hall, business_date(self.now, hall.zone_info, hall.day_starts)
        return self._today[1]

    @property
    def day(self) -> date | None:
        """The business date of the command before."""
        return self._transaction.day

    def set_day(self, day: date) -> None:
        """Note the business date that has begun."""
        self._transaction.day = day
        self._transaction.day_seq = self._transaction.seq
        self._transaction.dated = True
        self._transaction.writes += 1

    def set_hall(self, hall: Hall, source: str | None = None) -> None:
        """Keep a new description of the hall, and the hall file it was read from, if it was."""
        self._transaction.hall = hall
        self._transaction.source = source or self._transaction.source
        self._transaction.old_classes = old_classes(self._transaction.connection, hall)
        self._transaction.described = True
        self._transaction.writes += 1


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
        row = event.to_json()
        self._t.write(sql.ADD_EVENT, row | {"hall": self._t.id, "data": json_text(row["data"])})
        self._t.seq = event.seq
        self._t.events.append(event)
        self._t.waiting.fold(event)
        return event


class SqlAnswers:
    """First answers in the database."""

    def __init__(self, transaction: SqlTransaction, now: datetime) -> None:
        self._t = transaction
        self._now = now

    def find(self, key: str) -> tuple[str, dict[str, Any]] | None:
        """Select the answer kept under a key."""
        row = sql.ANSWER(self._t.connection, hall=self._t.id, answer_key=key).mappings().first()
        return (row["fingerprint"], json.loads(row["answer"])) if row else None

    def keep(self, key: str, fingerprint: str, answer: Mapping[str, Any]) -> None:
        """Insert an answer."""
        self._t.change(
            sql.ADD_ANSWER,
            hall=self._t.id,
            key=key,
            fingerprint=fingerprint,
            answer=json_text(answer),
            at=to_text(self._now),
        )

    def spend(self, key: str) -> None:
        """Update an answer to what fits no request, or insert that."""
        spent = {"new_fingerprint": SPENT, "new_answer": "{}", "new_at": to_text(self._now)}
        if not self._t.change(sql.SPEND_ANSWER, of_hall=self._t.id, of_key=key, **spent):
            self.keep(key, SPENT, {})

    def forget_before(self, at: datetime) -> None:
        """Delete old answers."""
        self._t.change(sql.FORGET_ANSWERS, hall=self._t.id, before=to_text(at))


class SqlClerks:
    """Clerks in the database."""

    def __init__(self, transaction: SqlTransaction, now: datetime) -> None:
        self._t = transaction
        self._now = now

    def get(self, clerk: str) -> Clerk | None:
        """Select a clerk."""
        row = sql.CLERK(self._t.connection, hall=self._t.id, clerk=clerk).mappings().first()
        return clerk_of(dict(row)) if row else None

    def save(self, clerk: Clerk) -> None:
        """Update a clerk, or insert one."""
        values = {
            "name": clerk.name,
            "role": clerk.role.value,
            "pin_hash": clerk.pin_hash,
            "skills": None if clerk.skills is None else json.dumps(clerk.skills),
        }
        new = {f"new_{name}": value for name, value in values.items()}
        if not self._t.change(sql.SET_CLERK, of_hall=self._t.id, of_id=clerk.id, **new):
            self._t.change(sql.ADD_CLERK, hall=self._t.id, id=clerk.id, **values)

    def sign_out(self, token: str, expires: datetime | None) -> None:
        """Insert a token that holds no more; delete those that nobody could use any longer."""
        self._t.change(sql.FORGET_SIGNED_OUT, hall=self._t.id, before=to_text(self._now))
        self._t.signed_out = True
        known = sql.IS_SIGNED_OUT(self._t.connection, hall=self._t.id, of_token=token).scalar_one_or_none()
        if known is None:
            until = to_text(expires) if expires else None
            self._t.change(sql.ADD_SIGNED_OUT, hall=self._t.id, token=token, expires=until)
