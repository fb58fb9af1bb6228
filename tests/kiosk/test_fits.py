"""No text of the kiosk is cut or stands outside its place: every page, every language, both orientations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize

from core.app.hallfile import load
from core.client.reply import Refused
from core.domain.hall import Hall
from core.domain.ticket import LegState
from core.domain.wait import Wait
from core.qt.messages import SENTENCES
from hallcall.demo.hands import items
from hallcall.halls import resolve
from hardware.idcard.card import Kind, SeenCard
from kiosk.app import PORTRAIT
from kiosk.state import Page, Place, Printing, Refusal
from tests.kiosk.conftest import Kiosk, ticket
from tests.support import qml
from tests.support.halls import big, lhasa_like

HALLS: dict[str, Callable[[], Hall]] = {
    "lhasa-like": lhasa_like,
    "big": big,
    "lhasa": lambda: load(resolve("lhasa")),
    "pingliang": lambda: load(resolve("pingliang")),
}


@pytest.fixture(params=sorted(HALLS))
def hall(request: pytest.FixtureRequest) -> Hall:
    return HALLS[request.param]()


def check(kiosk: Kiosk, where: str) -> None:
    assert not qml.unfit(kiosk.view), where


def choose(kiosk: Kiosk, language: str) -> None:
    if qml.shows(kiosk.view, f"language:{language}"):
        qml.tap(kiosk.view, f"language:{language}")


def crowd(hall: Hall) -> dict[str, int]:
    return {queue.id: 188 for queue in hall.queues}


def test_every_choice_fits(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall, **crowd(hall))
    for language in hall.languages:
        choose(kiosk, language)
        check(kiosk, f"home in {language}")
        for zone in [each.id for each in hall.zones if sum(q.zone == each.id for q in hall.queues) > 1]:
            qml.tap(kiosk.view, f"zone:{zone}")
            kiosk.pass_time(55)
            assert qml.shows(kiosk.view, "countdown")
            check(kiosk, f"zone {zone} in {language}")
            qml.tap(kiosk.view, "back")


def test_every_sheet_of_the_frequent_matters_fits(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall, **crowd(hall))
    shown = set()
    for language in hall.languages:
        choose(kiosk, language)
        qml.tap(kiosk.view, "matters")
        while True:
            check(kiosk, f"frequent matters in {language}")
            shown |= {name[5:] for name in qml.names(kiosk.view) if name.startswith("item:")}
            if not qml.shows(kiosk.view, "later"):
                break
            qml.tap(kiosk.view, "later")
        qml.tap(kiosk.view, "back")
    assert {item.id for item in hall.items if item.frequent} <= shown


def longest(hall: Hall) -> set[str]:
    """Return the tiles with the longest names of each kind in each language."""
    found = set()
    for language in hall.languages:
        queue = max(hall.queues, key=lambda each: len(each.name.get(language, "")))
        item = max(hall.items, key=lambda each: len(each.name.get(language, "")))
        found |= {f"queue:{queue.id}", f"item:{item.id}"}
    return found


def test_the_longest_names_fit_beside_the_number(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    for language in hall.languages:
        for key in sorted(longest(hall)):
            choose(kiosk, language)
            kiosk.choose(key)
            if key.startswith("item:"):
                kiosk.choose("take")
            check(kiosk, f"one moment in {language}")
            kind, _, which = key.partition(":")
            queue = hall.queue(which if kind == "queue" else hall.item(which).queue)
            kiosk.answer(ticket(f"{queue.prefix}1234", queue.id, ahead=188))
            kiosk.pass_time(25)
            check(kiosk, f"number of {key} in {language}")
            qml.tap(kiosk.view, "done")


@pytest.mark.logs("the core gave no ticket", "slips is gone", "a slip is failed", "the slip of .* is failed")
def test_bad_news_fits(kiosk: Kiosk, hall: Hall) -> None:
    check(kiosk, "out of service, hall unknown")
    kiosk.printer.plugged = False
    kiosk.connect(hall)
    queue = hall.queues[0]
    for language in hall.languages:
        choose(kiosk, language)
        kiosk.choose(f"queue:{queue.id}")
        kiosk.answer(Refused("error.unknown", {}))
        check(kiosk, f"notice in {language}")
        qml.tap(kiosk.view, "understood")
        kiosk.choose(f"queue:{queue.id}")
        kiosk.answer(ticket(f"{queue.prefix}1234", queue.id))
        kiosk.until(lambda: kiosk.app._view_model.page.bad)
        check(kiosk, f"no slip in {language}")
        qml.tap(kiosk.view, "done")
    kiosk.link.go_dark()
    check(kiosk, "out of service")


OF_DEVICES = ("card_reader.fault", *(key for key in SENTENCES if key.startswith(("card.", "scan."))))
"""What visitors are told of cards and codes."""


@pytest.mark.parametrize("size", [PORTRAIT, QSize(1366, 768)])
def test_what_the_devices_say_fits(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall, **crowd(hall))
    kiosk.app.devices.stop()  # what devices say here, the test says
    session = kiosk.app._session
    card = SeenCard(Kind.FOREIGNER, "a" * 64, 71, "MADEUP, *")
    for language in hall.languages:
        choose(kiosk, language)
        session.update(prints=False, reads_cards=True)
        check(kiosk, f"a card may be laid on, in {language}")
        session.update(card=card)
        check(kiosk, f"greeting in {language}")
        assert qml.shows(kiosk.view, "greeting.main")
        assert qml.shows(kiosk.view, "trouble.main")
        for key in OF_DEVICES:
            session.refuse(Refusal(key))
            check(kiosk, f"{key} in {language}")
            session.back()
        for state in LegState:
            session.show(Page.PLACE, place=Place("A1234", state, 188, 188, Wait(6000, 9000)))
            check(kiosk, f"a visit that is {state.value}, in {language}")
        session.back()
        session.update(prints=True, reads_cards=False)
        kiosk.choose(f"queue:{hall.queues[0].id}")
        kiosk.answer(ticket(f"{hall.queues[0].prefix}1234", hall.queues[0].id, ahead=188))
        for printing in Printing:
            session.update(printing=printing)
            check(kiosk, f"slip {printing.value} in {language}")
        session.done()


@pytest.mark.parametrize("size", [QSize(768, 1366), QSize(1366, 768), QSize(1280, 1024), QSize(2160, 3840)])
def test_other_screens_fit_too(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall, **crowd(hall))
    for language in hall.languages:
        choose(kiosk, language)
        check(kiosk, f"home in {language}")
        kiosk.choose(f"queue:{hall.queues[0].id}")
        kiosk.answer(ticket(f"{hall.queues[0].prefix}1234", hall.queues[0].id, ahead=188))
        check(kiosk, f"number in {language}")
        qml.tap(kiosk.view, "done")


def test_the_checker_sees_what_does_not_fit(kiosk: Kiosk) -> None:
    kiosk.connect()
    clock = qml.find(kiosk.view, "clock")
    clock.setProperty("minimumPixelSize", 300)
    clock.setProperty("text", "00:00:00 00:00:00")
    assert any("clock" in fault for fault in qml.unfit(kiosk.view))


def test_every_finger_target_is_large_enough(kiosk: Kiosk, hall: Hall) -> None:
    """20 mm, what a finger needs, are 81 px on the smallest usual screen of this size, 21.5 inches."""
    kiosk.connect(hall)
    targets = ("zone:", "language:", "matters", "back", "done")
    for item in items(kiosk.view):
        if item.objectName().startswith(targets) and "." not in item.objectName():
            assert item.height() >= 81, item.objectName()
            assert item.width() >= 81, item.objectName()
