"""The line to a device that is no printer: a serial port or TCP, bytes with deadlines."""

from __future__ import annotations

import socket
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from hardware.errors import DeviceUnreachable

T = TypeVar("T")

FORMS = "serial:///dev/ttyUSB0?baud=9600, serial:COM3?baud=9600 or tcp://10.0.0.9:5005"

WRITE_TIMEOUT_S = 2.0
"""How long a device may take no data before it counts as gone, beside a serial line's own time."""
CONNECT_TIMEOUT_S = 3.0
_TAKE = 4096
_KEEPALIVE = {"TCP_KEEPIDLE": 10, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3}
"""Seconds of silence before the first probe, seconds between probes, and how many: gone after 25 s."""
_DRAIN_MOST = 256


class Line(ABC):
    """An opened line; everything that goes wrong on it is a ``DeviceUnreachable`` of its address."""

    def __init__(self, url: str) -> None:
        self.url = url

    def write(self, data: bytes) -> None:
        """Hand over all bytes.

        Raises:
            DeviceUnreachable: It is gone, or takes nothing.
        """
        self._guarded(lambda: self._write(data))

    def read(self, timeout_s: float) -> bytes:
        """Return what has come, waiting for the first byte; nothing when the time is over.

        Raises:
            DeviceUnreachable: It is gone.
        """
        return self._guarded(lambda: self._read(timeout_s))

    def drain(self) -> None:
        """Throw away what has come and nobody asked for: a late answer must not be taken for this one.

        It ends also where the far end never stops talking.
        """
        for _ in range(_DRAIN_MOST):
            if not self.read(0):
                return

    def close(self) -> None:
        """Give the line back; never raises."""
        with suppress(*_failures()):
            self._close()

    def _guarded(self, act: Callable[[], T]) -> T:
        try:
            return act()
        except _failures() as failure:
            raise _unreachable(self.url, failure) from failure

    @abstractmethod
    def _write(self, data: bytes) -> None: ...

    @abstractmethod
    def _read(self, timeout_s: float) -> bytes: ...

    @abstractmethod
    def _close(self) -> None: ...


class TcpLine(Line):
    """A device on the network, or behind a serial server."""

    def __init__(self, url: str, host: str, port: int) -> None:
        super().__init__(url)
        self._socket = socket.create_connection((host, port), timeout=CONNECT_TIMEOUT_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # A device that only speaks, a scanner say, would otherwise be taken for a quiet one for ever.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEPALIVE.items():
            if hasattr(socket, name):
                self._socket.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)

    def notices_silence_after_s(self) -> int | None:
        """Return after how long the system finds out that nobody is there; ``None``: it does not look."""
        if not self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE):
            return None
        numbers = [getattr(socket, name, None) for name in _KEEPALIVE]
        if None in numbers:
            return None
        idle, every, times = (self._socket.getsockopt(socket.IPPROTO_TCP, each) for each in numbers if each)
        return idle + every * times

    def _write(self, data: bytes) -> None:
        self._socket.settimeout(WRITE_TIMEOUT_S)
        self._socket.sendall(data)

    def _read(self, timeout_s: float) -> bytes:
        self._socket.settimeout(timeout_s)
        try:
            data = self._socket.recv(_TAKE)
        except (TimeoutError, BlockingIOError):
            return b""
        if not data:
            raise ConnectionResetError("it closed the connection")
        return data

    def _close(self) -> None:
        self._socket.close()


class SerialLine(Line):
    """RS-232, RS-485 or a USB-to-serial adapter, 8N1; nobody else may have the port."""

    def __init__(self, url: str, port: str, baud: int) -> None:
        import serial

        super().__init__(url)
        self._seconds_a_byte = 10 / baud
        self._port = serial.Serial(port, baud, exclusive=True)

    def _write(self, data: bytes) -> None:
        # The default is to wait for ever on a device that takes nothing.
        self._port.write_timeout = WRITE_TIMEOUT_S + len(data) * self._seconds_a_byte
        self._port.write(data)

    def _read(self, timeout_s: float) -> bytes:
        self._port.timeout = timeout_s
        first = self._port.read(1)
        return bytes(first + self._port.read(self._port.in_waiting)) if first else b""

    def _close(self) -> None:
        if self._port.is_open:
            # Else the system's close waits for a device that takes nothing.
            self._port.reset_output_buffer()
        self._port.close()


def line_opener(url: str, *, baud: int, port: int | None = None) -> Callable[[], Line]:
    """Return what opens the line at an address; nothing is opened yet.

    Args:
        baud: Of a serial line whose address names none.
        port: Of a TCP address that names none; ``None``: it must.

    Raises:
        ValueError: The address is not one of :data:`FORMS`; the sentence says what is wrong.
    """
    try:
        open_it = _opener(url, baud, port)
    except ValueError as error:
        raise ValueError(f"device address {url!r}: {error}; write {FORMS}") from error

    def opened() -> Line:
        try:
            return open_it()
        except _failures() as failure:
            raise _unreachable(url, failure) from failure

    return opened


def _opener(url: str, baud: int, port: int | None) -> Callable[[], Line]:
    parts = urlsplit(url)
    options = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    match parts.scheme:
        case "tcp":
            host, number = parts.hostname, parts.port or port
            if not host or number is None:
                raise ValueError("the host is missing" if not host else "the port is missing")
            if options or parts.path.strip("/"):
                raise ValueError("nothing may follow the port")
            return lambda: TcpLine(url, host, number)
        case "serial":
            device = parts.netloc + parts.path
            if not device.strip("/"):
                raise ValueError("the port is missing")
            if unknown := sorted(options.keys() - {"baud"}):
                raise ValueError(f"unknown option {', '.join(unknown)}")
            speed = int(options.get("baud", baud))
            if speed <= 0:
                raise ValueError(f"the baud rate must be positive, not {speed}")
            return lambda: SerialLine(url, device, speed)
    raise ValueError("it must begin with serial:// or tcp://")


def _failures() -> tuple[type[Exception], ...]:
    """Return what a line raises: pyserial lets ``termios.error`` through, which is no ``OSError``."""
    try:
        import termios
    except ImportError:  # Windows
        return (OSError,)
    return (OSError, termios.error)


def _unreachable(url: str, failure: Exception) -> DeviceUnreachable:
    return DeviceUnreachable(url, " ".join(str(failure).split()) or type(failure).__name__)
