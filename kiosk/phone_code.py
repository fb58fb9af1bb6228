"""The code on the screen that opens a visit's own page on the visitor's phone."""

from __future__ import annotations

from functools import lru_cache

from hardware.slip import qr
from kiosk.speech import Label
from kiosk.view import Code


def address(site: str, track: str) -> str:
    """Return the address of a visit's own page; ``""`` where the site or the visit's token is not known."""
    return f"{site.rstrip('/')}/t/{track}" if site and track else ""


def code(content: str, label: Label) -> Code | None:
    """Return the code of an address, ``None`` of an empty one."""
    if not content:
        return None
    path, side = _drawn(content)
    return Code(path, side, label)


@lru_cache(maxsize=1)
def _drawn(content: str) -> tuple[str, int]:
    """Return the dark modules as an SVG path, a module one unit wide, and how many there are across."""
    rows = qr.modules(content)
    runs = [f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in _runs(row)]
    return "".join(runs), len(rows)


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Return where dark modules beside each other begin, and how many they are."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((x, 1))
    return found
