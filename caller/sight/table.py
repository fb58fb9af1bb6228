"""A table that stands still while somebody is about to press something in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent

from caller.floor.order import Cell, Row, Tone
from caller.floor.table import FloorTable

CHOICE_KEPT_MS = 20_000
"""A choice that the pointer has left holds the rows so long; then somebody forgot it."""
NEW_MARK, GONE_MARK = "+", "✕"


def steady(wanted: Sequence[Row], shown: Sequence[Row], gone: str) -> list[Row]:
    """Return the rows while a hand is on the table: who stands there stays, new ones come last.

    Who is gone stays too, marked and with the word ``gone``: nobody else comes under the finger.
    """
    now = {row.id: row for row in wanted}
    stood = [now.get(row.id) or _gone(row, gone) for row in shown]
    marked = {row.id for row in shown if row.cells[0].text.startswith(NEW_MARK)}
    stay = [_new(row) if row.id in marked and row.id in now else row for row in stood]
    known = {row.id for row in shown}
    return stay + [_new(row) for row in wanted if row.id not in known]


def is_gone(row: Row) -> bool:
    """Return whether a row stands only for who was there."""
    return row.cells[0].text.startswith(GONE_MARK)


def is_new(row: Row) -> bool:
    """Return whether a row came while the others stood still."""
    return row.cells[0].text.startswith(NEW_MARK)


def _new(row: Row) -> Row:
    first, *rest = row.cells
    return replace(row, cells=(replace(first, text=f"{NEW_MARK} {first.text}"), *rest))


def _gone(row: Row, word: str) -> Row:
    if is_gone(row):
        return row
    first, _, *rest = (replace(cell, tone=Tone.SOFT) for cell in row.cells)
    number = first.text.removeprefix(f"{NEW_MARK} ")
    said = Cell(word, None, Tone.SOFT)
    return replace(row, cells=(replace(first, text=f"{GONE_MARK} {number}"), said, *rest))


class SteadyTable(FloorTable):
    """Rows that move only when no pointer is over them and none is chosen.

    Signals:
        steadied: How many came or went since the rows stand still may be another number now.
        taken: The row that is chosen is meant: a double click, or Enter.
    """

    steadied = Signal()
    taken = Signal()

    def __init__(self, name: str, widths: Sequence[int], *, kept_ms: int = CHOICE_KEPT_MS) -> None:
        super().__init__(name, widths)
        self._gone = ""
        self._over = False
        self._let_go = QTimer(self, singleShot=True, interval=kept_ms)
        self._let_go.timeout.connect(self.forget)
        self.chosen.connect(self._waits)
        self.doubleClicked.connect(lambda _: self.taken.emit())
        # They stand in the order of calling, and in no other.
        self.horizontalHeader().setSectionsClickable(False)

    def use_word(self, gone: str) -> None:
        """Say ``gone`` of who is gone."""
        self._gone = gone

    def forget(self) -> None:
        """Choose nothing; the rows find their places."""
        self.selectionModel().clear()
        if self._chosen:
            self._chosen = ""
            self.chosen.emit("")
        self._arrange(held=False)

    def changes(self) -> tuple[int, int]:
        """Return how many of the rows that stand are gone, and how many came since."""
        rows = self._rows.rows
        return sum(map(is_gone, rows)), sum(map(is_new, rows))

    def is_there(self, row: str) -> bool:
        """Return whether the row of that id is not gone."""
        return any(each.id == row and not is_gone(each) for each in self._rows.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows choose, Enter takes, Esc forgets; every other key is the console's."""
        keys = Qt.Key
        if event.key() in (keys.Key_Up, keys.Key_Down, keys.Key_PageUp, keys.Key_PageDown):
            super().keyPressEvent(event)
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self._chosen:
            self.taken.emit()
        elif event.key() == keys.Key_Escape and self._chosen:
            self.forget()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The hand is here."""
        self._over = True
        self._let_go.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The hand is gone: rows find their places, unless one is chosen."""
        self._over = False
        self._waits(self._chosen)
        super().leaveEvent(event)

    def _waits(self, row: str) -> None:
        if row and not self._over:
            self._let_go.start()
        elif not row:
            self._let_go.stop()

    def _held(self) -> bool:
        return self._over or bool(self._chosen)

    def _arrange(self, *, held: bool) -> None:  # noqa: ARG002 - the keyboard alone holds nothing here
        rows = steady(self._given, self._rows.rows, self._gone) if self._held() else list(self._given)
        if self._rows.show_rows(rows):
            self._choose_again()
        self.steadied.emit()
