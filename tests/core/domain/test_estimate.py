"""How long somebody will wait, from what has happened."""

from __future__ import annotations

import random
from statistics import median
from time import perf_counter

import pytest

from core.domain.estimate import Estimator
from core.domain.serving import Profile, Step
from core.domain.turns import Kind
from core.domain.wait import Forecast, Lessons, Wait
from core.domain.waiting_line import Favour

MINUTE = 60.0
FAVOURS = {
    "plain": Favour(),
    "elderly": Favour(weight=2.0, head_start_s=600.0, kind=Kind.FAVOURED),
    "booked": Favour(kind=Kind.BOOKED),
}
A: Profile = (Step(("a",)),)


class Floor:
    """A hall whose clock a test moves by minutes."""

    def __init__(self, windows: dict[int, Profile], *, cap: int = 0, ratio: tuple[int, int] = (1, 1)) -> None:
        queues = {queue: "zone" for profile in windows.values() for step in profile for queue in step.queues}
        self.estimator = Estimator(queues, windows, FAVOURS, {"a": cap}, ratio)
        self.now = 0.0
        self.count = 0
        for window in windows:
            self.estimator.opened(window, self.now)

    def take(self, queue: str = "a", visitor_class: str = "plain") -> str:
        self.count += 1
        leg = f"leg {self.count}"
        self.estimator.joined(leg, queue, visitor_class, self.now)
        return leg

    def serve(self, window: int, queue: str = "a", minutes: float = 10.0) -> None:
        leg = self.take(queue)
        self.estimator.called(leg, window, self.now)
        self.now += minutes * MINUTE
        self.estimator.ended(leg, window, self.now, came=True)

    def seen(self, queue: str = "a", window: int = 1, times: int = 12, minutes: float = 10.0) -> None:
        """Let so many visits of about so many minutes be seen."""
        for time in range(times):
            self.serve(window, queue, minutes * (0.8, 1.25, 1.0)[time % 3])

    def busy(self, window: int, queue: str = "a") -> None:
        self.estimator.called(self.take(queue), window, self.now)

    def wait(self, queue: str = "a", visitor_class: str = "plain") -> Wait:
        wait = self.estimator.wait(queue, visitor_class, self.now)
        assert wait is not None
        return wait

    def p50_min(self, queue: str = "a", visitor_class: str = "plain") -> float:
        return self.wait(queue, visitor_class).p50_s / MINUTE


def test_nothing_is_said_before_a_few_visits_were_seen() -> None:
    floor = Floor({1: A})
    assert floor.estimator.wait("a", "plain", 0) is None
    floor.seen(times=2)
    assert floor.estimator.wait("a", "plain", floor.now) is None
    floor.seen(times=1)
    assert floor.estimator.wait("a", "plain", floor.now) is not None


def test_nothing_is_said_while_no_window_of_the_queue_is_open() -> None:
    floor = Floor({1: A, 2: (Step(("b",)),)})
    floor.seen()
    floor.estimator.paused(1, floor.now)
    assert floor.estimator.wait("a", "plain", floor.now) is None
    floor.estimator.opened(1, floor.now + 60)
    assert floor.estimator.wait("a", "plain", floor.now) is not None
    floor.estimator.closed(1)
    assert floor.estimator.wait("a", "plain", floor.now) is None


def test_nothing_is_said_of_a_queue_that_is_none() -> None:
    assert Floor({1: A}).estimator.wait("z", "plain", 0) is None


def test_a_free_window_means_hardly_any_wait() -> None:
    floor = Floor({1: A})
    floor.seen()
    assert floor.wait() == Wait(0, 60)


def test_each_who_waits_costs_a_visit_divided_by_the_windows() -> None:
    one, two = Floor({1: A}), Floor({1: A, 2: A})
    for floor in (one, two):
        floor.seen()
        floor.busy(1)
        for _ in range(6):
            floor.take()
    two.busy(2)
    assert 60 <= one.p50_min() <= 80
    assert 28 <= two.p50_min() <= 42


def test_the_range_is_never_nothing_while_somebody_is_ahead() -> None:
    floor = Floor(dict.fromkeys(range(1, 30), A))
    floor.seen(minutes=0.3)
    floor.take()
    wait = floor.wait()
    assert wait.p90_s >= 60
    assert wait.p90_s > wait.p50_s


@pytest.mark.parametrize(("gone_min", "least", "most"), [(0.0, 7, 12), (8.0, 0, 6)])
def test_how_long_the_present_visitor_has_been_there_counts(
    gone_min: float, least: float, most: float
) -> None:
    floor = Floor({1: A})
    floor.seen()
    floor.busy(1)
    floor.now += gone_min * MINUTE
    assert least <= floor.p50_min() <= most


def test_a_slow_morning_is_noticed() -> None:
    floor = Floor({1: A})
    floor.seen(times=40, minutes=5)
    floor.busy(1)
    for _ in range(5):
        floor.take()
    usual = floor.p50_min()
    for leg in range(36, 100):
        floor.estimator.left(f"leg {leg}")
    floor.seen(times=25, minutes=12)
    floor.busy(1)
    for _ in range(5):
        floor.take()
    assert floor.p50_min() > 1.5 * usual


def test_one_visit_of_three_hours_does_not_spoil_the_mean() -> None:
    floor = Floor({1: A})
    floor.seen(times=20, minutes=10)
    before = floor.estimator.times.pace("a").slot_s
    floor.serve(1, minutes=180)
    assert floor.estimator.times.pace("a").slot_s < 1.35 * before


def test_people_who_do_not_come_cost_little() -> None:
    floor = Floor({1: A})
    floor.seen(times=20)
    before = floor.estimator.times.pace("a").slot_s
    for _ in range(20):
        leg = floor.take()
        floor.estimator.called(leg, 1, floor.now)
        floor.now += 60
        floor.estimator.ended(leg, 1, floor.now, came=False)
    assert floor.estimator.times.pace("a").slot_s < 0.9 * before


def test_a_queue_with_few_visits_leans_on_its_zone() -> None:
    floor = Floor({1: A, 2: (Step(("b",)),)})
    floor.seen(queue="a", times=30, minutes=20)
    assert floor.estimator.wait("b", "plain", floor.now) is not None
    assert 14 * MINUTE < floor.estimator.times.pace("b").slot_s < 26 * MINUTE


def test_who_is_favoured_goes_before_who_came_earlier() -> None:
    floor = Floor({1: A})
    floor.seen()
    floor.busy(1)
    for _ in range(8):
        floor.take()
    assert floor.p50_min(visitor_class="elderly") < floor.p50_min() / 2


def test_favoured_people_who_are_yet_to_come_are_counted() -> None:
    """The same line ahead; but in one hall elderly people keep coming and overtake."""
    waits = []
    for visitor_class in ("plain", "elderly"):
        floor = Floor({1: A})
        floor.seen()
        floor.busy(1)
        for _ in range(6):
            leg = floor.take(visitor_class=visitor_class)
            floor.now += 60
            floor.estimator.left(leg)
        for _ in range(4):
            floor.take()
        waits.append(floor.p50_min())
    assert waits[1] > waits[0]


def test_the_cap_bounds_how_many_favoured_people_go_before() -> None:
    waits = {}
    for cap in (0, 3):
        floor = Floor({1: A}, cap=cap)
        floor.seen()
        floor.busy(1)
        for _ in range(4):
            floor.take()
        for _ in range(12):
            floor.take(visitor_class="elderly")
        waits[cap] = floor.p50_min(), floor.p50_min(visitor_class="elderly")
    assert waits[3][0] < waits[0][0], "ordinary people wait less than without the cap"
    assert waits[3][1] > waits[0][1], "favoured people wait more"


def test_bookings_share_the_windows_at_their_ratio() -> None:
    floor = Floor({1: A}, ratio=(1, 2))
    floor.seen()
    floor.busy(1)
    for _ in range(6):
        floor.take()
    alone = floor.p50_min()
    for _ in range(20):
        floor.take(visitor_class="booked")
    # Six others and the three booked visitors who go between them.
    assert 1.3 * alone < floor.p50_min() < 1.8 * alone


def test_a_queue_of_an_earlier_tier_goes_first() -> None:
    floor = Floor({1: (Step(("a",)), Step(("b",)))})
    floor.seen("a")
    floor.seen("b")
    floor.busy(1)
    for _ in range(5):
        floor.take("a")
    assert floor.p50_min("b") > 50
    floor.take("b")
    assert floor.p50_min("a") < 75, "those of the later tier do not count"


def test_a_queue_of_the_same_tier_shares_the_window() -> None:
    floor = Floor({1: (Step(("a", "b")),)})
    floor.seen("a")
    floor.seen("b")
    floor.busy(1)
    for _ in range(3):
        floor.take("a")
        floor.take("b")
    assert 55 <= floor.p50_min("a") <= 80


@pytest.mark.parametrize(("waiting", "helps"), [(2, False), (10, True)])
def test_a_window_that_helps_only_after_a_while_counts_only_then(waiting: int, helps: bool) -> None:
    waits = []
    for windows in ({1: A}, {1: A, 2: (Step(("b",)), Step(("a",), over_s=45 * MINUTE))}):
        floor = Floor(windows)
        floor.seen()
        floor.busy(1)
        for _ in range(waiting):
            floor.take()
        waits.append(floor.p50_min())
    assert (waits[1] < 0.85 * waits[0]) == helps


def test_a_clerk_who_is_not_qualified_does_not_count() -> None:
    both: Profile = (Step(("a", "b")),)
    floor = Floor({1: both, 2: both})
    floor.seen("a")
    floor.estimator.opened(2, floor.now, skills=frozenset({"b"}))
    floor.busy(1)
    for _ in range(6):
        floor.take()
    unaided = floor.p50_min()
    floor.estimator.opened(2, floor.now, skills=frozenset({"a", "b"}))
    assert floor.p50_min() < 0.7 * unaided


def test_a_paused_window_is_expected_back() -> None:
    floor = Floor({1: A, 2: A})
    floor.seen()
    floor.busy(1)
    for _ in range(8):
        floor.take()
    floor.estimator.paused(2, floor.now)
    soon = floor.p50_min()
    floor.estimator.closed(2)
    assert soon < floor.p50_min()


def test_everything_that_joins_also_leaves() -> None:
    """After a day of random moves nobody is left over, and an empty hall has no wait."""
    rng = random.Random(5)
    floor = Floor({1: A, 2: A, 3: (Step(("b",)), Step(("a",), over_s=600.0))})
    floor.seen("a", 1)
    floor.seen("b", 3)
    legs = [floor.take(rng.choice("ab"), rng.choice(list(FAVOURS))) for _ in range(60)]
    for leg in legs:
        match rng.randrange(5):
            case 0:
                floor.estimator.left(leg)
            case 1:
                floor.estimator.reclassed(leg, "elderly")
                floor.estimator.called(leg, 1, floor.now)
                floor.estimator.put_back(leg, floor.now)
                floor.estimator.left(leg)
            case 2:
                floor.estimator.called(leg, 2, floor.now)
                floor.estimator.ended(leg, 2, floor.now + 1, came=True)
            case 3:
                floor.estimator.called(leg, 1, floor.now)
                floor.estimator.ended(leg, 1, floor.now + 1, came=False)
                floor.estimator.joined_first(leg, "b", "plain", floor.now)
                floor.estimator.left(leg)
            case _:
                floor.estimator.resumed(leg, "a", "plain", 2, floor.now)
                floor.estimator.ended(leg, 2, floor.now + 1, came=True)
    floor.now += 60
    assert floor.wait("a") == floor.wait("b") == Wait(0, 60)


def test_moves_of_what_is_not_known_change_nothing() -> None:
    """The estimator may begin in the middle of a day."""
    floor = Floor({1: A})
    floor.seen()
    before = floor.wait()
    for window in (1, 99):
        floor.estimator.called("stranger", window, floor.now)
        floor.estimator.ended("stranger", window, floor.now, came=True)
    floor.estimator.left("stranger")
    floor.estimator.put_back("stranger", floor.now)
    floor.estimator.reclassed("stranger", "elderly")
    floor.estimator.joined("stranger", "no queue", "plain", floor.now)
    floor.estimator.joined_first("stranger", "no queue", "plain", floor.now)
    floor.estimator.resumed("stranger", "no queue", "plain", 1, floor.now)
    floor.estimator.opened(99, floor.now)
    floor.estimator.paused(99, floor.now)
    floor.estimator.closed(99)
    assert floor.wait() == before


def test_somebody_who_does_not_wait_any_more_may_still_be_asked_for() -> None:
    floor = Floor({1: A})
    floor.seen()
    floor.busy(1)
    assert floor.estimator.wait("a", "plain", floor.now, since=floor.now - 900) == floor.wait()
    leg = floor.take(visitor_class="elderly")
    assert floor.estimator.wait("a", "plain", floor.now, leg=leg) is not None


def test_a_new_description_keeps_what_was_seen() -> None:
    floor = Floor({1: A})
    floor.seen()
    floor.busy(1)
    floor.take()
    before = floor.p50_min()
    floor.estimator.describe({"a": "zone", "b": "zone"}, {1: A, 2: A}, FAVOURS, {})
    assert floor.p50_min() == before
    floor.estimator.opened(2, floor.now)
    assert floor.p50_min() < before


def test_yesterday_counts_for_less() -> None:
    floor = Floor({1: A})
    floor.seen(times=40, minutes=5)
    floor.estimator.night()
    floor.seen(times=12, minutes=20)
    assert floor.estimator.times.pace("a").slot_s > 9 * MINUTE


# --- the range ------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [1.0, 4.0, 25.0])
def test_the_percentiles_of_a_forecast_are_those_of_a_gamma_distribution(shape: float) -> None:
    rng = random.Random(1)
    forecast = Forecast(600.0, 600.0 / shape**0.5)
    drawn = [rng.gammavariate(shape, 600.0 / shape) for _ in range(20_000)]
    for z, part in ((0.0, 0.5), (1.2816, 0.9)):
        below = sum(value <= forecast.at(z) for value in drawn) / len(drawn)
        assert abs(below - part) < 0.015


@pytest.mark.parametrize("wait_s", [100.0, 600.0, 1500.0])
def test_a_wait_s_place_in_a_forecast_is_found_again(wait_s: float) -> None:
    forecast = Forecast(600.0, 250.0)
    assert forecast.at(forecast.z_of(wait_s)) == pytest.approx(wait_s)


@pytest.mark.parametrize("factor", [0.6, 1.0, 1.7])
def test_the_range_follows_what_the_day_shows(factor: float) -> None:
    """Whether the real waits are shorter or longer than forecast, half and nine in ten end within it."""
    rng = random.Random(2)
    lessons = Lessons()
    within50 = within90 = 0
    for turn in range(3000):
        mean = rng.uniform(300, 3000)
        forecast = Forecast(mean, 0.4 * mean)
        waited = factor * mean * rng.lognormvariate(-0.08, 0.4)
        if turn >= 1000:
            wait = lessons.wait(forecast)
            within50 += waited <= wait.p50_s
            within90 += waited <= wait.p90_s
        lessons.learn(forecast, waited)
    assert 0.45 < within50 / 2000 < 0.55
    assert 0.86 < within90 / 2000 < 0.95


@pytest.mark.parametrize(
    ("mean_s", "spread_s"), [(0.0, 0.0), (1.0, 0.0), (40.0, 90.0), (7000.0, 100.0), (14_000.0, 9000.0)]
)
def test_a_range_is_printed_in_whole_minutes_and_is_never_a_point(mean_s: float, spread_s: float) -> None:
    wait = Lessons().wait(Forecast(mean_s, spread_s))
    assert wait.p50_s % 60 == wait.p90_s % 60 == 0
    assert 0 <= wait.p50_s < wait.p90_s


# --- what it costs --------------------------------------------------------------------------------


def cost_s(waiting: int) -> float:
    profiles: dict[int, Profile] = {
        number: (Step((f"q{number % 6}",)), Step((f"q{(number + 1) % 6}", f"q{(number + 2) % 6}")))
        for number in range(1, 31)
    }
    floor = Floor(profiles, cap=3)
    for queue in range(6):
        floor.seen(f"q{queue}")
    for number in profiles:
        floor.busy(number, f"q{number % 6}")
    classes = list(FAVOURS)
    for place in range(waiting):
        floor.now += 1
        floor.take(f"q{place % 6}", classes[place % 3])
    costs = []
    for _ in range(300):
        began = perf_counter()
        floor.wait("q3")
        costs.append(perf_counter() - began)
    return median(costs)


def test_an_estimate_costs_no_more_when_more_people_wait() -> None:
    assert cost_s(6000) < 2 * cost_s(60)
