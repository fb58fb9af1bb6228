"""A hall whose kiosks have a staff page, and the way onto it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from core.domain.hall import Hall
from kiosk.staff_pin import hash_staff_pin
from tests.kiosk.conftest import Kiosk
from tests.support import qml
from tests.support.halls import lhasa_like

PIN = "2468"


@cache
def _hashed() -> str:
    return hash_staff_pin(PIN)


def staffed(hall: Hall | None = None, **rules: Any) -> Hall:
    """Return a hall with a PIN for its staff pages."""
    hall = hall or lhasa_like()
    return replace(hall, kiosk_rules=replace(hall.kiosk_rules, staff_pin=_hashed(), **rules))


def touch_clock(kiosk: Kiosk, times: int = 5) -> None:
    """Touch the clock with a finger, often and fast."""
    for _ in range(times):
        qml.tap(kiosk.view, "clockTouch")


def type_pin(kiosk: Kiosk, pin: str) -> None:
    """Touch the digits of a PIN and confirm."""
    for digit in pin:
        qml.tap(kiosk.view, f"type:{digit}")
    qml.tap(kiosk.view, "staff:enter")


def enter(kiosk: Kiosk) -> None:
    """Open the staff page by touch."""
    touch_clock(kiosk)
    type_pin(kiosk, PIN)
    assert qml.shows(kiosk.view, "staff:devices")


def said(kiosk: Kiosk) -> str:
    """Return everything that is written on the screen."""
    qml.settle(kiosk.view)
    return "\n".join(qml.texts(kiosk.view))
