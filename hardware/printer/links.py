"""The wires to a printer: opened, written, and read one byte at a time with a deadline.

Sockets and serial ports are opened here. python-escpos opens USB only, and is imported on first use: it
brings pictures, bar codes and a capability database with it, 11 MB and 0.3-0.6 s. Its own status calls are
never used, they take silence for "paper adequate".
"""

from __future__ import annotations

import socket
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hardware.printer.library import escpos_printer

CONNECT_TIMEOUT_S = 2.0
"""How long a printer in the network may take to be there."""

LATE_S = 0.5
"""How long an answer that did not come in time is still listened for, before another question is asked."""

SEND_TIMEOUT_S = 3.0
"""How long a printer may take no data before the job is given up."""

DRAIN_READS = 64
"""Reads after which one that never stops talking is asked all the same."""

_SEND_BUFFER = 16384
"""Bytes the system may hold back: few, so that what counts as sent is at the printer or nearly so."""

_TTY_BUFFER = 4096
"""Bytes Linux holds back on a serial port."""

_TAKE = 64


class Link(ABC):
    """One opened connection for one job; close it whatever happens.

    Attributes:
        owed: Questions whose answers did not come in time and may still come.
    """

    asks = True
    """Whether anything comes back from there."""

    lag_s = 0.0
    """How long what the system holds back may still be on the wire before a question gets there."""

    def __init__(self) -> None:
        self.owed = 0

    @abstractmethod
    def send(self, data: bytes) -> None:
        """Hand over all bytes, or raise within about ``SEND_TIMEOUT_S`` of a stall."""

    def ask(
        self, question: bytes, fits: Callable[[int], bool], timeout_s: float, *, again: bool = False
    ) -> int | None:
        """Send a question and return the first byte that fits as its answer, ``None`` if none comes in time.

        Bytes still under way from before are thrown away first, and an answer that is owed is waited for;
        else a late answer is taken for this one: nothing in it says which question it is to.
        Where nothing comes back nothing is sent.

        Args:
            question: Its bytes.
            fits: Whether a byte can be its answer.
            timeout_s: How long the printer may take, once the question is there.
            again: The line is known to be empty, and no answer is no matter: it is asked again and again.
        """
        if not self.asks:
            return None
        self._drain()
        if self.owed:
            self._await_late()
        self.send(question)
        deadline = time.monotonic() + timeout_s + (0.0 if again else self.lag_s)
        while (left := deadline - time.monotonic()) > 0:
            for answer in self._read(left):
                if fits(answer):
                    return answer
        self.owed += not again
        return None

    def _await_late(self) -> None:
        deadline = time.monotonic() + LATE_S
        while self.owed > 0 and (left := deadline - time.monotonic()) > 0:
            self.owed -= len(self._read(left))
        self.owed = 0

    @abstractmethod
    def close(self) -> None:
        """Give the connection back; what is still held back goes out."""

    def abort(self) -> None:
        """Give the connection back at once, whatever is still held back; harmless after :meth:`close`."""
        self.close()

    @abstractmethod
    def _read(self, timeout_s: float) -> bytes:
        """Return what has come, waiting for the first byte; nothing when the time is over."""

    @abstractmethod
    def _drain(self) -> None:
        """Throw away what has come and nobody asked for."""


class NetworkLink(Link):
    """Raw TCP, port 9100 as a rule."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__()
        self._socket = socket.create_connection((host, port), timeout=CONNECT_TIMEOUT_S)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        # Without it a question behind a band waits 40 ms for the printer's delayed acknowledgement.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, data: bytes) -> None:
        """Hand over all bytes; the socket's own deadline applies."""
        self._socket.settimeout(SEND_TIMEOUT_S)
        self._socket.sendall(data)

    def close(self) -> None:
        """Say that no more is sent, and give the socket back."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _read(self, timeout_s: float) -> bytes:
        self._socket.settimeout(timeout_s)
        try:
            answer = self._socket.recv(_TAKE)
        except TimeoutError:
            return b""
        if not answer:
            raise ConnectionResetError("the printer closed the connection")
        return answer

    def _drain(self) -> None:
        self._socket.setblocking(False)
        try:
            for _ in range(DRAIN_READS):
                if not self._socket.recv(_TAKE):
                    return
        except BlockingIOError:
            pass


class SerialLink(Link):
    """RS-232 or a USB-to-serial adapter, 8N1.

    ``flow`` is ``"none"``, ``"rtscts"`` or ``"xonxoff"``, as the printer's switches are set.
    """

    def __init__(self, port: str, baud: int, flow: str) -> None:
        import serial

        self._seconds_a_byte = 10 / baud
        self.lag_s = _TTY_BUFFER * self._seconds_a_byte
        super().__init__()
        self._port = serial.Serial(
            port, baud, xonxoff=flow == "xonxoff", rtscts=flow == "rtscts", dsrdtr=False, timeout=1
        )

    def send(self, data: bytes) -> None:
        """Hand over all bytes; time on the wire is no stall: at 115200 baud a band takes 1.6 s."""
        # The default is to wait for ever on a printer that takes nothing.
        self._port.write_timeout = SEND_TIMEOUT_S + len(data) * self._seconds_a_byte
        self._port.write(data)

    def close(self) -> None:
        """Give the port back; the system sends what is left."""
        self._port.close()

    def abort(self) -> None:
        """Give the port back and forget what is left."""
        try:
            if self._port.is_open:
                # Else the system's close waits up to 30 s for a printer that takes nothing.
                self._port.reset_output_buffer()
        finally:
            self.close()

    def _read(self, timeout_s: float) -> bytes:
        self._port.timeout = timeout_s
        return bytes(self._port.read(1))

    def _drain(self) -> None:
        self._port.reset_input_buffer()


class UsbLink(Link):
    """USB, by vendor and product id."""

    def __init__(
        self, vendor: int, product: int, out_endpoint: int, in_endpoint: int, **usb_args: Any
    ) -> None:
        super().__init__()
        self._printer = escpos_printer("Usb")(
            vendor,
            product,
            usb_args,
            timeout=int(SEND_TIMEOUT_S * 1000),
            in_ep=in_endpoint,
            out_ep=out_endpoint,
        )
        self._printer.open()
        self._in_endpoint = in_endpoint

    def send(self, data: bytes) -> None:
        """Hand over all bytes; the deadline is the library's."""
        self._printer._raw(data)

    def close(self) -> None:
        """Give the device back."""
        self._printer.close()

    def _read(self, timeout_s: float) -> bytes:
        import usb.core

        try:
            return bytes(self._printer.device.read(self._in_endpoint, _TAKE, max(1, int(timeout_s * 1000))))
        except usb.core.USBTimeoutError:
            return b""

    def _drain(self) -> None:
        for _ in range(DRAIN_READS):
            if not self._read(0.001):
                return
