"""A raw HTTP/1.1 connection that is kept: what asks must cost less than what answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any, cast
from urllib.parse import urlsplit

ANSWER_WITHIN_S = 10.0
AGAIN_AFTER_S = (0.1, 0.2, 0.5, 1.0)
"""Waits before asking again with the same key, as every screen does whose line broke."""


class NoAnswer(Exception):
    """The core did not answer, however often it was asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the core answered.

    Attributes:
        asked_at: When the (last) request was sent, by ``perf_counter``.
    """

    status: int
    body: dict[str, Any]
    asked_at: float

    @property
    def key(self) -> str:
        """The key of a refusal."""
        return str(self.body.get("key", ""))


class _Connection(asyncio.Protocol):
    """One TCP connection; one request at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are of no asyncio class.
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError("closed before it answered"))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = _content_length(head)
        if len(rest) < length:
            return
        self._buffer = b""
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((int(head[9:12]), rest[:length]))

    async def send(self, request: bytes) -> tuple[int, bytes]:
        assert self._transport is not None
        self._buffer = b""
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        async with asyncio.timeout(ANSWER_WITHIN_S):
            return await self._answer

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


class Line:
    """How one program of the hall asks the core; asks wait for each other.

    Attributes:
        name: Who asks, as the keys of its requests begin.
    """

    def __init__(self, url: str, token: str, name: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self.name = name
        self._head = (
            f"Host: {parts.netloc}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        )
        self._connection = _Connection()
        self._asked = 0
        self._free = asyncio.Lock()

    async def open(self) -> None:
        """Connect, unless it is connected."""
        if not self._connection.is_open:
            loop = asyncio.get_running_loop()
            _, self._connection = await loop.create_connection(_Connection, self._host, self._port)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    async def get(self, path: str) -> Answer:
        """Ask for something.

        Raises:
            NoAnswer: There is none.
        """
        return await self._ask(f"GET {path} HTTP/1.1\r\n{self._head}\r\n".encode())

    async def post(self, path: str, body: Mapping[str, Any] | None = None) -> Answer:
        """Have something done, once.

        Raises:
            NoAnswer: There is none.
        """
        self._asked += 1
        content = json.dumps(body or {}, ensure_ascii=False).encode()
        head = (
            f"POST {path} HTTP/1.1\r\n{self._head}Idempotency-Key: {self.name}-{self._asked}\r\n"
            f"Content-Length: {len(content)}\r\n\r\n"
        )
        return await self._ask(head.encode() + content)

    async def _ask(self, request: bytes) -> Answer:
        why: Exception | None = None
        async with self._free:
            for wait_s in (0.0, *AGAIN_AFTER_S):
                if wait_s:
                    await asyncio.sleep(wait_s)
                try:
                    await self.open()
                    asked_at = perf_counter()
                    status, content = await self._connection.send(request)
                except (OSError, TimeoutError) as error:
                    why = error
                    self._connection.close()
                else:
                    return Answer(status, json.loads(content) if content else {}, asked_at)
        raise NoAnswer(f"{request.partition(b' HTTP')[0].decode()}: {why!r}")


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
