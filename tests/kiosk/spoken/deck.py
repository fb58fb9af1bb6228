"""A loudspeaker that plays as fast as the test lets it, in samples, and keeps what was heard."""

from __future__ import annotations

import threading
from collections.abc import Callable

from hardware.voice import wav

CHUNK = wav.RATE // 100
"""10 ms, as a sound card takes them."""
PATIENCE_S = 20.0


class Deck:
    """Plays 10 ms after 10 ms.

    Attributes:
        device: Name of the card; ``None``: there is none.
        heard: The samples of each piece so far, in order, as far as they were played.
        volumes: How loud each was.
        free: Plays everything at once; else what :meth:`let` allows.
    """

    def __init__(self, *, free: bool = True, device: str | None = "Deck") -> None:
        self.device = device
        self.changed: Callable[[str | None], None] = lambda _: None
        self.heard: list[bytearray] = []
        self.volumes: list[float] = []
        self.free = free
        self._allowed = 0
        self._stopped = self._closed = False
        self._news = threading.Condition()

    def start(self) -> None:
        """There is nothing to look for."""

    def plug(self, device: str | None) -> None:
        """Plug a card in, or pull it out."""
        self.device = device
        self.stop()
        self.changed(device)

    def let(self, samples: int) -> None:
        """Let so many samples more be heard."""
        with self._news:
            self._allowed += samples
            self._news.notify_all()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so of what was heard."""
        with self._news:
            assert self._news.wait_for(condition, PATIENCE_S)

    def stop(self) -> None:
        """End what plays."""
        with self._news:
            self._stopped = True
            self._news.notify_all()

    def close(self) -> None:
        """Be silent for good."""
        self._closed = True
        self.stop()

    def play(self, samples: bytes, volume: float, began: Callable[[], None], /) -> bool:
        """Play samples and return whether they were heard to their end."""
        if self.device is None:
            return False
        with self._news:
            self._stopped = self._closed
            self.heard.append(bytearray())
            self.volumes.append(volume)
        began()
        return all(self._play(samples[at : at + 2 * CHUNK]) for at in range(0, len(samples), 2 * CHUNK))

    def _play(self, chunk: bytes) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._stopped or self.free or self._allowed > 0)
            if self._stopped:
                return False
            self._allowed -= 0 if self.free else len(chunk) // 2
            self.heard[-1] += chunk
            self._news.notify_all()
            return True

    @property
    def samples(self) -> int:
        """How many samples were heard."""
        return sum(len(each) for each in self.heard) // 2
