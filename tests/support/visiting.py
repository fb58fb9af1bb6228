"""A hall that takes bookings, and what tests of its visitors do again and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from core.app.bookings import book
from core.app.call_next import Called, call_next
from core.app.finish import finish
from core.app.take import Taken, Wish, take
from core.app.windows import open_window
from core.domain.booking import Booking, BookingRules, Slots
from core.domain.hall import Hall, VisitorClass
from core.domain.leg import Leg
from tests.support.hall_machine import Store
from tests.support.halls import lhasa_like

TODAY = date(2026, 11, 23)
"""The Monday of :data:`tests.support.clock.MORNING`, nine o'clock."""
TOMORROW = date(2026, 11, 24)
CARD, OTHER_CARD = "a" * 64, "b" * 64
WORKDAYS = (1, 2, 3, 4, 5)


def booking_hall(**rules: Any) -> Hall:
    """Return a hall with slots of an hour for two people in the morning, for the queue ``insurance``."""
    hall = lhasa_like()
    booked = VisitorClass("booked", {"zh": "预约", "bo": "སྔོན་མངགས་", "en": "Booked"})
    return replace(
        hall,
        classes=(*hall.classes, booked),
        bookings=BookingRules(visitor_class="booked", **rules),
        slots=(Slots("insurance", WORKDAYS, time(9, 0), time(12, 0), 60, 2),),
    )


def at(hour: int, minute: int = 0, day: date = TOMORROW) -> datetime:
    """Return an instant of the hall's time in UTC."""
    return datetime.combine(day, time(hour, minute), booking_hall().zone_info).astimezone(UTC)


def booked(store: Store, hour: int = 9, **given: Any) -> Booking:
    """Book a slot of tomorrow."""
    asked: dict[str, Any] = {
        "by": "kiosk:1",
        "queue": "insurance",
        "day": TOMORROW,
        "starts": at(hour),
    } | given
    made: Booking = store.run(partial(book, **asked))
    return made


def taken(store: Store, queue: str | None = "insurance", **wish: Any) -> Taken:
    """Take a ticket."""
    found: Taken = store.run(partial(take, wish=Wish(queue, **wish), by="kiosk:1"))
    return found


def served(store: Store, window: int = 1, clerk: str = "0301") -> Leg:
    """Have a window call the next visitor and finish."""
    store.run(partial(open_window, window=window, clerk=clerk, by=f"clerk:{clerk}"))
    called = store.run(partial(call_next, window=window, by=f"clerk:{clerk}"))
    assert isinstance(called, Called)
    leg: Leg = store.run(partial(finish, window=window, by=f"clerk:{clerk}"))
    return leg
