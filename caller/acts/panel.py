"""The second level as an object: opens, hears what is pressed, asks the core for lists, sends the act."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from shiboken6 import isValid

from caller.acts.draft import Draft, Found, changes, in_turn
from caller.acts.possible import Act, opens
from caller.acts.results import AN_ID
from caller.acts.showing import CLOSED, ActsProps, Known, Row, acts_props, leg_here
from caller.acts.situation import item_of, situation_of, undo_left_s
from caller.acts.spelling import spellings
from caller.acts.told import ListEnd, ToldList, told_list
from caller.derive import ConsoleInputs, NoteKind
from caller.elapsed import CoreClock
from caller.moves import Move
from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.event import Event
from core.domain.hall import Hall

log = logging.getLogger(__name__)

ASK_AGAIN_MS = 1000
"""While a list is on the screen the core is asked again at most so often."""

_AT_ONCE = {Act.UNDO: Move.UNDO, Act.RATING: Move.ASK_RATING}
_OF_RESULTS = {"ready": Move.READY, "collected": Move.COLLECTED, "withdraw": Move.WITHDRAW}
_LISTS = frozenset({Act.SUSPENDED, Act.PICK})


class Desk(Protocol):
    """What the second level asks of the console: a :class:`caller.view_model.Console`."""

    core_clock: CoreClock

    @property
    def inputs(self) -> ConsoleInputs:
        """What it heard."""

    @property
    def changed(self) -> SignalInstance:
        """What it shows is new."""

    @property
    def ticked(self) -> SignalInstance:
        """A second has passed."""

    def do(self, move: Move, body: Mapping[str, Any]) -> bool:
        """Do a move with what was chosen for it."""


class TellsOnce(Protocol):
    """Prints told-once lists: a :class:`caller.printing.ListPrinter`."""

    @property
    def trouble(self) -> str:
        """Message key of why nothing would come out now, ``""`` where all is well."""

    @property
    def changed(self) -> SignalInstance:
        """``trouble`` may be another."""

    def print(self, told: ToldList, done: Callable[[ListEnd], None], /) -> None:
        """Print a list; ``done`` gets what became of it, later."""


class Acts(QObject):
    """The page of acts of one console.

    Attributes:
        props: What is shown; as new as the last ``changed``.
        tells_once: Prints told-once lists, ``None`` where there is no printer.

    Signals:
        changed: ``props`` are new.
        list_ended(object): A list was printed or not, a :class:`caller.acts.told.ListEnd`.
    """

    changed = Signal()
    list_ended = Signal(object)

    def __init__(self, desk: Desk, link: Link, *, ask_again_ms: int = ASK_AGAIN_MS) -> None:
        super().__init__(desk if isinstance(desk, QObject) else None)
        self._desk = desk
        self._link = link
        self._draft: Draft | None = None
        self._spelt: tuple[Hall, Mapping[str, tuple[str, ...]]] | None = None
        self._ask = 0
        self._again = QTimer(self, singleShot=True, interval=ask_again_ms)
        self._again.timeout.connect(self._ask_list)
        self.props: ActsProps = CLOSED
        self.tells_once: TellsOnce | None = None
        self._sending: ToldList | None = None
        self._told: ToldList | None = None
        desk.changed.connect(self._derive)
        desk.changed.connect(self._print_of_sent_back)
        desk.ticked.connect(self._derive)
        link.happened.connect(self._happened)

    def use_printer(self, printer: TellsOnce | None) -> None:
        """Print lists by ``printer``; without one the page says that there is none."""
        if self.tells_once is not None:
            self.tells_once.changed.disconnect(self._derive)
        self.tells_once = printer
        if printer is not None:
            printer.changed.connect(self._derive)
        self._derive()

    def toggle(self) -> None:
        """Open the list of acts, or close what is open."""
        self._set(Draft() if self._draft is None else None)

    def pick(self, ticket: str, found: tuple[Found, ...]) -> None:
        """Ask for the reason to call a ticket out of turn; ``found`` is the list it was chosen from."""
        if opens(Act.PICK, self._known().situation):
            self._set(Draft(Act.PICK, leg_here(self._desk.inputs), f"ticket:{ticket}", found=found))

    def back(self) -> None:
        """Go one step back; from the list of acts, close."""
        draft = self._draft
        if draft is None or draft.act is None:
            self._set(None)
        elif draft.target:
            self._set(replace(draft, target="", query=""))
        else:
            self._set(Draft())

    def search(self, query: str) -> None:
        """Show what ``query`` finds."""
        if self._draft is not None and self.props.searched:
            self._set(replace(self._draft, query=query))

    def key(self, text: str) -> bool:
        """Press what has that key; returns whether anything has."""
        rows = (*self.props.rows, *self.props.below)
        row = next((each for each in rows if text and each.key == text), None)
        if row is not None:
            self.choose(row.id)
        return row is not None

    def choose_first(self) -> None:
        """Press the first row that can be pressed: what Enter does in the search."""
        if self._may_become_another():
            return
        row = next((each for each in self.props.rows if each.enabled), None)
        if row is not None:
            self.choose(row.id)

    def _may_become_another(self) -> bool:
        """Whether the first row is not what the clerk meant by Enter.

        The next step is not known yet, and may come just now; or one was sent, and the next one stands there.
        """
        draft, inputs = self._draft, self._desk.inputs
        if draft is None or draft.query:
            return False
        return draft.sent or (draft.act is Act.TRANSFER and inputs.told_leg != leg_here(inputs))

    def choose(self, row_id: str) -> None:
        """Press a row, if it can be pressed now."""
        self._derive()
        if self._draft is None or not self._able(row_id):
            return
        kind, _, which = row_id.partition(":")
        chosen: Callable[[Draft, str], None] = {
            "act": self._begin,
            "reason": self._reason,
            "target": self._target,
            "ticket": self._ticket,
            "walk": lambda _, queue: self._send(Move.WALK_IN, {"queue": queue}),
            "toggle": self._turn,
            "paper": self._tick,
            "do": self._do,
            **dict.fromkeys(("ready", "listed", "collected", "withdraw"), self._result(kind)),
        }[kind]
        chosen(self._draft, which)

    def _able(self, row_id: str) -> bool:
        rows: tuple[Row, ...] = (*self.props.rows, *self.props.below)
        return any(each.id == row_id and each.enabled for each in rows)

    def _begin(self, _draft: Draft, which: str) -> None:
        act = Act(which)
        if not opens(act, self._known().situation):
            return
        if act in _AT_ONCE:
            self._send(_AT_ONCE[act], {})
            return
        self._set(Draft(act, leg_here(self._desk.inputs)))
        if act in _LISTS:
            self._ask_list()

    def _reason(self, draft: Draft, which: str) -> None:
        said = {"reason": which} if which else {}
        match draft.act:
            case Act.OUTCOME:
                self._send(Move.FINISH, {"outcome": which} if which else {})
            case Act.PASS:
                self._send(Move.PASS, said)
            case Act.NO_PAPERS | Act.PAPERS_LEFT | Act.STEP:
                self._send(Move.SUSPEND, {"kind": draft.act.value, **said})
            case Act.PICK:
                self._send(Move.CALL, {"ticket": draft.target.partition(":")[2], **said})
            case Act.TRANSFER:
                self._send(Move.TRANSFER, _sent_on(draft) | said)

    def _target(self, draft: Draft, which: str) -> None:
        if which == "next":
            self._send(Move.FINISH, {})
        else:
            self._set(replace(draft, target=which, query=""))

    def _ticket(self, draft: Draft, which: str) -> None:
        if draft.act is Act.SUSPENDED:
            self._send(Move.RESUME, {"ticket": which})
        else:
            self._set(replace(draft, target=f"ticket:{which}"))

    def _result(self, kind: str) -> Callable[[Draft, str], None]:
        def chosen(draft: Draft, which: str) -> None:
            if kind == "listed":
                self._set(replace(draft, target=f"{AN_ID}{which}", query=""))
                return
            said = {"text": which} if kind == "ready" else {"result": which}
            self._send(_OF_RESULTS[kind], said)
            # The page stays: there the clerk sees that it is done, and mostly has more of them.
            self._set(Draft(Act.RESULT, leg_here(self._desk.inputs), sent=True))

        return chosen

    def _turn(self, draft: Draft, which: str) -> None:
        self._set(
            replace(draft, first=not draft.first) if which == "first" else replace(draft, back=not draft.back)
        )

    def _tick(self, draft: Draft, which: str) -> None:
        self._set(replace(draft, ticked=draft.ticked ^ {which}, printing=""))

    def _do(self, draft: Draft, which: str) -> None:
        if which == "fresh":
            self._set(replace(draft, found=draft.fresh, fresh=None))
        elif which == "send":
            self._send_back(draft)
        elif which == "again":
            self._print(self._told)
        else:
            self._print(self._list(draft))

    def _in_order(self, ticked: frozenset[str]) -> list[str]:
        item = item_of(self._desk.inputs)
        return [each.id for each in item.materials if each.id in ticked] if item else []

    def _list(self, draft: Draft) -> ToldList | None:
        return told_list(self._desk.inputs, draft.ticked, self._desk.core_clock.now())

    def _send_back(self, draft: Draft) -> None:
        """Finish with what is missing; the list is printed once the core has done that."""
        told = self._list(draft)
        self._send(Move.FINISH, {"missing": self._in_order(draft.ticked)}, told)

    def _print_of_sent_back(self) -> None:
        told, inputs = self._sending, self._desk.inputs
        if told is None or inputs.busy is not None or inputs.view is None:
            return
        refused = inputs.note is not None and inputs.note.kind in (NoteKind.REFUSED, NoteKind.NOT_DONE)
        if refused:
            self._sending = None
        elif leg_here(inputs) != told.leg:
            self._sending = None
            self._print(told)

    def _print(self, told: ToldList | None) -> None:
        if told is None:
            return
        self._told = told
        if self.tells_once is None:
            self._derive()
            return
        draft = self._draft
        if draft is not None and draft.act is Act.TOLD:
            self._set(replace(draft, printing="pending", wrong=""))
        self.tells_once.print(told, self._printed)

    def _printed(self, end: ListEnd) -> None:
        if not isValid(self):
            return  # The clerk went home before the paper came.
        draft = self._draft
        if draft is not None and draft.act is Act.TOLD:
            self._set(replace(draft, printing=end.state, wrong=end.key))
        self.list_ended.emit(end)

    def _send(self, move: Move, body: Mapping[str, Any], told: ToldList | None = None) -> None:
        """Send the act and close; how it went, the console's own line says."""
        self._sending = told
        if self._desk.do(move, body):
            self._set(None)
        else:
            self._sending = None

    def _set(self, draft: Draft | None) -> None:
        if draft is None or draft.act not in _LISTS:
            self._ask += 1  # What is asked for is not waited for any more.
            self._again.stop()
        self._draft = draft
        self._derive()

    def _derive(self) -> None:
        old, self.props = self.props, acts_props(self._draft, self._known())
        if self.props != old:
            self.changed.emit()

    def _known(self) -> Known:
        inputs, now = self._desk.inputs, self._desk.core_clock.now()
        told = self._told if self.tells_once is not None else None
        return Known(
            inputs,
            situation_of(inputs, now, told=told.number if told else ""),
            undo_left_s=undo_left_s(inputs, now),
            printer=self.tells_once.trouble if self.tells_once is not None else None,
            told=told,
            spelt=self._spellings(inputs.hall),
            ready=tuple(self._link.floor.results.newest()),
        )

    def _spellings(self, hall: Hall | None) -> Mapping[str, tuple[str, ...]]:
        """Return how queues are spelt, worked out once a hall, when first something is searched for."""
        if hall is None or self._draft is None or not self._draft.query:
            return {}
        if self._spelt is None or self._spelt[0] is not hall:
            self._spelt = (hall, spellings(hall))
        return self._spelt[1]

    def _happened(self, event: Event) -> None:
        """Ask again what the core lists; what stands on the screen stays there."""
        draft = self._draft
        if draft is not None and draft.act is Act.RESULT:
            self._derive()
        if draft is None or draft.act not in _LISTS or draft.found is None or "queue" not in event.data:
            return
        if not self._again.isActive():
            self._again.start()

    def _ask_list(self) -> None:
        draft = self._draft
        if draft is None or draft.act not in _LISTS:
            return
        self._ask += 1
        paths = self._paths(draft.act)
        answers: dict[str, tuple[Found, ...]] = {}
        for path in paths:
            self._link.get(path, self._hears(self._ask, path, paths, answers))

    def _paths(self, act: Act) -> list[str]:
        inputs = self._desk.inputs
        if act is Act.SUSPENDED or inputs.hall is None:
            return [f"/api/windows/{inputs.window}/suspended"]
        return [
            f"/api/tickets?queue={queue}&state={state}"
            for queue in inputs.hall.queues_at(inputs.window)
            for state in ("waiting", "passed")
        ]

    def _hears(
        self, ask: int, path: str, paths: list[str], answers: dict[str, tuple[Found, ...]]
    ) -> Callable[[Reply], None]:
        def hear(reply: Reply) -> None:
            if ask != self._ask or self._draft is None:
                return
            if not isinstance(reply, Answer):
                log.info("the list did not come: %s", reply)
                self._set(replace(self._draft, failed=self._draft.found is None))
                return
            answers[path] = tuple(reply.body["tickets"])
            if len(answers) == len(paths):
                self._list_came(tuple(leg for each in paths for leg in answers[each]))

        return hear

    def _list_came(self, found: tuple[Found, ...]) -> None:
        draft = self._draft
        assert draft is not None
        if draft.found is None:
            self._set(replace(draft, found=in_turn(found), failed=False))
            return
        fresh = replace(draft, fresh=in_turn(found))
        self._set(fresh if changes(fresh) else replace(draft, fresh=None))


def _sent_on(draft: Draft) -> dict[str, Any]:
    """Return where a visitor is sent, as the core takes it."""
    kind, _, which = draft.target.partition(":")
    where: dict[str, Any] = {"window": int(which)} if kind == "window" else {"queue": which}
    return where | ({"first": True} if draft.first else {}) | ({"back": True} if draft.back else {})
