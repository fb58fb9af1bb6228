"""A visit as who holds its slip, or types its number, sees it: where it stands, and not whose it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from core.app.own_acts import OwnAct, own_acts
from core.app.ports_reader import TicketView
from core.domain.hall import Hall
from core.domain.ticket import LegState
from core.domain.whereabouts import queues_to_come, windows_for, zone_for
from core.service.answers import Ahead, Answer, Estimate, Number, QueueId, Step, Steps
from core.service.bodies import shown
from core.service.wire import PRINTABLE, Body, Wait

BY_CODE = frozenset(OwnAct)
"""What the code on the slip allows."""
BY_NUMBER = frozenset({OwnAct.RESTORE})
"""What a number allows, which is no secret (docs/adr/0020)."""


def _as_printed(number: str) -> str:
    return "".join(number.split()).upper()


TypedNumber = Annotated[
    str,
    Field(min_length=1, max_length=12, pattern=PRINTABLE, description="As printed.", examples=["A017"]),
    AfterValidator(_as_printed),
]
"""A number as a visitor types it: blanks and small letters are forgiven."""


class NumberBody(Body):
    """Whose number was passed."""

    model_config = shown({"number": "A017"})

    number: TypedNumber


class PlaceAnswer(Answer):
    """A visit as its visitor sees it."""

    number: Number
    state: LegState
    queue: QueueId
    zone: str | None = Field(
        description="Where that is; `null` if the hall has the queue no more.", examples=["social"]
    )
    window: int | None = Field(description="Where it is, was called to, or is suspended.", examples=[None])
    windows: list[int] = Field(
        description="Where the visitor is or may be called to; none once it has ended.", examples=[[3, 4]]
    )
    ahead: Ahead
    wait: Estimate
    step: Step
    steps: Steps
    to_come: list[str] = Field(
        description="Ids of the queues of the steps to come, in their order.", examples=[["payment"]]
    )
    can: list[OwnAct] = Field(description="What who asks may do with it now.", examples=[["cancel"]])


def place_json(hall: Hall, view: TicketView, wait: Wait, allowed: Collection[OwnAct]) -> dict[str, Any]:
    """Return where a visit stands, without ids and tokens.

    Args:
        allowed: What who asks may do at most.
    """
    leg, legs = view.leg, [each for each, _ in view.legs]
    return {
        "number": leg.number,
        "state": leg.state.value,
        "queue": leg.queue,
        "zone": zone_for(hall, leg),
        "window": leg.window,
        "windows": list(windows_for(hall, leg)),
        "ahead": view.ahead,
        "wait": wait,
        "step": leg.step,
        "steps": leg.steps,
        "to_come": list(queues_to_come(legs)),
        "can": [act.value for act in own_acts(hall, legs) if act in allowed],
    }
