"""The section ``[caller]``: which acts have a button on the clerks' consoles."""

from __future__ import annotations

from core.app.hallfile.findings import nearest
from core.app.hallfile.table import Table
from core.domain.console import ConsoleAct, ConsoleRules

WORDS = tuple(each.value for each in ConsoleAct)


def read_console(file: Table) -> ConsoleRules:
    """Return how the hall's consoles are."""
    table = file.inner("caller")
    if table is None:
        return ConsoleRules()
    acts = read_acts(table)
    table.finish()
    return ConsoleRules(acts)


def read_acts(table: Table) -> tuple[ConsoleAct, ...] | None:
    """Return the ``acts`` of a table, ``None`` where it has none."""
    if table.holds_nothing("acts"):
        return ()
    found = table.texts("acts", "a list of acts: " + ", ".join(WORDS), required=False)
    for place, word in enumerate(found):
        if word not in WORDS:
            near = nearest(word, WORDS)
            # All of them, however many: nobody knows them by heart.
            near["hint"] += f"; known: {', '.join(WORDS)}"
            table.mistake_inside("acts", (place,), "hall.not_a_choice", found=word, **near)
    read = tuple(dict.fromkeys(ConsoleAct(word) for word in found if word in WORDS))
    return read if table.has("acts") else None
