"""The sheets of a long page of lines are pages' state: turned by touch and by the pad, and read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from hallcall.halls import resolve
from hardware.printer.simulator import SimulatedPrinter
from kiosk.app import LANDSCAPE
from kiosk.spoken.written import Written
from tests.kiosk.conftest import Kiosk
from tests.support import qml


@pytest.fixture
def screen(qtbot: QtBot, printer: SimulatedPrinter) -> Iterator[Kiosk]:
    hall = load(resolve("lhasa"))
    made = Kiosk(qtbot, printer, LANDSCAPE)
    made.connect(hall)
    made.choose(f"item:{max(hall.items, key=lambda each: len(each.materials)).id}")
    made.until(lambda: len(made.app._session.inputs.starts) > 1)
    yield made
    made.app.close()


def lines(screen: Kiosk) -> list[str]:
    qml.settle(screen.view)
    return [each for each in qml.names(screen.view) if each.startswith("line:") and "." not in each]


def read(screen: Kiosk) -> list[str]:
    page = Written(screen.app._session.inputs, screen.app._view_model.page)
    return [piece.key for piece in page.head()]


def test_sheets_are_turned_by_touch_and_by_the_pad_alike(screen: Kiosk) -> None:
    first, starts = lines(screen), screen.app._session.inputs.starts
    assert first == [f"line:{at}" for at in range(starts[1])]
    qml.tap(screen.view, "later")
    second = lines(screen)
    assert second[0] == f"line:{starts[1]}"
    qml.tap(screen.view, "earlier")
    assert lines(screen) == first
    screen.app._pressed("0")
    assert lines(screen) == second, "behind the last group comes the next sheet"


def test_a_later_sheet_is_read_alone(screen: Kiosk) -> None:
    view, starts = screen.app._view_model.page, screen.app._session.inputs.starts
    every = [f"line:{line.key}" for line in view.lines]
    assert set(every) <= set(read(screen)), "who cannot see needs no sheets"
    screen.choose("later")
    ends = starts[2] if len(starts) > 2 else None
    assert [key for key in read(screen) if key in every] == every[starts[1] : ends]
