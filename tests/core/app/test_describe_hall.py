"""A new description of a live hall loses nobody: it says who is in the way, or takes them along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.app import at_window
from core.app.call_next import Called, call_next
from core.app.describe_hall import Described, describe_hall
from core.app.finish import finish
from core.app.hall_in_use import HallInUse
from core.app.suspend import suspend
from core.app.take import Wish, take
from core.app.tickets import restore
from core.app.transfer import Target, transfer_ticket
from core.app.undo import undo
from core.app.windows import open_window
from core.domain.errors import NothingToUndo
from core.domain.event import EventKind
from core.domain.floor import empty_floor
from core.domain.hall import Hall, Matter, Stage, Tier
from core.domain.leg import Leg
from core.domain.ticket import LegState, Suspension
from core.domain.window import WindowStatus
from tests.support.clock import Clock
from tests.support.fake_store import FakeStore
from tests.support.hall_machine import Store
from tests.support.sql_store import SqlStore
from tests.support.visiting import booked, booking_hall, taken
from tests.support.visits import must_be_sound

MATTER = Matter("shop", {"zh": "开店"}, (Stage(("company",)), Stage(("food", "advice"))))
PAID = Matter("paid", {"zh": "缴费"}, (Stage(("company",)), Stage(("advice",), back=True)))
HALL = replace(booking_hall(), matters=(MATTER, PAID))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["fake", "sql"])
def store(request: pytest.FixtureRequest, clock: Clock, tmp_path: Path) -> Iterator[Store]:
    made: Store
    made = SqlStore(tmp_path, HALL, clock) if request.param == "sql" else FakeStore(HALL, clock)
    yield made
    made.close()


def without(*gone: str, windows: tuple[int, ...] = ()) -> Hall:
    """Return the hall without queues and windows; who served a queue serves ``company`` instead."""
    kept = {queue.id for queue in HALL.queues} - set(gone)
    fewer = []
    for window in HALL.windows:
        queues = tuple(queue for queue in window.queues if queue in kept) or ("company",)
        fewer.append(replace(window, tiers=(Tier(queues),)))
    return replace(
        HALL,
        queues=tuple(queue for queue in HALL.queues if queue.id in kept),
        items=tuple(item for item in HALL.items if item.queue in kept),
        matters=(),
        slots=tuple(plan for plan in HALL.slots if plan.queue in kept),
        windows=tuple(window for window in fewer if window.number not in windows),
    )


def describe(store: Store, hall: Hall, **moves: str) -> Described:
    found: Described = store.run(partial(describe_hall, hall=hall, moves=moves, by="admin:1"))
    return found


def refused(store: Store, hall: Hall, **moves: str) -> list[dict[str, Any]]:
    """Return the findings of a refusal, after which nothing has changed."""
    before = store.reader.floor(), store.legs()
    with pytest.raises(HallInUse) as refusal:
        describe(store, hall, **moves)
    assert (store.reader.floor(), store.legs()) == before
    findings: list[dict[str, Any]] = refusal.value.params["findings"]  # type: ignore[assignment]
    return findings


def legs(store: Store, number: str) -> list[Leg]:
    """Return the legs of a ticket that have not ended, in their order."""
    mine = [leg for leg in store.legs().values() if leg.number == number]
    must_be_sound(sorted(mine, key=lambda leg: leg.place))
    return [leg for leg in sorted(mine, key=lambda leg: leg.place) if not leg.state.ended]


def called(store: Store, window: int) -> Leg:
    """Open a window and let it call."""
    store.run(partial(open_window, window=window, clerk=str(window), by=f"clerk:{window}"))
    answer = store.run(partial(call_next, window=window, by=f"clerk:{window}"))
    assert isinstance(answer, Called)
    return answer.leg


def matter(store: Store, name: str) -> str:
    return str(store.run(partial(take, wish=Wish(matter=name), by="kiosk:1")).ticket.number)


def test_a_queue_that_people_wait_in_is_not_given_up(store: Store) -> None:
    taken(store, "advice")
    taken(store, "advice")
    assert refused(store, without("advice")) == [
        {"key": "hall.queue_in_use", "params": {"queue": "advice", "tickets": ["D001", "D002"]}}
    ]


def test_steps_to_come_and_people_who_were_passed_or_suspended_count_too(store: Store) -> None:
    matter(store, "shop")
    taken(store, "advice")
    taken(store, "advice")
    called(store, 5)
    store.run(partial(suspend, window=5, kind=Suspension.NO_PAPERS, by="clerk:5"))
    called(store, 5)
    store.run(partial(at_window.pass_over, window=5, by="clerk:5"))
    (finding,) = refused(store, without("advice"))
    assert finding["params"]["tickets"] == ["B001", "D001", "D002"]


def test_everything_in_the_way_is_said_at_once(store: Store) -> None:
    taken(store, "insurance")
    taken(store, "advice")
    taken(store, "advice")
    called(store, 5)
    booked(store)
    hall = without("advice", "insurance", windows=(5,))
    assert [finding["key"] for finding in refused(store, hall, food="company", advice="nowhere")] == [
        "hall.move_from",
        "hall.move_to",
        "hall.queue_in_use",
        "hall.queue_at_window",
        "hall.queue_booked",
        "hall.window_in_use",
    ]


def test_a_window_with_a_visitor_is_not_given_up(store: Store) -> None:
    taken(store, "company")
    called(store, 3)
    assert refused(store, without(windows=(3,))) == [
        {"key": "hall.window_in_use", "params": {"window": 3, "tickets": ["B001"]}}
    ]


def test_a_window_that_somebody_comes_back_to_is_not_given_up(store: Store) -> None:
    """Papers left there, a transfer to it alone, a step that returns to it."""
    taken(store, "company")
    called(store, 3)
    store.run(partial(suspend, window=3, kind=Suspension.PAPERS_LEFT, by="clerk:3"))
    sent = taken(store, "company").ticket
    store.run(partial(transfer_ticket, ticket=sent.id, target=Target(window=3), by="guide:1"))
    assert matter(store, "paid") == "B003"
    called(store, 4)
    store.run(partial(finish, window=4, by="clerk:4"))
    findings = refused(store, without(windows=(3, 4)))
    assert [(each["params"]["window"], each["params"]["tickets"]) for each in findings] == [
        (3, ["B001", "B002"]),
        (4, ["B003"]),
    ]


def test_an_empty_window_that_is_given_up_is_closed(store: Store) -> None:
    store.run(partial(open_window, window=5, clerk="5", by="clerk:5"))
    assert describe(store, without("advice", windows=(5,)))
    closed = [event for event in store.reader.events_after(0, 99) if event.kind is EventKind.WINDOW_CLOSED]
    assert [(event.window, event.data["by"]) for event in closed] == [(5, "admin:1")]
    assert describe(store, HALL)
    assert store.reader.floor().windows[5].status is WindowStatus.CLOSED


def test_who_waits_is_taken_along_in_the_order_of_arrival(store: Store, clock: Clock) -> None:
    numbers = []
    for queue in ("advice", "company", "advice", "company"):
        numbers.append(taken(store, queue).ticket.number)
        clock.advance(minutes=1)
    done = describe(store, without("advice"), advice="company")
    assert (done.changed, done.moved) == (True, ("D001", "D002"))
    assert store.reader.floor().waiting == {"insurance": 0, "company": 4, "food": 0}
    order = []
    for _ in numbers:
        order.append(called(store, 3).number)
        store.run(partial(finish, window=3, by="clerk:3"))
    assert order == numbers


def test_a_passed_visitor_is_restored_in_the_new_queue(store: Store) -> None:
    ticket = taken(store, "advice").ticket
    called(store, 5)
    store.run(partial(at_window.pass_over, window=5, by="clerk:5"))
    describe(store, without("advice"), advice="company")
    (leg,) = legs(store, "D001")
    assert (leg.state, leg.queue) == (LegState.PASSED, "company")
    assert not store.reader.floor().calls
    assert store.run(partial(restore, ticket=ticket.id, by="guide:1")).queue == "company"


def test_a_suspended_visitor_wakes_in_the_new_queue(store: Store, clock: Clock) -> None:
    taken(store, "advice")
    called(store, 5)
    kind = Suspension.NO_PAPERS
    store.run(partial(suspend, window=5, kind=kind, by="clerk:5", wake_after_min=10))
    describe(store, without("advice"), advice="company")
    (leg,) = legs(store, "D001")
    assert (leg.state, leg.queue, leg.suspension) == (LegState.SUSPENDED, "company", kind)
    clock.advance(minutes=11)
    assert [leg.number for leg in store.run(lambda uow: uow.tickets.waking())] == ["D001"]


def test_a_step_to_come_is_one_of_the_new_queue(store: Store) -> None:
    matter(store, "shop")
    describe(store, without("advice"), advice="insurance")
    assert [(leg.queue, leg.step, leg.state) for leg in legs(store, "B001")] == [
        ("company", 1, LegState.WAITING),
        ("food", 2, LegState.PLANNED),
        ("insurance", 2, LegState.PLANNED),
    ]
    called(store, 3)
    store.run(partial(finish, window=3, by="clerk:3"))
    assert store.reader.floor().waiting == {"insurance": 1, "company": 0, "food": 1}


def test_nobody_waits_twice_in_the_queue_that_takes_over_two_parallel_steps(store: Store) -> None:
    matter(store, "shop")
    describe(store, without("advice", "food"), advice="insurance", food="insurance")
    assert [leg.queue for leg in legs(store, "B001")] == ["company", "insurance"]


def test_nothing_is_taken_back_into_a_queue_that_is_no_more(store: Store) -> None:
    taken(store, "advice")
    called(store, 5)
    store.run(partial(finish, window=5, by="clerk:5"))
    assert describe(store, without("advice"))
    with pytest.raises(NothingToUndo):
        store.run(partial(undo, window=5, by="clerk:5"))


def test_the_events_of_a_move_replayed_give_the_floor(store: Store) -> None:
    for queue in ("advice", "advice", "company"):
        taken(store, queue)
    matter(store, "shop")
    before = store.reader.floor()
    hall = without("advice")
    describe(store, hall, advice="company")
    floor = empty_floor(hall)
    floor.waiting |= {queue: count for queue, count in before.waiting.items() if queue in floor.waiting}
    floor.seq = before.seq
    for event in store.reader.events_after(before.seq, 99):
        floor.apply(event)
    assert floor == store.reader.floor()


def test_another_prefix_is_warned_of_where_tickets_have_the_old_one(store: Store) -> None:
    taken(store, "advice")
    queues = tuple(
        replace(queue, prefix={"advice": "Y", "food": "Z"}.get(queue.id, queue.prefix))
        for queue in HALL.queues
    )
    done = describe(store, replace(HALL, queues=queues))
    assert [(each.key, dict(each.params)) for each in done.warnings] == [
        ("hall.prefix_in_use", {"queue": "advice", "prefix": "Y", "was": "D"})
    ]
    assert taken(store, "advice").ticket.number == "Y001"


def test_another_halls_file_is_refused(store: Store) -> None:
    taken(store, "advice")
    (finding,) = refused(store, replace(HALL, id="elsewhere"))
    assert finding == {"key": "hall.other_hall", "params": {"hall": HALL.id, "found": "elsewhere"}}


def test_the_file_is_kept_with_the_description(store: Store) -> None:
    done = store.run(partial(describe_hall, hall=without("advice"), source="schema = 1 # one"))
    assert done.changed
    assert store.reader.source() == "schema = 1 # one"
    assert not store.run(partial(describe_hall, hall=without("advice"), source="schema = 1 # two"))
    assert store.reader.source() == "schema = 1 # two"
