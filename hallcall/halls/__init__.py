"""The five real halls that come with the program, and how to find one by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


class NoSuchHall(LookupError):
    """Neither a shipped hall nor a file has that name."""


def shipped() -> dict[str, Path]:
    """Return the hall files that come with the program, by name."""
    folder = Path(str(files(__name__)))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def resolve(name_or_file: str) -> Path:
    """Return the hall file of a shipped hall's name or of a path.

    Raises:
        NoSuchHall: There is neither; the message lists the shipped halls.
    """
    path = Path(name_or_file)
    if path.is_file():
        return path
    halls = shipped()
    if name_or_file in halls:
        return halls[name_or_file]
    names = ", ".join(halls)
    raise NoSuchHall(f"no hall file {name_or_file!r}, nor a shipped hall of that name ({names})")
