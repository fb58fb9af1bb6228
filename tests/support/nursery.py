"""Programs that are started again and again, from a process that has loaded them already.

A Python program that shows a screen takes more than a second of a core until its first line runs. Here that
is paid once: the nursery imports everything and each start is a fork of it. What comes out is a process of
its own, that can be killed as any other can.
"""

from __future__ import annotations

import gc
import io
import json
import os
import runpy
import select
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import IO, Any

LOADED = (
    "hallcall.server",
    "hallcall.commands.core",
    "hallcall.commands.kiosk",
    "tests.support.clocked_command",
    "tests.support.kiosk_program",
    "tests.support.offline_kiosk",
)
DEAD_WITHIN_S = 30.0


class Forked:
    """A program that runs; as much of :class:`subprocess.Popen` as is needed of it.

    Attributes:
        stdout: What it says.
    """

    stderr = None

    def __init__(self, nursery: Nursery, pid: int, stdin: IO[bytes], stdout: IO[Any]) -> None:
        self._nursery = nursery
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self._code: int | None = None

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, if it is still there."""
        if self._code is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as a power cut does."""
        self.send_signal(signal.SIGKILL)

    def wait(self, within_s: float = DEAD_WITHIN_S) -> int:
        """Return its exit code once it has ended; minus the signal that ended it."""
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(self._nursery.ask(within_s, wait=self.pid))
            with suppress(BrokenPipeError):
                self.stdin.close()
        return self._code


class Nursery:
    """Starts programs; it ends with :meth:`close`."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hallcall-nursery-")
        self._names = count()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"},
        )

    def start(self, module: str, *arguments: str, text: bool = False) -> Forked:
        """Run a module as a program.

        Args:
            text: What it says is read as text, not as bytes.
        """
        name = next(self._names)
        pipes = [Path(self._folder.name, f"{name}.{way}") for way in ("in", "out")]
        for pipe in pipes:
            os.mkfifo(pipe)
        pid = self.ask(DEAD_WITHIN_S, module=module, arguments=arguments, pipes=[str(each) for each in pipes])
        # Both sides open them in the same order: each waits for the other.
        stdin, stdout = pipes[0].open("wb"), pipes[1].open("rb", buffering=0)
        for pipe in pipes:
            pipe.unlink()
        said: IO[Any] = io.TextIOWrapper(io.BufferedReader(stdout)) if text else stdout
        return Forked(self, pid, stdin, said)

    def ask(self, within_s: float, **order: object) -> int:
        """Have the process do something and return its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(order)}\n".encode())
        self._process.stdin.flush()
        assert select.select([self._process.stdout], [], [], within_s)[0], f"no answer to {order}"
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End it; what it has started must have ended."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(DEAD_WITHIN_S)
        self._folder.cleanup()


def _serve() -> None:
    for module in LOADED:
        import_module(module)
    gc.collect()
    gc.freeze()
    # Not by the stream: what it had read ahead would be the children's too.
    with os.fdopen(os.dup(0), "rb", buffering=0) as orders, os.fdopen(os.dup(1), "wb", buffering=0) as told:
        while line := _line(orders):
            order = json.loads(line)
            if "wait" in order:
                answer = os.waitpid(order["wait"], 0)[1]
            else:
                answer = os.fork()
                if not answer:
                    orders.close()
                    told.close()
                    _become(order)
            told.write(f"{answer}\n".encode())


def _line(orders: IO[bytes]) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        sign = orders.read(1)
        if not sign:
            return b""
        line += sign
    return line


def _become(order: dict[str, Any]) -> None:
    """Be the program; this does not come back."""
    for number, (pipe, flags) in enumerate(zip(order["pipes"], (os.O_RDONLY, os.O_WRONLY), strict=True)):
        opened = os.open(pipe, flags)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False, buffering=1)
    sys.argv = [order["module"], *order["arguments"]]
    code: object = 1
    try:
        runpy.run_module(order["module"], run_name="__main__")
        code = 0
    except SystemExit as ended:
        code = ended.code
    finally:
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


if __name__ == "__main__":
    _serve()
