"""Ratings (好差评): five levels, voluntary, one a leg, and what is counted from them.

Source: 国办发〔2019〕51号: five levels, the last two are bad ratings; everybody may rate, nobody is made to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.domain.errors import RatingNotFinished, RatingReasonNeeded, RatingTooLate, ReasonUnknown
from core.domain.leg import Leg
from core.domain.text import Text
from core.domain.ticket import LegState

Day = date
"""In a class with a field ``date`` the type needs another name."""

LOWEST, HIGHEST = 1, 5
BAD_MOST = 2
"""Levels up to this one are bad ratings (差评) and need a reason."""
TEXT_MOST = 500
"""Characters of what a visitor writes."""
KEYS_FOR = timedelta(minutes=5)
"""So long after a leg ended the keys at its window still mean it: whoever presses later is somebody else."""


class Channel(StrEnum):
    """Where a rating came from; the values are the words on the wire."""

    WINDOW = "window"
    SLIP = "slip"
    SMS = "sms"
    KIOSK = "kiosk"
    PAPER = "paper"
    HOTLINE = "hotline"


@dataclass(frozen=True, slots=True)
class LevelName:
    """A level and what it is called."""

    level: int
    name: Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is rated."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class RatingReason:
    """A reason that can be picked.

    Attributes:
        indicator: Id of the indicator it speaks of.
    """

    id: str
    indicator: str
    name: Text


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """Levels, indicators and reasons as they were asked at one time.

    A hall may neither add to a set nor leave anything out; a changed set has a new version.

    Attributes:
        version: Kept with each rating.
        date: Since when it is asked.
        indicators: The first one is the rating as a whole.
    """

    version: str
    date: Day
    levels: tuple[LevelName, ...]
    indicators: tuple[Indicator, ...]
    reasons: tuple[RatingReason, ...]

    def must_know(self, levels: Sequence[str], reasons: Sequence[str]) -> None:
        """Refuse what the set does not ask.

        Raises:
            ReasonUnknown: It has no such indicator beside the first one, or no such reason.
        """
        known = {each.id for each in self.indicators[1:]}
        for indicator in levels:
            if indicator not in known:
                raise ReasonUnknown(act="indicator", reason=indicator)
        known = {each.id for each in self.reasons}
        for reason in reasons:
            if reason not in known:
                raise ReasonUnknown(act="rating", reason=reason)


@dataclass(frozen=True, slots=True)
class Said:
    """What a visitor says of a leg.

    Attributes:
        level: 1-5, of the whole.
        levels: Of single indicators: id and level.
        reasons: Ids of the reasons picked.
        text: In the visitor's own words; never on the feed.
    """

    level: int
    levels: tuple[tuple[str, int], ...] = ()
    reasons: tuple[str, ...] = ()
    text: str = ""
    channel: Channel = Channel.SLIP

    def must_be_grounded(self) -> None:
        """Refuse a bad rating that says nothing else.

        Raises:
            RatingReasonNeeded: No reason is picked or written.
        """
        if self.level <= BAD_MOST and not self.reasons and not self.text.strip():
            raise RatingReasonNeeded(level=self.level)

    @property
    def reason_wanted(self) -> bool:
        """Whether it is a bad rating by keys, which give no reason: that visitor is called back first."""
        by_keys = self.channel is Channel.WINDOW and not self.reasons and not self.text.strip()
        return by_keys and self.level <= BAD_MOST


def can_mean(leg: Leg, window: int, now: datetime) -> bool:
    """Whether who names a leg at a window may rate it there: it is served there, or was until just now."""
    if leg.window != window:
        return False
    just_now = leg.ended_at is not None and now - leg.ended_at <= KEYS_FOR
    return leg.state is LegState.SERVING or (leg.state is LegState.DONE and just_now)


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating of one leg; it is never changed.

    Attributes:
        asked: Version of the set that was asked.
    """

    leg: str
    ticket: str
    said: Said
    asked: str
    given_at: datetime


def must_be_ratable(leg: Leg, *, ended: Day | None, today: Day, rating_days: int) -> None:
    """Refuse a rating of a leg that is not finished, or was too long ago.

    Args:
        ended: The business date on which the leg ended.

    Raises:
        RatingNotFinished: It is not done (``state``).
        RatingTooLate: The period is over (``until``).
    """
    if leg.state is not LegState.DONE or ended is None:
        raise RatingNotFinished(number=leg.number, state=leg.state.value)
    until = ended + timedelta(days=rating_days)
    if today > until:
        raise RatingTooLate(until=until.isoformat())


def means_by_key(present: Leg | None, last: Leg | None, now: datetime) -> Leg | None:
    """Return the leg that the keys at a window mean now: who stands there, or who has just left.

    Who is called has not come yet: until service begins the keys are for the one before.

    Args:
        present: Who is at the window.
        last: Who was finished there last.
    """
    if present is not None and present.state is LegState.SERVING:
        return present
    if last is None or last.ended_at is None or now - last.ended_at > KEYS_FOR:
        return None
    return last


@dataclass(slots=True)
class Tally:
    """How finished legs were rated.

    Attributes:
        levels: How many ratings of each level.
        unrated: Finished legs that nobody rated: they are not satisfied ones.
    """

    levels: dict[int, int] = field(default_factory=lambda: dict.fromkeys(range(HIGHEST, LOWEST - 1, -1), 0))
    unrated: int = 0

    @property
    def rated(self) -> int:
        """How many were rated: what a share is of."""
        return sum(self.levels.values())

    @property
    def satisfied(self) -> int:
        """How many of those are not bad ratings."""
        return sum(count for level, count in self.levels.items() if level > BAD_MOST)

    @property
    def share(self) -> float | None:
        """Satisfied of rated ones, ``None`` where nobody rated."""
        return self.satisfied / self.rated if self.rated else None

    def count(self, level: int | None, count: int) -> None:
        """Add ``count`` legs of a level, or unrated ones."""
        if level is None:
            self.unrated += count
        else:
            self.levels[level] += count


@dataclass(frozen=True, slots=True)
class Counted:
    """So many finished legs of a window and a clerk had this level, ``None`` for unrated ones."""

    window: int | None
    clerk: str | None
    level: int | None
    count: int


@dataclass(slots=True)
class Tallies:
    """The same legs in all, by window and by clerk."""

    total: Tally = field(default_factory=Tally)
    windows: dict[int, Tally] = field(default_factory=dict)
    clerks: dict[str, Tally] = field(default_factory=dict)


def tallied(rows: Sequence[Counted]) -> Tallies:
    """Return counts added up; who nobody knows (a walk-in of old) is in the total only."""
    tallies = Tallies()
    for row in rows:
        tallies.total.count(row.level, row.count)
        if row.window is not None:
            tallies.windows.setdefault(row.window, Tally()).count(row.level, row.count)
        if row.clerk is not None:
            tallies.clerks.setdefault(row.clerk, Tally()).count(row.level, row.count)
    return tallies
