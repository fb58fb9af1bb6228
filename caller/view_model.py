"""A signed-in clerk's console: hears the core, shows props, sends moves."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from caller.acts.panel import Acts
from caller.derive import ConsoleInputs, LastAct, Longest, Note, NoteKind, can_send, derive, pass_in_s
from caller.elapsed import Clock, CoreClock, wall_clock
from caller.moves import EVENT_OF, Move, path_of, taken_by
from caller.presses import NOT_DONE, Presses
from caller.sight.model import Sight
from caller.told import NEVER_AGAIN, refused, told_of
from caller.why_not import PLAIN, why_not
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.event import Event, EventKind
from core.domain.floor import states_of
from core.domain.ticket import LegState

log = logging.getLogger(__name__)

CALL_GAP_MS = 1500
"""So long after a call the next one is not taken: a double click would finish a visitor never served."""
LONGEST_DELAY_MS = 5000
"""The longest wait is asked for at most so often: 251 consoles that ask every second slow the core."""
TICK_MS = 1000
PROBE_MS = 10_000
"""While the line is down it is asked so often whether the core still knows this clerk."""


class Console(QObject):
    """What one window's console knows and does.

    Attributes:
        props: What is shown; as new as the last ``changed``.
        core_clock: The core's clock, for lengths of time.
        acts: The second level: every other act of the rules.
        sight: What can be looked at beside it.

    Signals:
        changed: ``props`` are new.
        ticked: A second has passed; lengths of time are new.
        left(object): The clerk is signed out; a :class:`Note` for the sign-in page, or ``None``.
    """

    changed = Signal()
    ticked = Signal()
    left = Signal(object)

    def __init__(
        self,
        link: Link,
        window: int,
        *,
        clerk: str = "",
        language: str = "zh",
        clock: Clock = wall_clock,
        call_gap_ms: int = CALL_GAP_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._presses = Presses(link, self)
        self._presses.unsure.connect(self._unsure)
        self._call_gap_ms = call_gap_ms
        self._inputs = ConsoleInputs(window=window, clerk=clerk, language=language)
        self._request = 0
        self._leaving = False
        self._over: Note | None = None
        self._asking_longest = False
        self.core_clock = CoreClock(clock)
        self.props = derive(self._inputs)
        self._rest = self._timer(call_gap_ms, self._rested, single=True)
        self._longest_delay = self._timer(LONGEST_DELAY_MS, self._ask_longest_now, single=True)
        self._tick = self._timer(TICK_MS, self.ticked.emit)
        self._probe = self._timer(PROBE_MS, self._ask_longest)
        link.hall_changed.connect(self._hear)
        link.floor_changed.connect(self._hear)
        link.happened.connect(self._happened)
        link.snapshot_taken.connect(self._waiting_changed)
        link.went_live.connect(self._went_live)
        link.went_dark.connect(self._went_dark)
        link.degraded_changed.connect(self._hear)
        self.ticked.connect(self._count_down)
        self.acts = Acts(self, link)
        self.sight = Sight(self, link)

    @property
    def inputs(self) -> ConsoleInputs:
        """What the console heard."""
        return self._inputs

    @property
    def link(self) -> Link:
        """The line of the signed-in clerk."""
        return self._link

    def start(self) -> None:
        """Open the line to the core."""
        self._tick.start()
        self._link.start(window=str(self._inputs.window), beside="true")
        self._hear()

    def stop(self) -> None:
        """Close the line; nothing is emitted any more."""
        for timer in (self._tick, self._rest, self._longest_delay, self._probe):
            timer.stop()
        self.sight.stop()
        self._link.stop()

    def use_language(self, language: str) -> None:
        """Give the hall's names in ``language``."""
        self._update(replace(self._inputs, language=language))

    def press(self, move: Move, reason: str | None = None) -> None:
        """Do ``move`` if it is legal now; a press while another one is under way is passed over."""
        if move not in self.props.moves | self.props.by_key:
            return
        self._send(move, {} if reason is None else {"reason": reason})

    def say_why_not(self, move: Move) -> None:
        """Answer a key that can do nothing now with the reason."""
        why = why_not(move, self.props)
        if why in PLAIN:
            visitor = self.props.visitor
            params = {"number": visitor.number if visitor else "", "seconds": self.props.pass_in_s}
            self._update(replace(self._inputs, note=Note(NoteKind.CANNOT, why.value, params, move)))

    def do(self, move: Move, body: Mapping[str, Any]) -> bool:
        """Do ``move`` with what was chosen for it; returns whether it was sent.

        Nothing is sent while another one is under way, without a line, or where somebody else works.
        """
        inputs = self._inputs
        if not can_send(inputs) or inputs.view is None or taken_by(inputs.view, inputs.clerk):
            return False
        self._send(move, body)
        return True

    def hold(self, asleep: bool) -> None:
        """Send nothing, also not for a keypad, while the machine is about to sleep."""
        self._update(replace(self._inputs, asleep=asleep))

    def sign_out(self) -> None:
        """Close the window if it is at work, then leave; without a line, leave it as it stands."""
        if not self.props.may_leave:
            return
        if Move.CLOSE in self.props.moves:
            self._leaving = True
            self.press(Move.CLOSE)
            return
        closed = self._inputs.live and not self._inputs.degraded
        self._leave(None if closed else Note(NoteKind.LEFT_OPEN, params={"window": self._inputs.window}))

    def _send(self, move: Move, body: Mapping[str, Any]) -> None:
        self._request += 1
        request = self._request
        self._update(replace(self._inputs, busy=move, note=None))
        body = dict(body)
        path = path_of(self._inputs.window, move, body.pop("result", ""))
        self._presses.post(path, body, lambda reply: self._answered(request, move, reply))

    def _timer(self, interval_ms: int, slot: Any, *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(single)
        timer.timeout.connect(slot)
        return timer

    def _update(self, inputs: ConsoleInputs) -> None:
        inputs = self._inputs = replace(inputs, pass_in_s=pass_in_s(inputs, self.core_clock.now()))
        old, self.props = self.props, derive(inputs)
        if self.props != old:
            self.changed.emit()

    def _count_down(self) -> None:
        if self._inputs.pass_in_s:
            self._update(self._inputs)

    def _hear(self) -> None:
        self._look()
        visitor = self._inputs.view.visitor if self._inputs.view else None
        if visitor is not None and visitor.leg != self._inputs.for_leg and self._inputs.live:
            inputs = replace(self._inputs, for_leg=visitor.leg, item=None, matter=None)
            self._update(replace(inputs, next_queue="", visitor_language=""))
            self._link.get(f"/api/tickets/{visitor.ticket}", lambda reply: self._told_of(visitor.leg, reply))

    def _told_of(self, leg: str, reply: Reply) -> None:
        """Take in what the visitor came for; the feed, which public screens hear, does not tell it."""
        if leg != self._inputs.for_leg:
            return
        match reply:
            case Answer(body=body):
                legs = {each["leg"]: each for each in body["legs"]}
                item = legs[leg]["item"] if leg in legs else None
                step = int(legs.get(leg, {}).get("step") or 0)
                to_come = _queues_after(body["legs"], step)
                inputs = replace(self._inputs, item=item, matter=body["matter"], next_queue=to_come)
                inputs = replace(inputs, told_leg=leg, visitor_language=str(body.get("lang") or ""))
                self._update(inputs)
            case _:
                log.info("what the visitor came for was not told: %s", reply)

    def _look(self) -> None:
        link = self._link
        self._update(
            replace(
                self._inputs,
                hall=link.hall,
                view=link.floor.windows.get(self._inputs.window),
                waiting=dict(link.floor.waiting),
                live=link.live,
                degraded=link.degraded,
                heard_at=link.live_since,
            )
        )

    def _went_live(self) -> None:
        self._probe.stop()
        self._hear()
        self._waiting_changed()

    def _went_dark(self) -> None:
        self._probe.start()
        self._hear()

    def _happened(self, event: Event) -> None:
        if self._link.live:
            self.core_clock.heard(event.at)
        queue = event.data.get("queue")
        if any(queue == each.id for each in self.props.queues):
            self._queue_moved(event)
        if event.window == self._inputs.window:
            self._happened_here(event)
        self._tell_of(event)

    def _tell_of(self, event: Event) -> None:
        """Say what somebody else did; who was signed out leaves once it is known what became of a press."""
        note = told_of(event, window=self._inputs.window, clerk=self._inputs.clerk)
        if note is None:
            return
        if note.kind in (NoteKind.RELIEVED, NoteKind.SENT_TO):
            self._over = note
            if self._inputs.busy is None:
                self._leave(note)
        else:
            self._update(replace(self._inputs, note=note))

    def _queue_moved(self, event: Event) -> None:
        self._waiting_changed()
        note = self._inputs.note
        _, state = states_of(event)
        if state is LegState.WAITING and note is not None and note.kind is NoteKind.NOBODY_WAITS:
            self._update(replace(self._inputs, note=None))

    def _happened_here(self, event: Event) -> None:
        inputs = self._inputs
        if event.kind is EventKind.CALLED:
            inputs = replace(inputs, why_leg=event.leg or "", why=event.data.get("why") or {}, note=None)
            inputs = self._resting(inputs)
        if event.kind in (EventKind.CALLED, EventKind.RECALLED):
            inputs = replace(inputs, call_leg=event.leg or "", call_at=event.at)
        inputs = replace(
            inputs,
            last=_last_after(inputs.last, event),
            served=inputs.served or event.kind is EventKind.DONE,
        )
        if inputs.busy is not None and event.kind is EVENT_OF.get(inputs.busy) and self._is_ours(event):
            inputs = replace(inputs, busy=None, note=None)
        self._update(inputs)
        if self._leaving and event.kind is EventKind.WINDOW_CLOSED:
            self._leave(None)

    def _is_ours(self, event: Event) -> bool:
        """Whether it may be this console that did it: another clerk's act ends no press of this one."""
        clerk = self._inputs.clerk
        return not clerk or event.data.get("by", "") in ("", f"clerk:{clerk}")

    def _unsure(self) -> None:
        if self._inputs.busy is not None:
            self._update(replace(self._inputs, note=Note(NoteKind.NOT_KNOWN, move=self._inputs.busy)))

    def _resting(self, inputs: ConsoleInputs) -> ConsoleInputs:
        if self._call_gap_ms <= 0:
            return inputs
        self._rest.start()
        return replace(inputs, resting=True)

    def _rested(self) -> None:
        self._update(replace(self._inputs, resting=False))

    def _answered(self, request: int, move: Move, reply: Reply) -> None:
        if request != self._request:
            return  # The feed told it before the answer came, and the clerk went on.
        inputs, note = self._inputs, _note_of(move, reply, self._inputs.window)
        if inputs.busy is None and isinstance(reply, Answer):
            note = inputs.note  # As the feed told.
        inputs = replace(inputs, busy=None, note=note)
        calls = move in (Move.CALL_NEXT, Move.CALL)
        called = isinstance(reply, Answer) and calls and reply.body.get("ticket")
        self._update(self._resting(inputs) if called else inputs)
        match reply:
            case Refused(key=key) if key in NEVER_AGAIN:
                self._leave(inputs.note)
            case _ if self._over is not None:
                self._leave(replace(self._over, move=None if isinstance(reply, Answer) else move))
            case Answer() if self._leaving:
                self._leave(None)
            case _:
                self._leaving = False

    def _leave(self, note: Note | None) -> None:
        self._leaving = False
        self._request += 1
        self.stop()
        self.left.emit(note)

    def _waiting_changed(self) -> None:
        if not self._longest_delay.isActive():
            self._longest_delay.start()

    def _ask_longest_now(self) -> None:
        """Ask what the core may answer; once the line is back it is asked anyhow."""
        if self._link.live:
            self._ask_longest()

    def _ask_longest(self) -> None:
        if self._asking_longest:
            self._longest_delay.start()
            return
        self._asking_longest = True
        self._link.get("/api/queues", self._longest_came)

    def _longest_came(self, reply: Reply) -> None:
        self._asking_longest = False
        match reply:
            case Answer(body=body):
                longest = Longest(self.core_clock.now(), _longest_of(body))
                self._update(replace(self._inputs, longest=longest))
            case Refused(key=key, params=params) if key in NEVER_AGAIN:
                self._leave(refused(key, params, self._inputs.window))
            case _:
                log.info("the longest wait did not come: %s", reply)


def _note_of(move: Move, reply: Reply, window: int) -> Note | None:
    match reply:
        case Answer(body={"ticket": None}) if move is Move.CALL_NEXT:
            return Note(NoteKind.NOBODY_WAITS)
        case Answer():
            return None
        case Refused(key=key) if key == NOT_DONE:
            return Note(NoteKind.NOT_DONE, move=move)
        case Refused(key=key, params=params):
            return refused(key, params, window, move)
        case _:
            return Note(NoteKind.NOT_KNOWN, move=move)


_CAN_BE_TAKEN_BACK = {
    EventKind.DONE: Move.FINISH,
    EventKind.PASSED: Move.PASS,
    EventKind.TRANSFERRED: Move.TRANSFER,
}


def _last_after(last: LastAct | None, event: Event) -> LastAct | None:
    """Return what can be taken back after an event of the window."""
    move = _CAN_BE_TAKEN_BACK.get(event.kind)
    if move is not None and event.data.get("from", "called") in ("called", "serving"):
        return LastAct(move, str(event.data["number"]), str(event.data["queue"]), event.at)
    return None if event.kind is EventKind.RESTORED and event.data.get("undo") else last


def _queues_after(legs: Sequence[Mapping[str, Any]], step: int) -> str:
    """Return the queue of the next step of a visit that is still planned, or nothing."""
    planned = [each for each in legs if each.get("state") == "planned" and each["step"] > step]
    return str(min(planned, key=lambda each: int(each["step"]))["queue"]) if planned else ""


def _longest_of(body: Mapping[str, Any]) -> dict[str, int]:
    return {queue["id"]: int(queue["longest_s"]) for queue in body["queues"] if queue.get("longest_s")}
