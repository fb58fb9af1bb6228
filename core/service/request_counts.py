"""How many requests came by each route, and how they ended; noted on the event loop."""

from __future__ import annotations

OTHER = "other"
"""Stands for paths and methods that the service does not have: what anybody makes up is not remembered."""

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})

Kind = tuple[str, str, int]
"""Method, route and hundreds of the status."""


class RequestCounts:
    """Counts of one service."""

    def __init__(self) -> None:
        self._counts: dict[Kind, int] = {}

    def note(self, method: str, route: str | None, status: int) -> None:
        """Count a request that was answered; without a route it was for something that is not there."""
        kind = (method if method in _METHODS else OTHER, route or OTHER, status // 100)
        self._counts[kind] = self._counts.get(kind, 0) + 1

    def counted(self) -> dict[Kind, int]:
        """Return how many of each kind there were; may be called on any thread."""
        return self._counts.copy()
