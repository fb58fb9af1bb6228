"""The speech process: ``python -m hardware.voice.child``; JSON lines in, WAV files out.

It runs beside the program: eSpeak NG is licensed otherwise (docs/adr/0006), can hang, and ends the process
which loads it when its data is missing. First line:
``{"languages": {"zh": "sit/cmn-latn-pinyin", ...}, "engine": "eSpeak NG 1.52.0 at 170"}``.
Then each line in, ``{"language": "zh", "text": "...", "path": "/dir/x.wav"}``, is answered in turn by
``{"seconds": 2.8}`` or ``{"error": "..."}``. The end of the input ends the process at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import queue
import shutil
import signal
import sys
import threading
import wave
from pathlib import Path
from typing import Any, TextIO

VOICES = {"zh": "cmn-latn-pinyin", "en": "en-us"}
"""Language to eSpeak voice. Never ``cmn``: eSpeak NG 1.51 with it reads Chinese characters in English.

Source: github.com/espeak-ng/espeak-ng issues 1028, 1044, 1236, 1370.
"""

VOLUME = {"zh": 0.8, "en": 1.0}
"""Brings the voices to one loudness; at 1.0 the Chinese one touches full scale (measured, docs/voice.md)."""

WORDS_PER_MINUTE = 170
"""Slower than pyttsx3's 200: a hall echoes, and many who listen are old."""

ROOM_BYTES = 2 << 20
"""Of 47 s of speech."""


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


class Speech:
    """pyttsx3 on eSpeak NG, one utterance at a time.

    Attributes:
        languages: Language to the voice eSpeak chose for it; a language whose voice is missing is absent.
        engine: eSpeak's version and how it is made to speak.
    """

    def __init__(self) -> None:
        load_espeak()
        import pyttsx3
        from pyttsx3.drivers import _espeak

        self._wait_for_espeak = _espeak.Synchronize
        self._engine = pyttsx3.init("espeak")
        self._looped = False
        self._outcome: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._engine.connect("finished-utterance", self._finished)
        self._engine.connect("error", self._failed)
        self._engine.setProperty("rate", WORDS_PER_MINUTE)
        self.languages = self._speakable()
        self.engine = f"eSpeak NG {_version(_espeak)} at {WORDS_PER_MINUTE}"

    def save(self, language: str, text: str, path: Path) -> float:
        """Speak into a new file at ``path`` and return its length in seconds.

        Raises:
            ValueError: No voice for that language, or nothing to say.
            OSError: The file cannot be written.
            RuntimeError: eSpeak would not speak it.
        """
        if language not in self.languages:
            raise ValueError(f"no voice for {language}")
        if not text.strip():
            raise ValueError("nothing to say")
        part = path.with_name(path.name + ".part")
        # pyttsx3 waits for ever when it cannot open the file, so it is opened here first.
        part.write_bytes(b"")
        try:
            _need_room(part.parent)
            self._utter(language, text, str(part))
            seconds = _seconds(part)
            if seconds > 0:
                part.replace(path)
            return seconds
        finally:
            part.unlink(missing_ok=True)

    def _utter(self, language: str, text: str, file: str) -> None:
        """Say one thing into a file.

        One ``save_to_file`` a loop, because of several only the last is done; ``startLoop`` and not
        ``runAndWait``, whose first call returns before the utterance ends.
        Source: pyttsx3 2.99 drivers/espeak.py; github.com/nateshmbhat/pyttsx3 issues 131, 194, 219.
        """
        self._rewind()
        self._engine.setProperty("voice", self.languages[language])
        # After the voice, which brings its own volume.
        self._engine.setProperty("volume", VOLUME[language])
        self._engine.save_to_file(text, file)
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


def _answer(speech: Speech, request: dict[str, Any]) -> dict[str, Any]:
    try:
        seconds = speech.save(request["language"], request["text"], Path(request["path"]))
    except (ValueError, OSError, RuntimeError, wave.Error, EOFError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return {"seconds": seconds}


def _take_stdout() -> TextIO:
    """Keep standard output for the answers alone; whatever else is printed goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    # pyttsx3 prints a line for each file it saved.
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the life of the process
    return answers


def _read(requests: queue.SimpleQueue[str]) -> None:
    for line in sys.stdin:
        requests.put(line)
    # The program is gone. Speech may hang in the main thread, so nothing less ends the process surely.
    os._exit(0)


def main() -> None:
    """Answer requests until the input ends."""
    # Ctrl+C is meant for the program, which then ends our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = _take_stdout()
    speech = Speech()
    print(json.dumps({"languages": speech.languages, "engine": speech.engine}), file=answers)
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests,), name="requests", daemon=True).start()
    while True:
        print(json.dumps(_answer(speech, json.loads(requests.get()))), file=answers)


if __name__ == "__main__":
    main()
