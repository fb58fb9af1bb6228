"""Visit after visit: the kiosk's memory stays flat. ``HALLCALL_KIOSK_VISITS=20000`` for a long run."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from statistics import median

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from core.qt.memory import give_back
from hallcall.bench import processes
from hallcall.halls import resolve
from hardware.printer.simulator import SimulatedPrinter
from kiosk.app import PORTRAIT
from tests.kiosk.conftest import Kiosk, ticket
from tests.support import qml

log = logging.getLogger(__name__)

VISITS = int(os.environ.get("HALLCALL_KIOSK_VISITS", "30"))
WARM = max(12, VISITS // 6)
"""Visits until every page was painted once and every cache is as full as it gets."""
LANGUAGES = ("zh", "bo", "en")
TYPED = ("yyzz", "sbk", "gongsi", "dj")
"""What is typed into the search; not each of them finds anything."""
EVERY = 100
"""So often the memory is logged."""
TIMEOUT_S = 600 + 5 * VISITS
MORE_MB = 8.0
"""By how much the last third's median may be above the first third's: from visit to visit it goes up and down
by 16, as the collectors of Python and of JavaScript come round."""


@pytest.fixture
def size() -> QSize:
    return PORTRAIT


@pytest.mark.timeout(TIMEOUT_S)
def test_memory_stays_flat(kiosk: Kiosk, printer: SimulatedPrinter, qtbot: QtBot) -> None:
    # Every visit is a minute later: at any hour there are numbers.
    kiosk.connect(replace(load(resolve("lhasa")), keeps_hours=False))
    printed: list[object] = []
    kiosk.app.slip_printed.connect(printed.append)
    memory = []
    for number in range(WARM + VISITS):
        visit(kiosk, printer, printed, number)
        if number >= WARM:
            give_back()
            # Pages of the fonts come and go with what the system has in its cache.
            memory.append(processes.memory(os.getpid()).own_mb)
        if number % EVERY == 0:
            held = processes.memory(os.getpid())
            log.info("after %d visits: %.1f MB, own %.1f", number + 1, held.resident_mb, held.own_mb)
    third = VISITS // 3
    first, last = median(memory[:third]), median(memory[-third:])
    assert last - first <= MORE_MB, f"{first:.1f} MB, then {last:.1f} MB"


def visit(kiosk: Kiosk, printer: SimulatedPrinter, printed: list[object], number: int) -> None:
    """Look about in another language and size, search, take a ticket, let it be printed, and go."""
    language = LANGUAGES[number % len(LANGUAGES)]
    look_about = ["matters", "later", "back", "zone:company", "back", "search"]
    letters = [f"letter:{letter}" for letter in TYPED[number % len(TYPED)]]
    keys = [f"language:{language}", *["large"] * (number % 2), *look_about, *letters]
    for place, key in enumerate(keys):
        kiosk.choose(key)
        if place == number % len(keys):
            # One page of each visit is laid out and painted, of the next visit another.
            qml.settle(kiosk.view)
    kiosk.choose("back")
    kiosk.choose("queue:company")
    kiosk.until(lambda: bool(kiosk.asked))
    kiosk.answer(ticket(f"A{number % 1000:03}", "company"))
    kiosk.until(lambda: bool(printed))
    kiosk.answer_reports()
    assert kiosk.app.untold == 0
    kiosk.pass_time(60)
    # What the simulated world keeps is not the kiosk's.
    printed.clear()
    kiosk.link.unanswered.clear()
    kiosk.link.posts.clear()
    printer.printer.slips.clear()
    printer.printer.rasters.clear()
