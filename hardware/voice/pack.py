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
        self._noted: tuple[tuple[int, int, int], Any] | None = None

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

    def says(self, part: Part) -> bytes | None:
        """Return the samples of a part, ``None`` when there are none or they are known to say other words."""
        return None if _outdated(self._takes().get(part.key), part) else self.clip(part.key)

    def keys(self) -> frozenset[str]:
        """Return the keys of all files that are there."""
        return frozenset(file.stem for file in self.folder.glob("*.wav") if KEY.fullmatch(file.stem))

    def missing(self, parts: Iterable[Part]) -> tuple[Part, ...]:
        """Return the parts that the pack cannot say, each once, in their order.

        One that says other words is none: the hall has changed its sentence since.
        """
        needed = {part.key: part for part in parts}
        return tuple(part for part in needed.values() if self.says(part) is None)

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
        when = at.isoformat(timespec="seconds")
        noted = {**asdict(take.figures), "at": when, "sha": _digest(path), "text": part.text}
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
        """Return what was noted when each clip was taken in; a broken note is none."""
        path = self.folder / TAKES
        try:
            stat = path.stat()
            known = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            if self._noted is None or self._noted[0] != known:
                self._noted = known, json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        notes = self._noted[1]
        return notes if isinstance(notes, dict) else {}


def _outdated(take: object, part: Part) -> bool:
    """Return whether a clip is known to say other words; of one that was put in by hand nothing is known."""
    noted = take.get("text") if isinstance(take, dict) else None
    return noted is not None and noted != part.text


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
