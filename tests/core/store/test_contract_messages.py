"""Who can be sent messages: the fake store and the real one are held to the same."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from core.app.call_next import call_next
from core.app.finish import finish
from core.app.privacy import keep_phone
from core.app.ratings import rate
from core.app.take import Taken
from core.app.windows import open_window
from core.domain.event import EventKind
from core.domain.rating import Said
from core.domain.ticket import LegState
from tests.support.clock import MORNING
from tests.support.history import Store
from tests.support.visiting import taken

LONG_AGO = MORNING - timedelta(days=1)


def with_phone(store: Store, queue: str = "insurance") -> Taken:
    found = taken(store, queue)
    store.run(lambda uow: keep_phone(uow, found.ticket.id, "sealed"))
    return found


def states(store: Store, since: object = LONG_AGO) -> list[tuple[str, LegState, int]]:
    found = store.reader.visitors.reachable(since)  # type: ignore[arg-type]
    return sorted((each.ticket.number, each.leg.state, each.ahead) for each in found)


def test_only_who_left_a_number_is_found_with_who_is_ahead(store: Store) -> None:
    taken(store)
    first = with_phone(store)
    taken(store)
    second = with_phone(store)
    assert states(store) == [
        (first.ticket.number, LegState.WAITING, 1),
        (second.ticket.number, LegState.WAITING, 3),
    ]
    found = store.reader.visitors.reachable(LONG_AGO)
    assert (first.ticket, first.legs[0]) in [(each.ticket, each.leg) for each in found]


def test_a_visit_is_followed_to_its_end_and_until_it_is_rated(store: Store) -> None:
    ticket = with_phone(store).ticket
    store.run(partial(open_window, window=1, clerk="0301", by="clerk:0301"))
    store.run(partial(call_next, window=1, by="clerk:0301"))
    assert states(store) == [(ticket.number, LegState.CALLED, 0)]
    store.run(partial(finish, window=1, by="clerk:0301"))
    assert states(store) == [(ticket.number, LegState.DONE, 0)]
    assert states(store, MORNING + timedelta(days=1)) == []
    store.run(partial(rate, track=ticket.track, said=Said(level=5)))
    assert states(store) == []


def test_that_a_number_was_left_is_told_and_the_number_is_not(store: Store) -> None:
    ticket = with_phone(store).ticket
    told = store.reader.events_after(0, 1000)[-1]
    assert (told.kind, told.ticket, told.data) == (EventKind.REACHABLE, ticket.id, {"number": ticket.number})
