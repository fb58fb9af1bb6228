"""What the clerk has opened and chosen so far; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from caller.acts.possible import Act
from core.domain.clock import from_text

Found = Mapping[str, Any]
"""A leg as the core lists it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One act on the way.

    Attributes:
        act: ``None``: the list of acts is shown.
        leg: Of whom it was begun; whoever comes later is not meant.
        target: What was chosen first: ``"queue:ID"``, ``"window:N"``, or ``"ticket:ID"``.
        query: What is typed in the search.
        first: First in line there.
        back: The visitor comes back to this window.
        ticked: Ids of the missing papers.
        found: What the core listed, as it stands on the screen; ``None``: it is awaited.
        fresh: What it lists by now, not shown until the clerk asks for it.
        failed: The list did not come.
        printing: How the printing of the list stands, a word of :class:`core.domain.slip.SlipState`.
        wrong: Message key of why it was not printed.
        sent: What the page is for was just sent once: Enter alone does not send the next.
    """

    act: Act | None = None
    leg: str = ""
    target: str = ""
    query: str = ""
    first: bool = False
    back: bool = False
    ticked: frozenset[str] = frozenset()
    found: tuple[Found, ...] | None = None
    fresh: tuple[Found, ...] | None = None
    failed: bool = False
    printing: str = ""
    wrong: str = ""
    sent: bool = False


def in_turn(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return what was found, who has been there longest first."""
    return tuple(sorted(found, key=_since))


def _since(leg: Found) -> datetime:
    return from_text(str(leg["since"]))


def changes(draft: Draft) -> int:
    """Return how many came or went since the list was put on the screen."""
    if draft.fresh is None:
        return 0
    shown = {str(each["leg"]) for each in draft.found or ()}
    return len(shown ^ {str(each["leg"]) for each in draft.fresh})


def gone(draft: Draft, leg: Found) -> bool:
    """Return whether somebody on the screen is not in the core's list any more."""
    if draft.fresh is None:
        return False
    return leg["leg"] not in {each["leg"] for each in draft.fresh}
