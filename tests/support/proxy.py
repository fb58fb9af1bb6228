"""A TCP proxy that loses things: what stands between a screen and the core on a bad day."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Proxy:
    """Hands connections on to a core, and on demand loses the answer to a request.

    Attributes:
        url: Where it listens.
        lose: So many answers are lost yet, each with its connection, after the core has had the request.
        keep: Bytes of a lost answer that still come through.
        flows: Cleared, nothing comes through and nobody is told: a cable that was pulled. What was sent
            meanwhile arrives late, as TCP does it.
        requests: Requests handed on so far (pieces read from a client).
    """

    def __init__(self, core_url: str) -> None:
        host, _, port = core_url.removeprefix("http://").rpartition(":")
        self._core = (host, int(port))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.lose = 0
        self.keep = 0
        self.flows = threading.Event()
        self.flows.set()
        self.requests: list[bytes] = []
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        """End every connection."""
        self.flows.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._threads[0].join()
        for each in self._sockets:
            _end(each)
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                self.flows.wait()
                try:
                    core = socket.create_connection(self._core)
                except ConnectionError:
                    _end(client)  # The core is away; who came is to come again.
                    continue
                self._sockets += [client, core]
                for work in (self._hand_on, self._answer):
                    thread = threading.Thread(target=work, args=(client, core))
                    self._threads.append(thread)
                    thread.start()

    def _hand_on(self, client: socket.socket, core: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                self.requests.append(data)
                self.flows.wait()
                core.sendall(data)
        _end(core)

    def _answer(self, client: socket.socket, core: socket.socket) -> None:
        with suppress(OSError):
            while data := core.recv(65536):
                self.flows.wait()
                if self.lose > 0:
                    self.lose -= 1
                    client.sendall(data[: self.keep])
                    break
                client.sendall(data)
        _end(client)
        _end(core)


def _end(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def losing_proxy(core_url: str) -> Iterator[Proxy]:
    """Run a proxy in front of a core."""
    proxy = Proxy(core_url)
    try:
        yield proxy
    finally:
        proxy.close()
