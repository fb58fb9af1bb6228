"""Machines that ask to join: a line at the floor's window while there are any, and their answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from caller.derive import NoteKind
from caller.floor.fields import Choice, Field
from caller.floor.order import Cell, Row, Tone
from caller.floor.pairing_desk import Answered, PairingDesk
from caller.floor.pairing_words import (
    ADDRESS,
    APPROVE,
    ASKING,
    ASKING_COUNT,
    BY_ITS_NAME,
    CHOOSE,
    CODE,
    COLLECT,
    JOINED,
    KIND,
    KIOSK,
    MACHINE,
    MAY_NOT,
    NAME,
    NOBODY,
    PAD,
    REFUSE,
    SCREEN,
    SHOWS,
    WHOLE_HALL,
    WINDOW_SCREEN,
)
from caller.floor.table import FloorTable
from caller.floor.view_model import FloorModel
from caller.floor.words import UNCERTAIN
from caller.theme import COLOURS
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.widgets.typing import ENTERS
from caller.words import Words
from core.domain.hall import Hall
from core.domain.text import pick

KEY = "F6"
SIZE = QSize(900, 520)
_KINDS = {"screen": SCREEN, "kiosk": KIOSK}
_HEADS = (CODE, KIND, MACHINE, ADDRESS)


class PairingBar(KeyButton):
    """Says that somebody asks, and opens where that is answered; else it is not there.

    Attributes:
        desk: Who asks.
        dialog: Where they are answered.
    """

    def __init__(self, model: FloorModel, window: QWidget) -> None:
        super().__init__("asking", look=Look.PRIMARY, px=17)
        self.desk = PairingDesk(model.line, model.props.role, self)
        self.dialog = PairingDialog(self.desk, model, window)
        self._words: Words | None = None
        self.desk.changed.connect(self._show)
        model.left.connect(self.desk.stop)
        self.clicked.connect(self._open)
        QShortcut(QKeySequence(KEY), window, self._open)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def use_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.dialog.use_words(words)
        self._show()

    def _show(self) -> None:
        if self._words is not None:
            self.set_words(self._words(ASKING_COUNT, count=len(self.desk.asking)), KEY)
            self.setVisible(bool(self.desk.asking))

    def _open(self) -> None:
        if self.desk.asking:
            self.dialog.open_it()


class PairingDialog(QDialog):
    """The list, and the answer to the one that is chosen."""

    def __init__(self, desk: PairingDesk, model: FloorModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pairing")
        self.setStyleSheet(f"#pairing {{ background: {COLOURS['page']}; }}")
        self._desk = desk
        self._model = model
        self._words: Words | None = None
        self.table = FloorTable("pairings", (140, 130, 0, 200))
        self.screen_name = Choice("pairing-screen")
        self.name = Field("pairing-name")
        self.shows = Choice("pairing-shows")
        self.approve = KeyButton("pairing-approve", look=Look.PRIMARY, px=18)
        self.refuse = KeyButton("pairing-refuse", px=18)
        self.said = Label("pairing-said", px=17, bold=True)
        self._connect()
        self._lay_out()
        self.resize(SIZE)

    def use_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.setWindowTitle(words(ASKING))
        self.name.set_words(words(NAME))
        self.approve.set_words(words(APPROVE), "Enter")
        self.refuse.set_words(words(REFUSE), "Del")
        self._show()

    def open_it(self) -> None:
        """Come up, with the first that asks chosen."""
        self.said.set_text("")
        self._desk.look()
        self._show()
        if not self.table.choice and self._desk.asking:
            self.table.choose(self._desk.asking[0].code)
        self.show()
        self.activateWindow()
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter lets it join, Del outside the name refuses it, Esc closes."""
        if event.key() in ENTERS and event.isAutoRepeat():
            return  # The next one that asks would be let in too.
        if event.key() in ENTERS:
            self._approve()
        elif event.key() == Qt.Key.Key_Delete and self.focusWidget() is not self.name:
            self._refuse()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        words, hall = self._words, self._model.hall
        if words is None:
            return
        self.table.set_heads([words(each) for each in _HEADS])
        self.table.show_rows([self._row(words, each.code) for each in self._desk.asking])
        if hall is not None:
            self.screen_name.offer(
                [("", "—"), *((each.name, each.name) for each in hall.screens)], words(NAME)
            )
            self.shows.offer(shows_offered(hall, words, self._model.language), words(SHOWS))
        self._show_choice()

    def _row(self, words: Words, code: str) -> Row:
        each = next(each for each in self._desk.asking if each.code == code)
        kind = words(_KINDS.get(each.kind, SCREEN))
        return Row(
            code,
            (
                Cell(each.grouped, code, Tone.STRONG),
                Cell(kind, kind),
                Cell(each.machine or "—", each.machine),
                Cell(each.address, each.address, Tone.SOFT),
            ),
        )

    def _show_choice(self) -> None:
        kinds = {each.code: each.kind for each in self._desk.asking}
        chosen = kinds.get(self.table.choice)
        self.shows.setEnabled(chosen == "screen")
        self.refuse.setEnabled(chosen is not None)
        self.approve.setEnabled(chosen is not None and bool(self.name.text().strip()))
        if self._words is not None and not self.said.text():
            self.said.set_colours("inkSoft", "page")
            self.said.set_text(self._words(CHOOSE if kinds else NOBODY))

    def _take_name(self) -> None:
        """One of the hall's own screens shows what the hall file says of it."""
        if self.screen_name.choice:
            self.name.setText(self.screen_name.choice)
            self.shows.choose("")

    def _approve(self) -> None:
        name = self.name.text().strip()
        if self.table.choice and name:
            shows = self.shows.choice if self.shows.isEnabled() else ""
            self._desk.approve(self.table.choice, name, shows)

    def _refuse(self) -> None:
        if self.table.choice:
            self._desk.refuse(self.table.choice)

    def _answered(self, answered: Answered) -> None:
        words = self._words
        if words is None:
            return
        note, done = answered.note, words(JOINED if answered.name else MAY_NOT, **_values(answered))
        if note is None:
            self.name.clear()
        known = note is None or note.kind is not NoteKind.UNREACHABLE
        self.said.set_colours("ink" if note is None else "warn", "page")
        self.said.set_text(done if note is None else words.note(note) if known else words(UNCERTAIN))
        self._show_choice()

    def _connect(self) -> None:
        self._desk.changed.connect(self._show)
        self._desk.answered.connect(self._answered)
        self.table.chosen.connect(self._show_choice)
        self.name.textChanged.connect(self._show_choice)
        self.screen_name.activated.connect(self._take_name)
        self.approve.clicked.connect(self._approve)
        self.refuse.clicked.connect(self._refuse)
        for button in (self.approve, self.refuse):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        rows.addWidget(self.table, 1)
        fields = QHBoxLayout()
        for each in (self.screen_name, self.name, self.shows):
            fields.addWidget(each, 1)
        rows.addLayout(fields)
        buttons = QHBoxLayout()
        buttons.addWidget(self.approve, 2)
        buttons.addWidget(self.refuse, 1)
        rows.addLayout(buttons)
        rows.addWidget(self.said)


def shows_offered(hall: Hall, words: Words, language: str) -> list[tuple[str, str]]:
    """Return what a screen can show, in the words of the core."""
    return [
        ("", words(BY_ITS_NAME)),
        ("hall", words(WHOLE_HALL)),
        *((f"zone:{each.id}", pick(each.name, language)) for each in hall.zones),
        *((f"window:{each.number}", words(WINDOW_SCREEN, window=each.number)) for each in hall.windows),
        *((f"pad:{each.number}", words(PAD, window=each.number)) for each in hall.windows),
        ("collect", words(COLLECT)),
    ]


def _values(answered: Answered) -> dict[str, str]:
    half = (len(answered.code) + 1) // 2
    return {"code": f"{answered.code[:half]} {answered.code[half:]}", "name": answered.name}
