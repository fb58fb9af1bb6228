"""Words in the hall's languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Text = Mapping[str, str]
"""Language code (``"zh"``, ``"bo"``, ``"en"``) to the words in that language."""


def pick(text: Text, *languages: str) -> str:
    """Return the words in the first of ``languages`` that has them, else in any language, else nothing."""
    for language in languages:
        if text.get(language):
            return text[language]
    return next((words for words in text.values() if words), "")


def missing(text: Text, languages: Sequence[str]) -> list[str]:
    """Return the languages of ``languages`` in which ``text`` says nothing."""
    return [language for language in languages if not text.get(language, "").strip()]


def ranges(numbers: Sequence[int]) -> str:
    """Return sorted window numbers in few words: ``"3–5, 8"``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
