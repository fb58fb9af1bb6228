"""What went wrong on a simulated day: every kind is counted, the first few are told."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

TOLD_MOST = 20


class Fault(StrEnum):
    """What must not happen."""

    LOST = "events that did not reach a screen"
    GAP = "gaps, repeats or changes on a feed"
    CUT = "feeds that broke"
    LATE = "calls that came late to a screen"
    TWICE = "tickets called twice, or windows with two visitors"
    NUMBER = "numbers given twice"
    UNTOLD = "answers and events that do not agree"
    LEFT = "tickets that were never called, or never ended"
    FAILED = "answers that failed"
    FLOOR = "screens that show something else than a fresh one"
    SLIP = "slips of which the core knows something else than came out"
    SIGN = "signs that show something else than the floor"
    PAD = "keys that did nothing"
    MESSAGE = "messages that did not come, or twice"


class Faults:
    """Collects them.

    Attributes:
        counts: How often each kind happened.
        told: Sentences about the first ones.
    """

    def __init__(self) -> None:
        self.counts: Counter[Fault] = Counter()
        self.told: list[str] = []

    def add(self, fault: Fault, what: str, count: int = 1) -> None:
        """Note one, or several of the same."""
        self.counts[fault] += count
        if len(self.told) < TOLD_MOST:
            self.told.append(f"{fault}: {what}")

    def take(self, others: Faults) -> None:
        """Note those of somebody else too."""
        self.counts += others.counts
        self.told += others.told[: TOLD_MOST - len(self.told)]

    def __bool__(self) -> bool:
        return bool(self.counts)
