"""What a sound channel has begun to say: a note that outlives the program, and a log of it all."""

from __future__ import annotations

import json
import logging
import os
from collections import deque
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from core.domain.clock import to_text
from hardware.voice.announcer import Announcement

log = logging.getLogger(__name__)

KEPT = 64
"""So many of each zone: more than are called within the half minute in which a call is fresh."""
LINES = 10_000
"""So many announcements stand in a log file before the next is begun; one older one is kept."""

Mark = tuple[int, str]
"""An event's number and its time by the core: after a hall was restored numbers come again, times do not."""


def mark_of(call: Announcement) -> Mark:
    """Return what an announcement is known by."""
    return (call.seq, to_text(call.told_at or call.at))


class SaidNote:
    """Notes the newest announcements that were begun, so that a program started anew says none twice.

    A disk that takes nothing costs the note, not the announcement. It is not forced to the disk: after a
    power cut every call is older than what is still said.

    Attributes:
        ahead: How far this machine's clock was ahead of the core's.
    """

    def __init__(self, path: Path | None) -> None:
        """Read the note; ``None``: nothing is kept beyond this program."""
        self._path = path
        self._failed = False
        self.ahead = timedelta()
        self._said: dict[str, deque[Mark]] = {}
        if path is not None:
            self._read(path)

    def marks(self) -> list[Mark]:
        """Return what was begun."""
        return [mark for marks in self._said.values() for mark in marks]

    def add(self, call: Announcement) -> None:
        """Note that it begins."""
        self._said.setdefault(call.zone, deque(maxlen=KEPT)).append(mark_of(call))
        if self._path is not None:
            self._write(self._path)

    def _read(self, path: Path) -> None:
        try:
            noted = json.loads(path.read_text(encoding="utf-8"))
            self.ahead = timedelta(seconds=float(noted["ahead_s"]))
            for zone, marks in noted["said"].items():
                self._said[str(zone)] = deque(((int(seq), str(at)) for seq, at in marks), KEPT)
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            log.warning("what was said before cannot be read, %s: %s", path, error)
            self._said.clear()

    def _write(self, path: Path) -> None:
        noted = {"ahead_s": self.ahead.total_seconds(), "said": {z: list(m) for z, m in self._said.items()}}
        part = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(noted), encoding="utf-8")
            part.replace(path)
        except OSError as error:
            if not self._failed:
                log.warning("what is said cannot be noted: %s", error)
            self._failed = True
        else:
            self._failed = False


class SpokenLog:
    """One line of JSON for each announcement that began, in a file and the one before it."""

    def __init__(self, path: Path, *, lines: int = LINES) -> None:
        self._path = path
        self._lines = lines
        self._written = _count(path)
        self._failed = False

    def add(self, line: Mapping[str, Any]) -> None:
        """Write a line; one that cannot be written is told of once."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._written >= self._lines:
                os.replace(self._path, self._path.with_suffix(".1" + self._path.suffix))
                self._written = 0
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._written += 1
        except OSError as error:
            if not self._failed:
                log.warning("what is said cannot be logged: %s", error)
            self._failed = True
        else:
            self._failed = False


def _count(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for _ in file)
    except OSError:
        return 0
