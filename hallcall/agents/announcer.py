"""The hall's voice as an agent: follows the feed and says each call once, in its turn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.client.port import Link
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.qt.jobs import Jobs
from hardware.errors import DeviceError
from hardware.voice.announcer import Announcement, Announcements, Drop
from hardware.voice.player import Clip, Player
from hardware.voice.speaker import Speaker, Spoken
from hardware.voice.synth import Synthesizer

log = logging.getLogger(__name__)

CALLS = (EventKind.CALLED, EventKind.RECALLED)
ENDS = (
    EventKind.STARTED,
    EventKind.DONE,
    EventKind.PASSED,
    EventKind.SUSPENDED,
    EventKind.TRANSFERRED,
    EventKind.RESTORED,
    EventKind.VOID,
)
"""After these a call that still waits to be said is said no more."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Announcer(QObject):
    """Says what is called; nothing it does can delay the core or a screen.

    Attributes:
        waiting: The calls that are not being said yet.

    Signals:
        spoken(object): A call was said; the path of its WAV file.
        dropped(object): A call will not be said (an :class:`Announcement`); the screens still show it.
    """

    spoken = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        link: Link,
        hall: Hall | None,
        synthesizer: Synthesizer,
        out_dir: Path,
        player: Player,
        *,
        zone: str | None = None,
        clock: Callable[[], datetime] = _utc_now,
        parent: QObject | None = None,
    ) -> None:
        """Follow ``link``.

        Args:
            hall: ``None``: nothing is said before the link knows the hall.
            out_dir: Where the WAV files of the newest calls lie.
            zone: Whose calls this loudspeaker says, ``None`` for every zone's.
        """
        super().__init__(parent)
        self.waiting = Announcements(dropped=self._dropped)
        self._link = link
        self._synthesizer = synthesizer
        self._out_dir = out_dir
        self._player = player
        self._zone = zone
        self._clock = clock
        self._ahead = timedelta(0)
        self._busy = False
        self._speaker: Speaker | None = None
        self._executor = ThreadPoolExecutor(1, "announcer")
        self._jobs = Jobs(self._executor, self)
        if hall is not None:
            self._speak_for(hall)
        link.hall_changed.connect(self._hall_changed)
        link.happened.connect(self._happened)
        player.finished.connect(self._finished)

    def close(self) -> None:
        """Be silent; the synthesizer and the player stay their owner's."""
        self._link.happened.disconnect(self._happened)
        self._link.hall_changed.disconnect(self._hall_changed)
        self._player.finished.disconnect(self._finished)
        self._speaker = None
        self._executor.shutdown()

    def _hall_changed(self) -> None:
        if self._link.hall is not None:
            self._speak_for(self._link.hall)

    def _speak_for(self, hall: Hall) -> None:
        self._speaker = Speaker(hall.voice, self._synthesizer, self._out_dir)
        self._advance()

    def _happened(self, event: Event) -> None:
        if event.kind in ENDS and event.leg is not None:
            self.waiting.withdraw(event.leg)
        if event.kind not in CALLS or event.window is None or event.zone is None:
            return
        if self._zone not in (None, event.zone):
            return
        again = event.kind is EventKind.RECALLED
        self.waiting.offer(
            Announcement(
                leg=event.leg,
                number=event.data["number"],
                window=event.window,
                zone=event.zone,
                at=self._heard_at(event),
                repeat=max(1, event.data.get("calls", 1) - 1) if again else 0,
            )
        )
        self._advance()

    def _heard_at(self, event: Event) -> datetime:
        """Return when it was called, by our clock: the core's may be minutes off.

        What comes while the line is live happened now, and shows how far ahead our clock is; what was
        missed comes before the line is live again and is as old as it is.
        """
        now = self._clock()
        if self._link.live:
            self._ahead = now - event.at
        return min(now, event.at + self._ahead)

    def _advance(self) -> None:
        """Render the next call when nothing is being said."""
        speaker = self._speaker
        if self._busy or speaker is None:
            return
        call = self.waiting.take(self._clock())
        if call is not None:
            self._busy = True
            self._jobs.run(lambda: speaker.render(call), self._rendered)

    def _rendered(self, ended: Future[Spoken]) -> None:
        if self._speaker is None:
            return
        try:
            spoken = ended.result()
            self._player.play(Clip(spoken.path, spoken))
        except (DeviceError, OSError) as error:
            # The voice's own files may also fail: a full disk.
            log.error("a call is not said: %s", error)
            self._next()
        except Exception:
            # A bug costs one call, not the voice for the rest of the day.
            self._next()
            raise
        else:
            log.info("saying %s, made in %.0f ms", spoken.path.name, spoken.render_s * 1000)

    def _finished(self, clip: Clip) -> None:
        if isinstance(clip.of, Spoken):
            self.spoken.emit(clip.path)
            self._next()

    def _next(self) -> None:
        self._busy = False
        self._advance()

    def _dropped(self, call: Announcement, why: Drop) -> None:
        if why not in (Drop.REPLACED, Drop.MOVED_ON):
            self.dropped.emit(call)
