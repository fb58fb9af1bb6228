"""Says what a page is, piece after piece; another page, or a key, and it is silent at once.

Two threads: one makes the next piece while the other plays this one. No lock is held while a sound is made or
played, so that whoever wants something else said never waits.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Protocol

from hardware.voice import wav
from hardware.voice.channel import NO_LOUDSPEAKER, NOT_MADE
from hardware.voice.joins import Joined, chain
from hardware.voice.parts import Voices
from hardware.voice.prompts import prompt
from hardware.voice.settings import LOUDEST
from hardware.voice.stretch import slower
from hardware.worker import Health, State
from kiosk.spoken.script import Script, Utterance, Way

log = logging.getLogger(__name__)

AHEAD = 2
"""So many pieces are made before they are played."""
IN_MS, AFTER_MS = 60.0, 240.0
"""Silence between the sentences of a piece, and after it."""
END_S = 2.0


class Speaks(Protocol):
    """A :class:`hardware.voice.loudspeaker.Loudspeaker`, or what stands in for one."""

    device: str | None
    changed: Callable[[str | None], None]

    def start(self) -> None:
        """Look for the card."""

    def stop(self) -> None:
        """End what plays."""

    def close(self) -> None:
        """Be silent at once."""

    def play(self, samples: bytes, volume: float, began: Callable[[], None], /) -> bool:
        """Play samples and return whether they were heard to their end."""


@dataclass(frozen=True, slots=True)
class Said:
    """A piece that begins to be heard.

    Attributes:
        language: That it is said in.
        text: As a synthesizer reads it.
    """

    key: str
    language: str
    text: str
    samples: bytes


class Mouth:
    """Says one script at a time. All methods may be called on any thread and return at once.

    Attributes:
        name: Of the loudspeaker.
        voices: Who speaks.
        changed: Told the :class:`hardware.worker.Health` when that changed, on a thread of the mouth.
        said: Told each :class:`Said`, likewise.
    """

    def __init__(
        self, voices: Voices, loudspeaker: Speaks, name: str = "kiosk", percent: int = LOUDEST
    ) -> None:
        """Know who speaks and where; nothing happens before :meth:`start`. The voices stay their owner's.

        Args:
            name: What people here call the loudspeaker.
            percent: How loud it is at its loudest.
        """
        self.name = name
        self._loudest = percent / LOUDEST
        self.changed: Callable[[Health], None] = lambda _: None
        self.said: Callable[[Said], None] = lambda _: None
        self.voices = voices
        self.health = Health(State.STARTING)
        self._loudspeaker = loudspeaker
        self._work = threading.Condition()
        self._run = 0
        self._to_make: deque[Utterance] = deque()
        self._made: deque[Said] = deque()
        self._making: Utterance | None = None
        self._playing = self._closed = self._told_instead = False
        self._volume = self._times = 1.0
        self._failed = ""
        self._languages: frozenset[str] = frozenset()
        self._threads = [
            threading.Thread(target=each, name=name, daemon=True)
            for name, each in (("mouth-maker", self._make_all), ("mouth-player", self._play_all))
        ]

    def start(self) -> None:
        """Look for a card, and for who can speak."""
        self._loudspeaker.changed = lambda _: self._tell()
        self._loudspeaker.start()
        for each in self._threads:
            each.start()

    def close(self) -> None:
        """Be silent at once and for good."""
        with self._work:
            self._closed = True
            self._work.notify_all()
        self._loudspeaker.close()
        for each in self._threads:
            if each.ident is not None:
                each.join(END_S)

    @property
    def languages(self) -> Collection[str]:
        """What can be spoken; nothing while that is not known yet."""
        return self._languages

    @property
    def able(self) -> bool:
        """Whether somebody who listened now would hear something."""
        return self._loudspeaker.device is not None and bool(self._languages)

    @property
    def speaking(self) -> bool:
        """Whether something is said, or about to be."""
        with self._work:
            return not self._closed and not self._idle

    def say(self, script: Script, volume: float, times: float = 1.0) -> None:
        """Say this now, instead of everything else.

        Args:
            volume: From 0 to 1.
            times: How many times as long it is as the voice says it, for who wants it slower; 1 and above.
        """
        with self._work:
            self._run += 1
            self._to_make, self._volume = deque(script), volume * self._loudest
            self._times = times
            self._made.clear()
            playing = self._playing
            self._work.notify_all()
        if playing:
            self._loudspeaker.stop()

    def hush(self) -> None:
        """Say nothing more."""
        self.say((), 0.0)

    def add(self, script: Script, instead: Collection[str] = ()) -> None:
        """Say this at the end, and nothing any more of what has these keys and was not begun."""
        with self._work:
            self._to_make = deque(each for each in self._to_make if each.key not in instead)
            self._made = deque(each for each in self._made if each.key not in instead)
            if self._making is not None and self._making.key in instead:
                self._making = None
            self._to_make.extend(script)
            self._work.notify_all()

    def forget(self) -> None:
        """Somebody else is here: say again that another language is spoken."""
        self._told_instead = False

    # The maker

    def _make_all(self) -> None:
        self._languages = self.voices.languages
        self._tell()
        while True:
            with self._work:
                self._work.wait_for(lambda: self._closed or (self._to_make and len(self._made) < AHEAD))
                if self._closed:
                    return
                run, utterance, times = self._run, self._to_make.popleft(), self._times
                self._making = utterance
            made = self._make(utterance)
            if made is not None and run == self._run:
                made = replace(made, samples=slower(made.samples, times))
            with self._work:
                # Another page, or what came since, may have made it untrue.
                if made is not None and run == self._run and self._making is utterance:
                    self._made.append(made)
                self._making = None
                self._work.notify_all()

    def _make(self, utterance: Utterance) -> Said | None:
        """Return it in the first way in which all of it can be said, else as much as can be said of it."""
        best: tuple[Way, list[Joined]] | None = None
        for way in utterance.ways:
            sounds = [each for each in self.voices.sounds(way.says) if each is not None]
            if len(sounds) == len(way.says):
                self._note("")
                return self._joined(utterance, way, sounds)
            if sounds and (best is None or len(sounds) > len(best[1])):
                best = way, sounds
        self._note(f"nobody can say {utterance.key}")
        return self._joined(utterance, *best) if best else None

    def _joined(self, utterance: Utterance, way: Way, sounds: list[Joined]) -> Said:
        text = " ".join(each.text for each in way.says)
        if way.language != utterance.wanted and not self._told_instead:
            self._told_instead = True
            instead = prompt(way.language, "instead")
            if (told := self.voices.sound(instead)) is not None:
                sounds, text = [told, *sounds], f"{instead.text} {text}"
        return Said(utterance.key, way.language, text, chain(sounds, IN_MS).samples)

    def _note(self, failed: str) -> None:
        if failed:
            log.warning("a page is not read whole: %s", failed)
        languages = self.voices.languages
        if (failed, languages) != (self._failed, self._languages):
            self._failed, self._languages = failed, languages
            self._tell()

    # The player

    def _play_all(self) -> None:
        while True:
            with self._work:
                self._work.wait_for(lambda: self._closed or self._made)
                if self._closed:
                    return
                run, piece, volume = self._run, self._made.popleft(), self._volume
                self._playing = True
                self._work.notify_all()
            heard = self._play(run, piece, volume)
            with self._work:
                self._playing = False
                if not heard and run == self._run:
                    # There is no card: what is not heard now shall not be heard later.
                    self._to_make.clear()
                    self._made.clear()
            if not heard:
                self._tell()

    def _play(self, run: int, piece: Said, volume: float) -> bool:
        def began() -> None:
            if run != self._run:
                self._loudspeaker.stop()
            else:
                self.said(piece)

        return self._loudspeaker.play(piece.samples + wav.silence(AFTER_MS), volume, began)

    @property
    def _idle(self) -> bool:
        return not (self._to_make or self._made or self._making or self._playing)

    # How it is

    def _tell(self) -> None:
        health = self._health()
        if health != self.health and not self._closed:
            self.health = health
            self.changed(health)

    def _health(self) -> Health:
        if self._loudspeaker.device is None:
            return Health(State.GONE, NO_LOUDSPEAKER.key)
        if self._failed or not self._languages:
            return Health(State.DEGRADED, NOT_MADE, self._failed)
        return Health(State.READY, "", self._loudspeaker.device)
