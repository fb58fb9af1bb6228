"""The page of results: what is ready is put on the screens, and leaves them once it is collected; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from caller.acts.finding import number_matches
from caller.acts.words import COLLECTED, MISTAKE, NUMBERS_ONLY, READY_SINCE, SHOW_RESULT, Said, Text
from core.domain.errors import ResultTextRefused
from core.domain.ready_results import ResultView
from core.domain.result import TEXT_MOST, written

AN_ID = "result:"
"""What a draft's target begins with, once a result is chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen on the page.

    Attributes:
        id: Of the row: ``"ready:TEXT"``, ``"listed:ID"``, ``"collected:ID"`` or ``"withdraw:ID"``.
        key: The key that presses it; nothing where a number is typed.
    """

    id: str
    name: Text
    note: Text = ""
    key: str = ""


def choices(
    query: str, target: str, ready: Sequence[ResultView], numbers: Sequence[str], zone: tzinfo | None
) -> list[Choice]:
    """Return what can be chosen, what is meant first.

    Args:
        query: What is typed.
        target: The result that was chosen, ``""`` for none.
        ready: What this window gives out, newest first.
        numbers: Who is at the window, and who was finished there last.
        zone: The hall's time zone.
    """
    if target:
        which = target.removeprefix(AN_ID)
        return [
            Choice(f"collected:{which}", Said(COLLECTED), key="1"),
            Choice(f"withdraw:{which}", Said(MISTAKE), key="2"),
        ]
    there = {each.text for each in ready}
    wanted = [typed(query)] if query.strip() else list(numbers)
    new = [each for each in dict.fromkeys(wanted) if each and each not in there]
    listed = [each for each in ready if not query.strip() or number_matches(each.text, query)]
    return [
        *(Choice(f"ready:{each}", Said(SHOW_RESULT, {"number": each})) for each in new),
        *(
            Choice(
                f"listed:{each.id}",
                each.text,
                Said(READY_SINCE, {"time": f"{each.at.astimezone(zone):%m-%d %H:%M}"}),
            )
            for each in listed
        ),
    ]


def typed(query: str) -> str:
    """Return what is typed as a screen shows it, ``""`` where no screen does."""
    try:
        return written(query)
    except ResultTextRefused:
        return ""


def advice(query: str) -> Text:
    """Return why what is typed cannot be shown, nothing where it can."""
    return Said(NUMBERS_ONLY, {"most": TEXT_MOST}) if query.strip() and not typed(query) else ""
