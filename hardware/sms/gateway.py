"""A provider's HTTP gateway: one request a message, and no second one while the first may have been taken.

The standard library's client, without redirects and without the system's proxies: what is connected to is
what the settings say.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import quote, urlsplit

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.sms.errors import GatewayMisset, MessageRefused, NetworkBusy, OutcomeUnknown, RepeatKnown
from hardware.sms.gateway_settings import GatewaySettings, values_of
from hardware.sms.pdu import split_text
from hardware.sms.ports import Message
from hardware.worker import READY, Health, State

_MOST = 65536
"""Bytes of an answer that are read."""
_MISSET = {401, 403, 404, 405, 407}
_CODE = re.compile(r"^[A-Za-z0-9_.-]{1,32}$")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Attributes:
        cut: The connection ended before the answer did.
    """

    status: int
    text: str
    cut: bool = False


class HttpGateway:
    """A provider as a device for a worker and as a carrier; it holds no connection between messages.

    Attributes:
        name: As the settings name it; the address is never shown, it may hold a key.
    """

    def __init__(self, name: str, settings: GatewaySettings) -> None:
        self.name = name
        self._settings = settings
        self._misset = ""

    def connect(self) -> None:
        """Find out whether somebody is there; see :class:`hardware.worker.Device`."""
        self._open().close()

    def disconnect(self) -> None:
        """Do nothing: no connection is kept."""

    def look(self) -> Health:
        """Find out whether somebody is still there; see :class:`hardware.worker.Device`."""
        self.connect()
        return Health(State.DEGRADED, GatewayMisset.key, self._misset) if self._misset else READY

    def parts(self, text: str) -> int:
        """Return 1: the provider cuts a long text itself; see :class:`hardware.sms.ports.Carrier`."""
        split_text(text)
        return 1

    def send(self, message: Message, part: int) -> str:  # noqa: ARG002 - there is but one
        """Send a message; see :class:`hardware.sms.ports.Carrier`."""
        connection = self._open()
        try:
            with _within(connection, self._settings.timeout_s):
                self._request(connection, message)
                reply = _read(connection.getresponse())
        except (OSError, HTTPException) as failure:
            raise self._lost(f"no answer: {type(failure).__name__}") from failure
        finally:
            connection.close()
        try:
            reference = self._judge(reply, message)
        except GatewayMisset as failure:
            self._misset = failure.detail
            raise
        self._misset = ""
        return reference

    def _open(self) -> HTTPConnection:
        """Connect; whatever fails here has surely sent nothing.

        Raises:
            DeviceUnreachable: Nobody is there.
        """
        try:
            connection = self._connection()
        except OSError as failure:
            detail = "the file with the provider's certificates (ca_file) cannot be read"
            raise DeviceUnreachable(self.name, detail) from failure
        try:
            connection.connect()
        except (OSError, UnicodeError) as failure:  # the latter of a name that is none
            connection.close()
            raise DeviceUnreachable(self.name, " ".join(str(failure).split())) from failure
        return connection

    def _connection(self) -> HTTPConnection:
        parts, settings = urlsplit(self._settings.url), self._settings
        host = parts.hostname or ""
        if parts.scheme == "http":
            return HTTPConnection(host, parts.port, timeout=settings.timeout_s)
        trust = ssl.create_default_context(cafile=settings.ca_file)
        return HTTPSConnection(host, parts.port, timeout=settings.timeout_s, context=trust)

    def _request(self, connection: HTTPConnection, message: Message) -> None:
        settings, values = self._settings, values_of(message)
        address = urlsplit(settings.render_url(values))
        headers = {"Connection": "close", "Content-Type": settings.content_type, **settings.headers}
        if settings.idempotency_header:
            headers[settings.idempotency_header] = quote(message.id, safe="")
        body = settings.render_body(values).encode() if settings.body else None
        target = (address.path or "/") + (f"?{address.query}" if address.query else "")
        connection.request(settings.method, target, body, headers)

    def _judge(self, reply: Reply, message: Message) -> str:
        """Return the provider's word for a message it has taken.

        Raises:
            DeviceError: It has not, or nobody can tell.
        """
        settings, status = self._settings, reply.status
        if status in settings.busy_statuses:
            raise NetworkBusy(self.name, f"HTTP {status}")
        if status in settings.success:
            return self._understand(reply, message)
        if 300 <= status < 400 or status in _MISSET:
            raise GatewayMisset(self.name, f"HTTP {status}: check address, key and method in the settings")
        if 400 <= status < 500:
            raise MessageRefused(self.name, f"HTTP {status}{self._code(reply, message)}")
        raise self._lost(f"HTTP {status}{self._code(reply, message)}")

    def _understand(self, reply: Reply, message: Message) -> str:
        settings = self._settings
        if settings.busy_when and re.search(settings.busy_when, reply.text):
            raise NetworkBusy(self.name, f"it is busy{self._code(reply, message)}")
        taken = re.search(settings.sent_when, reply.text)
        if taken and (settings.sent_when or not reply.cut):
            return _shown(taken[1] if taken.re.groups else "", message)
        if reply.cut:
            raise self._lost("the answer was cut off")
        if code := self._code(reply, message):
            raise MessageRefused(self.name, f"it refused{code}")
        raise self._lost("an answer that is not understood; check sent_when and code in the settings")

    def _lost(self, detail: str) -> DeviceError:
        """Return the failure of a message that may have been taken."""
        if self._settings.idempotency_header:
            return RepeatKnown(self.name, detail)
        return OutcomeUnknown(self.name, detail)

    def _code(self, reply: Reply, message: Message) -> str:
        found = re.search(self._settings.code, reply.text) if self._settings.code else None
        return f", code {_shown(found[1], message) or '?'}" if found else ""


@contextmanager
def _within(connection: HTTPConnection, timeout_s: float) -> Iterator[None]:
    """End the connection when the time is over: the socket's own limit starts anew with each byte."""
    end = threading.Timer(timeout_s, _cut, (connection.sock,))
    end.daemon = True
    end.start()
    try:
        yield
    finally:
        end.cancel()
        end.join()


def _cut(link: socket.socket) -> None:
    with suppress(OSError):  # ended by itself in the same moment
        # Not an SSL socket's own: that one takes its state away from the thread that reads.
        socket.socket.shutdown(link, socket.SHUT_RDWR)


def _read(response: HTTPResponse) -> Reply:
    """Read the answer, or as much of it as comes; its head has come."""
    data, cut = bytearray(), False
    try:
        while len(data) < _MOST and (more := response.read1(4096)):
            data += more
        # ``read1`` ends quietly where the connection does.
        cut = len(data) < _MOST and bool(response.length)
    except (OSError, HTTPException):
        cut = True
    return Reply(response.status, data.decode("utf-8", "replace"), cut)


def _shown(said: str | None, message: Message) -> str:
    """Return a provider's code or number if it can be shown: it may be what was sent to it."""
    number = message.number.removeprefix("+86")
    return said if said and _CODE.match(said) and number not in said and said != message.text else ""
