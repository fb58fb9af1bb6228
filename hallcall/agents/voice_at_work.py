"""The voice of a machine: its sound channels, who speaks there, and the agent that hands them the calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.client.port import Link
from core.domain.clock import to_text
from hallcall.agents.announcer import Announcer
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.parts import Voices
from hardware.voice.said import SaidNote, SpokenLog
from hardware.voice.saying import Begun, ChannelSettings
from hardware.voice.settings import LoudspeakerSettings
from hardware.voice.synth import Synthesizer
from hardware.worker import Health, State

QUIET = "quiet"
"""While a file of this name lies in the state folder, nothing is said."""
SPOKEN_LOG = "spoken.jsonl"
DUCK_S = 0.15
"""What plays in a display is turned down so long before the first sound."""


@dataclass(frozen=True, slots=True)
class VoiceFolders:
    """Where a machine's voice keeps things.

    Attributes:
        out: The newest announcements as WAV.
        state: What was said, and whether to be quiet.
        packs: Recorded voices; ``None``: none are used.
        cache: Synthesized pieces; ``None``: in memory only.
    """

    out: Path
    state: Path
    packs: Path | None = None
    cache: Path | None = None


class VoiceAtWork:
    """Says the calls of the loudspeakers of one machine.

    Attributes:
        announcer: The agent; what plays beside the voice listens to its ``speaking_changed``.
    """

    def __init__(
        self,
        link: Link,
        loudspeakers: Sequence[LoudspeakerSettings],
        folders: VoiceFolders,
        changed: Callable[[str, Health], None] = lambda _name, _health: None,
        *,
        lead_s: float = 0.0,
    ) -> None:
        """Follow ``link`` and begin.

        Args:
            changed: Told name and health of a loudspeaker that changed, on a thread of its own.
            lead_s: So long before the first sound ``speaking_changed`` comes.
        """
        self._stack = ExitStack()
        self._log = SpokenLog(folders.state / SPOKEN_LOG)
        synthesizer = self._stack.enter_context(Synthesizer())
        voices = self._stack.enter_context(Voices.open(folders.packs, synthesizer, folders.cache))
        channels = [_channel(each, folders, len(loudspeakers) > 1, lead_s) for each in loudspeakers]
        for channel, _ in channels:
            channel.quiet = (folders.state / QUIET).exists
            channel.told.changed = _named(changed, channel.name)
            changed(channel.name, Health(State.STARTING))
        self.announcer = Announcer(link, link.hall, voices, channels, packs=folders.packs)
        self.announcer.began.connect(self._note)

    def stop(self) -> None:
        """Be silent."""
        self.announcer.close()
        self._stack.close()

    def _note(self, begun: Begun) -> None:
        self._log.add(log_line(begun))


def log_line(begun: Begun) -> dict[str, object]:
    """Return what is kept of an announcement that began: enough to find it in what was heard."""
    call = begun.call
    return {
        "at": to_text(datetime.now(UTC)),
        "channel": begun.channel,
        "zone": call.zone,
        "seq": call.seq,
        "wording": call.said_as.value,
        "number": call.number,
        "window": call.window,
        "repeat": call.repeat,
        "languages": list(begun.spoken.languages),
        "unspoken": list(begun.spoken.unspoken),
        "samples": begun.samples,
        "position": begun.position,
        "heard_on": begun.heard_on,
        "file": begun.spoken.path.name,
    }


def _channel(
    settings: LoudspeakerSettings, folders: VoiceFolders, several: bool, lead_s: float
) -> tuple[Channel, Path]:
    # A name may hold what a file's name may not.
    place = hashlib.sha256(settings.name.encode()).hexdigest()[:12]
    out = folders.out / place if several else folders.out
    channel = Channel(
        ChannelSettings(settings.name, settings.zones, settings.volume, lead_s),
        Loudspeaker(settings.card, settings.place),
        FileSink(out),
        note=SaidNote(folders.state / f"said-{place}.json"),
    )
    return channel, out


def _named(changed: Callable[[str, Health], None], name: str) -> Callable[[Health], None]:
    return lambda health: changed(name, health)
