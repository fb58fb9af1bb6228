"""``hallcall core`` as a process of its own, for the demo and the simulated day."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hallcall.data_dir import DataDir
from hallcall.end_process import end

END_WITHIN_S = 10


class CoreDidNotStart(Exception):
    """The core ended before it was ready; it said why on stderr."""


@dataclass(frozen=True, slots=True)
class StartedCore:
    """A core that is ready.

    Attributes:
        pid: The process's number.
    """

    url: str
    pid: int


@contextmanager
def core_process(hall: Path, data: DataDir) -> Iterator[str]:
    """Run a core on a free port of this machine and yield its URL.

    Raises:
        CoreDidNotStart: It ended at once.
    """
    place = ["--data", str(data.path), "--host", "127.0.0.1", "--port", "0"]
    with started_core(["hallcall", "core", "--hall", str(hall), "--always-open", *place]) as core:
        yield core.url


@contextmanager
def started_core(words: Sequence[str]) -> Iterator[StartedCore]:
    """Run ``python -m`` with some words, which start a core, and yield it once it says that it is ready.

    Raises:
        CoreDidNotStart: It ended at once.
    """
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", *words],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        # The core says one line, when it is ready; a core that cannot start closes its end.
        line = process.stdout.readline()
        if "ready at" not in line:
            raise CoreDidNotStart(f"hallcall core ended with exit code {process.wait(END_WITHIN_S)}")
        yield StartedCore(line.split()[-1], process.pid)
    finally:
        end(process, END_WITHIN_S)
        process.stdout.close()
