"""A simulated serial scanner at the byte end: the real driver listens to it."""

from __future__ import annotations

from dataclasses import dataclass

from hardware.simulated_port import SimulatedPort


@dataclass
class VirtualScanner:
    """The inside of a scanner: a code is held before it, and it says bytes.

    Attributes:
        light_on: The command it takes for on.
        light_off: The command it takes for off.
        ending: What it says after a code.
        encoding: What it says a code in.
        lit: Whether it was switched on; ``None``: it was told nothing.
        heard: Everything it was told.
        silent: It reads nothing.
        half: It says half a code and no ending, as with a bad cable.
        noise: What it says before a code, e.g. bytes of a wrong baud rate.
        repeats: It says each code twice.
    """

    light_on: bytes = b"\x16T\r"
    light_off: bytes = b"\x16U\r"
    ending: bytes = b"\r"
    encoding: str = "utf-8"
    lit: bool | None = None
    heard: bytes = b""
    silent: bool = False
    half: bool = False
    noise: bytes = b""
    repeats: bool = False

    def feed(self, data: bytes) -> bytes:
        """Take a command; it answers none."""
        self.heard += data
        for command, lit in ((self.light_on, True), (self.light_off, False)):
            if self.heard.endswith(command):
                self.lit = lit
        return b""

    def says(self, code: str) -> bytes:
        """Return what it says when a code is held before it."""
        text = code.encode(self.encoding)
        if self.silent:
            return b""
        if self.half:
            return self.noise + text[: len(text) // 2]
        return self.noise + (text + self.ending) * (1 + self.repeats)


def scan(port: SimulatedPort[VirtualScanner], code: str) -> None:
    """Hold a code before a simulated scanner."""
    port.say(port.device.says(code))
