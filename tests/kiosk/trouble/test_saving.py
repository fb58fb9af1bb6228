"""The resting screen: when it comes, what it tells, and that what wakes it does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest

from core.client.reply import Refused
from hardware.idcard.card import Kind, SeenCard
from kiosk.app import PORTRAIT
from tests.kiosk.conftest import Kiosk
from tests.kiosk.trouble.staffed import said, staffed
from tests.support import qml
from tests.support.halls import lhasa_like

AFTER_S = 180


@pytest.fixture
def size() -> QSize:
    return PORTRAIT


def rests(kiosk: Kiosk) -> bool:
    qml.settle(kiosk.view)
    return qml.shows(kiosk.view, "saver.clock")


def fall_asleep(kiosk: Kiosk, **rules: object) -> None:
    hall = replace(lhasa_like(), notice={"zh": "今天下午停电", "en": "No power this afternoon"})
    kiosk.connect(staffed(hall, **rules))
    kiosk.pass_time(AFTER_S + 1)
    kiosk.pass_time(1)


def test_it_comes_once_nobody_has_touched_the_first_page_for_long(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.pass_time(AFTER_S - 10)
    assert not rests(kiosk)
    qml.tap(kiosk.view, "hallName.main")
    kiosk.pass_time(AFTER_S - 10)
    assert not rests(kiosk), "somebody stood there"
    kiosk.pass_time(11)
    assert rests(kiosk)


def test_it_tells_the_notices_in_each_language_in_turn(kiosk: Kiosk) -> None:
    fall_asleep(kiosk)
    assert "今天下午停电" in said(kiosk)
    assert "Touch to begin" in said(kiosk)
    saver = qml.find(kiosk.view, "saverView").property("item")
    saver.setProperty("step", 1)
    assert "No power this afternoon" in said(kiosk)


def test_a_hall_may_want_none(kiosk: Kiosk) -> None:
    fall_asleep(kiosk, saver_after_s=0)
    kiosk.pass_time(100_000)
    assert not rests(kiosk)


def test_a_hall_may_want_it_sooner(kiosk: Kiosk) -> None:
    kiosk.connect(staffed(saver_after_s=20))
    kiosk.pass_time(21)
    assert rests(kiosk)


def test_a_finger_wakes_it_and_takes_nothing(kiosk: Kiosk) -> None:
    kiosk.connect()
    where = qml.centre(qml.find(kiosk.view, "zone:social"))
    kiosk.pass_time(AFTER_S + 1)
    assert rests(kiosk)
    qml.tap_at(kiosk.view, where)
    assert not rests(kiosk)
    assert qml.shows(kiosk.view, "zone:social")
    assert not kiosk.asked
    kiosk.pass_time(60)
    assert not rests(kiosk), "who woke it reads first"


WAYS: dict[str, Callable[[Kiosk], object]] = {
    "a key": lambda kiosk: QTest.keyClick(kiosk.view, Qt.Key.Key_5),
    "a key of the pad": lambda kiosk: kiosk.choose("zone:social"),
}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_everything_wakes_it_and_does_nothing_else(kiosk: Kiosk, way: str) -> None:
    fall_asleep(kiosk)
    assert rests(kiosk)
    WAYS[way](kiosk)
    kiosk.until(lambda: not rests(kiosk))
    QCoreApplication.processEvents()
    assert qml.shows(kiosk.view, "zone:social")
    assert not kiosk.asked
    assert not [path for path in kiosk.link.gets if "track" in path]
    assert kiosk.app._session.inputs.card is None


@pytest.mark.logs("the core gave no ticket")
def test_a_card_or_a_code_wakes_it_and_is_taken(kiosk: Kiosk) -> None:
    fall_asleep(kiosk)
    kiosk.app.devices.card_laid.emit(SeenCard(Kind.RESIDENT, "ab" * 32, 71, "张*"))
    kiosk.until(lambda: not rests(kiosk))
    assert kiosk.asked == [("/api/bookings/check-in", {"card": "ab" * 32, "lang": "zh", "slip": True})]
    kiosk.answer(Refused("booking.unknown", {}, 404))
    assert "张*" in qml.text_of(kiosk.view, "greeting.main")
    kiosk.app._session.done()
    kiosk.pass_time(AFTER_S + 10)
    assert rests(kiosk)
    kiosk.app.devices.scanned.emit("http://10.0.0.8:8400/t/aaaaaaaaaaaaaaaaaaaaaa")
    kiosk.until(lambda: "/api/track/aaaaaaaaaaaaaaaaaaaaaa" in kiosk.link.gets)


def test_it_never_hides_that_there_are_no_numbers(kiosk: Kiosk) -> None:
    fall_asleep(kiosk)
    kiosk.link.go_dark()
    assert not rests(kiosk)
    assert qml.shows(kiosk.view, "outOfService:zh")
    kiosk.pass_time(AFTER_S * 2)
    assert not rests(kiosk)


def test_it_does_not_come_over_a_page_that_somebody_reads(kiosk: Kiosk) -> None:
    kiosk.connect(staffed(idle_s=600))
    qml.tap(kiosk.view, "zone:business")
    kiosk.pass_time(AFTER_S + 10)
    assert not rests(kiosk)
