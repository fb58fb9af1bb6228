"""From what was heard to what stands beside the console; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from caller.acts.possible import Act, Why, why_not
from caller.acts.situation import situation_of
from caller.derive import ConsoleInputs
from caller.shown import acts_at, is_shown
from caller.sight.devices import DeviceRow, LinkState, device_rows
from caller.sight.line import Line, in_turn
from core.domain.errors import HallError
from core.domain.floor import WindowView
from core.domain.hall import Hall
from core.domain.text import pick
from core.domain.ticket import LegState
from core.domain.window import WindowStatus


class Tab(StrEnum):
    """What can be looked at, in the order of the keys."""

    LINE = "line"
    WINDOWS = "windows"
    DAY = "day"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class SightInputs:
    """What was heard beside what the console hears.

    Attributes:
        tab: What is looked at; ``None``: nothing.
        line: Who waits for the window; ``None``: it was not listed yet.
        failed: The list did not come.
        windows: The windows of the floor.
        day: The answer of ``GET /api/reports/mine``; ``None``: not yet.
        rated: The answer of ``GET /api/ratings/mine``, of days that are over.
        devices: How the console's own devices are.
    """

    tab: Tab | None = None
    line: Line | None = None
    failed: bool = False
    windows: Mapping[int, WindowView] = field(default_factory=dict)
    day: Mapping[str, Any] | None = None
    rated: Mapping[str, Any] | None = None
    devices: Sequence[DeviceRow] = ()


@dataclass(frozen=True, slots=True)
class LineRow:
    """One who waits.

    Attributes:
        id: The leg's.
        matter: Name of the item or the matter, else of the queue.
        mark: Name of the class, ``""`` for an ordinary visitor.
        not_before: ``hh:mm`` of the hall, where the visitor is not called earlier.
    """

    id: str
    ticket: str
    number: str
    queue: str
    matter: str
    visitor_class: str
    mark: str
    since: datetime
    step: int
    steps: int
    booked: bool
    not_before: str


@dataclass(frozen=True, slots=True)
class BesideRow:
    """A window that serves some of this one's queues.

    Attributes:
        number: The ticket there, ``""``: nobody.
        since: Since when the visitor, else the window, is in this state.
    """

    window: int
    status: WindowStatus
    reason: str
    number: str
    state: LegState | None
    since: datetime | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """What was finished today of one matter."""

    name: str
    finished: int
    mean_s: int | None


@dataclass(frozen=True, slots=True)
class DayProps:
    """The clerk's day.

    Attributes:
        rated: How many ratings of the last days there are, ``None``: it is not known.
        percent: How many of these are satisfied, in per cent.
    """

    finished: int
    mean_s: int | None
    rows: tuple[DayRow, ...]
    rated: int | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class SightProps:
    """What stands beside the console.

    Attributes:
        known: Whether the line was listed.
        more: So many wait beside those in ``line``: the core lists a hundred of a queue.
        cannot_pick: Why nobody can be called out of turn now; ``None``: somebody can.
        picks: Whether the hall lets anybody be called out of turn at all.
        number: Of who is at this window, for the words of ``cannot_pick``.
    """

    tab: Tab | None = None
    known: bool = False
    failed: bool = False
    line: tuple[LineRow, ...] = ()
    more: int = 0
    cannot_pick: Why | None = None
    picks: bool = False
    number: str = ""
    beside: tuple[BesideRow, ...] = ()
    day: DayProps | None = None
    devices: tuple[DeviceRow, ...] = ()
    link: LinkState | None = None


def derive_sight(inputs: SightInputs, console: ConsoleInputs, now: datetime) -> SightProps:
    """Return what is shown; only what is looked at is worked out. ``now`` by the core's clock."""
    hall, tab = console.hall, inputs.tab
    if hall is None or tab is None:
        return SightProps(tab)
    match tab:
        case Tab.LINE:
            return _line(inputs, console, hall, now)
        case Tab.WINDOWS:
            return SightProps(tab, known=True, beside=tuple(_beside(inputs, console, hall)))
        case Tab.DAY:
            day = _day(inputs, console, hall) if inputs.day is not None else None
            return SightProps(tab, known=day is not None, failed=inputs.failed, day=day)
        case Tab.DEVICES:
            link = LinkState(console.live, console.degraded, _clock(hall, console.heard_at))
            return SightProps(tab, known=True, devices=device_rows(inputs.devices), link=link)


def _line(inputs: SightInputs, console: ConsoleInputs, hall: Hall, now: datetime) -> SightProps:
    situation = situation_of(console, now)
    found = in_turn(inputs.line or {}, hall, console.window, now)
    queues = hall.queues_at(console.window)
    here = sum(each.queue in queues for each in found)
    names = _Names(hall, console.language)
    rows = tuple(
        LineRow(
            id=each.id,
            ticket=each.ticket,
            number=each.number,
            queue=each.queue,
            matter=names.matter(each.item, each.matter, each.queue),
            visitor_class=each.visitor_class,
            mark=names.mark(each.visitor_class),
            since=each.since,
            step=each.step,
            steps=each.steps,
            booked=each.booked,
            not_before=_clock(hall, each.ready_at) if each.ready_at and each.ready_at > now else "",
        )
        for each in found
    )
    pinned = sum(each.pin not in (None, console.window) for each in (inputs.line or {}).values())
    waiting = sum(console.waiting.get(queue, 0) for queue in queues)
    return SightProps(
        Tab.LINE,
        known=inputs.line is not None,
        failed=inputs.failed,
        line=rows,
        more=max(0, waiting - here - pinned) if inputs.line is not None else 0,
        cannot_pick=why_not(Act.PICK, situation),
        picks=situation.call_reasons > 0 and is_shown(Act.PICK, acts_at(hall, console.window)),
        number=situation.number,
    )


def _beside(inputs: SightInputs, console: ConsoleInputs, hall: Hall) -> Sequence[BesideRow]:
    served = set(hall.queues_at(console.window))
    names = _Names(hall, console.language)
    views = [
        inputs.windows[each.number]
        for each in hall.windows
        if each.number != console.window and each.number in inputs.windows and served & set(each.queues)
    ]
    return [
        BesideRow(
            window=view.number,
            status=view.status,
            reason=names.pause(view.reason),
            number=view.visitor.number if view.visitor else "",
            state=view.visitor.state if view.visitor else None,
            since=view.visitor.since if view.visitor else view.since,
        )
        # Who works stands first.
        for view in sorted(views, key=lambda view: (view.status is WindowStatus.CLOSED, view.number))
    ]


def _day(inputs: SightInputs, console: ConsoleInputs, hall: Hall) -> DayProps:
    day, rated = inputs.day or {}, (inputs.rated or {}).get("total")
    names = _Names(hall, console.language)
    rows = [
        DayRow(names.matter(each["item"], None, each["queue"]), each["finished"], each["serving"]["mean_s"])
        for each in day["items"]
    ]
    return DayProps(
        finished=day["finished"],
        mean_s=day["serving"]["mean_s"],
        rows=tuple(rows),
        rated=rated["rated"] if rated else None,
        percent=rated["percent"] if rated else None,
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The hall's names in the clerk's language; what is gone from the hall has none."""

    hall: Hall
    language: str

    def matter(self, item: str | None, matter: str | None, queue: str) -> str:
        """Return what somebody came for, as far as it is known."""
        hall = self.hall
        try:
            if hall.has_item(item):
                return self._word(hall.item(item or "").name)
            if any(each.id == matter for each in hall.matters):
                return self._word(hall.matter(matter or "").name)
            return self._word(hall.queue(queue).name)
        except HallError:
            return ""

    def mark(self, visitor_class: str) -> str:
        """Return the name of a class that is not the ordinary one."""
        known = self.hall.classes_by_id.get(visitor_class)
        return "" if known is None or known is self.hall.classes[0] else self._word(known.name)

    def pause(self, reason: str | None) -> str:
        """Return the name of a reason to pause."""
        found = (each for each in self.hall.reasons if (each.act, each.id) == ("pause", reason))
        return next((self._word(each.name) for each in found), "")

    def _word(self, name: Mapping[str, str]) -> str:
        return pick(name, self.language, *self.hall.languages)


def _clock(hall: Hall, at: datetime | None) -> str:
    return at.astimezone(hall.zone_info).strftime("%H:%M") if at else ""
