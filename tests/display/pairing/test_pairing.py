"""A television joins a real core by its code, and by itself whatever happens to either of them."""

from __future__ import annotations

import argparse
import json
import socket
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from core.domain.people import Role
from core.domain.screen import Screen
from core.qt.translate import Translations
from display.clockwork import QtClockwork
from display.pairing.face import PairingFace
from display.pairing.joining import Joining
from display.pairing.kept import Joined, Kept
from display.pairing.program import PairedDisplay
from display.pairing.state import PairingInputs, Stand, derive_pairing, grouped
from display.pane import Pane
from display.words import EVERY_LANGUAGE
from hallcall.joined_display import joined_display
from tests.display.fit import misfits
from tests.support.halls import lhasa_like
from tests.support.qml import shows, text_of
from tests.support.running_core import CoreHandle, core_in_thread

WITHIN_MS = 15_000
POLL_MS = 30
quick = partial(Joining, poll_ms=POLL_MS, ask_again_ms=POLL_MS, slow_ms=POLL_MS * 10)
HALL = replace(lhasa_like(), screens=(Screen(name="east", zone="social"),))


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    with core_in_thread(HALL, tmp_path_factory.mktemp("core")) as handle:
        yield handle


@pytest.fixture
def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.fixture
def join(qapp: QGuiApplication) -> Iterator[Callable[..., Joining]]:
    """Make what asks; it is stopped after the test."""
    made: list[Joining] = []
    words = Translations(EVERY_LANGUAGE)

    def make(url: str, had: Joined | None = None) -> Joining:
        joining = quick(url, "tv-west", words.say, had=had)
        made.append(joining)
        joining.start()
        return joining

    yield make
    for each in made:
        each.stop()


def answer(core: CoreHandle, code: str, verb: str = "approve", **said: str) -> None:
    digits = code.replace(" ", "")
    body = {"name": "east", **said} if verb == "approve" else None
    assert core.post(f"/api/pairings/{digits}/{verb}", body).status == 200


def test_a_code_is_shown_and_approved(core: CoreHandle, join: Callable[..., Joining], qtbot: QtBot) -> None:
    joining = join(core.url)
    qtbot.waitUntil(lambda: bool(joining.props.code), timeout=WITHIN_MS)
    (asked,) = [
        each
        for each in core.get("/api/pairings").body["pairings"]
        if grouped(each["code"]) == joining.props.code
    ]
    assert (asked["kind"], asked["machine"]) == ("screen", "tv-west")
    assert joining.props.foot == f"tv-west   ·   {core.url}"
    with qtbot.waitSignal(joining.joined, timeout=WITHIN_MS) as joined:
        answer(core, joining.props.code, shows="zone:social")
    (told,) = joined.args
    assert (told.name, told.shows) == ("east", "zone:social")
    assert core.data.tokens().read(told.token).role is Role.SCREEN


@pytest.mark.logs("refused this screen")
def test_who_is_refused_says_so_and_asks_again(
    core: CoreHandle, join: Callable[..., Joining], qtbot: QtBot
) -> None:
    joining = join(core.url)
    seen: list[tuple[str, str]] = []
    joining.changed.connect(lambda: seen.append((joining.props.titles[2].text, joining.props.code)))
    qtbot.waitUntil(lambda: bool(joining.props.code), timeout=WITHIN_MS)
    first = joining.props.code
    answer(core, first, "refuse")
    qtbot.waitUntil(lambda: joining.props.code not in ("", first), timeout=WITHIN_MS)
    assert ("This screen was refused", "") in seen


def test_a_core_that_has_forgotten_the_code_is_asked_again(
    tmp_path: Path, join: Callable[..., Joining], qtbot: QtBot
) -> None:
    with core_in_thread(HALL, tmp_path) as core:
        port = int(core.url.rpartition(":")[2])
        joining = join(core.url)
        qtbot.waitUntil(lambda: bool(joining.props.code), timeout=WITHIN_MS)
        first = joining.props.code
    # The code stays: the core may only have been hard to reach.
    qtbot.waitUntil(lambda: bool(joining.props.trouble), timeout=WITHIN_MS)
    assert joining.props.code == first
    with core_in_thread(HALL, tmp_path, port):
        qtbot.waitUntil(lambda: joining.props.code not in ("", first), timeout=WITHIN_MS)
        assert joining.props.trouble == ()


def test_a_core_that_is_not_there_is_waited_for(
    tmp_path: Path, join: Callable[..., Joining], qtbot: QtBot, unused_port: int
) -> None:
    joining = join(f"http://127.0.0.1:{unused_port}")
    qtbot.waitUntil(lambda: bool(joining.props.trouble), timeout=WITHIN_MS)
    assert joining.props.code == ""
    with core_in_thread(HALL, tmp_path, unused_port):
        qtbot.waitUntil(lambda: bool(joining.props.code), timeout=WITHIN_MS)
        assert joining.props.trouble == ()


def test_a_token_that_is_good_again_is_taken_before_a_code_is_asked_for(
    core: CoreHandle, join: Callable[..., Joining], qtbot: QtBot
) -> None:
    had = Joined(core.token(Role.SCREEN), "east")
    joining = join(core.url, had=had)
    with qtbot.waitSignal(joining.joined, timeout=WITHIN_MS) as joined:
        pass
    assert joined.args == [had]
    bad = join(core.url, had=Joined("of another core", "east"))
    qtbot.waitUntil(lambda: bool(bad.props.code), timeout=WITHIN_MS)


def options(core: str, state: Path, **more: object) -> argparse.Namespace:
    given = dict.fromkeys(("fonts", "devices", "pad", "zone", "media"), None)
    switches = dict.fromkeys(("full_screen", "voice", "collect", "media_sound", "no_films"), False)
    what = {"core": core, "state": state, "size": (960, 540), "monitor": "", "screen": (), "window": ()}
    return argparse.Namespace(**{**given, **switches, **what, **more})


@pytest.fixture
def run(qapp: QGuiApplication) -> Iterator[Callable[..., None]]:
    """Run the display as the command does, from now until the test ends or it is run again."""
    ends: list[Callable[[], None]] = []

    def again(*given: object, **more: object) -> None:
        for end in ends:
            end()
        ends[:] = [joined_display(options(*given, **more), quick)]  # type: ignore[arg-type]

    yield again
    for end in ends:
        end()


def view_with(name: str) -> QQuickView | None:
    """Return the window that shows something of that name."""
    windows = [each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickView)]
    shown = [each for each in windows if each.isVisible() and each.status() is QQuickView.Status.Ready]
    return next((each for each in shown if shows(each, name)), None)


def has_code(page: QQuickView) -> bool:
    return bool(text_of(page, "pairingCode"))


@pytest.mark.logs("does not know the token|did not tell its hall")
def test_the_life_of_a_television(tmp_path: Path, run: Callable[..., None], qtbot: QtBot) -> None:
    state = tmp_path / "state"
    with core_in_thread(HALL, tmp_path / "core") as core:
        port = int(core.url.rpartition(":")[2])
        run(core.url, state)
        qtbot.waitUntil(lambda: view_with("pairingCode") is not None, timeout=WITHIN_MS)
        page = view_with("pairingCode")
        assert page is not None
        qtbot.waitUntil(partial(has_code, page), timeout=WITHIN_MS)
        answer(core, text_of(page, "pairingCode"))
        qtbot.waitUntil(lambda: view_with("header") is not None, timeout=WITHIN_MS)
        assert view_with("pairingCode") is None
        file = state / "joined.json"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert json.loads(file.read_text())["name"] == "east"
        # Started again it is on at once, as the hall file's screen of its name.
        run(core.url, state)
        qtbot.waitUntil(lambda: view_with("header") is not None, timeout=WITHIN_MS)
        assert view_with("pairingCode") is None
    # Another core takes its place, which never gave that token.
    with core_in_thread(HALL, tmp_path / "other", port) as core:
        qtbot.waitUntil(lambda: view_with("pairingCode") is not None, timeout=WITHIN_MS)
        page = view_with("pairingCode")
        assert page is not None
        assert view_with("header") is None
        qtbot.waitUntil(lambda: bool(text_of(page, "pairingCode")), timeout=WITHIN_MS)
        answer(core, text_of(page, "pairingCode"), shows="hall")
        qtbot.waitUntil(lambda: view_with("header") is not None, timeout=WITHIN_MS)
        assert json.loads(file.read_text())["shows"] == "hall"


def test_what_cannot_be_read_is_asked_for_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    kept = Kept(tmp_path)
    assert kept.read() is None
    kept.write(Joined("t", "tv", "hall"))
    assert kept.read() == Joined("t", "tv", "hall")
    kept.path.write_text('{"token": "", "name": "tv", "shows": ""}')
    assert kept.read() is None


@pytest.mark.logs("cannot be read")
@pytest.mark.parametrize("text", ["", "{", "[]", '{"token": "t"}'])
def test_a_file_that_was_half_written_is_no_token(tmp_path: Path, text: str) -> None:
    kept = Kept(tmp_path)
    kept.path.write_text(text)
    assert kept.read() is None


@pytest.mark.logs("cannot be written")
def test_a_disk_that_takes_nothing_stops_no_screen(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Kept(tmp_path / "file" / "folder").write(Joined("t", "tv"))


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920), QSize(800, 480), QSize(1024, 768)])
@pytest.mark.parametrize("stand", list(Stand))
@pytest.mark.parametrize("reached", [True, False])
def test_the_page_fits_and_its_code_is_read_across_the_hall(
    qtbot: QtBot, size: QSize, stand: Stand, reached: bool
) -> None:
    words = Translations(EVERY_LANGUAGE)
    joining = Joining("http://10.0.0.2:8400", "tv-west", words.say)
    joining.props = derive_pairing(
        PairingInputs(words.say, stand, "482173", reached, "tv-west", "http://10.0.0.2:8400")
    )
    face = PairingFace(joining)
    pane = Pane(face, QtClockwork(), size)
    pane.view.show()
    qtbot.waitUntil(pane.view.isExposed, timeout=WITHIN_MS)
    assert misfits(pane.view) == []
    assert shows(pane.view, "pairingTrouble") is not reached
    if stand is Stand.SHOWN:
        assert text_of(pane.view, "pairingCode") == "482 173"
    pane.close()


def test_both_are_closed_whatever_is_shown(qtbot: QtBot, tmp_path: Path, core: CoreHandle) -> None:
    ended: list[str] = []
    Kept(tmp_path).write(Joined(core.token(Role.SCREEN), "east"))
    paired = PairedDisplay(
        Kept(tmp_path),
        lambda joined, _away: lambda: ended.append(joined.name),
        core=core.url,
        machine="tv",
        size=QSize(800, 480),
        choose=QGuiApplication.primaryScreen,
    )
    paired.start()
    assert paired.pane is None
    paired.close()
    paired.close()
    assert ended == ["east"]
