"""The console as a bar: the number, what for, for how long, who waits, and one big button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QMenu, QSizePolicy, QWidget

from caller.acts.panel import Acts
from caller.acts.possible import Act as SecondLevel
from caller.acts.words import MORE as MORE_ACTS
from caller.bar.drop import ActsDrop
from caller.console_page import STATUS_COLOURS
from caller.derive import ConsoleProps
from caller.elapsed import clock_text
from caller.floor.message_line import MessageLine
from caller.keys import Command, Keys
from caller.moves import Move
from caller.shown import is_shown
from caller.sight.limit import Limit, Pace
from caller.sight.limit_bar import COLOUR_OF
from caller.sight.words import SHORT
from caller.theme import COLOURS, scaled
from caller.widgets.button import KeyButton, Look, in_tab_order
from caller.widgets.label import Label
from caller.widgets.lines import CALM
from caller.widgets.moves import MoveButtons, styled_menu
from caller.words import DEGRADED, WAITING, WHOLE, WINDOW, Words
from core.domain.ticket import LegState
from core.qt.translate import QT_TRANSLATE_NOOP

MORE = QT_TRANSLATE_NOOP("caller", "More")
_MORE = (Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PUT_BACK)
"""What has its key here too, but no button of its own."""
_LENGTH, _LENGTH_UPRIGHT = 1240, 640
_WIDTH_UPRIGHT = 216
_LINES, _LINES_UPRIGHT = 2, 5

_Cell = tuple[QWidget | QBoxLayout, int, int, int, int]
"""What stands there, its row and column, and how many of each it takes."""


class BarPage(QWidget):
    """Shows the props of a console in two low rows, or in one narrow column; every key works as in the panel.

    It is dragged by everything on it that is no button.

    Signals:
        pressed(object, object): A :class:`Move` and the id of a reason or ``None``.
        resize_asked: The whole console is wanted instead.
        dragged(QPoint): It is dragged; the pointer is there, on the screens.
        dropped(QPoint): It was let go there.
    """

    pressed = Signal(object, object)
    resize_asked = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.setObjectName("strip-console")
        self._keys = keys
        centre = Qt.AlignmentFlag.AlignHCenter
        self._window = Label("window", px=16, bold=True, colour="primary")
        self._status = Label("status", px=15, bold=True, align=centre)
        self._number = Label("visitor-number", px=36, bold=True, colour="primary", align=centre)
        self._number.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._mark = Label("visitor-mark", px=15, bold=True, align=centre)
        self._mark.set_colours("onAccent", "accent")
        self._state = Label("visitor-state", px=16, bold=True, align=centre)
        self._elapsed = Label("visitor-elapsed", px=20, bold=True, align=centre)
        self._step = Label("visitor-step", px=15, bold=True, colour="primary", align=centre)
        self._purpose = Label("visitor-purpose", px=17, lines=_LINES)
        self._note = Label("note", px=17, bold=True, lines=_LINES, align=centre)
        self._total = Label("waiting-total", px=18, bold=True, align=centre)
        self._more = KeyButton("more", look=Look.QUIET, px=15)
        self._whole = KeyButton("whole", look=Look.QUIET, px=15)
        self.buttons = MoveButtons(
            self, keys, (Move.CALL_NEXT, Move.OPEN, Move.PAUSE), px=15, call_px=22, why=False
        )
        self._big = (self.buttons[Move.CALL_NEXT], self.buttons[Move.OPEN])
        self.buttons.pressed.connect(self.pressed)
        self._whole.clicked.connect(self.resize_asked)
        self._more.clicked.connect(self._open_more)
        # While it is not there its room is kept: the bar stays as high, and nothing beside it jumps.
        for each in (self.buttons[Move.PAUSE], self._note):
            policy = each.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            each.setSizePolicy(policy)
        self._acts: Acts | None = None
        self._drop: ActsDrop | None = None
        self._message: MessageLine | None = None
        self._props: ConsoleProps | None = None
        self._limit: Limit | None = None
        self._words: Words | None = None
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._grid = QGridLayout(self)
        self._shape = (False, False)
        self._grows_up = False
        self._lay_out()
        in_tab_order(*self._big, self.buttons[Move.PAUSE], self._more, self._whole)

    @property
    def dragging(self) -> bool:
        """Whether it is in somebody's hand."""
        return self._dragging

    def fit(self, extent: int, *, upright: bool, grows_up: bool = False) -> None:
        """Stand upright for the left and the right edge, or lie for the others.

        Args:
            extent: How long the edge is, in px: where it is short, what is to be read has a row of its own.
            upright: Whether the edge is the left or the right one.
            grows_up: Whether the bar lies at the bottom: a message comes above the rest, which stays.
        """
        shape = (upright, not upright and extent < scaled(_LENGTH))
        if (shape, grows_up) != (self._shape, self._grows_up):
            self._shape, self._grows_up = shape, grows_up
            self._lay_out()

    def wanted(self) -> tuple[int, int]:
        """Return how long and how thick it wants to be, in px."""
        least = self.minimumSizeHint()
        if self._shape[0]:
            return max(scaled(_LENGTH_UPRIGHT), least.height()), max(scaled(_WIDTH_UPRIGHT), least.width())
        return max(scaled(_LENGTH), least.width()), least.height()

    def use_acts(self, acts: Acts, beside: Callable[[QPoint, QSize], QRect]) -> None:
        """Open these acts by their key; ``beside`` says where something stands that drops from a point."""
        self._acts = acts
        self._drop = ActsDrop(self, acts, lambda size: beside(self._anchor(), size))

    def use_message(self, message: MessageLine) -> None:
        """Show what is said to the clerk in a row of its own; the line outlives the page."""
        self._message = message
        self._lay_out()

    def toggle_acts(self) -> None:
        """Open the list of acts, or close what is open."""
        if self._acts is not None:
            self._acts.toggle()

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show everything that has room here."""
        self._props, self._words = props, words
        self._window.set_text(words(WINDOW, window=props.window))
        self._status.set_text(words.status(props))
        self._status.set_colours(*STATUS_COLOURS[props.status])
        self._show_visitor(props, words)
        self._total.set_text(words(WAITING, total=props.total))
        self._show_note(props, words)
        self._whole.set_words(words(WHOLE), self._keys.text(Command.STRIP))
        self._more.set_words("⋯")
        self._more.setAccessibleName(words(MORE))
        self._more.setToolTip(words(MORE))
        self.buttons.show_props(props, words)
        if self._drop is not None:
            self._drop.page.show_words(words, words.line(props))
        # One big button: what opens the window stands where the call will stand.
        self._big[0].setVisible(not self._big[1].isVisibleTo(self))

    def show_limit(self, limit: Limit | None, words: Words, now: datetime, *, room: bool) -> None:  # noqa: ARG002
        """Show how the time expected for the visitor goes by; there is no room to keep."""
        self._limit = limit
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Show for how long; ``now`` by the core's clock."""
        props, words = self._props, self._words
        visitor = props.visitor if props else None
        self._elapsed.set_text(clock_text((now - visitor.since).total_seconds()) if visitor else "")
        pace = self._limit.pace(now) if self._limit and visitor else Pace.FINE
        self._elapsed.set_colours(*COLOUR_OF[pace])
        if words is not None and visitor is not None:
            # Nearly over, or over: the word stands where else only "being served" would.
            self._state.set_text(words(SHORT[pace]) if pace in SHORT else words.state(visitor))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag it; a hand that trembles drags nothing."""
        if self._pressed_at is None:
            return
        at = event.globalPosition().toPoint()
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        self._dragging = self._dragging or far
        if self._dragging:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let it go."""
        dragged, self._pressed_at, self._dragging = self._dragging, None, False
        if dragged:
            self.dropped.emit(event.globalPosition().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw an edge: it has no frame, and lies on other programs."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(COLOURS["line"]), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what it can do with."""
        return self._grid.minimumSize()

    def _show_visitor(self, props: ConsoleProps, words: Words) -> None:
        visitor = props.visitor
        self._number.set_text(visitor.number if visitor else "—")
        self._number.set_colours("primary" if visitor else "inkOff")
        self._mark.set_text(visitor.mark if visitor else "")
        self._mark.setVisible(bool(visitor and visitor.mark))
        self._state.set_text(words.state(visitor) if visitor else "")
        serving = visitor is not None and visitor.state is LegState.SERVING
        self._state.set_colours(*(("onPrimary", "primary") if serving else ("onAccent", "accent")))
        self._step.set_text(words.step(visitor) if visitor else "")
        self._step.setVisible(bool(self._step.text()))
        self._purpose.set_text((visitor.purpose or visitor.queue) if visitor else "")
        self._purpose.setToolTip(self._purpose.text())

    def _show_note(self, props: ConsoleProps, words: Words) -> None:
        """The note, or what is wrong, stands where it is told what the visitor came for."""
        trouble = words.trouble(props)
        self._note.keep_room_for(words(DEGRADED))
        calm = not trouble and (props.note is None or props.note.kind in CALM)
        self._note.set_text(trouble or words.line(props))
        self._note.setToolTip(self._note.text())
        if trouble:
            self._note.set_colours("onWarn", "warn")
        else:
            self._note.set_colours("ink" if calm else "warn", "surface")
        self._note.setVisible(bool(self._note.text()))
        self._purpose.setVisible(not self._note.text())

    def _open_more(self) -> None:
        props, words = self._props, self._words
        if props is None or words is None:
            return
        moves = [move for move in _MORE if is_shown(move, props.acts)]
        texts = "".join(words.move(move, props.status) for move in moves)
        menu = styled_menu(self, "more-moves", texts + words(MORE_ACTS))
        for move in moves:
            action = menu.addAction(f"{words.move(move, props.status)}\t{self._keys.text(move)}")
            action.setEnabled(move in props.moves)
            action.triggered.connect(self._doer(move))
        if any(is_shown(act, props.acts) for act in SecondLevel):
            menu.addSeparator()
            action = menu.addAction(f"{words(MORE_ACTS)}\t{self._keys.text(Command.ACTS)}")
            action.triggered.connect(self.toggle_acts)
        self._pop_up(menu)

    def _anchor(self) -> QPoint:
        return self._more.mapToGlobal(self._more.rect().center())

    def _pop_up(self, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _doer(self, move: Move) -> Callable[[], None]:
        return lambda: self.buttons.trigger(move)

    def _lay_out(self) -> None:
        upright, _ = self._shape
        grid = self._grid
        while (item := grid.takeAt(0)) is not None:
            self._take_apart(item.layout())
        grid.setContentsMargins(*((8, 8, 8, 8) if upright else (10, 4, 8, 4)))
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(6 if upright else 2))
        for label in (self._purpose, self._note):
            label.lines = _LINES_UPRIGHT if upright else _LINES
        self._purpose.align(Qt.AlignmentFlag.AlignTop if upright else Qt.AlignmentFlag.AlignLeft)
        for big in self._big:
            big.setMinimumWidth(0 if upright else scaled(190))
            big.setMinimumHeight(scaled(56))
        above = int(self._grows_up)
        for cell in self._upright_cells() if upright else self._lying_cells():
            what, row, column, high, wide = cell
            row += above
            if isinstance(what, QBoxLayout):
                grid.addLayout(what, row, column, high, wide)
            else:
                grid.addWidget(what, row, column, high, wide)
        if self._message is not None:
            self._message.stand(upright=upright, keeps_room=upright)
            grid.addWidget(self._message, *((6, 0, 1, 2) if upright else (0 if above else 3, 0, 1, 9)))
        # Of an upright bar the empty row grows, of a lying one what is read.
        grid.setRowStretch(6, 1 if upright else 0)
        for column, grows in enumerate((upright, upright, False, False, not upright)):
            grid.setColumnStretch(column, int(grows))

    def _pair(self, one: QWidget, other: QWidget) -> QBoxLayout:
        """Return two that belong together: beneath each other in a lying bar; alone, one is in the middle."""
        upright, _ = self._shape
        way = QBoxLayout.Direction.LeftToRight if upright else QBoxLayout.Direction.TopToBottom
        pair = QBoxLayout(way)
        pair.setSpacing(scaled(6 if upright else 4))
        if not upright:
            pair.addStretch(1)
        pair.addWidget(one)
        pair.addWidget(other, int(upright))
        if not upright:
            pair.addStretch(1)
        return pair

    @staticmethod
    def _take_apart(pair: QLayout | None) -> None:
        while pair is not None and pair.takeAt(0) is not None:
            pass

    def _lying_cells(self) -> tuple[_Cell, ...]:
        read = (2, 0, 1, 9) if self._shape[1] else (0, 4, 2, 1)
        return (
            (self._pair(self._window, self._status), 0, 0, 2, 1),
            (self._number, 0, 1, 2, 1),
            (self._pair(self._state, self._mark), 0, 2, 2, 1),
            (self._pair(self._elapsed, self._step), 0, 3, 2, 1),
            (self._purpose, *read),
            (self._note, *read),
            (self._total, 0, 5, 2, 1),
            *((big, 0, 6, 2, 1) for big in self._big),
            (self.buttons[Move.PAUSE], 0, 7, 1, 1),
            (self._more, 1, 7, 1, 1),
            (self._whole, 0, 8, 2, 1),
        )

    def _upright_cells(self) -> tuple[_Cell, ...]:
        return (
            (self._pair(self._window, self._status), 0, 0, 1, 2),
            (self._number, 1, 0, 1, 2),
            (self._pair(self._state, self._elapsed), 2, 0, 1, 2),
            (self._pair(self._mark, self._step), 3, 0, 1, 2),
            (self._purpose, 4, 0, 1, 2),
            (self._note, 4, 0, 1, 2),
            (self._total, 7, 0, 1, 2),
            *((big, 8, 0, 1, 2) for big in self._big),
            (self.buttons[Move.PAUSE], 9, 0, 1, 2),
            (self._whole, 10, 0, 1, 2),
            (self._more, 11, 0, 1, 2),
        )
