"""Every failure page, the staff's pages and the resting screen fit, in each language, on each screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules
from core.qt.messages import SENTENCES
from hallcall.halls import resolve
from hardware.printer.simulator import SimulatedPrinter
from hardware.worker import Health, State
from kiosk.failures import FAILURES
from kiosk.speech import Speak
from kiosk.staff_state import LastTest, Printed, Read
from kiosk.staff_words import HINTS
from kiosk.state import Page, Refusal
from tests.kiosk.conftest import TAKEN_AT, Kiosk, ticket
from tests.kiosk.trouble.staffed import staffed
from tests.kiosk.trouble.test_failures import PARAMS
from tests.support import qml

SIZES = {
    "portrait": QSize(1080, 1920),
    "landscape": QSize(1920, 1080),
    "old": QSize(1024, 768),
}


@pytest.fixture(params=sorted(SIZES))
def size(request: pytest.FixtureRequest) -> QSize:
    return SIZES[request.param]


@pytest.fixture
def hall() -> Hall:
    return staffed(load(resolve("lhasa")))


def check(kiosk: Kiosk, where: str) -> None:
    assert not qml.unfit(kiosk.view), where


def looks(hall: Hall) -> list[tuple[str, bool]]:
    return [*((language, False) for language in hall.languages), ("bo", True)]


def look(kiosk: Kiosk, language: str, *, large: bool) -> None:
    session = kiosk.app._session
    session.done()
    session.act(f"language:{language}")
    if large:
        session.act("large")


def longest(language: str, speak: Speak) -> list[str]:
    """Return of the pages with as many steps the two with the longest sentences."""
    found: list[str] = []
    ordered = sorted(FAILURES, key=lambda each: -len(speak(language, "messages", SENTENCES[each])))
    for steps in range(1, 5):
        found += [key for key in ordered if len(FAILURES[key].steps) == steps][:2]
    return found


def test_every_failure_fits(kiosk: Kiosk, hall: Hall, speak: Speak) -> None:
    kiosk.connect(hall)
    for language, large in looks(hall):
        for key in longest(language, speak):
            look(kiosk, language, large=large)
            kiosk.app._session.update(ways=frozenset(Page), asked=True)
            kiosk.app._session.refuse(Refusal(key, PARAMS))
            check(kiosk, f"{key} in {language}, large {large}")


def test_out_of_service_fits(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    kiosk.link.degrade(True)
    check(kiosk, "degraded")
    kiosk.link.degrade(False)
    kiosk.app._troubles.shut(True)
    check(kiosk, "shut")
    kiosk.app._troubles.shut(False)
    kiosk.link.go_dark()
    for refused in (False, True):
        kiosk.link.refused = refused
        kiosk.app.tick()
        check(kiosk, f"dark, refused {refused}")


def test_the_staff_pages_fit(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    session, troubles = kiosk.app._session, kiosk.app._troubles
    for number, key in enumerate(HINTS):
        kind = "card_reader" if key.startswith("card") else "printer"
        troubles.device(f"设备{number}", kind, Health(State.GONE, key))
    for language, large in looks(hall):
        look(kiosk, language, large=large)
        session.show(Page.STAFF_PIN)
        kiosk.app._staffing._set(wrong=True, wait_s=300)
        check(kiosk, f"PIN in {language}")
        session.show(Page.STAFF)
        check(kiosk, f"staff in {language}")
        for part in ("devices", "sound", "program", "log"):
            session.act(f"staff:{part}")
            kiosk.app._staffing._set(
                printed=Printed("failed", "printer.paper_out"),
                reading=True,
                read=Read("resident", "欧阳*", 71),
                speaks=True,
                tested=LastTest(TAKEN_AT, (("kiosk.clock_wrong", "by +93 s"), ("device.unreachable", ""))),
                log=("12:00:00 W " + "a long line of the log " * 6,) * 40,
            )
            check(kiosk, f"staff {part} in {language}, large {large}")
            session.act("back")


def test_no_pin_and_the_resting_screen_fit(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    session = kiosk.app._session
    for language, large in looks(hall):
        look(kiosk, language, large=large)
        session.update(rules=KioskRules())
        session.show(Page.STAFF_PIN)
        check(kiosk, f"no PIN in {language}")
        session.rest()
        check(kiosk, "resting")


def test_the_code_and_the_offline_mark_fit_beside_the_number(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    queue = hall.queues[0]
    for language, large in looks(hall):
        look(kiosk, language, large=large)
        kiosk.choose(f"queue:{queue.id}")
        kiosk.answer(ticket(f"{queue.prefix}1234", queue.id, ahead=188, track="aB3dE5fG7hJ9kL1mN3pQ5r"))
        kiosk.until(lambda: qml.shows(kiosk.view, "code"))
        check(kiosk, f"the code in {language}, large {large}")
        taken = kiosk.app._session.inputs.taken
        assert taken is not None
        kiosk.app._session.update(taken=replace(taken, offline=True, ahead=None))
        check(kiosk, f"the mark in {language}, large {large}")


@pytest.mark.logs("slips is gone")
def test_a_printer_that_is_gone_is_said_before_anything_is_chosen(
    qtbot: QtBot, printer: SimulatedPrinter, size: QSize, hall: Hall
) -> None:
    printer.plugged = False
    kiosk = Kiosk(qtbot, printer, size)
    kiosk.connect(hall)
    kiosk.until(lambda: qml.shows(kiosk.view, "trouble.main"))
    for language in hall.languages:
        kiosk.choose(f"language:{language}")
        check(kiosk, f"no printer in {language}")
    kiosk.app.close()
