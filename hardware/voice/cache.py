"""Sounds that were made before: the newest in memory, more of them on the disk, both bounded."""

from __future__ import annotations

import hashlib
import logging
import os
import queue
import threading
import time
from collections import OrderedDict
from pathlib import Path
from typing import Self

log = logging.getLogger(__name__)

MEMORY_BYTES, DISK_BYTES = 32 << 20, 128 << 20
"""Some 400 and 1,700 pieces of 1.7 s."""
MARK = b"hallcall voice 1"
DIGEST = 16
WAITING = 256
"""Pieces that may wait to be written; more are not kept on the disk."""
LEFT_OVER_S = 3600.0
"""A half written file that is older belongs to a program that has ended."""


class SoundCache:
    """Keeps sounds by a key; whatever happens to the disk costs time, never a sound.

    Files are written by a thread of their own: a slow disk delays no call. Each carries the digest of its
    samples; a damaged one is removed and counts as not there.

    Attributes:
        room: How many bytes it keeps.
    """

    def __init__(
        self, folder: Path | None = None, *, memory: int = MEMORY_BYTES, disk: int = DISK_BYTES
    ) -> None:
        """Keep ``memory`` bytes of samples, and ``disk`` bytes in ``folder``; ``None``: nothing there."""
        self.room = disk if folder is not None else memory
        self._folder = folder
        self._memory_bytes = memory
        self._lock = threading.Lock()
        self._memory: OrderedDict[str, bytes] = OrderedDict()
        self._in_memory = 0
        self._files: OrderedDict[str, int] = OrderedDict()
        self._on_disk = 0
        self._trouble = False
        self._outbox: queue.Queue[tuple[str, bytes] | None] = queue.Queue(WAITING)
        self._writer: threading.Thread | None = None
        if folder is not None:
            self._find(folder)
            self._writer = threading.Thread(target=self._write_all, name="sound-cache", daemon=True)
            self._writer.start()

    def get(self, key: str) -> bytes | None:
        """Return a sound that was kept."""
        with self._lock:
            if (found := self._memory.get(key)) is not None:
                self._memory.move_to_end(key)
                return found
        samples = self._read(_name(key))
        if samples is not None:
            self._remember(key, samples)
        return samples

    def has(self, key: str) -> bool:
        """Whether a sound is kept, as far as can be said without reading it."""
        with self._lock:
            return key in self._memory or _name(key) in self._files

    def put(self, key: str, samples: bytes, *, only_memory: bool = False) -> None:
        """Keep a sound; returns at once."""
        self._remember(key, samples)
        if self._writer is not None and not only_memory:
            try:
                self._outbox.put_nowait((_name(key), samples))
            except queue.Full:
                log.debug("a sound is not kept on the disk: too many wait")

    def flush(self) -> None:
        """Wait until everything that was put is on the disk, or was refused by it."""
        self._outbox.join()

    def close(self) -> None:
        """Write what waits, then end the thread."""
        if self._writer is not None:
            self._outbox.put(None)
            self._writer.join()
            self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _remember(self, key: str, samples: bytes) -> None:
        with self._lock:
            self._in_memory += len(samples) - len(self._memory.pop(key, b""))
            self._memory[key] = samples
            while self._in_memory > self._memory_bytes:
                _, old = self._memory.popitem(last=False)
                self._in_memory -= len(old)

    def _find(self, folder: Path) -> None:
        """Learn which files are there, the oldest first."""
        found: list[tuple[float, str, int]] = []
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.scandir(folder) as entries:
                for entry in entries:
                    facts = entry.stat()
                    if entry.name.endswith(".sound"):
                        found.append((facts.st_mtime, entry.name, facts.st_size))
                    elif entry.name.endswith(".part") and time.time() - facts.st_mtime > LEFT_OVER_S:
                        (folder / entry.name).unlink()
        except OSError as error:
            self._failed(error)
        for _, name, size in sorted(found):
            self._files[name] = size
            self._on_disk += size
        self._make_room()

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        path = self._folder / name
        try:
            data = path.read_bytes()
        except OSError:
            self._forget(name)
            return None
        samples = data[len(MARK) + DIGEST :]
        if data[: len(MARK) + DIGEST] != _head(samples) or not samples:
            log.warning("a kept sound is damaged and is made anew: %s", path)
            self._forget(name)
            _unlink(path)
            return None
        with self._lock:
            if name in self._files:
                self._files.move_to_end(name)
            else:
                self._count(name, len(data))
        _touch(path)
        return samples

    def _forget(self, name: str) -> None:
        with self._lock:
            self._on_disk -= self._files.pop(name, 0)

    # Below: on the writing thread.

    def _write_all(self) -> None:
        while (job := self._outbox.get()) is not None:
            self._write(*job)
            self._outbox.task_done()
        self._outbox.task_done()

    def _write(self, name: str, samples: bytes) -> None:
        assert self._folder is not None
        path = self._folder / name
        part = self._folder / f"{name}.{os.getpid()}-{threading.get_ident()}.part"
        data = _head(samples) + samples
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_bytes(data)
            part.replace(path)
        except OSError as error:
            _unlink(part)
            self._failed(error)
            return
        if self._trouble:
            self._trouble = False
            log.info("sounds are kept again in %s", self._folder)
        with self._lock:
            self._count(name, len(data))
        self._make_room()

    def _count(self, name: str, size: int) -> None:
        self._on_disk += size - self._files.pop(name, 0)
        self._files[name] = size

    def _make_room(self) -> None:
        assert self._folder is not None
        gone: list[str] = []
        with self._lock:
            while self._on_disk > self.room and self._files:
                name, size = self._files.popitem(last=False)
                self._on_disk -= size
                gone.append(name)
        for name in gone:
            _unlink(self._folder / name)

    def _failed(self, error: OSError) -> None:
        """Say it once; the sounds are then made anew at each start."""
        if not self._trouble:
            log.warning("sounds cannot be kept in %s: %s", self._folder, error)
        self._trouble = True


def _name(key: str) -> str:
    return f"{hashlib.sha256(key.encode()).hexdigest()[:40]}.sound"


def _head(samples: bytes) -> bytes:
    return MARK + hashlib.sha256(samples).digest()[:DIGEST]


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.debug("%s stays: %s", path, error)


def _touch(path: Path) -> None:
    """Note that it was used: what was not for longest goes first."""
    try:
        os.utime(path)
    except OSError as error:
        log.debug("%s: %s", path, error)
