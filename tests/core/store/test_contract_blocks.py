"""What every store promises of number blocks: the fake one and the real one are held to the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from core.app.at_window import start
from core.app.blocks import Blocks, reserve
from core.app.call_next import call_next
from core.app.day import BLOCKS_KEPT
from core.app.offline import HandedIn, Offline, Printed, hand_in
from core.app.once import once
from core.app.take import Wish, take
from core.app.windows import open_window
from core.domain.block import OPEN_MOST, Reserved
from core.domain.day_figures import day_figures
from core.domain.errors import ItemUnknown, KeyReused, NotReserved, QueueUnknown
from core.domain.event import Event, EventKind
from core.domain.floor import replay
from core.domain.leg import Leg
from core.domain.quota import Half
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from tests.support.clock import MORNING, Clock
from tests.support.hall_machine import Store
from tests.support.sql_store import SqlStore

TODAY = date(2026, 11, 23)


def aside(store: Store, size: int = 3, machine: str = "kiosk-1", **have: int) -> Blocks:
    found: Blocks = store.run(partial(reserve, machine=machine, have=have, size=size))
    return found


def block(store: Store, size: int = 3, machine: str = "kiosk-1", **have: int) -> list[Reserved]:
    """Return what is set aside of one queue."""
    return list(aside(store, size, machine, **have).numbers.get("insurance", ()))


def numbers(block: list[Reserved]) -> list[str]:
    return [each.number for each in block]


def taken(store: Store, queue: str = "insurance") -> str:
    number: str = store.run(partial(take, wish=Wish(queue), by="kiosk:1")).ticket.number
    return number


def handed(store: Store, number: Reserved, **of: object) -> HandedIn:
    machine = str(of.pop("machine", number.machine))
    given = {"wish": Wish(), "at": MORNING, **of}
    offline = Offline(number.date, number.number, **given)  # type: ignore[arg-type]
    found: HandedIn = store.run(partial(hand_in, offline=offline, machine=machine, by="kiosk:1"))
    return found


def issued(store: Store) -> dict[Half, int]:
    return store.reader.issued(TODAY)["A"]


def events(store: Store) -> list[Event]:
    return store.reader.events_after(0, 1000)


def test_a_block_is_topped_up_and_no_two_machines_share_a_number(store: Store) -> None:
    first = aside(store)
    assert (first.date, set(first.numbers)) == (TODAY, {"insurance", "company", "food", "advice"})
    assert numbers(list(first.numbers["company"])) == ["B999", "B998", "B997"]
    assert numbers(block(store, machine="kiosk-2")) == ["A996", "A995", "A994"]
    assert numbers(block(store, insurance=1)) == ["A993", "A992"]
    assert block(store, insurance=3) == []
    assert block(store, 0) == []
    every = store.run(lambda uow: uow.blocks.reserved())
    assert len({each.track for each in every}) == len(every)
    assert {each.reserved_at for each in every} == {MORNING}


def test_the_series_knows_nothing_of_a_block_far_ahead(store: Store) -> None:
    block(store)
    assert [taken(store) for _ in range(3)] == ["A001", "A002", "A003"]
    assert numbers(block(store)) == ["A996", "A995", "A994"]
    assert issued(store) == {Half.MORNING: 3, Half.AFTERNOON: 0}


def test_the_series_passes_over_what_is_set_aside_and_does_not_count_it(store: Store) -> None:
    taken(store)
    store.run(lambda uow: uow.blocks.reserve([_one(running) for running in (3, 4, 6)]))
    assert [taken(store) for _ in range(5)] == ["A002", "A005", "A007", "A008", "A009"]
    assert issued(store) == {Half.MORNING: 6, Half.AFTERNOON: 0}
    (series,) = day_figures(store.reader.reports.day(TODAY)).series
    assert (series.first, series.last, series.count) == ("A001", "A009", 6)


def _one(running: int) -> Reserved:
    number = f"A{running:03d}"
    return Reserved(number, TODAY, "A", running, "insurance", "kiosk-1", f"track-{running}", MORNING)


def test_a_live_ticket_asks_nothing_more_for_blocks(on_disk: SqlStore) -> None:
    def asked() -> list[str]:
        """Return the statements of a take, without their values."""
        told: list[str] = []

        def traced(uow: Any) -> None:
            driver = uow.tickets._t.connection.connection.dbapi_connection
            driver.set_trace_callback(told.append)
            take(uow, Wish("insurance"), by="kiosk:1")
            driver.set_trace_callback(None)

        on_disk.run(traced)
        return [each.split()[0] + each.split()[1] + each.split()[2] for each in told]

    taken(on_disk)
    before = asked()
    block(on_disk, 100)
    assert asked() == before


def test_a_series_that_begins_behind_a_block_begins_there(store: Store) -> None:
    store.run(lambda uow: uow.blocks.reserve([_one(1)]))
    assert store.run(lambda uow: uow.blocks.series()) == {"A": 0}
    assert taken(store) == "A002"


def test_a_machine_that_loses_its_numbers_does_not_get_all(store: Store) -> None:
    got = sum(len(block(store, 100)) for _ in range(4))
    assert got == OPEN_MOST
    last = store.run(lambda uow: uow.blocks.reserved())[-1]
    handed(store, last)
    assert len(block(store, 100)) == (1 if last.prefix == "A" else 0)
    assert len(block(store, 100, machine="kiosk-2")) == 100


def test_a_ticket_is_handed_in_once_and_waits_since_it_was_given_out(store: Store, clock: Clock) -> None:
    first, second, _ = block(store)
    clock.advance(minutes=10)
    taken(store)
    clock.advance(minutes=10)
    at = MORNING + timedelta(minutes=5)
    found = handed(store, first, at=at)
    assert (found.before, found.ticket.number, found.ticket.track) == (False, "A999", first.track)
    assert (found.ticket.taken_at, found.leg.since, found.leg.state) == (at, at, LegState.WAITING)
    again = handed(store, first, at=clock.now, wish=Wish("company"))
    assert again == HandedIn(found.ticket, found.leg, before=True)
    assert issued(store) == {Half.MORNING: 2, Half.AFTERNOON: 0}
    store.run(partial(open_window, window=1, clerk=None, by="c"))
    called = store.run(partial(call_next, window=1, by="c"))
    assert called.leg.number == "A999", "who came first is called first"
    assert handed(store, first).leg.state is LegState.CALLED
    figures = day_figures(store.reader.reports.day(TODAY))
    assert (figures.tickets, figures.total.taken) == (2, 2)
    assert round(figures.total.wait.sum_s) == 15 * 60
    (told, *_) = [each for each in events(store) if each.data.get("offline")]
    assert told.kind is EventKind.TAKEN
    assert (told.data["taken_at"], told.data["machine"]) == ("2026-11-23T01:05:00.000000Z", "kiosk-1")
    assert second.ticket is None


@pytest.mark.parametrize(("minutes", "since"), [(-60, 0), (7, 7), (500, 20)])
def test_a_kiosks_clock_is_not_believed(store: Store, clock: Clock, minutes: int, since: int) -> None:
    number = block(store)[0]
    clock.advance(minutes=20)
    found = handed(store, number, at=MORNING + timedelta(minutes=minutes))
    assert found.leg.since == MORNING + timedelta(minutes=since)


def test_an_offline_ticket_of_the_morning_counts_with_the_morning(store: Store, clock: Clock) -> None:
    first, second, _ = block(store)
    clock.advance(hours=5)
    handed(store, first, at=MORNING)
    handed(store, second, at=clock.now)
    assert issued(store) == {Half.MORNING: 1, Half.AFTERNOON: 1}


def test_what_is_not_set_aside_for_it_a_machine_cannot_hand_in(store: Store) -> None:
    number = block(store)[0]
    before = len(events(store))
    for wrong in (
        replace(number, machine="kiosk-2"),
        replace(number, number="A001"),
        replace(number, date=TODAY + timedelta(days=1)),
    ):
        with pytest.raises(NotReserved) as refused:
            handed(store, wrong)
        assert refused.value.params["number"] == wrong.number
    with pytest.raises(QueueUnknown):
        handed(store, number, wish=Wish("no_such"))
    with pytest.raises(ItemUnknown):
        handed(store, number, wish=Wish(items=("no_such",)))
    assert len(events(store)) == before
    assert not handed(store, number).before


def test_one_item_waits_where_its_number_is_of_if_it_is_done_there(store: Store) -> None:
    hall = store.run(lambda uow: uow.hall)
    licence = replace(hall.item("licence"), also=("food",))
    items = tuple(licence if each.id == "licence" else each for each in hall.items)
    store.run(lambda uow: uow.set_hall(replace(hall, items=items)))
    wish = Wish(items=("licence",))
    blocks = aside(store, 2).numbers
    assert handed(store, blocks["food"][0], wish=wish).leg.queue == "food"
    assert handed(store, blocks["company"][0], wish=wish).leg.queue == "company"
    elsewhere = handed(store, blocks["advice"][0], wish=wish).leg
    assert (elsewhere.number, elsewhere.queue, elsewhere.item) == ("D999", "company", "licence")


def test_no_rule_refuses_what_a_visitor_holds_and_the_event_says_which_would_have(store: Store) -> None:
    number = block(store)[0]
    wish = Wish(visitor_class="king", language="fr", card=None)
    found = handed(store, number, wish=wish, noted=("phone.refused",))
    assert (found.ticket.visitor_class, found.ticket.language) == ("ordinary", "zh")
    overruled = events(store)[-1].data["overruled"]
    assert overruled == ["phone.refused", "class.unknown", "language.unknown"]


@pytest.mark.parametrize("reason", [None, "printer.paper_out"])
def test_the_slip_is_as_the_kiosk_tells(store: Store, reason: str | None) -> None:
    printed = Printed(SlipState.FAILED, reason, "取号机一" if reason else None)
    found = handed(store, block(store)[0], slip=printed)
    assert store.tickets()[found.ticket.id].slip is SlipState.FAILED
    told = [each for each in events(store) if each.kind is EventKind.SLIP_CHANGED]
    assert [each.data["reason"] for each in told] == ([reason] if reason else [])


def test_a_ticket_of_a_day_that_has_ended_is_void_and_counted(store: Store, clock: Clock) -> None:
    number = block(store)[0]
    taken(store)
    clock.advance(days=1)
    found = handed(store, number, wish=Wish(items=("card", "licence")), phone="sealed")
    assert (found.leg.state, found.ticket.date) == (LegState.VOID, TODAY)
    mine = [leg for leg in store.legs().values() if leg.ticket == found.ticket.id]
    assert {leg.state for leg in mine} == {LegState.VOID}
    assert store.reader.visitors.phone(found.ticket.id) is None
    figures = day_figures(store.reader.reports.day(TODAY))
    assert (figures.tickets, figures.total.taken, figures.total.void) == (2, 2, 2)
    assert handed(store, number).before
    assert block(store)[0].number == "A999", "a new day has its own"
    assert handed(store, number).ticket.date == TODAY


def test_a_number_is_remembered_for_a_month(store: Store, clock: Clock) -> None:
    first, second, _ = block(store)
    clock.advance(days=BLOCKS_KEPT.days)
    handed(store, first)
    clock.advance(days=1)
    for each in (first, second):
        with pytest.raises(NotReserved):
            handed(store, each)


def lost(store: Store, key: str = "key") -> Leg:
    """Take a ticket whose answer the kiosk never hears."""
    found: list[Leg] = []

    def work(uow: object) -> dict[str, str]:
        new = take(uow, Wish("insurance"), by="kiosk:1")  # type: ignore[arg-type]
        found.append(new.leg)
        return {"id": new.ticket.id, "track": new.ticket.track}

    store.run(once(key, "print", work))
    return found[0]


def test_a_ticket_that_nobody_saw_is_ended_with_the_one_instead_of_it(store: Store) -> None:
    number, orphan = block(store)[0], lost(store)
    handed(store, number, instead_of="key")
    gone = store.legs()[orphan.id]
    assert (gone.state, gone.reason) == (LegState.VOID, "replaced")
    with pytest.raises(KeyReused):
        lost(store)
    assert store.reader.floor().waiting["insurance"] == 1
    assert store.reader.floor() == replay(store.run(lambda uow: uow.hall), events(store))


def test_a_request_that_comes_after_its_number_was_given_otherwise_is_refused(store: Store) -> None:
    number = block(store)[0]
    for _ in range(2):
        handed(store, number, instead_of="key")
        with pytest.raises(KeyReused):
            lost(store)
    assert [leg.number for leg in store.legs().values()] == ["A999"]


def test_whom_a_clerk_serves_is_not_ended(store: Store) -> None:
    first, second, _ = block(store)
    orphan = lost(store)
    store.run(partial(open_window, window=1, clerk=None, by="c"))
    store.run(partial(call_next, window=1, by="c"))
    handed(store, first, instead_of="key")
    assert store.legs()[orphan.id].state is LegState.VOID, "called, and nobody can come"
    serving = lost(store, "other")
    for _ in range(2):
        store.run(partial(call_next, window=1, by="c"))
    store.run(partial(start, window=1, by="c"))
    handed(store, second, instead_of="other")
    assert store.legs()[serving.id].state is LegState.SERVING


def test_a_key_of_another_kind_of_request_ends_nothing(store: Store) -> None:
    number = block(store)[0]
    store.run(once("key", "print", lambda uow: {"date": "2026-11-23", "blocks": []}))
    store.run(once("gone", "print", lambda uow: {"id": "no_such", "track": "t"}))
    assert not handed(store, number, instead_of="key").before
    assert not handed(store, block(store)[0], instead_of="gone").before
