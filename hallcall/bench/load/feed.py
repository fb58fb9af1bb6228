"""A screen's feed, as light as it can be: 300 of them must not cost more than what they measure.

The frames are read by hand, in half the processor time of the library `websockets` (2.8 against 5.4 us, in
bulk): where load and core share two processors, what one takes the other lacks.
Source: RFC 6455, 5.2 (frames), 5.5 (ping, pong, close).
"""

from __future__ import annotations

import asyncio
import base64
import os
import time
from collections.abc import Callable
from typing import cast

from hallcall.bench.load.http import WrongAnswer, address

CALLED = b'"kind":"leg.called"'
"""What the core writes into the event of a call."""
_PING, _CLOSE = 0x9, 0x8
_PONG = b"\x8a"


class FeedLine(asyncio.Protocol):
    """One subscriber; says each call it hears.

    Attributes:
        open: Done once the feed has sent its first message.
        cut: Whether the line has ended.
    """

    def __init__(self, head: bytes, heard: Callable[[], None]) -> None:
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.cut = False
        self._head = head
        self._heard = heard
        self._got = bytearray()
        self._upgraded = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the feed."""
        # uvloop's transports are one in all but name.
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._head)

    def data_received(self, data: bytes) -> None:
        """Take in a part of the feed."""
        self._got += data
        if not self._upgraded and not self._upgrade():
            return
        while (frame := self._frame()) is not None:
            self._take(*frame)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits for the feed to open."""
        self.cut = True
        if not self.open.done():
            self.open.set_exception(ConnectionResetError(f"the core closed the feed: {exc}"))

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def _upgrade(self) -> bool:
        ends = self._got.find(b"\r\n\r\n")
        if ends < 0:
            return False
        status = bytes(self._got[:64]).split(b"\r\n", 1)[0]
        if b" 101 " not in status:
            if not self.open.done():
                self.open.set_exception(WrongAnswer(f"no feed: {status.decode('latin-1')}"))
            return False
        del self._got[: ends + 4]
        self._upgraded = True
        return True

    def _frame(self) -> tuple[int, bytes] | None:
        """Return the next whole frame's opcode and payload; what a server sends is not masked."""
        got = self._got
        if len(got) < 2:
            return None
        length, at = got[1] & 0x7F, 2
        if length >= 126:
            at = 4 if length == 126 else 10
            if len(got) < at:
                return None
            length = int.from_bytes(got[2:at], "big")
        if len(got) < at + length:
            return None
        opcode, payload = got[0] & 0x0F, bytes(got[at : at + length])
        del got[: at + length]
        return opcode, payload

    def _take(self, opcode: int, payload: bytes) -> None:
        assert self._transport is not None
        if opcode == _PING:
            # Masked with zeros: a client's frames must be, and zeros change nothing.
            self._transport.write(_PONG + bytes([0x80 | len(payload)]) + bytes(4) + payload)
        elif opcode == _CLOSE:
            self._transport.close()
        elif CALLED in payload and self.open.done():
            self._heard()
        if not self.open.done():
            self.open.set_result(None)


class Audience:
    """Many subscribers who wait for the same call."""

    def __init__(self) -> None:
        self._feeds: list[FeedLine] = []
        self._missing = 0
        self._all: asyncio.Event = asyncio.Event()
        self._last_at = 0.0

    async def join(self, core: str, token: str, count: int) -> None:
        """Open ``count`` more feeds of the whole hall."""
        host, port = address(core)
        for _ in range(count):
            head = _handshake(token)
            loop = asyncio.get_running_loop()
            _, feed = await loop.create_connection(lambda head=head: FeedLine(head, self._heard), host, port)  # type: ignore[misc]
            self._feeds.append(feed)
        try:
            await asyncio.gather(*(feed.open for feed in self._feeds))
        except (OSError, WrongAnswer):
            self.leave()
            raise

    def expect(self) -> None:
        """Begin to wait for the next call.

        Raises:
            ConnectionResetError: Somebody is no longer there.
        """
        if any(feed.cut for feed in self._feeds):
            raise ConnectionResetError("the core cut a feed")
        self._missing = len(self._feeds)
        self._all.clear()

    async def heard_by_all(self) -> float:
        """Return when the last one had heard the call, seconds of ``time.perf_counter``."""
        if self._feeds:
            await self._all.wait()
        return self._last_at

    def leave(self) -> None:
        """Close all feeds."""
        for feed in self._feeds:
            feed.close()
        self._feeds.clear()

    def _heard(self) -> None:
        self._missing -= 1
        if self._missing == 0:
            self._last_at = time.perf_counter()
            self._all.set()


def _handshake(token: str) -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = (
        "GET /api/feed HTTP/1.1",
        "Host: hall",
        f"Authorization: Bearer {token}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
