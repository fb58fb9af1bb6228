"""What a screen leaves out of its memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from core.qt.fonts import CJK
from core.qt.memory import give_back
from hallcall import folders
from hallcall.bench import processes
from hallcall.settings import Settings

_LOOK = """
import linecache, sys
from core.qt.memory import hold_little
hold_little()
import hallcall.cli
from importlib import import_module
from core.qt.sources import read_no_sources
read_no_sources()
for name in sys.argv[1:]:
    import_module(name)
heavy = set("pydantic sqlalchemy fastapi httpx asyncio urllib.request ssl PIL numpy usb".split())
left_out = sorted(heavy & set(sys.modules))
import hashlib, hmac
assert hashlib.sha256(b"a").hexdigest()[:8] == "ca978112"
assert hmac.new(b"a", b"b", "sha256").digest()
if sys.platform == "linux":
    assert "libcrypto" not in open("/proc/self/maps").read()
import urllib.request
assert urllib.request.urlopen, "whoever wants the real one gets it"
print(left_out, len(linecache.cache))
"""
"""Runs in a program of its own: this one has loaded everything."""


def test_screens_load_neither_servers_nor_sources() -> None:
    screens = ("kiosk.app", "display.app", "hallcall.voice_options", "hardware.printer.address")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", _LOOK, *screens]
    looked = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, timeout=120)
    assert looked.stdout.strip() == "[] 0"


@pytest.mark.parametrize("named", [True, False], ids=["named", "usual"])
def test_folders_are_those_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: bool
) -> None:
    for name in ("DATA", "VOICES"):
        monkeypatch.delenv(f"HALLCALL_{name}", raising=False)
        if named:
            monkeypatch.setenv(f"HALLCALL_{name}", str(tmp_path / name))
    settings = Settings()
    assert (folders.data_folder(), folders.voices_folder()) == (settings.data, settings.voices)


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
def test_pages_of_fonts_go_back(qapp: QGuiApplication) -> None:
    width = QFontMetrics(QFont(CJK)).horizontalAdvance("叫号")
    assert _mapped_kb("NotoSansCJK") > 0
    give_back()
    assert _mapped_kb("NotoSansCJK") == 0
    assert QFontMetrics(QFont(CJK)).horizontalAdvance("叫号") == width


def _mapped_kb(name: str) -> int:
    """Return how much of the files of that name is in this process's account."""
    total, inside = 0, False
    for line in Path("/proc/self/smaps").read_text("utf-8", "replace").splitlines():
        first = line.split(maxsplit=1)[0]
        if "-" in first:
            inside = name in line
        elif inside and first == "Rss:":
            total += int(line.split()[1])
    return total
