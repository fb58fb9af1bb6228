"""Whose turn it is on a bus: what is new first, then who is due, and nobody waits for one that is silent.

Values and times only; no line, no thread, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from hardware.led.commands import SignError
from hardware.led.look import Content

SILENT_AFTER = 2
"""So many tries in a row without an answer, and a sign counts as silent: one lost frame is no news."""


class Trouble(Enum):
    """What is wrong with a sign, as codes."""

    SILENT = "silent"
    GARBLED = "garbled"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things take and how often they are done, in seconds.

    Attributes:
        answer_s: How long a sign may take to answer, beside the line's own time.
        bytes_s: Bytes a second on the line; 960 are 9600 baud, the slowest a controller knows.
        check_s: How often one that has nothing to do is asked whether it is there.
        refresh_s: How often it is told again what to show: a power cut between two checks is not noticed.
        retry_s: Waits before one that did not answer, or refused, is tried again; the last one stays.
        settle_s: How long something new waits for something newer: one key finishes and calls the next.
        gap_s: How far apart two texts for one sign are; a controller takes one a second (Onbon, BX-5K/6K
            protocol, user version 1.4, section 2.1).
        idle_s: How long a look waits where nothing is to be done.
    """

    answer_s: float = 0.3
    bytes_s: float = 960.0
    check_s: float = 5.0
    refresh_s: float = 60.0
    retry_s: tuple[float, ...] = (0.2, 1.0, 2.0, 5.0, 10.0, 30.0)
    settle_s: float = 0.05
    gap_s: float = 1.0
    idle_s: float = 0.2

    def retry(self, failures: int) -> float:
        """Return the wait after so many failures in a row, 1 and up."""
        return self.retry_s[min(failures, len(self.retry_s)) - 1]


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of a sign now.

    Attributes:
        content: What it is to show; ``None``: whether it is there.
        anew: It may have lost everything, its brightness too.
    """

    address: int
    content: Content | None
    anew: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task.

    Attributes:
        trouble: ``None``: it did as told.
        error: Why it refused.
    """

    trouble: Trouble | None = None
    error: SignError | None = None


DONE = Outcome()
SILENT = Outcome(Trouble.SILENT)
GARBLED = Outcome(Trouble.GARBLED)


@dataclass(slots=True)
class Seen:
    """What is known of a sign.

    Attributes:
        wanted: What it is to show; ``None``: nobody has said yet.
        shown: What it has said it shows; ``None``: unknown.
        outcome: Of its last task; ``None``: none yet.
        failures: Tasks in a row that it did not do.
        due: When it is its turn.
        refresh: When it is told again what it shows.
        free: From when on it takes another text.
    """

    wanted: Content | None = None
    shown: Content | None = None
    outcome: Outcome | None = None
    failures: int = 0
    due: float = 0.0
    refresh: float = 0.0
    free: float = 0.0

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with it; a single failure is not told."""
        return self.outcome.trouble if self.outcome and self.failures >= SILENT_AFTER else None

    @property
    def lost(self) -> bool:
        """Whether it is asked only now and then whether it is back."""
        return self.trouble in (Trouble.SILENT, Trouble.GARBLED)

    @property
    def news(self) -> bool:
        """Whether it is to show something else than it does."""
        return self.wanted is not None and self.wanted != self.shown and not self.lost


class Rota:
    """The signs of a bus, by address.

    Attributes:
        signs: What is known of each.
    """

    def __init__(self, addresses: Iterable[int], pace: Pace) -> None:
        self.signs = {address: Seen() for address in addresses}
        self._pace = pace

    def want(self, address: int, content: Content, now: float) -> bool:
        """Note what a sign is to show; return whether that is new.

        One that refused is tried again at once; one that is lost keeps its turn: news does not bring it back.

        Raises:
            KeyError: There is no such sign.
        """
        sign = self.signs[address]
        if sign.wanted == content:
            return False
        waiting, sign.wanted = sign.news, content
        if not sign.lost:
            due = max(now + self._pace.settle_s, sign.free)
            # Who changes it all the time must not put it off for ever.
            sign.due = min(sign.due, due) if waiting else due
        return True

    def forget(self, now: float) -> None:
        """Take for unknown how each sign is: the line was away, and it is everybody's turn.

        One that was lost before stays so until it answers: it must not hold up the others at every new start.
        """
        for sign in self.signs.values():
            sign.shown, sign.due = None, now
            if not sign.lost:
                sign.outcome, sign.failures = None, 0

    def next(self, now: float) -> Task | None:
        """Return whose turn it is: who has news and waits longest, else who is due longest."""
        ready = [(not each.news, each.due, at) for at, each in self.signs.items() if each.due <= now]
        if not ready:
            return None
        _, _, address = min(ready)
        sign = self.signs[address]
        write = sign.news or (sign.shown is not None and sign.refresh <= now)
        return Task(address, sign.wanted if write else None, anew=sign.shown is None)

    def done(self, task: Task, outcome: Outcome, now: float) -> None:
        """Note what came of a task."""
        sign = self.signs[task.address]
        sign.outcome = outcome
        if outcome.trouble is None:
            self._answered(sign, task, now)
            return
        sign.failures += 1
        sign.shown = None
        sign.due = now + self._pace.retry(sign.failures)

    def due_in(self, now: float) -> float:
        """Return how many seconds it is until the next turn."""
        return max(0.0, min((each.due for each in self.signs.values()), default=now) - now)

    def _answered(self, sign: Seen, task: Task, now: float) -> None:
        sign.failures = 0
        if task.content is not None:
            sign.shown = task.content
            sign.refresh = now + self._pace.refresh_s
            sign.free = now + self._pace.gap_s
        if sign.news:
            sign.due = max(now, sign.free)
        elif sign.shown is None:
            sign.due = now + self._pace.check_s
        else:
            sign.due = min(now + self._pace.check_s, max(now, sign.refresh))
