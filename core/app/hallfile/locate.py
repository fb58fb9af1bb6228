"""In which line of a TOML text a key stands; the standard library's parser does not tell.

Only texts that ``tomllib`` has accepted are scanned, so the scanner checks nothing.
Source: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

Path = tuple[str | int, ...]
"""Keys and list indices from the root, e.g. ``("queues", 2, "name", "zh")``."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*(\.?)""")
_STRING = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'''
    r"""|'''(?:[^']|'{1,2}(?!'))*'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'""",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\]}\n#]+")


class Lines:
    """The line of every key, list entry and table of a valid TOML text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
        self._offsets: dict[Path, int] = {(): 0}
        self._arrays: dict[Path, int] = {}
        self._scan()

    def of(self, path: Path) -> int:
        """Return the line (from 1) of ``path``, or of the nearest table around it that exists."""
        while path not in self._offsets:
            path = path[:-1]
        return bisect_right(self._starts, self._offsets[path])

    def _scan(self) -> None:
        table: Path = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip_blank()

    def _header(self) -> Path:
        start = self._at
        is_array = self._text.startswith("[[", start)
        self._at += 2 if is_array else 1
        *parents, last = self._key()
        self._at += 2 if is_array else 1
        path: Path = ()
        for part in parents:
            path = self._into(path, part)
            self._offsets.setdefault(path, start)
        path = (*path, last)
        if is_array:
            self._offsets.setdefault(path, start)
            index = self._arrays.get(path, 0)
            self._arrays[path] = index + 1
            path = (*path, index)
        self._offsets[path] = start
        return path

    def _into(self, path: Path, part: str) -> Path:
        path = (*path, part)
        return (*path, self._arrays[path] - 1) if path in self._arrays else path

    def _pair(self, table: Path) -> None:
        start = self._at
        path = table
        for part in self._key():
            path = (*path, part)
            self._offsets.setdefault(path, start)
        self._at = self._text.index("=", self._at) + 1
        self._skip_blank()
        self._value(path)

    def _key(self) -> list[str]:
        parts = []
        dot = "."
        while dot and (match := _KEY_PART.match(self._text, self._at)):
            self._at = match.end()
            part, dot = match.groups()
            parts.append(_unquoted(part) if part[0] in "\"'" else part)
        return parts

    def _value(self, path: Path) -> None:
        match self._text[self._at]:
            case "[":
                self._list(path)
            case "{":
                self._inline_table(path)
            case '"' | "'":
                self._pass(_STRING)
            case _:
                self._pass(_PLAIN)

    def _list(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._more("]"):
            self._offsets[(*path, index)] = self._at
            self._value((*path, index))
            index += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._more("}"):
            self._pair(path)

    def _more(self, end: str) -> bool:
        """Step to the next entry and say so; at the end step over the bracket and return ``False``."""
        self._skip_blank()
        if self._text[self._at] == ",":
            self._at += 1
            self._skip_blank()
        if self._text[self._at] == end:
            self._at += 1
            return False
        return True

    def _skip_blank(self) -> None:
        self._pass(_BLANK)

    def _pass(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self._text, self._at):
            self._at = match.end()


def _unquoted(part: str) -> str:
    return str(tomllib.loads(f"key = {part}")["key"])
