"""What can be booked at a kiosk. Pure."""

from __future__ import annotations

from core.domain.hall import Hall, Queue
from core.domain.kiosk import offers_queue
from kiosk.state import Inputs


def bookable(inputs: Inputs, hall: Hall) -> list[Queue]:
    """Return the queues that this kiosk offers and that have times to book, as the hall lists them."""
    planned = {each.queue for each in hall.slots}
    return [each for each in hall.queues if each.id in planned and offers_queue(inputs.rules, hall, each)]


def books(inputs: Inputs, hall: Hall) -> bool:
    """Return whether anything can be booked here."""
    return bool(bookable(inputs, hall))
