"""Other programs as processes: what they log goes into a file, and is shown if they end too soon."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from hallcall.end_process import end

END_WITHIN_S = 15
_LAST_LINES = 15


class ChildEnded(Exception):
    """A program ended before its time; the message ends with its last words."""


class Child:
    """A running program that says one line on stdout for each thing that happens."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def line(self) -> str:
        """Return the next line it says.

        Raises:
            ChildEnded: There is none any more.
        """
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            code = self._process.wait(END_WITHIN_S)
            last = self._log.read_text("utf-8", "replace").splitlines()[-_LAST_LINES:]
            words = self._process.args
            assert isinstance(words, list)
            raise ChildEnded("\n".join([f"{' '.join(words[1:4])} ended with exit code {code}", *last]))
        return line.strip()

    def go(self) -> None:
        """Let it do the next thing."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()


@contextmanager
def running(log: Path, *words: str, more: Mapping[str, str] | None = None) -> Iterator[Child]:
    """Run a module as a program, without a display; it is told to end after the ``with``.

    Args:
        log: Where what it says on stderr goes.
        words: The module and its arguments.
        more: Added to the environment.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as stderr:
        process = start(words, {**os.environ, "QT_QPA_PLATFORM": "offscreen", **(more or {})}, stderr)
    try:
        yield Child(process, log)
    finally:
        _end(process)


def start(words: tuple[str, ...], environment: Mapping[str, str], stderr: IO[bytes]) -> subprocess.Popen[str]:
    """Start a module as a program; it reads and writes text."""
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        env=environment,
    )


def _end(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    end(process, END_WITHIN_S)
    process.stdout.close()
