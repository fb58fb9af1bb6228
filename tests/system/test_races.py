"""Everybody at once, against a real core process with the largest shipped hall."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile import load
from core.domain.event import Event, EventKind
from core.domain.floor import Floor, replay
from core.domain.hall import Hall
from hallcall.halls import resolve
from tests.support.clients import Client, all_at_once
from tests.support.following import following
from tests.support.on_disk import all_events, reader_of
from tests.support.running_core import CoreHandle, CoreProcess

SHIPPED = "pingliang"
KIOSKS = 16
CALLERS = 64
TICKETS = 2000


@pytest.fixture(scope="module")
def hall() -> Hall:
    return load(resolve(SHIPPED))


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    process = CoreProcess(SHIPPED, tmp_path_factory.mktemp("races"))
    yield process.start()
    process.stop()


def busiest_queues(hall: Hall, count: int) -> list[str]:
    """Return the queues that most windows serve: there the race is hardest."""
    serving = Counter(queue for window in hall.windows for queue in window.queues)
    return [queue for queue, _ in serving.most_common(count)]


def take_at_once(core: CoreHandle, queues: list[str], kiosks: int, each: int) -> list[dict[str, Any]]:
    def at_kiosk(place: int, client: Client) -> list[dict[str, Any]]:
        taken = []
        for at in range(each):
            status, ticket = client.post("/api/tickets", {"queue": queues[(place + at) % len(queues)]})
            assert status == 201, ticket
            taken.append(ticket)
        return taken

    return [ticket for taken in all_at_once(core, kiosks, at_kiosk) for ticket in taken]


def call_until_nobody_waits(window: int, client: Client) -> list[str]:
    """Call at a window until nobody waits for it, and return the ticket ids it was given."""
    called: list[str] = []
    while True:
        status, answer = client.post(f"/api/windows/{window}/call-next")
        assert status == 200, answer
        if answer["ticket"] is None:
            return called
        assert answer["ticket"]["window"] == window
        called.append(answer["ticket"]["id"])


def called_by_window(events: list[Event]) -> dict[int, list[str]]:
    calls: dict[int, list[str]] = defaultdict(list)
    for event in events:
        if event.kind is EventKind.CALLED:
            calls[event.window or 0].append(event.ticket or "")
    return calls


def test_a_rush_gives_each_number_once_and_each_visitor_to_one_window(
    core: CoreHandle, hall: Hall, tmp_path: Path
) -> None:
    queues = busiest_queues(hall, 4)
    windows = [window.number for window in hall.windows if set(window.queues) & set(queues)][:CALLERS]
    assert len(windows) == CALLERS
    served = sorted({queue for number in windows for queue in hall.window(number).queues} & set(queues))
    expected_events = threading.Event()
    heard: list[int] = []

    def follow() -> None:
        with following(core) as feed:
            heard.append(feed.first["seq"])
            expected_events.set()
            # Taken, called and done: three events a ticket, and the openings.
            while heard[-1] < heard[0] + 3 * TICKETS + CALLERS:
                heard.append(feed.next()["seq"])

    follower = threading.Thread(target=follow)
    follower.start()
    assert expected_events.wait(30)

    taken = take_at_once(core, served, KIOSKS, TICKETS // KIOSKS)
    by_prefix: dict[str, list[int]] = defaultdict(list)
    for ticket in taken:
        prefix = hall.queue(ticket["queue"]).prefix
        by_prefix[prefix].append(int(ticket["number"].removeprefix(prefix)))
    assert {prefix: sorted(numbers) for prefix, numbers in by_prefix.items()} == {
        prefix: list(range(1, len(numbers) + 1)) for prefix, numbers in by_prefix.items()
    }
    assert len({ticket["track"] for ticket in taken}) == TICKETS

    def at_window(place: int, client: Client) -> list[str]:
        assert client.post(f"/api/windows/{windows[place]}/open")[0] == 200
        return call_until_nobody_waits(windows[place], client)

    answers = dict(zip(windows, all_at_once(core, CALLERS, at_window), strict=True))
    called = [ticket for tickets in answers.values() for ticket in tickets]
    assert len(called) == len(set(called)), "nobody was called twice"
    assert set(called) == {ticket["id"] for ticket in taken}, "and nobody was forgotten"
    events = all_events(core)
    told = called_by_window(events)
    assert {window: told[window] for window in windows} == answers, "each window's answers are its events"
    follower.join(60)
    assert heard == list(range(heard[0], heard[-1] + 1)), "a screen heard all of it in order"
    assert_consistent(core, hall, events)


def assert_consistent(core: CoreHandle, hall: Hall, events: list[Event]) -> None:
    """Events replayed are what the database says, and no window ever had two visitors."""
    at: dict[int, str | None] = {}
    for event in events:
        window = event.window or 0
        if event.kind is EventKind.CALLED:
            assert at.get(window) is None, f"window {window} was not free at {event.seq}"
            at[window] = event.ticket
        elif event.kind is EventKind.DONE:
            assert at[window] == event.ticket
            at[window] = None
    with reader_of(core) as reader:
        found: Floor = reader.floor()
    assert replay(hall, events) == found


def test_two_clerks_at_one_window_never_share_a_visitor(core: CoreHandle, hall: Hall) -> None:
    window = hall.windows[-1]
    taken = take_at_once(core, [window.queues[0]], 2, 100)
    assert core.post(f"/api/windows/{window.number}/open").status == 200
    answers = all_at_once(core, 2, lambda _place, client: call_until_nobody_waits(window.number, client))
    called = [ticket for tickets in answers for ticket in tickets]
    assert sorted(called) == sorted(ticket["id"] for ticket in taken)
    assert_consistent(core, hall, all_events(core))


def test_one_key_pressed_by_many_makes_one_ticket(core: CoreHandle, hall: Hall) -> None:
    """A kiosk that repeats a request while the first is still under way."""
    body = {"queue": hall.queues[0].id}
    answers = all_at_once(core, KIOSKS, lambda _place, client: client.post("/api/tickets", body, key="same"))
    assert len({str(answer) for answer in answers}) == 1
    taken = [event for event in all_events(core) if event.kind is EventKind.TAKEN]
    assert sum(event.ticket == answers[0][1]["id"] for event in taken) == 1
