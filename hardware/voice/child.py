"""The speech process: ``python -m hardware.voice.child``; JSON lines in, WAV files out.

It runs beside the program: eSpeak NG is licensed otherwise (docs/adr/0006), can hang, and ends the process
which loads it when its data is missing. First line:
``{"languages": {"zh": "sit/cmn-latn-pinyin", ...}, "engine": "eSpeak NG 1.52.0 at 170"}``.
Then each line in, ``{"language": "zh", "text": "...", "path": "/dir/x.wav"}``, is answered in turn by
``{"seconds": 2.8}`` or ``{"error": "..."}``. The end of the input ends the process at once.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import signal
import sys
import threading
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from hardware.voice.engines.choice import ACCENTS, CHOICE, SAPI5, driver_for
from hardware.voice.engines.engine import Engine
from hardware.voice.engines.espeak import Espeak

log = logging.getLogger(__name__)


class Speech:
    """The engines of this machine, each language by the first that speaks it.

    Attributes:
        languages: Language to the voice that speaks it; a language that nobody speaks is absent.
        engine: What speaks, in which version and how.
    """

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._by = {language: each for each in reversed(engines) for language in each.languages}
        self.languages = {language: each.languages[language] for language, each in self._by.items()}
        self.engine = " + ".join(each.name for each in engines)

    def save(self, language: str, text: str, path: Path) -> float:
        """Speak into a new file at ``path`` and return its length in seconds.

        Raises:
            ValueError: No voice for that language, or nothing to say.
            OSError: The file cannot be written.
            RuntimeError: The engine would not speak it.
        """
        if language not in self._by:
            raise ValueError(f"no voice for {language}")
        return self._by[language].save(language, text, path)


def started(driver: str) -> list[Engine]:
    """Return the engines that speak: Windows' own where it is asked for, eSpeak for what that lacks.

    Raises:
        OSError, RuntimeError: There is none.
    """
    engines = [*_windows()] if driver == SAPI5 else []
    if engines and engines[0].languages.keys() >= ACCENTS.keys():
        return engines
    try:
        return [*engines, Espeak()]
    except (OSError, RuntimeError) as error:
        if not engines:
            raise
        log.warning("voice: no eSpeak for what SAPI lacks: %s", error)
        return engines


def _driver() -> str:
    """Return the driver of this machine; a mistake in the hall's choice does not silence the hall."""
    try:
        return driver_for(sys.platform, os.environ.get(CHOICE, "").strip().lower())
    except ValueError as error:
        log.warning("voice: %s", error)
        return driver_for(sys.platform, "")


def _windows() -> list[Engine]:
    try:
        # Only here: elsewhere the start need not wait for what it needs.
        from hardware.voice.engines.sapi5 import Sapi5

        engine = Sapi5()
    except Exception as error:  # COM's errors are no OSError
        log.warning("voice: SAPI does not speak, eSpeak is asked: %s: %s", type(error).__name__, error)
        return []
    return [engine] if engine.languages else []


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
    speech = Speech(started(_driver()))
    print(json.dumps({"languages": speech.languages, "engine": speech.engine}), file=answers)
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests,), name="requests", daemon=True).start()
    while True:
        print(json.dumps(_answer(speech, json.loads(requests.get()))), file=answers)


if __name__ == "__main__":
    main()
