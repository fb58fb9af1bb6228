"""What a kiosk says to people who cannot see its screen; pure, in the words of ``prompts.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from core.domain.hall import Hall
from core.domain.text import Text
from hardware.voice.clips import in_order, letters
from hardware.voice.phrase import NOTHING, Named, Part, Sentence, Values, fill, name_part, pieces, tokens
from hardware.voice.reading import MOST, number_parts, read_count, ticket_parts

FILE = Path(__file__).with_name("prompts.toml")
MARKS = {"bo": "ours: put together of the kiosk's own Tibetan, which no speaker has reviewed"}


@cache
def prompts() -> Mapping[str, Text]:
    """Return every prompt by its key, in each language with its placeholders."""
    return tomllib.loads(FILE.read_text("utf-8"))


def prompt(language: str, key: str, values: Values = NOTHING) -> Sentence:
    """Return a prompt as it is said.

    Raises:
        KeyError: There is no such prompt, or it has no words in that language.
        ValueError: The values lack a number that it names.
    """
    return fill(language, tokens(prompts()[key][language]), _fixed(language), values)


@cache
def _fixed(language: str) -> Mapping[str, Part]:
    """Return the fixed pieces of all prompts by their text; what two of them share is one clip."""
    found: dict[str, Part] = {}
    for key, words in prompts().items():
        for i, text in enumerate(pieces(words.get(language, ""))):
            mark = MARKS.get(language, "ours")
            found.setdefault(text, Part(f"prompt.{key}-{i}", text, say=f"in: {words[language]}", mark=mark))
    return found


def prompt_list(language: str, hall: Hall | None) -> tuple[Part, ...]:
    """Return every clip that the prompts of a hall's kiosks may need, in the order of recording.

    Args:
        hall: Only its letters, and its names; without one all letters and no names.

    Raises:
        KeyError: The language has no rules.
    """
    found = [part for sign in ("0123456789", *letters(hall)) for part in ticket_parts(language, sign)]
    for number in range(MOST + 1):
        found += (*read_count(language, number)[1], *number_parts(language, number))
    found += _fixed(language).values()
    named = [("zone", each.id, each.name) for each in hall.zones] if hall else []
    named += [("service", each.id, each.name) for each in hall.queues] if hall else []
    names = (name_part(language, gap, Named(name, text)) for gap, name, text in named)
    return in_order([*found, *(part for part in names if part)])
