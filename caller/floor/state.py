"""From what the floor's window heard to what it shows; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from core.domain.floor import WindowView
from core.domain.hall import Hall, Window
from core.domain.people import Role
from core.domain.text import pick
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

DIRECTS = (Role.SUPERVISOR.value, Role.ADMIN.value)
"""Roles that open windows and say what they serve; the core holds the same."""


class Lateness(IntEnum):
    """How long the first one waits, against the thresholds."""

    FINE = 0
    LATE = 1
    VERY_LATE = 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many minutes a wait is late."""

    late_min: int = 15
    very_late_min: int = 30

    def of(self, minutes: int | None) -> Lateness:
        """Return how late a wait of so many minutes is; nobody waits: not at all."""
        if minutes is None or minutes < self.late_min:
            return Lateness.FINE
        return Lateness.VERY_LATE if minutes >= self.very_late_min else Lateness.LATE


@dataclass(frozen=True, slots=True)
class QueueTold:
    """A queue as ``GET /api/queues`` told it.

    Attributes:
        longest_s: How long its first one had waited then, ``None``: nobody waited.
        wait_min: What somebody who comes now waits, at least and at most; ``None``: not known.
        open: Whether it issues numbers.
        windows: Open windows that serve it.
    """

    longest_s: int | None = None
    wait_min: tuple[int, int] | None = None
    open: bool = True
    windows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FloorInputs:
    """What was heard.

    Attributes:
        zone: The zone looked at, ``""``: the whole hall.
        told_at: When ``told`` was told, by the core's clock.
        now: The instant by the core's clock.
    """

    name: str = ""
    role: str = "guide"
    language: str = "zh"
    zone: str = ""
    hall: Hall | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)
    windows: Mapping[int, WindowView] = field(default_factory=dict)
    told: Mapping[str, QueueTold] = field(default_factory=dict)
    told_at: datetime | None = None
    now: datetime | None = None
    live: bool = False
    degraded: bool = False
    heard_at: datetime | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone at a glance.

    Attributes:
        longest_min: How long the first one of all its queues waits.
        wait_min: The estimate of its slowest open queue.
    """

    id: str
    name: str
    waiting: int
    longest_min: int | None
    lateness: Lateness
    open: int
    paused: int
    windows: int
    wait_min: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A queue of the zone looked at."""

    id: str
    name: str
    prefix: str
    waiting: int
    longest_min: int | None
    lateness: Lateness
    windows: tuple[int, ...]
    wait_min: tuple[int, int] | None
    issues: bool


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A window of the zone looked at.

    Attributes:
        reason: Name of what it is paused for.
        number: The ticket at the window, ``""``: nobody.
        since: Since when the visitor, else the window, is in this state: ``hh:mm`` of the hall.
        serves: Names of what it serves; tiers are parted by ``;``.
    """

    window: int
    status: WindowStatus
    reason: str
    clerk: str
    number: str
    state: LegState | None
    since: str
    serves: str


@dataclass(frozen=True, slots=True)
class FloorProps:
    """What the floor's window shows.

    Attributes:
        directs: Whether windows can be opened, closed and given other queues by who is signed in.
        offline_since: ``hh:mm`` of the hall, ``""`` while all is well.
    """

    name: str
    role: str
    directs: bool
    known: bool
    live: bool
    degraded: bool
    offline_since: str
    zone: str
    zones: tuple[ZoneRow, ...]
    queues: tuple[QueueRow, ...]
    windows: tuple[WindowRow, ...]

    @property
    def may_act(self) -> bool:
        """Whether something can be asked of the core now."""
        return self.live and not self.degraded


def derive_floor(inputs: FloorInputs) -> FloorProps:
    """Return what is shown."""
    hall = inputs.hall
    zones = hall.zones if hall else ()
    zone = inputs.zone if any(each.id == inputs.zone for each in zones) else ""
    return FloorProps(
        name=inputs.name,
        role=inputs.role,
        directs=inputs.role in DIRECTS,
        known=hall is not None,
        live=inputs.live,
        degraded=inputs.degraded,
        offline_since="" if inputs.live or hall is None else _clock(hall, inputs.heard_at),
        zone=zone,
        zones=tuple(_zone_row(inputs, hall, each.id) for each in zones) if hall else (),
        queues=tuple(_queue_rows(inputs, hall, zone)) if hall else (),
        windows=tuple(_window_rows(inputs, hall, zone)) if hall else (),
    )


def told_of(body: Mapping[str, Any]) -> dict[str, QueueTold]:
    """Return the queues of an answer of ``GET /api/queues``."""
    return {each["id"]: _told(each) for each in body["queues"]}


def serves_text(hall: Hall, window: Window, language: str) -> str:
    """Return the names of what a window serves, e.g. ``"Tax; Notary, Permits @ 20"``."""
    tiers = []
    for tier in window.tiers:
        names = ", ".join(pick(hall.queue(queue).name, language) for queue in tier.queues)
        over = tier.when_wait_over_min
        tiers.append(names if over is None else f"{names} @ {over:g}")
    return "; ".join(tiers)


def _told(queue: Mapping[str, Any]) -> QueueTold:
    wait = queue.get("estimate")
    return QueueTold(
        longest_s=queue.get("longest_s"),
        wait_min=(round(wait["p50_s"] / 60), round(wait["p90_s"] / 60)) if wait else None,
        open=bool(queue.get("open", True)),
        windows=tuple(queue.get("windows", ())),
    )


def _zone_row(inputs: FloorInputs, hall: Hall, zone: str) -> ZoneRow:
    queues = [each.id for each in hall.queues if each.zone == zone]
    views = [inputs.windows.get(each.number) for each in hall.windows if each.zone == zone]
    statuses = [view.status if view else WindowStatus.CLOSED for view in views]
    longest = _most(_longest_min(inputs, queue) for queue in queues)
    told = [inputs.told.get(queue, QueueTold()) for queue in queues]
    waits = [each.wait_min for each in told if each.wait_min is not None and each.open]
    return ZoneRow(
        id=zone,
        name=next(pick(each.name, inputs.language) for each in hall.zones if each.id == zone),
        waiting=sum(inputs.waiting.get(queue, 0) for queue in queues),
        longest_min=longest,
        lateness=inputs.thresholds.of(longest),
        open=statuses.count(WindowStatus.OPEN),
        paused=statuses.count(WindowStatus.PAUSED),
        windows=len(statuses),
        wait_min=max(waits, key=lambda wait: wait[1], default=None),
    )


def _queue_rows(inputs: FloorInputs, hall: Hall, zone: str) -> Iterable[QueueRow]:
    for queue in hall.queues:
        if zone in ("", queue.zone):
            told = inputs.told.get(queue.id, QueueTold())
            longest = _longest_min(inputs, queue.id)
            yield QueueRow(
                id=queue.id,
                name=pick(queue.name, inputs.language),
                prefix=queue.prefix,
                waiting=inputs.waiting.get(queue.id, 0),
                longest_min=longest,
                lateness=inputs.thresholds.of(longest),
                windows=told.windows,
                wait_min=told.wait_min,
                issues=told.open,
            )


def _window_rows(inputs: FloorInputs, hall: Hall, zone: str) -> Iterable[WindowRow]:
    reasons = {(each.act, each.id): pick(each.name, inputs.language) for each in hall.reasons}
    for window in hall.windows:
        if zone in ("", window.zone):
            view = inputs.windows.get(window.number) or WindowView(window.number, window.zone)
            visitor = view.visitor
            yield WindowRow(
                window=window.number,
                status=view.status,
                reason=reasons.get(("pause", view.reason or ""), view.reason or ""),
                clerk=view.clerk or "",
                number=visitor.number if visitor else "",
                state=visitor.state if visitor else None,
                since=_clock(hall, visitor.since if visitor else view.since),
                serves=serves_text(hall, window, inputs.language),
            )


def _longest_min(inputs: FloorInputs, queue: str) -> int | None:
    """Return how long a queue's first one waits by now; told for a queue that is empty since, it is old."""
    told = inputs.told.get(queue)
    if told is None or told.longest_s is None or not inputs.waiting.get(queue, 0):
        return None
    since_s = (inputs.now - inputs.told_at).total_seconds() if inputs.now and inputs.told_at else 0.0
    return int(told.longest_s + max(0.0, since_s)) // 60


def _most(minutes: Iterable[int | None]) -> int | None:
    return max((each for each in minutes if each is not None), default=None)


def _clock(hall: Hall, at: datetime | None) -> str:
    return at.astimezone(hall.zone_info).strftime("%H:%M") if at else ""
