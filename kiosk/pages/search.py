"""The page where a visitor types what the number is for."""

from __future__ import annotations

from dataclasses import replace

from core.domain.hall import Hall
from kiosk import tiles, words
from kiosk.pages.parts import back
from kiosk.search.keyboards import keyboard_name, offered
from kiosk.speech import Label, Speech
from kiosk.state import Inputs
from kiosk.view import Button, Entry, Line, Tile, View


def search(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return what was found so far, above a keyboard."""
    typed = inputs.search
    shown = [tile for key in typed.found if (tile := found_tile(inputs, hall, key, say)) is not None]
    view = View(
        layout="search",
        title=say.label(words.SEARCH),
        prompt=_prompt(inputs, say),
        entry=Entry(typed.keyboard, _shown(typed.query), say.label(words.SEARCH_HINT), bool(shown)),
    )
    view = tiles.with_sheet(inputs, view, shown)
    return replace(view, lines=_help(inputs, say), buttons=_buttons(inputs, hall, say))


def found_tile(inputs: Inputs, hall: Hall, key: str, say: Speech) -> Tile | None:
    """Return the tile of what was found; ``None`` if the hall has it no longer."""
    kind, _, which = key.partition(":")
    if kind == "queue":
        queue = next((each for each in hall.queues if each.id == which), None)
        return tiles.queue_tile(inputs, hall, queue, say) if queue else None
    if kind == "item":
        return tiles.work_tile(inputs, hall, hall.item(which), say) if hall.has_item(which) else None
    matter = next((each for each in hall.matters if each.id == which), None)
    return tiles.work_tile(inputs, hall, matter, say) if matter else None


def _shown(query: str) -> str:
    return query.removesuffix("+")


def _prompt(inputs: Inputs, say: Speech) -> Label:
    if not inputs.search.query:
        return say.label(words.SEARCH_HINT)
    if not inputs.search.found:
        return say.label(words.NOTHING_FOUND)
    return say.label(words.FOUND, count=inputs.search.total)


def _help(inputs: Inputs, say: Speech) -> tuple[Line, ...]:
    if not inputs.search.query:
        return (Line("example", say.label(words.SEARCH_EXAMPLE), kind="text"),)
    if not inputs.search.found:
        return (Line("nothing", say.label(words.NOTHING_FOUND_HELP), kind="text"),)
    return ()


def _buttons(inputs: Inputs, hall: Hall, say: Speech) -> tuple[Button, ...]:
    others = [each for each in offered(hall) if each != inputs.search.keyboard]
    keyboards = [Button(f"keyboard:{each}", keyboard_name(each, say)) for each in others]
    nothing = bool(inputs.search.query) and not inputs.search.found
    ways = [Button("departments", say.label(words.DEPARTMENTS), strong=True)] if nothing else []
    return (back(say), *keyboards, *ways)
