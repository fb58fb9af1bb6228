"""Where the files of fonts are mapped. Linux only.

Source: proc_pid_maps(5).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_MAPS = Path("/proc/self/maps")
_FONTS = (".ttf", ".otf", ".ttc")


def font_pages() -> Iterator[tuple[int, int]]:
    """Yield where fonts are mapped, to be read only: first address and the one behind.

    Nothing of ours is lost with those pages. Whoever drops them relies on nothing being unmapped meanwhile: a
    font is closed by the thread that paints with it, the GUI's, which is the one that drops, or a printer's.
    """
    for line in _MAPS.read_text("utf-8", "replace").splitlines():
        where, access, *_ = line.split(maxsplit=2)
        if line.lower().endswith(_FONTS) and "w" not in access:
            first, last = (int(each, 16) for each in where.split("-"))
            yield first, last
