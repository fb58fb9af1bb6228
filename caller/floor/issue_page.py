"""A number for somebody who cannot or does not want to take it at a kiosk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caller.floor.acts import Order, issue, reprint
from caller.floor.fields import Choice, Field, Tick
from caller.floor.find import Place, places
from caller.floor.rows import place_rows
from caller.floor.table import FloorTable
from caller.floor.view_model import Ended, FloorModel
from caller.floor.words import (
    ASSISTED,
    CLASS,
    GIVE_NUMBER,
    ISSUED,
    MATTER,
    NO_PRINTER,
    ORDINARY_TEXT,
    PHONE,
    PRINTER,
    QUEUE,
    SEARCH,
)
from caller.theme import scaled
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.words import Words
from core.domain.text import pick


class IssuePage(QWidget):
    """Search, choose, give: the class is vouched for by who is signed in."""

    def __init__(self, model: FloorModel) -> None:
        super().__init__()
        self.setObjectName("issue-page")
        self._model = model
        self._words: Words | None = None
        self._places: list[Place] = []
        self._printer = ""
        self._given = False
        self.search = Field("issue-search")
        self.table = FloorTable("places", (0, 380))
        self.table.setMinimumHeight(scaled(192))
        self.who = Label("issue-who", px=16, colour="inkSoft")
        self.visitor_class = Choice("issue-class")
        self.phone = Field("issue-phone", most=24)
        self.assisted = Tick("issue-assisted")
        self.printer = Choice("issue-printer")
        self.give = KeyButton("issue-now", look=Look.PRIMARY, px=22)
        self.number = Label("issued-number", px=44, bold=True, colour="primary")
        self.number.keep_room_for("A000")
        self._connect()
        self._lay_out()

    def begin(self) -> None:
        """Wait for the first letters."""
        self._model.ask_printers()
        self.search.setFocus()
        self.search.selectAll()

    def show_props(self, words: Words) -> None:
        """Show what can be chosen."""
        self._words = words
        hall, language = self._model.hall, self._model.language
        self.search.set_words(words(SEARCH))
        self.phone.set_words(words(PHONE))
        self.assisted.set_words(words(ASSISTED))
        self.who.set_text(words(ORDINARY_TEXT))
        self.give.set_words(words(GIVE_NUMBER), "Enter")
        self.table.set_heads([words(MATTER), words(QUEUE)])
        classes = [(each.id, pick(each.name, language)) for each in hall.classes] if hall else []
        self.visitor_class.offer(classes, words(CLASS))
        printers = [(name, name) for name in self._model.printers]
        self.printer.offer([("", words(NO_PRINTER)), *printers], words(PRINTER))
        self._look()

    def _look(self) -> None:
        hall = self._model.hall
        if hall is None:
            return
        self._places = places(hall, self.search.text(), self._model.language)
        self.table.show_rows(place_rows(self._places))
        if self.search.hasFocus() and self.search.text() and self._places:
            first = self._places[0]
            self.table.choose(f"{first.queue}/{first.item}")
        self._enable()

    def _enable(self) -> None:
        ready = self._model.props.may_act and not self._model.busy
        self.give.setEnabled(ready and bool(self.table.choice))

    def _order(self) -> Order | None:
        place = next(
            (each for each in self._places if f"{each.queue}/{each.item}" == self.table.choice), None
        )
        if place is None:
            return None
        return Order(
            queue=place.queue,
            item=place.item,
            visitor_class=self.visitor_class.choice,
            phone=self.phone.text(),
            assisted=self.assisted.isChecked(),
            prints=bool(self.printer.choice),
        )

    def _entered(self) -> None:
        """Enter issues what was typed or chosen, once: a second one in haste is no second number."""
        if not self._given:
            self._issue()

    def _afresh(self) -> None:
        self._given = False
        self._enable()

    def _issue(self) -> None:
        order = self._order()
        if order is not None:
            self._printer = self.printer.choice
            self._model.do(issue(order))

    def _ended(self, ended: Ended) -> None:
        if ended.act.name != "issue" or ended.note is not None or self._words is None:
            return
        taken = ended.body
        self.number.set_text(self._words(ISSUED, number=taken["number"], ahead=taken["ahead"]))
        self.phone.clear()
        self.assisted.setChecked(False)
        self.visitor_class.setCurrentIndex(0)
        self.search.clear()
        self.search.setFocus()
        self._given = True
        if self._printer:
            self._model.do(reprint(taken["id"], self._printer))

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._look())
        self.search.textEdited.connect(lambda _text: self._afresh())
        self.phone.textEdited.connect(lambda _text: self._afresh())
        self.search.returnPressed.connect(self._entered)
        self.phone.returnPressed.connect(self._entered)
        self.table.chosen.connect(lambda _row: self._afresh())
        self.give.clicked.connect(self._issue)
        self._model.ended.connect(self._ended)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.search)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.who)
        line = QHBoxLayout()
        for part in (self.visitor_class, self.phone, self.printer):
            line.addWidget(part, 1)
        rows.addLayout(line)
        below = QHBoxLayout()
        below.addWidget(self.assisted, 1)
        self.give.setMinimumHeight(56)
        below.addWidget(self.give, 1)
        rows.addLayout(below)
        rows.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
