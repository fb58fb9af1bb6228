"""Somebody who knows nothing and does everything at a real kiosk, by chance: touches, keys, scans, cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.domain.people import Role
from hallcall.demo.hands import finger, items
from hardware.devices import load_devices
from hardware.idcard import cards
from hardware.idcard.simulator import SimulatedSerialReader
from hardware.printer.simulator import SimulatedPrinter
from hardware.scanner.simulator import VirtualScanner, scan
from hardware.simulated_port import SimulatedSerialPort
from kiosk.app import KioskApp
from kiosk.state import Taken
from tests.kiosk.clocked_hall import instant
from tests.kiosk.device_hall import devices_file
from tests.kiosk.guide.conftest import CLERK, NAME
from tests.kiosk.guide.conftest import PIN as GUIDES_PIN
from tests.kiosk.spoken.keys_alone import Ear
from tests.kiosk.spoken.test_every_page import PIN, hall_of_everything
from tests.support import qml
from tests.support.clock import Clock
from tests.support.running_core import CoreHandle, core_in_thread

_K = Qt.Key
PAD = (*(_K(_K.Key_0.value + digit) for digit in range(10)), _K.Key_Enter, _K.Key_Asterisk)
PAD_MORE = (_K.Key_Plus, _K.Key_Minus, _K.Key_Slash, _K.Key_Period, _K.Key_Equal)
BOARD = (_K.Key_Escape, _K.Key_Tab, _K.Key_F4, _K.Key_F11, _K.Key_Menu, _K.Key_A, _K.Key_Space, _K.Key_Return)
HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.MetaModifier,
)
CARDS = (cards.RESIDENT, cards.YOUNG, cards.HONG_KONG, cards.UNKNOWN_KIND, cards.WRONG_NUMBER)
STRANGE = (
    "",
    "6901234567892",
    "https://example.com/",
    "http://10.0.0.8/t/none",
    "x" * 900,
    "呼\x00叫",
    "[[1;2R",
)


@dataclass
class Rig:
    """The kiosk with its devices and its core, and what came of it.

    Attributes:
        seconds: The kiosk's own clock, which only the monkey moves.
        got: Every number that a visitor was shown, in order, and ``None`` for each visit that ended.
    """

    core: CoreHandle
    clock: Clock
    printer: SimulatedPrinter
    reader: SimulatedSerialReader
    scanner: SimulatedSerialPort[VirtualScanner]
    link: CoreLink
    app: KioskApp
    bot: QtBot
    seconds: list[float]
    got: list[Taken | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.app.ticket_taken.connect(self.got.append)
        self.app._session.ended.connect(lambda: self.got.append(None))

    @property
    def numbers(self) -> list[Taken]:
        """Every number that was shown."""
        return [each for each in self.got if each is not None]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(condition)

    def passes(self, seconds: float) -> None:
        """Let time go by."""
        self.seconds[0] += seconds
        self.clock.now += timedelta(seconds=seconds)
        self.app.tick()

    def tickets(self) -> list[dict[str, Any]]:
        """Return every ticket that the core has of today."""
        found: list[dict[str, Any]] = self.core.get("/api/tickets").body["tickets"]
        return found


@contextmanager
def rig(folder: Path, bot: QtBot, *, full_screen: bool) -> Iterator[Rig]:
    """Run it; half past nine on a Monday."""
    clock, seconds = Clock(instant("2026-11-23 09:30")), [0.0]
    with (
        SimulatedPrinter() as printer,
        SimulatedSerialReader() as reader,
        SimulatedSerialPort(VirtualScanner()) as scanner,
        core_in_thread(hall_of_everything(), folder / "data", keeps_hours=True, clock=clock) as core,
    ):
        guide = {"name": NAME, "role": "guide", "pin": GUIDES_PIN}
        core.ask("PUT", f"/api/clerks/{CLERK}", guide, token=core.token(Role.ADMIN))
        file = devices_file(folder, printer, reader, scanner)
        link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
        app = KioskApp(
            link,
            load_devices(file),
            full_screen=full_screen,
            machine="kiosk-1",
            clock=lambda: seconds[0],
            now=clock,
            folder=folder / "kiosk",
            mouth=Ear(),  # type: ignore[arg-type]
            guide_line=lambda token: CoreHttp(core.url, token),
        )
        link.start()
        app.show()
        bot.waitUntil(lambda: link.live and app.devices.reads_cards and qml.shows(app.view, "zone:business"))
        try:
            yield Rig(core, clock, printer, reader, scanner, link, app, bot, seconds)
        finally:
            link.stop()
            app.close()


class Monkey:
    """Does one thing after the other; what it does comes of its seed alone."""

    def __init__(self, rig: Rig, seed: int) -> None:
        self._rig = rig
        self._chance = Random(seed)
        self._view = rig.app.view
        self.done: list[str] = []
        self._acts: dict[Callable[[], str], int] = {
            self._touches_something: 70,
            self._touches_anywhere: 8,
            self._is_impatient: 8,
            self._lays_a_hand_on: 6,
            self._drags: 3,
            self._presses_the_pad: 20,
            self._presses_a_key: 5,
            self._scans: 5,
            self._types_as_a_scanner: 2,
            self._lays_a_card: 4,
            self._hurts_the_printer: 1,
            self._calls_somebody: 2,
            self._waits: 4,
            self._breaks_the_line: 1,
            self._comes_as_staff: 1,
        }

    def acts(self) -> None:
        """Do something; a moment passes."""
        (act,) = self._chance.choices(list(self._acts), list(self._acts.values()))
        self.done.append(f"{self._rig.app._view_model.page.page}: {act()}")
        self._rig.passes(self._chance.choice((0.0, 0.1, 0.4, 0.4, 1.0)))
        if self._chance.random() < 0.6:
            self._rig.bot.waitUntil(lambda: not self._rig.app._session.inputs.busy)

    def leaves(self) -> None:
        """Take what it brought away with it; staff open what it has shut with their PIN."""
        self._rig.reader.reader.lift()
        self._rig.printer.printer.slips_left = 500
        self._rig.app._troubles.shut(False)

    def _somewhere(self) -> QPoint:
        return QPoint(self._chance.randrange(self._view.width()), self._chance.randrange(self._view.height()))

    def _something(self) -> tuple[str, QPoint]:
        """Return something that can be touched now, and where it is."""
        page = self._rig.app._view_model.page
        buttons = [each.key for each in page.buttons]
        onward = [*(each.key for each in page.tiles), *(each.key for each in page.buttons if each.strong)]
        keys = [*onward * 5, *buttons]
        if page.entry is not None:
            keys += [f"{word}:{sign}" for sign in page.entry.next for word in ("type", "letter")]
        keys += ["language:bo", "language:en", "large", "speak", "stay", "staff", "clock"]
        there = {each.objectName(): each for each in items(self._view)}
        found = [each for each in keys if each in there]
        if not found:
            return "nothing", self._somewhere()
        name = self._chance.choice(found)
        return name, qml.centre(there[name])

    def _touches_something(self) -> str:
        name, at = self._something()
        qml.tap_at(self._view, at)
        return f"touches {name}"

    def _touches_anywhere(self) -> str:
        at = self._somewhere()
        qml.tap_at(self._view, at)
        return f"touches {at.x()},{at.y()}"

    def _is_impatient(self) -> str:
        name, at = self._something()
        for _ in range(self._chance.randrange(2, 8)):
            qml.tap_at(self._view, at)
        return f"touches {name} again and again"

    def _lays_a_hand_on(self) -> str:
        places = [self._something()[1], *(self._somewhere() for _ in range(self._chance.randrange(1, 5)))]
        self._chance.shuffle(places)
        down = QTest.touchEvent(self._view, finger())
        for number, at in enumerate(places):
            down.press(number, at, self._view)
        down.commit()
        QCoreApplication.processEvents()
        up = QTest.touchEvent(self._view, finger())
        for number, at in enumerate(places):
            up.release(number, at, self._view)
        up.commit()
        QCoreApplication.processEvents()
        return f"lays {len(places)} fingers on"

    def _drags(self) -> str:
        start, end = self._somewhere(), self._somewhere()
        qml.press_at(self._view, start)
        for part in (1, 2, 3):
            QTest.touchEvent(self._view, finger()).move(
                0, start + (end - start) * part / 3, self._view
            ).commit()
        qml.release_at(self._view, end)
        return "drags"

    def _presses_the_pad(self) -> str:
        keys = [self._chance.choice(PAD * 3 + PAD_MORE) for _ in range(self._chance.randrange(1, 5))]
        for key in keys:
            QTest.keyClick(self._view, key, Qt.KeyboardModifier.KeypadModifier)
        return f"presses {[each.name for each in keys]}"

    def _presses_a_key(self) -> str:
        key, held = self._chance.choice(BOARD), self._chance.choice(HELD)
        QTest.keyClick(self._view, key, held)
        return f"presses {held.name} {key.name}"

    def _code(self) -> str:
        numbers = self._rig.numbers
        if numbers and self._chance.random() < 0.6:
            return f"http://10.0.0.8:8400/t/{self._chance.choice(numbers).track}"
        return self._chance.choice(STRANGE)

    def _scans(self) -> str:
        code = self._code()
        scan(self._rig.scanner, code)
        return f"scans {code[:40]!r}"

    def _types_as_a_scanner(self) -> str:
        code = self._code()[:60]
        for sign in f"{code}\r":
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                key = _K.Key_Return if sign == "\r" else _K(ord(sign.upper()))
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
                QCoreApplication.sendEvent(self._view, event)
        return f"types {code!r} fast"

    def _lays_a_card(self) -> str:
        card = self._chance.choice((*CARDS, None, None))
        if card is None:
            self._rig.reader.reader.lift()
            return "takes the card away"
        self._rig.reader.reader.lay(card)
        return f"lays a card of {card.born}"

    def _hurts_the_printer(self) -> str:
        left = self._chance.choice((0, 1, 500))
        self._rig.printer.printer.slips_left = left
        return f"leaves paper for {left} slips"

    def _calls_somebody(self) -> str:
        window = self._chance.choice((1, 2, 3, 4))
        self._rig.core.post(f"/api/windows/{window}/open", {}, window=window)
        self._rig.core.post(f"/api/windows/{window}/call-next", {}, window=window)
        return f"window {window} calls"

    def _breaks_the_line(self) -> str:
        self._rig.link.renew(slept=True)
        return "breaks the line"

    def _comes_as_staff(self) -> str:
        code, pin = (_K.Key_Asterisk, _K.Key_0) * 2 + (_K.Key_Asterisk,), [_K(ord(each)) for each in PIN]
        for key in (*code, *pin, _K.Key_Enter):
            QTest.keyClick(self._view, key, Qt.KeyboardModifier.KeypadModifier)
            self._rig.passes(0.4 if key is _K.Key_Asterisk else 0.05)
        return "types the code and the PIN of the staff"

    def _waits(self) -> str:
        seconds = self._chance.choice((3, 12, 30, 55, 70))
        for _ in range(0, seconds, 2):
            self._rig.passes(2)
        return f"waits {seconds} s"
