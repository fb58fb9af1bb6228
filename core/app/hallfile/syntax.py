"""From bytes to TOML: the mistakes that keep a hall file from being read at all."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from core.app.hallfile.messages import MESSAGES
from core.app.hallfile.mistake import HallFileInvalid, Mistake

_PLACE = re.compile(r"^(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", re.DOTALL)
_FULL_WIDTH = "“”‘’＝［］｛｝，＂＇＃"


def decode(content: bytes) -> str:
    """Return the text of a hall file as it is, with the mark that Notepad puts before it.

    Raises:
        HallFileInvalid: It is not UTF-8 (Notepad in China saves GBK when told "ANSI").
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        key = "hall.not_utf8"
        raise HallFileInvalid([Mistake(line, MESSAGES[key], "", key)]) from error


def parse(text: str) -> dict[str, Any]:
    """Return the values of a TOML text.

    Raises:
        HallFileInvalid: It is not TOML; what the rest of the file says cannot be known.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _PLACE.match(str(error))
        reason = match["reason"] if match else str(error)
        lines = text.split("\n")
        line = int(match["line"]) if match and match["line"] else len(text.rstrip().split("\n"))
        params = {"reason": _plain(reason), "hint": _hint(lines[line - 1])}
        message = MESSAGES["hall.syntax"].format(**params)
        raise HallFileInvalid([Mistake(line, message, "", "hall.syntax", params)]) from error


def _plain(reason: str) -> str:
    if reason.startswith("Cannot"):
        return f"this key or table stands in the file twice ({reason})"
    return reason[:1].lower() + reason[1:]


def _hint(line: str) -> str:
    wide = next((character for character in line.partition("#")[0] if character in _FULL_WIDTH), "")
    return f"; the full-width {wide} must be typed on the English keyboard" if wide else ""
