from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QObject

from core.qt.models import KeyedModel, plain


@dataclass(frozen=True, slots=True)
class Item:
    key: str
    words: tuple[str, ...] = ()


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def shown(model: KeyedModel[Item]) -> list[str]:
    role = next(role for role, name in model.roleNames().items() if name == b"key")
    return [str(model.data(model.index(row), role)) for row in range(model.rowCount())]


def items(keys: str) -> list[Item]:
    return [Item(key) for key in keys]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "abc"),
        ("abc", ""),
        ("abc", "dabc"),
        ("abcd", "dabc"),
        ("abc", "bc"),
        ("abc", "xay"),
        ("abc", "cba"),
    ],
)
def test_the_list_follows(before: str, after: str, owner: QObject) -> None:
    model = KeyedModel(Item, owner)
    model.show(items(before))
    model.show(items(after))
    assert shown(model) == list(after)


def test_a_recalled_row_is_moved_and_no_other_is_touched(owner: QObject) -> None:
    model = KeyedModel(Item, owner)
    model.show(items("abcd"))
    told: list[str] = []
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.dataChanged.connect(lambda first, *_: told.append(f"changed {first.row()}"))
    model.show([Item("c", ("again",)), *items("abd")])
    assert told == ["moved", "changed 0"]


def test_qml_gets_plain_values(owner: QObject) -> None:
    assert plain((Item("a", ("x", "y")),)) == [{"key": "a", "words": ["x", "y"]}]
    model = KeyedModel(Item, owner)
    model.show([Item("a", ("x",))])
    assert model.data(QModelIndex(), 0) is None
    assert model.rowCount(model.index(0)) == 0
