"""Number blocks of a real core process: in a rush, and with the core killed before it can answer.

``HALLCALL_CRASHES`` in the environment asks for more kills.
"""

from __future__ import annotations

import http.client
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile import load
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.people import Role
from core.store.postgres import address, postgres_readers
from core.store.reader import SqlReader
from hallcall.halls import resolve
from tests.support.clients import Client, all_at_once
from tests.support.on_disk import reader_of
from tests.support.postgres import server
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.sound_hall import assert_sound

SHIPPED = "dazi"
CLIENTS = 16
TAKES = 64
BLOCK = 8
ROUNDS = int(os.environ.get("HALLCALL_CRASHES", "2"))
SEED = os.environ.get("HALLCALL_SEED", "blocks")
DONE_WITHIN_S = 30
NO_ANSWER = (OSError, http.client.HTTPException)


@pytest.fixture
def hall() -> Hall:
    return load(resolve(SHIPPED))


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Return the address of a database on a server, ``None`` for the file in the folder."""
    if request.param == "sqlite":
        yield None
        return
    url = server().lend()
    yield url
    server().take_back(url)


@pytest.fixture
def process(tmp_path: Path, database: str | None) -> Iterator[CoreProcess]:
    found = CoreProcess(SHIPPED, tmp_path / "core", database=database)
    found.start()
    yield found
    found.stop()


def looked_at(core: CoreHandle, hall: Hall, database: str | None) -> list[Event]:
    """Return every event after holding them to what the database says."""
    if database is None:
        with reader_of(core) as reader:
            return assert_sound(reader, hall)
    engine = postgres_readers(address(database))
    try:
        return assert_sound(SqlReader(engine, hall.id), hall)
    finally:
        engine.dispose()


def now() -> str:
    return datetime.now(UTC).isoformat()


def offline(answer: dict[str, Any], queue: str) -> list[dict[str, Any]]:
    """Return the numbers of a queue's block as they are handed in."""
    numbers = [each["numbers"] for each in answer["blocks"] if each["queue"] == queue]
    return [
        {
            "date": answer["date"],
            "number": each["number"],
            "queue": queue,
            "at": now(),
            "track": each["track"],
        }
        for each in (numbers[0] if numbers else [])
    ]


def batch(machine: str, tickets: list[dict[str, Any]]) -> dict[str, Any]:
    sent = [{name: each[name] for name in each if name != "track"} for each in tickets]
    return {"machine": machine, "tickets": sent}


def told_once(events: list[Event]) -> Counter[str]:
    return Counter(event.data["number"] for event in events if event.kind is EventKind.TAKEN)


def test_in_a_rush_every_number_is_given_once_and_none_is_lost(
    process: CoreProcess, hall: Hall, database: str | None
) -> None:
    """More live tickets than fit in front of the blocks, so that the series passes over them."""
    core = process.handle
    queue = hall.queues[0].id

    def at_kiosk(place: int, live: Client) -> tuple[list[str], list[str], list[str]]:
        with closing(Client(core, Role.KIOSK)) as kiosk:
            return visit(place, live, kiosk)

    def visit(place: int, live: Client, kiosk: Client) -> tuple[list[str], list[str], list[str]]:
        machine = f"kiosk-{place}"
        lived: list[str] = []
        handed: list[str] = []
        held: list[dict[str, Any]] = []
        for at in range(TAKES):
            status, ticket = live.post("/api/tickets", {"queue": queue})
            assert status == 201, ticket
            lived.append(ticket["number"])
            if at % BLOCK == place % BLOCK:
                have = {each.id: BLOCK for each in hall.queues} | {queue: len(held)}
                status, answer = kiosk.post("/api/blocks", {"machine": machine, "have": have, "size": BLOCK})
                assert status == 200, answer
                held += offline(answer, queue)
                given, held = held[:3], held[3:]
                for _ in range(2):
                    status, answer = kiosk.post("/api/tickets/offline", batch(machine, given))
                    assert status == 200, answer
                    assert [each["track"] for each in answer["tickets"]] == [each["track"] for each in given]
                handed += [each["number"] for each in given]
        return lived, handed, [each["number"] for each in held]

    found = all_at_once(core, CLIENTS, at_kiosk)
    lived, handed, held = ([one for each in found for one in each[kind]] for kind in range(3))
    assert len(lived) == CLIENTS * TAKES > 900
    everybody = Counter(lived) + Counter(handed) + Counter(held)
    assert set(everybody.values()) == {1}, "nobody else ever gets a number that was set aside"
    assert told_once(looked_at(core, hall, database)) == Counter(lived) + Counter(handed)
    prefix = hall.queues[0].prefix
    series = sorted(int(number.removeprefix(prefix)) for number in lived)
    aside = {int(number.removeprefix(prefix)) for number in handed + held}
    gaps = set(range(1, series[-1])) - set(series) - aside
    assert not gaps, "the series has no holes but what was set aside"
    assert series[-1] > 999
    assert min(aside) < 999, "it had to pass over some"


def cut_off(process: CoreProcess, post: Callable[[], Any], after_s: float) -> Any:
    """Post, and kill the core meanwhile; return the answer, ``None`` if none came."""

    def ask() -> Any:
        try:
            return post()
        except NO_ANSWER:
            return None

    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(ask)
        # For a time, and not until something has happened: whatever is under way is cut.
        time.sleep(after_s)
        process.kill()
        return asking.result()


def killed_when_done(process: CoreProcess, path: str, body: Any) -> None:
    """Post, hang up without a look at the answer, and kill the core once it has done it."""
    core = process.handle

    def seq() -> int:
        found: int = core.ask("GET", "/api/health").body["seq"]
        return found

    before = seq()
    client = Client(core, Role.KIOSK)
    client.send(path, body)
    until = time.monotonic() + DONE_WITHIN_S
    while seq() == before:
        assert time.monotonic() < until, "nothing was done"
    process.kill()
    client.close()


@pytest.mark.timeout(60 + 60 * ROUNDS)
def test_a_core_killed_before_its_answer_has_done_it_once_or_not_at_all(
    process: CoreProcess,
    hall: Hall,
    database: str | None,
    record_property: Callable[[str, object], None],
) -> None:
    dice = random.Random(SEED)
    queue = hall.queues[0].id
    all_numbers: list[str] = []
    unanswered = done_unanswered = 0
    for kill in range(ROUNDS):
        machine = f"kiosk-{kill}"
        body = {"machine": machine, "size": 30}

        def post(
            path: str, body: Any, key: str | None = None, core: CoreHandle = process.handle
        ) -> tuple[int, Any]:
            client = Client(core, Role.KIOSK)
            try:
                return client.post(path, body, key)
            finally:
                client.close()

        # Those of the first round at once: so one goes without an answer on the fastest machine.
        after_s = dice.uniform(0.002, 0.03) if kill else 0.0
        first = cut_off(process, lambda: post("/api/blocks", body, machine), after_s)  # noqa: B023
        process.start()
        again = [post("/api/blocks", body, machine) for _ in range(2)]
        assert again[0] == again[1]
        assert first in (None, again[0]), "what was answered stands"
        tickets = offline(again[0][1], queue)
        assert len(tickets) == 30
        all_numbers += [each["number"] for each in tickets]
        tickets, unseen = tickets[:20], batch(machine, tickets[20:])
        lost = post("/api/tickets", {"queue": queue}, f"lost-{kill}")[1]
        tickets[0]["instead_of"] = f"lost-{kill}"
        sent = batch(machine, tickets)
        after_s = dice.uniform(0.002, 0.04) if kill else 0.0
        answered = cut_off(process, lambda: post("/api/tickets/offline", sent), after_s)  # noqa: B023
        core = process.start()
        status, answer = post("/api/tickets/offline", sent)
        assert status == 200, answer
        assert {each["refused"] for each in answer["tickets"]} == {None}
        assert [each["track"] for each in answer["tickets"]] == [each["track"] for each in tickets]
        unanswered += answered is None
        done_unanswered += answered is None and answer["tickets"][0]["given"] == "before"
        if answered is not None:
            assert {each["given"] for each in answer["tickets"]} == {"before"}
            assert [each["id"] for each in answer["tickets"]] == [
                each["id"] for each in answered[1]["tickets"]
            ]
        assert core.get(f"/api/tickets/{lost['id']}").body["state"] == "void"
        killed_when_done(process, "/api/tickets/offline", unseen)
        process.start()
        known = [post("/api/tickets/offline", unseen)[1]["tickets"] for _ in range(2)]
        assert known[0] == known[1]
        assert {each["given"] for each in known[0]} == {"before"}, "a batch is one commit"
        assert post("/api/tickets", {"queue": queue}, f"lost-{kill}")[0] == 422
    assert len(set(all_numbers)) == len(all_numbers) == 30 * ROUNDS
    told = told_once(looked_at(process.handle, hall, database))
    assert all(told[number] == 1 for number in all_numbers)
    assert sum(told.values()) == len(all_numbers) + ROUNDS
    for name, figure in {"kills": 3 * ROUNDS, "cut": unanswered, "of these done": done_unanswered}.items():
        record_property(name, figure)
    assert unanswered, "nothing was cut off"
