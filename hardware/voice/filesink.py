"""A loudspeaker that is a folder: where announcements go while no sound card is there."""

from __future__ import annotations

import shutil
from collections import deque
from pathlib import Path


class FileSink:
    """Keeps the newest ``keep`` announcements as WAV files."""

    def __init__(self, folder: Path, *, keep: int = 200) -> None:
        self.folder = folder
        self._keep = keep
        self._files: deque[Path] = deque()

    def put(self, path: Path) -> Path:
        """Copy an announcement into the folder and return the copy; one that lies there already stays.

        Raises:
            OSError: The folder or the copy cannot be made.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / path.name
        if target.absolute() == path.absolute():
            return path
        part = target.with_name(target.name + ".part")
        shutil.copyfile(path, part)
        part.replace(target)
        self._files.append(target)
        while len(self._files) > self._keep:
            self._files.popleft().unlink(missing_ok=True)
        return target
