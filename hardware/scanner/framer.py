"""A serial scanner's stream cut into codes. No line, no thread, no clock."""

from __future__ import annotations

import unicodedata
from enum import Enum

_CR, _LF = 0x0D, 0x0A
_ENCODINGS = ("utf-8", "gb18030")

MOST_BYTES = 1024
"""Bytes of one code: a QR code of version 40 holds more, none that a hall reads does."""


class Ending(Enum):
    """What tells that a code is over.

    ``LINE``: CR, LF or CRLF; what silence cuts off is half a code and thrown away. ``SILENCE``: nothing but a
    pause; CR and LF are part of the code. ``AUTO``: either, until the first CR or LF has come; from
    then on ``LINE``.
    """

    LINE = "line"
    SILENCE = "silence"
    AUTO = "auto"


class CodeFramer:
    """Takes bytes in pieces of any size and returns whole codes.

    A code that is too long or in no known encoding is thrown away whole: a part of it might be somebody
    else's number.

    Attributes:
        thrown_away: Codes so far that were too long, unreadable or cut off.
    """

    def __init__(self, ending: Ending = Ending.AUTO, *, most: int = MOST_BYTES) -> None:
        self._silence_ends = ending is not Ending.LINE
        self._lines_end = ending is not Ending.SILENCE
        self._auto = ending is Ending.AUTO
        self._most = most
        self._code = bytearray()
        self._too_long = False
        self.thrown_away = 0

    @property
    def waiting(self) -> bool:
        """Whether a code has begun and not ended."""
        return bool(self._code) or self._too_long

    def feed(self, data: bytes) -> list[str]:
        """Return the codes that end in ``data``."""
        codes = []
        for byte in data:
            if self._lines_end and byte in (_CR, _LF):
                codes += self._ended()
                self._silence_ends = self._silence_ends and not self._auto
            elif len(self._code) < self._most:
                self._code.append(byte)
            else:
                self._too_long = True
        return codes

    def silence(self) -> list[str]:
        """Say that nothing has come for a while; return the code that this ends."""
        if self._silence_ends:
            return self._ended()
        self.thrown_away += self.waiting
        self._begin()
        return []

    def _ended(self) -> list[str]:
        code = None if self._too_long else decoded(bytes(self._code))
        self.thrown_away += code is None
        self._begin()
        return [code] if code else []

    def _begin(self) -> None:
        self._code.clear()
        self._too_long = False


def decoded(code: bytes) -> str | None:
    """Return a code as text without its control characters, ``None`` if it is in no known encoding.

    UTF-8 first: text in GB18030 is hardly ever valid UTF-8, the reverse is common.
    """
    for encoding in _ENCODINGS:
        try:
            text = code.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "".join(letter for letter in text if unicodedata.category(letter) != "Cc")
    return None
