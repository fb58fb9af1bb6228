"""All devices of a simulated day: what is plugged in where, and the agents that drive them."""

from __future__ import annotations

import logging
import os
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from core.domain.floor import Floor
from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.qt.app import make_app
from hallcall.commands.clerk import put_clerk
from hallcall.simulate.access import Access
from hallcall.simulate.crowd import Asking
from hallcall.simulate.devices.agents import agent
from hallcall.simulate.devices.pads import KEYS, ClerksPad
from hallcall.simulate.devices.phones import Phones
from hallcall.simulate.devices.presses import KioskPress
from hallcall.simulate.devices.signs import Signs
from hallcall.simulate.faults import Faults
from hallcall.simulate.line import Line
from hallcall.simulate.plan import Person
from hallcall.simulate.report import DeviceFigures, spread
from hardware.keypad import virtual as keypad
from hardware.led import virtual as led
from hardware.led.simulator import SimulatedSigns
from hardware.simulated_port import SimulatedTcpPort
from hardware.sms.simulator import SimulatedModem

PHONED = 0.2
"""Of so many visitors at kiosks the phone number is known."""
SIGNS_A_LINE = 16
PADS_MOST = 8
WINDOWS_A_PAD = 2
PIN = "2468"


class Rig:
    """The day's devices at work.

    Attributes:
        pads: By window, where the clerk calls by a keypad.
        phones: The visitors'.
        signs: Above the windows.
    """

    def __init__(
        self,
        presses: list[KioskPress],
        signs: Mapping[int, led.VirtualSign],
        pads: Mapping[int, keypad.VirtualPad],
        modem: SimulatedModem,
        hall: Hall,
        seed: int,
    ) -> None:
        self.faults = Faults()
        self.phones = Phones(hall, modem.modem, self.faults)
        self.signs = Signs(hall, dict(signs), self.faults)
        self.pads = {
            window: ClerksPad(pad, _clerk(window), PIN, window, self.faults) for window, pad in pads.items()
        }
        self._presses = presses
        self._seed = seed
        self._kiosk_of: dict[str, KioskPress] = {}

    def look_at(self, floor: Callable[[], Floor]) -> None:
        """Take the floor that pads' clerks see."""
        for pad in self.pads.values():
            pad.look_at(floor)

    def wish(self, person: Person, place: int) -> dict[str, Any]:
        """Return what a visitor at a kiosk wishes beside: a slip, and perhaps to be told by phone."""
        wish: dict[str, Any] = dict(person.wish)
        if person.by_guide:
            return wish
        wish["slip"] = True
        drawn = random.Random(f"{self._seed} phone {place}").random()  # noqa: S311 (a simulation)
        if person.booking is None and drawn < PHONED:
            wish["phone"] = self.phones.number()
        return wish

    def keep_phone(self, answer: Mapping[str, Any], wish: Mapping[str, Any]) -> None:
        """Note whose the phone number is, if one was left."""
        if "phone" in wish:
            self.phones.keep(answer["id"], wish["phone"], str(answer["lang"]))

    async def issue(
        self,
        place: int,
        wish: Mapping[str, Any],
        answer: Mapping[str, Any],
        kiosk: Line,
        guide: Line,
        asking: Asking,
    ) -> None:
        """Print the slip of who took a ticket, the ``place``-th visitor of the day, if that is wished."""
        if wish.get("slip"):
            press = self._kiosk_of[answer["id"]] = self._presses[place % len(self._presses)]
            await press.issue(answer, wish, kiosk, guide, asking)

    async def check(self, floor: Callable[[], Floor], line: Line, asking: Asking) -> None:
        """Hold what came out, what stands on the signs and what was sent against what the core knows."""
        await self.signs.settle(floor)
        self.phones.check()
        for ticket, press in self._kiosk_of.items():
            answer = await asking.get(line, f"/api/tickets/{ticket}")
            if answer is not None:
                press.check(ticket, str(answer.body["slip"]), self.faults)

    def figures(self) -> DeviceFigures:
        """Return what they did."""
        slips = [slip for press in self._presses for slip in press.slips.values()]
        ended = Counter(slip.tries[-1] for slip in slips if slip.tries)
        return DeviceFigures(
            printers=len(self._presses),
            slips={state.value: ended[state] for state in SlipState},
            copies=sum(len(slip.tries) - 1 for slip in slips if slip.tries),
            broken=dict(sum((press.broken for press in self._presses), Counter())),
            signs=self.signs.count,
            sign_texts=self.signs.told,
            sign_looks=self.signs.looked,
            pads=len(self.pads),
            pad_calls=sum(pad.calls for pad in self.pads.values()),
            pressed_again=sum(pad.again for pad in self.pads.values()),
            messages=self.phones.sent,
            called_by_message_ms=spread(self.phones.took_ms),
        )


@contextmanager
def plugged_in(hall: Hall, access: Access, kiosks: int, seed: int) -> Iterator[Rig]:
    """Plug everything in and start the agents; they follow the hall when this yields.

    Args:
        access: A core of our own.
        kiosks: How many have a printer.

    Raises:
        AgentDidNotStart: One did not.
    """
    # Slips in scripts that no printer has are painted, and nothing of it is shown.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_app("hallcall-simulate", widgets=False)
    data = access.data
    assert data is not None, "a core of our own has a folder"
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hallcall-devices-")))
        windows = [window.number for window in hall.windows]
        by_pad = windows[::WINDOWS_A_PAD][: min(PADS_MOST, max(1, len(windows) // WINDOWS_A_PAD))]
        for window in by_pad:
            put_clerk(data, _clerk(window), {"name": _clerk(window), "role": "clerk", "pin": PIN})
        signs = _Signs(windows, stack)
        pads = stack.enter_context(
            SimulatedTcpPort(keypad.VirtualBus({at: keypad.VirtualPad() for at in range(1, len(by_pad) + 1)}))
        )
        modem = stack.enter_context(SimulatedModem())
        _write(folder / "signs.toml", signs.file)
        _write(folder / "pads.toml", _pads_file(pads.url, by_pad))
        _write(folder / "sms.toml", f'[[modems]]\nname = "modem"\nurl = "{modem.url}"\n')
        _begin_ledger(folder / "sms")
        ready = []
        for name, role, more in (
            ("signs", "screen", []),
            ("pads", "screen", []),
            ("sms", "gateway", ["--data", str(folder / "sms")]),
        ):
            words = [name, "--core", access.url, "--devices", str(folder / f"{name}.toml"), "--machine", name]
            started = agent([*words, *more], access.token(role, name), folder / f"{name}.log")
            ready.append(stack.enter_context(started))
        for wait in ready:
            wait()
        presses = [KioskPress(f"kiosk-{at}", hall, access.url, seed, stack) for at in range(1, kiosks + 1)]
        by_window = {window: pads.device.pads[at] for at, window in enumerate(by_pad, start=1)}
        yield Rig(presses, signs.by_window, by_window, modem, hall, seed)
    del app


@contextmanager
def _quiet() -> Iterator[None]:
    """Have the drivers not tell of each fault: they are meant, and the report counts them."""
    drivers = logging.getLogger("hardware")
    before = drivers.level
    drivers.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        drivers.setLevel(before)


def _clerk(window: int) -> str:
    return f"{window:04d}"


class _Signs:
    """A sign above each window, so many on a line."""

    def __init__(self, windows: list[int], stack: ExitStack) -> None:
        self.by_window: dict[int, led.VirtualSign] = {}
        self.file = ""
        for first in range(0, len(windows), SIGNS_A_LINE):
            some = list(enumerate(windows[first : first + SIGNS_A_LINE], start=1))
            port = stack.enter_context(SimulatedSigns(address for address, _ in some))
            self.by_window |= {window: port.device[address] for address, window in some}
            listed = ", ".join(f"{{ address = {address}, window = {window} }}" for address, window in some)
            self.file += f'[[signs]]\nname = "signs {first}"\nurl = "{port.url}"\nsigns = [{listed}]\n'


def _pads_file(url: str, windows: list[int]) -> str:
    pads = "\n".join(
        f"    {{ address = {at}, window = {window}, keys = {{ {KEYS} }} }},"
        for at, window in enumerate(windows, start=1)
    )
    return f'[[keypads]]\nname = "keypads"\nurl = "{url}"\npads = [\n{pads}\n]\n'


def _begin_ledger(folder: Path) -> None:
    """Have the messages' agent remember since yesterday, as one that has run for long.

    A message is as old as the core says, by the day's clock: it would be from before a ledger begun now.
    """
    folder.mkdir()
    (folder / "sms.ledger").touch()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    (folder / "sms.begun").write_text(yesterday.isoformat(), "ascii")


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
