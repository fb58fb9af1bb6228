"""The figures of a business date: what its closing slip says.

A visit counts for the date of its ticket, whenever it was served. Every leg that joined a queue is one of
served, passed, moved, void and open there; so they add up to those that were taken and that joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.domain.numbering import format_number
from core.domain.slip import SlipState
from core.domain.ticket import LegState


@dataclass(frozen=True, slots=True)
class LegsCounted:
    """Legs of a day that are alike; those whose step never came are not among them.

    Attributes:
        called: They were called, or walked in, and not put back.
        started: They were served, be it that they were suspended later.
        walk_in: They were served without having waited.
        first: So many of them are the first leg of their visit.
        waited_s: Seconds from the joining of the queue to the call, added up.
        longest_s: The longest of these.
        served_s: Seconds at the window without suspensions, added up; of those that have ended.
    """

    queue: str
    window: int | None
    clerk: str | None
    state: LegState
    called: bool
    started: bool
    walk_in: bool
    count: int
    first: int
    waited_s: float = 0.0
    longest_s: float = 0.0
    served_s: float = 0.0

    @property
    def served(self) -> bool:
        """Whether the visitors were served to an end here, also if they were sent on then."""
        return self.state is LegState.DONE or (self.state is LegState.TRANSFERRED and self.started)

    @property
    def passed(self) -> bool:
        """Whether they were called and did not come; the day's end makes them void."""
        return self.state in (LegState.PASSED, LegState.VOID) and self.called and not self.started


@dataclass(frozen=True, slots=True)
class OwnFinished:
    """What a clerk finished in a stretch of time, of one queue and item.

    Attributes:
        served_s: Seconds at the window without suspensions, added up.
    """

    queue: str
    item: str | None
    count: int
    served_s: float


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What is counted of a day.

    Attributes:
        series: So many numbers of each prefix were given out.
        reached: So far the running series of each prefix came, where that is not as many.
        slips: So many tickets have a slip in that state; ``None``: nobody prints one.
    """

    legs: Sequence[LegsCounted]
    series: Mapping[str, int]
    slips: Mapping[SlipState | None, int]
    reached: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Mean:
    """A mean and what it is of.

    Attributes:
        longest_s: The longest, 0 where there are none.
    """

    sum_s: float = 0.0
    of: int = 0
    longest_s: float = 0.0

    @property
    def mean_s(self) -> int | None:
        """Whole seconds, rounded; ``None`` where there are none."""
        return round(self.sum_s / self.of) if self.of else None

    def add(self, sum_s: float, of: int, longest_s: float = 0.0) -> None:
        """Take in so many."""
        self.sum_s += sum_s
        self.of += of
        self.longest_s = max(self.longest_s, longest_s)


@dataclass(slots=True)
class Figures:
    """What became of the legs of a queue, of a window or of the whole hall.

    Attributes:
        taken: Visits that began there.
        joined: Legs that came there from elsewhere: sent on, or as a later step.
        walk_ins: Of these two: served without having waited.
        served: Served to an end, also if they were sent on then.
        passed: Called, and nobody came; those who came back later are not among them.
        moved: Sent on without having been served.
        void: Cancelled, or left over at the day's end.
        open: Not ended yet.
        called: So many were called and not put back: what ``passed`` is a share of.
        wait: From the joining of the queue to the (last) call.
        serving: At the window, without suspensions.
    """

    taken: int = 0
    joined: int = 0
    walk_ins: int = 0
    served: int = 0
    passed: int = 0
    moved: int = 0
    void: int = 0
    open: int = 0
    called: int = 0
    wait: Mean = field(default_factory=Mean)
    serving: Mean = field(default_factory=Mean)

    def count(self, row: LegsCounted) -> None:
        """Take in legs that are alike."""
        self.taken += row.first
        self.joined += row.count - row.first
        if row.walk_in:
            self.walk_ins += row.count
        elif row.called:
            self.called += row.count
            self.wait.add(row.waited_s, row.count, row.longest_s)
        if row.served:
            self.serving.add(row.served_s, row.count)
        self._sort(row)

    def _sort(self, row: LegsCounted) -> None:
        if row.served:
            self.served += row.count
        elif row.passed:
            self.passed += row.count
        elif row.state is LegState.TRANSFERRED:
            self.moved += row.count
        elif row.state is LegState.VOID:
            self.void += row.count
        else:
            self.open += row.count


@dataclass(slots=True)
class WindowFigures(Figures):
    """The same of a window: only who was called there or walked in.

    Attributes:
        clerks: Ids of those who called there.
    """

    clerks: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of a prefix that were given out: from 1 without gaps, and those of kiosks' blocks beside.

    Attributes:
        count: How many, those of blocks included.
        reached: So far the running series came.
    """

    prefix: str
    count: int
    reached: int

    @property
    def first(self) -> str:
        """The first number of the running series as it was printed, empty if it did not begin."""
        return format_number(self.prefix, 1) if self.reached else ""

    @property
    def last(self) -> str:
        """The last number of the running series as it was printed, empty if it did not begin."""
        return format_number(self.prefix, self.reached) if self.reached else ""


@dataclass(slots=True)
class DayFigures:
    """A day in figures.

    Attributes:
        slips: So many tickets have a slip in that state; ``None``: nobody prints one.
    """

    total: Figures = field(default_factory=Figures)
    queues: dict[str, Figures] = field(default_factory=dict)
    windows: dict[int, WindowFigures] = field(default_factory=dict)
    series: tuple[Series, ...] = ()
    slips: dict[SlipState | None, int] = field(default_factory=dict)

    @property
    def tickets(self) -> int:
        """How many numbers were given out."""
        return sum(each.count for each in self.series)

    @property
    def slips_wanted(self) -> int:
        """How many tickets were to have a slip: what ``printed`` is a share of."""
        return sum(count for state, count in self.slips.items() if state is not None)


def day_figures(counts: DayCounts) -> DayFigures:
    """Return the figures of a day from what was counted of it."""
    figures = DayFigures(
        series=tuple(
            Series(prefix, count, counts.reached.get(prefix, count))
            for prefix, count in sorted(counts.series.items())
            if count
        ),
        slips={state: counts.slips.get(state, 0) for state in (*SlipState, None)},
    )
    for row in counts.legs:
        figures.total.count(row)
        figures.queues.setdefault(row.queue, Figures()).count(row)
        if row.window is not None and row.called:
            window = figures.windows.setdefault(row.window, WindowFigures())
            window.count(row)
            if row.clerk is not None:
                window.clerks.add(row.clerk)
    return figures
