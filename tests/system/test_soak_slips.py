"""Slips of several kiosks with faults of every kind: each ticket's is printed once, or known not to be.

``HALLCALL_SOAK=2000`` takes so many tickets instead of a few.
"""

from __future__ import annotations

import logging
import os
import random
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.hall import Hall
from core.domain.people import Role
from core.domain.slip import SlipState
from core.domain.slip_layout import Part, PartKind, SlipLayout
from core.qt.translate import Translations
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.printer.ticket_printer import Outcome
from hardware.slip.painter import WIDTH_80MM, paint
from hardware.slip.sheet import Sheet
from hardware.worker import State
from kiosk.devices import KioskDevices
from kiosk.slip_press import SlipPress
from kiosk.slips import compose_sheet
from kiosk.state import Taken
from kiosk.taking import Taking
from tests.support.running_core import CoreHandle, CoreProcess

log = logging.getLogger(__name__)

TICKETS = int(os.environ.get("HALLCALL_SOAK", "120"))
KIOSKS = 6
TROUBLED = 0.4
"""Of so many slips the printer has a fault."""
CORE_DIES_EVERY = 100
"""After so many tickets the core is killed and started again."""
LAYOUT = SlipLayout(
    tuple(Part(kind) for kind in (PartKind.SERVICE, PartKind.NUMBER, PartKind.TIME, PartKind.QR))
)


class Visitors(QObject):
    """One kiosk without its screen, and visitors who come one after the other.

    Attributes:
        told: Each ticket with what the kiosk said of its slip.
        whole: Fingerprint of each ticket's whole slip.
    """

    def __init__(self, core: CoreHandle, printer: SimulatedPrinter, name: str, dice: random.Random) -> None:
        super().__init__()
        self.printer = printer
        self.told: dict[str, tuple[Taken, Outcome]] = {}
        self.whole: dict[str, str] = {}
        self._dice = dice
        self._say = Translations(("zh", "bo"), self).say
        self._mend: Callable[[], None] = lambda: None
        self._left = 0
        self.link = CoreLink(core.url, core.token(Role.KIOSK, subject=name))
        self.devices = KioskDevices((PrinterEntry(name, printer.url, WIDTH_80MM),), lambda: None, self)
        self.press = SlipPress(self.link, self.devices, self._compose, self)
        self._taking = Taking(self.link, self.press, self)
        self.press.ended.connect(self._ended)
        self._taking.refused.connect(lambda _why: self._next())
        self._look = QTimer(self)
        self._look.setInterval(20)
        self._look.timeout.connect(self._begin_when_ready)
        self.devices.start()
        self.link.start()

    @property
    def done(self) -> bool:
        """Whether the last visitor has gone and the core knows all of it."""
        return self._left == 0 and self.press.untold == 0

    def come(self, count: int) -> None:
        """Have so many visitors come."""
        self._left = count
        self._look.start()

    def close(self) -> None:
        """Stop the line and the devices."""
        self._look.stop()
        self.link.stop()
        self.devices.stop()

    def _begin_when_ready(self) -> None:
        """Most wait until the printer is back: to a printer that is gone nothing happens."""
        gone = self.devices.printer is None or self.devices.printer.health.state is State.GONE
        if self.link.live and not (gone and self._dice.random() < 0.97):
            self._look.stop()
            if self._dice.random() < TROUBLED:
                self._break()
            self._taking.take("queue", self._dice.choice(self._queues()), "zh")

    def _queues(self) -> list[str]:
        assert self.link.hall is not None
        return [queue.id for queue in self.link.hall.queues]

    def _compose(self, taken: Taken, hall: Hall, copy: bool) -> Sheet:
        assert not copy
        one = compose_sheet(taken, replace(hall, slip=LAYOUT), self._say, "", "http://10.0.0.8:8400")
        self.whole[taken.id] = fingerprint(paint(one, WIDTH_80MM).data)
        return one

    def _ended(self, taken: Taken, outcome: Outcome) -> None:
        assert taken.id not in self.told, "it is told once"
        self.told[taken.id] = (taken, outcome)
        self._left -= 1
        self._next()

    def _next(self) -> None:
        self._mend()
        self._mend = lambda: None
        if self._left:
            self._look.start()

    def _break(self) -> None:
        """Give the printer a fault until this slip has ended; what stalls goes on after a while."""
        printer, port, dice = self.printer.printer, self.printer, self._dice
        match dice.randrange(9):
            case 0:
                printer.slips_left = 0
                self._mend = lambda: setattr(printer, "slips_left", None)
            case 1:
                printer.rows_left = dice.randrange(1, 700)
                self._mend = lambda: setattr(printer, "rows_left", None)
            case 2:
                printer.cover_open = True
                self._mend = lambda: setattr(printer, "cover_open", False)
            case 3:
                printer.jammed = True
                self._mend = lambda: setattr(printer, "jammed", False)
            case 4:
                printer.silent = True
                self._mend = lambda: setattr(printer, "silent", False)
            case 5 | 6:
                port.hangs_up_after = dice.randrange(1, 60_000)
                self._mend = lambda: setattr(port, "hangs_up_after", None)
            case 7:
                port.plugged = False
                self._mend = lambda: setattr(port, "plugged", True)
            case _:
                port.stalled = True
                QTimer.singleShot(dice.randrange(50, 1500), self, lambda: setattr(port, "stalled", False))
                self._mend = lambda: setattr(port, "stalled", False)


def fingerprint(data: bytes) -> str:
    return sha256(data).hexdigest()


def ended(kiosks: list[Visitors], tickets: int) -> bool:
    return sum(len(kiosk.told) for kiosk in kiosks) >= tickets


def listed_as_missing(core: CoreHandle, number: str) -> bool:
    found = core.get(f"/api/tickets?number={number}&slip=missing", role=Role.GUIDE).body["tickets"]
    return len(found) == 1


@pytest.mark.timeout(60 + 3 * TICKETS)
@pytest.mark.logs(".*")
def test_every_slip_is_printed_once_or_known_not_to_be(tmp_path: Path, qtbot: QtBot) -> None:
    core = CoreProcess("lhasa", tmp_path / "data")
    with ExitStack() as stack:
        handle = core.start()
        stack.callback(core.stop)
        kiosks = []
        for place in range(KIOSKS):
            printer = stack.enter_context(SimulatedPrinter())
            made = Visitors(handle, printer, f"kiosk-{place}", random.Random(place))
            stack.callback(made.close)
            kiosks.append(made)
        for kiosk in kiosks:
            kiosk.come(TICKETS // KIOSKS)
        for reached in range(CORE_DIES_EVERY, TICKETS, CORE_DIES_EVERY):
            qtbot.waitUntil(partial(ended, kiosks, reached), timeout=3000 * TICKETS)
            core.kill()
            core.start()
        qtbot.waitUntil(lambda: all(kiosk.done for kiosk in kiosks), timeout=40_000 + 3000 * TICKETS)
        log.info("%s", dict(check(handle, kiosks)))


def check(core: CoreHandle, kiosks: list[Visitors]) -> Counter[str]:
    """Hold what came out of the printers against what the core knows; return how many of each there are."""
    counted: Counter[str] = Counter()
    for kiosk in kiosks:
        printer = kiosk.printer.printer
        out = Counter(fingerprint(raster.data) for raster in printer.rasters if raster is not None)
        partial = sum(out.values()) - sum(out[whole] for whole in kiosk.whole.values())
        for ticket, (taken, outcome) in kiosk.told.items():
            state = core.get(f"/api/tickets/{ticket}").body["slip"]
            assert state == outcome.state.value, taken
            copies = out[kiosk.whole[ticket]]
            counted[f"{state} {outcome.key}".strip()] += 1
            counted["out"] += copies
            match outcome.state:
                case SlipState.PRINTED:
                    assert copies == 1, (taken, outcome)
                case SlipState.FAILED:
                    assert copies == 0, (taken, outcome)
                case _:
                    assert copies <= 1, (taken, outcome)
            assert listed_as_missing(core, taken.number) == (outcome.state is not SlipState.PRINTED), taken
        counted["partial"] += partial
        assert partial <= sum(outcome.state is SlipState.UNKNOWN for _, outcome in kiosk.told.values())
    waiting = sum(queue["waiting"] for queue in core.get("/api/queues").body["queues"])
    taken_in_all = sum(len(kiosk.told) for kiosk in kiosks)
    assert waiting == taken_in_all == TICKETS // KIOSKS * KIOSKS, "the core has no ticket that no kiosk knows"
    assert core.get("/api/tickets?slip=pending").body["tickets"] == []
    return counted
