"""What each key of a pad of twelve does on a page; pure. The same on all pages: a blind man learns it once.

::

    1  2  3      choose: the tiles of the open group in reading order, then the buttons
    4  5  6
    7  8  9
    *  0  #      back or delete; the next group; what most people want, or done typing

The choices stand in groups of nine; behind the last one comes a group that is the same everywhere: the voice.
A number pad's further keys are short ways to it. Nothing needs them. docs/keypads.md has it for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.speech import NO_LABEL, Label, Said
from kiosk.state import Page
from kiosk.view import Button, Entry, Tile, View

DIGITS = "123456789"
GROUP = len(DIGITS)
BACK = "back"
STAY = "stay"
LARGE = "large"
FIRST_SHEET = "firstSheet"
REPEAT, LOUDER, SOFTER = "voice:repeat", "voice:louder", "voice:softer"
SLOWER, FASTER = "voice:slower", "voice:faster"
LANGUAGE, HELP, QUIET = "voice:language", "voice:help", "speak"
VOICE: Mapping[str, str] = {
    REPEAT: "voice_repeat",
    LOUDER: "voice_louder",
    LANGUAGE: "voice_language",
    STAY: "voice_time",
    HELP: "voice_help",
    QUIET: "voice_off",
    SOFTER: "voice_softer",
    SLOWER: "voice_slower",
    FASTER: "voice_faster",
}
"""The group that is last on every page, in the order of its digits; with the prompt of each."""
SHORT: Mapping[str, str] = {
    "Plus": LOUDER,
    "Minus": SOFTER,
    "Point": REPEAT,
    "Slash": LANGUAGE,
    "Equal": HELP,
    "Tab": HELP,
}
"""What the keys do that a number pad has beside the twelve, by their names in device files."""
_SAME: Mapping[str, str] = {"Backspace": "Star", "NumberSign": "Enter"}
ERASE = "\b"


@dataclass(frozen=True, slots=True)
class Pad:
    """Where the pad is on the open page.

    Attributes:
        group: Which group of choices is open, from 0.
        typing: Where something can be typed, the digits type it; else they choose.
    """

    group: int = 0
    typing: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a digit chooses.

    Attributes:
        key: What :meth:`kiosk.session.Session.act` is told.
        tile: The tile, where it is one.
        prompt: The prompt that names it (``hardware/voice/prompts.toml``), where no label does.
    """

    key: str
    label: Label = NO_LABEL
    tile: Tile | None = None
    prompt: str = ""


class Did(Enum):
    """What a key did."""

    ACTED = "acted"
    MOVED = "moved"
    """Another group is open, or typing ended or began again."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What comes of a key.

    Attributes:
        pad: Where the pad is now, as long as the same page is open.
        act: What the session is told, ``""``: nothing.
    """

    did: Did
    pad: Pad
    act: str = ""


def press(view: View, pad: Pad, key: str, *, leaving: bool = False) -> Pressed:
    """Return what a key does.

    Args:
        key: Its name (:data:`core.qt.keypad_keys.NAMES`).
        leaving: It was said that the page goes away: 0 asks for more time.
    """
    key = _SAME.get(key, key)
    if key in SHORT:
        return Pressed(Did.ACTED, pad, SHORT[key])
    if leaving and key == "0":
        return Pressed(Did.ACTED, pad, STAY)
    typed = _type(view, pad, key)
    if typed is not None:
        return typed
    match key:
        case "0":
            return _next_group(view, pad)
        case "Star":
            return _star(view, pad)
        case "Enter":
            strong = strong_of(view)
            return _acted(pad, strong.key) if strong else Pressed(Did.NOTHING, pad)
    choices = open_group(view, pad)
    place = DIGITS.find(key)
    return _acted(pad, choices[place].key) if 0 <= place < len(choices) else Pressed(Did.NOTHING, pad)


def types(view: View, pad: Pad) -> bool:
    """Return whether the digits type."""
    entry = view.entry
    return entry is not None and pad.typing and not chooses_letter(entry) and not is_full(view)


def chooses_letter(entry: Entry) -> bool:
    """Return whether a letter comes next, which no digit is: it is chosen."""
    return bool(entry.next) and not any(sign.isdecimal() for sign in entry.next)


def is_full(view: View) -> bool:
    """Return whether no digit can follow, as after a whole code: then the digits choose again."""
    entry = view.entry
    return entry is not None and entry.ready and not entry.next and entry.keys in ("code", "phone", "ticket")


def strong_of(view: View) -> Button | None:
    """Return the button that Enter is: what most people want here."""
    return next((each for each in view.buttons if each.strong), None)


def back_of(view: View) -> Button | None:
    """Return the button that Star is."""
    return next((each for each in view.buttons if each.key == BACK), None)


def choices_of(view: View) -> tuple[Choice, ...]:
    """Return what digits choose on the page: letters that come next, tiles, buttons; all groups together.

    On a first page the key for large type is the last one.
    """
    own = (strong_of(view), back_of(view))
    letters = [each for each in view.entry.next if each.isalpha()] if view.entry else []
    return (
        *(Choice(f"type:{each}", Label(Said(each, "en"))) for each in letters),
        *(Choice(each.key, each.name, each) for each in view.tiles),
        *(Choice(each.key, each.label) for each in view.buttons if each not in own),
        *([Choice(LARGE, view.seeing)] if view.seeing.main.text else []),
    )


def groups_of(view: View) -> int:
    """Return how many groups there are before that of the voice; an empty page has one too."""
    return max(1, -(-len(choices_of(view)) // GROUP))


def in_voice(view: View, pad: Pad) -> bool:
    """Return whether the group of the voice is open."""
    return pad.group >= groups_of(view)


def open_group(view: View, pad: Pad) -> tuple[Choice, ...]:
    """Return what the digits choose now, in their order."""
    if in_voice(view, pad):
        return tuple(Choice(key, prompt=prompt) for key, prompt in VOICE.items())
    return choices_of(view)[pad.group * GROUP : (pad.group + 1) * GROUP]


def _acted(pad: Pad, act: str) -> Pressed:
    return Pressed(Did.ACTED, pad, act)


def _type(view: View, pad: Pad, key: str) -> Pressed | None:
    """Return what a key does while something is typed, ``None`` where it is as ever."""
    entry = view.entry
    if entry is None:
        return None
    if types(view, pad) and key.isdecimal():
        return _acted(pad, _typed(view, key))
    if key == "Star" and entry.shown and (types(view, pad) or chooses_letter(entry) or is_full(view)):
        return _acted(pad, _typed(view, ERASE))
    strong = strong_of(view)
    if types(view, pad) and key == "Enter" and not (strong and entry.ready and not view.tiles):
        return Pressed(Did.MOVED, Pad(typing=False))
    return None


def _typed(view: View, what: str) -> str:
    return f"{'letter' if view.page == Page.SEARCH else 'type'}:{what}"


def _next_group(view: View, pad: Pad) -> Pressed:
    first = Pad(typing=pad.typing)
    if pad.group == groups_of(view) - 1 and not view.last:
        return _acted(first, "later")
    if not in_voice(view, pad):
        return Pressed(Did.MOVED, Pad(pad.group + 1, pad.typing))
    return Pressed(Did.MOVED, first) if view.first else _acted(first, FIRST_SHEET)


def _star(view: View, pad: Pad) -> Pressed:
    if view.entry is not None and not pad.typing:
        return Pressed(Did.MOVED, Pad())
    if back_of(view) is not None:
        return _acted(pad, BACK)
    return _acted(pad, HELP) if view.page == Page.HOME else Pressed(Did.NOTHING, pad)
