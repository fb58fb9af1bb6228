"""One page in one state: what is known, from which the screen paints itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from core.domain.hall import Hall
from kiosk.hours import closed_queues
from kiosk.state import START, Inputs, Open, Page

NOW = datetime(2026, 11, 30, 2, 5, tzinfo=UTC)
"""A Monday, five past ten in the halls: every picture is taken then."""
EVENING = datetime(2026, 11, 30, 13, 5, tzinfo=UTC)

Paint = Callable[[Inputs], Inputs | None]
"""Makes the inputs of a scene out of those of the first page; ``None``: this hall has no such page."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page in one state.

    Attributes:
        name: Of the picture: the page and its state, ``"result-printing"``.
        page: What is open.
    """

    name: str
    page: Page
    paint: Paint


def base(hall: Hall, language: str, at: datetime = NOW) -> Inputs:
    """Return what a kiosk knows on a usual morning, its first page open."""
    now = at.astimezone(hall.zone_info)
    return Inputs(
        hall=hall,
        rules=hall.kiosk(""),
        live=True,
        language=language,
        now=now,
        closed=closed_queues(hall, now),
        waiting={queue.id: place * 7 % 23 for place, queue in enumerate(hall.queues)},
        speaks=True,
    )


def on(inputs: Inputs, page: Page, which: str = "", **heard: Any) -> Inputs:
    """Return the inputs with a page open above the first one, and some changed."""
    return replace(inputs, pages=(*START, Open(page, which)), **heard)


def at(page: Page, which: str = "", **heard: Any) -> Paint:
    """Return a painter of a page above the first one, with some inputs changed."""
    return lambda inputs: on(inputs, page, which, **heard)


def hall_of(inputs: Inputs) -> Hall:
    """Return the hall of a scene, which is always known."""
    assert inputs.hall is not None
    return inputs.hall


def with_names(hall: Hall) -> Hall:
    """Return the hall with masked names in every zone."""
    return replace(hall, zones=tuple(replace(zone, masked_names=True) for zone in hall.zones))
