"""Our own touch keyboards, as data: which keys, in which rows, what each is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.domain.hall import Hall
from kiosk import words
from kiosk.speech import Label, Said, Speech

ERASE = "\b"
CLEAR = "clear"
SPACE = " "
STACK = "stack"
"""The next Tibetan letter goes below the last one."""

_SUBJOINED = 0x50
"""From a Tibetan letter to the one that is written below another. Source: Unicode, chapter 13.4."""
_NAMES = {ERASE: words.ERASE, CLEAR: words.CLEAR, SPACE: words.SPACE, STACK: words.STACK}
_SIGNS = {ERASE: "⌫"}
_WIDE = {CLEAR: 2, SPACE: 3, STACK: 2}
TSHEG = "་"


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        key: What it types, or what it does: :data:`ERASE`, :data:`CLEAR`, :data:`STACK`.
        shown: What stands on it.
        name: What a screen reader calls it.
        width: Of so many usual keys.
    """

    key: str
    shown: Said
    name: str
    width: int = 1


Rows = tuple[tuple[Key, ...], ...]

_PINYIN = (
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    ("z", "x", "c", "v", "b", "n", "m", ERASE),
    (CLEAR, SPACE),
)
_TIBETAN = (
    "ཀཁགངཅཆཇཉ",
    "ཏཐདནཔཕབམ",
    "ཙཚཛཝཞཟའཡ",
    "རལཤསཧཨིུ",
    ("ེ", "ོ", TSHEG, STACK, ERASE, CLEAR),
)
"""In the order of the alphabet: who never typed Tibetan finds the letters by it."""
LAYOUTS: dict[str, Sequence[Iterable[str]]] = {"pinyin": _PINYIN, "bo": _TIBETAN}
"""Keyboards by name."""


def offered(hall: Hall) -> tuple[str, ...]:
    """Return which keyboards a hall's languages need to write; Latin letters serve pinyin and English."""
    return ("pinyin", "bo") if "bo" in hall.languages else ("pinyin",)


def rows_of(keyboard: str, say: Speech) -> Rows:
    """Return the keys of a keyboard, row by row; none of one that does not exist."""
    return tuple(
        tuple(_key(each, say, _WIDE.get(each, 1)) for each in row) for row in LAYOUTS.get(keyboard, ())
    )


def after(text: str, key: str) -> str:
    """Return a text once a key was touched.

    A stack that waits for its letter is a ``+`` at the end, which no keyboard types.

    >>> after(after("ས", STACK), "ག") == "སྒ"
    True
    """
    base = text.removesuffix("+")
    match key:
        case "clear":
            return ""
        case "\b":
            return base if base != text else text[:-1]
        case "stack":
            return base if base != text or not base or not _is_letter(base[-1]) else base + "+"
    if base != text and _is_letter(key) and key >= "\u0f40":
        return base + chr(ord(key) + _SUBJOINED)
    return base + key


def _is_letter(sign: str) -> bool:
    return "\u0f40" <= sign <= "\u0f6c" or "\u0f90" <= sign <= "\u0fbc"


def _key(key: str, say: Speech, width: int) -> Key:
    if key in _NAMES:
        name = say.say(_NAMES[key])
        return Key(key, Said(_SIGNS[key], "zh") if key in _SIGNS else name, name.text, width)
    return Key(key, Said(key, "bo" if "\u0f00" <= key <= "\u0fff" else "en"), key)


def keyboard_name(keyboard: str, say: Speech) -> Label:
    """Return what the button to a keyboard says."""
    return say.label(words.LETTERS if keyboard == "pinyin" else words.TIBETAN_LETTERS)
