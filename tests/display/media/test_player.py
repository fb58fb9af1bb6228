"""The media program as a process, and the board that shows what it draws."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.domain.layout import Cell, Layout, Part
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.board.face import BoardFace
from display.media.desk import MakePlayer, MediaDesk
from display.media.picture import FRAME
from display.media.player import COMMAND, PREFIX, ROOT, SHARED, Player
from display.media.settings import MediaSettings
from display.media.sound import DUCKED
from tests.display.held import HeldClockwork
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.films import make_picture
from tests.support.halls import lhasa_like
from tests.support.qml import find, names, text_of

pytestmark = pytest.mark.qt_log_ignore("Invalid frameRate", extend=True)

LONG_MS = 30_000
LAYOUT = Layout(
    "with-media",
    rows=(
        Cell(13, Part.HEADER),
        Cell(79, columns=(Cell(40, Part.HERO), Cell(60, Part.MEDIA))),
        Cell(8, Part.NOTICES),
    ),
)
STUCK = (sys.executable, "-c", "import sys; sys.stdin.readline(); sys.stdin.read()")
"""A program that says nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shown").mkdir()
    make_picture(tmp_path / "shown" / "a.png", "#ff0000")
    return tmp_path / "shown"


@pytest.fixture
def play(folder: Path, qtbot: QtBot) -> Iterator[Callable[..., Player]]:
    players: list[Player] = []

    def one(**more: Any) -> Player:
        player = Player(MediaSettings(folder), "Asia/Shanghai", again_ms=1, **more)
        players.append(player)
        player.resize(QSize(320, 180))
        player.start()
        return player

    yield one
    for each in players:
        each.stop()


def has_picture(player: Player) -> bool:
    return player.picture is not None and player.picture.pixelColor(9, 9).name() == "#ff0000"


@pytest.mark.logs("the program has ended")
def test_a_program_that_is_killed_comes_again(play: Callable[..., Player], qtbot: QtBot) -> None:
    player = play()
    qtbot.waitUntil(lambda: has_picture(player), timeout=LONG_MS)
    assert player.filled
    first = player.pid
    with qtbot.waitSignal(player.drew, timeout=LONG_MS):
        os.kill(first, signal.SIGKILL)
    assert player.pid not in (0, first)
    # What is on the screen stays, though its program is gone.
    assert has_picture(player)
    player.resize(QSize(640, 360))
    qtbot.waitUntil(lambda: player.picture is not None and player.picture.width() == 640, timeout=LONG_MS)
    player.stop()
    assert player.pid == 0


@pytest.mark.logs("says nothing any more")
def test_a_program_that_hangs_is_ended_and_started_again(play: Callable[..., Player], qtbot: QtBot) -> None:
    player = play(command=STUCK, silent_ms=50)
    first = player.pid
    qtbot.waitUntil(lambda: player.pid not in (0, first), timeout=LONG_MS)
    assert not player.filled


@pytest.mark.logs("cannot be started")
def test_a_machine_without_the_program_goes_on(play: Callable[..., Player], qtbot: QtBot) -> None:
    player = play(command=("/nowhere/python",))
    qtbot.waitUntil(lambda: player.pid == 0, timeout=LONG_MS)
    assert player.picture is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="no memory file system")
def test_what_a_killed_display_left_is_taken_away(play: Callable[..., Player]) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, ours = (SHARED / f"{PREFIX}{pid}-test" for pid in (ended.pid, os.getpid()))
    for each in (left, ours):
        each.mkdir()
        (each / "1").write_bytes(b"x")
    play()
    assert not left.exists()
    assert ours.exists()
    shutil.rmtree(ours)


def test_the_program_ends_with_the_display() -> None:
    program = subprocess.Popen(COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdin is not None
    assert program.stdout is not None
    line = {"folder": "/nowhere", "sound": False, "films": True, "volume": 1, "time_zone": "UTC", "avoid": []}
    program.stdin.write(json.dumps(line).encode() + b"\n")
    program.stdin.flush()
    assert json.loads(program.stdout.readline()) == {"filled": False}
    program.stdin.close()
    assert program.wait(30) == 0
    program.stdout.close()


BREAKS = """
import json, sys, time
first = json.loads(sys.stdin.readline())
if first["avoid"]:
    print(json.dumps({"filled": True}), flush=True)
    sys.stdin.read()
print(json.dumps({"began": "a.png", "stamp": [1, 2]}), flush=True)
"""


@pytest.mark.logs("the program has ended, at a.png", "a.png is not shown any more")
def test_a_file_that_ends_the_program_twice_is_left_out(play: Callable[..., Player], qtbot: QtBot) -> None:
    player = play(command=(sys.executable, "-c", BREAKS))
    qtbot.waitUntil(lambda: player.filled, timeout=LONG_MS)


class FakePlayer(Player):
    """Holds what it is told; nothing runs."""

    volumes: list[float]

    def start(self) -> None:
        self.volumes = [self._volume]

    def set_volume(self, volume: float) -> None:
        super().set_volume(volume)
        self.volumes = [*getattr(self, "volumes", []), volume]

    def show(self, picture: QImage | None) -> None:
        self.picture = picture
        self._set_filled(picture is not None)
        self.drew.emit()


class Board:
    """A board with a place for media, in a window."""

    def __init__(self, screen: Screen, settings: MediaSettings, keeps_room: bool, maker: MakePlayer) -> None:
        self.hall = replace(lhasa_like(), layouts=(LAYOUT,))
        self.clock, self.link = HeldClockwork(), FakeLink()
        self.desk = MediaDesk(
            settings, clockwork=lambda: self.clock, make_player=maker, keeps_room=keeps_room
        )
        self.app = DisplayApp(
            self.link,
            replace(screen, layout="with-media"),
            clockwork=HeldClockwork,
            faces={
                FaceKind.BOARD: lambda link, screen, speak, clock: BoardFace(
                    link, screen, speak, clock, desk=self.desk
                )
            },
        )
        self.app.show()
        self.link.connect_to(self.hall)
        self.day = Day(self.hall, self.link.push, self.clock.now)

    @property
    def media(self) -> Any:
        assert isinstance(self.app.face, BoardFace)
        return self.app.face.media

    @property
    def player(self) -> FakePlayer:
        assert isinstance(self.media.player, FakePlayer)
        return self.media.player


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Callable[..., Board]]:
    boards: list[Board] = []

    def one(
        screen: Screen | None = None,
        settings: MediaSettings | None = None,
        *,
        keeps_room: bool = False,
        maker: MakePlayer = FakePlayer,
    ) -> Board:
        told = settings or MediaSettings(Path("/pictures"))
        boards.append(Board(screen or Screen(), told, keeps_room, maker))
        return boards[-1]

    yield one
    for each in boards:
        each.app.close()


def test_the_cell_is_there_while_there_is_something_to_show(board: Callable[..., Board]) -> None:
    shown = board()
    assert "media" not in names(shown.app.view)
    wide = find(shown.app.view, "hero").width()
    picture = QImage(300, 100, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    shown.player.show(picture)
    assert find(shown.app.view, "media").width() > 1000
    assert find(shown.app.view, "hero").width() < wide / 2
    grabbed = shown.app.view.grabWindow()
    item = find(shown.app.view, "media")
    middle = item.mapToScene(item.boundingRect().center())
    assert grabbed.pixelColor(int(middle.x()), int(middle.y())).name() == "#ff0000"
    shown.player.show(None)
    assert "media" not in names(shown.app.view)
    assert find(shown.app.view, "hero").width() == wide


def test_a_film_is_seen_on_the_board_and_calls_as_well(
    tmp_path: Path, film: Path, board: Callable[..., Board], qtbot: QtBot
) -> None:
    (tmp_path / "a.mp4").write_bytes(film.read_bytes())
    shown = board(Screen(zone="business", media=str(tmp_path)), MediaSettings(), maker=Player)
    view = shown.app.view

    def is_green() -> bool:
        if "media" not in names(view):
            return False
        middle = find(view, "media").mapToScene(find(view, "media").boundingRect().center())
        colour = view.grabWindow().pixelColor(int(middle.x()), int(middle.y()))
        return colour.green() > 150 > 2 * colour.red()

    qtbot.waitUntil(is_green, timeout=LONG_MS)
    shown.day.open(3)
    shown.day.take("C001")
    shown.day.call("C001", 3)
    assert text_of(view, "heroNumber") == "C001"
    with qtbot.waitSignal(shown.media.drew, timeout=LONG_MS):
        pass


def test_a_machine_without_a_folder_plays_nothing(board: Callable[..., Board]) -> None:
    shown = board(settings=MediaSettings())
    assert shown.media.player is None
    assert "media" not in names(shown.app.view)


def test_a_preview_shows_the_place_as_a_frame(board: Callable[..., Board]) -> None:
    shown = board(settings=MediaSettings(), keeps_room=True)
    assert find(shown.app.view, "media").width() > 1000
    corner = find(shown.app.view, "media").mapToScene(QPointF(2, 50))
    assert shown.app.view.grabWindow().pixelColor(int(corner.x()), int(corner.y())) == FRAME


def test_the_machine_goes_before_the_hall_file() -> None:
    screen = Screen(media="/hall", media_sound=True, films=False)
    assert MediaSettings().over(screen) == MediaSettings(Path("/hall"), sound=True, films=False)
    assert MediaSettings(Path("/mine")).over(screen).folder == Path("/mine")
    assert MediaSettings().over(Screen()) == MediaSettings()


def test_films_are_turned_down_while_a_call_is_said(board: Callable[..., Board]) -> None:
    shown = board(Screen(zone="business"))
    shown.day.open(3)
    shown.day.take("C001")
    assert shown.player.volumes[-1] == 1
    shown.day.call("C001", 3)
    assert shown.player.volumes[-1] == DUCKED
    shown.clock.advance(60)
    assert shown.player.volumes[-1] == 1


def test_films_are_turned_down_by_the_voice_of_this_program(board: Callable[..., Board]) -> None:
    shown = board()
    shown.desk.set_speaking(True)
    assert shown.player.volumes[-1] == DUCKED
    shown.desk.set_speaking(False)
    assert shown.player.volumes[-1] == 1
    shown.day.open(3)
    shown.day.take("C001")
    shown.day.call("C001", 3)
    assert shown.player.volumes[-1] == 1


def test_films_fall_silent_when_the_quiet_hours_begin(board: Callable[..., Board]) -> None:
    shown = board()
    now = shown.clock.now().astimezone(shown.hall.zone_info)
    later = now.replace(minute=now.minute + 5).time()
    voice = replace(shown.hall.voice, quiet=((later, datetime(2026, 1, 1, 23, tzinfo=UTC).time()),))
    shown.link.hall = replace(shown.hall, voice=voice)
    shown.link.hall_changed.emit()
    assert shown.player.volumes[-1] == 1
    shown.clock.advance(6 * 60)
    assert shown.player.volumes[-1] == 0
