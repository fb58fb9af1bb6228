"""Tables and migrations, the rules that the schema itself holds, and the indexes that are used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

import core.store.migrate
from core.app.call_next import call_next
from core.app.take import Wish, take
from core.app.windows import open_window
from core.domain.slip import SlipWanted
from core.store import sql as statements
from core.store.engine import sqlite_writer
from core.store.migrate import HEAD, migrate
from core.store.postgres import postgres_writer
from core.store.prepared import Prepared
from core.store.sql_find import find
from core.store.tables import metadata
from tests.support.clock import MORNING
from tests.support.sql_store import SqlStore, migrated_database

MIGRATIONS = Path(core.store.migrate.__file__).parent / "migrations"


@pytest.fixture
def empty(tmp_path: Path) -> Engine:
    """A database that has come through every migration, one after another."""
    engine = sqlite_writer(tmp_path / "hall.db")
    core.store.migrate._upgrade(engine)
    return engine


def shape(engine: Engine) -> dict[str, Any]:
    """Return the tables, whichever way they were made: the order of columns is left open."""
    looked = inspect(engine)
    found: dict[str, Any] = {
        name: (
            sorted(repr(column) for column in looked.get_columns(name)),
            sorted(repr(unique) for unique in looked.get_unique_constraints(name)),
            sorted(repr(check) for check in looked.get_check_constraints(name)),
            sorted(repr(key) for key in looked.get_foreign_keys(name)),
            looked.get_pk_constraint(name),
        )
        for name in looked.get_table_names()
    }
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index'").all()
    return found | {row.name: row.sql for row in rows}


def test_new_tables_are_those_that_the_migrations_lead_to(empty: Engine, tmp_path: Path) -> None:
    fresh = sqlite_writer(tmp_path / "fresh.db")
    migrate(fresh)
    assert "legs" in shape(fresh)
    assert shape(fresh) == shape(empty)
    versions = []
    for engine in (fresh, empty):
        with engine.connect() as connection:
            versions.append(connection.exec_driver_sql("SELECT version_num FROM alembic_version").all())
        engine.dispose()
    assert versions == [[(HEAD,)], [(HEAD,)]]


def test_a_first_start_does_without_alembic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_engine: Engine) -> None:
        raise AssertionError("there is nothing to upgrade")

    monkeypatch.setattr(core.store.migrate, "_upgrade", refuse)
    engine = sqlite_writer(tmp_path / "hall.db")
    migrate(engine)
    migrate(engine)
    assert inspect(engine).has_table("legs")
    engine.dispose()


def test_the_migrations_make_the_tables(empty: Engine) -> None:
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    empty.dispose()


def test_partial_indexes_are_those_of_the_tables(empty: Engine) -> None:
    """What alembic's comparison passes over: the conditions of partial indexes."""
    with empty.connect() as connection:
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index'").all()
    empty.dispose()
    conditions = {name: text.partition(" WHERE ")[2] for name, text in found if text and " WHERE " in text}
    assert conditions == {
        str(index.name): str(index.dialect_options["sqlite"]["where"])
        for table in metadata.tables.values()
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }


def test_head_is_the_newest_migration_and_they_are_one_line() -> None:
    folder = ScriptDirectory(str(MIGRATIONS))
    assert folder.get_heads() == [HEAD]
    names = sorted(path.name for path in (MIGRATIONS / "versions").glob("m*.py"))
    assert [re.match(r"m(\d{4})_", name)[1] for name in names] == [  # type: ignore[index]
        f"{at:04d}" for at in range(1, len(names) + 1)
    ]


def test_a_database_of_an_older_program_is_brought_up_and_keeps_what_is_in_it(tmp_path: Path) -> None:
    from alembic import command
    from alembic.config import Config

    engine = sqlite_writer(tmp_path / "hall.db")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO halls (id, seq, description) VALUES ('h', 7, '{}')")
    migrate(engine)
    with engine.connect() as connection:
        row = statements.HALL(connection, hall="h").mappings().one()
    engine.dispose()
    assert (row["seq"], row["day_seq"]) == (7, 0)
    assert len(row["epoch"]) > 10, "its numbers belong to a life of the hall from now on"


def test_a_database_at_head_is_left_alone(empty: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_engine: Engine) -> None:
        raise AssertionError("nothing was to be done")

    monkeypatch.setattr(core.store.migrate, "_upgrade", refuse)
    migrate(empty)
    assert inspect(empty).has_table("legs")
    empty.dispose()


def raw(store: SqlStore, statement: str, **values: Any) -> None:
    """Change the database past every rule of the program, on a connection of its own."""
    url = store.engine.url
    engine = sqlite_writer(Path(str(url.database))) if url.drivername == "sqlite" else postgres_writer(url)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement), values)
    finally:
        engine.dispose()


def two_of_which_one_is_called(store: SqlStore) -> Sequence[str]:
    legs = [store.run(partial(take, wish=Wish("insurance"), by="k")).leg.id for _ in range(2)]
    store.run(partial(open_window, window=1, clerk="1", by="c"))
    store.run(partial(call_next, window=1, by="c"))
    return legs


def test_no_window_gets_a_second_visitor_whatever_the_program_does(sql: SqlStore) -> None:
    _first, second = two_of_which_one_is_called(sql)
    for state in ("called", "serving"):
        with pytest.raises(IntegrityError, match=r"legs\.window|one_visitor_a_window"):
            raw(sql, 'UPDATE legs SET state = :state, "window" = 1 WHERE id = :leg', state=state, leg=second)
    raw(sql, "UPDATE legs SET state = 'called', \"window\" = 2 WHERE id = :leg", leg=second)


def test_no_visitor_is_at_two_windows_whatever_the_program_does(sql: SqlStore) -> None:
    first, _second = two_of_which_one_is_called(sql)
    columns = [column.name for column in metadata.tables["legs"].columns]
    names = ", ".join(f'"{name}"' for name in columns)
    picked = ", ".join({"id": "'another'", "window": "2"}.get(name, f'"{name}"') for name in columns)
    with pytest.raises(IntegrityError, match=r"legs\.ticket|one_window_a_visitor"):
        raw(sql, f"INSERT INTO legs ({names}) SELECT {picked} FROM legs WHERE id = :leg", leg=first)


def test_nobody_is_called_to_no_window(sql: SqlStore) -> None:
    _first, second = two_of_which_one_is_called(sql)
    with pytest.raises(IntegrityError, match="ck_legs_at_a_window"):
        raw(sql, "UPDATE legs SET state = 'called' WHERE id = :leg", leg=second)


def test_no_number_is_printed_twice_on_a_day_whatever_the_program_does(sql: SqlStore) -> None:
    two_of_which_one_is_called(sql)
    with pytest.raises(IntegrityError, match=r"tickets\.number|uq_tickets_hall_date_number"):
        raw(
            sql,
            "INSERT INTO tickets (id, hall, date, number, visitor_class, language, track, taken_at)"
            " SELECT 'another', hall, date, number, visitor_class, language, 'x', taken_at FROM tickets"
            " LIMIT 1",
        )


def plan(store: SqlStore, statement: Prepared, **params: Any) -> str:
    """Return how SQLite would run a statement, exactly as it is handed over."""
    with store.readers.begin() as connection:
        compiled = statement.compiled(connection.dialect)
        bound = tuple(compiled.given(params))
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled.text}", bound).all()
    return "\n".join(str(row[3]) for row in rows)


@pytest.mark.parametrize(
    ("statement", "params", "index"),
    [
        (
            statements.heads(("insurance", "company"), ("ordinary", "elderly"))[0],
            {"now": "x"},
            "ix_legs_waiting",
        ),
        (statements.COUNT_WAITING, {"queue": "a"}, "ix_legs_waiting"),
        (statements.COUNT_AHEAD, {"queue": "a", "of_rank": 1, "at": "x", "place": 1}, "ix_legs_waiting"),
        (statements.WAITING_BY_QUEUE, {}, "ix_legs_waiting"),
        (statements.PASSED, {"most": 9}, "ix_legs_left_open"),
        (statements.AT, {"number": 1}, "uq_legs_one_visitor_a_window"),
        (statements.ALL_AT_WINDOWS, {}, "uq_legs_one_visitor_a_window"),
        (statements.LEFT_OPEN_BEFORE, {"day": "x"}, "ix_legs_left_open"),
        (statements.CLASSES_LEFT_OPEN, {}, "ix_legs_left_open"),
        (statements.LISTED_CALLS, {"since": 1}, "ix_legs_listed"),
        (statements.LEGS_OF, {"ticket": "x"}, "ix_legs_ticket"),
        (statements.NAMES, {"since": 1}, "ix_legs_listed"),
        (statements.ERASE_NAMES, {"of_hall": "lhasa-like", "day": "x"}, "ix_tickets_named"),
        (statements.NAMING_EVENTS, {"since": 1}, "(hall=? AND seq>?)"),
    ],
)
def test_history_is_not_read(
    on_disk: SqlStore, statement: Prepared, params: dict[str, Any], index: str
) -> None:
    shown = plan(on_disk, statement, hall="lhasa-like", **params)
    assert index in shown
    scanned = [line for line in shown.splitlines() if line.startswith("SCAN") and "legs" in line]
    assert scanned == [], shown


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({"slip": SlipWanted(missing_at=MORNING)}, "ix_tickets_not_out (hall=? AND date=?)"),
        ({"number": "A001"}, "(hall=? AND date=? AND number=?)"),
        ({"queue": "insurance"}, "(hall=? AND date=?)"),
    ],
)
def test_tickets_are_found_without_reading_history(
    on_disk: SqlStore, asked: dict[str, Any], index: str
) -> None:
    shown = plan(on_disk, Prepared(find(**asked)), hall="lhasa-like", day="2026-11-23", most=100)
    assert index in shown
    assert "SEARCH legs USING INDEX ix_legs_ticket (ticket=?)" in shown, shown
    assert "SEARCH tickets USING INDEX sqlite_autoindex_tickets_1 (id=?)" in shown, shown
    assert [line for line in shown.splitlines() if line.startswith("SCAN") and "first" not in line] == []


def test_the_lanes_are_read_in_order_and_not_sorted(on_disk: SqlStore) -> None:
    shown = plan(on_disk, statements.heads(("insurance",), ("ordinary",))[0], hall="lhasa-like", now="x")
    assert "TEMP B-TREE" not in shown
    assert "(hall=? AND queue=? AND visitor_class=?)" in shown


def test_the_copied_database_is_at_head(tmp_path: Path) -> None:
    path = tmp_path / "copied.db"
    path.write_bytes(migrated_database())
    engine = sqlite_writer(path)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    engine.dispose()
    assert found == HEAD
