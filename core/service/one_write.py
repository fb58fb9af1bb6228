"""An answer leaves in one write: head and body in two cost a ticket as much as its row in the database."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class OneWrite:
    """A transport that gathers what is written until the loop comes round.

    Everything else is the transport's own. When it is closed, what was written goes out first.

    Attributes:
        transport: What it writes to.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self.transport = transport
        self._loop = loop
        self._gathered: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.transport, name)

    def write(self, data: bytes) -> None:
        """Send it with what else is written now."""
        if not self._gathered:
            self._loop.call_soon(self.flush)
        self._gathered.append(data)

    def close(self) -> None:
        """Send what was written, then close."""
        self.flush()
        self.transport.close()

    def flush(self) -> None:
        """Send what was written."""
        gathered, self._gathered = self._gathered, []
        if gathered and not self.transport.is_closing():
            self.transport.write(b"".join(gathered))


class HttpProtocol(HttpToolsProtocol):
    """uvicorn's protocol with answers in one write."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection."""
        super().connection_made(cast(asyncio.Transport, OneWrite(transport, self.loop)))

    def on_response_complete(self) -> None:
        """Let the answer go, before anything else that the loop has to do."""
        cast(OneWrite, self.transport).flush()
        super().on_response_complete()

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection itself on: a feed writes each of its messages at once."""
        gathering = cast(OneWrite, self.transport)
        gathering.flush()
        self.transport = gathering.transport
        super().handle_websocket_upgrade()
