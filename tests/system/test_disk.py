"""A disk that is full, read-only or broken: said plainly, nothing lost, and over by itself."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caller.app import CallerApp, caller_for
from caller.settings import CallerSettings
from caller.widgets.label import Label
from core.app.hallfile import load
from core.client.link import CoreLink
from core.domain.hall import Hall
from core.domain.people import Role
from display.app import DisplayApp
from hallcall.demo.hurried import write_hurried
from hallcall.exits import FAILED
from hallcall.halls import resolve
from hardware.devices import PrinterEntry
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.timings import Timings
from tests.support import qml
from tests.support.clients import Client
from tests.support.following import following
from tests.support.halls import lhasa_like
from tests.support.on_disk import reader_of
from tests.support.running_core import CoreHandle, CoreProcess, core_in_thread
from tests.support.small_disk import SmallDisk, read_only, small_disk
from tests.support.sound_hall import assert_sound
from tests.support.waiting import wait_until
from tests.support.warm_command import WarmCommand

SOON_MS = 30_000
WINDOW = 1
CLERK, PIN = "0301", "2468"
CLIENTS = 4


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as found:
        yield found


@pytest.fixture
def hall(tmp_path: Path) -> tuple[Hall, Path]:
    return write_hurried(load(resolve("dazi")), tmp_path)


@pytest.fixture
def process(hall: tuple[Hall, Path], disk: SmallDisk) -> Iterator[CoreProcess]:
    running = CoreProcess(str(hall[1]), disk.folder / "core", keep_log=True)
    running.start()
    yield running
    running.stop()


class Work:
    """Clients that take numbers all the time, each request with its key.

    Attributes:
        taken: Key and number of each that was given.
        refused: Key and answer of each that was refused.
    """

    def __init__(self, core: CoreHandle, queue: str) -> None:
        self.taken: list[tuple[str, str]] = []
        self.refused: list[tuple[str, int, Any]] = []
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(core, queue, str(place))) for place in range(CLIENTS)
        ]
        for thread in self._threads:
            thread.start()

    def _run(self, core: CoreHandle, queue: str, name: str) -> None:
        client = Client(core)
        at = 0
        while not self._ended.is_set():
            at += 1
            key = f"{name}-{at}"
            status, answer = client.post("/api/tickets", {"queue": queue}, key)
            if status == 201:
                self.taken.append((key, answer["number"]))
                # As fast as a crowd, and not as fast as it goes: three screens follow all of it.
                self._ended.wait(0.02)
            else:
                self.refused.append((key, status, answer))
                # Nothing will be given for a while: there is no need to be told a thousand times.
                self._ended.wait(0.05)
        client.close()

    def end(self) -> None:
        """Let each client end what it does."""
        self._ended.set()
        for thread in self._threads:
            thread.join()


@contextmanager
def working(core: CoreHandle, queue: str) -> Iterator[Work]:
    work = Work(core, queue)
    try:
        yield work
    finally:
        work.end()


class Screens:
    """A kiosk, a clerk's console and a board, as they run in a hall."""

    def __init__(self, core: CoreHandle, qtbot: QtBot, folder: Path) -> None:
        self._links = [
            CoreLink(core.url, core.token(Role.KIOSK)),
            CoreLink(core.url, core.token(Role.SCREEN)),
        ]
        # Nothing is printed here; nobody answers at that address.
        printer = PrinterEntry("slips", "tcp://127.0.0.1:9", WIDTH_80MM)
        self.kiosk = KioskApp(self._links[0], (printer,), timings=Timings(settle_s=0))
        self._links[0].start()
        self.kiosk.show()
        self.board = DisplayApp(self._links[1])
        self.board.show()
        settings = CallerSettings(QSettings(str(folder / "caller.ini"), QSettings.Format.IniFormat))
        self.caller: CallerApp = caller_for(core.url, settings=settings, window=WINDOW)
        qtbot.addWidget(self.caller.window)
        self.caller.show()

    def sign_in(self) -> None:
        QTest.keyClicks(self._field("clerk"), CLERK)
        QTest.keyClicks(self._field("pin"), PIN)
        QTest.keyClick(self._field("pin"), Qt.Key.Key_Return)

    def _field(self, name: str) -> QWidget:
        found = self.caller.window.findChild(QWidget, name)
        assert found is not None
        return found

    def console(self, name: str) -> str:
        found = self.caller.window.findChild(Label, name)
        assert found is not None
        return found.text() if found.isVisible() else ""

    def close(self) -> None:
        self.caller.stop()
        for link in self._links:
            link.stop()
        self.kiosk.close()
        self.board.close()
        QCoreApplication.processEvents()


@contextmanager
def screens_of(core: CoreHandle, qtbot: QtBot, folder: Path) -> Iterator[Screens]:
    screens = Screens(core, qtbot, folder)
    try:
        yield screens
    finally:
        screens.close()


def health(core: CoreHandle) -> tuple[int, str]:
    answer = core.ask("GET", "/api/health")
    return answer.status, answer.body["status"]


def is_whole(database: Path) -> bool:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


@pytest.mark.logs(
    "the core cannot write now",
    "slips is gone",
    "the core gave no ticket",
    # Where all this takes long, a kiosk's own test of the morning meets it.
    "self-test: (kiosk.core_cannot_write|device.unreachable)",
)
def test_a_disk_that_takes_nothing_stops_nothing_but_writing_and_that_is_over_by_itself(
    process: CoreProcess, hall: tuple[Hall, Path], disk: SmallDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    """First it is full, then read-only while everything on it is open."""
    core = process.handle
    queue = hall[0].window(WINDOW).queues[0]
    clerk = {"name": "clerk", "role": "clerk", "pin": PIN}
    assert core.ask("PUT", f"/api/clerks/{CLERK}", clerk, token=core.token(Role.ADMIN)).status < 300
    number = core.post("/api/tickets", {"queue": queue}).body["number"]

    def soon(holds: Callable[[], bool]) -> None:
        qtbot.waitUntil(holds, timeout=SOON_MS)

    def goes_on_once(work: Work, begin: Callable[[int], None], end: Callable[[int], None]) -> None:
        refused = len(work.refused)
        begin(process.pid)
        soon(lambda: health(core) == (503, "degraded"))
        soon(lambda: len(work.refused) > refused + 20)
        # Every screen says what it is about, and keeps what is known.
        soon(lambda: "暂时无法取号" in qml.texts(screens.kiosk.view))
        soon(lambda: "暂时无法保存" in screens.console("offline"))
        assert screens.console("visitor-number") == number
        assert qml.shows(screens.board.view, f"row:{number}")
        assert not qml.shows(screens.board.view, "dark:zh")
        # Looking goes on, and so do feeds.
        assert core.get("/api/queues").status == 200
        assert core.get("/api/windows").status == 200
        with following(core) as feed:
            assert (feed.first["kind"], feed.first["degraded"]) == ("snapshot", True)
        assert is_whole(core.data.database)
        end(process.pid)
        soon(lambda: health(core) == (200, "ok"))
        given = len(work.taken)
        soon(lambda: len(work.taken) > given + 20)
        soon(lambda: "暂时无法取号" not in qml.texts(screens.kiosk.view))
        soon(lambda: screens.console("offline") == "")

    with screens_of(core, qtbot, tmp_path) as screens:
        screens.sign_in()
        soon(lambda: screens.caller.console is not None and screens.caller.console.props.known)
        assert core.post(f"/api/windows/{WINDOW}/open", {"clerk": CLERK}).status == 200
        assert core.post(f"/api/windows/{WINDOW}/call-next").body["ticket"]["number"] == number
        soon(lambda: screens.console("visitor-number") == number)
        soon(lambda: qml.shows(screens.board.view, f"row:{number}"))
        soon(lambda: not qml.shows(screens.kiosk.view, "outOfService:zh"))
        with working(core, queue) as work:
            soon(lambda: len(work.taken) > 20)
            goes_on_once(work, disk.fill, disk.free)
            goes_on_once(work, disk.forbid, disk.permit)
    assert {(status, answer["key"]) for _, status, answer in work.refused} == {(503, "store.failed")}
    assert_only_what_was_said(core, hall[0], queue, work)
    assert is_whole(core.data.database)
    process.stop()
    assert len(re.findall("the database cannot be used", process.log)) == 2, process.log
    assert len(re.findall("the database can be used again", process.log)) == 2, process.log
    assert "Traceback" not in process.log


def test_a_disk_that_breaks_and_is_read_only_from_then_on_keeps_what_was_answered(
    process: CoreProcess, hall: tuple[Hall, Path], disk: SmallDisk
) -> None:
    core = process.handle
    queue = hall[0].queues[0].id
    with working(core, queue) as work:
        wait_until(lambda: len(work.taken) > 20)
        with disk.broken(process.pid) as bound:
            wait_until(lambda: health(core) == (503, "degraded"))
            wait_until(lambda: len(work.refused) > 20)
            assert core.get("/api/queues").status == 200, "who looks is answered"
            work.end()
            process.kill()
            said = ended(core.data.path, *bound)
            assert "it cannot be written; see who owns the folder, and whether its disk is mounted" in said
    core = process.start()
    # What each client was waiting for at that instant may have reached the disk before its flush failed.
    under_way = {key.partition("-")[0]: key for key, *_ in reversed(work.refused)}.values()
    work.refused = [each for each in work.refused if each[0] not in under_way]
    assert_only_what_was_said(core, hall[0], queue, work)
    client = Client(core)
    for key in under_way:
        asked = [client.post("/api/tickets", {"queue": queue}, key) for _ in range(2)]
        assert asked[0][0] == 201
        assert asked[0][1]["number"] == asked[1][1]["number"], "done whole or not at all, and once"
    client.close()
    with reader_of(core) as reader:
        assert_sound(reader, hall[0])
    assert is_whole(core.data.database)


def assert_only_what_was_said(core: CoreHandle, hall: Hall, queue: str, work: Work) -> None:
    """What was given is there, what was refused was not done: the same key gives a new number now."""
    with reader_of(core) as reader:
        events = assert_sound(reader, hall)
    numbers = {event.data["number"] for event in events if event.kind.value == "ticket.taken"}
    assert {number for _, number in work.taken} <= numbers
    client = Client(core)
    for key, *_ in work.refused[:5]:
        status, answer = client.post("/api/tickets", {"queue": queue}, key)
        assert status == 201
        assert answer["number"] not in numbers
    for key, number in work.taken[-5:]:
        assert client.post("/api/tickets", {"queue": queue}, key)[1]["number"] == number
    client.close()


def started_by(before: tuple[str, ...], words: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "hallcall", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def ended(folder: Path, *before: str) -> str:
    """Start a core on a folder, which it must refuse in one line, and return that."""
    words = ("core", "--data", str(folder), "--port", "0")
    done = started_by(before, words) if before else WarmCommand(*words).ended(60)
    assert done.returncode == FAILED, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith(f"hallcall core: {folder}"), done.stderr
    return done.stderr


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The folder of a hall whose core is not running."""
    folder = tmp_path / "closed"
    with core_in_thread(lhasa_like(), folder) as core:
        for _ in range(40):
            core.post("/api/tickets", {"queue": "insurance"})
    return folder


def changed(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "hall.db", isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_file_that_is_no_database_is_said(closed: Path) -> None:
    (closed / "hall.db").write_bytes(b"something else altogether" * 200)
    said = ended(closed)
    assert "file is not a database: it is damaged; bring back the last good backup" in said


def test_a_database_with_broken_pages_is_said(closed: Path) -> None:
    database = closed / "hall.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'legs'").fetchone()
    content = bytearray(database.read_bytes())
    content[(root - 1) * page : root * page] = b"\xa5" * page
    database.write_bytes(content)
    assert "malformed: it is damaged; bring back the last good backup" in ended(closed)


def test_a_hall_of_a_newer_program_is_said_and_left_alone(closed: Path) -> None:
    changed(closed, "UPDATE alembic_version SET version_num = '9999'")
    assert "of a newer program (its tables are at 9999" in ended(closed)


def test_a_folder_that_cannot_be_written_is_said(closed: Path) -> None:
    with read_only(closed) as bound:
        said = ended(closed, *bound)
    assert "it cannot be written; see who owns the folder" in said


def test_a_hall_that_another_core_runs_is_said(closed: Path) -> None:
    process = CoreProcess(None, closed)
    process.start()
    try:
        done = WarmCommand("core", "--data", str(closed), "--port", "0").ended(60)
    finally:
        process.stop()
    assert (done.returncode, done.stderr) == (
        FAILED,
        f"hallcall core: another core is running on {closed}\n",
    )


def test_a_database_that_another_program_holds_is_said(closed: Path) -> None:
    with closing(sqlite3.connect(closed / "hall.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = ended(closed)
    assert "database is locked: another program holds the database open for writing" in said
