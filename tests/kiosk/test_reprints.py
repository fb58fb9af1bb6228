"""Copies that guides ask for: fresh ones, of this printer, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.client.reply import Answer, Unreachable
from core.domain.event import Event, EventKind
from core.domain.floor import Floor, empty_floor
from tests.kiosk.conftest import TAKEN_AT, Kiosk, ticket
from tests.support.halls import lhasa_like


def asked(kiosk: Kiosk, *, ago_s: float = 0, printer: str | None = "slips") -> Event:
    at = TAKEN_AT + timedelta(seconds=kiosk.time.seconds - ago_s)
    data = {"number": "A017", "queue": "insurance", "from": "waiting", "to": "waiting", "printer": printer}
    return Event(kiosk.link.floor.seq + 1, at, EventKind.REPRINTED, ticket="id-A017", data=data)


def live(kiosk: Kiosk) -> None:
    """Have something happen by which the core's clock is known."""
    at = TAKEN_AT + timedelta(seconds=kiosk.time.seconds)
    data = {"number": "A001", "slip": "printed", "reason": None, "printer": None, "by": "kiosk-2"}
    kiosk.link.push(Event(kiosk.link.floor.seq + 1, at, EventKind.SLIP_CHANGED, data=data))


def told() -> Answer:
    legs = [{"step": 1, "queue": "insurance", "item": None}]
    return Answer({**ticket().body, "legs": legs, "lang": "bo", "step": 1, "slip": "pending"})


def test_a_copy_is_printed_and_told_and_no_visitor_sees_anything(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.link.push(asked(kiosk))
    assert kiosk.link.gets == ["/api/tickets/id-A017"]
    kiosk.answer(told())
    kiosk.printer.wait_for_slip(1)
    kiosk.until(lambda: any(path == "/api/tickets/id-A017/slip" for path, _ in kiosk.link.posts))


@pytest.mark.parametrize("named", ["another", None])
def test_another_printers_copy_is_not(kiosk: Kiosk, named: str | None) -> None:
    kiosk.connect()
    kiosk.link.push(asked(kiosk, printer=named))
    assert kiosk.link.gets == []


def missed(kiosk: Kiosk, *, ago_s: float) -> None:
    kiosk.connect()
    live(kiosk)
    kiosk.link.go_dark()
    kiosk.pass_time(300)
    kiosk.link.push(asked(kiosk, ago_s=ago_s))
    kiosk.link.go_live()


def test_one_that_was_missed_is_printed_while_it_is_fresh(kiosk: Kiosk) -> None:
    missed(kiosk, ago_s=50)
    assert kiosk.link.gets == ["/api/tickets/id-A017"]


@pytest.mark.logs("a copy of A017 was asked for too long ago")
def test_an_old_one_is_not(kiosk: Kiosk) -> None:
    missed(kiosk, ago_s=70)
    assert kiosk.link.gets == []


@pytest.mark.logs("a copy of A017 was asked for too long ago")
def test_one_of_unknown_age_is_not(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.link.go_dark()
    kiosk.link.push(asked(kiosk))
    assert kiosk.link.gets == []


def test_the_same_event_prints_once_however_the_line_comes_back(kiosk: Kiosk) -> None:
    kiosk.connect()
    event = asked(kiosk)
    kiosk.link.push(event)
    kiosk.answer(told())
    kiosk.link.go_dark()
    kiosk.link.push(event)
    floor: Floor = empty_floor(lhasa_like())
    floor.seq = event.seq
    kiosk.link.snapshot(floor)
    kiosk.link.push(event)
    assert kiosk.link.gets == ["/api/tickets/id-A017"]


@pytest.mark.logs("the core did not tell what is on the copy of A017")
def test_a_core_that_does_not_answer_leaves_it_to_the_guide(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.link.push(asked(kiosk))
    kiosk.answer(Unreachable("gone"))
    assert not any(path.endswith("/slip") for path, _ in kiosk.link.posts)
