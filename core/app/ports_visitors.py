"""What the use cases ask of a store about visitors: bookings, card keys, phone numbers, ratings, erasures."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from core.domain.booking import Booking, Slot
from core.domain.leg import Leg
from core.domain.messages import Reachable
from core.domain.privacy import Erasure
from core.domain.rating import Counted, Rating
from core.domain.ticket import Ticket


class Bookings(Protocol):
    """Bookings of slots."""

    def add(self, booking: Booking) -> None:
        """Keep a new booking."""

    def get(self, booking: str) -> Booking:
        """Return a booking, or raise ``BookingUnknown``."""

    def save(self, booking: Booking) -> None:
        """Keep a changed booking, or raise ``BookingStale`` if somebody changed it meanwhile."""

    def of_code(self, code: str) -> Booking | None:
        """Return the booking of a code: the one that is still booked, else the latest."""

    def of_card(self, card: str, day: date) -> list[Booking]:
        """Return the bookings of a person on a day in order of time, cancelled ones left out."""

    def taken(self, slot: Slot) -> int:
        """Return how many bookings a slot has, cancelled ones left out."""

    def left_open(self) -> list[Booking]:
        """Return the bookings of earlier business dates that nobody came for."""


class Keys(Protocol):
    """The keys that ID numbers are hashed with, one a business date."""

    def get(self, day: date) -> bytes | None:
        """Return the key of a day."""

    def add(self, day: date, key: bytes) -> None:
        """Keep the key of a day."""

    def destroy_before(self, day: date) -> int:
        """Destroy the keys of earlier days, on the disk as well; return how many there were."""


class Contacts(Protocol):
    """Encrypted phone numbers, each of a ticket or of a booking."""

    def keep(self, holder: str, cipher_text: str, erase_on: date) -> None:
        """Keep the number of a ticket or booking, instead of an earlier one."""

    def move(self, holder: str, to: str) -> int:
        """Let the number of ``holder``, if there is one, be another's; return how many there were."""

    def erase(self, holder: str) -> int:
        """Erase the number of a ticket or booking, on the disk as well; return how many there were."""

    def erase_due(self, day: date) -> int:
        """Erase the numbers whose day is ``day`` or earlier, as :meth:`erase` does."""


class Ratings(Protocol):
    """Ratings of legs, and what can be rated."""

    def visit(self, track: str) -> tuple[Ticket, list[Leg]]:
        """Return the ticket of a track token with its legs in their order, or raise ``TrackUnknown``."""

    def given(self, leg: str) -> bool:
        """Say whether a leg has been rated."""

    def add(self, rating: Rating) -> None:
        """Keep a rating."""

    def erase_texts(self, before: datetime) -> int:
        """Erase what was written in ratings given before then, on the disk as well; return how many."""

    def last_done(self, window: int, since: datetime) -> Leg | None:
        """Return the leg finished last at a window, if that was after ``since``."""


class Erasures(Protocol):
    """The written record of what was erased."""

    def add(self, erasure: Erasure) -> None:
        """Keep the record of one erasure."""


class Visitors(Protocol):
    """What a command sees of visitors."""

    @property
    def bookings(self) -> Bookings:
        """Bookings of slots."""

    @property
    def keys(self) -> Keys:
        """Keys of ID numbers."""

    @property
    def contacts(self) -> Contacts:
        """Phone numbers."""

    @property
    def ratings(self) -> Ratings:
        """Ratings."""

    @property
    def erasures(self) -> Erasures:
        """What was erased."""


class VisitorsReader(Protocol):
    """Looks at what is on disk of visitors, beside the writer; may be called from any thread."""

    def booking(self, booking: str) -> Booking:
        """Return a booking, or raise ``BookingUnknown``."""

    def bookings(self, day: date) -> list[Booking]:
        """Return the bookings of a day in order of time."""

    def booked(self, queue: str, day: date) -> dict[datetime, int]:
        """Return how many bookings each slot of a queue has on a day, cancelled ones left out."""

    def phone(self, holder: str) -> str | None:
        """Return the encrypted phone number of a ticket or booking."""

    def reachable(self, since: datetime) -> list[Reachable]:
        """Return the legs, open or done since then, of visitors whose phone number is kept.

        Those to come and those that have been rated are left out.
        """

    def ratings(
        self,
        since: datetime,
        until: datetime,
        *,
        clerk: str | None = None,
        given_before: datetime | None = None,
    ) -> list[Counted]:
        """Count how the legs that ended in a stretch of time were rated.

        Args:
            since: Inside the stretch.
            until: No longer inside.
            clerk: Only legs of this clerk.
            given_before: Ratings given at or after it are counted as not given.
        """

    def rated(self, legs: Collection[str]) -> frozenset[str]:
        """Return which of these legs have been rated."""

    def erasures(self, most: int = 1000) -> list[Erasure]:
        """Return the records of erasures, latest first."""
