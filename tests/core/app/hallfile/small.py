"""A small, good hall file, and how to break it."""

from pathlib import Path

TEXT = Path(__file__).with_name("small.toml").read_text(encoding="utf-8")
MORE = (
    TEXT.replace("windows = 3", "windows = 4")
    + "\n"
    + Path(__file__).with_name("more.toml").read_text(encoding="utf-8")
)
"""The same hall with every rule a hall file can state."""


def broken(old: str, new: str, text: str = TEXT) -> str:
    """Return the hall file with ``old``, which stands there once, replaced."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the small hall file"
    return text.replace(old, new)


def line_of(part: str, text: str) -> int:
    """Return the first line of ``text`` in which ``part`` stands."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if part in line)
