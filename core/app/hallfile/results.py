"""The section ``[results]``: how long what nobody collects stays on the screens."""

from __future__ import annotations

from core.app.hallfile.table import Table
from core.domain.result import KEEP_DAYS, KEEP_MOST


def read_result_days(file: Table) -> int:
    """Return for how many business days a result is kept."""
    table = file.inner("results")
    if table is None:
        return KEEP_DAYS
    days = table.count("keep_days", KEEP_DAYS, least=1, most=KEEP_MOST)
    table.finish()
    return days
