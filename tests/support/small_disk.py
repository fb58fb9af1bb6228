"""A disk that can be full or read-only: a small file system where one may be mounted, else limits."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

SIZE_MB = 64
"""Room for whatever the clients of a test take meanwhile: some 2 kB a number."""
_EXT4_NEEDS = ("mkfs.ext4", "e2fsck", "chattr")
_CHUNK = 64 * 1024
_KEPT = ("hall.db", "hall.db-wal")
"""What a core writes all the time."""


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

    def forbid(self, core: int) -> None:
        """Let nothing be written any more, not by who has the files open either."""

    def permit(self, core: int) -> None:
        """Let it be written again."""

    def broken(self, core: int) -> AbstractContextManager[list[str]]:
        """Be read-only for good, as after an error, until the end, when nobody may have a file open.

        Yields what a command begins with to be bound by that.
        """


class Limited:
    """An ordinary folder, in which one process's files may not grow or change."""

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

    forbid = fill
    permit = free

    @contextmanager
    def broken(self, core: int) -> Iterator[list[str]]:
        """Bind the running core, and whoever comes after it."""
        self.forbid(core)
        with read_only(self.folder / "core") as bound:
            yield bound


class Mounted(Limited):
    """A file system in memory, filled by somebody else's file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
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


class Ext4(Mounted):
    """The file system that most halls have, in a file of its own.

    A file system that is being written cannot be remounted read-only: what does that is an error, and then
    nothing undoes it but mounting it anew. What comes and goes is therefore the files' own flag, which the
    system heeds at each write.
    Source: man 5 ext4 (errors=remount-ro), man 1 chattr (i).
    """

    def __init__(self, folder: Path, image: Path) -> None:
        super().__init__(folder)
        self._image = image

    def forbid(self, core: int) -> None:
        """Let the system refuse every write to the database and its log, and every new file beside them."""
        self._flag("+i")

    def permit(self, core: int) -> None:
        """Take the flags off."""
        self._flag("-i")

    def _flag(self, flag: str) -> None:
        kept = [self.folder / "core" / name for name in _KEPT]
        subprocess.run(["chattr", flag, *kept, self.folder / "core"], check=True)

    @contextmanager
    def broken(self, core: int) -> Iterator[list[str]]:
        """Have the system find an error and stop writing; at the end the disk is checked and mounted."""
        mounted = (line.split() for line in Path("/proc/mounts").read_text().splitlines())
        device = next(each[0] for each in mounted if each[1] == str(self.folder))
        assert device.startswith("/dev/loop"), device
        Path("/sys/fs/ext4", Path(device).name, "trigger_fs_error").write_text("test\n")
        yield []
        subprocess.run(["umount", self.folder], check=True)
        # It says 1 for what it has put right.
        checked = subprocess.run(["e2fsck", "-fy", self._image], capture_output=True, check=False)
        assert checked.returncode in (0, 1), checked.stdout
        assert _mount_image(self._image, self.folder)


def _mount(*arguments: str | Path) -> bool:
    """Mount something; whether that is allowed differs from container to container."""
    program = shutil.which("mount")
    if program is None or os.geteuid() != 0:
        return False
    return subprocess.run([program, *arguments], capture_output=True, check=False).returncode == 0


def _mount_image(image: Path, folder: Path) -> bool:
    return _mount("-t", "ext4", "-o", "loop,errors=remount-ro", image, folder)


def _ext4(folder: Path) -> Ext4 | None:
    programs = [shutil.which(each, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") for each in _EXT4_NEEDS]
    if not all(programs):
        return None
    image = folder.with_suffix(".image")
    with image.open("wb") as made:
        made.truncate(SIZE_MB << 20)
    # Without a journal: at the instant of an error Linux 6.18 may say that a write is flushed which is lost
    # with the journal (a loop of pwrite and fdatasync alone: 1 of 12 times).
    subprocess.run([str(programs[0]), "-q", "-m", "0", "-O", "^has_journal", image], check=True)
    return Ext4(folder, image) if _mount_image(image, folder) else None


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Provide a disk that can be full or read-only, as real as the machine allows."""
    folder.mkdir()
    disk: SmallDisk | None = _ext4(folder)
    if disk is None and _mount("-t", "tmpfs", "-o", f"size={SIZE_MB}m,mode=700", "tmpfs", folder):
        disk = Mounted(folder)
    if disk is None:
        yield Limited(folder)
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


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
