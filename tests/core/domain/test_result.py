"""What stands on the screens as a result to be collected, and how a screen keeps its list."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from core.domain.clock import to_text
from core.domain.errors import ResultTextRefused
from core.domain.event import Event, EventKind
from core.domain.floor import Floor
from core.domain.floor_json import floor_from_json, floor_to_json
from core.domain.ready_results import RESULTS_TOLD, ReadyResults
from core.domain.result import Result, first_kept, written
from core.domain.scope import scope_of
from tests.support.clock import MORNING
from tests.support.halls import lhasa_like

HALL = lhasa_like()
GIVEN_OUT_AT = {1: "social", 3: "business"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a017", "A017"),
        ("  B2026-0117 ", "B2026-0117"),
        ("ＢＪ（２０２６）１１７", "BJ(2026)117"),
        ("b  1", "B 1"),
        ("12345678901234567890", "12345678901234567890"),
        ("540102199001011234", "540102199001011234"),
        ("20261130001", "20261130001"),
    ],
)
def test_a_number_is_shown_in_plain_capitals(typed: str, shown: str) -> None:
    assert written(typed) == shown


@pytest.mark.parametrize(
    "typed", ["", " ", "张三", "张三5", "ZHANG SAN", "བཀྲ་ཤིས་", "1" * 21, "A\n1x\x00", "-1", "A<b>1"]
)
def test_a_name_or_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(ResultTextRefused) as refused:
        written(typed)
    assert refused.value.params["why"] == "signs"


@pytest.mark.parametrize(
    "typed", ["13812341234", "138 1234 1234", "11010519491231002X", "110105-19491231-002x"]
)
def test_nobodys_phone_or_id_number_comes_on_a_screen_and_none_into_a_log(typed: str) -> None:
    with pytest.raises(ResultTextRefused) as refused:
        written(typed)
    assert refused.value.params["why"] == "personal"
    assert typed not in str(refused.value)


def test_what_is_kept_thirty_days_goes_on_the_thirty_first() -> None:
    assert first_kept(date(2026, 12, 31), 30) == date(2026, 12, 1)


def ready(seq: int, text: str, window: int = 1, **data: Any) -> Event:
    at = MORNING + timedelta(minutes=seq)
    told = {"result": f"r{seq}", "text": text, "by": "clerk:1"} | data
    return Event(seq, at, EventKind.RESULT_READY, window=window, zone=GIVEN_OUT_AT[window], data=told)


def gone(seq: int, result: str, kind: EventKind = EventKind.RESULT_COLLECTED, zone: str = "social") -> Event:
    return Event(seq, MORNING, kind, window=1, zone=zone, data={"result": result, "by": "clerk:1"})


def erased(seq: int, before: datetime, **zones: int) -> Event:
    data = {"what": "results", "count": sum(zones.values()), "before": "2026-11-01"}
    return Event(
        seq, MORNING, EventKind.ERASED, data=data | {"ready_before": to_text(before), "zones": zones}
    )


def fold(*events: Event, floor: Floor | None = None) -> Floor:
    seen = floor or Floor()
    for event in events:
        seen.apply(event)
    return seen


def texts(floor: Floor, zone: str | None = None) -> list[str]:
    return [each.text for each in floor.results.newest(zone)]


def test_the_newest_is_first_and_what_is_collected_or_withdrawn_is_gone() -> None:
    floor = fold(ready(1, "A001"), ready(2, "C001", 3), ready(3, "B-7", queue="insurance"))
    assert texts(floor) == ["B-7", "C001", "A001"]
    assert (texts(floor, "business"), floor.results.count("social")) == (["C001"], 2)
    fold(gone(4, "r1"), gone(5, "r3", EventKind.RESULT_WITHDRAWN), floor=floor)
    assert texts(floor) == ["C001"]
    assert floor.results.more == {}


def test_a_snapshot_tells_the_newest_of_each_zone_and_how_many_more_there_are() -> None:
    floor = fold(ready(1, "C001", 3), *(ready(at + 2, f"A{at:03}") for at in range(RESULTS_TOLD + 5)))
    told = floor_from_json(floor_to_json(floor))
    assert texts(told, "social") == [f"A{at:03}" for at in range(RESULTS_TOLD + 4, 4, -1)]
    assert texts(told, "business") == ["C001"]
    assert (told.results.more, told.results.count()) == ({"social": 5}, RESULTS_TOLD + 6)
    fold(gone(100, "r2"), gone(101, "r3"), floor=told)
    assert told.results.more == {"social": 3}, "those that are not listed go as well"


def test_what_is_erased_is_gone_from_every_list_listed_or_not() -> None:
    old, new = (ready(1, "A001"), ready(2, "A002"), ready(3, "C001", 3)), (ready(60, "A060"),)
    seen = fold(*old, *new)
    seen.results.more = {"social": 2, "business": 1}
    fold(erased(99, MORNING + timedelta(minutes=30), social=3, business=2), floor=seen)
    assert (texts(seen), seen.results.more) == (["A060"], {"social": 1})


def test_an_erasure_of_something_else_leaves_the_list() -> None:
    phones = Event(9, MORNING, EventKind.ERASED, data={"what": "phones", "count": 1, "before": "2026-11-01"})
    assert texts(fold(ready(1, "A001"), phones)) == ["A001"]


@pytest.mark.parametrize(
    ("filters", "seen"),
    [
        ({"zone": "social"}, ["B-7", "A001"]),
        ({"zone": "business"}, ["C001"]),
        ({"window": 1}, ["B-7", "A001"]),
        ({"window": 3}, ["C001"]),
    ],
)
def test_a_filtered_screen_lists_its_own_and_hears_of_its_own(filters: Any, seen: list[str]) -> None:
    events = (ready(1, "A001"), ready(2, "C001", 3), ready(3, "B-7", queue="insurance"))
    scope = scope_of(HALL, **filters)
    assert scope is not None
    assert texts(scope.narrow(fold(*events))) == seen
    assert [event.data["text"] for event in reversed(events) if scope.wants(event)] == seen


def test_a_core_of_before_tells_no_results() -> None:
    json = floor_to_json(Floor())
    del json["results"], json["results_more"]
    assert floor_from_json(json).results == ReadyResults()


def test_any_window_of_a_queue_gives_out_what_is_the_queues() -> None:
    own = Result("r", "A1", "social", 2, None, MORNING, "clerk:1", 1)
    anywhere = Result("r", "A1", "social", None, "insurance", MORNING, "clerk:1", 1)
    serving = [window.number for window in HALL.windows if "insurance" in window.queues]
    numbers = [window.number for window in HALL.windows]
    assert [each for each in numbers if own.is_given_out_at(each, HALL)] == [2]
    assert [each for each in numbers if anywhere.is_given_out_at(each, HALL)] == serving
