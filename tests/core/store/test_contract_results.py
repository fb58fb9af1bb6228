"""What every store promises of results to be collected: the fake one and the real one alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from core.app.privacy import erase_results
from core.app.results import collected, make_ready, withdraw
from core.app.take import Wish, take
from core.domain.errors import ResultAlready, ResultUnknown
from core.domain.event import EventKind
from core.domain.hall import Hall
from core.domain.result import Result
from tests.core.store.test_visitors import on_disk as every_byte
from tests.support.clock import Clock
from tests.support.hall_machine import Store
from tests.support.sql_store import SqlStore


def put_up(
    store: Store, text: str = "", window: int = 1, *, ticket: str | None = None, queue: str | None = None
) -> Result:
    put = partial(make_ready, window=window, text=text, ticket=ticket, queue=queue, by="clerk:1")
    made: Result = store.run(put)
    return made


def events_of(store: Store) -> list[tuple[EventKind, str | None]]:
    kinds = (EventKind.RESULT_READY, EventKind.RESULT_COLLECTED, EventKind.RESULT_WITHDRAWN)
    return [
        (event.kind, event.data.get("text"))
        for event in store.reader.events_after(0, 99)
        if event.kind in kinds
    ]


def test_a_result_is_kept_as_it_is_and_stands_on_the_floor(store: Store) -> None:
    ticket = store.run(partial(take, wish=Wish("insurance"), by="kiosk:1")).ticket
    of_ticket = put_up(store, ticket=ticket.id)
    typed = put_up(store, "b-117", queue="food")
    assert store.reader.results() == [of_ticket, typed]
    assert (of_ticket.text, of_ticket.day) == ("A001", ticket.date)
    assert (of_ticket.window, of_ticket.queue) == (1, None)
    assert (typed.text, typed.day, typed.window, typed.queue, typed.zone) == (
        "B-117",
        None,
        None,
        "food",
        store.run(lambda uow: uow.hall.zone_of("food")),
    )
    floor = store.reader.floor()
    assert [each.text for each in floor.results.newest()] == ["B-117", "A001"]
    assert store.run(lambda uow: uow.results.get(typed.id)) == typed


def test_the_same_text_stands_there_once_but_a_number_of_another_day_is_another(
    store: Store, clock: Clock
) -> None:
    first = store.run(partial(take, wish=Wish("insurance"), by="kiosk:1")).ticket
    put_up(store, ticket=first.id)
    with pytest.raises(ResultAlready) as refused:
        put_up(store, window=2, ticket=first.id)
    assert (refused.value.params["text"], refused.value.params["window"]) == ("A001", 1)
    put_up(store, "B1")
    with pytest.raises(ResultAlready):
        put_up(store, " b1 ", window=3)
    clock.advance(minutes=24 * 60)
    second = store.run(partial(take, wish=Wish("insurance"), by="kiosk:1")).ticket
    put_up(store, ticket=second.id)
    assert [(each.text, each.day) for each in store.reader.results()] == [
        ("A001", first.date),
        ("B1", None),
        ("A001", second.date),
    ]


@pytest.mark.parametrize("act", [collected, withdraw])
def test_what_is_gone_is_gone_with_its_text(store: Store, act: Any) -> None:
    made, stays = put_up(store, "B1"), put_up(store, "B2", queue="insurance")
    assert store.run(partial(act, result=made.id, by="clerk:1")) == made
    assert store.reader.results() == [stays]
    kind = EventKind.RESULT_COLLECTED if act is collected else EventKind.RESULT_WITHDRAWN
    assert events_of(store) == [
        (EventKind.RESULT_READY, None),
        (EventKind.RESULT_READY, "B2"),
        (kind, None),
    ]
    with pytest.raises(ResultUnknown):
        store.run(partial(act, result=made.id, by="clerk:1"))
    put_up(store, "B1")


def test_what_nobody_collects_is_erased_on_its_day_with_a_record_and_the_rest_stays(
    store: Store, clock: Clock
) -> None:
    put_up(store, "B1")
    put_up(store, "B2", window=3)
    hall: Hall = store.run(lambda uow: uow.hall)
    clock.advance(minutes=24 * 60 * hall.result_days)
    fresh = put_up(store, "B3")
    seen = store.reader.floor()
    assert store.run(erase_results) == 0, "the last day of the first ones"
    clock.advance(minutes=24 * 60)
    assert store.run(erase_results) == 2
    assert store.run(erase_results) == 0
    assert store.reader.results() == [fresh]
    (record,) = [each for each in store.reader.visitors.erasures() if each.what == "results"]
    assert (record.count, record.before) == (2, store.run(lambda uow: uow.today) - timedelta(days=30))
    for event in store.reader.events_after(seen.seq, 99):
        seen.apply(event)
    assert seen.results == store.reader.floor().results
    assert events_of(store)[0] == (EventKind.RESULT_READY, None)


@pytest.mark.logs("a command failed and was rolled back")
def test_the_schema_itself_keeps_the_same_text_once(sql: SqlStore) -> None:
    made = put_up(sql, "B1")

    def again(uow: Any) -> None:
        uow.results.add(replace(made, id="another"))

    with pytest.raises(Exception, match=r"(?i)unique"):
        sql.run(again)


def test_nothing_of_a_text_is_left_on_the_disk_once_it_is_collected(on_disk: SqlStore) -> None:
    made = put_up(on_disk, "KEPT-4711")
    assert b"KEPT-4711" in every_byte(on_disk)
    on_disk.run(partial(collected, result=made.id, by="clerk:1"))
    on_disk.run(lambda uow: None)
    assert b"KEPT-4711" not in every_byte(on_disk)
