"""Giving the next number of the kiosk's own block."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.domain.clock import to_text
from core.domain.errors import HallError
from core.domain.hall import Hall
from core.domain.slip import SlipState
from kiosk.offline.hall_time import HallTime
from kiosk.offline.kept import Kept
from kiosk.offline.store import Number, Place, StoreFailed
from kiosk.offline.wish import Visit, visit_of
from kiosk.state import Refusal, Taken

log = logging.getLogger(__name__)

_UNKNOWN_SLIP = {"state": SlipState.UNKNOWN.value, "reason": "printer.unconfirmed"}
"""What is told of a slip should this program end before the printer has."""


class NoBlock(HallError):
    """The core has reserved no numbers of that queue for this kiosk."""

    key = "offline.no_block"


class UsedUp(HallError):
    """All of them are given."""

    key = "offline.used_up"


class OtherDay(HallError):
    """The numbers that are there are another business day's, by this machine's clock."""

    key = "offline.other_day"


class Issuing:
    """Gives numbers without asking anybody; each is on the disk before it is shown."""

    def __init__(self, kept: Kept, time: HallTime, machine: str) -> None:
        """Make it ready.

        Args:
            machine: The name that the numbers are reserved for.
        """
        self._kept = kept
        self._time = time
        self._machine = machine

    def issue(self, hall: Hall, body: Mapping[str, Any], instead_of: str = "") -> Taken | Refusal:
        """Give a number, or say why there is none.

        Args:
            body: As for ``POST /api/tickets``.
            instead_of: Key of that request, if it was sent and not answered: the core ends what came of it.
        """
        now = self._time.now()
        try:
            visit = visit_of(hall, body, now)
            place = Place(hall.id, self._machine, self._time.today(hall).isoformat())
            number = self._give(place, visit, body, now, instead_of)
        except HallError as refusal:
            return Refusal(refusal.key, refusal.params)
        except StoreFailed:
            return Refusal("offline.store_failed")
        log.info("%s was given without the core", number.number)
        return _taken(number, visit, body, now, place.day)

    def left(self, hall: Hall) -> dict[str, int]:
        """Return how many numbers of each queue can be given today; none while the file cannot be used."""
        place = Place(hall.id, self._machine, self._time.today(hall).isoformat())
        try:
            return self._kept.run(lambda store: store.left(place))
        except StoreFailed:
            return {}

    def _give(
        self, place: Place, visit: Visit, body: Mapping[str, Any], now: datetime, instead_of: str
    ) -> Number:
        def ticket(number: Number) -> dict[str, Any]:
            return _ticket(number, visit, body, now, place.day, instead_of)

        slip = _UNKNOWN_SLIP if body.get("slip") else None
        number = self._kept.run(lambda store: store.give(place, visit.queue, ticket, slip))
        if number is not None:
            return number
        days = self._kept.run(lambda store: store.days(place, visit.queue))
        if place.day in days:
            raise UsedUp(queue=visit.queue)
        raise (OtherDay if days else NoBlock)(queue=visit.queue)


def _ticket(
    number: Number, visit: Visit, body: Mapping[str, Any], now: datetime, day: str, instead_of: str
) -> dict[str, Any]:
    """Return what ``POST /api/tickets/offline`` is told of a number."""
    # Only what is listed here is ever kept of a visitor.
    known = {name: body[name] for name in ("class", "lang", "assisted", "phone", "card") if body.get(name)}
    visited = (
        {"items": list(visit.items)} if visit.items else {"matter": visit.matter} if visit.matter else {}
    )
    return {
        "date": day,
        "number": number.number,
        "queue": visit.queue,
        **visited,
        **known,
        "at": to_text(now),
        "instead_of": instead_of or None,
    }


def _taken(number: Number, visit: Visit, body: Mapping[str, Any], now: datetime, day: str) -> Taken:
    return Taken(
        id="",
        number=number.number,
        queue=visit.queue,
        ahead=None,
        at=now,
        language=body["lang"],
        item=visit.items[0] if len(visit.items) == 1 else None,
        matter=visit.matter,
        steps=visit.steps,
        track=number.track,
        visitor_class=visit.visitor_class,
        assisted=bool(body.get("assisted")),
        offline=True,
        day=day,
    )
