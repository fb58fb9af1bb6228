"""Holding little memory for weeks: one heap, and what a visit has used goes back when it is over. Linux only.

Source: mallopt(3), malloc_trim(3), madvise(2).
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from core.qt.mapped import Libraries, font_pages

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
_LARGE = 256 * 1024
"""What is at least so large, e.g. the answer with the whole hall, is given back when it is freed."""
_DONT_NEED = 4
_STARTED_MS, _LOOK_MS = 10_000, 500
"""A start leaves the most behind."""
MOST_MB, ROOM_MB = 102.0, 18.0
"""Above the first all that can go goes, unless less than the second has come since: that is in use. A screen
may hold 120 MB."""

_painters: set[Callable[[], bool]] = set()
_libraries = Libraries()


class GivesBack(QObject):
    """Gives back what nothing needs now: soon after the start, and when much is held."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left_mb = 0.0
        self._starts = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        QTimer.singleShot(_STARTED_MS, self, self._end_start)
        note_libraries()

    def look(self) -> None:
        """Give back if much is held; while the program starts, note what it loads."""
        if self._starts:
            note_libraries()
        if resident_mb() > max(MOST_MB, self._left_mb + ROOM_MB):
            self._give_back()

    def _end_start(self) -> None:
        self._starts = False
        self._give_back()

    def _give_back(self) -> None:
        give_back()
        self._left_mb = resident_mb()


def hold_little() -> None:
    """Let all threads share one heap, as each keeps what it once needed; call it before there are any.

    Nor is OpenSSL loaded for Python's hashes: 3 MB, and what a screen hashes is small.
    """
    if library := _glibc():
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
    if "_hashlib" not in sys.modules:
        sys.modules["_hashlib"] = None  # type: ignore[assignment]  # it cannot be imported: hashlib does without


def spare_fonts_while(painting: Callable[[], bool]) -> None:
    """Leave fonts alone while another thread may paint with them, as it may close one.

    Args:
        painting: Asked on the GUI thread before each giving back. What it denies must not begin before that
            thread is back in its loop: there is painted what was asked for on it.
    """
    _painters.add(painting)


def give_back(*, libraries: bool = True) -> None:
    """Give what is free to the system, and leave to its cache the pages of files; takes some 5 ms.

    A glyph that is read maps all that the system holds around it, and so does a function that is called once
    at the start: a Chinese font of 20 MB and 50 MB of libraries stand in the program's account, though they
    are in memory once for everybody and can go any time. What is used again comes back by itself.

    Args:
        libraries: Of libraries too, if they were noted a while ago; the next pages then take a few ms
            more until they are back.
    """
    library = _glibc()
    if library is None:
        return
    library.malloc_trim(ctypes.c_size_t(0))
    pages: list[tuple[int, int]] = []
    if libraries:
        pages += _libraries.pages(time.monotonic())
    if not any(painting() for painting in _painters):
        pages += font_pages()
    for first, last in pages:
        library.madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _DONT_NEED)


def note_libraries() -> None:
    """Note which libraries are there: only those go back that were there before."""
    if _glibc() is not None:
        _libraries.note(time.monotonic())


def resident_mb() -> float:
    """Return what is in the program's account (RSS), MB of 1024 x 1024 bytes; 0 where that is not known."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
    except OSError:
        return 0.0


def _glibc() -> ctypes.CDLL | None:
    """Return the C library; ``None`` where it is another one."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
