"""Windows' own voices, by pyttsx3's ``sapi5`` driver. Written, not run on Windows (docs/voice.md).

Everything happens on the thread that made it, the process's main one: ``comtypes`` and ``pythoncom`` call
``CoInitializeEx`` for the thread that imports them, and SAPI's objects belong to it.
Source: comtypes 1.4 ``__init__.py``.
"""

from __future__ import annotations

import array
import contextlib
import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hardware.voice import wav
from hardware.voice.anywav import NoSound, read_any
from hardware.voice.engines.choice import SAPI5, Voice, chosen
from hardware.voice.engines.engine import WORDS_PER_MINUTE, Engine
from hardware.voice.resample import resample

log = logging.getLogger(__name__)

TRIAL = "1"
"""Said once by each voice before it counts: one that is half installed is listed and does not speak."""


@dataclass(frozen=True, slots=True)
class Token:
    """A voice as its token in the registry says it."""

    id: str
    name: str
    languages: tuple[str, ...]


class Sapi5(Engine):
    """pyttsx3 on SAPI 5.

    The driver is asked itself and not through pyttsx3's queue and loop. Its ``save_to_file`` returns when
    the file is written, tells no ``finished-utterance``, and raises what goes wrong; while ``runAndWait``
    ends, from its second call on, only by an event of Windows' that may not come, and takes 50 ms.
    Source: pyttsx3 2.99 driver.py, drivers/sapi5.py; github.com/nateshmbhat/pyttsx3 issue 224.
    """

    def __init__(self) -> None:
        """Start SAPI and try its voices.

        Raises:
            Exception: ``ImportError`` where it is not Windows; COM's own, no Python kind, where SAPI fails.
        """
        import pyttsx3

        # Kept: the driver lives as long as its engine.
        self._engine = pyttsx3.init(SAPI5)
        self._driver = self._engine.proxy._driver
        # pyttsx3 makes SAPI's 0 of it, the voice's own speed.
        self._driver.setProperty("rate", WORDS_PER_MINUTE)
        # Loudness is levelled by who reads the file, as is that of every voice.
        self._driver.setProperty("volume", 1.0)
        self.name = f"SAPI 5 at {WORDS_PER_MINUTE}"
        self.languages: dict[str, str] = {}
        ranked = chosen(listed(self._driver), self._driver.getProperty("voice"))
        for language, ids in ranked.items():
            self._take_first(language, ids)

    def utter(self, language: str, text: str, file: Path) -> None:
        """Say one thing into a file.

        Raises:
            RuntimeError: SAPI would not speak it.
        """
        try:
            self._speak(self.languages[language], text, file)
        except Exception as error:  # COM's errors are no OSError
            trouble = f"{type(error).__name__}: {error}"
        else:
            as_usual(file)
            return
        # Not inside the handler, whose traceback holds the driver's stream and with it the file.
        raise RuntimeError(trouble)

    def _speak(self, voice: str, text: str, file: Path) -> None:
        output = self._driver._tts.AudioOutputStream
        try:
            self._driver.setProperty("voice", voice)
            self._driver.save_to_file(text, str(file))
        except Exception:
            # The driver does so only where all goes well; the open file could not be removed by anybody.
            self._driver._tts.AudioOutputStream = output
            raise
        self._hear_events()

    def _take_first(self, language: str, ids: Sequence[str]) -> None:
        """Take the first voice that speaks."""
        for each in ids:
            self.languages[language] = each
            try:
                if self._trial(language) > 0:
                    return
                trouble = "nothing was spoken"
            except Exception as error:
                trouble = str(error)
            log.warning("voice: %s is not used: %s", each, trouble)
            del self.languages[language]

    def _trial(self, language: str) -> float:
        with tempfile.TemporaryDirectory(prefix="hallcall-voice-", ignore_cleanup_errors=True) as folder:
            return self.save(language, TRIAL, Path(folder) / "x.wav")

    def _hear_events(self) -> None:
        """Let the driver take the events that Windows holds for it; left alone they would pile up."""
        next(self._driver.iterate())


def listed(driver: Any) -> Sequence[Voice]:
    """Return the voices of a driver.

    pyttsx3 2.99 fails at the first one that lists several languages, or lacks one: then each token is read by
    itself. Source: github.com/nateshmbhat/pyttsx3 issues 315, 429.
    """
    try:
        voices: Sequence[Voice] = driver.getProperty("voices")
    except Exception:
        return tuple(_tokens(driver))
    return voices


def _tokens(driver: Any) -> Iterator[Token]:
    for token in driver._tts.GetVoices():
        if identity := _told(partial(getattr, token, "Id")):
            language = _told(partial(token.GetAttribute, "Language"))
            yield Token(identity, _told(token.GetDescription), (language,) if language else ())


def _told(ask: Callable[[], str]) -> str:
    """Return what COM says, ``""`` where it says an error."""
    with contextlib.suppress(Exception):
        return ask() or ""
    return ""


def as_usual(file: Path) -> None:
    """Bring a file to 22,050 Hz, mono, 16 bit.

    SAPI converts what a voice says to the format of the stream, and pyttsx3 sets none: the usual one is said
    to be this, but that has not been seen. Whatever else it is is brought to it here.
    Source: SAPI 5.4, SpVoice.AllowAudioOutputFormatChangesOnNextSet.

    Raises:
        RuntimeError: It cannot be read as sound.
    """
    with contextlib.suppress(wav.WrongSound):
        wav.read(file)
        return
    try:
        sound = read_any(file)
    except NoSound as error:
        raise RuntimeError(str(error)) from error
    samples = resample(sound.samples, sound.rate, wav.RATE)
    clipped = (max(-wav.FULL, min(wav.FULL, round(value * wav.FULL))) for value in samples)
    wav.write(file, array.array("h", clipped).tobytes())
