"""The largest shipped hall with all its screens, and 500 calls: each is seen once wherever it belongs.

The screens are the real faces without their windows, each on its own line; one board has a window and is
painted. The core is a process of its own, killed and started again in the middle.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from core.client.link import CoreLink
from core.domain.hall import Hall, Window
from core.domain.people import Role
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.board.roll import CALM, SHOWN
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve
from hallcall.pictures.usual import NOW
from hallcall.pictures.wall import StandingClock
from tests.display.shrunk import read_shrunk
from tests.support.clients import Client, all_at_once
from tests.support.qml import find, settle, shows, text_of
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.screens import Call, WatchedScreen

log = logging.getLogger(__name__)

WINDOWS, ZONES, PADS = 251, 20, 20
CALLS = 500
CLERKS = 8
TOGETHER = 24
"""So many screens are switched on in one moment."""
WITHIN_MS = 180_000
DEATHS = 1
"""How often the core dies."""
AWAY = timedelta(hours=1)
"""More than the machine needs to start the core again, however loaded: what was missed is old by then."""
EVERY_RECALL = 10
"""Of so many visitors one does not come and is called again."""
PAINTED_ZONE = "tax"
PAINTED = QSize(1280, 720)
LONGEST = timedelta(minutes=20)


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


def screens_of(hall: Hall) -> list[Screen]:
    """Return a board for each zone and one for the hall, a screen above each window, and some pads."""
    numbers = [window.number for window in hall.windows]
    assert (len(hall.zones), len(numbers)) == (ZONES, WINDOWS)
    return [
        Screen(),
        *(Screen(zone=zone.id) for zone in hall.zones),
        *(Screen(face=FaceKind.WINDOW, windows=(number,)) for number in numbers),
        *(Screen(face=FaceKind.PAD, windows=(number,)) for number in numbers[:: WINDOWS // PADS]),
    ]


@contextmanager
def switched_on(core: CoreHandle, hall: Hall, qtbot: QtBot) -> Iterator[list[WatchedScreen]]:
    token = core.token(Role.SCREEN)
    screens: list[WatchedScreen] = []
    try:
        for each in screens_of(hall):
            screens.append(WatchedScreen(core.url, token, each))
            if len(screens) % TOGETHER == 0:
                wait_live(screens, qtbot)
        wait_live(screens, qtbot)
        yield screens
    finally:
        for screen in screens:
            screen.stop()
        QCoreApplication.processEvents()


def wait_live(screens: Sequence[WatchedScreen], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(each.link.live for each in screens), timeout=WITHIN_MS)


def take_and_open(core: CoreHandle, hall: Hall) -> None:
    """Open every window, with three visitors waiting for it."""

    def work(place: int, client: Client) -> None:
        for window in hall.windows[place::CLERKS]:
            assert client.post(f"/api/windows/{window.number}/open")[0] == 200
            for _ in range(3):
                assert client.post("/api/tickets", {"queue": window.queues[0]})[0] == 201

    all_at_once(core, CLERKS, work)


def call_at(core: CoreHandle, windows: Sequence[Window], clerks: int) -> dict[Call, str]:
    """Call the next one to each window, some of them twice; return the calls with their zones."""
    called: dict[Call, str] = {}

    def work(place: int, client: Client) -> None:
        for at, window in enumerate(windows[place::clerks]):
            ticket = client.post(f"/api/windows/{window.number}/call-next")[1]["ticket"]
            if ticket is None:
                continue
            called[ticket["number"], window.number] = ticket["queue"]
            if at % EVERY_RECALL == 0:
                assert client.post(f"/api/windows/{window.number}/recall")[0] == 200

    all_at_once(core, clerks, work)
    return called


def burst(core: CoreHandle, hall: Hall, screens: Sequence[WatchedScreen], qtbot: QtBot) -> dict[Call, str]:
    """Let every window call at once, and wait until every screen has heard all of it."""
    with ThreadPoolExecutor(1) as threads:
        calling = threads.submit(call_at, core, hall.windows, CLERKS)
        qtbot.waitUntil(calling.done, timeout=WITHIN_MS)
    wait_heard(core, screens, qtbot)
    return calling.result()


def wait_heard(core: CoreHandle, screens: Sequence[WatchedScreen], qtbot: QtBot) -> None:
    last = core.ask("GET", "/api/health").body["seq"]
    qtbot.waitUntil(
        lambda: all(each.link.live and each.link.floor.seq >= last for each in screens), timeout=WITHIN_MS
    )


def belongs(hall: Hall, screen: Screen, called: dict[Call, str]) -> set[Call]:
    """Return the calls that a screen should show."""
    if screen.windows:
        return {call for call in called if call[1] in screen.windows}
    return {call for call, queue in called.items() if screen.zone in ("", hall.queue(queue).zone)}


def boards_of(screens: Sequence[WatchedScreen]) -> list[WatchedScreen]:
    return [each for each in screens if each.screen.face is FaceKind.BOARD]


def play_out(screens: Sequence[WatchedScreen], hall: Hall, called: dict[Call, str]) -> None:
    """Let time pass on each screen until its part of the calls has had its turn and nothing flashes."""
    for each in screens:
        wanted = belongs(hall, each.screen, called)
        passed = timedelta()
        while passed < LONGEST and (each.flashing or not wanted <= each.came.keys()):
            each.pass_time()
            passed += timedelta(seconds=1)
        assert passed < LONGEST, f"{each.screen} never shows {sorted(wanted - each.came.keys())}"


def assert_all_seen(screens: Sequence[WatchedScreen], hall: Hall, called: dict[Call, str]) -> None:
    """Every call came once to every screen that should show it, and to no other."""
    for each in screens:
        wanted = belongs(hall, each.screen, called)
        assert each.came == dict.fromkeys(wanted, 1), each.screen


def assert_flashed(
    screens: Sequence[WatchedScreen], hall: Hall, fresh: dict[Call, str], late: dict[Call, str]
) -> None:
    """Every call flashed while it was new, none that came late.

    A starved machine loses a line once more than the core dies. What such a screen missed came late to it,
    and what it hears again flashes for what is left of its time.
    """
    steady = [each for each in screens if each.lost <= DEATHS]
    assert len(steady) > len(screens) / 2, "most lines hold"
    for each in screens:
        if each.face is not None and each.screen.face is not FaceKind.PAD:
            wanted = belongs(hall, each.screen, fresh)
            which = f"{each.screen}, its line lost {each.lost} times: {each.flashed ^ wanted}"
            if each in steady:
                assert each.flashed == wanted, which
            else:
                assert each.flashed <= wanted | belongs(hall, each.screen, late), which
        assert each.unexpected == set() or each not in steady, each.screen


@contextmanager
def painted(core: CoreHandle) -> Iterator[DisplayApp]:
    """Put up a board in a window of its own."""
    link = CoreLink(core.url, core.token(Role.SCREEN))
    shown = Screen(zone=PAINTED_ZONE)
    app = DisplayApp(link, shown, size=PAINTED, clockwork=lambda: StandingClock(NOW))
    app.show()
    try:
        yield app
    finally:
        app.close()


def assert_painted(app: DisplayApp, hall: Hall, called: dict[Call, str]) -> None:
    """The window's picture tells, as a thumbnail still, one of the calls and its window."""
    settle(app.view)
    call = text_of(app.view, "heroNumber"), int(text_of(app.view, "windowNumber"))
    assert call in belongs(hall, Screen(zone=PAINTED_ZONE), called)
    picture = app.view.grabWindow()
    for name in ("heroNumber", "windowNumber"):
        read = read_shrunk(picture, find(app.view, name))
        assert read.likeliest == read.text


def away(
    process: CoreProcess, hall: Hall, screens: Sequence[WatchedScreen], qtbot: QtBot
) -> tuple[CoreHandle, dict[Call, str]]:
    """Kill the core; when it is back, some are called before any screen has found it again."""
    for each in boards_of(screens):
        # Until their lists are the usual ones again.
        each.sleep(SHOWN + CALM)
    stood = [each.standing for each in screens]
    process.kill()
    qtbot.waitUntil(lambda: not any(each.link.live for each in screens), timeout=WITHIN_MS)
    for each in screens:
        each.may_flash = False
        each.sleep(AWAY)
    assert [each.standing for each in screens] == stood, "what was there last is kept"
    assert all(each.face.board.props.dark for each in boards_of(screens) if each.face)  # type: ignore[attr-defined]
    # Nobody runs the screens' loop meanwhile: these calls are past when they hear of them.
    core = process.start()
    first_of_zone = [
        window
        for zone in hall.zones
        for window in [each for each in hall.windows if each.zone == zone.id][:2]
    ]
    missed = call_at(core, first_of_zone, 1)
    wait_heard(core, screens, qtbot)
    for each in screens:
        each.may_flash = True
    return core, missed


@pytest.mark.timeout(900)
def test_500_calls_are_seen_once_on_each_of_291_screens_that_should_show_them(
    process: CoreProcess,
    hall_file: tuple[Hall, Path],
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    hall, core = hall_file[0], process.handle
    take_and_open(core, hall)
    with switched_on(core, hall, qtbot) as screens, painted(core) as board:
        qtbot.waitUntil(lambda: shows(board.view, "hero"), timeout=WITHIN_MS)
        before = burst(core, hall, screens, qtbot)
        qtbot.waitUntil(lambda: shows(board.view, "heroNumber"), timeout=WITHIN_MS)
        assert_painted(board, hall, before)
        play_out(screens, hall, before)
        core, missed = away(process, hall, screens, qtbot)
        after = burst(core, hall, screens, qtbot)
        play_out(screens, hall, before | missed | after)
        assert len(before | missed | after) >= CALLS
        assert_all_seen(screens, hall, before | missed | after)
        assert_flashed(screens, hall, before | after, missed)
        record_property("screens", len(screens))
        record_property("calls", len(before | missed | after))
