"""A sound channel: what the calls of its zones go through, on a thread and a loudspeaker of its own."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hardware.errors import DeviceError
from hardware.voice.announcer import Announcement, Announcements, Drop, log_unsaid
from hardware.voice.filesink import FileSink
from hardware.voice.making import Making
from hardware.voice.said import Mark, SaidNote, mark_of
from hardware.voice.saying import Begun, ChannelSettings, Sounds, Speaks, Told, Tongue
from hardware.voice.speaker import Spoken
from hardware.worker import Health, State

log = logging.getLogger(__name__)

PAUSE_S = 0.4
"""Between two announcements, so that they are heard as two."""
BYTES = 2
"""Of a sample."""
KNOWN = 512
"""So many calls that came are remembered: a snapshot tells the latest ones again."""
RENDER_S = 12.0
"""An announcement that is not made by then is given up; what makes it has deadlines of its own."""
STOP_S = 2.0

NO_LOUDSPEAKER = Health(State.GONE, "voice.no_loudspeaker")
NOT_MADE = "voice.failed"
QUIET = Health(State.READY, "voice.quiet")
NOT_RECORDED = "voice.not_recorded"


class Channel:
    """Says one announcement after the other, whatever becomes of each.

    Everything may be called on any thread and returns at once.

    Attributes:
        settings: How it is set up.
        told: Who is told what it does; set before :meth:`start`.
        health: How it is.
        quiet: Asked whether it is to be silent now, whatever the time.
        pause_s: Silence between two announcements.
        note: What it has begun, beyond this run of the program.
    """

    def __init__(
        self,
        settings: ChannelSettings,
        loudspeaker: Sounds | None,
        files: FileSink,
        *,
        note: SaidNote | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Make a channel; nothing is said before :meth:`start` and :meth:`speak_as`.

        Args:
            loudspeaker: ``None``: everything goes into files, which takes no time.
            files: Where goes what cannot be heard.
        """
        self.settings = settings
        self.told = Told()
        self.health = Health(State.STARTING)
        self.quiet: Callable[[], bool] = lambda: False
        self.pause_s = PAUSE_S
        self.note = note or SaidNote(None)
        self._loudspeaker = loudspeaker
        self._files = files
        self._clock = clock
        self._waiting = Announcements(limit=settings.limit, dropped=self._dropped)
        self._work = threading.Condition()
        self._tongue: Tongue | None = None
        self._closed = False
        self._current: Announcement | None = None
        self._speaking = False
        self._position = 0
        self._failed = ""
        self._known: deque[Mark] = deque(self.note.marks(), KNOWN)
        self._thread = threading.Thread(target=self._run, name=f"channel {settings.name}", daemon=True)
        if loudspeaker is not None:
            loudspeaker.changed = lambda _name: self._tell()

    @property
    def name(self) -> str:
        """As its people call it."""
        return self.settings.name

    def start(self) -> None:
        """Begin to say what waits."""
        if self._loudspeaker is not None:
            self._loudspeaker.start()
        self._thread.start()

    def stop(self) -> None:
        """Be silent at once and forget what waits."""
        with self._work:
            self._closed = True
            self._work.notify_all()
        if self._loudspeaker is not None:
            self._loudspeaker.close()
        if self._thread.ident is not None:
            self._thread.join(STOP_S)

    def speak_as(self, tongue: Tongue) -> None:
        """Speak as a hall does from the next announcement on."""
        with self._work:
            self._tongue = tongue
            self._work.notify_all()
        self._note_failed("")

    def offer(self, call: Announcement) -> None:
        """Have something said in its turn, but nothing that came before, be it to an earlier run."""
        mark = mark_of(call)
        with self._work:
            if mark in self._known:
                return
            self._known.append(mark)
            self._waiting.offer(call)
            self._work.notify_all()

    def withdraw(self, about: str) -> None:
        """Do not say what waits and is about a leg, or something else, that is over."""
        with self._work:
            self._waiting.withdraw(about)

    def waiting(self) -> tuple[Announcement, ...]:
        """Return what waits, in order of its zones."""
        with self._work:
            return tuple(self._waiting)

    @property
    def idle(self) -> bool:
        """Whether nothing waits and nothing is being said."""
        with self._work:
            return self._current is None and not len(self._waiting)

    def is_quiet(self) -> bool:
        """Whether nothing is said now: the hall's quiet hours, or somebody wants it so."""
        if self.quiet():
            return True
        tongue = self._tongue
        return tongue is not None and tongue.voice.is_quiet(self._local(tongue).time())

    def look(self) -> None:
        """Tell how it is, if quiet hours began or ended; to be called now and then."""
        self._tell()

    def _run(self) -> None:
        while True:
            call, tongue = self._next()
            if call is None or tongue is None:
                return
            try:
                self._say(call, tongue)
            except Exception:
                # A bug costs one announcement, not the voice for the rest of the day.
                log.exception("an unexpected failure; not said: %s to window %d", call.number, call.window)
                self._dropped(call, Drop.FAILED)
            self._done()

    def _next(self) -> tuple[Announcement | None, Tongue | None]:
        with self._work:
            while not self._closed:
                if self._tongue is not None:
                    self._current = self._waiting.take(self._clock())
                    if self._current is not None:
                        return self._current, self._tongue
                self._work.wait()
        return None, None

    def _say(self, call: Announcement, tongue: Tongue) -> None:
        if self.is_quiet():
            log_unsaid(call, Drop.QUIET)
            self._dropped(call, Drop.QUIET)
            return
        began_s = time.monotonic()
        was_speaking = self._speaking
        self._set_speaking(speaking=True)
        spoken = self._render(call, tongue.speaker)
        if spoken is None:
            log_unsaid(call, Drop.FAILED)
            self._dropped(call, Drop.FAILED)
            return
        if not was_speaking:
            self._sleep(began_s + self.settings.lead_s - time.monotonic())
        self._sound(spoken, self._volume(tongue))

    def _render(self, call: Announcement, speaker: Speaks) -> Spoken | None:
        """Make the sound, on a thread that can be left behind."""
        made = Making(call, speaker)
        made.start()
        made.join(RENDER_S)
        match made.outcome:
            case Spoken() as spoken:
                self._note_failed("" if spoken.languages else "only the chime is heard")
                return spoken
            case None:
                self._note_failed(f"not made in {RENDER_S:g} s")
            case DeviceError() | OSError() as error:
                self._note_failed(str(error))
            case error:
                self._note_failed(repr(error))
                raise error
        log.error("an announcement cannot be made: %s", self._failed)
        return None

    def _sound(self, spoken: Spoken, volume: float) -> None:
        samples = spoken.samples
        count = len(samples) // BYTES
        begun: list[Begun] = []

        def began() -> None:
            device = self._loudspeaker.device if self._loudspeaker else None
            begun.append(Begun(self.name, spoken, count, self._position, time.monotonic(), device))
            self._position += count
            self.note.add(spoken.call)
            self.told.began(begun[0])

        heard = self._loudspeaker is not None and self._loudspeaker.play(samples, volume, began)
        if self._closed:
            return
        if not begun:
            began()
        path: Path | None = spoken.path
        if not heard:
            path = self._file(spoken)
        self.told.ended(begun[0], path)
        if heard:
            self._sleep(self.pause_s)

    def _file(self, spoken: Spoken) -> Path | None:
        self._tell()
        try:
            return self._files.put(spoken.path)
        except OSError as error:
            log.error("an announcement cannot be filed: %s", error)
            return None

    def _done(self) -> None:
        with self._work:
            self._current = None
            more = len(self._waiting) > 0
        if not more:
            self._set_speaking(speaking=False)

    def _sleep(self, seconds: float) -> None:
        with self._work:
            self._work.wait_for(lambda: self._closed, max(0.0, seconds))

    def _set_speaking(self, *, speaking: bool) -> None:
        if speaking != self._speaking:
            self._speaking = speaking
            self.told.speaking(speaking)

    def _volume(self, tongue: Tongue) -> float:
        by_time = tongue.voice.volume(self._local(tongue).time())
        return min(1.0, self.settings.volume / 100 * by_time / 100)

    def _local(self, tongue: Tongue) -> datetime:
        return self._clock().astimezone(tongue.zone)

    def _dropped(self, call: Announcement, why: Drop) -> None:
        self.told.dropped(call, why)

    def _note_failed(self, why: str) -> None:
        self._failed = why
        self._tell()

    def _tell(self) -> None:
        health = self._health()
        if health != self.health:
            before, self.health = self.health, health
            if (before.state, before.key) != (health.state, health.key):
                worse = health.state in (State.GONE, State.DEGRADED)
                level = logging.WARNING if worse else logging.INFO
                why = f": {health.key} {health.detail}".rstrip() if health.key else ""
                log.log(level, "voice %s is %s%s", self.name, health.state.value, why)
            self.told.changed(health)

    def _health(self) -> Health:
        """Return what staff must know first."""
        device = self._loudspeaker.device if self._loudspeaker else "files"
        if device is None:
            return Health(State.GONE, NO_LOUDSPEAKER.key, f"kept as files in {self._files.folder}")
        if self._failed:
            return Health(State.DEGRADED, NOT_MADE, self._failed)
        tongue = self._tongue
        if tongue is None:
            return Health(State.STARTING)
        if self.is_quiet():
            return QUIET
        if tongue.unrecorded:
            return Health(State.DEGRADED, NOT_RECORDED, tongue.unrecorded)
        return Health(State.READY, "", device)
