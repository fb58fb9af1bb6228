"""Values as TOML writes them, every table on one line.

Source: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

_LARGEST = 2**53


def inline(value: Any) -> str:
    """Return a value as TOML: words, numbers, dates, times of day as text, lists and tables.

    >>> inline({"days": (1, 2), "opens": time(9)})
    '{ days = [1, 2], opens = "09:00" }'
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _LARGEST else repr(value)
        case str():
            return _quoted(value)
        case date():
            return value.isoformat()
        case time():
            return f'"{value:%H:%M}"'
        case Mapping():
            return f"{{ {', '.join(f'{key} = {inline(each)}' for key, each in value.items())} }}"
        case tuple() | list():
            return f"[{', '.join(map(inline, value))}]"
    raise TypeError(f"no TOML for {type(value).__name__}")


def pairs(values: Mapping[str, Any]) -> list[str]:
    """Return one line for each key."""
    return [f"{key} = {inline(value)}" for key, value in values.items()]


def table(name: str, values: Mapping[str, Any]) -> list[str]:
    """Return the lines of ``[name]``."""
    return [f"[{name}]", *pairs(values), ""]


def entries(
    name: str, rows: Iterable[Mapping[str, Any]], shared: Mapping[str, Any] | None = None
) -> list[str]:
    """Return the lines of ``[[name]]`` whose ``list`` has one entry a line, with the keys they share."""
    listed = [f"  {inline(row)}," for row in rows]
    return [f"[[{name}]]", *pairs(shared or {}), "list = [", *listed, "]", ""]


def _quoted(text: str) -> str:
    # JSON escapes what TOML escapes, and in the same way, but for DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
