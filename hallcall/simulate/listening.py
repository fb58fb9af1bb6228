"""A raw WebSocket that only listens: a hundred thousand messages a minute are read in one process."""

from __future__ import annotations

import asyncio
import base64
import os
from collections.abc import Callable
from time import perf_counter
from typing import cast
from urllib.parse import urlsplit

OPEN_WITHIN_S = 30.0
_CONTINUED, _TEXT, _CLOSE, _PING, _PONG = 0x0, 0x1, 0x8, 0x9, 0xA
"""Source: RFC 6455, 5.2."""

Heard = Callable[[bytes, float], None]
"""Gets each message and when it was read, by ``perf_counter``."""


class NotOpened(Exception):
    """The core did not accept the feed."""


class _Listening(asyncio.Protocol):
    def __init__(self, request: bytes, heard: Heard, lost: Callable[[], None]) -> None:
        self._request = request
        self._heard = heard
        self._lost = lost
        self._rest = b""
        self._part = b""
        self._transport: asyncio.Transport | None = None
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are of no asyncio class.
        self._transport = cast("asyncio.Transport", transport)
        self._transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(NotOpened(str(exc or "closed at once")))
        elif self._transport is not None:
            self._lost()

    def close(self) -> None:
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.abort()

    def drop(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        now = perf_counter()
        buffer = self._rest + data if self._rest else data
        if not self.opened.done():
            head, found, buffer = buffer.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            if b" 101 " not in head.partition(b"\r\n")[0]:
                self.opened.set_exception(NotOpened(head.partition(b"\r\n")[0].decode()))
                self.close()
                return
            self.opened.set_result(None)
        self._rest = self._frames(buffer, now)

    def _frames(self, buffer: bytes, now: float) -> bytes:
        """Hand on every whole frame and return what is left over."""
        place, end = 0, len(buffer)
        while end - place >= 2:
            length, begins = buffer[place + 1] & 0x7F, place + 2
            if length == 126:
                length, begins = int.from_bytes(buffer[place + 2 : place + 4], "big"), place + 4
            elif length == 127:
                length, begins = int.from_bytes(buffer[place + 2 : place + 10], "big"), place + 10
            if end < begins + length:
                break
            self._frame(buffer[place], buffer[begins : begins + length], now)
            place = begins + length
        return buffer[place:]

    def _frame(self, first: int, payload: bytes, now: float) -> None:
        kind, is_last = first & 0x0F, first & 0x80
        if kind == _TEXT and is_last:
            self._heard(payload, now)
        elif kind in (_TEXT, _CONTINUED):
            self._part += payload
            if is_last:
                whole, self._part = self._part, b""
                self._heard(whole, now)
        elif kind == _PING and self._transport is not None:
            self._transport.write(_masked(_PONG, payload))
        elif kind == _CLOSE and self._transport is not None:
            self._transport.close()


class Socket:
    """One open feed."""

    def __init__(self, protocol: _Listening) -> None:
        self._protocol = protocol

    def close(self) -> None:
        """Hang up; nothing is heard any more."""
        self._protocol.close()

    def drop(self) -> None:
        """Break the connection as a bad cable does."""
        self._protocol.drop()


async def listen(
    url: str, path: str, token: str, heard: Heard, lost: Callable[[], None] = lambda: None
) -> Socket:
    """Open a WebSocket.

    Args:
        lost: Called when it closes by itself.

    Raises:
        NotOpened: The core does not accept it.
        OSError, TimeoutError: It cannot be reached.
    """
    parts = urlsplit(url)
    request = (
        f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAuthorization: Bearer {token}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n\r\n"
    )
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(OPEN_WITHIN_S):
        _, protocol = await loop.create_connection(
            lambda: _Listening(request.encode(), heard, lost), parts.hostname or "127.0.0.1", parts.port or 80
        )
        await protocol.opened
    return Socket(protocol)


def _masked(kind: int, payload: bytes) -> bytes:
    """Return a short frame as a client must send it."""
    mask = os.urandom(4)
    body = bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))
    return bytes((0x80 | kind, 0x80 | len(payload))) + mask + body
