"""Asking the core over HTTP from the Qt loop."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QTimer, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest

from core.client.keys import new_key
from core.client.reply import Answer, Refused, Reply, Unreachable
from core.client.steady import steady_s

TRANSFER_TIMEOUT_MS = 3000
"""QNetworkAccessManager itself waits for ever."""
RETRY_AFTER_MS = (200, 500, 1000, 2000)
"""Waits before asking again when no answer came: a person stands in front of the screen."""

TOO_OLD_S = 30
"""What was asked so long ago is not asked again: the machine slept meanwhile, and who asked is gone."""

STORE_FAILED = "store.failed"
_NETWORK = "core.client.network"

Done = Callable[[Reply], None]


@dataclass(frozen=True, slots=True)
class _Ask:
    verb: bytes
    path: str
    body: bytes
    key: str
    done: Done
    asked_at: float
    known: str = ""


class CoreHttp(QObject):
    """Sends requests to the core and answers each exactly once, on the GUI thread.

    A changing request carries an ``Idempotency-Key``. When no answer comes it is sent again with the same
    key, so that the core does it once however often it hears it.
    """

    def __init__(self, url: str, token: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = QUrl(url)
        self._token = token
        self._network = _network()
        self._under_way: set[QNetworkReply] = set()
        self._closed = False

    def set_token(self, token: str) -> None:
        """Use another token from the next request on."""
        self._token = token

    def get(self, path: str, done: Done, known: str = "") -> None:
        """Ask for ``path`` (``"/api/hall"``); ``done`` gets the reply.

        Args:
            known: The tag of an answer that is known: if it still holds, an answer with that tag comes and
                no body.
        """
        self._send(_Ask(b"GET", path, b"", "", done, steady_s(), known), 0)

    def post(self, path: str, body: Mapping[str, Any] | None, done: Done, key: str = "") -> None:
        """Ask the core to do something; ``done`` gets the reply, also after retries.

        Args:
            key: The ``Idempotency-Key``, where the same is asked again later; by default a new one.
        """
        self._send(self._changing(b"POST", path, body, done, key), 0)

    def put(self, path: str, body: Mapping[str, Any] | None, done: Done) -> None:
        """Ask the core to set something; ``done`` gets the reply, also after retries."""
        self._send(self._changing(b"PUT", path, body, done), 0)

    def close(self) -> None:
        """Forget what is under way; nobody is called back any more."""
        self._closed = True
        for reply in list(self._under_way):
            reply.abort()

    def _changing(
        self, verb: bytes, path: str, body: Mapping[str, Any] | None, done: Done, key: str = ""
    ) -> _Ask:
        key = key or new_key()
        return _Ask(verb, path, json.dumps(dict(body or {})).encode(), key, done, steady_s())

    def _send(self, ask: _Ask, attempt: int) -> None:
        if self._closed:
            return
        reply = self._network.sendCustomRequest(
            self._request(ask), QByteArray(ask.verb), QByteArray(ask.body)
        )
        self._under_way.add(reply)
        reply.finished.connect(lambda: self._finished(reply, ask, attempt))

    def _send_again(self, ask: _Ask, attempt: int) -> None:
        if self._closed:
            return
        if steady_s() - ask.asked_at > TOO_OLD_S:
            ask.done(Unreachable("no answer, and it is too late to ask again"))
        else:
            self._send(ask, attempt)

    def _request(self, ask: _Ask) -> QNetworkRequest:
        path, _, query = ask.path.partition("?")
        url = QUrl(self._url)
        url.setPath(path)
        url.setQuery(query)
        request = QNetworkRequest(url)
        request.setTransferTimeout(TRANSFER_TIMEOUT_MS)
        request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        if self._token:
            request.setRawHeader(b"Authorization", f"Bearer {self._token}".encode())
        if ask.key:
            request.setRawHeader(b"Idempotency-Key", ask.key.encode())
        if ask.known:
            request.setRawHeader(b"If-None-Match", ask.known.encode())
        return request

    def _finished(self, reply: QNetworkReply, ask: _Ask, attempt: int) -> None:
        self._under_way.discard(reply)
        if self._closed:
            # It was aborted and holds nothing to read.
            reply.deleteLater()
            return
        status = _status(reply)
        body = b"" if status is None else bytes(reply.readAll().data())
        detail = reply.errorString()
        tag = bytes(reply.rawHeader("ETag").data()).decode("latin-1")
        reply.deleteLater()
        # A 5xx is the core in trouble, not its answer: it may come up again before the waits are over.
        if status is not None and status < 500:
            ask.done(read_reply(status, body, tag))
        elif attempt < len(RETRY_AFTER_MS):
            QTimer.singleShot(RETRY_AFTER_MS[attempt], self, lambda: self._send_again(ask, attempt + 1))
        else:
            ask.done(_last_word(status, body, detail))


def _network() -> QNetworkAccessManager:
    """Return the application's one network access, made when it is first needed.

    It outlives whoever asks: Qt's own thread still has words for the replies of an access that is destroyed
    with requests under way, and they reach what is half gone (docs/adr/0007). One is what Qt advises anyway.
    Source: https://doc.qt.io/qt-6/qnetworkaccessmanager.html#details
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("the core is asked from a Qt application's loop, and there is none")
    network = app.findChild(QNetworkAccessManager, _NETWORK)
    if network is None:
        network = QNetworkAccessManager(app)
        network.setObjectName(_NETWORK)
        network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
    return network


def _last_word(status: int | None, body: bytes, detail: str) -> Reply:
    """Return what comes of a request that the core did not answer as it should, asked again and again."""
    if status is None:
        return Unreachable(detail)
    said = read_reply(status, body)
    # The core says that nothing was done: somebody is told so, and not that nobody knows.
    known = isinstance(said, Refused) and said.key == STORE_FAILED
    return said if known else Unreachable(f"HTTP {status}")


def _status(reply: QNetworkReply) -> int | None:
    """Return the HTTP status of a whole answer, ``None`` if the line broke before or within it."""
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    # Below 100 the network failed; it may have done so in the middle of a body.
    # Source: https://doc.qt.io/qt-6/qnetworkreply.html#NetworkError-enum
    broken = 0 < reply.error().value < 100
    return status if isinstance(status, int) and not broken else None


def read_reply(status: int, body: bytes, tag: str = "") -> Reply:
    """Return what an HTTP answer means; a body that is no JSON object is a refusal without a known key.

    Args:
        tag: The answer's ``ETag``.
    """
    try:
        value = json.loads(body) if body else {}
    except ValueError:
        value = None
    if not isinstance(value, dict):
        return Refused("error.unknown", {"detail": body[:200].decode(errors="replace")}, status)
    if status < 400:
        return Answer(value, tag)
    return Refused(str(value.get("key", "error.unknown")), value.get("params", {}), status)
