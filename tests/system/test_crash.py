"""The core is killed again and again in the middle of a rush: nothing acknowledged is lost or half done.

``HALLCALL_CRASHES`` in the environment asks for more of them.
"""

from __future__ import annotations

import logging
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from core.app.hallfile import load
from core.client.link import CoreLink
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.people import Role
from core.store.postgres import address, postgres_readers
from core.store.reader import SqlReader
from core.store.tables import answers as answers_table
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve
from tests.support.clients import Client
from tests.support.on_disk import reader_of
from tests.support.postgres import server
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.rush import REFUSED, Rush, open_windows, rushing
from tests.support.sound_hall import assert_sound

log = logging.getLogger(__name__)

CRASHES = int(os.environ.get("HALLCALL_CRASHES", "2"))
SEED = os.environ.get("HALLCALL_SEED", "crash")
SCREENS = 8
ASKED_AGAIN = 60
"""So many of the acknowledged requests are sent once more after each crash."""
KILLED_AFTER_MS = (50, 800)
BACK_WITHIN_MS = 30_000
BACK_USUALLY_S = 2.0
"""A hall's screens are back so soon after the core is ready; once in a while a busy machine needs longer."""


@pytest.fixture
def hall_file(tmp_path: Path) -> tuple[Hall, Path]:
    """Dazi's hall, which takes bookings, without the seconds between two acts."""
    return write_hurried(load(resolve("dazi")), tmp_path)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Return the address of a database on a server, ``None`` for the file in the folder."""
    if request.param == "sqlite":
        yield None
        return
    url = server().lend()
    yield url
    server().take_back(url)


@pytest.fixture
def process(hall_file: tuple[Hall, Path], tmp_path: Path, database: str | None) -> Iterator[CoreProcess]:
    found = CoreProcess(str(hall_file[1]), tmp_path / "core", database=database)
    found.start()
    yield found
    found.stop()


@contextmanager
def reading(core: CoreHandle, hall: Hall, database: str | None) -> Iterator[SqlReader]:
    """Look at what is kept, beside the core."""
    if database is None:
        with reader_of(core) as reader:
            yield reader
        return
    engine = postgres_readers(address(database))
    try:
        yield SqlReader(engine, hall.id)
    finally:
        engine.dispose()


class Screens:
    """Real lines to the core, each with what it heard, and one real board in a process of its own.

    Attributes:
        heard: Numbers of the events that each line told since its last snapshot.
    """

    def __init__(self, core: CoreHandle, hall: Hall, folder: Path) -> None:
        token = core.token(Role.SCREEN)
        zones = [None, *(zone.id for zone in hall.zones)]
        self.links = [CoreLink(core.url, token) for _ in range(SCREENS)]
        self.heard: list[list[int]] = [[] for _ in self.links]
        for at, link in enumerate(self.links):
            link.happened.connect(lambda event, heard=self.heard[at]: heard.append(event.seq))
            link.snapshot_taken.connect(self.heard[at].clear)
            # The first of them follow the whole hall, the others a zone.
            zone = zones[max(0, at - SCREENS // 2) % len(zones)]
            link.start(**({"zone": zone} if zone else {}))
        self._log = folder / "display.log"
        with self._log.open("wb") as log:
            self._display = subprocess.Popen(
                [sys.executable, "-m", "hallcall", "display", "--core", core.url, "--token", token],
                stderr=log,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            )

    def are_at(self, seq: int, times: int) -> bool:
        """Whether every line has heard ``seq``, and the board was connected so often."""
        followed = self._log.read_text().count("following the hall")
        return followed >= times and all(link.live and link.floor.seq == seq for link in self.links)

    def close(self) -> None:
        """Close every line and the board."""
        for link in self.links:
            link.stop()
            link.deleteLater()
        QCoreApplication.processEvents()
        self._display.terminate()
        self._display.wait(30)
        assert "Traceback" not in self._log.read_text(), self._log.read_text()


@contextmanager
def screens_of(core: CoreHandle, hall: Hall, folder: Path) -> Iterator[Screens]:
    screens = Screens(core, hall, folder)
    try:
        yield screens
    finally:
        screens.close()


def started_again(process: CoreProcess, qtbot: QtBot) -> tuple[CoreHandle, float]:
    """Start the core while the screens go on knocking; return it and when it was ready."""

    def start() -> tuple[CoreHandle, float]:
        return process.start(), time.monotonic()

    with ThreadPoolExecutor(1) as threads:
        starting = threads.submit(start)
        qtbot.waitUntil(starting.done, timeout=BACK_WITHIN_MS)
        return starting.result()


def seq_of(core: CoreHandle) -> int:
    seq: int = core.ask("GET", "/api/health").body["seq"]
    return seq


@pytest.mark.timeout(60 + 60 * CRASHES)
def test_nothing_acknowledged_is_lost_to_any_crash_and_nothing_is_half_done(
    process: CoreProcess,
    database: str | None,
    hall_file: tuple[Hall, Path],
    tmp_path: Path,
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    hall = hall_file[0]
    dice = random.Random(SEED)
    open_windows(process.handle, hall)
    back_s: list[float] = []
    acknowledged = unanswered = done_unanswered = 0
    with screens_of(process.handle, hall, tmp_path) as screens:
        qtbot.waitUntil(lambda: screens.are_at(seq_of(process.handle), 1), timeout=BACK_WITHIN_MS)
        for crash in range(CRASHES):
            with rushing(process.handle, hall, f"{SEED}-{crash}") as rush:
                # The one wait that is for a time: whatever is under way at that instant is cut.
                qtbot.wait(dice.randint(*KILLED_AFTER_MS))
                process.kill()
            core, ready_at = started_again(process, qtbot)
            qtbot.waitUntil(partial(screens.are_at, seq_of(core), crash + 2), timeout=BACK_WITHIN_MS)
            back_s.append(time.monotonic() - ready_at)
            assert_no_gap(screens.heard[: SCREENS // 2])
            with reading(core, hall, database) as reader:
                assert screens.links[0].floor.waiting == reader.floor().waiting
                done_unanswered += assert_kept(core, reader, hall, rush, dice)
            acknowledged += len(rush.answered)
            unanswered += len(rush.unanswered)
    assert min(acknowledged, unanswered) > CRASHES, "there was a rush to be cut off"
    figures = {
        "database": "SQLite" if database is None else "PostgreSQL",
        "crashes": CRASHES,
        "acknowledged": acknowledged,
        "unanswered": unanswered,
        "of these done": done_unanswered,
        "screens back, median s": round(statistics.median(back_s), 2),
        "screens back, worst s": round(max(back_s), 2),
    }
    for name, figure in figures.items():
        record_property(name, figure)
    log.info("%s", figures)
    assert statistics.median(back_s) <= BACK_USUALLY_S, back_s


def assert_no_gap(heard: Sequence[Sequence[int]]) -> None:
    """A line that follows the whole hall was told every event, in order, across the crash."""
    for seqs in heard:
        assert list(seqs) == list(range(seqs[0], seqs[0] + len(seqs))) if seqs else True


def assert_kept(core: CoreHandle, reader: SqlReader, hall: Hall, rush: Rush, dice: random.Random) -> int:
    """Hold the hall to all that was answered; return how many were done that nobody was answered."""
    events = assert_sound(reader, hall)
    kept = kept_keys(reader)
    assert {asked.key for asked, _ in rush.answered} <= kept, "an acknowledged request is not there"
    assert_told(events, rush)
    assert_booked(reader, rush)
    done = sum(asked.key in kept for asked in rush.unanswered)
    assert_first_answers(core, rush, dice)
    return done


def kept_keys(reader: SqlReader) -> set[str]:
    with reader._engine.begin() as connection:
        return set(connection.execute(select(answers_table.c.key)).scalars())


def assert_told(events: Sequence[Event], rush: Rush) -> None:
    """Each acknowledged number was taken, and each acknowledged call was made there."""
    taken = {event.ticket: event.data["number"] for event in events if event.kind is EventKind.TAKEN}
    called = {(event.ticket, event.window) for event in events if event.kind is EventKind.CALLED}
    for asked, answer in rush.answered:
        if asked.path == "/api/tickets":
            assert taken[answer["id"]] == answer["number"]
        elif asked.path.endswith("/call-next") and answer["ticket"] is not None:
            assert (answer["ticket"]["id"], answer["ticket"]["window"]) in called


def assert_booked(reader: SqlReader, rush: Rush) -> None:
    booked = [(asked, answer) for asked, answer in rush.answered if asked.path == "/api/bookings"]
    for day in {asked.body["date"] for asked, _ in booked}:
        kept = {each.id for each in reader.visitors.bookings(date.fromisoformat(day))}
        assert {answer["id"] for asked, answer in booked if asked.body["date"] == day} <= kept


def assert_first_answers(core: CoreHandle, rush: Rush, dice: random.Random) -> None:
    """The same key again gives the first answer; one that nobody was answered is done now, once."""
    client = Client(core)
    before = seq_of(core)
    for asked, answer in dice.sample(rush.answered, min(ASKED_AGAIN, len(rush.answered))):
        assert said(client.post(asked.path, asked.body, asked.key)[1]) == said(answer), asked
    assert seq_of(core) == before, "nothing was done twice"
    for asked in rush.unanswered:
        first = client.post(asked.path, asked.body, asked.key)
        again = client.post(asked.path, asked.body, asked.key)
        assert first[0] in (200, 201, REFUSED), first
        assert first[0] == REFUSED or said(first[1]) == said(again[1]), asked
    client.close()


def said(answer: Any) -> Any:
    """Return an answer without the estimate, which is as new as the answer."""
    return {name: value for name, value in answer.items() if name != "wait"}
