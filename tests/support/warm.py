"""Programs started from a warm interpreter: what they import has been imported once, for all of them.

A core's imports cost more than all the rest of its start, and a test that kills it starts it three times.
A :class:`WarmProcess` is a process of its own all the same, with its own memory, pipes, signals and end: a
*nursery*, which has imported the program and done nothing else, forks it, and it runs the module from the
top as ``python -m MODULE`` does. That a program starts from nothing is shown where commands are tested.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from io import FileIO
from typing import Any

CORE = ("hallcall.server", "hallcall.commands.core", "core.store.migrate", "filelock")
PROGRAMS = (
    *("tests.support.offline_kiosk", "tests.support.kiosk_program"),
    *(
        f"hallcall.commands.{each}"
        for each in ("announcer", "caller", "display", "kiosk", "pads", "signs", "sms")
    ),
    *("kiosk.app", "caller.app", "caller.pads", "display.app"),
    *("hallcall.agents.signs", "hallcall.agents.sms", "hallcall.agents.voice_at_work"),
)
"""All the other programs, in one nursery."""
KIOSK = PROGRAMS
_LARGEST_ORDER = 1 << 20
_STARTS_WITHIN_S = 60.0


class WarmProcess:
    """A program that a nursery forked; used as :class:`subprocess.Popen` is.

    Attributes:
        pid: The process's number.
        stdin: Where its input is written to, bytes.
        stdout: Where its output is read from, bytes; not a byte is read ahead, so ``select`` tells the truth.
        stderr: The same of its errors, ``None``: they go where this process's go.
    """

    def __init__(
        self,
        imports: tuple[str, ...],
        module: str,
        *words: str,
        stderr: int | None = None,
        **environment: str | None,
    ) -> None:
        """Start it.

        Args:
            imports: What its nursery has imported, :data:`CORE` or :data:`PROGRAMS`.
            environment: Beside what this process has; ``None``: not even that.
            stderr: ``subprocess.PIPE``, ``subprocess.DEVNULL``, ``None`` or the number of an open file.
        """
        self._ended: int | None = None
        self._told, told = socket.socketpair()
        taken, self.stdin = _pipe_in()
        self.stdout, given = _pipe_out()
        self.stderr: FileIO | None = None
        errors = os.dup(2)
        if stderr == subprocess.PIPE:
            os.close(errors)
            self.stderr, errors = _pipe_out()
        elif stderr == subprocess.DEVNULL:
            os.close(errors)
            errors = os.open(os.devnull, os.O_WRONLY)
        elif stderr is not None:
            os.close(errors)
            errors = os.dup(stderr)
        order = {
            "module": module,
            "words": words,
            "environment": {
                name: value for name, value in (os.environ | environment).items() if value is not None
            },
            "folder": os.getcwd(),
        }
        handed = [told.fileno(), taken, given, errors]
        socket.send_fds(_nursery(imports), [json.dumps(order).encode()], handed)
        told.close()
        for each in handed[1:]:
            os.close(each)
        self._told.settimeout(_STARTS_WITHIN_S)
        self.pid = int(self._told.recv(16))

    def poll(self) -> int | None:
        """Return how it ended, as ``subprocess`` says it; ``None``: it runs."""
        with suppress(TimeoutError, subprocess.TimeoutExpired):
            self.wait(0)
        return self._ended

    def wait(self, within_s: float = _STARTS_WITHIN_S) -> int:
        """Wait until it has ended and return how.

        Raises:
            subprocess.TimeoutExpired: It runs on.
        """
        if self._ended is None:
            self._told.settimeout(within_s)
            try:
                told = self._told.recv(16)
            except (TimeoutError, BlockingIOError) as error:
                raise subprocess.TimeoutExpired(str(self.pid), within_s) from error
            self._told.close()
            self._ended = int(told)
        return self._ended

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as a power cut does."""
        self.send_signal(signal.SIGKILL)


def _pipe_in() -> tuple[int, FileIO]:
    read, write = os.pipe()
    return read, FileIO(write, "w")


def _pipe_out() -> tuple[FileIO, int]:
    read, write = os.pipe()
    return FileIO(read, "r"), write


@cache
def _nursery(imports: tuple[str, ...]) -> socket.socket:
    """Return the line to the nursery that has imported these; it ends with this process."""
    line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _LARGEST_ORDER)
    fd = theirs.fileno()
    command = [sys.executable, "-m", "tests.support.warm", str(fd), *imports]
    process = subprocess.Popen(command, pass_fds=[fd], stdin=subprocess.DEVNULL)
    theirs.close()
    assert line.recv(16) == b"warm", "what the program needs cannot be imported"

    def end() -> None:
        line.close()
        process.wait(_STARTS_WITHIN_S)

    atexit.register(end)
    return line


class _Nursery:
    """Forks what it is asked for, and tells how each ended."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._alive: dict[int, socket.socket] = {}
        self._woken, wake = socket.socketpair()
        for end in (self._woken, wake):
            end.setblocking(False)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._wake = wake

    def run(self) -> Callable[[], None] | None:
        """Return what a child is to do, in the child; ``None`` when nobody asks any more."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._line, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select()}
                if self._woken in ready:
                    self._reap()
                if self._line in ready:
                    said, fds, *_ = socket.recv_fds(self._line, _LARGEST_ORDER, 4)
                    if not said:
                        return None
                    born = self._fork(json.loads(said), fds)
                    if born is not None:
                        return born

    def _reap(self) -> None:
        with suppress(BlockingIOError):
            self._woken.recv(4096)
        for pid in list(self._alive):
            ended, how = os.waitpid(pid, os.WNOHANG)
            if ended:
                with self._alive.pop(pid) as told, suppress(OSError):
                    told.send(str(os.waitstatus_to_exitcode(how)).encode())

    def _fork(self, order: dict[str, Any], fds: list[int]) -> Callable[[], None] | None:
        told = socket.socket(fileno=fds[0])
        pid = os.fork()
        if pid:
            self._alive[pid] = told
            with suppress(OSError):
                told.send(str(pid).encode())
            for each in fds[1:]:
                os.close(each)
            return None
        self._leave(told)
        for at, each in enumerate(fds[1:]):
            os.dup2(each, at)
            os.close(each)
        return lambda: _become(**order)

    def _leave(self, told: socket.socket) -> None:
        """Let go of all that is the nursery's."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for each in (told, self._line, self._woken, self._wake, *self._alive.values()):
            each.close()


def _become(module: str, words: list[str], environment: dict[str, str], folder: str) -> None:
    """Be the program from here on."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - they are the program's
    sys.stdout = open(1, "w", 1, encoding="utf-8")  # noqa: SIM115
    sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    sys.argv = [module, *words]
    # It is in sys.modules already, where its nursery imported it; running it anew is what is meant.
    sys.modules.pop(module, None)
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _main(fd: int, imports: list[str]) -> None:
    for each in imports:
        import_module(each)
    if "core.service.sign_in" in sys.modules:
        import_module("tests.support.cheap_pins").use()
        # A core that reads a hall file spells its names: half a second, most of it for the dictionary.
        import_module("tests.support.halls").spell_shipped()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=fd) as line:
        line.send(b"warm")
        born = _Nursery(line).run()
    if born is not None:
        born()


if __name__ == "__main__":
    _main(int(sys.argv[1]), sys.argv[2:])
