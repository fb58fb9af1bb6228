"""The floors: a raw durable commit, a loopback round trip, a raw TCP write."""

from __future__ import annotations

import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

COMMITTING_S = 0.5
"""How long one look at the disk takes."""
_ROW = b"x" * 100
_TAKE = 65536
_END = b"end"


@dataclass(frozen=True, slots=True)
class Commits:
    """What the disk does.

    Attributes:
        a_second: Durable commits.
        each_ms: The median of one.
    """

    a_second: float
    each_ms: float


class Disk:
    """Commits single rows as durably as the core does (WAL, ``synchronous=FULL``), with nothing around it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "raw.db"

    def commits(self, for_s: float = COMMITTING_S) -> Commits:
        """Commit for a while and return how it went."""
        with closing(sqlite3.connect(self._file, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, data BLOB NOT NULL)")
            took: list[float] = []
            began = time.perf_counter()
            while (at := time.perf_counter()) - began < for_s:
                connection.execute("INSERT INTO rows (data) VALUES (?)", (_ROW,))
                took.append(time.perf_counter() - at)
            return Commits(len(took) / (time.perf_counter() - began), median(took) * 1000)


@contextmanager
def echo_server() -> Iterator[tuple[str, int]]:
    """Run a server on loopback that sends back what it gets; yield host and port."""
    with _served(lambda connection, data: connection.sendall(data)) as address:
        yield address


class Sink:
    """The far end of raw TCP writes; it answers one byte once it has all of a write."""

    def __init__(self, size: int) -> None:
        """Wait for writes of ``size`` bytes."""
        self._size = size
        self._got = 0

    def take(self, connection: socket.socket, data: bytes) -> None:
        """Count what came."""
        self._got += len(data)
        if self._got >= self._size:
            self._got -= self._size
            connection.sendall(b"!")


def tcp_write_ms(size: int, times: int = 50) -> float:
    """Return the median time from the first byte of a write on loopback until its last byte is there."""
    payload, took = b"x" * size, []
    with _served(Sink(size).take) as address, socket.create_connection(address) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for _ in range(times):
            began = time.perf_counter()
            connection.sendall(payload)
            connection.recv(1)
            took.append((time.perf_counter() - began) * 1000)
    return median(took)


@contextmanager
def _served(answer: Callable[[socket.socket, bytes], None]) -> Iterator[tuple[str, int]]:
    """Listen on loopback and answer one connection at a time, on a thread."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve, args=(listener, answer), name="baseline", daemon=True)
        thread.start()
        host, port = listener.getsockname()
        try:
            yield host, port
        finally:
            # Whoever waits in accept() does not notice that its socket is closed: somebody has to call.
            with socket.create_connection((host, port)) as last:
                last.sendall(_END)
            thread.join()


def _serve(listener: socket.socket, answer: Callable[[socket.socket, bytes], None]) -> None:
    while True:
        connection, _ = listener.accept()
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while data := connection.recv(_TAKE):
                if data == _END:
                    return
                answer(connection, data)
