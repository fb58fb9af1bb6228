"""The demo's hall file: nobody walks to a window there, and its kiosk gives numbers at any hour."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.app.hallfile import export
from core.domain.hall import Hall
from core.domain.kiosk import HomeList, Mode
from core.domain.rules import Rules


def hurried(hall: Hall) -> Hall:
    """Return the hall without the seconds that its rules put between calls, its kiosk at the zones."""
    at_zones = replace(hall.kiosk_rules, mode=Mode.TICKET, times=(), home=HomeList.ZONES)
    queues = (replace(each, rules=_hurried(each.rules)) if each.rules else each for each in hall.queues)
    return replace(hall, rules=_hurried(hall.rules), queues=tuple(queues), kiosk_rules=at_zones)


def _hurried(rules: Rules) -> Rules:
    return replace(rules, recall_gap_s=0, pass_after_s=0, call_gap_s=0)


def write_hurried(hall: Hall, folder: Path) -> tuple[Hall, Path]:
    """Write the hall file that the demo plays on, and return what it describes and where it lies."""
    changed = hurried(hall)
    file = folder / "hall.toml"
    note = "The hall of the demo: as its file says, but without the seconds between calls, its kiosk open."
    file.write_text(export(changed, note=note), encoding="utf-8")
    return changed, file
