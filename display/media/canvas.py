"""A piece of memory that two programs see: one draws into it, the other shows it."""

from __future__ import annotations

import mmap
import os
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

SLOTS = 2
"""One is shown while the other is drawn into."""
BYTES = 4
FORMAT = QImage.Format.Format_RGB32


class Canvas:
    """Room for two pictures of some size.

    Attributes:
        size: The largest picture that it holds, px.
    """

    def __init__(self, path: Path, size: QSize, *, new: bool = False) -> None:
        """Map the file; ``new``: make it.

        Raises:
            OSError, ValueError: It cannot be made or is too short.
        """
        self.path = path
        self.size = size
        self._slot = size.width() * size.height() * BYTES
        with path.open("x+b" if new else "r+b") as file:
            if new:
                file.truncate(self._slot * SLOTS)
                if hasattr(os, "posix_fallocate"):
                    # Else a full memory file system would end the program at its first touch.
                    os.posix_fallocate(file.fileno(), 0, self._slot * SLOTS)
            self._memory = mmap.mmap(file.fileno(), self._slot * SLOTS)
        self._view = memoryview(self._memory)

    def image(self, slot: int, size: QSize) -> QImage:
        """Return a picture in a slot, without a copy of it; the canvas must outlive it."""
        begin = slot * self._slot
        data = self._view[begin : begin + size.width() * size.height() * BYTES]
        return QImage(data, size.width(), size.height(), size.width() * BYTES, FORMAT)
