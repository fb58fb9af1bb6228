"""What a screen leaves out of its memory."""

from __future__ import annotations

import ctypes
import mmap
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from core.qt import mapped
from core.qt.fonts import CJK
from core.qt.mapped import SETTLED_S, Libraries
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
def test_pages_of_fonts_and_libraries_go_back(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "SETTLED_S", 0.0)
    width = QFontMetrics(QFont(CJK)).horizontalAdvance("叫号")
    fonts, libraries = _mapped_kb("NotoSansCJK"), _mapped_kb("libQt6Gui")
    assert fonts > 0
    give_back()
    assert _mapped_kb("NotoSansCJK") == 0
    # What the linker has written stays, and what Python itself needed until here.
    assert 0 < _mapped_kb("libQt6Gui") < libraries / 2
    assert QFontMetrics(QFont(CJK)).horizontalAdvance("叫号") == width


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
def test_only_what_is_as_in_its_file_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "SETTLED_S", 0.0)
    file = tmp_path / "some.so.1"
    file.write_bytes(bytes(4 * mmap.PAGESIZE))
    with file.open("rb") as opened:
        changed = mmap.mmap(opened.fileno(), 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
        clean = mmap.mmap(opened.fileno(), 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)
    changed[:5] = b"mine!"
    libc = ctypes.CDLL(None)
    where = ctypes.addressof(ctypes.c_char.from_buffer(changed))
    assert libc.mprotect(ctypes.c_void_p(where), ctypes.c_size_t(len(changed)), mmap.PROT_READ) == 0
    libraries = Libraries()
    starts = {first for first, _ in libraries.pages(0.0)}
    assert where not in starts
    assert len(starts & _starts_of(file)) == 1
    give_back()
    assert changed[:5] == b"mine!"
    assert clean[:5] == bytes(5)


@pytest.mark.skipif(not processes.KNOWN, reason="memory is read from /proc")
def test_what_was_just_loaded_is_left_alone(tmp_path: Path) -> None:
    """Another thread may be loading it: what its linker writes next would be lost."""
    libraries = Libraries()
    libraries.note(0.0)
    file = tmp_path / "late.so"
    file.write_bytes(bytes(mmap.PAGESIZE))

    def are_dropped(now_s: float) -> bool:
        return bool({first for first, _ in libraries.pages(now_s)} & _starts_of(file))

    with file.open("rb") as opened:
        late = mmap.mmap(opened.fileno(), 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)
    assert _starts_of(file)
    assert list(libraries.pages(SETTLED_S)), "the others"
    assert not are_dropped(SETTLED_S)
    assert not are_dropped(1.9 * SETTLED_S)
    assert are_dropped(2 * SETTLED_S)
    late.close()
    assert not are_dropped(3 * SETTLED_S)


def _starts_of(file: Path) -> set[int]:
    lines = Path("/proc/self/maps").read_text("utf-8", "replace").splitlines()
    return {int(line.partition("-")[0], 16) for line in lines if line.endswith(str(file))}


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
