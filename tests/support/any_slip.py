"""Any layout a hall may give its slips, and a small picture for a logo."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from core.domain.slip_layout import (
    LARGEST_MM,
    LEAST_MODULE_MM,
    MOST_MODULE_MM,
    REPEATED,
    SMALLEST_MM,
    Align,
    Part,
    PartKind,
    Shown,
    SlipLayout,
)

_NO_LETTERS = {PartKind.NUMBER, PartKind.LOGO, PartKind.BAR, PartKind.SPACE}
_UNMOVED = {PartKind.NUMBER, PartKind.BAR, PartKind.SPACE, PartKind.MARK}
_PLAIN = st.characters(exclude_categories=["Cs"])


def png(width: int = 16, height: int = 8, extra: bytes = b"") -> bytes:
    """Return a PNG of one bit a dot, all black."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x00" * ((width + 7) // 8)) * height
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + (chunk(b"tEXt", extra) if extra else b"")
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def base64(picture: bytes) -> str:
    """Return a picture as a hall file holds it."""
    return b64encode(picture).decode()


def _size(least: float, most: float) -> st.SearchStrategy[float]:
    return st.just(0.0) | st.floats(least, most).map(lambda size: min(most, max(least, round(size, 2))))


@st.composite
def _part(draw: Any, kind: PartKind, words: st.SearchStrategy[dict[str, str]]) -> Part:
    part = Part(kind)
    if kind not in _NO_LETTERS:
        part = replace(
            part, size_mm=draw(_size(SMALLEST_MM, LARGEST_MM)), languages=draw(st.sampled_from(Shown))
        )
        if kind is not PartKind.MARK:
            part = replace(part, bold=draw(st.none() | st.booleans()))
    if kind not in _UNMOVED:
        part = replace(part, align=draw(st.sampled_from(Align)))
    match kind:
        case PartKind.TEXT:
            part = replace(part, text=draw(words))
        case PartKind.QR:
            part = replace(part, module_mm=draw(_size(LEAST_MODULE_MM, MOST_MODULE_MM)))
        case PartKind.SPACE:
            part = replace(part, height_mm=draw(st.integers(0, 30).map(float)))
    return part


@st.composite
def layouts(draw: Any, languages: Sequence[str], text: st.SearchStrategy[str] | None = None) -> SlipLayout:
    """Make a layout for a hall that speaks these languages."""
    said = st.text(_PLAIN, min_size=1, max_size=9).filter(str.strip) if text is None else text
    words = st.fixed_dictionaries(dict.fromkeys(languages, said))
    logo = draw(st.sampled_from(["", base64(png()), base64(png(400, 120))]))
    once = [kind for kind in PartKind if kind not in REPEATED | {PartKind.NUMBER, PartKind.LOGO}]
    kinds = draw(st.lists(st.sampled_from(once), unique=True))
    kinds += draw(st.lists(st.sampled_from(sorted(REPEATED)), max_size=5))
    kinds += [PartKind.NUMBER, *([PartKind.LOGO] if logo else [])]
    order = draw(st.permutations(kinds))
    return SlipLayout(tuple(draw(_part(kind, words)) for kind in order), logo)
