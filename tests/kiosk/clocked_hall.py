"""A kiosk with its devices on real ports, a real core, and one clock in hand for both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.booking import Slots
from core.domain.calendar import Hours
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, Mode
from core.domain.people import Role
from hardware.devices import load_devices
from hardware.idcard import cards
from hardware.idcard.simulator import SimulatedSerialReader
from hardware.printer.simulator import SimulatedPrinter
from hardware.scanner.simulator import VirtualScanner
from hardware.simulated_port import SimulatedSerialPort
from kiosk.app import KioskApp
from kiosk.timings import Timings
from tests.kiosk.device_hall import devices_file
from tests.kiosk.spoken.keys_alone import Ear
from tests.support import qml
from tests.support.clock import Clock
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread

WEEKDAYS = (1, 2, 3, 4, 5)
EVENING, MORNING = "2026-11-23 20:00", "2026-11-24 09:05"
TUESDAY, TEN = "day:2026-11-24", "slot:2026-11-24T01:00:00+00:00"


def booking_hall() -> Hall:
    """Return a hall that books out of hours: Tuesday at nine is the first time to book on Monday evening."""
    return replace(
        lhasa_like(),
        keeps_hours=True,
        hours=(Hours(WEEKDAYS, time(9), time(17, 30)),),
        slots=(Slots("insurance", WEEKDAYS, time(9), time(12), 60, 1),),
        kiosk_rules=KioskRules(out_of_hours=Mode.BOOKING),
    )


def instant(local: str) -> datetime:
    """Return a time on the hall's wall, UTC."""
    return datetime.fromisoformat(local).replace(tzinfo=lhasa_like().zone_info).astimezone(UTC)


@dataclass
class Machine:
    """A kiosk of that hall with its devices."""

    bot: QtBot
    clock: Clock
    core: CoreHandle
    printer: SimulatedPrinter
    reader: SimulatedSerialReader
    scanner: SimulatedSerialPort[VirtualScanner]
    folder: Path
    ear: Ear = field(default_factory=Ear)
    link: CoreLink = field(init=False)
    app: KioskApp = field(init=False)

    def __post_init__(self) -> None:
        file = devices_file(self.folder, self.printer, self.reader, self.scanner)
        self.link = CoreLink(self.core.url, self.core.token(Role.KIOSK, subject="kiosk-1"))
        self.app = KioskApp(
            self.link,
            load_devices(file),
            machine="kiosk-1",
            timings=Timings(settle_s=0),
            now=self.clock,
            mouth=self.ear,  # type: ignore[arg-type]
        )
        self.link.start()
        self.app.show()
        self.until(lambda: self.link.live and self.app.devices.reads_cards)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(condition, timeout=20_000)

    @property
    def page(self) -> Any:
        """The page that is open."""
        return self.app._view_model.page

    def tap(self, key: str) -> None:
        """Touch something once it is there and the core has answered."""
        self.until(lambda: qml.shows(self.app.view, key) and not qml.shows(self.app.view, "busy"))
        qml.tap(self.app.view, key)

    def type(self, text: str) -> None:
        """Type on the pad."""
        for character in text:
            self.tap(f"type:{character}")

    def at(self, local: str) -> None:
        """Let it be that time on the hall's wall; the kiosk looks at its clock."""
        self.clock.now = instant(local)
        self.app.tick()

    @property
    def steps(self) -> list[str]:
        """What a message says to do now."""
        return [line.value.main.text for line in self.page.lines if line.kind == "text"]

    def says(self, words: str) -> None:
        """Wait for a notice."""
        self.until(lambda: self.page.page == "notice" and words in self.page.title.main.text)

    def take(self) -> Any:
        """Take a number, and return it with its slip's code."""
        with self.bot.waitSignal(self.app.slip_printed, timeout=20_000) as printed:
            self.tap("zone:social")
        self.tap("done")
        taken = (printed.args or [None])[0]
        return self.core.get(f"/api/tickets/{taken.id}").body

    def book(self, *, by_card: bool = False) -> str:
        """Book Tuesday at nine, and return the code that stands on the screen."""
        self.tap("book:insurance")
        self.tap(TUESDAY)
        self.tap(TEN)
        if by_card:
            self.until(lambda: self.page.which == "who")
            self.reader.reader.lay(cards.YOUNG)
        else:
            self.tap("book.write")
            self.type("13800138000")
            self.tap("book.phone")
        self.until(lambda: self.page.page == "booked" and "请取走" in self.page.prompt.main.text)
        code: str = self.page.number.replace(" ", "")
        return code


@contextmanager
def running(folder: Path, bot: QtBot, hall: Hall, local: str) -> Iterator[Machine]:
    """Run a kiosk and its core from a time on the hall's wall on."""
    clock = Clock(instant(local))
    with ExitStack() as stack:
        printer = stack.enter_context(SimulatedPrinter())
        reader = stack.enter_context(SimulatedSerialReader())
        scanner = stack.enter_context(SimulatedSerialPort(VirtualScanner()))
        core = stack.enter_context(core_in_thread(hall, folder / "data", keeps_hours=True, clock=clock))
        made = Machine(bot, clock, core, printer, reader, scanner, folder)
        try:
            yield made
        finally:
            made.link.stop()
            made.app.close()
