"""How many wait in each queue, known without counting them anew for each ticket."""

from __future__ import annotations

from collections.abc import Mapping

from core.domain.event import Event
from core.domain.floor import waiting_change


class Waiting:
    """Counts of one transaction, kept up by its events; a queue that nobody has asked for is not known.

    Args:
        counts: What is known at its beginning.
    """

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self._counts = dict(counts or {})

    def copy(self) -> Waiting:
        """Return the counts for a transaction that may fail."""
        return Waiting(self._counts)

    def of(self, queue: str) -> int | None:
        """Return how many wait in a queue, ``None`` if that is not known."""
        return self._counts.get(queue)

    def know(self, queue: str, count: int) -> None:
        """Note how many were counted."""
        self._counts[queue] = count

    def fold(self, event: Event) -> None:
        """Take in what happened."""
        change = waiting_change(event)
        if change and event.data["queue"] in self._counts:
            self._counts[event.data["queue"]] += change
