"""What must hold of any hall on disk, however its core ended: nothing half done, nothing twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select

from core.domain.event import Event, EventKind
from core.domain.floor import empty_floor
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.numbering import format_number
from core.store.reader import SqlReader
from core.store.rows import leg_of
from core.store.tables import legs as legs_table
from core.store.tables import reserved
from tests.support.history import assert_same_floor
from tests.support.visits import must_be_sound

EVERYTHING = 10_000_000
AT_WINDOW = ("called", "serving")


def legs_on_disk(reader: SqlReader) -> dict[str, Leg]:
    """Return every leg by its id."""
    with reader._engine.begin() as connection:
        rows = connection.execute(legs_table.select().where(legs_table.c.hall == reader._hall)).mappings()
        return {row["id"]: leg_of(dict(row)) for row in rows}


def assert_sound(reader: SqlReader, hall: Hall) -> list[Event]:
    """Hold what is on disk to its own events and return them."""
    events = reader.events_after(0, EVERYTHING)
    assert [event.seq for event in events] == list(range(1, len(events) + 1)), "a number is missing"
    legs = legs_on_disk(reader)
    assert_told(events, legs)
    assert_one_each(events)
    floor = empty_floor(hall)
    for event in events:
        floor.apply(event)
    assert_same_floor(floor, reader.floor(), exactly=False)
    assert_numbers(events, set_aside(reader))
    return events


def assert_told(events: Sequence[Event], legs: dict[str, Leg]) -> None:
    """Each leg is in the state that its last event left it in, and each visit is whole."""
    told: dict[str, str] = {}
    for event in events:
        if event.leg is not None:
            assert event.data["from"] == told.get(event.leg, event.data["from"]), event
            told[event.leg] = event.data["to"]
    assert told.keys() <= legs.keys(), "an event tells of a leg that is not there"
    visits: dict[str, list[Leg]] = defaultdict(list)
    for leg in legs.values():
        assert leg.state.value == told.get(leg.id, "planned"), leg
        visits[leg.ticket].append(leg)
    for visit in visits.values():
        must_be_sound(visit)
    taken = {event.ticket for event in events if event.kind is EventKind.TAKEN}
    assert taken == visits.keys(), "a ticket was taken without its event, or the other way round"


def assert_one_each(events: Sequence[Event]) -> None:
    """No window ever had two visitors, and no visitor was ever at two windows."""
    at: dict[int, str] = {}
    where: dict[str, int] = {}
    for event in events:
        if event.leg is None or event.data["from"] == event.data["to"]:
            continue
        if event.data["from"] in AT_WINDOW and event.data["to"] not in AT_WINDOW:
            at.pop(where.pop(event.leg), None)
        elif event.data["to"] in AT_WINDOW and event.data["from"] not in AT_WINDOW:
            window = event.window or 0
            assert at.setdefault(window, event.leg) == event.leg, f"two visitors at window {window}: {event}"
            assert where.setdefault(event.leg, window) == window, f"called twice: {event}"


def set_aside(reader: SqlReader) -> set[str]:
    """Return the numbers of kiosks' blocks."""
    with reader._engine.begin() as connection:
        of_hall = select(reserved.c.number).where(reserved.c.hall == reader._hall)
        return set(connection.execute(of_hall).scalars())


def assert_numbers(events: Sequence[Event], aside: Collection[str] = ()) -> None:
    """Each series gave 1, 2, 3 ... on a day but what is set aside: none twice, and none lost to a crash."""
    series: dict[str, list[int]] = defaultdict(list)
    handed_in = [event.data["number"] for event in events if event.data.get("offline")]
    assert len(set(handed_in)) == len(handed_in)
    assert set(handed_in) <= set(aside)
    for event in events:
        if event.kind is EventKind.TAKEN and not event.data.get("offline"):
            number = event.data["number"]
            series[number.rstrip("0123456789")].append(int(number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
    for prefix, numbers in series.items():
        upto = range(1, numbers[-1] + 1)
        assert numbers == [each for each in upto if format_number(prefix, each) not in aside], prefix
