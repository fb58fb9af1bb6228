"""Which windows serve a queue, and when they are free for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A tier of a window's profile.

    Attributes:
        over_s: The window helps each of these queues only once its first one has waited longer.
    """

    queues: tuple[str, ...]
    over_s: float | None = None


Profile = tuple[Step, ...]


@dataclass(slots=True)
class WindowNow:
    """What a window does.

    Attributes:
        skills: The queues its clerk is qualified for, ``None`` for all.
        leg: Who is called to it or served at it, of which queue, and since when.
        freed_at: Since when nobody is.
    """

    number: int
    profile: Profile
    skills: frozenset[str] | None = None
    open: bool = False
    paused_at: float | None = None
    leg: str | None = None
    queue: str | None = None
    since: float = 0.0
    freed_at: float | None = None

    def place(self, queue: str) -> int | None:
        """Return the place of the tier in which it serves a queue, from 0, ``None`` if it does not."""
        if self.skills is not None and queue not in self.skills:
            return None
        for place, step in enumerate(self.profile):
            if queue in step.queues:
                return place
        return None


@dataclass(frozen=True, slots=True)
class Rival:
    """Another queue that takes of a group's time.

    Attributes:
        share: How much of that queue's work falls to this group.
        equal: It is of the same tier, and whoever came first goes first; otherwise all of it goes before.
        over_s: It goes before only where somebody has waited longer.
    """

    queue: str
    share: float
    equal: bool
    over_s: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Open windows of one profile.

    Attributes:
        over_s: They help the queue only once its first one has waited longer.
    """

    windows: tuple[WindowNow, ...]
    rivals: tuple[Rival, ...]
    over_s: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Who serves a queue now.

    Attributes:
        paused: Windows that will serve it again when their clerks are back.
    """

    groups: tuple[Group, ...]
    paused: tuple[WindowNow, ...]


def plan_of(queue: str, serving: Mapping[str, Sequence[WindowNow]]) -> Plan:
    """Return who serves a queue, as long as no window opens, pauses or closes.

    Args:
        serving: The windows of each queue, whatever they do.
    """
    by_profile: dict[Profile, list[WindowNow]] = {}
    for window in serving.get(queue, ()):
        if window.open and window.place(queue) is not None:
            by_profile.setdefault(window.profile, []).append(window)
    groups = tuple(_group(queue, profile, tuple(windows), serving) for profile, windows in by_profile.items())
    paused = tuple(
        window
        for window in serving.get(queue, ())
        if window.paused_at is not None and window.place(queue) is not None
    )
    return Plan(groups, paused)


def _group(
    queue: str,
    profile: Profile,
    windows: tuple[WindowNow, ...],
    serving: Mapping[str, Sequence[WindowNow]],
) -> Group:
    rivals = []
    own: Step | None = None
    for place, step in enumerate(profile):
        equal = queue in step.queues
        own = step if equal else None
        for rival in step.queues:
            if rival != queue:
                share = len(windows) / _minding(rival, place, serving)
                rivals.append(Rival(rival, min(1.0, share), equal, step.over_s))
        if equal:
            break
    return Group(windows, tuple(rivals), own.over_s if own else None)


def _minding(queue: str, place: int, serving: Mapping[str, Sequence[WindowNow]]) -> int:
    """Return among how many windows the work of a queue is spread.

    Its first-tier windows do it as long as they have others to help too; where a window minds it in a later
    tier, all share it.
    """
    placed = [window.place(queue) for window in serving.get(queue, ()) if window.open]
    if place == 0:
        return max(1, sum(found == 0 for found in placed))
    return max(1, sum(found is not None for found in placed))


def first_free(starts: Sequence[tuple[float, float]], work_s: float) -> float:
    """Return when windows have done so much work.

    Args:
        starts: Of each group, from when it is free for it, and how many seconds of work it does a second.
    """
    power = weighted = at = 0.0
    ordered = sorted(starts)
    for index, (start, strength) in enumerate(ordered):
        power += strength
        weighted += strength * start
        at = (work_s + weighted) / power
        if index + 1 == len(ordered) or ordered[index + 1][0] >= at:
            break
    return at
