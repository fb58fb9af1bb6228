"""Everybody at once, doing everything that is done in a hall, each act noted with its answer."""

from __future__ import annotations

import http.client
import random
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from core.domain.hall import Hall
from tests.support.clients import Client
from tests.support.running_core import CoreHandle

KIOSKS = 6
WINDOWS = 10
ACKNOWLEDGED = (200, 201)
REFUSED = 409


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with its key."""

    path: str
    body: dict[str, Any]
    key: str


@dataclass
class Rush:
    """What many clients asked and heard.

    Attributes:
        answered: Requests and their answers, in no order; refused ones are not among them.
        refused: How many were refused.
        unanswered: Requests that no answer came to: done or not, nobody knows.
    """

    answered: list[tuple[Asked, Any]] = field(default_factory=list)
    refused: int = 0
    unanswered: list[Asked] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, client: Client, asked: Asked) -> Any | None:
        """Ask and return what was answered, ``None`` if it was refused.

        Raises:
            OSError, http.client.HTTPException: No answer came.
        """
        try:
            status, answer = client.post(asked.path, asked.body, asked.key)
        except (OSError, http.client.HTTPException):
            with self._lock:
                self.unanswered.append(asked)
            raise
        assert status in (*ACKNOWLEDGED, REFUSED), (asked, answer)
        with self._lock:
            if status == REFUSED:
                self.refused += 1
                return None
            self.answered.append((asked, answer))
        return answer


Act = tuple[str, dict[str, Any]]


class _Kiosk:
    """Takes numbers, books, checks in, and cancels what it took."""

    def __init__(self, hall: Hall, slots: list[dict[str, Any]], dice: random.Random) -> None:
        self._queues = [queue.id for queue in hall.queues]
        self._slots = slots
        self._dice = dice
        self._taken: list[str] = []

    def next(self) -> Act:
        """Return what is done next."""
        match self._dice.choices(("take", "book", "cancel"), (8, 1, 1))[0]:
            case "book" if self._slots:
                return "/api/bookings", self._dice.choice(self._slots)
            case "cancel" if self._taken:
                return f"/api/tickets/{self._taken.pop()}/cancel", {}
        return "/api/tickets", {"queue": self._dice.choice(self._queues)}

    def heard(self, path: str, answer: Any) -> None:
        """Take note of an answer."""
        if path == "/api/tickets":
            self._taken.append(answer["id"])


class _Clerk:
    """Does at one window what can be done there, legal or not."""

    ACTS: Sequence[tuple[str, dict[str, Any], int]] = (
        ("call-next", {}, 8),
        ("start", {}, 3),
        ("finish", {}, 3),
        ("pass", {"reason": "absent"}, 2),
        ("put-back", {}, 1),
        ("suspend", {"kind": "no_papers"}, 1),
        ("suspend", {"kind": "step"}, 1),
        ("undo", {}, 2),
    )

    def __init__(self, hall: Hall, window: int, dice: random.Random) -> None:
        self._at = f"/api/windows/{window}"
        self._queues = [queue.id for queue in hall.queues]
        self._dice = dice
        self._suspended: list[str] = []

    def next(self) -> Act:
        """Return what is done next."""
        among = self._dice.random()
        if among < 0.08:
            return f"{self._at}/transfer", {"queue": self._dice.choice(self._queues)}
        if among < 0.12 and self._suspended:
            return f"{self._at}/resume", {"ticket": self._suspended.pop()}
        act, body, _ = self._dice.choices(self.ACTS, [weight for *_, weight in self.ACTS])[0]
        return f"{self._at}/{act}", dict(body)

    def heard(self, path: str, answer: Any) -> None:
        """Take note of an answer."""
        if path.endswith("/suspend"):
            self._suspended.append(answer["ticket"]["id"])


@contextmanager
def rushing(core: CoreHandle, hall: Hall, seed: str) -> Iterator[Rush]:
    """Let many clients work until the block ends or the core goes away; the windows must be open."""
    rush = Rush()
    slots = free_slots(core, hall)
    numbers = [window.number for window in hall.windows[:WINDOWS]]
    workers: list[_Kiosk | _Clerk] = [
        *(_Kiosk(hall, slots, random.Random(f"{seed} kiosk {place}")) for place in range(KIOSKS)),
        *(_Clerk(hall, number, random.Random(f"{seed} window {number}")) for number in numbers),
    ]
    with ThreadPoolExecutor(len(workers)) as threads:
        done = [threads.submit(_work, core, rush, each, f"{seed}-{at}") for at, each in enumerate(workers)]
        try:
            yield rush
        finally:
            rush.ended.set()
    for each in done:
        each.result()


def _work(core: CoreHandle, rush: Rush, worker: _Kiosk | _Clerk, name: str) -> None:
    client = Client(core)
    at = 0
    try:
        while not rush.ended.is_set():
            path, body = worker.next()
            at += 1
            answer = rush.ask(client, Asked(path, body, f"{name}-{at}"))
            if answer is not None:
                worker.heard(path, answer)
    except (OSError, http.client.HTTPException):
        return
    finally:
        client.close()


def free_slots(core: CoreHandle, hall: Hall) -> list[dict[str, Any]]:
    """Return the bodies of bookings that can be made."""
    found = []
    for queue in sorted({plan.queue for plan in hall.slots}):
        asked = f"/api/bookings/slots?queue={queue}"
        for day in core.get(asked).body["days"]:
            slots = core.get(f"{asked}&date={day}").body["slots"]
            found += [{"queue": queue, "date": day, "starts": each["starts"]} for each in slots]
    return found


def open_windows(core: CoreHandle, hall: Hall) -> None:
    """Open the windows that the rush works at."""
    for window in hall.windows[:WINDOWS]:
        assert core.post(f"/api/windows/{window.number}/open").status == 200
