"""What happens on a simulated day, drawn from a seed before it begins: who comes when, who works when.

``hallcall replay`` plays such a day in one process to see what the wait estimates are worth: nothing of it
is known to the estimator, it is the truth that its estimates are held against. ``hallcall simulate`` plays
one over the network. The figures are assumptions, chosen so that a day looks like those the halls describe
(long waits in the two rush hours, none between them), see docs/estimate.md.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, exp, log

from core.domain.hall import Hall, Window

A_MONDAY = date(2026, 11, 23)
FAVOURED_SHARE = 0.15
NO_SHOW = 0.06
SERVICE_S = 600.0
SERVICE_DIFFERS, SERVICE_SPREAD, CLERKS_DIFFER = 0.4, 0.6, 0.2
"""Standard deviations of logarithms: between queues, between visits of a queue, between clerks."""
RUSH_AT, RUSH_WIDTH, RUSH_SHARE = 0.35, 0.2, 0.6
"""Where in a session most people come, in parts of its length, and how many of them come in that rush."""
ISSUE_STOPS_S = 20 * 60.0
LOAD = (0.65, 0.95)
"""How much of the windows' time the visitors of a queue need, over the whole day."""
LATE_MOST_S = 600.0
PART_TIME, PAUSES_A_SESSION = 0.15, 0.6
PAUSE_S = (240.0, 900.0)

NEXT_S = (2.0, 12.0)
"""Between a visit's end and the key that calls the next one; the clerk of a free window takes as long."""
WALK_S = (8.0, 30.0)
RECALL_S, PASS_S = 30.0, 35.0
"""From the call to the recall of who does not come, and from there until the number is passed."""
LOOK_AGAIN_S = 60.0
"""A clerk with nobody to call looks so often whether the windows beside need help."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who takes a ticket.

    Attributes:
        at_s: When, in seconds of the business date.
        work: How long the visit takes a clerk of ordinary speed.
        comes: Whether the visitor answers the call.
    """

    at_s: float
    queue: str
    visitor_class: str
    work_s: float
    comes: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """A clerk at a window.

    Attributes:
        slowness: How much longer than others the clerk takes.
        stays: At the end until everyone who holds a ticket was called.
        pauses: When the clerk goes, and for how long.
    """

    window: int
    clerk: str
    slowness: float
    from_s: float
    to_s: float
    stays: bool
    pauses: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it will happen, visitors in the order in which they come."""

    visitors: Sequence[Visitor]
    shifts: Sequence[Shift]


def draw_day(hall: Hall, visitors: int, seed: int) -> Day:
    """Return a day of so many visitors, the same for the same seed."""
    rng = random.Random(f"{hall.id} {visitors} {seed}")  # noqa: S311 (a simulation, no secret)
    sessions = sessions_of(hall)
    mean_s = {queue.id: SERVICE_S * exp(rng.gauss(0, SERVICE_DIFFERS)) for queue in hall.queues}
    wanted = _wanted(hall, visitors, mean_s, rng)
    people = [
        _visitor(hall, queue, mean_s[queue], sessions, rng)
        for queue, count in wanted.items()
        for _ in range(count)
    ]
    shifts = list(_shifts(hall, wanted, mean_s, sessions, rng))
    return Day(sorted(people, key=lambda visitor: visitor.at_s), shifts)


def sessions_of(hall: Hall) -> list[tuple[float, float]]:
    """Return the spans in which the hall is open, in seconds of the day, e.g. morning and afternoon."""
    day = min(day for hours in hall.hours for day in hours.days)
    return sorted(
        (
            hours.opens.hour * 3600.0 + hours.opens.minute * 60,
            hours.closes.hour * 3600.0 + hours.closes.minute * 60,
        )
        for hours in hall.hours
        if day in hours.days
    )


def _wanted(hall: Hall, visitors: int, mean_s: Mapping[str, float], rng: random.Random) -> dict[str, int]:
    """Share the visitors out: to queues with more windows and shorter visits more of them."""
    weights = []
    for queue in hall.queues:
        served_by = sum(1 / len(window.queues) for window in hall.windows_of(queue.id))
        weights.append(served_by / mean_s[queue.id] * exp(rng.gauss(0, 0.4)))
    counts = dict.fromkeys((queue.id for queue in hall.queues), 0)
    for queue in rng.choices(hall.queues, weights, k=visitors):
        counts[queue.id] += 1
    return counts


def _visitor(
    hall: Hall, queue: str, mean_s: float, sessions: Sequence[tuple[float, float]], rng: random.Random
) -> Visitor:
    favoured = rng.random() < FAVOURED_SHARE and len(hall.classes) > 1
    return Visitor(
        at_s=arrival(sessions, rng),
        queue=queue,
        visitor_class=rng.choice(hall.classes[1:]).id if favoured else hall.classes[0].id,
        work_s=exp(log(mean_s) - SERVICE_SPREAD**2 / 2 + rng.gauss(0, SERVICE_SPREAD)),
        comes=rng.random() >= NO_SHOW,
    )


def arrival(sessions: Sequence[tuple[float, float]], rng: random.Random) -> float:
    """Return when somebody comes, in seconds of the day: most in the rush of a session."""
    opens, closes = rng.choices(sessions, [closes - opens for opens, closes in sessions])[0]
    length = closes - opens - ISSUE_STOPS_S
    part = rng.gauss(RUSH_AT, RUSH_WIDTH) if rng.random() < RUSH_SHARE else rng.random()
    return opens + length * (part if 0 <= part < 1 else rng.random())


def _shifts(
    hall: Hall,
    wanted: Mapping[str, int],
    mean_s: Mapping[str, float],
    sessions: Sequence[tuple[float, float]],
    rng: random.Random,
) -> Iterable[Shift]:
    """Open as many windows of each queue as its visitors need, those first that mind it first."""
    open_s = sum(closes - opens for opens, closes in sessions)
    minding: dict[str, list[Window]] = defaultdict(list)
    for window in hall.windows:
        minding[window.queues[0]].append(window)
    opened: set[int] = set()
    for queue in hall.queues:
        load = wanted[queue.id] * mean_s[queue.id] * (1 - NO_SHOW) / (open_s * rng.uniform(*LOAD))
        windows = minding[queue.id] or list(hall.windows_of(queue.id))
        for place, window in enumerate(windows[: max(1, ceil(load - 0.3))]):
            # One of each queue is there all day: nobody's number is left over.
            part_time = place > 0 and rng.random() < PART_TIME
            if window.number not in opened:
                opened.add(window.number)
                yield from shifts_at(window, part_time, sessions, rng)


def shifts_at(
    window: Window, part_time: bool, sessions: Sequence[tuple[float, float]], rng: random.Random
) -> Iterable[Shift]:
    """Draw the shifts of a window's clerk, one a session; who works part-time is there in its rush."""
    slowness = exp(rng.gauss(0, CLERKS_DIFFER))
    for opens, closes in sessions:
        length = closes - opens
        begins = opens + rng.uniform(0, LATE_MOST_S) + (length * 0.2 if part_time else 0)
        ends = closes - (length * 0.3 if part_time else 0)
        pauses = [
            (rng.uniform(begins, ends), rng.uniform(*PAUSE_S))
            for _ in range(2)
            if rng.random() < PAUSES_A_SESSION / 2
        ]
        yield Shift(
            window.number,
            f"{window.number:04d}",
            slowness,
            begins,
            ends,
            not part_time,
            tuple(sorted(pauses)),
        )
