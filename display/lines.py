"""Words on a board: what is said, and in which language, so that it gets that language's letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.domain.text import Text
from core.qt.names import names_in
from display.words import CONTEXT, Speak


@dataclass(frozen=True, slots=True)
class Line:
    """Some words in one language."""

    language: str
    text: str

    @staticmethod
    def of(text: Text, languages: Sequence[str]) -> Lines:
        """Return ``text`` in those of ``languages`` that it has."""
        return tuple(Line(language, words) for language, words in names_in(text, languages))


Lines = tuple[Line, ...]
"""The same said in several languages, the most important one first."""


def say_all(
    speak: Speak, languages: Sequence[str], source: str, context: str = CONTEXT, **values: object
) -> Lines:
    """Return a text in several languages, with values in its braces.

    Args:
        source: The English text.
        context: Where it is marked for translation; a face has its own.
    """
    return tuple(Line(language, speak(language, context, source).format(**values)) for language in languages)


def spoken(speak: Speak, languages: Sequence[str], context: str = CONTEXT) -> Callable[..., Lines]:
    """Return :func:`say_all` in the languages of one hall."""
    return lambda source, **values: say_all(speak, languages, source, context, **values)


def split_window(words: str, window: int) -> tuple[str, str, str]:
    """Cut the name of a window around its number, which is written larger."""
    before, _, after = words.partition("{window}")
    return before.strip(), str(window), after.strip()
