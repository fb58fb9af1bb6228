"""What master and pad say to each other: the body of a frame.

Source: docs/protocols.md, section 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_TEXT = 16
_TEXT = re.compile(r"[ -)+-;=?-~]*")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a pad is to show.

    Attributes:
        text: The number on its display, printable ASCII without ``< > *``, at most 16 characters.
        lamps: The lamps that are lit, bit 0 the first.
        blinking: Which of the eight blink.
    """

    text: str = ""
    lamps: int = 0
    blinking: int = 0

    def __post_init__(self) -> None:
        if len(self.text) > MOST_TEXT or not _TEXT.fullmatch(self.text):
            raise ValueError(
                f"a pad shows up to {MOST_TEXT} characters of ASCII without < > *, not {self.text!r}"
            )
        if not (0 <= self.lamps <= 0xFF and 0 <= self.blinking <= 0xFF):
            raise ValueError(f"a pad has eight lamps, not {self.lamps:#x}, {self.blinking:#x}")


@dataclass(frozen=True, slots=True)
class Greet:
    """Master: begin a session; keys from before it are forgotten. The same token again changes nothing."""

    token: int


@dataclass(frozen=True, slots=True)
class Poll:
    """Master: what is new? ``taken`` is the number of the last key it has, 0: none yet."""

    taken: int


@dataclass(frozen=True, slots=True)
class Show:
    """Master: show this; ``number`` comes back in the answer."""

    number: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Greeted:
    """Pad: the session has begun; ``about`` is what it says of itself."""

    token: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class NotGreeted:
    """Pad: I have no session, I was switched on or left alone."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Pad: nothing new."""


@dataclass(frozen=True, slots=True)
class Key:
    """Pad: a key was pressed; said again until its number (1 to 255, then 1 again) comes back in a poll."""

    number: int
    key: int


@dataclass(frozen=True, slots=True)
class Showing:
    """Pad: it is shown."""

    number: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Pad: I cannot do that; ``reason`` 1: unknown message, 2: wrong content."""

    reason: int


Question = Greet | Poll | Show
Answer = Greeted | NotGreeted | Nothing | Key | Showing | Refused

_QUESTION = re.compile(
    r"H(?P<token>[0-9A-F]{4})|P(?P<taken>[0-9A-F]{2})"
    r"|D(?P<number>[0-9A-F]{2})(?P<lamps>[0-9A-F]{2})(?P<blinking>[0-9A-F]{2})(?P<text>.{0,16})"
)
_ANSWER = re.compile(
    r"H(?P<token>[0-9A-F]{4})(?P<about>.{0,16})|(?P<not_greeted>N)|(?P<nothing>E)"
    r"|K(?P<number>[0-9A-F]{2})(?P<key>[0-9A-F]{2})|O(?P<showing>[0-9A-F]{2})|X(?P<reason>[0-9])"
)


def question_body(question: Question) -> str:
    """Return what the master says."""
    match question:
        case Greet(token):
            return f"H{token:04X}"
        case Poll(taken):
            return f"P{taken:02X}"
        case Show(number, shown):
            return f"D{number:02X}{shown.lamps:02X}{shown.blinking:02X}{shown.text}"


def answer_body(answer: Answer) -> str:
    """Return what a pad says."""
    match answer:
        case Greeted(token, about):
            return f"H{token:04X}{about}"
        case NotGreeted():
            return "N"
        case Nothing():
            return "E"
        case Key(number, key):
            return f"K{number:02X}{key:02X}"
        case Showing(number):
            return f"O{number:02X}"
        case Refused(reason):
            return f"X{reason}"


def question(body: str) -> Question | None:
    """Read what the master said, ``None`` where it is nothing known."""
    found = _QUESTION.fullmatch(body)
    if found is None:
        return None
    if found["token"]:
        return Greet(int(found["token"], 16))
    if found["taken"]:
        return Poll(int(found["taken"], 16))
    shown = Shown(found["text"], int(found["lamps"], 16), int(found["blinking"], 16))
    return Show(int(found["number"], 16), shown)


def answer(body: str) -> Answer | None:
    """Read what a pad said, ``None`` where it is nothing known."""
    found = _ANSWER.fullmatch(body)
    if found is None:
        return None
    if found["token"]:
        return Greeted(int(found["token"], 16), found["about"])
    if found["key"]:
        return Key(int(found["number"], 16), int(found["key"], 16))
    if found["showing"]:
        return Showing(int(found["showing"], 16))
    if found["reason"]:
        return Refused(int(found["reason"]))
    return NotGreeted() if found["not_greeted"] else Nothing()
