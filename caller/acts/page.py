"""The page of acts: over the console, for the number keys first and for the mouse too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from caller.acts.panel import Acts
from caller.acts.rows import Rows
from caller.acts.showing import CLOSED, ActsProps
from caller.acts.words import BACK, RESULT_NUMBER, SEARCH, Said, Text, Trouble
from caller.theme import COLOURS, SCROLL_BAR_STYLE, scaled
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.widgets.text import font_for
from caller.widgets.typing import TypedField, pad_text
from caller.words import Words

_STYLE = (
    "#acts {{ background: {page}; }}"
    "#acts-rows, #acts-rows > QWidget, #acts-inside {{ background: transparent; }}" + SCROLL_BAR_STYLE
)
_FIELD = (
    "QLineEdit {{ background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: 6px; }}"
    "QLineEdit {{ padding: 4px 8px; placeholder-text-color: {inkOff}; }}"
    "QLineEdit:focus {{ border: 2px solid {accent}; }}"
)
_EDGE = 2
_WALKS = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}


class ActsPage(QFrame):
    """Covers the console, but for its head, while acts are open.

    Signals:
        opened: A question is there, the first or another.
        closed: There is none any more.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, owner: QWidget, below: QWidget | None = None, *, columns: int = 1) -> None:
        """Make it, with nothing to show.

        Args:
            owner: What it covers, all but its outermost edge.
            below: Part of it that stays to be seen, at its top; what is under that is covered to the edge.
            columns: So many rows stand beside each other.
        """
        super().__init__(owner)
        self.setObjectName("acts")
        self.setStyleSheet(_STYLE.format(**COLOURS))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._owner = owner
        self._below = below
        self._acts: Acts | None = None
        self._words: Words | None = None
        self._shown = CLOSED
        self._title = Label("acts-title", px=20, bold=True, colour="primary")
        self._field = TypedField()
        self._field.setObjectName("acts-search")
        self._field.setMinimumHeight(scaled(40))
        self._field.setStyleSheet(_FIELD.format(**COLOURS))
        self._rows = Rows("acts-inside", self._choose, columns)
        self._under = Rows("acts-below", self._choose, columns)
        self._area = QScrollArea()
        self._line = Label("acts-line", px=16, lines=2)
        self._back = KeyButton("acts-back", look=Look.QUIET, px=15)
        self._note = Label("acts-note", px=15, lines=2, colour="inkSoft")
        self._column = QVBoxLayout(self)
        self._connect()
        self._lay_out()
        self.hide()

    def use_acts(self, acts: Acts) -> None:
        """Show these acts."""
        self._acts = acts
        acts.changed.connect(self._render)
        self._render()

    def show_words(self, words: Words, note: str) -> None:
        """Speak ``words``; ``note`` is the console's own line, which the page covers."""
        changed = self._words is None or self._words.language != words.language
        self._words = words
        self._back.set_words(words(BACK), "Esc")
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        if changed:
            self._shown = CLOSED
        self._render()

    def wanted_height(self) -> int:
        """Return how high it would be with every row to be seen."""
        rest = self._column.sizeHint().height() - self._area.sizeHint().height()
        return rest + self._rows.sizeHint().height() + 2 * _EDGE

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press the row that has the key; what is no key of the page is the console's."""
        if self._acts is None or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._acts.back()
        elif figure := pad_text(event):
            self._acts.key(figure)
        elif event.key() in _WALKS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextPrevChild(_WALKS[Qt.Key(event.key())])
        elif not self._acts.key(event.text()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay over what it covers when that grows."""
        if watched is self._owner and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._owner.installEventFilter(self)
        self._field.textEdited.connect(self._search)
        self._field.returnPressed.connect(self._choose_first)
        self._back.clicked.connect(self._go_back)

    def _lay_out(self) -> None:
        self._area.setObjectName("acts-rows")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._rows)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        rows = self._column
        rows.setContentsMargins(12, 2 * _EDGE, 12, 4 * _EDGE if self._rows.columns == 1 else _EDGE)
        rows.setSpacing(5)
        rows.addLayout(head)
        rows.addWidget(self._field)
        rows.addWidget(self._area, 1)
        rows.addWidget(self._under)
        rows.addWidget(self._line)
        rows.addWidget(self._note)
        rows.addStretch(0)

    def _place(self) -> None:
        if self._below is None:
            self.setGeometry(self._owner.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
            return
        top = self._below.geometry().bottom() + 2
        self.setGeometry(0, top, self._owner.width(), self._owner.height() - top)

    def _render(self) -> None:
        if self._acts is None or self._words is None or self._acts.props == self._shown:
            return
        before, props = self._shown, self._acts.props
        self._shown = props
        if props is CLOSED or not props.which:
            self._close()
            return
        self._fill(props, self._words)
        if props.which != before.which:
            self._begin(props)

    def _fill(self, props: ActsProps, words: Words) -> None:
        self._title.set_text(said(props.title, words))
        self._rows.show_rows([(row, said(row.name, words), said(row.note, words)) for row in props.rows])
        self._under.show_rows([(row, said(row.name, words), said(row.note, words)) for row in props.below])
        # What is beneath the rows follows them, and does not hang at the foot of the window.
        self._area.setMaximumHeight(self._rows.sizeHint().height())
        self._under.setVisible(bool(props.below))
        self._line.set_text(said(props.line, words))
        self._line.setVisible(bool(props.line))
        self._field.setVisible(props.searched)
        asked = words(RESULT_NUMBER if props.which.startswith("result:") else SEARCH)
        self._field.setPlaceholderText(asked)
        self._field.setAccessibleName(asked)
        self._field.setFont(font_for(asked, scaled(17)))
        if self._field.text() != props.query:
            self._field.setText(props.query)

    def _begin(self, props: ActsProps) -> None:
        """Another question: the keyboard is on it, and no row has it, so that no space bar presses one."""
        self._place()
        self.show()
        self.raise_()
        self.opened.emit()
        self._area.verticalScrollBar().setValue(0)
        (self._field if props.searched else self).setFocus()

    def _close(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self.window().setFocus()
        self.closed.emit()

    def _choose(self, row_id: str) -> None:
        if self._acts is not None:
            self._acts.choose(row_id)

    def _choose_first(self) -> None:
        if self._acts is not None:
            self._acts.choose_first()

    def _search(self, text: str) -> None:
        if self._acts is not None:
            self._acts.search(text)

    def _go_back(self) -> None:
        if self._acts is not None:
            self._acts.back()


def said(text: Text, words: Words) -> str:
    """Return a text in the clerk's language."""
    if isinstance(text, str):
        return text
    if isinstance(text, Trouble):
        return words.printer(text.key)
    values = {
        name: said(value, words) if isinstance(value, Said | Trouble) else value
        for name, value in text.values.items()
    }
    return words(text.source, **values)
