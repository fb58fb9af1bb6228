"""Rows about visitors to frozen values and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from core.domain.booking import Booking, BookingState
from core.domain.clock import from_text, to_text
from core.domain.privacy import Erased, Erasure
from core.domain.rating import Rating
from core.store.rows import Row


def booking_row(booking: Booking) -> dict[str, Any]:
    """Return the columns of a booking but the hall's."""
    return {
        "id": booking.id,
        "code": booking.code,
        "queue": booking.queue,
        "item": booking.item,
        "date": booking.date.isoformat(),
        "starts": to_text(booking.starts),
        "ends": to_text(booking.ends),
        "card": booking.card,
        "made_at": to_text(booking.made_at),
        "state": booking.state.value,
        "ticket": booking.ticket,
        "late": int(booking.late),
        "visitor_class": booking.visitor_class,
        "language": booking.language,
        "version": booking.version,
    }


def booking_of(row: Row) -> Booking:
    """Return the booking of a row of ``bookings``."""
    return Booking(
        id=row["id"],
        code=row["code"],
        queue=row["queue"],
        item=row["item"],
        date=date.fromisoformat(row["date"]),
        starts=from_text(row["starts"]),
        ends=from_text(row["ends"]),
        card=row["card"],
        made_at=from_text(row["made_at"]),
        state=BookingState(row["state"]),
        ticket=row["ticket"],
        late=bool(row["late"]),
        visitor_class=row["visitor_class"],
        language=row["language"],
        version=row["version"],
    )


def rating_row(rating: Rating) -> dict[str, Any]:
    """Return the columns of a rating but the hall's."""
    said = rating.said
    return {
        "leg": rating.leg,
        "ticket": rating.ticket,
        "level": said.level,
        "levels": json.dumps(dict(said.levels)),
        "reasons": json.dumps(said.reasons),
        "text": said.text,
        "channel": said.channel.value,
        "asked": rating.asked,
        "given_at": to_text(rating.given_at),
    }


def erasure_row(erasure: Erasure) -> dict[str, Any]:
    """Return the columns of an erasure but the hall's."""
    return {
        "seq": erasure.seq,
        "at": to_text(erasure.at),
        "what": erasure.what.value,
        "count": erasure.count,
        "before": erasure.before.isoformat(),
    }


def erasure_of(row: Row) -> Erasure:
    """Return the record of a row of ``erasures``."""
    return Erasure(
        seq=row["seq"],
        at=from_text(row["at"]),
        what=Erased(row["what"]),
        count=row["count"],
        before=date.fromisoformat(row["before"]),
    )
