"""Looking at what is on disk, beside the writer."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine

from core.app.ports_reader import PassedNumber, QueueView, TicketView
from core.domain.clock import from_text, to_text
from core.domain.device import Device
from core.domain.errors import TicketUnknown
from core.domain.event import Event
from core.domain.floor import CALLS_KEPT, CallView, Floor, WindowView, empty_floor, visitor_of
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json
from core.domain.leg import Leg
from core.domain.people import Clerk
from core.domain.quota import Half
from core.domain.ready_results import ReadyResults
from core.domain.result import Result
from core.domain.slip import SlipWanted
from core.domain.ticket import LegState, Ticket
from core.domain.visit import current
from core.store import sql
from core.store.devices import select_devices
from core.store.reports_reader import SqlReportsReader
from core.store.results import select_results
from core.store.rows import clerk_of, event_of, found_of, instant_or_none, leg_of, ticket_of, window_of
from core.store.sql_find import find
from core.store.visitors_reader import SqlVisitorsReader


class SqlReader:
    """The :class:`core.app.ports_reader.Reader` of one hall; each look is one read transaction."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine = engine
        self._hall = hall
        self.visitors = SqlVisitorsReader(engine, hall)
        self.reports = SqlReportsReader(engine, hall)

    def floor(self) -> Floor:
        """Return the floor of the whole hall at one event number."""
        with self._engine.begin() as connection:
            return self.floor_in(connection)

    def floor_in(self, connection: Connection) -> Floor:
        """Return the floor of the whole hall as a transaction sees it."""
        row = sql.HALL(connection, hall=self._hall).mappings().one()
        hall = hall_from_json(json.loads(row["description"]))
        floor = empty_floor(hall)
        floor.seq = row["seq"]
        self._fill_waiting(connection, floor)
        names = self._names(connection, hall, row["day_seq"])
        self._fill_windows(connection, floor, names)
        floor.calls = self._calls(connection, hall, row["day_seq"], names)
        floor.results = ReadyResults.of(select_results(connection, self._hall))
        return floor

    def epoch(self) -> str:
        """Return the life of the hall that its event numbers belong to."""
        with self._engine.begin() as connection:
            return str(sql.EPOCH(connection, hall=self._hall).scalar_one())

    def events_after(self, seq: int, limit: int) -> list[Event]:
        """Return up to ``limit`` events after ``seq``."""
        with self._engine.begin() as connection:
            rows = sql.EVENTS_AFTER(connection, hall=self._hall, after=seq, most=limit).mappings()
            return [event_of(dict(row)) for row in rows]

    def ticket(self, ticket: str) -> TicketView:
        """Return a ticket with its legs."""
        with self._engine.begin() as connection:
            found = sql.TICKET(connection, hall=self._hall, ticket=ticket).mappings().first()
            if found is None:
                raise TicketUnknown(ticket=ticket)
            rows = [dict(row) for row in sql.LEGS_OF(connection, hall=self._hall, ticket=ticket).mappings()]
            legs = tuple((leg_of(row), json.loads(row["why"]) if row["why"] else None) for row in rows)
            ahead = self._ahead(connection, current([leg for leg, _ in legs]))
            return TicketView(ticket_of(dict(found)), legs, ahead)

    def ticket_by_track(self, track: str) -> TicketView:
        """Return the ticket of a visitor's own page."""
        with self._engine.begin() as connection:
            found = sql.TICKET_BY_TRACK(connection, hall=self._hall, of_track=track).mappings().first()
        if found is None:
            raise TicketUnknown
        return self.ticket(found["id"])

    def find(
        self,
        *,
        number: str | None = None,
        queue: str | None = None,
        state: LegState | None = None,
        window: int | None = None,
        slip: SlipWanted | None = None,
        most: int = 100,
    ) -> list[tuple[Leg, Ticket]]:
        """Return the legs of the day that match, in the order in which they wait."""
        if number is not None and "\x00" in number:
            # No number has it, and PostgreSQL refuses the very question.
            return []
        with self._engine.begin() as connection:
            day = sql.HALL_STANDS(connection, hall=self._hall).mappings().one()["day"]
            statement = find(number=number, queue=queue, state=state, window=window, slip=slip)
            rows = connection.execute(statement, {"hall": self._hall, "day": day or "", "most": most})
            return [found_of(dict(row)) for row in rows.mappings()]

    def next_wake(self) -> datetime | None:
        """Return when the next suspended visitor waits again by itself."""
        with self._engine.begin() as connection:
            return instant_or_none(sql.NEXT_WAKE(connection, hall=self._hall).scalar_one())

    def source(self) -> str | None:
        """Return the hall file that was taken last."""
        with self._engine.begin() as connection:
            source: str | None = sql.SOURCE(connection, hall=self._hall).scalar_one_or_none()
            return source

    def queues(self) -> list[QueueView]:
        """Return every queue that somebody waits in."""
        with self._engine.begin() as connection:
            rows = sql.WAITING_BY_QUEUE(connection, hall=self._hall).mappings()
            return [QueueView(row["queue"], row["waiting"], from_text(row["longest"])) for row in rows]

    def passed(self, most: int) -> list[PassedNumber]:
        """Return the numbers that were passed and did not come back, the last one first."""
        with self._engine.begin() as connection:
            rows = sql.PASSED(connection, hall=self._hall, most=most).mappings()
            return [PassedNumber(row["number"], row["queue"], row["window"]) for row in rows]

    def clerk(self, clerk: str) -> Clerk | None:
        """Return a clerk."""
        with self._engine.begin() as connection:
            row = sql.CLERK(connection, hall=self._hall, clerk=clerk).mappings().first()
            return clerk_of(dict(row)) if row else None

    def clerks(self) -> list[Clerk]:
        """Return everybody who signs in."""
        with self._engine.begin() as connection:
            found = [clerk_of(dict(row)) for row in sql.ALL_CLERKS(connection, hall=self._hall).mappings()]
        # Databases sort letters each in their own way.
        return sorted(found, key=lambda clerk: clerk.id)

    def signed_out(self) -> set[str]:
        """Return the ids of the tokens that were given back."""
        with self._engine.begin() as connection:
            return set(sql.SIGNED_OUT(connection, hall=self._hall).scalars())

    def devices(self) -> list[Device]:
        """Return the devices of every machine."""
        with self._engine.begin() as connection:
            return select_devices(connection, self._hall)

    def results(self) -> list[Result]:
        """Return what can be collected, oldest first."""
        with self._engine.begin() as connection:
            return select_results(connection, self._hall)

    def issued(self, day: date) -> dict[str, dict[Half, int]]:
        """Return how many numbers of each series were issued in the halves of a day."""
        with self._engine.begin() as connection:
            rows = list(sql.ISSUED(connection, hall=self._hall, day=day.isoformat()).mappings())
        return {
            row["prefix"]: {Half.MORNING: row["morning"], Half.AFTERNOON: row["issued"] - row["morning"]}
            for row in rows
        }

    def _ahead(self, connection: Connection, leg: Leg) -> int:
        if leg.state is not LegState.WAITING:
            return 0
        count = sql.COUNT_AHEAD(
            connection,
            hall=self._hall,
            queue=leg.queue,
            of_rank=leg.rank,
            at=to_text(leg.since),
            place=leg.entered,
        )
        return int(count.scalar_one())

    def _fill_waiting(self, connection: Connection, floor: Floor) -> None:
        for row in sql.WAITING_BY_QUEUE(connection, hall=self._hall).mappings():
            if row["queue"] in floor.waiting:
                floor.waiting[row["queue"]] = row["waiting"]

    def _names(self, connection: Connection, hall: Hall, since: int) -> Mapping[str, str]:
        """Return the masked names by the legs that were called since an event."""
        if not hall.names_somewhere:
            return {}
        found = sql.NAMES(connection, hall=self._hall, since=since).mappings()
        return {row["id"]: row["masked_name"] for row in found if hall.shows_names(row["queue"])}

    def _fill_windows(self, connection: Connection, floor: Floor, names: Mapping[str, str]) -> None:
        for row in sql.ALL_WINDOWS(connection, hall=self._hall).mappings():
            state = window_of(dict(row))
            if state.number in floor.windows:
                floor.windows[state.number] = WindowView(
                    state.number,
                    floor.windows[state.number].zone,
                    state.status,
                    state.clerk,
                    state.reason,
                    state.since,
                )
        for row in sql.ALL_AT_WINDOWS(connection, hall=self._hall).mappings():
            leg = leg_of(dict(row))
            if leg.window in floor.windows:
                visitor = visitor_of(leg, names.get(leg.id, ""))
                floor.windows[leg.window] = replace(floor.windows[leg.window], visitor=visitor)

    def _calls(
        self, connection: Connection, hall: Hall, since: int, names: Mapping[str, str]
    ) -> deque[CallView]:
        zones = {queue.id: queue.zone for queue in hall.queues}
        listed: dict[str, int] = {}
        calls: deque[CallView] = deque()
        for row in sql.LISTED_CALLS(connection, hall=self._hall, since=since).mappings():
            zone = zones.get(row["queue"], "")
            listed[zone] = listed.get(zone, 0) + 1
            if listed[zone] <= CALLS_KEPT:
                calls.append(_call(dict(row), zone, names.get(row["id"], "")))
        return calls


def _call(row: dict[str, Any], zone: str, name: str) -> CallView:
    return CallView(
        leg=row["id"],
        number=row["number"],
        queue=row["queue"],
        zone=zone,
        window=row["window"],
        calls=row["calls"],
        at=from_text(row["call_at"]),
        seq=row["call_seq"],
        step=row["step"],
        steps=row["steps"],
        masked_name=name,
    )
