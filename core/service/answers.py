"""What calls about tickets, windows and clerks answer, for ``/openapi.json``.

Answers are not built through these models: a mistake in a description must not turn what was done into a
failure. The tests hold every answer of a running core against them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.domain.hall import Tier
from core.domain.people import SIGNS_IN
from core.domain.slip import SlipState
from core.domain.ticket import LegState, Suspension
from core.domain.window import WindowStatus
from core.service.described import described
from core.service.wire import WindowNumber

Instant = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, examples=["2026-11-23T01:15:04.120000Z"])
]
"""An instant, UTC."""
Number = Annotated[str, Field(description="What is printed.", examples=["A017"])]
QueueId = Annotated[str, Field(examples=["social_insurance"])]
ClassId = Annotated[str, Field(alias="class", examples=["ordinary"])]
TicketId = Annotated[str, Field(description="The ticket's id.", examples=["019a2b3c4d5e6f7a8b9c0d"])]
Step = Annotated[int, Field(ge=1, description="Which step of the visit this is.", examples=[1])]
Steps = Annotated[int, Field(ge=1, description="How many steps the visit has.", examples=[3])]
Ahead = Annotated[int, Field(ge=0, description="So many wait before it in its queue.", examples=[4])]
Slip = Annotated[
    SlipState | None, Field(description="How the printing of its slip stands; `null`: nobody prints one.")
]
SlipSince = Annotated[Instant | None, Field(description="Since when the slip is in that state.")]
ROLES = tuple(role.value for role in SIGNS_IN)


class Answer(BaseModel):
    """An answer: exactly these fields."""

    # Built when the description is asked for: a start does not wait for that.
    model_config = ConfigDict(extra="forbid", defer_build=True)


class Problem(BaseModel):
    """A refusal or a failure (RFC 9457): `key` is stable, `params` are for the sentence a person is told."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(examples=["urn:hallcall:window.not_open"])
    title: str = Field(description="The status in words.", examples=["Conflict"])
    status: int = Field(description="The HTTP status.", examples=[409])
    key: str = Field(examples=["window.not_open"])
    params: dict[str, Any] = Field(examples=[{"window": 3, "status": "paused"}])
    detail: str = Field("", examples=["The window is paused or closed and calls nobody."])


class Wait(Answer):
    """How long a wait is expected to be, as a range."""

    p50_s: int = Field(ge=0, description="Half of the people wait so long at most, seconds.", examples=[480])
    p90_s: int = Field(ge=0, description="Nine in ten wait so long at most, seconds.", examples=[900])


Estimate = Annotated[Wait | None, Field(description="`null` where it cannot be known.")]


class LegAnswer(Answer):
    """One stay of a ticket in one queue and at one window."""

    id: TicketId
    leg: str = Field(description="The leg's id.", examples=["019a2b3c4d5e6f7a8b9c0d.1"])
    number: Number
    queue: QueueId
    visitor_class: ClassId
    state: LegState
    window: int | None = Field(description="Where it is, was called to, or is suspended.", examples=[3])
    calls: int = Field(ge=0, description="How often it was called, recalls included.", examples=[1])
    since: Instant = Field(description="When the visitor came: who came earlier is called earlier.")
    called_at: Instant | None
    started_at: Instant | None = Field(description="Since when it is served.")
    ended_at: Instant | None
    step: Step
    steps: Steps
    item: str | None = Field(description="Id of the item it is for.", examples=["medical_card"])
    pin: int | None = Field(description="The only window that may call it.", examples=[None])
    first: bool = Field(description="First in line.")
    ready_at: Instant | None = Field(description="It is not called before.")
    due_at: Instant | None = Field(description="When the time promised for the item ends.")
    suspension: Suspension | None = Field(description="While suspended: which kind.")
    wake_at: Instant | None = Field(description="While suspended: when it waits again by itself.")
    reason: str | None = Field(description="Id of the reason of its last move.", examples=["photo"])
    outcome: str | None = Field(description="Id of the outcome of a finished leg.", examples=["done"])


class RunnerUp(Answer):
    """Who would have been next."""

    number: Number
    score: float = Field(examples=[10.5])


class HeldBack(Answer):
    """Who had a higher score and had to wait."""

    number: Number
    rule: Literal["cap", "mix"] = Field(description="`cap`: favour is bounded; `mix`: bookings in turn.")


class Why(Answer):
    """Why this visitor was called: the answer to "why was he before me?"."""

    tier: int = Field(1, ge=1, description="Place of the tier in the window's profile.", examples=[1])
    score: float = Field(0, description="Minutes waited x weight + head start of the class.", examples=[12.5])
    first: bool = Field(False, description="Was first in line.")
    window: int = Field(0, description="Waited for this window only.", examples=[3])
    runner_up: RunnerUp | None = None
    held_back: list[HeldBack] = []
    picked: str = Field("", description="Called out of turn: id of the reason.", examples=["train_to_catch"])


class LegDetail(LegAnswer):
    """A leg as staff sees it."""

    clerk: str | None = Field(description="Number of the clerk who called it.", examples=["0301"])
    why: Why | None = Field(description="Why it was called, `null` if it was not.")
    late: bool | None = Field(description="Whether the promised time was or is exceeded; `null`: none runs.")


class MovedAnswer(Answer):
    """A leg after its move."""

    ticket: LegAnswer


class CalledAnswer(Answer):
    """Who was called."""

    ticket: LegAnswer | None = Field(description="`null`: nobody waits; who was there is finished.")
    why: Why | None


class _Visit(Answer):
    id: TicketId
    number: Number
    queue: QueueId = Field(description="Id of the queue that the visit is at.")
    visitor_class: ClassId
    lang: str = Field(description="What the visitor reads.", examples=["bo"])
    state: LegState
    taken_at: Instant
    ahead: Ahead
    wait: Estimate
    step: Step
    steps: Steps
    matter: str | None = Field(description="Id of the matter it was taken for.")
    assisted: bool = Field(description="Taken for a person who cannot (帮办).")
    booking: str | None = Field(description="Id of the booking it was checked in with.")
    slip: Slip
    slip_since: SlipSince


class TakenAnswer(_Visit):
    """A ticket as its slip is printed."""

    legs: list[LegAnswer] = Field(description="All steps in their order, those to come included.")
    track: str = Field(description="Token of the visitor's own page.", examples=["3q2-7wABCDEFGHIJKLMNOP"])


class CopyAnswer(TakenAnswer):
    """A ticket whose slip is printed once more."""

    copy_of_slip: Literal[True] = Field(alias="copy")


class TicketAnswer(_Visit):
    """A ticket with its legs, why each was called, and whether it is late."""

    legs: list[LegDetail] = Field(description="All steps in their order, those to come included.")
    track: str | None = Field(
        description="Token of the visitor's own page, for who prints slips; a clerk gets `null`.",
        examples=["3q2-7wABCDEFGHIJKLMNOP"],
    )


class ReportedSlip(Answer):
    """A ticket and what is known of its slip."""

    id: TicketId
    number: Number
    slip: Slip
    slip_since: SlipSince


class SlipAnswer(Answer):
    """A ticket after its printer has told how the slip ended."""

    ticket: ReportedSlip


class FoundLeg(LegAnswer):
    """A leg that was looked for."""

    lang: str = Field(examples=["zh"])
    taken_at: Instant
    matter: str | None
    assisted: bool
    booking: str | None = Field(description="Id of the booking it was checked in with.")
    slip: Slip
    slip_since: SlipSince


class FoundAnswer(Answer):
    """What was found, in the order in which it waits."""

    tickets: list[FoundLeg]


class SuspendedAnswer(Answer):
    """The suspended visits that come back to a window."""

    tickets: list[LegAnswer]


class WindowAnswer(Answer):
    """A window after it was opened, paused or closed."""

    number: WindowNumber
    status: WindowStatus
    clerk: str | None = Field(description="The clerk's number.", examples=["0301"])
    reason: str | None = Field(description="Id of the reason it is paused for.", examples=["meal"])
    since: Instant | None


class RelievedAnswer(WindowAnswer):
    """A window whose clerk was signed out."""

    signed_out: str | None = Field(
        description="The clerk's number; `null`: nobody had opened the window.", examples=["0301"]
    )
    visitor: str | None = Field(
        description="Number of the ticket that stays at the window.", examples=["A017"]
    )


class WindowToldAnswer(Answer):
    """What was said to a window."""

    window: int | None = Field(description="`null`: to all of them.", examples=[3])
    text: str = Field(examples=["请到三楼开会"])


class TierAnswer(described(Tier)):  # type: ignore[misc]
    """Queues of a window's profile that are equal to each other."""


class ProfileAnswer(Answer):
    """What a window serves from its next call on."""

    window: WindowNumber
    tiers: list[TierAnswer]
    text: str = Field(description="As in the hall file.", examples=["a; b, c @ 20"])


class SignedInAnswer(Answer):
    """A token for the shift."""

    token: str = Field(description="For `Authorization: Bearer`.")
    clerk: str = Field(examples=["0301"])
    name: str
    window: int | None = Field(examples=[3])
    role: Literal[ROLES]  # type: ignore[valid-type]


class SignedOutAnswer(Answer):
    """The token is no longer valid."""

    clerk: str = Field(examples=["0301"])
    closed: list[int] = Field(description="Windows that the clerk had open.", examples=[[3]])


class SettledAnswer(Answer):
    """What became of a request."""

    done: bool = Field(description="Whether it was done; if not, it never will be under that key.")


class ClerkAnswer(Answer):
    """A clerk, without the PIN."""

    clerk: str = Field(description="The clerk's number.", examples=["0301"])
    name: str
    role: Literal[ROLES]  # type: ignore[valid-type]
    skills: list[str] | None = Field(description="Ids of queues; `null`: all.", examples=[["permits"]])


class ClerksAnswer(Answer):
    """Everybody who may sign in."""

    clerks: list[ClerkAnswer]
