"""Windows' half of ``pyttsx3.drivers.sapi5``, for a machine without it: the driver above is the real one.

It has what the driver of pyttsx3 2.99 asks for, as SAPI 5 documents it: tokens with ``Id``,
``GetDescription`` and ``GetAttribute``, a voice that writes a WAV file before ``Speak`` returns, events that
come only while messages are pumped, a file that stays open, and cannot be removed on Windows, for as long as
something holds its stream. Nothing here tells how the real one behaves.
"""

from __future__ import annotations

import array
import math
import sys
import wave
import weakref
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

HOME = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Speech\\Voices\\Tokens\\"
HZ = 440


class COMError(Exception):
    """As ``_ctypes.COMError``: nothing but an ``Exception``."""


class Token:
    """A voice in the registry; an attribute that is not there is an error of COM's."""

    def __init__(
        self, key: str, name: str, rate: int = 22050, broken: bool = False, **attributes: str
    ) -> None:
        self.Id = HOME + key
        self.rate, self.broken = rate, broken
        self._name, self._attributes = name, attributes

    def GetDescription(self) -> str:
        return self._name

    def GetAttribute(self, name: str) -> str:
        if name not in self._attributes:
            raise COMError(-2147200966, None, (None, None, None, 0, None))
        return self._attributes[name]


def token(key: str, name: str, language: str, rate: int = 22050, broken: bool = False) -> Token:
    return Token(key, name, rate, broken, Language=language, Gender="Female", Age="Adult")


HUIHUI = token("TTS_MS_ZH-CN_HUIHUI_11.0", "Microsoft Huihui Desktop - Chinese (Simplified)", "804")
HANHAN = token("TTS_MS_ZH-TW_HANHAN_11.0", "Microsoft Hanhan Desktop - Chinese (Taiwan)", "404")
TRACY = token("TTS_MS_ZH-HK_TRACY_11.0", "Microsoft Tracy Desktop - Chinese(Hong Kong S.A.R.)", "C04")
ZIRA = token("TTS_MS_EN-US_ZIRA_11.0", "Microsoft Zira Desktop - English (United States)", "409")
SAM = token("MSSam", "Microsoft Sam", "409;9", rate=16000)
HALF = token("TTS_MS_ZH-CN_KANGKANG_11.0", "Microsoft Kangkang - Chinese (Simplified)", "804", broken=True)
SILENT = Token("Noname", "An odd voice - Chinese (Simplified, PRC)")


class SPFileStream:
    def __init__(self, windows: Windows) -> None:
        self._open = windows.open_files

    def Open(self, filename: str, mode: int) -> None:
        assert mode == 3
        self.file: Any = Path(filename).open("wb")  # noqa: SIM115 - a stream's file
        self._open.add(self)

    def close(self) -> None:  # comtypes finds methods whatever their case
        self.file.close()
        self._open.discard(self)

    def __del__(self) -> None:
        self.file.close()


class SPVoice:
    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self.EventInterests = 0
        self.Rate, self.Volume = 0, 100
        self.AudioOutputStream: Any = "the sound card"
        if not windows.tokens:
            raise COMError(-2147200966, None, (None, None, None, 0, None))
        self.Voice = windows.tokens[0]

    def GetVoices(self) -> list[Token]:
        return self._windows.tokens

    def Speak(self, text: str, flags: int = 0) -> int:
        assert flags == 0, "nothing is said aloud"
        if self.Voice.broken or text == "BREAK":
            raise COMError(-2147221164, "Class not registered", (None, None, None, 0, None))
        write(self.AudioOutputStream.file, self.Voice.rate, 0.1 * len(text))
        self._windows.said.append((self.Voice.Id.rpartition("\\")[2], text, self.Rate, self.Volume))
        self._windows.events.append(lambda sink: sink._ISpeechVoiceEvents_Word(1, 0, 0, len(text)))
        self._windows.events.append(lambda sink: sink._ISpeechVoiceEvents_EndStream(1, 0))
        return 1


class Windows:
    """A PC and its voices.

    Attributes:
        said: By which voice, what, at which rate and volume.
        events: What waits for a message pump.
    """

    def __init__(self, *tokens: Token) -> None:
        self.tokens = list(tokens)
        self.said: list[tuple[str, str, int, int]] = []
        self.events: list[Callable[[Any], None]] = []
        self.open_files: weakref.WeakSet[SPFileStream] = weakref.WeakSet()
        self._sink: Any = None

    def modules(self) -> dict[str, ModuleType]:
        """Return what the driver imports."""
        made = {
            name: ModuleType(name) for name in ("comtypes", "comtypes.client", "comtypes.gen", "pythoncom")
        }
        made["comtypes"].__dict__.update(client=made["comtypes.client"], gen=made["comtypes.gen"])
        made["comtypes.client"].__dict__.update(CreateObject=self._create, GetEvents=self._events)
        made["comtypes.gen"].__dict__.update(SpeechLib=SimpleNamespace(SSFMCreateForWrite=3))
        made["pythoncom"].__dict__.update(PumpWaitingMessages=self._pump)
        return made

    def _create(self, name: str) -> object:
        return {"sapi.spvoice": SPVoice, "sapi.spfilestream": SPFileStream}[name.lower()](self)

    def _events(self, voice: SPVoice, sink: object) -> object:
        self._sink = sink
        return object()

    def _pump(self) -> None:
        while self.events:
            self.events.pop(0)(self._sink)


def write(file: Any, rate: int, seconds: float) -> None:
    tone = (round(9000 * math.sin(2 * math.pi * HZ * i / rate)) for i in range(round(rate * seconds)))
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(array.array("h", tone).tobytes())


def install(*names: str) -> None:
    """Make this process one on such a PC; for a speech process of its own."""
    sys.modules.update(Windows(*(globals()[name] for name in names)).modules())
