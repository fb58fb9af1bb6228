"""From a call to one sound: chime, then every language the hall speaks and somebody can say."""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
import weakref
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from core.domain.hall import Hall
from core.domain.voice import Voice
from hardware.voice import wav
from hardware.voice.announcer import Announcement
from hardware.voice.joins import Joined, chain
from hardware.voice.parts import Voices, scratch_folder
from hardware.voice.phrase import Values, phrase, values_in
from hardware.voice.synth import DEVICE, Synthesizer, VoiceFailed

log = logging.getLogger(__name__)

SPARE = 8
"""Calls that are kept in memory while the folder takes none."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An announcement as sound.

    Attributes:
        path: Its WAV file.
        seconds: How long it plays.
        languages: What is said, in order; only the chime when empty.
        unspoken: The hall's languages that are not said; the screens show them.
        render_s: How long it took to make.
        samples: The same as in the file.
        joins: The samples at which something new begins.
    """

    call: Announcement
    path: Path
    seconds: float
    languages: tuple[str, ...]
    unspoken: tuple[str, ...]
    render_s: float
    samples: bytes = b""
    joins: tuple[int, ...] = ()


class Speaker:
    """Renders announcements into a folder, one file each, the newest ``keep`` kept.

    ``render`` blocks for as long as the synthesizer takes; call it off the GUI thread, one at a time.
    """

    def __init__(
        self,
        voice: Voice,
        voices: Voices | Synthesizer,
        folder: Path,
        *,
        hall: Hall | None = None,
        keep: int = 200,
    ) -> None:
        """Speak as ``voice`` says into ``folder``, which is made when it is missing.

        Args:
            voices: Who speaks; a synthesizer alone is taken for voices without recordings.
            hall: Whose zones and services have names that a sentence may say; ``None``: they are left out.

        Raises:
            OSError: The folder cannot be made.
        """
        self._voice = voice
        self._voices = voices if isinstance(voices, Voices) else Voices(voices)
        self._hall = hall
        self._folder = folder
        self._keep = keep
        folder.mkdir(parents=True, exist_ok=True)
        self._files = deque(sorted(folder.glob("call-*.wav")))
        self._spare: deque[Path] = deque()
        self._spare_folder: Path | None = None
        self._full = False
        wav.chime()

    def render(self, call: Announcement, path: Path | None = None) -> Spoken:
        """Make the call's file, in the folder or at ``path``.

        A language that fails is left out and listed as unspoken: the others are still said. If the folder
        takes no file, it is made in memory.

        Raises:
            DeviceError: There is nothing to play, or the file cannot be written.
        """
        began = time.perf_counter()
        said = self._said(call)
        whole = self._put_together(said)
        if not whole.samples:
            raise VoiceFailed(DEVICE, f"nothing to play for {call.number}")
        path = self._keep_file(call, whole.samples) if path is None else self._write(path, whole.samples)
        return Spoken(
            call=call,
            path=path,
            seconds=wav.seconds(whole.samples),
            languages=tuple(said),
            unspoken=tuple(each for each in self._voice.languages if each not in said),
            render_s=time.perf_counter() - began,
            samples=whole.samples,
            joins=whole.joins,
        )

    def _said(self, call: Announcement) -> dict[str, Joined]:
        """Return the sound of each sentence that can be said."""
        words = phrase(self._voice, call.said_as, self._values(call), self._voices.languages)
        sounds = self._voices.sounds(words.sentences)
        return {
            each.language: sound
            for each, sound in zip(words.sentences, sounds, strict=True)
            if sound is not None
        }

    def _values(self, call: Announcement) -> Values:
        window = call.window or None
        if self._hall is None:
            return Values(call.number, window)
        return values_in(self._hall, number=call.number, window=window, zone=call.zone, queue=call.service)

    def _put_together(self, said: Mapping[str, Joined]) -> Joined:
        chime = Joined(wav.chime() if self._voice.chime else b"")
        speech = chain([*said.values()] * self._voice.repeats, self._voice.gap_ms)
        return chain([chime, speech], wav.GAP_MS)

    def _keep_file(self, call: Announcement, samples: bytes) -> Path:
        """Write into the folder, else into memory; the log says it once."""
        name = self._name(call)
        try:
            path = self._write(self._folder / name, samples)
        except VoiceFailed as error:
            if not self._full:
                log.warning("calls are kept in memory: %s", error)
            self._full = True
            return self._keep_spare(name, samples)
        if self._full:
            log.info("calls are kept in %s again", self._folder)
        self._full = False
        self._files.append(path)
        while len(self._files) > self._keep:
            self._files.popleft().unlink(missing_ok=True)
        return path

    def _keep_spare(self, name: str, samples: bytes) -> Path:
        if self._spare_folder is None:
            try:
                made = tempfile.mkdtemp(prefix="hallcall-calls-", dir=scratch_folder())
            except OSError as error:
                raise VoiceFailed(DEVICE, f"no folder for a call: {error}") from error
            self._spare_folder = Path(made)
            weakref.finalize(self, shutil.rmtree, made, ignore_errors=True)
        path = self._write(self._spare_folder / name, samples)
        self._spare.append(path)
        while len(self._spare) > SPARE:
            self._spare.popleft().unlink(missing_ok=True)
        return path

    def _name(self, call: Announcement) -> str:
        number = "".join(sign for sign in call.number if sign.isalnum())
        at = call.at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")
        return f"call-{at}-{number}-{call.window}.wav"

    def _write(self, path: Path, samples: bytes) -> Path:
        try:
            wav.write(path, samples)
        except OSError as error:
            raise VoiceFailed(DEVICE, f"{path}: {error}") from error
        return path
