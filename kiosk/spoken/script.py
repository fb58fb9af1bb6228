"""From a page to what is said of it: sentences in the visitor's language, and what stands in for them; pure.

A sentence of ``hardware/voice/prompts.toml`` can be said from a recorded voice as well; a text of the hall's
data, or of the screen, by a synthesizer alone. Of what nobody can say in the visitor's language another
language is said: silence would leave a blind man standing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from hardware.voice.phrase import NOTHING, Sentence, Values
from hardware.voice.prompts import prompt, prompts
from kiosk.pages import derive_view
from kiosk.speech import Speak
from kiosk.spoken import numbers
from kiosk.spoken.keypad import Pad
from kiosk.spoken.piece import Piece, read_out
from kiosk.spoken.written import Written
from kiosk.state import Inputs


@dataclass(frozen=True, slots=True)
class Way:
    """How something is said in one language: whole or not at all."""

    language: str
    says: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something that is said in one of several ways: the first that can be.

    Attributes:
        key: What it is of: a key of a tile or a button, or a prompt's.
        wanted: The visitor's language; another one is told of before it is spoken.
    """

    key: str
    wanted: str
    ways: tuple[Way, ...]


Script = tuple[Utterance, ...]
Spoken = Collection[str]
"""The languages that can be spoken now."""
Write = Callable[[Written], Iterable[Piece]]


def speakable(inputs: Inputs, spoken: Spoken) -> tuple[str, ...]:
    """Return the languages in which a page is written: the visitor's, then those that stand in for it."""
    known = set(next(iter(prompts().values())))
    others = [*(inputs.hall.languages if inputs.hall else ()), "zh", "en"]
    order = [inputs.language, *(each for each in others if each in spoken)]
    return tuple(each for each in dict.fromkeys(order) if each in known)


def page_script(inputs: Inputs, speak: Speak, pad: Pad, spoken: Spoken) -> Script:
    """Return the open page from its start."""
    return _in_all(inputs, speak, spoken, lambda page: (*page.head(), *page.choices(pad)))


def group_script(inputs: Inputs, speak: Speak, pad: Pad, spoken: Spoken) -> Script:
    """Return the choices of the open group alone."""
    return _in_all(inputs, speak, spoken, lambda page: page.choices(pad))


def entered_script(inputs: Inputs, speak: Speak, spoken: Spoken) -> Script:
    """Return what was typed so far."""
    return _in_all(inputs, speak, spoken, Written.entered)


def found_script(inputs: Inputs, speak: Speak, spoken: Spoken) -> Script:
    """Return how many were found."""
    return _in_all(
        inputs, speak, spoken, lambda page: read_out(page.inputs.language, "found", page.view.prompt.main)
    )


def lines_script(inputs: Inputs, speak: Speak, spoken: Spoken, keys: Collection[str]) -> Script:
    """Return some lines of the page alone."""
    return _in_all(inputs, speak, spoken, lambda page: page.lines(keys))


def prompt_script(inputs: Inputs, spoken: Spoken, *keys: str, values: Values = NOTHING) -> Script:
    """Return prompts, one after the other."""
    written = speakable(inputs, spoken)
    return tuple(
        Utterance(
            key,
            inputs.language,
            tuple(Way(language, (prompt(language, key, values),)) for language in written),
        )
        for key in keys
    )


def slip_script(inputs: Inputs, spoken: Spoken) -> Script:
    """Return how the slip is getting on."""
    return prompt_script(inputs, spoken, numbers.SLIP[inputs.printing])


def _in_all(inputs: Inputs, speak: Speak, spoken: Spoken, write: Write) -> Script:
    """Return what is written in every language, each piece beside the same one of the others."""
    written: dict[str, Mapping[str, Piece]] = {}
    for language in speakable(inputs, spoken):
        there = replace(inputs, language=language)
        page = Written(there, derive_view(there, speak))
        written[language] = {piece.key: piece for piece in write(page)}
    every = dict.fromkeys(key for pieces in written.values() for key in pieces)
    return tuple(
        Utterance(
            key,
            inputs.language,
            tuple(Way(each, pieces[key].says) for each, pieces in written.items() if key in pieces),
        )
        for key in every
    )
