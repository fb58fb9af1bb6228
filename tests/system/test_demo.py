"""The whole demo, as a stranger runs it: real processes, real screens, and what they leave behind."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from core.app.hallfile import load
from hallcall.demo.looks import LAMP
from hallcall.demo.stage import scene_of
from hallcall.halls import resolve

WITHIN_S = 150
SCREENS = (
    "kiosk-zone",
    "kiosk-ticket",
    "kiosk-scanned",
    "kiosk-no-slip",
    "kiosk-card",
    "display-zone-empty",
    "display-hall-empty",
    "display-zone-call",
    "display-hall-call",
    "display-zone-calls",
    "caller-sign-in",
    "caller-open",
    "caller-called",
    "caller-serving",
    "caller-paused",
)
SIGNS = {"free": "#33dd33", "calling": "#ff3322", "serving": "#ffcc22", "paused": "#ff3322"}
"""The colour that the lamps of a window's sign are lit in, by what the window does."""


def demo(hall: str, out: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hallcall", "demo", "--headless", "--hall", hall, "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
        env=os.environ | env,
        check=False,
    )


def colours(image: QImage) -> int:
    small = image.scaled(160, 160)
    return len({small.pixel(x, y) for x in range(160) for y in range(160)})


def lit(sign: QImage, colour: QColor) -> int:
    """Return how many lamps of a sign's picture are lit in a colour."""
    return sum(
        sign.pixelColor(x + 2, y + 2) == colour
        for x in range(0, sign.width(), LAMP)
        for y in range(0, sign.height(), LAMP)
    )


HALLS = ["lhasa"] if "HALLCALL_EXAMPLES" not in os.environ else ["lhasa", "longnan", "yuzhong", "dazi"]
"""Each takes half a minute: the others are played where more is asked for (docs/developing.md)."""


@pytest.mark.parametrize("hall", HALLS)
def test_the_demo_leaves_pictures_slips_and_calls(hall: str, tmp_path: Path) -> None:
    left_by(demo(hall, tmp_path, QT_QPA_PLATFORM="offscreen"), hall, tmp_path)


def test_the_demo_plays_on_a_real_x_screen(xvfb: str, tmp_path: Path) -> None:
    hall = "pingliang"
    left_by(demo(hall, tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=xvfb), hall, tmp_path)


def left_by(ended: subprocess.CompletedProcess[str], hall: str, tmp_path: Path) -> None:
    """Look at all that a demo leaves behind."""
    assert ended.returncode == 0, ended.stderr[-3000:]
    description = load(resolve(hall))
    scene = scene_of(description)
    for name in (*SCREENS, *(f"kiosk-home-{language}" for language in description.languages)):
        image = QImage(str(tmp_path / f"{name}.png"))
        assert colours(image) > 8, f"{name}.png shows nothing"
    for running in (1, 2, 3):
        number = f"{scene.queue.prefix}{running:03d}"
        slip = QImage(str(tmp_path / f"slip-{number}.png"))
        assert slip.width() == 576
        ink = sum(
            slip.pixelColor(x, y) == QColor("black")
            for x in range(0, slip.width(), 4)
            for y in range(0, slip.height(), 4)
        )
        assert ink > 200, "the slip is blank"
        assert (tmp_path / f"slip-{number}.bin").read_bytes().startswith(b"\x1b@")
    for state, colour in SIGNS.items():
        assert lit(QImage(str(tmp_path / f"sign-{state}.png")), QColor(colour)) > 50, state
    calls = sorted(tmp_path.glob("*.wav"))
    assert len(calls) == 5
    for path in calls:
        with wave.open(str(path)) as sound:
            assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (22050, 1, 2)
            assert 2.0 < sound.getnframes() / 22050 < 15.0


def test_a_hall_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    ended = demo("atlantis", tmp_path)
    assert ended.returncode == 2
    assert "lhasa" in ended.stderr, "the message names the halls there are"


def test_a_hall_file_with_mistakes_is_told_whole(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    text = resolve("dazi").read_text(encoding="utf-8")
    broken.write_text(text.replace("[hall]", "[hall]\nnmae = 1\ncolour = 2"), encoding="utf-8")
    ended = demo(str(broken), tmp_path)
    assert ended.returncode == 1
    assert "nmae" in ended.stderr
    assert "colour" in ended.stderr


@pytest.fixture
def xvfb() -> Iterator[str]:
    """An X server with a screen in memory; yields its display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2400x2400x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as lines:
            number = lines.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
