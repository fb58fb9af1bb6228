"""A folder that people put files into while it is shown."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from display.media.pieces import LISTS, Playlist, Stamp, is_shown, playlist_of

LOOK_MS = 2_000
"""So often it is looked whatever the watcher says: it hears nothing of a share on another machine."""
SOON_MS = 200
FILES_MOST = 2_000
LIST_MOST = 256 * 1024


class Folder(QObject):
    """Follows what a folder and the folders in it hold.

    Signals:
        changed(): :attr:`playlist` is another one.
    """

    changed = Signal()

    def __init__(self, path: Path, *, look_ms: int = LOOK_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._lists: dict[str, tuple[Stamp, str]] = {}
        self._last: dict[str, Stamp] = {}
        self._settled: dict[str, Stamp] = {}
        self._first = True
        self.playlist = Playlist()
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, interval=look_ms)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=min(SOON_MS, look_ms))
        self._soon.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(self._soon.start)
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Read the folder again."""
        found, folders = scan(self._path)
        missing = [each for each in folders if each not in self._watcher.directories()]
        if missing:
            self._watcher.addPaths(missing)
        # A file that grows is still being copied: it is shown, or anew, once two looks find it the same.
        settled = {}
        for name, stamp in found.items():
            if self._first or self._last.get(name) == stamp:
                settled[name] = stamp
            elif name in self._settled:
                settled[name] = self._settled[name]
        if settled != found:
            self._soon.start()
        self._first, self._last, self._settled = False, found, settled
        playlist = playlist_of(settled, self._texts(settled))
        if playlist != self.playlist:
            self.playlist = playlist
            self.changed.emit()

    def stop(self) -> None:
        """Follow no more."""
        self._timer.stop()
        self._soon.stop()

    def _texts(self, files: dict[str, Stamp]) -> dict[str, str]:
        for name in LISTS:
            if name not in files:
                self._lists.pop(name, None)
            elif name not in self._lists or self._lists[name][0] != files[name]:
                with suppress(OSError), (self._path / name).open(encoding="utf-8", errors="replace") as file:
                    self._lists[name] = files[name], file.read(LIST_MOST)
        return {name: text for name, (_, text) in self._lists.items()}


def scan(path: Path) -> tuple[dict[str, Stamp], list[str]]:
    """Return the files that matter, by their names in the folder, and the folders to watch.

    What cannot be read is not there. Two levels are read, and so many files at most.
    """
    files: dict[str, Stamp] = {}
    folders: list[str] = []
    waiting = [(path, "")]
    while waiting:
        folder, before = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                folders.append(str(folder))
                for entry in entries:
                    name = before + entry.name
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir():
                        if not before:
                            waiting.append((Path(entry.path), f"{name}/"))
                    elif (is_shown(name) or name in LISTS) and len(files) < FILES_MOST:
                        status = entry.stat()
                        files[name] = status.st_mtime_ns, status.st_size
        except OSError:
            continue
    return files, folders
