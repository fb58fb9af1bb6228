"""Holding little memory for weeks: one heap, and what a visit has used goes back when it is over. Linux only.

Source: mallopt(3), malloc_trim(3), madvise(2).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
_LARGE = 256 * 1024
"""What is at least so large, e.g. the answer with the whole hall, is given back when it is freed."""
_DONT_NEED = 4
_MAPS = Path("/proc/self/maps")
_FONTS = (".ttf", ".otf", ".ttc")
_FIRST_MS, _EVERY_MS = 10_000, 30_000
"""A start leaves the most behind."""


class GivesBack(QObject):
    """Gives back what nothing needs now: soon after the start, then every half minute."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._give_back)
        self._timer.start(_FIRST_MS)

    def _give_back(self) -> None:
        give_back()
        self._timer.setInterval(_EVERY_MS)


def hold_little() -> None:
    """Let all threads share one heap, as each keeps what it once needed; call it before there are any."""
    if library := _glibc():
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give what is free to the system, and leave the pages of the fonts to its cache; takes a few ms.

    A glyph that is read maps all that the system holds around it: a Chinese font of 20 MB stands in full in
    the program's account after some visits, though it is in memory once for everybody and can go any time.
    """
    library = _glibc()
    if library is None:
        return
    for first, last in _font_pages():
        library.madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _DONT_NEED)
    library.malloc_trim(ctypes.c_size_t(0))


def _font_pages() -> Iterator[tuple[int, int]]:
    """Yield where the fonts' files are mapped, to be read only: nothing of ours is lost with those pages."""
    for line in _MAPS.read_text("utf-8", "replace").splitlines():
        where, access, *_ = line.split(maxsplit=2)
        if line.lower().endswith(_FONTS) and "w" not in access:
            first, last = (int(each, 16) for each in where.split("-"))
            yield first, last


def _glibc() -> ctypes.CDLL | None:
    """Return the C library; ``None`` where it is another one."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
