"""A text of the screen as it is said: what is read with the eyes becomes words; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from core.domain.voice import READ
from hardware.voice.phrase import Sentence
from hardware.voice.reading import read_ticket
from kiosk.speech import Said

_WORD = re.compile(r"[^\W\d_]{2}|[\u0f40-\u0fbc]|[\u3400-\u9fff]")
"""Something that is in one language: two letters, or one that is a word by itself."""
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,3}\d{2,}(?![A-Za-z0-9])")
"""A ticket's number: sign by sign, for that is how it is called."""
_LONG = re.compile(r"\d(?:[ -]?\d){4,}")
"""Phone numbers and codes, also in groups."""
_RANGE = re.compile(r"(?<=\d)\s*[-–~]\s*(?=\d)")
_TIME = re.compile(r"(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_STARS = re.compile(r"(?<=[^\W\d_])[·་]?\*+")
"""What hides the rest of a name: "张*" is said as "张"."""
_SIGNS = re.compile(r"\s*[·•|/→●]+\s*")
_UNTIL: Mapping[str, str] = {"zh": "到", "en": " to ", "bo": " ནས་ "}
_COMMA: Mapping[str, str] = {"zh": "，", "bo": "། "}


def sentence(said: Said, visitors: str) -> Sentence | None:
    """Return a text as a sentence for the synthesizer; ``None`` where there is no word in it.

    Its language is that of the text: a name that is not in the visitor's language is said in its own. A time
    or a number is of every language, and said in the visitor's.

    Args:
        visitors: The visitor's language.
    """
    language = said.lang if _WORD.search(said.text) else visitors
    text = spoken(said.text, language)
    return Sentence(language, text) if any(sign.isalnum() for sign in text) else None


def spoken(text: str, language: str) -> str:
    """Return a text with its numbers, times and signs in words."""
    text = _DAY.sub(lambda found: _day(found, language), text)
    text = _NUMBER.sub(_sign_by_sign(language), text)
    text = _LONG.sub(_sign_by_sign(language), text)
    text = _RANGE.sub(_UNTIL.get(language, " "), text)
    text = _TIME.sub(lambda found: _time(found, language), text)
    text = _STARS.sub("", text)
    text = _SIGNS.sub(_COMMA.get(language, ", "), text)
    if language == "en":
        text = re.sub(r"\bmin\b", "minutes", text)
    return " ".join(text.split())


def _sign_by_sign(language: str) -> Callable[[re.Match[str]], str]:
    def read(found: re.Match[str]) -> str:
        return read_ticket(language, found[0])[0] if language in READ else found[0]

    return read


def _time(found: re.Match[str], language: str) -> str:
    hour, minute = int(found[1]), int(found[2])
    if language == "zh":
        return f"{hour}点{f'{minute}分' if minute else ''}"
    return f"{hour} {minute:02d}" if minute else f"{hour}"


def _day(found: re.Match[str], language: str) -> str:
    month, day = int(found[2]), int(found[3])
    return f"{month}月{day}日" if language == "zh" else f"{day}, {month}"
