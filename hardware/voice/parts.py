"""The voices of a hall: in each language its recorded pack, else the synthesizer, else nobody."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.domain.hall import Hall
from hardware.errors import DeviceError
from hardware.voice import wav
from hardware.voice.cache import MEMORY_BYTES, SoundCache
from hardware.voice.clauses import Clause, clauses
from hardware.voice.joins import Joined, fitted, join
from hardware.voice.pack import NoPack, Pack
from hardware.voice.phrase import Part, Sentence
from hardware.voice.prepare import Preparation
from hardware.voice.synth import DEVICE, Synthesizer, VoiceClosed, VoiceFailed

log = logging.getLogger(__name__)

MADE = 1
"""How pieces are trimmed and levelled; another way is another number, and the old ones are not used."""
MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - where it is there, a full disk does not stop the speech
ROOM_BYTES = 8 << 20


_Job = tuple[Future[float], Path]
"""What the synthesizer was asked for, and where it writes it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence that the synthesizer is at; pieces that were made before are there already."""

    language: str
    pieces: list[tuple[Clause, bytes | _Job]]


class Voices:
    """Says sentences, each language in the way that it can; shared by all loudspeakers of a program.

    All methods may be called from any thread. ``sound`` and ``say`` block while the synthesizer speaks.

    Attributes:
        packs: The recorded voices, by language.
    """

    def __init__(
        self,
        synthesizer: Synthesizer | None,
        packs: Mapping[str, Pack] | None = None,
        cache: SoundCache | None = None,
    ) -> None:
        """Speak by ``packs`` and ``synthesizer``, which stays its owner's."""
        self.packs = dict(packs or {})
        self._synthesizer = synthesizer
        self._cache = cache or SoundCache()
        self._lacking: set[tuple[str, str]] = set()
        self._lock = threading.Lock()
        self._preparation: Preparation | None = None
        self._asked_at = float("-inf")

    @classmethod
    def open(
        cls,
        folder: Path | None,
        synthesizer: Synthesizer | None,
        cache: Path | None = None,
        *,
        memory: int = MEMORY_BYTES,
    ) -> Self:
        """Speak by the packs in a folder, one folder a language in it; what cannot be used is logged.

        Args:
            cache: Where synthesized pieces are kept; ``None``: in memory only.
            memory: Bytes of sounds that are kept in memory.
        """
        return cls(synthesizer, packs_in(folder) if folder else None, SoundCache(cache, memory=memory))

    @property
    def languages(self) -> frozenset[str]:
        """What can be spoken, a language whose pack may lack a clip too."""
        return self.synthesized | frozenset(self.packs)

    @property
    def synthesized(self) -> frozenset[str]:
        """What the synthesizer speaks; waits for its first start to end one way or the other."""
        return self._synthesizer.languages if self._synthesizer else frozenset()

    def say(self, sentence: Sentence) -> bytes | None:
        """Return a sentence as samples, for a prompt; ``None`` when nobody can say it now."""
        sound = self.sound(sentence)
        return sound.samples if sound else None

    def sound(self, sentence: Sentence) -> Joined | None:
        """Return a sentence as samples, whole or not at all; ``None`` when nobody can say it now."""
        return self.sounds([sentence])[0]

    def sounds(self, sentences: Sequence[Sentence]) -> tuple[Joined | None, ...]:
        """Return several sentences; what has to be made of them is asked for at once."""
        self._asked_at = time.monotonic()
        return self._say_all(sentences)

    def _say_all(self, sentences: Sequence[Sentence]) -> tuple[Joined | None, ...]:
        with ExitStack() as scratch:
            begun = [self._recorded(each) or self._ask(each, scratch) for each in sentences]
            return tuple(
                each if isinstance(each, Joined) or each is None else self._hear(each) for each in begun
            )

    def prepare(self, hall: Hall, sentences: Iterable[Sentence] | None = None) -> None:
        """Make in the background what this hall will say; another hall takes the place of the one before.

        Args:
            sentences: What that is, the most useful first; ``None``: its calls.
        """
        with self._lock:
            before, self._preparation = self._preparation, Preparation(self, hall, sentences)
        if before is not None:
            before.stop()

    def prepared(self) -> bool:
        """Wait until the preparation has ended; whether it made everything that it wanted to."""
        preparation = self._preparation
        return preparation is not None and preparation.wait()

    def close(self) -> None:
        """End what runs in the background; what was made stays on the disk."""
        with self._lock:
            preparation, self._preparation = self._preparation, None
        if preparation is not None:
            preparation.stop()
        self._cache.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What a preparation asks.

    @property
    def room(self) -> int:
        """How many bytes of pieces can be kept."""
        return self._cache.room

    @property
    def idle_s(self) -> float:
        """How long nobody has asked for a sentence."""
        return time.monotonic() - self._asked_at

    def make(self, sentence: Sentence) -> bool:
        """Make what is still missing of a sentence that nobody waits for; whether it can be said."""
        return self._say_all([sentence])[0] is not None

    def pieces(self, sentence: Sentence) -> dict[str, bool]:
        """Return the pieces that the synthesizer says of a sentence by their keys: whether each is made.

        There are none where a pack says it.
        """
        language = sentence.language
        if self._recorded(sentence) is not None or language not in self.synthesized:
            return {}
        keys = [self._key(language, each.text) for each in clauses(sentence.text)]
        return {key: self._cache.has(key) for key in keys}

    # A pack.

    def _recorded(self, sentence: Sentence) -> Joined | None:
        pack = self.packs.get(sentence.language)
        if pack is None or not sentence.parts:
            return None
        clips = [(self._clip(pack, part), float(part.pause_ms)) for part in sentence.parts]
        lacking = [part.key for part, (clip, _) in zip(sentence.parts, clips, strict=True) if clip is None]
        if lacking:
            self._lacks(pack, lacking)
            return None
        return join((clip, pause) for clip, pause in clips if clip is not None)

    def _clip(self, pack: Pack, part: Part) -> bytes | None:
        name = f"clip {pack.folder} {part.key} {part.text}"
        samples = self._cache.get(name)
        if samples is None and (found := pack.says(part)) is not None:
            samples = fitted(found)
            self._cache.put(name, samples, only_memory=True)
        return samples or None

    def _lacks(self, pack: Pack, keys: list[str]) -> None:
        """Tell the log once of each clip that is missing."""
        with self._lock:
            new = [key for key in keys if (pack.language, key) not in self._lacking]
            self._lacking.update((pack.language, key) for key in new)
        if new:
            otherwise = "the synthesizer says it" if pack.language in self.synthesized else "it is not said"
            log.warning("no clip in %s for %s: %s", pack.folder, ", ".join(new), otherwise)

    # The synthesizer.

    def _ask(self, sentence: Sentence, scratch: ExitStack) -> _Asked | None:
        """Begin a sentence: what was made before is taken, the rest asked for."""
        language = sentence.language
        if language not in self.synthesized:
            return None
        try:
            return _Asked(
                language,
                [(each, self._ask_piece(language, each.text, scratch)) for each in clauses(sentence.text)],
            )
        except (DeviceError, OSError) as error:
            _not_spoken(language, error)
            return None

    def _ask_piece(self, language: str, text: str, scratch: ExitStack) -> bytes | _Job:
        samples = self._cache.get(self._key(language, text))
        if samples is not None:
            return samples
        if self._synthesizer is None:
            raise VoiceFailed(DEVICE, "there is no synthesizer")
        made = tempfile.TemporaryDirectory(prefix="hallcall-voice-", dir=scratch_folder())
        path = Path(scratch.enter_context(made)) / "x.wav"
        return self._synthesizer.submit(text, language, path), path

    def _hear(self, asked: _Asked) -> Joined | None:
        """Wait for the pieces of a sentence and join them."""
        found: list[tuple[bytes, float]] = []
        trouble: Exception | None = None
        for clause, piece in asked.pieces:
            try:
                found.append((self._heard(asked.language, clause, piece), clause.pause_ms))
            except (DeviceError, wav.WrongSound, OSError) as error:
                # The others are waited for all the same: their files are still being written.
                trouble = trouble or error
        if trouble is not None:
            _not_spoken(asked.language, trouble)
        return join(found) if found and trouble is None else None

    def _heard(self, language: str, clause: Clause, piece: bytes | _Job) -> bytes:
        if isinstance(piece, bytes):
            return piece
        job, path = piece
        job.result()
        samples = fitted(wav.trim(wav.read(path)))
        if not samples:
            raise VoiceFailed(DEVICE, f"nothing is heard of {clause.text!r}")
        self._cache.put(self._key(language, clause.text), samples)
        return samples

    def _key(self, language: str, text: str) -> str:
        voice = self._synthesizer.voice(language) if self._synthesizer else ""
        return f"{MADE} {voice} {language} {text}"


def _not_spoken(language: str, error: Exception) -> None:
    level = logging.DEBUG if isinstance(error, VoiceClosed) else logging.WARNING
    log.log(level, "a sentence in %s is not spoken: %s", language, error)


def packs_in(folder: Path) -> dict[str, Pack]:
    """Return the packs of a voices folder by language; what cannot be used is logged."""
    found: dict[str, Pack] = {}
    try:
        places = sorted(place for place in folder.iterdir() if place.is_dir())
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            log.warning("no recorded voices: %s", error)
        return found
    for place in places:
        try:
            pack = Pack.open(place)
        except NoPack as error:
            log.warning("a voice is not used: %s", error)
            continue
        if pack.language != place.name:
            log.warning(
                "a voice is not used: %s is a pack of %r, not of %r", place, pack.language, place.name
            )
            continue
        log.info("%s is said by %s%s", pack.language, place, f" ({pack.about.label})" if pack.standin else "")
        found[pack.language] = pack
    return found


def scratch_folder() -> Path | None:
    """Return where the synthesizer writes: into memory where that is a folder with room, else as usual."""
    try:
        if os.access(MEMORY_DISK, os.W_OK) and shutil.disk_usage(MEMORY_DISK).free >= ROOM_BYTES:
            return MEMORY_DISK
    except OSError:
        pass
    return None
