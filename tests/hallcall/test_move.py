"""``hallcall move``: a hall leaves its folder for a database on a server, event for event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from core.app.privacy import card_key, keep_phone
from core.app.ratings import rate
from core.app.slips import report_slip
from core.domain.rating import Said
from core.domain.slip import SlipState
from core.store import copy_hall
from core.store.database import open_server
from hallcall.cli import main
from hallcall.data_dir import DataDir
from tests.support.clock import Clock
from tests.support.postgres import server
from tests.support.sql_store import SqlStore
from tests.support.visiting import CARD, booked, booking_hall, served, taken

EVERYTHING = 100_000
HALL = booking_hall()


@pytest.fixture
def url() -> Iterator[str]:
    found = server().lend()
    yield found
    server().take_back(found)


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    """A folder with a hall that has seen something of everything, and its core stopped."""
    clock = Clock()
    store = SqlStore(tmp_path, HALL, clock)
    store.run(card_key)
    visit = taken(store)
    served(store)
    store.run(partial(rate, track=visit.ticket.track, said=Said(4, text="好")))
    store.run(partial(report_slip, ticket=visit.ticket.id, state=SlipState.FAILED, by="kiosk:1"))
    waiting = taken(store, slip=True)
    store.run(lambda uow: keep_phone(uow, waiting.ticket.id, "sealed"))
    booked(store, card=CARD)
    for _ in range(30):
        taken(store, "food")
    store.close()
    return DataDir(tmp_path)


def move(data: DataDir, url: str, *more: str) -> int:
    return main(["move", "--data", str(data.path), "--database", url, *more])


def test_a_hall_arrives_event_for_event_and_goes_on(
    data: DataDir, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = SqlStore(data.path, HALL, Clock())
    events, floor, legs = before.reader.events_after(0, EVERYTHING), before.reader.floor(), before.legs()
    epoch = before.reader.epoch()
    before.close()
    assert move(data, url) == 0
    assert f"{HALL.id} is moved: {len(events)} events, 32 tickets" in capsys.readouterr().out
    after = SqlStore(url, HALL, Clock())
    assert after.reader.events_after(0, EVERYTHING) == events
    assert (after.reader.floor(), after.legs(), after.reader.epoch()) == (floor, legs, epoch)
    assert taken(after, "food").ticket.number == "C031"
    after.close()
    left = SqlStore(data.path, HALL, Clock())
    assert left.reader.floor() == floor, "what is in the folder stays as it was"
    left.close()


def test_a_hall_that_is_there_is_not_written_over(
    data: DataDir, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert move(data, url) == 0
    assert move(data, url) == 1
    assert "already; nothing was copied" in capsys.readouterr().err


def test_a_running_hall_is_not_moved(data: DataDir, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with FileLock(data.lock):
        assert move(data, url) == 1
    assert "stop it first" in capsys.readouterr().err


def test_what_does_not_arrive_as_it_was_sent_is_not_kept(
    data: DataDir, url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = copy_hall._copy

    def bent(old: object, new: object, table: object, hall: str) -> int:
        count: int = copied(old, new, table, hall)  # type: ignore[arg-type]
        if str(table) == "legs":
            new.exec_driver_sql("UPDATE legs SET calls = calls + 1")  # type: ignore[attr-defined]
        return count

    monkeypatch.setattr(copy_hall, "_copy", bent)
    assert move(data, url) == 1
    assert "legs: rows arrived that are not what was sent; nothing was kept" in capsys.readouterr().err
    opened = open_server(url)
    with opened.readers.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM halls").scalar_one() == 0
    opened.close()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sqlite:///x.db", "sqlite:// is not known"),
        ("nonsense", "not an address"),
        ("mysql://a@b/c", "mysql:// is not known"),
    ],
)
def test_an_address_that_is_none_is_wrong_use(
    data: DataDir, address: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert move(data, address) == 2
    assert said in capsys.readouterr().err


def test_a_server_that_is_not_there_is_said_in_one_line_without_the_password(
    data: DataDir, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert move(data, f"postgresql+psycopg://hall:secret@/hall?host={tmp_path}") == 1
    said = capsys.readouterr().err
    assert said.startswith("hallcall move: connection")
    assert said.count("\n") == 1
    assert "secret" not in said


def test_a_hall_that_the_folder_does_not_have_is_not_moved(
    data: DataDir, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert move(data, url, "--hall", "elsewhere") == 2
    assert f"holds {HALL.id}" in capsys.readouterr().err
