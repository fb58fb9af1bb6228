"""What every speech engine does alike: a whole new file, or none."""

from __future__ import annotations

import errno
import shutil
import wave
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

WORDS_PER_MINUTE = 170
"""Slower than pyttsx3's 200: a hall echoes, and many who listen are old."""

ROOM_BYTES = 2 << 20
"""Of 47 s of speech."""

PART = ".part.wav"
"""Behind the name of a file that is being spoken; named as sound, should SAPI go by the ending."""


class Engine(ABC):
    """pyttsx3 with one of its drivers, one utterance at a time.

    Attributes:
        name: The engine, its version and how it is made to speak.
        languages: Language to the voice that speaks it; a language whose voice is missing is absent.
    """

    name: str
    languages: Mapping[str, str]

    @abstractmethod
    def utter(self, language: str, text: str, file: Path) -> None:
        """Say one thing into a file that is there already and can be written; return when it is whole.

        Raises:
            RuntimeError: The engine would not speak it.
        """

    def save(self, language: str, text: str, path: Path) -> float:
        """Speak into a new file at ``path`` and return its length in seconds.

        Raises:
            ValueError: No voice for that language, or nothing to say.
            OSError: The file cannot be written.
            RuntimeError: The engine would not speak it.
        """
        if language not in self.languages:
            raise ValueError(f"no voice for {language}")
        if not text.strip():
            raise ValueError("nothing to say")
        part = path.with_name(path.name + PART)
        # pyttsx3 waits for ever when it cannot open the file, so it is opened here first.
        part.write_bytes(b"")
        try:
            _need_room(part.parent)
            self.utter(language, text, part)
            seconds = _seconds(part)
            if seconds > 0:
                part.replace(path)
            return seconds
        finally:
            part.unlink(missing_ok=True)


def _need_room(folder: Path) -> None:
    """Refuse to begin on a full disk, where pyttsx3 would wait for ever.

    Raises:
        OSError: There is too little room for a long utterance.
    """
    if shutil.disk_usage(folder).free < ROOM_BYTES:
        raise OSError(errno.ENOSPC, "the disk is full", str(folder))


def _seconds(file: Path) -> float:
    with wave.open(str(file), "rb") as sound:
        return sound.getnframes() / sound.getframerate()
