"""Rows that can be pressed, each in its place."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caller.acts.showing import Row
from caller.theme import scaled
from caller.widgets.button import KeyButton
from caller.widgets.text import MIN_PX, line_height, text_width

_ONE_LINE_PX = 320
"""So much room a row of the narrowest console has beside its key, in px of the design."""
_MARKS = {None: "", True: "☑ ", False: "☐ "}


class RowButton(KeyButton):
    """One row: its text stands at the left; a long one has a second line before anything is left out."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the text."""
        hint, least = super().sizeHint(), scaled(MIN_PX)
        if text_width(self.text(), least, bold=True) <= scaled(_ONE_LINE_PX):
            return hint
        return QSize(hint.width(), math.ceil(2 * line_height(self.text(), least) + 8))

    def alignment(self) -> Qt.AlignmentFlag:
        """Return where in its room the text stands."""
        return Qt.AlignmentFlag.AlignLeft


class Rows(QWidget):
    """Rows beneath each other; the same rows keep their buttons, and so the keyboard on them.

    Attributes:
        columns: So many stand side by side.
    """

    def __init__(self, name: str, choose: Callable[[str], None], columns: int = 1) -> None:
        """Make it empty; ``choose`` gets the id of a row that is pressed."""
        super().__init__()
        self.columns = columns
        self.setObjectName(name)
        self._choose = choose
        self._ids: list[str] = []
        self._buttons: list[RowButton] = []
        self._rows = QGridLayout()
        # On a low screen every px is needed.
        self._rows.setSpacing(4 if columns == 1 else 2)
        for column in range(columns):
            self._rows.setColumnStretch(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._rows)
        outer.addStretch(1)

    def show_rows(self, rows: Sequence[tuple[Row, str, str]]) -> None:
        """Show rows with their names and notes as said."""
        ids = [row.id for row, _, _ in rows]
        if ids != self._ids:
            self._make(ids)
        for button, (row, name, note) in zip(self._buttons, rows, strict=True):
            text = f"{_MARKS[row.ticked]}{name} · {note}" if note else f"{_MARKS[row.ticked]}{name}"
            if (button.text(), button.key) != (text, row.key):
                button.set_words(text, row.key)
            if button.isEnabled() is not row.enabled:
                button.setEnabled(row.enabled)

    def _make(self, ids: list[str]) -> None:
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._ids = ids
        self._buttons = [self._button(each, place) for place, each in enumerate(ids)]

    def _button(self, row_id: str, place: int) -> RowButton:
        button = RowButton(row_id, px=16)
        button.clicked.connect(lambda: self._choose(row_id))
        self._rows.addWidget(button, *divmod(place, self.columns))
        button.show()
        return button
