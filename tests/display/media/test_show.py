"""What the media program shows, without the process around it: real files, a real canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display.media.canvas import Canvas
from display.media.film import Film
from display.media.folder import Folder
from display.media.picture_file import BrokenFile, read_picture
from display.media.show import Show
from tests.support.films import make_film, make_picture

pytestmark = pytest.mark.qt_log_ignore("Invalid frameRate", "No RHI", "pa_context_connect", extend=True)

ROOM = QSize(200, 100)
RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"


class Shown:
    """A show, with all that it says; every picture is on the screen at once."""

    def __init__(self, folder: Path, canvas: Path, **more: Any) -> None:
        self.show = Show(
            folder, clock=lambda: datetime(2026, 11, 30, 9, tzinfo=UTC), look_ms=20, pace=0.002, **more
        )
        self.began: list[str] = []
        self.filled: list[bool] = []
        self.broke: list[str] = []
        self.told: list[str] = []
        self.pictures = 0
        self.colour = ""
        self.size = QSize()
        self.show.began.connect(lambda name, _stamp: self.began.append(name))
        self.show.filled.connect(self.filled.append)
        self.show.broke.connect(lambda name, _why: self.broke.append(name))
        self.show.told.connect(self.told.append)
        self.show.drew.connect(self._drew)
        self.show.start()
        self._canvas = Canvas(canvas / str(len(list(canvas.iterdir()))), ROOM, new=True)
        self.show.draw_on(self._canvas)

    def _drew(self, slot: int, width: int, height: int) -> None:
        self.size = QSize(width, height)
        self.colour = self._canvas.image(slot, self.size).pixelColor(width // 2, height // 2).name()
        self.pictures += 1
        self.show.shown()


Begin = Callable[..., Shown]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shown").mkdir()
    return tmp_path / "shown"


@pytest.fixture
def begin(folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Begin]:
    begun: list[Shown] = []
    (tmp_path / "canvas").mkdir()

    def begin_one(**more: Any) -> Shown:
        begun.append(Shown(folder, tmp_path / "canvas", **more))
        return begun[-1]

    yield begin_one
    for each in begun:
        each.show.stop()


def test_pictures_come_in_turn_as_large_as_they_fit(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    make_picture(folder / "a.png", RED)
    make_picture(folder / "b.webp", GREEN, QSize(50, 100))
    shown = begin()
    assert shown.colour == RED
    assert shown.size == QSize(177, 100)
    qtbot.waitUntil(lambda: shown.began[:3] == ["a.png", "b.webp", "a.png"])
    assert shown.filled == [True]


def test_one_picture_alone_is_read_once(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    make_picture(folder / "a.png", RED)
    shown = begin()
    with qtbot.waitSignal(shown.show._turn.timeout):
        pass
    assert (shown.began, shown.pictures) == (["a.png"], 1)


def test_what_is_put_in_replaced_and_taken_out_is_seen(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    shown = begin()
    assert shown.filled == [False]
    make_picture(folder / "a.png", RED)
    qtbot.waitUntil(lambda: shown.colour == RED)
    make_picture(folder / "a.png", BLUE, QSize(640, 360))
    qtbot.waitUntil(lambda: shown.colour == BLUE)
    (folder / "a.png").unlink()
    qtbot.waitUntil(lambda: shown.filled == [False, True, False])


def test_a_folder_that_comes_later_is_followed(tmp_path: Path, qtbot: QtBot) -> None:
    folder = Folder(tmp_path / "later", look_ms=20)
    assert folder.playlist.pieces == ()
    (tmp_path / "later").mkdir()
    make_picture(tmp_path / "later" / "a.png")
    qtbot.waitUntil(lambda: len(folder.playlist.pieces) == 1)
    folder.stop()


def test_a_file_that_grows_is_not_shown_yet(folder: Path, qtbot: QtBot) -> None:
    followed = Folder(folder, look_ms=60_000)
    file = folder / "a.jpg"
    for size in range(1, 4):
        file.write_bytes(b"x" * size)
        followed.look()
        assert followed.playlist.pieces == ()
    followed.look()
    assert [each.name for each in followed.playlist.pieces] == ["a.jpg"]
    followed.stop()


def test_what_is_broken_is_told_once_and_left_out(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    (folder / "a.jpg").write_bytes(b"this is no picture")
    (folder / "b.mp4").write_bytes(b"this is no film")
    make_picture(folder / "c.png", RED)
    shown = begin()
    qtbot.waitUntil(lambda: shown.colour == RED and len(shown.broke) == 2)
    with qtbot.waitSignal(shown.show._turn.timeout):
        pass
    assert sorted(shown.broke) == ["a.jpg", "b.mp4"]


def test_only_broken_files_are_nothing(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    (folder / "a.jpg").write_bytes(b"this is no picture")
    shown = begin()
    qtbot.waitUntil(lambda: shown.filled[-1:] == [False])
    assert shown.broke == ["a.jpg"]


def test_a_wrong_list_is_told_once(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    make_picture(folder / "a.png", RED)
    (folder / "playlist.toml").write_text("show = [")
    shown = begin()
    assert len(shown.told) == 1
    make_picture(folder / "b.png", RED)
    qtbot.waitUntil(lambda: "b.png" in shown.began)
    assert len(shown.told) == 1
    assert "playlist.toml" in shown.told[0]


def test_a_film_is_played_and_then_the_next(begin: Begin, folder: Path, film: Path, qtbot: QtBot) -> None:
    (folder / "a.mp4").write_bytes(film.read_bytes())
    make_picture(folder / "b.png", RED)
    shown = begin(sound=True, volume=0.5)
    qtbot.waitUntil(lambda: shown.pictures >= 2 and QColor(shown.colour).green() > 150, timeout=20_000)
    assert shown.began == ["a.mp4"]
    assert shown.size == QSize(177, 100)
    shown.show.set_volume(0.0)
    qtbot.waitUntil(lambda: shown.colour == RED, timeout=20_000)
    assert shown.broke == []


def test_a_film_draws_no_more_than_is_shown(film: Path, qtbot: QtBot) -> None:
    drawn: list[QImage] = []
    played = Film(film, fps=25, sound=False, volume=1, wanted=lambda: not drawn)
    played.drew.connect(drawn.append)
    with qtbot.waitSignal(played.ended, timeout=20_000):
        pass
    assert len(drawn) == 1


def test_a_film_without_pictures_is_broken(film: Path, qtbot: QtBot) -> None:
    played = Film(film, fps=25, sound=False, volume=1, wanted=lambda: True, stalls_ms=0)
    with qtbot.waitSignal(played.broke, timeout=20_000) as broke:
        pass
    assert broke.args == ["no picture comes"]
    played.stop()


def test_a_cut_film_does_not_stop_the_show(begin: Begin, folder: Path, film: Path, qtbot: QtBot) -> None:
    whole = film.read_bytes()
    (folder / "a.mp4").write_bytes(whole[: len(whole) // 2])
    make_picture(folder / "b.png", RED)
    shown = begin()
    qtbot.waitUntil(lambda: shown.colour == RED, timeout=20_000)


def test_films_can_be_off(begin: Begin, folder: Path, film: Path) -> None:
    (folder / "a.mp4").write_bytes(film.read_bytes())
    shown = begin(films=False)
    assert shown.filled == [False]


def test_no_picture_is_overwritten_before_it_is_shown(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    make_picture(folder / "a.png", RED)
    make_picture(folder / "b.png", GREEN)
    shown = begin()
    shown.show.drew.disconnect()
    drawn: list[int] = []
    shown.show.drew.connect(lambda slot, _width, _height: drawn.append(slot))
    qtbot.waitUntil(lambda: len(shown.began) >= 4)
    assert len(drawn) == 1
    shown.show.shown()
    assert len(drawn) == 2
    assert drawn[0] != drawn[1]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_large_picture_is_scaled_to_its_room(name: str, tmp_path: Path, qapp: object) -> None:
    image = read_picture(make_picture(tmp_path / name, RED, QSize(3000, 1000)), ROOM)
    assert image.size() == QSize(200, 66)
    assert QColor(image.pixelColor(3, 3)).red() > 240


def test_a_picture_is_known_by_its_bytes(tmp_path: Path, qapp: object) -> None:
    make_picture(tmp_path / "a.png", RED).rename(tmp_path / "a.jpg")
    assert read_picture(tmp_path / "a.jpg", ROOM).size() == QSize(177, 100)
    with pytest.raises(BrokenFile):
        read_picture(tmp_path / "none.png", ROOM)


def test_a_film_can_be_made_here(tmp_path: Path, qapp: object) -> None:
    assert make_film(tmp_path / "x.mp4", frames=3).stat().st_size > 500
