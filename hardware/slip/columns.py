"""Text in the columns of a printer's own font: what it can print, how wide it is, where it is broken."""

from __future__ import annotations

import re

_PLAIN = str.maketrans({"–": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
"""What is in a printer's font only two columns wide, or not at all, and looks the same otherwise."""

_WORDS = re.compile(r"[!-~]+|[^!-~]")
_NOT_FIRST = frozenset("，。、；：？！）》」』】”’…·,.;:?!)%")
"""What does not begin a line."""


def plain(text: str) -> str:
    """Return a text as it is sent: one line, with the dashes and spaces that every font has."""
    return " ".join(text.translate(_PLAIN).split())


def encoded(text: str) -> bytes | None:
    """Return a text as a GBK font's bytes, ``None`` where one of its characters is not in such a font.

    Python's GB18030 would encode every character, the rare ones with four bytes; of those a printer with a
    GBK font makes two wrong characters.
    """
    try:
        data = text.encode("gbk")
    except UnicodeEncodeError:
        return None
    return None if any(not character >= " " for character in text) or "\x7f" in text else data


def columns(text: str) -> int:
    """Return how many columns a text takes: one an ASCII character, two any other."""
    return sum(1 if character < "\x80" else 2 for character in text)


def wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines of at most ``room`` columns, between words and Chinese characters.

    A word that is longer than a line is broken anywhere; no line begins with a comma or a full stop, unless
    there is room for nothing else.
    """
    lines = [""]
    for part in _parts(text, room):
        if columns(lines[-1] + part) <= room:
            lines[-1] += part
        elif part != " ":
            lines += _next_lines(lines.pop(), part, room)
    return [line for line in (each.strip() for each in lines) if line]


def _next_lines(line: str, part: str, room: int) -> list[str]:
    """Return the line that is full and the next one, which takes its last character along with a comma."""
    last = line[-1:]
    if part[0] in _NOT_FIRST and last.strip() and columns(last + part) <= room and len(line) > 1:
        return [line[:-1], last + part]
    return [line, part]


def _parts(text: str, room: int) -> list[str]:
    parts = []
    for word in _WORDS.findall(text):
        parts += [word[at : at + room] for at in range(0, len(word), room)]
    return parts
