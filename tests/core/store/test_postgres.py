"""What the store promises on a server: tables, plans, other cores, and a server that goes away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

import core.store.migrate
from core.app.call_next import Called, call_next
from core.app.describe_hall import describe_hall
from core.app.ports import Outcome, StoreFailed, UnitOfWork
from core.app.take import Taken, Wish, take
from core.app.tickets import set_class
from core.app.windows import open_window
from core.domain.floor import empty_floor
from core.store import sql_postgres
from core.store.backoff import Backoff
from core.store.listener import Listener
from core.store.migrate import HEAD, migrate
from core.store.notice import Notice, notice_of
from core.store.postgres import address as place_of
from core.store.postgres import must_be_sound, postgres_writer
from core.store.tables import metadata
from tests.core.store.test_schema import MIGRATIONS
from tests.core.store.test_upgrade import ROWS, fill
from tests.support.clock import MORNING, Clock
from tests.support.halls import lhasa_like
from tests.support.postgres import server
from tests.support.sql_store import ANSWER_WITHIN_S, SqlStore
from tests.support.waiting import wait_until


def take_one(uow: UnitOfWork) -> Taken:
    return take(uow, Wish("insurance"), by="k")


# --- tables ---------------------------------------------------------------------------------------


@pytest.fixture
def empty() -> Iterator[Engine]:
    """A database without tables."""
    url = server().make_empty()
    engine = postgres_writer(place_of(url))
    yield engine
    engine.dispose()
    server().drop(url)


def upgrade(engine: Engine, to: str, then: Any = lambda _connection: None) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        then(connection)


def shape(engine: Engine) -> dict[str, Any]:
    """Return the tables, whichever way they were made: the order of columns is left open."""
    looked = inspect(engine)
    with engine.connect() as connection:
        indexes: dict[Any, Any] = dict(
            connection.execute(
                text("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
            ).all()
        )
        checks = sorted(
            connection.execute(
                text(
                    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname !~ 'not_null'"
                )
            ).all()
        )
    columns = {
        name: sorted(repr(column) for column in looked.get_columns(name)) for name in looked.get_table_names()
    }
    return columns | {"indexes": indexes, "checks": checks}


def test_from_nothing_the_tables_are_those_that_the_migrations_lead_to(empty: Engine) -> None:
    core.store.migrate._upgrade(empty)
    url = server().lend()
    fresh = postgres_writer(place_of(url))
    try:
        assert shape(empty) == shape(fresh)
        with empty.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, metadata) == []
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == HEAD
    finally:
        fresh.dispose()
        server().take_back(url)


@pytest.mark.parametrize("begun", ["0001", "0002", "0003", "0004", "0005", "0006", "0007"])
def test_every_older_database_is_brought_up(empty: Engine, begun: str) -> None:
    upgrade(empty, begun)
    migrate(empty)
    with empty.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == HEAD
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_the_rows_of_an_older_program_are_kept_and_its_morning_goes_on(
    empty: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    upgrade(empty, "0002", fill)
    migrate(empty)
    with empty.connect() as connection:
        for table, rows in ROWS.items():
            found = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            assert found == len(rows)
    store = SqlStore(str(empty.url.render_as_string(hide_password=False)), lhasa_like(), Clock())
    assert store.reader.floor().waiting["insurance"] == 2
    assert store.run(take_one).ticket.number == "A005"
    store.close()


def test_cores_that_start_at_once_make_the_tables_and_the_hall_once(empty: Engine) -> None:
    url = empty.url.render_as_string(hide_password=False)
    stores: list[SqlStore] = []
    failed: list[BaseException] = []
    together = threading.Barrier(4)

    def begin() -> None:
        together.wait(ANSWER_WITHIN_S)
        try:
            stores.append(SqlStore(url, lhasa_like(), Clock()))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(ANSWER_WITHIN_S)
    assert failed == []
    numbers = [store.run(take_one).ticket.number for store in stores]
    assert numbers == ["A001", "A002", "A003", "A004"]
    for store in stores:
        store.close()


def test_what_was_answered_is_on_the_servers_disk(on_server: SqlStore) -> None:
    with on_server.engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"SHOW {name}").scalar_one()
            for name in ("synchronous_commit", "fsync", "transaction_isolation")
        }
    assert found == {"synchronous_commit": "on", "fsync": "on", "transaction_isolation": "read committed"}


def test_a_database_that_does_not_take_every_letter_is_refused() -> None:
    with server().connected() as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    engine = postgres_writer(place_of(server().url("latin")))
    with pytest.raises(StoreFailed, match="LATIN1"):
        must_be_sound(engine)
    engine.dispose()
    server().drop(server().url("latin"))


def test_the_lanes_are_looked_into_by_their_index_whatever_waits(on_server: SqlStore) -> None:
    for _ in range(60):
        on_server.run(take_one)
    statement = sql_postgres.HEADS.compiled(on_server.engine.dialect).text
    given = {"hall": "lhasa-like", "now": "x", "of_queues": ["insurance"], "of_classes": ["ordinary"]}
    with on_server.readers.begin() as connection:
        # The server's own statistics come when it finds the time: in the middle of the takes, or not at all.
        connection.exec_driver_sql("ANALYZE legs")
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        shown = "\n".join(connection.exec_driver_sql(f"EXPLAIN {statement}", given).scalars())
    assert "Index Scan using ix_legs_waiting" in shown
    assert "Sort" not in shown


# --- other cores ----------------------------------------------------------------------------------


@pytest.fixture
def other(address: str, on_server: SqlStore) -> Iterator[SqlStore]:
    """Another core's store on the same database."""
    found = SqlStore(address, lhasa_like(), Clock())
    yield found
    found.close()


def told(store: SqlStore) -> list[int]:
    return [event.seq for events in store.commits for event in events]


def test_what_the_other_did_is_told_before_the_own_and_nothing_twice(
    on_server: SqlStore, other: SqlStore
) -> None:
    for store in (on_server, other, other, on_server, other, on_server):
        store.run(take_one)
    last = on_server.reader.floor().seq
    other.writer.look(last)
    wait_until(lambda: bool(told(other)) and told(other)[-1] == last)
    assert told(on_server) == told(other) == list(range(1, last + 1))
    floor = empty_floor(lhasa_like())
    for event in [each for events in other.commits for each in events]:
        floor.apply(event)
    assert floor == other.reader.floor()


def test_how_many_wait_is_counted_anew_once_the_other_has_written(
    on_server: SqlStore, other: SqlStore
) -> None:
    assert [store.run(take_one).ahead for store in (on_server, on_server, other, on_server)] == [0, 1, 2, 3]


def test_a_clock_that_is_behind_another_cores_stands_still_and_is_spoken_of(
    on_server: SqlStore, other: SqlStore, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    clock.advance(minutes=3)
    on_server.run(take_one)
    assert other.run(take_one).leg.since == MORNING + timedelta(minutes=3)
    assert other.run(take_one).leg.since == MORNING + timedelta(minutes=3)
    assert [line for line in caplog.messages if "behind another core's" in line] != []
    assert len(caplog.messages) == 1


def test_a_new_description_is_known_to_the_others_next_command(on_server: SqlStore, other: SqlStore) -> None:
    hall = lhasa_like()
    changed = replace(hall, phone="0891-1111111")
    other.run(lambda uow: None)
    on_server.run(partial(describe_hall, hall=changed))
    assert other.run(lambda uow: uow.hall) == changed
    assert other.writer.hall == changed


def test_a_class_that_only_the_other_has_met_keeps_its_lane(on_server: SqlStore, other: SqlStore) -> None:
    """Somebody of a class that the hall gave up waits again: both cores must look into that lane."""
    hall = lhasa_like()
    fewer = replace(hall, classes=hall.classes[:1])
    on_server.run(partial(describe_hall, hall=fewer))
    other.run(lambda uow: None)
    visit = on_server.run(take_one)

    on_server.run(partial(describe_hall, hall=hall))
    on_server.run(partial(set_class, ticket=visit.ticket.id, visitor_class="elderly", by="g", reason=None))
    on_server.run(partial(describe_hall, hall=fewer))
    other.run(partial(open_window, window=1, clerk="1", by="c"))
    assert isinstance(other.run(partial(call_next, window=1, by="c")), Called)


def test_a_snapshot_is_of_one_event_number_however_busy_the_writers_are(
    on_server: SqlStore, other: SqlStore
) -> None:
    ending = threading.Event()

    def busy() -> None:
        while not ending.is_set():
            on_server.run(take_one)

    writing = threading.Thread(target=busy)
    writing.start()
    try:
        floors = [other.reader.floor() for _ in range(40)]
    finally:
        ending.set()
        writing.join()
    # The first event begins the day, each further one is a ticket.
    assert [floor.waiting["insurance"] for floor in floors] == [max(0, floor.seq - 1) for floor in floors]
    assert len({floor.seq for floor in floors}) > 1


@contextmanager
def listening(store: SqlStore, **options: Any) -> Iterator[list[str]]:
    """Have a store hear of the other cores; yields what it heard beside events."""
    heard: list[str] = []
    assert store.database.listener is not None
    listener = Listener(
        store.database.listener,
        store.writer.hall.id,
        store.writer.look,
        lambda: heard.append("signed out"),
        **options,
    )
    listener.start()
    try:
        wait_until(lambda: bool(heard))
        yield heard
    finally:
        listener.stop()


def test_what_the_other_does_is_heard_without_asking(on_server: SqlStore, other: SqlStore) -> None:
    with listening(other, look_every_s=3600):
        on_server.run(take_one)
        wait_until(lambda: told(other) == [1, 2])
        on_server.run(take_one)
        wait_until(lambda: told(other) == [1, 2, 3])


def test_a_token_given_back_is_heard_though_no_event_says_so(on_server: SqlStore, other: SqlStore) -> None:
    on_server.run(lambda uow: None)
    with listening(other, look_every_s=3600) as heard:
        on_server.run(take_one)
        wait_until(lambda: told(other) == [1, 2])
        assert heard == ["signed out"], "only as it began to listen"
        on_server.run(lambda uow: uow.clerks.sign_out("token", None))
        wait_until(lambda: heard == ["signed out"] * 2)
    assert other.reader.signed_out() == {"token"}


def test_what_nobody_said_is_found_by_looking_from_time_to_time(on_server: SqlStore, other: SqlStore) -> None:
    with listening(other, look_every_s=0.02):
        with on_server.engine.begin() as connection:
            connection.execute(text("UPDATE halls SET seq = 1"))
            connection.execute(
                text(
                    "INSERT INTO events (hall, seq, at, kind, data) VALUES"
                    " ('lhasa-like', 1, '2026-11-23T01:00:00.000000Z', 'window.closed', '{}')"
                )
            )
        wait_until(lambda: told(other) == [1])


@pytest.mark.parametrize("payload", ["", "x", "1", "1 -", "-1 - h", "1 - ", "nonsense \x01 there"])
def test_what_others_say_on_the_channel_is_passed_over(payload: str) -> None:
    assert notice_of(payload) is None


def test_a_notice_is_read_as_it_was_said() -> None:
    for notice in (Notice("lhasa", 7), Notice("a hall with spaces", 2**31, signed_out=True)):
        assert notice_of(str(notice)) == notice


def test_a_database_that_has_gone_back_is_not_gone_on_with(on_server: SqlStore) -> None:
    on_server.run(take_one)
    with on_server.database.readers.connect() as reader:
        assert reader.exec_driver_sql("SELECT seq FROM halls").scalar_one() == 2
    with psycopg.connect(_plain(on_server), autocommit=True) as connection:
        connection.execute("DELETE FROM events WHERE seq = 2")
        connection.execute("UPDATE halls SET seq = 1")
    with pytest.raises(StoreFailed, match="replaced by an older copy"):
        on_server.run(take_one)


def _plain(store: SqlStore) -> str:
    return store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


# --- a server that goes away -----------------------------------------------------------------------


def cut(store: SqlStore) -> None:
    """Cut every connection of a store, as a network does."""
    with psycopg.connect(_plain(store), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_cut_connection_refuses_one_group_and_is_made_again(on_server: SqlStore) -> None:
    on_server.run(take_one)
    cut(on_server)
    with pytest.raises(StoreFailed):
        on_server.run(take_one)

    wait_until(lambda: takes(on_server))
    wait_until(lambda: readable(on_server))
    events = on_server.reader.events_after(0, 100)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert told(on_server) == [event.seq for event in events]
    assert [event.data.get("number") for event in events[1:]] == ["A001", "A002"]


def readable(store: SqlStore) -> bool:
    try:
        store.reader.floor()
    except StoreFailed:
        return False
    return True


def test_a_command_that_was_under_way_is_not_half_done(on_server: SqlStore) -> None:
    def take_and_be_cut(uow: UnitOfWork) -> Taken:
        taken = take_one(uow)
        cut(on_server)
        return taken

    on_server.run(lambda uow: None)
    with pytest.raises(StoreFailed):
        on_server.run(take_and_be_cut)
    wait_until(lambda: readable(on_server))
    assert on_server.reader.floor().seq == 1
    assert on_server.legs() == {}


def test_a_commit_whose_answer_was_lost_is_told_all_the_same(
    on_server: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server has committed and the line broke before it could say so."""
    dialect: Any = on_server.engine.dialect
    committed = dialect.do_commit

    def committed_and_cut(connection: Any) -> None:
        committed(connection)
        monkeypatch.undo()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    on_server.run(lambda uow: None)
    monkeypatch.setattr(dialect, "do_commit", committed_and_cut)
    with pytest.raises(StoreFailed):
        on_server.run(take_one)
    on_server.writer.look(None)

    def told_all() -> bool:
        on_server.writer.look(None)
        return told(on_server) == [1, 2]

    wait_until(told_all)
    assert on_server.run(take_one).ticket.number == "A002"
    assert told(on_server) == [1, 2, 3]


def test_who_asks_while_the_server_is_away_is_refused_at_once(
    on_server: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_server.run(take_one)
    server().stop()
    tried: list[object] = []
    try:
        with pytest.raises(StoreFailed):
            on_server.run(take_one)
        monkeypatch.setattr(on_server.writer._lost, "_until", float("inf"))
        monkeypatch.setattr(on_server.engine, "begin", lambda: tried.append(1))
        outcomes = [on_server.submit(take_one) for _ in range(200)]
        refused: list[Outcome] = [outcome.get(timeout=ANSWER_WITHIN_S) for outcome in outcomes]
        assert {type(outcome.error) for outcome in refused} == {StoreFailed}
        assert tried == [], "the server is left alone for a moment"
    finally:
        monkeypatch.undo()
        server().start()
    on_server.writer._lost.well()
    on_server.readers.dispose()
    wait_until(lambda: takes(on_server))
    assert on_server.reader.floor().seq == 3


def takes(store: SqlStore) -> bool:
    try:
        store.run(take_one)
    except StoreFailed:
        return False
    return True


@pytest.mark.logs("other cores are not heard")
def test_a_listener_comes_back_and_learns_what_it_missed(on_server: SqlStore, other: SqlStore) -> None:
    with listening(other, look_every_s=3600) as heard:
        on_server.run(take_one)
        wait_until(lambda: told(other) == [1, 2])
        cut(other)
        wait_until(lambda: takes(on_server))
        wait_until(lambda: told(other) == [1, 2, 3])
        assert len(heard) >= 2, "it also asks again who was signed out"


def test_waiting_grows_to_its_cap_and_begins_anew_once_it_works() -> None:
    now = [0.0]
    backoff = Backoff(0.1, 1.0, lambda: now[0])
    waited = []
    for _ in range(6):
        backoff.failed()
        waited.append(round(backoff.left_s, 3))
        now[0] += backoff.left_s
        assert backoff.left_s == 0
    assert waited == [0.1, 0.2, 0.4, 0.8, 1.0, 1.0]
    backoff.well()
    backoff.failed()
    assert round(backoff.left_s, 3) == 0.1
