"""Two halls in one database: asked with the other's ids, a hall finds nothing and changes nothing of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

import core.app.ports as ports
import core.app.ports_reader as ports_reader
import core.app.ports_visitors as visitors
from core.app.blocks import reserve
from core.app.devices import report_devices
from core.app.once import once
from core.app.privacy import card_key, keep_phone
from core.app.ratings import rate
from core.app.results import make_ready
from core.app.sign_out import sign_out
from core.domain.block import Reserved
from core.domain.booking import Booking, Slot
from core.domain.device import Device, DeviceKind, DeviceState
from core.domain.device import Said as DeviceSaid
from core.domain.errors import HallError, NotFound
from core.domain.event import EventKind
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.people import Clerk, Role
from core.domain.privacy import Erased, Erasure
from core.domain.quota import Half
from core.domain.rating import Said
from core.domain.result import Result
from core.domain.ticket import Ticket
from core.domain.turns import Turn
from core.domain.window import WindowState
from core.store.tables import halls, metadata
from core.store.tickets import SqlTickets
from tests.support.clock import Clock
from tests.support.halls import naming
from tests.support.sql_store import SqlStore
from tests.support.visiting import CARD, TODAY, TOMORROW, at, booked, booking_hall, served, taken

OTHER = "other-hall"
PRINTER = DeviceSaid("printer", DeviceKind.PRINTER, DeviceState.READY)
NOTHING: tuple[Any, ...] = (None, [], {}, 0, set(), False)


@dataclass
class Two:
    """A hall in the middle of its morning, and another one in the same database in which nobody has been.

    Attributes:
        served, waiting: Tickets of the first hall.
    """

    first: SqlStore
    second: SqlStore
    served: Ticket
    done: Leg
    waiting: Ticket
    leg: Leg
    booking: Booking
    device: Device
    aside: Reserved
    result: Result

    def rows(self, connection: Connection) -> dict[str, list[Any]]:
        """Return every row of the first hall."""
        hall = self.first.writer.hall.id
        return {
            table.name: sorted(
                str(row)
                for row in connection.execute(
                    select(table).where((table.c.id if table is halls else table.c.hall) == hall)
                )
            )
            for table in metadata.sorted_tables
        }


@pytest.fixture(scope="module")
def two() -> Iterator[Two]:
    from tests.support.postgres import server

    url, clock = server().lend(), Clock()
    hall = naming(booking_hall())
    second_hall: Hall = replace(hall, id=OTHER)
    first, second = SqlStore(url, hall, clock), SqlStore(url, second_hall, clock)
    first.run(lambda uow: uow.clerks.save(Clerk("0301", "窗口", Role.CLERK, "hash")))
    first.run(card_key)
    gone = taken(first, card=None).ticket
    done = served(first)
    first.run(partial(rate, track=gone.track, said=Said(4, text="words")))
    # A name that is due tomorrow.
    waiting = taken(first, masked_name="张*")
    first.run(lambda uow: keep_phone(uow, waiting.ticket.id, "sealed"))
    first.run(lambda uow: uow.turns.save(Turn("insurance", 1, 2, 3)))
    first.run(once("key", "print", lambda uow: {"a": 1}))
    first.run(partial(sign_out, clerk="0302", token="token", expires=None, by="clerk:0302"))
    first.run(lambda uow: uow.visitors.erasures.add(Erasure(99, uow.now, Erased.PHONES, 1, TODAY)))
    told = partial(report_devices, machine="kiosk-1", every_s=60, said=[PRINTER], by="kiosk:1")
    (device,) = first.run(told)
    blocks = first.run(partial(reserve, machine="kiosk-1", have={}, size=1))
    aside = blocks.numbers["insurance"][0]
    made = booked(first, card=CARD)
    result = first.run(partial(make_ready, window=1, text="B1", by="clerk:1"))
    second.run(lambda uow: None)
    yield Two(first, second, gone, done, waiting.ticket, waiting.leg, made, device, aside, result)
    second.close()
    first.close()
    server().take_back(url)


Asked = Callable[[Any, Two], Any]
READS: dict[str, Asked] = {
    "Tickets.issued": lambda uow, a: uow.tickets.issued("A", Half.MORNING),
    "Tickets.get": lambda uow, a: uow.tickets.get(a.waiting.id),
    "Tickets.leg": lambda uow, a: uow.tickets.leg(f"{a.waiting.id}.1"),
    "Tickets.legs_of": lambda uow, a: uow.tickets.legs_of(a.waiting.id),
    "Tickets.of_card": lambda uow, a: uow.tickets.of_card(CARD, "insurance"),
    "Tickets.at_window": lambda uow, a: uow.tickets.at_window(1),
    "Tickets.heads": lambda uow, a: uow.tickets.heads(["insurance"], 1),
    "Tickets.waiting": lambda uow, a: uow.tickets.waiting("insurance"),
    "Tickets.nth_waiting": lambda uow, a: uow.tickets.nth_waiting("insurance", 1),
    "Tickets.left_open": lambda uow, a: uow.tickets.left_open(),
    "Tickets.open_legs": lambda uow, a: uow.tickets.open_legs(),
    "Tickets.waking": lambda uow, a: uow.tickets.waking(),
    "Windows.get": lambda uow, a: uow.windows.get(1) != WindowState(1),
    "Windows.not_closed": lambda uow, a: uow.windows.not_closed(),
    "Windows.last_act": lambda uow, a: uow.windows.last_act(1),
    "Turns.get": lambda uow, a: uow.turns.get("insurance") != Turn("insurance"),
    "Answers.find": lambda uow, a: uow.answers.find("key"),
    "Blocks.series": lambda uow, a: [*uow.blocks.series()],
    "Blocks.reserved": lambda uow, a: uow.blocks.reserved(),
    "Blocks.find": lambda uow, a: uow.blocks.find(a.aside.date, a.aside.number),
    "Clerks.get": lambda uow, a: uow.clerks.get("0301"),
    "Devices.of_machine": lambda uow, a: [*uow.devices.of_machine("kiosk-1"), *uow.devices.of_machine(None)],
    "Results.get": lambda uow, a: uow.results.get(a.result.id),
    "Results.same": lambda uow, a: uow.results.same("B1", None),
    "Results.before": lambda uow, a: uow.results.before(uow.now + timedelta(days=9)),
    "Bookings.get": lambda uow, a: uow.visitors.bookings.get(a.booking.id),
    "Bookings.of_code": lambda uow, a: uow.visitors.bookings.of_code(a.booking.code),
    "Bookings.of_card": lambda uow, a: uow.visitors.bookings.of_card(CARD, TOMORROW),
    "Bookings.taken": lambda uow, a: uow.visitors.bookings.taken(
        Slot(TOMORROW, "insurance", at(9), at(10), 2)
    ),
    "Bookings.left_open": lambda uow, a: uow.visitors.bookings.left_open(),
    "Keys.get": lambda uow, a: uow.visitors.keys.get(TODAY),
    "Ratings.visit": lambda uow, a: uow.visitors.ratings.visit(a.served.track),
    "Ratings.given": lambda uow, a: uow.visitors.ratings.given(a.done.id),
    "Ratings.last_done": lambda uow, a: uow.visitors.ratings.last_done(1, at(0, day=TODAY)),
}
WRITES: dict[str, Asked] = {
    "Tickets.next_running": lambda uow, a: uow.tickets.next_running("A", Half.MORNING),
    "Tickets.add": lambda uow, a: uow.tickets.add(a.waiting, [a.leg]),
    "Tickets.add_leg": lambda uow, a: uow.tickets.add_leg(replace(a.leg, id=f"{a.waiting.id}.9")),
    "Tickets.change": lambda uow, a: uow.tickets.change(replace(a.waiting, visitor_class="elderly")),
    "Tickets.erase_names": lambda uow, a: SqlTickets(uow.tickets._t, TOMORROW, uow.now).erase_names(),
    "Tickets.save": lambda uow, a: uow.tickets.save(a.leg.called_to(2, uow.now, 7), why={}),
    "Windows.save": lambda uow, a: uow.windows.save(WindowState(1)),
    "Windows.note_act": lambda uow, a: uow.windows.note_act(1, None),
    "Turns.save": lambda uow, a: uow.turns.save(Turn("insurance", 9, 9, 9)),
    "Answers.keep": lambda uow, a: uow.answers.keep("key", "other", {}),
    "Answers.spend": lambda uow, a: uow.answers.spend("key"),
    "Blocks.reserve": lambda uow, a: uow.blocks.reserve([replace(a.aside, machine="other")]),
    "Blocks.hand_in": lambda uow, a: uow.blocks.hand_in(a.aside, "ticket", Half.MORNING),
    "Blocks.forget_before": lambda uow, a: uow.blocks.forget_before(TOMORROW + timedelta(days=99)),
    "Answers.forget_before": lambda uow, a: uow.answers.forget_before(uow.now + timedelta(days=9)),
    "Clerks.save": lambda uow, a: uow.clerks.save(Clerk("0301", "another", Role.ADMIN, "other")),
    "Clerks.sign_out": lambda uow, a: uow.clerks.sign_out("token", None),
    "Devices.save": lambda uow, a: uow.devices.save(replace(a.device, state=DeviceState.GONE)),
    "Devices.forget": lambda uow, a: uow.devices.forget(a.device),
    "Results.add": lambda uow, a: uow.results.add(replace(a.result, text="B2")),
    "Results.remove": lambda uow, a: uow.results.remove(a.result),
    "Bookings.add": lambda uow, a: uow.visitors.bookings.add(a.booking),
    "Bookings.save": lambda uow, a: uow.visitors.bookings.save(replace(a.booking, version=2)),
    "Keys.add": lambda uow, a: uow.visitors.keys.add(TODAY, b"another"),
    "Keys.destroy_before": lambda uow, a: uow.visitors.keys.destroy_before(TOMORROW + timedelta(days=9)),
    "Contacts.keep": lambda uow, a: uow.visitors.contacts.keep(a.waiting.id, "other", TOMORROW),
    "Contacts.move": lambda uow, a: uow.visitors.contacts.move(a.waiting.id, "elsewhere"),
    "Contacts.erase": lambda uow, a: uow.visitors.contacts.erase(a.waiting.id),
    "Ratings.erase_texts": lambda uow, a: uow.visitors.ratings.erase_texts(uow.now + timedelta(days=99)),
    "Contacts.erase_due": lambda uow, a: uow.visitors.contacts.erase_due(TOMORROW + timedelta(days=99)),
    "Ratings.add": lambda uow, a: partial(rate, track=a.served.track, said=Said(1))(uow),
    "Erasures.add": lambda uow, a: uow.visitors.erasures.add(
        Erasure(99, uow.now, Erased.PHONES, 5, TOMORROW)
    ),
    "Events.append": lambda uow, a: uow.events.append(EventKind.HALL_CHANGED, data={"hall": OTHER}),
    "UnitOfWork.set_hall": lambda uow, a: uow.set_hall(replace(uow.hall, phone="1")),
    "UnitOfWork.set_day": lambda uow, a: uow.set_day(TOMORROW),
}
REFUSED = {"Tickets.add", "Tickets.add_leg", "Tickets.save", "Bookings.add", "Bookings.save", "Ratings.add"}
"""With the ids of another hall; the others are done, to the own hall."""
LOOKS: dict[str, Asked] = {
    "Reader.floor": lambda reader, a: reader.floor().waiting["insurance"],
    "Reader.epoch": lambda reader, a: reader.epoch() == a.first.reader.epoch(),
    "Reader.events_after": lambda reader, a: [each for each in reader.events_after(0, 99) if each.ticket],
    "Reader.ticket": lambda reader, a: reader.ticket(a.waiting.id),
    "Reader.ticket_by_track": lambda reader, a: reader.ticket_by_track(a.waiting.track),
    "Reader.find": lambda reader, a: reader.find(number=a.waiting.number),
    "Reader.next_wake": lambda reader, a: reader.next_wake(),
    "Reader.source": lambda reader, a: reader.source(),
    "Reader.passed": lambda reader, a: reader.passed(9),
    "Reader.queues": lambda reader, a: reader.queues(),
    "Reader.clerk": lambda reader, a: reader.clerk("0301"),
    "Reader.clerks": lambda reader, a: reader.clerks(),
    "Reader.signed_out": lambda reader, a: reader.signed_out(),
    "Reader.devices": lambda reader, a: reader.devices(),
    "Reader.results": lambda reader, a: reader.results(),
    "Reader.issued": lambda reader, a: reader.issued(TODAY),
    "VisitorsReader.booking": lambda reader, a: reader.visitors.booking(a.booking.id),
    "VisitorsReader.bookings": lambda reader, a: reader.visitors.bookings(TOMORROW),
    "VisitorsReader.booked": lambda reader, a: reader.visitors.booked("insurance", TOMORROW),
    "VisitorsReader.phone": lambda reader, a: reader.visitors.phone(a.waiting.id),
    "VisitorsReader.reachable": lambda reader, a: reader.visitors.reachable(at(0, day=TODAY)),
    "VisitorsReader.ratings": lambda reader, a: reader.visitors.ratings(
        at(0, day=TODAY), at(0, day=TOMORROW)
    ),
    "VisitorsReader.rated": lambda reader, a: reader.visitors.rated([a.done.id]),
    "VisitorsReader.erasures": lambda reader, a: reader.visitors.erasures(),
}


def found_nothing(asked: Callable[[], Any]) -> None:
    found, refused = None, None
    try:
        found = asked()
    except HallError as refusal:
        refused = refusal
    assert refused is None or isinstance(refused, NotFound), refused
    assert any(found == nothing for nothing in NOTHING), found


@pytest.mark.parametrize("name", READS)
def test_a_command_finds_nothing_of_another_hall(two: Two, name: str) -> None:
    found_nothing(lambda: two.second.run(lambda uow: READS[name](uow, two)))


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_finds_nothing_of_another_hall(two: Two, name: str) -> None:
    found_nothing(lambda: LOOKS[name](two.second.reader, two))


class Undone(HallError):
    """What was done to the own hall is not wanted."""


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.logs("a command failed and was rolled back")
def test_a_command_changes_nothing_of_another_hall(two: Two, name: str) -> None:
    with two.first.readers.begin() as connection:
        before = two.rows(connection)
    after: list[Any] = []

    def command(uow: Any) -> None:
        WRITES[name](uow, two)
        after.append(two.rows(uow.tickets._t.connection))
        raise Undone

    # Some refuse by themselves, or the tables do.
    with pytest.raises((HallError, DatabaseError)):
        two.second.run(command)
    assert all(rows == before for rows in after)
    if name in REFUSED:
        assert after == []
    else:
        assert after, "it was refused before it could do anything"


def test_the_guard_sees_what_reaches_across(two: Two) -> None:
    def reach(uow: Any) -> None:
        connection = uow.tickets._t.connection
        before = two.rows(connection)
        connection.exec_driver_sql("UPDATE legs SET calls = calls + 1")
        assert two.rows(connection) != before
        raise Undone

    with pytest.raises(Undone):
        two.second.run(reach)


def test_nothing_that_a_store_can_be_asked_is_left_out() -> None:
    protocols = [
        each
        for module in (ports, ports_reader, visitors)
        for _, each in inspect.getmembers(module, inspect.isclass)
        if getattr(each, "_is_protocol", False)
        and each.__module__ == module.__name__
        and each.__name__ != "Writer"
    ]
    methods = {
        f"{each.__name__}.{name}"
        for each in protocols
        for name, found in vars(each).items()
        if inspect.isfunction(found) and not name.startswith("_")
    }
    assert methods == {*READS, *WRITES, *LOOKS}
