"""The process that speaks phonemes: ``python -m hardware.voice.espeak``; JSON lines in, WAV files out.

Beside :mod:`hardware.voice.child`, because pyttsx3 cannot hand phonemes to eSpeak; a process of its own for
the same reasons (docs/adr/0006). First line: ``{"voices": ["ne"]}``. Then each line in,
``{"voice": "ne", "phonemes": "tS'ik", "path": "/dir/x.wav"}``, is answered by
``{"seconds": 0.33, "spoken": ["tS", "'i", "k"]}`` or ``{"error": "..."}``. The end of the input ends it.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import wave
from pathlib import Path
from typing import Any, ClassVar, TextIO

# Source: espeak-ng 1.52, src/include/espeak-ng/speak_lib.h
SYNCHRONOUS = 2
PHONEME_EVENTS = 0x0001
PHONEME = 7
UTF8, PHONEMES = 0x01, 0x100
RATE_PARAMETER = 1
WORDS_PER_MINUTE = 150
"""Slower than the other languages: nobody knows the words by this voice."""
VOICES = ("ne",)
"""Nepali has the retroflex and aspirated stops of Lhasa; it lacks ü, ö and the tones."""


class _Id(ctypes.Union):
    _fields_: ClassVar = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_: ClassVar = [
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    ]


CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


class Espeak:
    """eSpeak NG by its C interface, one utterance at a time."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            OSError: The library is not there.
        """
        self._library, data = _load()
        self.rate = int(self._library.espeak_Initialize(SYNCHRONOUS, 0, data, PHONEME_EVENTS))
        if self.rate <= 0:
            raise OSError("eSpeak NG does not start")
        self._sound = bytearray()
        self._spoken: list[str] = []
        # Kept for the life of the process: eSpeak calls it.
        self._callback = CALLBACK(self._heard)
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, voice: str, phonemes: str, path: Path) -> dict[str, Any]:
        """Speak phonemes of a voice into a file; return its length and the phonemes that were spoken.

        Raises:
            ValueError: The voice is not there, or eSpeak refuses.
            OSError: The file cannot be written.
        """
        if voice not in VOICES or self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(f"no voice {voice}")
        self._library.espeak_SetParameter(RATE_PARAMETER, WORDS_PER_MINUTE, 0)
        self._sound.clear()
        self._spoken.clear()
        text = f"[[{phonemes}]]".encode()
        if self._library.espeak_Synth(text, len(text) + 1, 0, 1, 0, UTF8 | PHONEMES, None, None) != 0:
            raise ValueError("eSpeak refused")
        self._library.espeak_Synchronize()
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self.rate)
            file.writeframes(self._sound)
        return {"seconds": len(self._sound) / 2 / self.rate, "spoken": self._spoken}

    def _heard(self, samples: int | None, count: int, events: Any) -> int:
        if samples and count > 0:
            self._sound += ctypes.string_at(samples, 2 * count)
        at = 0
        while events[at].type:
            if events[at].type == PHONEME:
                self._spoken.append(events[at].id.string.decode("utf-8", "replace"))
            at += 1
        return 0


def _load() -> tuple[ctypes.CDLL, bytes | None]:
    """Return the bundled library and its data, else the system's."""
    try:
        import espeakng_loader
    except ImportError:
        return ctypes.CDLL("libespeak-ng.so.1"), None
    data = str(Path(espeakng_loader.get_data_path()).parent)
    return ctypes.CDLL(espeakng_loader.get_library_path()), data.encode()


def _answer(espeak: Espeak, request: dict[str, Any]) -> dict[str, Any]:
    try:
        return espeak.speak(request["voice"], request["phonemes"], Path(request["path"]))
    except (ValueError, OSError, wave.Error) as error:
        return {"error": f"{type(error).__name__}: {error}"}


def _say(answers: TextIO, what: object) -> None:
    answers.write(json.dumps(what) + "\n")
    answers.flush()


def main() -> None:
    """Answer requests until the input ends."""
    # Standard output is for the answers alone; what a library prints goes to standard error.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    espeak = Espeak()
    _say(answers, {"voices": list(VOICES)})
    for line in sys.stdin:
        _say(answers, _answer(espeak, json.loads(line)))


if __name__ == "__main__":
    main()
