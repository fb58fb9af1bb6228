"""Tickets: found by their number, or those whose slips did not come out; and what a guide does with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caller.derive import Note
from caller.floor.acts import Act, cancel, give_class, move, reprint, restore
from caller.floor.fields import Choice, Field, Tick
from caller.floor.find import Found
from caller.floor.rows import found_rows
from caller.floor.table import FloorTable
from caller.floor.view_model import Ended, FloorModel
from caller.floor.words import (
    ALL_SLIPS,
    CANCEL,
    CHOOSE_TICKET,
    CLASS,
    FIND_NOW,
    FIRST,
    GIVE_CLASS,
    MOVE_TO_QUEUE,
    MOVE_TO_WINDOW,
    NOTHING_FOUND,
    NUMBER,
    PRINTER,
    QUEUE,
    REASON,
    REFRESH,
    REPRINT,
    RESTORE,
    SLIP,
    STATE,
    TICKET_NUMBER,
    WINDOW,
)
from caller.theme import scaled
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.words import NO_REASON, WINDOW_NUMBER, Words
from core.domain.shows import WINDOW_MOST
from core.domain.text import pick

_HEADS = (NUMBER, STATE, QUEUE, CLASS, WINDOW, SLIP)
_OVER = ("done", "void", "transferred")


class TicketPage(QWidget):
    """A list of tickets, and the acts for the chosen one."""

    def __init__(self, model: FloorModel, *, missing: bool) -> None:
        """Make it.

        Args:
            missing: It lists the missing slips; else what was looked for.
        """
        super().__init__()
        self._missing = missing
        self._prefix = "slips" if missing else "ticket"
        self.setObjectName(f"{self._prefix}-page")
        self._model = model
        self._words: Words | None = None
        self._found: list[Found] = []
        self._asked = False
        self.number = Field(self._name("number"), most=8)
        self.look = KeyButton(self._name("find"), look=Look.PLAIN if missing else Look.PRIMARY, px=18)
        self.table = FloorTable(self._name("list"), (120, 150, 0, 200, 80, 240))
        self.table.setMinimumHeight(scaled(192))
        self.what = Label(self._name("what"), px=20, bold=True, colour="primary")
        self.buttons = {each: KeyButton(self._name(each), px=16) for each in _BUTTONS}
        self.printer = Choice(self._name("printer"))
        self.visitor_class = Choice(self._name("class"))
        self.queue = Choice(self._name("queue"))
        self.window_number = Field(self._name("window"), most=4)
        self.window_number.setValidator(QIntValidator(1, WINDOW_MOST, self))
        self.first = Tick(self._name("first"))
        self.reason = Choice(self._name("reason"))
        self._connect()
        self._lay_out()

    def begin(self) -> None:
        """Wait for a number, or ask which slips are missing."""
        self._model.ask_printers()
        if self._missing:
            self._model.ask_missing()
            self.table.setFocus()
        else:
            self.number.setFocus()
            self.number.selectAll()

    def show_props(self, words: Words) -> None:
        """Show what can be done now."""
        self._words = words
        self.number.set_words(words(TICKET_NUMBER))
        self.look.set_words(words(REFRESH if self._missing else FIND_NOW), "" if self._missing else "Enter")
        self.window_number.set_words(words(WINDOW_NUMBER))
        self.first.set_words(words(FIRST))
        for name, source in _BUTTONS.items():
            self.buttons[name].set_words(words(source))
        self._offer(words)
        self._show_found(words)

    def show_found(self, found: Sequence[Found] | Note) -> None:
        """Show what was found; what could not be looked up leaves the list as it is."""
        if isinstance(found, Note) or self._words is None:
            return
        self._asked, self._found = True, list(found)
        self._show_found(self._words)
        if not self.table.choice and found:
            self.table.choose(found[0].id)
            self._show_choice()

    def _name(self, part: str) -> str:
        return f"{self._prefix}-{part}"

    def _offer(self, words: Words) -> None:
        hall, language = self._model.hall, self._model.language
        self.printer.offer([(name, name) for name in self._model.printers], words(PRINTER))
        if hall is None:
            return
        self.visitor_class.offer([(e.id, pick(e.name, language)) for e in hall.classes], words(CLASS))
        queues = [(e.id, f"{e.prefix} · {pick(e.name, language)}") for e in hall.queues]
        self.queue.offer(queues, words(QUEUE))
        reasons = [(e.id, pick(e.name, language)) for e in hall.reasons if e.act == "cancel"]
        self.reason.offer(reasons or [("", words(NO_REASON))], words(REASON))

    def _show_found(self, words: Words) -> None:
        hall, language = self._model.hall, self._model.language
        self.table.set_heads([words(each) for each in _HEADS])
        if hall is not None:
            queues = {each.id: pick(each.name, language) for each in hall.queues}
            classes = {each.id: pick(each.name, language) for each in hall.classes}
            self.table.show_rows(found_rows(self._found, words, queues, classes))
        self._show_choice()

    def _chosen(self) -> Found | None:
        return next((each for each in self._found if each.id == self.table.choice), None)

    def _show_choice(self) -> None:
        if self._words is None:
            return
        ticket = self._chosen()
        nothing = ALL_SLIPS if self._missing else NOTHING_FOUND
        none = nothing if self._asked and not self._found else CHOOSE_TICKET
        self.what.set_text(ticket.number if ticket else self._words(none))
        self._enable(ticket)

    def _enable(self, ticket: Found | None) -> None:
        ready = self._model.props.may_act and not self._model.busy and ticket is not None
        state = ticket.state if ticket else ""
        can = {
            "reprint": bool(self.printer.choice) and state not in (*_OVER, "passed"),
            "give-class": state not in _OVER,
            "move": state not in _OVER,
            "move-window": state not in _OVER and bool(self.window_number.text()),
            "restore": state in ("passed", "suspended"),
            "cancel": state not in (*_OVER, "serving"),
        }
        for name, button in self.buttons.items():
            button.setEnabled(ready and can[name])
        self.look.setEnabled(self._model.props.may_act)

    def _ended(self, ended: Ended) -> None:
        """Look again at what was changed."""
        if ended.act.name in _CHANGES and ended.note is None and self.isVisible():
            self._look()

    def _look(self) -> None:
        if self._missing:
            self._model.ask_missing()
        elif self.number.text().strip():
            self._model.find(self.number.text())

    def _connect(self) -> None:
        does: dict[str, Callable[[str], Act]] = {
            "reprint": lambda ticket: reprint(ticket, self.printer.choice),
            "give-class": lambda ticket: give_class(ticket, self.visitor_class.choice),
            "move": lambda ticket: move(ticket, queue=self.queue.choice, first=self.first.isChecked()),
            "move-window": lambda ticket: move(
                ticket, window=int(self.window_number.text()), first=self.first.isChecked()
            ),
            "restore": restore,
            "cancel": lambda ticket: cancel(ticket, self.reason.choice),
        }
        for name, act in does.items():
            self.buttons[name].clicked.connect(self._doer(act))
        self.look.clicked.connect(self._look)
        self.number.returnPressed.connect(self._look)
        self.window_number.textChanged.connect(lambda: self._enable(self._chosen()))
        self.table.chosen.connect(lambda _row: self._show_choice())
        self._model.ended.connect(self._ended)
        (self._model.missing if self._missing else self._model.found).connect(self.show_found)

    def _doer(self, act: Callable[[str], Act]) -> Callable[[], None]:
        def do() -> None:
            ticket = self._chosen()
            if ticket is not None:
                self._model.do(act(ticket.id))

        return do

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        if self._missing:
            self.number.hide()
        head = QGridLayout()
        _share(head)
        head.addWidget(self.number, 0, 0)
        head.addWidget(self.look, 0, 1)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        acts = QGridLayout()
        _share(acts)
        acts.addWidget(self.what, 0, 0)
        acts.addLayout(_line(self.printer), 1, 0)
        acts.addWidget(self.buttons["reprint"], 1, 1)
        rows.addLayout(acts)
        if self._missing:
            return
        acts.addWidget(self.buttons["restore"], 0, 1)
        beside = {
            "give-class": _line(self.visitor_class),
            "move": _line(self.queue, self.first),
            "move-window": _line(self.window_number),
            "cancel": _line(self.reason),
        }
        for row, (name, what) in enumerate(beside.items(), start=2):
            acts.addLayout(what, row, 0)
            acts.addWidget(self.buttons[name], row, 1)


def _share(grid: QGridLayout) -> None:
    """Stand what is chosen at the left, and what is done with it at the right, all in one column."""
    grid.setSpacing(scaled(6))
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)


def _line(*parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    for part in parts:
        line.addWidget(part, 0 if isinstance(part, Tick) else 1)
    return line


_BUTTONS = {
    "reprint": REPRINT,
    "give-class": GIVE_CLASS,
    "move": MOVE_TO_QUEUE,
    "move-window": MOVE_TO_WINDOW,
    "restore": RESTORE,
    "cancel": CANCEL,
}
_CHANGES = ("class", "move", "restore", "cancel", "reprint")
