"""Looking at what is on disk of visitors, beside the writer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime

from sqlalchemy import Engine

from core.domain.booking import Booking
from core.domain.clock import from_text, to_text
from core.domain.messages import Reachable
from core.domain.privacy import Erasure
from core.domain.rating import Counted
from core.domain.ticket import LegState
from core.store import sql_visitors as sql
from core.store.rows import found_of
from core.store.rows_visitors import booking_of, erasure_of
from core.store.visitors import select_booking

_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class SqlVisitorsReader:
    """The :class:`core.app.ports_visitors.VisitorsReader` of one hall."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine = engine
        self._hall = hall

    def booking(self, booking: str) -> Booking:
        """Return a booking."""
        with self._engine.begin() as connection:
            return select_booking(connection, self._hall, booking)

    def bookings(self, day: date) -> list[Booking]:
        """Return the bookings of a day."""
        with self._engine.begin() as connection:
            rows = sql.BOOKINGS_OF_DAY(connection, hall=self._hall, day=day.isoformat()).mappings()
            return [booking_of(dict(row)) for row in rows]

    def booked(self, queue: str, day: date) -> dict[datetime, int]:
        """Return how many bookings each slot has."""
        with self._engine.begin() as connection:
            asked = {"hall": self._hall, "day": day.isoformat(), "of_queue": queue}
            rows = sql.BOOKED_BY_SLOT(connection, **asked).mappings()
            return {from_text(row["starts"]): row["count"] for row in rows}

    def phone(self, holder: str) -> str | None:
        """Return the encrypted phone number of a ticket or booking."""
        with self._engine.begin() as connection:
            found: str | None = sql.PHONE(connection, hall=self._hall, of_holder=holder).scalar_one_or_none()
            return found

    def reachable(self, since: datetime) -> list[Reachable]:
        """Return the legs, open or done since then, of visitors whose phone number is kept."""
        with self._engine.begin() as connection:
            rows = [
                *sql.REACHABLE_OPEN(connection, hall=self._hall).mappings(),
                *sql.REACHABLE_AT_WINDOWS(connection, hall=self._hall).mappings(),
                *sql.REACHABLE_DONE(connection, hall=self._hall, since=to_text(since)).mappings(),
            ]
            # Who is called stands in two of them; who has steps to come is not told of those yet.
            legs = {row["id"]: found_of(dict(row)) for row in rows if row["state"] != "planned"}
            queues = {leg.queue for leg, _ in legs.values() if leg.state is LegState.WAITING}
            ahead = {
                name: place
                for queue in queues
                for place, name in enumerate(sql.LINE(connection, hall=self._hall, of_queue=queue).scalars())
            }
            return [
                Reachable(leg, ticket, ahead.get(name, 0)) for name, (leg, ticket) in sorted(legs.items())
            ]

    def ratings(
        self,
        since: datetime,
        until: datetime,
        *,
        clerk: str | None = None,
        given_before: datetime | None = None,
    ) -> list[Counted]:
        """Count how the legs that ended from ``since`` and before ``until`` were rated."""
        asked = {
            "hall": self._hall,
            "since": to_text(since),
            "until": to_text(until),
            "given_before": to_text(given_before or _NEVER),
        }
        with self._engine.begin() as connection:
            if clerk is None:
                rows = sql.COUNT_RATINGS(connection, **asked).mappings()
            else:
                rows = sql.COUNT_RATINGS_OF(connection, **asked, of_clerk=clerk).mappings()
            return [Counted(row["window"], row["clerk"], row["level"], row["count"]) for row in rows]

    def rated(self, legs: Collection[str]) -> frozenset[str]:
        """Look for the ratings of some legs of one visit."""
        if not legs:
            return frozenset()
        with self._engine.begin() as connection:
            found = (sql.RATED(connection, hall=self._hall, of_leg=leg).scalar_one_or_none() for leg in legs)
            return frozenset(leg for leg in found if leg is not None)

    def erasures(self, most: int = 1000) -> list[Erasure]:
        """Return the records of erasures, latest first."""
        with self._engine.begin() as connection:
            rows = sql.ERASURES(connection, hall=self._hall, most=most).mappings()
            return [erasure_of(dict(row)) for row in rows]
