"""The sentences of an announcement: how a number and a window are read in each language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from core.domain.hall import Hall, Voice

APART = "\u200b"
"""Zero-width space: keeps two words apart without a pause.

eSpeak NG 1.52 joins 一 and 号 to "yí hào" and reads "A" before "B" as the article; with it between them
they are "yī hào" and the letter's name, and the sentence stays as long (measured, docs/voice.md).
"""

DIGITS_ZH = "零一二三四五六七八九"
DIGITS_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS_EN = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a sentence that a pack may hold as a clip.

    Attributes:
        key: Stable and ASCII: ``digit.1``, ``letter.A``, ``number.20``, ``call.0`` (the first fixed piece
            of the wording "call").
        text: What a synthesizer says for it; what the speaker reads.
        pause_ms: Silence after it.
        say: How it is said, for who records it.
        mark: How sure we are of text and reading.
    """

    key: str
    text: str
    pause_ms: int = 0
    say: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one language."""

    language: str
    text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """An announcement in words.

    Attributes:
        sentences: In the order they are said.
        unspoken: The hall's languages that nobody can speak now, for the screens to show instead.
    """

    sentences: tuple[Sentence, ...]
    unspoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a language reads numbers.

    Attributes:
        ticket: Reads ``"A001"`` letter by letter and digit by digit.
        window: Reads a window's number as a number.
        again: Said before the sentence when a ticket is called once more.
    """

    ticket: Callable[[str], str]
    window: Callable[[int], str]
    again: str


def phrase(voice: Voice, number: str, window: int, spoken: Collection[str], *, repeat: int = 0) -> Phrase:
    """Return what is said when ``number`` is called to ``window``.

    Args:
        spoken: The languages that can be spoken now. What cannot is never guessed at in another voice.
        repeat: How often the ticket was called before.
    """
    sentences = []
    unspoken = []
    for language in voice.languages:
        reading, words = READINGS.get(language), voice.call.get(language, "").strip()
        if language not in spoken or reading is None or not words:
            unspoken.append(language)
            continue
        said = words.replace("{number}", reading.ticket(number)).replace("{window}", reading.window(window))
        sentences.append(Sentence(language, reading.again + said if repeat else said))
    return Phrase(tuple(sentences), tuple(unspoken))


def ticket_zh(number: str) -> str:
    """Return a ticket's number as read in Chinese: 1 is always 一, letters stay letters."""
    return "".join(
        (DIGITS_ZH[int(sign)] if sign.isdecimal() else sign.upper()) + APART
        for sign in number
        if sign.isalnum()
    )


def window_zh(number: int) -> str:
    """Return a window's number in Chinese words, 0 to 9999: 2 is 二 (二号), never 两."""
    return number_zh(number) + APART


def number_zh(number: int) -> str:
    """Return a number from 0 to 9999 in Chinese words."""
    if number < 10:
        return DIGITS_ZH[number]
    if number < 20:
        return "十" + (DIGITS_ZH[number - 10] if number > 10 else "")
    unit, sign = next((u, s) for u, s in ((1000, "千"), (100, "百"), (10, "十")) if number >= u)
    rest = number % unit
    words = DIGITS_ZH[number // unit] + sign
    if not rest:
        return words
    # A place left out is said as one 零, and after a place 十 is said 一十.
    gap = "零" if rest * 10 < unit else ""
    return words + gap + ("一" if 10 <= rest < 20 else "") + number_zh(rest)


def ticket_en(number: str) -> str:
    """Return a ticket's number as read in English; the hyphen keeps "A" from being read as the article."""
    signs = [sign for sign in number if sign.isalnum()]
    letters = "".join(f"{sign.upper()}-" for sign in signs if not sign.isdecimal())
    return letters + " ".join(DIGITS_EN[int(sign)] for sign in signs if sign.isdecimal())


def number_en(number: int) -> str:
    """Return a number from 0 to 9999 in English words."""
    if number < 10:
        return DIGITS_EN[number]
    if number < 20:
        return TEENS_EN[number - 10]
    if number < 100:
        return TENS_EN[number // 10] + (f"-{DIGITS_EN[number % 10]}" if number % 10 else "")
    unit, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    words, rest = f"{number_en(number // unit)} {word}", number % unit
    if not rest:
        return words
    return f"{words} and {number_en(rest)}" if rest < 100 else f"{words} {number_en(rest)}"


READINGS: Mapping[str, Reading] = {
    "zh": Reading(ticket_zh, window_zh, "请再次注意，"),
    "en": Reading(ticket_en, number_en, "Calling again: "),
}


def clip_list(language: str, voice: Voice, hall: Hall | None) -> tuple[Part, ...]:
    """Return every clip that some call may need (:func:`hardware.voice.clips.clip_list`)."""
    from hardware.voice import clips

    return clips.clip_list(language, voice, hall)
