"""The first page and a number fit on screens of other shapes; every page is held by test_pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize

from core.domain.hall import Hall
from tests.kiosk.conftest import Kiosk, ticket
from tests.support import qml
from tests.support.halls import big, shipped

HALLS: dict[str, Callable[[], Hall]] = {
    "big": big,
    "lhasa": lambda: shipped("lhasa"),
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
