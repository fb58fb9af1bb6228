"""Everything on every page is reached by twelve keys, in a few presses."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.pages import derive_view
from kiosk.speech import Label, Said, Speak
from kiosk.spoken.keypad import (
    FASTER,
    FIRST_SHEET,
    HELP,
    LANGUAGE,
    LOUDER,
    REPEAT,
    SLOWER,
    SOFTER,
    STAY,
    VOICE,
    Did,
    Pad,
    choices_of,
    groups_of,
    press,
    strong_of,
    types,
)
from kiosk.state import Inputs
from kiosk.view import Button, Entry, Tile, View
from tests.kiosk.spoken.pages import HALLS, every_page, hall_of

KEYS = (*"1234567890", "Star", "Enter")


def named(text: str) -> Label:
    return Label(Said(text, "en"))


def tiles(count: int) -> tuple[Tile, ...]:
    return tuple(Tile(f"queue:{each}", named(f"Queue {each}")) for each in range(count))


BACK = Button("back", named("Back"))
DONE = Button("done", named("Done"), strong=True)
OTHER = Button("search", named("Search"))
TILES = View("zone", tiles=tiles(3), buttons=(BACK, OTHER, DONE))
LONG = View("matters", tiles=tiles(20), buttons=(BACK,))
SHEETS = View("matters", tiles=tiles(12), buttons=(BACK,), last=False)
LAST_SHEET = View("matters", tiles=tiles(2), first=False)
NUMBER = View("result", layout="number", buttons=(DONE,))
PHONE = View("phone", layout="entry", entry=Entry("phone"), buttons=(BACK, DONE, OTHER))
TYPED = replace(PHONE, entry=Entry("phone", "138", ready=True))
CANCEL = Button("booking.cancel", named("Cancel a booking"))
WHOLE = View(
    "booking", layout="entry", entry=Entry("code", "5724 0018", ready=True), buttons=(BACK, CANCEL, DONE)
)
SEARCH = View(
    "search", layout="search", entry=Entry("pinyin", "sbk", ready=True), tiles=tiles(2), buttons=(BACK,)
)
LETTER = View("ask", layout="entry", entry=Entry("ticket", "", letters="AB", next="AB"), buttons=(BACK, DONE))
FIRST = View("home", tiles=tiles(3), buttons=(OTHER,), seeing=named("Large type"))
CHOSEN = Pad(typing=False)


@pytest.mark.parametrize(
    ("view", "pad", "key", "act"),
    [
        (TILES, Pad(), "1", "queue:0"),
        (TILES, Pad(), "3", "queue:2"),
        (TILES, Pad(), "4", "search"),
        (FIRST, Pad(), "4", "search"),
        (FIRST, Pad(), "5", "large"),
        (TILES, Pad(), "Star", "back"),
        (TILES, Pad(), "Backspace", "back"),
        (TILES, Pad(), "Enter", "done"),
        (TILES, Pad(), "Plus", LOUDER),
        (TILES, Pad(), "Minus", SOFTER),
        (TILES, Pad(), "Point", REPEAT),
        (TILES, Pad(), "Slash", LANGUAGE),
        (TILES, Pad(1), "1", REPEAT),
        (TILES, Pad(1), "3", LANGUAGE),
        (TILES, Pad(1), "7", SOFTER),
        (TILES, Pad(1), "8", SLOWER),
        (TILES, Pad(1), "9", FASTER),
        (TILES, Pad(1), "Star", "back"),
        (LONG, Pad(1), "1", "queue:9"),
        (LONG, Pad(2), "2", "queue:19"),
        (SHEETS, Pad(1), "0", "later"),
        (LAST_SHEET, Pad(1), "0", FIRST_SHEET),
        (NUMBER, Pad(), "Enter", "done"),
        (View("home"), Pad(), "Star", HELP),
        (PHONE, Pad(), "0", "type:0"),
        (PHONE, Pad(), "Star", "back"),
        (TYPED, Pad(), "Star", "type:\b"),
        (TYPED, Pad(), "Enter", "done"),
        (PHONE, CHOSEN, "1", "search"),
        (WHOLE, Pad(), "1", "booking.cancel"),
        (WHOLE, Pad(), "Star", "type:\b"),
        (WHOLE, Pad(), "Enter", "done"),
        (SEARCH, Pad(), "7", "letter:7"),
        (SEARCH, Pad(), "Star", "letter:\b"),
        (SEARCH, CHOSEN, "2", "queue:1"),
        (LETTER, Pad(), "2", "type:B"),
        (LETTER, Pad(), "Star", "back"),
    ],
)
def test_a_key_acts(view: View, pad: Pad, key: str, act: str) -> None:
    pressed = press(view, pad, key)
    assert (pressed.did, pressed.act) == (Did.ACTED, act)


@pytest.mark.parametrize(
    ("view", "pad", "key", "then"),
    [
        (TILES, Pad(), "0", Pad(1)),
        (TILES, Pad(1), "0", Pad(0)),
        (LONG, Pad(1), "0", Pad(2)),
        (PHONE, Pad(), "Enter", CHOSEN),
        (SEARCH, Pad(), "Enter", CHOSEN),
        (SEARCH, CHOSEN, "Star", Pad()),
        (SEARCH, CHOSEN, "0", Pad(1, typing=False)),
    ],
)
def test_a_key_leads_on(view: View, pad: Pad, key: str, then: Pad) -> None:
    pressed = press(view, pad, key)
    assert (pressed.did, pressed.pad) == (Did.MOVED, then)


@pytest.mark.parametrize(
    ("view", "key"), [(TILES, "5"), (NUMBER, "1"), (NUMBER, "Star"), (View("zone"), "Enter")]
)
def test_a_key_that_means_nothing_does_nothing(view: View, key: str) -> None:
    assert press(view, Pad(), key).did is Did.NOTHING


def test_zero_asks_for_time_while_the_page_is_about_to_go() -> None:
    assert press(TILES, Pad(), "0", leaving=True).act == STAY
    assert press(PHONE, Pad(), "0", leaving=True).act == STAY
    assert press(TILES, Pad(), "1", leaving=True).act == "queue:0"


@pytest.mark.parametrize("hall", HALLS)
def test_everything_on_every_page_is_reached(hall: str, speak: Speak) -> None:
    for inputs in every_page(hall_of(hall)):
        view = derive_view(inputs, speak)
        reached = reach(inputs, lambda there: derive_view(there, speak))
        sheets = pages_of(inputs, speak)
        wanted = {each.key for sheet in sheets for each in sheet.tiles} | set(VOICE)
        wanted |= {each.key for sheet in sheets for each in sheet.buttons}
        if types(view, Pad()):
            word = "letter" if view.page == "search" else "type"
            wanted |= {f"{word}:{digit}" for digit in "0123456789"}
        if view.entry is not None and view.entry.shown:
            # Back is where nothing is typed any more, which is another page of these.
            wanted = wanted - {"back"} | {"letter:\b"}
        assert wanted <= reached.keys(), (hall, inputs.at)
        most = sum(groups_of(sheet) for sheet in sheets) + 3
        assert max(reached[key] for key in wanted) <= most, (hall, inputs.at)
        strong = strong_of(view)
        if strong is not None and view.entry is None:
            assert reached[strong.key] == 1
        for place, choice in enumerate(choices_of(view)[:9]):
            if not types(view, Pad()):
                assert press(view, Pad(), str(place + 1)).act == choice.key


def pages_of(inputs: Inputs, speak: Speak) -> list[View]:
    """Return all sheets of the open page."""
    sheets = [derive_view(inputs, speak)]
    while not sheets[-1].last:
        sheets.append(derive_view(on_sheet(inputs, len(sheets)), speak))
    return sheets


def on_sheet(inputs: Inputs, sheet: int) -> Inputs:
    return replace(inputs, pages=(*inputs.pages[:-1], replace(inputs.at, sheet=sheet)))


def reach(inputs: Inputs, derive: Callable[[Inputs], View]) -> dict[str, int]:
    """Return what can be done by the twelve keys, each with the fewest presses."""
    found: dict[str, int] = {}
    seen = {(0, Pad())}
    waiting = deque([(0, Pad(), 1)])
    while waiting:
        sheet, pad, presses = waiting.popleft()
        view = derive(on_sheet(inputs, sheet))
        for key in KEYS:
            pressed = press(view, pad, key)
            after = {"later": sheet + 1, FIRST_SHEET: 0}.get(pressed.act, sheet)
            moved = pressed.did is Did.MOVED or pressed.act in ("later", FIRST_SHEET)
            if not moved and pressed.act:
                found.setdefault(pressed.act, presses)
            if moved and (after, pressed.pad) not in seen:
                seen.add((after, pressed.pad))
                waiting.append((after, pressed.pad, presses + 1))
    return found
