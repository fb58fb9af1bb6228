"""What a hall has to tell everybody for some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.text import Text


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that boards and resting kiosks tell.

    Attributes:
        first: First day it is told, the hall's own date; ``None``: from now on.
        last: Last day, that day included; ``None``: until it is taken out.
    """

    text: Text
    first: date | None = None
    last: date | None = None

    def is_told(self, day: date) -> bool:
        """Return whether it is told on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def notices_on(day: date, always: Text, notices: Sequence[Notice]) -> tuple[Text, ...]:
    """Return what is told on a day, in the order of the hall file.

    Args:
        always: The hall's own line, told first on every day; empty: none.
    """
    told = tuple(each.text for each in notices if each.is_told(day))
    return (always, *told) if always else told
