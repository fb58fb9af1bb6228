"""The rules of the hall, and those of a queue that is run otherwise."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Any

from core.app.hallfile.table import Table
from core.domain.rules import Rules

_LEAST = {"restore_after": 1}
"""Rules for which 0 would mean nothing; of the others it is "no limit" or "never"."""


def read_rules(table: Table, otherwise: Rules) -> Rules:
    """Return the rules of a table; what it does not name is as ``otherwise``."""
    read: dict[str, Any] = {
        each.name: _rule(table, each.name, getattr(otherwise, each.name)) for each in fields(Rules)
    }
    return Rules(**read)


def own_rules(table: Table, halls: Rules) -> Rules | None:
    """Return the rules of a queue, ``None`` if it is run as the hall is."""
    inner = table.inner("rules", "rules that differ from the hall's, e.g. { pass_after_s = 30 }")
    if inner is None:
        return None
    rules = read_rules(inner, halls)
    inner.finish()
    return None if rules == halls else rules


def _rule(table: Table, name: str, otherwise: object) -> object:
    match otherwise:
        case bool():
            return table.flag(name, default=otherwise)
        case StrEnum():
            return table.one_of(name, otherwise)
        case int():
            return table.count(name, otherwise, least=_LEAST.get(name, 0))
    raise TypeError(f"no rule is a {type(otherwise).__name__}")
