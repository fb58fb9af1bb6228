"""Bodies of requests and answers about visitors: bookings, card keys, erasures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from core.app.bookings import FreeSlots
from core.app.privacy import CardKey
from core.domain.booking import Booking, BookingRules
from core.domain.booking_code import CODE_MOST
from core.domain.clock import to_text
from core.domain.privacy import CARD, NAME_MOST, PHONE_MOST, Erasure
from core.service.wire import Body, Id


def _text_only(value: object) -> object:
    """Refuse numbers where a date or an instant is written."""
    if isinstance(value, str) and not value.lstrip("-+").replace(".", "").isdigit():
        return value
    raise ValueError("write it as text, like 2026-11-23")


Day = Annotated[date, BeforeValidator(_text_only), Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]
"""A business date; the bounds keep a day before and after it a date as well."""
Instant = Annotated[
    AwareDatetime,
    BeforeValidator(_text_only),
    Field(ge=datetime(2000, 1, 1, tzinfo=UTC), le=datetime(2199, 12, 31, tzinfo=UTC)),
]
CardHash = Annotated[
    str,
    Field(pattern=CARD, description="HMAC-SHA256 of the ID number under the day's key, 64 hex digits."),
]
Phone = Annotated[
    str,
    Field(
        min_length=1,
        max_length=PHONE_MOST,
        description="Mobile number, or landline with area code; kept encrypted while the visit can be rated.",
    ),
]
MaskedName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=NAME_MOST,
        description="The beginning of the visitor's name and stars, `张*`, if the visitor wants it shown with"
        " the number. Kept where a zone of the visit shows names, until the day is over. A whole name is"
        " refused (`name.not_masked`).",
    ),
]
Prints = Annotated[
    bool, Field(description="Whoever asks prints a slip of the ticket, and tells how that ended.")
]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
DayText = Annotated[str, Field(json_schema_extra={"format": "date"})]


def shown(**example: Any) -> ConfigDict:
    """Return the configuration of a body or answer with an example."""
    return ConfigDict(json_schema_extra={"examples": [example]}, populate_by_name=True)


# --- bookings ---------------------------------------------------------------------------------------------

_STARTS, _ENDS = "2026-11-24T01:00:00.000000Z", "2026-11-24T02:00:00.000000Z"
_BOOKING: dict[str, Any] = {
    "id": "Zk3l9aQx7TfW2bLr",
    "queue": "social_insurance",
    "item": None,
    "date": "2026-11-24",
    "starts": _STARTS,
    "ends": _ENDS,
    "class": None,
    "lang": "bo",
    "state": "booked",
    "ticket": None,
    "late": False,
    "check_in_from": "2026-11-24T00:30:00.000000Z",
    "cancel_until": "2026-11-23T23:00:00.000000Z",
    "phone": None,
}


class BookBody(Body):
    """Which slot is booked: of a queue, or of the queue that an item leads to."""

    model_config = shown(queue="social_insurance", date="2026-11-24", starts=_STARTS, lang="bo")

    queue: Id | None = None
    item: Id | None = None
    date: Day
    starts: Instant
    card: CardHash | None = None
    visitor_class: Id | None = Field(None, alias="class")
    lang: Id | None = None
    phone: Phone | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> BookBody:
        if (self.queue is None) == (self.item is None):
            raise ValueError("give either a queue or an item")
        return self


class WhoBody(Body):
    """Whose booking: by its code, as typed or from the QR code, or by the card."""

    model_config = shown(code="1234 5672")

    code: Annotated[str, Field(min_length=1, max_length=CODE_MOST)] | None = None
    card: CardHash | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> WhoBody:
        if (self.code is None) == (self.card is None):
            raise ValueError("give either a code or a card")
        return self


class CheckInBody(WhoBody):
    """Who has come, and what they read."""

    model_config = shown(code="1234 5672", lang="bo")

    lang: Id | None = None
    slip: Prints = False


class BookingAnswer(BaseModel):
    """A booking, without its code and without personal data; ``phone`` is masked and for staff only."""

    model_config = shown(**_BOOKING)

    id: str
    queue: str
    item: str | None
    date: DayText
    starts: Moment
    ends: Moment
    visitor_class: str | None = Field(alias="class")
    lang: str | None
    state: str = Field(description="`booked`, `checked_in`, `cancelled` or `no_show`.")
    ticket: str | None
    late: bool = Field(description="Came too late: waits like everybody.")
    check_in_from: Moment
    cancel_until: Moment
    phone: str | None = None


class MadeBookingAnswer(BookingAnswer):
    """A new booking with its code, which is told this once."""

    model_config = shown(**_BOOKING, code="12345672")

    code: str = Field(
        description="For the check-in, also as a QR code: eight digits, the last one checks them."
    )


class BookingsAnswer(BaseModel):
    """The bookings of a day."""

    model_config = shown(bookings=[_BOOKING])

    bookings: list[BookingAnswer]


class SlotAnswer(BaseModel):
    """A slot with what is left of its quota."""

    model_config = shown(starts=_STARTS, ends=_ENDS, quota=6, left=4)

    starts: Moment
    ends: Moment
    quota: int
    left: int = Field(description="0 once it is full or has begun.")


class SlotsAnswer(BaseModel):
    """The slots of a queue on a day, and the days that can be booked."""

    model_config = shown(
        queue="social_insurance",
        date="2026-11-24",
        days=["2026-11-23", "2026-11-24"],
        slots=[{"starts": _STARTS, "ends": _ENDS, "quota": 6, "left": 4}],
    )

    queue: str
    date: DayText
    days: list[DayText]
    slots: list[SlotAnswer]


def booking_json(booking: Booking, rules: BookingRules, phone: str | None = None) -> dict[str, Any]:
    """Return a booking as answers show it.

    Args:
        phone: Masked.
    """
    return {
        "id": booking.id,
        "queue": booking.queue,
        "item": booking.item,
        "date": booking.date.isoformat(),
        "starts": to_text(booking.starts),
        "ends": to_text(booking.ends),
        "class": booking.visitor_class,
        "lang": booking.language,
        "state": booking.state.value,
        "ticket": booking.ticket,
        "late": booking.late,
        "check_in_from": to_text(booking.check_in_opens(rules)),
        "cancel_until": to_text(booking.cancel_until(rules)),
        "phone": phone,
    }


def slots_json(queue: str, day: date, free: FreeSlots) -> dict[str, Any]:
    """Return the slots of a day as the answer shows them."""
    return {
        "queue": queue,
        "date": day.isoformat(),
        "days": [each.isoformat() for each in free.days],
        "slots": [
            {"starts": to_text(slot.starts), "ends": to_text(slot.ends), "quota": slot.quota, "left": left}
            for slot, left in free.slots
        ],
    }


# --- what is known of people ------------------------------------------------------------------------------


class CardKeyAnswer(BaseModel):
    """The key of one business date; a kiosk keeps it in memory only."""

    model_config = shown(date="2026-11-23", key="bm90IGEgcmVhbCBrZXksIDMyIGJ5dGVzIGxvbmcgISE=")

    date: DayText
    key: str = Field(description="32 bytes in base64.")


class ErasureAnswer(BaseModel):
    """The record of one erasure."""

    model_config = shown(
        seq=4711, at="2026-11-30T20:00:00.000000Z", what="phones", count=12, before="2026-12-01"
    )

    seq: int = Field(description="Number of its event.")
    at: Moment
    what: str = Field(description="`card_keys`, `phones`, `rating_texts`, `results` or `masked_names`.")
    count: int
    before: DayText = Field(description="What belongs to earlier dates is gone.")


class ErasuresAnswer(BaseModel):
    """What was erased, latest first."""

    model_config = shown(
        erasures=[
            {
                "seq": 4711,
                "at": "2026-11-30T20:00:00.000000Z",
                "what": "phones",
                "count": 12,
                "before": "2026-12-01",
            }
        ]
    )

    erasures: list[ErasureAnswer]


def card_key_json(found: CardKey, key: str) -> dict[str, Any]:
    """Return a key as the answer shows it."""
    return {"date": found.date.isoformat(), "key": key}


def erasure_json(erasure: Erasure) -> dict[str, Any]:
    """Return the record of an erasure as answers show it."""
    return {
        "seq": erasure.seq,
        "at": to_text(erasure.at),
        "what": erasure.what.value,
        "count": erasure.count,
        "before": erasure.before.isoformat(),
    }
