"""What a TOML value is, in the words of a technician."""

from __future__ import annotations

from datetime import date, time


def is_a(value: object, kind: type | tuple[type, ...]) -> bool:
    """Return whether the value is of that kind; true and false are no numbers here."""
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind)


def describe(value: object) -> str:
    """Return a TOML value as a technician would call it."""
    match value:
        case bool():
            return f"true/false ({str(value).lower()})"
        case int():
            return f"a whole number ({value})"
        case float():
            return f"a number ({value})"
        case str():
            return f'a text ("{value}")'
        case list():
            return "a list [ ... ]"
        case dict():
            return "a table { ... }"
        case time() | date():
            return f"a date or time ({value})"
        case _:
            return type(value).__name__
