"""What stands at the demo's window: keypad, rater and LED sign, simulated behind their real drivers."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

from core.client.devices import DeviceReports
from core.client.link import CoreLink
from hallcall.agents.signs import SignsAtWork
from hallcall.caller_devices import CallerDevices
from hallcall.device_file import teller
from hardware.devices import SignsEntry, read_devices
from hardware.keypad.virtual import VirtualBus, VirtualPad
from hardware.led.simulator import SimulatedSigns
from hardware.led.virtual import VirtualSign
from hardware.simulated_port import SimulatedTcpPort

KEYS = ("call-next", "recall", "start", "finish", "pass", "pause", "open", "ask-rating")


@dataclass(frozen=True, slots=True)
class DemoDesk:
    """The devices of the window.

    Attributes:
        devices: For the console.
    """

    pad: VirtualPad
    rater: VirtualPad
    sign: VirtualSign
    devices: CallerDevices

    def press(self, key: str) -> None:
        """Press a key of the clerk's pad."""
        self.pad.press(KEYS.index(key) + 1)


def set_desk(window: int, public: CoreLink, signs_link: CoreLink, stack: ExitStack) -> DemoDesk:
    """Start the devices of a window; they end with the stack.

    Args:
        public: With a screen's token, for the rater.
        signs_link: The same, for the sign.
    """
    pads = {1: VirtualPad(), 2: VirtualPad(about="R5 SIM")}
    bus = stack.enter_context(SimulatedTcpPort(VirtualBus(pads)))
    signs = stack.enter_context(SimulatedSigns([1]))
    keys = {f"{place:02X}": key for place, key in enumerate(KEYS, 1)}
    entries = read_devices(
        {
            "keypads": [
                {
                    "name": "窗口键盘",
                    "url": bus.url,
                    "pads": [
                        {"address": 1, "window": window, "keys": keys},
                        {"address": 2, "window": window},
                    ],
                }
            ],
            "signs": [{"name": "窗口屏", "url": signs.url, "signs": [{"window": window, "address": 1}]}],
        }
    )
    reports = DeviceReports(signs_link, "signs-1")
    stack.callback(reports.close)
    at_work = SignsAtWork(
        signs_link, [each.bus for each in entries if isinstance(each, SignsEntry)], teller(reports, "signs")
    )
    devices = CallerDevices(entries, "window-1", window=window, public=public)
    for each in (at_work, devices):
        stack.callback(each.stop)
        each.start()
    public.start()
    signs_link.start()
    return DemoDesk(pads[1], pads[2], signs.device[1], devices)
