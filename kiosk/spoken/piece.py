"""The smallest thing that is said, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from hardware.voice.phrase import NOTHING, Sentence, Values
from hardware.voice.prompts import prompt
from kiosk.speech import Said
from kiosk.spoken.texts import sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is said whole or not at all.

    Attributes:
        key: What it is of, the same in every language; no two of a page have one.
    """

    key: str
    says: tuple[Sentence, ...]


def prompted(language: str, key: str, values: Values = NOTHING) -> Piece:
    """Return a prompt of ``hardware/voice/prompts.toml``."""
    return Piece(key, (prompt(language, key, values),))


def read_out(language: str, key: str, *texts: Said) -> list[Piece]:
    """Return texts of the screen, together, for who reads a language; nothing where no word is in them."""
    says = tuple(each for each in (sentence(text, language) for text in texts) if each is not None)
    return [Piece(key, says)] if says else []
