"""What the hall's text messages say, and that each fits into one message whatever is put in.

Source: 3GPP TS 23.040, 9.2.3.24.1, and TS 23.038: 70 UTF-16 units in a message of any script but the Latin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter
from typing import Any

from core.domain.text import Text, pick

SINGLE_UNITS = 70
"""UTF-16 units of a message that goes in one part."""
TRACK_SIGNS = 22
"""Signs of a ticket's token for the visitor's own page."""


class MessageKind(StrEnum):
    """What a message tells; the values are the words of the hall file and on the wire."""

    TAKEN = "taken"
    """A number was taken."""
    SOON = "soon"
    """So many are ahead: come back."""
    NOW = "now"
    """Called to a window."""
    PASSED = "passed"
    """Was called and did not come."""
    RATING = "rating"
    """A leg is done and can be rated."""


FIELDS: Mapping[MessageKind, tuple[str, ...]] = {
    MessageKind.TAKEN: ("number", "queue", "ahead", "hall", "link"),
    MessageKind.SOON: ("number", "queue", "ahead", "hall", "link"),
    MessageKind.NOW: ("number", "window", "queue", "zone", "hall", "link"),
    MessageKind.PASSED: ("number", "window", "queue", "hall", "link"),
    MessageKind.RATING: ("number", "window", "queue", "hall", "link"),
}
"""What can be put into the words of each kind."""

USUAL_WORDS: Mapping[MessageKind, Text] = {
    MessageKind.TAKEN: {
        "zh": "您的号码是{number}，前面还有{ahead}人。",
        "bo": "ཁྱེད་ཀྱི་ཨང་རྟགས་ {number} མདུན་ལ་མི་ {ahead} འདུག",
        "en": "Your number is {number}. People ahead: {ahead}.",
    },
    MessageKind.SOON: {
        "zh": "{number}号前面还有{ahead}人，请回到等候区。",
        "bo": "ཨང་རྟགས་ {number} མདུན་ལ་མི་ {ahead} འདུག སྒུག་སར་ཕེབས་རོགས་གནང་།",
        "en": "{number}: {ahead} ahead. Please return to the waiting area.",
    },
    MessageKind.NOW: {
        "zh": "请{number}号，到{window}号窗口办理",
        "bo": "ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།",
        "en": "Number {number}, please go to window {window}.",
    },
    MessageKind.PASSED: {
        "zh": "{number}号已过号，请持号票到导服台。",
        "bo": "ཨང་རྟགས་ {number} ཨང་བརྒལ། སྣེ་ལེན་ཁང་ལ་ཕེབས་རོགས་གནང་།",
        "en": "Number {number} was passed. Please ask at the guide desk.",
    },
    MessageKind.RATING: {
        "zh": "{number}号已在{window}号窗口办完，请扫号票上的二维码评价。",
        "bo": "ཨང་རྟགས་ {number} ལ་གདེང་འཇོག་གནང་རོགས།",
        "en": "{number} is done. Please rate us: scan the code on your slip.",
    },
}
"""What is said where the hall file says nothing; number and window only, so that they fit in every hall."""


@dataclass(frozen=True, slots=True)
class SmsText:
    """Messages of one kind.

    Attributes:
        on: Whether they are sent.
        words: What the hall says instead of the usual words.
    """

    on: bool = True
    words: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SmsTexts:
    """The hall's text messages.

    Attributes:
        languages: In which they are sent, the first one to who reads none of them; empty: those of the hall.
        ahead: "Soon" is said once so many are ahead, or fewer.
        recalls: "Now" is said again with each recall.
        page: Address of the visitor's own page without its token, ``""`` where phones do not reach it.
    """

    languages: tuple[str, ...] = ()
    ahead: int = 3
    recalls: bool = False
    page: str = ""
    taken: SmsText = SmsText(on=False)
    soon: SmsText = SmsText()
    now: SmsText = SmsText()
    passed: SmsText = SmsText()
    rating: SmsText = SmsText()

    def of(self, kind: MessageKind) -> SmsText:
        """Return the messages of a kind."""
        found: SmsText = getattr(self, kind.value)
        return found

    def template(self, kind: MessageKind, language: str) -> str:
        """Return the words of a kind in a language, with their fields."""
        return self.of(kind).words.get(language) or pick(USUAL_WORDS[kind], language, "zh")

    def language(self, wanted: str, halls: tuple[str, ...]) -> str:
        """Return the language in which somebody who reads ``wanted`` is written to.

        Args:
            halls: The languages of the hall.
        """
        known = self.languages or halls
        return wanted if wanted in known else known[0]


@dataclass(frozen=True, slots=True)
class TemplateMistake:
    """What is wrong with words and fields.

    Attributes:
        key: ``"empty"``, ``"braces"``, ``"field"`` or ``"too_long"``.
        params: ``found`` and ``known`` of a field; ``units``, ``most``, ``whole`` of a text too long.
    """

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


def template_mistakes(text: str, longest: Mapping[str, str]) -> Iterator[TemplateMistake]:
    """Tell what is wrong with words.

    Args:
        longest: Field to the longest value it can have; there are no other fields.
    """
    try:
        parsed = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        yield TemplateMistake("braces")
        return
    # No widths and conversions: what is put in is put in as it is.
    written = [
        f"{name}{f'!{how}' if how else ''}{f':{spec}' if spec else ''}" for _, name, spec, how in parsed
    ]
    unknown = [each for each in dict.fromkeys(written) if each not in longest]
    for each in unknown:
        yield TemplateMistake("field", {"found": each, "known": ", ".join(f"{{{name}}}" for name in longest)})
    if unknown:
        return
    if not text.strip():
        yield TemplateMistake("empty")
        return
    whole = text.format(**longest)
    if units(whole) > SINGLE_UNITS:
        yield TemplateMistake("too_long", {"units": units(whole), "most": SINGLE_UNITS, "whole": whole})


def units(text: str) -> int:
    """Return how many UTF-16 units a text takes.

    >>> units("请"), units("𬱖"), units("😀!")
    (1, 2, 3)
    """
    return len(text) + sum(1 for sign in text if ord(sign) > 0xFFFF)
