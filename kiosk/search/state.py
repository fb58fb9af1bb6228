"""What somebody is searching for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Search:
    """A search under way.

    Attributes:
        query: What was typed; a ``+`` at its end: the next Tibetan letter goes below the last one.
        keyboard: Which keyboard is open, one of :data:`kiosk.search.keyboards.LAYOUTS`.
        found: The keys of what was found, best first: ``"item:..."``, ``"matter:..."``, ``"queue:..."``.
        total: How many there are, more than ``found`` has if they are too many.
    """

    query: str = ""
    keyboard: str = "pinyin"
    found: tuple[str, ...] = ()
    total: int = 0


NO_SEARCH = Search()
