"""Bodies of requests and answers about number blocks and the tickets that kiosks gave out of them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field

from core.app.blocks import Blocks
from core.app.offline import HandedIn, Offline, Printed
from core.app.take import Card, Wish
from core.domain.block import SIZE_MOST, SIZE_USUAL
from core.domain.errors import HallError
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from core.service.answers import Answer, Number, QueueId
from core.service.bodies import ITEMS_MOST, CardBody, Language, PrinterName, VisitorClass, shown
from core.service.wire import PRINTABLE, Body, Id
from core.service.wire_visitors import CardHash, Day, DayText

QUEUES_MOST = 1000
TICKETS_MOST = 50
"""So many tickets are handed in at once: what waits meanwhile waits for one commit."""
WRITTEN_MOST = 64

Machine = Annotated[Id, Field(description="The machine's name, the same each time.", examples=["取号机一"])]
_OFFLINE: dict[str, Any] = {
    "date": "2026-11-23",
    "number": "A981",
    "queue": "social_insurance",
    "lang": "bo",
    "at": "2026-11-23T02:15:04.120000Z",
    "slip": {"state": "printed", "printer": "取号机一"},
    "instead_of": "8f14e45f-ceea-467a-9f8b-1d1a1f0e6c2a",
}


class BlocksBody(Body):
    """How much of its blocks a machine still has."""

    model_config = shown({"machine": "取号机一", "have": {"social_insurance": 18}, "size": 20})

    machine: Machine
    have: Annotated[
        dict[Id, Annotated[int, Field(ge=0, le=10_000)]],
        Field(
            default_factory=dict,
            max_length=QUEUES_MOST,
            description="Unused numbers of today by queue; none where not named.",
        ),
    ]
    size: Annotated[
        int, Field(ge=0, le=SIZE_MOST, description="So many unused numbers of each queue it is to have.")
    ] = SIZE_USUAL


class BlockNumberAnswer(Answer):
    """A number that the machine may give out, and the token for its slip."""

    number: Number
    track: str = Field(description="Token of the visitor's own page.", examples=["mHnSb2Z4pQ1xYtVwK8cE3g"])


class BlockAnswer(Answer):
    """Numbers of a queue, in the order in which they are to be given out."""

    queue: QueueId
    numbers: list[BlockNumberAnswer]


class BlocksAnswer(Answer):
    """Numbers that were set aside just now; queues that need none are not listed."""

    date: DayText = Field(description="The business date on which they may be given out.")
    blocks: list[BlockAnswer]


class OfflineSlipBody(Body):
    """How the printing of the slip ended."""

    model_config = shown({"state": "printed", "reason": None, "printer": "取号机一"})

    state: Annotated[
        Literal["printed", "failed", "unknown"],
        Field(description="`unknown`: it may be out, and nobody can tell."),
    ]
    reason: Annotated[Id | None, Field(description="Why, in the key of the printer's state.")] = None
    printer: PrinterName = None

    def printed(self) -> Printed:
        """Return what is told."""
        return Printed(SlipState(self.state), self.reason, self.printer)


class OfflineTicketBody(Body):
    """A ticket that the kiosk gave out by itself."""

    model_config = shown(_OFFLINE)

    date: Annotated[Day, Field(description="The date of the block.")]
    number: Annotated[str, Field(min_length=1, max_length=8, pattern=PRINTABLE, examples=["A981"])]
    queue: Annotated[Id | None, Field(description="Id of its queue; without one that of the block.")] = None
    items: Annotated[
        tuple[Id, ...], Field(max_length=ITEMS_MOST, description="Ids of items: a visit of as many steps.")
    ] = ()
    matter: Annotated[Id | None, Field(description="Id of a matter of several steps (一件事).")] = None
    visitor_class: VisitorClass = None
    lang: Language = None
    assisted: Annotated[bool, Field(description="Taken by staff for somebody who cannot (帮办).")] = False
    # Not looked at more closely here: one that is wrong must not hold up the tickets beside it.
    phone: Annotated[str | None, Field(max_length=WRITTEN_MOST, description="As the visitor typed it.")] = (
        None
    )
    card: Annotated[
        CardBody | CardHash | None, Field(description="The visitor's card, or just the hash of its number.")
    ] = None
    at: Annotated[AwareDatetime, Field(description="When the kiosk gave it out, by its own clock.")]
    slip: OfflineSlipBody | None = None
    instead_of: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=255,
            pattern=r"^[ -~]+$",
            description="`Idempotency-Key` of the request that had no answer before this number was given"
            " out: its ticket, if there is one, becomes void, and the key is refused from now on.",
        ),
    ] = None

    def offline(self, *, phone: str | None, noted: tuple[str, ...]) -> Offline:
        """Return the ticket; ``phone``: encrypted."""
        card = Card(self.card) if isinstance(self.card, str) else None
        if isinstance(self.card, CardBody):
            card = Card(self.card.hash, self.card.age)
        return Offline(
            date=self.date,
            number=self.number,
            wish=Wish(
                queue=self.queue,
                items=self.items,
                matter=self.matter,
                visitor_class=self.visitor_class,
                language=self.lang,
                card=card,
                assisted=self.assisted,
            ),
            at=self.at,
            slip=self.slip.printed() if self.slip else None,
            phone=phone,
            instead_of=self.instead_of,
            noted=noted,
        )


class OfflineBody(Body):
    """Tickets that a machine gave out by itself."""

    model_config = shown({"machine": "取号机一", "tickets": [_OFFLINE]})

    machine: Machine
    tickets: Annotated[list[OfflineTicketBody], Field(max_length=TICKETS_MOST)]


class RefusedAnswer(Answer):
    """Why a ticket was not taken over."""

    key: str = Field(examples=["block.not_reserved"])
    params: dict[str, Any] = Field(examples=[{"number": "A981", "date": "2026-11-23", "machine": "取号机一"}])


class HandedInAnswer(Answer):
    """What became of one ticket."""

    date: DayText
    number: Number
    id: str | None = Field(description="The ticket's id.", examples=["019a2b3c4d5e6f7a8b9c0d"])
    state: LegState | None = Field(description="Where the visit is; `void`: its day had ended.")
    track: str | None = Field(examples=["mHnSb2Z4pQ1xYtVwK8cE3g"])
    given: Literal["now", "before"] | None = Field(description="`before`: it had been handed in already.")
    refused: RefusedAnswer | None


class OfflineAnswer(Answer):
    """What became of each ticket, in the order of the request."""

    tickets: list[HandedInAnswer]


def blocks_json(blocks: Blocks) -> dict[str, Any]:
    """Return what was set aside."""
    return {
        "date": blocks.date.isoformat(),
        "blocks": [
            {
                "queue": queue,
                "numbers": [{"number": each.number, "track": each.track} for each in numbers],
            }
            for queue, numbers in blocks.numbers.items()
        ],
    }


def handed_in_json(asked: OfflineTicketBody, found: HandedIn | HallError) -> dict[str, Any]:
    """Return what became of one ticket."""
    named = {"date": asked.date.isoformat(), "number": asked.number}
    if isinstance(found, HallError):
        refused = {"key": found.key, "params": found.params}
        return named | {"id": None, "state": None, "track": None, "given": None, "refused": refused}
    return named | {
        "id": found.ticket.id,
        "state": found.leg.state.value,
        "track": found.ticket.track,
        "given": "before" if found.before else "now",
        "refused": None,
    }
