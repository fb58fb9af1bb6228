"""The whole console: everything about one window, for the keyboard first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caller.acts.page import ActsPage
from caller.acts.panel import Acts
from caller.acts.words import MORE_BUTTON
from caller.derive import ConsoleProps
from caller.keys import Command, Keys
from caller.moves import BY_KEY_ONLY, FROM_THE_LIST, Move
from caller.theme import scaled
from caller.widgets.button import KeyButton, Look, in_tab_order
from caller.widgets.label import Label
from caller.widgets.language_switch import LanguageSwitch
from caller.widgets.lines import NoteLine, OfflineBand
from caller.widgets.moves import MoveButtons
from caller.widgets.queue_list import QueueList
from caller.widgets.visitor_card import VisitorCard
from caller.words import CLERK, CLOSE_AND_SIGN_OUT, SIGN_OUT, STRIP, WINDOW, Words
from core.domain.window import WindowStatus

MOVES = tuple(move for move in Move if move not in BY_KEY_ONLY | FROM_THE_LIST | {Move.CLOSE})
"""A window is closed by signing out."""

STATUS_COLOURS = {
    WindowStatus.OPEN: ("onPrimary", "primary"),
    WindowStatus.PAUSED: ("onAccent", "accent"),
    WindowStatus.CLOSED: ("ink", "surfacePressed"),
}


class ConsolePage(QWidget):
    """Shows the props of a console.

    Signals:
        pressed(object, object): A :class:`Move` and the id of a reason or ``None``.
        sign_out: The clerk wants to leave.
        resize_asked: The strip is wanted instead.
        language_chosen(str): Another language is wanted.
    """

    pressed = Signal(object, object)
    sign_out = Signal()
    resize_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, keys: Keys, languages: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("console")
        self._keys = keys
        self._window = Label("window", px=24, bold=True, colour="primary")
        # A long status gets smaller, never the number.
        self._window.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._clerk = Label("clerk", px=15, colour="inkSoft")
        self._status = Label("status", px=18, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._offline = OfflineBand()
        self._card = VisitorCard()
        self.buttons = MoveButtons(self, keys, MOVES, px=18, call_px=28)
        for big in self._big():
            big.setMinimumHeight(scaled(60))
        self._queues = QueueList()
        self._note = NoteLine()
        self._sign_out = KeyButton("sign-out", look=Look.QUIET, px=15)
        self._strip = KeyButton("strip", look=Look.QUIET, px=15)
        self._languages = LanguageSwitch(languages)
        self._more = KeyButton("more", px=15)
        # In the head, where it stays to be seen over the acts too.
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._acts: Acts | None = None
        self._head_row = QWidget()
        self._connect()
        self._lay_out()
        self.acts_page = ActsPage(self, self._head_row)
        if key := keys.text(Command.ACTS):
            QShortcut(QKeySequence(key), self, self._toggle_acts)

    def use_acts(self, acts: Acts) -> None:
        """Open these acts by their key."""
        self._acts = acts
        self.acts_page.use_acts(acts)

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show everything."""
        self._window.set_text(words(WINDOW, window=props.window))
        self._clerk.set_text(props.clerk)
        # While it is sought, the word for that needs the room.
        for other in (self._clerk, self._more):
            other.setVisible(props.known)
        self._clerk.setAccessibleName(f"{words(CLERK)} {props.clerk}")
        self._clerk.setToolTip(self._clerk.accessibleName())
        self._status.set_text(words.status(props))
        self._status.set_colours(*STATUS_COLOURS[props.status])
        self._offline.show_props(props, words)
        self._card.show_props(props, words)
        self.buttons.show_props(props, words)
        self._queues.show_props(props, words)
        self._note.show_props(props, words)
        # Opening comes first at a window that is not open; calling would do nothing there.
        self.buttons[Move.CALL_NEXT].setVisible(self.buttons[Move.OPEN].isHidden())
        closes = Move.CLOSE in props.moves
        self._sign_out.set_words(words(CLOSE_AND_SIGN_OUT if closes else SIGN_OUT))
        self._sign_out.setEnabled(props.may_leave)
        self._strip.set_words(words(STRIP), self._keys.text(Command.STRIP))
        self._languages.show_language(words.language)
        self._more.set_words(words(MORE_BUTTON), self._keys.text(Command.ACTS))
        self.acts_page.show_words(words, words.line(props))

    def tick(self, now: datetime) -> None:
        """Show lengths of time; ``now`` by the core's clock."""
        self._card.tick(now)
        self._queues.tick(now)

    def _toggle_acts(self) -> None:
        if self._acts is not None:
            self._acts.toggle()

    def _connect(self) -> None:
        self._more.clicked.connect(self._toggle_acts)
        self.buttons.pressed.connect(self.pressed)
        self._sign_out.clicked.connect(self.sign_out)
        self._strip.clicked.connect(self.resize_asked)
        self._languages.chosen.connect(self.language_chosen)

    def use_message(self, message: QWidget) -> None:
        """Show what a supervisor says above the note; the line outlives the page."""
        self._message.addWidget(message)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.setSpacing(5)
        rows.addWidget(self._head())
        rows.addWidget(self._offline)
        rows.addWidget(self._card)
        for big in self._big():
            rows.addWidget(big)
        rows.addLayout(self._grid())
        self._message = QVBoxLayout()
        rows.addLayout(self._message)
        rows.addWidget(self._note)
        rows.addWidget(self._queues, 1)
        rows.addLayout(self._foot())
        moves = (Move.RECALL, Move.START, Move.FINISH, Move.PASS)
        in_tab_order(
            self.buttons[Move.CALL_NEXT],
            *(self.buttons[move] for move in moves),
            self.buttons.pass_why,
            *(self.buttons[move] for move in (Move.PUT_BACK, Move.OPEN, Move.PAUSE)),
            self._more,
            self._sign_out,
            self._strip,
            *self._languages.buttons(),
        )

    def _big(self) -> tuple[KeyButton, KeyButton]:
        """Return the buttons of which one is there at a time: the one thing to do next."""
        return self.buttons[Move.CALL_NEXT], self.buttons[Move.OPEN]

    def _head(self) -> QWidget:
        head = QHBoxLayout(self._head_row)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._window)
        head.addWidget(self._clerk)
        head.addStretch(1)
        head.addWidget(self._more)
        head.addWidget(self._status)
        return self._head_row

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        passing = QHBoxLayout()
        passing.setSpacing(3)
        passing.addWidget(self.buttons[Move.PASS], 1)
        passing.addWidget(self.buttons.pass_why)
        grid.addWidget(self.buttons[Move.RECALL], 0, 0)
        grid.addWidget(self.buttons[Move.START], 0, 1)
        grid.addWidget(self.buttons[Move.FINISH], 1, 0)
        grid.addLayout(passing, 1, 1)
        grid.addWidget(self.buttons[Move.PUT_BACK], 2, 0)
        grid.addWidget(self.buttons[Move.PAUSE], 2, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._sign_out, 1)
        foot.addWidget(self._strip)
        foot.addWidget(self._languages)
        return foot
