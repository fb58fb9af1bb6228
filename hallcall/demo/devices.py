"""The demo's devices: each simulated at the byte end of a real line, and named by a device file."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core.domain.hall import Hall, Window
from hardware.idcard.driver import BAUD as CARD_BAUD
from hardware.idcard.virtual import VirtualReader
from hardware.keypad import virtual as keypad
from hardware.keypad.bus import BAUD as PAD_BAUD
from hardware.led import virtual as led
from hardware.printer.simulator import SimulatedPrinter
from hardware.scanner.simulator import VirtualScanner
from hardware.simulated_port import Behind, SimulatedPort, SimulatedSerialPort, SimulatedTcpPort
from hardware.sms.virtual import VirtualModem

KIOSK_NAME = "kiosk-1"
PRINTER, READER, SCANNER = "取号机一", "读卡器一", "扫码器一"
PADS, SIGNS, MODEM = "窗口键盘", "窗口条屏", "短信猫"
EVERY = {
    KIOSK_NAME: "kiosk",
    PRINTER: "printer",
    READER: "card_reader",
    SCANNER: "scanner",
    PADS: "keypads",
    SIGNS: "signs",
    MODEM: "modem",
}
"""What staff sees when all is well: each device with its kind."""

CALL_NEXT = 1
"""The keypad's big key."""
KEYPAD, RATER = 1, 2
SIGNS_MOST = 4
SIGN_BAUD, SCANNER_BAUD, MODEM_BAUD = 57600, 9600, 115200

D = TypeVar("D", bound=Behind)

_KIOSK_FILE = """\
# What is plugged in at the demo's kiosk.

[[printers]]
name = "{PRINTER}"
url = "{printer}"
paper_mm = 80

[[card_readers]]
name = "{READER}"
url = "{reader}"

[[scanners]]
name = "{SCANNER}"
url = "{scanner}"
"""
_WINDOW_FILE = """\
# What is plugged in at the demo's window, above it, and where its messages are sent.

[[keypads]]
name = "{PADS}"
url = "{pads}"
pads = [
    {{ address = {KEYPAD}, window = {window}, keys = {{ 01 = "call-next", 02 = "recall", 03 = "finish" }} }},
    {{ address = {RATER}, window = {window} }},
]

[[signs]]
name = "{SIGNS}"
url = "{signs}"
signs = [
{each_sign}
]

[[modems]]
name = "{MODEM}"
url = "{modem}"
"""


@dataclass(frozen=True, slots=True)
class DemoDevices:
    """The far ends, and the files by which the hall's programs find them.

    Attributes:
        signs: Address 1 hangs above the scene's window, the next ones above its neighbours.
        pads: The clerk's keypad and the visitors' rater.
        kiosk_file: The kiosk's device file.
        window_file: That of the window's machine.
    """

    printer: SimulatedPrinter
    reader: SimulatedPort[VirtualReader]
    scanner: SimulatedPort[VirtualScanner]
    signs: SimulatedPort[led.VirtualBus]
    pads: SimulatedPort[keypad.VirtualBus]
    modem: SimulatedPort[VirtualModem]
    kiosk_file: Path
    window_file: Path

    @property
    def sign(self) -> led.VirtualSign:
        """The sign of the scene's window."""
        return self.signs.device[1]

    @property
    def pad(self) -> keypad.VirtualPad:
        """The clerk's keypad."""
        return self.pads.device.pads[KEYPAD]

    @property
    def rater(self) -> keypad.VirtualPad:
        """The visitors' rater."""
        return self.pads.device.pads[RATER]


def plug_in(hall: Hall, window: Window, folder: Path, stack: ExitStack) -> DemoDevices:
    """Plug in everything and write the device files; the stack pulls it out again.

    Args:
        window: Where keypad, rater and the first sign are.
        folder: Where the files go.
    """
    windows = _with_neighbours(hall, window)
    pads = {KEYPAD: keypad.VirtualPad(), RATER: keypad.VirtualPad(about="R5 SIM")}
    made = DemoDevices(
        printer=stack.enter_context(SimulatedPrinter()),
        reader=_line(VirtualReader(), CARD_BAUD, stack),
        scanner=_line(VirtualScanner(), SCANNER_BAUD, stack),
        signs=_line(led.VirtualBus.of(range(1, len(windows) + 1)), SIGN_BAUD, stack),
        pads=_line(keypad.VirtualBus(pads), PAD_BAUD, stack),
        modem=_line(VirtualModem(), MODEM_BAUD, stack),
        kiosk_file=folder / "kiosk-devices.toml",
        window_file=folder / "window-devices.toml",
    )
    _write_files(made, windows)
    return made


def _line(device: D, baud: int, stack: ExitStack) -> SimulatedPort[D]:
    """Return a device on a serial port, on Windows behind a serial server."""
    if sys.platform == "win32":
        return stack.enter_context(SimulatedTcpPort(device))
    return stack.enter_context(SimulatedSerialPort(device, baud))


def _with_neighbours(hall: Hall, window: Window) -> list[int]:
    others = [each.number for each in hall.windows if each.zone == window.zone and each != window]
    return [window.number, *others][:SIGNS_MOST]


def _write_files(made: DemoDevices, windows: list[int]) -> None:
    signs = "\n".join(
        f"    {{ address = {address}, window = {number} }},"
        for address, number in enumerate(windows, start=1)
    )
    said = {
        "PRINTER": PRINTER,
        "READER": READER,
        "SCANNER": SCANNER,
        "PADS": PADS,
        "SIGNS": SIGNS,
        "MODEM": MODEM,
        "KEYPAD": KEYPAD,
        "RATER": RATER,
        "window": windows[0],
        "each_sign": signs,
        "printer": made.printer.url,
        "reader": made.reader.url,
        "scanner": made.scanner.url,
        "signs": made.signs.url,
        "pads": made.pads.url,
        "modem": made.modem.url,
    }
    made.kiosk_file.write_text(_KIOSK_FILE.format(**said), encoding="utf-8")
    made.window_file.write_text(_WINDOW_FILE.format(**said), encoding="utf-8")
