r"""What stands on a sign, as a controller's text: GB2312 with escapes that are letters, ``\C2`` or ``\n``.

Source: Onbon, BX-5K/6K protocol, user version 1.4, section 11.1; https://doc.onbonbx.com/zh/k/potocol
"""

from __future__ import annotations

from enum import Enum, IntEnum

MOST_TEXT_BYTES = 400
"""A BX-5K's area holds 512 bytes with everything that belongs to it."""


class Colour(IntEnum):
    """The colours a controller knows; a sign of one colour shows each as its own."""

    RED = 1
    GREEN = 2
    YELLOW = 3
    BLUE = 4
    CYAN = 5
    MAGENTA = 6
    WHITE = 7


class Font(Enum):
    """The three sizes every font card has: height in dots, number of the files ``O..`` and ``E..``."""

    DOTS_16 = (16, "000")
    DOTS_24 = (24, "001")
    DOTS_32 = (32, "002")

    @property
    def height(self) -> int:
        """Dots; a Chinese character is as wide, a Latin one half."""
        return self.value[0]

    @property
    def escapes(self) -> bytes:
        """What chooses it, for Chinese and for Latin characters."""
        return f"\\FO{self.value[1]}\\FE{self.value[1]}".encode()


FONTS = {font.height: font for font in Font}


def encode_text(text: str, font: Font, colour: Colour) -> bytes:
    r"""Return a text as a controller takes it; line ends are line ends.

    A backslash of the hall's own becomes the full-width one (＼), so that no text can choose a font, a
    picture or the time; GB2312 has no character with a backslash's byte inside, as GBK has. What GB2312 does
    not know becomes ``?``, other control characters a blank. What is longer than
    :data:`MOST_TEXT_BYTES` is cut between two characters.
    """
    head = font.escapes + f"\\C{colour.value}".encode()
    out = bytearray()
    for character in _plain(text):
        piece = b"\\n" if character == "\n" else character.encode("gb2312", "replace")
        if len(head) + len(out) + len(piece) > MOST_TEXT_BYTES:
            break
        out += piece
    return head + bytes(out)


def unknown_characters(text: str) -> str:
    """Return the characters of a text that a sign shows as ``?``, each once; ``""``: it can show all."""
    seen = dict.fromkeys(_plain(text))
    return "".join(each for each in seen if each != "?" and each.encode("gb2312", "replace") == b"?")


def widest_line(text: str, font: Font) -> int:
    """Return how many dots the widest line of a text takes."""
    return max(_width(line, font) for line in _plain(text).split("\n"))


def _width(line: str, font: Font) -> int:
    return len(line.encode("gb2312", "replace")) * font.height // 2


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "＼")
    return "".join(each if each == "\n" or each.isprintable() else " " for each in lines)
