"""A hall is copied while it is open and brought back elsewhere: event for event the same."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tarfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from core.client.link import CoreLink
from core.domain.hall import Hall
from core.domain.people import Role
from core.store.engine import sqlite_readers
from core.store.reader import SqlReader
from hallcall.backup import BackupRefused, Manifest, backup, digest
from hallcall.cli import main
from hallcall.data_dir import DataDir
from hallcall.demo.hurried import write_hurried
from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.halls import resolve
from hallcall.restore import restore
from tests.support.halls import lhasa_like
from tests.support.on_disk import all_events
from tests.support.running_core import CoreProcess, core_in_thread
from tests.support.rush import open_windows, rushing
from tests.support.sound_hall import assert_sound
from tests.support.waiting import wait_until

SOON_MS = 30_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hall.backup"


@pytest.fixture
def hurried(tmp_path: Path) -> tuple[Hall, Path]:
    """Dazi's hall, in which nobody has to wait between two acts."""
    return write_hurried(load(resolve("dazi")), tmp_path)


@pytest.fixture
def made(tmp_path: Path, file: Path) -> Path:
    """A backup of a small hall with three tickets."""
    folder = tmp_path / "small"
    with core_in_thread(lhasa_like(), folder) as core:
        for _ in range(3):
            core.post("/api/tickets", {"queue": "insurance"})
        backup(core.data, file)
    return file


def events_of(data: DataDir, hall: Hall) -> Any:
    engine = sqlite_readers(data.database)
    try:
        return assert_sound(SqlReader(engine, hall.id), hall)
    finally:
        engine.dispose()


def test_a_hall_is_copied_under_load_and_is_event_for_event_the_same(
    hurried: tuple[Hall, Path], tmp_path: Path
) -> None:
    hall, hall_file = hurried
    process = CoreProcess(str(hall_file), tmp_path / "core")
    core = process.start()
    open_windows(core, hall)
    backups: list[Manifest] = []
    try:
        with rushing(core, hall, "backup") as rush:
            for at in range(4):
                answered = len(rush.answered)
                wait_until(lambda enough=answered + 150: len(rush.answered) > enough)  # type: ignore[misc]
                backups.append(backup(core.data, tmp_path / f"{at}.backup"))
            during = len(rush.answered)
            wait_until(lambda: len(rush.answered) > during)
        everything = all_events(core)
    finally:
        process.stop()
    assert [each.seq for each in backups] == sorted({each.seq for each in backups}), "each has got further"
    for at, manifest in enumerate(backups):
        data = DataDir(tmp_path / f"restored{at}")
        restore(tmp_path / f"{at}.backup", data)
        events = events_of(data, hall)
        assert events == everything[: manifest.seq], "as it was at one event, not before and not after"


@pytest.mark.logs("phone numbers left until now cannot be read")
def test_who_has_a_token_of_the_hall_is_known_on_the_other_machine(made: Path, tmp_path: Path) -> None:
    token = DataDir(tmp_path / "small").tokens()
    data = DataDir(tmp_path / "other")
    restore(made, data)
    with core_in_thread(lhasa_like(), data.path) as core:
        assert core.data.tokens().fingerprint(b"x") == token.fingerprint(b"x")
        number = core.post("/api/tickets", {"queue": "insurance"}).body["number"]
    assert number == "A004", "the series goes on"


def test_a_live_screen_notices_that_the_hall_was_brought_back(
    hurried: tuple[Hall, Path], tmp_path: Path, file: Path, qtbot: QtBot
) -> None:
    """The screen has heard numbers that the restored hall gives again, to other events."""
    hall, hall_file = hurried
    process = CoreProcess(str(hall_file), tmp_path / "core")
    core = process.start()
    link = CoreLink(core.url, core.token(Role.SCREEN))
    snapshots: list[int] = []
    link.snapshot_taken.connect(lambda: snapshots.append(link.floor.seq))
    queues = [queue.id for queue in hall.queues]

    def take(queue: str, count: int) -> int:
        for _ in range(count):
            assert core.post("/api/tickets", {"queue": queue}).status == 201
        seq: int = core.ask("GET", "/api/health").body["seq"]
        return seq

    def has_all(seq: int) -> bool:
        return link.live and link.floor.seq == seq

    link.start()
    try:
        kept = take(queues[0], 3)
        backup(core.data, file)
        lost = take(queues[0], 4)
        qtbot.waitUntil(lambda: has_all(lost), timeout=SOON_MS)
        assert link.floor.waiting[queues[0]] == 7
        epoch = core.ask("GET", "/api/health").body["epoch"]
        process.kill()
        restore(file, core.data, force=True)
        core = process.start()
        assert core.ask("GET", "/api/health").body["epoch"] != epoch
        # As many events again as the screen has heard: by their numbers alone nothing would be amiss.
        again = take(queues[1], lost - kept)
        assert again == lost
        qtbot.waitUntil(lambda: has_all(again) and link.floor.waiting[queues[1]] == 4, timeout=SOON_MS)
        assert link.floor.waiting[queues[0]] == 3, "what the backup did not have is gone from the screen too"
        assert len(snapshots) == 2
    finally:
        link.stop()
        link.deleteLater()
        QCoreApplication.processEvents()
        process.stop()


def test_phone_numbers_can_be_read_only_where_their_key_was_taken_along(tmp_path: Path) -> None:
    folder = tmp_path / "core"
    with core_in_thread(lhasa_like(), folder) as core:
        sealed = core.data.vault().seal("138 0013 8000")
        backup(core.data, tmp_path / "without")
        backup(core.data, tmp_path / "with", with_phones=True)
    for name, readable in (("without", None), ("with", "13800138000")):
        data = DataDir(tmp_path / f"restored-{name}")
        restore(tmp_path / name, data)
        assert data.vault().open(sealed) == readable
    assert b"phones.key" not in (tmp_path / "without").read_bytes()
    assert (tmp_path / "with").stat().st_mode & 0o077 == 0, "nobody else on the machine reads it"


def test_a_folder_with_a_hall_is_left_alone_unless_it_is_said(made: Path, tmp_path: Path) -> None:
    data = DataDir(tmp_path / "small")
    before = data.database.read_bytes()
    with pytest.raises(BackupRefused, match="holds a hall already; --force"):
        restore(made, data)
    assert data.database.read_bytes() == before
    restore(made, data, force=True)
    with sqlite3.connect(f"{data.database.as_uri()}.replaced?mode=ro", uri=True) as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert kept.execute("SELECT count(*) FROM tickets").fetchone() == (3,)
    kept.close()


def test_a_hall_whose_file_is_broken_is_replaced(made: Path, tmp_path: Path) -> None:
    data = DataDir(tmp_path / "small")
    data.database.write_bytes(b"not a database at all" * 500)
    data.database.with_name("hall.db-wal").write_bytes(b"its log")
    restore(made, data, force=True)
    assert len(events_of(data, lhasa_like())) == 4
    assert not data.database.with_name("hall.db-wal").exists(), "no log of another database beside it"


def test_nothing_is_restored_under_a_running_core(made: Path, tmp_path: Path) -> None:
    process = CoreProcess("dazi", tmp_path / "running")
    process.start()
    try:
        with pytest.raises(BackupRefused, match=r"a core is running on .*; stop it first"):
            restore(made, process.handle.data, force=True)
    finally:
        process.stop()


def test_what_is_left_of_an_interrupted_backup_is_in_nobodys_way(made: Path, tmp_path: Path) -> None:
    file = tmp_path / "again"
    for ending in ("db", "part"):
        file.with_name(f"again.{ending}").write_bytes(b"half")
    backup(DataDir(tmp_path / "small"), file)
    assert {each.name for each in tmp_path.iterdir() if each.name.startswith("again")} == {"again"}


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """Unpack our own tar; Debian's Python 3.11.2 has no filters yet, later ones ask for one."""
    if hasattr(tarfile, "data_filter"):
        tar.extractall(folder, filter="data")
    else:
        tar.extractall(folder)


def damaged(made: Path, how: str, tmp_path: Path) -> Path:
    """Return a copy of a backup with something wrong in it."""
    file = tmp_path / "damaged"
    inside = tmp_path / "inside"
    shutil.rmtree(inside, ignore_errors=True)
    with tarfile.open(made) as tar:
        _unpack(tar, inside)
    manifest = json.loads((inside / "manifest.json").read_text())
    match how:
        case "cut short":
            file.write_bytes(made.read_bytes()[:20_000])
            return file
        case "no tar":
            file.write_bytes(b"something else")
            return file
        case "a bit flipped":
            content = bytearray((inside / "hall.db").read_bytes())
            content[len(content) // 2] ^= 1
            (inside / "hall.db").write_bytes(content)
        case "newer layout":
            manifest["format"] = 99
        case "a file of its own":
            manifest["files"]["../evil"] = "0"
        case "nothing but a manifest":
            manifest["files"] = {}
    (inside / "manifest.json").write_text(json.dumps(manifest))
    with tarfile.open(file, "w") as tar:
        for each in sorted(inside.iterdir(), key=lambda path: path.name != "manifest.json"):
            tar.add(each, each.name)
    return file


def rewritten(made: Path, statement: str, tmp_path: Path) -> Path:
    """Return a copy of a backup whose database was changed, with digests that fit."""
    inside = tmp_path / "inside"
    with tarfile.open(made) as tar:
        _unpack(tar, inside)
    connection = sqlite3.connect(inside / "hall.db", isolation_level=None)
    connection.execute(statement)
    connection.close()
    manifest = json.loads((inside / "manifest.json").read_text())
    manifest["files"]["hall.db"] = digest(inside / "hall.db")
    (inside / "manifest.json").write_text(json.dumps(manifest))
    file = tmp_path / "rewritten"
    with tarfile.open(file, "w") as tar:
        for each in inside.iterdir():
            tar.add(each, each.name)
    return file


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("cut short", "not whole"),
        ("no tar", "is no backup of a hall"),
        ("a bit flipped", "is damaged: hall.db is not what was backed up"),
        ("newer layout", "made by a newer program"),
        ("a file of its own", "is no backup of a hall"),
        ("nothing but a manifest", "is no backup of a hall"),
    ],
)
def test_what_is_no_whole_backup_replaces_nothing(made: Path, tmp_path: Path, how: str, why: str) -> None:
    data = DataDir(tmp_path / "small")
    before = data.database.read_bytes()
    with pytest.raises(BackupRefused, match=why):
        restore(damaged(made, how, tmp_path), data, force=True)
    assert data.database.read_bytes() == before
    assert not (data.path / "restoring").exists()


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("DELETE FROM events WHERE seq = 2", "events are missing"),
        ("UPDATE alembic_version SET version_num = '9999'", "of a newer program"),
        ("UPDATE halls SET seq = seq + 1", "holds not just"),
        ("DROP TABLE events", "cannot be read"),
        ("DELETE FROM halls", "holds not just"),
    ],
)
def test_a_backup_of_what_is_no_whole_hall_is_refused(
    made: Path, tmp_path: Path, statement: str, why: str
) -> None:
    data = DataDir(tmp_path / "new")
    with pytest.raises(BackupRefused, match=why):
        restore(rewritten(made, statement, tmp_path), data)
    assert not data.database.exists()


def test_the_commands_say_what_they_did(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small, other, file = (str(tmp_path / name) for name in ("small", "other", "file"))
    assert main(["backup", file, "--data", small]) == DONE
    assert "the hall lhasa-like as of event 4" in capsys.readouterr().out
    assert main(["backup", file, "--data", small]) == WRONG_USE
    assert "--force overwrites it" in capsys.readouterr().err
    assert main(["backup", file, "--data", small, "--force"]) == DONE
    assert main(["restore", file, "--data", other]) == DONE
    assert "phone numbers left until then cannot be read" in capsys.readouterr().out
    assert main(["restore", file, "--data", other]) == FAILED
    assert main(["backup", file, "--data", str(tmp_path / "nothing"), "--force"]) == FAILED
    assert "holds no hall" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "absent"), "--data", str(tmp_path / "third")]) == FAILED
    assert "No such file" in capsys.readouterr().err
