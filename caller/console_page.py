"""The whole console: everything about one window, for the keyboard first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caller.acts.page import ActsPage
from caller.acts.panel import Acts
from caller.acts.possible import Act
from caller.acts.words import MORE_BUTTON
from caller.derive import ConsoleProps
from caller.floor.message_line import MessageLine
from caller.keys import Command, Keys
from caller.moves import BY_KEY_ONLY, FROM_THE_LIST, Move
from caller.shown import is_shown
from caller.sight.column import WIDTH, SightColumn
from caller.sight.limit import Limit
from caller.sight.limit_bar import LimitBar
from caller.sight.words import SEE_MORE
from caller.theme import scaled
from caller.widgets.button import KeyButton, Look, in_tab_order
from caller.widgets.label import Label
from caller.widgets.language_switch import LanguageSwitch
from caller.widgets.lines import NoteLine, OfflineBand
from caller.widgets.moves import MoveButtons
from caller.widgets.queue_list import QueueList
from caller.widgets.visitor_card import VisitorCard
from caller.words import CLERK, CLOSE_AND_SIGN_OUT, SIGN_OUT, STRIP, WINDOW, Words
from core.domain.console import EVERY, ConsoleAct
from core.domain.window import WindowStatus

MOVES = tuple(move for move in Move if move not in BY_KEY_ONLY | FROM_THE_LIST | {Move.CLOSE})
"""A window is closed by signing out."""

PANEL_SIZE, WIDE_SIZE = QSize(420, 640), QSize(700, 340)
"""Px of the design: upright, and in two columns."""

STATUS_COLOURS = {
    WindowStatus.OPEN: ("onPrimary", "primary"),
    WindowStatus.PAUSED: ("onAccent", "accent"),
    WindowStatus.CLOSED: ("ink", "surfacePressed"),
}


class _Left(QWidget):
    """The console proper: beside a column it is as wide as it always is."""

    def __init__(self, wanted: QSize) -> None:
        super().__init__()
        self._wanted = wanted

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return its width of always, or what it cannot do without."""
        hint = super().sizeHint()
        return QSize(max(scaled(self._wanted.width()), self.minimumSizeHint().width()), hint.height())


class ConsolePage(QWidget):
    """Shows the props of a console.

    Signals:
        pressed(object, object): A :class:`Move` and the id of a reason or ``None``.
        sign_out: The clerk wants to leave.
        resize_asked: The strip is wanted instead.
        language_chosen(str): Another language is wanted.
        beside_asked: The column beside it is wanted, or no more.
    """

    pressed = Signal(object, object)
    sign_out = Signal()
    resize_asked = Signal()
    language_chosen = Signal(str)
    beside_asked = Signal()

    def __init__(self, keys: Keys, languages: Sequence[str], *, wide: bool = False) -> None:
        """Make it.

        Args:
            keys: Whose keys stand on the buttons.
            languages: That can be chosen.
            wide: In two columns, for a screen that is low.
        """
        super().__init__()
        self.setObjectName("console")
        self._wide = wide
        self._keys = keys
        self._window = Label("window", px=24, bold=True, colour="primary")
        # A long status gets smaller, never the number.
        self._window.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._clerk = Label("clerk", px=15, colour="inkSoft")
        self._status = Label("status", px=18, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._offline = OfflineBand()
        self._card = VisitorCard()
        self.buttons = MoveButtons(self, keys, MOVES, px=18, call_px=28)
        self._offline.setMinimumHeight(scaled(60))
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
        self._moves = QGridLayout()
        self._passing = QWidget(self)
        self._laid_out: frozenset[ConsoleAct] | None = None
        self._left = _Left(WIDE_SIZE if wide else PANEL_SIZE)
        self._limit = LimitBar()
        self._beside: SightColumn | None = None
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left)
        self._connect()
        self._lay_out()
        self.acts_page = ActsPage(self._left, self._head_row, columns=2 if wide else 1)
        if key := keys.text(Command.ACTS):
            QShortcut(QKeySequence(key), self, self._toggle_acts).setAutoRepeat(False)

    def use_acts(self, acts: Acts) -> None:
        """Open these acts by their key."""
        self._acts = acts
        self.acts_page.use_acts(acts)

    def use_beside(self, column: SightColumn) -> None:
        """Have this column at the side; what stands here keeps its width."""
        self._beside = column
        self._left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(column, 1)
        box.addStretch(0)
        self._columns.addLayout(box, 1)

    def show_within(self, height: int) -> None:
        """Of a page that is scrolled on a low screen the column is all to be seen, px high at most."""
        if self._beside is not None:
            self._beside.setMaximumHeight(max(height, self._beside.minimumSizeHint().height()))

    @property
    def wanted_size(self) -> QSize:
        """Return how large it would be, in px of the design."""
        alone = WIDE_SIZE if self._wide else PANEL_SIZE
        return alone + QSize(WIDTH if self._beside is not None else 0, 0)

    def show_limit(self, limit: Limit | None, words: Words, now: datetime, *, room: bool) -> None:
        """Show how the time expected for the visitor goes by."""
        self._limit.show_limit(limit, words, now, room=room)

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show everything."""
        self._window.set_text(words(WINDOW, window=props.window))
        self._clerk.set_text(props.clerk)
        # While it is sought, the word for that needs the room.
        self._clerk.setVisible(props.known)
        self._more.setVisible(props.known and any(is_shown(act, props.acts) for act in Act))
        self._clerk.setAccessibleName(f"{words(CLERK)} {props.clerk}")
        self._clerk.setToolTip(self._clerk.accessibleName())
        self._status.set_text(words.status(props))
        self._status.set_colours(*STATUS_COLOURS[props.status])
        self._offline.show_props(props, words)
        self._card.show_props(props, words)
        self.buttons.show_props(props, words)
        self._queues.show_props(props, words)
        self._note.show_props(props, words)
        self._show_big()
        closes = Move.CLOSE in props.moves
        self._sign_out.set_words(words(CLOSE_AND_SIGN_OUT if closes else SIGN_OUT))
        self._sign_out.setEnabled(props.may_leave)
        self._strip.set_words(words(STRIP), self._keys.text(Command.STRIP))
        self._languages.show_language(words.language)
        self._lay_out_moves(props.acts)
        beside = self._queues.beside
        if beside.toolTip() != words(SEE_MORE):
            beside.set_words("◂" if self._beside else "▸", self._keys.text(Command.BESIDE))
            beside.setAccessibleName(words(SEE_MORE))
            beside.setToolTip(words(SEE_MORE))
        if self._beside is not None:
            self._beside.show_words(words)
        self._more.set_words(words(MORE_BUTTON), self._keys.text(Command.ACTS))
        self.acts_page.show_words(words, words.line(props))

    def _show_big(self) -> None:
        """One thing stands in the large place: what comes next, or why nothing can be pressed.

        Opening comes first at a window that is not open; calling would do nothing there.
        """
        call, opens = self._big()
        dark, closed = not self._offline.isHidden(), not opens.isHidden()
        call.setVisible(not dark and not closed)
        opens.setVisible(not dark and closed)

    def tick(self, now: datetime) -> None:
        """Show lengths of time; ``now`` by the core's clock."""
        self._card.tick(now)
        self._limit.tick(now)
        self._queues.tick(now)

    def _toggle_acts(self) -> None:
        if self._acts is not None:
            self._acts.toggle()

    def _connect(self) -> None:
        self._more.clicked.connect(self._toggle_acts)
        self.buttons.pressed.connect(self.pressed)
        self._sign_out.clicked.connect(self.sign_out)
        self._strip.clicked.connect(self.resize_asked)
        self._queues.beside.clicked.connect(self.beside_asked)
        self._languages.chosen.connect(self.language_chosen)

    def use_message(self, message: MessageLine) -> None:
        """Show what a supervisor says where the queues stand else; the line outlives the page."""
        message.stand(upright=False, keeps_room=True)
        self._queues.use_message(message)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._left)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.setSpacing(5)
        rows.addWidget(self._head())
        first = QVBoxLayout() if self._wide else rows
        second = QVBoxLayout() if self._wide else rows
        first.addWidget(self._card)
        first.addWidget(self._limit)
        second.addLayout(self._large_place())
        second.addLayout(self._grid())
        second.addWidget(self._note)
        first.addWidget(self._queues, 1)
        second.addStretch(0)
        second.addLayout(self._foot())
        if self._wide:
            columns = QHBoxLayout()
            columns.setSpacing(12)
            for column in (first, second):
                column.setSpacing(5)
                columns.addLayout(column, 1)
            rows.addLayout(columns, 1)
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

    def _large_place(self) -> QGridLayout:
        """Return one place for all that is large; what is not there keeps its room, and nothing jumps."""
        place = QGridLayout()
        for each in (*self._big(), self._offline):
            policy = each.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            each.setSizePolicy(policy)
            place.addWidget(each, 0, 0)
        return place

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
        grid = self._moves
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        passing = QHBoxLayout(self._passing)
        passing.setContentsMargins(0, 0, 0, 0)
        passing.setSpacing(3)
        passing.addWidget(self.buttons[Move.PASS], 1)
        passing.addWidget(self.buttons.pass_why)
        self._lay_out_moves(EVERY)
        return grid

    def _lay_out_moves(self, acts: frozenset[ConsoleAct]) -> None:
        """Let what has a button stand without holes: of an odd number the first one is as wide as two."""
        if acts == self._laid_out:
            return
        self._laid_out = acts
        moves = (Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PUT_BACK, Move.PAUSE)
        cells: dict[Move, QWidget] = {move: self.buttons[move] for move in moves}
        cells[Move.PASS] = self._passing
        there = [each for move, each in cells.items() if is_shown(move, acts)]
        self._passing.setVisible(is_shown(Move.PASS, acts))
        while self._moves.count():
            self._moves.takeAt(0)
        odd = len(there) % 2
        for place, widget in enumerate(there):
            row, column = divmod(place + odd, 2) if place else (0, 0)
            self._moves.addWidget(widget, row, column, 1, 2 if odd and not place else 1)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._sign_out, 1)
        foot.addWidget(self._strip)
        foot.addWidget(self._languages)
        return foot
