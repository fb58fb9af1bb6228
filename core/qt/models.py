"""Values for QML: plain ones, and lists that change row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from itertools import takewhile
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Keyed(Protocol):
    """A frozen dataclass with a key that stays when the rest changes."""

    @property
    def key(self) -> str:
        """What tells it from the others of its list."""


T = TypeVar("T", bound=Keyed)


def plain(value: Any) -> Any:
    """Return ``value`` as what QML understands: dataclasses as objects, tuples as arrays."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


class KeyedModel(QAbstractListModel, Generic[T]):
    """Shows a list of frozen values; each field is a role.

    What stays keeps its delegate: a row that moved is moved, one that changed is changed in place.
    """

    count_changed = Signal()

    def __init__(self, kind: type[T], parent: QObject) -> None:
        super().__init__(parent)
        self._roles = {
            _FIRST_ROLE + at: each.name
            for at, each in enumerate(fields(kind))  # type: ignore[arg-type]
        }
        self._items: list[T] = []
        self._count = 0

    @Property(int, notify=count_changed)
    def count(self) -> int:
        """How many there are, said before the new ones come: a delegate is made in the place it keeps."""
        return self._count

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._items)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802 - Qt's name
        """Return the fields by role."""
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a field of an item."""
        if not index.isValid() or role not in self._roles:
            return None
        return plain(getattr(self._items[index.row()], self._roles[role]))

    def show(self, items: Sequence[T]) -> None:
        """Show ``items``, with as few changes as it takes."""
        keys = {each.key for each in items}
        if not any(each.key in keys for each in self._items):
            self._cut(0)
        if self._count != len(items):
            self._count = len(items)
            self.count_changed.emit()
        row = 0
        while row < len(items):
            row += self._insert_new(row, items) or self._place(row, items[row])
        self._cut(len(items))

    def _cut(self, to: int) -> None:
        """Remove the rows from ``to`` on."""
        if len(self._items) > to:
            self.beginRemoveRows(_NOWHERE, to, len(self._items) - 1)
            del self._items[to:]
            self.endRemoveRows()

    def _insert_new(self, row: int, items: Sequence[T]) -> int:
        """Insert at once all that are new from ``row`` on: they are laid out once; return how many."""
        known = {each.key for each in self._items[row:]}
        new = list(takewhile(lambda each: each.key not in known, items[row:]))
        if new:
            self.beginInsertRows(_NOWHERE, row, row + len(new) - 1)
            self._items[row:row] = new
            self.endInsertRows()
        return len(new)

    def _place(self, row: int, item: T) -> int:
        before = next(at for at in range(row, len(self._items)) if self._items[at].key == item.key)
        if before != row:
            self.beginMoveRows(_NOWHERE, before, before, _NOWHERE, row)
            self._items.insert(row, self._items.pop(before))
            self.endMoveRows()
        if self._items[row] != item:
            changed = self._differing(self._items[row], item)
            self._items[row] = item
            self.dataChanged.emit(self.index(row), self.index(row), changed)
        return 1

    def _differing(self, old: T, new: T) -> list[int]:
        """Return the roles that are new: what stays the same is not built again."""
        return [role for role, name in self._roles.items() if getattr(old, name) != getattr(new, name)]
