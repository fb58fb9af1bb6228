"""What calls about the hall answer, for ``/openapi.json``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from core.domain.hall import Hall, Item, Window
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.service.answers import (
    Answer,
    ClassId,
    Estimate,
    Instant,
    Number,
    QueueId,
    Step,
    Steps,
    TicketId,
)
from core.service.described import described

Day = Annotated[str, Field(json_schema_extra={"format": "date"}, examples=["2026-11-23"])]


class HealthAnswer(Answer):
    """How the core is."""

    status: Literal["ok", "degraded"] = Field(description="`degraded`: the database cannot be written.")
    version: str = Field(examples=["0.1.0"])
    seq: int = Field(ge=0, description="Number of the last event.", examples=[4711])
    epoch: str = Field(description="Another one: the numbers of the events began anew (a restored hall).")
    hall: str = Field(description="The hall's id.", examples=["lhasa"])
    trouble: str | None = Field(description="Why it is degraded.", examples=[None])


class WindowOfHall(described(Window)):  # type: ignore[misc]
    """A counter."""

    queues: list[str] = Field(description="Ids of every queue it serves, first tier first.")


class HallAnswer(described(Hall)):  # type: ignore[misc]
    """One site on one LAN, as its hall file describes it."""

    windows: list[WindowOfHall]


class SpanAnswer(Answer):
    """A stretch of open time."""

    opens: Instant
    closes: Instant
    extended: bool = Field(description="Outside the usual hours (延时办).")


class QuotaAnswer(Answer):
    """What is left of the tickets of each half-day; `null`: no limit."""

    morning: int | None = Field(ge=0, examples=[12])
    afternoon: int | None = Field(ge=0, examples=[None])


class QueueAnswer(Answer):
    """A queue as it is now."""

    id: QueueId
    waiting: int = Field(ge=0, description="So many wait.", examples=[7])
    longest_s: int | None = Field(
        ge=0, description="So long the first of them has waited, seconds; `null`: nobody waits."
    )
    estimate: Estimate
    open: bool = Field(description="Whether tickets are issued now.")
    opens_at: Instant | None = Field(
        description="When they are next, if not now; `null` also where that is not within 60 days."
    )
    left: QuotaAnswer
    left_now: int | None = Field(
        ge=0, description="What is left of this half-day's; `null`: no limit.", examples=[12]
    )
    windows: list[int] = Field(description="Open windows that serve it now.", examples=[[3, 4]])
    hours: list[SpanAnswer] = Field(description="Today's hours.")


class ItemAnswer(described(Item)):  # type: ignore[misc]
    """An item with what a visitor is told of it."""

    cut_percent: float | None = Field(
        description="By so much the promised limit is shorter than the legal one, percent; `null` where they"
        " cannot be compared.",
        examples=[60],
    )
    windows: list[int] = Field(description="Numbers of the windows that serve it.", examples=[[3, 4]])
    places: list[QueueAnswer] = Field(description="The queues in which it is done, its own first.")
    better: str | None = Field(
        description="Id of the one that is clearly less busy than its own; `null`: none is.", examples=[None]
    )


class QueuesAnswer(Answer):
    """The queues as they are now."""

    queues: list[QueueAnswer]


class PassedNumberAnswer(Answer):
    """A number that was passed and has not come back."""

    number: Number
    queue: QueueId
    zone: str = Field(description="Id of the queue's zone; empty if the hall no longer has the queue.")
    window: int | None = Field(description="Where it was called to last.", examples=[3])


class PassedAnswer(Answer):
    """The numbers that were passed, the last one first."""

    passed: list[PassedNumberAnswer]


class VisitorAnswer(Answer):
    """Who is at a window."""

    id: TicketId
    leg: str
    number: Number
    queue: QueueId
    visitor_class: ClassId
    state: LegState
    calls: int = Field(ge=0, description="How often called; 0 for who walked in.", examples=[1])
    called_at: Instant
    started_at: Instant | None
    step: Step
    steps: Steps


class WindowNowAnswer(Answer):
    """A window as it is now."""

    number: int = Field(examples=[3])
    zone: str
    status: WindowStatus
    clerk: str | None = Field(examples=["0301"])
    reason: str | None = Field(description="Id of the reason it is paused for.", examples=["meal"])
    since: Instant | None = Field(description="Since when it has this status.")
    ticket: VisitorAnswer | None


class WindowsAnswer(Answer):
    """The windows as they are now."""

    windows: list[WindowNowAnswer]


class DayAnswer(Answer):
    """A day of the calendar."""

    date: Day
    working: bool = Field(description="Whether limits in working days count it.")
    holiday: dict[str, str] | None = Field(
        description="Name of the holiday in the hall's languages.", examples=[None]
    )
    spans: list[SpanAnswer] = Field(description="When it is open; what begins on a day belongs to it.")


class CalendarAnswer(Answer):
    """Days of the calendar, in order."""

    queue: str | None = Field(description="Id of the queue; `null`: the hall.")
    days: list[DayAnswer]
