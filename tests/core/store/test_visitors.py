"""What the real store alone promises of visitors: bytes that are gone, rules of the schema, races."""

from __future__ import annotations

import sqlite3
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import core.store.engine
from core.app.bookings import book, check_in
from core.app.privacy import card_key, keep_phone
from core.app.ratings import rate
from core.domain.booking import BookingState
from core.domain.errors import BookingEnded, OneBookingADay, RatingAlready, SlotFull
from core.domain.rating import Said
from core.store import sql_visitors as statements
from core.store.prepared import Prepared
from tests.core.store.test_schema import plan
from tests.support.clock import Clock
from tests.support.sql_store import SqlStore
from tests.support.visiting import CARD, TOMORROW, at, booked, booking_hall, served, taken

SEALED = "gAAAAABphone-of-a-visitor-in-cipher-text"


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqlStore]:
    made = SqlStore(tmp_path, booking_hall(), clock)
    yield made
    made.close()


def on_disk(store: SqlStore) -> bytes:
    """Return every byte that the store has on disk."""
    path = Path(str(store.engine.url.database))
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))


def is_there(store: SqlStore, key: bytes) -> bool:
    kept = on_disk(store)
    return key in kept or b64encode(key) in kept or SEALED.encode() in kept


def test_a_destroyed_key_and_an_erased_number_leave_no_byte_on_the_disk(
    store: SqlStore, clock: Clock
) -> None:
    key = store.run(card_key).key
    ticket = taken(store).ticket
    store.run(lambda uow: keep_phone(uow, ticket.id, SEALED))
    for _ in range(50):
        taken(store, "food")
    assert is_there(store, key)
    assert SEALED.encode() in on_disk(store)
    clock.advance(days=8)
    store.run(lambda uow: None)
    assert not is_there(store, key)
    assert store.run(lambda uow: uow.visitors.keys.get(ticket.date)) is None


def test_who_reads_at_that_moment_is_not_waited_for_and_it_is_done_after(
    store: SqlStore, clock: Clock
) -> None:
    key = store.run(card_key).key
    path = Path(str(store.engine.url.database))
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM card_keys").fetchall()
        clock.advance(days=1)
        store.run(lambda uow: None)
        assert is_there(store, key), "the reader still sees yesterday"
        reader.execute("COMMIT")
    taken(store, "food")
    # Its connection is handed back after the answer: the next command is behind that.
    store.run(lambda uow: None)
    assert not is_there(store, key)


def test_a_disk_in_trouble_does_not_undo_what_is_committed(
    store: SqlStore, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    key = store.run(card_key).key
    monkeypatch.setattr(core.store.engine, "BUSY_TIMEOUT_MS", "no number; no pragma")
    clock.advance(days=1)
    store.run(lambda uow: None)
    assert taken(store, "food").ticket.number == "C001"
    assert [line for line in caplog.messages if "write-ahead log" in line] != []
    assert len(caplog.messages) == 1, "said once, tried again and again"
    monkeypatch.undo()
    taken(store, "food")
    store.run(lambda uow: None)
    assert not is_there(store, key)


def test_places_are_not_given_twice_however_many_ask_at_once(store: SqlStore) -> None:
    asked = partial(book, by="kiosk:1", queue="insurance", day=TOMORROW, starts=at(9))
    outcomes = at_once(store, [asked] * 40)
    assert [type(each.error) for each in outcomes if each.error] == [SlotFull] * 38
    codes = {each.answer.code for each in outcomes if each.answer}
    assert len(codes) == 2
    assert store.reader.visitors.booked("insurance", TOMORROW) == {at(9): 2}


def test_a_person_gets_one_booking_however_many_kiosks_ask_at_once(store: SqlStore) -> None:
    asked = [
        partial(book, by="kiosk:1", queue="insurance", day=TOMORROW, starts=at(hour), card=CARD)
        for hour in (9, 10, 11)
    ]
    outcomes = at_once(store, asked * 8)
    assert sum(each.answer is not None for each in outcomes) == 1
    assert {type(each.error) for each in outcomes if each.error} == {OneBookingADay}


def test_a_booking_makes_one_ticket_and_a_leg_gets_one_rating_in_any_rush(
    store: SqlStore, clock: Clock
) -> None:
    booking = booked(store)
    clock.now = at(9)
    outcomes = at_once(store, [partial(check_in, by="kiosk:1", code=booking.code)] * 20)
    assert {type(each.error) for each in outcomes if each.error} == {BookingEnded}
    (came,) = (each.answer for each in outcomes if each.answer)
    served(store)
    said = partial(rate, track=came.taken.ticket.track, said=Said(5))
    outcomes = at_once(store, [said] * 20)
    assert {type(each.error) for each in outcomes if each.error} == {RatingAlready}
    assert sum(each.answer is not None for each in outcomes) == 1


def at_once(store: SqlStore, commands: list[Any]) -> list[Any]:
    """Run commands from as many threads, all let go at one moment; return their outcomes."""
    barrier = threading.Barrier(len(commands))
    outcomes: list[Any] = []

    def ask(command: Any) -> None:
        barrier.wait()
        outcomes.append(store.submit(command).get(timeout=30))

    threads = [threading.Thread(target=ask, args=(command,)) for command in commands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_no_two_open_bookings_have_one_code_whatever_the_program_does(store: SqlStore) -> None:
    booking = booked(store)
    cancelled = replace(booking, id="cancelled", state=BookingState.CANCELLED)
    store.run(lambda uow: uow.visitors.bookings.add(cancelled))
    path = str(store.engine.url.database)
    with (
        closing(sqlite3.connect(path)) as raw,
        pytest.raises(sqlite3.IntegrityError, match=r"bookings\.code"),
    ):
        raw.execute("UPDATE bookings SET state = 'booked'")


def test_there_is_no_sixth_level_whatever_the_program_does(store: SqlStore) -> None:
    visit = taken(store)
    served(store)
    store.run(partial(rate, track=visit.ticket.track, said=Said(5)))
    path = str(store.engine.url.database)
    with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.IntegrityError, match="five_levels"):
        raw.execute("UPDATE ratings SET level = 6")


@pytest.mark.parametrize(
    ("statement", "params", "index"),
    [
        (statements.BOOKING_OF_CODE, {"of_code": "1"}, "ix_bookings_code"),
        (statements.BOOKINGS_OF_CARD, {"of_card": "a", "day": "x"}, "ix_bookings_card"),
        (statements.TAKEN, {"day": "x", "of_queue": "q", "at": "x"}, "ix_bookings_slot"),
        (statements.BOOKED_BY_SLOT, {"day": "x", "of_queue": "q"}, "ix_bookings_slot"),
        (statements.BOOKINGS_OF_DAY, {"day": "x"}, "ix_bookings_slot"),
        (statements.BOOKINGS_LEFT_OPEN, {"day": "x"}, "ix_bookings_left_open"),
        (statements.LAST_DONE, {"since": "x", "number": 1}, "ix_legs_done"),
        (
            statements.COUNT_RATINGS,
            {"since": "x", "until": "y", "given_before": "z"},
            "ix_legs_done",
        ),
        (statements.ERASE_TEXTS, {"of_hall": "lhasa-like", "at": "x"}, "ix_ratings_texts"),
        (statements.TICKET_OF_TRACK, {"of_track": "x"}, "sqlite_autoindex_tickets"),
    ],
)
def test_history_is_not_read(
    store: SqlStore, statement: Prepared, params: dict[str, Any], index: str
) -> None:
    shown = plan(store, statement, hall="lhasa-like", **params)
    assert index in shown
    assert [line for line in shown.splitlines() if line.startswith("SCAN")] == [], shown
