"""The sections ``[kiosk]``, ``[[kiosks]]`` and ``[[notices]]`` as a hall file writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from core.app.hallfile.kiosks import BY_HOURS, NEVER
from core.app.hallfile.toml_text import entries, table
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, ModeTime
from core.domain.notice import Notice

Values = dict[str, Any]

# What a file says for nothing, where nothing is another value than leaving it out.
_NOTHING = {"mode": BY_HOURS, "panel_mm": (), "self_test": NEVER}


def kiosk_lines(hall: Hall) -> Iterator[str]:
    """Return the lines of everything that is not as usual."""
    if hall.notices:
        yield from entries("notices", map(_notice, hall.notices))
    if values := _rules(hall.kiosk_rules, KioskRules()):
        yield from table("kiosk", values)
    if hall.kiosks:
        rows = ({"name": each.name, **_rules(each.rules, hall.kiosk_rules)} for each in hall.kiosks)
        yield from entries("kiosks", rows)


def _rules(rules: KioskRules, otherwise: KioskRules) -> Values:
    return {
        each.name: _value(each.name, getattr(rules, each.name))
        for each in fields(KioskRules)
        if getattr(rules, each.name) != getattr(otherwise, each.name)
    }


def _value(name: str, value: Any) -> Any:
    if value is None:
        return _NOTHING[name]
    return [_time(each) for each in value] if name == "times" else value


def _time(row: ModeTime) -> Values:
    midnight = {"past_midnight": True} if row.ends <= row.begins else {}
    return {"days": row.days, "from": row.begins, "to": row.ends, **midnight, "mode": row.mode}


def _notice(notice: Notice) -> Values:
    values: Values = {"text": notice.text}
    if notice.first is not None:
        values["from"] = notice.first
    return values if notice.last is None else {**values, "to": notice.last}
