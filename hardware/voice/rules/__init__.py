"""What a recorded voice of a language consists of, as data: one TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def recordable() -> tuple[str, ...]:
    """Return the languages that have rules."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def rules(language: str) -> dict[str, Any]:
    """Return a language's rules.

    Raises:
        KeyError: It has none.
    """
    if language not in recordable():
        raise KeyError(language)
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
