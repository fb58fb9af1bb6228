"""A voice pack: a folder of clips, one for each key, and who speaks them."""

from __future__ import annotations

import array
import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from hardware.voice import wav
from hardware.voice.anywav import Sound, full_scale_runs
from hardware.voice.intake import TARGET, Take, decibels, frame_levels, take_in, voiced_level
from hardware.voice.phrase import Part

KEY = re.compile(r"[a-z]+\.[A-Za-z0-9_-]+")
ABOUT, TAKES = "pack.toml", "takes.json"
FULL = 32768
LOUDEST_DB, SOFTEST_DB = 3.0, -8.0
"""How far a clip may be from the common loudness. Only a peak keeps one below it, by a few dB."""


class NoPack(Exception):
    """The folder holds no pack that can be used."""


@dataclass(frozen=True, slots=True)
class About:
    """Whose voice a pack is.

    Attributes:
        speaker: A label that the hall chose; no name is needed.
        dialect: ``"Lhasa"``.
        consent: Where the speaker's written consent is kept, and from which day.
        standin: Made by a synthesizer so that things can be tried; no speaker.
        label: What is said of it wherever the pack is named.
        made_at: Day and time of the first clip, ISO 8601.
    """

    language: str
    speaker: str = ""
    dialect: str = ""
    consent: str = ""
    standin: bool = False
    label: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A clip of a pack as it is now.

    Attributes:
        seconds: Its length.
        level_db, peak_db: Voiced part and largest sample against full scale.
        clipped: Runs of samples at full scale, in the clip or when it was recorded.
        noise_db: Speech above the room when it was recorded, ``None`` where it was not measured.
        checked: It is as it was taken in; a file that was put in by hand was not judged.
        words: What is wrong with it; empty for a good one.
    """

    key: str
    seconds: float
    level_db: float
    peak_db: float
    clipped: int
    noise_db: float | None
    checked: bool
    words: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether it can be used."""
        return not self.words


class Pack:
    """The clips of one language and one speaker.

    Attributes:
        folder: Where they are.
        about: Whose they are.
    """

    def __init__(self, folder: Path, about: About) -> None:
        self.folder = folder
        self.about = about

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the pack in a folder.

        Raises:
            NoPack: There is none, or its description cannot be read.
        """
        try:
            text = (folder / ABOUT).read_text("utf-8")
            return cls(folder, _about(tomllib.loads(text)))
        except FileNotFoundError as error:
            raise NoPack(f"{folder}: no voice pack ({ABOUT} is missing)") from error
        except (OSError, ValueError, TypeError) as error:
            raise NoPack(f"{folder / ABOUT}: {error}") from error

    @classmethod
    def make(cls, folder: Path, about: About) -> Self:
        """Describe a pack in a folder, which is made when it is missing.

        Raises:
            OSError: It cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f"{name} = {_toml(value)}\n" for name, value in asdict(about).items()]
        _write(folder / ABOUT, "".join(lines))
        return cls(folder, about)

    @property
    def language(self) -> str:
        """Which language it speaks."""
        return self.about.language

    @property
    def standin(self) -> bool:
        """Whether it is synthetic and no speaker."""
        return self.about.standin

    def path(self, key: str) -> Path:
        """Return where a clip is or would be.

        Raises:
            ValueError: No key looks like that.
        """
        if not KEY.fullmatch(key):
            raise ValueError(f"not a clip's key: {key!r}")
        return self.folder / f"{key}.wav"

    def clip(self, key: str) -> bytes | None:
        """Return a clip's samples, ``None`` when there is none that can be used."""
        try:
            return wav.read(self.path(key)) or None
        except (OSError, wav.WrongSound, ValueError):
            return None

    def keys(self) -> frozenset[str]:
        """Return the keys of all files that are there."""
        return frozenset(file.stem for file in self.folder.glob("*.wav") if KEY.fullmatch(file.stem))

    def missing(self, parts: Iterable[Part]) -> tuple[Part, ...]:
        """Return the parts that the pack cannot say, each once, in their order."""
        needed = {part.key: part for part in parts}
        return tuple(part for key, part in needed.items() if self.clip(key) is None)

    def take(self, part: Part, sound: Sound, at: datetime) -> Take:
        """Judge a recording and keep it if it is good; a refused one leaves the old clip in place.

        Raises:
            OSError: It cannot be written.
        """
        take = take_in(sound, part.text)
        if take.good:
            self.keep(part, take, at)
        return take

    def keep(self, part: Part, take: Take, at: datetime) -> None:
        """Put a good recording in the place of the clip.

        Raises:
            ValueError: It is not good.
            OSError: It cannot be written; the old clip stays.
        """
        if not take.good:
            raise ValueError(f"{part.key} was refused: {'; '.join(take.words)}")
        path = self.path(part.key)
        wav.write(path, take.clip)
        noted = {**asdict(take.figures), "at": at.isoformat(timespec="seconds"), "sha": _digest(path)}
        notes = {**self._takes(), part.key: noted}
        _write(self.folder / TAKES, json.dumps(notes, indent=1, sort_keys=True) + "\n")

    def measure(self) -> tuple[Measured, ...]:
        """Measure every clip that is there, in the order of their keys."""
        takes = self._takes()
        return tuple(self._measure(key, takes.get(key)) for key in sorted(self.keys()))

    def _measure(self, key: str, take: Mapping[str, Any] | None) -> Measured:
        path = self.path(key)
        try:
            samples = wav.read(path)
        except (OSError, wav.WrongSound) as error:
            return Measured(key, 0.0, -120.0, -120.0, 0, None, False, (str(error),))
        checked = take is not None and take.get("sha") == _digest(path)
        noise = take.get("noise_db") if take is not None and checked else None
        return _measured(key, samples, noise, checked)

    def _takes(self) -> dict[str, Any]:
        """Return what was measured when each clip was taken in; a broken note is none."""
        try:
            notes = json.loads((self.folder / TAKES).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}


def _measured(key: str, samples: bytes, noise_db: float | None, checked: bool) -> Measured:
    values = wav.measure(samples)
    scaled = array.array("f", (value / FULL for value in array.array("h", samples)))
    level = voiced_level(frame_levels(scaled, wav.RATE // 100))
    level_db = decibels(level)
    runs = len(full_scale_runs(scaled))
    words = []
    if not samples or level_db < -60:
        words.append("nothing is heard")
    else:
        from_common = level_db - decibels(TARGET / FULL)
        if not SOFTEST_DB <= from_common <= LOUDEST_DB:
            words.append(f"{from_common:+.0f} dB from the common loudness")
    if runs:
        words.append(f"clipped {runs} times")
    return Measured(
        key, values.seconds, level_db, decibels(values.peak / FULL), runs, noise_db, checked, tuple(words)
    )


def _about(data: Mapping[str, Any]) -> About:
    """Return a description.

    Raises:
        ValueError: It is not one.
    """
    known = {each.name for each in fields(About)}
    values = {name: value for name, value in data.items() if name in known}
    texts = {name for name in known if name != "standin"}
    if not values.get("language") or any(not isinstance(values[name], str) for name in texts & set(values)):
        raise ValueError("a pack says its language, and all but standin in words")
    if not isinstance(values.get("standin", False), bool):
        raise ValueError("standin is true or false")
    return About(**values)


def _toml(value: str | bool) -> str:
    # JSON's strings are TOML's, but for one sign that TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, text: str) -> None:
    """Write a file; whoever looks sees the whole one or the old one."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, "utf-8")
    part.replace(path)
