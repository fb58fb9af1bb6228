"""The section ``[slip]`` as a hall file writes it."""

from __future__ import annotations

from dataclasses import fields
from textwrap import wrap
from typing import Any

from core.app.hallfile.toml_text import inline
from core.domain.slip_layout import USUAL_SLIP, Part, PartKind, SlipLayout

_LOGO_LINE = 100


def slip_lines(slip: SlipLayout) -> list[str]:
    """Return the lines of the section, a part a line."""
    lines = ["[slip]"]
    if slip.logo:
        lines += logo_lines(slip.logo)
    if slip.parts != USUAL_SLIP.parts:
        lines += ["parts = [", *(f"  {inline(_part(part))}," for part in slip.parts), "]"]
    return lines


def logo_lines(logo: str) -> list[str]:
    """Return the lines of a logo, given in Base64."""
    return ['logo = """', *wrap(logo, _LOGO_LINE), '"""']


def _part(part: Part) -> dict[str, Any]:
    usual = Part(part.kind)
    values = {
        each.name: getattr(part, each.name)
        for each in fields(Part)
        if each.name != "kind" and getattr(part, each.name) != getattr(usual, each.name)
    }
    if part.kind is PartKind.SPACE:
        values["height_mm"] = part.height_mm
    return {"part": part.kind, **values}
