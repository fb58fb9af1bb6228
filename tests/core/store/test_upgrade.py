"""A database of the program that knew visits of one leg goes on under this one."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

import core.store.migrate
from core.app.blocks import reserve
from core.app.call_next import Called, call_next
from core.app.slips import report_slip
from core.app.take import Wish, take
from core.app.windows import open_window
from core.domain.hall_json import hall_to_json
from core.domain.leg import BY_ARRIVAL
from core.domain.quota import Half
from core.domain.slip import SlipState, SlipWanted
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.store.engine import sqlite_writer
from core.store.migrate import migrate
from tests.core.store.test_schema import shape
from tests.support.clock import Clock
from tests.support.halls import lhasa_like
from tests.support.sql_store import SqlStore

MIGRATIONS = Path(core.store.migrate.__file__).parent / "migrations"
AT = "2026-11-23T00:30:00.000000Z"
HALL = "lhasa-like"
DAY = "2026-11-23"


def description(hall: str = HALL) -> str:
    """Return a description as that program wrote it."""
    written = hall_to_json(lhasa_like()) | {"id": hall}
    for window in written["windows"]:
        window["tiers"] = [tier["queues"] for tier in window["tiers"]]
    for name in ("matters", "calendars", "holidays", "workdays", "rules", "bookings", "slots"):
        del written[name]
    return json.dumps(written, ensure_ascii=False)


def leg(number: int, state: str, **of: Any) -> dict[str, Any]:
    """Return a row of ``legs`` as that program wrote it."""
    return {
        "id": f"t{number}.1",
        "hall": HALL,
        "ticket": f"t{number}",
        "date": DAY,
        "number": f"A00{number}",
        "queue": "insurance",
        "visitor_class": "ordinary",
        "since": AT,
        "entered": number,
        "state": state,
        "window": None,
        "called_at": None,
        "started_at": None,
        "ended_at": None,
        "calls": 0,
        "call_at": None,
        "call_seq": None,
        "why": None,
        "version": 1,
    } | of


AT_ONE = {"window": 1, "called_at": AT, "calls": 1, "call_at": AT, "why": '{"tier": 1}', "version": 2}
ROWS: dict[str, list[dict[str, Any]]] = {
    "halls": [
        {"id": HALL, "seq": 9, "day": DAY, "day_seq": 1, "description": description()},
        {"id": "other", "seq": 3, "day": None, "day_seq": 0, "description": description("other")},
    ],
    "tickets": [
        {
            "id": f"t{number}",
            "hall": HALL,
            "date": DAY,
            "number": f"A00{number}",
            "visitor_class": "ordinary",
            "language": "bo",
            "track": f"track{number}",
            "taken_at": AT,
        }
        for number in (1, 2, 3, 4)
    ],
    "legs": [
        leg(1, "done", **(AT_ONE | {"started_at": AT, "ended_at": AT, "call_seq": 6, "version": 3})),
        leg(2, "serving", **(AT_ONE | {"started_at": AT, "call_seq": 7, "version": 3})),
        leg(3, "waiting"),
        leg(4, "waiting", visitor_class="elderly"),
    ],
    "windows": [
        {"hall": HALL, "number": 1, "status": "open", "clerk": "0301", "reason": None, "since": AT},
        {"hall": HALL, "number": 2, "status": "paused", "clerk": "0302", "reason": "break", "since": AT},
    ],
    "series": [{"hall": HALL, "date": DAY, "prefix": "A", "last": 4}],
    "clerks": [{"hall": HALL, "id": "0301", "name": "窗口", "role": "clerk", "pin_hash": "hash"}],
    "events": [
        {
            "hall": HALL,
            "seq": seq,
            "at": AT,
            "kind": "ticket.taken",
            "ticket": "t1",
            "leg": "t1.1",
            "window": None,
            "zone": "social",
            "data": '{"number": "A001"}',
        }
        for seq in range(1, 10)
    ],
    "answers": [{"hall": HALL, "key": "k", "fingerprint": "f", "answer": "{}", "at": AT}],
}


def fill(connection: Connection) -> None:
    for table, rows in ROWS.items():
        for row in rows:
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), row)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Engine]:
    """A database of the former program with a morning in it."""
    engine = sqlite_writer(tmp_path / "hall.db")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        fill(connection)
    yield engine
    engine.dispose()


def test_it_has_the_tables_of_a_new_one(old: Engine, tmp_path: Path) -> None:
    migrate(old)
    fresh = sqlite_writer(tmp_path / "fresh.db")
    migrate(fresh)
    assert shape(old) == shape(fresh)
    fresh.dispose()


def test_every_row_is_kept_and_the_description_has_moved(old: Engine) -> None:
    migrate(old)
    with old.connect() as connection:
        for table, rows in ROWS.items():
            names = [name for name in rows[0] if name != "description"]
            quoted = ", ".join(f'"{name}"' for name in names)
            found = connection.exec_driver_sql(f"SELECT {quoted} FROM {table}").all()
            assert sorted(map(tuple, found), key=str) == sorted(
                (tuple(row[name] for name in names) for row in rows), key=str
            )
        moved = connection.exec_driver_sql("SELECT hall, description, source FROM descriptions").all()
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info('halls')").scalars().all()
    assert sorted(map(tuple, moved)) == [(HALL, description(), None), ("other", description("other"), None)]
    assert "description" not in columns


def test_the_morning_goes_on(old: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    old.dispose()
    with caplog.at_level(logging.WARNING):
        store = SqlStore(tmp_path, lhasa_like(), Clock())
    floor = store.reader.floor()
    assert (floor.seq, floor.waiting["insurance"]) == (9, 2)
    assert [call.number for call in floor.calls] == ["A002", "A001"]
    assert floor.windows[2].status is WindowStatus.PAUSED
    visitor = floor.visitor(1)
    assert visitor is not None
    assert (visitor.number, visitor.step, visitor.steps) == ("A002", 1, 1)
    waiting = store.legs()["t3.1"]
    assert (waiting.rank, waiting.held, waiting.pin, waiting.several) == (BY_ARRIVAL, False, None, False)
    (aside,) = store.run(partial(reserve, machine="kiosk-1", have={}, size=1)).numbers["insurance"]
    assert aside.number == "A999"
    assert store.reader.issued(aside.date)["A"] == {Half.MORNING: 0, Half.AFTERNOON: 4}, "as before"
    assert store.run(partial(take, wish=Wish("insurance"), by="k")).ticket.number == "A005"
    store.run(partial(open_window, window=2, clerk="0302", by="c"))
    assert {ticket.slip for ticket in store.tickets().values()} == {None}, "nobody knows of those before"
    store.run(partial(report_slip, ticket="t3", state=SlipState.FAILED, by="k"))
    missing = store.reader.find(slip=SlipWanted(missing_at=store.reader.events_after(0, 99)[-1].at))
    assert [leg.number for leg, _ in missing] == ["A003"]
    called = store.run(partial(call_next, window=2, by="c"))
    assert isinstance(called, Called)
    assert called.leg.number == "A004", "elderly, with a head start"
    assert isinstance(store.run(partial(call_next, window=1, by="c")), Called)
    assert store.legs()["t2.1"].state is LegState.DONE
    clerk = store.reader.clerk("0301")
    assert clerk is not None
    assert clerk.skills is None
    store.close()
