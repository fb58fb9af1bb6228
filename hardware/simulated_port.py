"""The far end of a device's line, over TCP and on a pseudo terminal: the real driver talks to it."""

from __future__ import annotations

import os
import queue
import socket
import struct
import tempfile
import threading
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

_RECEIVE_BUFFER = 4096
_TAKE = 65536


class Behind(Protocol):
    """What is behind a port."""

    def feed(self, data: bytes) -> bytes:
        """Take what came and return the answer, nothing if there is none."""


D = TypeVar("D", bound=Behind)


class SimulatedPort(ABC, Generic[D]):
    """A thread that carries bytes between a port and what is behind it.

    Attributes:
        device: What is behind the port; set its faults as you like, at any time.
        url: The address to give to the driver.
        hangs_up_after: Bytes after which it goes away in the middle of things; ``None``: never. A network
            device resets the connection, counting from its start; a serial one is unplugged, counting
            from when it was plugged in.
        stalls_after: Bytes after which it takes no more, counted in the same way; ``None``: never.
        late_s: How long each of its answers takes.
    """

    def __init__(self, device: D) -> None:
        self.device = device
        self.url = ""
        self.hangs_up_after: int | None = None
        self.stalls_after: int | None = None
        self.late_s = 0.0
        self._got = 0
        self._later: deque[tuple[float, bytes]] = deque()
        self._stalled = False
        self._plugged = True
        self._changed = threading.Condition()
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, name=type(self).__name__, daemon=True)

    @property
    def stalled(self) -> bool:
        """Set it, and it stops taking bytes, as a hung one does."""
        return self._stalled

    @stalled.setter
    def stalled(self, stalled: bool) -> None:
        self._order(lambda: setattr(self, "_stalled", stalled))

    @property
    def plugged(self) -> bool:
        """Clear it, and the device is gone, as with the cable pulled out; set it to come back."""
        return self._plugged

    @plugged.setter
    def plugged(self, plugged: bool) -> None:
        self._plugged = plugged
        self._order(self._open if plugged else self._close)

    def __enter__(self) -> Self:
        self._open()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._order(self._close)
        self._wake.close()
        self._thread.join()
        self._woken.close()

    def wait_for(self, holds: Callable[[D], bool], timeout_s: float = 5.0) -> None:
        """Wait until something holds of the device; it is looked at after each of its answers.

        Raises:
            TimeoutError: It does not in time.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: holds(self.device), timeout_s):
                raise TimeoutError(f"not so within {timeout_s} s: {self.device}")

    def say(self, data: bytes) -> None:
        """Have the device say something that nobody asked for, as a scanner does."""
        self._order(lambda: self._send(data))

    def _order(self, order: Callable[[], None]) -> None:
        """Have the port's own thread do it, and come back once it is done."""
        done = threading.Event()

        def obey() -> None:
            order()
            done.set()

        self._orders.put(obey)
        self._wake.send(b"!")
        done.wait()

    def _serve(self) -> None:
        while True:
            with DefaultSelector() as selector:
                selector.register(self._woken, EVENT_READ, self._woken_up)
                for file, act in self._sources():
                    selector.register(file, EVENT_READ, act)
                for key, _ in selector.select(self._next_due_s()):
                    if key.fileobj is self._woken and not self._woken.recv(1):
                        return
                    key.data()
            while self._later and self._next_due_s() == 0:
                self._send(self._later.popleft()[1])

    def _next_due_s(self) -> float | None:
        """Return in how many seconds a late answer is due, ``None`` where there is none."""
        return max(0.0, self._later[0][0] - time.monotonic()) if self._later else None

    def _answer(self, data: bytes) -> None:
        if self.late_s:
            self._later.append((time.monotonic() + self.late_s, data))
        else:
            self._send(data)

    def _woken_up(self) -> None:
        self._orders.get()()

    def _take(self, data: bytes) -> bytes:
        with self._changed:
            answers = self.device.feed(data)
            self._changed.notify_all()
        return answers

    def _had_enough(self, data: bytes) -> bool:
        self._got += len(data)
        if self.stalls_after is not None and self._got >= self.stalls_after:
            self._stalled = True
        return self.hangs_up_after is not None and self._got >= self.hangs_up_after

    @abstractmethod
    def _open(self) -> None:
        """Be there, at the same address as before."""

    @abstractmethod
    def _close(self) -> None:
        """Be gone."""

    @abstractmethod
    def _send(self, data: bytes) -> None:
        """Put bytes on the line; nothing where nobody is connected."""

    @abstractmethod
    def _sources(self) -> list[tuple[int, Callable[[], None]]]:
        """Return the file numbers to listen to now, each with what to do when it speaks."""


class SimulatedTcpPort(SimulatedPort[D]):
    """A network device on 127.0.0.1; like most real ones it serves one connection at a time.

    Attributes:
        half_closes_after: Answers after which it says that no more will come, and goes on taking data, as a
            hung device server does; ``None``: never.
    """

    def __init__(self, device: D) -> None:
        super().__init__(device)
        self.half_closes_after: int | None = None
        self._answers_left: int | None = None
        self._port = 0
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None

    def _open(self) -> None:
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Small, as in a device: a stall is then felt by the sender, not hidden by this machine.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        self._listener.bind(("127.0.0.1", self._port))
        self._listener.listen()
        self._port = self._listener.getsockname()[1]
        self.url = f"tcp://127.0.0.1:{self._port}"

    def _close(self) -> None:
        self._hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _sources(self) -> list[tuple[int, Callable[[], None]]]:
        if self._client is not None:
            return [] if self._stalled else [(self._client.fileno(), self._read)]
        return [(self._listener.fileno(), self._accept)] if self._listener is not None else []

    def _accept(self) -> None:
        if self._listener is not None:
            self._client, _ = self._listener.accept()
            self._got = 0
            self._later.clear()
            self._answers_left = self.half_closes_after

    def _read(self) -> None:
        if self._client is None:
            return
        try:
            data = self._client.recv(_TAKE)
            if not data or self._had_enough(data):
                self._hang_up()
            elif answers := self._take(data):
                self._answer(answers)
        except ConnectionError:
            self._hang_up()

    def _send(self, data: bytes) -> None:
        if self._client is None or self._answers_left == 0:
            return
        self._client.sendall(data)
        if self._answers_left is not None:
            self._answers_left -= 1
            if self._answers_left == 0:
                self._client.shutdown(socket.SHUT_WR)

    def _hang_up(self) -> None:
        if self._client is None:
            return
        if self.hangs_up_after is not None:
            self._client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._client.close()
        self._client = None


class SimulatedSerialPort(SimulatedPort[D]):
    """A serial device on a pseudo terminal (Linux and macOS), at a fixed path."""

    def __init__(self, device: D, baud: int = 115200) -> None:
        super().__init__(device)
        self._folder = Path(tempfile.mkdtemp(prefix="hallcall-device-"))
        self._link = self._folder / "tty"
        self.url = f"serial://{self._link}?baud={baud}"
        self._ends: tuple[int, int] | None = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        self._folder.rmdir()

    def _open(self) -> None:
        import pty  # not on Windows
        import tty

        self._got = 0
        # The far end stays open here too: else reading fails once a driver has closed its own.
        self._ends = pty.openpty()
        for end in self._ends:
            tty.setraw(end)
        self._link.symlink_to(os.ttyname(self._ends[1]))

    def _close(self) -> None:
        if self._ends is not None:
            self._link.unlink()
            for end in self._ends:
                os.close(end)
            self._ends = None

    def _sources(self) -> list[tuple[int, Callable[[], None]]]:
        return [(self._ends[0], self._read)] if self._ends is not None and not self._stalled else []

    def _read(self) -> None:
        if self._ends is None:
            return
        data = os.read(self._ends[0], _TAKE)
        if self._had_enough(data):
            self._plugged = False
            self._close()
        elif answers := self._take(data):
            self._answer(answers)

    def _send(self, data: bytes) -> None:
        if self._ends is not None:
            os.write(self._ends[0], data)
