"""Rules that a hall sets, and that a queue may set otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.quota import Half


class Restore(StrEnum):
    """Where a passed visitor comes back to; the values are the words of the hall file."""

    END = "end"
    AFTER = "after"
    VOID = "void"


class AfterHours(StrEnum):
    """What happens to people who still wait at closing time; the values are the words of the hall file."""

    SERVE = "serve"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Rules:
    """How a queue is run; 0 is "no limit" or "never".

    Attributes:
        recall_most: So often a visitor may be called again.
        recall_gap_s: Least time between two calls of one visitor.
        pass_after_s: A visitor may be passed only so long after the last call.
        call_gap_s: Least time between two visitors called to one window.
        restore: Where a passed visitor comes back to.
        restore_after: With ``Restore.AFTER``: behind so many of those who wait.
        cap: At most 1 in so many calls goes to a favoured class while ordinary people wait.
        open_tickets: So many open tickets of this queue a person (a card) may hold.
        tickets_a_day: So many tickets of this queue a person may take on one day.
        quota_morning: So many tickets of this queue are issued before 12:00.
        quota_afternoon: So many are issued from 12:00.
        issue_stops_min: Tickets stop so many minutes before closing.
        after_hours: Whether everyone who holds a ticket at closing time is still called.
        auto_call_s: A window that is free for so long while people wait calls by itself.
        undo_s: So long the last finish, pass or transfer can be taken back.
        keep_suspended_days: So many working days a suspended visit outlives its own.
        serve_min: So long a visitor of this queue is expected to be at the window at most; an item that
            promises minutes has its own.
        needs_card: No ticket without an identity card.
    """

    recall_most: int = 0
    recall_gap_s: int = 0
    pass_after_s: int = 0
    call_gap_s: int = 0
    restore: Restore = Restore.END
    restore_after: int = 3
    cap: int = 0
    open_tickets: int = 1
    tickets_a_day: int = 0
    quota_morning: int = 0
    quota_afternoon: int = 0
    issue_stops_min: int = 0
    after_hours: AfterHours = AfterHours.SERVE
    auto_call_s: int = 0
    undo_s: int = 60
    keep_suspended_days: int = 0
    serve_min: int = 0
    needs_card: bool = False

    def quota(self, half: Half) -> int:
        """Return how many tickets are issued in a half-day; 0: no limit."""
        return self.quota_morning if half is Half.MORNING else self.quota_afternoon


USUAL = Rules()
"""How a hall is run that says nothing."""
