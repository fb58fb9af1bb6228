"""What the loudspeakers say, when and how loud: the hall's data, and what must hold of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from core.domain.text import Text

READ = ("zh", "bo", "en", "ug")
"""The languages that there are reading rules for (``hardware/voice/rules``, held equal by a test)."""
LOUDEST = 100
"""Percent."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Wording(StrEnum):
    """Which sentence is said; the values are the words of the hall file."""

    CALL = "call"
    """A ticket is called."""
    RECALL = "recall"
    """It is called once more."""
    BACK = "back"
    """A suspended ticket comes back to its window."""
    PAUSED = "paused"
    """A window is paused."""
    CLOSING = "closing"
    """The hall or a zone of it closes."""


MAY_NAME: Mapping[Wording, tuple[str, ...]] = {
    Wording.CALL: ("number", "window", "zone", "service"),
    Wording.RECALL: ("number", "window", "zone", "service"),
    Wording.BACK: ("number", "window", "zone", "service"),
    Wording.PAUSED: ("window", "zone"),
    Wording.CLOSING: ("zone",),
}
"""What can be put into each sentence."""

MUST_NAME: Mapping[Wording, tuple[str, ...]] = {
    Wording.CALL: ("number", "window"),
    Wording.RECALL: ("number", "window"),
    Wording.BACK: ("number", "window"),
    Wording.PAUSED: ("window",),
    Wording.CLOSING: (),
}
"""Without which a sentence helps nobody."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What the loudspeakers say.

    Attributes:
        languages: In which order a call is spoken.
        call: The sentence of a call in each language, with ``{number}``, ``{window}``, ``{zone}`` and
            ``{service}``; a language that is not there is called in its usual words.
        chime: A gong before each announcement.
        wordings: The hall's other sentences. Without one of a recall the usual one is said; back, paused and
            closing are then said only where somebody asks for them, in the usual words.
        repeats: How often each announcement is said in all its languages, 1 and up.
        gap_ms: Silence between two languages, and before it is said again.
        quiet: From when until when nothing is said, in the hall's own time; it may cross midnight.
        volumes: From when it is how loud, in percent; it lasts until the next one, also over midnight.
    """

    languages: tuple[str, ...]
    call: Text = field(default_factory=dict)
    chime: bool = True
    wordings: Mapping[Wording, Text] = field(default_factory=dict)
    repeats: int = 1
    gap_ms: int = 300
    quiet: tuple[tuple[time, time], ...] = ()
    volumes: tuple[tuple[time, int], ...] = ()

    def words(self, wording: Wording, language: str) -> str:
        """Return the hall's own sentence, ``""`` where the usual one is said."""
        said = self.call if wording is Wording.CALL else self.wordings.get(wording, {})
        return said.get(language, "").strip()

    def is_quiet(self, at: time) -> bool:
        """Return whether nothing is said at that time of the hall's day."""
        return any(
            begins <= at < ends if begins < ends else at >= begins or at < ends for begins, ends in self.quiet
        )

    def volume(self, at: time) -> int:
        """Return how loud it is at that time of the hall's day, in percent."""
        if not self.volumes:
            return LOUDEST
        begun = [each for each in self.volumes if each[0] <= at]
        return max(begun or self.volumes)[1]


@dataclass(frozen=True, slots=True)
class SentenceMistake:
    """What is wrong with a sentence.

    Attributes:
        key: ``"braces"``, ``"unknown"`` or ``"missing"``.
        found: The placeholder, empty for braces.
    """

    key: str
    found: str = ""


def sentence_mistakes(wording: Wording, sentence: str) -> Iterator[SentenceMistake]:
    """Tell what is wrong with a sentence of the hall: what is put in is put in as it is, without formats."""
    if set("{}") & set(PLACEHOLDER.sub("", sentence)):
        yield SentenceMistake("braces")
        return
    found = dict.fromkeys(PLACEHOLDER.findall(sentence))
    yield from (SentenceMistake("unknown", each) for each in found if each not in MAY_NAME[wording])
    yield from (SentenceMistake("missing", each) for each in MUST_NAME[wording] if each not in found)
