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
_OWN = (b"Anonymous:", b"Swap:")
"""What was changed since it was read: the linker writes into what is read-only afterwards."""

_clean: dict[bytes, bool] = {}
"""Of each line of maps whether nothing was changed in it; nobody can write there later."""


def droppable(*, libraries: bool = True, fonts: bool = True) -> Iterator[tuple[int, int]]:
    """Yield where fonts and libraries are as they are in their files: first address and the one behind."""
    kinds = [kind for kind, wanted in ((_is_font, fonts), (_is_library, libraries)) if wanted]
    lines = [
        line
        for line in _MAPS.read_bytes().splitlines()
        if (name := _read_only(line)) and any(is_kind(name) for is_kind in kinds)
    ]
    if not _clean.keys() >= set(lines):
        _clean.clear()
        _clean.update(_looked())
    for line in lines:
        if _clean.get(line, False):
            first, _, last = line.split(maxsplit=1)[0].partition(b"-")
            yield int(first, 16), int(last, 16)


def _read_only(line: bytes) -> bytes:
    """Return the name of the file of a mapping of its own that nobody writes to, or nothing."""
    _where, access, _offset, _device, _inode, *path = line.split(maxsplit=5)
    if not path or access[1:2] == b"w" or access[3:4] != b"p" or not path[0].startswith(b"/"):
        return b""
    return path[0].rpartition(b"/")[2]


def _is_font(name: bytes) -> bool:
    return name.lower().endswith(_FONTS)


def _is_library(name: bytes) -> bool:
    return b".so" in name


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
