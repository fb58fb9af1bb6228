"""Text messages on the wire."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from core.domain.clock import to_text
from core.domain.messages import Due
from core.domain.sms import MessageKind
from core.service.answers import Answer, Instant


class MessageAnswer(Answer):
    """A message that is due; the phone number is asked for only by who has not sent it yet."""

    id: str = Field(
        description="No other message has it.", examples=["019a2b3c4d5e6f7a8b9c0d.1/020304/1/now"]
    )
    kind: MessageKind
    at: Annotated[Instant, Field(description="When it became true.")]
    ticket: str = Field(examples=["019a2b3c4d5e6f7a8b9c0d"])
    leg: str = Field(examples=["019a2b3c4d5e6f7a8b9c0d.1"])
    number: str = Field(examples=["A017"])
    queue: str = Field(examples=["medical"])
    window: int | None = Field(examples=[3])
    ahead: int = Field(ge=0, examples=[3])


class MessagesAnswer(Answer):
    """The messages that are due now."""

    at: Annotated[Instant, Field(description="Now, by the core's clock.")]
    messages: list[MessageAnswer]
    tickets: list[str] = Field(
        description="Ids of the visits with a phone number: what happens to others changes nothing here.",
        examples=[["019a2b3c4d5e6f7a8b9c0d"]],
    )
    queues: list[str] = Field(
        description="Ids of the queues that such visitors wait in: who is called there changes how many are"
        " ahead.",
        examples=[["medical"]],
    )


class ContactAnswer(Answer):
    """How a visitor is reached."""

    phone: str = Field(description="Digits, of the mainland.", examples=["13800138000"])
    lang: str = Field(description="What the visitor reads.", examples=["bo"])
    track: str = Field(description="Token of the visitor's own page, for a link in the message.")


def message_json(message: Due) -> dict[str, Any]:
    """Return a message as the answer shows it."""
    return {
        "id": message.id,
        "kind": message.kind.value,
        "at": to_text(message.at),
        "ticket": message.ticket,
        "leg": message.leg,
        "number": message.number,
        "queue": message.queue,
        "window": message.window,
        "ahead": message.ahead,
    }
