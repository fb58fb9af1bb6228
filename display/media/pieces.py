"""Which pictures and films a folder holds, and which of them are due: pure functions of what lies there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import PurePosixPath
from typing import Any

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"})
FILMS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".mpg", ".mpeg", ".ts", ".wmv", ".flv"})
LISTS = ("playlist.toml", "playlist.m3u8", "playlist.m3u")
"""What tells the order and the times; the first that is there."""
SECONDS = 10.0
"""So long a picture is shown."""
SECONDS_LEAST, SECONDS_MOST = 2.0, 3600.0
FPS, FPS_LEAST, FPS_MOST = 15, 5, 25
"""Pictures a second of a film that are drawn."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Stamp = tuple[int, int]
"""When a file was changed (ns), and its bytes: another file has another stamp."""
Avoid = frozenset[tuple[str, Stamp]]
"""Files that are broken."""
Files = Mapping[str, Stamp]
"""The files of a folder by their names in it, ``"autumn/tea.jpg"``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One picture or film.

    Attributes:
        name: The file in the folder.
        seconds: How long a picture is shown.
        days: On which days of the week, Monday is 0.
        begins: From when in the day.
        ends: Until when; the whole day if both are equal. It may cross midnight.
        first: Its first day, ``None``: from now on.
        last: Its last day, ``None``: until the file goes.
    """

    name: str
    stamp: Stamp = (0, 0)
    seconds: float = SECONDS
    days: frozenset[int] = frozenset(range(7))
    begins: time = time(0)
    ends: time = time(0)
    first: date | None = None
    last: date | None = None

    @property
    def is_film(self) -> bool:
        """Whether it moves."""
        return _suffix(self.name) in FILMS

    def is_due(self, local: datetime) -> bool:
        """Return whether it is shown at that time of the hall."""
        day, now = local.date(), local.time()
        in_time = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        if not in_time or local.weekday() not in self.days:
            return False
        if self.begins == self.ends:
            return True
        if self.begins < self.ends:
            return self.begins <= now < self.ends
        return now >= self.begins or now < self.ends


@dataclass(frozen=True, slots=True)
class Playlist:
    """What is shown, in turn.

    Attributes:
        fps: Pictures a second of a film that are drawn.
        wrong: What of the list could not be understood, in plain words.
    """

    pieces: tuple[Piece, ...] = ()
    fps: int = FPS
    wrong: tuple[str, ...] = field(default=())

    def after(
        self, name: str, local: datetime, *, films: bool = True, avoid: Avoid = frozenset()
    ) -> Piece | None:
        """Return what comes after a piece, round and round; ``None``: nothing is due.

        Args:
            name: The piece that was shown; ``""``: none yet.
            local: The hall's time.
            films: Whether films are played.
            avoid: What is broken.
        """
        names = [each.name for each in self.pieces]
        # Of a piece that went, its neighbours in the order of names are as good a place as any.
        at = names.index(name) + 1 if name in names else sum(each < name for each in names)
        for each in (*self.pieces[at:], *self.pieces[:at]):
            if (films or not each.is_film) and (each.name, each.stamp) not in avoid and each.is_due(local):
                return each
        return None


def is_shown(name: str) -> bool:
    """Return whether a file is a picture or a film, by its name; hidden files are neither."""
    return _suffix(name) in PICTURES | FILMS and not PurePosixPath(name).name.startswith(".")


def playlist_of(files: Files, lists: Mapping[str, str] | None = None) -> Playlist:
    """Return what a folder shows.

    Args:
        files: Everything in it.
        lists: The text of those of :data:`LISTS` that are there; none: all files in the order of names.
    """
    for name in LISTS:
        if lists and name in lists:
            read = _from_toml if name.endswith(".toml") else _from_m3u
            return read(lists[name], files)
    return Playlist(_all(files))


def _all(files: Files) -> tuple[Piece, ...]:
    names = sorted(filter(is_shown, files), key=lambda name: (name.casefold(), name))
    return tuple(Piece(name, files[name]) for name in names)


def _from_m3u(text: str, files: Files) -> Playlist:
    pieces: list[Piece] = []
    seconds = SECONDS
    for line in map(str.strip, text.removeprefix("\ufeff").splitlines()):
        if line.startswith("#EXTINF:"):
            told = _number(line.removeprefix("#EXTINF:").partition(",")[0])
            seconds = _seconds(told) if told and told > 0 else SECONDS
        elif line and not line.startswith("#"):
            pieces.append(Piece(_inside(line), seconds=seconds))
            seconds = SECONDS
    return _there(pieces, files, FPS, ())


def _from_toml(text: str, files: Files) -> Playlist:
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        # The technician is in the middle of writing it, or made a mistake: the folder is shown meanwhile.
        return replace(Playlist(_all(files)), wrong=(f"playlist.toml: {error}",))
    usual = _seconds(_of(table, "seconds", (int, float), SECONDS))
    fps = min(FPS_MOST, max(FPS_LEAST, int(_of(table, "fps", int, FPS))))
    entries = _of(table, "show", list, None)
    if entries is None:
        return Playlist(tuple(replace(each, seconds=usual) for each in _all(files)), fps)
    pieces, wrong = [], []
    for at, entry in enumerate(entries, 1):
        try:
            pieces.append(_piece(entry, usual))
        except (TypeError, ValueError, KeyError) as error:
            wrong.append(f"playlist.toml: piece {at} is left out: {error}")
    return _there(pieces, files, fps, wrong)


def _piece(entry: Any, usual: float) -> Piece:
    if isinstance(entry, str):
        entry = {"file": entry}
    unknown = set(entry) - {"file", "seconds", "days", "hours", "from", "to"}
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    begins, ends = _hours(_text(entry, "hours"))
    return Piece(
        _inside(_text(entry, "file", needed=True)),
        seconds=_seconds(float(entry.get("seconds", usual))),
        days=_days(_text(entry, "days")),
        begins=begins,
        ends=ends,
        first=_day(entry, "from"),
        last=_day(entry, "to"),
    )


def _there(pieces: Iterable[Piece], files: Files, fps: int, wrong: Sequence[str]) -> Playlist:
    """Return a list of what is there; a file that comes later is shown from then on."""
    there = tuple(
        replace(each, stamp=files[each.name]) for each in pieces if each.name in files and is_shown(each.name)
    )
    return Playlist(there, fps, tuple(wrong))


def _inside(name: str) -> str:
    """Return a name as the folder has it: what leads out of the folder names nothing there."""
    return name.replace("\\", "/").removeprefix("./")


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _seconds(told: float) -> float:
    return min(SECONDS_MOST, max(SECONDS_LEAST, told))


def _number(text: str) -> float | None:
    try:
        return float(text.split()[0])
    except (ValueError, IndexError):
        return None


def _of(table: Mapping[str, Any], key: str, kind: type | tuple[type, ...], default: Any) -> Any:
    found = table.get(key, default)
    return found if isinstance(found, kind) and not isinstance(found, bool) else default


def _text(entry: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
    found = entry.get(key, "")
    if not isinstance(found, str) or (needed and not found):
        raise ValueError(f"{key} is to be a text")
    return found


def _hours(text: str) -> tuple[time, time]:
    if not text:
        return time(0), time(0)
    begins, _, ends = text.partition("-")
    return _clock(begins), _clock(ends)


def _clock(text: str) -> time:
    return time(0) if text.strip() == "24:00" else time.fromisoformat(text.strip())


def _days(text: str) -> frozenset[int]:
    """Read ``"mon-fri, sun"``."""
    days: set[int] = set()
    for part in filter(None, (each.strip().lower() for each in text.split(","))):
        first, _, last = part.partition("-")
        begin, end = DAYS.index(first.strip()), DAYS.index((last or first).strip())
        days.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return frozenset(days or range(7))


def _day(entry: Mapping[str, Any], key: str) -> date | None:
    found = entry.get(key)
    if found is not None and (not isinstance(found, date) or isinstance(found, datetime)):
        raise ValueError(f"{key} is no day, e.g. 2026-12-01")
    return found
