"""What the load does when it is told to; every answer is JSON-ready."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from core.client.keys import new_key
from hallcall.bench.load.feed import Audience
from hallcall.bench.load.http import HttpLine, ask, connect, request

ANSWER_WITHIN_S = 30.0


class Load:
    """Kiosks, clerks and screens of one core.

    Feeds stay open between acts; requests have new lines for each act, which is not measured.
    """

    def __init__(self) -> None:
        self._audience = Audience()

    async def echo(self, *, host: str, port: int, count: int) -> dict[str, Any]:
        """Send a little to an echo server and wait for it, ``count`` times."""
        reader, writer = await asyncio.open_connection(host, port)
        took = []
        for _ in range(count):
            began = time.perf_counter()
            writer.write(b"x" * 200)
            await reader.readexactly(200)
            took.append(_ms_since(began))
        writer.close()
        await writer.wait_closed()
        return {"ms": took}

    async def ask(
        self, *, core: str, method: str, path: str, token: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Send one request; its answer, how long it took, and when it was sent (``time.monotonic``)."""
        key = new_key() if method != "GET" else ""
        wanted = request(path, token, body, method=method, key=key)
        async with _lines(core, 1) as (line,):
            at, began = time.monotonic(), time.perf_counter()
            answer = await ask(line, wanted)
            return {"answer": answer, "ms": _ms_since(began), "at": at}

    async def take(
        self, *, core: str, token: str, clients: int, bodies: Sequence[dict[str, Any]]
    ) -> dict[str, Any]:
        """Take a ticket for each body, ``clients`` at a time."""
        wanted = iter([_take(token, body) for body in bodies])
        took: list[float] = []

        async def kiosk(line: HttpLine) -> None:
            # One by one: the other kiosks take from the same requests meanwhile.
            for each in wanted:
                took.append(await _timed(line, each))  # noqa: PERF401

        async with _lines(core, clients) as lines:
            began = time.perf_counter()
            await asyncio.gather(*(kiosk(line) for line in lines))
            return {"s": time.perf_counter() - began, "ms": took}

    async def listen(self, *, core: str, token: str, feeds: int) -> dict[str, Any]:
        """Open feeds of the whole hall; those that were open before are closed."""
        self._audience.leave()
        await self._audience.join(core, token, feeds)
        return {"feeds": feeds}

    async def call(self, *, core: str, clerks: Sequence[dict[str, Any]], count: int) -> dict[str, Any]:
        """Call the next visitor ``count`` times, one clerk after the other; wait until every feed has it."""
        answers, everybody = [], []
        async with _lines(core, 1) as (line,):
            for at in range(count):
                wanted = _call(clerks[at % len(clerks)])
                self._audience.expect()
                began = time.perf_counter()
                called = await ask(line, wanted)
                answers.append(_ms_since(began))
                if called["ticket"] is None:
                    raise RuntimeError("nobody waits any more: the bench took too few tickets")
                heard_at = await asyncio.wait_for(self._audience.heard_by_all(), ANSWER_WITHIN_S)
                everybody.append((heard_at - began) * 1000)
        return {"answer_ms": answers, "everybody_ms": everybody}

    async def pairs(
        self,
        *,
        core: str,
        token: str,
        clerks: Sequence[dict[str, Any]],
        bodies: Sequence[dict[str, Any]],
    ) -> dict[str, Any]:
        """Take a ticket and call somebody, in turn: as many wait after it as before."""
        takes, calls = [], []
        async with _lines(core, 1) as (line,):
            for at, body in enumerate(bodies):
                takes.append(await _timed(line, _take(token, body)))
                calls.append(await _timed(line, _call(clerks[at % len(clerks)])))
        return {"take_ms": takes, "call_ms": calls}


@asynccontextmanager
async def _lines(core: str, count: int) -> AsyncIterator[list[HttpLine]]:
    """Open lines to a core for an act."""
    lines = [await connect(core) for _ in range(count)]
    try:
        yield lines
    finally:
        for line in lines:
            line.close()


async def _timed(line: HttpLine, wanted: bytes) -> float:
    began = time.perf_counter()
    await ask(line, wanted)
    return _ms_since(began)


def _take(token: str, body: dict[str, Any]) -> bytes:
    return request("/api/tickets", token, body, key=new_key())


def _call(clerk: dict[str, Any]) -> bytes:
    path = f"/api/windows/{clerk['window']}/call-next"
    return request(path, clerk["token"], key=new_key())


def _ms_since(began: float) -> float:
    return (time.perf_counter() - began) * 1000
