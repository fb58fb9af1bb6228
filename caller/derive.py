"""From what the console heard to what it shows; pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from caller.moves import Move, legal_moves, moves_by_key, taken_by
from caller.shown import acts_at, with_a_button
from core.domain.console import EVERY, ConsoleAct
from core.domain.errors import HallError
from core.domain.floor import AtWindow, WindowView
from core.domain.hall import Hall
from core.domain.text import pick
from core.domain.ticket import LegState
from core.domain.window import WindowStatus


class NoteKind(Enum):
    """What the status line speaks of; the view has the words."""

    NOBODY_WAITS = auto()
    REFUSED = auto()
    NOT_KNOWN = auto()
    NOT_DONE = auto()
    STILL_TRYING = auto()
    UNREACHABLE = auto()
    FILL_IN = auto()
    LEFT_OPEN = auto()
    RELIEVED = auto()
    SENT_TO = auto()
    ROLE_CHANGED = auto()
    ELSEWHERE = auto()
    CLOSED_BY = auto()
    PAUSED_BY = auto()
    QUEUES_CHANGED = auto()
    CANNOT = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """One line for the clerk.

    Attributes:
        key: Message key of a refusal; of what cannot be done, why (:class:`caller.acts.possible.Why`).
        move: The move that was not done, or of which that is not known.
    """

    kind: NoteKind
    key: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest wait of each queue as the core told it.

    Attributes:
        at: When it was told, by the core's clock.
        seconds: Queue id to the wait of its first one, then; queues where nobody waits are absent.
    """

    at: datetime
    seconds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LastAct:
    """What the window did last that can be taken back.

    Attributes:
        at: When, by the core's clock.
    """

    move: Move
    number: str
    queue: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ConsoleInputs:
    """What the console heard.

    Attributes:
        clerk: Who is signed in here.
        waiting: Queue id to how many wait, of the whole hall.
        live: Whether ``view`` and ``waiting`` are being kept up.
        degraded: Whether the core can write nothing now.
        heard_at: When the core was last heard.
        busy: The move that is under way.
        resting: Whether the last call is too fresh for another.
        asleep: Whether the machine is about to sleep: nothing is sent any more.
        why: Why the visitor of leg ``why_leg`` was called.
        item: Id of the item for which the visitor of leg ``for_leg`` came, if that is known.
        matter: Id of the matter, if it is one of several steps.
        told_leg: The leg of which that was answered last.
        visitor_language: What that visitor reads, empty where it is not known.
        next_queue: Id of the queue of that visit's next step, empty where there is none.
        call_at: When the visitor of leg ``call_leg`` was called last; of a call that was not heard nothing
            is known.
        pass_in_s: So many seconds before the visitor may be passed.
        last: What was heard to be done here last and can be taken back.
        served: Whether somebody was finished here since the clerk came.
    """

    window: int
    clerk: str = ""
    language: str = "zh"
    hall: Hall | None = None
    view: WindowView | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)
    longest: Longest | None = None
    live: bool = False
    degraded: bool = False
    heard_at: datetime | None = None
    busy: Move | None = None
    resting: bool = False
    asleep: bool = False
    note: Note | None = None
    why_leg: str = ""
    why: Mapping[str, Any] = field(default_factory=dict)
    for_leg: str = ""
    item: str | None = None
    matter: str | None = None
    told_leg: str = ""
    visitor_language: str = ""
    next_queue: str = ""
    call_leg: str = ""
    call_at: datetime | None = None
    pass_in_s: int = 0
    last: LastAct | None = None
    served: bool = False


@dataclass(frozen=True, slots=True)
class VisitorProps:
    """Who is at the window.

    Attributes:
        purpose: Name of the item or the matter, empty where only the queue is known.
        step: Which step of the visit this is, of ``steps``.
        mark: Name of the class, empty for an ordinary visitor.
        since: Since when in this state, by the core's clock.
        tier: Place of the tier in the window's profile, 0 where it is not known.
        runner_up: Number of the ticket that would have been next.
    """

    number: str
    queue: str
    purpose: str
    step: int
    steps: int
    mark: str
    state: LegState
    since: datetime
    calls: int
    tier: int
    score: float
    runner_up: str


@dataclass(frozen=True, slots=True)
class QueueProps:
    """One queue of the window's profile."""

    id: str
    name: str
    waiting: int


@dataclass(frozen=True, slots=True)
class ReasonProps:
    """A reason the clerk can pick."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ConsoleProps:
    """What the console shows.

    Attributes:
        known: Whether anything was heard of the window yet.
        status_reason: Name of the reason it is paused for.
        moves: What can be pressed now.
        may_leave: Whether the clerk can sign out now.
        head_since: Since when the one who waits longest does so, by the core's clock.
        offline_since: Wall clock of the hall, ``None`` while live; an empty text where the core was
            never heard.
        degraded: The core is heard, but nothing can be done now.
        by_key: What a keypad can ask for beside ``moves``.
        resting: Whether the last call is too fresh for another.
        mine: Whether this clerk has the window, open or paused.
        pass_in_s: So many seconds before the visitor may be passed.
        acts: What has a button here, by the hall's choice.
        told_leg: The leg of which it was told last what it came for, and whether a step follows.
    """

    window: int
    known: bool
    status: WindowStatus
    status_reason: str
    clerk: str
    visitor: VisitorProps | None
    moves: frozenset[Move]
    busy: Move | None
    may_leave: bool
    queues: tuple[QueueProps, ...]
    total: int
    head_since: datetime | None
    pass_reasons: tuple[ReasonProps, ...]
    pause_reasons: tuple[ReasonProps, ...]
    offline_since: str | None
    degraded: bool
    note: Note | None
    by_key: frozenset[Move]
    resting: bool
    mine: bool
    pass_in_s: int = 0
    acts: frozenset[ConsoleAct] = EVERY
    told_leg: str = ""


def derive(inputs: ConsoleInputs) -> ConsoleProps:
    """Return what the console shows after what it heard."""
    view = inputs.view
    queues = _queues(inputs)
    return ConsoleProps(
        window=inputs.window,
        known=view is not None,
        status=view.status if view else WindowStatus.CLOSED,
        status_reason=_reason_name(inputs, view.reason) if view and view.reason else "",
        clerk=(view.clerk or "") if view else "",
        visitor=_visitor(inputs, view.visitor) if view and view.visitor else None,
        moves=_moves(inputs),
        busy=inputs.busy,
        may_leave=_may_leave(inputs),
        queues=queues,
        total=sum(queue.waiting for queue in queues),
        head_since=_head_since(inputs, queues),
        pass_reasons=_reasons(inputs, "pass"),
        pause_reasons=_reasons(inputs, "pause"),
        offline_since=_offline_since(inputs),
        degraded=inputs.live and inputs.degraded,
        note=_note(inputs),
        by_key=_by_key(inputs),
        resting=inputs.resting,
        mine=_mine(inputs),
        pass_in_s=inputs.pass_in_s,
        acts=acts_at(inputs.hall, inputs.window),
        told_leg=inputs.told_leg,
    )


def pass_in_s(inputs: ConsoleInputs, now: datetime) -> int:
    """Return how many seconds are left before the visitor may be passed (``pass_after_s`` of the queue).

    A visitor whose last call was not heard here may be passed as far as this console knows.
    """
    visitor = inputs.view.visitor if inputs.view else None
    if visitor is None or visitor.state is not LegState.CALLED or inputs.hall is None:
        return 0
    if inputs.call_leg != visitor.leg or inputs.call_at is None:
        return 0
    least_s = inputs.hall.rules_of(visitor.queue).pass_after_s
    left_s = least_s - (now - inputs.call_at).total_seconds()
    return max(0, min(least_s, math.ceil(left_s)))


def can_send(inputs: ConsoleInputs) -> bool:
    """Return whether the core can be asked for anything now."""
    return inputs.live and not inputs.degraded and inputs.busy is None and not inputs.asleep


def _moves(inputs: ConsoleInputs) -> frozenset[Move]:
    if not can_send(inputs):
        return frozenset()
    if taken_by(inputs.view, inputs.clerk):
        return frozenset({Move.OPEN})
    moves = legal_moves(inputs.view)
    not_yet = {Move.CALL_NEXT} if inputs.resting else set()
    moves = moves - not_yet - ({Move.PASS} if inputs.pass_in_s else set())
    return with_a_button(moves, acts_at(inputs.hall, inputs.window))


def _by_key(inputs: ConsoleInputs) -> frozenset[Move]:
    if not can_send(inputs) or taken_by(inputs.view, inputs.clerk):
        return frozenset()
    return with_a_button(moves_by_key(inputs.view), acts_at(inputs.hall, inputs.window))


def _mine(inputs: ConsoleInputs) -> bool:
    view = inputs.view
    if view is None or view.status is WindowStatus.CLOSED:
        return False
    return not taken_by(view, inputs.clerk)


def _note(inputs: ConsoleInputs) -> Note | None:
    note = inputs.note
    if note is not None and note.kind is NoteKind.NOBODY_WAITS and inputs.view and inputs.view.visitor:
        note = None  # somebody came to the window without being called: resumed, taken back, or walked in
    return note or _taken(inputs)


def _taken(inputs: ConsoleInputs) -> Note | None:
    """Say who else is at the window: who typed a wrong number must see it, and may still take it over."""
    other = taken_by(inputs.view, inputs.clerk)
    params = {"window": inputs.window, "clerk": other}
    return Note(NoteKind.REFUSED, "window.taken", params) if other else None


def _may_leave(inputs: ConsoleInputs) -> bool:
    """Where nothing can be done the clerk can go home; else nobody is left standing at the window."""
    if not inputs.live or inputs.degraded or inputs.view is None:
        return True
    if taken_by(inputs.view, inputs.clerk):
        return inputs.busy is None
    return inputs.busy is None and inputs.view.visitor is None


def _words(inputs: ConsoleInputs, text: Mapping[str, str]) -> str:
    languages = inputs.hall.languages if inputs.hall else ()
    return pick(text, inputs.language, *languages)


def _queue_name(inputs: ConsoleInputs, queue: str) -> str:
    try:
        return _words(inputs, inputs.hall.queue(queue).name) if inputs.hall else ""
    except HallError:
        return ""


def _purpose(inputs: ConsoleInputs) -> str:
    """Return the item's name, else the matter's; both may be gone from the hall by now."""
    hall = inputs.hall
    if hall is None:
        return ""
    try:
        if inputs.item is not None:
            return _words(inputs, hall.item(inputs.item).name)
        return _words(inputs, hall.matter(inputs.matter).name) if inputs.matter is not None else ""
    except HallError:
        return ""


def _class_mark(inputs: ConsoleInputs, visitor_class: str) -> str:
    hall = inputs.hall
    if hall is None or not hall.classes or visitor_class == hall.classes[0].id:
        return ""
    try:
        return _words(inputs, hall.visitor_class(visitor_class).name)
    except HallError:
        return ""


def _visitor(inputs: ConsoleInputs, visitor: AtWindow) -> VisitorProps:
    why = inputs.why if inputs.why_leg == visitor.leg else {}
    return VisitorProps(
        number=visitor.number,
        queue=_queue_name(inputs, visitor.queue),
        purpose=_purpose(inputs) if inputs.for_leg == visitor.leg else "",
        step=visitor.step,
        steps=visitor.steps,
        mark=_class_mark(inputs, visitor.visitor_class),
        state=visitor.state,
        since=visitor.since,
        calls=visitor.calls,
        tier=int(why.get("tier") or 0),
        score=float(why.get("score") or 0.0),
        runner_up=str((why.get("runner_up") or {}).get("number", "")),
    )


def _queues(inputs: ConsoleInputs) -> tuple[QueueProps, ...]:
    if inputs.hall is None:
        return ()
    try:
        window = inputs.hall.window(inputs.window)
    except HallError:
        return ()
    return tuple(
        QueueProps(queue, _queue_name(inputs, queue), inputs.waiting.get(queue, 0)) for queue in window.queues
    )


def _head_since(inputs: ConsoleInputs, queues: tuple[QueueProps, ...]) -> datetime | None:
    if inputs.longest is None:
        return None
    waits = [inputs.longest.seconds.get(queue.id, 0) for queue in queues if queue.waiting > 0]
    longest_s = max(waits, default=0)
    return inputs.longest.at - timedelta(seconds=longest_s) if longest_s > 0 else None


def _reasons(inputs: ConsoleInputs, act: str) -> tuple[ReasonProps, ...]:
    if inputs.hall is None:
        return ()
    return tuple(
        ReasonProps(each.id, _words(inputs, each.name)) for each in inputs.hall.reasons if each.act == act
    )


def _reason_name(inputs: ConsoleInputs, reason: str) -> str:
    return next((each.name for each in _reasons(inputs, "pause") if each.id == reason), "")


def _offline_since(inputs: ConsoleInputs) -> str | None:
    if inputs.live:
        return None
    if inputs.heard_at is None or inputs.hall is None:
        return ""
    return inputs.heard_at.astimezone(inputs.hall.zone_info).strftime("%H:%M")
