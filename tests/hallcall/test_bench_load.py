"""The load of the benches: it takes and calls at a real core, and reads whatever way the bytes come."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile import load as load_hall
from core.domain.event import Event, EventKind
from core.domain.people import Role
from hallcall.bench.core_process import RunningCore
from hallcall.bench.halls import WINDOWS, counters, even_bodies, even_hall, free_queues, queue_ids
from hallcall.bench.history import old_hall
from hallcall.bench.load.driver import LoadFailed, LoadProcess
from hallcall.bench.load.feed import CALLED, FeedLine
from hallcall.bench.load.http import HttpLine, WrongAnswer, request
from hallcall.halls import resolve
from tests.support.on_disk import all_events
from tests.support.running_core import CoreHandle, core_in_thread

OLD = 1000


@pytest.fixture(scope="module")
def hall_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return even_hall(tmp_path_factory.mktemp("hall"))


@pytest.fixture(scope="module")
def process() -> Iterator[LoadProcess]:
    with LoadProcess() as found:
        yield found


@pytest.fixture
def core(hall_file: Path, tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(load_hall(hall_file), tmp_path / "data") as handle:
        yield handle


def running(core: CoreHandle) -> RunningCore:
    return RunningCore(core.url, 0, core.data, 0.0)


def of_kind(core: CoreHandle, kind: EventKind) -> list[Event]:
    return [event for event in all_events(core) if event.kind is kind]


def test_every_ticket_that_is_asked_for_is_taken_once(process: LoadProcess, core: CoreHandle) -> None:
    bodies = even_bodies(45)
    took = process.do("take", core=core.url, token=core.token(Role.GUIDE), clients=8, bodies=bodies)
    assert len(took["ms"]) == 45
    assert took["s"] > 0
    taken = of_kind(core, EventKind.TAKEN)
    asked = sorted((body["queue"], body["class"]) for body in bodies)
    assert sorted((event.data["queue"], event.data["class"]) for event in taken) == asked


def test_each_call_is_timed_until_the_last_feed_has_it(process: LoadProcess, core: CoreHandle) -> None:
    process.do("take", core=core.url, token=core.token(Role.GUIDE), clients=4, bodies=even_bodies(12))
    clerks = running(core).open_windows(process, [1, 2])
    process.do("listen", core=core.url, token=core.token(Role.SCREEN), feeds=9)
    took = process.do("call", core=core.url, clerks=clerks, count=10)
    assert len(took["answer_ms"]) == len(took["everybody_ms"]) == 10
    assert min(took["everybody_ms"]) > 0
    called = of_kind(core, EventKind.CALLED)
    assert [event.window for event in called] == [1, 2] * 5
    assert {event.data["by"] for event in called} == {"clerk:clerk-1", "clerk:clerk-2"}
    process.do("listen", core=core.url, token=core.token(Role.SCREEN), feeds=0)


def test_as_many_wait_after_pairs_as_before(process: LoadProcess, core: CoreHandle) -> None:
    token = core.token(Role.GUIDE)
    process.do("take", core=core.url, token=token, clients=4, bodies=even_bodies(20))
    clerks = running(core).open_windows(process, list(range(1, WINDOWS + 1)))
    took = process.do("pairs", core=core.url, token=token, clerks=clerks, bodies=even_bodies(7))
    assert len(took["take_ms"]) == len(took["call_ms"]) == 7
    queues = core.get("/api/queues").body["queues"]
    assert sum(queue["waiting"] for queue in queues) == 20


def test_what_the_core_refuses_is_told(process: LoadProcess, core: CoreHandle) -> None:
    with pytest.raises(LoadFailed, match=r"queue\.unknown"):
        process.do("take", core=core.url, token=core.token(Role.KIOSK), clients=1, bodies=[{"queue": "no"}])
    with pytest.raises(LoadFailed, match=r"no feed: HTTP/1\.1 403"):
        process.do("listen", core=core.url, token="nonsense", feeds=2)
    clerks = running(core).open_windows(process, [1])
    with pytest.raises(LoadFailed, match="nobody waits any more"):
        process.do("call", core=core.url, clerks=clerks, count=1)


def test_an_old_hall_begins_its_day_anew_each_time(process: LoadProcess, tmp_path: Path) -> None:
    # What an older program made, and what its core logged.
    (tmp_path / f"old-{OLD}-of_other_tables").mkdir()
    (tmp_path / f"old-{OLD}-of_other_tables.log").touch()
    for _ in range(2):
        data = old_hall(tmp_path, OLD)
        assert list(tmp_path.glob("*of_other_tables*")) == []
        hall = load_hall(tmp_path / "even.toml")
        with core_in_thread(hall, data.path) as core:
            seq = core.get("/api/health").body["seq"]
            assert OLD <= seq < OLD + 10, "what the last bench did is gone"
            process.do("take", core=core.url, token=core.token(Role.GUIDE), clients=2, bodies=even_bodies(40))
            clerks = running(core).open_windows(process, [1])
            process.do("call", core=core.url, clerks=clerks, count=1)
            taken = [event.data["number"] for event in of_kind(core, EventKind.TAKEN)]
            assert {"A001", "A002", "V001", "V002"} <= set(taken), "numbers begin at 1 each day"
            assert len(taken) == len(set(taken)) == 40
            assert len(of_kind(core, EventKind.CALLED)) == 1
    assert [path.name for path in tmp_path.glob("making-*") if path.is_dir()] == []


def test_each_counter_calls_its_own_queue_first() -> None:
    hall = load_hall(resolve("pingliang"))
    found = counters(hall, 20)
    assert len(found) == len({window for _, window in found}) == 20
    assert all(queue in hall.window(window).tiers[0].queues for queue, window in found)
    assert {queue for queue, _ in found} <= set(free_queues(hall))


def test_the_even_hall_is_even(hall_file: Path) -> None:
    hall = load_hall(hall_file)
    assert [queue.id for queue in hall.queues] == queue_ids()
    lanes = [(body["queue"], body["class"]) for body in even_bodies(160)]
    assert {lanes.count(lane) for lane in lanes} == {2}
    assert len(set(lanes)) == 80


def frame(opcode: int, payload: bytes) -> bytes:
    """Return a server's frame of RFC 6455, unmasked."""
    size = len(payload)
    if size < 126:
        length = bytes([size])
    elif size <= 0xFFFF:
        length = b"\x7e" + size.to_bytes(2, "big")
    else:
        length = b"\x7f" + size.to_bytes(8, "big")
    return bytes([0x80 | opcode]) + length + payload


async def served(answer: bytes, client: Any, step: int) -> Any:
    """Run ``client`` against a server that answers anything by ``answer``, a few bytes at a time."""
    heard: list[bytes] = []
    over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(10_000))
        for at in range(0, len(answer), step):
            writer.write(answer[at : at + step])
            await writer.drain()
        heard.append(await reader.read(10_000))
        writer.close()
        await writer.wait_closed()
        over.set()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        try:
            result = await client(*server.sockets[0].getsockname())
        finally:
            await over.wait()
    return result, heard


@pytest.mark.parametrize("step", [3, 1000, 1_000_000])
def test_frames_are_read_whatever_way_their_bytes_come(step: int) -> None:
    calls = [b"{" + CALLED + b"}" + b" " * size for size in (0, 120, 300, 70_000)]
    frames = [
        frame(1, b'{"kind":"snapshot"}'),
        *(frame(1, call) for call in calls),
        frame(9, b"still there?"),
    ]
    answer = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n" + b"".join(frames)
    times: list[int] = []

    async def listen(host: str, port: int) -> None:
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(
            lambda: FeedLine(b"GET / HTTP/1.1\r\n\r\n", lambda: times.append(1)), host, port
        )
        await line.open
        # The server hangs up once the ping, the last of the frames, is answered.
        while not line.cut:
            await asyncio.sleep(0.001)

    _, heard = asyncio.run(served(answer, listen, step))
    assert len(times) == len(calls)
    assert heard[1] == b"\x8a\x8c" + bytes(4) + b"still there?"


@pytest.mark.parametrize("step", [1, 13, 100_000])
def test_an_answer_is_read_whatever_way_its_bytes_come(step: int) -> None:
    answer = b"HTTP/1.1 201 Created\r\nContent-Length: 11\r\nx: y\r\n\r\n" + b'{"a": "b"} '

    async def ask(host: str, port: int) -> tuple[int, bytes]:
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(HttpLine, host, port)
        got: tuple[int, bytes] = await line.send(request("/x", "token", {"q": 1}, key="k"))
        line.close()
        return got

    got, heard = asyncio.run(served(answer, ask, step))
    assert got == (201, b'{"a": "b"} ')
    assert b"Idempotency-Key: k\r\n" in heard[0]


def test_an_answer_without_a_length_is_refused() -> None:
    async def ask(host: str, port: int) -> None:
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(HttpLine, host, port)
        try:
            await line.send(request("/x", "token"))
        finally:
            line.close()

    with pytest.raises(WrongAnswer, match="without a length"):
        asyncio.run(served(b"HTTP/1.1 200 OK\r\n\r\n", ask, 100))
