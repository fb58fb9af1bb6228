"""The estimator follows a hall by its events alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.app.at_window import pass_over, put_back, start
from core.app.call_next import call_next
from core.app.finish import finish
from core.app.suspend import resume, suspend
from core.app.take import Wish, take
from core.app.tickets import cancel, restore, set_class
from core.app.transfer import Target, transfer_from_window
from core.app.undo import undo
from core.app.windows import close_window, open_window, pause_window
from core.domain.errors import HallError
from core.domain.estimate_feed import HallEstimator, favours_of, profile_of
from core.domain.hall import Hall, Tier
from core.domain.leg import Leg
from core.domain.rules import Rules
from core.domain.serving import Step
from core.domain.ticket import LegState, Suspension
from core.domain.turns import Kind
from tests.support.clock import Clock
from tests.support.halls import lhasa_like
from tests.support.sql_store import SqlStore

BY = "clerk:0301"
WINDOWS = (1, 2, 3, 4, 5)
CLASSES = ("ordinary", "elderly")


class Following:
    """A real store, and an estimator that is told its events and nothing else.

    Attributes:
        emptied: The window whose visitor has just left.
    """

    def __init__(self, store: SqlStore, hall: Hall, clock: Clock) -> None:
        self.store = store
        self.hall = hall
        self.clock = clock
        self.estimates = HallEstimator(hall)
        self.emptied: int | None = None
        self._told = 0

    def run(self, act: Callable[..., Any], **how: Any) -> bool:
        """Run a use case and fold what happened; return whether it was allowed."""
        try:
            self.store.run(partial(act, **how))
        except HallError:
            return False
        finally:
            for events in self.store.commits[self._told :]:
                for event in events:
                    self.estimates.fold(event)
            self._told = len(self.store.commits)
        return True

    def differs(self) -> dict[str, object]:
        """Return where the estimator is wrong."""
        legs = list(self.store.legs().values())
        wrong: dict[str, object] = {}
        for queue in self.hall.queues:
            waiting = sum(leg.queue == queue.id and leg.state is LegState.WAITING for leg in legs)
            if waiting != self.estimates.estimator.waiting(queue.id):
                wrong[queue.id] = (waiting, self.estimates.estimator.waiting(queue.id))
        for window in WINDOWS:
            there = next((leg.id for leg in legs if leg.window == window and leg.state.at_window), None)
            if there != self.estimates.estimator.at_window(window):
                wrong[f"window {window}"] = (there, self.estimates.estimator.at_window(window))
        return wrong


@pytest.fixture
def following(tmp_path: Path) -> Iterator[Following]:
    hall, clock = lhasa_like(), Clock()
    store = SqlStore(tmp_path, hall, clock)
    yield Following(store, hall, clock)
    store.close()


@pytest.mark.parametrize("seed", range(2))
def test_after_any_history_it_knows_who_waits_and_who_is_at_each_window(
    following: Following, seed: int
) -> None:
    rng = random.Random(seed)
    for window in WINDOWS:
        following.run(open_window, window=window, clerk=None, by=BY)
    done: dict[str, int] = {}
    for _ in range(400):
        following.clock.advance(seconds=rng.choice((5, 40, 200)))
        name, allowed = random_move(following, rng)
        done[name] = done.get(name, 0) + allowed
        assert following.differs() == {}, f"after {name}"
        for queue in following.hall.queues:
            wait = following.estimates.wait(queue.id, rng.choice(CLASSES), following.clock.now)
            assert wait is None or 0 <= wait.p50_s < wait.p90_s
    assert all(done.values()), f"every move was made: {done}"


def random_move(following: Following, rng: random.Random) -> tuple[str, bool]:
    window = rng.choice(WINDOWS)
    open_legs = [leg for leg in following.store.legs().values() if not leg.state.ended]
    ticket = rng.choice(open_legs).ticket if open_legs else "none"
    suspended = [leg for leg in open_legs if leg.state is LegState.SUSPENDED]
    passed = [leg for leg in open_legs if leg.state is LegState.PASSED]
    at_window = {"window": window, "by": BY}
    busy = [leg.window for leg in open_legs if leg.state.at_window]
    with_visitor = {"window": rng.choice(busy or [1]), "by": BY}
    free = {"window": rng.choice([each for each in WINDOWS if each not in busy] or [1]), "by": BY}
    wish = rng.choice(
        (Wish(queue="insurance"), Wish(queue="food"), Wish(items=("card", "licence")), Wish(queue="company"))
    )
    moves: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "take": (take, {"wish": replace(wish, visitor_class="elderly", proven=True), "by": BY}),
        "take plain": (take, {"wish": wish, "by": BY}),
        "call": (call_next, at_window),
        "start": (start, with_visitor),
        "finish": (finish, with_visitor),
        "pass": (pass_over, with_visitor),
        "put back": (put_back, with_visitor),
        "suspend": (suspend, with_visitor | {"kind": rng.choice(list(Suspension))}),
        "resume": (resume, free | {"ticket": a_ticket(suspended, rng)}),
        "rejoin": (restore, {"ticket": a_ticket(suspended, rng), "by": BY}),
        "restore": (restore, {"ticket": a_ticket(passed, rng), "by": BY}),
        "transfer": (transfer_from_window, with_visitor | {"target": Target(queue="advice")}),
        "transfer back": (
            transfer_from_window,
            with_visitor | {"target": Target(queue="insurance", first=True)},
        ),
        "undo": (undo, {"window": following.emptied or 1, "by": BY}),
        "cancel": (cancel, {"ticket": ticket, "by": BY}),
        "class": (set_class, {"ticket": ticket, "visitor_class": "elderly", "by": BY}),
        "pause": (pause_window, at_window | {"reason": "break"}),
        "close": (close_window, free),
        "open": (open_window, at_window | {"clerk": None}),
    }
    often = {"take": 4, "take plain": 5, "call": 9, "start": 4, "open": 4, "suspend": 6}
    often |= {"resume": 6, "rejoin": 2, "restore": 2, "transfer back": 3, "pass": 3, "put back": 5}
    # A moment after a visitor has left is when it is taken back.
    often |= {"finish": 3, "transfer": 3, "undo": 20 if following.emptied else 0}
    names = list(moves)
    name = rng.choices(names, [often.get(each, 1) for each in names])[0]
    act, how = moves[name]
    allowed = following.run(act, **how)
    following.emptied = how["window"] if allowed and name in ("finish", "pass", "transfer") else None
    return name, allowed


def a_ticket(legs: list[Leg], rng: random.Random) -> str:
    return rng.choice(legs).ticket if legs else "none"


def test_a_new_day_leaves_nobody_waiting(following: Following) -> None:
    for _ in range(4):
        following.run(take, wish=Wish(queue="food"), by=BY)
    following.clock.advance(days=1)
    following.run(take, wish=Wish(queue="company"), by=BY)
    assert following.estimates.estimator.waiting("food") == 0
    assert following.estimates.estimator.waiting("company") == 1


def test_a_range_comes_from_the_events_of_a_morning(following: Following) -> None:
    following.run(open_window, window=5, clerk=None, by=BY)
    for _ in range(8):
        following.run(take, wish=Wish(queue="advice"), by=BY)
    assert following.estimates.wait("advice", "ordinary", following.clock.now) is None
    for minutes in (8, 10, 12, 10):
        following.run(call_next, window=5, by=BY)
        following.clock.advance(minutes=minutes)
    following.run(call_next, window=5, by=BY)
    wait = following.estimates.wait("advice", "ordinary", following.clock.now)
    assert wait is not None
    # Three wait and one has just been called, ten minutes each.
    assert 30 * 60 <= wait.p50_s <= 46 * 60
    assert wait.p50_s < wait.p90_s <= 90 * 60


def test_it_reads_a_hall_s_rules() -> None:
    hall = lhasa_like()
    booked = replace(hall.bookings, visitor_class="elderly")
    assert {each: favour.kind for each, favour in favours_of(hall).items()} == {
        "ordinary": Kind.ORDINARY,
        "elderly": Kind.FAVOURED,
    }
    with_bookings = favours_of(replace(hall, bookings=booked))["elderly"]
    assert (with_bookings.kind, with_bookings.weight, with_bookings.head_start_s) == (Kind.BOOKED, 2.0, 600.0)
    tiers = (Tier(("company", "food")), Tier(("advice",), when_wait_over_min=20))
    assert profile_of(tiers) == (Step(("company", "food")), Step(("advice",), over_s=1200.0))


def test_a_hall_s_cap_reaches_the_estimate() -> None:
    waits = []
    for cap in (0, 4):
        hall = replace(lhasa_like(), rules=Rules(cap=cap))
        estimator = HallEstimator(hall).estimator
        estimator.opened(5, 0)
        for turn in range(6):
            estimator.joined(f"seen {turn}", "advice", "ordinary", turn * 600.0)
            estimator.called(f"seen {turn}", 5, turn * 600.0)
            estimator.ended(f"seen {turn}", 5, turn * 600.0 + 590, came=True)
        for turn in range(12):
            estimator.joined(f"elderly {turn}", "advice", "elderly", 3600)
        wait = estimator.wait("advice", "ordinary", 3600)
        assert wait is not None
        waits.append(wait.p50_s)
    assert waits[1] < waits[0] / 3
