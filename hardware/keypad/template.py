"""Templates: what is said to a vendor's device, with places to fill in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hardware.keypad.vendor_frame import Checksum

_PLACE = re.compile(r"\{(?P<name>[a-z]+)(?::(?P<width>[0-9]{1,2}))?\}")
NUMERIC = ("address", "window", "waiting", "digit")
TEXTS = ("number",)
FIELDS = (*NUMERIC, *TEXTS)
"""What a template may have filled in, e.g. ``{window:2}``; ``number`` is a ticket's."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is filled in.

    Attributes:
        width: Digits or characters of a text frame, bytes of a binary one; 0: as many as it takes.
    """

    name: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A frame with places.

    Attributes:
        parts: Bytes as they are, and places.
        binary: Numbers are filled in as bytes, high one first, not as digits.
        encoding: Of texts.
        checksum: What is put behind.
        ending: What comes last.
    """

    parts: tuple[bytes | Place, ...]
    binary: bool
    encoding: str
    checksum: Checksum
    ending: bytes

    def filled(self, values: Mapping[str, int | str]) -> bytes:
        """Return the frame.

        Raises:
            ValueError: A value is missing, too long for its place, or not in the encoding.
        """
        body = b"".join(part if isinstance(part, bytes) else self._fill(part, values) for part in self.parts)
        return body + self.checksum.of(body) + self.ending

    def _fill(self, place: Place, values: Mapping[str, int | str]) -> bytes:
        if place.name not in values:
            raise ValueError(f"nothing to fill in for {{{place.name}}}")
        value = values[place.name]
        filled = self._number(place, value) if isinstance(value, int) else self._text(place, value)
        if place.width and len(filled) > place.width:
            raise ValueError(f"{value!r} is longer than {{{place.name}:{place.width}}}")
        return filled

    def _number(self, place: Place, value: int) -> bytes:
        if value < 0:
            raise ValueError(f"{value} is below zero, for {{{place.name}}}")
        if not self.binary:
            return str(value).rjust(place.width, "0").encode("ascii")
        return value.to_bytes(max(place.width, (value.bit_length() + 7) // 8, 1), "big")

    def _text(self, place: Place, value: str) -> bytes:
        try:
            return value.encode(self.encoding).ljust(place.width, b" ")
        except UnicodeEncodeError:
            raise ValueError(f"{value!r} cannot be written in {self.encoding}") from None


def template(
    written: str, *, binary: bool, encoding: str, checksum: Checksum | None = None, ending: bytes = b""
) -> Template:
    """Read a template: text, or with ``binary`` hex, with places like ``{number:6}``.

    Raises:
        ValueError: An unknown place, a brace that opens none, or what is no hex.
    """
    parts: list[bytes | Place] = []
    at = 0
    for found in _PLACE.finditer(written):
        parts.append(_literal(written[at : found.start()], binary, encoding))
        if found["name"] not in FIELDS:
            raise ValueError(f"{{{found['name']}}} is unknown; known are {', '.join(FIELDS)}")
        parts.append(Place(found["name"], int(found["width"] or 0)))
        at = found.end()
    parts.append(_literal(written[at:], binary, encoding))
    kept = tuple(part for part in parts if part)
    return Template(kept, binary, encoding, checksum or Checksum(), ending)


def _literal(written: str, binary: bool, encoding: str) -> bytes:
    if "{" in written or "}" in written:
        raise ValueError(f"a brace that is no place, in {written!r}; places are like {{number:6}}")
    if binary:
        try:
            return bytes.fromhex(written)
        except ValueError:
            raise ValueError(f"bytes in hex, not {written!r}") from None
    try:
        return written.encode(encoding)
    except UnicodeEncodeError:
        raise ValueError(f"{written!r} cannot be written in {encoding}") from None
