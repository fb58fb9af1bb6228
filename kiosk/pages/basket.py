"""The visitor's list: several matters, one after the other, with one number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.domain.hall import Hall
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import tiles, wishing
from kiosk.pages.parts import back, banner, options
from kiosk.speech import Said, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Tile, View

TITLE: Final = QT_TRANSLATE_NOOP("kiosk", "My list")
IN_ORDER: Final = QT_TRANSLATE_NOOP("kiosk", "One number for all, in this order. Touch one to take it off.")
MORE: Final = QT_TRANSLATE_NOOP("kiosk", "One more matter")
TAKE_ALL: Final = QT_TRANSLATE_NOOP("kiosk", "One number for all")


def basket(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the list, in the order in which it will be done."""
    listed = [each for each in inputs.wish.items if hall.has_item(each)]
    return View(
        title=say.label(TITLE),
        prompt=say.label(IN_ORDER),
        icon="basket",
        tiles=tuple(_tile(inputs, hall, item, at, say) for at, item in enumerate(listed, start=1)),
        banner=tuple(line for line in banner(inputs, hall, say) if line.key != "chosen"),
        buttons=tuple(_buttons(inputs, hall, len(listed), say)),
    )


def _tile(inputs: Inputs, hall: Hall, item: str, at: int, say: Speech) -> Tile:
    tile = tiles.work_tile(inputs, hall, hall.item(item), say)
    main, below = tile.name.main, tile.name.below
    numbered = replace(tile.name, main=Said(f"{at}. {main.text}", main.lang), below=below)
    return replace(tile, key=f"basket.out:{item}", name=numbered)


def _buttons(inputs: Inputs, hall: Hall, count: int, say: Speech) -> Iterator[Button]:
    yield back(say)
    if wishing.offers_options(inputs, hall):
        yield options(say)
    if count < inputs.rules.several_most:
        yield Button("basket.more", say.label(MORE), icon="plus")
    if count:
        yield Button("take", say.label(TAKE_ALL), strong=True, icon="ticket")
