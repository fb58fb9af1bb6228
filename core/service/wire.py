"""Bodies of requests and answers on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from core.app.ports import TicketView
from core.app.take import Taken, Wish
from core.domain.clock import to_text
from core.domain.leg import Leg
from core.domain.people import SIGNS_IN, Role

Id = Annotated[str, Field(min_length=1, max_length=64)]


def _shown(**example: Any) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [example]})


class Body(BaseModel):
    """A request's body; a field that is not known is an error, not passed over in silence."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class TakeBody(Body):
    """Which ticket is wanted: of a queue, or of the queue that an item leads to."""

    model_config = _shown(**{"queue": "social_insurance", "class": "elderly", "lang": "bo"})

    queue: Id | None = None
    item: Id | None = None
    visitor_class: Id | None = Field(None, alias="class")
    lang: Id | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> TakeBody:
        if (self.queue is None) == (self.item is None):
            raise ValueError("give either a queue or an item")
        return self

    def wish(self, *, proven: bool) -> Wish:
        """Return what is asked for; ``proven``: staff vouches for the class."""
        return Wish(
            queue=self.queue,
            items=(self.item,) if self.item else (),
            visitor_class=self.visitor_class,
            language=self.lang,
            proven=proven,
        )


class SignInBody(Body):
    """A clerk's number, PIN and window."""

    model_config = _shown(clerk="0301", pin="2468", window=3)

    clerk: Id
    pin: Annotated[str, Field(min_length=1, max_length=64)]
    window: int | None = None


def _signs_in(role: Role) -> Role:
    if role not in SIGNS_IN:
        raise ValueError("a device's role: it has a token and does not sign in")
    return role


class ClerkBody(Body):
    """A clerk as the administrator enters one."""

    model_config = _shown(name="Window 3", pin="2468", role="clerk")

    name: Annotated[str, Field(min_length=1, max_length=64)]
    pin: Annotated[str, Field(min_length=4, max_length=64)]
    role: Annotated[Role, AfterValidator(_signs_in)] = Role.CLERK


class ReasonBody(Body):
    """An act that takes a reason if there is one."""

    model_config = _shown(reason="absent")

    reason: Id | None = None


class PauseBody(Body):
    """Why the window pauses."""

    model_config = _shown(reason="meal")

    reason: Id


def leg_json(leg: Leg) -> dict[str, Any]:
    """Return a leg as answers to a window's acts show it."""
    return {
        "id": leg.ticket,
        "leg": leg.id,
        "number": leg.number,
        "queue": leg.queue,
        "class": leg.visitor_class,
        "state": leg.state.value,
        "window": leg.window,
        "calls": leg.calls,
        "since": to_text(leg.since),
        "called_at": _text(leg.called_at),
        "started_at": _text(leg.started_at),
        "ended_at": _text(leg.ended_at),
    }


def taken_json(taken: Taken) -> dict[str, Any]:
    """Return a new ticket as ``POST /api/tickets`` answers it."""
    ticket, leg = taken.ticket, taken.leg
    return {
        "id": ticket.id,
        "number": ticket.number,
        "queue": leg.queue,
        "class": ticket.visitor_class,
        "lang": ticket.language,
        "state": leg.state.value,
        "taken_at": to_text(ticket.taken_at),
        "ahead": taken.ahead,
        "wait": None,
        "legs": [leg_json(leg)],
        "track": ticket.track,
    }


def ticket_json(view: TicketView) -> dict[str, Any]:
    """Return a ticket with its legs and why each was called."""
    ticket = view.ticket
    last = view.legs[-1][0]
    return {
        "id": ticket.id,
        "number": ticket.number,
        "queue": last.queue,
        "class": ticket.visitor_class,
        "lang": ticket.language,
        "state": last.state.value,
        "taken_at": to_text(ticket.taken_at),
        "ahead": view.ahead,
        "wait": None,
        "legs": [leg_json(leg) | {"why": why} for leg, why in view.legs],
    }


def _text(at: datetime | None) -> str | None:
    return to_text(at) if at else None
