"""What the pages say, in the visitor's language; Qt's translations are not there for a server."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from core.domain.text import Text, pick

_FILE = Path(__file__).parent / "data" / "words.toml"


@cache
def words() -> Mapping[str, Text]:
    """Return every text by its key, e.g. ``"waiting.ahead"``."""
    texts: dict[str, Text] = {}
    for name, entry in tomllib.loads(_FILE.read_text("utf-8")).items():
        if all(isinstance(each, str) for each in entry.values()):
            texts[name] = entry
        else:
            texts |= {f"{name}.{key}": text for key, text in entry.items()}
    return texts


class Speech:
    """Says things in one language, and in the hall's others where that one says nothing.

    Attributes:
        language: The first one tried.
    """

    def __init__(self, language: str, hall_languages: Sequence[str] = ()) -> None:
        self.language = language
        self._tried = (language, *hall_languages)

    def __call__(self, key: str, **values: Any) -> str:
        """Return the words of a key with the values put in."""
        return pick(words()[key], *self._tried).format(**values)

    def name(self, text: Text) -> str:
        """Return a name of the hall's without the mark that ends a Tibetan sentence."""
        return pick(text, *self._tried).rstrip("། ")

    def text(self, text: Text) -> str:
        """Return a sentence of the hall's."""
        return pick(text, *self._tried)
