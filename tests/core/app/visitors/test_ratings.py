"""Rating a finished leg, asking for it, and counting."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from core.app.at_window import start
from core.app.call_next import call_next
from core.app.privacy import erase_texts
from core.app.ratings import (
    ask_rating,
    begins,
    indicator_sets,
    indicators_now,
    must_be_over,
    ratable,
    rate,
    rate_by_key,
)
from core.app.take import Taken
from core.app.windows import open_window
from core.domain.errors import (
    HallError,
    LegUnknown,
    RatingAlready,
    RatingDayNotOver,
    RatingNotFinished,
    RatingReasonNeeded,
    RatingTooLate,
    ReasonUnknown,
    TrackUnknown,
    WindowEmpty,
    WindowUnknown,
)
from core.domain.event import EventKind
from core.domain.leg import Leg
from core.domain.rating import Channel, Rating, Said, Tallies, tallied
from tests.support.clock import Clock
from tests.support.hall_machine import Store
from tests.support.visiting import TODAY, TOMORROW, booking_hall, served, taken

DAY = timedelta(days=1)


def rated(store: Store, visit: Taken, said: Said, leg: str | None = None) -> tuple[Leg, Rating]:
    found: tuple[Leg, Rating] = store.run(partial(rate, track=visit.ticket.track, said=said, leg=leg))
    return found


def keyed(
    store: Store, level: int, window: int = 1, leg: str | None = None, **more: Any
) -> tuple[Leg, Rating]:
    said = Said(level, channel=Channel.WINDOW, **more)
    found: tuple[Leg, Rating] = store.run(
        partial(rate_by_key, window=window, said=said, by="screen:pads-1", leg=leg)
    )
    return found


def asked(store: Store, window: int = 1) -> Leg:
    leg: Leg = store.run(partial(ask_rating, window=window, by="clerk:0301"))
    return leg


def counted(store: Store, day: date = TODAY, **only: Any) -> Tallies:
    hall = booking_hall()
    rows = store.reader.visitors.ratings(begins(hall, day), begins(hall, day + DAY), **only)
    return tallied(rows)


def told(store: Store, kind: EventKind) -> list[dict[str, Any]]:
    return [dict(event.data) for event in store.reader.events_after(0, 1000) if event.kind is kind]


def test_words_are_erased_by_the_day_they_were_written_and_what_was_rated_stays(
    store: Store, clock: Clock
) -> None:
    visits = [taken(store) for _ in range(3)]
    for _ in visits:
        served(store)
    rated(store, visits[0], Said(1, text="words"))
    rated(store, visits[1], Said(5))
    clock.advance(days=1)
    rated(store, visits[2], Said(2, text="more words"))
    for days, texts in ((29, 0), (1, 1), (1, 2)):
        clock.advance(days=days)
        store.run(lambda uow: None)
        assert sum(each["count"] for each in told(store, EventKind.ERASED)) == texts
    assert [each["before"] for each in told(store, EventKind.ERASED)] == ["2026-11-24", "2026-11-25"]
    assert counted(store).total.rated == 3
    assert store.run(erase_texts) == 0


def test_a_finished_leg_is_rated_once(store: Store) -> None:
    visit = taken(store)
    leg = served(store)
    assert rated(store, visit, Said(5))[0] == leg
    with pytest.raises(RatingAlready) as refused:
        rated(store, visit, Said(1, reasons=("slow",)))
    assert refused.value.params == {"number": "A001"}
    assert counted(store).total.levels[5] == 1


def test_what_is_said_is_not_told_to_the_screens(store: Store) -> None:
    visit = taken(store)
    leg = served(store)
    rated(store, visit, Said(1, (("attitude", 1),), ("unfriendly",), "她笑话我"))
    assert told(store, EventKind.RATED) == [{"number": "A001", "leg": leg.id, "queue": "insurance"}]


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (Said(2), RatingReasonNeeded),
        (Said(1, text="  "), RatingReasonNeeded),
        (Said(2, reasons=("no_such",)), ReasonUnknown),
        (Said(5, levels=(("overall", 5),)), ReasonUnknown),
    ],
)
def test_a_rating_that_lacks_something_is_refused(store: Store, said: Said, refusal: type[HallError]) -> None:
    visit = taken(store)
    served(store)
    with pytest.raises(refusal):
        rated(store, visit, said)
    rated(store, visit, Said(2, reasons=("slow",)))


def test_what_is_not_finished_is_not_rated(store: Store) -> None:
    visit = taken(store)
    with pytest.raises(RatingNotFinished) as refused:
        rated(store, visit, Said(5))
    assert refused.value.params == {"number": "A001", "state": "waiting"}
    with pytest.raises(RatingNotFinished):
        rated(store, visit, Said(5), leg=visit.leg.id)


def test_only_the_visitors_own_token_and_own_legs_count(store: Store) -> None:
    visit, other = taken(store), taken(store)
    served(store)
    served(store)
    with pytest.raises(TrackUnknown) as refused:
        store.run(partial(rate, track="guessed", said=Said(5)))
    assert refused.value.params == {}
    with pytest.raises(LegUnknown):
        rated(store, visit, Said(5), leg=other.leg.id)
    assert rated(store, visit, Said(5), leg=visit.leg.id)[0].id == visit.leg.id


def test_each_leg_of_a_visit_has_its_own_rating(store: Store, clock: Clock) -> None:
    visit = taken(store, queue=None, items=("card", "licence"))
    first = served(store, 1)
    assert rated(store, visit, Said(4))[0].id == first.id
    clock.advance(minutes=5)
    last = served(store, 3, "0302")
    assert last.id != first.id
    assert rated(store, visit, Said(2, text="太慢"))[0].id == last.id, "the one finished last"
    tallies = counted(store)
    assert {window: each.rated for window, each in tallies.windows.items()} == {1: 1, 3: 1}


def test_a_visit_is_rated_for_some_days(store: Store, clock: Clock) -> None:
    visit, other = taken(store), taken(store)
    served(store)
    served(store)
    clock.advance(days=7)
    rated(store, visit, Said(5))
    clock.advance(days=1)
    with pytest.raises(RatingTooLate):
        rated(store, other, Said(5))


def test_the_window_asks_who_is_served_or_was_finished_last(store: Store, clock: Clock) -> None:
    with pytest.raises(WindowUnknown):
        asked(store, 999)
    with pytest.raises(WindowEmpty):
        asked(store)
    first = taken(store)
    taken(store)
    leg = served(store)
    assert asked(store).id == leg.id
    assert told(store, EventKind.RATING_ASKED)[-1]["number"] == "A001"
    clock.advance(minutes=1)
    store.run(partial(call_next, window=1, by="clerk:0301"))
    assert asked(store).id == leg.id, "who is called is not there yet"
    store.run(partial(start, window=1, by="clerk:0301"))
    assert asked(store).number == "A002"
    with pytest.raises(WindowEmpty):
        asked(store, 2)
    rated(store, first, Said(5))


def test_nobody_is_asked_twice_who_has_said_it(store: Store) -> None:
    visit = taken(store)
    served(store)
    asked(store)
    rated(store, visit, Said(5))
    with pytest.raises(RatingAlready):
        asked(store)


def test_yesterdays_visitor_is_not_asked_today(store: Store, clock: Clock) -> None:
    taken(store)
    served(store)
    clock.advance(days=1)
    store.run(partial(open_window, window=1, clerk="0301", by="clerk:0301"))
    with pytest.raises(WindowEmpty):
        asked(store)


def test_ratings_are_counted_with_what_they_are_of(store: Store, clock: Clock) -> None:
    visits = [taken(store) for _ in range(5)]
    for window, clerk in ((1, "0301"), (1, "0301"), (1, "0301"), (2, "0302"), (2, "0302")):
        served(store, window, clerk)
        clock.advance(minutes=1)
    for visit, said in zip(visits, (Said(5), Said(3), Said(1, text="不好"), Said(4)), strict=False):
        rated(store, visit, said)
    tallies = counted(store)
    total = tallies.total
    assert (total.satisfied, total.rated, total.unrated) == (3, 4, 1)
    assert total.levels == {5: 1, 4: 1, 3: 1, 2: 0, 1: 1}
    assert (tallies.windows[1].rated, tallies.windows[2].rated, tallies.windows[2].unrated) == (3, 1, 1)
    assert tallies.clerks["0302"].share == 1.0
    assert counted(store, clerk="0301").total.rated == 3
    assert list(counted(store, clerk="0301").clerks) == ["0301"]
    assert counted(store, TOMORROW).total.rated == 0


def test_a_clerk_does_not_see_today_what_is_said_today(store: Store, clock: Clock) -> None:
    early, late = taken(store), taken(store)
    served(store)
    served(store)
    rated(store, early, Said(5))
    clock.advance(days=1)
    rated(store, late, Said(1, reasons=("slow",)))
    seen = counted(store, clerk="0301", given_before=begins(booking_hall(), TOMORROW)).total
    assert (seen.rated, seen.unrated, seen.levels[1]) == (1, 1, 0)
    assert counted(store).total.levels[1] == 1, "the supervisor sees it at once"
    must_be_over(TODAY, TOMORROW)
    with pytest.raises(RatingDayNotOver):
        must_be_over(TOMORROW, TOMORROW)


def test_the_set_that_is_asked_is_whole_in_every_language() -> None:
    now = indicators_now()
    assert [each.level for each in now.levels] == [5, 4, 3, 2, 1]
    assert [each.id for each in now.indicators] == ["overall", "efficiency", "competence", "attitude"]
    assert {each.indicator for each in now.reasons} <= {each.id for each in now.indicators}
    for name in [each.name for part in (now.levels, now.indicators, now.reasons) for each in part]:
        assert set(name) == {"zh", "bo", "en"}
        assert re.search(r"[\u0f40-\u0f6c]", name["bo"])
    assert [each.name["zh"] for each in now.levels] == [
        "非常满意",
        "满意",
        "基本满意",
        "不满意",
        "非常不满意",
    ]
    versions = [each.version for each in indicator_sets()]
    assert len(set(versions)) == len(versions)


def test_a_key_rates_who_was_finished_last_without_a_word_of_the_level(store: Store) -> None:
    taken(store)
    leg = served(store)
    meant, rating = keyed(store, 1)
    assert (meant.id, rating.said.channel.value, rating.said.reason_wanted) == (leg.id, "window", True)
    assert told(store, EventKind.RATED) == [
        {"number": "A001", "leg": leg.id, "queue": "insurance", "by": "screen:pads-1"}
    ]
    assert counted(store).total.levels[1] == 1
    with pytest.raises(RatingAlready):
        keyed(store, 5)


def test_a_key_means_who_stands_there_and_not_who_is_only_called(store: Store, clock: Clock) -> None:
    taken(store)
    taken(store)
    first = served(store)
    clock.advance(minutes=1)
    store.run(partial(call_next, window=1, by="clerk:0301"))
    assert keyed(store, 5)[0].id == first.id, "the one who is called has not come yet"
    store.run(partial(start, window=1, by="clerk:0301"))
    assert keyed(store, 4)[0].number == "A002"


def test_a_key_pressed_by_somebody_who_passes_by_rates_nobody(store: Store, clock: Clock) -> None:
    with pytest.raises(WindowUnknown):
        keyed(store, 5, 999)
    with pytest.raises(WindowEmpty):
        keyed(store, 5)
    taken(store)
    served(store)
    with pytest.raises(WindowEmpty):
        keyed(store, 5, 2)
    clock.advance(minutes=6)
    with pytest.raises(WindowEmpty):
        keyed(store, 1)
    assert counted(store).total.rated == 0


def test_a_pad_rates_the_leg_it_asked_about_with_reasons(store: Store, clock: Clock) -> None:
    taken(store)
    taken(store)
    first = served(store)
    store.run(partial(call_next, window=1, by="clerk:0301"))
    second = store.run(partial(start, window=1, by="clerk:0301"))
    clock.advance(minutes=5)
    reasons, levels = ("long_wait", "slow"), (("attitude", 4),)
    with pytest.raises(ReasonUnknown):
        keyed(store, 1, leg=first.id, reasons=("none",))
    meant, rating = keyed(store, 1, leg=first.id, reasons=reasons, levels=levels)
    assert (meant.id, rating.said.reasons, rating.said.reason_wanted) == (first.id, reasons, False)
    assert rating.said.levels == levels
    with pytest.raises(RatingAlready):
        keyed(store, 5, leg=first.id)
    assert keyed(store, 2, leg=second.id)[1].said.reason_wanted
    assert [set(each) for each in told(store, EventKind.RATED)] == [{"number", "leg", "queue", "by"}] * 2


def test_a_pad_rates_no_leg_of_another_window_nor_one_that_ended_long_ago(store: Store, clock: Clock) -> None:
    taken(store)
    leg = served(store)
    for wrong, window in ((leg.id, 2), ("no-such-leg", 1)):
        with pytest.raises(WindowEmpty):
            keyed(store, 3, window, leg=wrong)
    clock.advance(minutes=5, seconds=1)
    with pytest.raises(WindowEmpty):
        keyed(store, 3, leg=leg.id)


def test_what_can_be_rated_is_what_is_done_not_rated_and_not_too_long_ago(store: Store, clock: Clock) -> None:
    visit, other = taken(store), taken(store)
    done, open_leg = served(store), other.leg

    def left() -> list[str]:
        given = store.reader.visitors.rated([done.id, open_leg.id])
        return [leg.id for leg in ratable(booking_hall(), [done, open_leg], given, clock())]

    assert store.reader.visitors.rated([]) == frozenset()
    assert left() == [done.id]
    clock.advance(days=7)
    assert left() == [done.id]
    clock.advance(days=1)
    assert left() == []
    clock.advance(days=-8)
    rated(store, visit, Said(5))
    assert store.reader.visitors.rated([done.id, open_leg.id]) == frozenset({done.id})
    assert left() == []
