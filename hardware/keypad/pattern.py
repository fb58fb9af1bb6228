"""Patterns: what a vendor's device says, and where in it address and number stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

CAPTURED = ("address", "number")
"""What a pattern may take out of a frame: who says it, and a rating's level or a digit."""

_BYTE = re.compile(r"(?P<hex>[0-9A-Fa-f]{2})|(?P<any>\?\?)|\{(?P<name>[a-z]+)\}|(?P<wrong>\S+?(?=\s|$))")


class Pattern:
    """Says whether a frame fits, and what it carries.

    Attributes:
        names: Of what it takes out.
        length: Bytes of a frame that fits; ``None`` for lines of text.
    """

    def __init__(self, fits: re.Pattern[bytes], *, length: int | None) -> None:
        self._fits = fits
        self.names = frozenset(fits.groupindex)
        self.length = length

    def read(self, frame: bytes) -> Mapping[str, int] | None:
        """Return what the frame carries, ``None`` where it does not fit."""
        found = self._fits.fullmatch(frame)
        if found is None:
            return None
        taken = {name: value for name, value in found.groupdict().items() if value is not None}
        if self.length is not None:
            return {name: value[0] for name, value in taken.items()}
        if not all(value.isdigit() for value in taken.values()):
            return None
        return {name: int(value) for name, value in taken.items()}


def text_pattern(written: str, encoding: str) -> Pattern:
    r"""Read a regular expression for a whole line, with groups like ``(?P<address>\d+)``.

    Raises:
        ValueError: It is none, or has a group of another name.
    """
    try:
        fits = re.compile(written.encode(encoding))
    except (re.error, UnicodeEncodeError) as error:
        raise ValueError(f"no regular expression: {error}") from error
    _only_known(set(fits.groupindex))
    return Pattern(fits, length=None)


def binary_pattern(written: str) -> Pattern:
    """Read a frame in hex, with ``??`` for any byte and ``{address}``, ``{number}`` for one taken out.

    Raises:
        ValueError: Something else stands in it.
    """
    fits, names, length = b"", [], 0
    for byte in _BYTE.finditer(written):
        if byte["wrong"]:
            raise ValueError(f"hex, ?? or {{address}}, {{number}}, not {byte['wrong']!r}")
        if byte["name"]:
            names.append(byte["name"])
            fits += b"(?P<" + byte["name"].encode("ascii") + b">.)"
        else:
            fits += re.escape(bytes.fromhex(byte["hex"])) if byte["hex"] else b"."
        length += 1
    _only_known(set(names))
    if len(set(names)) < len(names):
        raise ValueError("a name stands twice")
    if not length:
        raise ValueError("it is empty")
    return Pattern(re.compile(fits, re.DOTALL), length=length)


def _only_known(names: set[str]) -> None:
    if unknown := sorted(names - set(CAPTURED)):
        raise ValueError(f"{', '.join(unknown)} is unknown; known are {', '.join(CAPTURED)}")
