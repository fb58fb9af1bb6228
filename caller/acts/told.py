"""The told-once list (一次告知) of whom a clerk sends back; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from caller.acts.situation import item_of
from caller.derive import ConsoleInputs
from core.domain.hall import Hall


@dataclass(frozen=True, slots=True)
class ToldList:
    """All that stands on a list, as it was when the clerk pressed: who comes next changes nothing of it.

    Attributes:
        leg: Whose it is.
        missing: Ids of the papers that are missing.
        clerk: Who tells it.
        language: What the visitor reads.
    """

    hall: Hall
    leg: str
    number: str
    item: str
    missing: frozenset[str]
    clerk: str
    window: int
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ListEnd:
    """What became of a list.

    Attributes:
        state: A word of :class:`core.domain.slip.SlipState`.
        key: Stable message key of what went wrong, ``""`` where nothing did.
    """

    number: str
    state: str
    key: str = ""


def told_list(inputs: ConsoleInputs, missing: frozenset[str], at: datetime) -> ToldList | None:
    """Return the list of the visitor at the window; ``None``: it is not known what for, or nobody is here."""
    item, visitor, hall = item_of(inputs), inputs.view.visitor if inputs.view else None, inputs.hall
    if item is None or visitor is None or hall is None:
        return None
    language = inputs.visitor_language
    return ToldList(
        hall=hall,
        leg=visitor.leg,
        number=visitor.number,
        item=item.id,
        missing=missing,
        clerk=(inputs.view.clerk if inputs.view else "") or inputs.clerk,
        window=inputs.window,
        language=language if language in hall.languages else hall.languages[0],
        at=at,
    )
