"""What a program may ask of short messages, and what sends them for the outbox."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol


class Kind(Enum):
    """What a message is for; it decides how long it is worth sending."""

    COME_NOW = "come_now"
    NOTICE = "notice"


class Stage(Enum):
    """How far a message is.

    ``DELIVERED``: the phone has it; only where the carrier tells such.
    ``UNKNOWN``: it was handed over and no word came back. It is not sent again: once is promised.
    """

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Delivered(Enum):
    """What became of a part on its way to the phone."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of a message.

    Attributes:
        key: Stable message key of why it failed or still waits, ``""`` where nothing is wrong.
        detail: For the log and the support line, with the network's or gateway's own code.
        tries: How often it was handed over.
        parts_sent: How many parts of it are sent.
    """

    stage: Stage
    key: str = ""
    detail: str = ""
    tries: int = 0
    parts_sent: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """One message; printed it shows neither number nor text.

    Attributes:
        id: What makes it one message, e.g. ``"<ticket>/come_now/1"``; the same id is never sent twice.
        number: In international form (``"+8613800138000"``).
        made_at: When it became true, timezone-aware; an old "come now" is a lie.
    """

    id: str
    number: str = field(repr=False)
    text: str = field(repr=False)
    kind: Kind
    made_at: datetime


class Outbox(Protocol):
    """Where messages are put; nothing here waits for a modem or a network."""

    def submit(self, message_id: str, number: str, text: str, kind: Kind, made_at: datetime) -> Receipt:
        """Take a message to be sent once, in the order of its number's messages.

        A number or text that cannot be sent to is no exception: the receipt says so, as it does for one that
        the network refuses later. An id that was taken before gives that message's receipt, and nothing is
        sent.
        """

    def receipt(self, message_id: str) -> Receipt | None:
        """Return what is known of a message, ``None`` where its id was never taken."""

    def withdraw(self, message_id: str) -> None:
        """Send a message no more that is no longer true, if it is not under way or sent."""


class Carrier(Protocol):
    """What sends messages for the outbox: a modem or a gateway. Calls may take as long as it says.

    Attributes:
        name: As the settings name it.
    """

    name: str

    def parts(self, text: str) -> int:
        """Return in how many parts a text goes, each with an outcome of its own.

        Raises:
            TextRefused: It cannot be sent.
        """

    def send(self, message: Message, part: int) -> str:
        """Hand over one part, the first is 0, and return the carrier's own word for it, for the log.

        Raises:
            SmsFailed: Surely not sent; ``passes`` tells whether trying again later may help.
            OutcomeUnknown, SendUnknown: Nobody can tell whether it was (``maybe_done``).
            DeviceUnreachable: The carrier is not there; surely not sent unless ``maybe_done``.
        """
