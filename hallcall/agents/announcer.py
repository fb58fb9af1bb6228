"""The hall's voice as an agent: follows the feed and hands each call to the sound channels of its zone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.port import Link
from core.domain.event import Event, EventKind
from core.domain.hall import Hall, Zone
from core.domain.voice import Wording
from core.qt.crossing import Crossing
from hallcall.agents.announced import ENDS, about_window, from_event, from_floor, is_back, is_expected
from hardware.voice.announcer import Announcement, Drop
from hardware.voice.channel import Channel
from hardware.voice.notes import voice_notes
from hardware.voice.parts import Voices
from hardware.voice.saying import Begun, Tongue
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer

log = logging.getLogger(__name__)

CALLS = (EventKind.CALLED, EventKind.RECALLED)
WINDOW_WORKS = (EventKind.WINDOW_OPENED, EventKind.WINDOW_CLOSED, *CALLS)
"""After these it is no longer true that a window is paused, or nobody needs to hear it."""
FRESH = timedelta(seconds=30)
"""An older call is left to the screens (:class:`hardware.voice.announcer.Announcements`)."""
CLOSED_FOR = timedelta(minutes=1)
"""So long after a zone has closed for the day that is still said, where the hall has words for it."""
LOOK_MS = 15_000
"""So often it is looked whether a zone closes, and whether quiet hours have begun or ended."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Announcer(QObject):
    """Has said what is called; nothing it does can delay the core or a screen.

    Signals:
        began(object): An announcement begins (:class:`hardware.voice.saying.Begun`).
        spoken(object): One has ended; the path of its WAV file, if one was kept.
        dropped(object): A call will not be said (an :class:`Announcement`); the screens still show it.
        speaking_changed(bool): Whether any channel speaks; a moment before the first sound (``lead_s`` of the
            channels), and after the last. What plays meanwhile is turned down in between.
    """

    began = Signal(object)
    spoken = Signal(object)
    dropped = Signal(object)
    speaking_changed = Signal(bool)

    def __init__(
        self,
        link: Link,
        hall: Hall | None,
        voices: Voices | Synthesizer,
        channels: Iterable[tuple[Channel, Path]],
        *,
        packs: Path | None = None,
        clock: Callable[[], datetime] = _utc_now,
        parent: QObject | None = None,
    ) -> None:
        """Follow ``link``; the channels are started here and stay their owner's to be stopped before this.

        Args:
            hall: ``None``: nothing is said before the link knows the hall.
            voices: Who speaks; its owner ends it.
            channels: Each with the folder in which its newest calls lie as WAV.
            packs: The folder of recorded voices, to tell what is missing there.
        """
        super().__init__(parent)
        self._link = link
        self._voices = voices
        self._folders = dict(channels)
        self._channels = tuple(self._folders)
        self._packs = packs
        self._clock = clock
        self._ahead = max((each.note.ahead for each in self._channels), key=abs, default=timedelta())
        self._hall: Hall | None = None
        self._mute = False
        self._speaking: set[str] = set()
        self._executor = ThreadPoolExecutor(1, "announcer")
        self._crossing = Crossing(self)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._relay()
        for each in self._channels:
            each.start()
        if hall is not None:
            self._speak_for(hall)
        link.hall_changed.connect(self._hall_changed)
        link.happened.connect(self._happened)
        link.snapshot_taken.connect(self._snapshot)
        self._look.start()

    @property
    def idle(self) -> bool:
        """Whether nothing waits and nothing is being said."""
        return all(each.idle for each in self._channels)

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """What is not being said yet."""
        return tuple(call for each in self._channels for call in each.waiting())

    def close(self) -> None:
        """Follow no more, and be silent; the voices and the loudspeakers stay their owner's."""
        self._look.stop()
        self._link.happened.disconnect(self._happened)
        self._link.hall_changed.disconnect(self._hall_changed)
        self._link.snapshot_taken.disconnect(self._snapshot)
        for each in self._channels:
            each.stop()
        self._executor.shutdown()
        self._crossing.close()

    def look(self) -> None:
        """Say that a zone closes, and have the channels look whether it is quiet now."""
        for each in self._channels:
            each.look()
        hall = self._hall
        if hall is None:
            return
        if self._mute:
            self._speak_for(hall)
        if hall.keeps_hours and self._says(Wording.CLOSING):
            names_zone = any("{zone}" in each for each in hall.voice.wordings[Wording.CLOSING].values())
            for at, zone in enumerate(hall.zones, 1):
                self._say_closing(hall, zone, at if names_zone else 1)

    def _say_closing(self, hall: Hall, zone: Zone, which: int) -> None:
        """Say it once on each channel, also by a program that was started anew: known by when it closes.

        Args:
            which: Zones with the same are one to those who hear it.
        """
        now = self._clock()
        cores_now = now - self._ahead
        schedule = hall.schedule(zone.calendar)
        # A zone that closes at midnight, or past it, is asked about the day that it closed on.
        closes = schedule.last_closing(schedule.day_of(cores_now - CLOSED_FOR))
        if closes is not None and timedelta() <= cores_now - closes < CLOSED_FOR:
            about = f"closing:{zone.id}"
            said = Announcement(about, "", 0, zone.id, now, wording=Wording.CLOSING)
            self._offer(replace(said, seq=-which, told_at=closes))

    def _hall_changed(self) -> None:
        if self._link.hall is not None:
            self._speak_for(self._link.hall)

    def _speak_for(self, hall: Hall) -> None:
        """Have the channels speak as the hall does; its folders and packs may lie on a slow disk."""
        self._hall, self._mute = hall, False
        made = self._executor.submit(self._tongues, hall)
        made.add_done_callback(partial(self._crossing.call, self._tongues_made))

    def _tongues(self, hall: Hall) -> list[Tongue]:
        synthesized: frozenset[str] = frozenset()
        if isinstance(self._voices, Voices):
            self._voices.prepare(hall)
            synthesized = self._voices.synthesized
        notes = voice_notes(hall, self._packs, synthesized) if self._packs else ()
        unrecorded = next((note for note in notes if "not recorded" in note), "")
        return [
            Tongue(
                Speaker(hall.voice, self._voices, folder, hall=hall), hall.voice, hall.zone_info, unrecorded
            )
            for folder in self._folders.values()
        ]

    def _tongues_made(self, made: Future[list[Tongue]]) -> None:
        try:
            tongues = made.result()
        except OSError as error:
            log.error("the voice has no place for its calls, and looks again: %s", error)
            self._mute = True
            return
        for channel, tongue in zip(self._channels, tongues, strict=True):
            channel.speak_as(tongue)

    def _happened(self, event: Event) -> None:
        if self._link.live:
            self._learn(self._clock() - event.at)
        if event.kind in ENDS and event.leg is not None:
            self._withdraw(event.leg)
        if event.kind in WINDOW_WORKS and event.window is not None:
            self._withdraw(about_window(event.window))
        if event.window is None or event.zone is None:
            return
        if event.kind in CALLS:
            self._offer(from_event(event, self._ours(event.at)))
        elif is_back(event) and self._says(Wording.BACK):
            self._offer(from_event(event, self._ours(event.at), Wording.BACK))
        elif event.kind is EventKind.WINDOW_PAUSED and self._says(Wording.PAUSED):
            self._offer(from_event(event, self._ours(event.at), Wording.PAUSED))

    def _says(self, wording: Wording) -> bool:
        return self._hall is not None and wording in self._hall.voice.wordings

    def _snapshot(self) -> None:
        """Say what was called lately and not said: before we were there, or while we were away for long."""
        floor = self._link.floor
        for waiting in self.waiting:
            if waiting.wording is Wording.CALL and not is_expected(floor, waiting.window, waiting.leg or ""):
                self._withdraw(waiting.leg or "")
        calls = [each for each in reversed(floor.calls) if is_expected(floor, each.window, each.leg)]
        now = self._clock()
        if any(self._ours(each.at) > now for each in calls):
            # Whatever our clock says, the core has reached the time of its newest call.
            self._learn(now - max(each.at for each in calls))
        for call in calls:
            if now - self._ours(call.at) <= FRESH:
                self._offer(from_floor(call, self._ours(call.at)))

    def _offer(self, call: Announcement) -> None:
        for each in self._channels:
            if each.settings.says(call.zone):
                each.offer(call)
            elif call.leg is not None:
                # It was called elsewhere before: that would send the visitor to the wrong place.
                each.withdraw(call.leg)

    def _withdraw(self, about: str) -> None:
        for each in self._channels:
            each.withdraw(about)

    def _learn(self, ahead: timedelta) -> None:
        """Note how far our clock is ahead of the core's: what comes while the line is live happens now."""
        self._ahead = ahead
        for each in self._channels:
            each.note.ahead = ahead

    def _ours(self, at: datetime) -> datetime:
        """Return when that was by our clock: the core's may be minutes off."""
        return at + self._ahead

    def _relay(self) -> None:
        """Have what the channels tell on their threads told on ours."""
        cross = self._crossing.call
        for each in self._channels:
            told = each.told
            told.began = partial(cross, self._tell_begun)
            told.ended = partial(cross, self._tell_ended)
            told.dropped = partial(cross, self._tell_dropped)
            told.speaking = partial(cross, self._tell_speaking, each.name)

    def _tell_begun(self, begun: Begun) -> None:
        log.info(
            "%s says %s to window %d, made in %.0f ms",
            begun.channel,
            begun.call.number or begun.call.said_as,
            begun.call.window,
            begun.spoken.render_s * 1000,
        )
        self.began.emit(begun)

    def _tell_ended(self, _begun: Begun, path: Path | None) -> None:
        if path is not None:
            self.spoken.emit(path)

    def _tell_dropped(self, call: Announcement, why: Drop) -> None:
        if why not in (Drop.REPLACED, Drop.MOVED_ON):
            self.dropped.emit(call)

    def _tell_speaking(self, channel: str, speaking: bool) -> None:
        before = bool(self._speaking)
        if speaking:
            self._speaking.add(channel)
        else:
            self._speaking.discard(channel)
        if bool(self._speaking) != before:
            self.speaking_changed.emit(bool(self._speaking))
