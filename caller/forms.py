"""In which form the whole console is shown, so that a screen shows all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize

from caller.console_page import ConsolePage
from caller.theme import LARGE, SCALES

BAR_PX, GROWS_PX = 14, 8
"""A scroll bar's width; and what a line may grow by when it is shown."""
_SURELY = 0.9
"""A page of another scale is not much smaller than in proportion: most need not be made to be measured."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the console is laid out.

    Attributes:
        scale: In per cent.
        wide: In two columns, for a screen that is low.
    """

    scale: int
    wide: bool


def forms(scale: int, *, beside: bool) -> Iterator[Form]:
    """Yield the forms in which a console can be shown to who wants a scale, the best first.

    Large letters are worth a lower and wider window; letters smaller than were asked for come last. With the
    column beside it a wide console leaves no width for that, so all others go before.
    """
    every = [Form(each, wide) for each in reversed(SCALES) if each <= scale for wide in (False, True)]
    return iter(sorted(every, key=lambda form: form.wide) if beside else every)


def fitting(scale: int, room: QSize, make: Callable[[Form], ConsolePage], *, beside: bool) -> ConsolePage:
    """Return the console in the first form of which a room shows everything.

    Where none is small enough it is as large as the width allows, :data:`caller.theme.LARGE` at most, and is
    scrolled up and down only.

    Args:
        scale: That is wanted, in per cent.
        room: How large it can be, px.
        make: Makes the page in a form.
        beside: Whether it has the column beside it.
    """
    measured: dict[bool, tuple[int, QSize]] = {}
    for form in forms(scale, beside=beside):
        if form.wide in measured and _hopeless(form, *measured[form.wide], room):
            continue
        page = make(form)
        least = page.minimumSizeHint()
        measured[form.wide] = (form.scale, least)
        grows = GROWS_PX if form.scale > LARGE else 0
        if least.width() + BAR_PX <= room.width() and least.height() + grows <= room.height():
            return page
        page.deleteLater()
    return make(_scrolled(scale, measured, room))


def _hopeless(form: Form, scale: int, least: QSize, room: QSize) -> bool:
    share = form.scale / scale * _SURELY
    return least.width() * share > room.width() or least.height() * share > room.height()


def _scrolled(scale: int, measured: dict[bool, tuple[int, QSize]], room: QSize) -> Form:
    known, least = measured[False]
    within = [
        each
        for each in SCALES
        if each <= min(scale, LARGE) and least.width() * each / known + BAR_PX <= room.width()
    ]
    return Form(max(within, default=SCALES[0]), wide=False)
