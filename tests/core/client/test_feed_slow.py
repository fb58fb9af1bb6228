"""A core that lets a line in and has no time for it yet: the line stays, and does not come again."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from pytestqt.qtbot import QtBot

from core.client.feed import Feed, FeedState

BEAT_MS = 40
WITHIN_MS = 20_000
_MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_PING = 0x89
_PING_BYTES = 6
"""A ping without a text: two bytes of head and the mask."""


class BusyCore(QObject):
    """Shakes hands, and then says only what the test lets it say.

    Attributes:
        lines: How often somebody came.
        pings: How many came of the line that is open.
    """

    def __init__(self) -> None:
        super().__init__()
        self._server = QTcpServer(self)
        assert self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self._server.newConnection.connect(self._came)
        self._heard = b""
        self._line: QTcpSocket | None = None
        self.lines = 0
        self.pings = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.serverPort()}"

    def say(self, text: bytes) -> None:
        assert self._line is not None
        self._line.write(bytes((0x81, len(text))) + text)

    def _came(self) -> None:
        self._line = self._server.nextPendingConnection()
        self._line.readyRead.connect(self._read)
        self._heard = b""
        self.lines += 1
        self.pings = 0

    def _read(self) -> None:
        assert self._line is not None
        self._heard += bytes(self._line.readAll().data())
        head, ended, rest = self._heard.partition(b"\r\n\r\n")
        if ended and head.startswith(b"GET"):
            key = next(
                each[18:].strip()
                for each in head.split(b"\r\n")
                if each.lower().startswith(b"sec-websocket-key")
            )
            accept = base64.b64encode(hashlib.sha1(key + _MAGIC).digest())
            self._line.write(
                b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
            )
            self._heard = rest
        while self._heard[:1] == bytes((_PING,)) and len(self._heard) >= _PING_BYTES:
            self._heard = self._heard[_PING_BYTES:]
            self.pings += 1

    def close(self) -> None:
        self._server.close()
        if self._line is not None:
            self._line.abort()


@pytest.fixture
def busy(qtbot: QtBot) -> Iterator[BusyCore]:
    assert qtbot is not None
    core = BusyCore()
    yield core
    core.close()


@pytest.fixture
def feed(busy: BusyCore) -> Iterator[Feed]:
    feed = Feed(busy.url, "t", heartbeat_ms=BEAT_MS)
    feed.start()
    yield feed
    feed.stop()


def test_a_line_that_was_let_in_waits_to_be_told_something(feed: Feed, busy: BusyCore, qtbot: QtBot) -> None:
    """After a restart 820 screens stand in a queue; who leaves it and comes again makes it longer."""
    lost: list[None] = []
    feed.lost.connect(lambda: lost.append(None))
    qtbot.waitUntil(lambda: busy.pings >= 6, timeout=WITHIN_MS)
    assert (busy.lines, feed.state) == (1, FeedState.OPEN)
    busy.say(b'{"kind":"reached","seq":1}')
    with qtbot.waitSignal(feed.message, timeout=WITHIN_MS):
        pass
    assert lost == []


def test_once_told_it_is_lost_by_the_first_beat_that_has_no_answer(
    feed: Feed, busy: BusyCore, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: busy.pings >= 1, timeout=WITHIN_MS)
    with qtbot.waitSignal(feed.lost, timeout=WITHIN_MS):
        busy.say(b'{"kind":"reached","seq":1}')
    qtbot.waitUntil(lambda: busy.lines == 2, timeout=WITHIN_MS)


def test_who_is_told_nothing_for_long_comes_again(
    busy: BusyCore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.feed.CONNECT_TIMEOUTS_MS", (BEAT_MS * 3, WITHIN_MS))
    feed = Feed(busy.url, "t", heartbeat_ms=BEAT_MS)
    feed.start()
    qtbot.waitUntil(lambda: busy.lines == 2, timeout=WITHIN_MS)
    # The second time it has more patience.
    qtbot.waitUntil(lambda: busy.pings >= 6, timeout=WITHIN_MS)
    assert busy.lines == 2
    feed.stop()
