"""Names in the hall's languages, as a screen shows them."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.text import Text, pick

LANGUAGE_NAMES = {"zh": "中文", "bo": "བོད་ཡིག", "en": "English"}
"""Each language in its own words, for whoever reads no other."""


def name_in(text: Text, language: str) -> str:
    """Return ``text`` in ``language``, else in Chinese, else in any language."""
    return pick(text, language, "zh")


def names_in(text: Text, languages: Sequence[str]) -> list[tuple[str, str]]:
    """Return ``(language, words)`` in the order of ``languages``, without those in which nothing is said."""
    return [(language, text[language]) for language in languages if text.get(language)]


def second_language(chosen: str, languages: Sequence[str]) -> str:
    """Return the language shown beneath the chosen one: the hall's first other one, or ``""``."""
    return next((language for language in languages if language != chosen), "")
