"""Clerks who sign in, call, pause and close at a keypad: every key goes over the bus."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from caller.pad_console import NONE
from caller.view_model import CALL_GAP_MS
from core.domain.floor import Floor, WindowView
from core.domain.window import WindowStatus
from hallcall.agents.pad_desk import CLERK, PIN
from hallcall.simulate.faults import Fault, Faults
from hardware.keypad.virtual import VirtualPad

CALL_NEXT, PAUSE, CLOSE, CLEAR = 0x10, 0x11, 0x12, 0x13
KEYS = (
    ", ".join(f"{digit + 1:02X} = 'digit-{digit}'" for digit in range(10))
    + ", 10 = 'call-next', 11 = 'pause', 12 = 'close', 13 = 'clear'"
)
"""What the keys do, as the device file says it."""

AGAIN_S = 4.0
"""So long by the wall's clock a clerk waits before a key is pressed again: longer than any press is kept."""
TRIES = 5
RESTS_S = CALL_GAP_MS / 1000 + 0.3
"""So long after a call nobody presses the key again: the program minds its own gap a moment later."""
_LOOK_S = 0.01


@dataclass(frozen=True, slots=True)
class PadCall:
    """Who was called by a key.

    Attributes:
        pressed_at: When the key was pressed, by ``perf_counter``.
    """

    ticket: str
    leg: str
    number: str
    pressed_at: float


class ClerksPad:
    """One window's keypad, and the clerk's fingers and eyes.

    Attributes:
        calls: How many were called by it.
        again: How often a key had to be pressed again.
    """

    def __init__(self, pad: VirtualPad, clerk: str, pin: str, window: int, faults: Faults) -> None:
        self.calls = self.again = 0
        self._pad, self._clerk, self._pin, self._window, self._faults = pad, clerk, pin, window, faults
        self._floor: Callable[[], Floor] = Floor
        self._rests_until = 0.0

    def look_at(self, floor: Callable[[], Floor]) -> None:
        """Take the floor by which the clerk sees what came of a key."""
        self._floor = floor

    async def open(self) -> bool:
        """Sign in, which opens the window; after a pause with the PIN only."""
        for _ in range(TRIES):
            if await self._until(lambda: self._text in (CLERK, PIN)) and await self._typed():
                return True
            self.again += 1
            self._pad.press(CLEAR)
            self._pad.press(CLEAR)
        self._did_nothing("nobody could sign in")
        return False

    async def call_next(self) -> PadCall | None:
        """Call the next visitor; ``None``: nobody waits."""
        before = self._view.visitor.leg if self._view.visitor else None
        # So soon after a call the key does nothing: it would be a finger's slip.
        await asyncio.sleep(max(0.0, self._rests_until - perf_counter()))
        # What stands there since the last press would be taken for this one's answer.
        await self._until(lambda: self._text != NONE)

        def called() -> bool:
            return self._view.visitor is not None and self._view.visitor.leg != before

        pressed_at = await self._press(CALL_NEXT, lambda: called() or self._text == NONE, "call-next")
        self._rests_until = perf_counter() + RESTS_S
        visitor = self._view.visitor
        if pressed_at is None or visitor is None or not called():
            return None
        self.calls += 1
        return PadCall(visitor.ticket, visitor.leg, visitor.number, pressed_at)

    async def pause(self) -> None:
        """Pause the window for the first reason."""
        await self._press(PAUSE, lambda: self._view.status is WindowStatus.PAUSED, "pause")

    async def close(self) -> None:
        """Close the window and sign out."""
        await self._press(CLOSE, lambda: self._view.status is WindowStatus.CLOSED, "close")

    async def _typed(self) -> bool:
        if self._text == CLERK:
            await self._type(self._clerk, self._clerk)
            self._pad.press(CALL_NEXT)
            if not await self._until(lambda: self._text == PIN):
                return False
        await self._type(self._pin, "-" * len(self._pin))
        self._pad.press(CALL_NEXT)
        return await self._until(
            lambda: self._view.status is WindowStatus.OPEN and self._text not in (PIN, CLERK)
        )

    async def _type(self, digits: str, shows: str) -> None:
        for digit in digits:
            self._pad.press(int(digit) + 1)
        await self._until(lambda: self._text == shows)

    async def _press(self, key: int, done: Callable[[], bool], what: str) -> float | None:
        """Press a key until something is so; return when it was pressed last, ``None`` if it is not."""
        for _ in range(TRIES):
            pressed_at = perf_counter()
            self._pad.press(key)
            if await self._until(done):
                return pressed_at
            self.again += 1
        self._did_nothing(what)
        return None

    async def _until(self, holds: Callable[[], bool]) -> bool:
        deadline = perf_counter() + AGAIN_S
        while not holds():
            if perf_counter() > deadline:
                return False
            await asyncio.sleep(_LOOK_S)
        return True

    def _did_nothing(self, what: str) -> None:
        self._faults.add(Fault.PAD, f"window {self._window}: {what} (the pad shows {self._text!r})")

    @property
    def _text(self) -> str:
        return self._pad.shown.text

    @property
    def _view(self) -> WindowView:
        return self._floor().windows[self._window]
