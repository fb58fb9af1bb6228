"""From a call to one WAV file: chime, then every language the hall speaks and the synthesizer can."""

from __future__ import annotations

import logging
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from core.domain.hall import Voice
from core.domain.voice import Wording
from hardware.errors import DeviceError
from hardware.voice import wav
from hardware.voice.announcer import Announcement
from hardware.voice.phrase import Sentence, Values, phrase
from hardware.voice.synth import DEVICE, Synthesizer, VoiceFailed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An announcement as sound.

    Attributes:
        path: Its WAV file.
        seconds: How long it plays.
        languages: What is said, in order; only the chime when empty.
        unspoken: The hall's languages that are not said; the screens show them.
        render_s: How long it took to make.
    """

    call: Announcement
    path: Path
    seconds: float
    languages: tuple[str, ...]
    unspoken: tuple[str, ...]
    render_s: float


class Speaker:
    """Renders announcements into a folder, one file each, the newest ``keep`` kept.

    ``render`` blocks for as long as the synthesizer takes; call it off the GUI thread, one at a time.
    """

    def __init__(self, voice: Voice, synthesizer: Synthesizer, folder: Path, *, keep: int = 200) -> None:
        """Speak as ``voice`` says into ``folder``, which is made when it is missing.

        Raises:
            OSError: The folder cannot be made.
        """
        self._voice = voice
        self._synthesizer = synthesizer
        self._folder = folder
        self._keep = keep
        folder.mkdir(parents=True, exist_ok=True)
        self._files = deque(sorted(folder.glob("call-*.wav")))
        wav.chime()

    def render(self, call: Announcement, path: Path | None = None) -> Spoken:
        """Make the call's file, in the folder or at ``path``.

        A language that fails is left out and listed as unspoken: the others are still said.

        Raises:
            DeviceError: There is nothing to play, or the file cannot be written.
        """
        began = time.perf_counter()
        languages = self._synthesizer.languages
        wording = Wording.RECALL if call.repeat else Wording.CALL
        words = phrase(self._voice, wording, Values(call.number, call.window), languages)
        spoken = self._speak(words.sentences)
        chime = [wav.chime()] if self._voice.chime else []
        samples = wav.join([*chime, *spoken.values()])
        if not samples:
            raise VoiceFailed(DEVICE, f"nothing to play for {call.number}")
        path = path or self._place(call)
        self._write(path, samples)
        return Spoken(
            call=call,
            path=path,
            seconds=wav.seconds(samples),
            languages=tuple(spoken),
            unspoken=tuple(each for each in self._voice.languages if each not in spoken),
            render_s=time.perf_counter() - began,
        )

    def _speak(self, sentences: Sequence[Sentence]) -> dict[str, bytes]:
        """Return the sound of each sentence that could be spoken."""
        with tempfile.TemporaryDirectory(prefix="hallcall-voice-") as folder:
            jobs = [(each, Path(folder) / f"{i}.wav") for i, each in enumerate(sentences)]
            asked = [(each.language, path, self._ask(each, path)) for each, path in jobs]
            sounds = {language: self._sound(path, job) for language, path, job in asked}
        return {language: sound for language, sound in sounds.items() if sound}

    def _ask(self, sentence: Sentence, path: Path) -> Future[float] | DeviceError:
        try:
            return self._synthesizer.submit(sentence.text, sentence.language, path)
        except DeviceError as error:
            return error

    def _sound(self, path: Path, job: Future[float] | DeviceError) -> bytes:
        try:
            if isinstance(job, DeviceError):
                raise job
            job.result()
            return wav.trim(wav.read(path))
        except (DeviceError, wav.WrongSound, OSError) as error:
            log.warning("one language of an announcement is not spoken: %s", error)
            return b""

    def _place(self, call: Announcement) -> Path:
        number = "".join(sign for sign in call.number if sign.isalnum())
        at = call.at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")
        path = self._folder / f"call-{at}-{number}-{call.window}.wav"
        self._files.append(path)
        while len(self._files) > self._keep:
            self._files.popleft().unlink(missing_ok=True)
        return path

    def _write(self, path: Path, samples: bytes) -> None:
        try:
            wav.write(path, samples)
        except OSError as error:
            raise VoiceFailed(DEVICE, f"{path}: {error}") from error
