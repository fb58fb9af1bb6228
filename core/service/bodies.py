"""Bodies of requests about tickets and clerks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from core.app.take import Card, Wish
from core.app.transfer import Target
from core.domain.people import SIGNS_IN, Role
from core.domain.slip import SlipState
from core.service.wire import PRINTABLE, Body, Id, WindowNumber
from core.service.wire_visitors import CardHash, MaskedName, Phone, Prints

DAY_MIN = 24 * 60
ITEMS_MOST = 20

VisitorClass = Annotated[
    Id | None, Field(alias="class", description="Id of a class of visitors; without one the ordinary one.")
]
Language = Annotated[Id | None, Field(description="What the visitor reads; without one the hall's first.")]
Given = Annotated[Id | None, Field(description="Id of one of the hall's reasons for this act.")]
Queue = Annotated[Id | None, Field(description="Id of a queue.")]
Item = Annotated[Id | None, Field(description="Id of an item; its queue is meant.")]

PrinterName = Annotated[
    Id | None, Field(description="The printer's name in its machine's device file.", examples=["取号机一"])
]


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
    """Which ticket is wanted: of a queue, of one or more items, of a matter, or with a booking.

    An item may come with a queue: one of those in which it is done, its own or one of its `also`.
    """

    model_config = shown(
        {"queue": "social_insurance", "class": "elderly", "lang": "bo"},
        {"item": "medical_card", "card": {"hash": "5f" * 32, "age": 71}, "phone": "138 0013 8000"},
        {"item": "medical_card", "queue": "general_window", "assisted": True},
        {"queue": "social_insurance", "card": {"hash": "5f" * 32, "age": 34}, "masked_name": "张*"},
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
        Id | None,
        Field(description="Code of a booking: it is checked in. With nothing else but `lang` and `slip`."),
    ] = None
    visitor_class: VisitorClass = None
    lang: Language = None
    card: Annotated[
        CardBody | CardHash | None, Field(description="The visitor's card, or just the hash of its number.")
    ] = None
    assisted: Annotated[
        bool, Field(description="Taken for a person who cannot (帮办). No priority comes of it.")
    ] = False
    phone: Phone | None = None
    masked_name: MaskedName | None = None
    slip: Prints = False

    @model_validator(mode="after")
    def _one_of_all(self) -> Self:
        place = self.queue if self.item is None else None
        named = [place, self.item, self.items or None, self.matter, self.booking]
        if sum(each is not None for each in named) != 1:
            raise ValueError("give one of queue, item, items, matter and booking; a queue also with an item")
        beside = self.visitor_class or self.card or self.phone or self.assisted or self.masked_name
        if self.booking is not None and beside:
            raise ValueError("a booking comes with nothing but lang and slip")
        return self

    def wish(self, *, proven: bool) -> Wish:
        """Return what is asked for; ``proven``: staff vouches for the class."""
        card = Card(self.card) if isinstance(self.card, str) else None
        if isinstance(self.card, CardBody):
            card = Card(self.card.hash, self.card.age)
        return Wish(
            queue=self.queue if self.item is None else None,
            items=(self.item,) if self.item else self.items,
            at=self.queue if self.item is not None else None,
            matter=self.matter,
            visitor_class=self.visitor_class,
            language=self.lang,
            card=card,
            proven=proven,
            assisted=self.assisted,
            slip=self.slip,
            masked_name=self.masked_name,
        )


class SlipFilter(StrEnum):
    """Which slips are looked for; the values are the words on the wire."""

    PENDING = SlipState.PENDING.value
    PRINTED = SlipState.PRINTED.value
    FAILED = SlipState.FAILED.value
    UNKNOWN = SlipState.UNKNOWN.value
    MISSING = "missing"


class SlipBody(Body):
    """How the printing of a slip ended."""

    model_config = shown(
        {"state": "printed", "printer": "取号机一"},
        {"state": "failed", "reason": "printer.paper_out", "printer": "取号机一"},
    )

    state: Annotated[
        Literal["printed", "failed", "unknown"],
        Field(description="`unknown`: it may be out, and nobody can tell."),
    ]
    reason: Annotated[
        Id | None,
        Field(description="Why, in the key of the printer's state.", examples=["printer.paper_out"]),
    ] = None
    printer: PrinterName = None


class ReprintBody(Body):
    """Which printer prints a slip once more; without one whoever asks does."""

    model_config = shown({"printer": "取号机一"}, {})

    printer: PrinterName = None


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
        return Wish(self.queue, items, visitor_class=self.visitor_class, language=self.lang, proven=True)


class ReasonBody(Body):
    """An act that takes a reason if there is one."""

    model_config = shown({"reason": "absent"})

    reason: Given = None


class SettleBody(Body):
    """The `Idempotency-Key` of a request that had no answer."""

    model_config = shown({"key": "8f14e45f-ceea-467a-9f8b-1d1a1f0e6c2a"})

    key: Annotated[str, Field(min_length=1, max_length=255, pattern=r"^[ -~]+$")]


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
