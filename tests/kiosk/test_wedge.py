"""Scanners that type, at a real window: a scan goes nowhere else, and what a hand types arrives whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.wedge import WedgeFilter
from tests.kiosk.conftest import Kiosk
from tests.support import qml

FAST_S, SLOW_S = 0.01, 0.2


class Window(QWindow):
    """Keeps the keys that come to it."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = ""
        self.released = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed += event.text()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.released += event.text()


class Hand:
    """Types at a window; its time goes on only as it types."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = Window()
        self.window.show()
        qtbot.waitUntil(self.window.isExposed)
        self.at_s = 0.0
        self.scans: list[str] = []
        self.filter = WedgeFilter(self.window, clock=lambda: self.at_s)
        self.filter.scanned.connect(self.scans.append)

    def types(self, text: str, gap_s: float) -> None:
        for letter in text:
            self.at_s += gap_s
            QTest.keyClick(self.window, key(letter))

    def waits(self) -> None:
        self.at_s += 1.0
        self.filter.look()


def key(letter: str) -> Qt.Key:
    return Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)


def test_fast_keys_with_an_end_are_a_scan_and_the_window_sees_none(hand: Hand) -> None:
    hand.types("57240000\r", FAST_S)
    hand.waits()
    assert hand.scans == ["57240000"]
    assert (hand.window.pressed, hand.window.released) == ("", "")


def test_slow_keys_come_to_the_window_whole_and_in_order(hand: Hand) -> None:
    hand.types("shehui", SLOW_S)
    hand.waits()
    assert hand.scans == []
    assert (hand.window.pressed, hand.window.released) == ("shehui", "shehui")


def test_what_was_typed_before_a_scan_is_not_lost(hand: Hand) -> None:
    hand.types("ab", SLOW_S)
    hand.at_s += 1.0
    hand.types("57240000\r", FAST_S)
    hand.types("cd", SLOW_S)
    hand.waits()
    assert hand.scans == ["57240000"]
    assert hand.window.pressed == hand.window.released == "abcd"


def test_fast_keys_without_an_end_are_typing(hand: Hand) -> None:
    hand.types("jinyong", FAST_S)
    hand.waits()
    assert hand.scans == []
    assert hand.window.pressed == "jinyong"


def test_what_a_hand_typed_comes_without_another_key(hand: Hand, qtbot: QtBot) -> None:
    hand.types("a", SLOW_S)
    hand.at_s += 1.0
    qtbot.waitUntil(lambda: hand.window.pressed == "a")


def test_a_key_that_goes_up_after_the_scan_goes_nowhere(hand: Hand) -> None:
    for digit in "57240000":
        hand.at_s += FAST_S
        QTest.keyPress(hand.window, key(digit))
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    for digit in "57240":
        QTest.keyRelease(hand.window, key(digit))
    hand.waits()
    assert hand.scans == ["57240000"]
    assert (hand.window.pressed, hand.window.released) == ("", "")


def test_other_events_pass(hand: Hand) -> None:
    assert not hand.filter.eventFilter(hand.window, QEvent(QEvent.Type.FocusIn))


@pytest.mark.logs("the core gave no ticket")
def test_a_scan_at_the_kiosks_window_comes_to_the_booking(kiosk: Kiosk) -> None:
    kiosk.connect()

    def scanned() -> bool:
        """Scan, and again where a starved machine let the keys come as slowly as a hand's."""
        if not kiosk.asked:
            for digit in "57240000\r":
                QTest.keyClick(kiosk.view, key(digit))
        return bool(kiosk.asked)

    kiosk.until(scanned)
    assert kiosk.asked == [("/api/bookings/check-in", {"code": "57240000", "lang": "zh", "slip": True})]
    assert qml.shows(kiosk.view, "busy")
