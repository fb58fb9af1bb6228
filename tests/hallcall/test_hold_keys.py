"""A core whose keys are not the hall's says so at its start: its tokens would be worth nothing."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select

from core.domain.people import Role
from core.store.database import Database, open_file, open_server
from core.store.tables import fingerprints
from hallcall.backup import backup
from hallcall.cli import main
from hallcall.data_dir import DataDir
from hallcall.exits import DONE, FAILED
from hallcall.hold_keys import OtherKeys, hold_keys
from hallcall.restore import restore
from tests.support.clock import Clock
from tests.support.halls import lhasa_like
from tests.support.postgres import server
from tests.support.running_core import core_in_thread
from tests.support.sql_store import SqlStore
from tests.support.warm_command import WarmCommand

HALL = lhasa_like()
ANOTHER = replace(HALL, id="another")
SECRET, PHONES = "secret.key", "phones.key"


@pytest.fixture
def url() -> Iterator[str]:
    found = server().lend()
    yield found
    server().take_back(found)


@pytest.fixture
def shared(url: str) -> Iterator[Database]:
    """A database on a server with a hall in it that no core has run since there are fingerprints."""
    SqlStore(url, HALL, Clock()).close()
    opened = open_server(url)
    yield opened
    opened.close()


@pytest.fixture
def one(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "one")


@pytest.fixture
def other(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "other")


def copy(name: str, source: DataDir, target: DataDir) -> None:
    target.path.mkdir(exist_ok=True)
    shutil.copy(source.path / name, target.path / name)


def kept(opened: Database) -> list[Any]:
    with opened.readers.begin() as connection:
        return list(connection.execute(select(fingerprints).order_by(fingerprints.c.key)).all())


def refused(data: DataDir, url: str) -> str:
    """Start a core, which must refuse in one line, and return that."""
    place = ("--data", str(data.path), "--database", url, "--host", "127.0.0.1", "--port", "0")
    ended = WarmCommand("core", *place).ended(60)
    assert (ended.returncode, ended.stdout) == (FAILED, ""), ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr


def test_a_core_with_other_keys_is_told_what_to_copy_from_where_and_then_joins(
    url: str, one: DataDir, other: DataDir
) -> None:
    with core_in_thread(HALL, one.path, database=url) as first:
        before = first.ask("GET", "/api/health").body
        assert refused(other, url) == (
            "hallcall core: the hall 'lhasa-like' was made with another phones.key and secret.key than what"
            f" is in {other.path}: copy that there from the --data folder of a core that runs this hall, and"
            " start again\n"
        )
        assert first.ask("GET", "/api/health").body == before, "who was refused has changed nothing"
        for name in (SECRET, PHONES):
            copy(name, one, other)
        with core_in_thread(HALL, other.path, database=url) as second:
            assert second.ask("GET", "/api/queues", token=first.token(Role.KIOSK)).status == 200


def test_the_first_core_gives_an_old_database_its_keys_and_the_next_is_held_to_them(
    shared: Database, one: DataDir, other: DataDir
) -> None:
    assert kept(shared) == []
    hold_keys(one, shared, HALL.id)
    known = kept(shared)
    assert [row.key for row in known] == ["phones", "secret"]
    hold_keys(one, shared, HALL.id)
    with pytest.raises(OtherKeys):
        hold_keys(other, shared, HALL.id)
    assert kept(shared) == known


@pytest.mark.parametrize(("right", "wrong"), [(SECRET, PHONES), (PHONES, SECRET)])
def test_only_the_key_that_is_another_is_named(
    shared: Database, one: DataDir, other: DataDir, right: str, wrong: str
) -> None:
    hold_keys(one, shared, HALL.id)
    copy(right, one, other)
    with pytest.raises(OtherKeys, match=f"another {wrong} than what is in .*: copy that there from"):
        hold_keys(other, shared, HALL.id)


def test_another_hall_in_the_same_database_has_its_own_keys(
    url: str, shared: Database, one: DataDir, other: DataDir
) -> None:
    SqlStore(url, ANOTHER, Clock()).close()
    hold_keys(one, shared, HALL.id)
    hold_keys(other, shared, ANOTHER.id)
    hold_keys(one, shared, HALL.id)


def test_what_is_kept_tells_nothing_of_the_key_and_differs_by_hall(
    url: str, shared: Database, one: DataDir
) -> None:
    SqlStore(url, ANOTHER, Clock()).close()
    hold_keys(one, shared, HALL.id)
    hold_keys(one, shared, ANOTHER.id)
    found = {row.fingerprint for row in kept(shared)}
    assert len(found) == 4, "nobody sees that two halls have one key"
    secrets = {(one.path / name).read_text() for name in (SECRET, PHONES)}
    assert not any(secret in each for secret in secrets for each in found)


def test_keys_that_nobody_has_any_more_are_replaced_by_forgetting_them(
    shared: Database, one: DataDir, other: DataDir
) -> None:
    hold_keys(one, shared, HALL.id)
    with shared.writer.begin() as connection:
        connection.execute(delete(fingerprints).where(fingerprints.c.hall == HALL.id))
    hold_keys(other, shared, HALL.id)
    with pytest.raises(OtherKeys):
        hold_keys(one, shared, HALL.id)


def test_a_moved_hall_keeps_its_keys(url: str, one: DataDir, other: DataDir) -> None:
    with core_in_thread(HALL, one.path):
        pass
    assert main(["move", "--data", str(one.path), "--database", url]) == DONE
    opened = open_server(url)
    try:
        assert len(kept(opened)) == 2
        hold_keys(one, opened, HALL.id)
        with pytest.raises(OtherKeys):
            hold_keys(other, opened, HALL.id)
    finally:
        opened.close()


def test_a_hall_in_its_folder_goes_on_with_a_new_key_and_says_what_that_costs(
    one: DataDir, caplog: pytest.LogCaptureFixture
) -> None:
    """There is no other core to copy from, and who lost a key is told to begin with a new one."""
    with core_in_thread(HALL, one.path):
        pass
    one.secret_key.unlink()
    one.phones_key.unlink()
    with caplog.at_level(logging.WARNING), core_in_thread(HALL, one.path):
        pass
    assert [record.message.partition(": ")[2] for record in caplog.records] == [
        "phone numbers left until now cannot be read",
        "every token is to be given anew",
    ]
    caplog.clear()
    with core_in_thread(HALL, one.path):
        pass
    assert caplog.records == [], "it is said once"


@pytest.mark.logs("phone numbers left until now cannot be read")
def test_a_hall_restored_without_its_phones_key_starts_elsewhere(
    one: DataDir, other: DataDir, tmp_path: Path
) -> None:
    with core_in_thread(HALL, one.path) as core:
        backup(core.data, tmp_path / "file")
    restore(tmp_path / "file", other)
    with core_in_thread(HALL, other.path) as core:
        assert core.ask("GET", "/api/queues", token=core.token(Role.KIOSK)).status == 200
    opened = open_file(other.database)
    hold_keys(other, opened, HALL.id)
    opened.close()


def test_a_key_that_says_nothing_is_said_in_one_line(url: str, one: DataDir) -> None:
    SqlStore(url, HALL, Clock()).close()
    one.path.mkdir()
    one.phones_key.touch()
    assert refused(one, url).startswith(f"hallcall core: {one.phones_key} is empty; put back a copy of it")
