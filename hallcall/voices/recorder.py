"""``hallcall voice record``: the desk on a terminal, with Qt's microphone."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEventLoop, QObject, Signal

from core.domain.hall import Hall, Voice
from core.qt.app import make_app
from hallcall.exits import DONE, FAILED
from hallcall.voices.checker import examples, joined
from hallcall.voices.desk import Desk, EndOfInput
from hallcall.voices.wanted import recorded
from hardware.voice.pack import ABOUT, About, Pack
from hardware.voice.phrase import Part
from hardware.voice.record import Microphone, microphones, play


class Console(QObject):
    """The terminal, asked while Qt goes on: the microphone delivers in Qt's loop.

    Signals:
        arrived(): Something was typed, or the input ended.
    """

    arrived = Signal()

    def __init__(self, typed: TextIO) -> None:
        super().__init__()
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._typed = typed
        threading.Thread(target=self._read, name="console", daemon=True).start()

    def ask(self, prompt: str) -> str:
        """Return the next line that is typed.

        Raises:
            EndOfInput: There is none.
        """
        print(prompt, end="", flush=True)
        waiting = QEventLoop()
        self.arrived.connect(waiting.quit)
        while self._lines.empty():
            waiting.exec()
        line = self._lines.get()
        if not line:
            # Whoever asks once more gets the same answer.
            self._lines.put("")
            print()
            raise EndOfInput
        return line

    def say(self, words: str) -> None:
        """Print a line."""
        print(words, flush=True)

    def _read(self) -> None:
        for line in self._typed:
            self._lines.put(line)
            self.arrived.emit()
        self._lines.put("")
        self.arrived.emit()


def list_microphones() -> int:
    """Print the microphones; 1 if there is none."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_app("hallcall-recorder", widgets=False)
    names = microphones()
    print("\n".join(names) or "there is no microphone")
    return DONE if names else FAILED


def record(
    folder: Path,
    about: About,
    parts: Sequence[Part],
    *,
    first: int = 0,
    again: bool = False,
    device: str | None = None,
) -> int:
    """Record into a folder and return how many clips are still missing.

    Args:
        about: Of a new pack; what it does not say is asked for.

    Raises:
        NoPack: There is a pack that cannot be used.
        DeviceError: There is no such microphone.
        OSError: Something cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Inside Qt's loop Python never sees Ctrl+C; what was kept is on the disk already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    make_app("hallcall-recorder", widgets=False)
    ear = Microphone(device)
    console = Console(sys.stdin)
    try:
        pack = _pack(folder, about, console)
    except EndOfInput:
        return len(parts)
    print(f"{ear.name}. Wait a breath after Enter, speak, wait a breath, press Enter.")
    return Desk(pack, parts, ear, ask=console.ask, say=console.say, play=play).run(first, again=again)


def _pack(folder: Path, about: About, console: Console) -> Pack:
    if (folder / ABOUT).exists():
        return recorded(folder, about.language)
    print("A new voice. Labels do, a name need not be written down.")
    speaker = about.speaker or console.ask("Whose voice (a label)? ").strip()
    dialect = about.dialect or console.ask("Which dialect? ").strip()
    consent = about.consent or console.ask("Where is the written consent kept, from which day? ").strip()
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Pack.make(folder, About(about.language, speaker, dialect, consent, made_at=made))


def play_examples(pack: Pack, voice: Voice, hall: Hall | None) -> bool:
    """Play some calls one after the other; ``False`` where there is no loudspeaker."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    make_app("hallcall-recorder", widgets=False)
    for name, parts in examples(pack.language, voice, hall):
        if pack.missing(parts):
            continue
        print(f"{name}: {' '.join(part.text for part in parts)}", flush=True)
        if not play(joined(pack, parts).samples):
            print("there is no loudspeaker")
            return False
    return True
