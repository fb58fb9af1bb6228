"""Closing slips and call-back lists of a real core's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app.hallfile import load
from core.domain.clock import business_date
from core.domain.hall import Hall
from core.domain.people import Role
from core.domain.text import pick
from hallcall.cli import main
from hallcall.exits import DONE, FAILED
from hallcall.halls import resolve
from hallcall.over_http import OverHttp
from hallcall.slips.reports import call_backs, day_closed
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.picture import png
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread

pytestmark = pytest.mark.usefixtures("qapp")

SERVED_AT = 1


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    """A core with three visitors: one served, one passed, one who waits without a slip."""
    with core_in_thread(lhasa_like(), tmp_path / "data") as running:
        for phone in ("13800001234", "13800001235", None):
            body = {"queue": "insurance", "slip": True, **({"phone": phone} if phone else {})}
            taken = running.post("/api/tickets", body)
            assert taken.status == 201, taken
        last = taken.body["id"]
        assert running.post(f"/api/tickets/{last}/slip", {"state": "failed"}).status == 200
        window = f"/api/windows/{SERVED_AT}"
        for act in ("open", "call-next", "start", "finish", "call-next", "pass"):
            assert running.post(f"{window}/{act}").status == 200, act
        yield running


@pytest.fixture
def at_core(core: CoreHandle) -> list[str]:
    """How a command reaches the core."""
    return ["--core", core.url, "--token", core.token(Role.SUPERVISOR)]


def hall_of(core: CoreHandle) -> Hall:
    return lhasa_like()


def test_the_day_is_what_the_core_counted(core: CoreHandle) -> None:
    hall = hall_of(core)
    today = business_date(datetime.now(UTC), hall.zone_info, hall.day_starts)
    closed = day_closed(OverHttp(core.url, core.token(Role.GUIDE)), hall, today)
    assert (closed.date, closed.complete, closed.tickets) == (today, False, 3)
    (queue,) = (each for each in closed.queues if each.counts)
    assert queue.name == hall.queue("insurance").name
    assert (queue.first, queue.last) == ("A001", "A003")
    assert queue.counts == closed.total
    assert (queue.counts.taken, queue.counts.served, queue.counts.open) == (3, 1, 1)
    assert closed.windows == ((SERVED_AT, 1),)
    assert closed.missing == ("A003",)
    assert closed.unprinted == 3  # of two nothing was heard yet


def test_a_finished_visit_is_rung_up_by_its_masked_phone(core: CoreHandle) -> None:
    hall = hall_of(core)
    today = business_date(datetime.now(UTC), hall.zone_info, hall.day_starts)
    drawn = call_backs(OverHttp(core.url, core.token(Role.SUPERVISOR)), hall, today, 5, "7")
    (call,) = drawn.calls
    assert (drawn.seed, drawn.finished) == ("7", 1)
    assert (call.number, call.window, call.phone) == ("A001", SERVED_AT, "138****1234")
    assert pick(call.matter, "zh") == "社会保险业务"


@pytest.mark.parametrize("act", ["closing", "callbacks"])
def test_it_comes_out_of_a_printer_as_it_is_in_the_picture(
    act: str, at_core: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "sheet.png"
    with SimulatedPrinter() as printer:
        words = ["slip", act, *at_core, "--paper", "58", "--lang", "bo", "--out", str(out)]
        assert main([*words, "--printer", printer.url]) == DONE
        assert png(printer.wait_for_slip()) == out.read_bytes()


def test_a_token_that_may_not_is_told(core: CoreHandle, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--core", core.url, "--token", core.token(Role.SCREEN), "--out", "x.png"]
    assert main(["slip", "closing", *words]) == FAILED
    assert "auth.denied" in capsys.readouterr().err


def test_a_day_before_the_hall_opened_is_empty(at_core: list[str], tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    for act in ("closing", "callbacks"):
        assert main(["slip", act, *at_core, "--date", "2020-01-02", "--out", str(out)]) == DONE


def test_a_running_halls_slip_is_seen(at_core: list[str], tmp_path: Path) -> None:
    assert load(resolve("lhasa")).slip is None
    assert main(["slip", "preview", *at_core, "--out", str(tmp_path / "slip.png")]) == DONE
