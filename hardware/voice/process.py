"""The speech process seen from outside: started, asked, ended; it decides nothing."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

COMMAND = (sys.executable, "-m", "hardware.voice.child")
ROOT = Path(__file__).parents[2]
END_S = 1.0


class ChildEnded(Exception):
    """The process has ended."""


class ChildSilent(Exception):
    """The process did not answer in time."""


class Child:
    """One run of the speech process. All but the reading happens on the thread that made it.

    Attributes:
        pid: Its process id.
    """

    def __init__(self, ended: Callable[[Child], None], command: Sequence[str] = COMMAND) -> None:
        """Start the process; ``ended`` is called from the reading thread once it has ended.

        Raises:
            OSError: It cannot be started.
        """
        self._ended = ended
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.pid = self._process.pid
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout,), name="speech-reader", daemon=True
        )
        self._reader.start()

    def ask(self, request: Mapping[str, Any], deadline_s: float) -> dict[str, Any]:
        """Send a request and return its answer.

        Raises:
            ChildEnded, ChildSilent: There is no answer.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            raise ChildEnded(str(error)) from error
        return self.hear(deadline_s)

    def hear(self, deadline_s: float) -> dict[str, Any]:
        """Return the next line it says.

        Raises:
            ChildEnded, ChildSilent: It says nothing.
        """
        try:
            line = self._lines.get(timeout=deadline_s)
        except queue.Empty:
            raise ChildSilent(f"no answer in {deadline_s:g} s") from None
        if line is None:
            raise ChildEnded("the speech process ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> int:
        """Let it end by closing its input."""
        self._close_input()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
        return self._reap()

    def kill(self) -> int:
        """End it whatever it does, a stopped or hanging process too."""
        self._process.kill()
        self._close_input()
        return self._reap()

    def _close_input(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _reap(self) -> int:
        code = self._process.wait()
        self._reader.join()
        return code

    def _read(self, output: IO[str]) -> None:
        with output:
            for line in output:
                self._lines.put(line)
        self._lines.put(None)
        self._ended(self)
