"""The section ``[slip]``: how the hall wants its slips, checked against what no slip may break."""

from __future__ import annotations

import zlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Sequence

from core.app.hallfile.placed import Languages
from core.app.hallfile.table import Table
from core.domain.slip_layout import (
    LARGEST_MM,
    LEAST_MODULE_MM,
    MOST_LETTERS,
    MOST_LOGO_BYTES,
    MOST_LOGO_DOTS,
    MOST_MODULE_MM,
    MOST_PARTS,
    MOST_SPACE_MM,
    REPEATED,
    SMALLEST_MM,
    USUAL_SLIP,
    Align,
    Part,
    PartKind,
    Shown,
    SlipLayout,
    holds_id_number,
)
from core.domain.text import Text

_KINDS = [kind.value for kind in PartKind]
_PNG = b"\x89PNG\r\n\x1a\n"
_UNSET = frozenset({PartKind.NUMBER, PartKind.LOGO, PartKind.BAR, PartKind.SPACE})
"""Parts without letters of a size to choose; the number is as large as the paper allows."""


def read_slip(file: Table, languages: Languages) -> SlipLayout | None:
    """Return the layout of the hall's slips, ``None`` without the section or with a mistake in it."""
    table = file.inner("slip")
    if table is None:
        return None
    logo = _logo(table)
    parts = _parts(table, languages) if table.has("parts") else USUAL_SLIP.parts
    table.finish()
    kinds = [part.kind for part in parts]
    if PartKind.NUMBER not in kinds:
        table.mistake("parts", "hall.slip_number")
        return None
    if table.has("parts") and bool(logo) != (PartKind.LOGO in kinds):
        table.mistake("parts", "hall.slip_logo_lost" if logo else "hall.slip_no_logo")
    return SlipLayout(parts, logo)


def _parts(table: Table, languages: Languages) -> tuple[Part, ...]:
    entries = table.entries("parts")
    if len(entries) > MOST_PARTS:
        table.mistake(
            "parts", "hall.too_large", found=f"{len(entries)} parts", expected=f"{MOST_PARTS} or less"
        )
    parts: list[Part] = []
    for entry in entries:
        name = entry.choice("part", _KINDS)
        if name in _KINDS:
            part = _part(entry, PartKind(name), languages)
            if part.kind not in REPEATED and any(part.kind is other.kind for other in parts):
                entry.mistake("part", "hall.named_twice", found=name)
            parts.append(part)
            entry.finish()
    return tuple(parts)


def _part(table: Table, kind: PartKind, languages: Languages) -> Part:
    has_letters = kind not in _UNSET
    can_move = kind not in (PartKind.NUMBER, PartKind.BAR, PartKind.SPACE, PartKind.MARK)
    return Part(
        kind,
        size_mm=_letters(table) if has_letters else 0.0,
        bold=_bold(table) if has_letters and kind is not PartKind.MARK else None,
        align=table.one_of("align", Align.CENTRE) if can_move else Align.CENTRE,
        languages=table.one_of("languages", Shown.ALL) if has_letters else Shown.ALL,
        text=_text(table, languages) if kind is PartKind.TEXT else {},
        module_mm=_module(table) if kind is PartKind.QR else 0.0,
        height_mm=_height(table) if kind is PartKind.SPACE else 0.0,
    )


def _letters(table: Table) -> float:
    size = table.number("size_mm", 0.0)
    if table.has("size_mm") and not SMALLEST_MM <= size <= LARGEST_MM:
        key = "hall.slip_small" if size < SMALLEST_MM else "hall.slip_large"
        table.mistake("size_mm", key, found=f"{size:g}", least=f"{SMALLEST_MM:g}", most=f"{LARGEST_MM:g}")
        return 0.0
    return size


def _bold(table: Table) -> bool | None:
    given = table.flag("bold", default=False)
    return given if table.has("bold") else None


def _module(table: Table) -> float:
    size = table.number("module_mm", 0.0)
    if table.has("module_mm") and not LEAST_MODULE_MM <= size <= MOST_MODULE_MM:
        params = {"least": f"{LEAST_MODULE_MM:g}", "most": f"{MOST_MODULE_MM:g}"}
        table.mistake("module_mm", "hall.slip_module", found=f"{size:g}", **params)
        return 0.0
    return size


def _height(table: Table) -> float:
    height = table.number("height_mm", 3.0)
    if height > MOST_SPACE_MM:
        table.mistake(
            "height_mm", "hall.too_large", found=f"{height:g}", expected=f"{MOST_SPACE_MM:g} or less"
        )
        return 0.0
    return height


def _text(table: Table, languages: Languages) -> Text:
    text = table.words("text", languages)
    for language, words in text.items():
        if len(words) > MOST_LETTERS:
            expected = f"{MOST_LETTERS} letters or less"
            table.mistake_inside(
                "text", (language,), "hall.too_large", found=f"{len(words)} letters", expected=expected
            )
        if holds_id_number(words):
            table.mistake_inside("text", (language,), "hall.slip_id_number")
    return text


def _logo(table: Table) -> str:
    """Return the logo's Base64 without the line ends it may be written with."""
    found = "".join(table.text("logo", "a PNG in Base64", default="").split())
    if not found:
        return ""
    try:
        # Longer than any good logo: not even decoded.
        png = b64decode(found, validate=True) if len(found) < 4 * MOST_LOGO_BYTES else b""
    except (NotBase64, ValueError):
        table.mistake("logo", "hall.slip_logo")
        return ""
    if len(png) > MOST_LOGO_BYTES or not png:
        table.mistake("logo", "hall.slip_logo_bytes", most=MOST_LOGO_BYTES // 1024)
        return ""
    size = _size_of(png)
    if size is None:
        table.mistake("logo", "hall.slip_logo")
    elif not all(0 < side <= most for side, most in zip(size, MOST_LOGO_DOTS, strict=True)):
        params = dict(
            zip(("width", "height", "most_width", "most_height"), (*size, *MOST_LOGO_DOTS), strict=True)
        )
        table.mistake("logo", "hall.slip_logo_dots", **params)
    else:
        return found
    return ""


def _size_of(png: bytes) -> Sequence[int] | None:
    """Return width and height of a whole PNG, ``None`` if it is none.

    Source: https://www.w3.org/TR/png-3/#5Chunk-layout
    """
    if not png.startswith(_PNG) or png[12:16] != b"IHDR":
        return None
    at, kinds = len(_PNG), []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, end = png[at + 4 : at + 8], at + 8 + length
        if zlib.crc32(png[at + 4 : end]) != int.from_bytes(png[end : end + 4], "big") or end + 4 > len(png):
            return None
        kinds.append(kind)
        at = end + 4
    if b"IDAT" not in kinds or kinds[-1] != b"IEND":
        return None
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
