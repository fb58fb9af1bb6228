"""How many wait for this window."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from caller.derive import ConsoleProps
from caller.floor.message_line import MessageLine
from caller.theme import COLOURS, SCROLL_BAR_STYLE
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.words import WAITING, Words

_STYLE = "#queues, #queues > QWidget, #rows {{ background: transparent; }}" + SCROLL_BAR_STYLE
_ROWS_SEEN = 2
"""The rest is scrolled to."""


class QueueList(QWidget):
    """The total and the longest wait, and beneath them each queue of the window's profile."""

    def __init__(self) -> None:
        super().__init__()
        self.total = Label("waiting-total", px=20, bold=True)
        self.longest = Label("waiting-longest", px=16, align=Qt.AlignmentFlag.AlignRight)
        self.beside = KeyButton("beside", look=Look.QUIET, px=17)
        self.beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._head_since: datetime | None = None
        self._words: Words | None = None
        self._queues: tuple[str, ...] = ()
        self._names: dict[str, Label] = {}
        self._counts: dict[str, Label] = {}
        self._area = QScrollArea()
        self._place = QGridLayout()
        self._message: MessageLine | None = None
        self._lay_out()

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show who waits where."""
        self._words = words
        self._head_since = props.head_since
        queues = tuple(queue.id for queue in props.queues)
        if queues != self._queues:
            self._make_rows(queues)
        self.total.set_text(words(WAITING, total=props.total))
        for queue in props.queues:
            self._names[queue.id].set_text(queue.name)
            self._names[queue.id].setToolTip(queue.name)
            self._counts[queue.id].set_text(str(queue.waiting))
        rows = [
            max(name.sizeHint().height(), self._counts[queue].sizeHint().height())
            for queue, name in self._names.items()
        ]
        self._area.setMinimumHeight(sum(rows[:_ROWS_SEEN]) if len(queues) > 1 else 1)
        self._show_area()

    def use_message(self, message: MessageLine) -> None:
        """Show what is said to the clerk instead of the queues, until it is read; nothing else moves."""
        self._message = message
        self._place.addWidget(message, 0, 0, Qt.AlignmentFlag.AlignTop)
        message.stood.connect(self._show_area)
        self._show_area()

    def tick(self, now: datetime) -> None:
        """Show the longest wait; ``now`` by the core's clock."""
        since, words = self._head_since, self._words
        longest = words.longest((now - since).total_seconds()) if since and words else ""
        self.longest.set_text(longest)

    def _show_area(self) -> None:
        # With one queue the total says it all.
        read = self._message is None or self._message.isHidden()
        self._area.setVisible(read and len(self._queues) > 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.total, 1)
        head.addWidget(self.longest)
        head.addWidget(self.beside)
        self._area.setObjectName("queues")
        self._area.setStyleSheet(_STYLE.format(**COLOURS))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 0, 4, 0)
        rows.setSpacing(2)
        rows.addLayout(head)
        policy = self._area.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._area.setSizePolicy(policy)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._area, 0, 0)
        rows.addLayout(self._place, 1)
        rows.addStretch(0)

    def _make_rows(self, queues: tuple[str, ...]) -> None:
        self._queues = queues
        inside = QWidget()
        inside.setObjectName("rows")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._names = {queue: Label(f"queue:{queue}", px=16, colour="inkSoft") for queue in queues}
        self._counts = {
            queue: Label(f"waiting:{queue}", px=17, bold=True, align=Qt.AlignmentFlag.AlignRight)
            for queue in queues
        }
        for queue in queues:
            row = QHBoxLayout()
            row.addWidget(self._names[queue], 1)
            row.addWidget(self._counts[queue])
            rows.addLayout(row)
        rows.addStretch(1)
        self._area.setWidget(inside)
