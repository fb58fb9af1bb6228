"""The hall now: all zones at a glance, and beside them the queues and windows of one."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from caller.floor.rows import ALL, queue_rows, window_rows, zone_rows
from caller.floor.table import FloorTable
from caller.floor.view_model import FloorModel
from caller.floor.window_panel import WindowPanel
from caller.floor.words import (
    CLERK,
    ESTIMATE,
    LONGEST,
    NUMBER,
    QUEUE,
    SERVES,
    SINCE,
    STATE,
    WAITING,
    WINDOW,
    WINDOWS,
    ZONE,
)
from caller.theme import scaled
from caller.widgets.button import KeyButton, Look
from caller.words import Words

KEY = "F1"

_BESIDE = 1080
"""So wide, in px of the design, is a page with both halves beside each other."""
_LEAST_HEIGHT, _LEAST_QUEUES = 192, 116
"""A head and four rows, and two."""
_WAITS = (LONGEST, STATE, WINDOWS, ESTIMATE)


class Half(StrEnum):
    """What is seen of the page where there is no width for both."""

    ZONES = "zones"
    WINDOWS = "windows"


_HALVES = {Half.ZONES: ZONE, Half.WINDOWS: WINDOW}


class HallPage(QWidget):
    """Three tables; what a supervisor may do with the chosen window stands below, or beside.

    Where the letters are large for the screen one half is seen at a time, and F1 goes to the other.

    Signals:
        take_over(int): The supervisor wants to work at that window.
    """

    take_over = Signal(int)

    def __init__(self, model: FloorModel) -> None:
        super().__init__()
        self.setObjectName("hall-page")
        self._model = model
        self._words: Words | None = None
        self._narrow = False
        self._half = Half.ZONES
        self.zones = FloorTable("zones", (0, 58, 86, 106, 116, 96))
        self.queues = FloorTable("queues", (0, 58, 86, 106, 116, 96))
        self.windows = FloorTable("windows", (64, 130, 70, 118, 64, 0))
        self.panel = WindowPanel(model)
        self._tabs = {half: KeyButton(f"half:{half.value}", px=16) for half in Half}
        self._parts = {half: QWidget() for half in Half}
        self._second = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._parts[Half.WINDOWS])
        self._connect()
        self._lay_out()
        self._show_half()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Have both halves beside each other while there is room for them, else one at a time."""
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(_BESIDE)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._show_half()

    def begin(self) -> None:
        """Take the keyboard."""
        (self.windows if self._narrow and self._half is Half.WINDOWS else self.zones).setFocus()

    def turn(self) -> None:
        """Go to the other half, where one is seen at a time."""
        if self._narrow:
            self._look_at(Half.ZONES if self._half is Half.WINDOWS else Half.WINDOWS)

    def show_props(self, words: Words) -> None:
        """Show everything."""
        self._words = words
        props = self._model.props
        self.zones.set_heads([words(each) for each in (ZONE, WAITING, *_WAITS)])
        self.queues.set_heads([words(each) for each in (QUEUE, WAITING, *_WAITS)])
        self.windows.set_heads([words(each) for each in (WINDOW, STATE, CLERK, NUMBER, SINCE, SERVES)])
        self.zones.show_rows(zone_rows(props.zones, words))
        self.queues.show_rows(queue_rows(props.queues, words))
        self.windows.show_rows(window_rows(props.windows, words))
        if not self.zones.choice and props.zones:
            self.zones.choose(props.zone or ALL)
        self.panel.show_props(words)
        self._show_tabs()

    def _look_at(self, half: Half) -> None:
        self._half = half
        self._show_half()
        self.begin()

    def _show_half(self) -> None:
        way = QBoxLayout.Direction
        self._second.setDirection(way.LeftToRight if self._narrow else way.TopToBottom)
        self._second.setStretch(0, 3 if self._narrow else 1)
        self._second.setStretch(1, 2 if self._narrow else 0)
        none, top = Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignTop
        self._second.setAlignment(self.panel, top if self._narrow else none)
        for half, part in self._parts.items():
            part.setVisible(not self._narrow or half is self._half)
            self._tabs[half].setVisible(self._narrow)
        self._show_tabs()

    def _show_tabs(self) -> None:
        if self._words is None:
            return
        for half, tab in self._tabs.items():
            here = half is self._half
            tab.set_look(Look.PRIMARY if here else Look.PLAIN)
            tab.set_words(self._words(_HALVES[half]), "" if here else KEY)

    def _zone_chosen(self, zone: str) -> None:
        self._model.look_at("" if zone == ALL else zone)

    def _window_chosen(self, window: str) -> None:
        self.panel.show_window(int(window) if window else None)

    def _connect(self) -> None:
        self.zones.chosen.connect(self._zone_chosen)
        self.windows.chosen.connect(self._window_chosen)
        self.panel.take_over.connect(self.take_over)
        for half, tab in self._tabs.items():
            tab.clicked.connect(partial(self._look_at, half))

    def _lay_out(self) -> None:
        for table in (self.zones, self.windows):
            table.setMinimumHeight(scaled(_LEAST_HEIGHT))
        self.queues.setMinimumHeight(scaled(_LEAST_QUEUES))
        first = QVBoxLayout(self._parts[Half.ZONES])
        first.addWidget(self.zones, 2)
        first.addWidget(self.queues, 3)
        self._second.addWidget(self.windows, 1)
        self._second.addWidget(self.panel)
        tabs, columns = QHBoxLayout(), QHBoxLayout()
        for half, part in self._parts.items():
            tabs.addWidget(self._tabs[half], 1)
            columns.addWidget(part, 11 if half is Half.ZONES else 10)
        for each in (first, self._second):
            each.setContentsMargins(0, 0, 0, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(tabs)
        rows.addLayout(columns, 1)
