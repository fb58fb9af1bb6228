"""Who waits, as far as the calling rule looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.domain.leg import BY_ARRIVAL


class InLine(Protocol):
    """A leg, or as much of it as says who is next (:class:`core.domain.leg.Leg` has the words)."""

    @property
    def id(self) -> str:
        """The leg's id."""

    @property
    def number(self) -> str:
        """What is printed."""

    @property
    def queue(self) -> str:
        """Where it waits."""

    @property
    def visitor_class(self) -> str:
        """Whose."""

    @property
    def since(self) -> datetime:
        """Since when it waits."""

    @property
    def entered(self) -> int:
        """Settles equal ``since``."""

    @property
    def rank(self) -> int:
        """First in line, or by arrival."""

    @property
    def pin(self) -> int | None:
        """The only window that may call it."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first of a lane: a window may look at eighty of them to call one.

    Attributes: those of :class:`InLine`.
    """

    id: str
    number: str
    queue: str
    visitor_class: str
    since: datetime
    entered: int
    rank: int = BY_ARRIVAL
    pin: int | None = None


def let_go(leg: InLine) -> Head:
    """Return a leg as waiting for any window of its queue."""
    return Head(leg.id, leg.number, leg.queue, leg.visitor_class, leg.since, leg.entered, leg.rank)
