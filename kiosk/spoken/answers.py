"""Which lines of a page answer what was done on it: they are said, and not the whole page again; pure.

Figures change by themselves as well, and a clock that counts down every second: of those nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.state import Page
from kiosk.view import Line, View

_ANSWERS = frozenset({"wrong", "reading", "card", "printed", "volume", "tested"})
"""Keys of lines of the staff's pages (:mod:`kiosk.pages.staff`) that come, or change, for what was done."""
_COUNTS_DOWN = "wait"
_PAGES = (Page.STAFF, Page.STAFF_PIN)


def of(view: View, before: Sequence[Line]) -> frozenset[str]:
    """Return the keys of the lines that answer, as the same page was before."""
    if view.page not in _PAGES:
        return frozenset()
    was = {each.key: each for each in before}
    if _COUNTS_DOWN in was:
        # That the pause is over is no answer, and what stood beneath it was said before.
        return frozenset()
    found = {each.key for each in view.lines if each.key in _ANSWERS and was.get(each.key) != each}
    return frozenset(found | ({_COUNTS_DOWN} & {each.key for each in view.lines}))
