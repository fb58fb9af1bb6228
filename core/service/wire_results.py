"""Bodies of requests and answers about what can be collected."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from core.domain.clock import to_text
from core.domain.result import Result
from core.service.answers import Answer, Instant
from core.service.answers_hall import Day
from core.service.bodies import Queue, shown
from core.service.wire import PRINTABLE, Body, Id

TYPED_MOST = 40
"""Signs that may be typed: blanks around and between them are taken away."""


class ReadyBody(Body):
    """What is ready: of a ticket, or a number that is typed."""

    model_config = shown(
        {"ticket": "019a2b3c4d5e6f7a8b9c0d"}, {"text": "B2026-0117", "queue": "certificates"}
    )

    ticket: Annotated[Id | None, Field(description="The ticket's id; its number stands on the screen.")] = (
        None
    )
    text: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=TYPED_MOST,
            pattern=PRINTABLE,
            description="The number that stands on the screen: letters, figures and `()/._#-`, at most 20"
            " signs and never a name. The number of one of today's tickets means that ticket.",
            examples=["B2026-0117"],
        ),
    ] = None
    queue: Annotated[
        Queue, Field(description="Any window of that queue gives it out, not only this one.")
    ] = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.ticket is None) == (self.text is None):
            raise ValueError("give a ticket or a text")
        return self


class OneResultAnswer(Answer):
    """A result that is ready to be collected (领证)."""

    id: str = Field(description="The result's id.")
    text: str = Field(description="What stands on the screen.", examples=["A017"])
    zone: str = Field(description="Id of the zone where it is shown.")
    window: int | None = Field(description="Where it is collected; `null`: at `queue`.", examples=[3])
    queue: str | None = Field(description="Id of the queue whose windows give it out.", examples=[None])
    since: Instant = Field(description="Since when it is ready.")
    by: str = Field(description="Who said so.", examples=["clerk:0301"])
    ticket: str | None = Field(description="The ticket's id; `null`: it was typed.")
    date: Day | None = Field(description="Business date of the ticket; `null`: it was typed.")


class ResultAnswer(Answer):
    """What an act has put on the screens or taken off them."""

    result: OneResultAnswer


class ResultsAnswer(Answer):
    """What can be collected, newest first."""

    results: list[OneResultAnswer]


def result_json(result: Result) -> dict[str, Any]:
    """Return a result as answers show it."""
    return {
        "id": result.id,
        "text": result.text,
        "zone": result.zone,
        "window": result.window,
        "queue": result.queue,
        "since": to_text(result.ready_at),
        "by": result.ready_by,
        "ticket": result.ticket,
        "date": result.day.isoformat() if result.day else None,
    }
