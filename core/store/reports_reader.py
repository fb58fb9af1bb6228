"""Counting what is on disk for the reports, beside the writer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine

from core.domain.callbacks import FinishedCase
from core.domain.clock import from_text, to_text
from core.domain.day_figures import DayCounts, LegsCounted, OwnFinished
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from core.store import sql_reports as sql
from core.store.sql import ISSUED


class SqlReportsReader:
    """The :class:`core.app.ports_reports.ReportsReader` of one hall; each look is one read transaction."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine = engine
        self._hall = hall

    def day(self, day: date) -> DayCounts:
        """Count the tickets of a business date."""
        asked = {"hall": self._hall, "day": day.isoformat()}
        with self._engine.begin() as connection:
            legs = sql.LEGS_OF_DAY(connection, **asked).mappings()
            series = ISSUED(connection, **asked).mappings()
            slips = _slips(connection, **asked)
        return DayCounts(
            [_counted(row) for row in legs],
            {row["prefix"]: row["issued"] for row in series},
            slips,
            {row["prefix"]: row["last"] for row in series},
        )

    def slips(self, day: date) -> dict[SlipState | None, int]:
        """Count the tickets of a business date by what is known of their slips."""
        with self._engine.begin() as connection:
            return _slips(connection, hall=self._hall, day=day.isoformat())

    def finished(self, since: datetime, until: datetime) -> list[FinishedCase]:
        """Return the legs that ended as done from ``since`` and before ``until``."""
        asked = {"hall": self._hall, "since": to_text(since), "until": to_text(until)}
        with self._engine.begin() as connection:
            rows = sql.FINISHED(connection, **asked).tuples()
        return [
            FinishedCase(ticket, number, queue, item, window, from_text(ended_at), level)
            for ticket, number, queue, item, window, ended_at, level in rows
        ]

    def mine(self, clerk: str, since: datetime, until: datetime) -> list[OwnFinished]:
        """Return what a clerk finished from ``since`` and before ``until``, by queue and item."""
        asked = {"hall": self._hall, "of_clerk": clerk, "since": to_text(since), "until": to_text(until)}
        with self._engine.begin() as connection:
            found = [OwnFinished(*row) for row in sql.MINE(connection, **asked).tuples()]
        # Databases sort letters each in their own way.
        return sorted(found, key=lambda each: (-each.count, each.queue, each.item or ""))


def _slips(connection: Connection, **asked: str) -> dict[SlipState | None, int]:
    rows = sql.SLIPS_OF_DAY(connection, **asked).mappings()
    return {SlipState(row["slip"]) if row["slip"] else None: row["count"] for row in rows}


def _counted(row: Mapping[str, Any]) -> LegsCounted:
    return LegsCounted(
        queue=row["queue"],
        window=row["window"],
        clerk=row["clerk"],
        state=LegState(row["state"]),
        called=bool(row["called"]),
        started=bool(row["started"]),
        walk_in=bool(row["walk_in"]),
        count=row["count"],
        first=row["first"],
        waited_s=row["waited_s"],
        longest_s=row["longest_s"],
        served_s=row["served_s"],
    )
