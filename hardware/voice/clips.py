"""Which clips a recorded voice needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from core.domain.hall import Hall, Voice
from core.domain.voice import Wording
from hardware.voice.phrase import Named, fixed_parts, name_part, template
from hardware.voice.reading import MOST, Part, number_parts, ticket_parts
from hardware.voice.rules import rules

ORDER = {"digit": 0, "letter": 1, "number": 2, "join": 3, "hundred": 4, "counted": 5}
"""In which order clips are best recorded; sentences and names come last."""


def usual_voice(language: str) -> Voice:
    """Return the voice of a hall that says what the rules say.

    Raises:
        KeyError: The language has no rules.
    """
    rules(language)
    return Voice((language,))


def clip_list(language: str, voice: Voice, hall: Hall | None) -> tuple[Part, ...]:
    """Return every clip that some call may need, in the order in which they are best recorded.

    Args:
        hall: Only its letters, windows and names; without one all letters and every number up to 999.

    Raises:
        KeyError: The language has no rules.
    """
    found: dict[str, Part] = {}
    for sign in ("0123456789", *letters(hall)):
        _take(found, ticket_parts(language, sign))
    for number in windows(hall):
        _take(found, number_parts(language, number))
    _take(found, fixed_parts(language, voice).values())
    if hall is not None:
        _take(found, _names(language, voice, hall))
    return in_order(found.values())


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts as they are best recorded, each once."""
    once: dict[str, Part] = {}
    _take(once, parts)
    return tuple(sorted(once.values(), key=lambda part: ORDER.get(part.key.partition(".")[0], 9)))


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


def _names(language: str, voice: Voice, hall: Hall) -> Iterator[Part]:
    """Yield the names that the hall's sentences say, if they do."""
    words = "".join(template(language, voice, wording) for wording in Wording)
    calling = {each.zone for each in hall.queues} | {each.zone for each in hall.windows}
    zones = [each for each in hall.zones if each.id in calling]
    named = [("zone", each.id, each.name) for each in zones] if "{zone}" in words else []
    if "{service}" in words:
        named += [("service", each.id, each.name) for each in hall.queues]
    for gap, name, text in named:
        if part := name_part(language, gap, Named(name, text)):
            yield part
