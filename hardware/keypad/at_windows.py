"""Keypads and raters by the window they stand at, whatever kind they are: what they say and show."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hardware.keypad.actions import Act, Action
from hardware.keypad.bus import EVERY_S, BusSettings, PadBus
from hardware.keypad.messages import Shown
from hardware.keypad.settings import PadSettings
from hardware.keypad.vendor import VendorKeypads
from hardware.keypad.vendor_settings import VendorSettings
from hardware.worker import Device

log = logging.getLogger(__name__)

OPEN, BUSY, WAITING, PLEASE, TROUBLE = 0x01, 0x02, 0x04, 0x08, 0x80
"""Lamps of our own pads; docs/keypads.md says what they tell."""


@dataclass(frozen=True, slots=True)
class Press:
    """A key was pressed.

    Attributes:
        device: Name of the device in the device file.
        window: Where it stands, ``None`` where the device file leaves that to whoever uses it.
        at_s: When it was heard, monotonic seconds.
    """

    device: str
    window: int | None
    act: Act
    at_s: float


Heard = Callable[[Press], None]
"""Told of each press once, on the device's own thread; it must not wait."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a keypad shows of its window.

    Attributes:
        state: One of ``vendor_settings.SHOWN``, ``""`` where it is not known.
        number: Of the visitor who is there.
        waiting: How many wait for this window.
        mark: A few characters instead of the number: what is typed, or why nothing was done.
        trouble: Whether the last lamp is lit.
    """

    state: str = ""
    number: str = ""
    waiting: int = 0
    mark: str = ""
    trouble: bool = False


@dataclass(frozen=True, slots=True)
class RaterFace:
    """What a rater shows: never a level.

    Attributes:
        text: The clerk's number, or what came of a press.
        please: Whether a rating is asked for.
    """

    text: str = ""
    please: bool = False
    trouble: bool = False


class Pads(Protocol):
    """The pads of one device, as a program uses them.

    Attributes:
        name: Of the device in the device file.
        device: For a worker, whose ``every_s`` stands beside it.
        acts: By window (``None``: wherever the program says), what its keys can do there.
    """

    name: str
    device: Device
    every_s: float
    acts: Mapping[int | None, frozenset[Action]]

    def show(self, window: int, face: Face) -> None:
        """Have the keypads of a window show something, now or when they are back; from any thread."""

    def show_rater(self, window: int, face: RaterFace) -> None:
        """Have the raters of a window show something; from any thread."""


class BusPads:
    """The pads on a bus of our own; a :class:`Pads`."""

    def __init__(
        self,
        name: str,
        settings: BusSettings,
        pads: Mapping[int, PadSettings],
        heard: Heard,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.every_s = EVERY_S
        self._pads = pads
        self._heard = heard
        self._clock = clock
        self._bus = PadBus(settings, self._pressed, name=name)
        self.device: Device = self._bus
        acts: dict[int | None, frozenset[Action]] = {}
        for pad in pads.values():
            does = frozenset(act.action for act in pad.keys.values())
            acts[pad.window] = acts.get(pad.window, frozenset()) | does
        self.acts: Mapping[int | None, frozenset[Action]] = acts

    def show(self, window: int, face: Face) -> None:
        """Show it on the window's keypads."""
        self._show(window, keypad_shown(face), rater=False)

    def show_rater(self, window: int, face: RaterFace) -> None:
        """Show it on the window's raters."""
        self._show(window, rater_shown(face), rater=True)

    def _show(self, window: int, shown: Shown, *, rater: bool) -> None:
        for address, pad in self._pads.items():
            if pad.window == window and pad.is_rater == rater:
                self._bus.show(address, shown)

    def _pressed(self, address: int, key: int) -> None:
        pad = self._pads[address]
        if (act := pad.keys.get(key)) is None:
            log.info("%s: key %02X of pad %02X does nothing", self.name, key, address)
            return
        self._heard(Press(self.name, pad.window, act, self._clock()))


class VendorPads:
    """A vendor's devices; a :class:`Pads`."""

    def __init__(
        self,
        name: str,
        settings: VendorSettings,
        heard: Heard,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.every_s = 0.0
        self._settings = settings
        self._heard = heard
        self._clock = clock
        self._told: set[str] = set()
        self._keypads = VendorKeypads(settings, self._pressed, name=name)
        self.device: Device = self._keypads
        does = frozenset(rule.does for rule in settings.rules)
        windows: list[int | None] = [*settings.windows.values()]
        self.acts: Mapping[int | None, frozenset[Action]] = dict.fromkeys(windows or [settings.window], does)

    def show(self, window: int, face: Face) -> None:
        """Tell each device of the window; what its template cannot say is said once to the log."""
        state = face.state or "closed"
        values: dict[str, int | str] = {"number": face.mark or face.number, "window": window}
        values["waiting"] = face.waiting
        for address in self._addresses(window):
            try:
                self._keypads.show(address, state, values)
            except ValueError as error:
                self._note(f"{state}: {error}")

    def show_rater(self, window: int, face: RaterFace) -> None:
        """Show nothing: what a vendor's rater shows is its own affair."""

    def _addresses(self, window: int) -> list[int]:
        if self._settings.windows:
            return [address for address, at in self._settings.windows.items() if at == window]
        return [0] if self._settings.window in (None, window) else []

    def _pressed(self, address: int | None, act: Act) -> None:
        window = self._settings.window
        if self._settings.windows:
            window = self._settings.windows.get(address or 0)
            if window is None:
                self._note(f"no window is set for its address {address}")
                return
        self._heard(Press(self.name, window, act, self._clock()))

    def _note(self, what: str) -> None:
        if what not in self._told:
            self._told.add(what)
            log.warning("%s: %s", self.name, what)


def keypad_shown(face: Face) -> Shown:
    """Return text and lamps of a keypad of our own."""
    lit, blinking = {
        "free": (OPEN, 0),
        "calling": (OPEN, BUSY),
        "serving": (OPEN | BUSY, 0),
        "paused": (0, OPEN),
    }.get(face.state, (0, 0))
    if face.waiting and face.state:
        lit |= WAITING
    return _shown(face.mark or face.number, lit | (TROUBLE if face.trouble else 0), blinking)


def rater_shown(face: RaterFace) -> Shown:
    """Return text and lamps of a rater of our own."""
    return _shown(face.text, TROUBLE if face.trouble else 0, PLEASE if face.please else 0)


def _shown(text: str, lamps: int, blinking: int) -> Shown:
    try:
        return Shown(text, lamps, blinking)
    except ValueError:
        # A number with other characters than a pad has: better no number than a wrong one.
        return Shown("?", lamps, blinking)
