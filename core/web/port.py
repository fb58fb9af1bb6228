"""What the pages ask of the running core."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from core.app.ports import Command, StoreFailed
from core.app.ports_reader import Reader
from core.domain.hall import Hall
from core.domain.leg import Leg


class WaitsOf(Protocol):
    """Estimates how long people wait."""

    def of(self, leg: Leg) -> dict[str, Any] | None:
        """Return how long a leg still waits: ``p50_s`` and ``p90_s``."""


class PagesCore(Protocol):
    """The running core.

    Attributes:
        reader: Looks at the database; called in worker threads.
    """

    @property
    def hall(self) -> Hall: ...  # noqa: D102
    @property
    def reader(self) -> Reader: ...  # noqa: D102
    @property
    def waits(self) -> WaitsOf: ...  # noqa: D102

    def clock(self) -> datetime:
        """Return the time, UTC."""

    async def run(self, command: Command) -> Any:
        """Run a command and return its answer once it is on disk."""

    def in_trouble(self, error: StoreFailed) -> None:
        """Note that the database cannot be used."""
