"""What a command sees of visitors in the database."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from core.domain.booking import Booking, Slot
from core.domain.clock import to_text
from core.domain.errors import BookingStale, BookingUnknown, TrackUnknown
from core.domain.leg import Leg
from core.domain.privacy import Erasure
from core.domain.rating import Rating
from core.domain.ticket import Ticket
from core.store import sql_visitors as sql
from core.store.engine import wipe_after_commit
from core.store.prepared import Prepared
from core.store.rows import leg_of, ticket_of
from core.store.rows_visitors import booking_of, booking_row, erasure_row, rating_row
from core.store.transaction import SqlTransaction


class SqlVisitors:
    """The :class:`core.app.ports_visitors.Visitors` of one command."""

    def __init__(self, transaction: SqlTransaction, today: date) -> None:
        self.bookings = SqlBookings(transaction, today)
        self.keys = SqlKeys(transaction)
        self.contacts = SqlContacts(transaction)
        self.ratings = SqlRatings(transaction)
        self.erasures = SqlErasures(transaction)


class SqlBookings:
    """Bookings in the database."""

    def __init__(self, transaction: SqlTransaction, today: date) -> None:
        self._t = transaction
        self._today = today.isoformat()

    def add(self, booking: Booking) -> None:
        """Insert a booking."""
        self._t.change(sql.ADD_BOOKING, hall=self._t.id, **booking_row(booking))

    def get(self, booking: str) -> Booking:
        """Select a booking."""
        return select_booking(self._t.connection, self._t.id, booking)

    def save(self, booking: Booking) -> None:
        """Update a booking that nobody else changed."""
        changed = self._t.change(
            sql.SET_BOOKING,
            of_hall=self._t.id,
            of_id=booking.id,
            of_version=booking.version - 1,
            new_state=booking.state.value,
            new_ticket=booking.ticket,
            new_late=int(booking.late),
            new_version=booking.version,
        )
        if changed != 1:
            raise BookingStale(state=booking.state.value)

    def of_code(self, code: str) -> Booking | None:
        """Select the booking of a code."""
        rows = sql.BOOKING_OF_CODE(self._t.connection, hall=self._t.id, of_code=code).mappings()
        row = rows.first()
        return booking_of(dict(row)) if row else None

    def of_card(self, card: str, day: date) -> list[Booking]:
        """Select the bookings of a person on a day."""
        found = sql.BOOKINGS_OF_CARD(
            self._t.connection, hall=self._t.id, of_card=card, day=day.isoformat()
        ).mappings()
        return [booking_of(dict(row)) for row in found]

    def taken(self, slot: Slot) -> int:
        """Count the bookings of a slot."""
        asked = {"day": slot.date.isoformat(), "of_queue": slot.queue, "at": to_text(slot.starts)}
        return int(sql.TAKEN(self._t.connection, hall=self._t.id, **asked).scalar_one())

    def left_open(self) -> list[Booking]:
        """Select the bookings of earlier dates that nobody came for."""
        rows = sql.BOOKINGS_LEFT_OPEN(self._t.connection, hall=self._t.id, day=self._today).mappings()
        return [booking_of(dict(row)) for row in rows]


class SqlKeys:
    """Card keys in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def get(self, day: date) -> bytes | None:
        """Select the key of a day."""
        found = sql.CARD_KEY(self._t.connection, hall=self._t.id, day=day.isoformat()).scalar_one_or_none()
        return b64decode(found) if found else None

    def add(self, day: date, key: bytes) -> None:
        """Insert the key of a day."""
        text = b64encode(key).decode("ascii")
        self._t.change(sql.ADD_CARD_KEY, hall=self._t.id, date=day.isoformat(), key=text)

    def destroy_before(self, day: date) -> int:
        """Delete the keys of earlier days, bytes and all."""
        return _wiped(self._t, sql.DESTROY_CARD_KEYS, hall=self._t.id, day=day.isoformat())


class SqlContacts:
    """Phone numbers in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def keep(self, holder: str, cipher_text: str, erase_on: date) -> None:
        """Insert a number, instead of an earlier one."""
        self.erase(holder)
        day = erase_on.isoformat()
        self._t.change(sql.ADD_CONTACT, hall=self._t.id, holder=holder, phone=cipher_text, erase_on=day)

    def move(self, holder: str, to: str) -> int:
        """Update whose number it is."""
        return self._t.change(sql.MOVE_CONTACT, of_hall=self._t.id, of_holder=holder, new_holder=to)

    def erase(self, holder: str) -> int:
        """Delete a number, bytes and all."""
        return _wiped(self._t, sql.ERASE_CONTACT, of_hall=self._t.id, of_holder=holder)

    def erase_due(self, day: date) -> int:
        """Delete the numbers that are due, bytes and all."""
        return _wiped(self._t, sql.ERASE_CONTACTS, of_hall=self._t.id, day=day.isoformat())


class SqlRatings:
    """Ratings in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def visit(self, track: str) -> tuple[Ticket, list[Leg]]:
        """Select a ticket by its track token, and its legs."""
        connection, hall = self._t.connection, self._t.id
        found = sql.TICKET_OF_TRACK(connection, hall=hall, of_track=track).mappings().first()
        if found is None:
            raise TrackUnknown()
        ticket = ticket_of(dict(found))
        rows = sql.LEGS_OF_TICKET(connection, hall=hall, of_ticket=ticket.id).mappings()
        legs = sorted((leg_of(dict(row)) for row in rows), key=lambda leg: leg.place)
        return ticket, legs

    def given(self, leg: str) -> bool:
        """Look for the rating of a leg."""
        return sql.RATED(self._t.connection, hall=self._t.id, of_leg=leg).scalar_one_or_none() is not None

    def add(self, rating: Rating) -> None:
        """Insert a rating."""
        self._t.change(sql.ADD_RATING, hall=self._t.id, **rating_row(rating))

    def erase_texts(self, before: datetime) -> int:
        """Update ratings to say nothing in words, bytes and all."""
        return _wiped(self._t, sql.ERASE_TEXTS, of_hall=self._t.id, at=to_text(before))

    def last_done(self, window: int, since: datetime) -> Leg | None:
        """Select the leg finished last at a window."""
        found = sql.LAST_DONE(self._t.connection, hall=self._t.id, number=window, since=to_text(since))
        row = found.mappings().first()
        return leg_of(dict(row)) if row else None


class SqlErasures:
    """Records of erasures in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def add(self, erasure: Erasure) -> None:
        """Insert a record."""
        self._t.change(sql.ADD_ERASURE, hall=self._t.id, **erasure_row(erasure))


def select_booking(connection: Connection, hall: str, booking: str) -> Booking:
    """Select a booking, or raise ``BookingUnknown``."""
    row = sql.BOOKING(connection, hall=hall, booking=booking).mappings().first()
    if row is None:
        raise BookingUnknown()
    return booking_of(dict(row))


def _wiped(transaction: SqlTransaction, statement: Prepared, **params: Any) -> int:
    """Delete rows or words; where there were some, their bytes leave the disk after the commit."""
    count = transaction.change(statement, **params)
    if count:
        wipe_after_commit(transaction.connection)
    return count
