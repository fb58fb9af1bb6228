"""The smallest HTTP/1.1 client that keeps its connection: it must not cost more than what it measures."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = b"\r\ncontent-length:"


class WrongAnswer(Exception):
    """The core answered something that no bench expects; the message says what."""


class HttpLine(asyncio.Protocol):
    """One kept connection; one request at a time, each answer with a ``Content-Length``."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._got = b""
        self._waiting: asyncio.Future[tuple[int, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        # uvloop's transports are one in all but name.
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Take in a part of an answer."""
        self._got += data
        head_ends = self._got.find(_END_OF_HEAD)
        if head_ends < 0:
            return
        head = self._got[:head_ends].lower()
        body_at = head_ends + len(_END_OF_HEAD)
        length_at = head.find(_LENGTH)
        if length_at < 0:
            self._fail(WrongAnswer(f"an answer without a length: {head[:200]!r}"))
            return
        length = int(head[length_at + len(_LENGTH) :].split(b"\r\n", 1)[0])
        if len(self._got) < body_at + length:
            return
        body, self._got = self._got[body_at : body_at + length], self._got[body_at + length :]
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result((int(head[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits."""
        self._fail(ConnectionResetError(f"the core hung up: {exc}"))

    async def send(self, request: bytes) -> tuple[int, bytes]:
        """Send a whole request and return status and body of its answer.

        Raises:
            ConnectionResetError: The core hung up.
            WrongAnswer: The answer has no length.
        """
        assert self._transport is not None
        self._waiting = asyncio.get_running_loop().create_future()
        if self._transport.is_closing():
            self._fail(ConnectionResetError("the core hung up"))
        self._transport.write(request)
        return await self._waiting

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def _fail(self, error: Exception) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(error)


async def connect(core: str) -> HttpLine:
    """Return a line to the core at a URL."""
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(HttpLine, *address(core))
    return line


def address(core: str) -> tuple[str, int]:
    """Return host and port of a core's URL."""
    parts = urlsplit(core)
    return parts.hostname or "127.0.0.1", parts.port or 80


def request(
    path: str, token: str, body: Mapping[str, Any] | None = None, *, method: str = "POST", key: str = ""
) -> bytes:
    """Return a request's bytes.

    Args:
        key: Its ``Idempotency-Key``; every screen sends one with whatever changes something.
    """
    data = b"" if method == "GET" else json.dumps(body or {}).encode()
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: hall",
        f"Authorization: Bearer {token}",
        *([f"Idempotency-Key: {key}"] if key else []),
        *(["Content-Type: application/json", f"Content-Length: {len(data)}"] if data else []),
    ]
    return "\r\n".join(lines).encode() + _END_OF_HEAD + data


async def ask(line: HttpLine, wanted: bytes) -> Any:
    """Send a request and return the JSON of its answer.

    Raises:
        WrongAnswer: It was refused.
    """
    status, body = await line.send(wanted)
    if status >= 300:
        raise WrongAnswer(f"{wanted.split(b' HTTP', 1)[0].decode()}: {status} {body[:300].decode()}")
    return json.loads(body)
