"""How numbers are read in a language, by its rules: as words for a synthesizer, and piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hardware.voice.rules import rules

APART = "\u200b"
"""Zero-width space: keeps two words apart without a pause.

eSpeak NG 1.52 joins 一 and 号 to "yí hào" and reads "A" before "B" as the article; with it between them
they are "yī hào" and the letter's name, and the sentence stays as long (measured, docs/voice.md). The rules
of a language say where it stands.
"""

MOST = 999
"""The largest number that is said as one."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a sentence that a pack may hold as a clip.

    Attributes:
        key: Stable and ASCII: ``digit.1``, ``letter.A``, ``number.20``, ``call.0`` (the first fixed piece
            of the wording "call").
        text: What a synthesizer says for it; what the speaker reads.
        pause_ms: Silence after it, in the sentence it stands in.
        say: How it is said, for who records it.
        mark: How sure we are of text and reading.
    """

    key: str
    text: str
    pause_ms: int = 0
    say: str = ""
    mark: str = ""


Read = tuple[str, tuple[Part, ...]]
"""What a synthesizer says, and the same as parts."""


def read_ticket(language: str, number: str) -> Read:
    """Return a ticket's number, sign by sign."""
    glue, parts = rules(language)["text"], ticket_parts(language, number)
    text = "".join(
        part.text + glue["letter" if part.key.startswith("letter.") else "digit"] for part in parts
    )
    return text.rstrip(" -"), parts


def read_number(language: str, number: int) -> Read:
    """Return a number in words; one that is larger than any window is read digit by digit."""
    if not 0 <= number <= MOST:
        return read_ticket(language, str(number))
    glue, parts = rules(language)["text"], number_parts(language, number)
    text = ""
    for i, part in enumerate(parts):
        if i:
            ten = part.key.startswith("digit.") and parts[i - 1].key.startswith("number.")
            text += glue["tens" if ten else "number"]
        text += part.text
    return text + glue["after"], parts


def read_count(language: str, number: int) -> Read:
    """Return a number of people or minutes: where a language counts otherwise than it numbers, its word."""
    own = rules(language).get("counted", {}).get(str(number))
    if own is None:
        return read_number(language, number)
    part = Part(f"counted.{number}", own["text"], say=own["say"], mark=own["mark"])
    return own["text"] + rules(language)["text"]["after"], (part,)


def ticket_parts(language: str, number: str) -> tuple[Part, ...]:
    """Return the pieces of a ticket's number, sign by sign; what is neither letter nor digit is not said."""
    signs = (sign for sign in number.upper() if sign.isascii() and sign.isalnum())
    return tuple(_digit(language, sign) if sign.isdecimal() else _letter(language, sign) for sign in signs)


def _digit(language: str, sign: str) -> Part:
    return _part(language, f"digit.{sign}")


def _letter(language: str, sign: str) -> Part:
    known = rules(language)["letters"]
    return Part(f"letter.{sign}", known.get("text", {}).get(sign, sign), say=known["say"], mark=known["mark"])


def _part(language: str, key: str) -> Part:
    data = rules(language)["parts"][key]
    return Part(key, data["text"], say=data["say"], mark=data["mark"])


def number_parts(language: str, number: int) -> tuple[Part, ...]:
    """Return the pieces of a number from 0 to 999.

    Raises:
        ValueError: It is larger.
    """
    if not 0 <= number <= MOST:
        raise ValueError(f"{number} is not said as a number")
    return tuple(_part(language, key) for key in _keys(rules(language)["numbers"], number))


def _keys(how: Mapping[str, object], number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        yield f"hundred.{hundreds}"
        if not rest:
            return
        if how["and"]:
            yield "hundred.and"
        if how["zero"] and rest < 10:
            yield "digit.0"
        if how["one_ten"] and 10 <= rest < 20:
            yield "digit.1"
    tens, ones = divmod(rest, 10)
    if tens == 1 and how["teens"] == "whole":
        yield f"number.{rest}"
        return
    if tens:
        yield f"number.{tens}0"
    if tens and ones and how["join"]:
        yield f"join.{tens}0"
    if ones or not tens:
        yield f"digit.{ones}"
