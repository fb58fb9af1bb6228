"""A kiosk with every device it may have, each a simulated one on a real port, and a real core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Hours
from core.domain.hall import Hall, Proof, VisitorClass
from core.domain.people import Role
from core.domain.rules import Rules
from hardware.devices import load_devices
from hardware.idcard.simulator import SimulatedSerialReader
from hardware.printer.simulator import SimulatedPrinter
from hardware.scanner.simulator import VirtualScanner
from hardware.simulated_port import SimulatedSerialPort
from kiosk.app import KioskApp
from kiosk.timings import Timings
from tests.support import qml
from tests.support.halls import lhasa_like, naming
from tests.support.running_core import CoreHandle, core_in_thread

WEEK = (1, 2, 3, 4, 5, 6, 7)
PRINTER, READER, SCANNER = "取号机一", "读卡器一", "扫码器一"
AGED = "aged"


def devices_file(
    folder: Path,
    printer: SimulatedPrinter,
    reader: SimulatedSerialReader,
    scanner: SimulatedSerialPort[VirtualScanner],
) -> Path:
    """Write the device file of a kiosk with one of each."""
    file = folder / "devices.toml"
    file.write_text(
        f'[[printers]]\nname = "{PRINTER}"\nurl = "{printer.url}"\n'
        f'[[card_readers]]\nname = "{READER}"\nurl = "{reader.url}"\n'
        f'[[scanners]]\nname = "{SCANNER}"\nurl = "{scanner.url}"\n',
        encoding="utf-8",
    )
    return file


def device_hall(needs_card: str = "") -> Hall:
    """Return a hall whose own time is about noon, whenever this runs, so that today can be booked.

    Args:
        needs_card: The queue whose numbers are given with a card only.
    """
    hour = datetime.now(UTC).hour - 11
    hall = lhasa_like()
    return replace(
        hall,
        # Its sign is the other way round there.
        time_zone=f"Etc/GMT{hour:+d}",
        hours=(Hours(WEEK, time(8), time(22)),),
        classes=(
            *hall.classes,
            VisitorClass(AGED, {"zh": "长者"}, weight=2.0, proof=Proof.AGE, age_from=60),
        ),
        bookings=BookingRules(check_in_from_min=1000, late_min=1000),
        slots=(Slots("insurance", WEEK, time(8), time(22), 60, 20),),
        queues=tuple(
            replace(each, rules=Rules(needs_card=True)) if each.id == needs_card else each
            for each in hall.queues
        ),
    )


class RecordingLink(CoreLink):
    """The real line, and everything that was asked over it."""

    def __init__(self, url: str, token: str) -> None:
        super().__init__(url, token)
        self.asked: list[tuple[str, Any]] = []

    def get(self, path: str, done: Any) -> None:
        """Ask for ``path``."""
        self.asked.append((path, None))
        super().get(path, done)

    def post(self, path: str, body: Any, done: Any, key: str = "") -> None:
        """Ask the core to do something."""
        self.asked.append((path, body))
        super().post(path, body, done, key)

    def takes(self) -> list[dict[str, Any]]:
        """Return what was said when tickets were asked for."""
        return [dict(body) for path, body in self.asked if path == "/api/tickets"]


@dataclass
class DeviceHall:
    """Everything of it."""

    folder: Path
    bot: QtBot
    printer: SimulatedPrinter
    reader: SimulatedSerialReader
    scanner: SimulatedSerialPort[VirtualScanner]
    core: CoreHandle
    stack: ExitStack
    link: RecordingLink = field(init=False)
    app: KioskApp = field(init=False)

    def __post_init__(self) -> None:
        file = devices_file(self.folder, self.printer, self.reader, self.scanner)
        self.link = RecordingLink(self.core.url, self.core.token(Role.KIOSK, subject="kiosk-1"))
        self.app = KioskApp(
            self.link,
            load_devices(file),
            machine="kiosk-1",
            site="http://10.0.0.8:8400",
            timings=Timings(settle_s=0),
        )
        self.link.start()
        self.app.show()
        self.until(lambda: qml.shows(self.app.view, "zone:social"))

    def close(self) -> None:
        """End the kiosk, then its core."""
        self.link.stop()
        self.app.close()
        self.stack.close()

    def until(self, condition: Any) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(condition, timeout=20_000)

    def text(self, name: str) -> str:
        """Return the text of what is called so, nothing if it is not in sight."""
        return qml.text_of(self.app.view, name) if qml.shows(self.app.view, name) else ""

    def take(self) -> dict[str, Any]:
        """Take a number by a tap, and return it as the core knows it."""
        self.until(lambda: qml.shows(self.app.view, "zone:social") and not qml.shows(self.app.view, "busy"))
        with self.bot.waitSignal(self.app.ticket_taken, timeout=20_000) as taken:
            qml.tap(self.app.view, "zone:social")
        return self.ticket((taken.args or [None])[0].id)

    def ticket(self, ticket: str) -> dict[str, Any]:
        """Return a ticket as the core knows it."""
        found: dict[str, Any] = self.core.get(f"/api/tickets/{ticket}").body
        return found

    def missing(self) -> list[str]:
        """Return the numbers whose slips the guides look for."""
        found = self.core.get("/api/tickets?slip=missing", role=Role.GUIDE).body["tickets"]
        return [each["number"] for each in found]

    def states(self) -> dict[str, tuple[str, str]]:
        """Return state and key of each device, as the core knows it."""
        listed = self.core.get("/api/devices", role=Role.GUIDE).body["devices"]
        return {each["name"]: (each["state"], each["key"]) for each in listed if each["kind"] != "kiosk"}

    def restart_core(self, meanwhile: Any = lambda: None) -> None:
        """End the core, and start it again at the same place."""
        port = int(self.core.url.rpartition(":")[2])
        self.stack.close()
        meanwhile()
        self.core = self.stack.enter_context(core_in_thread(device_hall(), self.folder / "data", port))


@contextmanager
def running(
    folder: Path, bot: QtBot, needs_card: str = "", names: Sequence[str] = ()
) -> Iterator[DeviceHall]:
    """Run it; ``names``: the zones that show them."""
    with (
        SimulatedPrinter() as printer,
        SimulatedSerialReader() as reader,
        SimulatedSerialPort(VirtualScanner()) as scanner,
        ExitStack() as stack,
    ):
        hall = device_hall(needs_card)
        hall = naming(hall, *names) if names else hall
        core = stack.enter_context(core_in_thread(hall, folder / "data"))
        made = DeviceHall(folder, bot, printer, reader, scanner, core, stack)
        try:
            yield made
        finally:
            made.close()
