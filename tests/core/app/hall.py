"""A hall in memory and its clock, with the moves that the tests of the use cases make again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from core.app.call_next import Called, call_next
from core.app.describe_hall import describe_hall
from core.app.finish import finish
from core.app.take import Taken, Wish, take
from core.app.windows import open_window
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.rules import Rules
from tests.support.clock import Clock
from tests.support.every_rule import every_rule, hire
from tests.support.fake_store import FakeStore

BY = "clerk:1"


class Hands:
    """What people do in a hall; each method is one command."""

    def __init__(self, hall: Hall | None = None) -> None:
        self.clock = Clock()
        self.store = FakeStore(hall or every_rule(), self.clock)
        self.store.run(hire)

    def do(self, command: Callable[..., Any], **given: Any) -> Any:
        """Run a use case; who does it is said for it."""
        return self.store.run(partial(command, **({"by": BY} | given)))

    def take(self, queue: str | None = "insurance", **wish: Any) -> Taken:
        """Take a ticket of a queue; staff vouches for the class."""
        found: Taken = self.do(take, wish=Wish(queue, **({"proven": True} | wish)))
        return found

    def open(self, window: int, clerk: str | None = None) -> None:
        """Open a window."""
        self.do(open_window, window=window, clerk=clerk)

    def call(self, window: int) -> Leg:
        """Open a window and call somebody to it."""
        self.open(window)
        found = self.do(call_next, window=window)
        assert isinstance(found, Called)
        return found.leg

    def rules(self, queue: str, **rules: Any) -> None:
        """Let a queue be run by other rules."""
        hall: Hall = self.store.reader.kept.hall
        queues = tuple(
            replace(each, rules=Rules(**rules)) if each.id == queue else each for each in hall.queues
        )
        self.describe(queues=queues)

    def describe(self, **changes: Any) -> None:
        """Change the hall's description."""
        self.do(describe_hall, hall=replace(self.store.reader.kept.hall, **changes))

    def leg(self, leg: Leg) -> Leg:
        """Return a leg as it is now."""
        return self.store.legs()[leg.id]

    def visit(self, ticket: str) -> list[Leg]:
        """Return the legs of a visit as they are now."""
        return self.store.reader.kept.legs_of(ticket)

    def events(self, after: int = 0) -> list[Event]:
        """Return what happened."""
        return self.store.reader.events_after(after, 10_000)

    @property
    def seq(self) -> int:
        """Number of the last event."""
        return self.store.reader.floor().seq


def a_matter(hall: Hands) -> str:
    """Return a visit whose company and food legs wait at the same time."""
    ticket = hall.take(None, matter="business").ticket.id
    hall.call(1)
    hall.do(finish, window=1)
    return ticket
