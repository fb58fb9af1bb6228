"""Every window of the largest shipped hall has its console, and a bad morning: no press is lost or doubled.

The consoles are the real ones without their widgets, each with its own line, in one process; the core is
another. It is killed and started again, frozen for some seconds, and some of the lines lose answers.
``HALLCALL_MORNING_PRESSES`` in the environment asks for more presses of each clerk.
"""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from caller.derive import ConsoleInputs, derive
from caller.moves import EVENT_OF, Move
from core.app.hallfile import load
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.people import Role
from core.store.reader import SqlReader
from core.store.tables import answers as answers_table
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve
from tests.support.clients import Client, all_at_once
from tests.support.morning import Clerk, Pace, Press, Said, Visitors
from tests.support.on_disk import reader_of
from tests.support.proxy import Proxy, losing_proxy
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.sound_hall import assert_sound

log = logging.getLogger(__name__)

PRESSES = int(os.environ.get("HALLCALL_MORNING_PRESSES", "3"))
SEED = os.environ.get("HALLCALL_SEED", "morning")
CONSOLES = 251
TWICE = 12
"""At so many windows the clerk is signed in a second time, at another machine."""
BAD_LINES = 24
"""So many of the consoles have a line that loses answers."""
PACE = Pace(PRESSES, (300, 1700))
FROZEN_S = 2.5
ASKS_MOST = 2.0
"""So often a line asks for the hall at most until it is up, all of them starting in the same instant."""
LOST_EACH_TIME = 8
WITHIN_MS = 60_000 + 20_000 * PRESSES
COUNTED = (Move.CALL_NEXT, Move.RECALL, Move.START, Move.PASS, Move.PUT_BACK, Move.OPEN, Move.PAUSE)
"""Moves that are told by exactly one event of a kind that nothing else here tells."""


@pytest.fixture
def hall_file(tmp_path: Path) -> tuple[Hall, Path]:
    """Pingliang's hall without the seconds between two acts."""
    return write_hurried(load(resolve("pingliang")), tmp_path)


@pytest.fixture
def process(hall_file: tuple[Hall, Path], tmp_path: Path) -> Iterator[CoreProcess]:
    found = CoreProcess(str(hall_file[1]), tmp_path / "core")
    found.start()
    yield found
    found.stop()


@contextmanager
def clerks_of(core: CoreHandle, hall: Hall, proxy: Proxy, qtbot: QtBot) -> Iterator[list[Clerk]]:
    """Let a clerk sit down at each window's console, all of them in the same instant."""
    windows = [window.number for window in hall.windows]
    assert len(windows) == CONSOLES
    urls = [proxy.url] * BAD_LINES + [core.url] * (CONSOLES - BAD_LINES + TWICE)
    # The second machine of a clerk has a good line where the first has a bad one.
    places = list(zip(urls, windows + windows[:TWICE], strict=True))
    clerks: list[Clerk] = []
    try:
        for url, window in places:
            name = f"{window:04}"
            clerks.append(Clerk(url, core.token(Role.CLERK, window, name), window, name, SEED, PACE))
        qtbot.waitUntil(lambda: all(each.link.live for each in clerks), timeout=WITHIN_MS)
        assert asked_for_hall(core) <= ASKS_MOST * len(clerks), "nobody knocks in vain again and again"
        yield clerks
    finally:
        for each in clerks:
            each.stop()
            each.deleteLater()
        QCoreApplication.processEvents()


def asked_for_hall(core: CoreHandle) -> float:
    """Return how often the core has told its hall, or that it is as it was."""
    told = core.ask("GET", "/metrics").body
    found = re.findall(
        r'^hallcall_requests_total\{[^}]*route="/api/hall"[^}]*\} ([\d.e+]+)', told, re.MULTILINE
    )
    assert found, told
    return sum(float(each) for each in found)


def take_at_once(core: CoreHandle, hall: Hall) -> None:
    """Let two visitors wait for each window before the doors of the day open."""
    queues = [window.queues[0] for window in hall.windows for _ in range(2)]

    def at_kiosk(place: int, client: Client) -> None:
        for queue in queues[place::8]:
            assert client.post("/api/tickets", {"queue": queue})[0] == 201

    all_at_once(core, 8, at_kiosk)


def pressed(clerks: Sequence[Clerk]) -> int:
    return sum(len(each.presses) for each in clerks)


def started_again(process: CoreProcess, qtbot: QtBot) -> CoreHandle:
    """Start the core while the consoles go on knocking."""
    with ThreadPoolExecutor(1) as threads:
        starting = threads.submit(process.start)
        qtbot.waitUntil(starting.done, timeout=WITHIN_MS)
        return starting.result()


def trouble(process: CoreProcess, clerks: Sequence[Clerk], proxy: Proxy, qtbot: QtBot) -> None:
    """Bring about what goes wrong in a morning, each at its share of the presses."""
    whole = PRESSES * len(clerks)

    def until(share: float) -> None:
        qtbot.waitUntil(lambda: pressed(clerks) >= share * whole, timeout=WITHIN_MS)

    until(0.1)
    log.info("some answers are lost")
    proxy.lose = LOST_EACH_TIME
    until(0.3)
    log.info("the core is killed")
    process.kill()
    qtbot.waitUntil(lambda: not any(each.link.live for each in clerks), timeout=2000)
    assert not any(each.console.props.moves for each in clerks), "what cannot be true is blocked"
    assert all(each.console.props.known for each in clerks), "and what is known is kept"
    started_again(process, qtbot)
    log.info("the core is back")
    until(0.55)
    log.info("the core is frozen")
    proxy.lose = LOST_EACH_TIME
    process.send_signal(signal.SIGSTOP)
    qtbot.wait(int(FROZEN_S * 1000))
    process.send_signal(signal.SIGCONT)
    until(0.8)
    log.info("the last answers are lost")
    proxy.lose = LOST_EACH_TIME


def seq_of(core: CoreHandle) -> int:
    seq: int = core.ask("GET", "/api/health").body["seq"]
    return seq


@pytest.mark.timeout(120 + 60 * PRESSES)
def test_251_headless_callers_work_a_simulated_morning_without_a_lost_or_doubled_press(
    process: CoreProcess,
    hall_file: tuple[Hall, Path],
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    hall, core = hall_file[0], process.handle
    take_at_once(core, hall)
    began = time.monotonic()
    visitors = Visitors(core.url, core.token(Role.KIOSK), hall, SEED)
    with losing_proxy(core.url) as proxy, clerks_of(core, hall, proxy, qtbot) as clerks:
        log.info("everybody is there after %.1f s", time.monotonic() - began)
        for each in clerks:
            each.begin()
        visitors.start()
        trouble(process, clerks, proxy, qtbot)
        qtbot.waitUntil(lambda: all(each.done for each in clerks), timeout=WITHIN_MS)
        visitors.stop()
        qtbot.waitUntil(lambda: visitors.are_served, timeout=WITHIN_MS)
        took_s = time.monotonic() - began
        last = seq_of(process.handle)
        qtbot.waitUntil(
            lambda: all(each.link.live and each.link.floor.seq == last for each in clerks), timeout=WITHIN_MS
        )
        presses = [press for each in clerks for press in each.presses]
        with reader_of(process.handle) as reader:
            events = assert_sound(reader, hall)
            kept = kept_answers(reader)
            assert_every_console_shows_the_truth(clerks, reader)
    assert_said_as_it_was(presses, kept)
    assert_none_doubled(presses, kept, events)
    figures = {
        "consoles": len(clerks),
        "presses": len(presses),
        "done": sum(press.said is Said.DONE for press in presses),
        "said not to be done": sum(press.said is Said.NOT_DONE for press in presses),
        "not known for a while": sum(press.unsure for press in presses),
        "visitors": visitors.taken,
        "seconds": round(took_s, 1),
    }
    for name, figure in figures.items():
        record_property(name, figure)
    log.info("%s", figures)


def kept_answers(reader: SqlReader) -> dict[str, dict[str, object]]:
    """Return what was done under each key; of a key that was spent, nothing was."""
    with reader._engine.begin() as connection:
        rows = connection.execute(select(answers_table.c.key, answers_table.c.answer)).all()
    return {key: answer for key, text in rows if (answer := json.loads(text))}


def assert_said_as_it_was(presses: Sequence[Press], kept: dict[str, dict[str, object]]) -> None:
    """What the clerk was told of each press is what became of it in the core."""
    wrong = [press for press in presses if (press.said is Said.DONE) != (press.key in kept)]
    assert wrong == []
    assert all(press.sent == 1 for press in presses)
    assert len({press.key for press in presses}) == len(presses)


def assert_none_doubled(
    presses: Sequence[Press], kept: dict[str, dict[str, object]], events: Sequence[Event]
) -> None:
    """Each press that was done is one event at its window, and there is no event without a press."""
    told = Counter((event.window, event.kind) for event in events)
    done = Counter(
        (press.window, EVENT_OF[press.move])
        for press in presses
        if press.key in kept and kept[press.key].get("ticket", True) is not None
    )
    kinds = {EVENT_OF[move] for move in COUNTED}
    assert {at: count for at, count in told.items() if at[1] in kinds} == {
        at: count for at, count in done.items() if at[1] in kinds
    }


def assert_every_console_shows_the_truth(clerks: Sequence[Clerk], reader: SqlReader) -> None:
    """Every console shows its window and its queues as they are on disk."""
    floor = reader.floor()
    for each in clerks:
        shown, link = each.console.props, each.link
        of_disk = ConsoleInputs(
            window=each.window,
            hall=link.hall,
            view=floor.windows[each.window],
            waiting=floor.waiting,
            live=True,
        )
        true = derive(of_disk)
        assert (shown.status, shown.clerk, shown.queues) == (true.status, true.clerk, true.queues)
        assert shown.moves == true.moves
        assert (shown.visitor is None) == (true.visitor is None)
        if shown.visitor is not None and true.visitor is not None:
            at = ("number", "state", "since", "calls", "step", "mark")
            assert [getattr(shown.visitor, name) for name in at] == [
                getattr(true.visitor, name) for name in at
            ]
