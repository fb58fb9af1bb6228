"""The kiosk's devices against a real core: slips that are told of, cards, scans, and plugs pulled out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.domain.people import Role
from core.domain.privacy import hash_of
from hardware.idcard import cards
from hardware.scanner.simulator import scan
from hardware.simulated_port import SimulatedPort
from tests.kiosk.device_hall import AGED, PRINTER, READER, SCANNER, DeviceHall, running
from tests.support import qml

# The reader is looked at before the core has given the day's key.
pytestmark = pytest.mark.logs("there is no key of the day")

PRINTED = "请取走您的号票"


@pytest.fixture
def hall(tmp_path: Path, qtbot: QtBot) -> Iterator[DeviceHall]:
    with running(tmp_path, qtbot) as made:
        yield made


def told(hall: DeviceHall, ticket: dict[str, Any], state: str) -> None:
    hall.until(lambda: hall.app.untold == 0 and hall.ticket(ticket["id"])["slip"] == state)


def test_a_slip_is_pending_then_printed(hall: DeviceHall) -> None:
    hall.printer.stalled = True
    ticket = hall.take()
    assert ticket["slip"] == "pending"
    hall.printer.stalled = False
    hall.until(lambda: hall.text("slip.main") == PRINTED)
    told(hall, ticket, "printed")
    assert hall.missing() == []
    assert len(hall.printer.printer.slips) == 1


@pytest.mark.logs("a slip is failed", "the slip of A001 is failed", "is degraded: the paper")
def test_a_failed_slip_is_shown_told_and_listed_and_the_next_visitor_is_warned(hall: DeviceHall) -> None:
    hall.printer.printer.slips_left = 0
    ticket = hall.take()
    hall.until(lambda: "号票未能打印" in hall.text("slip.main"))
    told(hall, ticket, "failed")
    assert hall.missing() == ["A001"]
    hall.until(lambda: hall.states().get(PRINTER) == ("degraded", "printer.paper_out"))
    qml.tap(hall.app.view, "done")
    assert "暂时不能打印号票" in hall.text("trouble.main")


@pytest.mark.logs("a slip is unknown", "the slip of A001 is unknown", "is gone", "is degraded")
def test_a_slip_that_nobody_knows_of_is_shown_told_and_listed(hall: DeviceHall) -> None:
    hall.until(lambda: hall.app.devices.printer.health.state.value == "ready")  # type: ignore[union-attr]
    hall.printer.hangs_up_after = 9_000
    ticket = hall.take()
    hall.until(lambda: "如未出票" in hall.text("slip.main"))
    hall.printer.hangs_up_after = None
    told(hall, ticket, "unknown")
    assert hall.missing() == ["A001"]
    assert hall.printer.printer.slips == []


@pytest.mark.logs("is gone", "cannot", "did not")
def test_a_core_that_was_away_is_told_when_it_is_back(hall: DeviceHall) -> None:
    hall.printer.stalled = True
    ticket = hall.take()

    def meanwhile() -> None:
        hall.printer.stalled = False
        hall.until(lambda: hall.text("slip.main") == PRINTED)
        assert hall.app.untold == 1

    hall.restart_core(meanwhile)
    told(hall, ticket, "printed")


def test_a_copy_comes_out_once_and_only_where_it_was_asked_for(hall: DeviceHall) -> None:
    ticket = hall.take()
    told(hall, ticket, "printed")
    path = f"/api/tickets/{ticket['id']}/reprint"
    hall.core.post(path, {"printer": "取号机二"}, role=Role.GUIDE)
    hall.core.post(path, {"printer": PRINTER}, role=Role.GUIDE)
    told(hall, ticket, "printed")
    slips = hall.printer.printer.rasters
    assert len(slips) == 2
    assert slips[0] is not None
    assert slips[1] is not None
    assert slips[1].rows > slips[0].rows, "it says that it is a copy"
    hall.restart_core()
    hall.until(lambda: hall.link.live)
    qml.tap(hall.app.view, "done")
    told(hall, hall.take(), "printed")
    assert len(hall.printer.printer.slips) == 3, "the copy did not come out again"


def key_of_today(hall: DeviceHall) -> bytes:
    key = hall.app._card_key.today()
    assert key is not None
    return key.key


def lay(hall: DeviceHall, card: cards.MadeUpCard) -> None:
    hall.until(lambda: qml.shows(hall.app.view, "greeting.main"))
    hall.reader.reader.lay(card)


def test_a_card_greets_by_the_mask_and_gives_the_class_of_its_age_and_nothing_more(
    hall: DeviceHall, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    card = cards.RESIDENT
    lay(hall, card)
    hall.until(lambda: hall.text("greeting.main") == "央*，您好")
    seen = list(qml.texts(hall.app.view))
    ticket = hall.take()
    seen += qml.texts(hall.app.view)
    assert ticket["class"] == AGED
    wanted = hall.link.takes()[-1]["card"]
    assert wanted["hash"] == hash_of(card.number, key_of_today(hall))
    assert wanted["age"] > 60
    told(hall, ticket, "printed")
    qml.tap(hall.app.view, "done")
    seen += qml.texts(hall.app.view)
    assert hall.text("greeting.main") != "央*，您好"
    told(hall, hall.take(), "printed")
    assert "card" not in hall.link.takes()[-1], "the next visitor is somebody else"
    everything = f"{seen} {hall.link.asked} {caplog.text}"
    for secret in (card.name, card.number, card.born, card.address):
        assert secret not in everything


def test_a_card_is_forgotten_with_its_visit(hall: DeviceHall) -> None:
    lay(hall, cards.YOUNG)
    hall.until(lambda: hall.text("greeting.main") == "张*，您好" and not qml.shows(hall.app.view, "busy"))
    hall.app._session.done()
    assert "张*" not in "".join(qml.texts(hall.app.view))
    assert hall.take()["class"] == "ordinary"
    assert "card" not in hall.link.takes()[-1]


@pytest.mark.parametrize(
    ("card", "said"),
    [(cards.UNKNOWN_KIND, "本机不支持这种证件"), (cards.WRONG_NUMBER, "此证件不能在这里使用")],
)
def test_a_card_that_cannot_be_used_is_said_calmly(
    hall: DeviceHall, card: cards.MadeUpCard, said: str
) -> None:
    lay(hall, card)
    hall.until(lambda: said in hall.text("message.main"))
    qml.tap(hall.app.view, "understood")
    assert qml.shows(hall.app.view, "zone:social")


def book(hall: DeviceHall, **who: Any) -> dict[str, Any]:
    slots = hall.core.get("/api/bookings/slots?queue=insurance").body
    free = [slot for slot in slots["slots"] if slot["left"]]
    wanted = {"queue": "insurance", "date": slots["date"], "starts": free[0]["starts"], **who}
    made = hall.core.post("/api/bookings", wanted, role=Role.KIOSK)
    assert made.status == 201, made.body
    booking: dict[str, Any] = made.body
    return booking


def test_the_code_of_a_booking_checks_it_in_and_prints(hall: DeviceHall) -> None:
    booking = book(hall)
    with hall.bot.waitSignal(hall.app.slip_printed, timeout=20_000) as printed:
        scan(hall.scanner, booking["code"])
    taken = (printed.args or [None])[0]
    assert taken.booked
    told(hall, {"id": taken.id}, "printed")
    assert hall.core.get(f"/api/bookings/{booking['id']}").body["state"] == "checked_in"
    assert hall.text("number") == taken.number


def test_a_card_with_a_booking_checks_it_in(hall: DeviceHall) -> None:
    hall.until(lambda: hall.app._card_key.today() is not None)
    booking = book(hall, card=hash_of(cards.YOUNG.number, key_of_today(hall)))
    with hall.bot.waitSignal(hall.app.slip_printed, timeout=20_000):
        lay(hall, cards.YOUNG)
    assert hall.core.get(f"/api/bookings/{booking['id']}").body["state"] == "checked_in"
    assert "张*" not in "".join(qml.texts(hall.app.view))


@pytest.mark.logs("the core gave no ticket")
def test_a_code_that_was_used_is_said(hall: DeviceHall) -> None:
    booking = book(hall)
    for _ in range(2):
        scan(hall.scanner, booking["code"])
        hall.until(lambda: hall.text("slip.main") == PRINTED or qml.shows(hall.app.view, "message.main"))
    hall.until(lambda: qml.shows(hall.app.view, "message.main"))
    assert "预约" in hall.text("message.main")


def test_a_slips_code_shows_the_place_of_its_visit(hall: DeviceHall) -> None:
    first = hall.take()
    hall.until(lambda: hall.text("slip.main") == PRINTED)
    qml.tap(hall.app.view, "done")
    track = hall.core.get(f"/api/tickets/{first['id']}").body["track"]
    scan(hall.scanner, f"http://10.0.0.8:8400/t/{track}")
    hall.until(lambda: hall.text("ahead.main") == "前面无人等候")
    assert hall.text("number") == "A001"
    hall.core.post("/api/windows/1/open", {}, window=1)
    hall.core.post("/api/windows/1/call-next", {}, window=1)
    qml.tap(hall.app.view, "done")
    scan(hall.scanner, f"http://10.0.0.8:8400/t/{track}")
    hall.until(lambda: hall.text("slip.main") == "请到1号窗口")


@pytest.mark.parametrize("code", ["6901234567892", "http://shop.example/t/short", f"https://x/t/{'a' * 22}"])
def test_another_code_is_said_not_to_be_the_halls(hall: DeviceHall, code: str) -> None:
    scan(hall.scanner, code)
    hall.until(lambda: hall.text("message.main") == "这不是本大厅的码。")


@pytest.mark.logs("is gone", "a slip is failed", "the slip of .* is failed")
@pytest.mark.parametrize("which", [PRINTER, READER, SCANNER])
def test_a_device_that_is_pulled_out_is_told_and_the_screen_goes_on(hall: DeviceHall, which: str) -> None:
    ready = dict.fromkeys((PRINTER, READER, SCANNER), ("ready", ""))
    hall.until(lambda: hall.states() == ready)
    ports: dict[str, SimulatedPort[Any]] = {PRINTER: hall.printer, READER: hall.reader, SCANNER: hall.scanner}
    port = ports[which]
    port.plugged = False
    hall.until(lambda: hall.states() == ready | {which: ("gone", "device.unreachable")})
    ticket = hall.take()
    told(hall, ticket, "failed" if which == PRINTER else "printed")
    port.plugged = True
    hall.until(lambda: hall.states() == ready)
    qml.tap(hall.app.view, "done")
    told(hall, hall.take(), "printed")


# The ways to a number, all of it real: screen, core, printer, card reader


def takes_card(hall: DeviceHall) -> None:
    hall.until(lambda: hall.app._session.inputs.reads_cards)


def taken(hall: DeviceHall, *keys: str) -> dict[str, Any]:
    """Touch some keys, the last of which takes a number, and return it as the core knows it."""
    for key in keys[:-1]:
        hall.until(lambda key=key: qml.shows(hall.app.view, key))
        qml.tap(hall.app.view, key)
    hall.until(lambda: qml.shows(hall.app.view, keys[-1]))
    with hall.bot.waitSignal(hall.app.ticket_taken, timeout=20_000) as signal:
        qml.tap(hall.app.view, keys[-1])
    return hall.ticket((signal.args or [None])[0].id)


def test_an_item_with_its_live_figures_options_and_slip(hall: DeviceHall) -> None:
    for key in ("matters", "item:card"):
        qml.tap(hall.app.view, key)
    hall.until(lambda: hall.app._session.inputs.figures.item == "card")
    qml.tap(hall.app.view, "options")
    digits = (f"type:{digit}" for digit in "13800138000")
    for key in ("class:elderly", "assisted", "phone", *digits, "phone.set"):
        qml.tap(hall.app.view, key)
    ticket = taken(hall, "back", "take")
    assert (ticket["queue"], ticket["class"], ticket["assisted"]) == ("insurance", "elderly", True)
    assert ticket["legs"][0]["item"] == "card"
    hall.until(lambda: hall.text("slip.main") == PRINTED)
    assert len(hall.printer.printer.slips) == 1


def test_two_matters_are_one_number_with_two_steps(hall: DeviceHall) -> None:
    first = ("matters", "item:licence", "basket.add", "matters", "item:card", "basket.add", "take")
    ticket = taken(hall, *first)
    assert [(leg["step"], leg["queue"], leg["item"]) for leg in ticket["legs"]] == [
        (1, "company", "licence"),
        (2, "insurance", "card"),
    ]


@pytest.fixture
def strict_hall(tmp_path: Path, qtbot: QtBot) -> Iterator[DeviceHall]:
    """A hall that gives numbers of one queue with a card only."""
    with running(tmp_path, qtbot, needs_card="insurance") as made:
        yield made


def test_a_queue_that_needs_a_card_gets_its_number_by_laying_one(strict_hall: DeviceHall) -> None:
    takes_card(strict_hall)
    qml.tap(strict_hall.app.view, "zone:social")
    assert strict_hall.app._view_model.page.page == "card"
    with strict_hall.bot.waitSignal(strict_hall.app.ticket_taken, timeout=20_000) as signal:
        strict_hall.reader.reader.lay(cards.YOUNG)
    assert strict_hall.ticket((signal.args or [None])[0].id)["queue"] == "insurance"
    assert len(strict_hall.link.takes()) == 1


def test_touches_a_card_and_a_scan_at_once_make_one_ticket(hall: DeviceHall) -> None:
    takes_card(hall)
    for key in ("matters", "item:card"):
        qml.tap(hall.app.view, key)
    at = qml.centre(qml.find(hall.app.view, "take"))
    with hall.bot.waitSignal(hall.app.ticket_taken, timeout=20_000):
        qml.tap_at(hall.app.view, at)
        hall.reader.reader.lay(cards.YOUNG)
        scan(hall.scanner, "57240000")
        for _ in range(20):
            qml.tap_at(hall.app.view, at)
    hall.until(lambda: hall.text("slip.main") == PRINTED)
    assert len(hall.link.takes()) == 1
    assert len(hall.printer.printer.slips) == 1
