"""The section ``[[notices]]``: what is told for some days."""

from __future__ import annotations

from core.app.hallfile.placed import Languages
from core.app.hallfile.table import Table
from core.domain.notice import Notice


def read_notice(table: Table, languages: Languages) -> Notice | None:
    """Return the notice of one entry, ``None`` if its dates are wrong."""
    text = table.words("text", languages)
    first, last = table.day("from", required=False), table.day("to", required=False)
    if first is not None and last is not None and last < first:
        table.mistake("to", "hall.ends_first", first=first.isoformat(), last=last.isoformat())
        return None
    return Notice(text, first, last)
