"""The longest real words that a page has to hold, in each language of a hall."""

from __future__ import annotations

from functools import cache
from typing import Any

from core.domain.hall import Hall, Item
from core.qt.translate import Translations
from kiosk import words
from tests.kiosk.look.stage import Label, label, named

_NONE = label("", "")


@cache
def speaker() -> Translations:
    """Return the kiosk's translations."""
    return Translations(words.EVERY_LANGUAGE)


def both(source: str, language: str, other: str = "") -> Label:
    """Return one of the kiosk's sentences in one language, or in two."""
    say = speaker().say
    below = say(other, words.CONTEXT, source) if other else ""
    return label(say(language, words.CONTEXT, source), language, below, other)


def second(hall: Hall, language: str) -> str:
    """Return the language that stands below ``language``."""
    return next(each for each in hall.languages if each != language)


def longest_item(hall: Hall, language: str) -> Item:
    """Return the item with most to say: the most materials, then the longest name."""
    return max(hall.items, key=lambda each: (len(each.materials), len(each.name.get(language, ""))))


def line(value: Label, name: Label = _NONE, kind: str = "fact") -> dict[str, Any]:
    """Return one line as QML gets it."""
    return {"value": value, "name": name, "kind": kind}


def item_lines(hall: Hall, language: str) -> list[dict[str, Any]]:
    """Return the page of the longest item: what to bring, the hours, the hall's rules, how many wait."""
    item, other = longest_item(hall, language), second(hall, language)
    lines = [line(both(words.MATTERS, language, other), kind="heading")]
    lines += [line(named(each.name, hall.languages, language)) for each in item.materials]
    lines.append(line(named(hall.notice, hall.languages, language), both(words.YOUR_NUMBER, language, other)))
    lines.append(line(both(words.CANNOT_PRINT, language, other), kind="warn"))
    lines.append(line(both(words.CARD_WELCOME, language, other), both(words.MATTERS, language)))
    lines.append(line(named(hall.passed_rule, hall.languages, language), both(words.BACK, language)))
    return lines


def steps(language: str, other: str) -> list[dict[str, Any]]:
    """Return what to do now, in three steps, and a fact."""
    told = (words.NO_SLIP, words.CARD_WELCOME, words.CHOOSE_ZONE)
    lines = [line(both(each, language, other), kind="text") for each in told]
    fact = line(both(words.WAIT_SHORT, language, other), both(words.CLOSED, language, other))
    return [*lines, fact]


def button(
    act: str, source: str, language: str, other: str = "", *, strong: bool = False, icon: str = ""
) -> dict[str, Any]:
    """Return one button of a bar as QML gets it."""
    return {"key": act, "label": both(source, language, other), "strong": strong, "icon": icon}


def bar(count: int, language: str, other: str) -> list[dict[str, Any]]:
    """Return so many buttons with real words."""
    made = (
        button("back", words.BACK, language, other, icon="back"),
        button("take", words.YOUR_NUMBER, language, other, strong=True, icon="ticket"),
        button("print", words.MATTERS, language, other, icon="printer"),
        button("basket.add", words.LATER, language, other, icon="basket"),
        button("listen", words.EARLIER, language, other, icon="speaker"),
    )
    return list(made[:count])
