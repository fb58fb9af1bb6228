"""The core is killed in the middle of a rush and started again: nothing acknowledged is lost."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile import load
from core.domain.event import Event, EventKind
from core.domain.floor import replay
from core.domain.hall import Hall
from hallcall.halls import resolve
from tests.support.clients import Client, all_at_once
from tests.support.on_disk import all_events, reader_of
from tests.support.running_core import CoreHandle, CoreProcess

SHIPPED = "pingliang"
CLIENTS = 32
KIOSKS = 12
ROUNDS = 3
KILL_AFTER = (150, 400, 250)
"""Acknowledged answers before the kill, so that it never falls into the same moment."""
LATER = {
    "waiting": {"waiting", "called", "serving", "done"},
    "called": {"called", "serving", "done"},
}
"""States a ticket that was answered in one may be in after the crash: that or a later one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with its key."""

    path: str
    body: dict[str, Any]
    key: str


@dataclass
class Rush:
    """What 32 clients asked and heard until the core went away.

    Attributes:
        answered: Requests and their answers, in no order.
        unanswered: Requests that no answer came to: done or not, nobody knows.
        last_call: The newest acknowledged call of each window.
    """

    answered: list[tuple[Asked, Any]] = field(default_factory=list)
    unanswered: list[Asked] = field(default_factory=list)
    last_call: dict[int, str] = field(default_factory=dict)
    enough: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, asked: Asked, answer: Any, enough: int) -> None:
        with self._lock:
            self.answered.append((asked, answer))
            if len(self.answered) >= enough:
                self.enough.set()


@pytest.fixture(scope="module")
def hall() -> Hall:
    return load(resolve(SHIPPED))


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    found = CoreProcess(SHIPPED, tmp_path)
    found.start()
    yield found
    found.stop()


def rush(process: CoreProcess, hall: Hall, name: str, kill_after: int) -> Rush:
    """Take and call with 32 clients, and kill the core in the middle of it."""
    result = Rush()
    windows = [window.number for window in hall.windows[: CLIENTS - KIOSKS]]
    queue = hall.window(windows[0]).queues[0]

    def at_work(place: int, client: Client) -> None:
        for at in range(100_000):
            if place < KIOSKS:
                asked = Asked("/api/tickets", {"queue": queue}, f"{name}-{place}-{at}")
            else:
                window = windows[place - KIOSKS]
                asked = Asked(f"/api/windows/{window}/call-next", {}, f"{name}-{place}-{at}")
            try:
                status, answer = client.post(asked.path, asked.body, asked.key)
            except (OSError, http.client.HTTPException):
                result.unanswered.append(asked)
                return
            assert status in (200, 201), answer
            if place >= KIOSKS and answer["ticket"] is not None:
                result.last_call[windows[place - KIOSKS]] = answer["ticket"]["id"]
            elif place >= KIOSKS:
                result.last_call.pop(windows[place - KIOSKS], None)
            result.note(asked, answer, kill_after)

    def kill() -> None:
        result.enough.wait(60)
        process.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    all_at_once(process.handle, CLIENTS, at_work)
    killer.join()
    assert result.enough.is_set()
    assert len(result.unanswered) == CLIENTS, "every client was in the middle of a request"
    return result


def test_what_was_acknowledged_is_there_after_every_crash(process: CoreProcess, hall: Hall) -> None:
    for window in hall.windows[: CLIENTS - KIOSKS]:
        assert process.handle.post(f"/api/windows/{window.number}/open").status == 200
    for round_, kill_after in zip(range(ROUNDS), KILL_AFTER, strict=True):
        crashed = rush(process, hall, f"round{round_}", kill_after)
        core = process.start()
        events = all_events(core)
        assert_acknowledged(core, crashed)
        assert_windows_kept(core, crashed, events)
        assert_first_answers(core, crashed)
        events = all_events(core)
        with reader_of(core) as reader:
            assert replay(hall, events) == reader.floor()
        assert_numbers_unique(events)


def assert_acknowledged(core: CoreHandle, crashed: Rush) -> None:
    """Every answer's ticket is there, in the state that was answered or a later one."""
    with reader_of(core) as reader:
        for _asked, answer in crashed.answered:
            told = answer if "track" in answer else answer["ticket"]
            if told is not None:
                view = reader.ticket(told["id"])
                assert view.ticket.number == told["number"]
                assert view.legs[-1][0].state.value in LATER[told["state"]]
                if told["state"] == "called":
                    assert view.legs[-1][0].window == told["window"]


def assert_windows_kept(core: CoreHandle, crashed: Rush, events: list[Event]) -> None:
    """Each window has the visitor of its last acknowledged call, or has made one more call since."""
    floor = {view["number"]: view for view in core.get("/api/windows").body["windows"]}
    for window, ticket in crashed.last_call.items():
        calls = [
            event.ticket for event in events if event.kind is EventKind.CALLED and event.window == window
        ]
        since = calls[calls.index(ticket) :]
        done = any(event.kind is EventKind.DONE and event.ticket == ticket for event in events)
        # At most the one call that nobody was answered came after it.
        assert len(since) <= 2
        assert floor[window]["status"] == "open"
        if not done:
            assert floor[window]["ticket"]["id"] == ticket


def assert_first_answers(core: CoreHandle, crashed: Rush) -> None:
    """The same key again gives the first answer; one that nobody was answered is done now or was done."""
    client = Client(core)
    before = len(all_events(core))
    for asked, answer in crashed.answered:
        assert client.post(asked.path, asked.body, asked.key)[1] == answer
    assert len(all_events(core)) == before, "nothing was done twice"
    for asked in crashed.unanswered:
        first = client.post(asked.path, asked.body, asked.key)
        assert first[0] in (200, 201)
        assert client.post(asked.path, asked.body, asked.key) == first
    client.close()


def assert_numbers_unique(events: list[Event]) -> None:
    taken = [event for event in events if event.kind is EventKind.TAKEN]
    assert len({event.data["number"] for event in taken}) == len(taken)
    numbers = sorted(int(event.data["number"].lstrip("ABCDEFGHJKLMNPQRSTUVWXYZ")) for event in taken)
    assert numbers == list(range(1, len(numbers) + 1)), "no number was lost to a crash"
