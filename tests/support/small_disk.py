"""A disk that can be full: a file system in memory where that may be mounted, else a limit for a core."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

SIZE_MB = 12
_CHUNK = 64 * 1024


class SmallDisk(Protocol):
    """Where a core's folder lies.

    Attributes:
        folder: The place for it.
    """

    folder: Path

    def fill(self, core: int) -> None:
        """Leave no room; ``core`` is the process that is to have none."""

    def free(self, core: int) -> None:
        """Give the room back."""


class Mounted:
    """A file system of a few megabytes, filled by somebody else's file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "somebody_elses"

    def fill(self, core: int) -> None:
        """Write until nothing goes any more."""
        handle = os.open(self._filler, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        size = _CHUNK
        try:
            while size:
                try:
                    os.write(handle, b"x" * size)
                except OSError:
                    size //= 2
        finally:
            os.close(handle)

    def free(self, core: int) -> None:
        """Remove it."""
        self._filler.unlink()


class Limited:
    """An ordinary folder, in which one process's files may not grow."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, core: int) -> None:
        """Let no file of the core grow or change."""
        _, hard = resource.prlimit(core, resource.RLIMIT_FSIZE)
        resource.prlimit(core, resource.RLIMIT_FSIZE, (0, hard))

    def free(self, core: int) -> None:
        """Let them grow again."""
        _, hard = resource.prlimit(core, resource.RLIMIT_FSIZE)
        resource.prlimit(core, resource.RLIMIT_FSIZE, (hard, hard))


def _mount(folder: Path, options: str) -> bool:
    """Mount a file system in memory; whether that is allowed differs from container to container."""
    program = shutil.which("mount")
    if program is None or os.geteuid() != 0:
        return False
    done = subprocess.run(
        [program, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    return done.returncode == 0


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Provide a disk that can be full."""
    folder.mkdir()
    if not _mount(folder, f"size={SIZE_MB}m,mode=700"):
        yield Limited(folder)
        return
    try:
        yield Mounted(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[list[str]]:
    """Let nobody write into a folder and its files; yield what a command begins with to be bound by that."""
    places = [folder, *folder.iterdir()]
    for place in places:
        place.chmod(0o500)
    try:
        # Root may write whatever the rights say, unless that is taken from it.
        yield ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    finally:
        for place in places:
            place.chmod(0o700)
