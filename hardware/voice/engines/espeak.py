"""eSpeak NG, by pyttsx3's ``espeak`` driver: what speaks on every system."""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import sys
from pathlib import Path
from typing import Any

from hardware.voice.engines.choice import ESPEAK
from hardware.voice.engines.engine import WORDS_PER_MINUTE, Engine

VOICES = {"zh": "cmn-latn-pinyin", "en": "en-us"}
"""Language to eSpeak voice. Never ``cmn``: eSpeak NG 1.51 with it reads Chinese characters in English.

Source: github.com/espeak-ng/espeak-ng issues 1028, 1044, 1236, 1370.
"""

VOLUME = {"zh": 0.8, "en": 1.0}
"""Brings the voices to one loudness; at 1.0 the Chinese one touches full scale (measured, docs/voice.md)."""


def load_espeak() -> None:
    """Make the bundled eSpeak NG the one that pyttsx3 finds; without a bundle the system's is found.

    Raises:
        OSError: The bundled library cannot be loaded.
    """
    try:
        import espeakng_loader
    except ImportError:
        return
    # Without it eSpeak looks for /usr/share/espeak-ng-data and, not finding it, calls exit().
    os.environ["ESPEAK_DATA_PATH"] = str(Path(espeakng_loader.get_data_path()).parent)
    library = ctypes.CDLL(_soname(Path(espeakng_loader.get_library_path())))
    if not sys.platform.startswith("linux"):
        answer_with(library)


def _soname(library: Path) -> str:
    """Return the file whose name pyttsx3 asks for: the loader then gives it the one loaded already."""
    numbered = library.with_name(f"{library.name}.1")
    return str(numbered if numbered.exists() else library)


def answer_with(library: ctypes.CDLL) -> None:
    """Have ``cdll.LoadLibrary``, the way pyttsx3 looks for eSpeak at fixed places, give ``library``."""
    setattr(ctypes.cdll, "LoadLibrary", lambda _name: library)  # noqa: B010 - mypy refuses the plain form


class Espeak(Engine):
    """pyttsx3 on eSpeak NG."""

    def __init__(self) -> None:
        load_espeak()
        import pyttsx3
        from pyttsx3.drivers import _espeak

        self._wait_for_espeak = _espeak.Synchronize
        self._engine = pyttsx3.init(ESPEAK)
        self._looped = False
        self._outcome: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._engine.connect("finished-utterance", self._finished)
        self._engine.connect("error", self._failed)
        self._engine.setProperty("rate", WORDS_PER_MINUTE)
        self.languages = self._speakable()
        self.name = f"eSpeak NG {_version(_espeak)} at {WORDS_PER_MINUTE}"

    def utter(self, language: str, text: str, file: Path) -> None:
        """Say one thing into a file.

        One ``save_to_file`` a loop, because of several only the last is done; ``startLoop`` and not
        ``runAndWait``, whose first call returns before the utterance ends.
        Source: pyttsx3 2.99 drivers/espeak.py; github.com/nateshmbhat/pyttsx3 issues 131, 194, 219.
        """
        self._rewind()
        self._engine.setProperty("voice", self.languages[language])
        # After the voice, which brings its own volume.
        self._engine.setProperty("volume", VOLUME[language])
        self._engine.save_to_file(text, str(file))
        self._engine.startLoop()
        # The end is told from eSpeak's thread before that thread is done; another utterance begun in between
        # would be cancelled together with it, and come out short or empty.
        self._wait_for_espeak()
        trouble = self._outcome.get_nowait() if not self._outcome.empty() else "nothing was reported"
        if trouble is not None:
            raise RuntimeError(trouble)

    def _rewind(self) -> None:
        if self._looped:
            self._engine.endLoop()
        self._looped = True
        while not self._outcome.empty():
            self._outcome.get_nowait()

    def _speakable(self) -> dict[str, str]:
        driver = self._engine.proxy._driver
        found = {}
        for language, voice in VOICES.items():
            with contextlib.suppress(ValueError):
                driver.setProperty("voice", voice)
                found[language] = driver.getProperty("voice")
        return found

    def _finished(self, name: object, completed: bool) -> None:  # noqa: ARG002 - pyttsx3 names them
        self._outcome.put(None if completed else "the utterance was cut short")

    def _failed(self, name: object, exception: Exception) -> None:  # noqa: ARG002
        self._outcome.put(str(exception))


def _version(espeak: Any) -> str:
    """Return the library's version; its interface is eSpeak's, not pyttsx3's."""
    ask = espeak.dll.espeak_Info
    ask.restype, ask.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    return (ask(None) or b"").decode("ascii", "replace")
