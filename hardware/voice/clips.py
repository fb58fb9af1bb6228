"""Which clips a recorded voice needs, and which of them a number is joined from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from core.domain.hall import Hall, Voice
from hardware.voice.phrase import Part
from hardware.voice.rules import rules

GAP = re.compile(r"\{(number|window|zone|service)\}")
WORDINGS = ("call", "recall", "back", "paused", "closing")
MOST = 999
"""The largest window that is said as a number."""


def usual_voice(language: str) -> Voice:
    """Return the voice of a hall that says what the rules say.

    Raises:
        KeyError: The language has no rules.
    """
    return Voice((language,), {language: rules(language)["wordings"]["call"]})


def wordings(language: str, voice: Voice) -> dict[str, str]:
    """Return every wording's template: the hall's call, else the rules'."""
    own = voice.call.get(language, "").strip()
    usual: Mapping[str, str] = rules(language)["wordings"]
    templates = {**usual, "call": own or usual["call"]}
    if own:
        # The call is said again in the words of the hall.
        templates["recall"] = usual["recall"].replace(usual["call"], own)
    return templates


def clip_list(language: str, voice: Voice, hall: Hall | None) -> tuple[Part, ...]:
    """Return every clip that some call may need, in the order in which they are best recorded.

    Args:
        hall: Only its letters and windows; without one all letters and every number up to 999.

    Raises:
        KeyError: The language has no rules.
    """
    found: dict[str, Part] = {}
    for sign in "0123456789":
        _take(found, ticket_parts(language, sign))
    for letter in letters(hall):
        _take(found, ticket_parts(language, letter))
    for number in windows(hall):
        _take(found, number_parts(language, number))
    _take(found, fixed_parts(language, voice).values())
    if hall is not None:
        _take(found, _names(language, voice, hall))
    order = {"digit": 0, "letter": 1, "number": 2, "join": 3, "hundred": 4}
    return tuple(sorted(found.values(), key=lambda part: order.get(part.key.partition(".")[0], 9)))


def _take(found: dict[str, Part], parts: Iterable[Part]) -> None:
    for part in parts:
        found.setdefault(part.key, part)


def letters(hall: Hall | None) -> tuple[str, ...]:
    """Return the letters that ticket numbers of a hall can have."""
    if hall is None:
        return tuple(ascii_uppercase)
    return tuple(sorted({sign for queue in hall.queues for sign in queue.prefix.upper() if sign.isalpha()}))


def windows(hall: Hall | None) -> tuple[int, ...]:
    """Return the window numbers of a hall."""
    return tuple(range(1, MOST + 1)) if hall is None else tuple(window.number for window in hall.windows)


def fixed_parts(language: str, voice: Voice) -> dict[str, Part]:
    """Return the fixed pieces of all wordings by their text; what two wordings share is one clip."""
    found: dict[str, Part] = {}
    mark = rules(language)["wordings_mark"]["all"]
    for wording, template in wordings(language, voice).items():
        for i, text in enumerate(pieces(template)):
            found.setdefault(text, Part(f"{wording}.{i}", text, say=f"in: {template}", mark=mark))
    return found


def pieces(template: str) -> tuple[str, ...]:
    """Return what of a template is said as it stands, sentence by sentence."""
    fixed = (piece.strip(" ,，") for piece in GAP.split(template)[::2])
    return tuple(piece for piece in fixed if any(sign.isalnum() for sign in piece))


def ticket_parts(language: str, number: str) -> tuple[Part, ...]:
    """Return the clips of a ticket's number, sign by sign."""
    data = rules(language)
    known = data["letters"]
    return tuple(
        _part(language, f"digit.{sign}")
        if sign.isdecimal()
        else Part(f"letter.{sign}", sign, say=known["say"], mark=known["mark"])
        for sign in number.upper()
        if sign.isascii() and sign.isalnum()
    )


def number_parts(language: str, number: int) -> tuple[Part, ...]:
    """Return the clips of a number from 0 to 999.

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
        if how.get("and"):
            yield "hundred.and"
        if how.get("zero") and rest < 10:
            yield "digit.0"
        if how.get("one_ten") and 10 <= rest < 20:
            yield "digit.1"
    tens, ones = divmod(rest, 10)
    if tens == 1 and how["teens"] == "whole":
        yield f"number.{rest}"
        return
    if tens:
        yield f"number.{tens}0"
    if tens and ones and how.get("join"):
        yield f"join.{tens}0"
    if ones or not tens:
        yield f"digit.{ones}"


def _part(language: str, key: str) -> Part:
    data = rules(language)["parts"][key]
    return Part(key, data["text"], say=data["say"], mark=data["mark"])


def _names(language: str, voice: Voice, hall: Hall) -> Iterator[Part]:
    """Yield the names that the hall's call speaks, if it does."""
    call = wordings(language, voice)["call"]
    named = [("zone", zone.id, zone.name) for zone in hall.zones] if "{zone}" in call else []
    if "{service}" in call:
        named += [("queue", queue.id, queue.name) for queue in hall.queues]
    for kind, name, words in named:
        if words.get(language):
            yield Part(
                f"{kind}.{name}", words[language], say="the name as on the signs", mark="the hall's own"
            )


def sentence_parts(
    language: str, voice: Voice, wording: str, gaps: Mapping[str, tuple[Part, ...]]
) -> tuple[Part, ...]:
    """Return the clips of a sentence.

    Args:
        gaps: What ``number``, ``window``, ``zone`` and ``service`` are said with; a gap that is not there
            is left out.
    """
    fixed = fixed_parts(language, voice)
    found: list[Part] = []
    for i, piece in enumerate(GAP.split(wordings(language, voice)[wording])):
        if i % 2:
            found += gaps.get(piece, ())
        elif text := pieces(piece):
            found.append(fixed[text[0]])
    return tuple(found)
