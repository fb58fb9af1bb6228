"""Every statement of the store is about one hall: several may share a database."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Table
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.elements import BinaryExpression, BindParameter
from sqlalchemy.sql.selectable import FromClause

import core.store
from core.domain.slip import SlipWanted
from core.store import sql
from core.store.prepared import Prepared
from core.store.sql_find import find
from core.store.tables import legs
from tests.support.clock import MORNING

OF_ALL_HALLS = {"ALL_HALLS", "HALLS_OF_OLD"}
"""Who opens a database asks which halls it holds."""
OTHERS = {
    "heads": sql.heads(("a", "b"), ("c",))[0],
    "find": Prepared(find(number="A001", queue="a", state="waiting", window=1)),
    "find_slips": Prepared(find(slip=SlipWanted(missing_at=MORNING))),
}


def statements() -> Iterator[Any]:
    for found in pkgutil.iter_modules(core.store.__path__, "core.store."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if isinstance(value, Prepared) and name not in OF_ALL_HALLS:
                yield pytest.param(value._statement, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for name, value in OTHERS.items():
        yield pytest.param(value._statement, id=name)


def hall_of(table: FromClause) -> Any:
    return table.c.id if getattr(table, "name", "") == "halls" else table.c.hall


def is_the_hall(column: Any) -> bool:
    table = getattr(column, "table", None)
    return isinstance(table, Table) and column is hall_of(table)


@pytest.mark.parametrize("statement", list(statements()))
def test_it_names_the_hall_of_every_table_it_touches(statement: Any) -> None:
    found = list(visitors.iterate(statement))
    if isinstance(statement, Insert):
        # Every column is given its value by name.
        assert hall_of(statement.table) is not None
        assert not statement._values
        return
    touched = {each for each in found if isinstance(each, Table)}
    if isinstance(statement, Update | Delete):
        assert isinstance(statement.table, Table)
        touched.add(statement.table)
    given: set[Any] = set()
    joined: list[set[Any]] = []
    for each in found:
        if not (isinstance(each, BinaryExpression) and each.operator is operators.eq):
            continue
        sides = [each.left, each.right]
        halls = {side.table for side in sides if is_the_hall(side)}
        if halls and any(isinstance(side, BindParameter) for side in sides):
            given |= halls
        elif len(halls) == 2:
            joined.append(halls)
    for _ in joined:
        given |= {table for pair in joined if pair & given for table in pair}
    assert touched, "what does it read?"
    assert {table.name for table in touched} - {table.name for table in given} == set()


def test_the_guard_sees_a_statement_that_forgets_its_hall() -> None:
    forgetful = legs.update().where(legs.c.id == sql.P("of_id")).values(version=2)
    with pytest.raises(AssertionError, match="legs"):
        test_it_names_the_hall_of_every_table_it_touches(forgetful)
