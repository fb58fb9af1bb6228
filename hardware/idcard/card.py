"""What of an identity card leaves the driver, and the key it is made with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from core.domain.privacy import KEY_BYTES


class Kind(Enum):
    """Whose card it is."""

    RESIDENT = "resident"
    FOREIGNER = "foreigner"
    HK_MACAO_TAIWAN = "hk_macao_taiwan"


@dataclass(frozen=True, slots=True)
class DayKey:
    """The hall's key of one business date, as ``GET /api/card-key`` gives it.

    Attributes:
        day: The business date; ages are those of this day.
        key: :data:`core.domain.privacy.KEY_BYTES` bytes; it never shows itself.
    """

    day: date
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES:
            raise ValueError(f"the key of {self.day} has {len(self.key)} bytes, not {KEY_BYTES}")


@dataclass(frozen=True, slots=True)
class SeenCard:
    """All that is known of a card once it was read.

    Attributes:
        hash: Keyed hash of its number (see :data:`core.domain.privacy.CARD`).
        age: Full years on the key's day.
        name: The holder's name by its beginning, ``"张*"``; for the screen the holder stands at.
    """

    kind: Kind
    hash: str
    age: int
    name: str
