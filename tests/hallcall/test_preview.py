"""A layout that is being written, shown as it would look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.app.hallfile.layout_file import examine_layouts
from core.qt.app import make_app
from display.app import DisplayApp
from hallcall.halls import resolve
from hallcall.preview.preview import Preview
from tests.support.qml import names, shows, text_of

LAYOUT = """
[[layouts]]
id = "mine"
colours = { back = "#000000" }
rows = [{ part = "header" }, { size = 4, columns = [{ part = "calls" }, { part = "clock" }] }]
"""
WITHIN_MS = 10_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(LAYOUT)
    return path


@pytest.fixture
def preview(file: Path, qapp: object) -> Iterator[tuple[Preview, DisplayApp]]:
    make_app("tests", widgets=True)
    preview = Preview(file, settle_ms=1)
    app = DisplayApp(preview.link, preview.screen, size=QSize(1280, 720))
    preview.follow(app)
    app.show()
    yield preview, app
    preview.stop()
    app.close()


def test_a_layout_is_seen_with_sample_calls_and_again_when_it_is_saved(
    preview: tuple[Preview, DisplayApp], file: Path, qtbot: QtBot
) -> None:
    view = preview[1].view
    qtbot.waitUntil(lambda: shows(view, "largeClock"), timeout=WITHIN_MS)
    assert sum(name.startswith("row:") for name in names(view)) >= 5
    file.write_text(LAYOUT.replace('"clock"', '"passed"'))
    qtbot.waitUntil(lambda: shows(view, "passed") and not shows(view, "largeClock"), timeout=WITHIN_MS)


def test_mistakes_are_told_above_the_last_good_layout(
    preview: tuple[Preview, DisplayApp], file: Path, qtbot: QtBot
) -> None:
    view = preview[1].view
    broken = LAYOUT.replace('"#000000"', '"#888888"')
    written = file.with_suffix(".new")
    written.write_text(broken)
    written.replace(file)  # as editors do
    qtbot.waitUntil(lambda: shows(view, "fault"), timeout=WITHIN_MS)
    assert 'line 4: layouts "mine": "ink" on "back" has a contrast' in text_of(view, "fault")
    assert shows(view, "largeClock")
    file.write_text(LAYOUT)
    qtbot.waitUntil(lambda: not shows(view, "fault"), timeout=WITHIN_MS)


def test_a_whole_hall_file_may_be_previewed_too() -> None:
    report = examine_layouts(resolve("dazi").read_bytes())
    assert report.hall is not None
    assert report.layouts == report.hall.layouts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", '"[[layouts]]" is missing'),
        ("[[layouts]]\nid =", "not TOML"),
        (LAYOUT + "\n[screens]\n", 'unknown key "screens"'),
        (LAYOUT.replace("mine", "calls-only"), "the id of a ready layout"),
    ],
)
def test_a_file_that_is_no_layout_says_why(text: str, words: str) -> None:
    (mistake, *_) = examine_layouts(text.encode()).mistakes
    assert words in mistake.message
