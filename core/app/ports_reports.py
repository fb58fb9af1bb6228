"""What reports ask of a store."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from core.domain.callbacks import FinishedCase
from core.domain.day_figures import DayCounts, OwnFinished
from core.domain.slip import SlipState


class ReportsReader(Protocol):
    """Counts what is on disk, beside the writer; may be called from any thread."""

    def day(self, day: date) -> DayCounts:
        """Return what is counted of the tickets of a business date."""

    def slips(self, day: date) -> dict[SlipState | None, int]:
        """Return how many tickets of a business date have a slip in each state; ``None``: it has none."""

    def finished(self, since: datetime, until: datetime) -> list[FinishedCase]:
        """Return the legs that ended as done in a stretch of time, with the ratings given in it.

        Args:
            since: Inside the stretch.
            until: No longer inside; ratings given at or after it are counted as not given.
        """

    def mine(self, clerk: str, since: datetime, until: datetime) -> list[OwnFinished]:
        """Return what a clerk finished from ``since`` and before ``until``, by queue and item."""
