"""What a sound channel works with and tells: how it is set up, who speaks, what began."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Protocol

from core.domain.hall import Voice
from hardware.voice.announcer import Announcement, Drop
from hardware.voice.speaker import Spoken
from hardware.worker import Health


class Speaks(Protocol):
    """A :class:`hardware.voice.speaker.Speaker`, or what stands in for one."""

    def render(self, call: Announcement, path: Path | None = None) -> Spoken:
        """Make an announcement's sound.

        Raises:
            DeviceError: There is none.
        """


class Sounds(Protocol):
    """A :class:`hardware.voice.loudspeaker.Loudspeaker`, or what stands in for one."""

    device: str | None
    changed: Callable[[str | None], None]

    def start(self) -> None:
        """Look for the card."""

    def close(self) -> None:
        """Be silent at once."""

    def play(self, samples: bytes, volume: float, began: Callable[[], None], /) -> bool:
        """Play samples and return whether they were heard to their end."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a hall speaks.

    Attributes:
        zone: The hall's time zone, in whose time quiet hours and volumes are written.
        unrecorded: What is to be told of languages that nobody has recorded, empty if all is well.
    """

    speaker: Speaks
    voice: Voice
    zone: tzinfo
    unrecorded: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """An announcement that begins.

    Attributes:
        channel: The channel's name.
        spoken: What is heard.
        samples: How many samples that is.
        position: How many samples the channel had played or filed before.
        at_s: When the first of them went to the card, or to the file (``time.monotonic``).
        heard_on: The card, ``None`` where it went into a file.
    """

    channel: str
    spoken: Spoken
    samples: int
    position: int
    at_s: float
    heard_on: str | None

    @property
    def call(self) -> Announcement:
        """What is said."""
        return self.spoken.call


def _ignore(*_told: object) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Told:
    """Who is told what a channel does, on the channel's threads.

    Attributes:
        began: Given a :class:`Begun`.
        ended: Given the same, and the WAV file that was kept of it (``None``: none).
        dropped: Given an :class:`Announcement` that is not said, and why.
        speaking: Whether it speaks: before the first sound of a row of announcements, and after the last.
        changed: Given its :class:`hardware.worker.Health`.
    """

    began: Callable[[Begun], None] = _ignore
    ended: Callable[[Begun, Path | None], None] = _ignore
    dropped: Callable[[Announcement, Drop], None] = _ignore
    speaking: Callable[[bool], None] = _ignore
    changed: Callable[[Health], None] = _ignore


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """How a channel is set up.

    Attributes:
        name: As its people call it; no two of a program have the same.
        zones: Whose calls it says; ``None``: those of every zone.
        volume: In percent; the hall's volume by time of day is a part of it.
        lead_s: So long before the first sound it says that it speaks, for what has to be turned down.
        limit: So many announcements may wait.
    """

    name: str
    zones: frozenset[str] | None = None
    volume: int = 100
    lead_s: float = 0.0
    limit: int = 256

    def says(self, zone: str) -> bool:
        """Whether a zone's calls are heard here."""
        return self.zones is None or zone in self.zones
