"""Bodies of requests about a window and who is at it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from core.app.hallfile.ranges import BadMinutes, parse_tiers
from core.domain.codec import to_json
from core.domain.hall import Tier, Tiers
from core.domain.ticket import Suspension
from core.service.bodies import DAY_MIN, Given, TransferBody, shown
from core.service.wire import PRINTABLE, Body, Id, WindowNumber

FORTNIGHT_MIN = 14 * DAY_MIN
MESSAGE_MOST = 120
"""Letters of a message to a window: two lines on its console."""


class PauseBody(Body):
    """Why the window pauses."""

    model_config = shown({"reason": "meal"})

    reason: Annotated[Id, Field(description="Id of one of the hall's reasons for a pause.")]


class MessageBody(Body):
    """What is said to a window. Every screen of the hall is sent it: nothing of a visitor belongs in it."""

    model_config = shown({"text": "请到三楼开会"})

    text: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=MESSAGE_MOST, pattern=PRINTABLE),
    ]


class OpenBody(Body):
    """For whom a window is opened; a clerk opens it for oneself."""

    model_config = shown({"clerk": "0301"}, {})

    clerk: Annotated[
        Id | None,
        Field(description="A clerk's number; without one whoever sits there works at it."),
    ] = None


class RelieveBody(Body):
    """Where the clerk of a window is to go."""

    model_config = shown({"to": 7}, {})

    to: Annotated[
        WindowNumber | None,
        Field(description="The window where the clerk signs in next; without one the shift is over here."),
    ] = None


class SendOnBody(TransferBody):
    """Where the visitor at a window is sent, and whether to return."""

    model_config = shown({"queue": "payment", "back": True}, {"window": 12, "first": True})

    back: Annotated[
        bool, Field(description="Returns to this window afterwards (a shared pay step, 一个窗口收费).")
    ] = False


class CallBody(Body):
    """Who is called out of turn, and why."""

    model_config = shown({"ticket": "019a2b3c4d5e6f7a8b9c0d", "reason": "train_to_catch"})

    ticket: Annotated[Id, Field(description="Id of the ticket.")]
    reason: Annotated[Id, Field(description="Id of one of the hall's reasons for calling out of turn.")]


class SuspendBody(Body):
    """Why the visit is suspended, and so where it goes on."""

    model_config = shown({"kind": "step", "reason": "photo", "wake_min": 15}, {"kind": "no_papers"})

    kind: Annotated[
        Suspension,
        Field(
            description="`no_papers` (不持件): goes on at any window of the queue; `papers_left` (持件) and"
            " `step` (等待): at the same window."
        ),
    ]
    reason: Given = None
    wake_min: Annotated[
        float | None,
        Field(
            ge=0,
            le=FORTNIGHT_MIN,
            allow_inf_nan=False,
            description="After so many minutes the visitor waits again by oneself, first in line.",
        ),
    ] = None


class ResumeBody(Body):
    """Whose suspended visit goes on."""

    model_config = shown({"ticket": "019a2b3c4d5e6f7a8b9c0d"})

    ticket: Annotated[Id, Field(description="Id of the ticket.")]


class FinishBody(Body):
    """How the visit ended, if that is said."""

    model_config = shown({"outcome": "done"}, {"missing": ["household_register"]})

    outcome: Annotated[
        Id | None, Field(description="Id of one of the hall's outcomes (reasons of `finish`).")
    ] = None
    missing: Annotated[
        tuple[Id, ...],
        Field(
            max_length=100,
            description="Ids of the item's papers that were missing (一次告知): the visit ends here.",
        ),
    ] = ()


class TierBody(Body):
    """Queues that are equal to each other."""

    model_config = shown({"queues": ["permits", "licences"], "when_wait_over_min": 20})

    queues: Annotated[list[Id], Field(min_length=1, max_length=500, description="Ids of queues.")]
    when_wait_over_min: Annotated[
        float | None,
        Field(
            ge=0,
            le=DAY_MIN,
            allow_inf_nan=False,
            description="They are helped only once their first visitor has waited longer, minutes.",
        ),
    ] = None


def _read(tiers: object) -> object:
    """Return the tiers of a text in the hall file's words."""
    if not isinstance(tiers, str):
        return tiers
    try:
        return [to_json(tier) for tier in parse_tiers(tiers)]
    except BadMinutes as error:
        raise ValueError(f"{error} must be queues, then @ and minutes") from error


class ProfileBody(Body):
    """What a window serves, first tier first."""

    model_config = shown(
        {"tiers": "social_insurance; permits, licences @ 20"},
        {"tiers": [{"queues": ["social_insurance"]}, {"queues": ["permits"], "when_wait_over_min": 20}]},
    )

    tiers: Annotated[
        list[TierBody],
        BeforeValidator(_read, json_schema_input_type=list[TierBody] | str),
        Field(min_length=1, max_length=100, description="As a list, or as text as in the hall file."),
    ]

    def profile(self) -> Tiers:
        """Return the window's tiers."""
        return tuple(Tier(tuple(tier.queues), tier.when_wait_over_min) for tier in self.tiers)
