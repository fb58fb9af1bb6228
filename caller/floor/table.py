"""A table whose rows never move under the hand that is on it, in any of the hall's scripts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from caller.floor.order import Cell, Row, Sort, Tone, ordered
from caller.theme import COLOURS, SCROLL_BAR_STYLE, scaled
from caller.widgets.text import MIN_PX, Fitted, font_for, text_width

ROW_HEIGHT = 38
HEADER_HEIGHT = 40
TEXT_PX = 16
_PADDING = 8
_ANY = QModelIndex | QPersistentModelIndex
_PATCHES = {Tone.LATE: ("onAccent", "accent"), Tone.VERY_LATE: ("onWarn", "warn")}
_INKS = {Tone.PLAIN: "ink", Tone.SOFT: "inkSoft", Tone.STRONG: "primary"}
_STYLE = (
    "QTableView {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; outline: 0; }}"
    " QTableView:focus {{ border: 2px solid {accent}; }}"
    " QHeaderView {{ background: {page}; }}"
    " QHeaderView::section {{ background: {page}; color: {inkSoft}; border: 0;"
    " border-bottom: 1px solid {line}; padding: 0 8px; }}" + SCROLL_BAR_STYLE
)


class Rows(QAbstractTableModel):
    """The rows of a table as they stand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.heads: tuple[str, ...] = ()

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, also for who hears it read; the delegate asks for the cell itself."""
        cell = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return cell
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return cell.text if role in texts else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and section < len(self.heads):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.heads[section]
            if role == Qt.ItemDataRole.FontRole:
                return font_for(self.heads[section], scaled(TEXT_PX - 1))
        return None

    def show_rows(self, rows: list[Row]) -> bool:
        """Show ``rows``; return whether other rows stand there now, or in another order."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.heads) - 1))
            return False
        stood = len(self.rows)
        if stood and [row.id for row in rows[:stood]] == [row.id for row in self.rows]:
            # Only below: what stands on the screen, and how far it is scrolled, stays.
            self.beginInsertRows(QModelIndex(), stood, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
            self.dataChanged.emit(self.index(0, 0), self.index(stood - 1, len(self.heads) - 1))
            return True
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True


@lru_cache(maxsize=512)
def _fitted(text: str, px: int, width: float, height: float, bold: bool) -> Fitted:
    """Return a text as laid out: of a table that is drawn again most texts are the same."""
    least = scaled(MIN_PX)
    if text_width(text, least, bold=bold) > width:
        # Whoever wants it large cannot read the smallest letters: better a part, and all of it in the tip.
        metrics = QFontMetricsF(font_for(text, least, bold=bold))
        text, px = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 1), least
    return Fitted(text, px, 1, QRectF(0, 0, width, height), bold=bold, least=least)


class _Painter(QStyledItemDelegate):
    """Draws a cell: no script clipped, a late one on a patch of its colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        """Draw one cell."""
        cell: Cell = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(box, QColor(COLOURS["surfacePressed"]))
        ink = _INKS.get(cell.tone, "ink")
        room = box.adjusted(_PADDING, 0, -_PADDING, 0)
        if cell.tone in _PATCHES and cell.text:
            ink, back = _PATCHES[cell.tone]
            painter.setBrush(QColor(COLOURS[back]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        painter.setPen(QColor(COLOURS[ink]))
        bold = cell.tone not in (Tone.PLAIN, Tone.SOFT)
        fitted = _fitted(cell.text, scaled(TEXT_PX), room.width(), room.height(), bold)
        fitted.draw(painter, room, Qt.AlignmentFlag.AlignLeft)
        painter.restore()


class FloorTable(QTableView):
    """Rows that can be chosen by mouse and arrow keys and sorted by a click on a column's name.

    Signals:
        chosen(str): Id of the row that is chosen now, ``""``: none.
    """

    chosen = Signal(str)

    def __init__(self, name: str, widths: Sequence[int]) -> None:
        """Make it.

        Args:
            widths: Of the columns, px of the design; 0: what is left.
        """
        super().__init__()
        self.setObjectName(name)
        self._rows = Rows(self)
        self._given: list[Row] = []
        self._sort = Sort()
        self._widths = tuple(widths)
        self._chosen = ""
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setStyleSheet(_STYLE.format(**COLOURS))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        head = self.horizontalHeader()
        head.setFixedHeight(scaled(HEADER_HEIGHT))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.sectionClicked.connect(self.sort_by)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def set_heads(self, heads: Sequence[str]) -> None:
        """Name the columns."""
        if tuple(heads) == self._rows.heads:
            return
        self._rows.beginResetModel()
        self._rows.heads = tuple(heads)
        self._rows.endResetModel()
        for column, width in enumerate(self._widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, mode)
            if width:
                # Whatever the language calls a column, its name is not cut.
                named = text_width(heads[column], scaled(TEXT_PX - 1)) + 2 * _PADDING + 4
                self.setColumnWidth(column, max(scaled(width), math.ceil(named)))
        self._choose_again()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; while a hand is on the table, those that stand there stay in their places."""
        self._given = list(rows)
        self._arrange(held=self._held())

    def sort_by(self, column: int) -> None:
        """Sort by a column: largest first, then smallest first, then as the hall has it."""
        was = self._sort
        if was.column != column:
            self._sort = Sort(column, descending=True)
        else:
            self._sort = Sort(column) if was.descending else Sort()
        head = self.horizontalHeader()
        head.setSortIndicatorShown(self._sort.column is not None)
        order = Qt.SortOrder.DescendingOrder if self._sort.descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(self._sort.column or 0, order)
        self._arrange(held=False)

    @property
    def choice(self) -> str:
        """Id of the row that is chosen, ``""``: none."""
        return self._chosen

    def choose(self, row: str) -> None:
        """Choose a row by its id."""
        if row != self._chosen:
            self._chosen = row
            self._choose_again()
            self.chosen.emit(self._chosen)

    def ids(self) -> list[str]:
        """Return the ids of the rows as they stand."""
        return [row.id for row in self._rows.rows]

    def texts(self, row: str) -> list[str]:
        """Return what a row shows."""
        return next([cell.text for cell in each.cells] for each in self._rows.rows if each.id == row)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The hand is gone: rows may find their places."""
        super().leaveEvent(event)
        self._arrange(held=self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The keyboard is gone: rows may find their places."""
        super().focusOutEvent(event)
        self._arrange(held=self.underMouse())

    def _held(self) -> bool:
        return self.underMouse() or self.hasFocus()

    def _arrange(self, *, held: bool) -> None:
        rows = ordered(self._given, self._sort, self.ids(), held=held)
        if self._rows.show_rows(rows):
            self._choose_again()

    def _choose_again(self) -> None:
        """Keep what was chosen where it stands now; what is gone is chosen no more."""
        kept, ids = self._chosen, self.ids()
        if kept in ids:
            index = self._rows.index(ids.index(kept), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        elif kept and all(row.id != kept for row in self._given):
            self._chosen = ""
            self.chosen.emit("")

    def _current_changed(self, current: QModelIndex) -> None:
        if not current.isValid():
            return  # The rows are being replaced; what was chosen is chosen again.
        row = self._rows.rows[current.row()].id
        if row != self._chosen:
            self._chosen = row
            self.chosen.emit(row)
