"""What goes on the wire and into the database comes back equal."""

from __future__ import annotations

import json

import pytest

from core.domain.event import Event, EventKind, event_from_json
from core.domain.floor import Floor, empty_floor
from core.domain.floor_json import floor_from_json, floor_to_json
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json, hall_to_json
from tests.support.clock import Clock
from tests.support.day import Day
from tests.support.halls import big, lhasa_like


@pytest.mark.parametrize("hall", [lhasa_like(), big()], ids=["three languages", "251 windows"])
def test_a_hall_comes_back_equal(hall: Hall) -> None:
    assert hall_from_json(json.loads(json.dumps(hall_to_json(hall)))) == hall


def test_a_hall_of_a_program_before_tiers_had_a_wait_is_read() -> None:
    hall = lhasa_like()
    json_then = hall_to_json(hall)
    for window in json_then["windows"]:
        window["tiers"] = [tier["queues"] for tier in window["tiers"]]
        del window["calendar"]
    for name in ("matters", "calendars", "holidays", "workdays", "rules", "bookings", "slots", "rating_days"):
        del json_then[name]
    assert hall_from_json(json_then) == hall


def test_a_floor_and_its_events_come_back_equal() -> None:
    hall, clock, told = lhasa_like(), Clock(), list[Event]()
    floor = empty_floor(hall)
    day = Day(hall, told.append, clock)
    day.open(1)
    day.pause(1)
    day.open(3)
    day.take("A001")
    day.call("A001", 1)
    day.take("B001")
    day.call("B001", 3)
    clock.advance(seconds=12.345678)
    day.start("B001")
    for event in told:
        assert event_from_json(json.loads(json.dumps(event.to_json()))) == event
        floor.apply(event)
    again: Floor = floor_from_json(json.loads(json.dumps(floor_to_json(floor))))
    assert again == floor
    assert again.windows[3].visitor is not None
    assert again.windows[3].visitor.since == clock.now


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_is_a_word_of_the_wire(kind: EventKind) -> None:
    subject, _, what = kind.value.partition(".")
    subjects = ("ticket", "leg", "window", "hall", "rating", "booking", "data", "slip", "device", "result")
    assert subject in subjects
    assert what.isalpha()
