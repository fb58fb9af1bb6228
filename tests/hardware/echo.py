"""A device that says everything back, and the port in front of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Echo:
    """Answers what it hears.

    Attributes:
        heard: Everything so far.
        silent: It answers nothing.
    """

    heard: bytearray = field(default_factory=bytearray)
    silent: bool = False

    def feed(self, data: bytes) -> bytes:
        """Say it back."""
        self.heard += data
        return b"" if self.silent else data
