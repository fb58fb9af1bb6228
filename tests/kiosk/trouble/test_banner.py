"""What the devices have to say stands above the choices."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from hardware.printer.simulator import SimulatedPrinter
from tests.kiosk.conftest import Kiosk, upright_and_flat
from tests.kiosk.trouble.staffed import staffed
from tests.support import qml
from tests.support.halls import shipped


@pytest.mark.logs("slips is gone")
@upright_and_flat
def test_a_printer_that_is_gone_is_said_before_anything_is_chosen(
    qtbot: QtBot, printer: SimulatedPrinter, size: QSize
) -> None:
    hall = staffed(shipped("lhasa"))
    printer.plugged = False
    kiosk = Kiosk(qtbot, printer, size)
    kiosk.connect(hall)
    kiosk.until(lambda: qml.shows(kiosk.view, "trouble.main"))
    for language in hall.languages:
        kiosk.choose(f"language:{language}")
        assert not qml.unfit(kiosk.view), language
    kiosk.app.close()
