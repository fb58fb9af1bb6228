"""Which pages of files this program could drop and read again. Linux only.

Source: proc_pid_maps(5), proc_pid_smaps(5).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_MAPS, _SMAPS = Path("/proc/self/maps"), Path("/proc/self/smaps")
_FONTS = (".ttf", ".otf", ".ttc")
_OWN = (b"Anonymous:", b"Swap:")
"""What was changed since it was read: the linker writes into what is read-only afterwards."""

_clean: dict[bytes, bool] = {}
"""Of each line of maps whether nothing was changed in it; nobody can write there later."""


def droppable() -> Iterator[tuple[int, int]]:
    """Yield first and last address of what is a font's or a library's and as it is in the file."""
    lines = [line for line in _MAPS.read_bytes().splitlines() if _read_only(line)]
    if not _clean.keys() >= set(lines):
        _clean.clear()
        _clean.update(_looked())
    for line in lines:
        if _clean.get(line, False):
            first, _, last = line.split(maxsplit=1)[0].partition(b"-")
            yield int(first, 16), int(last, 16)


def _read_only(line: bytes) -> bool:
    """Whether a line of maps is a font or a library, mapped for this program alone and not to be written."""
    _where, access, _offset, _device, _inode, *path = line.split(maxsplit=5)
    if not path or access[1:2] == b"w" or access[3:4] != b"p" or not path[0].startswith(b"/"):
        return False
    name = path[0].rpartition(b"/")[2]
    return b".so" in name or name.lower().endswith(tuple(each.encode() for each in _FONTS))


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
