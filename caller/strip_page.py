"""The console as a strip: what a clerk needs at the edge of another program."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caller.console_page import STATUS_COLOURS
from caller.derive import ConsoleProps
from caller.elapsed import clock_text
from caller.keys import Command, Keys
from caller.moves import Move
from caller.widgets.button import KeyButton, Look, in_tab_order
from caller.widgets.label import Label
from caller.widgets.lines import NoteLine
from caller.widgets.moves import MoveButtons
from caller.words import WAITING, WHOLE, WINDOW, Words

_MOVES = (Move.CALL_NEXT, Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PAUSE, Move.OPEN)
"""What is done all day; the rest has its key here too, and its button in the whole console."""
_LINE_HEIGHT = 42


class StripPage(QWidget):
    """Shows the props of a console in two low rows; every key works as in the whole console.

    Signals:
        pressed(object, object): A :class:`Move` and the id of a reason or ``None``.
        resize_asked: The whole console is wanted instead.
    """

    pressed = Signal(object, object)
    resize_asked = Signal()

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.setObjectName("strip-console")
        self._keys = keys
        self._window = Label("window", px=18, bold=True, colour="primary")
        self._window.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._status = Label("status", px=16, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._number = Label("visitor-number", px=32, bold=True, colour="primary")
        self._mark = Label("visitor-mark", px=16, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._mark.set_colours("onAccent", "accent")
        self._state = Label("visitor-state", px=16)
        self._elapsed = Label("visitor-elapsed", px=18, bold=True)
        self._total = Label("waiting-total", px=18, bold=True)
        self._line = NoteLine(_LINE_HEIGHT)
        self._line.setMinimumWidth(200)
        self._whole = KeyButton("whole", look=Look.QUIET, px=15)
        self.buttons = MoveButtons(self, keys, _MOVES, px=16, call_px=20, why=False)
        self.buttons[Move.CALL_NEXT].setMinimumWidth(210)
        self.buttons.pressed.connect(self.pressed)
        self._whole.clicked.connect(self.resize_asked)
        self._since: datetime | None = None
        self._lay_out()

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show everything that has room here."""
        visitor = props.visitor
        self._since = visitor.since if visitor else None
        self._window.set_text(words(WINDOW, window=props.window))
        self._status.set_text(words.status(props))
        self._status.set_colours(*STATUS_COLOURS[props.status])
        self._number.set_text(visitor.number if visitor else "—")
        self._mark.set_text(visitor.mark if visitor else "")
        self._mark.setVisible(bool(visitor and visitor.mark))
        self._state.set_text(words.state(visitor) if visitor else "")
        self._total.set_text(words(WAITING, total=props.total))
        self._show_line(props, words)
        self._whole.set_words(words(WHOLE), self._keys.text(Command.STRIP))
        self.buttons.show_props(props, words)

    def tick(self, now: datetime) -> None:
        """Show for how long; ``now`` by the core's clock."""
        since = self._since
        self._elapsed.set_text(clock_text((now - since).total_seconds()) if since else "")

    def _show_line(self, props: ConsoleProps, words: Words) -> None:
        """One line is for both: where nothing can be done there is nothing else to say."""
        trouble = words.trouble(props)
        if not trouble:
            self._line.show_props(props, words)
            return
        self._line.set_text(trouble)
        self._line.set_colours("onWarn", "warn")

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        for label in (self._window, self._status, self._number, self._mark, self._state, self._elapsed):
            above.addWidget(label)
        above.addWidget(self._line, 1)
        above.addWidget(self._total)
        below = QHBoxLayout()
        below.setSpacing(5)
        for move in _MOVES:
            below.addWidget(self.buttons[move])
        below.addWidget(self._whole)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 5, 10, 7)
        rows.setSpacing(4)
        rows.addLayout(above)
        rows.addLayout(below)
        in_tab_order(*(self.buttons[move] for move in _MOVES), self._whole)
