"""The one writer: groups, refusals, order, durability."""

from __future__ import annotations

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy import event as sa_event

from core.app.ports import Command, Outcome, UnitOfWork
from core.app.take import Taken, Wish, take
from core.domain.errors import WindowEmpty
from core.domain.event import Event
from core.store.engine import (
    CHECKPOINT_BUSY,
    CHECKPOINT_RESTING,
    checkpoint_if_due,
    sqlite_readers,
    sqlite_writer,
)
from core.store.writer import GROUP_MOST, Ended
from tests.support.clock import MORNING, Clock
from tests.support.halls import lhasa_like
from tests.support.sql_store import ANSWER_WITHIN_S, SqlStore


@dataclass
class Group:
    """Commands that are queued while the writer is held up, so that they are committed together."""

    store: SqlStore
    _let_go: threading.Event = field(default_factory=threading.Event)
    _holding: threading.Event = field(default_factory=threading.Event)
    _outcomes: list[queue.SimpleQueue[Outcome]] = field(default_factory=list)

    def hold(self) -> None:
        """Occupy the writer until :meth:`outcomes`."""

        def wait(_uow: UnitOfWork) -> None:
            self._holding.set()
            assert self._let_go.wait(ANSWER_WITHIN_S)

        self.store.submit(wait)
        assert self._holding.wait(ANSWER_WITHIN_S)

    def add(self, command: Command) -> None:
        self._outcomes.append(self.store.submit(command))

    def let_go(self) -> None:
        self._let_go.set()

    def outcomes(self) -> list[Outcome]:
        self.let_go()
        return [outcome.get(timeout=ANSWER_WITHIN_S) for outcome in self._outcomes]


@pytest.fixture
def group(sql: SqlStore) -> Iterator[Group]:
    found = Group(sql)
    sql.run(lambda uow: None)
    found.hold()
    yield found
    found.let_go()


def commits(store: SqlStore) -> Callable[[], int]:
    """Return a counter of the commits from now on."""
    seen: list[None] = []
    sa_event.listen(store.engine, "commit", lambda _connection: seen.append(None))
    return lambda: len(seen)


def take_one(uow: UnitOfWork) -> Taken:
    return take(uow, Wish("insurance"), by="k")


def take_and_be_refused(uow: UnitOfWork) -> None:
    take(uow, Wish("insurance"), by="k")
    raise WindowEmpty(window=1)


def refuse(_uow: UnitOfWork) -> None:
    raise WindowEmpty(window=1)


def fail(_uow: UnitOfWork) -> None:
    raise ZeroDivisionError


def numbers(outcomes: Sequence[Outcome]) -> list[str | None]:
    return [each.answer.ticket.number if isinstance(each.answer, Taken) else None for each in outcomes]


def test_what_waits_is_committed_together(sql: SqlStore, group: Group) -> None:
    counted = commits(sql)
    for _ in range(10):
        group.add(take_one)
    assert numbers(group.outcomes()) == [f"A{at:03d}" for at in range(1, 11)]
    assert counted() == 2, "what held the writer up, and the group"


def test_a_group_is_bounded(sql: SqlStore, group: Group) -> None:
    counted = commits(sql)
    for _ in range(GROUP_MOST + 1):
        group.add(take_one)
    group.outcomes()
    assert counted() == 3


def test_a_plain_refusal_does_not_break_the_group_up(sql: SqlStore, group: Group) -> None:
    counted = commits(sql)
    for command in (take_one, refuse, take_one):
        group.add(command)
    outcomes = group.outcomes()
    assert numbers(outcomes) == ["A001", None, "A002"]
    assert isinstance(outcomes[1].error, WindowEmpty)
    assert counted() == 2


@pytest.mark.parametrize(("bad", "error"), [(take_and_be_refused, WindowEmpty), (fail, ZeroDivisionError)])
def test_a_group_with_a_failing_command_is_done_again_one_by_one(
    sql: SqlStore, group: Group, bad: Command, error: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    counted = commits(sql)
    for command in (take_one, bad, take_one, take_one):
        group.add(command)
    outcomes = group.outcomes()
    assert numbers(outcomes) == ["A001", None, "A002", "A003"], "done once each, and nothing of the bad one"
    assert isinstance(outcomes[1].error, error)
    assert counted() == 4
    events = sql.reader.events_after(0, 100)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    # A refusal is no news; a bug is written down with its trace.
    assert [record.levelno for record in caplog.records] == ([logging.ERROR] if bad is fail else [])


def test_events_are_told_in_order_and_after_they_are_on_disk(place: Path | str, clock: Clock) -> None:
    told: list[int] = []
    kept: list[int] = []
    store = SqlStore(place, lhasa_like(), clock)

    def committed(events: Sequence[Event], ended: Ended) -> None:
        kept.append(store.reader.floor().seq)
        told.extend(event.seq for event in events)
        for done, outcome in ended:
            done(outcome)

    store.writer._after_commit = committed
    for outcome in [store.submit(take_one) for _ in range(200)]:
        outcome.get(timeout=ANSWER_WITHIN_S)
    store.close()
    assert told == list(range(1, len(told) + 1))
    assert kept == sorted(kept)
    assert kept[-1] == told[-1]


def test_what_was_committed_is_not_done_again_when_it_cannot_be_told(
    place: Path | str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    store = SqlStore(place, lhasa_like(), clock)
    tell = store.writer._after_commit

    def cannot_tell(_events: Sequence[Event], ended: Ended) -> None:
        store.writer._after_commit = tell
        for done, outcome in ended:
            done(outcome)
        raise RuntimeError("Event loop is closed")

    store.writer._after_commit = cannot_tell
    assert store.run(take_one).ticket.number == "A001"
    assert store.run(take_one).ticket.number == "A002"
    store.close()
    assert [record.message for record in caplog.records] == ["nobody could be told of a commit"]


def test_stopping_does_what_is_queued(sql: SqlStore, group: Group) -> None:
    for _ in range(5):
        group.add(take_one)
    stopping = threading.Thread(target=sql.writer.stop)
    stopping.start()
    assert len(numbers(group.outcomes())) == 5
    stopping.join(ANSWER_WITHIN_S)
    sql.writer.stop = lambda: None  # type: ignore[method-assign]  # the fixture stops it again


def test_what_was_answered_survives_a_power_cut(on_disk: SqlStore) -> None:
    """The settings that performance.md's power cuts were tried with."""
    asked = ("journal_mode", "synchronous", "foreign_keys")
    with on_disk.engine.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
    assert found == ["wal", 2, 1], "2 is FULL"


def test_a_second_writer_waits_instead_of_reading_what_the_first_is_changing(tmp_path: Path) -> None:
    first, second = sqlite_writer(tmp_path / "x.db"), sqlite_writer(tmp_path / "x.db")
    with first.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE counter (n INTEGER)")
        connection.exec_driver_sql("INSERT INTO counter VALUES (0)")
    per_thread = 50

    def count_on(engine: Any) -> None:
        for _ in range(per_thread):
            with engine.begin() as connection:
                n = connection.exec_driver_sql("SELECT n FROM counter").scalar_one()
                connection.exec_driver_sql("UPDATE counter SET n = ?", (n + 1,))

    threads = [threading.Thread(target=count_on, args=(engine,)) for engine in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(ANSWER_WITHIN_S)
    with first.begin() as connection:
        assert connection.exec_driver_sql("SELECT n FROM counter").scalar_one() == 2 * per_thread
    first.dispose()
    second.dispose()


def test_a_transaction_holds_the_lock_before_its_first_read(tmp_path: Path) -> None:
    engine = sqlite_writer(tmp_path / "x.db")
    with engine.begin():
        other = sqlite3.connect(tmp_path / "x.db", timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
    engine.dispose()


def test_readers_cannot_write(sql: SqlStore) -> None:
    with (
        pytest.raises(Exception, match=r"readonly|read-only"),
        sql.readers.begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE halls SET seq = 0")


def test_a_folder_with_odd_letters_is_read(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "大厅 #1 50% ?x"
    folder.mkdir()
    store = SqlStore(folder, lhasa_like(), clock)
    store.run(take_one)
    assert store.reader.floor().waiting["insurance"] == 1
    store.close()
    readers = sqlite_readers(folder / "hall.db")
    readers.dispose()


@pytest.mark.parametrize(
    ("back", "since"),
    [
        pytest.param(timedelta(minutes=30), MORNING, id="the clock is set back: time stands still"),
        pytest.param(
            timedelta(days=400), MORNING - timedelta(days=400), id="it was wrong before: it is right"
        ),
    ],
)
def test_a_clock_set_back_while_the_core_was_down_does_not_reorder_the_hall(
    place: Path | str, clock: Clock, back: timedelta, since: Any, caplog: pytest.LogCaptureFixture
) -> None:
    store = SqlStore(place, lhasa_like(), clock)
    store.run(take_one)
    store.close()
    clock.now -= back
    again = SqlStore(place, lhasa_like(), clock)
    assert again.run(take_one).leg.since == since
    again.close()
    assert "behind the last event" in caplog.text


def test_a_hall_is_known_from_the_database_and_not_from_the_file(place: Path | str, clock: Clock) -> None:
    store = SqlStore(place, lhasa_like(), clock)
    store.run(partial(take, wish=Wish("advice"), by="k"))
    store.close()
    again = SqlStore(place, lhasa_like(), clock)
    assert again.writer.hall == lhasa_like()
    assert again.reader.floor().seq == store.commits[-1][-1].seq
    assert again.run(partial(take, wish=Wish("advice"), by="k")).ticket.number == "D002"
    again.close()


def test_a_command_does_not_read_the_whole_hall_from_disk(sql: SqlStore) -> None:
    sql.run(take_one)
    ran: list[str] = []
    if sql.engine.dialect.name == "sqlite":
        # Its statements do not go through SQLAlchemy; its one connection is the writer's.
        with sql.engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.set_trace_callback(ran.append)
    else:
        sa_event.listen(sql.engine, "before_cursor_execute", lambda *args: ran.append(args[2]))
    sql.run(take_one)
    assert any("INSERT INTO tickets" in statement for statement in ran)
    assert [statement for statement in ran if "description" in statement] == []


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[Connection]:
    """The write connection of a file with one table."""
    engine = sqlite_writer(tmp_path / "x.db")
    with engine.connect() as connection:
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT)")
        yield connection
    engine.dispose()


def change(connection: Connection, rows: int) -> None:
    with connection.begin():
        for _ in range(rows):
            connection.exec_driver_sql("INSERT INTO rows (data) VALUES (?)", ("x" * 500,))


def test_the_log_is_brought_into_the_file_sooner_while_nobody_waits(
    changing: Connection, tmp_path: Path
) -> None:
    def kept() -> int:
        return (tmp_path / "x.db").stat().st_size

    empty = kept()
    change(changing, CHECKPOINT_RESTING)
    checkpoint_if_due(changing, resting=False)
    assert kept() == empty, "somebody waits, and it is not much"
    checkpoint_if_due(changing, resting=True)
    resting = kept()
    assert resting > empty
    change(changing, CHECKPOINT_BUSY)
    checkpoint_if_due(changing, resting=False)
    assert kept() > resting


@pytest.mark.logs("the write-ahead log could not be emptied")
def test_a_checkpoint_that_fails_spoils_nothing(changing: Connection) -> None:
    driver: Any = changing.connection.dbapi_connection
    change(changing, CHECKPOINT_RESTING)
    driver.set_authorizer(lambda *_: sqlite3.SQLITE_DENY)
    checkpoint_if_due(changing, resting=True)
    driver.set_authorizer(None)
    with changing.begin():
        assert changing.exec_driver_sql("SELECT count(*) FROM rows").scalar_one() == CHECKPOINT_RESTING


def test_who_asked_is_answered_before_a_checkpoint(
    on_disk: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: queue.SimpleQueue[int] = queue.SimpleQueue()
    monkeypatch.setattr(
        "core.store.writer.checkpoint_if_due", lambda _connection, resting: told.put(len(on_disk.commits))
    )
    on_disk.run(take_one)
    assert told.get(timeout=ANSWER_WITHIN_S) == 1
