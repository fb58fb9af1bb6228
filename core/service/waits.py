"""How long people will wait, as answers say it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from core.app.ports_reader import Reader
from core.domain.estimate_feed import HallEstimator
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.ticket import LegState
from core.service.now import Clock, utc_now

LEARN_FROM = 20_000
"""So many latest events say how fast the hall works: about two days of a large one."""


class Waits:
    """The estimates of a hall: learns from what happened, then follows what happens.

    Estimates are ``None`` until it has learnt.
    """

    def __init__(self, hall: Hall, reader: Reader, clock: Clock = utc_now) -> None:
        self._hall = hall
        self._reader = reader
        self._clock = clock
        self._estimator = HallEstimator(hall, self._skills)
        self._learnt = False
        self._meanwhile: list[Event] = []
        self._lock = threading.Lock()

    def learn(self, seq: int) -> None:
        """Take in the events up to ``seq``; called once, in a worker thread."""
        for event in self._reader.events_after(max(0, seq - LEARN_FROM), min(seq, LEARN_FROM)):
            self._estimator.fold(event)
        with self._lock:
            self._fold_all(self._meanwhile)
            self._meanwhile.clear()
            self._learnt = True

    def fold(self, events: Sequence[Event], hall: Hall) -> None:
        """Take in what a commit brought."""
        with self._lock:
            if not self._learnt:
                self._meanwhile.extend(events)
                return
            if hall is not self._hall:
                self._hall = hall
                self._estimator.describe(hall)
            self._fold_all(events)

    def joining(self, queue: str, visitor_class: str) -> dict[str, Any] | None:
        """Return how long somebody waits who comes now, as answers say it."""
        return self._wait(queue, visitor_class)

    def told(self, leg: str, queue: str, visitor_class: str, since: datetime) -> dict[str, Any] | None:
        """Return what a new slip says, as answers say it; what comes of it is learnt from."""
        return self._wait(queue, visitor_class, since, leg)

    def of(self, leg: Leg) -> dict[str, Any] | None:
        """Return how long a leg still waits, as answers say it; ``None`` also where it does not wait."""
        if leg.state is not LegState.WAITING:
            return None
        return self._wait(leg.queue, leg.visitor_class, leg.since)

    def _wait(
        self, queue: str, visitor_class: str, since: datetime | None = None, leg: str | None = None
    ) -> dict[str, Any] | None:
        with self._lock:
            if not self._learnt:
                return None
            found = self._estimator.wait(queue, visitor_class, self._clock(), since=since, leg=leg)
        return {"p50_s": found.p50_s, "p90_s": found.p90_s} if found else None

    def _fold_all(self, events: Sequence[Event]) -> None:
        for event in events:
            self._estimator.fold(event)

    def _skills(self, clerk: str) -> frozenset[str] | None:
        found = self._reader.clerk(clerk)
        return None if found is None or found.skills is None else frozenset(found.skills)
