"""A loudspeaker that takes no time: what is played is kept as one long stretch of samples."""

from __future__ import annotations

from collections.abc import Callable


class Tape:
    """Stands in for a sound card; a call of four seconds is over at once.

    Attributes:
        samples: All that was played.
        volumes: How loud each piece was.
    """

    device: str | None = "tape"

    def __init__(self) -> None:
        self.samples = bytearray()
        self.volumes: list[float] = []
        self.changed: Callable[[str | None], None] = lambda _name: None

    def start(self) -> None:
        """Have nothing to look for."""

    def close(self) -> None:
        """Have nothing to end."""

    def play(self, samples: bytes, volume: float, began: Callable[[], None]) -> bool:
        """Keep the samples."""
        began()
        self.samples += samples
        self.volumes.append(volume)
        return True
