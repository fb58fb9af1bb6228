"""Which pages of files this program could drop and read again. Linux only.

Whoever drops them relies on nothing being unmapped meanwhile: another mapping may be there then. Fonts are
closed on the GUI thread, which is the one that drops, and libraries are never unloaded.

Source: proc_pid_maps(5), proc_pid_smaps(5).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_MAPS, _SMAPS = Path("/proc/self/maps"), Path("/proc/self/smaps")
_FONTS = (b".ttf", b".otf", b".ttc")
_LIBRARY = b".so"
_OWN = (b"Anonymous:", b"Swap:")
"""What was changed since it was read: the linker writes into what is read-only afterwards."""
SETTLED_S = 0.4
"""Another thread may just be loading a library: the linker maps the whole file first, and within microseconds
what is written to over a part of that. What stands so long is as the linker has left it."""


def font_pages() -> Iterator[tuple[int, int]]:
    """Yield where fonts are mapped, to be read only: first address and the one behind."""
    return (_where(line) for line, name in _read_only() if name.lower().endswith(_FONTS))


class Libraries:
    """The program's libraries, where they are as they are in their files."""

    def __init__(self) -> None:
        self._seen_at: dict[bytes, float] = {}
        self._clean: dict[bytes, bool] = {}

    def note(self, now_s: float) -> None:
        """Note what is mapped.

        Args:
            now_s: On a clock that never jumps, seconds.
        """
        here = (line for line, name in _read_only() if _LIBRARY in name)
        self._seen_at = {line: self._seen_at.get(line, now_s) for line in here}

    def pages(self, now_s: float) -> Iterator[tuple[int, int]]:
        """Yield what is settled and was never changed: first address and the one behind."""
        self.note(now_s)
        settled = [line for line, since_s in self._seen_at.items() if now_s - since_s >= SETTLED_S]
        if not self._clean.keys() >= set(settled):
            self._clean = {line: clean for line, clean in _looked() if line in self._seen_at}
        return (_where(line) for line in settled if self._clean.get(line, False))


def _read_only() -> Iterator[tuple[bytes, bytes]]:
    """Yield what is mapped for this program alone, and not written to: the line, and its file's name."""
    for line in _MAPS.read_bytes().splitlines():
        _address, access, _offset, _device, _inode, *path = line.split(maxsplit=5)
        if path and path[0].startswith(b"/") and access[1:2] != b"w" and access[3:4] == b"p":
            yield line, path[0].rpartition(b"/")[2]


def _where(line: bytes) -> tuple[int, int]:
    first, _, last = line.split(maxsplit=1)[0].partition(b"-")
    return int(first, 16), int(last, 16)


def _looked() -> Iterator[tuple[bytes, bool]]:
    """Yield the lines of all mappings and whether nothing was changed in them."""
    line, changed_kb = b"", 0
    for each in _SMAPS.read_bytes().splitlines():
        head = each.split(maxsplit=1)[0]
        if not head.endswith(b":"):
            if line:
                yield line, changed_kb == 0
            line, changed_kb = each, 0
        elif head in _OWN:
            changed_kb += int(each.split()[1])
    if line:
        yield line, changed_kb == 0
