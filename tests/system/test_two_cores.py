"""Two core processes on one PostgreSQL database: one hall, whichever of them is asked."""

from __future__ import annotations

import http.client
import itertools
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest

from core.app.hallfile import load
from core.domain.event import Event, EventKind
from core.domain.floor import replay
from core.domain.hall import Hall
from core.domain.people import Role
from core.store.database import Database, open_server
from core.store.reader import SqlReader
from hallcall.halls import resolve
from tests.support.clients import Client
from tests.support.following import following
from tests.support.postgres import server
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.waiting import wait_until

SHIPPED = "lhasa"
CLIENTS = 8
"""At each core."""
TICKETS = 500
FEWER = 160
"""Enough to have something in the middle of."""
KEYS = ("secret.key", "phones.key")


@dataclass
class Cores:
    """The two processes, and what they share.

    Attributes:
        opened: The database, looked at beside them.
        begun: Number of the last event before the test.
    """

    one: CoreProcess
    other: CoreProcess
    opened: Database
    reader: SqlReader
    begun: int = 0

    @property
    def handles(self) -> list[CoreHandle]:
        return [self.one.handle, self.other.handle]

    def events(self) -> list[Event]:
        found = self.reader.events_after(0, 1_000_000)
        assert [event.seq for event in found] == list(range(1, len(found) + 1))
        return found


@pytest.fixture(scope="module")
def hall() -> Hall:
    return load(resolve(SHIPPED))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, hall: Hall) -> Iterator[Cores]:
    url, tmp_path = server().lend(), tmp_path_factory.mktemp("cores")
    one = CoreProcess(SHIPPED, tmp_path / "one", database=url)
    one.start()
    (tmp_path / "other").mkdir()
    for name in KEYS:
        shutil.copy(tmp_path / "one" / name, tmp_path / "other")
    other = CoreProcess(None, tmp_path / "other", database=url)
    other.start()
    opened = open_server(url)
    try:
        yield Cores(one, other, opened, SqlReader(opened.readers, hall.id))
    finally:
        opened.close()
        other.stop()
        one.stop()
        server().take_back(url)


@dataclass
class Heard:
    """What a screen on one core's feed heard until it had heard enough."""

    seqs: list[int] = field(default_factory=list)
    listening: threading.Event = field(default_factory=threading.Event)

    def follow(self, core: CoreHandle, enough: Callable[[], int | None]) -> None:
        with following(core) as feed:
            self.seqs.append(feed.first["seq"])
            self.listening.set()
            while (last := enough()) is None or self.seqs[-1] < last:
                message = feed.next()
                if message["kind"] != "reached":
                    self.seqs.append(message["seq"])

    def must_have_no_gap(self) -> None:
        assert self.seqs == list(range(self.seqs[0], self.seqs[-1] + 1))


@pytest.fixture
def cores(running: Cores, hall: Hall) -> Cores:
    """The two cores, and nobody at a window."""
    for window in windows_of(hall, 2 * CLIENTS):
        running.one.handle.post(f"/api/windows/{window}/close")
    running.begun = len(running.events())
    return running


def busiest(hall: Hall) -> str:
    return Counter(queue for window in hall.windows for queue in window.queues).most_common(1)[0][0]


def windows_of(hall: Hall, count: int) -> list[int]:
    return [window.number for window in hall.windows_of(busiest(hall))][:count]


def asked(core: Callable[[], CoreHandle], path: str, body: dict[str, Any], key: str) -> tuple[int, Any]:
    """Ask until there is an answer that is not trouble, with one key; return it."""
    answers: list[tuple[int, Any]] = []

    def answered() -> bool:
        client = Client(core())
        try:
            status, answer = client.post(path, body, key)
        except (OSError, http.client.HTTPException):
            # Killed: the next try goes to the other one.
            return False
        finally:
            client.close()
        if status == 503:
            assert answer["key"] == "store.failed"
            wait_until(lambda: core().ask("GET", "/api/health").status == 200)
            return False
        answers.append((status, answer))
        return True

    wait_until(answered, 60)
    return answers[0]


def take_all(cores: Cores, hall: Hall, count: int) -> list[dict[str, Any]]:
    """Take tickets with every client at both cores."""
    queue = busiest(hall)

    def at_kiosk(place: int) -> list[dict[str, Any]]:
        core = cores.handles[place % 2]
        taken = []
        for at in range(-(-count // (2 * CLIENTS))):
            status, ticket = asked(
                lambda: core, "/api/tickets", {"queue": queue}, f"{cores.begun}-take-{place}-{at}"
            )
            assert status == 201, ticket
            taken.append(ticket)
        return taken

    with ThreadPoolExecutor(2 * CLIENTS) as threads:
        return [ticket for taken in threads.map(at_kiosk, range(2 * CLIENTS)) for ticket in taken]


def call_all(
    cores: Cores, windows: list[int], core_of: Callable[[int], CoreHandle], called: Callable[[], None]
) -> dict[int, list[str]]:
    """Call at every window, each through its core, until nobody waits; return who came to each."""

    def at_window(place: int) -> list[str]:
        window, at = windows[place], 0
        given: list[str] = []
        while True:
            at += 1
            path = f"/api/windows/{window}/call-next"
            status, answer = asked(lambda: core_of(place), path, {}, f"{cores.begun}-call-{window}-{at}")
            assert status == 200, answer
            if answer["ticket"] is None:
                return given
            given.append(answer["ticket"]["id"])
            called()

    with ThreadPoolExecutor(len(windows)) as threads:
        return dict(zip(windows, threads.map(at_window, range(len(windows))), strict=True))


def open_all(cores: Cores, windows: list[int]) -> None:
    for place, window in enumerate(windows):
        assert cores.handles[place % 2].post(f"/api/windows/{window}/open").status == 200


def must_be_told_once(cores: Cores, hall: Hall, taken: list[Any], given: dict[int, list[str]]) -> None:
    """Nobody twice, nobody lost, each answer an event, and the events are what the database says."""
    called = [ticket for tickets in given.values() for ticket in tickets]
    assert len(called) == len(set(called))
    assert set(called) == {ticket["id"] for ticket in taken}
    events = cores.events()
    new = events[cores.begun :]
    calls: dict[int, list[str]] = {window: [] for window in given}
    for event in new:
        if event.kind is EventKind.CALLED:
            calls[event.window or 0].append(event.ticket or "")
    assert calls == given
    assert sorted(ticket["number"] for ticket in taken) == sorted(
        event.data["number"] for event in new if event.kind is EventKind.TAKEN
    )
    assert len({ticket["number"] for ticket in taken}) == len(taken)
    assert replay(hall, events) == cores.reader.floor()
    assert [event.at for event in events] == sorted(event.at for event in events), "time does not go back"


def rush(
    cores: Cores,
    hall: Hall,
    count: int,
    *,
    core_of: Callable[[int], CoreHandle],
    middle: Callable[[], None] = lambda: None,
) -> tuple[list[Any], dict[int, list[str]]]:
    """Call everybody at once through both cores, and do something in the middle of it."""
    taken = take_all(cores, hall, count)
    windows = windows_of(hall, 2 * CLIENTS)
    open_all(cores, windows)
    so_far = itertools.count(1)
    half = threading.Event()

    def called() -> None:
        if next(so_far) == len(taken) // 2:
            half.set()

    def interfere() -> None:
        assert half.wait(60)
        middle()

    meddler = threading.Thread(target=interfere)
    meddler.start()
    given = call_all(cores, windows, core_of, called)
    meddler.join()
    return taken, given


def follow_all(
    cores: list[CoreHandle], enough: Callable[[], int | None]
) -> tuple[list[Heard], Callable[[], None]]:
    """Open a feed at each core; return what they hear, and how to wait until they have heard enough."""
    heard = [Heard() for _ in cores]
    followers = [
        threading.Thread(target=each.follow, args=(core, enough))
        for each, core in zip(heard, cores, strict=True)
    ]
    for each, follower in zip(heard, followers, strict=True):
        follower.start()
        assert each.listening.wait(30)

    def wait() -> None:
        for follower in followers:
            follower.join(30)
            assert not follower.is_alive()

    return heard, wait


def close_one(cores: Cores, core: CoreHandle, hall: Hall) -> int:
    """Write one more event, so that who listens for the last one hears it; return its number."""
    window = windows_of(hall, 1)[0]
    status, answer = asked(lambda: core, f"/api/windows/{window}/close", {}, f"{cores.begun}-last")
    assert status == 200, answer
    return cores.events()[-1].seq


def test_five_hundred_are_called_at_once_through_two_cores(cores: Cores, hall: Hall) -> None:
    last: list[int] = []
    heard, wait = follow_all(cores.handles, lambda: last[0] if last else None)
    taken, given = rush(cores, hall, TICKETS, core_of=lambda place: cores.handles[place % 2])
    assert len(taken) >= TICKETS
    last.append(cores.events()[-1].seq + 1)
    assert close_one(cores, cores.other.handle, hall) == last[0]
    wait()
    for each in heard:
        each.must_have_no_gap()
        assert each.seqs[-1] == last[0]
    must_be_told_once(cores, hall, taken, given)


def test_one_core_is_killed_in_the_middle_and_its_clients_go_to_the_other(cores: Cores, hall: Hall) -> None:
    killed = threading.Event()
    last: list[int] = []
    heard, wait = follow_all([cores.other.handle], lambda: last[0] if last else None)

    def core_of(place: int) -> CoreHandle:
        return cores.other.handle if killed.is_set() or place % 2 else cores.one.handle

    def kill() -> None:
        cores.one.kill()
        killed.set()

    taken, given = rush(cores, hall, FEWER, core_of=core_of, middle=kill)
    last.append(cores.events()[-1].seq + 1)
    close_one(cores, cores.other.handle, hall)
    wait()
    heard[0].must_have_no_gap()
    must_be_told_once(cores, hall, taken, given)
    cores.one.start()
    assert cores.one.handle.ask("GET", "/api/health").body["seq"] == last[0]


def test_the_server_crashes_in_the_middle_and_is_started_again(cores: Cores, hall: Hall) -> None:
    degraded: list[int] = []
    last: list[int] = []
    heard, wait = follow_all(cores.handles, lambda: last[0] if last else None)

    def restart() -> None:
        server().stop(signal.SIGQUIT)
        wait_until(lambda: all(each.ask("GET", "/api/health").status == 503 for each in cores.handles))
        degraded.append(1)
        server().start()
        # Of the test's own connections the server knows nothing any more.
        cores.opened.readers.dispose()

    taken, given = rush(cores, hall, FEWER, core_of=lambda place: cores.handles[place % 2], middle=restart)
    assert degraded
    wait_until(lambda: all(each.ask("GET", "/api/health").status == 200 for each in cores.handles))
    last.append(cores.events()[-1].seq + 1)
    close_one(cores, cores.one.handle, hall)
    wait()
    for each in heard:
        each.must_have_no_gap()
    must_be_told_once(cores, hall, taken, given)


def test_one_key_makes_one_ticket_whichever_core_is_asked(cores: Cores, hall: Hall) -> None:
    body = {"queue": busiest(hall)}

    def ask(place: int) -> tuple[int, Any]:
        return asked(lambda: cores.handles[place % 2], "/api/tickets", body, f"{cores.begun}-same")

    with ThreadPoolExecutor(CLIENTS) as threads:
        answers = list(threads.map(ask, range(CLIENTS)))
    assert {status for status, _ in answers} == {201}
    assert len({answer["id"] for _, answer in answers}) == 1
    taken = [event for event in cores.events()[cores.begun :] if event.kind is EventKind.TAKEN]
    assert [event.ticket for event in taken] == [answers[0][1]["id"]]
    assert cores.handles[0].post(f"/api/tickets/{answers[0][1]['id']}/cancel").status == 200


def test_what_a_core_knows_of_the_hall_follows_the_other_before_its_next_command(
    cores: Cores, hall: Hall
) -> None:
    one, other = cores.handles
    window = next(each for each in hall.windows if each.number not in windows_of(hall, 1000))
    spare = next(each.id for each in hall.queues if each.id not in window.queues and each.id != busiest(hall))
    path = f"/api/windows/{window.number}"
    assert one.post("/api/tickets", {"queue": spare}).status == 201
    assert one.post(f"{path}/open").status == 200
    assert other.post(f"{path}/call-next").body["ticket"] is None
    with following(other) as feed:
        body = {"tiers": spare}
        changed = one.ask("PUT", f"{path}/profile", body, token=one.token(Role.ADMIN))
        assert changed.status == 200, changed.body
        called = other.post(f"{path}/call-next")
        assert called.body["ticket"]["queue"] == spare, "the very next command knows it"
        assert [feed.next()["kind"] for _ in range(2)] == ["hall.changed", "leg.called"]
    for core in (one, other):
        with following(core, after=cores.begun) as feed:
            assert feed.first["kind"] == "snapshot", "a hall described anew is begun anew"
    assert other.post(f"{path}/finish").status in (200, 409)


def test_who_signs_out_at_one_core_is_signed_out_at_the_other(cores: Cores, hall: Hall) -> None:
    one, other = cores.handles
    token = one.token(Role.CLERK, windows_of(hall, 1)[0], "0301")
    assert other.ask("GET", "/api/queues", token=token).status == 200
    assert one.ask("POST", "/api/sign-out", {}, token=token).status == 200
    wait_until(lambda: other.ask("GET", "/api/queues", token=token).status == 401)
