"""What a screen holds, and when it gives back."""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from core.qt import memory
from core.qt.memory import MOST_MB, ROOM_MB, GivesBack
from hallcall.bench import processes


class World(SimpleNamespace):
    """What is held, and how often what can go went; then ``rest`` is left."""

    held: float = 0.0
    rest: float = 0.0
    given: int = 0


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    there = World()

    def give() -> None:
        there.given += 1
        there.held = there.rest

    monkeypatch.setattr(memory, "give_back", give)
    monkeypatch.setattr(memory, "resident_mb", lambda: there.held)
    return there


def test_a_screen_that_holds_little_is_left_alone(qapp: QGuiApplication, world: World) -> None:
    owner = QObject()
    gives = GivesBack(owner)
    world.held = MOST_MB - 1
    gives.look()
    assert world.given == 0


def test_much_goes_back_and_what_is_in_use_is_not_asked_for_again(
    qapp: QGuiApplication, world: World
) -> None:
    owner = QObject()
    gives = GivesBack(owner)
    world.held, world.rest = MOST_MB + 1, MOST_MB - 5
    gives.look()
    assert world.given == 1
    world.held = world.rest + ROOM_MB - 1
    gives.look()
    assert world.given == 1
    world.held = world.rest + ROOM_MB + 1
    gives.look()
    assert world.given == 2


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
def test_what_is_held_is_what_the_system_says() -> None:
    assert memory.resident_mb() == pytest.approx(processes.resident_mb(os.getpid()), abs=8)


@pytest.fixture
def font(tmp_path: Path) -> Iterator[Callable[[], int]]:
    """Map a font of which every page was read; the function tells how many KB of it are held."""
    file = tmp_path / "some.ttf"
    file.write_bytes(b"glyphs" * 100_000)
    with file.open("rb") as opened:
        mapped = mmap.mmap(opened.fileno(), 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)

    def held_kb() -> int:
        lines = iter(Path("/proc/self/smaps").read_text().splitlines())
        next(line for line in lines if line.endswith(str(file)))
        return int(next(line for line in lines if line.startswith("Rss:")).split()[1])

    assert len(bytes(mapped)) == file.stat().st_size
    yield held_kb
    mapped.close()


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
def test_fonts_are_left_alone_while_another_thread_paints(
    font: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_painters", set())
    painting = [True, False]
    memory.spare_fonts_while(lambda: painting[0])
    held = font()
    assert held > 500
    memory.give_back()
    assert font() == held
    painting.pop(0)
    memory.give_back()
    assert font() == 0
