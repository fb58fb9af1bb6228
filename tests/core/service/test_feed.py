"""The feed through real WebSockets."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import websockets
from websockets.exceptions import InvalidStatus

from core.app.ports import Command
from core.app.take import Wish, take
from core.domain.event import Event
from core.domain.people import Role
from core.service.core import Core
from core.store.reader import SqlReader
from hallcall.data_dir import DataDir
from hallcall.server import start
from tests.support.following import HEARD_WITHIN_S, feed_url, following, headers
from tests.support.halls import lhasa_like
from tests.support.running_core import START_WITHIN_S, CoreHandle, core_in_thread
from tests.support.waiting import wait_until


def take_some(core: CoreHandle, count: int, queue: str = "insurance") -> int:
    """Take tickets and return the number of the last event."""
    for _ in range(count):
        assert core.post("/api/tickets", {"queue": queue}).status == 201
    return seq_of(core)


def seq_of(core: CoreHandle) -> int:
    seq: int = core.ask("GET", "/api/health").body["seq"]
    return seq


def kinds(messages: list[dict[str, Any]]) -> list[str]:
    return [message["kind"] for message in messages]


def numbers(messages: list[dict[str, Any]]) -> list[int]:
    return [message["seq"] for message in messages if message["kind"] not in ("snapshot", "reached")]


def test_a_snapshot_comes_first_and_then_every_event_in_order(core: CoreHandle) -> None:
    began = take_some(core, 2)
    with following(core) as feed:
        assert (feed.first["kind"], feed.first["seq"]) == ("snapshot", began)
        assert {"id": "insurance", "waiting": 2} in feed.first["queues"]
        last = take_some(core, 20)
        heard = feed.until(last)
    assert numbers(heard) == list(range(began + 1, last + 1))
    event = heard[1]
    assert set(event) == {"seq", "at", "kind", "ticket", "leg", "window", "zone", "data"}
    assert (event["kind"], event["zone"], event["data"]["number"]) == ("ticket.taken", "social", "A003")
    assert "track" not in json.dumps(heard), "the visitor's own page is nobody else's"


def test_a_screen_that_was_away_gets_what_it_missed(core: CoreHandle) -> None:
    seen = take_some(core, 3)
    last = take_some(core, 4)
    with following(core, after=seen) as feed:
        heard = feed.until(last)
        assert numbers(heard) == list(range(seen + 1, last + 1))
        assert feed.next() == {"kind": "reached", "seq": last, "degraded": False}, (
            "and is told that this was all"
        )
        take_some(core, 1)
        assert feed.next()["seq"] == last + 1


def test_a_screen_that_missed_nothing_is_told_so(core: CoreHandle) -> None:
    seen = take_some(core, 1)
    with following(core, after=seen) as feed:
        assert feed.first == {"kind": "reached", "seq": seen, "degraded": False}


@pytest.mark.parametrize("ahead", [1, 1000])
def test_a_number_that_the_core_never_gave_begins_anew(core: CoreHandle, ahead: int) -> None:
    """A screen of another database, or of one that was restored from a backup."""
    with following(core, after=take_some(core, 1) + ahead) as feed:
        assert feed.first["kind"] == "snapshot"


def test_a_number_of_another_life_of_the_hall_begins_anew(core: CoreHandle) -> None:
    """A restored hall has given the number again, and to something else."""
    seen = take_some(core, 2)
    with following(core) as feed:
        epoch = feed.first["epoch"]
    assert epoch == core.ask("GET", "/api/health").body["epoch"] != ""
    with following(core, after=seen, epoch=epoch) as feed:
        assert feed.first == {"kind": "reached", "seq": seen, "degraded": False}
    with following(core, after=seen, epoch="another") as feed:
        assert (feed.first["kind"], feed.first["epoch"]) == ("snapshot", epoch)


def test_who_missed_too_much_begins_anew(core: CoreHandle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.service.core.RESUME_MOST", 5)
    last = take_some(core, 7)
    with following(core, after=last - 6) as feed:
        assert feed.first["kind"] == "snapshot"
    with following(core, after=last - 5) as feed:
        assert numbers(feed.until(last)) == list(range(last - 4, last + 1))


def test_what_memory_no_longer_has_comes_from_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.service.hub.RING", 4)
    with core_in_thread(lhasa_like(), tmp_path) as core:
        seen = seq_of(core)
        last = take_some(core, 12)
        with following(core, after=seen) as feed:
            assert numbers(feed.until(last)) == list(range(seen + 1, last + 1))


def test_more_than_a_slow_screen_may_be_behind_is_still_resumed(
    core: CoreHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.service.hub.BACKLOG_MOST", 5)
    seen = seq_of(core)
    last = take_some(core, 12)
    with following(core, after=seen) as feed:
        assert numbers(feed.until(last)) == list(range(seen + 1, last + 1))
        assert feed.next()["kind"] == "reached"


def test_a_screen_resumes_after_the_core_was_started_again(tmp_path: Path) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core:
        seen = take_some(core, 3)
        last = take_some(core, 3)
    with core_in_thread(lhasa_like(), tmp_path) as core, following(core, after=seen) as feed:
        assert numbers(feed.until(last)) == list(range(seen + 1, last + 1))
        more = take_some(core, 1)
        assert feed.next() == {"kind": "reached", "seq": last, "degraded": False}
        assert feed.next()["seq"] == more


def test_screens_that_come_back_together_are_resumed_by_one_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a restart nothing is in memory: 820 screens, each a few events behind, read the disk once."""
    looks: list[tuple[int, int]] = []
    real = SqlReader.events_after

    def counted(self: SqlReader, seq: int, limit: int) -> list[Event]:
        looks.append((seq, limit))
        return real(self, seq, limit)

    with core_in_thread(lhasa_like(), tmp_path) as core:
        seen = take_some(core, 2)
        last = take_some(core, 12)
    monkeypatch.setattr(SqlReader, "events_after", counted)
    with core_in_thread(lhasa_like(), tmp_path) as core, ExitStack() as open_feeds:
        # The core itself may have looked when it started.
        looks.clear()
        for after in [*range(seen, last)] * 2:
            feed = open_feeds.enter_context(following(core, after=after))
            assert numbers(feed.until(last)) == list(range(after + 1, last + 1))
        assert len(looks) == 1
        more = take_some(core, 1)
        assert feed.until(more)[-1]["seq"] == more


def test_another_hall_file_makes_every_screen_begin_anew(tmp_path: Path) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core:
        seen = take_some(core, 3)
    hall = replace(lhasa_like(), phone="0891-1111111")
    with core_in_thread(hall, tmp_path) as core, following(core, after=seen) as feed:
        assert (feed.first["kind"], feed.first["seq"]) == ("snapshot", seen + 1)


@pytest.mark.parametrize(
    ("query", "queues", "windows"),
    [
        ({"zone": "business"}, {"company", "food", "advice"}, {3, 4, 5}),
        ({"window": 3}, {"company", "food"}, {3}),
        ({"queue": "company"}, {"company"}, {3, 4}),
        ({"zone": "self_service"}, set(), set()),
    ],
)
def test_a_filter_tells_its_own_and_the_number_it_has_reached(
    core: CoreHandle,
    monkeypatch: pytest.MonkeyPatch,
    query: dict[str, Any],
    queues: set[str],
    windows: set[int],
) -> None:
    monkeypatch.setattr("core.service.routes.feed.REACHED_EVERY_S", 0.02)
    with following(core, **query) as feed:
        assert {queue["id"] for queue in feed.first["queues"]} == queues
        assert {window["number"] for window in feed.first["windows"]} == windows
        began = feed.first["seq"]
        take_some(core, 2, "company")
        core.post("/api/windows/3/open", role=Role.SUPERVISOR)
        last = take_some(core, 2, "insurance")
        heard = feed.until(last)
    own = [message for message in heard if message["kind"] == "ticket.taken"]
    assert {message["data"]["queue"] for message in own} <= queues
    assert len(own) == (2 if "company" in queues else 0)
    assert ("window.opened" in kinds(heard)) == (3 in windows)
    assert heard[-1] == {"kind": "reached", "seq": last, "degraded": False}
    seqs = [message["seq"] for message in heard]
    assert seqs == sorted(seqs)
    assert began < last


def test_a_filtered_screen_resumes_with_its_own_events(core: CoreHandle) -> None:
    seen = take_some(core, 1)
    take_some(core, 2, "company")
    last = take_some(core, 2)
    with following(core, zone="business", after=seen) as feed:
        heard = feed.until(last)
    assert (numbers(heard), heard[-1]) == (
        [seen + 1, seen + 2],
        {"kind": "reached", "seq": last, "degraded": False},
    )


@pytest.mark.parametrize(
    "query", [{"zone": "x"}, {"window": 99}, {"queue": "x"}, {"after": -1}, {"window": "x"}]
)
def test_a_feed_of_what_is_not_there_is_refused(core: CoreHandle, query: dict[str, Any]) -> None:
    with pytest.raises(InvalidStatus) as refused, following(core, **query):
        pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("token", [None, "Bearer", "Bearer nonsense", "Basic abc"])
def test_a_feed_without_a_valid_token_is_refused(core: CoreHandle, token: str | None) -> None:
    async def open_feed() -> None:
        sent = {"Authorization": token} if token else {}
        async with websockets.connect(feed_url(core), additional_headers=sent, proxy=None):
            pass

    with pytest.raises(InvalidStatus) as refused:
        asyncio.run(open_feed())
    assert refused.value.response.status_code == 403


def test_fifty_screens_all_hear_every_event_once(core: CoreHandle) -> None:
    began = seq_of(core)
    expected = began + 40

    async def follow(connected: asyncio.Barrier) -> list[int]:
        address = feed_url(core)
        async with websockets.connect(address, additional_headers=headers(core), proxy=None) as feed:
            heard = [json.loads(await feed.recv())]
            await connected.wait()
            while heard[-1]["seq"] < expected:
                heard.append(json.loads(await feed.recv()))
        return numbers(heard)

    async def everybody() -> list[list[int]]:
        connected = asyncio.Barrier(51)
        screens = [asyncio.create_task(follow(connected)) for _ in range(50)]
        await connected.wait()
        await asyncio.to_thread(take_some, core, 40)
        return await asyncio.wait_for(asyncio.gather(*screens), HEARD_WITHIN_S)

    told = [began + at for at in range(1, 41)]
    assert asyncio.run(everybody()) == [told] * 50


@contextmanager
def open_core(folder: Path) -> Iterator[tuple[CoreHandle, Core]]:
    """Run a core and hand over its inside as well, so that a test can make events faster than HTTP."""
    ready = threading.Event()
    running = start(DataDir(folder), lhasa_like(), "127.0.0.1", 0, ready.set)
    # The system's own buffers may hold megabytes of a feed before anybody notices that it is not read.
    running._listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        assert ready.wait(START_WITHIN_S)
        served: Any = running._server.config.app
        yield CoreHandle(DataDir(folder), running.url), served.app.state.core
    finally:
        running.stop()
        thread.join(START_WITHIN_S)
        assert not thread.is_alive()


def run_many(core: Core, command: Command, count: int) -> None:
    async def run() -> None:
        await asyncio.gather(*(core.run(command) for _ in range(count)))

    asyncio.run_coroutine_threadsafe(run(), core._loop).result(HEARD_WITHIN_S)


def connect_and_never_read(core: CoreHandle) -> socket.socket:
    """Open a feed whose other side has room for a few kilobytes and takes nothing out of it."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    host, _, port = core.url.removeprefix("http://").rpartition(":")
    connection.connect((host, int(port)))
    lines = (
        "GET /api/feed HTTP/1.1",
        f"Host: {host}",
        f"Authorization: Bearer {core.token(Role.SCREEN)}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
    )
    connection.sendall("\r\n".join((*lines, "", "")).encode())
    assert b"101" in connection.recv(32)
    return connection


def test_a_screen_that_never_reads_is_cut_off_and_holds_nobody_up(tmp_path: Path) -> None:
    with open_core(tmp_path) as (handle, core), following(handle) as healthy:
        stuck = connect_and_never_read(handle)
        wait_until(lambda: core.hub.subscribers == 2)
        began = last = core.hub.floor.seq
        take_one = partial(take, wish=Wish(queue="insurance"), by="kiosk:1")
        heard: list[int] = []
        while core.hub.subscribers == 2:
            assert last - began < 50_000, "it is still being fed"
            run_many(core, take_one, 500)
            last = core.hub.floor.seq
            while not heard or heard[-1] < last:
                heard.append(healthy.next()["seq"])
        assert handle.post("/api/tickets", {"queue": "insurance"}).status == 201
        assert healthy.next()["seq"] == last + 1
        assert heard == list(range(began + 1, last + 1)), "the other screen missed nothing"
        stuck.close()


def test_a_screen_that_hangs_up_is_forgotten(tmp_path: Path) -> None:
    with open_core(tmp_path) as (handle, core):
        with following(handle), following(handle, zone="social"):
            assert core.hub.subscribers == 2
        wait_until(lambda: core.hub.subscribers == 0)
