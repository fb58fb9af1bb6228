"""Following the feed from a test, over a real WebSocket."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from websockets.sync.client import ClientConnection, connect

from core.domain.people import Role
from tests.support.running_core import CoreHandle

HEARD_WITHIN_S = 30


def feed_url(core: CoreHandle, **query: Any) -> str:
    """Return the address of a core's feed."""
    return f"{core.url.replace('http', 'ws', 1)}/api/feed?{urlencode(query)}"


def headers(core: CoreHandle) -> dict[str, str]:
    """Return what a screen sends along."""
    return {"Authorization": f"Bearer {core.token(Role.SCREEN)}"}


class Follower:
    """One open feed; what comes is taken message by message.

    Attributes:
        first: The first message: a snapshot, or what was missed.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.first = self.next()

    def next(self) -> dict[str, Any]:
        """Wait for the next message."""
        message: dict[str, Any] = json.loads(self._socket.recv(timeout=HEARD_WITHIN_S))
        return message

    def until(self, seq: int) -> list[dict[str, Any]]:
        """Wait until the feed has reached ``seq`` and return what came on the way, the first message too."""
        heard = [self.first]
        while heard[-1]["seq"] < seq:
            heard.append(self.next())
        return heard


@contextmanager
def following(core: CoreHandle, **query: Any) -> Iterator[Follower]:
    """Open a feed and close it at the end."""
    address = feed_url(core, **query)
    with connect(address, additional_headers=headers(core), compression=None, proxy=None) as socket:
        yield Follower(socket)
