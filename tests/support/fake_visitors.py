"""What the fake store keeps of visitors, and looking at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from core.domain.booking import Booking, BookingState, Slot
from core.domain.errors import BookingStale, BookingUnknown, TrackUnknown
from core.domain.leg import Leg
from core.domain.messages import OPEN, Reachable
from core.domain.privacy import Erasure
from core.domain.rating import Counted, Rating
from core.domain.ticket import LegState, Ticket

if TYPE_CHECKING:
    from tests.support.fake_reader import Kept


@dataclass
class KeptVisitors:
    """Everything that is kept of visitors."""

    bookings: dict[str, Booking] = field(default_factory=dict)
    keys: dict[date, bytes] = field(default_factory=dict)
    contacts: dict[str, tuple[str, date]] = field(default_factory=dict)
    ratings: dict[str, Rating] = field(default_factory=dict)
    erasures: list[Erasure] = field(default_factory=list)

    def __copy__(self) -> KeptVisitors:
        return KeptVisitors(**{name: copy(value) for name, value in vars(self).items()})


class FakeVisitors:
    """The :class:`core.app.ports_visitors.Visitors` of one command."""

    def __init__(self, kept: Kept, today: date) -> None:
        self.bookings = _Bookings(kept.visitors, today)
        self.keys = _Keys(kept.visitors)
        self.contacts = _Contacts(kept.visitors)
        self.ratings = _Ratings(kept)
        self.erasures = _Erasures(kept.visitors)


class _Bookings:
    def __init__(self, kept: KeptVisitors, today: date) -> None:
        self._kept = kept.bookings
        self._today = today

    def add(self, booking: Booking) -> None:
        booked = [each for each in self._kept.values() if each.state is BookingState.BOOKED]
        assert booking.code not in {each.code for each in booked}
        self._kept[booking.id] = booking

    def get(self, booking: str) -> Booking:
        if booking not in self._kept:
            raise BookingUnknown()
        return self._kept[booking]

    def save(self, booking: Booking) -> None:
        if self._kept[booking.id].version != booking.version - 1:
            raise BookingStale(state=booking.state.value)
        self._kept[booking.id] = booking

    def of_code(self, code: str) -> Booking | None:
        found = [each for each in self._kept.values() if each.code == code]
        return max(
            found, key=lambda each: (each.state is BookingState.BOOKED, each.date, each.made_at), default=None
        )

    def of_card(self, card: str, day: date) -> list[Booking]:
        found = [each for each in self._kept.values() if (each.card, each.date) == (card, day)]
        valid = [each for each in found if each.state is not BookingState.CANCELLED]
        return sorted(valid, key=lambda each: (each.starts, each.id))

    def taken(self, slot: Slot) -> int:
        return _booked(self._kept, slot.queue, slot.date)[slot.starts]

    def left_open(self) -> list[Booking]:
        found = [each for each in self._kept.values() if each.state is BookingState.BOOKED]
        old = [each for each in found if each.date < self._today]
        return sorted(old, key=lambda each: (each.date, each.starts, each.id))


class _Keys:
    def __init__(self, kept: KeptVisitors) -> None:
        self._kept = kept.keys

    def get(self, day: date) -> bytes | None:
        return self._kept.get(day)

    def add(self, day: date, key: bytes) -> None:
        assert day not in self._kept
        self._kept[day] = key

    def destroy_before(self, day: date) -> int:
        old = [each for each in self._kept if each < day]
        for each in old:
            del self._kept[each]
        return len(old)


class _Contacts:
    def __init__(self, kept: KeptVisitors) -> None:
        self._kept = kept.contacts

    def keep(self, holder: str, cipher_text: str, erase_on: date) -> None:
        self._kept[holder] = (cipher_text, erase_on)

    def move(self, holder: str, to: str) -> int:
        if holder not in self._kept:
            return 0
        self._kept[to] = self._kept.pop(holder)
        return 1

    def erase(self, holder: str) -> int:
        return 0 if self._kept.pop(holder, None) is None else 1

    def erase_due(self, day: date) -> int:
        due = [holder for holder, (_, erase_on) in self._kept.items() if erase_on <= day]
        return sum(self.erase(holder) for holder in due)


class _Ratings:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def visit(self, track: str) -> tuple[Ticket, list[Leg]]:
        for ticket in self._kept.tickets.values():
            if ticket.track == track:
                return ticket, self._kept.legs_of(ticket.id)
        raise TrackUnknown()

    def given(self, leg: str) -> bool:
        return leg in self._kept.visitors.ratings

    def add(self, rating: Rating) -> None:
        assert rating.leg not in self._kept.visitors.ratings
        self._kept.visitors.ratings[rating.leg] = rating

    def erase_texts(self, before: datetime) -> int:
        given = self._kept.visitors.ratings
        due = [each for each in given.values() if each.said.text and each.given_at < before]
        given.update({each.leg: replace(each, said=replace(each.said, text="")) for each in due})
        return len(due)

    def last_done(self, window: int, since: datetime) -> Leg | None:
        done = [
            (leg.ended_at, leg)
            for leg in self._kept.in_state(LegState.DONE)
            if leg.window == window and leg.ended_at is not None and leg.ended_at >= since
        ]
        return max(done, key=lambda each: each[0])[1] if done else None


class _Erasures:
    def __init__(self, kept: KeptVisitors) -> None:
        self._kept = kept.erasures

    def add(self, erasure: Erasure) -> None:
        self._kept.append(erasure)


class FakeVisitorsReader:
    """The :class:`core.app.ports_visitors.VisitorsReader` of what is kept."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def booking(self, booking: str) -> Booking:
        """Return a booking."""
        if booking not in self._kept.visitors.bookings:
            raise BookingUnknown()
        return self._kept.visitors.bookings[booking]

    def bookings(self, day: date) -> list[Booking]:
        """Return the bookings of a day."""
        found = [each for each in self._kept.visitors.bookings.values() if each.date == day]
        return sorted(found, key=lambda each: (each.starts, each.made_at, each.id))

    def booked(self, queue: str, day: date) -> dict[datetime, int]:
        """Return how many bookings each slot has."""
        return dict(_booked(self._kept.visitors.bookings, queue, day))

    def phone(self, holder: str) -> str | None:
        """Return the encrypted phone number of a ticket or booking."""
        found = self._kept.visitors.contacts.get(holder)
        return found[0] if found else None

    def reachable(self, since: datetime) -> list[Reachable]:
        """Return the legs, open or done since then, of visitors whose phone number is kept."""
        kept = self._kept
        found = [leg for leg in kept.in_state(*OPEN) if leg.ticket in kept.visitors.contacts]
        found += [
            leg
            for leg in kept.in_state(LegState.DONE)
            if leg.ticket in kept.visitors.contacts
            and leg.id not in kept.visitors.ratings
            and leg.ended_at is not None
            and leg.ended_at >= since
        ]
        found.sort(key=lambda leg: leg.id)
        return [Reachable(leg, kept.tickets[leg.ticket], self._ahead(leg)) for leg in found]

    def _ahead(self, leg: Leg) -> int:
        line = [each for each in self._kept.in_state(LegState.WAITING) if each.queue == leg.queue]
        return line.index(leg) if leg in line else 0

    def ratings(
        self,
        since: datetime,
        until: datetime,
        *,
        clerk: str | None = None,
        given_before: datetime | None = None,
    ) -> list[Counted]:
        """Count how the legs that ended in a stretch of time were rated."""
        counts: Counter[tuple[int | None, str | None, int | None]] = Counter()
        for leg in self._kept.in_state(LegState.DONE):
            if leg.ended_at is None or not since <= leg.ended_at < until or clerk not in (None, leg.clerk):
                continue
            rating = self._kept.visitors.ratings.get(leg.id)
            known = rating and (given_before is None or rating.given_at < given_before)
            counts[leg.window, leg.clerk, rating.said.level if rating and known else None] += 1
        return [Counted(*what, count) for what, count in counts.items()]

    def rated(self, legs: Collection[str]) -> frozenset[str]:
        """Return which of these legs have been rated."""
        return frozenset(legs) & self._kept.visitors.ratings.keys()

    def erasures(self, most: int = 1000) -> list[Erasure]:
        """Return the records of erasures, latest first."""
        return self._kept.visitors.erasures[::-1][:most]


def _booked(bookings: dict[str, Booking], queue: str, day: date) -> Counter[datetime]:
    of_day = [each for each in bookings.values() if (each.queue, each.date) == (queue, day)]
    return Counter(each.starts for each in of_day if each.state is not BookingState.CANCELLED)
