"""The inside of a simulated device of a vendor: it says frames, and hears what it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from hardware.simulated_port import SimulatedPort


@dataclass
class VirtualVendor:
    """Says what its sheet says, with faults.

    Attributes:
        heard: Everything it was told.
        answers: What it says to a question, by the whole question.
        silent: It says nothing.
        noise: Bytes before what it says.
        half: It says the first half only.
        wrong_checksum: Its last byte is another one.
        repeats: It says everything twice.
    """

    heard: bytearray = field(default_factory=bytearray)
    answers: dict[bytes, bytes] = field(default_factory=dict)
    silent: bool = False
    noise: bytes = b""
    half: bool = False
    wrong_checksum: bool = False
    repeats: bool = False
    _waiting: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> bytes:
        """Take what it is told, and answer the questions among it."""
        self.heard += data
        self._waiting += data
        said = b""
        while found := [question for question in self.answers if question in self._waiting]:
            first = min(found, key=self._waiting.index)
            del self._waiting[: self._waiting.index(first) + len(first)]
            said += self.says(self.answers[first])
        return said

    def says(self, frame: bytes) -> bytes:
        """Return a frame as it leaves the device."""
        if self.silent:
            return b""
        if self.half:
            frame = frame[: len(frame) // 2]
        if self.wrong_checksum:
            frame = frame[:-1] + bytes([frame[-1] ^ 0xFF])
        return self.noise + frame * (1 + self.repeats)


def press(port: SimulatedPort[VirtualVendor], frame: bytes) -> None:
    """Press a key that says a frame."""
    port.say(port.device.says(frame))
