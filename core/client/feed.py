"""Following the core's numbered events over a WebSocket, through every kind of bad network."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, QUrlQuery, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkProxy, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket

from core.client.steady import steady_s

log = logging.getLogger(__name__)

CONNECT_TIMEOUTS_MS = (3000, 3000, 6000, 10_000)
"""``QWebSocket.open`` has no handshake timeout of its own: against a frozen core it hangs.

Each attempt waits longer than the last: 820 screens that come at once to a busy core stand in a queue, and
who leaves it too soon and comes again only makes it longer.
"""
LATE = 2
"""A timer that took so many times its interval says that this program was held up, not the core."""
HEARTBEAT_MS = 2000
"""A ping so often; one that is not answered before the next means that the line is dead."""
BACKOFF_MS = (100, 250, 500, 750)
"""Waits between attempts; capped, so that every screen is back within 2 s of the core.

Each is made up to half as long again; with 1000 the slowest of 160 restarts on a busy machine took 2.5 s.
"""


class FeedState(Enum):
    """Where the line to the core stands."""

    STOPPED = auto()
    CONNECTING = auto()
    OPEN = auto()
    WAITING = auto()


class Feed(QObject):
    """One WebSocket that opens itself again for ever.

    Signals:
        opened: The line is up; messages follow.
        message(object): One JSON object from the core, in order.
        lost: The line went down; it is being opened again.
        unauthorized: The core knows this token no more (it is asked again, slowly).
    """

    opened = Signal()
    message = Signal(object)
    lost = Signal()
    unauthorized = Signal()

    def __init__(
        self, url: str, token: str, parent: QObject | None = None, *, heartbeat_ms: int = HEARTBEAT_MS
    ) -> None:
        super().__init__(parent)
        self._url = url
        self._token = token
        self._query: Mapping[str, str] = {}
        self._after: int | None = None
        self._epoch = ""
        self._attempt = 0
        self._answered = True
        self._reopening = False
        self._pardoned = False
        self._told = False
        self._since_s = self._opened_s = steady_s()
        self.state = FeedState.STOPPED
        self._socket = self._new_socket()
        self._watchdog = self._timer(0, self._too_long, single=True)
        self._heartbeat = self._timer(heartbeat_ms, self._beat)
        self._retry = self._timer(0, self._open, single=True)

    def start(self, **query: str) -> None:
        """Open the line; ``query`` are the feed's filters (``zone``, ``window``, ``queue``)."""
        self._query = query
        self._attempt = 0
        self._open()

    def stop(self) -> None:
        """Close the line and leave it closed."""
        self.state = FeedState.STOPPED
        for timer in (self._watchdog, self._heartbeat, self._retry):
            timer.stop()
        self._socket.abort()

    def resume_after(self, seq: int, epoch: str) -> None:
        """Ask for what came after ``seq`` when the line is opened next.

        Args:
            epoch: The life of the hall that the number belongs to, as its snapshot said.
        """
        self._after = seq
        self._epoch = epoch

    def begin_anew(self) -> None:
        """Open the line again for a snapshot: what it tells of has changed. It is lost only if that fails."""
        self._after = None
        if self.state is not FeedState.OPEN:
            return
        self.state = FeedState.WAITING
        self._reopening = True
        self._heartbeat.stop()
        self._socket.abort()
        # Not all at once, should the whole hall be another.
        self._retry.start(random.randrange(BACKOFF_MS[0]))  # noqa: S311

    def renew(self) -> None:
        """Open the line again at once, for a snapshot: the machine slept, or nobody looked for long.

        An attempt that is under way is begun anew, for what it was sent to may be gone.
        """
        if self.state is FeedState.STOPPED:
            return
        self._reopening = self._reopening or self.state is FeedState.OPEN
        self.state = FeedState.WAITING
        self._after = None
        self._attempt = 0
        self._watchdog.stop()
        self._heartbeat.stop()
        self._socket.abort()
        self._retry.start(0)

    def _new_socket(self) -> QWebSocket:
        socket = QWebSocket(parent=self)
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        socket.connected.connect(self._connected)
        socket.disconnected.connect(self._disconnected)
        socket.errorOccurred.connect(self._failed)
        socket.textMessageReceived.connect(self._received)
        socket.pong.connect(self._ponged)
        return socket

    def _timer(self, interval_ms: int, slot: Any, *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(single)
        timer.timeout.connect(slot)
        return timer

    def _open(self) -> None:
        self.state = FeedState.CONNECTING
        self._pardoned = False
        self._watch(_at(CONNECT_TIMEOUTS_MS, self._attempt))
        request = QNetworkRequest(self._feed_url())
        request.setRawHeader(b"Authorization", f"Bearer {self._token}".encode())
        self._socket.open(request)

    def _feed_url(self) -> QUrl:
        url = QUrl(self._url)
        url.setScheme("wss" if url.scheme() == "https" else "ws")
        url.setPath("/api/feed")
        query = QUrlQuery()
        for name, value in self._query.items():
            query.addQueryItem(name, value)
        if self._after is not None:
            query.addQueryItem("after", str(self._after))
            if self._epoch:
                query.addQueryItem("epoch", self._epoch)
        url.setQuery(query)
        return url

    def _connected(self) -> None:
        self._watchdog.stop()
        self.state = FeedState.OPEN
        # A line that was only opened anew is still taken for up: there silence is told as ever.
        self._told, self._reopening = self._reopening, False
        self._opened_s = steady_s()
        self._answered = True
        self._pardoned = False
        self._since_s = steady_s()
        self._heartbeat.start()
        self.opened.emit()

    def _received(self, text: str) -> None:
        self._answered = True
        if not self._told:
            self._told = True
            self._attempt = 0
        self.message.emit(json.loads(text))

    def _ponged(self, _elapsed_ms: int, _payload: QByteArray) -> None:
        self._answered = True

    def _beat(self) -> None:
        held_up = self._held_up(self._heartbeat.interval())
        if not self._answered and not held_up and not self._queues_up():
            log.info("the core did not answer for %d ms", self._heartbeat.interval())
            self._give_up()
            return
        self._answered = False
        self._socket.ping()

    def _queues_up(self) -> bool:
        """Whether the core let this line in and has not had time to tell it anything yet.

        Until then nobody takes what is shown for new, and a core that has just started has hundreds to tell.
        """
        waited_ms = (steady_s() - self._opened_s) * 1000
        return not self._told and waited_ms < _at(CONNECT_TIMEOUTS_MS, self._attempt)

    def _watch(self, interval_ms: int) -> None:
        self._since_s = steady_s()
        self._watchdog.start(interval_ms)

    def _too_long(self) -> None:
        """The core has not let this line in, unless its answer lies here and nobody had time to read it."""
        interval_ms = self._watchdog.interval()
        if self._held_up(interval_ms):
            self._watch(interval_ms)
        else:
            self._give_up()

    def _held_up(self, interval_ms: int) -> bool:
        """Whether this program had no time for the line since the timer began; once in a row it counts."""
        passed_s, self._since_s = steady_s() - self._since_s, steady_s()
        late = passed_s * 1000 > interval_ms * LATE
        self._pardoned = late and not self._pardoned
        return self._pardoned

    def _give_up(self) -> None:
        self._socket.abort()
        self._disconnected()

    def _failed(self, _error: QAbstractSocket.SocketError) -> None:
        if self.state is FeedState.CONNECTING:
            self._disconnected()

    def _disconnected(self) -> None:
        if self.state in (FeedState.STOPPED, FeedState.WAITING):
            return
        was_open = self.state is FeedState.OPEN or self._reopening
        self._reopening = False
        refused = "403" in self._socket.errorString() or "401" in self._socket.errorString()
        self.state = FeedState.WAITING
        self._watchdog.stop()
        self._heartbeat.stop()
        wait_ms = _at(BACKOFF_MS, self._attempt)
        self._attempt += 1
        # Half to one and a half, so that 300 screens do not knock in the same millisecond after a restart.
        self._retry.start(wait_ms // 2 + random.randrange(wait_ms))  # noqa: S311
        if was_open:
            log.info("the line to the core was lost")
            self.lost.emit()
        elif refused:
            self.unauthorized.emit()


def _at(waits: Sequence[int], attempt: int) -> int:
    """Return the wait of an attempt; the last one holds for all that follow."""
    return waits[min(attempt, len(waits) - 1)]
