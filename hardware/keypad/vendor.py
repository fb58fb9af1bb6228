"""A vendor's keypads on a line, as a worker looks after them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from hardware.keypad.actions import Act
from hardware.keypad.turns import Turns
from hardware.keypad.vendor_settings import BAUD, VendorSettings
from hardware.line import Line, line_opener
from hardware.worker import READY, Health, State

SILENT = "keypad.silent"
UNREADABLE = "keypad.unreadable"


class VendorKeypads:
    """A ``Device``: hands on what its keys do.

    Its look waits by itself: the worker's ``every_s`` is 0, or with ``poll`` the pause between questions.

    Attributes:
        name: As the settings name it.
    """

    def __init__(
        self,
        settings: VendorSettings,
        pressed: Callable[[int | None, Act], None],
        *,
        name: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make it, not yet connected.

        Args:
            settings: How to talk to it.
            pressed: Told who (``None``: the frame does not say) and what, on the worker's thread; it must
                not wait.
            name: Its address where the device file gives it no name.
            clock: Monotonic seconds, for frames that are said again.
        """
        self.name = name or settings.url
        self._settings = settings
        self._pressed = pressed
        self._clock = clock
        self._open = line_opener(settings.url, baud=BAUD)
        self._line: Line | None = None
        self._framer = settings.framer()
        self._wanted: dict[int, bytes] = {}
        self._shown: dict[int, bytes] = {}
        self._said_s: dict[bytes, float] = {}
        self._turns = Turns(len(settings.poll))
        self._quiet_s = 0.0
        self._health = READY

    def connect(self) -> None:
        """Open the line; each device is told anew what it is to show."""
        self.disconnect()
        self._line = self._open()
        self._framer = self._settings.framer()
        self._shown = {}
        self._quiet_s, self._health = 0.0, READY

    def look(self) -> Health:
        """Say what is to be shown, ask where they are to be asked, and take in what they say."""
        if self._line is None:
            self.connect()
        assert self._line is not None
        self._tell(self._line)
        asked = self._ask(self._line)
        wrong = self._framer.wrong
        frames = self._listen(self._line)
        understood = [frame for frame in frames if self._means_something(self._line, frame)]
        if asked is not None:
            self._turns.told(asked, answered=bool(frames))
        self._judge(understood=bool(understood), wrong=self._framer.wrong > wrong)
        return self._health

    def disconnect(self) -> None:
        """Give the line back."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def show(self, address: int, state: str, values: Mapping[str, int | str]) -> None:
        """Have a device told what its window is doing, now or when it is back; from any thread.

        Args:
            address: Whom it is for; ``{address}`` of the template.
            state: One of ``vendor_settings.SHOWN``; nothing is said where the table has no message for it.
            values: What else the template may have filled in.

        Raises:
            ValueError: The template cannot be filled in with this.
        """
        if (template := self._settings.messages.get(state)) is not None:
            self._wanted[address] = template.filled({**values, "address": address})

    def _tell(self, line: Line) -> None:
        for address, message in list(self._wanted.items()):
            if self._shown.get(address) != message:
                line.write(message)
                self._shown[address] = message

    def _ask(self, line: Line) -> int | None:
        """Ask whose turn it is; return which question it was."""
        if not self._settings.poll:
            return None
        turn = self._turns.next(time.monotonic())
        line.write(self._settings.poll[turn])
        return turn

    def _listen(self, line: Line) -> list[bytes]:
        """Return the next frames, after one round at the latest."""
        deadline = time.monotonic() + self._settings.round_s
        while (left_s := deadline - time.monotonic()) > 0:
            wait_s = min(left_s, self._settings.idle_s)
            said = line.read(wait_s)
            if said:
                self._quiet_s = 0.0
                if frames := self._framer.feed(said):
                    return frames
                continue
            self._quiet_s += wait_s
            if self._quiet_s >= self._settings.idle_s:
                self._framer.silence()
                self._quiet_s = 0.0
        return []

    def _means_something(self, line: Line, frame: bytes) -> bool:
        for rule in self._settings.rules:
            if (read := rule.read(frame)) is None:
                continue
            address, does = read
            if not self._again(frame):
                self._pressed(address, does)
            if rule.answer is not None:
                line.write(rule.answer.filled(rule.pattern.read(frame) or {}))
            return True
        return False

    def _again(self, frame: bytes) -> bool:
        """Whether the same was said a moment ago, and so is the same press."""
        now_s, repeat_s = self._clock(), self._settings.repeat_s
        again = now_s - self._said_s.get(frame, float("-inf")) < repeat_s
        self._said_s = {key: at_s for key, at_s in self._said_s.items() if now_s - at_s < repeat_s}
        self._said_s[frame] = now_s
        return again

    def _judge(self, *, understood: bool, wrong: bool) -> None:
        if silent := self._turns.silent():
            names = ", ".join(repr(self._settings.poll[one]) for one in silent)
            self._health = Health(
                State.DEGRADED, SILENT, f"no answer to {names}: check power, cable, baud rate"
            )
        elif wrong and not understood:
            detail = "frames that are cut off or have a wrong checksum: check baud rate and settings"
            self._health = Health(State.DEGRADED, UNREADABLE, detail)
        elif understood or self._health.key == SILENT:
            self._health = READY
