"""Which message is sent next: no clock and no thread of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from hardware.sms.ports import Kind, Message

RETRY_S = (2.0, 5.0, 15.0, 30.0, 60.0, 120.0)
"""Waits before a message is tried again that the network would not take; the last one stays."""


def backoff_s(failures: int, waits_s: tuple[float, ...] = RETRY_S) -> float:
    """Return how long to wait after so many failures in a row, 1 and up.

    >>> backoff_s(1), backoff_s(3), backoff_s(100)
    (2.0, 15.0, 120.0)
    """
    return waits_s[min(failures, len(waits_s)) - 1]


@dataclass(slots=True)
class Entry:
    """A message on its way.

    Attributes:
        parts: In how many it goes.
        done: How many of them are sent.
        tries: How often it was handed over.
        busy: How often the network would not take just this one.
        in_doubt: It may have been taken, and was tried again because that is safe.
        due: Not before this, in seconds of a clock that only grows.
    """

    message: Message
    parts: int
    done: int = 0
    tries: int = 0
    busy: int = 0
    in_doubt: bool = False
    due: float = 0.0


class Waiting:
    """Messages that wait, in order for each number; a later one never overtakes an earlier one's retry."""

    def __init__(self) -> None:
        self._of: dict[str, deque[Entry]] = {}

    def __len__(self) -> int:
        return sum(len(entries) for entries in self._of.values())

    def add(self, entry: Entry) -> None:
        """Put a message behind the others of its number."""
        self._of.setdefault(entry.message.number, deque()).append(entry)

    def next(self, now: float) -> Entry | None:
        """Return what is to be sent now: "come now" before all else, then what has been due longest."""
        due = [entries[0] for entries in self._of.values() if entries[0].due <= now]
        return min(due, key=lambda one: (one.message.kind is not Kind.COME_NOW, one.due), default=None)

    def next_due(self) -> float | None:
        """Return when the next one is due, ``None`` where nothing waits."""
        return min((entries[0].due for entries in self._of.values()), default=None)

    def remove(self, entry: Entry) -> None:
        """Take out one that has ended."""
        entries = self._of[entry.message.number]
        entries.remove(entry)
        if not entries:
            del self._of[entry.message.number]

    def take_out(self, ended: Callable[[Entry], bool]) -> list[Entry]:
        """Take out and return all that have ended."""
        found = [entry for entries in self._of.values() for entry in entries if ended(entry)]
        for entry in found:
            self.remove(entry)
        return found
