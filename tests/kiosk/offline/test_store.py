"""The kiosk's own file: what was given stays given, and what is done with is gone."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.offline.kept import Kept
from kiosk.offline.store import SCHEMA, Number, OfflineStore, Place, Settled, StoreFailed

DAY = "2026-11-30"
HERE = Place("lhasa", "kiosk-1", DAY)
PHONE = "138 0013 8000"


def numbers(*given: int) -> list[Number]:
    return [Number(f"A{each}", f"track-{each}") for each in given]


def ticket(number: Number) -> dict[str, Any]:
    return {"number": number.number, "date": DAY, "phone": PHONE}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "offline.db"


@pytest.fixture
def store(file: Path) -> Iterator[OfflineStore]:
    opened = OfflineStore(file)
    opened.reserve(HERE, {"tax": numbers(999, 998, 997)})
    yield opened
    opened.close()


def test_numbers_are_given_in_their_order_and_once(store: OfflineStore, file: Path) -> None:
    assert store.give(HERE, "tax", ticket) == Number("A999", "track-999")
    store.close()
    again = OfflineStore(file)
    assert [again.give(HERE, "tax", ticket) for _ in range(3)] == [*numbers(998, 997), None]
    assert again.left(HERE) == {"tax": 0}
    assert [each.number for each in again.pending("lhasa", 50)] == ["A999", "A998", "A997"]
    again.close()


def test_a_number_told_again_stays_given(store: OfflineStore) -> None:
    store.give(HERE, "tax", ticket)
    store.reserve(HERE, {"tax": numbers(999, 998, 996)})
    assert store.left(HERE) == {"tax": 3}
    assert [each.number for each in _give_all(store)] == ["A998", "A997", "A996"]


def test_a_number_whose_ticket_cannot_be_made_is_not_given(store: OfflineStore) -> None:
    def breaks(_number: Number) -> dict[str, Any]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.give(HERE, "tax", breaks)
    assert store.left(HERE) == {"tax": 3}
    assert store.untold("lhasa") == (0, 0)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place("pingliang", "kiosk-1", DAY),
        Place("lhasa", "kiosk-2", DAY),
        Place("lhasa", "kiosk-1", "2026-12-01"),
    ],
)
def test_numbers_of_another_hall_machine_or_day_are_not_given(store: OfflineStore, elsewhere: Place) -> None:
    assert store.give(elsewhere, "tax", ticket) is None
    assert store.left(elsewhere) == {}


def test_only_its_user_may_read_it(store: OfflineStore, file: Path) -> None:
    store.give(HERE, "tax", ticket)
    assert {stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_nothing_of_a_visitor_is_left_once_the_core_has_the_ticket(store: OfflineStore, file: Path) -> None:
    for _ in range(3):
        store.give(HERE, "tax", ticket)
    assert PHONE.encode() in _bytes(file)
    store.settle([Settled(each.seq, f"id-{each.number}") for each in store.pending("lhasa", 50)])
    assert PHONE.encode() not in _bytes(file)
    assert store.untold("lhasa") == (0, 0)


def test_a_phone_is_erased_with_its_day_and_the_ticket_stays(store: OfflineStore, file: Path) -> None:
    store.give(HERE, "tax", ticket)
    store.erase_phones(DAY)
    assert PHONE.encode() in _bytes(file)
    store.erase_phones("2026-12-01")
    assert PHONE.encode() not in _bytes(file)
    assert [each.ticket for each in store.pending("lhasa", 9)] == [{"number": "A999", "date": DAY}]


def test_a_new_day_forgets_what_was_not_given(store: OfflineStore) -> None:
    store.give(HERE, "tax", ticket)
    store.turn_day("2026-12-01", "2026-10-31")
    assert store.left(HERE) == {"tax": 0}
    assert store.untold("lhasa") == (1, 0)


def test_what_is_refused_is_kept_as_long_as_the_core_may_take_it(store: OfflineStore) -> None:
    store.give(HERE, "tax", ticket)
    store.give(HERE, "tax", ticket)
    first = store.pending("lhasa", 9)[0]
    store.settle([Settled(first.seq, "", "block.not_reserved")])
    assert store.untold("lhasa") == (1, 1)
    assert [each.number for each in store.pending("lhasa", 9)] == ["A998"]
    store.ask_again("lhasa")
    assert [each.number for each in store.pending("lhasa", 9)] == ["A999", "A998"]
    store.settle([Settled(first.seq, "", "block.not_reserved")])
    store.turn_day("2027-01-05", "2026-12-05")
    assert store.untold("lhasa") == (1, 0)


def test_how_a_slip_ended_goes_with_the_ticket_or_after_it(store: OfflineStore) -> None:
    printed = {"state": "printed"}
    for _ in range(3):
        store.give(HERE, "tax", ticket)
    assert store.note_slip("lhasa", DAY, "A999", printed) is None
    told = store.pending("lhasa", 9)
    assert [each.slip for each in told] == [printed, None, None]
    store.note_slip("lhasa", DAY, "A998", printed)
    late = store.settle([Settled(each.seq, f"id-{each.number}", "", each.slip) for each in told])
    assert late == {"id-A998": printed}
    assert store.note_slip("lhasa", DAY, "A997", printed) == "id-A997"


def test_a_second_program_is_kept_out(store: OfflineStore, file: Path) -> None:
    with pytest.raises(StoreFailed, match="locked"):
        OfflineStore(file)


def test_a_file_of_a_newer_program_is_left_alone(file: Path) -> None:
    OfflineStore(file).close()
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    db.close()
    with pytest.raises(StoreFailed, match="newer program"):
        OfflineStore(file)


@pytest.mark.logs("cannot be used", "was damaged")
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"this is no database at all, and never was one" * 100)
    kept = Kept(file)
    with pytest.raises(StoreFailed):
        kept.run(lambda store: store.left(HERE))
    kept.run(lambda store: store.reserve(HERE, {"tax": numbers(1)}))
    assert kept.trouble == ""
    assert file.with_name("offline.db.damaged").read_bytes().startswith(b"this is no database")
    kept.close()


@pytest.mark.logs("cannot be used")
def test_a_full_disk_gives_nothing_and_is_tried_again(file: Path) -> None:
    seconds = [0.0]
    kept = Kept(file, lambda: seconds[0])
    kept.run(lambda store: store.reserve(HERE, {"tax": numbers(1, 2)}))

    def fill(store: OfflineStore) -> None:
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        store.keep("filler", "x" * 100_000)

    with pytest.raises(StoreFailed, match="full"):
        kept.run(fill)
    assert kept.trouble
    with pytest.raises(StoreFailed):
        kept.run(lambda store: store.left(HERE))
    seconds[0] += 5.1
    assert kept.run(lambda store: store.left(HERE)) == {"tax": 2}
    assert kept.trouble == ""
    kept.close()


def _give_all(store: OfflineStore) -> list[Number]:
    given = iter(lambda: store.give(HERE, "tax", ticket), None)
    return list(given)


def _bytes(file: Path) -> bytes:
    return b"".join(each.read_bytes() for each in file.parent.iterdir())
