"""Bodies of requests about tickets, windows and clerks."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from core.app.hallfile.ranges import BadMinutes, parse_tiers
from core.app.take import Card, Wish
from core.app.transfer import Target
from core.domain.codec import to_json
from core.domain.hall import Tier, Tiers
from core.domain.people import SIGNS_IN, Role
from core.domain.ticket import Suspension
from core.service.wire import PRINTABLE, Body, Id, WindowNumber
from core.service.wire_visitors import CardHash, Phone

DAY_MIN = 24 * 60
FORTNIGHT_MIN = 14 * DAY_MIN
ITEMS_MOST = 20

VisitorClass = Annotated[
    Id | None, Field(alias="class", description="Id of a class of visitors; without one the ordinary one.")
]
Language = Annotated[Id | None, Field(description="What the visitor reads; without one the hall's first.")]
Given = Annotated[Id | None, Field(description="Id of one of the hall's reasons for this act.")]
Queue = Annotated[Id | None, Field(description="Id of a queue.")]
Item = Annotated[Id | None, Field(description="Id of an item; its queue is meant.")]


def shown(*examples: dict[str, Any]) -> ConfigDict:
    """Return the configuration of a body with examples."""
    return ConfigDict(json_schema_extra={"examples": list(examples)})


class CardBody(Body):
    """What of an identity card reaches the core."""

    model_config = shown({"hash": "5f" * 32, "age": 71})

    hash: CardHash
    age: Annotated[
        int | None, Field(ge=0, le=150, description="Years on this day; used for the class and not kept.")
    ] = None


class TakeBody(Body):
    """Which ticket is wanted: of a queue, of one or more items, of a matter, or with a booking."""

    model_config = shown(
        {"queue": "social_insurance", "class": "elderly", "lang": "bo"},
        {"item": "medical_card", "card": {"hash": "5f" * 32, "age": 71}, "phone": "138 0013 8000"},
        {"matter": "open_a_restaurant"},
        {"booking": "1234 5672"},
    )

    queue: Queue = None
    item: Item = None
    items: Annotated[
        tuple[Id, ...],
        Field(max_length=ITEMS_MOST, description="Ids of items: one visit of as many steps, in this order."),
    ] = ()
    matter: Annotated[Id | None, Field(description="Id of a matter of several steps (一件事).")] = None
    booking: Annotated[
        Id | None, Field(description="Code of a booking: it is checked in. With nothing else but `lang`.")
    ] = None
    visitor_class: VisitorClass = None
    lang: Language = None
    card: Annotated[
        CardBody | CardHash | None, Field(description="The visitor's card, or just the hash of its number.")
    ] = None
    assisted: Annotated[bool, Field(description="Taken by staff for somebody who cannot (帮办).")] = False
    phone: Phone | None = None

    @model_validator(mode="after")
    def _one_of_all(self) -> Self:
        named = [self.queue, self.item, self.items or None, self.matter, self.booking]
        if sum(each is not None for each in named) != 1:
            raise ValueError("give one of queue, item, items, matter and booking")
        beside = self.visitor_class or self.card or self.phone or self.assisted
        if self.booking is not None and beside:
            raise ValueError("a booking knows the class, the card and the phone number already")
        return self

    def wish(self, *, proven: bool) -> Wish:
        """Return what is asked for; ``proven``: staff vouches for the class."""
        card = Card(self.card) if isinstance(self.card, str) else None
        if isinstance(self.card, CardBody):
            card = Card(self.card.hash, self.card.age)
        return Wish(
            queue=self.queue,
            items=(self.item,) if self.item else self.items,
            matter=self.matter,
            visitor_class=self.visitor_class,
            language=self.lang,
            card=card,
            proven=proven,
            assisted=self.assisted,
        )


class WalkInBody(Body):
    """Who came without a ticket; without a queue or item it is the first queue of the window's profile."""

    model_config = shown({"queue": "social_insurance", "lang": "zh"}, {})

    queue: Queue = None
    item: Item = None
    visitor_class: VisitorClass = None
    lang: Language = None

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        if self.queue is not None and self.item is not None:
            raise ValueError("give a queue or an item, not both")
        return self

    def wish(self) -> Wish:
        """Return what is asked for; who sits at the window vouches for the class."""
        items = (self.item,) if self.item else ()
        return Wish(self.queue, items, None, self.visitor_class, self.lang, proven=True)


class ReasonBody(Body):
    """An act that takes a reason if there is one."""

    model_config = shown({"reason": "absent"})

    reason: Given = None


class PauseBody(Body):
    """Why the window pauses."""

    model_config = shown({"reason": "meal"})

    reason: Annotated[Id, Field(description="Id of one of the hall's reasons for a pause.")]


class OpenBody(Body):
    """For whom a window is opened; a clerk opens it for oneself."""

    model_config = shown({"clerk": "0301"}, {})

    clerk: Annotated[
        Id | None,
        Field(description="A clerk's number; without one whoever sits there works at it."),
    ] = None


class ClassBody(Body):
    """The class that a visitor gets; whoever gives it vouches for it."""

    model_config = shown({"class": "elderly", "reason": "seen"})

    visitor_class: Annotated[Id, Field(alias="class", description="Id of a class of visitors.")]
    reason: Given = None


class TransferBody(Body):
    """Where a visitor is sent: to a queue, to a window, or to a window for a queue."""

    model_config = shown({"queue": "payment", "first": True}, {"window": 12, "after_min": 10})

    queue: Queue = None
    window: Annotated[WindowNumber | None, Field(description="Only this window calls the visitor.")] = None
    first: Annotated[bool, Field(description="First in line there.")] = False
    after_min: Annotated[
        float | None, Field(ge=0, le=DAY_MIN, allow_inf_nan=False, description="Not called before, minutes.")
    ] = None
    reason: Given = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.queue is None and self.window is None:
            raise ValueError("give a queue or a window")
        return self

    def target(self, *, back: bool = False) -> Target:
        """Return where the visitor is sent."""
        return Target(self.queue, self.window, self.first, self.after_min, back)


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


class SignInBody(Body):
    """A clerk's number, PIN and window."""

    model_config = shown({"clerk": "0301", "pin": "2468", "window": 3})

    clerk: Annotated[Id, Field(description="The clerk's number.")]
    pin: Annotated[str, Field(min_length=1, max_length=64)]
    window: Annotated[WindowNumber | None, Field(description="Without one: no window's acts.")] = None


def _signs_in(role: Role) -> Role:
    if role not in SIGNS_IN:
        raise ValueError("a device's role: it has a token and does not sign in")
    return role


class ClerkBody(Body):
    """A clerk as the administrator enters one."""

    model_config = shown({"name": "Window 3", "pin": "2468", "role": "clerk", "skills": ["social_insurance"]})

    name: Annotated[str, Field(min_length=1, max_length=64, pattern=PRINTABLE)]
    pin: Annotated[
        str | None,
        Field(min_length=4, max_length=64, description="A clerk who is known keeps the old one without it."),
    ] = None
    role: Annotated[
        Role,
        AfterValidator(_signs_in),
        Field(json_schema_extra={"enum": [role.value for role in SIGNS_IN]}),
    ] = Role.CLERK
    skills: Annotated[
        list[Id] | None,
        Field(max_length=500, description="Ids of the queues the clerk is qualified for; `null`: all."),
    ] = None
