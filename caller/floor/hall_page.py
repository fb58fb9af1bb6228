"""The hall now: all zones at a glance, and beside them the queues and windows of one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

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
from caller.words import Words

_BESIDE = 1080
"""So wide, in px of the design, is a page with both halves beside each other."""
_LEAST_HEIGHT = 192
"""A head and four rows."""
_WAITS = (LONGEST, STATE, WINDOWS, ESTIMATE)


class HallPage(QWidget):
    """Three tables; what a supervisor may do with the chosen window stands below.

    Signals:
        take_over(int): The supervisor wants to work at that window.
    """

    take_over = Signal(int)

    def __init__(self, model: FloorModel) -> None:
        super().__init__()
        self.setObjectName("hall-page")
        self._model = model
        self.zones = FloorTable("zones", (0, 58, 86, 106, 116, 96))
        self.queues = FloorTable("queues", (0, 58, 86, 106, 116, 96))
        self.windows = FloorTable("windows", (64, 130, 70, 118, 64, 0))
        self.panel = WindowPanel(model)
        self.zones.chosen.connect(self._zone_chosen)
        self.windows.chosen.connect(self._window_chosen)
        self.panel.take_over.connect(self.take_over)
        for table in (self.zones, self.queues, self.windows):
            table.setMinimumHeight(scaled(_LEAST_HEIGHT))
        left = QVBoxLayout()
        left.addWidget(self.zones, 2)
        left.addWidget(self.queues, 3)
        right = QVBoxLayout()
        right.addWidget(self.windows, 1)
        right.addWidget(self.panel)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(left, 11)
        self._columns.addLayout(right, 10)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lie beside each other while there is room for both halves, else one beneath the other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = event.size().width() >= scaled(_BESIDE)
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def show_props(self, words: Words) -> None:
        """Show everything."""
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

    def _zone_chosen(self, zone: str) -> None:
        self._model.look_at("" if zone == ALL else zone)

    def _window_chosen(self, window: str) -> None:
        self.panel.show_window(int(window) if window else None)
